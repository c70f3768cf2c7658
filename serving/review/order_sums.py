"""What a number would have to be for its line or the order to add up: a hint for a person, no value by itself."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, DivisionByZero, InvalidOperation
from typing import Any

from serving.review.order_values import Path

_CENT = Decimal("0.01")
_MOST_DECIMALS = 4


def adds_up(where: Path, result: Mapping[str, Any]) -> str | None:
    """The number with which the others agree; None where too few are there or it would not come out even."""
    if where.field is None:
        return None
    lines = result.get("lines") or ()
    try:
        if where.line is None:
            return _total(lines) if where.field.name == "total_net" else None
        return _cell(where.field.name, lines[where.line]["fields"]) if where.line < len(lines) else None
    except (InvalidOperation, DivisionByZero):
        return None


def _cell(name: str, values: Mapping[str, Any]) -> str | None:
    """quantity x price / base, less the discount, is the amount."""
    number = {key: _number(values.get(key)) for key in ("quantity", "unit_price", "line_amount", "discount_percent")}
    base = _number(values.get("price_base_quantity")) or Decimal(1)
    rest = 1 - (number["discount_percent"] or Decimal(0)) / 100
    quantity, price, amount = number["quantity"], number["unit_price"], number["line_amount"]
    if name == "line_amount" and quantity is not None and price is not None:
        return format((quantity * price / base * rest).quantize(_CENT), "f")
    if name == "quantity" and amount is not None and price:
        return _even(amount * base / (price * rest), 0)
    if name == "unit_price" and amount is not None and quantity:
        return _even(amount * base / (quantity * rest), 2)
    return None


def _total(lines: Any) -> str | None:
    amounts = [
        _number(line["fields"].get("line_amount")) for line in lines if line["kind"] in ("item", "charge", "discount")
    ]
    known = [amount for amount in amounts if amount is not None]
    return format(sum(known, Decimal(0)).quantize(_CENT), "f") if known and len(known) == len(amounts) else None


def _even(value: Decimal, decimals: int) -> str | None:
    """Plain, with `decimals` at least; None where it has more than a price or quantity would be printed with."""
    short = value.quantize(Decimal(1).scaleb(-_MOST_DECIMALS))
    if abs(short - value) > Decimal("1e-9") or not short:
        return None
    plain = short.normalize()
    return format(
        plain if -int(plain.as_tuple().exponent) >= decimals else plain.quantize(Decimal(1).scaleb(-decimals)), "f"
    )


def _number(value: Mapping[str, Any] | None) -> Decimal | None:
    try:
        number = Decimal(value["value"]) if value else None
    except InvalidOperation:
        return None
    return number if number is not None and number.is_finite() else None
