"""Reading master data: first whole, then what changed, from where it was cut off, without what vanished."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from decimal import Decimal
from typing import Any

import pytest

from data.errors import SetupError
from serving.odoo.connection import Loaded, Names, Row
from serving.odoo.errors import Denied, Unreachable
from serving.odoo.mirror import Mirror
from serving.odoo.mirror.sync import sync

NAMES = Names("product_uom_id", "tax_ids", None, "uom_ids", None, None, None, None, "product.customerinfo")
NAMES_17 = Names("product_uom", "tax_id", "category_id", None, "product.packaging", None, None, None, None)
START = datetime(2026, 3, 1, 8, 0, 0)


@dataclass
class Server:
    """Tables of one Odoo, with as much of `search_read` as a sync asks for."""

    rows: dict[str, dict[int, Row]]
    names: Names = NAMES
    url: str = "http://odoo.example"
    database: str = "shop"
    uid: int = 7
    version: tuple[int, int] = (19, 0)
    now: datetime = START
    denied: set[str] = field(default_factory=set)
    fail_after: int | None = None
    """Calls that still get an answer."""
    asked: list[tuple[str, str, int]] = field(default_factory=list)
    """Method, model and number of rows of each answer."""

    def put(self, model: str, id_: int, **values: Any) -> None:
        row = self.rows.setdefault(model, {}).setdefault(id_, {"id": id_})
        row.update(values, write_date=self.now.strftime("%Y-%m-%d %H:%M:%S"))

    def fields(self, model: str) -> Mapping[str, Mapping[str, Any]]:
        return {name: {} for row in self.rows.get(model, {}).values() for name in row}

    def search_read(
        self, model: str, domain: Sequence[Any], fields: Sequence[str], *, limit: int | None = None, offset: int = 0,
        order: str = "id", context: Mapping[str, Any] | None = None,
    ) -> list[Row]:  # fmt: skip
        found = self._found(model, domain, context)
        if order == "write_date desc":
            found.sort(key=lambda row: row["write_date"], reverse=True)
        found = found[offset : None if limit is None else offset + limit]
        self.asked.append(("search_read", model, len(found)))
        return [{"id": r["id"]} | {n: r.get(n, False) for n in fields} for r in found]

    def search_count(self, model: str, domain: Sequence[Any], *, context: Mapping[str, Any] | None = None) -> int:
        return len(self._found(model, domain, context))

    def read(
        self, model: str, ids: Sequence[int], fields: Sequence[str], *, context: Mapping[str, Any] | None = None
    ) -> list[Row]:
        return self.search_read(model, [["id", "in", list(ids)]], fields, context=context)

    def _found(self, model: str, domain: Sequence[Any], context: Mapping[str, Any] | None) -> list[Row]:
        if self.fail_after is not None:
            self.fail_after -= 1
            if self.fail_after < 0:
                raise Unreachable("cut off")
        if model in self.denied:
            raise Denied(f"no right to read {model}")
        assert (context or {}).get("active_test") is False, "archived records are part of the mirror"
        return [row for _, row in sorted(self.rows.get(model, {}).items()) if _holds(row, list(domain))]

    def create(self, model: str, values: Mapping[str, Any], *, context: Mapping[str, Any] | None = None) -> int:
        raise AssertionError("a sync writes nothing")

    def write(
        self, model: str, ids: Sequence[int], values: Mapping[str, Any], *, context: Mapping[str, Any] | None = None
    ) -> None:
        raise AssertionError("a sync writes nothing")

    def load(self, model: str, fields: Sequence[str], rows: Sequence[Sequence[Any]], *,
             context: Mapping[str, Any] | None = None) -> Loaded:  # fmt: skip
        raise AssertionError("a sync writes nothing")

    def call(self, model: str, method: str, ids: Sequence[int] = (), *, arguments: Mapping[str, Any] | None = None,
             context: Mapping[str, Any] | None = None, repeatable: bool = False) -> Any:  # fmt: skip
        raise AssertionError("a sync writes nothing")


def _holds(row: Row, domain: list[Any]) -> bool:
    """A domain in Polish notation, with an implicit `and`."""

    def one() -> bool:
        head = domain.pop(0)
        if head == "|":
            return any([one(), one()])
        name, operator, value = head
        found = row.get(name, False)
        if operator == "in":
            return found in value
        if operator == "!=":
            return bool(found != value)
        return bool(found > value if operator == ">" else found >= value) if found is not False else False

    results = []
    while domain:
        results.append(one())
    return all(results)


@pytest.fixture
def server() -> Server:
    made = Server({})
    made.put("res.company", 1, name="Seller", vat=False, currency_id=[1, "EUR"], partner_id=[90, "Seller"])
    made.put("res.currency", 1, name="EUR", decimal_places=2, active=True, rate=1.0)
    made.put("uom.uom", 1, name="Units", active=True, relative_uom_id=False, relative_factor=1.0)
    made.put("uom.uom", 2, name="Dozens", active=True, relative_uom_id=[1, "Units"], relative_factor=12.0)
    made.put("uom.uom", 3, name="Gross", active=True, relative_uom_id=[2, "Dozens"], relative_factor=12.0)
    for id_ in range(1, 26):
        made.put("res.partner", id_, name=f"Customer {id_}", active=id_ != 3, vat=False,
                 commercial_partner_id=[id_, "x"], email=f"a{id_}@c{id_}.example",
                 property_product_pricelist=[4, "x"])  # fmt: skip
        made.put("product.product", id_, name=f"Product {id_}", default_code=f"P-{id_}", active=True, sale_ok=True,
                 uom_id=[1, "Units"], uom_ids=[2], lst_price=0.1, product_tmpl_id=[100 + id_ % 20, "x"], type="consu",
                 barcode=False, display_name=f"Product {id_} (Red)", standard_price=0.05)  # fmt: skip
    made.put("product.pricelist.item", 1, pricelist_id=[4, "x"], applied_on="1_product", compute_price="fixed",
             product_tmpl_id=[101, "x"], fixed_price=1.25, date_start="2026-01-01 00:00:00",
             min_quantity=10.0)  # fmt: skip
    made.put("product.pricelist.item", 2, pricelist_id=False, applied_on="3_global", compute_price="fixed")
    made.put("product.uom", 1, uom_id=[2, "Dozens"], product_id=[5, "x"], barcode="4006381333931")
    made.put("product.customerinfo", 1, partner_id=[7, "x"], product_tmpl_id=[101, "x"], product_id=False,
             product_code="C-1", product_name=False)  # fmt: skip
    return made


@pytest.fixture
def mirror() -> Iterator[Mirror]:
    made = Mirror.of([])
    yield made
    made.close()


def test_everything_is_read(server: Server, mirror: Mirror) -> None:
    seen: list[tuple[str, int, int]] = []
    report = sync(server, mirror, page=10, progress=lambda *step: seen.append(step))
    assert report.kinds["partner"].read == report.kinds["partner"].total == 25
    assert [step for step in seen if step[0] == "product"] == [("product", n, 25) for n in (10, 20, 25)]
    product = mirror.product(5)
    assert product is not None
    assert (product.default_code, product.list_price, product.cost) == ("P-5", Decimal("0.1"), Decimal("0.05"))
    assert (product.barcode, product.unit_ids, product.display_name) == (None, (2,), "Product 5 (Red)")
    archived = mirror.partner(3)
    assert archived is not None
    assert not archived.active
    assert [u.factor for u in mirror.units()] == [1, 12, 144]
    assert {u.category for u in mirror.units()} == {1}
    assert [(p.quantity, p.unit_id) for p in mirror.packagings(5)] == [(Decimal(12), 2)]
    assert [c.product_id for c in mirror.customer_codes([7], "c1")] == [1, 21], "all variants of the template"
    (rule,) = mirror.price_items(4)
    assert (rule.fixed_price, rule.min_quantity, rule.date_start) == (
        Decimal("1.25"),
        Decimal(10),
        datetime(2026, 1, 1),
    )
    assert set(mirror.synced()) == set(report.kinds) - set(report.denied)


def test_units_up_to_18_have_categories(mirror: Mirror, server: Server) -> None:
    server.rows["uom.uom"] = {}
    server.names = NAMES_17
    server.put("uom.uom", 1, name="Units", category_id=[1, "Unit"], factor=1.0, uom_type="reference", rounding=0.01)
    server.put("uom.uom", 2, name="Dozens", category_id=[1, "Unit"], factor=0.08333333333333333, uom_type="bigger")
    server.put("uom.uom", 3, name="g", category_id=[2, "Weight"], factor=1000.0, uom_type="smaller", rounding=0.01)
    server.put("product.packaging", 1, name="Box", product_id=[5, "x"], qty=24.0, barcode=False)
    server.rows["product.product"][5].update(detailed_type="product", type="product")
    sync(server, mirror)
    assert [(u.category, u.factor) for u in mirror.units()] == [(1, 1), (1, 12), (2, Decimal("0.001"))]
    assert [(p.quantity, p.unit_id) for p in mirror.packagings(5)] == [(Decimal(24), None)]
    product = mirror.product(5)
    assert product is not None
    assert (product.type, product.storable) == ("consu", True)


def test_only_changes_are_read_afterwards(server: Server, mirror: Mirror) -> None:
    sync(server, mirror)
    server.now += timedelta(hours=2)
    server.put("product.product", 9, default_code="NEW-9")
    sync(server, mirror)
    server.now += timedelta(hours=2)
    server.put("product.product", 9, name="Renamed")
    report = sync(server, mirror)
    assert report.kinds["product"].read == 1
    assert [p.id for p in mirror.products_by_code("NEW-9")] == [9]
    assert [p.id for p in mirror.products_by_old_code("P-9")] == [9]


def test_a_change_of_the_template_counts(server: Server, mirror: Mirror) -> None:
    sync(server, mirror)
    stale = server.rows["product.product"][9]
    stale.update({"name": "By template", "product_tmpl_id.write_date": "2026-03-01 12:00:00"})
    server.now += timedelta(hours=3)
    server.put("product.product", 10)
    sync(server, mirror)
    server.put("product.product", 10)
    sync(server, mirror)
    assert getattr(mirror.product(9), "name", None) == "By template"


def test_a_long_transaction_is_not_missed(server: Server, mirror: Mirror) -> None:
    sync(server, mirror)
    server.now += timedelta(hours=1)
    server.put("res.partner", 2, name="Two")
    sync(server, mirror)
    server.now -= timedelta(minutes=10)  # it began before the other one and ended after the sync
    server.put("res.partner", 4, name="Four")
    sync(server, mirror)
    assert getattr(mirror.partner(4), "name", None) == "Four"


@pytest.mark.parametrize("calls", range(1, 24, 2))
def test_a_sync_that_was_cut_off_goes_on(server: Server, mirror: Mirror, calls: int) -> None:
    server.fail_after = calls
    with pytest.raises(Unreachable):
        sync(server, mirror, page=4)
    server.fail_after = None
    server.asked.clear()
    sync(server, mirror, page=4)
    assert mirror.counts()["partner"] == mirror.counts()["product"] == 25
    assert mirror.products_like("Product 25")[0].id == 25


def test_pages_already_read_are_not_read_again(server: Server, mirror: Mirror) -> None:
    server.fail_after = 16  # small kinds, price rules, and some pages of partners
    with pytest.raises(Unreachable):
        sync(server, mirror, page=4)
    before = mirror.counts()["partner"]
    assert 0 < before < 25
    server.fail_after = None
    server.asked.clear()
    sync(server, mirror, page=4)
    assert sum(n for method, model, n in server.asked if model == "res.partner") <= 25 - before + 1


def test_a_change_behind_the_cut_is_not_missed(server: Server, mirror: Mirror) -> None:
    """Read, changed, cut off, went on: the next pass must begin where the first one began."""
    server.fail_after = 16
    with pytest.raises(Unreachable):
        sync(server, mirror, page=4)
    server.fail_after = None
    server.now += timedelta(hours=1)
    server.put("res.partner", 1, name="Changed behind")
    server.now += timedelta(hours=9)
    server.put("res.partner", 25, name="Changed ahead")
    sync(server, mirror, page=4)
    sync(server, mirror, page=4)
    assert getattr(mirror.partner(1), "name", None) == "Changed behind"


def test_what_vanished_is_taken_out(server: Server, mirror: Mirror) -> None:
    sync(server, mirror)
    del server.rows["product.product"][9]
    del server.rows["res.partner"][25], server.rows["uom.uom"][3]
    report = sync(server, mirror)
    assert report.kinds["product"].removed == report.kinds["partner"].removed == report.kinds["unit"].removed == 1
    assert mirror.product(9) is None
    assert mirror.products_by_code("P-9") == ()
    assert mirror.unit(3) is None


def test_what_appears_without_a_date_is_read(server: Server, mirror: Mirror) -> None:
    hidden = server.rows["res.partner"].pop(6)
    sync(server, mirror)
    server.now += timedelta(hours=1)
    server.put("res.partner", 7)
    sync(server, mirror)
    server.rows["res.partner"][6] = hidden
    sync(server, mirror)
    assert getattr(mirror.partner(6), "name", None) == "Customer 6"


def test_full_reads_again_what_left_no_date(server: Server, mirror: Mirror) -> None:
    sync(server, mirror)
    server.now += timedelta(hours=1)
    server.put("product.product", 1)
    sync(server, mirror)
    server.rows["product.product"][8]["lst_price"] = 7.5
    sync(server, mirror)
    assert getattr(mirror.product(8), "list_price", None) == Decimal("0.1")
    sync(server, mirror, full=True)
    assert getattr(mirror.product(8), "list_price", None) == Decimal("7.5")


def test_a_denied_kind_is_reported_and_the_rest_is_read(server: Server, mirror: Mirror) -> None:
    server.denied = {"product.pricelist.item"}
    report = sync(server, mirror)
    assert set(report.denied) == {"price_item", "tax", "category", "payment_term", "incoterm", "pricelist"}
    assert mirror.counts()["product"] == 25
    server.denied = {"product.product"}
    with pytest.raises(Denied):
        sync(server, mirror)


def test_a_mirror_is_one_databases(server: Server, mirror: Mirror) -> None:
    sync(server, mirror)
    server.database = "other"
    with pytest.raises(SetupError, match="database"):
        sync(server, mirror, full=True)
    server.database, server.url = "shop", "https://moved.example"
    with pytest.raises(SetupError, match="moved"):
        sync(server, mirror)
    sync(server, mirror, full=True)
    sync(server, mirror)
