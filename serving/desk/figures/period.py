"""Which orders are counted, and the few expressions that SQLite and PostgreSQL spell differently."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sqlalchemy import ColumnElement, Date, cast, extract, func, literal_column

from serving.desk.store import tables
from serving.desk.store.engine import Tx

O = tables.orders.c  # noqa: E741


@dataclass(frozen=True, slots=True)
class Period:
    """Orders received from `since` until before `until`, of one customer (its id in Odoo) or of all; None is open."""

    since: datetime | None = None
    until: datetime | None = None
    customer_id: int | None = None
    sender: str | None = None

    def where(self) -> list[ColumnElement[bool]]:
        """Conditions on `orders`; erased ones are never counted."""
        conditions: list[ColumnElement[bool] | None] = [
            O.state != "erased",
            None if self.since is None else O.received_at >= self.since,
            None if self.until is None else O.received_at < self.until,
            None if self.customer_id is None else O.customer_id == self.customer_id,
            None if self.sender is None else O.sender == self.sender,
        ]
        return [c for c in conditions if c is not None]


def seconds(tx: Tx, begin: Any, end: Any) -> ColumnElement[Any]:
    """Seconds from one time to another."""
    if tx.dialect == "postgresql":
        return extract("epoch", end - begin)
    # Days as doubles: exact to about 40 microseconds.
    return (func.julianday(end) - func.julianday(begin)) * 86400.0


def week(tx: Tx, at: Any) -> ColumnElement[Any]:
    """The Monday (UTC) of the week that a time lies in; `as_date` makes a date of what comes back."""
    if tx.dialect == "postgresql":
        return cast(func.date_trunc("week", func.timezone("UTC", at)), Date)
    return func.date(at, literal_column("'weekday 0'"), literal_column("'-6 days'"))


def as_date(value: Any) -> date:
    return value if isinstance(value, date) else date.fromisoformat(value)
