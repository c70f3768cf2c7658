"""What the page of certainty shows, from one snapshot: promises, evidence, curves, the random audit, the stop."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import numpy as np

from models.audit import Audit, highest
from models.binomial import needed
from models.calibrate import GROUPS
from models.guarantee import Promise, Scope, weeks_until
from models.release import SCOPES, Checked, Release
from serving.desk import evidence, guarding
from serving.desk.choosing import DELTA, MOST, POINTS, Curve, Point, curves
from serving.desk.rules import DEFAULT, Rulebook, parse
from serving.desk.store import rulebooks
from serving.desk.store.engine import Tx

NOTHING = "none"
"""What is picked where everything of a kind of print goes to a person."""
WISHES = (0.05, 0.02, 0.01, 0.005)
"""Limits of errors that people ask for; the next one below what is promised is looked forward to."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What is promised of one kind of print from one kind of sender, and when more can be."""

    group: str
    scope: Scope
    promise: Promise | None
    """None where nothing passes."""
    wish: float | None = None
    weeks: int | None = None
    """Weeks until `wish` can be promised, if errors go on as rarely as they did; None: not in sight."""


@dataclass(frozen=True, slots=True)
class Chart:
    """The curve of one kind of print with the point that is looked at."""

    curve: Curve
    picked: Point | None
    lost: bool = False
    """A point was asked for that the curve does not have any more, or that cannot be chosen."""

    @property
    def choosable(self) -> bool:
        """There is a point that may be chosen."""
        return any(p.allowed for p in self.curve.points)


@dataclass(frozen=True, slots=True)
class Watch:
    """The random audit and what else came to light since the release, or since auto mode was put on again."""

    passed: int
    drawn: int
    """Of these, sent to a person by chance."""
    seen: int
    """Of these, looked at by now."""
    wrong: Mapping[str, int]
    """Errors by how they came to light: audit, correction, credit_note."""
    promised: float
    most: float
    """Share of errors that the audit alone leaves possible, with 95 %."""
    way: float
    """How far the tests are on the way to the stop, 0 to 1."""
    state: str
    """`auto`, `tightened` or `stopped`."""
    reason: str
    suspended: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Stop:
    """Why auto mode is off."""

    reason: str
    at: datetime | None
    by: str
    note: str
    """What a person wrote who put it off."""


@dataclass(frozen=True)
class Certainty:
    """Everything on the page."""

    release: Release | None
    """In force; None where none was ever made."""
    book: Rulebook
    base: int
    """Version of the rules; 0: the built-in ones."""
    standings: tuple[Standing, ...]
    charts: tuple[Chart, ...]
    orders: int
    senders: int
    wrong: int
    pace: float
    """Orders a week that people check."""
    first: int
    """Checked orders without an error from which a point can be chosen at all."""
    good: int
    """The same for a promise of 2 %."""
    weekly: float
    """Orders received in a week."""
    watch: Watch | None
    stop: Stop | None

    @property
    def promised(self) -> tuple[Standing, ...]:
        return tuple(s for s in self.standings if s.promise is not None)

    @property
    def unbound(self) -> bool:
        """The rules let orders pass without any promise."""
        return not self.book.release_required

    @property
    def other(self) -> bool:
        """The rules name another release than the one in force."""
        book = self.book
        return book.release_required and book.release != (self.release.version if self.release else None)

    @property
    def choosable(self) -> bool:
        """There is a point that may be chosen."""
        return any(c.choosable for c in self.charts)

    @property
    def missing(self) -> int:
        """Checked orders that lack until `first`, of the kind of print that has most."""
        return max(self.first - max((c.curve.orders for c in self.charts), default=0), 0)

    @property
    def weeks(self) -> int:
        """Weeks until then, at the present pace."""
        return math.ceil(self.missing / self.pace) if self.pace else 0

    def checked(self, group: str) -> int:
        """Checked orders of a kind of print."""
        return next((c.curve.orders for c in self.charts if c.curve.group == group), 0)

    @property
    def picks(self) -> dict[str, str]:
        """The points that are looked at, as links and the form carry them."""
        return {c.curve.group: repr(c.picked.choice.threshold) if c.picked else NOTHING for c in self.charts}


