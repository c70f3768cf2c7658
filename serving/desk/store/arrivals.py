"""What came in through mailbox and folder: each mail or file once, with what became of it; and what is no order."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import delete, func, select, update
from sqlalchemy.exc import IntegrityError

from serving.desk.store import tables
from serving.desk.store.engine import Tx
from serving.desk.store.rows import Intake, SetAside, as_row, as_rows


@dataclass(frozen=True, slots=True)
class Aside:
    """A file that is no order, before it is kept."""

    file: str
    size: int
    code: str
    message: str
    document: str | None = None


def known(tx: Tx, source: str, key: str) -> Intake | None:
    i = tables.intakes
    row = tx.execute(select(i).where(i.c.source == source, i.c.key == key)).mappings().first()
    return None if row is None else as_row(Intake, row)


def add(
    tx: Tx, source: str, key: str, outcome: str, *, sender: str | None = None, subject: str | None = None,
    text: str | None = None, note: str | None = None,
) -> Intake | None:  # fmt: skip
    """Record one mail or file; None where it was recorded before (by another worker too)."""
    row = {"source": source, "key": key[:400], "at": tx.now, "outcome": outcome, "sender": _cut(sender, 320),
           "subject": _cut(subject, 400), "text": _cut(text, 100_000), "note": _cut(note, 400)}  # fmt: skip
    try:
        with tx.connection.begin_nested():
            tx.execute(tables.intakes.insert().values(**row))
    except IntegrityError:
        return None
    return known(tx, source, key[:400])


def settle(tx: Tx, intake_id: int, outcome: str, note: str | None = None) -> None:
    """Say what became of a mail or file, in the transaction that added it."""
    i = tables.intakes
    tx.execute(update(i).where(i.c.id == intake_id).values(outcome=outcome, note=_cut(note, 400)))


def get(tx: Tx, intake_id: int) -> Intake | None:
    row = tx.execute(select(tables.intakes).where(tables.intakes.c.id == intake_id)).mappings().first()
    return None if row is None else as_row(Intake, row)


def set_aside(tx: Tx, source: str, aside: Aside, *, sender: str | None = None, intake_id: int | None = None) -> None:
    row = {"intake_id": intake_id, "at": tx.now, "source": source, "sender": _cut(sender, 320),
           "file": aside.file[:200], "document": aside.document, "size": aside.size, "code": aside.code,
           "message": aside.message[:400]}  # fmt: skip
    tx.execute(tables.set_aside.insert().values(**row))


def aside(tx: Tx, aside_id: int) -> SetAside | None:
    row = tx.execute(select(tables.set_aside).where(tables.set_aside.c.id == aside_id)).mappings().first()
    return None if row is None else as_row(SetAside, row)


def drop_aside(tx: Tx, aside_id: int) -> bool:
    """Take a file off the list; False where it was not on it. What was done with it stands in the events."""
    return bool(tx.execute(delete(tables.set_aside).where(tables.set_aside.c.id == aside_id)).rowcount)


def asides(tx: Tx, *, limit: int = 100, offset: int = 0) -> list[SetAside]:
    """Files set aside, newest first."""
    s = tables.set_aside
    return as_rows(SetAside, tx.execute(select(s).order_by(s.c.id.desc()).limit(limit).offset(offset)).mappings())


def aside_count(tx: Tx) -> int:
    return int(tx.execute(select(func.count()).select_from(tables.set_aside)).scalar_one())


def _cut(text: str | None, most: int) -> str | None:
    """Without NUL, which PostgreSQL refuses, and within the column."""
    return None if text is None else text.replace("\0", "")[:most]
