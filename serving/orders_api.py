"""`/v1/orders`: orders in, where they stand, and what may be done to them, for other systems.

An order is taken in at once (202) and read afterwards. The same `Idempotency-Key`, or without one the same bytes, is
the same order. Actions name the version they were decided on; one that was overtaken is refused with 409.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated, Any

import anyio.to_thread
from fastapi import APIRouter, Depends, File, Header, Query, Request, Response, UploadFile
from fastapi.responses import JSONResponse
from pydantic import BaseModel, Field

from serving.access import Person, needs
from serving.desk import actions
from serving.desk.actions import Change
from serving.desk.office import Office
from serving.desk.receive import receive
from serving.desk.rules import Verdict, texts
from serving.desk.states import STATES
from serving.desk.store import Tx, jobs, orders, versions
from serving.desk.store.rows import OpenException, Order
from serving.problems import Problem

MOST_WAITING = 5000
"""Orders in the queue from which on new ones are asked to come later; a full disk would lose them all."""
AGAIN = "60"

Clerk = Annotated[Person, Depends(needs("clerk"))]
OrderId = Annotated[str, Field(max_length=32, pattern="^[0-9a-z]+$")]
"""Nothing else is asked of the database: PostgreSQL refuses some characters with an error of its own."""


class OneChange(BaseModel):
    """One value: `after` in the contract's form; null for a value that is not on the page."""

    path: Annotated[str, Field(max_length=200)]
    after: Annotated[str, Field(max_length=10_000)] | None = None
    boxes: list[dict[str, Any]] | None = None


class Act(BaseModel):
    """What an action is told."""

    version: int
    changes: Annotated[list[OneChange], Field(max_length=5000)] = []
    accepted: Annotated[list[str], Field(max_length=200)] = []
    why: Annotated[str, Field(max_length=400)] = ""
    at_lines: Annotated[list[int], Field(max_length=200)] = []


_ACTIONS: dict[str, Callable[[Tx, Order, str, Act], Order]] = {
    "correct": lambda tx, order, by, a: actions.correct(
        tx, order, by, [Change(c.path, c.after, c.boxes) for c in a.changes]
    ),
    "approve": lambda tx, order, by, a: actions.approve(tx, order, by, a.accepted),
    "reject": lambda tx, order, by, a: actions.reject(tx, order, by, a.why),
    "aside": lambda tx, order, by, a: actions.aside(tx, order, by, a.why),
    "again": lambda tx, order, by, a: actions.again(tx, order, by),
    "take_up": lambda tx, order, by, a: actions.take_up(tx, order, by),
    "split": lambda tx, order, by, a: actions.split(tx, order, by, a.at_lines),
    "undo": lambda tx, order, by, a: actions.undo(tx, order, by, a.why),
}
APPROVERS = frozenset({"approve", "undo"})
"""Actions that need the role approver; a clerk may do the others."""


def router(office: Office) -> APIRouter:
    """All routes; each asks for its role."""
    made = APIRouter(prefix="/v1/orders", tags=["orders"])
    _taking(made, office)
    _showing(made, office)
    _acting(made, office)
    return made


def _taking(made: APIRouter, office: Office) -> None:
    @made.post("", status_code=202, summary="Take an order in")
    async def take(
        request: Request, person: Clerk, file: Annotated[UploadFile, File(description="PDF, PNG, JPEG, TIFF or XML")],
        idempotency_key: Annotated[str | None, Header(max_length=200)] = None,
        sender: Annotated[str | None, Query(max_length=320, description="e-mail address it came from")] = None,
    ) -> Response:  # fmt: skip
        if sender is not None and not sender.isprintable():
            raise Problem(422, "bad_sender", "The sender is no address.", "Send it as `?sender=name@example.com`.")
        content = await file.read()

        def keep() -> tuple[Order, bool]:
            with office.store.read() as tx:
                waiting = jobs.depth(tx, orders.FLOW)
            if waiting >= MOST_WAITING:
                raise Problem(503, "busy", f"{waiting} orders are waiting to be read.", "Send it again later.",
                              {"Retry-After": AGAIN})  # fmt: skip
            return receive(office.store, content, file.filename or "", source="api", by=person.name, sender=sender,
                           key=idempotency_key)  # fmt: skip

        order, new = await anyio.to_thread.run_sync(keep)
        place = {"Location": f"/v1/orders/{order.id}"}
        return JSONResponse(told(order) | {"new": new}, status_code=202, headers=place)


