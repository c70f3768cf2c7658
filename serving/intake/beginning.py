"""When a place was first looked at, and what was there already: that is left, unless the settings say otherwise.

It is an event of the audit chain (`intake_began`), so that every process has the same beginning and it can be shown.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import select

from serving.desk.store import Store, Tx, tables

BEGAN = "intake_began"


@dataclass(frozen=True, slots=True)
class Beginning:
    """The first look at a place. `left` things lay there already; `mark` tells them from what came later."""

    at: datetime
    left: int
    mark: Mapping[str, Any]
    """Empty: all that is there is to be taken."""


def place(*parts: str) -> str:
    """A name for a mailbox or folder that says nothing of it."""
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:32]


def known(tx: Tx, where: str) -> Beginning | None:
    """The beginning of `where`; None before the first look."""
    return next((found for name, found in _all(tx) if name == where), None)


def begin(store: Store, where: str, source: str, left: int, mark: Mapping[str, Any]) -> Beginning:
    """Note the first look at `where`, unless another process has done so: then its beginning counts.

    Where mails or files of `source` were taken by a release that kept no beginnings, everything is taken as before.
    """

    def work(tx: Tx) -> Beginning:
        there = _all(tx)
        mine = next((found for name, found in there if name == where), None)
        if mine is not None:
            return mine
        i = tables.intakes.c
        older = not there and tx.execute(select(i.id).where(i.source == source).limit(1)).first() is not None
        data = {"place": where, "source": source, "left": 0 if older else left, "mark": {} if older else dict(mark)}
        tx.log(BEGAN, "intake", None, **data)
        return Beginning(tx.now, 0 if older else left, {} if older else mark)

    return store.run(work)


def _all(tx: Tx) -> list[tuple[str, Beginning]]:
    e = tables.events.c
    found = []
    for row in tx.execute(select(e.at, e.data).where(e.kind == BEGAN).order_by(e.seq)):
        data = json.loads(row.data or "{}")
        found.append((data.get("place", ""), Beginning(row.at, data.get("left", 0), data.get("mark", {}))))
    return found
