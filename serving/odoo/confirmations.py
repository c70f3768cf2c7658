"""Order confirmations beside the purchase order that they answer: every difference, nothing written."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from rapidfuzz import fuzz

from data.errors import OrdermillError
from data.result import Extraction, Line
from serving.odoo.connection import Connection
from serving.odoo.mapping import gate
from serving.odoo.mapping.amounts import day, number, plain, rounded, shown
from serving.odoo.mapping.codes import finding
from serving.odoo.mapping.options import Rules
from serving.odoo.proposal import Finding

LIKE = 75
"""Likeness of descriptions, of 100, from which a line without any common number is taken for the other."""


@dataclass(frozen=True, slots=True)
class PurchaseLine:
    """One purchase.order.line with what may stand on the confirmation of it."""

    id: int
    name: str
    quantity: Decimal
    price: Decimal
    """Net of the discount, for one."""
    codes: tuple[str, ...] = ()
    """Our code, the barcode and the vendor's code."""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Purchase:
    """A purchase.order."""

    id: int
    name: str
    currency: str
    net: Decimal
    lines: tuple[PurchaseLine, ...] = ()


def compare(confirmation: Extraction, purchase: Purchase | None, rules: Rules | None = None) -> tuple[Finding, ...]:
    """What the confirmation says otherwise than the purchase order. Nothing to say means that it confirms it whole."""
    found = [*gate.document(confirmation, rules or Rules(), "order_response")]
    if purchase is None:
        number_ = confirmation.fields.get("order_number")
        said = f"order {number_.value}" if number_ is not None else "an order without a number"
        found.append(finding("purchase_unknown", f"The confirmation answers {said}, which is not in Odoo."))
        return tuple(found)
    currency = confirmation.fields.get("currency")
    if currency is not None and currency.value != purchase.currency:
        message = f"Confirmed in {currency.value}, ordered in {purchase.currency}."
        found.append(finding("confirmed_currency", message, field="currency"))
    items = [(i, line) for i, line in enumerate(confirmation.lines) if line.kind == "item"]
    pairs = _paired(items, purchase.lines)
    for at, line in items:
        ordered = pairs.get(at)
        if ordered is None:
            found.append(finding("confirmed_not_ordered", f"{_named(line)} was not ordered.", line=at))
        else:
            header = day(confirmation.fields, "requested_delivery_date")
            found += _differences(at, line, ordered, header)
    confirmed = {ordered.id for ordered in pairs.values()}
    for ordered in purchase.lines:
        if ordered.id not in confirmed:
            message = f"{ordered.name}, {shown(ordered.quantity)} ordered, is not confirmed."
            found.append(finding("ordered_not_confirmed", message))
    for at, line in enumerate(confirmation.lines):
        if line.kind == "charge":
            found.append(finding("confirmed_charge", f"{_named(line)} comes on top.", line=at, field="line_amount"))
    return tuple(found)


def _paired(items: Sequence[tuple[int, Line]], ordered: Sequence[PurchaseLine]) -> dict[int, PurchaseLine]:
    """Line of the confirmation to line of the order: by a common number, then by description; each at most once.

    Of several lines with the same number the one with the same quantity goes first: split deliveries repeat it.
    """
    scored = [
        (score, -i, -j, i, j)
        for i, (_, line) in enumerate(items)
        for j, other in enumerate(ordered)
        if (score := _likeness(line, other)) >= LIKE
    ]
    left, right = set[int](), set[int]()
    pairs: dict[int, PurchaseLine] = {}
    for _, _, _, i, j in sorted(scored, reverse=True):
        if i not in left and j not in right:
            left.add(i)
            right.add(j)
            pairs[items[i][0]] = ordered[j]
    return pairs


def _likeness(line: Line, other: PurchaseLine) -> float:
    same = 5.0 if number(line.fields, "quantity") == other.quantity else 0.0
    names = ("buyer_article_no", "supplier_article_no", "gtin")
    printed = {_key(line.fields[n].value) for n in names if n in line.fields}
    if printed & {_key(code) for code in other.codes}:
        return 200 + same
    description = line.fields.get("description")
    if description is None:
        return 0
    return fuzz.token_set_ratio(description.value.casefold(), other.name.casefold()) + same


