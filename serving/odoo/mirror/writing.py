"""Writes records with their keys and words into the mirror. Whole rows are replaced: delete, then insert."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from operator import attrgetter
from typing import Any, cast
from uuid import uuid4

import sqlalchemy as sa

from serving.odoo.mirror import keys
from serving.odoo.mirror.tables import COUNT, KEY, META, SEEN_CODE, TABLES, WORD, Record, attributes
from serving.odoo.records import CustomerCode, Packaging, Partner, Product, Term

_KINDS = {record: kind for kind, (record, _) in TABLES.items() if record is not Term}
_KEY_KINDS = {
    "partner": ("vat", "gln", "ref", "email", "domain", "name", "place"), "product": ("code", "barcode", "old"),
    "packaging": ("pack",), "customer_code": ("customer",),
}  # fmt: skip
"""Kinds of keys that belong to a kind of record."""
_CHUNK = 500
_RECOUNT = "recount:"


class Writer:
    """Writes inside one transaction of the caller's."""

    def __init__(self, connection: sa.Connection) -> None:
        self.connection = connection

    def put(self, records: Iterable[Record]) -> None:
        """Add or replace records of any kinds; terms with a code are incoterms."""
        sorted_: dict[str, list[Record]] = defaultdict(list)
        for record in records:
            kind = _KINDS.get(type(record)) or ("incoterm" if cast("Term", record).code else "payment_term")
            sorted_[kind].append(record)
        for kind in TABLES:  # units before packagings, partners before their codes
            if sorted_[kind]:
                self.replace(kind, sorted_[kind])

    def replace(self, kind: str, records: Sequence[Record]) -> None:
        """Put records of one kind in the place of those with the same ids; of two with one id the later counts."""
        table, names = TABLES[kind][1], attributes(kind)
        identity = attrgetter(*(c.name for c in table.primary_key))
        records = list({identity(record): record for record in records}.values())
        self.remove(kind, {cast("Any", r).id for r in records})
        get = attrgetter(*names)
        rows = [dict(zip(names, get(record), strict=True)) for record in records]
        self._insert(table, rows)
        found = [(k, key, id_) for record in records for k, key, id_ in self._keys(record)]
        if kind == "product":
            found += self._old_codes(cast("Sequence[Product]", records))
        self._insert(KEY, [{"kind": k, "key": key, "id": id_} for k, key, id_ in dict.fromkeys(found)])
        if kind in ("partner", "product"):
            self._recount(kind)
            texts = ((cast("Any", r).id, _text(r)) for r in records)
            self._insert(WORD, [{"kind": kind, "word": w, "id": i} for i, text in texts for w in keys.words(text)])

    def remove(self, kind: str, ids: Iterable[int]) -> None:
        """Delete records of one kind with their keys and words."""
        table, wanted = TABLES[kind][1], sorted(ids)
        for at in range(0, len(wanted), _CHUNK):
            chunk = wanted[at : at + _CHUNK]
            gone = self.connection.execute(table.delete().where(table.c.id.in_(chunk))).rowcount
            if not gone:
                continue
            for key_kind in _KEY_KINDS.get(kind, ()):
                self.connection.execute(KEY.delete().where(KEY.c.kind == key_kind, KEY.c.id.in_(chunk)))
            if kind in ("partner", "product"):
                self._recount(kind)
                self.connection.execute(WORD.delete().where(WORD.c.kind == kind, WORD.c.id.in_(chunk)))

    def finish(self) -> None:
        """Count the words anew where they changed, and tell readers that there is something new."""
        dirty = self.connection.execute(sa.select(META.c.name).where(META.c.name.like(f"{_RECOUNT}%"))).scalars()
        for kind in [name.removeprefix(_RECOUNT) for name in dirty]:
            self.connection.execute(COUNT.delete().where(COUNT.c.kind == kind))
            counted = sa.select(WORD.c.kind, WORD.c.word, sa.func.count()).where(WORD.c.kind == kind)
            self.connection.execute(
                COUNT.insert().from_select(list(COUNT.c), counted.group_by(WORD.c.kind, WORD.c.word))
            )
        self.connection.execute(META.delete().where(META.c.name.like(f"{_RECOUNT}%") | (META.c.name == "stamp")))
        self.connection.execute(META.insert().values(name="stamp", value=uuid4().hex))

    def _keys(self, record: Record) -> Iterable[tuple[str, str, int]]:
        if isinstance(record, Partner):
            return ((kind, key, record.id) for kind, key in keys.partner(record))
        if isinstance(record, Product):
            return ((kind, key, record.id) for kind, key in keys.product(record))
        if isinstance(record, Packaging):
            return ((kind, key, record.id) for kind, key in keys.packaging(record))
        if isinstance(record, CustomerCode) and record.id is not None and record.code:
            return [("customer", f"{record.partner_id}|{keys.fold(record.code)}", record.id)]
        return ()

    def _old_codes(self, products: Sequence[Product]) -> list[tuple[str, str, int]]:
        """Remember the codes of today, and give keys for those of before."""
        now = {p.id: p.default_code for p in products}
        seen: set[tuple[int, str]] = set()
        ids = list(now)
        for at in range(0, len(ids), _CHUNK):
            condition = SEEN_CODE.c.product_id.in_(ids[at : at + _CHUNK])
            seen.update((r.product_id, r.code) for r in self.connection.execute(sa.select(SEEN_CODE).where(condition)))
        told = {(p.id, code) for p in products for code in (p.default_code, *p.old_codes) if code}
        self._insert(SEEN_CODE, [{"product_id": id_, "code": code} for id_, code in sorted(told - seen)])
        return [("old", keys.fold(code), id_) for id_, code in sorted(seen | told) if code != now[id_]]

    def _recount(self, kind: str) -> None:
        """Kept in the database, so that a process killed before the count leaves word of it."""
        name = f"{_RECOUNT}{kind}"
        if self.connection.execute(sa.select(META.c.name).where(META.c.name == name)).first() is None:
            self.connection.execute(META.insert().values(name=name, value=""))

    def _insert(self, table: sa.Table, rows: list[dict[str, Any]]) -> None:
        if rows:
            self.connection.execute(table.insert(), rows)


def _text(record: Record) -> str:
    """What a record is searched by."""
    if isinstance(record, Product):
        return " ".join(filter(None, (record.display_name or record.name, record.description_sale)))
    return cast("Partner", record).name or ""
