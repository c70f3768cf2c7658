"""Cells that were read from the wrong column, corrected by the one other number of their row that makes the line right.

Nothing is computed into being: a new value is always another number printed in the same row, and it is taken only when
exactly one such number (or one pair of price and price base) makes quantity x price = amount, to the last printed
digit. The text and the box of the value are those of that number.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from data.result import Extraction, Line, Place, Value
from data.schema import Box, Document
from data.values.habits import Habits, decide
from models.checks.arithmetic import HUNDRED, line_product, number, unit_of_last_place
from models.checks.page import Pages, Printed, Row, first_place, holds, index

_PRICE = ("unit_price", "price_base_quantity")
_Cell = tuple[int, Printed]
"""Page and number."""


def reread(extraction: Extraction, document: Document, habits: Habits | None = None) -> Extraction:
    """The extraction with the unit prices and price bases (else quantities) that its rows prove."""
    wrong = [n for n, line in enumerate(extraction.lines) if line.kind == "item" and _is_wrong(line)]
    if not wrong:
        return extraction
    pages = index(extraction, document, habits or decide(document), None)
    lines = list(extraction.lines)
    for n in wrong:
        lines[n] = _settled(n, lines[n], pages)
    return replace(extraction, lines=tuple(lines))


def _is_wrong(line: Line) -> bool:
    """True when quantity and amount are there and the price is missing or does not fit them."""
    get = {name: number(value) for name, value in line.fields.items()}
    quantity, price, amount = get.get("quantity"), get.get("unit_price"), get.get("line_amount")
    if not quantity or not amount:
        return False
    base, discount, tax = (get.get(n) for n in ("price_base_quantity", "discount_percent", "tax_rate"))
    return price is None or not line_product(quantity, price, amount, base=base, discount=discount, tax=tax).ok


def _settled(n: int, line: Line, pages: Pages) -> Line:
    quantity, amount = number(line.fields["quantity"]), number(line.fields["line_amount"])
    if quantity is None or amount is None:
        return line
    rows = [row for row in pages.rows if row.owners == {n} and _prints(row, line)]
    discount = abs(number(line.fields.get("discount_percent")) or Decimal(0))
    wanted = abs(amount / (1 - discount / HUNDRED) if discount < HUNDRED else amount)
    slack = unit_of_last_place(amount) / 2
    prices = _price(_free(rows, line, _PRICE), quantity, wanted, slack)
    quantities = _quantity(_free(rows, line, ("quantity",)), line, wanted, slack)
    if prices is not None and quantities is not None:
        # 1 x 100 and 100 x 1 are both on the page: the number beside the unit is the quantity.
        if "unit" not in line.fields:
            return line
        prices, quantities = (None, quantities) if _is_by_unit(quantities, line) else (prices, None)
    if quantities is not None:
        return replace(line, fields=line.fields | {"quantity": _value(quantities, line.fields["quantity"])})
    price, base = prices or (None, None)
    if price is None:
        return line
    found = {k: v for k, v in line.fields.items() if k not in _PRICE}
    if "unit_price" not in line.fields and base is None and _is_by_unit(price, line):
        found["unit_price"], found["quantity"] = line.fields["quantity"], _value(price, line.fields["quantity"])
    else:
        found["unit_price"] = _value(price, line.fields.get("unit_price"))
    if base is not None:
        found["price_base_quantity"] = _value(base, line.fields.get("price_base_quantity"))
    return replace(line, fields={k: found[k] for k in dict.fromkeys((*line.fields, *_PRICE)) if k in found})


def _is_by_unit(cell: _Cell, line: Line) -> bool:
    """True when the number stands nearer to the unit than what was read as the quantity: the two are mixed up."""
    unit, quantity = first_place(line.fields.get("unit")), first_place(line.fields["quantity"])
    if unit is None or quantity is None or unit.page != cell[0] or abs(unit.box.cy - cell[1].box.cy) > unit.box.height:
        return False
    return _gap(unit.box, cell[1].box) < _gap(unit.box, quantity.box)


def _gap(a: Box, b: Box) -> float:
    return max(a.x0 - b.x1, b.x0 - a.x1)


def _prints(row: Row, line: Line) -> bool:
    """True for the rows in which the quantity or the amount of the line stands."""
    places = (first_place(line.fields.get(name)) for name in ("quantity", "line_amount"))
    return any(p is not None and p.page == row.page and row.box.y0 <= p.box.cy <= row.box.y1 for p in places)


def _free(rows: Sequence[Row], line: Line, but: Sequence[str]) -> list[_Cell]:
    """Numbers of the rows that no field of the line other than those of `but` owns; percentages are never free."""
    owned = [p for name, value in line.fields.items() if name not in but for p in value.boxes]
    return [
        (row.page, printed) for row in rows for printed in row.numbers
        if "%" not in printed.text and printed.value
        and not any(p.page == row.page and holds(p.box, printed.box) for p in owned)
    ]  # fmt: skip


def _quantity(free: Sequence[_Cell], line: Line, wanted: Decimal, slack: Decimal) -> _Cell | None:
    """The quantity that alone makes the amount with the price that was read."""
    price, base = number(line.fields.get("unit_price")), number(line.fields.get("price_base_quantity"))
    if not price:
        return None
    fitting = [cell for cell in free if abs(abs(cell[1].value * price / (base or 1)) - wanted) <= slack]
    return fitting[0] if len({cell[1].value for cell in fitting}) == 1 else None


def _price(
    free: Sequence[_Cell], quantity: Decimal, wanted: Decimal, slack: Decimal
) -> tuple[_Cell, _Cell | None] | None:
    """The price, with its base where it needs one, that alone makes the amount; None when none or several do."""
    plain = [cell for cell in free if abs(abs(quantity * cell[1].value) - wanted) <= slack]
    if plain:
        return (plain[0], None) if len({cell[1].value for cell in plain}) == 1 else None
    pairs = [
        (price, base) for base in free if base[1].value > 1 and base[1].value == base[1].value.to_integral_value()
        for price in free
        if price is not base and abs(abs(quantity * price[1].value / base[1].value) - wanted) <= slack
    ]  # fmt: skip
    return pairs[0] if len({(price[1].value, base[1].value) for price, base in pairs}) == 1 else None


def _value(cell: _Cell, old: Value | None) -> Value:
    page, printed = cell
    made = Value(f"{printed.value:f}", printed.text, boxes=(Place(page, printed.box),))
    return made if old is None else replace(made, score=old.score, lowest=old.lowest, candidates=(old.value,))
