"""Certainty: what is promised of orders that pass without a person, the curve to choose from, audit and stop."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Annotated, Any
from urllib.parse import urlencode

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from data.errors import OrdermillError
from models.calibrate import GROUPS
from serving.access import Person, needs
from serving.desk import evidence, guarding
from serving.desk.choosing import MOST, SAYS, chosen, sentence
from serving.desk.curve_svg import svg
from serving.desk.office import Office
from serving.desk.rules import DEFAULT
from serving.desk.rules.setting import with_values
from serving.desk.store import Tx, rulebooks
from serving.review.guarantee_data import NOTHING, Certainty, Chart, certainty
from serving.review.render import page

Approver = Annotated[Person, Depends(needs("approver"))]
Admin = Annotated[Person, Depends(needs("admin"))]
Text = Annotated[str, Form(max_length=400)]
PATH = "/desk/guarantee"


class Overtaken(OrdermillError):
    """The rules have changed since the page was made."""

    code = "overtaken"


def router(office: Office) -> APIRouter:
    router = APIRouter(prefix=PATH)
    _look(router, office)
    _choose(router, office)
    _switch(router, office)
    return router


def _look(router: APIRouter, office: Office) -> None:
    @router.get("")
    def show(request: Request, person: Approver, done: str = "") -> Response:
        """Query: a threshold by kind of print, as in `?text=0.991&clean=none`."""
        asked = {g: request.query_params[g][:40] for g in GROUPS if g in request.query_params}
        return _page(request, person, office, asked, done=done)


def _choose(router: APIRouter, office: Office) -> None:
    @router.post("/choose")
    def choose(
        request: Request, person: Admin, base: Annotated[int, Form()], note: Text = "", text: Text = NOTHING,
        clean: Text = NOTHING, poor: Text = NOTHING,
    ) -> Response:  # fmt: skip
        """A release of the picked thresholds and the rules that stand on it, in one transaction."""
        asked = {"text": text, "clean": clean, "poor": poor}
        folder = office.model_folder()
        if folder is None or not note.strip():
            return _page(request, person, office, asked, status=422, note=note, trouble="reason_missing")
        try:
            office.store.run(lambda tx: _released(tx, folder, asked, base, person.name, note.strip()))
        except OrdermillError as error:
            return _page(request, person, office, asked, status=409, note=note, trouble=error.code)
        return RedirectResponse(f"{PATH}?done=chosen", 303)


def _released(tx: Tx, folder: Path, asked: Mapping[str, str], base: int, by: str, note: str) -> None:
    """Raises `OrdermillError`: overtaken, curve_changed, bound_too_high, no_calibrator, bad_rules."""
    latest = rulebooks.latest(tx)
    if (latest.version if latest else 0) != base:
        raise Overtaken("The rules have changed meanwhile, so nothing was chosen.")
    picked = {group: _number(value) for group, value in asked.items() if value != NOTHING}
    made = chosen(folder, evidence.history(tx, folder), picked)
    if made.trouble:
        raise OrdermillError("The model has no calibration.", code=made.trouble)
    values = {("release", "required"): "true", ("release", "version"): f'"{made.version}"'}
    if picked:
        # the release holds a threshold for each kind of print: a higher one for all would stand before it
        values["confidence", "order"] = repr(min(picked.values()))
    rulebooks.add(tx, with_values(latest.text if latest else DEFAULT, values), by, note)
    guarding.make_release(tx, made, by, note)


def _number(text: str) -> float:
    try:
        return float(text)
    except ValueError as error:
        raise OrdermillError("A threshold is a number.", code="curve_changed") from error


def _switch(router: APIRouter, office: Office) -> None:
    def done(request: Request, person: Person, what: str, act: Callable[[Tx], None]) -> Response:
        try:
            office.store.run(act)
        except OrdermillError as error:
            return _page(request, person, office, {}, status=422, trouble=error.code)
        return RedirectResponse(f"{PATH}?done={what}", 303)

    @router.post("/stop")
    def stop(request: Request, person: Admin, reason: Text = "") -> Response:
        return done(request, person, "stopped", lambda tx: guarding.stop(tx, person.name, reason.strip()))

    @router.post("/resume")
    def resume(request: Request, person: Admin, reason: Text = "") -> Response:
        return done(request, person, "resumed", lambda tx: guarding.resume(tx, person.name, reason.strip()))

    @router.post("/reinstate")
    def reinstate(request: Request, person: Admin, sender: Text, reason: Text = "") -> Response:
        def act(tx: Tx) -> None:
            guarding.reinstate(tx, sender, person.name, reason.strip())

        return done(request, person, "reinstated", act)


def _page(
    request: Request, person: Person, office: Office, asked: Mapping[str, str], *, status: int = 200, done: str = "",
    note: str = "", trouble: str = "",
) -> Response:  # fmt: skip
    folder = office.model_folder()
    with office.store.read() as tx:
        found = certainty(tx, folder, asked) if folder is not None else None
    told = {"chosen", "stopped", "resumed", "reinstated"}
    return page(
        request, person, "guarantee.html", status=status, found=found, may_change=person.may("admin"), note=note,
        trouble=trouble, done=done if done in told else "", most=MOST, nothing=NOTHING, share=percent,
        group_of=lambda group: SAYS[person.language][group], audit=office.settings.audit_share,
        choosable=found is not None and found.choosable,
        carried=found.picks | {"base": str(found.base)} if found else {},
        said=lambda curve, point: sentence(curve, point, person.language),
        charts=[(c, _drawn(c, found, person.language)) for c in found.charts] if found else [],
        link=lambda group, value: _link(found, group, value),
    )  # fmt: skip


def _drawn(chart: Chart, found: Certainty, language: str) -> str:
    group = chart.curve.group
    at = chart.picked.choice.threshold if chart.picked else None
    return svg(chart.curve, language, at, lambda threshold: _link(found, group, repr(threshold)))


def _link(found: Certainty | None, group: str, value: str) -> str:
    """The page with another point of one curve, the others as they are."""
    picks: dict[str, Any] = found.picks if found else {}
    return f"{PATH}?{urlencode(picks | {group: value})}#curve-{group}"


def percent(share: float) -> str:
    """As people write it: more places where the share is small."""
    value = 100 * share
    return f"{value:.0f} %" if value >= 10 or value == 0 else f"{value:.1f} %" if value >= 1 else f"{value:.2f} %"
