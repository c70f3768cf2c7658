"""Orders: taken in once, moved only along `states.NEXT`, changed only by whoever saw the latest version."""

from __future__ import annotations

import secrets
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from typing import Any

from sqlalchemy import Select, func, or_, select, update
from sqlalchemy.exc import IntegrityError

from data.errors import OrdermillError
from serving.desk import states
from serving.desk.states import State
from serving.desk.store import jobs, tables
from serving.desk.store.engine import Tx
from serving.desk.store.rows import Order, StoredDocument, as_row, as_rows

FLOW = "flow"
"""Kind of the job that takes an order's next step."""

BY_HAND = 1000
"""From here on an order's `part` is not what the reader makes of the file, but what a person split off."""

MOST = 500
"""Orders in one answer at most."""


class Overtaken(OrdermillError):
    """Someone else changed the order since it was loaded; nothing of ours was written."""

    code = "overtaken"

    def __init__(self, order_id: str) -> None:
        super().__init__(f"Order {order_id} was changed by someone else meanwhile.",
                         hint="Load it again and make your change there.")  # fmt: skip


class UnknownOrder(OrdermillError):
    """There is no such order (any more)."""

    code = "unknown_order"

    def __init__(self, order_id: str) -> None:
        super().__init__(f"There is no order {order_id}.", hint="Check the address.")


@dataclass(frozen=True, slots=True)
class NewOrder:
    """What is known of an order before it is read."""

    document: str
    file: str
    source: str
    idempotency_key: str
    sender: str | None = None
    intake_id: int | None = None
    duplicate_of: str | None = None
    part: int = 0


@dataclass(frozen=True, slots=True)
class Filter:
    """Which orders to list; None leaves a criterion out."""

    states: Sequence[str] | None = None
    reason: str | None = None
    customer_id: int | None = None
    sender: str | None = None
    source: str | None = None
    since: datetime | None = None
    until: datetime | None = None
    at_least: Decimal | None = None
    text: str | None = None
    """Part of the order number, customer, file name, or the id."""


ORDER_BY = {
    "newest": (tables.orders.c.received_at.desc(), tables.orders.c.id.desc()),
    "oldest": (tables.orders.c.received_at, tables.orders.c.id),
    "value": (tables.orders.c.total_net.desc().nulls_last(), tables.orders.c.id),
}


def new_id() -> str:
    """Sorts by time, cannot be guessed."""
    return f"{time.time_ns() // 1_000_000:011x}{secrets.token_hex(8)}"


def keep_document(tx: Tx, document: StoredDocument) -> None:
    """Record a document whose bytes are in `Store.files` already. The same again is no error."""
    known = tx.execute(select(tables.documents.c.erased_at).where(tables.documents.c.sha256 == document.sha256)).first()
    if known is None:
        _insert_unless_there(tx, tables.documents, {**_asdict(document)})
    elif known.erased_at is not None:
        tx.execute(update(tables.documents).where(tables.documents.c.sha256 == document.sha256).values(erased_at=None))


def document(tx: Tx, sha256: str) -> StoredDocument | None:
    rows = tx.execute(select(tables.documents).where(tables.documents.c.sha256 == sha256)).mappings()
    row = rows.first()
    return None if row is None else as_row(StoredDocument, row)


def add(tx: Tx, new: NewOrder, by: str) -> tuple[Order, bool]:
    """Take an order in, ready for its first step; (the order, True) or the one with the same key and False."""
    there = by_key(tx, new.idempotency_key)
    if there is not None:
        return there, False
    row = {**_asdict(new), "id": new_id(), "state": "received", "version": 1, "touches": 0,
           "received_at": tx.now, "changed_at": tx.now}  # fmt: skip
    if not _insert_unless_there(tx, tables.orders, row):
        there = by_key(tx, new.idempotency_key)
        if there is None:
            raise RuntimeError("an order with this key was there and is gone")
        return there, False
    tx.log("received", by, row["id"], document=new.document, source=new.source)
    jobs.put(tx, f"order:{row['id']}", FLOW, order_id=row["id"])
    return get(tx, row["id"]), True


def get(tx: Tx, order_id: str) -> Order:
    """Raises `UnknownOrder`."""
    row = tx.execute(select(tables.orders).where(tables.orders.c.id == order_id)).mappings().first()
    if row is None:
        raise UnknownOrder(order_id)
    return as_row(Order, row)


