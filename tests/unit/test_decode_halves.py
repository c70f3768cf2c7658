"""Items torn in two at a page break are one line again; headings and items without numbers stay what they are."""

from __future__ import annotations

import numpy as np
import pytest

from models.decode.lines import read_lines
from models.decode.spans import chosen_labels
from tests.oracle import oracle
from tests.tagged import Row, document, item, row

pytestmark = pytest.mark.full


def numbers(line: int, quantity: str, price: str) -> Row:
    """The lower tier of an item: its numbers."""
    return item(
        line, (300, quantity, "quantity"), (350, "pcs", "unit"), (420, price, "unit_price"), role="continuation"
    )


def text(line: int, number: str, code: str, name: str) -> Row:
    """The upper tier of an item: number, article and name."""
    return item(line, (50, number, "line_no"), (90, code, "buyer_article_no"), (200, name, "description"))


def items(first: int, count: int) -> list[Row]:
    return [r for k in range(first, first + count)
            for r in (text(k, str(k + 1), f"A-10{k}", "Valve"), numbers(k, str(k + 2), f"{k + 1}.50"))]  # fmt: skip


def read(*pages: list[Row], torn: str) -> list[tuple[set[str], int]]:
    """Fields and rows of the lines where the network takes the row with the word `torn` for the start of a line."""
    reading = oracle(document(*pages))
    at = next(k for k in range(len(reading.encoded)) if reading.text(k) == torn)
    reading.start[reading.encoded.row == reading.encoded.row[at]] = 1.0
    return [(set(cells.values), len(cells.rows)) for cells in read_lines(reading, chosen_labels(reading))]


def test_an_item_torn_at_the_page_break_is_one_line() -> None:
    first = [*items(0, 5), text(5, "6", "A-105", "Long valve")]
    lines = read(first, [numbers(5, "77", "6.50"), *items(6, 2)], torn="77")
    assert len(lines) == 8
    assert lines[5] == ({"line_no", "buyer_article_no", "description", "quantity", "unit", "unit_price"}, 2)


def test_an_item_without_numbers_before_a_whole_one_stays() -> None:
    rows = [*items(0, 5), text(5, "6", "A-105", "To be agreed"), *items(6, 2)]
    assert len(read(rows, torn="A-106")) == 8


def test_a_heading_is_no_half_of_the_item_below_it() -> None:
    rows = [*items(0, 5), row((200, "Second floor", "description"), role="item", line=5), *items(6, 2)]
    assert len(read(rows, torn="A-106")) == 8


def test_of_few_items_nothing_is_typical() -> None:
    lines = read([*items(0, 1), text(1, "2", "A-101", "Valve")], [numbers(1, "77", "6.50")], torn="77")
    assert len(lines) == 3


def test_the_oracle_itself_needs_no_joining() -> None:
    reading = oracle(document([*items(0, 6)]))
    assert len(read_lines(reading, chosen_labels(reading))) == 6
    assert np.count_nonzero(reading.start > 0.5)
