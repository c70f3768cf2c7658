"""What the sender memory keeps, one row a layout (`models.memory`)."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from sqlalchemy import select

from serving.desk.store import tables
from serving.desk.store.engine import Tx


def versions(tx: Tx) -> dict[str, int]:
    """The version of every layout, by id."""
    t = tables.layouts
    return {row.id: row.version for row in tx.execute(select(t.c.id, t.c.version))}


def bodies(tx: Tx, ids: Collection[str]) -> list[dict[str, Any]]:
    """Layouts as they were put in; those that are gone are left out."""
    t = tables.layouts
    return [row.body for row in tx.execute(select(t.c.body).where(t.c.id.in_(list(ids))))] if ids else []


def put(tx: Tx, id: str, version: int, body: dict[str, Any]) -> None:
    """Keep a layout in place of its older versions."""
    t = tables.layouts
    tx.execute(t.delete().where(t.c.id == id))
    tx.execute(t.insert().values(id=id, version=version, changed_at=tx.now, body=body))


def remove(tx: Tx, id: str) -> None:
    tx.execute(tables.layouts.delete().where(tables.layouts.c.id == id))
