"""A desk to show: generated orders in Polish, German and English, matched with master data made up to go with them."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from decimal import Decimal
from typing import Any

from data.result import Extraction
from serving.desk.store import Store, Tx, arrivals, tables, versions
from serving.odoo.mirror import Mirror
from serving.odoo.preparing import prepare
from serving.odoo.records import Company, Currency, Partner, Pricelist, Product
from tests.goldreader import Made, make
from tests.masterdata import KG, METRE, UNITS, world

SEEDS = (("pl", 100), ("de", 200), ("en", 300), ("pl", 1100), ("de", 1200))
"""Orders in the order of arrival; their pages were looked at."""

MAIL = {
    "pl": ("Zamówienie na przyszły tydzień", "Dzień dobry,\n\nw załączniku zamówienie. Proszę o potwierdzenie terminu "
           "dostawy;\nostatnim razem brakowało jednej palety.\n\nPozdrawiam\nEwa Urban"),
    "de": ("Bestellung", "Guten Tag,\n\nanbei unsere Bestellung. Bitte Anlieferung nur vormittags.\n\nMit freundlichen "
           "Grüßen\nKerstin Hainzell"),
    "en": ("Purchase order attached", "Hello,\n\nplease find our order attached. The price is as agreed by phone.\n\n"
           "Kind regards"),
}  # fmt: skip
_UNITS = {"KGM": KG, "MTR": METRE}


def made() -> list[Made]:
    return [make(seed, language) for language, seed in SEEDS]


def mirror(orders: Sequence[Made]) -> Mirror:
    """Master data of all customers and most products; every third price differs from the page's."""
    records: list[Any] = [r for r in world() if not isinstance(r, Currency | Pricelist | Company)]
    records.append(Company(1, "Seller GmbH", "DE136695976", 1, 900))
    codes = ("EUR", "PLN", "USD", "GBP", "CZK", "CHF")
    records += [Currency(n, code, 2) for n, code in enumerate(codes, 1)]
    records += [Pricelist(n, f"Public {code}", n) for n, code in enumerate(codes, 1)]
    number = 5000
    for n, order in enumerate(orders):
        records += _customer(order.extraction, 500 + 10 * n)
        for line in order.extraction.lines:
            number += 1
            found = _product(line.fields, number)
            if found is not None and number % 7:
                records.append(found)
    return Mirror.of(records)


def _customer(read: Extraction, number: int) -> list[Partner]:
    value = read.fields.get("buyer.name")
    if value is None:
        return []
    known = {"vat": "buyer.vat_id", "email": "buyer.email", "ref": "buyer.customer_number", "street": "buyer.address"}
    more: dict[str, Any] = {name: read.fields[field].value for name, field in known.items() if field in read.fields}
    name = value.value.title() if value.value.isupper() else value.value
    like = f"{name.split()[0]} Service"
    return [Partner(number, name, is_company=True, commercial_partner_id=number, **more),
            Partner(number + 1, like, is_company=True, commercial_partner_id=number + 1)]  # fmt: skip


def _product(values: Any, number: int) -> Product | None:
    code = values.get("supplier_article_no") or values.get("buyer_article_no")
    gtin, text, price = values.get("gtin"), values.get("description"), values.get("unit_price")
    if text is None or price is None or (code is None and gtin is None):
        return None
    unit = values.get("unit")
    listed = Decimal(price.value) * (Decimal("1.04") if number % 3 == 0 else 1)
    return Product(number, text.value[:60], _UNITS.get(unit.value, UNITS) if unit else UNITS, round(listed, 2), number,
                   code.value if code else None, barcode=gtin.value if gtin else None)  # fmt: skip


def fill(store: Store, ids: Sequence[str], orders: Sequence[Made]) -> None:
    """Give received orders their matches, reasons, mails and ages, as a desk with Odoo would have."""
    master = mirror(orders)
    for n, (order_id, order) in enumerate(zip(ids, orders, strict=True)):
        preview = prepare(order.extraction, master, today=date(2024, 1, 15)).to_dict()
        store.run(lambda tx, i=order_id, p=preview, o=order, k=n: _fill(tx, i, p, o, k))  # type: ignore[misc]


def _fill(tx: Tx, order_id: str, preview: dict[str, Any], order: Made, n: int) -> None:
    versions.add_proposal(tx, order_id, 1, preview["matches"], preview)
    reasons = [
        versions.NewException("value_unsure", "stop", *_place(path), {"sure": _sure(order, path), "least": 0.95})
        for path in order.truth
    ]
    reasons += [
        versions.NewException(f["code"], f["severity"], f["line"], f["field"], {"message": f["message"]})
        for f in preview["findings"]
        if f["severity"] in ("stop", "warn") and not f["code"].startswith(("value_", "confidence_"))
    ]
    versions.replace_exceptions(tx, order_id, reasons, "rules")
    subject, text = MAIL[order.extraction.language or "en"]
    mail = arrivals.add(tx, "mail", f"<{n}@mail.example>", "orders", sender="zamowienia@example.com", subject=subject,
                        text=text)  # fmt: skip
    row = {"received_at": datetime.now(UTC) - timedelta(hours=1 + 9 * n), "source": "mail" if n % 2 == 0 else "page",
           "intake_id": mail.id if mail and n % 2 == 0 else None, "reason": reasons[0].code}  # fmt: skip
    tx.execute(tables.orders.update().where(tables.orders.c.id == order_id).values(**row))


def _sure(order: Made, path: str) -> float | None:
    found: Any = order.extraction.to_dict()
    home = found["fields"] if path.startswith("fields.") else found["lines"][int(path.split(".")[1])]["fields"]
    value = home.get(path.partition("fields.")[2])
    return None if value is None else value["confidence"]


def _place(path: str) -> tuple[int | None, str]:
    parts = path.split(".")
    return (int(parts[1]), parts[-1]) if parts[0] == "lines" else (None, path.removeprefix("fields."))
