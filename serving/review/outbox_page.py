"""Messages to other systems and people: what waits, what was sent, what was given up; sent again or no more."""

from __future__ import annotations

from typing import Annotated, Any, Final
from urllib.parse import urlencode, urlsplit

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import RedirectResponse

from serving.access import Person, needs
from serving.desk.office import Office
from serving.desk.store import Tx, outbox
from serving.desk.store.outbox import MOST_TRIES, STATES
from serving.desk.store.rows import OutMessage
from serving.problems import Problem
from serving.review.render import page

Admin = Annotated[Person, Depends(needs("admin"))]
MessageId = Annotated[int, InPath(ge=1, le=2**31)]

PAGE = 50
WAYS: Final = {"events": "order.", "alerts": "alert.", "replies": "reply"}
"""Kinds of messages by what they begin with."""


def router(office: Office) -> APIRouter:
    router = APIRouter(prefix="/desk/outbox")
    store = office.store

    @router.get("")
    def show(
        request: Request, person: Admin, state: Annotated[str, Query(max_length=10)] = "",
        way: Annotated[str, Query(max_length=10)] = "", number: Annotated[int, Query(ge=1, le=100_000)] = 1,
    ) -> Response:  # fmt: skip
        with store.read() as tx:
            context = _list(tx, state, way if way in WAYS else "", number)
        return page(request, person, "outbox.html", ways=tuple(WAYS), states=STATES, most=MOST_TRIES, where=_where,
                    said=_said, address=_address, **context)  # fmt: skip

    @router.post("/again")
    def all_again(person: Admin, way: Annotated[str, Form(max_length=10)] = "") -> Response:
        def work(tx: Tx) -> None:
            for message in outbox.listed(tx, "dead", WAYS.get(way), limit=None):
                outbox.resend(tx, message.id, person.name)

        store.run(work)
        return RedirectResponse(_address("waiting", way), 303)

    @router.post("/{message_id}/again")
    def again(message_id: MessageId, person: Admin) -> Response:
        if not store.run(lambda tx: outbox.resend(tx, message_id, person.name)):
            raise Problem(409, "not_waiting", "This message was sent meanwhile.", "Load the list again.")
        return RedirectResponse(_address("waiting"), 303)

    @router.post("/{message_id}/give-up")
    def give_up(message_id: MessageId, person: Admin) -> Response:
        if not store.run(lambda tx: outbox.give_up(tx, message_id, person.name)):
            raise Problem(409, "not_waiting", "This message does not wait any more, or is being sent right now.",
                          "Load the list again.")  # fmt: skip
        return RedirectResponse(_address("waiting"), 303)

    return router


def _list(tx: Tx, state: str, way: str, number: int) -> dict[str, Any]:
    kind = WAYS.get(way)
    counts = {name: outbox.count(tx, name, kind) for name in STATES}
    if state not in STATES:  # what needs somebody comes first
        state = "dead" if counts["dead"] else "waiting"
    rows = outbox.listed(tx, state, kind, limit=PAGE, offset=PAGE * (number - 1))
    return {"rows": rows, "counts": counts, "state": state, "way": way, "number": number,
            "pages": max(1, -(-counts[state] // PAGE))}  # fmt: skip


def _address(state: str, way: str = "", number: int = 1) -> str:
    told = {"state": state, "way": way, "number": number if number > 1 else ""}
    return "/desk/outbox?" + urlencode({k: v for k, v in told.items() if v})


def _where(message: OutMessage) -> str:
    """Whom it is for: of an address on the web the host alone, for the rest of it is often a secret."""
    parts = urlsplit(message.target)
    return parts.path if parts.scheme == "mailto" else parts.netloc.rpartition("@")[2]


def _said(message: OutMessage) -> str:
    return str(message.body.get("subject") or message.body.get("text") or message.kind)