def certainty(tx: Tx, folder: Path, asked: Mapping[str, str]) -> Certainty:
    """`asked`: by kind of print the threshold that is looked at, `NOTHING`, or no entry: what is in force."""
    latest = rulebooks.latest(tx)
    made = any(True for _ in guarding.happened(tx, guarding.RELEASE))
    release = guarding.current(tx, folder) if made else None
    history, stream = evidence.history(tx, folder), evidence.stream(tx)
    found = curves(history, stream)
    pace = _pace(history)
    found.sort(key=lambda c: GROUPS.index(c.group))
    charts = tuple(_chart(c, asked.get(c.group), release) for c in found)
    groups = max(len(found), 1)
    return Certainty(
        release, parse(latest.text if latest else DEFAULT), latest.version if latest else 0,
        _standings(release, pace), charts, len(history), len({c.proven.sender for c in history}),
        sum(c.proven.wrong for c in history), pace, needed(MOST, DELTA / groups / POINTS),
        needed(0.02, DELTA / groups / POINTS), stream.weekly, _watch(guarding.watched(tx)), _stop(tx),
    )  # fmt: skip


def _pace(history: Sequence[Checked]) -> float:
    days = [c.proven.day for c in history if c.proven.day]
    weeks = max(((max(days) - min(days)).days + 1) / 7, 1.0) if days else 1.0
    return len(history) / weeks


def _standings(release: Release | None, pace: float) -> tuple[Standing, ...]:
    promises = release.promises if release is not None and not release.trouble else ()
    known = {(p.group, p.scope): p for p in promises if p.threshold is not None}
    whole = sum(p.orders for p in known.values() if p.scope == "known") or 1
    return tuple(_standing(g, s, known.get((g, s)), pace, whole) for g in GROUPS for s in SCOPES)


def _standing(group: str, scope: Scope, promise: Promise | None, pace: float, whole: int) -> Standing:
    wish = next((w for w in WISHES if promise is not None and w < promise.bound), None)
    if promise is None or wish is None:
        return Standing(group, scope, promise)
    weeks = weeks_until(promise, wish, pace * promise.orders / whole, POINTS)
    return Standing(group, scope, promise, wish, None if weeks is None else max(1, math.ceil(weeks)))


def _chart(curve: Curve, asked: str | None, release: Release | None) -> Chart:
    allowed = [p for p in curve.points if p.allowed]
    if asked == NOTHING:
        return Chart(curve, None)
    if asked is not None:
        at = next((p for p in allowed if repr(p.choice.threshold) == asked), None)
        return Chart(curve, at, at is None)
    held = release.promise(curve.group) if release is not None and not release.trouble else None
    if held is not None and held.threshold is not None:
        # the points move with every checked order: the one nearest above is as strict as what is in force
        stricter = [p for p in allowed if p.choice.threshold >= held.threshold]
        return Chart(curve, min(stricter, key=lambda p: p.choice.threshold, default=None))
    return Chart(curve, None)


def _watch(audit: Audit | None) -> Watch | None:
    if audit is None:
        return None
    verdict, steps = audit.verdict(), audit.steps
    drawn = [s for s in steps if s.audited]
    way = max(highest(np.array([s.wrong is not None for s in steps], bool), audit.limits))
    return Watch(len(steps), len(drawn), sum(s.checked for s in drawn), Counter(s.wrong for s in steps if s.wrong),
                 audit.limits.promised, audit.estimate()[1], min(max(way, 0.0), 1.0), verdict.state, verdict.reason,
                 audit.suspended)  # fmt: skip


def _stop(tx: Tx) -> Stop | None:
    allowed = guarding.auto_allowed(tx)
    if allowed.code != "auto_stopped":
        return None
    event, reason = guarding.stopped(tx), str(allowed.data["reason"])
    note = str(allowed.data["sentence"]) if reason == "by_hand" else ""
    return Stop(reason, event.at if event else None, event.by if event else guarding.WATCH, note)
