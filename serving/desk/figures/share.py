"""How many orders came, what became of them, and how many did without a person; whole, by week, by customer."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import and_, case, func, select

from models.binomial import wilson
from serving.desk.figures.period import O, Period, as_date, week
from serving.desk.store import tables
from serving.desk.store.engine import Tx

PASSED = ("written", "confirmed", "done", "exportable", "exported")
"""The order stands in Odoo or is ready for another system."""
STOPPED = ("waiting", "rejected", "undone", "failed")
"""A person had to look, or has to; an undone order was wrong although it passed."""


@dataclass(frozen=True, slots=True)
class Count:
    """Orders of one group. Those still under way, in shadow or set aside are in `received` alone."""

    received: int = 0
    passed: int = 0
    stopped: int = 0
    untouched: int = 0
    """Passed without a person having acted on them."""
    confirmed_untouched: int = 0
    """Confirmed in Odoo without a person."""
    touches: int = 0
    """Acts of people on the orders passed and stopped."""

    @property
    def decided(self) -> int:
        return self.passed + self.stopped

    @property
    def share(self) -> float | None:
        """Of the orders decided, those that passed without a person; None before the first."""
        return self.untouched / self.decided if self.decided else None

    @property
    def limits(self) -> tuple[float, float]:
        """95 % limits of `share`."""
        return wilson(self.untouched, self.decided)

    @property
    def confirmed_share(self) -> float | None:
        return self.confirmed_untouched / self.decided if self.decided else None

    @property
    def touches_each(self) -> float | None:
        return self.touches / self.decided if self.decided else None


@dataclass(frozen=True, slots=True)
class Week:
    """One week by its Monday."""

    monday: date
    count: Count


@dataclass(frozen=True, slots=True)
class Customer:
    """One customer: `id` in Odoo where it is bound, otherwise the name as read; both None where neither is known."""

    id: int | None
    name: str | None
    count: Count


def by_state(tx: Tx, period: Period) -> dict[str, int]:
    """Orders in each state, the commonest first."""
    number = func.count().label("number")
    query = select(O.state, number).where(*period.where()).group_by(O.state).order_by(number.desc(), O.state)
    return {row.state: row.number for row in tx.execute(query)}


def whole(tx: Tx, period: Period) -> Count:
    return _count(tx.execute(select(*_sums()).where(*period.where())).one())


def weekly(tx: Tx, period: Period) -> list[Week]:
    """Weeks with orders, oldest first."""
    monday = week(tx, O.received_at).label("monday")
    rows = tx.execute(select(monday, *_sums()).where(*period.where()).group_by(monday).order_by(monday))
    return [Week(as_date(row.monday), _count(row)) for row in rows]


def by_customer(tx: Tx, period: Period, *, most: int = 50) -> list[Customer]:
    """The `most` customers with most orders."""
    # A bound customer is one whatever its orders call it.
    read = case((O.customer_id.is_(None), O.customer), else_=None).label("read")
    name, received = func.max(O.customer).label("name"), func.count().label("received")
    query = select(O.customer_id, read, name, *_sums()).where(*period.where(), O.state != "aside")
    rows = tx.execute(query.group_by(O.customer_id, read).order_by(received.desc(), name).limit(most))
    return [Customer(row.customer_id, row.name, _count(row)) for row in rows]


def _sums() -> Sequence[Any]:
    passed, stopped = O.state.in_(PASSED), O.state.in_(STOPPED)
    alone = O.touches == 0
    confirmed = and_(O.state.in_(("confirmed", "done")), O.stage == "confirm")

    def number(condition: Any, what: Any = 1) -> Any:
        return func.coalesce(func.sum(case((condition, what), else_=0)), 0)

    return [
        func.count().label("received"), number(passed).label("passed"), number(stopped).label("stopped"),
        number(and_(passed, alone)).label("untouched"), number(and_(confirmed, alone)).label("confirmed_untouched"),
        number(passed | stopped, tables.orders.c.touches).label("touches"),
    ]  # fmt: skip


def _count(row: Any) -> Count:
    return Count(**{name: int(getattr(row, name)) for name in Count.__dataclass_fields__})
