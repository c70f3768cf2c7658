"""What Odoo holds of an order, and how it differs from what was meant: every value and every total."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from serving.odoo.connection import Connection, Row
from serving.odoo.mapping.amounts import line_net
from serving.odoo.proposal import Finding, Proposal, ProposedLine
from serving.odoo.writing.rows import context, header_values, origin, sequence

HEADER = (
    "name", "state", "company_id", "partner_id", "partner_invoice_id", "partner_shipping_id", "client_order_ref",
    "currency_id", "pricelist_id", "payment_term_id", "incoterm", "commitment_date", "origin",
    "amount_untaxed", "amount_tax", "amount_total", "write_uid", "write_date",
)  # fmt: skip
TODO = "Look at the draft in Odoo; it was not confirmed."


def read_order(connection: Connection, order_id: int, proposal: Proposal | None = None) -> dict[str, Any] | None:
    """Header values and `lines` of an order, many2one as id; None if there is none of this id."""
    ctx = context(proposal) if proposal is not None else {"tz": "UTC", "lang": "en_US"}
    known = connection.fields("sale.order")
    rows = connection.read("sale.order", [order_id], [n for n in HEADER if n in known], context=ctx)
    if not rows:
        return None
    names = connection.names
    wanted = ["sequence", "display_type", "name", "product_id", "product_uom_qty", names.line_unit, "price_unit",
              "discount", names.line_taxes, "price_subtotal"]  # fmt: skip
    lines = connection.search_read("sale.order.line", [("order_id", "=", order_id)], wanted, order="sequence,id",
                                   context=ctx)  # fmt: skip
    order = {name: _id(value) for name, value in rows[0].items()}
    order["currency"] = rows[0]["currency_id"][1] if rows[0].get("currency_id") else None
    order["lines"] = [_line(line, names.line_unit, names.line_taxes) for line in lines]
    return order


def differences(order: Mapping[str, Any], proposal: Proposal, key: str | None, digits: int = 2) -> list[Finding]:
    """Findings, one a value that differs; empty if the order is what was meant.

    Args:
        key: of our external ids; None for an order that another wrote.
        digits: decimals of the currency.
    """
    found = list(_header(order, proposal, key))
    theirs = {line["sequence"]: line for line in order["lines"]} if key else dict(enumerate(order["lines"]))
    for index, line in enumerate(proposal.lines):
        other = theirs.pop(sequence(index) if key else index, None)
        if other is None:
            found.append(_differs("line_missing", f"Line {index + 1} is not in the order.", line.source))
        else:
            found += _of_line(other, line, index, digits)
    for other in theirs.values():
        found.append(_differs("line_extra", f"The order has a line that was not meant: {str(other['name'])[:80]!r}."))
    if proposal.expected_net is not None and proposal.lines:
        net = _number(order["amount_untaxed"])
        if not _near(net, proposal.expected_net, digits):
            found.append(_differs("total_differs", f"The order comes to {net} net, {proposal.expected_net} was meant."))
    return found


def _header(order: Mapping[str, Any], proposal: Proposal, key: str | None) -> Iterator[Finding]:
    meant = {name.removesuffix("/.id"): value for name, value in header_values(proposal, key or "").items()}
    for name in ("note", "date_order"):  # rewritten by Odoo: sanitised, and set anew by the confirmation
        meant.pop(name, None)
    if key is None:
        meant.pop("origin")
    else:
        meant["origin"] = origin(key)
    for name, value in meant.items():
        if name not in order:
            continue
        held = order[name]
        if name == "client_order_ref" and _alike(held, value, exact=key is not None):
            continue
        if held != value:
            yield _differs("value_differs", f"{name} is {_shown(held)}, {value} was meant.", field=name)
    if proposal.currency is not None and order["currency"] != proposal.currency:
        message = f"The currency is {order['currency']}, {proposal.currency} was meant."
        yield _differs("currency_differs", message, field="currency")


def _of_line(held: Mapping[str, Any], line: ProposedLine, index: int, digits: int) -> Iterator[Finding]:
    meant: dict[str, Any] = {"display_type": line.display or False}
    if line.display is not None or line.name:
        meant["name"] = line.name
    if line.display is None:
        meant |= {"product_id": line.product_id, "unit": line.unit_id}
        if line.tax_ids is not None:
            meant["taxes"] = sorted(line.tax_ids)
    for name, value in meant.items():
        if held[name] != value and not (name == "name" and str(held[name]).split() == str(value).split()):
            yield _line_differs(index, name, held[name], value, line)
    if line.display is not None:
        return
    numbers = {"product_uom_qty": line.quantity, "price_unit": line.price_unit, "discount": line.discount}
    for name, number in numbers.items():
        if number is not None and not _same(_number(held[name]), number):
            yield _line_differs(index, name, _number(held[name]), number, line)
    if line.quantity is not None and line.price_unit is not None:
        net = line_net(line.quantity, line.price_unit, line.discount, digits)
        if not _near(_number(held["price_subtotal"]), net, digits):
            yield _line_differs(index, "price_subtotal", _number(held["price_subtotal"]), net, line)


def _line_differs(index: int, name: str, held: Any, meant: Any, line: ProposedLine) -> Finding:
    message = f"Line {index + 1}: {name} is {_shown(held)}, {_shown(meant)} was meant."
    return _differs("value_differs", message, line.source, name)


def _differs(code: str, message: str, line: int | None = None, field: str | None = None) -> Finding:
    return Finding(code, "stop", message, TODO, line, field)


def _line(row: Row, unit: str, taxes: str) -> dict[str, Any]:
    own = {name: _id(value) for name, value in row.items() if name not in (unit, taxes)}
    return {**own, "unit": _id(row[unit]), "taxes": sorted(row[taxes] or [])}


def _id(value: Any) -> Any:
    return value[0] if isinstance(value, list) and len(value) == 2 and isinstance(value[1], str) else value


def _number(value: Any) -> Decimal:
    return Decimal(str(value or 0))


def _same(held: Decimal, meant: Decimal) -> bool:
    """Odoo's numbers are floats: equal to nine decimals is equal."""
    return abs(held - meant) < Decimal("1e-9")


def _near(held: Decimal, meant: Decimal, digits: int) -> bool:
    return abs(held - meant) < Decimal(5).scaleb(-digits - 1)


def _alike(held: Any, meant: Any, *, exact: bool) -> bool:
    """Odoo strips texts; a number that was typed in by hand may differ in case and blanks."""
    if exact or held is False:
        return bool(held is not False and str(held).strip() == str(meant).strip())
    return str(held).casefold().split() == str(meant).casefold().split()


def _shown(value: Any) -> str:
    if isinstance(value, Decimal):
        return format(value.normalize(), "f")
    return "empty" if value in (False, None, "") else str(value)
