"""Why orders went to a person: by reason, how many orders, and how many had no other reason."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from sqlalchemy import and_, distinct, func, select

from serving.desk.figures.period import O, Period
from serving.desk.store import tables
from serving.desk.store.engine import Tx


@dataclass(frozen=True, slots=True)
class Reason:
    """One reason: `orders` that it stopped, `alone` those that nothing else stopped (what its
    removal would spare a person), `open` those it stops now."""

    code: str
    orders: int
    alone: int
    open: int


def reasons(tx: Tx, period: Period, *, most: int = 20) -> list[Reason]:
    """The `most` reasons whose removal would spare most orders a person, then those that stopped most."""
    e = tables.exceptions.c
    which = and_(e.order_id == O.id, e.severity == "stop", *period.where())
    # A reason found again after a correction is a row again: an order counts once.
    codes = select(e.order_id, func.min(e.code).label("code")).where(which).group_by(e.order_id)
    single = codes.having(func.count(distinct(e.code)) == 1).subquery()
    alone = _pairs(tx.execute(select(single.c.code, func.count()).group_by(single.c.code)))
    number = func.count(distinct(e.order_id))
    total = _pairs(tx.execute(select(e.code, number).where(which).group_by(e.code)))
    waiting = _pairs(tx.execute(select(e.code, number).where(which, e.closed_at.is_(None)).group_by(e.code)))
    found = [Reason(code, n, alone.get(code, 0), waiting.get(code, 0)) for code, n in total.items()]
    return sorted(found, key=lambda r: (-r.alone, -r.orders, r.code))[:most]


def _pairs(rows: Iterable[Any]) -> dict[str, int]:
    # Results have `keys`, so that `dict` alone would take them for a mapping.
    return dict(iter(rows))
