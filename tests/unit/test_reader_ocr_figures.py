"""Recognised numbers: a second reading, contradictory separators, the slant of a page from its ink."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt
import pytest
import reportlab
from PIL import Image, ImageDraw, ImageFont

from data.readers.ocr_figures import DOUBTFUL, Seen, look_again, settled
from data.readers.ocr_rapid import Pixels
from data.readers.ocr_tilt import tilt_of
from data.schema import Box, Word

FONT = Path(reportlab.__file__).parent / "fonts" / "Vera.ttf"


def word(text: str, confidence: float = 0.6) -> Word:
    return Word(text, Box(0, 0, 40, 10), 10, source="ocr", confidence=confidence)


class Says:
    """A recogniser that says the same of every cut-out."""

    def __init__(self, text: str, certainty: float) -> None:
        self.answer = (text, certainty)
        self.asked = 0

    def figures(self, crops: Sequence[Pixels]) -> list[tuple[str, float]]:
        self.asked += len(crops)
        return [self.answer for _ in crops]


def seen(one: Word) -> Seen:
    return Seen(one, np.zeros((20, 60, 3), dtype=np.uint8))


@pytest.mark.parametrize(
    ("first", "second", "certainty", "text"),
    [
        ("12,50", "12,50", 0.6, "12,50"),
        ("12.50", "12,50", 0.8, "12,50"),
        ("12,50", "12.50", 0.5, "12,50"),
        ("12,50", "712,50", 0.99, "12,50"),
        ("12,50", "12,5", 0.99, "12,50"),
        ("B.18000", "8.18000", 0.7, "8.18000"),
        ("B.18000", "8.18000", 0.03, "B.18000"),
        ("12,50", "", 0.0, "12,50"),
    ],
    ids=["agreed", "surer", "less sure", "a neighbour", "cut short", "no number", "its own letter", "nothing seen"],
)
def test_a11_two_readings_of_a_number(first: str, second: str, certainty: float, text: str) -> None:
    assert settled(word(first), second, certainty).text == text


def test_what_both_readings_say_is_surer_than_what_one_says() -> None:
    assert settled(word("12,50", 0.6), "12,50", 0.7).confidence == pytest.approx(0.88)
    assert settled(word("12.50", 0.6), "12,50", 0.7).confidence == 0.7


def test_only_doubtful_numbers_are_read_again() -> None:
    reader = Says("1", 0.99)
    words = [word("12,50", DOUBTFUL + 0.01), word("Bolt", 0.3), word("M8x40", 0.95), word("7", 0.4)]
    found = look_again(reader, [seen(w) for w in words])
    assert reader.asked == 1
    assert [w.text for w in found] == ["12,50", "Bolt", "M8x40", "1"]


@pytest.mark.parametrize(
    ("read", "shown"),
    [
        ("4.133.00", "4.133,00"), ("1,548,27", "1,548.27"), ("1.234.567.89", "1.234.567,89"),
       
        ("1.234.567", "1.234.567"), ("12.05.26", "12.05.26"), 
        ("4.133,00", "4.133,00"), ("10.000", "10.000"), ("€4.133.00", "€4.133,00"),
    ],
)  # fmt: skip
def test_a_decimal_sign_like_the_sign_of_the_groups_is_the_other_one(read: str, shown: str) -> None:
    (found,) = look_again(Says("", 0.0), [seen(word(read, 0.99))])
    assert found.text == shown
    assert found.confidence == (0.99 if read == shown else DOUBTFUL)


def page(degrees: float) -> tuple[npt.NDArray[np.uint8], list[npt.NDArray[np.float64]]]:
    """A turned page of text with its lines as detection finds them, in whole pixels."""
    font = ImageFont.truetype(str(FONT), 22)
    image = Image.new("L", (1200, 1500), 255)
    pen = ImageDraw.Draw(image)
    for n in range(20):
        pen.text(
            (100, 200 + 55 * n),
            "Hex bolt M8x40 zinc plated 100 pcs 12,50 EUR, by Tuesday the 3rd of May",
            font=font,
            fill=0,
        )
    pixels = np.asarray(image.rotate(-degrees, resample=Image.Resampling.BICUBIC, fillcolor=255))
    angle = np.radians(degrees)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    quads = []
    for n in range(20):
        y = 200.0 + 55 * n
        flat = np.array([[95, y], [950, y], [950, y + 30], [95, y + 30]]) - (600, 750)
        quads.append(np.round(flat @ turn.T + (600, 750)))
    return pixels, quads


@pytest.mark.parametrize("degrees", [-3.2, -0.15, 0.0, 0.4, 2.0])
def test_the_slant_is_told_to_a_twentieth_of_a_degree(degrees: float) -> None:
    assert tilt_of(*page(degrees)) == pytest.approx(degrees, abs=0.05)


def test_a_page_without_lines_has_no_slant() -> None:
    assert tilt_of(np.full((500, 400), 255, dtype=np.uint8), []) == 0.0
