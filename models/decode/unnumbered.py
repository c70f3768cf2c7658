"""Rows under an item that were read as items, told by the numbering: between 4 and 5 there is no room for a line."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from data.result import Line
from models.checks.arithmetic import line_product, number

FEWEST = 3
"""Numbered items needed to know the step."""
REGULAR = 0.8
"""Share of steps that must be alike."""


def without_rows_between(lines: Sequence[Line]) -> tuple[Line, ...]:
    """`lines` without items that have no number and stand between two consecutive ones: conditions, levies, surcharges.

    Where such were found those after the last number go too. What quantity, price and amount prove a line stays.
    """
    numbers = [_position(line) for line in lines]
    found = [n for n in numbers if n is not None]
    steps = Counter(b - a for a, b in pairwise(found))
    if len(found) < FEWEST or not steps:
        return tuple(lines)
    step, count = steps.most_common(1)[0]
    if step <= 0 or count < REGULAR * (len(found) - 1):
        return tuple(lines)
    out: list[Line] = []
    dropped, last = False, None
    for k, (line, here) in enumerate(zip(lines, numbers, strict=True)):
        if here is not None:
            last = here
        elif last is not None and line.kind == "item" and not _proven(line):
            after = next((n for n in numbers[k + 1 :] if n is not None), None)
            if after == last + step or (after is None and dropped):
                dropped = True
                continue
        out.append(line)
    return tuple(out)


def _position(line: Line) -> Decimal | None:
    value = number(line.fields.get("line_no")) if line.kind == "item" else None
    return value if value is not None and value == value.to_integral_value() else None


def _proven(line: Line) -> bool:
    quantity, price, amount = (number(line.fields.get(name)) for name in ("quantity", "unit_price", "line_amount"))
    if quantity is None or price is None or amount is None:
        return False
    base, discount = number(line.fields.get("price_base_quantity")), number(line.fields.get("discount_percent"))
    return line_product(quantity, price, amount, base=base, discount=discount).ok
