"""Messages to other systems, kept in the transaction that caused them and sent afterwards, until taken or given up."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from sqlalchemy import Select, and_, func, or_, select, update

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


def claim(tx: Tx, worker: str, lease: float, letters: bool | None = None) -> OutMessage | None:
    """The message that is due longest, now held by `worker` for `lease` seconds; `letters`: only such, or none."""
    o = tables.outbox
    free = or_(o.c.leased_until.is_(None), o.c.leased_until < tx.now)
    due = select(o.c.id).where(o.c.sent_at.is_(None), o.c.dead_at.is_(None), o.c.run_at <= tx.now, free)
    if letters is not None:
        due = due.where(o.c.target.startswith("mailto:") if letters else ~o.c.target.startswith("mailto:"))
    found = tx.execute(due.order_by(o.c.run_at, o.c.id).limit(1).with_for_update(skip_locked=True)).scalar()
    if found is None:
        return None
    held = {"worker": worker, "leased_until": tx.now + timedelta(seconds=lease), "attempts": o.c.attempts + 1}
    tx.execute(update(o).where(o.c.id == found).values(held))
    return as_row(OutMessage, tx.execute(select(o).where(o.c.id == found)).mappings().one())


def sent(tx: Tx, message: OutMessage) -> None:
    _set(tx, message, sent_at=tx.now, worker=None, leased_until=None, error=None)


def failed(tx: Tx, message: OutMessage, error: str, *, final: bool = False) -> bool:
    """Try again after a pause, or give up after `MOST_TRIES` and where it is `final`; True where it was given up."""
    pause = min(_LONGEST_PAUSE, _FIRST_PAUSE * 2 ** (message.attempts - 1))
    dead = tx.now if final or message.attempts >= MOST_TRIES else None
    _set(tx, message, run_at=tx.now + timedelta(seconds=pause), dead_at=dead, worker=None, leased_until=None,
         error=error[:400])  # fmt: skip
    return dead is not None


def dead(tx: Tx) -> list[OutMessage]:
    """Messages that were given up, newest first."""
    return listed(tx, "dead", limit=None)


STATES = ("waiting", "sent", "dead")


def get(tx: Tx, message_id: int) -> OutMessage | None:
    row = tx.execute(select(tables.outbox).where(tables.outbox.c.id == message_id)).mappings().first()
    return None if row is None else as_row(OutMessage, row)


def listed(
    tx: Tx, state: str, kind: str | None = None, *, limit: int | None = 50, offset: int = 0
) -> list[OutMessage]:  # fmt: skip
    """Messages in one of `STATES`, newest first; `kind` is a kind or what it begins with (`alert.`)."""
    query = _which(select(tables.outbox), state, kind).order_by(tables.outbox.c.id.desc())
    return as_rows(OutMessage, tx.execute(query.limit(limit).offset(offset)).mappings())


def count(tx: Tx, state: str, kind: str | None = None) -> int:
    return int(tx.execute(_which(select(func.count()).select_from(tables.outbox), state, kind)).scalar_one())


def kinds(tx: Tx) -> list[str]:
    """Kinds of the messages that are kept."""
    return list(tx.execute(select(tables.outbox.c.kind).distinct().order_by(tables.outbox.c.kind)).scalars())


def of_order(tx: Tx, order_id: str, kind: str) -> list[OutMessage]:
    """An order's messages of one kind, oldest first."""
    o = tables.outbox
    rows = tx.execute(select(o).where(o.c.order_id == order_id, o.c.kind == kind).order_by(o.c.id))
    return as_rows(OutMessage, rows.mappings())


def resend(tx: Tx, message_id: int, by: str) -> bool:
    """Have a message that was given up, or waits for its next try, sent now; False where it is neither."""
    o = tables.outbox
    again = update(o).where(o.c.id == message_id, o.c.sent_at.is_(None))
    done = tx.execute(again.values(dead_at=None, attempts=0, run_at=tx.now))
    if done.rowcount:
        tx.log("message_resent", by, message=message_id)
    return bool(done.rowcount)


def give_up(tx: Tx, message_id: int, by: str) -> bool:
    """Have a waiting message sent no more; False where it does not wait, or is being sent at this moment."""
    o = tables.outbox
    free = or_(o.c.leased_until.is_(None), o.c.leased_until < tx.now)
    mine = update(o).where(o.c.id == message_id, o.c.sent_at.is_(None), o.c.dead_at.is_(None), free)
    done = tx.execute(mine.values(dead_at=tx.now, worker=None, leased_until=None))
    if done.rowcount:
        tx.log("message_given_up", by, message=message_id)
    return bool(done.rowcount)


def _which(query: Select[Any], state: str, kind: str | None) -> Select[Any]:
    o = tables.outbox.c
    query = query.where({
        "waiting": and_(o.sent_at.is_(None), o.dead_at.is_(None)), "sent": o.sent_at.is_not(None),
        "dead": o.dead_at.is_not(None),
    }[state])  # fmt: skip
    return query if kind is None else query.where(o.kind.startswith(kind, autoescape=True))


def _set(tx: Tx, message: OutMessage, **values: Any) -> None:
    o = tables.outbox
    tx.execute(update(o).where(o.c.id == message.id, o.c.worker == message.worker).values(values))
