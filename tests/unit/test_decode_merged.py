"""Cells over several rows of a ruled table."""

from __future__ import annotations

from data.result import Line, Place, Value
from data.schema import Box, Document, Page
from models.decode.merged import spread_merged

ROWS = (100.0, 120.0, 140.0)
FULL = (40.0, 540.0)
AROUND = ((40.0, 280.0), (350.0, 540.0))


def test_a_merged_cell_counts_for_the_rows_it_spans() -> None:
    dates = _dates(_lines(1), _page(AROUND, FULL))
    assert dates == ["2026-04-17", "2026-04-17", None]
    assert _dates(_lines(0), _page(AROUND, AROUND)) == ["2026-04-17"] * 3


def test_a_closed_cell_is_its_rows_own() -> None:
    assert _dates(_lines(1), _page(FULL, FULL)) == [None, "2026-04-17", None]


def test_without_lines_nothing_is_shared() -> None:
    assert _dates(_lines(0), _page((), ())) == ["2026-04-17", None, None]


def test_underlined_descriptions_join_no_cells() -> None:
    under = ((60.0, 250.0),)
    page = Page(1, 595, 842, rules=(Box(40, 80, 540, 80), *_page(under, under).rules))
    assert _dates(_lines(0), page) == ["2026-04-17", None, None]


def test_a_row_with_a_value_of_its_own_keeps_it() -> None:
    first, second, third = _lines(0)
    own = Line("item", 1, {**second.fields, "delivery_date": _value("2026-05-01", 300, ROWS[1])})
    assert _dates((first, own, third), _page(AROUND, AROUND)) == ["2026-04-17", "2026-05-01", "2026-05-01"]


def _dates(lines: tuple[Line, ...], page: Page) -> list[str | None]:
    made = spread_merged(lines, Document("a.pdf", "0" * 64, (page,)))
    return [line.fields["delivery_date"].value if "delivery_date" in line.fields else None for line in made]


def _lines(dated: int) -> tuple[Line, ...]:
    out = []
    for k, y in enumerate(ROWS):
        fields = {"quantity": _value("2", 380, y)}
        if k == dated:
            fields["delivery_date"] = _value("2026-04-17", 300, y)
        out.append(Line("item", 1, fields))
    return tuple(out)


def _value(text: str, x: float, y: float) -> Value:
    return Value(text, text, boxes=(Place(1, Box(x, y - 5, x + 30, y + 5)),))


def _page(*between: tuple[tuple[float, float], ...] | tuple[float, float]) -> Page:
    """A page with the given lines (x0, x1) between its three rows."""
    rules = []
    for y, spans in zip((110.0, 130.0), between, strict=True):
        pairs = (spans,) if spans and isinstance(spans[0], float) else spans
        rules += [Box(x0, y, x1, y) for x0, x1 in pairs]
    return Page(1, 595, 842, rules=tuple(rules))
