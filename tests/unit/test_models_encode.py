"""Encoding: every word of any document is covered, whatever its size, boxes or characters."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from data.rows import visual_rows
from data.schema import Box, Document, Page, Word
from models.arithmetic import FACTOR, LINE_SUM, PRODUCT, SUM, arithmetic_features, rough_value
from models.config import ReaderConfig
from models.encode import CONTEXT_COLUMN, encode
from models.hashing import fold, shape, word_ids
from models.windows import batch, cut, with_context

SMALL = ReaderConfig(window=64, overlap=16, context=8)


def word(text: str, x: float, y: float, wide: float = 30, tall: float = 10) -> Word:
    return Word(text, Box(x, y, x + wide, y + tall))


def grid(rows: int, columns: int, page: int = 1) -> Page:
    words = tuple(word(f"w{r}-{c}", 20 + c * 60, 20 + r * 14) for r in range(rows) for c in range(columns))
    return Page(page, 595, 842, words)


def doc(*pages: Page) -> Document:
    return Document("x.pdf", "0" * 64, pages)


def test_rows_of_a_grid_come_top_to_bottom_and_left_to_right() -> None:
    page = grid(5, 4)
    shuffled = [page.words[i] for i in np.random.default_rng(1).permutation(20)]
    rows = visual_rows(shuffled)
    assert [[shuffled[i].text for i in row] for row in rows] == [[f"w{r}-{c}" for c in range(4)] for r in range(5)]


def test_a_tilted_row_stays_one_row() -> None:
    words = [word("x", 20 + 60 * k, 100 + 0.9 * k) for k in range(9)] + [
        word("y", 20 + 60 * k, 113 + 0.9 * k) for k in range(9)
    ]
    assert [len(row) for row in visual_rows(words)] == [9, 9]


def test_touching_rows_of_one_column_stay_apart() -> None:
    assert len(visual_rows([word("a", 20, 100), word("b", 20, 109)])) == 2


@settings(max_examples=60, deadline=None)
@given(st.lists(st.tuples(st.integers(1, 60), st.integers(1, 9)), min_size=1, max_size=5))
def test_windows_cover_every_word(sizes: list[tuple[int, int]]) -> None:
    encoded = encode(doc(*(grid(r, c, k + 1) for k, (r, c) in enumerate(sizes))), SMALL)
    windows = cut(encoded, SMALL)
    assert set(np.concatenate(windows).tolist()) == set(range(len(encoded)))
    assert all(0 < len(w) <= SMALL.window for w in windows)
    assert all(np.all(np.diff(w) == 1) for w in windows)


def test_windows_do_not_cut_rows_and_share_words() -> None:
    encoded = encode(doc(grid(40, 6)), SMALL)
    windows = cut(encoded, SMALL)
    for one, following in pairwise(windows):
        assert encoded.row[one[-1]] != encoded.row[one[-1] + 1]
        assert len(np.intersect1d(one, following)) >= SMALL.overlap - 6


def test_number_of_windows_grows_linearly() -> None:
    counts = [len(cut(encode(doc(*(grid(40, 6, k + 1) for k in range(n))), SMALL), SMALL)) for n in (5, 10, 20)]
    assert counts[2] - counts[1] == pytest.approx(2 * (counts[1] - counts[0]), abs=2)


def test_context_stands_above_the_window_and_is_marked() -> None:
    encoded = encode(doc(grid(40, 6)), SMALL)
    own = cut(encoded, SMALL)[2]
    window = with_context(own, np.arange(6, dtype=np.int32), SMALL)
    arrays = batch([encoded], [window], SMALL)
    assert window.context == 6
    assert arrays["numeric"][0, :7, CONTEXT_COLUMN].tolist() == [1] * 6 + [0]
    assert arrays["position"][0, :6, 2].max() < arrays["position"][0, 6:, 2].min()


@pytest.mark.parametrize(
    "box", [Box(-50, -20, 9000, 5000), Box(10, 10, 10, 10), Box(float("nan"), 0, 5, 5), Box(700, 900, 710, 905)]
)
def test_boxes_outside_the_page_are_clamped(box: Box) -> None:
    encoded = encode(doc(Page(1, 595, 842, (Word("12", box), word("a", 20, 20)))), SMALL)
    assert np.isfinite(encoded.numeric).all()
    assert encoded.position[:, :2].min() >= 0
    assert encoded.position[:, :2].max() <= 1000.5


def test_a_document_without_words_encodes_to_nothing() -> None:
    encoded = encode(doc(Page(1, 595, 842)), SMALL)
    assert len(encoded) == 0
    assert cut(encoded, SMALL) == []


def test_digits_fold_and_shapes_keep_their_form() -> None:
    assert fold("Zam.Nr 12/2026") == fold("zam.nr 47/2025")
    assert shape("PO-2026/118") == "XX-9999/999"
    assert shape("AAAAAAAA") == "XXXX+"
    assert word_ids("12.50", SMALL)[0] == word_ids("99.75", SMALL)[0]
    assert word_ids("szt.", SMALL) != word_ids("kpl.", SMALL)
    assert len(word_ids("\ud83d", SMALL)) == 12  # a lone surrogate from a broken font is still a word


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1.234,56", 1234.56),
        ("1,234.56", 1234.56),
        ("12", 12),
        ("4.50", 4.5),
        ("€12,00", 12),
        ("1.000", 1000),
        ("12szt", 12),
    ],
)
def test_rough_values(text: str, value: float) -> None:
    assert rough_value(text) == pytest.approx(value)


def test_words_are_no_rough_values() -> None:
    assert np.isnan(rough_value("PO-118"))
    assert np.isnan(rough_value("Total"))


def test_arithmetic_marks_products_their_sum_and_the_gross() -> None:
    values = np.array([1, 12, 4.5, 54.0, 2, 3, 10.0, 30.0, 84.0, 19.32, 103.32])
    rows = np.array([0, 0, 0, 0, 1, 1, 1, 1, 2, 3, 4], np.int32)
    marks = arithmetic_features(values, rows)
    assert marks[[1, 2, 5, 6], FACTOR].all()
    assert marks[[3, 7], PRODUCT].all()
    assert marks[8, LINE_SUM] == 1
    assert marks[10, SUM] == 1
    assert marks[0, FACTOR] == 0
