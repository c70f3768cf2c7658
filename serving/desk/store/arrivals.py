"""What came in through mailbox and folder: each mail or file once, with what became of it; and what is no order."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Select, func, or_, select, update
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
    text: str | None = None, note: str | None = None, reply_to: str | None = None, message_id: str | None = None,
    thread: str | None = None,
) -> Intake | None:  # fmt: skip
    """Record one mail or file; None where it was recorded before (by another worker too)."""
    row = {"source": source, "key": key[:400], "at": tx.now, "outcome": outcome, "sender": _cut(sender, 320),
           "subject": _cut(subject, 400), "text": _cut(text, 100_000), "note": _cut(note, 400),
           "reply_to": _cut(reply_to, 320), "message_id": message_id, "thread": thread}  # fmt: skip
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


def answer_aside(tx: Tx, aside_id: int, by: str, answer: str, order_id: str | None = None) -> None:
    """Close a file set aside. It stays, as long as it is kept, so that its bytes belong to something."""
    s = tables.set_aside
    said = {"closed_at": tx.now, "closed_by": by, "answer": answer, "order_id": order_id}
    tx.execute(update(s).where(s.c.id == aside_id).values(**said))


@dataclass(frozen=True, slots=True)
class AsideFilter:
    """Which files set aside to list; None leaves a criterion out."""

    answered: bool | None = False
    code: str | None = None
    source: str | None = None
    text: str | None = None
    """Part of the file's name or the sender."""


def asides(
    tx: Tx, which: AsideFilter = AsideFilter(None), *, limit: int = 100, offset: int = 0
) -> list[SetAside]:  # fmt: skip
    """Files set aside, newest first."""
    query = _which(select(tables.set_aside), which).order_by(tables.set_aside.c.id.desc())
    return as_rows(SetAside, tx.execute(query.limit(limit).offset(offset)).mappings())


def aside_count(tx: Tx, which: AsideFilter = AsideFilter(None)) -> int:
    return int(tx.execute(_which(select(func.count()).select_from(tables.set_aside), which)).scalar_one())


def aside_codes(tx: Tx) -> dict[str, int]:
    """Files that nobody has answered, by reason, the commonest first."""
    c, number = tables.set_aside.c, func.count().label("number")
    query = select(c.code, number).where(c.answer.is_(None)).group_by(c.code).order_by(number.desc(), c.code)
    return {row.code: row.number for row in tx.execute(query)}


def _which(query: Select[Any], which: AsideFilter) -> Select[Any]:
    s = tables.set_aside.c
    conditions = [
        None if which.answered is None else s.answer.is_not(None) if which.answered else s.answer.is_(None),
        None if which.code is None else s.code == which.code,
        None if which.source is None else s.source == which.source,
        or_(*(place.icontains(which.text, autoescape=True) for place in (s.file, s.sender))) if which.text else None,
    ]
    return query.where(*(c for c in conditions if c is not None))


def _cut(text: str | None, most: int) -> str | None:
    """Without NUL, which PostgreSQL refuses, and within the column."""
    return None if text is None else text.replace("\0", "")[:most]
