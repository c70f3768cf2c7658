"""Pages as layoutparser layouts and back, and what is drawn on their pictures."""

from __future__ import annotations

import layoutparser as lp
import numpy as np
import pytest
from PIL import Image

from data.layout import Mark, from_layout, page_picture, to_layout
from data.schema import Box, Document, Page, Word

PAGE = Page(
    number=2,
    width=595.3,
    height=841.9,
    words=(
        Word("Zamówienie", Box(100.25, 50, 160.7, 60), 10, bold=True),
        Word("12,50", Box(200, 50, 230, 60), 9, source="ocr", confidence=0.93),
        Word("nr", Box(100, 80, 110, 90), 9, source="form"),
    ),
    source="mixed",
    label="iii",
    health=0.9,
    angle=1.5,
)


def test_page_to_layout_and_back_is_the_same_page() -> None:
    assert from_layout(to_layout(PAGE)) == PAGE


def test_layout_survives_json_and_filtering() -> None:
    again = lp.load_dict(to_layout(PAGE).to_dict())
    assert from_layout(again) == PAGE
    right = again.filter_by(lp.Rectangle(150, 0, 595, 100))
    assert from_layout(right).words == PAGE.words[1:2]
    assert from_layout(lp.Layout(list(reversed(again)), page_data=again.page_data)).words == PAGE.words[::-1]


def test_layout_carries_text_labels_and_scores() -> None:
    layout = to_layout(PAGE, ["O", "total_net", "O"])
    assert layout.get_texts() == ["Zamówienie", "12,50", "nr"]
    assert [block.type for block in layout] == ["O", "total_net", "O"]
    assert layout[1].score == 0.93
    with pytest.raises(ValueError, match="2 types for 3 words"):
        to_layout(PAGE, ["O", "O"])


def test_document_gives_its_pages_as_layouts() -> None:
    document = Document("a.pdf", "0" * 64, (Page(1, 100, 100), PAGE))
    assert from_layout(document.to_layout(2)) == PAGE
    assert from_layout(document.to_layout(1)).words == ()


def test_layouts_of_other_makers_are_cut_into_words() -> None:
    blocks = [
        lp.TextBlock(lp.Rectangle(10, 10, 110, 22), text="ab cd 12", score=0.8),
        lp.TextBlock(lp.Rectangle(10, 30, 20, 42), text="  "),
    ]
    page = from_layout(lp.Layout(blocks, page_data={"width": 200, "height": 300, "index": 4}))
    assert (page.number, page.width, page.height) == (5, 200, 300)
    assert [word.text for word in page.words] == ["ab", "cd", "12"]
    assert page.words[1].box == Box(47.5, 10, 72.5, 22)
    assert {(word.size, word.source, word.confidence) for word in page.words} == {(9, "ocr", 0.8)}


def test_picture_marks_boxes_and_leaves_the_rest() -> None:
    paper = Image.new("L", (1190, 1684), 255)
    marks = [Mark(PAGE.words[0].box, "order_number", "#0000ff"), Mark(PAGE.words[2].box, colour="#ff0000")]
    picture = page_picture(paper, PAGE, marks)
    assert (picture.mode, picture.size) == ("RGB", paper.size)
    assert paper.getextrema() == (255, 255)  # drawn on a copy
    across, down = 1190 / 595.3, 1684 / 841.9
    for x, y, colour in ((160.7, 55, (0, 0, 255)), (100, 85, (255, 0, 0))):
        edge = [picture.getpixel((round(x * across) + shift, round(y * down))) for shift in (-1, 0, 1)]
        assert colour in edge
    label = picture.crop((round(100 * across), round(40 * down), round(160 * across), round(49 * down)))
    assert np.asarray(label).min() < 100  # the label is written above the box
    above_unlabelled = picture.crop((round(100 * across), round(70 * down), round(160 * across), round(79 * down)))
    assert np.asarray(above_unlabelled).min() == 255
