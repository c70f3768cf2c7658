"""Recognised lines to words: borders in the ink, sizes, numbers in pieces (report A10)."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import reportlab
from PIL import Image, ImageDraw, ImageFont

from data.readers.ocr_figures import join_numbers
from data.readers.ocr_rapid import Line
from data.readers.ocr_warnings import unlike_scan
from data.readers.ocr_words import words_of
from data.schema import Box, Word

FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"
SCALE = 200 / 72


def drawn(text: str, size: int = 28, *, band: int = 0) -> npt.NDArray[np.uint8]:
    """A line as detection cuts it out, with a margin.

    `band` rows at the top show the dark fill of the table row above, slightly tilted.
    """
    font = ImageFont.truetype(str(FONT), size)
    width, height = round(font.getlength(text)) + 24, round(1.6 * size)
    image = Image.new("L", (width, height), 255)
    pen = ImageDraw.Draw(image)
    pen.text((12, 0.2 * size), text, font=font, fill=0)
    if band:
        pen.polygon([(0, 0), (width, 0), (width, band + 2), (0, band)], fill=60)
    return np.repeat(np.asarray(image)[:, :, None], 3, axis=2)


def edges(text: str) -> list[tuple[float, float]]:
    """Where each word of a drawn line starts and ends in pixels: between the widest gaps in its ink."""
    inked = np.flatnonzero((drawn(text) < 128).any(axis=(0, 2)))
    gaps = np.sort(np.argsort(np.diff(inked))[::-1][: len(text.split()) - 1])
    starts, stops = [inked[0], *inked[gaps + 1]], [*inked[gaps], inked[-1]]
    return [(float(start), float(stop) + 1) for start, stop in zip(starts, stops, strict=True)]


def line(text: str, crop: npt.NDArray[np.uint8], size: int = 28, shift: float = 0.0) -> Line:
    """What a recogniser says about it: characters roughly in place, off by `shift` pixels."""
    font = ImageFont.truetype(str(FONT), size)
    high, wide = crop.shape[:2]
    centres = [
        (12 + font.getlength(text[:i]) + font.getlength(c) / 2 + shift) / wide for i, c in enumerate(text) if c != " "
    ]
    quad = np.array([[0, 0], [wide, 0], [wide, high], [0, high]], dtype=np.float64)
    return Line(quad, text, tuple(centres), tuple(0.9 + 0.001 * i for i in range(len(centres))))


@pytest.mark.parametrize("shift", [-5.0, 0.0, 5.0])
@pytest.mark.parametrize("band", [0, 4])
@pytest.mark.parametrize("text", ["Order 4711 of 12.05.2026", "1 250,00 EUR", "ITEM #", "Quantity: 12 pcs (net)"])
def test_borders_of_words_are_where_the_ink_ends(text: str, band: int, shift: float) -> None:
    crop = drawn(text, band=band)
    found = words_of(line(text, crop, shift=shift), crop, SCALE)
    assert [word.text for word in found] == text.split()
    for word, (start, stop) in zip(found, edges(text), strict=True):
        assert word.box.x0 * SCALE == pytest.approx(start, abs=3)
        assert word.box.x1 * SCALE == pytest.approx(stop, abs=3)


@pytest.mark.parametrize("text", ["Order", "sum", "Typing", "4711", "12,50", "a"])
def test_font_size_from_the_ink(text: str) -> None:
    crop = drawn(text)
    (word,) = words_of(line(text, crop), crop, SCALE)
    assert word.size * SCALE == pytest.approx(28, rel=0.15)
    assert word.box.height == pytest.approx(word.size, rel=0.05)
    assert word.source == "ocr"


def test_a_word_is_as_sure_as_its_least_sure_character() -> None:
    crop = drawn("ab cd")
    first, second = words_of(line("ab cd", crop), crop, SCALE)
    assert (first.confidence, second.confidence) == (0.9, 0.902)


def test_wide_gaps_part_words_without_a_recognised_space() -> None:
    crop = drawn("12      4,50")
    spread = line("12      4,50", crop)
    glued = Line(spread.quad, "124,50", spread.centres, spread.scores)
    assert [word.text for word in words_of(glued, crop, SCALE)] == ["12", "4,50"]


def test_a_narrow_word_keeps_its_own_gap() -> None:
    """Thin digits between wide blanks: no two gaps of a line are the same blank."""
    crop = drawn("29,07   1 744,20")
    found = words_of(line("29,07   1 744,20", crop, shift=-4), crop, SCALE)
    assert [word.text for word in found] == ["29,07", "1", "744,20"]
    for word, (start, stop) in zip(found, edges("29,07   1 744,20"), strict=True):
        assert word.box.x0 * SCALE == pytest.approx(start, abs=3)
        assert word.box.x1 * SCALE == pytest.approx(stop, abs=3)


def word(text: str, x0: float, x1: float, y: float = 100.0) -> Word:
    return Word(text, Box(x0, y, x1, y + 12), 10, source="ocr", confidence=0.9)


@pytest.mark.parametrize(
    ("pieces", "expected"),
    [
        ([word("27,", 50, 64), word("80", 65, 76)], ["27,80"]),
        ([word("27", 50, 61), word(",80", 62, 76)], ["27,80"]),
        ([word("1.250", 50, 76), word(",", 77, 79), word("00", 80, 91)], ["1.250,00"]),
        ([word("27", 50, 61), word("80", 62, 73)], ["27", "80"]),
        ([word("1", 50, 55), word("250,00", 58, 90)], ["1", "250,00"]),
        ([word("27,", 50, 64), word("80", 75, 86)], ["27,", "80"]),
        ([word("27,", 50, 64), word("80", 65, 76, y=112)], ["27,", "80"]),
        ([word("No.", 50, 64), word("80", 65, 76)], ["No.", "80"]),
    ],
    ids=["behind", "before", "alone", "no sign", "groups", "far", "next row", "a word"],
)
def test_a10_numbers_in_pieces_are_joined(pieces: list[Word], expected: list[str]) -> None:
    assert [found.text for found in join_numbers(pieces)] == expected


def test_a_scanners_layer_is_held_against_what_the_picture_shows() -> None:
    shown = [word("Invoice", 50, 90), word("485,000.00", 100, 150), word("EUR", 155, 175)]
    layer = [word("lnvoice", 51, 91), word("485,000.00", 101, 151), word("FUR", 155, 175)]
    assert unlike_scan(layer, shown) == []
    other = [word("Invoice", 50, 90), word("1.00", 100, 150), word("EUR", 155, 175), word("net", 180, 190)]
    assert [w.text for w in unlike_scan(other, shown)] == ["1.00", "net"]
    assert unlike_scan([word("XXIV", 300, 320), *layer], shown) == []
