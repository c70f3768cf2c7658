"""Text that says other numbers than the page shows: fonts that draw a 9 and call it a 1 (reports D52, C44)."""

from __future__ import annotations

import pytest

from data.readers import ReadOptions, read
from data.schema import Document
from models.checks import check
from tests.rawpdf import HELVETICA, page, text, to_unicode
from tests.sheets import reading, value

pytest.importorskip("rapidocr")

FORGED = HELVETICA[:-2] + b"/ToUnicode 5 0 R >>"
LINES = ("PURCHASE ORDER 4711", "Date 12.05.2026", "Hex bolt M8x40 zinc plated", "Deliver to our warehouse in Lyon",
         "Please send two copies of the invoice to our office", "Quality of the goods as in our contract")  # fmt: skip
AMOUNTS = ("1.970,90", "2.119,55", "3.791,97", "9.145,19")


def forged(swapped: dict[str, str], damaged: str = "", amounts: tuple[str, ...] = AMOUNTS, other: str = "F3") -> bytes:
    """A page whose amounts are set in a font with exchanged digits; the letters `damaged` stand for no character.

    `other` is the font of all amounts but the first.
    """
    names = {ord(c): c for c in map(chr, range(32, 127))} | {ord(a): b for a, b in swapped.items()}
    body = "".join(text(line, 60, 780 - 24 * n, size=12) for n, line in enumerate(LINES))
    body += "".join(
        text(amount, 400, 600 - 24 * n, size=12, font="F3" if n == 0 else other) for n, amount in enumerate(amounts)
    )
    broken = HELVETICA[:-2] + b"/ToUnicode 6 0 R >>"
    body = body.replace("/F1", "/F4") if damaged else body
    letters = to_unicode({code: "\ufffd" if chr(code) in damaged else name for code, name in
                          {c: chr(c) for c in range(32, 127)}.items()})  # fmt: skip
    return page(body, fonts={"F3": FORGED, "F4": broken}, more=[to_unicode(names), letters])


def codes(document: Document) -> list[str]:
    return [warning.code for warning in document.warnings]


def test_a_forged_font_on_a_page_in_doubt_is_recognised_instead() -> None:
    found = read(forged({"1": "9", "9": "1"}, damaged="py"), "order.pdf")
    assert found.pages[0].source == "ocr"
    assert codes(found) == ["text_differs"]
    assert "9.170,10" in found.warnings[0].message, "what the text says"
    assert {*AMOUNTS} <= {word.text for word in found.words}


def test_one_forged_number_is_not_trusted() -> None:
    found = read(forged({"1": "9"}, damaged="py", other="F1"), "order.pdf")
    assert found.pages[0].source == "text"
    assert codes(found) == ["text_differs"]
    assert {word.text: word.confidence for word in found.words if word.confidence is not None} == {"9.970,90": 0.0}
    extraction = reading(found, {"total_gross": value(found, "9.970,90")})
    assert [c.code for c in check(extraction, found)[0] if not c.passed and c.code.endswith("reading")] == [
        "total_reading"
    ]


def test_a_sound_page_in_doubt_keeps_its_text() -> None:
    found = read(forged({}, damaged="py"), "order.pdf")
    assert found.pages[0].source == "text"
    assert codes(found) == []
    assert all(word.confidence is None for word in found.words)


def test_an_amount_hidden_behind_the_page_gives_cause_to_look() -> None:
    """The file hides a total and forges the one that is seen."""
    content = forged({"1": "9", "9": "1"}).replace(b"endstream", text("Total 1,00 EUR", 60, 300, before="3 Tr").encode()
                                                   + b"endstream", 1)  # fmt: skip
    assert {*AMOUNTS} <= {word.text for word in read(content, "order.pdf").words}


def test_without_an_engine_the_page_is_read_as_it_stands() -> None:
    found = read(forged({"1": "9", "9": "1"}, damaged="py"), "order.pdf", options=ReadOptions(ocr="none"))
    assert found.pages[0].source == "text"
    assert "9.170,10" in {word.text for word in found.words}
