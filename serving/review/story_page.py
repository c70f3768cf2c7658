"""An order's story: what happened to it in plain sentences, what was written to Odoo, whether its record is whole;
and, for approvers, taking it back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi import Path as InPath
from fastapi.responses import RedirectResponse

from data.errors import OrdermillError
from serving.access import Person, needs
from serving.desk import actions, states
from serving.desk.actions import UNDO
from serving.desk.office import Office
from serving.desk.store import Tx, events, jobs, orders, versions
from serving.desk.store.rows import Order
from serving.problems import Problem
from serving.review.render import page
from serving.review.story_sentences import story
from serving.review.words import words

Clerk = Annotated[Person, Depends(needs("clerk"))]
Approver = Annotated[Person, Depends(needs("approver"))]
OrderId = Annotated[str, InPath(max_length=32)]


def router(office: Office) -> APIRouter:
    router = APIRouter(prefix="/desk/orders/{order_id}/story")

    def shown(request: Request, person: Person, order_id: str, *, status: int = 200, **more: Any) -> Response:
        with office.store.read() as tx:
            try:
                context = _context(tx, orders.get(tx, order_id), person)
            except orders.UnknownOrder as error:
                raise Problem(404, error.code, error.message, error.hint) from error
        return page(request, person, "story.html", status=status, **({"trouble": "", "sure": False} | context | more))

    @router.get("")
    def show(request: Request, order_id: OrderId, person: Clerk) -> Response:
        return shown(request, person, order_id)

    @router.post("/undo")
    def undo(
        request: Request, order_id: OrderId, person: Approver, version: Annotated[int, Form()],
        why: Annotated[str, Form(max_length=400)] = "", sure: Annotated[bool, Form()] = False,
    ) -> Response:  # fmt: skip
        if not sure:
            return shown(request, person, order_id, sure=True, why=why, version=version)

        def work(tx: Tx) -> Order:
            order = orders.get(tx, order_id)
            if "undone" not in states.NEXT[order.state]:
                raise states.NotAllowed(order.state, "undone")
            return actions.undo(tx, replace(order, version=version), person.name, why)

        try:
            office.store.run(work)
        except OrdermillError as error:
            return shown(request, person, order_id, status=409, trouble=f"{error.message} {error.hint}".strip())
        return RedirectResponse(f"/desk/orders/{order_id}/story", 303)

    return router


def _context(tx: Tx, order: Order, person: Person) -> dict[str, Any]:
    known = words(person.language)
    proposal = versions.proposal(tx, order.id)
    read = versions.extraction(tx, order.id)
    asked = jobs.waiting(tx, f"{UNDO}:{order.id}")
    return {
        "order": order, "entries": story(tx, order.id, person.language), "chain": events.verify_order(tx, order.id),
        "extraction": read, "decision": versions.decision(tx, order.id),
        "proposal": None if proposal is None or order.written_id is None else _flat(proposal.proposal),
        "named": partial(_named, known), "asked": asked, "version": order.version, "why": "",
        "may_undo": person.may("approver") and order.written_id is not None and not asked
        and "undone" in states.NEXT[order.state],
        "against": [(known.get(f"reasons.{e.code}.name", e.code), e.data.get("message", ""), e.data.get("todo", ""))
                    for e in versions.exceptions(tx, order.id)],
    }  # fmt: skip


def _named(known: Mapping[str, str], path: str) -> str:
    """The place of a value in words: "Order number", "Line 1 · Quantity"."""
    parts = path.split(".")
    if parts[0] == "fields":
        name = path.removeprefix("fields.")
        return known.get(f"order.field.{name}", name)
    if parts[0] != "lines" or len(parts) < 2 or not parts[1].isdecimal():
        return path
    line = known["order.line"].format(n=int(parts[1]) + 1)
    return line if len(parts) == 2 else f"{line} \u00b7 {known.get(f'order.cell.{parts[-1]}', parts[-1])}"


def _flat(node: Any, above: str = "") -> list[tuple[str, str]]:
    """A nested proposal as (path, value); what is empty is left out."""
    if isinstance(node, dict):
        return [pair for key, value in node.items() for pair in _flat(value, f"{above}.{key}" if above else str(key))]
    if isinstance(node, list):
        return [pair for n, value in enumerate(node) for pair in _flat(value, f"{above}.{n}")]
    if node in (None, ""):
        return []
    return [(above, node if isinstance(node, str) else json.dumps(node))]