def by_key(tx: Tx, key: str) -> Order | None:
    row = tx.execute(select(tables.orders).where(tables.orders.c.idempotency_key == key)).mappings().first()
    return None if row is None else as_row(Order, row)


def with_document(tx: Tx, sha256: str) -> list[Order]:
    """Orders that came with these bytes, oldest first."""
    o = tables.orders
    return as_rows(Order, tx.execute(select(o).where(o.c.document == sha256).order_by(o.c.received_at)).mappings())


def with_number(tx: Tx, order: Order) -> list[Order]:
    """Other orders of the same customer (or sender, where none is known) with the same order number, oldest first."""
    if order.order_number is None:
        return []
    o = tables.orders
    same = [o.c.customer_id == order.customer_id] if order.customer_id is not None else []
    same += [o.c.sender == order.sender] if order.sender is not None else []
    same += [o.c.customer == order.customer] if order.customer is not None else []
    if not same:
        return []
    query = select(o).where(o.c.order_number == order.order_number, o.c.id != order.id, or_(*same))
    rows = tx.execute(query.where(o.c.state.not_in(sorted(states.ENDED))).order_by(o.c.received_at)).mappings()
    return as_rows(Order, rows)


def change(tx: Tx, order: Order, values: Mapping[str, Any], to: State | None = None) -> Order:
    """The order with `values` (and state `to`), one version on. Raises `Overtaken` and `states.NotAllowed`.

    A state in which a worker has to act puts the order in the queue, any other takes it out.
    """
    if to is not None:
        states.check(order.state, to)
    o = tables.orders
    row = {**values, "version": order.version + 1, "changed_at": tx.now} | ({"state": to} if to else {})
    done = tx.execute(update(o).where(o.c.id == order.id, o.c.version == order.version).values(row))
    if done.rowcount != 1:
        raise Overtaken(order.id)
    if to is not None:
        if to in states.AUTOMATIC:
            jobs.put(tx, f"order:{order.id}", FLOW, order_id=order.id)
        else:
            jobs.drop(tx, f"order:{order.id}")
    return get(tx, order.id)


def move(tx: Tx, order: Order, to: State, by: str, **data: Any) -> Order:
    """The order in state `to`, and an event that says so. Raises `Overtaken` and `states.NotAllowed`."""
    moved = change(tx, order, {}, to)
    tx.log(to, by, order.id, **data)
    return moved


def listed(tx: Tx, which: Filter, *, order_by: str = "newest", limit: int = 50, offset: int = 0) -> list[Order]:
    query = _where(select(tables.orders), which).order_by(*ORDER_BY[order_by])
    return as_rows(Order, tx.execute(query.limit(min(limit, MOST)).offset(offset)).mappings())


def count(tx: Tx, which: Filter) -> int:
    return int(tx.execute(_where(select(func.count()).select_from(tables.orders), which)).scalar_one())


def by_state(tx: Tx) -> dict[str, int]:
    """How many orders are in each state; states without one are left out."""
    o = tables.orders
    return {row.state: row[1] for row in tx.execute(select(o.c.state, func.count()).group_by(o.c.state))}


def _where(query: Select[Any], which: Filter) -> Select[Any]:
    o = tables.orders
    conditions = [
        None if which.states is None else o.c.state.in_(list(which.states)),
        None if which.reason is None else o.c.reason == which.reason,
        None if which.customer_id is None else o.c.customer_id == which.customer_id,
        None if which.sender is None else o.c.sender == which.sender,
        None if which.source is None else o.c.source == which.source,
        None if which.since is None else o.c.received_at >= which.since,
        None if which.until is None else o.c.received_at < which.until,
        None if which.at_least is None else o.c.total_net >= which.at_least,
    ]
    if which.text:
        places = (o.c.order_number, o.c.customer, o.c.file)
        conditions.append(or_(o.c.id == which.text, *(p.icontains(which.text, autoescape=True) for p in places)))
    return query.where(*(c for c in conditions if c is not None))


def _insert_unless_there(tx: Tx, table: Any, row: Mapping[str, Any]) -> bool:
    """False where another transaction has put a row with the same key there first."""
    try:
        with tx.connection.begin_nested():
            tx.execute(table.insert().values(**row))
    except IntegrityError:
        return False
    return True


def _asdict(row: Any) -> dict[str, Any]:
    return {name: getattr(row, name) for name in row.__dataclass_fields__}
