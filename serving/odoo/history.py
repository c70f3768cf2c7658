"""What was bound before: which customer a sender is, what a customer calls a product, an address, a unit.

A person's word counts at once and replaces what stood there; what was merely written without objection never replaces
a person's word. Kept beside the mirror, in tables that no sync touches.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal, Protocol

import sqlalchemy as sa

from serving.odoo.mirror import Mirror, keys
from serving.odoo.mirror.tables import BINDING

Kind = Literal["vat", "gln", "number", "name", "email", "product", "text", "address", "unit"]
"""What a key is. The first five say who a sender is (`scope` 0, target a customer); `product`, `text` and `address` are
a customer's (`scope` its id), so is a `gln` of one of its addresses; `unit` is a product's (target a uom.uom)."""


@dataclass(frozen=True, slots=True)
class Bound:
    """What a key was bound to last."""

    target: int
    by_person: bool
    """A person decided; otherwise it was written like that and nobody objected."""
    times: int = 1
    text: str = ""
    """As it was printed."""


class History(Protocol):
    """What matching asks. `Bindings` keeps it in the mirror's database."""

    def recall(self, kind: Kind, scope: int, text: str) -> Bound | None: ...


class NoHistory:
    """Nothing was bound before."""

    def recall(self, kind: Kind, scope: int, text: str) -> Bound | None:
        return None


class Bindings:
    """The history of one mirror."""

    def __init__(self, mirror: Mirror) -> None:
        self._engine = mirror.engine

    def recall(self, kind: Kind, scope: int, text: str) -> Bound | None:
        condition = at(kind, scope, key_of(kind, text))
        with self._engine.connect() as connection:
            row = connection.execute(sa.select(BINDING).where(condition)).one_or_none()
        return None if row is None else Bound(row.target, row.by_person, row.times, row.text)

    def learn(self, kind: Kind, scope: int, text: str, target: int, *, by_person: bool = True) -> bool:
        """Remember that `text` meant `target`. False where a person's other word stands against it, or the text is
        empty: nothing was changed then.
        """
        key = key_of(kind, text)
        if not key:
            return False
        now = datetime.now(UTC).replace(tzinfo=None)
        with self._engine.begin() as connection:
            condition = at(kind, scope, key)
            old = connection.execute(sa.select(BINDING).where(condition)).one_or_none()
            if old is not None and old.by_person and not by_person and old.target != target:
                return False
            same = old is not None and old.target == target
            connection.execute(BINDING.delete().where(condition))
            row = {"kind": kind, "scope": scope, "key": key, "target": target, "text": text, "at": now,
                   "times": old.times + 1 if old is not None and same else 1,
                   "by_person": by_person or (old is not None and same and old.by_person)}  # fmt: skip
            connection.execute(BINDING.insert().values(row))
        return True

    def learn_customer(self, marks: Mapping[Kind, str], customer_id: int, *, by_person: bool = True) -> None:
        """Whoever prints these marks (`matching.Buyer.marks`) is this customer."""
        for kind, text in marks.items():
            self.learn(kind, 0, text, customer_id, by_person=by_person)

    def learn_product(self, customer_id: int, code: str, product_id: int, *, by_person: bool = True) -> bool:
        """This customer calls that product by `code`."""
        return self.learn("product", customer_id, code, product_id, by_person=by_person)

    def naming(self, names: Iterable[str]) -> int:
        """How many keys of who a sender is are these names or addresses."""
        with self._engine.connect() as connection:
            query = sa.select(sa.func.count()).select_from(BINDING).where(_names(names))
            return int(connection.execute(query).scalar_one())

    def forget_names(self, names: Iterable[str]) -> None:
        """Forget these names and addresses as keys of who a sender is."""
        with self._engine.begin() as connection:
            connection.execute(BINDING.delete().where(_names(names)))

    def forget(self, kind: Kind, scope: int, texts: Iterable[str]) -> None:
        with self._engine.begin() as connection:
            for text in texts:
                connection.execute(BINDING.delete().where(at(kind, scope, key_of(kind, text))))


def _names(names: Iterable[str]) -> sa.ColumnElement[bool]:
    keyed = [(kind, key_of(kind, name)) for name in names for kind in ("name", "email")]
    return sa.and_(BINDING.c.scope == 0, sa.or_(
        sa.false(), *(sa.and_(BINDING.c.kind == kind, BINDING.c.key == key) for kind, key in keyed if key)
    ))  # fmt: skip


def at(kind: Kind, scope: int, key: str) -> sa.ColumnElement[bool]:
    """The one row of a key."""
    return sa.and_(BINDING.c.kind == kind, BINDING.c.scope == scope, BINDING.c.key == key)


def key_of(kind: Kind, text: str) -> str:
    """What texts are compared by; empty for one that says nothing."""
    # Learned keys are compared exactly: what a person said of "A-0" is not said of "A-O".
    if kind == "vat":
        return keys.vat(text) or ""
    if kind in ("product", "number", "gln"):
        return keys.exact(text)
    if kind == "email":
        return text.strip().lower()
    if kind == "name":
        return keys.name(text)
    return " ".join(keys.pieces(text))
