"""Lines of a Cross Industry message."""

from __future__ import annotations

from decimal import Decimal

from lxml import etree

from data.embedded.codes import LINE_STATUS, gtin_among
from data.embedded.names import Names
from data.embedded.normal import date_in, number
from data.embedded.parse import find, find_all, flag, text
from data.embedded.result import Cell, Collector
from data.fields import DocumentType

_KINDS = {"GROUP": "subtotal", "INFORMATION": "comment"}
"""Factur-X EXTENDED, BT-X-8: a group repeats the sum of its parts, information has no amount. All else is an item."""


def read_lines(out: Collector, transaction: etree._Element, names: Names, kind: DocumentType) -> None:
    """Add every line of `transaction` to `out`."""
    for line in find_all(transaction, "IncludedSupplyChainTradeLineItem"):
        _read_line(out, line, names, kind)


def _read_line(out: Collector, line: etree._Element, names: Names, kind: DocumentType) -> None:
    about = find(line, "AssociatedDocumentLineDocument")
    settlement = find(line, names.line_settlement)
    number = text(about, "LineID")
    cells: dict[str, Cell] = {
        "line_no": number,
        **_product(line),
        **_quantity(find(line, names.line_delivery), kind),
        **_price(find(line, names.line_agreement)),
        "discount_percent": _discount(settlement),
        "tax_rate": text(settlement, f"ApplicableTradeTax/{names.percent}"),
        "line_amount": text(settlement, f"{names.line_totals}/LineTotalAmount"),
        "delivery_date": _day(out, find(line, names.line_delivery), names, kind, number),
    }
    line_kind = _KINDS.get((text(about, "LineStatusReasonCode") or "").upper(), "item")
    if not any(cells[name] for name in cells if name != "line_no"):
        note = text(about, "IncludedNote/Content")
        if note is None:
            return
        line_kind, cells["description"] = "comment", note
    index = out.put_line(line_kind, cells)
    _alternatives(out, line, names, index)
    status = LINE_STATUS.get(text(about, "LineStatusCode") or "")
    if status:
        out.object(index, f"{out.attachment} marks line {number or index + 1} as {status}.")


def _product(line: etree._Element) -> dict[str, Cell]:
    """Identity of the product; of the substitute where only a substitute is named."""
    product = find(line, "SpecifiedTradeProduct")
    if product is None:
        product = find(line, "SubstitutedReferencedProduct")
    return {
        "buyer_article_no": text(product, "BuyerAssignedID"),
        "supplier_article_no": text(product, "SellerAssignedID"),
        "gtin": gtin_among(find_all(product, "GlobalID")),
        "description": text(product, "Name") or text(product, "Description"),
    }


_QUANTITIES = {
    "order_response": ("AgreedQuantity", "RequestedQuantity"),
    "order": ("RequestedQuantity", "AgreedQuantity"),
    "order_change": ("RequestedQuantity", "AgreedQuantity"),
}


def _quantity(delivery: etree._Element | None, kind: DocumentType) -> dict[str, Cell]:
    for name in _QUANTITIES.get(kind, ("BilledQuantity", "RequestedQuantity")):
        found = find(delivery, name)
        if found is not None and text(found):
            return {"quantity": text(found), "unit": found.get("unitCode") or None}
    return {}


def _price(agreement: etree._Element | None) -> dict[str, Cell]:
    """The net price, on which the line's amount rests; the gross one only where no other is given."""
    for name in ("NetPriceProductTradePrice", "GrossPriceProductTradePrice"):
        price = find(agreement, name)
        amount = text(price, "ChargeAmount")
        if amount:
            return {"unit_price": amount, "price_base_quantity": base_quantity(text(price, "BasisQuantity"))}
    return {}


def base_quantity(raw: str | None) -> str | None:
    """The base quantity of a price, None for 1 (and for 0, which some programs write for none)."""
    value = number(raw) if raw is not None else None
    return None if value is not None and Decimal(value) in (0, 1) else raw


def _discount(settlement: etree._Element | None) -> str | None:
    """The percentage of the line's one allowance. Several, or one beside charges, are no single percentage."""
    all_of_line = list(find_all(settlement, "SpecifiedTradeAllowanceCharge"))
    if len(all_of_line) == 1 and not flag(all_of_line[0], "ChargeIndicator"):
        return text(all_of_line[0], "CalculationPercent")
    return None


def _day(out: Collector, delivery: etree._Element | None, names: Names, kind: DocumentType, number: str | None) -> Cell:
    if kind in ("invoice", "credit_note"):
        return date_in(delivery, "ActualDeliverySupplyChainEvent/OccurrenceDateTime")
    return names.requested_day(out, delivery, f"line {number or len(out.lines) + 1}")


def _alternatives(out: Collector, line: etree._Element, names: Names, index: int) -> None:
    agreement, delivery = find(line, names.line_agreement), find(line, names.line_delivery)
    gross = find(agreement, "GrossPriceProductTradePrice")
    out.alternative(index, "unit_price", text(gross, "ChargeAmount"))
    out.alternative(index, "discount_percent", text(gross, "AppliedTradeAllowanceCharge/CalculationPercent"))
    out.alternative(index, "quantity", text(delivery, "RequestedQuantity"))
    out.alternative(index, "description", text(line, "SpecifiedTradeProduct/Description"))
