"""What is known of an order, version by version: extractions, proposals, decisions, corrections, exceptions.

Nothing here is overwritten; the highest version counts.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from sqlalchemy import Table, func, select, update

from serving.desk.store import tables
from serving.desk.store.engine import Tx
from serving.desk.store.rows import (
    Correction,
    Decision,
    ExtractionVersion,
    OpenException,
    ProposalVersion,
    as_row,
    as_rows,
)  # fmt: skip

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NewException:
    """A reason to open; `data` holds what its sentence says besides."""

    code: str
    severity: str
    line: int | None = None
    field: str | None = None
    data: dict[str, Any] = dataclasses.field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class NewCorrection:
    """A changed value; None before is an addition, None after a removal."""

    path: str
    before: str | None
    after: str | None
    boxes: list[dict[str, Any]] | None = None


def add_extraction(
    tx: Tx, order_id: str, result: Mapping[str, Any], by: str, model_name: str, model_version: str
) -> int:
    """The number of the new version, 1 for the first."""
    row = {"by": by, "model_name": model_name, "model_version": model_version, "result": dict(result)}
    return _add(tx, tables.extractions, order_id, row)


def extraction(tx: Tx, order_id: str, version: int | None = None) -> ExtractionVersion | None:
    return _get(tx, tables.extractions, ExtractionVersion, order_id, version)


def extractions(tx: Tx, order_id: str) -> list[ExtractionVersion]:
    return _all(tx, tables.extractions, ExtractionVersion, order_id)


def add_proposal(
    tx: Tx, order_id: str, extraction_version: int, matches: dict[str, Any] | None, proposal: dict[str, Any] | None
) -> int:
    row = {"extraction_version": extraction_version, "matches": matches, "proposal": proposal}
    return _add(tx, tables.proposals, order_id, row)


def proposal(tx: Tx, order_id: str, version: int | None = None) -> ProposalVersion | None:
    return _get(tx, tables.proposals, ProposalVersion, order_id, version)


def add_decision(
    tx: Tx, order_id: str, extraction_version: int, by: str, outcome: str, stage: str, rules_version: int,
    verdicts: Sequence[dict[str, Any]], facts: Mapping[str, Any],
) -> int:  # fmt: skip
    row = {"extraction_version": extraction_version, "by": by, "outcome": outcome, "stage": stage,
           "rules_version": rules_version, "verdicts": list(verdicts), "facts": dict(facts)}  # fmt: skip
    return _add(tx, tables.decisions, order_id, row)


def decision(tx: Tx, order_id: str, version: int | None = None) -> Decision | None:
    return _get(tx, tables.decisions, Decision, order_id, version)


def decisions(tx: Tx, order_id: str) -> list[Decision]:
    return _all(tx, tables.decisions, Decision, order_id)


def add_corrections(
    tx: Tx, order_id: str, extraction_version: int, by: str, corrections: Iterable[NewCorrection]
) -> None:
    rows = [{"order_id": order_id, "extraction_version": extraction_version, "by": by, "at": tx.now, "path": c.path,
             "before": c.before, "after": c.after, "boxes": c.boxes} for c in corrections]  # fmt: skip
    if rows:
        tx.execute(tables.corrections.insert(), rows)


def corrections(tx: Tx, order_id: str) -> list[Correction]:
    c = tables.corrections
    return as_rows(Correction, tx.execute(select(c).where(c.c.order_id == order_id).order_by(c.c.id)).mappings())


def replace_exceptions(tx: Tx, order_id: str, new: Sequence[NewException], by: str) -> None:
    """Close the open exceptions of an order as overtaken and open `new` ones."""
    close_exceptions(tx, order_id, by, "overtaken")
    rows = [{"order_id": order_id, "code": n.code, "severity": n.severity, "line": n.line, "field": n.field,
             "data": n.data, "opened_at": tx.now} for n in new]  # fmt: skip
    if rows:
        tx.execute(tables.exceptions.insert(), rows)


def close_exceptions(tx: Tx, order_id: str, by: str, answer: str) -> None:
    """`answer`: overtaken, accepted, corrected or rejected."""
    e = tables.exceptions
    mine = update(e).where(e.c.order_id == order_id, e.c.closed_at.is_(None))
    tx.execute(mine.values(closed_at=tx.now, closed_by=by, answer=answer))


def exceptions(tx: Tx, order_id: str, *, open_only: bool = True) -> list[OpenException]:
    e = tables.exceptions
    query = select(e).where(e.c.order_id == order_id).order_by(e.c.id)
    rows = tx.execute(query.where(e.c.closed_at.is_(None)) if open_only else query).mappings()
    return as_rows(OpenException, rows)


def exceptions_by_code(tx: Tx) -> dict[str, int]:
    """Open exceptions by code, the commonest first."""
    e = tables.exceptions
    number = func.count().label("number")
    query = select(e.c.code, number).where(e.c.closed_at.is_(None)).group_by(e.c.code)
    return {row.code: row.number for row in tx.execute(query.order_by(number.desc(), e.c.code))}


def _add(tx: Tx, table: Table, order_id: str, row: dict[str, Any]) -> int:
    # Two transactions may take the same number: the key refuses the second, and who moved the order first wins.
    latest = select(func.coalesce(func.max(table.c.version), 0)).where(table.c.order_id == order_id)
    version = int(tx.execute(latest).scalar_one()) + 1
    tx.execute(table.insert().values(order_id=order_id, version=version, at=tx.now, **row))
    return version


def _get(tx: Tx, table: Table, cls: type[T], order_id: str, version: int | None) -> T | None:
    query = select(table).where(table.c.order_id == order_id)
    query = query.where(table.c.version == version) if version else query.order_by(table.c.version.desc()).limit(1)
    row = tx.execute(query).mappings().first()
    return None if row is None else as_row(cls, row)


def _all(tx: Tx, table: Table, cls: type[T], order_id: str) -> list[T]:
    rows = tx.execute(select(table).where(table.c.order_id == order_id).order_by(table.c.version)).mappings()
    return as_rows(cls, rows)
