"""The audit chain: append-only events, each holding the hash of the one before.

    data_hash = SHA-256(salt, data)      hash = SHA-256(previous, seq, at, order, kind, by, data_hash)

An event's data can be erased (privacy) without breaking the chain: its hash stays, and the salt, which goes with the
data, keeps a short value from being guessed back. Who keeps the last hash elsewhere can prove that nothing before it
was changed, left out or added (`ordermill desk events --export`).
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from sqlalchemy import Connection, select, update

from serving.desk.store import tables
from serving.desk.store.rows import Event, as_row, as_rows

if TYPE_CHECKING:
    from serving.desk.store.engine import Tx

GENESIS = "0" * 64
_PAGE = 1000


@dataclass(frozen=True, slots=True)
class Pending:
    """An event that has no place in the chain yet."""

    kind: str
    by: str
    order_id: str | None
    data: dict[str, Any]
    at: datetime


@dataclass(frozen=True, slots=True)
class Verified:
    """Result of `verify`: how many events hold, how many had their data erased, and what is wrong first."""

    events: int
    erased: int
    last: str
    """Hash of the last event that holds."""
    broken: str | None = None


def seal(connection: Connection, pending: Sequence[Pending]) -> None:
    """Append events at the head of the chain; the head is locked until the transaction ends."""
    if not pending:
        return
    seq, previous = connection.execute(
        select(tables.chain.c.seq, tables.chain.c.hash).where(tables.chain.c.id == 1).with_for_update()
    ).one()
    rows = []
    for event in pending:
        seq += 1
        text = json.dumps(event.data, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        salt = secrets.token_hex(16)
        data_hash = _data_hash(salt, text)
        digest = _hash(previous, seq, event.at, event.order_id, event.kind, event.by, data_hash)
        row = {"seq": seq, "at": event.at, "order_id": event.order_id, "kind": event.kind, "by": event.by,
               "salt": salt, "data": text, "data_hash": data_hash, "previous": previous, "hash": digest}  # fmt: skip
        rows.append(row)
        previous = digest
    connection.execute(tables.events.insert(), rows)
    connection.execute(update(tables.chain).where(tables.chain.c.id == 1).values(seq=seq, hash=previous))


def of_order(tx: Tx, order_id: str) -> list[Event]:
    """An order's story, first to last."""
    e = tables.events
    rows = tx.execute(select(e).where(e.c.order_id == order_id).order_by(e.c.seq))
    return as_rows(Event, rows.mappings())


def walk(tx: Tx, after: int = 0) -> Iterator[Event]:
    """All events from `after` on, in order, a page at a time."""
    e = tables.events
    while True:
        rows = tx.execute(select(e).where(e.c.seq > after).order_by(e.c.seq).limit(_PAGE)).mappings().all()
        for row in rows:
            yield as_row(Event, row)
        if len(rows) < _PAGE:
            return
        after = rows[-1]["seq"]


def verify(tx: Tx) -> Verified:
    """Recompute the whole chain and compare its end with the head."""
    previous, count, erased = GENESIS, 0, 0
    for event in walk(tx):
        trouble = _trouble(event, previous, count + 1)
        if trouble:
            return Verified(count, erased, previous, trouble)
        previous, count, erased = event.hash, count + 1, erased + (event.data is None)
    seq, head = tx.execute(select(tables.chain.c.seq, tables.chain.c.hash).where(tables.chain.c.id == 1)).one()
    if (seq, head) != (count, previous):
        return Verified(count, erased, previous, f"the chain ends at {count}, its head says {seq}")
    return Verified(count, erased, previous)


def verify_order(tx: Tx, order_id: str) -> Verified:
    """As `verify` for the events of one order alone: each is whole and follows the one before it in the chain."""
    e, last, erased, count = tables.events.c, GENESIS, 0, 0
    for event in of_order(tx, order_id):
        before = tx.execute(select(e.hash).where(e.seq == event.seq - 1)).scalar_one_or_none()
        trouble = _trouble(event, before or GENESIS, event.seq)
        if trouble:
            return Verified(count, erased, last, trouble)
        last, count, erased = event.hash, count + 1, erased + (event.data is None)
    return Verified(count, erased, last)


def erase_data(tx: Tx, order_id: str) -> int:
    """Forget what the events of an order said; that they happened, when and by whom stays. How many."""
    e = tables.events
    gone = tx.execute(update(e).where(e.c.order_id == order_id, e.c.data.is_not(None)).values(data=None, salt=""))
    return int(gone.rowcount)


def to_dict(event: Event) -> dict[str, Any]:
    """JSON-ready, with all that a stranger needs to verify the chain."""
    return {
        "seq": event.seq, "at": _time(event.at), "order": event.order_id, "kind": event.kind, "by": event.by,
        "data": None if event.data is None else json.loads(event.data), "data_text": event.data, "salt": event.salt,
        "data_hash": event.data_hash, "previous": event.previous, "hash": event.hash,
    }  # fmt: skip


def _trouble(event: Event, previous: str, seq: int) -> str | None:
    if event.seq != seq:
        return f"event {seq} is missing"
    if event.previous != previous:
        return f"event {seq} does not follow the one before"
    if event.data is not None and _data_hash(event.salt, event.data) != event.data_hash:
        return f"the data of event {seq} were changed"
    if _hash(previous, seq, event.at, event.order_id, event.kind, event.by, event.data_hash) != event.hash:
        return f"event {seq} was changed"
    return None


def _data_hash(salt: str, text: str) -> str:
    return hashlib.sha256(f"{salt}\n{text}".encode()).hexdigest()


def _hash(previous: str, seq: int, at: datetime, order_id: str | None, kind: str, by: str, data_hash: str) -> str:
    # As JSON, so that no two different events can run together to the same text.
    parts = [previous, seq, _time(at), order_id, kind, by, data_hash]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()


def _time(at: datetime) -> str:
    return at.astimezone(UTC).isoformat(timespec="microseconds")