def _key(code: str) -> str:
    return "".join(c for c in code.casefold() if c.isalnum()).lstrip("0")


def _differences(at: int, line: Line, ordered: PurchaseLine, header: date | None) -> Iterator[Finding]:
    quantity, price = number(line.fields, "quantity"), number(line.fields, "unit_price")
    if quantity is not None and quantity != ordered.quantity:
        message = f"{ordered.name}: {shown(quantity)} confirmed, {shown(ordered.quantity)} ordered."
        yield finding("confirmed_quantity", message, line=at, field="quantity")
    if price is not None:
        discount = number(line.fields, "discount_percent") or Decimal(0)
        net = price / (number(line.fields, "price_base_quantity") or Decimal(1)) * (1 - abs(discount) / 100)
        digits = max(2, -int(plain(price).as_tuple().exponent))
        if rounded(net, digits) != rounded(ordered.price, digits):
            message = f"{ordered.name}: {shown(rounded(net, 4))} confirmed, {shown(ordered.price)} ordered."
            yield finding("confirmed_price", message, line=at, field="unit_price")
    promised = day(line.fields, "delivery_date") or header
    if promised is not None and ordered.day is not None and promised != ordered.day:
        late = "later than" if promised > ordered.day else "earlier than"
        message = f"{ordered.name}: promised for {promised}, {late} {ordered.day}."
        severity = None if promised > ordered.day else "note"
        yield finding("confirmed_date", message, line=at, field="delivery_date", severity=severity)  # type: ignore[arg-type]


def _named(line: Line) -> str:
    names = ("supplier_article_no", "buyer_article_no", "description", "quantity", "line_amount")
    return " ".join(line.fields[n].value for n in names if n in line.fields)[:100] or "A line"


def purchase_of(connection: Connection, confirmation: Extraction) -> Purchase | None:
    """The purchase order whose number the confirmation repeats, None where there is none.

    Raises `OrdermillError` where several orders bear it, and errors of the connection.
    """
    printed = confirmation.fields.get("order_number")
    if printed is None or not connection.fields("purchase.order"):
        return None
    fields = ["name", "currency_id", "amount_untaxed", "order_line"]
    rows = connection.search_read("purchase.order", [("name", "=", printed.value)], fields, limit=2)
    if not rows:
        return None
    if len(rows) > 1:
        raise OrdermillError(f"Several purchase orders are called {printed.value}.", code="purchase_ambiguous")
    row = rows[0]
    names = ["name", "product_id", "product_qty", "price_unit", "discount", "date_planned", "display_type"]
    known = connection.fields("purchase.order.line")
    lines = connection.read("purchase.order.line", row["order_line"], [n for n in names if n in known])
    codes = _codes(connection, [line["product_id"][0] for line in lines if line["product_id"]])
    made = tuple(_line(line, codes) for line in lines if not line.get("display_type"))
    return Purchase(row["id"], row["name"], row["currency_id"][1], _decimal(row["amount_untaxed"]), made)


def _codes(connection: Connection, products: Sequence[int]) -> dict[int, tuple[str, ...]]:
    rows = connection.read("product.product", list(dict.fromkeys(products)), ["default_code", "barcode", "seller_ids"])
    sellers = [s for row in rows for s in row.get("seller_ids") or ()]
    vendor = {r["id"]: r["product_code"] for r in connection.read("product.supplierinfo", sellers, ["product_code"])}
    return {
        row["id"]: tuple(
            filter(None, (row["default_code"], row["barcode"], *(vendor.get(s) for s in row.get("seller_ids") or ())))
        )
        for row in rows
    }


def _line(row: dict[str, Any], codes: dict[int, tuple[str, ...]]) -> PurchaseLine:
    price = _decimal(row["price_unit"]) * (1 - _decimal(row.get("discount")) / 100)
    planned = row.get("date_planned")
    return PurchaseLine(
        row["id"], row["name"], _decimal(row["product_qty"]), plain(price),
        codes.get(row["product_id"][0], ()) if row["product_id"] else (),
        date.fromisoformat(planned[:10]) if planned else None,
    )  # fmt: skip


def _decimal(value: Any) -> Decimal:
    return plain(round(Decimal(repr(float(value or 0))), 6))
