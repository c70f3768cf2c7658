"""Messages to other systems, kept in the transaction that caused them and sent afterwards, until taken or given up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import or_, select, update

from serving.desk.store import tables
from serving.desk.store.engine import Tx
from serving.desk.store.rows import OutMessage, as_row, as_rows

MOST_TRIES = 12
"""With doubling pauses from ten seconds to an hour this is about five hours."""
_FIRST_PAUSE, _LONGEST_PAUSE = 10.0, 3600.0


def put(tx: Tx, kind: str, target: str, body: dict[str, Any], order_id: str | None = None) -> None:
    row = {"kind": kind, "target": target, "body": body, "order_id": order_id, "created_at": tx.now,
           "run_at": tx.now, "attempts": 0}  # fmt: skip
    tx.execute(tables.outbox.insert().values(**row))


def claim(tx: Tx, worker: str, lease: float) -> OutMessage | None:
    """The message that is due longest, now held by `worker` for `lease` seconds."""
    o = tables.outbox
    free = or_(o.c.leased_until.is_(None), o.c.leased_until < tx.now)
    due = select(o.c.id).where(o.c.sent_at.is_(None), o.c.dead_at.is_(None), o.c.run_at <= tx.now, free)
    found = tx.execute(due.order_by(o.c.run_at, o.c.id).limit(1).with_for_update(skip_locked=True)).scalar()
    if found is None:
        return None
    held = {"worker": worker, "leased_until": tx.now + timedelta(seconds=lease), "attempts": o.c.attempts + 1}
    tx.execute(update(o).where(o.c.id == found).values(held))
    return as_row(OutMessage, tx.execute(select(o).where(o.c.id == found)).mappings().one())


def sent(tx: Tx, message: OutMessage) -> None:
    _set(tx, message, sent_at=tx.now, worker=None, leased_until=None, error=None)


def failed(tx: Tx, message: OutMessage, error: str) -> None:
    """Try again after a pause, or give up after `MOST_TRIES`."""
    pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** (message.attempts - 1))
    dead = tx.now if message.attempts >= MOST_TRIES else None
    _set(tx, message, run_at=tx.now + timedelta(seconds=pause), dead_at=dead, worker=None, leased_until=None,
         error=error[:400])  # fmt: skip


def dead(tx: Tx) -> list[OutMessage]:
    """Messages that were given up, newest first."""
    o = tables.outbox
    return as_rows(OutMessage, tx.execute(select(o).where(o.c.dead_at.is_not(None)).order_by(o.c.id.desc())).mappings())


def resend(tx: Tx, message_id: int, by: str) -> bool:
    """Have a given-up message sent again; False where it is not one."""
    o = tables.outbox
    again = update(o).where(o.c.id == message_id, o.c.dead_at.is_not(None))
    done = tx.execute(again.values(dead_at=None, attempts=0, run_at=tx.now))
    if done.rowcount:
        tx.log("message_resent", by, message=message_id)
    return bool(done.rowcount)


def _set(tx: Tx, message: OutMessage, **values: Any) -> None:
    o = tables.outbox
    tx.execute(update(o).where(o.c.id == message.id, o.c.worker == message.worker).values(values))
