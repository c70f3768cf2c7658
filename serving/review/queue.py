"""The work list: `/desk`, and `/desk/next`, which opens the order to be done next."""

from __future__ import annotations

from datetime import datetime
from functools import partial
from typing import Annotated, Final

from fastapi import APIRouter, Depends, Request, Response
from fastapi.responses import RedirectResponse

from serving.access import Person, needs
from serving.desk.office import Office
from serving.review.order_reasons import name
from serving.review.queue_data import AGES, GROUPS, age, criteria, following, listing
from serving.review.render import page
from serving.review.words import translate
from serving.words import percent

Clerk = Annotated[Person, Depends(needs("clerk"))]

QUIET: Final = frozenset({"waiting"})
"""States that go without saying in the list: its reasons say more."""


def router(office: Office) -> APIRouter:
    router = APIRouter(prefix="/desk")

    @router.get("")
    def show(request: Request, person: Clerk) -> Response:
        asked = criteria(request.query_params)
        with office.store.read() as tx:
            found = listing(tx, asked)
        return page(
            request, person, "queue.html", asked=asked, found=found, groups=tuple(GROUPS), ages=tuple(AGES),
            query=asked.address().removeprefix("/desk"), name_of=partial(name, language=person.language),
            since=partial(_since, person.language), percent=percent, quiet=QUIET,
        )  # fmt: skip

    @router.get("/next")
    def take(request: Request, person: Clerk, after: str = "") -> Response:
        with office.store.read() as tx:
            order_id = following(tx, criteria(request.query_params), person.name, after)
        return RedirectResponse("/desk" if order_id is None else f"/desk/orders/{order_id}", 303)

    return router


def _since(language: str, at: datetime) -> str:
    number, unit = age(at)
    return translate(language, f"queue.ago.{unit}", n=number)
