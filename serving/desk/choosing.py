"""Choosing a threshold from the desk's own history: risk against coverage, and a release from a point of the curve.

The limits hold for all points of the curve at once (`models.guarantee.choices`), so whoever takes the point that he
likes best is not fooled by having looked.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from data.errors import OrdermillError
from models import release
from models.guarantee import Choice, Promise, choices
from models.release import Checked, Release
from serving.desk.evidence import Stream

DELTA = 0.05
MOST = 0.1
"""Largest limit of errors that may be chosen: more is no promise."""
WEEKS = 52
POINTS = 12
"""Points of a curve at most; they share the chance that a limit is broken."""


@dataclass(frozen=True, slots=True)
class Point:
    """What choosing one threshold for one kind of print would mean."""

    group: str
    choice: Choice
    weekly: float
    """Orders a week that pass without a person."""
    expected: float
    """Wrong orders a year if errors go on as rarely as they did."""
    worst: float
    """Wrong orders a year at most, with 95 % certainty."""

    @property
    def allowed(self) -> bool:
        """Its limit is low enough to be called a promise."""
        return self.choice.bound <= MOST


@dataclass(frozen=True, slots=True)
class Curve:
    """The history of one kind of print, with what each threshold would mean."""

    group: str
    orders: int
    senders: int
    until: date | None
    points: tuple[Point, ...]


def curves(history: Sequence[Checked], stream: Stream, delta: float = DELTA) -> list[Curve]:
    """A curve for each kind of print in the history; together their limits hold with probability 1 - delta."""
    groups = sorted({c.proven.group for c in history})
    out = []
    for group in groups:
        mine = [c.proven for c in history if c.proven.group == group]
        found = choices(mine, delta / len(groups), POINTS)
        share = len(mine) / len(history)
        points = tuple(_point(group, c, stream.passing(c.threshold) * share) for c in found)
        days = [o.day for o in mine if o.day]
        out.append(Curve(group, len(mine), len({o.sender for o in mine}), max(days, default=None), points))
    return out


def _point(group: str, choice: Choice, weekly: float) -> Point:
    yearly = weekly * WEEKS
    return Point(group, choice, weekly, yearly * choice.errors / choice.passed, yearly * choice.bound)


def chosen(folder: Path, history: Sequence[Checked], picked: Mapping[str, float], delta: float = DELTA) -> Release:
    """The release that lets orders of known senders pass at the picked thresholds, by kind of print.

    Raises:
        OrdermillError: a threshold is no point of the curve any more, or its limit is too high for a promise.
    """
    by = {c.group: c for c in curves(history, Stream(0.0, ()), delta)}
    share = delta / max(len(by), 1)
    held = tuple(_promise(by.get(group), group, threshold, share) for group, threshold in picked.items())
    alpha = max((p.bound for p in held), default=MOST)
    empty = release.make(folder, history, alpha, delta, version="-", scopes=())
    made = replace(empty, promises=held if empty.calibration else (), version="")
    return replace(made, version=release.name(made))


def _promise(curve: Curve | None, group: str, threshold: float, delta: float) -> Promise:
    point = next((p for p in curve.points if abs(p.choice.threshold - threshold) < 1e-12), None) if curve else None
    if curve is None or point is None:
        raise OrdermillError("The history has changed since the page was made, so nothing was chosen.",
                             hint="Load the page again and choose there.", code="curve_changed")  # fmt: skip
    if not point.allowed:
        raise OrdermillError(f"Up to {point.choice.bound:.0%} of these orders may be wrong: too many for a promise.",
                             hint="Choose a stricter point, or wait for more checked orders.",
                             code="bound_too_high")  # fmt: skip
    c = point.choice
    return Promise(group, "known", c.threshold, c.bound, delta, c.bound, c.passed, c.errors, curve.orders,
                   curve.senders, curve.until)  # fmt: skip


SAYS = {
    "en": {
        "text": "PDFs with text", "clean": "good scans", "poor": "poor scans",
        "none": "Nothing is confirmed without a person yet: no order has been checked.",
        "point": "Without a person: {share:.0%} of {print}, about {weekly:.0f} orders a week. If things go on as they "
                 "did, about {expected:.0f} wrong orders a year; with 95 % certainty no more than {worst:.0f} "
                 "({bound:.1%} of them). This rests on {orders} orders of {senders} senders checked until {until}: "
                 "{passed} of them would have passed, {errors} of those were wrong.",
        "refused": "Too few checked orders, or too many errors among them: up to {bound:.0%} could be wrong.",
        "x": "orders that pass without a person", "y": "of those wrong, at most",
    },
    "pl": {
        "text": "PDF-ów z tekstem", "clean": "dobrych skanów", "poor": "słabych skanów",
        "none": "Bez człowieka nic jeszcze nie jest potwierdzane: nie sprawdzono żadnego zamówienia.",
        "point": "Bez człowieka: {share:.0%} {print}, około {weekly:.0f} zamówień tygodniowo. Jeśli będzie tak jak "
                 "dotąd, około {expected:.0f} błędnych zamówień rocznie; z pewnością 95 % nie więcej niż {worst:.0f} "
                 "({bound:.1%} z nich). Podstawa: zamówienia sprawdzone do {until}: {orders}, nadawcy: {senders}; "
                 "przeszłoby {passed}, z błędem wśród nich: {errors}.",
        "refused": "Za mało sprawdzonych zamówień albo za dużo błędów: błędnych mogłoby być do {bound:.0%}.",
        "x": "zamówienia przechodzące bez człowieka", "y": "z tego błędne, najwyżej",
    },
    "de": {
        "text": "der PDFs mit Text", "clean": "der guten Scans", "poor": "der schlechten Scans",
        "none": "Noch wird nichts ohne Menschen bestätigt: Es wurde noch keine Bestellung geprüft.",
        "point": "Ohne Menschen: {share:.0%} {print}, etwa {weekly:.0f} Bestellungen in der Woche. Geht es weiter wie "
                 "bisher, sind etwa {expected:.0f} im Jahr falsch; mit 95 % Sicherheit höchstens {worst:.0f} "
                 "({bound:.1%} davon). Das beruht auf {orders} bis {until} geprüften Bestellungen von {senders} "
                 "Absendern: {passed} davon wären durchgegangen, {errors} von diesen waren falsch.",
        "refused": "Zu wenige geprüfte Bestellungen oder zu viele Fehler: Bis zu {bound:.0%} könnten falsch sein.",
        "x": "Bestellungen, die ohne Menschen durchgehen", "y": "davon falsch, höchstens",
    },
}  # fmt: skip
"""What people are told, in words without statistics."""


def sentence(curve: Curve, point: Point, language: str) -> str:
    """What choosing `point` would mean; why not, where it may not be chosen."""
    says = SAYS.get(language, SAYS["en"])
    c = point.choice
    if not point.allowed:
        return says["refused"].format(bound=c.bound)
    return says["point"].format(
        share=c.coverage, print=says[curve.group], weekly=point.weekly, expected=point.expected, worst=point.worst,
        bound=c.bound, orders=curve.orders, senders=curve.senders, until=curve.until or "-", passed=c.passed,
        errors=c.errors,
    )  # fmt: skip
