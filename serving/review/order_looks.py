"""Who is looking at an order: a soft lock that lasts as long as the page is open, and hinders nobody.

It is a lease in the queue of jobs, as a worker's on a step: it ends by itself when the page is closed or the machine
goes away, and needs no table of its own.
"""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import delete, select
from sqlalchemy.dialects import postgresql, sqlite

from serving.desk.store import Tx, tables

LOOK = "look"
"""Kind of these leases among the jobs; no worker claims it."""

LASTS = timedelta(seconds=90)
"""How long one sign of life holds; the page gives one every 30 seconds."""

_j = tables.jobs


@dataclass(frozen=True, slots=True)
class Look:
    """A person with an order's page open since `since`."""

    order_id: str
    by: str
    since: datetime


def look(tx: Tx, order_id: str, by: str) -> bool:
    """Say that `by` has the order open; True where they had not before."""
    tx.execute(delete(_j).where(_j.c.kind == LOOK, _j.c.leased_until < tx.now))
    mine = _key(order_id, by)
    new = tx.execute(select(_j.c.key).where(_j.c.key == mine)).first() is None
    insert: Any = postgresql.insert if tx.dialect == "postgresql" else sqlite.insert
    row = {"key": mine, "kind": LOOK, "order_id": order_id, "run_at": tx.now, "attempts": 0, "worker": by[:64],
           "leased_until": tx.now + LASTS, "error": None}  # fmt: skip
    statement = insert(_j).values(**row)
    again = {"leased_until": row["leased_until"]}
    tx.execute(statement.on_conflict_do_update(index_elements=["key"], set_=again))
    return new


def leave(tx: Tx, order_id: str, by: str) -> None:
    """The page was closed."""
    tx.execute(delete(_j).where(_j.c.key == _key(order_id, by)))


def looking(tx: Tx, order_id: str) -> list[Look]:
    """Who has the order open now, the first comer first."""
    return lookers(tx, [order_id]).get(order_id, [])


def lookers(tx: Tx, order_ids: Sequence[str]) -> dict[str, list[Look]]:
    """The same for many orders at once; orders that nobody has open are left out."""
    now = select(_j).where(_j.c.kind == LOOK, _j.c.leased_until >= tx.now, _j.c.order_id.in_(list(order_ids)))
    out: dict[str, list[Look]] = {}
    for row in tx.execute(now.order_by(_j.c.run_at, _j.c.key)):
        out.setdefault(row.order_id, []).append(Look(row.order_id, row.worker, row.run_at))
    return out


def _key(order_id: str, by: str) -> str:
    return f"{LOOK}:{order_id}:{hashlib.sha256(by.encode()).hexdigest()[:16]}"
