"""How long orders took from receipt until they stood in Odoo, were confirmed, had their goods reserved."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from sqlalchemy import func, select

from serving.desk.figures.period import O, Period, seconds
from serving.desk.store import tables
from serving.desk.store.engine import Tx

MILESTONES = {"draft": "written", "confirmation": "confirmed", "reservation": "reserved"}
"""Name of a milestone and the kind of the event that says it was reached."""


@dataclass(frozen=True, slots=True)
class Time:
    """Seconds from receipt to a milestone over `orders` orders that reached it; None where none did."""

    milestone: str
    orders: int
    median: float | None
    p90: float | None


def times(tx: Tx, period: Period) -> list[Time]:
    """One `Time` a milestone, in their order; an order counts by the first time that it got there."""
    return [_time(tx, period, name, kind) for name, kind in MILESTONES.items()]


def _time(tx: Tx, period: Period, name: str, kind: str) -> Time:
    e = tables.events.c
    first = select(e.order_id, func.min(e.at).label("at")).where(e.kind == kind).group_by(e.order_id).subquery()
    took = seconds(tx, O.received_at, first.c.at)
    query = select(took).select_from(tables.orders.join(first, first.c.order_id == O.id)).where(*period.where())
    found = np.array([float(value) for value in tx.execute(query).scalars()])
    if not len(found):
        return Time(name, 0, None, None)
    median, p90 = np.quantile(found, [0.5, 0.9])
    return Time(name, len(found), float(median), float(p90))
