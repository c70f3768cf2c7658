"""Doubled glyphs, ligatures and glyphs without a character: reports D50, D51 and D53."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from data.readers import ReadOptions, read
from data.schema import Word
from tests.rawpdf import HELVETICA, page, text, to_unicode

NO_OCR = ReadOptions(ocr="none")
LINES = [f"Statement {n}1 ball office affair 11 ll 00 4{n}0,00 Ft 1,111.11" for n in range(1, 9)]


def found(content: bytes) -> Sequence[Word]:
    return read(content, "order.pdf", options=NO_OCR).words


def printed(offset: float) -> str:
    return "".join(text(line, 60 + offset, 700 - 16 * i) for i, line in enumerate(LINES))


@pytest.mark.parametrize("times", [2, 3, 4])
@pytest.mark.parametrize("offset", [0.0, 0.25, 0.5])
def test_d50_text_printed_over_itself_is_read_once(times: int, offset: float) -> None:
    again = page("".join(printed(offset * i / (times - 1)) for i in range(times)))
    assert [word.text for word in found(again)] == " ".join(LINES).split()


def test_d50_each_glyph_printed_twice_at_once() -> None:
    """The order in which most producers embolden: a letter, the letter again, the next letter."""
    x, shown = 60.0, ""
    for character, width in (("4", 5.56), ("4", 5.56), ("0", 5.56), (".", 2.78), ("0", 5.56), ("0", 5.56)):
        shown += text(character, x, 700) + text(character, x + 0.3, 700)
        x += width
    assert [word.text for word in found(page(shown))] == ["440.00"]


def test_d50_a_second_print_beside_the_first_looks_bold() -> None:
    assert all(word.bold for word in found(page(printed(0) + printed(0.4))))
    assert not any(word.bold for word in found(page(printed(0))))


def test_d51_true_doubles_are_no_second_prints() -> None:
    assert [word.text for word in found(page(printed(0)))] == " ".join(LINES).split()


def test_d51_tightly_set_doubles_stay() -> None:
    tight = page("BT /F1 10 Tf -0.4 Tc 60 700 Td (11 ll 00 iiii 1100) Tj ET")
    assert [word.text for word in found(tight)] == ["11", "ll", "00", "iiii", "1100"]


def test_d51_cells_that_run_into_one_another_keep_their_letters() -> None:
    """The M of "PM" lies on the M of "MTWTF": neither is a second print of the other."""
    cells = page(
        text("12:00 PM", 60, 700) + text("MTWTF--", 96.4, 700) + text("C", 300, 700, size=16) + text("C", 303, 702)
    )
    text_found = "".join(word.text for word in found(cells))
    assert text_found.count("M") == 2
    assert text_found.count("C") == 2


def mapped(shown: str, mapping: dict[str, str]) -> bytes:
    """Text in a font whose table of characters gives some codes another text."""
    font = HELVETICA[:-2] + b"/ToUnicode 5 0 R >>"
    table = to_unicode({ord(code): value for code, value in mapping.items()})
    return page(text(shown, 60, 700, font="F3"), fonts={"F3": font}, more=[table])


@pytest.mark.parametrize(
    "ligature", [{"#": "ffi"}, {"#": "\ufb03"}, {"#": "f\ufb01"}], ids=["three letters", "one character", "mixed"]
)
def test_d53_ligatures_are_letters(ligature: dict[str, str]) -> None:
    assert [word.text for word in found(mapped("o#ce SKU-a#-11", ligature))] == ["office", "SKU-affi-11"]


def test_d51_a_ligature_printed_twice_keeps_both_letters() -> None:
    font = HELVETICA[:-2] + b"/ToUnicode 5 0 R >>"
    rows = "".join(text(f"o#er {n}", 60 + dx, 700 - 20 * n, font="F3") for dx in (0, 0.3) for n in range(8))
    content = page(rows, fonts={"F3": font}, more=[to_unicode({ord("#"): "ff"})])
    assert [word.text for word in found(content)] == [w for n in range(8) for w in ("offer", str(n))]


@pytest.mark.parametrize("lost", ["\ufffd", "\x00", "\x01"], ids=["replacement", "NUL", "control"])
def test_d53_a_letter_without_character_does_not_split_its_word(lost: str) -> None:
    words = found(mapped("o#er 4711 and more words here", {"#": lost}))
    assert [word.text for word in words][:2] == ["o\ufffder", "4711"]


def test_characters_beyond_the_basic_plane_are_whole() -> None:
    (word, *_) = found(mapped("#x", {"#": "\U0001f4de"}))
    assert word.text == "\U0001f4dex"
    word.text.encode()


def test_replacement_text_of_an_icon_is_not_printed() -> None:
    """/ActualText gives one glyph a sentence of its own: only what is drawn is read."""
    icon = "/Span << /ActualText (Telephone 123456789) >> BDC\n" + text("#", 60, 700) + "EMC\n" + text("555", 80, 700)
    assert [word.text for word in found(page(icon))][-1] == "555"
    assert "123456789" not in "".join(word.text for word in found(page(icon)))
