"""Drawn pages as PDFs whose text layer reads back as the same words."""

from __future__ import annotations

from dataclasses import replace

import pypdfium2 as pdfium
import pytest

from data.generate.drawing import Fill, Ink, Sheet
from data.generate.render import to_pdf
from data.generate.scan import raster
from data.schema import Box
from tests.handmade import order, put


def read_words(pdf: bytes, page: int = 0) -> list[tuple[str, Box]]:
    """Words of the text layer by their loose character boxes, in file order, without our own reader."""
    document = pdfium.PdfDocument(pdf)
    height = document[page].get_height()
    text = document[page].get_textpage()
    words: list[tuple[str, Box]] = []
    inside = False
    for index in range(text.count_chars()):
        letter = text.get_text_range(index, 1)
        if not letter.strip():
            inside = False
            continue
        left, bottom, right, top = text.get_charbox(index, loose=True)
        box = Box(left, height - top, right, height - bottom)
        if inside:
            words[-1] = (words[-1][0] + letter, words[-1][1].union(box))
        else:
            words.append((letter, box))
        inside = True
    document.close()
    return words


def test_text_layer_reads_back_as_the_drawn_words_in_their_boxes() -> None:
    sheet = order()
    found = read_words(to_pdf([sheet]))
    assert [text for text, _ in found] == [ink.text for ink in sheet.ink]
    for (text, box), ink in zip(found, sheet.ink, strict=True):
        assert (box.x0, box.x1) == pytest.approx((ink.x0, ink.x1), abs=1.0), text
        assert box.y1 == pytest.approx(ink.y1, abs=0.6), text
        # PDFium makes a character's box taller where its ink is: accents on capitals, no other letter.
        accent = 0.2 * ink.size if any(c in "ÓŚŻ" for c in text) else 0.0
        assert ink.y0 - accent - 0.6 < box.y0 < ink.y0 + 0.6, text


def test_pages_keep_their_own_size() -> None:
    sheets = [order(), Sheet(width=841.9, height=595.3)]
    put(sheets[1], "wide page", 700, 500)
    document = pdfium.PdfDocument(to_pdf(sheets))
    assert [document[n].get_size() for n in range(2)] == [pytest.approx((s.width, s.height), abs=0.1) for s in sheets]
    document.close()
    assert [text for text, _ in read_words(to_pdf(sheets), 1)] == ["wide", "page"]


def test_same_sheets_give_same_bytes() -> None:
    first = to_pdf([order(), order()])
    assert first == to_pdf([order(), order()])
    assert len(first) < 80_000  # only the glyphs in use are embedded


@pytest.mark.parametrize("font", ["sans", "serif", "mono", "narrow"])
@pytest.mark.parametrize(("bold", "italic"), [(False, False), (True, False), (False, True), (True, True)])
def test_every_style_has_the_letters_of_the_eight_languages(font: str, bold: bool, italic: bool) -> None:
    letters = "ąćęłńóśźżĄŁŻáčďéěíňřšťúůýžŘŮäöüßÄÖÜàâæçèêëîïôœùûÿñ¿¡ìò€£§№„”“’–—×·•µ°²³½±Ø≤☐"  # noqa: RUF001
    sheet = Sheet()
    put(sheet, letters, 20, 100, style=Ink("", 0, 0, 0, 0, 0, font=font, bold=bold, italic=italic, size=7))
    assert [text for text, _ in read_words(to_pdf([sheet]))] == [letters]


def test_bold_print_is_darker_and_white_print_shows_on_dark() -> None:
    light, heavy, inverse = Sheet(200, 100), Sheet(200, 100), Sheet(200, 100)
    style = Ink("", 0, 0, 0, 0, 0, size=20)
    put(light, "Hamburg", 20, 50, style=style)
    put(heavy, "Hamburg", 20, 50, style=replace(style, bold=True))
    inverse.fills.append(Fill(0, 0, 200, 100, 0.0))
    put(inverse, "Hamburg", 20, 50, style=replace(style, gray=1.0))
    ink = [sum(255 - value for value in raster(to_pdf([s]))[0].tobytes()) for s in (light, heavy)]
    assert ink[1] > 1.2 * ink[0] > 0
    white = raster(to_pdf([inverse]))[0]
    assert white.getpixel((2, 2)) == 0
    assert white.getextrema() == (0, 255)


@pytest.mark.parametrize(
    "wrong", [{"text": "two words"}, {"text": ""}, {"text": "\u6ce8"}, {"x1": 10.0}, {"text": "1\u202f234"}]
)
def test_unprintable_words_are_refused(wrong: dict[str, object]) -> None:
    sheet = Sheet()
    put(sheet, "word", 20, 50)
    sheet.ink[0] = replace(sheet.ink[0], **wrong)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match=r"word|font"):
        to_pdf([sheet])
