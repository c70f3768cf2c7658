"""A small company with two branches, customers, products, units and pricelists; ids as constants."""

from __future__ import annotations

from tests.odoo_double.fields import fields
from tests.odoo_double.store import Store

USD, EUR = 1, 2
UNITS, DOZENS, KG, GRAMS = 1, 2, 3, 4
ACME, ACME_SHOP, ACME_BOOKS, OTHER, OTHER_SHOP, GONE, ELSEWHERE = 10, 11, 12, 13, 14, 15, 16
DESK, BOLT, WIRE, OLD, INTERNAL, SECRET, TWIN = 20, 21, 22, 23, 24, 25, 26
RETAIL, EUROS, TENTH = 1, 2, 3
KEYS = {"sales": "key-of-sales-0123456789", "own": "key-of-own-0123456789", "portal": "key-of-portal-0123456789",
        "plain": "key-of-plain-0123456789"}  # fmt: skip
UIDS = {"sales": 7, "own": 8, "portal": 9, "plain": 10}
DATABASE = "shop"


def demo(version: int) -> Store:
    """The demo database of one version."""
    store = Store(version, fields(version))
    add = store.insert
    add("res.country", id=1, name="United States", code="US")
    add("res.country", id=2, name="Germany", code="DE")
    for number, name in ((USD, "USD"), (EUR, "EUR")):
        add("res.currency", id=number, name=name, decimal_places=2, rate=1.0)
    add("res.company", id=1, name="Bolts & Desks", currency_id=USD, partner_id=1, vat="US123456789")
    add("res.company", id=2, name="Branch", currency_id=EUR, partner_id=2)
    for name, uid in UIDS.items():
        add("res.users", id=uid, name=name, login=name, email=f"{name}@shop.test", company_id=1, company_ids=[1],
            partner_id=uid)  # fmt: skip
    for number, name, category, size in ((UNITS, "Units", 1, 1.0), (DOZENS, "Dozens", 1, 12.0), (KG, "kg", 2, 1000.0),
                                         (GRAMS, "g", 2, 1.0)):  # fmt: skip
        add("uom.uom", id=number, name=name, category_id=category, size=size, factor=1 / size, rounding=0.01,
            uom_type="reference" if size == 1 else "bigger", relative_factor=size)  # fmt: skip
    _partners(store)
    _products(store)
    for number, name, currency in ((RETAIL, "Retail", USD), (EUROS, "Euros", EUR), (TENTH, "Tenth off", USD)):
        add("product.pricelist", id=number, name=name, currency_id=currency)
    add("product.pricelist.item", pricelist_id=TENTH, applied_on="3_global", compute_price="percentage",
        percent_price=10.0, base="list_price")  # fmt: skip
    add("account.tax", id=1, name="15%", amount=15.0, amount_type="percent", type_tax_use="sale", company_id=1)
    add("account.tax", id=2, name="Branch 19%", amount=19.0, amount_type="percent", type_tax_use="sale", company_id=2)
    add("account.payment.term", id=1, name="30 Days")
    add("account.incoterms", id=1, name="EX WORKS", code="EXW")
    add("stock.warehouse", id=1, name="Main", company_id=1)
    store.names["mail.mt_note"] = add("mail.message.subtype", id=2, name="Note")
    for name, digits in (("Product Price", 2), ("Discount", 2), ("Product Unit of Measure", 2)):
        add("decimal.precision", name=name, digits=digits)
    return store


def _partners(store: Store) -> None:
    def add(number: int, name: str, parent: int | None = None, **values: object) -> None:
        store.insert(
            "res.partner",
            id=number,
            name=name,
            parent_id=parent,
            commercial_partner_id=parent or number,
            **{"type": "contact", "country_id": 1, "is_company": parent is None, "customer_rank": 1, **values},
        )

    add(ACME, "Acme", vat="US999", email="buy@acme.test", ref="C-1")
    add(ACME_SHOP, "Acme, a shop", ACME, type="delivery", country_id=2)
    add(ACME_BOOKS, "Acme, books", ACME, type="invoice")
    add(OTHER, "Other Ltd", ref="C-1")
    add(OTHER_SHOP, "Other, shop", OTHER, type="delivery")
    add(GONE, "Gone Inc", active=False)
    add(ELSEWHERE, "Customer of the branch", company_id=2)


def _products(store: Store) -> None:
    def add(number: int, name: str, code: str, price: float, unit: int = UNITS, **values: object) -> None:
        common = {
            "name": name,
            "default_code": code,
            "uom_id": unit,
            "list_price": price,
            "type": "consu",
            "sale_ok": True,
            "is_storable": True,
            "detailed_type": "product",
            "taxes_id": [1],
            **values,
        }
        template = store.insert("product.template", id=number, **common)
        store.insert("product.product", id=number, product_tmpl_id=template, lst_price=price, **common)

    add(DESK, "Desk", "DESK1", 2.5, barcode="4006381333931")
    add(BOLT, "Bolt", "B8", 0.12)
    add(WIRE, "Wire", "W1", 7.0, unit=KG)
    add(OLD, "Old desk", "DESK0", 1.0, active=False)
    add(INTERNAL, "Internal", "INT", 1.0, sale_ok=False)
    add(SECRET, "Of the branch", "BR1", 3.0, company_id=2)
    add(TWIN, "Desk again", "DESK1", 2.6)
