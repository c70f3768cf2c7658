"""Cells that span several rows of a ruled table: what is printed once in them counts for every row they span."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from data.result import Line, Value
from data.schema import Box, Document

SPREAD = ("delivery_date", "unit", "tax_rate", "discount_percent")
"""Values that neighbouring items may share; numbers and articles are each item's own."""
COVER = 0.6
"""Share of the widest line on the page that the lines between two rows must make up."""
ROW = ("quantity", "unit_price", "line_amount", "description")
"""Values that tell where the row of an item stands, the first that there is."""


def spread_merged(lines: Sequence[Line], document: Document) -> tuple[Line, ...]:
    """`lines` with the value of a merged cell in each row that it spans.

    Two rows share a cell where lines are drawn between them, and none of these crosses the place of the value.
    """
    out = list(lines)
    for upper, lower in [*pairwise(range(len(out))), *((b, a) for a, b in reversed(list(pairwise(range(len(out))))))]:
        known, blank = out[upper], out[lower]
        if known.kind != "item" or blank.kind != "item" or known.page != blank.page:
            continue
        between = _between(known, blank, document)
        for name in SPREAD:
            value = known.fields.get(name)
            if value is None or name in blank.fields or not between or not value.boxes:
                continue
            place = value.boxes[0].box
            if not any(rule.x0 < place.cx < rule.x1 for rule in between):
                out[lower] = blank = replace(blank, fields={**blank.fields, name: _derived(value)})
    return tuple(out)


def _derived(value: Value) -> Value:
    return replace(value, source="derived")


def _between(one: Line, other: Line, document: Document) -> list[Box]:
    """The lines drawn between the rows of two items."""
    heights = [_height(line) for line in (one, other)]
    if None in heights:
        return []
    low, high = sorted(h for h in heights if h is not None)
    rules = document.pages[one.page - 1].rules
    found = [rule for rule in rules if low < rule.cy < high]
    wide = max((rule.width for rule in rules), default=0.0)
    # an underlined description keeps no rows apart: the lines must go most of the way across the table
    return found if sum(rule.width for rule in found) >= COVER * wide else []


def _height(line: Line) -> float | None:
    """Where the row of an item stands on its page, in points from the top."""
    for name in ROW:
        places = [p.box.cy for p in line.fields[name].boxes if p.page == line.page] if name in line.fields else []
        if places:
            return float(median(places))
    return None
