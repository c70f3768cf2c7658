"""Checks for missing lines: positions, printed counts, rows that look like items, columns that nobody read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from data.result import Check, Extraction
from data.schema import Box
from data.values.text import without_accents
from models.checks.arithmetic import number
from models.checks.page import Pages, Row, first_place

_POSITION = re.compile(r"^0*([0-9]{1,6})[.)]?$")
_THINGS = (
    r"items?|lines?|line items|order lines|positions?|pozycji|pozycje|positionen|posten|lignes?|articles?|lineas?|"
    r"partidas|righe|regels?|orderregels|polozek|polozky|radku"
)
_MANY = (
    r"total|number of|no\.? of|count of|liczba|ilosc|razem|anzahl(?: der)?|gesamtzahl(?: der)?|nombre d(?:e |')|"
    r"numero (?:de|di)|numero|totale|aantal|pocet"
)
_PLURAL = "items|line items|lines|item count|line count|positionen|pozycje|pozycji|lignes|lineas|righe|regels|polozek"
_COUNT_AFTER = re.compile(
    rf"(?<!\w)(?:(?:{_MANY})\s*(?:{_THINGS})\s*:?|(?:{_PLURAL})\s*[:=])\s*([0-9]{{1,4}})(?![0-9.,/%-])"
)
_COUNT_BEFORE = re.compile(rf"(?:^\(?|[:=(]\s*)([0-9]{{1,4}}) (?:{_THINGS})\s*[).]?$")


@dataclass(frozen=True, slots=True)
class Columns:
    """Horizontal extent of the numeric columns of the items, over all pages."""

    extents: dict[str, tuple[float, float]]

    def hit(self, box: Box) -> str | None:
        """The column a number stands in: half of its width must lie in the column's extent."""
        for name, (x0, x1) in self.extents.items():
            if min(box.x1, x1) - max(box.x0, x0) > 0.5 * min(box.width, x1 - x0):
                return name
        return None


def columns(extraction: Extraction) -> Columns:
    """Extents of quantity, price and amount, from the cells that were read."""
    extents: dict[str, tuple[float, float]] = {}
    for name in ("quantity", "unit_price", "line_amount"):
        places = [
            p for line in extraction.lines if line.kind == "item"
            and (p := first_place(line.fields.get(name))) is not None
        ]  # fmt: skip
        if places:
            extents[name] = (min(p.box.x0 for p in places), max(p.box.x1 for p in places))
    return Columns(extents)


def orphans(extraction: Extraction, pages: Pages) -> tuple[Row, ...] | None:
    """Rows that look like items and belong to none; None when there are no columns to compare with.

    A row looks like an item when numbers stand in the quantity or amount column and in at least one more of the
    columns, above the totals of its page. Rows the model calls an item are believed even off the columns.
    """
    shape = columns(extraction)
    believed = tuple(row for row in pages.rows if row.roles and "item" in row.roles and not row.owners)
    believed = tuple(row for row in believed if row.numbers and not row.in_field)
    if len(shape.extents) < 2:
        return believed or None
    totals = {number(extraction.fields.get(f"total_{name}")) for name in ("net", "tax", "gross")} - {None}
    bottom = _bottoms(extraction)
    out = list(believed)
    for row in pages.rows:
        if row.owners or row.in_field or row in believed or len(row.numbers) < 2:
            continue
        if row.roles & {"head", "subtotal", "schedule", "charge", "discount"}:
            continue
        if row.box.cy >= bottom.get(row.page, float("inf")) or row.numbers[-1].value in totals:
            continue
        hits = {name for n in row.numbers if (name := shape.hit(n.box)) is not None}
        if len(hits) >= 2 and hits & {"quantity", "line_amount"}:
            out.append(row)
    return tuple(out)


def _bottoms(extraction: Extraction) -> dict[int, float]:
    """Where the totals of a page begin, and where the table cannot go on on later pages."""
    out: dict[int, float] = {}
    for name in ("total_net", "total_tax", "total_gross"):
        place = first_place(extraction.fields.get(name))
        if place is not None and place.page >= max((line.page for line in extraction.lines), default=1):
            out[place.page] = min(out.get(place.page, float("inf")), place.box.y0)
            for later in range(place.page + 1, place.page + 200):
                out[later] = float("-inf")
    return out


def row_checks(extraction: Extraction, pages: Pages) -> Iterator[Check]:
    """Checks that speak about missing, doubled or merged lines."""
    yield from _positions(extraction)
    items = sum(line.kind == "item" for line in extraction.lines)
    counted = printed_count(pages)
    if counted is not None:
        yield Check("item_count", counted == items, f"the page counts {counted} items, {items} were read")
    lost = orphans(extraction, pages)
    if lost is not None:
        rows = "; ".join(f"page {row.page}: {row.text[:60]!r}" for row in lost[:3])
        message = f"{len(lost)} rows look like items but belong to none: {rows}" if lost else "every item row was read"
        yield Check("item_rows", not lost, message)


def _positions(extraction: Extraction) -> Iterator[Check]:
    found: list[int] = []
    for line in extraction.lines:
        if line.kind == "item" and (value := line.fields.get("line_no")) is not None:
            m = _POSITION.match(value.value)
            if m is None:
                return
            found.append(int(m.group(1)))
    if len(found) < 2:
        return
    doubled = [n for n, times in Counter(found).items() if times > 1]
    missing = gaps(tuple(found))
    if doubled:
        yield Check("positions", False, f"position {doubled[0]} was read {found.count(doubled[0])} times")
    elif missing:
        said = ", ".join(map(str, missing[:5]))
        yield Check("positions", False, f"positions go from {min(found)} to {max(found)} without {said}")
    elif found != sorted(found):
        yield Check("positions", False, "positions are not in order")
    else:
        yield Check("positions", True, f"positions {found[0]} to {found[-1]} without a gap")


@lru_cache(maxsize=256)
def gaps(found: tuple[int, ...]) -> tuple[int, ...]:
    """Positions missing in `found`: its step is 10 where all are tens (5, 100 likewise), else 1; a table begins at
    its first step."""
    values = sorted(set(found))
    step = next((s for s in (1000, 100, 10, 5) if all(v % s == 0 for v in values)), 1)
    expected = range(step, values[-1] + 1, step)
    if len(expected) > 20 * len(values):
        return ()
    return tuple(n for n in expected if n not in values)


def printed_count(pages: Pages) -> int | None:
    """The number of items that the page itself states ("Items: 17", "Liczba pozycji: 17"), None when it does not."""
    for row in pages.rows:
        if len(row.words) > 14 or not any(word.text.lstrip("(")[:1].isdigit() for word in row.words) or row.owners:
            continue
        text = without_accents(row.text)
        if m := _COUNT_AFTER.search(text) or _COUNT_BEFORE.search(text):
            return int(m.group(1))
    return None
