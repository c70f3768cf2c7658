"""Orders of forty pages: every line is read through the whole pipeline, in time that grows with the pages."""

from __future__ import annotations

import pytest

from data.readers import read
from tests.builders import OrderPaper, items, order
from tests.reading import extractor, mistakes, needs_model
from training.longest import Long, longest

pytestmark = [pytest.mark.full, needs_model]


@pytest.fixture(scope="module")
def generated() -> list[Long]:
    return longest(extractor(), (10, 20, 42))


def test_every_line_of_a_generated_order_of_forty_pages(generated: list[Long]) -> None:
    assert [x.pages for x in generated] == [10, 20, 42]
    assert [x.lines for x in generated] == [x.printed for x in generated]
    assert generated[-1].lines == 600


def test_time_grows_with_the_pages_and_no_faster(generated: list[Long]) -> None:
    few, _, many = generated
    assert many.extracting < 8 * few.extracting + 0.5
    assert many.reading < 8 * few.reading + 0.5


def test_six_hundred_lines_with_all_their_numbers() -> None:
    """Two printed lines an item, carried forward from page to page."""
    rows = items(600, lines=2)
    paper = OrderPaper(leading=15, gap=14, carry=True)
    document = read(order(rows, paper), "order.pdf")
    assert len(document.pages) >= 40
    assert mistakes(extractor().extract(document), rows) == []
