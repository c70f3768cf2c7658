"""Which unit a line is written in, and what that makes of its quantity and price."""

from __future__ import annotations

from decimal import Decimal

from serving.odoo.mapping.amounts import Measured, allowed, kept_quantity, measure, rounded, shown
from serving.odoo.mapping.work import Work
from serving.odoo.matches import LineMatch
from serving.odoo.records import Product

_UNIT_PROBLEMS = {
    "unknown_unit": ("unit_unknown", "The unit {} is not known"),
    "other_category": ("unit_other_category", "The unit {} does not measure what {} is sold by"),
    "ambiguous_unit": ("unit_ambiguous", "The unit {} may mean several things"),
}


def measured_in(
    work: Work, product: Product, match: LineMatch, quantity: Decimal | None, price: Decimal | None
) -> Measured | None:
    """Quantity and price in the unit that is written; None where a person must say what the unit means."""
    master, server = work.setting.master, work.setting.server
    own, printed = master.unit(product.uom_id), work.line.fields.get("unit")
    text = printed.text or printed.value if printed is not None else "(none)"
    if match.unit_problem is not None:
        code, message = _UNIT_PROBLEMS.get(match.unit_problem, _UNIT_PROBLEMS["unknown_unit"])
        own_name = f"{product.name} ({own.name if own is not None else 'unknown unit'})"
        work.say(code, message.format(repr(text), own_name) + ".", "unit")
        return None
    unit = own if match.unit_id is None else master.unit(match.unit_id)
    if own is None or unit is None:
        work.say("unit_unknown", f"The unit of {product.name} is not in the mirror.", "unit")
        return None
    if unit.category != own.category:
        work.say("unit_other_category", f"{text} is {unit.name}, {product.name} is sold by {own.name}.", "unit")
        return None
    if printed is None:
        work.say("unit_missing", f"No unit is printed; {unit.name} is taken.", "unit")
    if quantity is None:
        return None
    target = unit if allowed(unit, product, own, any_unit=server.any_unit) else own
    measured = measure(quantity, price, match.factor, unit, target)
    if measured.ratio != 1:
        message = f"{shown(quantity)} {text} is {shown(measured.quantity)} {target.name}"
        if price is not None and measured.price is not None:
            message += f", {shown(price)} for one {text} is {shown(rounded(measured.price, 6))} for one {target.name}"
        work.say("unit_converted", message + ".", "unit")
    return _kept(work, measured)


def _kept(work: Work, measured: Measured) -> Measured:
    kept = kept_quantity(measured.quantity, measured.unit, work.setting.server.quantity_digits)
    if kept != measured.quantity:
        message = f"{shown(measured.quantity)} {measured.unit.name} would become {shown(kept)}."
        work.say("quantity_rounded", message, "quantity")
    return Measured(measured.unit, kept, measured.price, measured.ratio)
