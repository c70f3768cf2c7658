"""A small seller's master data as records, and short ways to make more: what matching and mapping are tried on."""

from __future__ import annotations

from decimal import Decimal
from functools import cache
from typing import Any

from data.result import Extraction, Line, Value
from data.values import units as units_
from serving.odoo.mirror import Mirror
from serving.odoo.mirror.tables import Record
from serving.odoo.records import Category, Company, Currency, Packaging, Partner, Pricelist, Product, Term, Unit

UNITS, DOZENS, KG, GRAM, METRE, HOUR = 1, 2, 3, 4, 5, 6
US, BRANCH = 1, 2


def units() -> list[Unit]:
    cent = Decimal("0.01")
    return [
        Unit(UNITS, "Units", UNITS, Decimal(1), cent, code="C62"),
        Unit(DOZENS, "Dozens", UNITS, Decimal(12), cent, code="DZN"),
        Unit(KG, "kg", KG, Decimal(1), cent, code="KGM"),
        Unit(GRAM, "g", KG, Decimal("0.001"), cent, code="GRM"),
        Unit(METRE, "m", METRE, Decimal(1), cent, code="MTR"),
        Unit(HOUR, "Hours", HOUR, Decimal(1), cent, code="HUR"),
    ]


def product(id_: int, name: str, code: str | None = None, price: str = "1.00", **more: Any) -> Product:
    return Product(**{"uom_id": UNITS, "template_id": id_, "default_code": code, "id": id_, "name": name,
                      "list_price": Decimal(price)} | more)  # fmt: skip


def partner(id_: int, name: str, **more: Any) -> Partner:
    """A company; with `parent_id` an address or a contact of it."""
    own = {"is_company": "parent_id" not in more, "commercial_partner_id": more.get("parent_id", id_)}
    return Partner(**own | {"id": id_, "name": name} | more)


def world() -> list[Record]:
    """Two companies of ours, three customers, eight products."""
    return [
        Company(US, "Seller GmbH", "DE136695976", 1, 900), Company(BRANCH, "Seller Branch", None, 1, 901),
        Currency(1, "EUR", 2), Currency(2, "USD", 2, active=False), Pricelist(1, "Default", 1),
        Term(1, "30 days"), Term(1, "Delivered at place", "DAP"), Category(1, "All"), Category(2, "Bolts", 1),
        *units(),
        partner(10, "Nordwerk Maschinenbau GmbH", vat="DE811569869", email="einkauf@nordwerk.example", ref="K-1001",
                street="Hafenstraße 12", zip="24103", city="Kiel", country_code="DE", gln="4012345000009"),
        partner(11, "Zakłady Kowalski Sp. z o.o.", vat="PL5260001246", email="biuro@kowalski.example", ref="K-1002",
                street="ul. Długa 5", zip="00-238", city="Warszawa", country_code="PL"),
        partner(12, "Alpine Tools Ltd", email="orders@gmail.com", street="4 Mill Lane", zip="LS1 4AP", city="Leeds",
                country_code="GB"),
        partner(20, "Werk Süd", parent_id=10, type="delivery", street="Industriering 3", zip="70173",
                city="Stuttgart", country_code="DE"),
        partner(21, "Lager Nord", parent_id=10, type="delivery", street="Am Kai 7", zip="24159", city="Kiel",
                country_code="DE"),
        partner(22, "Buchhaltung", parent_id=10, type="invoice", street="Hafenstraße 14", zip="24103", city="Kiel",
                country_code="DE"),
        partner(23, "Erika Muster", parent_id=10, email="e.muster@nordwerk.example"),
        product(100, "Hexagon bolt M8x40 DIN 933 zinc", "HB-0840", "0.25", barcode="4006381333931", categ_id=2),
        product(101, "Hexagon bolt M8x45 DIN 933 zinc", "HB-0845", "0.27", barcode="4006381333948", categ_id=2),
        product(102, "Hexagon bolt M8x40 DIN 933 A2", "HB-0840A2", "0.60", categ_id=2),
        product(103, "Machine oil ISO VG 46", "OIL-46", "4.20", uom_id=KG),
        product(104, "Safety gloves size 10", "GL-10", "2.10", active=False),
        product(105, "Display stand, not for sale", "DS-1", sale_ok=False),
        product(106, "Branch cable NYM-J 3x1.5", "NYM-315", "0.80", uom_id=METRE, company_id=BRANCH),
        product(107, "Assembly on site", "WORK", "60.00", uom_id=HOUR, type="service"),
        Packaging(1, "Karton 200 Stk", 100, Decimal(200), barcode="14006381333938"),
        Packaging(2, "Box of 50", 101, Decimal(50)),
    ]  # fmt: skip


def mirror(*more: Record) -> Mirror:
    """The small world and `more` in a mirror of its own."""
    return Mirror.of([*world(), *more])


@cache
def shared() -> Mirror:
    """The small world, for tests that only ask."""
    return mirror()


def order(*lines: dict[str, str], **header: str) -> Extraction:
    """What was read from an order: header fields with __ for the point (buyer__name=…), lines as field to value."""
    fields = {name.replace("__", "."): Value(text, text) for name, text in header.items()}
    found = tuple(
        Line(line.get("kind", "item"), 1, {n: _value(n, text) for n, text in line.items() if n != "kind"})
        for line in lines
    )
    return Extraction("order.pdf", "0" * 64, document_type="order", fields=fields, lines=found)


def _value(name: str, text: str) -> Value:
    return Value(units_.value(text) or text, text) if name == "unit" else Value(text, text)
