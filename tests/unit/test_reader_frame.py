"""Boxes are in the frame of the displayed page whatever turns and crops the page: report D56."""

from __future__ import annotations

import pytest

from data.readers import ReadOptions, read
from data.schema import Box, Page
from tests.rawpdf import page, text

NO_OCR = ReadOptions(ocr="none")
WIDE = (0.0, 0.0, 842.0, 595.0)


def read_page(content: bytes) -> Page:
    return read(content, "order.pdf", options=NO_OCR).pages[0]


def box_of(found: Page, word: str) -> Box:
    (box,) = [w.box for w in found.words if w.text == word]
    return box


def turned_text(words: str, x: float, y: float, quarter: int) -> str:
    """Text drawn turned counterclockwise by `quarter` x 90 degrees about its start."""
    cos, sin = ((1, 0), (0, 1), (-1, 0), (0, -1))[quarter]
    return f"BT /F1 10 Tf {cos} {sin} {-sin} {cos} {x} {y} Tm ({words}) Tj ET\n"


def near(box: Box, x0: float, y1: float) -> bool:
    """Whether a word starts at `x0` with its baseline about `y1`."""
    return abs(box.x0 - x0) < 1 and y1 < box.y1 < y1 + 4


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_pages_turned_for_display(rotate: int) -> None:
    """Text drawn so that it reads upright when the page is displayed with /Rotate."""
    media = WIDE if rotate in (90, 270) else (0.0, 0.0, 595.0, 842.0)
    width, height = 595, 842
    places = {"Order": (100, 200), "Total": (400, 700)}
    drawn = ""
    for word, (x, y) in places.items():  # x, y of the displayed page to user space
        across, up = {0: (x, height - y), 90: (y, x), 180: (width - x, y), 270: (842 - y, 595 - x)}[rotate]
        drawn += turned_text(word, across, up, rotate // 90)
    found = read_page(page(drawn, box=media, keys=b"/Rotate %d" % rotate))
    assert (found.width, found.height, found.angle) == (595, 842, 0)
    for word, (x, y) in places.items():
        assert near(box_of(found, word), x, y), (word, box_of(found, word))
    assert [word.size for word in found.words] == [10, 10]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_crop_box_is_the_page(rotate: int) -> None:
    drawn = text("Order", 150, 700) + text("Total", 150, 650)
    found = read_page(page(drawn, keys=b"/Rotate %d /CropBox [100 400 500 800]" % rotate))
    assert {found.width, found.height} == {400}
    box = box_of(found, "Order")
    assert 0 < box.x0 < box.x1 < 400
    assert 0 < box.y0 < box.y1 < 400
    assert [word.text for word in found.words] == ["Order", "Total"]
    if rotate == 0:
        assert near(box, 50, 100)
        assert found.angle == 0
    else:
        assert found.angle == 360 - rotate, "the page was displayed turned: it is turned back to be read"
        assert near(box, 50, 100)


def test_media_box_that_does_not_start_at_zero() -> None:
    found = read_page(page(text("Order", 350, 900), box=(250.0, 100.0, 845.0, 942.0)))
    assert (found.width, found.height) == (595, 842)
    assert near(box_of(found, "Order"), 100, 42)


def test_landscape_columns_keep_their_places() -> None:
    row = "".join(text(f"C{i}", 50 + 90 * i, 300) for i in range(8))
    found = read_page(page(row, box=WIDE))
    assert (found.width, found.height) == (842, 595)
    assert [round(word.box.x0) for word in found.words] == [50 + 90 * i for i in range(8)]


def test_text_along_the_edge_of_an_upright_page_keeps_its_true_box() -> None:
    drawn = "".join(text(f"Line {i} of an ordinary page with enough text", 100, 700 - 20 * i) for i in range(6))
    found = read_page(page(drawn + turned_text("Margin", 40, 300, 1)))
    assert found.angle == 0
    box = box_of(found, "Margin")
    assert box.height > 2 * box.width
    assert box.y1 == pytest.approx(842 - 300, abs=0.5)
    assert 28 < box.x0 < box.x1 < 44


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_a_page_drawn_sideways_is_turned_upright(quarter: int) -> None:
    """Landscape forms on portrait paper: the reader turns the page, and says by how much."""
    drawn = "".join(turned_text(f"Order line {i}", 100 + 20 * i, 300 + 20 * i, quarter) for i in range(5))
    found = read_page(page(drawn))
    assert found.angle == {1: 90, 2: 180, 3: 270}[quarter]
    assert (found.width, found.height) == ((595, 842) if quarter == 2 else (842, 595))
    assert [word.text for word in found.words[:3]] in (["Order", "line", "0"], ["Order", "line", "4"])
    assert all(word.box.width > word.box.height for word in found.words if word.text == "Order")
    assert all(w.box.x0 >= 0 and w.box.x1 <= found.width and w.box.y1 <= found.height for w in found.words)


def test_oblique_stamps_do_not_disturb_the_page() -> None:
    stamp = "BT /F1 40 Tf 0.866 0.5 -0.5 0.866 150 300 Tm (COPY) Tj ET\n"
    found = read_page(page(text("Order 4711", 100, 700) + stamp + text("Total 12.00", 100, 200)))
    assert [word.text for word in found.words if word.size < 20] == ["Order", "4711", "Total", "12.00"]
