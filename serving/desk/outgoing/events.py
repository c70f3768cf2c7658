"""Events for other systems: which there are, and what they say."""

from __future__ import annotations

import uuid
from typing import Any

from serving.desk.outgoing import alerts
from serving.desk.outgoing.settings import EventSettings, current
from serving.desk.states import State
from serving.desk.store import Tx, outbox, versions
from serving.desk.store.rows import Order

ANNOUNCED: frozenset[State] = frozenset(
    {"waiting", "shadow", "written", "confirmed", "done", "exportable", "exported", "aside", "failed", "rejected",
     "undone"}
)  # fmt: skip
"""States that are told: those in which an order rests, or in which Odoo holds it."""


def notify(tx: Tx, kind: str, order: Order, settings: EventSettings | None = None) -> None:
    """Have `kind` (`order.STATE`) told of an order once `tx` is written; nothing where nobody wants to hear it."""
    settings = settings or current()
    if not settings.targets or not settings.wants(kind):
        return
    body = _body(tx, kind, order)
    for target in settings.targets:
        outbox.put(tx, kind, target, body | {"id": uuid.uuid4().hex}, order.id)


def announce(tx: Tx, order: Order, settings: EventSettings | None = None) -> None:
    """`notify` of the state the order has come to, where that is told at all, and alerts of what was found about it."""
    if order.state in alerts.TOLD:
        alerts.of_order(tx, order)
    if order.state in ANNOUNCED:
        notify(tx, f"order.{order.state}", order, settings)


def _body(tx: Tx, kind: str, order: Order) -> dict[str, Any]:
    """What a receiver needs to go on; what the document says beyond that it asks for with a key of its own."""
    reasons = list(dict.fromkeys(found.code for found in versions.exceptions(tx, order.id)))
    return {
        "event": kind,
        "at": tx.now.isoformat(timespec="milliseconds"),
        "text": _text(order, reasons),
        "order": {
            "id": order.id, "version": order.version, "state": order.state, "order_number": order.order_number,
            "customer": order.customer, "customer_id": order.customer_id, "currency": order.currency,
            "total_net": None if order.total_net is None else str(order.total_net), "stage": order.stage,
            "reason": order.reason, "reasons": reasons, "written_id": order.written_id,
            "written_name": order.written_name, "duplicate_of": order.duplicate_of,
        },
    }  # fmt: skip


def _text(order: Order, reasons: list[str]) -> str:
    """One sentence, which chat programs show."""
    who = f" of {order.customer}" if order.customer else ""
    why = ", ".join(reasons[:5]) or order.reason or ""
    return f"Order {order.order_number or order.id}{who}: {order.state}" + (f" ({why})" if why else "")
