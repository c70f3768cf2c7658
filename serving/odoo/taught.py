"""What orders taught: which code of a customer's is which product, by whose order, and taken back with it.

Kept beside the bindings (`serving.odoo.history`): one row an order and key. A binding that several orders taught stays
as long as one of them stands; with the last one goes what it said, and what stood there before comes back.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

import sqlalchemy as sa

from serving.odoo.history import Kind, at, key_of
from serving.odoo.mirror import Mirror
from serving.odoo.mirror.tables import BINDING, TAUGHT


@dataclass(frozen=True, slots=True)
class Lesson:
    """One customer's `text` (a code, or the words of a line without any) is the product `target`."""

    kind: Kind
    scope: int
    """The customer."""
    text: str
    target: int


@dataclass(frozen=True, slots=True)
class Kept:
    """A lesson as it is kept."""

    lesson: Lesson
    order: str
    sender: str | None
    at: datetime
    in_force: bool
    """False where another lesson on the same key came later."""


class Taught:
    """The lessons of one mirror."""

    def __init__(self, mirror: Mirror) -> None:
        self._engine = mirror.engine

    def teach(self, order: str, sender: str | None, lessons: Iterable[Lesson]) -> int:
        """Keep the lessons of an order; how many are new. The same again changes nothing, another target replaces."""
        new = 0
        with self._engine.begin() as connection:
            for lesson in lessons:
                new += self._teach(connection, order, sender, lesson)
        return new

    def take_back(self, order: str) -> int:
        """Unlearn what an order taught; how many lessons."""
        return self._remove(TAUGHT.c.order_id == order)

    def forget_sender(self, sender: str) -> int:
        """Unlearn what all orders of a sender's address taught; how many lessons."""
        return self._remove(sa.func.lower(TAUGHT.c.sender) == sender.strip().lower())

    def forget_orders(self, orders: Iterable[str]) -> int:
        """The same for these orders."""
        return sum(self.take_back(order) for order in orders)

    def count(self, orders: Iterable[str], senders: Iterable[str] = ()) -> int:
        """How many lessons these orders and senders taught."""
        known, names = set(orders), {s.strip().lower() for s in senders}
        return sum(k.order in known or (k.sender or "").lower() in names for k in self.all())

    def all(self, sender: str | None = None) -> list[Kept]:
        """Every lesson, the latest first; of one sender's orders if named."""
        query = sa.select(TAUGHT).order_by(TAUGHT.c.at.desc(), TAUGHT.c.number.desc())
        if sender is not None:
            query = query.where(sa.func.lower(TAUGHT.c.sender) == sender.strip().lower())
        with self._engine.connect() as connection:
            rows = connection.execute(query).all()
            newest = connection.execute(
                sa.select(sa.func.max(TAUGHT.c.number)).group_by(TAUGHT.c.kind, TAUGHT.c.scope, TAUGHT.c.key)
            ).scalars()
            last = set(newest)
        return [Kept(Lesson(r.kind, r.scope, r.text, r.target), r.order_id, r.sender, r.at, r.number in last)
                for r in rows]  # fmt: skip

    def _teach(self, connection: sa.Connection, order: str, sender: str | None, lesson: Lesson) -> bool:
        key = key_of(lesson.kind, lesson.text)
        if not key:
            return False
        place = sa.and_(TAUGHT.c.kind == lesson.kind, TAUGHT.c.scope == lesson.scope, TAUGHT.c.key == key)
        own = connection.execute(sa.select(TAUGHT).where(place, TAUGHT.c.order_id == order)).one_or_none()
        if own is not None and own.target == lesson.target:
            return False
        if own is not None:
            self._drop(connection, [own])
        before = connection.execute(sa.select(BINDING).where(at(lesson.kind, lesson.scope, key))).one_or_none()
        connection.execute(TAUGHT.insert().values(
            kind=lesson.kind, scope=lesson.scope, key=key, order_id=order, sender=sender, target=lesson.target,
            text=lesson.text, at=_now(), before=None if before is None else before.target,
            before_by_person=before is not None and before.by_person, before_text="" if before is None else before.text,
        ))  # fmt: skip
        self._settle(connection, lesson.kind, lesson.scope, key)
        return True

    def _remove(self, condition: sa.ColumnElement[bool]) -> int:
        with self._engine.begin() as connection:
            rows = connection.execute(sa.select(TAUGHT).where(condition).order_by(TAUGHT.c.number)).all()
            self._drop(connection, rows)
        return len(rows)

    def _drop(self, connection: sa.Connection, rows: Sequence[sa.Row[tuple[object, ...]]]) -> None:
        """Remove rows; the next lesson on a key inherits what stood before the one that goes."""
        for row in rows:
            connection.execute(TAUGHT.delete().where(TAUGHT.c.number == row.number))
            # read anew: an earlier row of this call may have handed its `before` on
            key = sa.and_(TAUGHT.c.kind == row.kind, TAUGHT.c.scope == row.scope, TAUGHT.c.key == row.key)
            left = connection.execute(sa.select(TAUGHT).where(key).order_by(TAUGHT.c.number)).all()
            later = next((r for r in left if r.number > row.number), None)
            if later is not None:
                was = {name: getattr(row, name) for name in ("before", "before_by_person", "before_text")}
                connection.execute(TAUGHT.update().where(TAUGHT.c.number == later.number).values(was))
            if left:
                self._settle(connection, row.kind, row.scope, row.key)
            else:
                self._restore(connection, row)

    def _settle(self, connection: sa.Connection, kind: Kind, scope: int, key: str) -> None:
        """The binding is what the latest lesson says."""
        place = sa.and_(TAUGHT.c.kind == kind, TAUGHT.c.scope == scope, TAUGHT.c.key == key)
        rows = connection.execute(sa.select(TAUGHT).where(place).order_by(TAUGHT.c.number)).all()
        last = rows[-1]
        times = sum(r.target == last.target for r in rows)
        connection.execute(BINDING.delete().where(at(kind, scope, key)))
        connection.execute(BINDING.insert().values(
            kind=kind, scope=scope, key=key, target=last.target, by_person=True, times=times, at=_now(), text=last.text
        ))  # fmt: skip

    def _restore(self, connection: sa.Connection, row: sa.Row[tuple[object, ...]]) -> None:
        connection.execute(BINDING.delete().where(at(row.kind, row.scope, row.key)))
        if row.before is not None:
            connection.execute(BINDING.insert().values(
                kind=row.kind, scope=row.scope, key=row.key, target=row.before, by_person=row.before_by_person,
                times=1, at=_now(), text=row.before_text,
            ))  # fmt: skip


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)
