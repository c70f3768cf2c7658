"""Lines to rows: which visual row holds the numbers of a line, and which words its cells are.

Lines stand on the page in their order, so their rows are found together (dynamic programming over row numbers); cells
that could stand in several places take the one in the column where the others stand that leave no choice.
"""

from __future__ import annotations

import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field

from data.placing.search import Ink, Span
from data.placing.truth import GivenLine

REACH = 4
"""Rows above and below its numbers in which more of a line is looked for, while fixing where the line stands."""
BESIDE = 0.3
"""What a cell in those rows counts for, beside one in the row itself."""
WIDE = "description"


@dataclass(slots=True)
class LinePlace:
    """Where one line stands: `main` is the row of its numbers (-1: nowhere), `cells` the words of its fields."""

    main: int
    cells: dict[str, Span] = field(default_factory=dict)
    choices: dict[str, int] = field(default_factory=dict)
    """How many places each cell was chosen from."""


def find_lines(ink: Ink, lines: Sequence[GivenLine]) -> list[LinePlace]:
    """A place for every line, in order."""
    found = [{n: ink.spans(f"line.{n}", g.value) for n, g in line.fields.items()} for line in lines]
    pointed = [_pointed(ink, line) for line in lines]
    mains = _rows(ink, found, pointed)
    out = [LinePlace(m) for m in mains]
    options = []
    for k, spans in enumerate(found):
        before = max((m for m in mains[:k] if m >= 0), default=-1)
        after = min((m for m in mains[k + 1 :] if m >= 0), default=len(ink.rows))
        options.append(_options(ink, spans, out[k].main, before, after) if out[k].main >= 0 else {})
    columns = _columns(ink, options)
    for place, option in zip(out, options, strict=True):
        _choose(ink, place, option, columns)
    return out


def _pointed(ink: Ink, line: GivenLine) -> set[int]:
    """Rows in which boxes of the line's values lie."""
    out = set()
    for given in line.fields.values():
        for place in given.boxes[:1]:
            rows = {ink.row[k] for k in range(len(ink.row)) if ink.page[k] == place.page
                    and place.box.y0 - 1 <= ink.box[k].cy <= place.box.y1 + 1
                    and place.box.x0 - 1 <= ink.box[k].cx <= place.box.x1 + 1}  # fmt: skip
            out |= rows
    return out


def _rows(ink: Ink, found: Sequence[dict[str, list[Span]]], pointed: Sequence[set[int]]) -> list[int]:
    """The row of each line: increasing, with the largest sum of what the rows print of their lines."""
    count = len(ink.rows)
    scores = [_scores(ink, spans, count, rows) for spans, rows in zip(found, pointed, strict=True)]
    best = [[0.0] * (count + 1) for _ in range(len(found) + 1)]
    for i in range(len(found) - 1, -1, -1):
        for r in range(count - 1, -1, -1):
            best[i][r] = max(best[i][r + 1], best[i + 1][r], scores[i][r] + best[i + 1][r + 1] if scores[i][r] else 0.0)
    out, r = [], 0
    for i in range(len(found)):
        while r < count and best[i][r] == best[i][r + 1] and best[i][r] > best[i + 1][r]:
            r += 1
        taken = r < count and scores[i][r] and best[i][r] == scores[i][r] + best[i + 1][r + 1]
        out.append(r if taken else -1)
        r += bool(taken)
    return out


def _scores(ink: Ink, spans: dict[str, list[Span]], count: int, pointed: set[int]) -> list[float]:
    own = [0.0] * count
    near = [0.0] * count
    for name, places in spans.items():
        # many digits are rarely found by chance, a lone "1" is everywhere
        rows = {ink.row[s[0]]: 0.4 + min(sum(len(ink.short[k]) for k in s), 8) / 8 for s in places}
        for row, weight in rows.items():
            own[row] += weight * (0.6 if name == WIDE else 1.0)
        for row, weight in rows.items():
            for r in range(max(row - REACH, 0), min(row + REACH + 1, count)):
                if r not in rows:
                    near[r] = max(near[r], 0) + BESIDE * weight / (1 + abs(r - row))
    return [o + n + 1.0 * (r in pointed) if o >= 0.5 else 0.0 for r, (o, n) in enumerate(zip(own, near, strict=True))]


def _options(
    ink: Ink, spans: dict[str, list[Span]], main: int, before: int, after: int
) -> dict[str, list[Span]]:  # fmt: skip
    """Places of each cell between the neighbours' rows; those on the line's own row alone, where there are such."""
    out = {}
    for name, places in spans.items():
        inside = [s for s in places if before < ink.row[s[0]] < after]
        own = [s for s in inside if ink.row[s[0]] == main]
        if name != WIDE and own:
            inside = own
        elif inside:
            nearest = min(abs(ink.row[s[0]] - main) for s in inside)
            inside = [s for s in inside if abs(ink.row[s[0]] - main) == nearest]
        if inside:
            out[name] = inside
    return out


def _columns(ink: Ink, options: Sequence[dict[str, list[Span]]]) -> dict[str, tuple[float, float]]:
    """Median left and right edge of each field where there was no choice."""
    edges: dict[str, list[tuple[float, float]]] = {}
    for option in options:
        for name, places in option.items():
            others = {s for n, p in option.items() if n != name for s in p}
            if len(places) == 1 and places[0] not in others:
                edges.setdefault(name, []).append((ink.box[places[0][0]].x0, ink.box[places[0][-1]].x1))
    return {n: (statistics.median(a for a, _ in e), statistics.median(b for _, b in e)) for n, e in edges.items()}


def _choose(
    ink: Ink, place: LinePlace, option: dict[str, list[Span]], columns: dict[str, tuple[float, float]]
) -> None:  # fmt: skip
    """Fill the cells, the surest first; no word is two cells."""
    taken: set[int] = set()

    def off(name: str, span: Span) -> float:
        if name not in columns:
            return ink.box[span[0]].x0 / 1000 if name == "line_no" else 1.0 - ink.box[span[0]].x0 / 1e4
        left, right = columns[name]
        return min(abs(ink.box[span[0]].x0 - left), abs(ink.box[span[-1]].x1 - right))

    for name in sorted(option, key=lambda n: (n not in columns and n != "line_no", len(option[n]))):
        free = [s for s in option[name] if not taken & set(s)]
        if name == "unit" and not free and "quantity" in place.cells:
            place.choices[name] = 1  # printed in one word with the quantity ("12szt"): that word is the quantity's
        if free:
            place.cells[name] = min(free, key=lambda s: off(name, s))
            place.choices[name] = len(free)
            taken |= set(place.cells[name])
