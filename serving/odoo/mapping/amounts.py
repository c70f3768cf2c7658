"""Quantities, units and prices by exact arithmetic, and what Odoo's rounding does to them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Context, Decimal, InvalidOperation

from data.result import Value
from serving.odoo.records import Product, Unit

_FINE = Decimal(1).scaleb(-12)
"""Quotients are kept to twelve decimals: more than Odoo's floats hold at the size of prices."""
_HUNDRED = Decimal(100)
LARGEST = Decimal(10) ** 11
"""Longer numbers are misread, and would not fit the 28 digits of our arithmetic."""
SMALLEST = Decimal(1).scaleb(-9)
"""Nor does any page print less than this other than zero; a quotient by it would be too long as well."""
_WIDE = Context(prec=80)
"""A quotient by something tiny is too long for 28 digits; rounding it must not raise."""


def number(fields: Mapping[str, Value], name: str) -> Decimal | None:
    """The value of a field as a number, None where it is absent, none, or too large or too small to be one."""
    value = fields.get(name)
    if value is None:
        return None
    try:
        parsed = Decimal(value.value)
    except InvalidOperation:
        return None
    return parsed if parsed.is_finite() and (not parsed or SMALLEST <= abs(parsed) < LARGEST) else None


def day(fields: Mapping[str, Value], name: str) -> date | None:
    """The value of a field as a date, None where it is absent or none."""
    value = fields.get(name)
    try:
        return None if value is None else date.fromisoformat(value.value)
    except ValueError:
        return None


def rounded(value: Decimal, digits: int) -> Decimal:
    """`value` with `digits` decimals, halves away from zero, as Odoo rounds."""
    return value.quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP, _WIDE)


def fine(value: Decimal) -> Decimal:
    """A quotient without the tail of its division: 0.333333333333, and 2 for 2.000…0."""
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and exponent < -12:
        value = value.quantize(_FINE, ROUND_HALF_UP, _WIDE)
    return plain(value)


def plain(value: Decimal) -> Decimal:
    """`value` without trailing zeros and without an exponent."""
    return Decimal(format(value.normalize(), "f")) if value else Decimal(0)


def shown(value: Decimal | None) -> str:
    """For sentences: at least two decimals where there are any."""
    if value is None:
        return "none"
    value = plain(value)
    exponent = value.as_tuple().exponent
    return format(rounded(value, 2) if exponent == -1 else value, "f")


def line_net(quantity: Decimal, price: Decimal, discount: Decimal, digits: int) -> Decimal:
    """What a line comes to, rounded to the currency's `digits` as Odoo does line by line."""
    return rounded(quantity * price * (1 - discount / _HUNDRED), digits)


@dataclass(frozen=True, slots=True)
class Measured:
    """A quantity and a price in the unit that is written. `ratio`: so many of `unit` are one of the printed unit."""

    unit: Unit
    quantity: Decimal
    price: Decimal | None
    ratio: Decimal


def allowed(unit: Unit, product: Product, own: Unit, *, any_unit: bool) -> bool:
    """Whether a line of `product`, whose unit is `own`, may be written in `unit`."""
    if unit.category != own.category:
        return False
    return any_unit or unit.id in (product.uom_id, *product.unit_ids)


def measure(
    quantity: Decimal, price: Decimal | None, factor: Decimal, unit: Unit, target: Unit
) -> Measured:  # fmt: skip
    """Quantity and price, both of the printed unit, in `target`; `factor` of `unit` are one printed unit.

    Quantity and price are converted together, so that their product stays what it was.
    Raises ValueError where `unit` and `target` measure different things.
    """
    if unit.category != target.category:
        raise ValueError(f"{unit.name} and {target.name} measure different things")
    up, down = factor, Decimal(1)
    if unit.id != target.id:
        up, down = factor * unit.factor, target.factor
    converted = None if price is None else fine(price * down / up)
    return Measured(target, fine(quantity * up / down), converted, fine(up / down))


def kept_quantity(quantity: Decimal, unit: Unit, digits: int) -> Decimal:
    """What Odoo makes of a quantity: cut to the precision, and to the unit's own rounding where that is coarser."""
    kept = rounded(quantity, digits)
    if unit.rounding > Decimal(1).scaleb(-digits):
        kept = (kept / unit.rounding).to_integral_value(ROUND_HALF_UP) * unit.rounding
    return plain(kept)
