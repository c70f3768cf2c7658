"""Checks for missing lines: positions, printed counts, rows that look like items, columns that nobody read."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import permutations

from data.result import Check, Extraction
from data.values.text import without_accents
from models.checks.arithmetic import CENT, HUNDRED, number
from models.checks.page import CHARGE_WORDS, Pages, Printed, Row, first_place, printed_rates

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
    rf"(?<!\w)(?:(?:{_MANY})\s*(?:{_THINGS})\s*:?|(?:{_PLURAL})\s*[:=])\s*([0-9]{{1,4}})(?! ?[0-9]|[.,/%-])"
)
_COUNT_BEFORE = re.compile(rf"(?:^\(?|[:=(]\s*)([0-9]{{1,4}}) (?:{_THINGS})\s*[).]?$")


@dataclass(frozen=True, slots=True)
class Columns:
    """Horizontal extent of the numeric columns of the items, over all pages."""

    extents: dict[str, tuple[float, float]]

    decimals: frozenset[str]
    """Columns all of whose cells are printed with decimals."""

    def hit(self, number: Printed) -> str | None:
        """The column a number stands in: the nearest whose extent it touches or misses by less than its height (with
        few lines an extent is narrow), printed like the cells of it. A percentage stands in none of them."""
        box = number.box
        if "%" in number.text:
            return None
        near = sorted((max(x0 - box.x1, box.x0 - x1), name) for name, (x0, x1) in self.extents.items())
        fits = (name not in self.decimals or has_decimals(number) for _, name in near)
        return next((name for (gap, name), ok in zip(near, fits, strict=True) if ok and gap <= 0.8 * box.height), None)


def has_decimals(number: Printed) -> bool:
    """True when digits are printed behind a decimal sign."""
    return number.value.as_tuple().exponent not in (0, "n", "N", "F")


def columns(extraction: Extraction) -> Columns:
    """Extents of quantity, price and amount, from the cells that were read."""
    extents: dict[str, tuple[float, float]] = {}
    decimals: set[str] = set()
    for name in ("quantity", "unit_price", "line_amount"):
        places = [
            p for line in extraction.lines if line.kind == "item"
            and (p := first_place(line.fields.get(name))) is not None
        ]  # fmt: skip
        if places:
            extents[name] = (min(p.box.x0 for p in places), max(p.box.x1 for p in places))
            if all("." in line.fields[name].value for line in extraction.lines if name in line.fields):
                decimals.add(name)
    return Columns(extents, frozenset(decimals))


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
    bottom, rates = _bottoms(extraction), printed_rates(pages) | _line_rates(extraction)
    out = list(believed)
    for row in pages.rows:
        if row.owners or row.in_field or row in believed or len(row.numbers) < 2:
            continue
        if row.roles & {"head", "subtotal", "schedule", "charge", "discount"}:
            continue
        if row.box.cy >= bottom.get(row.page, float("inf")) or _ends_in(row, totals):
            continue
        hits = {name for n in row.numbers if (name := shape.hit(n)) is not None}
        if len(hits) >= 2 and hits & {"quantity", "line_amount"} and not _is_apart(row, rates):
            out.append(row)
    return tuple(out)


def _ends_in(row: Row, totals: set[Decimal | None]) -> bool:
    amounts = [n.value for n in row.numbers if "%" not in n.text]
    return bool(amounts) and amounts[-1] in totals


def _line_rates(extraction: Extraction) -> frozenset[Decimal]:
    rates = (number(line.fields.get("tax_rate")) for line in extraction.lines)
    return frozenset(rate for rate in rates if rate)


def _is_apart(row: Row, rates: frozenset[Decimal]) -> bool:
    """True for a percentage charged or taken off ("Discount 3 % of 250.00 7.50") and for a row of a tax table.

    A row that holds a product (quantity x price = amount) is neither. In a tax table a tax rate times one number is
    another; the rate must show as one, by a percent sign, by a word for tax or charge, or because the row has no
    words at all: ten pieces at 20.00 with 2.00 beside them are no tax.
    """
    plain = [n.value for n in row.numbers if "%" not in n.text]
    if len(plain) < 9 and any(a * b == c for a, b, c in permutations(plain, 3)):
        return False
    named = CHARGE_WORDS.search(row.text.casefold())
    if named and "%" in row.text:
        return True
    shown = frozenset(n.value for n in row.numbers if "%" in n.text)
    if named or not any(c.isalpha() for c in row.text):
        shown |= rates.intersection(n.value for n in row.numbers)
    return any(abs(base * rate / HUNDRED - tax) <= CENT for rate in shown for base in plain for tax in plain if tax)


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