def _showing(made: APIRouter, office: Office) -> None:
    @made.get("", summary="List orders")
    def listed(
        person: Clerk, state: Annotated[str | None, Query(max_length=16)] = None,
        limit: Annotated[int, Query(ge=1, le=200)] = 50, offset: Annotated[int, Query(ge=0, le=10_000_000)] = 0,
    ) -> dict[str, Any]:  # fmt: skip
        if state is not None and state not in STATES:
            raise Problem(422, "bad_state", f"There is no state {state[:16]}.", "One of " + ", ".join(STATES) + ".")
        which = orders.Filter(states=None if state is None else [state])
        with office.store.read() as tx:
            found, count = orders.listed(tx, which, limit=limit, offset=offset), orders.count(tx, which)
        return {"orders": [told(order) for order in found], "count": count, "limit": limit, "offset": offset}

    @made.get("/{order_id}", summary="Where an order stands, with what was read and decided")
    def one(order_id: OrderId, person: Clerk) -> dict[str, Any]:
        with office.store.read() as tx:
            order = orders.get(tx, order_id)
            read, decided = versions.extraction(tx, order_id), versions.decision(tx, order_id)
            reasons = versions.exceptions(tx, order_id)
        return told(order) | {
            "reasons": [_reason(e, person.language) for e in reasons],
            "decision": None if decided is None else {
                "outcome": decided.outcome, "stage": decided.stage, "by": decided.by, "rules": decided.rules_version,
            },
            "extraction": None if read is None else read.result,
        }  # fmt: skip

    @made.get("/{order_id}/document", summary="The document as it came")
    def document(order_id: OrderId, person: Clerk) -> Response:
        with office.store.read() as tx:
            order = orders.get(tx, order_id)
        content = office.store.files.get(order.document)
        if content is None:
            raise Problem(404, "document_missing", "The document is not kept any more.")
        office.store.run(lambda tx: tx.log("document_taken", person.name, order.id))
        return Response(content, media_type="application/octet-stream",
                        headers={"Content-Disposition": "attachment"})  # fmt: skip


def _acting(made: APIRouter, office: Office) -> None:
    def route(name: str) -> None:
        role = needs("approver" if name in APPROVERS else "clerk")

        @made.post(f"/{{order_id}}/{name}", summary=f"{name.replace('_', ' ').capitalize()} an order",
                   operation_id=f"{name}_order")  # fmt: skip
        def act(order_id: OrderId, asked: Act, person: Person = Depends(role)) -> dict[str, Any]:  # noqa: B008
            def work(tx: Tx) -> Order:
                order = orders.get(tx, order_id)
                if order.version != asked.version:
                    raise orders.Overtaken(order_id)
                return _ACTIONS[name](tx, order, person.name, asked)

            return told(office.store.run(work))

    for name in _ACTIONS:
        route(name)


def told(order: Order) -> dict[str, Any]:
    """An order as JSON: where it stands, and where more is."""
    return {
        "id": order.id, "version": order.version, "state": order.state, "file": order.file, "source": order.source,
        "sender": order.sender, "received_at": order.received_at.isoformat(),
        "changed_at": order.changed_at.isoformat(), "document_type": order.document_type,
        "order_number": order.order_number, "customer": order.customer, "customer_id": order.customer_id,
        "currency": order.currency, "total_net": None if order.total_net is None else format(order.total_net, "f"),
        "confidence": order.confidence, "stage": order.stage, "reason": order.reason, "model": order.model,
        "duplicate_of": order.duplicate_of,
        "written": None if order.written_id is None else {"id": order.written_id, "name": order.written_name},
        "links": {"self": f"/v1/orders/{order.id}", "review": f"/desk/orders/{order.id}"},
    }  # fmt: skip


def _reason(e: OpenException, language: str) -> dict[str, Any]:
    verdict = Verdict("", "stop" if e.severity == "stop" else "warn", e.code, e.line, e.field, e.data)
    return {"code": e.code, "severity": e.severity, "line": e.line, "field": e.field,
            "message": texts.sentence(verdict, language), "todo": texts.todo(verdict, language)}  # fmt: skip
