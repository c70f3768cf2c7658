"""Which line of the page is which line of the XML."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from data.embedded.agree import key
from data.result import Line

NUMERIC_KINDS = ("item", "charge", "discount")
"""Kinds with amounts, which page and XML must share; headings, comments and subtotals are the page's own affair."""

_NEAR = 0.001
"""Breaks ties between equally alike pairs in favour of pairing at all."""

MAX_ALIGNED = 1_000_000
"""Pairs of lines weighed one by one, a second of work; beyond it lines are paired by what is unique to them."""

_Numbered = tuple[int, frozenset[tuple[str, str]]]


def pair_lines(page: Sequence[Line], xml: Sequence[Line]) -> list[tuple[int, int]]:
    """Pairs (page line, XML line) in order of both, so that most cells are equal; lines alike in nothing stay single.

    Alignment by dynamic programming over shared cells, O(len(page) * len(xml)) set intersections up to `MAX_ALIGNED`.
    """
    rows = [(i, _cells(line)) for i, line in enumerate(page) if line.kind in NUMERIC_KINDS]
    cols = [(j, _cells(line)) for j, line in enumerate(xml) if line.kind in NUMERIC_KINDS]
    if len(rows) * len(cols) > MAX_ALIGNED:
        return _pair_by_first_shared(rows, cols)
    return _align(rows, cols)


def _align(rows: list[_Numbered], cols: list[_Numbered]) -> list[tuple[int, int]]:
    weight = [[len(a & b) for _, b in cols] for _, a in rows]
    best = [[0.0] * (len(cols) + 1) for _ in range(len(rows) + 1)]
    for i in range(len(rows) - 1, -1, -1):
        for j in range(len(cols) - 1, -1, -1):
            joined = best[i + 1][j + 1] + weight[i][j] + _NEAR if weight[i][j] else 0.0
            best[i][j] = max(best[i + 1][j], best[i][j + 1], joined)
    pairs, i, j = [], 0, 0
    while i < len(rows) and j < len(cols):
        if weight[i][j] and best[i][j] == best[i + 1][j + 1] + weight[i][j] + _NEAR:
            pairs.append((rows[i][0], cols[j][0]))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _pair_by_first_shared(rows: list[_Numbered], cols: list[_Numbered]) -> list[tuple[int, int]]:
    """Very long lists: each line of the page takes the next line of the XML that shares a cell no other line has."""
    counts = Counter(cell for _, cells in cols for cell in cells)
    where = {cell: at for at, (_, cells) in enumerate(cols) for cell in cells if counts[cell] == 1}
    pairs, last = [], -1
    for i, cells in rows:
        at = min((where[cell] for cell in cells if where.get(cell, -1) > last), default=None)
        if at is not None:
            pairs.append((i, cols[at][0]))
            last = at
    return pairs


def _cells(line: Line) -> frozenset[tuple[str, str]]:
    # A unit or tax rate shared by all lines pairs nothing.
    telling = (n for n in line.fields if n not in ("unit", "tax_rate"))
    return frozenset((name, key(f"line.{name}", line.fields[name].value)) for name in telling)
