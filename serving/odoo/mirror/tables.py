"""Tables of the mirror, made from the record classes: one a class, one column an attribute.

Two kinds of tables share a database. The copy of the server (`COPY`) may be thrown away and read again; what was
learned or observed here (`OWN`: old codes, bindings) cannot, and is never dropped.
"""

from __future__ import annotations

import json
from dataclasses import fields
from datetime import datetime
from decimal import Decimal
from functools import cache
from typing import Any, TypeVar, get_type_hints

import sqlalchemy as sa

from serving.odoo.records import (
    Category,
    Company,
    Currency,
    CustomerCode,
    Packaging,
    Partner,
    PriceItem,
    Pricelist,
    Product,
    Tax,
    Term,
    Unit,
)

VERSION = 1
"""Of the copy's layout: a database with another one is read again from the server."""

Record = (
    Company | Partner | Unit | Packaging | CustomerCode | Product | Category | Pricelist | PriceItem | Currency | Tax
    | Term
)  # fmt: skip
R = TypeVar("R", bound=Record)

COPY = sa.MetaData()
OWN = sa.MetaData()


class Exact(sa.TypeDecorator[Decimal]):
    """A Decimal as the text of its digits: SQLite has no exact numbers."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: Decimal | None, dialect: sa.Dialect) -> str | None:
        return None if value is None else format(value, "f")

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> Decimal | None:
        return None if value is None else Decimal(value)


class Several(sa.TypeDecorator[tuple[Any, ...]]):
    """A tuple as JSON."""

    impl = sa.Text
    cache_ok = True

    def process_bind_param(self, value: tuple[Any, ...] | None, dialect: sa.Dialect) -> str:
        return json.dumps(list(value or ()))

    def process_result_value(self, value: str | None, dialect: sa.Dialect) -> tuple[Any, ...]:
        return tuple(json.loads(value or "[]"))


_TYPES: tuple[tuple[type, type[sa.types.TypeEngine[Any]]], ...] = (
    (bool, sa.Boolean), (int, sa.Integer), (str, sa.Text), (Decimal, Exact), (datetime, sa.DateTime),
)  # fmt: skip


def _type(hint: Any) -> sa.types.TypeEngine[Any]:
    named = str(hint)
    if named.startswith("tuple["):
        return Several()
    for known, column in _TYPES:
        if hint is known or hint == known | None:
            return column()
    raise TypeError(f"no column for {named}")


_APART = {Product: {"old_codes"}, CustomerCode: {"learned"}}
"""Attributes that are filled from tables of their own."""
_KEYS: dict[type, tuple[str, ...]] = {CustomerCode: ("id", "product_id")}


def table(record: type, name: str) -> sa.Table:
    """The table of a record class."""
    hints = get_type_hints(record)
    keys = _KEYS.get(record, ("id",))
    columns: list[sa.Column[Any]] = [
        sa.Column(f.name, _type(hints[f.name]), primary_key=f.name in keys, autoincrement=False)
        for f in fields(record)
        if f.name not in _APART.get(record, ())
    ]
    return sa.Table(name, COPY, *columns)


TABLES: dict[str, tuple[type, sa.Table]] = {
    name: (record, table(record, name))
    for name, record in {
        "company": Company, "currency": Currency, "unit": Unit, "category": Category, "tax": Tax,
        "payment_term": Term, "incoterm": Term, "pricelist": Pricelist, "price_item": PriceItem, "partner": Partner,
        "product": Product, "packaging": Packaging, "customer_code": CustomerCode,
    }.items()
}  # fmt: skip
"""Every mirrored kind of record by the name that it has in this package."""

for _name, _columns in (
    ("partner", ("commercial_partner_id",)), ("product", ("template_id",)), ("packaging", ("product_id",)),
    ("price_item", ("pricelist_id",)), ("customer_code", ("partner_id",)),
):  # fmt: skip
    sa.Index(f"ix_{_name}_{'_'.join(_columns)}", *(TABLES[_name][1].c[c] for c in _columns))

KEY = sa.Table(
    "lookup", COPY,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Exact keys of partners, products, packagings and customer codes; `kind` as in `keys`."""
sa.Index("ix_lookup_id", KEY.c.kind, KEY.c.id)

WORD = sa.Table(
    "word", COPY,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("word", sa.Text, primary_key=True),
    sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""Words of names and descriptions: the index behind `Mirror.partners_like` and `products_like`."""
sa.Index("ix_word_id", WORD.c.kind, WORD.c.id)

COUNT = sa.Table(
    "word_count", COPY,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("word", sa.Text, primary_key=True),
    sa.Column("n", sa.Integer, nullable=False),
    sqlite_with_rowid=False,
)  # fmt: skip
"""In how many records a word stands, as of the last sync."""

STATE = sa.Table(
    "state", COPY,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("mark", sa.Text),
    sa.Column("since", sa.Text),
    sa.Column("last_id", sa.Integer),
    sa.Column("newest", sa.Text),
    sa.Column("synced_at", sa.DateTime),
    sa.Column("denied", sa.Text),
)  # fmt: skip
"""How far the reading of one kind is: see `sync`."""

META = sa.Table("meta", COPY, sa.Column("name", sa.Text, primary_key=True), sa.Column("value", sa.Text))

SEEN_CODE = sa.Table(
    "seen_code", OWN,
    sa.Column("product_id", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("code", sa.Text, primary_key=True),
)  # fmt: skip
"""Every default_code that a product was seen with; those that it no longer has are its old codes."""

BINDING = sa.Table(
    "binding", OWN,
    sa.Column("kind", sa.Text, primary_key=True),
    sa.Column("scope", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("key", sa.Text, primary_key=True),
    sa.Column("target", sa.Integer, nullable=False),
    sa.Column("by_person", sa.Boolean, nullable=False),
    sa.Column("times", sa.Integer, nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
)  # fmt: skip
"""What was bound before: see `history`."""

TAUGHT = sa.Table(
    "taught", OWN,
    sa.Column("number", sa.Integer, primary_key=True, autoincrement=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("scope", sa.Integer, nullable=False),
    sa.Column("key", sa.Text, nullable=False),
    sa.Column("order_id", sa.Text, nullable=False),
    sa.Column("sender", sa.Text),
    sa.Column("target", sa.Integer, nullable=False),
    sa.Column("text", sa.Text, nullable=False),
    sa.Column("at", sa.DateTime, nullable=False),
    sa.Column("before", sa.Integer),
    sa.Column("before_by_person", sa.Boolean, nullable=False),
    sa.Column("before_text", sa.Text, nullable=False),
    sa.UniqueConstraint("kind", "scope", "key", "order_id"),
)  # fmt: skip
"""Which order taught which binding, and what stood there before: see `taught`."""


@cache
def attributes(name: str) -> tuple[str, ...]:
    """Columns of a kind, in the order of the table."""
    return tuple(c.name for c in TABLES[name][1].columns)
