"""Pages that lie askew: set straight for reading, boxes put back onto the page that is shown."""

from __future__ import annotations

import math
from dataclasses import replace

import pytest

from data.result import Extraction, Line, Part, Place, Value
from data.rows import visual_rows
from data.schema import Box, Document, Page, Word
from data.tilt import shown, straight, tilted
from tests.sheets import document, find

LEVEL = document(
    [[(50.0, "Pos"), (250.0, "Quantity"), (500.0, "Amount")], [(50.0, "10"), (250.0, "3"), (500.0, "4.50")]]
)


def turned(doc: Document, degrees: float) -> Document:
    """Every word where it lies when the sheet is turned clockwise about its middle."""
    angle, page = math.radians(degrees), doc.pages[0]
    words = []
    for word in page.words:
        x, y = word.box.cx - page.width / 2, word.box.cy - page.height / 2
        cx = page.width / 2 + x * math.cos(angle) - y * math.sin(angle)
        cy = page.height / 2 + x * math.sin(angle) + y * math.cos(angle)
        w, h = word.box.width / 2, word.box.height / 2
        words.append(replace(word, box=Box(cx - w, cy - h, cx + w, cy + h)))
    return replace(doc, pages=(replace(page, words=tuple(words), tilt=degrees),))


def corners(box: Box) -> tuple[float, ...]:
    return (box.x0, box.y0, box.x1, box.y1)


@pytest.mark.parametrize("degrees", [-4.0, -2.0, 0.5, 3.0])
def test_words_stand_level_again(degrees: float) -> None:
    for word, true in zip(straight(turned(LEVEL, degrees)).words, LEVEL.words, strict=True):
        assert corners(word.box) == pytest.approx(corners(true.box), abs=0.01)


def test_rows_torn_by_the_slant_are_whole_again() -> None:
    lines = [[(50.0, f"{n}"), (530.0, f"{n}.50")] for n in range(20)]
    askew = turned(document(lines), 3.0)
    assert max(len(row) for row in visual_rows(askew.pages[0].words)) == 2, "the far word of another row"
    wrong = [row for row in visual_rows(askew.pages[0].words) if len(row) != 2 or _texts(askew, row) is None]
    assert wrong
    level = straight(askew)
    assert [_texts(level, row) for row in visual_rows(level.pages[0].words)] == [f"{n}" for n in range(20)]


def _texts(doc: Document, row: list[int]) -> str | None:
    first, second = (doc.pages[0].words[k].text for k in row)
    return first if second == f"{first}.50" else None


def test_a_level_document_is_left_alone() -> None:
    assert not tilted(LEVEL)
    assert straight(LEVEL) is LEVEL
    extraction = Extraction("order.pdf", "", fields={"order_number": Value("3", "3", boxes=(find(LEVEL, "3"),))})
    assert shown(extraction, LEVEL) is extraction


def test_places_come_back_onto_the_page() -> None:
    askew = turned(LEVEL, 2.0)
    level = straight(askew)
    value = Value("4.50", "4.50", boxes=(find(level, "4.50"),))
    line = Line("item", 1, {"line_amount": value})
    part = Part((1,), Extraction("order.pdf", "", lines=(line,)))
    found = shown(Extraction("order.pdf", "", fields={"total_net": value}, lines=(line,), parts=(part,)), askew)
    printed = next(word.box for word in askew.words if word.text == "4.50")
    for got in (found.fields["total_net"], found.lines[0].fields["line_amount"],
                found.parts[0].result.lines[0].fields["line_amount"]):  # fmt: skip
        box = got.boxes[0].box
        assert (box.cx, box.cy) == pytest.approx((printed.cx, printed.cy), abs=0.1)
        assert box.x0 <= printed.x0 + 0.2
        assert box.x1 >= printed.x1 - 0.2


def test_the_box_of_a_row_holds_all_of_its_words() -> None:
    askew = turned(LEVEL, -3.0)
    level = straight(askew)
    whole = level.words[0].box.union(level.words[2].box)
    value = Value("x", "x", boxes=(Place(1, whole),))
    box = (
        shown(Extraction("order.pdf", "", fields={"payment_terms": value}), askew).fields["payment_terms"].boxes[0].box
    )
    for word in askew.words[:3]:
        assert box.x0 - 0.1 <= word.box.cx <= box.x1 + 0.1
        assert box.y0 - 0.1 <= word.box.cy <= box.y1 + 0.1


def test_boxes_never_leave_the_page() -> None:
    page = Page(1, 595.0, 842.0, (Word("x", Box(2, 2, 500, 12)),), tilt=4.0)
    value = Value("x", "x", boxes=(Place(1, Box(0, 0, 595, 12)),))
    box = shown(Extraction("o", "", fields={"payment_terms": value}), Document("o", "", (page,))).fields[
        "payment_terms"
    ]
    x0, y0, x1, y1 = corners(box.boxes[0].box)
    assert min(x0, y0) >= 0
    assert x1 <= 595
    assert y1 <= 842


def test_the_tilt_travels_with_the_document() -> None:
    askew = turned(LEVEL, 1.5)
    assert Document.from_dict(askew.to_dict()).pages[0].tilt == 1.5
