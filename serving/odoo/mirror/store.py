"""The mirror as everybody else sees it: records by id, by exact keys and by likeness of words.

    mirror = Mirror.open("sqlite:///var/odoo.db")     # what `ordermill odoo sync` filled
    mirror = Mirror.of(records)                       # in memory, for tests and trials
    mirror.products_by_code("AB-12")

Archived records and those of other companies are in it and come back with the rest: whoever asks looks at `active`,
`sale_ok` and `company_id`. Lookups by key give every record that has it, for codes and numbers are not unique in Odoo.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from serving.odoo.mirror import keys, likeness
from serving.odoo.mirror.database import engine, prepare
from serving.odoo.mirror.tables import KEY, META, SEEN_CODE, STATE, TABLES, Record, attributes
from serving.odoo.mirror.writing import Writer
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

T = TypeVar("T")
_CHUNK = 500
"""Ids in one IN (...)."""
_FRESH_S = 1.0
"""How long small tables are believed before the mirror asks whether a sync has gone by."""


class Mirror:
    """Master data of one Odoo database, in SQLite or PostgreSQL. Safe to be used by several threads at once."""

    def __init__(self, engine: sa.Engine) -> None:
        self.engine = engine
        self._small: dict[str, Any] = {}
        self._stamp, self._looked = "", float("-inf")
        prepare(engine)

    @classmethod
    def open(cls, url: str | Path) -> Mirror:
        """The mirror in a database; a path is a SQLite file, made with its folder if it is not there."""
        return cls(engine(url))

    @classmethod
    def of(cls, records: Iterable[Record]) -> Mirror:
        """A mirror in memory that holds these records."""
        made = cls(
            sa.create_engine("sqlite://", poolclass=sa.StaticPool, connect_args={"check_same_thread": False})
        )  # fmt: skip
        made.put(records)
        return made

    def put(self, records: Iterable[Record]) -> None:
        """Add or replace records (a product's other default_code becomes an old one)."""
        with self.engine.begin() as connection:
            writer = Writer(connection)
            writer.put(list(records))
            writer.finish()
        self.refresh()

    def refresh(self) -> None:
        """See at once what was written since; other processes see it within a second."""
        self._looked = float("-inf")

    def close(self) -> None:
        self.engine.dispose()

    # Records by id

    def company(self, id_: int) -> Company | None:
        return self._all("company", Company).get(id_)

    def companies(self) -> tuple[Company, ...]:
        return tuple(self._all("company", Company).values())

    def partner(self, id_: int) -> Partner | None:
        return next(iter(self.partners([id_])), None)

    def partners(self, ids: Iterable[int]) -> tuple[Partner, ...]:
        """Those that exist, in the order asked."""
        return self._records("partner", Partner, ids)

    def product(self, id_: int) -> Product | None:
        return next(iter(self.products([id_])), None)

    def products(self, ids: Iterable[int]) -> tuple[Product, ...]:
        found = self._records("product", Product, ids)
        return tuple(self._with_old_codes(found)) if found else ()

    def variants(self, template_id: int) -> tuple[Product, ...]:
        """All products of a template."""
        table = TABLES["product"][1]
        return self.products(self._ids(sa.select(table.c.id).where(table.c.template_id == template_id)))

    def unit(self, id_: int) -> Unit | None:
        return self._all("unit", Unit).get(id_)

    def units(self) -> tuple[Unit, ...]:
        return tuple(self._all("unit", Unit).values())

    def category(self, id_: int) -> Category | None:
        return self._all("category", Category).get(id_)

    def categories_of(self, product: Product) -> tuple[int, ...]:
        """Ids of the product's category and of all above it, nearest first."""
        out: list[int] = []
        at = product.categ_id
        while at is not None and at not in out:
            out.append(at)
            at = getattr(self.category(at), "parent_id", None)
        return tuple(out)

    def packaging(self, id_: int) -> Packaging | None:
        return next(iter(self._records("packaging", Packaging, [id_])), None)

    def packagings(self, product_id: int) -> tuple[Packaging, ...]:
        table = TABLES["packaging"][1]
        return self._where("packaging", Packaging, table.c.product_id == product_id)

    def pricelist(self, id_: int) -> Pricelist | None:
        return self._all("pricelist", Pricelist).get(id_)

    def pricelists(self) -> tuple[Pricelist, ...]:
        return tuple(self._all("pricelist", Pricelist).values())

    def price_items(self, pricelist_id: int, product: Product | None = None) -> tuple[PriceItem, ...]:
        """Rules of a pricelist in the order in which Odoo tries them, the first that fits being the price's: variant,
        product, category, all; among these higher minimum quantities, deeper categories, newer rules. With `product`
        only those that may concern it; dates and quantities are left to the caller.
        """
        table = TABLES["price_item"][1]
        items = self._where("price_item", PriceItem, table.c.pricelist_id == pricelist_id)
        if product is not None:
            above = self.categories_of(product)
            items = tuple(item for item in items if _concerns(item, product, above))
            return tuple(sorted(items, key=lambda item: _tried(item, above)))
        return tuple(sorted(items, key=lambda item: _tried(item, ())))

    def currency(self, id_: int) -> Currency | None:
        return self._all("currency", Currency).get(id_)

    def currency_by_code(self, code: str) -> Currency | None:
        """By its ISO 4217 code."""
        return next((c for c in self._all("currency", Currency).values() if c.name == code.upper()), None)

    def tax(self, id_: int) -> Tax | None:
        return self._all("tax", Tax).get(id_)

    def taxes(self) -> tuple[Tax, ...]:
        return tuple(self._all("tax", Tax).values())

    def payment_terms(self) -> tuple[Term, ...]:
        return tuple(self._all("payment_term", Term).values())

    def incoterms(self) -> tuple[Term, ...]:
        return tuple(self._all("incoterm", Term).values())

    # Partners by what identifies them

    def partners_by_vat(self, number: str) -> tuple[Partner, ...]:
        """With or without the country's prefix, on either side."""
        return self._by("partner", Partner, "vat", keys.vat(number))

    def partners_by_gln(self, number: str) -> tuple[Partner, ...]:
        return self._by("partner", Partner, "gln", keys.gln(number))

    def partners_by_ref(self, ref: str) -> tuple[Partner, ...]:
        """By our number of the customer (`ref`), as `keys.fold` compares."""
        return self._by("partner", Partner, "ref", keys.fold(ref))

    def partners_by_email(self, email: str) -> tuple[Partner, ...]:
        return self._by("partner", Partner, "email", email.strip().lower())

    def partners_by_domain(self, domain: str, limit: int = 100) -> tuple[Partner, ...]:
        return self._by("partner", Partner, "domain", domain.strip().lower(), limit)

    def partners_by_name(self, name: str) -> tuple[Partner, ...]:
        """Of the same name, legal form, accents, spaces and punctuation aside."""
        return self._by("partner", Partner, "name", keys.name(name))

    def partners_by_place(self, zip_: str, street: str) -> tuple[Partner, ...]:
        """With that postal code and house number."""
        return self._by("partner", Partner, "place", keys.place(zip_, street))

    def partners_like(self, name: str, limit: int = 30) -> tuple[Partner, ...]:
        """Those whose names share most with `name`, the likest first."""
        with self.engine.connect() as connection:
            return self.partners(likeness.search(connection, "partner", name, limit))

    def family(self, commercial_id: int) -> tuple[Partner, ...]:
        """A customer with all its contacts and addresses, itself first."""
        table = TABLES["partner"][1]
        found = self._where("partner", Partner, table.c.commercial_partner_id == commercial_id)
        return tuple(sorted(found, key=lambda p: (p.id != commercial_id, p.id)))

    # Products by what identifies them

    def products_by_code(self, code: str) -> tuple[Product, ...]:
        """By default_code, as `keys.fold` compares (O and 0, I, l and 1, punctuation): compare again."""
        return self._by("product", Product, "code", keys.fold(code))

    def products_by_old_code(self, code: str) -> tuple[Product, ...]:
        """By a default_code that they had before."""
        found = self._by("product", Product, "old", keys.fold(code))
        return tuple(p for p in found if any(keys.fold(old) == keys.fold(code) for old in p.old_codes))

    def products_by_barcode(self, barcode: str) -> tuple[Product, ...]:
        """By the barcode of the product itself, leading zeros aside."""
        return self._by("product", Product, "barcode", keys.gtin(barcode))

    def packagings_by_barcode(self, barcode: str) -> tuple[Packaging, ...]:
        """Packagings (17, 18) and units of a product (19) with a barcode of their own."""
        return self._by("packaging", Packaging, "pack", keys.gtin(barcode))

    def customer_codes(self, partner_ids: Iterable[int], code: str) -> tuple[CustomerCode, ...]:
        """What the server's product.customerinfo says that these partners call by `code`."""
        wanted = [f"{id_}|{keys.fold(code)}" for id_ in partner_ids]
        statement = sa.select(KEY.c.id).where(KEY.c.kind == "customer", KEY.c.key.in_(wanted))
        table = TABLES["customer_code"][1]
        ids = self._ids(statement)
        return self._where("customer_code", CustomerCode, table.c.id.in_(ids)) if ids else ()

    def products_like(self, text: str, limit: int = 30) -> tuple[Product, ...]:
        """Those whose names and descriptions share most with `text`, the likest first."""
        with self.engine.connect() as connection:
            return self.products(likeness.search(connection, "product", text, limit))

    # What it holds

    def synced(self) -> dict[str, datetime]:
        """When each kind was last read to its end (UTC, without a zone); a kind that never was is missing."""
        with self.engine.connect() as connection:
            rows = connection.execute(sa.select(STATE.c.kind, STATE.c.synced_at).where(STATE.c.synced_at.is_not(None)))
            return {row.kind: row.synced_at for row in rows}

    def counts(self) -> dict[str, int]:
        """Records by kind."""
        with self.engine.connect() as c:
            return {
                n: c.execute(sa.select(sa.func.count()).select_from(t)).scalar_one() for n, (_, t) in TABLES.items()
            }

    def _all(self, kind: str, record: type[T]) -> dict[int, T]:
        """A small table, kept in memory until the next sync."""
        if time.monotonic() - self._looked > _FRESH_S:
            with self.engine.connect() as connection:
                stamp = connection.execute(sa.select(META.c.value).where(META.c.name == "stamp")).scalar() or ""
            if stamp != self._stamp:
                self._small, self._stamp = {}, stamp
            self._looked = time.monotonic()
        small = self._small
        if kind not in small:
            small[kind] = {getattr(r, "id"): r for r in self._where(kind, record, None)}  # noqa: B009
        return cast("dict[int, T]", small[kind])

    def _where(self, kind: str, record: type[T], condition: sa.ColumnElement[bool] | None) -> tuple[T, ...]:
        table = TABLES[kind][1]
        statement = sa.select(table).order_by(*table.primary_key)
        with self.engine.connect() as connection:
            rows = connection.execute(statement if condition is None else statement.where(condition)).all()
        return tuple(map(_maker(kind, record), rows))

    def _records(self, kind: str, record: type[T], ids: Iterable[int]) -> tuple[T, ...]:
        wanted = list(dict.fromkeys(ids))
        column = TABLES[kind][1].c.id
        found: dict[int, T] = {}
        for at in range(0, len(wanted), _CHUNK):
            for one in self._where(kind, record, column.in_(wanted[at : at + _CHUNK])):
                found[cast("Any", one).id] = one
        return tuple(found[id_] for id_ in wanted if id_ in found)

    def _by(self, kind: str, record: type[T], key_kind: str, key: str | None, limit: int = 1000) -> tuple[T, ...]:
        if not key:
            return ()
        condition = (KEY.c.kind == key_kind, KEY.c.key == key)
        ids = self._ids(sa.select(KEY.c.id).where(*condition).order_by(KEY.c.id).limit(limit))
        if record is Product:
            return cast("tuple[T, ...]", self.products(ids))
        return self._records(kind, record, ids)

    def _ids(self, statement: sa.Select[Any]) -> list[int]:
        with self.engine.connect() as connection:
            return list(connection.execute(statement).scalars())

    def _with_old_codes(self, products: Sequence[Product]) -> list[Product]:
        by_id: dict[int, list[str]] = {}
        condition = SEEN_CODE.c.product_id.in_([p.id for p in products])
        with self.engine.connect() as connection:
            for id_, code in connection.execute(sa.select(SEEN_CODE).where(condition).order_by(SEEN_CODE.c.code)):
                by_id.setdefault(id_, []).append(code)
        old = {p.id: tuple(c for c in by_id.get(p.id, ()) if c != p.default_code) for p in products}
        return [replace(p, old_codes=old[p.id]) if old[p.id] else p for p in products]


def _maker(kind: str, record: type[T]) -> Callable[[sa.Row[Any]], T]:
    names = attributes(kind)
    return lambda row: record(**dict(zip(names, row, strict=True)))


def _concerns(item: PriceItem, product: Product, above: tuple[int, ...]) -> bool:
    if item.applied_on == "0_product_variant":
        return item.product_id == product.id
    if item.applied_on == "1_product":
        return item.template_id == product.template_id
    if item.applied_on == "2_product_category":
        return item.categ_id in above
    return True


def _tried(item: PriceItem, above: tuple[int, ...]) -> tuple[Any, ...]:
    # product.pricelist.item._order: applied_on, min_quantity desc, categ_id desc (by complete name), id desc
    depth = above.index(item.categ_id) if item.categ_id in above else 0
    return (item.applied_on, -item.min_quantity, depth, -item.id)
