"""Versions of the rules. The latest one decides; none is ever changed or removed."""

from __future__ import annotations

from typing import Any

from sqlalchemy import func, select

from serving.desk.store import tables
from serving.desk.store.engine import Tx
from serving.desk.store.rows import RulebookVersion, as_row, as_rows


def add(tx: Tx, text: str, by: str, note: str = "") -> RulebookVersion:
    """Keep a new version, which decides from now on. The text must have been checked by `rules.parse`."""
    version = int(tx.execute(select(func.coalesce(func.max(tables.rulebooks.c.version), 0))).scalar_one()) + 1
    row: dict[str, Any] = {"version": version, "at": tx.now, "by": by, "note": note[:400], "text": text}
    tx.execute(tables.rulebooks.insert().values(**row))
    tx.log("rules_changed", by, version=version, note=note[:400])
    return RulebookVersion(**row)


def latest(tx: Tx) -> RulebookVersion | None:
    r = tables.rulebooks
    row = tx.execute(select(r).order_by(r.c.version.desc()).limit(1)).mappings().first()
    return None if row is None else as_row(RulebookVersion, row)


def get(tx: Tx, version: int) -> RulebookVersion | None:
    row = tx.execute(select(tables.rulebooks).where(tables.rulebooks.c.version == version)).mappings().first()
    return None if row is None else as_row(RulebookVersion, row)


def all_of_them(tx: Tx) -> list[RulebookVersion]:
    r = tables.rulebooks
    return as_rows(RulebookVersion, tx.execute(select(r).order_by(r.c.version.desc())).mappings())
