"""The queue: work that must be done, kept in the same transaction as what made it necessary.

A worker leases a job for a while and renews the lease while it works. A worker that dies loses its lease, and any
other takes the job up: no worker needs a name that lives on, and no third party watches over them.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import delete, func, or_, select, update
from sqlalchemy.dialects import postgresql, sqlite

from serving.desk.store import tables
from serving.desk.store.engine import Tx
from serving.desk.store.rows import Job, as_row, as_rows

MOST_ERROR = 400


def put(tx: Tx, key: str, kind: str, *, order_id: str | None = None, after: float = 0.0) -> None:
    """Have the job `key` done in `after` seconds; it starts anew if it is there already, whoever holds it."""
    insert: Any = postgresql.insert if tx.dialect == "postgresql" else sqlite.insert
    row = {"key": key, "kind": kind, "order_id": order_id, "run_at": tx.now + timedelta(seconds=after),
           "attempts": 0, "worker": None, "leased_until": None, "error": None}  # fmt: skip
    again = {name: row[name] for name in ("run_at", "attempts", "error")}
    statement = insert(tables.jobs).values(**row)
    # The lease stays with its holder: it goes straight on to the next step without others running for it.
    tx.execute(statement.on_conflict_do_update(index_elements=["key"], set_=again))


def drop(tx: Tx, key: str) -> None:
    tx.execute(delete(tables.jobs).where(tables.jobs.c.key == key))


def claim(tx: Tx, worker: str, kinds: Sequence[str], lease: float) -> Job | None:
    """The job that is due longest and held by nobody, now held by `worker` for `lease` seconds."""
    j = tables.jobs
    free = or_(j.c.leased_until.is_(None), j.c.leased_until < tx.now)
    due = select(j.c.key).where(j.c.kind.in_(list(kinds)), j.c.run_at <= tx.now, free).order_by(j.c.run_at, j.c.key)
    key = tx.execute(due.limit(1).with_for_update(skip_locked=True)).scalar()
    if key is None:
        return None
    held = {"worker": worker, "leased_until": tx.now + timedelta(seconds=lease), "attempts": j.c.attempts + 1}
    tx.execute(update(j).where(j.c.key == key).values(held))
    return as_row(Job, tx.execute(select(j).where(j.c.key == key)).mappings().one())


def holds(tx: Tx, key: str, worker: str) -> bool:
    """True while the job is still `worker`'s; checked in the transaction that writes the job's result."""
    j = tables.jobs
    # No one else takes it before this transaction ends: the row is locked (on SQLite the database is).
    found = select(j.c.worker, j.c.leased_until).where(j.c.key == key).with_for_update()
    row = tx.execute(found).first()
    return row is not None and row.worker == worker


def renew(tx: Tx, key: str, worker: str, lease: float) -> bool:
    """Hold the job for `lease` seconds from now; False where it is no longer `worker`'s."""
    j = tables.jobs
    until = tx.now + timedelta(seconds=lease)
    mine = update(j).where(j.c.key == key, j.c.worker == worker)
    return bool(tx.execute(mine.values(leased_until=until)).rowcount)


def release(
    tx: Tx, key: str, worker: str, *, after: float = 0.0, error: str | None = None, counted: bool = True
) -> None:  # fmt: skip
    """Let go of a job, to be done in `after` seconds by anyone; not `counted`: as if it had not been begun."""
    j = tables.jobs
    values: dict[str, Any] = {"worker": None, "leased_until": None, "run_at": tx.now + timedelta(seconds=after)}
    if error is not None:
        values["error"] = error[:MOST_ERROR]
    if not counted:
        values["attempts"] = 0
    tx.execute(update(j).where(j.c.key == key, j.c.worker == worker).values(values))


def waiting(tx: Tx, key: str) -> bool:
    """Whether a job is still to be done or in hand."""
    return tx.execute(select(tables.jobs.c.key).where(tables.jobs.c.key == key)).first() is not None


def depth(tx: Tx, kind: str) -> int:
    """How many jobs are due or in hand."""
    j = tables.jobs
    return int(tx.execute(select(func.count()).where(j.c.kind == kind, j.c.run_at <= tx.now)).scalar_one())


def stuck(tx: Tx, attempts: int) -> list[Job]:
    """Jobs begun `attempts` times or more without an end."""
    j = tables.jobs
    return as_rows(Job, tx.execute(select(j).where(j.c.attempts >= attempts).order_by(j.c.run_at)).mappings())
