"""Lines of a UBL document."""

from __future__ import annotations

from decimal import Decimal

from lxml import etree

from data.embedded.cii_lines import base_quantity
from data.embedded.codes import LINE_STATUS, gtin_among
from data.embedded.names import one_day
from data.embedded.normal import date_in, number
from data.embedded.parse import find, find_all, flag, text
from data.embedded.result import Cell, Collector

_QUANTITIES = ("Quantity", "InvoicedQuantity", "CreditedQuantity")


def read_lines(out: Collector, root: etree._Element, name: str) -> None:
    """Add every line of `root`, whose elements are called `name`, to `out`."""
    for holder in find_all(root, name):
        inner = find(holder, "LineItem")  # orders and quotations wrap the line, invoices do not
        _read_line(out, holder if inner is None else inner, holder)


def _read_line(out: Collector, line: etree._Element, holder: etree._Element) -> None:
    item, position = find(line, "Item"), text(line, "ID")
    cells: dict[str, Cell] = {
        "line_no": position,
        "buyer_article_no": text(item, "BuyersItemIdentification/ID"),
        "supplier_article_no": text(item, "SellersItemIdentification/ID"),
        "gtin": gtin_among(find_all(item, "StandardItemIdentification/ID")),
        "description": text(item, "Name") or text(item, "Description"),
        **_quantity(line),
        "unit_price": text(line, "Price/PriceAmount"),
        "price_base_quantity": base_quantity(text(line, "Price/BaseQuantity")),
        "discount_percent": _discount(line),
        "tax_rate": _tax_rate(line, item),
        "line_amount": text(line, "LineExtensionAmount"),
        "delivery_date": _day(out, line, position),
    }
    if _is_text(cells):
        words = cells["description"] or text(line, "Note") or text(holder, "Note")
        if words:
            out.put_line("comment", {"line_no": position, "description": words})
        return
    index = out.put_line("item", cells)
    price = find(line, "Price/AllowanceCharge")
    out.alternative(index, "unit_price", text(price, "BaseAmount"))
    out.alternative(index, "discount_percent", percentage(price) if price is not None else None)
    out.alternative(index, "description", text(item, "Description"))
    status = LINE_STATUS.get(text(line, "LineStatusCode") or "")
    if status:
        out.object(index, f"{out.attachment} marks line {position or index + 1} as {status}.")


def _is_text(cells: dict[str, Cell]) -> bool:
    """Some programs write headings and notes of an order as lines without product, quantity and amount (or with 0)."""
    if any(cells[name] for name in ("buyer_article_no", "supplier_article_no", "gtin", "delivery_date")):
        return False
    return all(_zero(cells.get(name)) for name in ("quantity", "unit_price", "line_amount"))


def _zero(cell: Cell) -> bool:
    value = number(cell) if isinstance(cell, str) else None
    return cell is None or (value is not None and Decimal(value) == 0)


def _quantity(line: etree._Element) -> dict[str, Cell]:
    for name in _QUANTITIES:
        found = find(line, name)
        if found is not None and text(found):
            return {"quantity": text(found), "unit": found.get("unitCode") or None}
    return {}


def _discount(line: etree._Element) -> str | None:
    """The percentage of the line's one allowance. Several, or one beside charges, are no single percentage."""
    all_of_line = list(find_all(line, "AllowanceCharge"))
    if len(all_of_line) == 1 and not flag(all_of_line[0], "ChargeIndicator"):
        return percentage(all_of_line[0])
    return None


def percentage(charge: etree._Element) -> str | None:
    """`MultiplierFactorNumeric` as a percentage: EN 16931 writes 10 for ten per cent, UBL's own wording makes it 0.1.
    The amounts beside it decide; without them only a factor above 1 is sure to be a percentage."""
    factor = number(text(charge, "MultiplierFactorNumeric") or "")
    amount, base = (number(text(charge, name) or "") for name in ("Amount", "BaseAmount"))
    if factor is None:
        return None
    if amount is not None and base is not None and Decimal(base):
        share = Decimal(amount) / Decimal(base)
        as_percent, as_factor = abs(share - Decimal(factor) / 100), abs(share - Decimal(factor))
        return factor if as_percent <= as_factor else format((Decimal(factor) * 100).normalize(), "f")
    return factor if Decimal(factor) > 1 else None


def _tax_rate(line: etree._Element, item: etree._Element | None) -> str | None:
    return (
        text(item, "ClassifiedTaxCategory/Percent")
        or text(line, "TaxTotal/TaxSubtotal/TaxCategory/Percent")
        or text(line, "TaxTotal/TaxSubtotal/Percent")
    )


def _day(out: Collector, line: etree._Element, position: str | None) -> Cell:
    actual = date_in(line, "Delivery/ActualDeliveryDate")
    if actual is not None:
        return actual
    for period in ("PromisedDeliveryPeriod", "RequestedDeliveryPeriod"):
        dates = find(line, f"Delivery/{period}")
        if dates is not None:
            what = f"line {position or len(out.lines) + 1}"
            return one_day(out, date_in(dates, "StartDate"), date_in(dates, "EndDate"), what)
    return None
