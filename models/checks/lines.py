"""Checks of single lines: their arithmetic, their cells, their identifiers and dates."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from data.result import Check, Extraction, Line, Place
from data.values import ids, units
from data.values.misreads import misreads
from data.values.text import clean
from models.checks.arithmetic import likely_base, line_product, number

_NUMERIC = ("quantity", "unit_price", "line_amount", "discount_percent", "tax_rate", "price_base_quantity")
_MAY_SHARE = (frozenset({"unit_price", "price_base_quantity"}), frozenset({"quantity", "price_base_quantity"}))
_UNIT_DIGIT = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{1,3}[23]|H87|C62)(?!\w)")
_NUMBER_RUN = re.compile(r"[0-9](?:[0-9]|[.,'\u2019]\s?(?=[0-9])|\s(?=[0-9]{3}(?![0-9])))*")


def line_checks(extraction: Extraction, rates: Iterable[Decimal] = ()) -> Iterator[Check]:
    """Checks of every line that can be judged; `rates` are the tax rates that the document prints."""
    for n, line in enumerate(extraction.lines):
        if line.kind not in ("item", "charge", "discount"):
            continue
        yield from _amount(n, line, rates)
        yield from _cells(n, line)
        yield from _identifiers(n, line)
    yield from _overlaps(extraction)


def _amount(n: int, line: Line, rates: Iterable[Decimal]) -> Iterator[Check]:
    get = {name: number(line.fields.get(name)) for name in _NUMERIC}
    quantity, price, amount = get["quantity"], get["unit_price"], get["line_amount"]
    if quantity is None or price is None or amount is None:
        return
    base = get["price_base_quantity"]
    discount, tax = get["discount_percent"], get["tax_rate"]
    found = line_product(quantity, price, amount, base=base, discount=discount, tax=tax)
    if not found.ok and tax is None:
        tried = (line_product(quantity, price, amount, base=base, discount=discount, tax=rate) for rate in rates)
        found = next((other for other in tried if other.ok), found)
    sum_ = f"{_plain(quantity)} x {_plain(price)}"
    if base and base != 1:
        sum_ += f" / {_plain(base)}"
    if discount and found.how != "before discount":
        sum_ += f" less {_plain(abs(discount))}%"
    message = f"{sum_} is {_rounded(found.expected)}, the page says {_plain(amount)}"
    if found.ok and found.how:
        message += f" ({found.how})"
    if found.ok and found.residue:
        message += f"; rounding residue {_plain(found.residue)}"
    if not found.ok:
        message += _repair(line, quantity, price, amount, base)
    yield Check("line_amount", found.ok, message, n)


def _repair(line: Line, quantity: Decimal, price: Decimal, amount: Decimal, base: Decimal | None) -> str:
    """What would make the product right: a price base that was not read, or one number read in another way."""
    if base is None and (likely := likely_base(quantity, price, amount)):
        return f"; it would be right for a price per {likely}"
    read = {"quantity": quantity, "unit_price": price, "line_amount": amount}
    for name in read:
        for other, reason in misreads(line.fields[name].text):
            tried = read | {name: Decimal(other)}
            if tried != read and line_product(*tried.values(), base=base).ok:
                return f"; it would be right with {name.replace('_', ' ')} {other}, {reason}"
    return ""


def _cells(n: int, line: Line) -> Iterator[Check]:
    """A cell that holds two numbers is two cells that were not told apart."""
    for name in ("quantity", "unit_price", "line_amount"):
        value = line.fields.get(name)
        if value is None:
            continue
        runs = _NUMBER_RUN.findall(_UNIT_DIGIT.sub(" ", value.text))
        if name == "unit_price":  # "12,50 / 100" is a price and its base
            runs = runs[:1] if re.search(r"[0-9]\s*\D{0,5}\s*/\s*[0-9]", value.text) else runs
        if len(runs) > 1:
            yield Check("two_numbers", False, f"{name.replace('_', ' ')} holds {len(runs)} numbers: {value.text!r}", n)
        if value.source == "model" and not _grounded(value.value, value.text):
            yield Check("grounded", False, f"{value.value} has digits that {value.text!r} has not", n)


def _grounded(value: str, text: str) -> bool:
    """True when every digit of `value` is printed in `text`, in order ("0.50" of ".50" aside)."""
    wanted = re.sub(r"[^0-9]", "", value)
    printed = re.sub(r"[^0-9]", "", clean(text))
    position = 0
    for digit in wanted.removeprefix("0") if value.startswith(("0.", "-0.")) else wanted:
        position = printed.find(digit, position) + 1
        if not position:
            return False
    return True


def _identifiers(n: int, line: Line) -> Iterator[Check]:
    gtin = line.fields.get("gtin")
    if gtin is not None:
        result = ids.gtin_ok(gtin.value)
        if result is None:
            yield Check("gtin", False, f"{gtin.value} has not the length of a GTIN (8, 12, 13 or 14 digits)", n)
        else:
            yield Check("gtin", result, f"check digit of GTIN {gtin.value} is {'right' if result else 'wrong'}", n)
    quantity, unit = line.fields.get("quantity"), line.fields.get("unit")
    if quantity is not None and unit is not None:
        _, beside = units.split_quantity(quantity.text)
        code = units.code(beside) if beside else None
        if code and units.code(unit.text) not in (None, code):
            yield Check("unit", False, f"the quantity says {beside!r}, the unit {unit.text!r}", n)


def _overlaps(extraction: Extraction) -> Iterator[Check]:
    """Numeric cells that lie on each other were cut wrongly, within a line and between lines."""
    cells: list[tuple[int, str, Place]] = [
        (n, name, place)
        for n, line in enumerate(extraction.lines)
        for name in _NUMERIC
        if (value := line.fields.get(name)) is not None
        for place in value.boxes
    ]
    cells.sort(key=lambda cell: (cell[2].page, cell[2].box.y0))
    for i, (n, name, place) in enumerate(cells):
        for j in range(i + 1, len(cells)):
            m, other, below = cells[j]
            if below.page != place.page or below.box.y0 > place.box.y1:
                break
            if (n == m and frozenset({name, other}) in _MAY_SHARE) or _shared(place, below) <= 0.3:
                continue
            where = f"line {m + 1}" if m != n else "the same line"
            yield Check("cell_overlap", False, f"{name} lies on {other} of {where}", n)


def _shared(a: Place, b: Place) -> float:
    """Overlap of two boxes as a share of the smaller one."""
    width = min(a.box.x1, b.box.x1) - max(a.box.x0, b.box.x0)
    height = min(a.box.y1, b.box.y1) - max(a.box.y0, b.box.y0)
    if width <= 0 or height <= 0:
        return 0.0
    smaller = min(a.box.width * a.box.height, b.box.width * b.box.height)
    return width * height / smaller if smaller > 0 else 0.0


def _plain(amount: Decimal) -> str:
    """A number for people: no exponent, and no zeros that arithmetic brought."""
    text = f"{amount:f}"
    if "." in text and len(text.partition(".")[2]) > 2:
        text = text.rstrip("0").rstrip(".")
    return text


def _rounded(amount: Decimal) -> str:
    return _plain(round(amount, 4)) if amount != round(amount, 2) else f"{round(amount, 2):f}"
