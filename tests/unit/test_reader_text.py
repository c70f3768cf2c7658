"""Words of a sound text layer: where they start and end, their boxes, sizes and weight."""

from __future__ import annotations

import io

import pytest
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from data.readers import ReadOptions, read
from data.schema import Document
from tests.rawpdf import page, text

NO_OCR = ReadOptions(ocr="none")


def document(content: bytes) -> Document:
    return read(content, "order.pdf", options=NO_OCR)


def words(content: bytes) -> list[str]:
    return [word.text for word in document(content).words]


def test_words_stand_where_they_are_drawn() -> None:
    drawn = page(text("Order 4711", 100, 700) + text("Total", 300, 500, size=18, font="F2"))
    first, second, third = document(drawn).words
    assert (first.text, second.text, third.text) == ("Order", "4711", "Total")
    assert first.box.x0 == pytest.approx(100, abs=0.1)
    assert first.box.x1 == pytest.approx(100 + stringWidth("Order", "Helvetica", 10), abs=0.1)
    assert second.box.x0 == pytest.approx(100 + stringWidth("Order ", "Helvetica", 10), abs=0.1)
    assert first.box.y0 < 842 - 700 - 7 < 842 - 700 < first.box.y1, "the box holds ascenders and descenders"
    assert (first.size, first.bold, first.source, first.confidence) == (10, False, "text", None)
    assert (third.size, third.bold) == (18, True)
    assert third.box.x1 == pytest.approx(300 + stringWidth("Total", "Helvetica-Bold", 18), abs=0.1)


def test_size_is_as_printed_not_as_set() -> None:
    scaled = page("q 2 0 0 2 100 300 cm BT /F1 6 Tf (Big) Tj ET Q")
    assert document(scaled).words[0].size == pytest.approx(12)


@pytest.mark.parametrize(
    ("operators", "expected"),
    [
        ("BT /F1 10 Tf 100 700 Td [(W) 80 (A) -30 (V) 70 (E)] TJ ET", ["WAVE"]),
        ("BT /F1 12 Tf 4 Tc 100 700 Td (RECHNUNG Nr) Tj ET", ["RECHNUNG", "Nr"]),
        ("BT /F1 12 Tf 100 700 Td (I N V O I C E) Tj ET", ["INVOICE"]),
        ("BT /F1 12 Tf 100 700 Td (size S M L XL) Tj ET", ["size", "S", "M", "L", "XL"]),
        ("BT /F1 12 Tf 100 700 Td (1 2 3 4 5 6) Tj ET", ["1", "2", "3", "4", "5", "6"]),
        ("BT /F1 12 Tf 100 700 Td [(40.) 200 ( ) 0 (00)] TJ ET", ["40.00"]),
        ("BT /F1 12 Tf 100 700 Td (40. 00) Tj ET", ["40.", "00"]),
        ("BT /F1 12 Tf 100 700 Td [(18.) 200 ( ) 0 (500000)] TJ ET", ["18.500000"]),
        ("BT /F1 10 Tf 100 700 Td (1\xa0250,00 \x80) Tj ET", ["1", "250,00", "€"]),
        ("BT /F1 10 Tf 100 700 Td (5 m\xb2) Tj ET", ["5", "m²"]),
        ("BT /F1 10 Tf 100 700 Td (semi\xadfinished) Tj ET", ["semi-finished"]),
    ],
    ids=[
        "kerned", "letter-spaced", "spelled", "sizes", "digits", "tight space", "space", "decimals", "no-break",
        "square", "soft hyphen",
    ],
)  # fmt: skip
def test_where_words_end(operators: str, expected: list[str]) -> None:
    assert words(page(operators.encode("latin-1"))) == expected


def test_cells_close_together_stay_apart() -> None:
    drawn = page(text("12", 100, 700) + text("pcs", 112.4, 700) + text("4.50", 130, 700))
    assert words(drawn) == ["12", "pcs", "4.50"]


def test_comb_fields_are_one_number() -> None:
    cells = "".join(text(digit, 100 + 14.2 * i, 700) for i, digit in enumerate("5261040828"))
    assert words(page(cells)) == ["5261040828"]


def test_pieces_drawn_out_of_order_are_one_word() -> None:
    assert words(page(text("rder", 107.78, 700) + text("x", 300, 700) + text("O", 100, 700))) == ["Order", "x"]


def test_a_wide_glyph_of_a_substituted_font_does_not_part_words() -> None:
    """Advances narrower than the drawn glyph: the next one starts within its box."""
    narrow = page("BT /F1 8 Tf 100 700 Td [(M) 230 (T) 8 (W) 460 (T) 8 (F) 8 (S)] TJ ET")
    assert words(narrow) == ["MTWTFS"]


def test_columns_are_not_glued_across_the_gutter() -> None:
    """Report D64: two columns, each with its own lines; every word keeps its place."""
    left = ["Deliver to the ware-", "house in Gdynia"]
    right = ["Payment within 30", "days net"]
    drawn = "".join(text(line, 60, 700 - 14 * i) for i, line in enumerate(left))
    drawn += "".join(text(line, 160, 700 - 14 * i) for i, line in enumerate(right))
    found = document(page(drawn)).words
    assert " ".join(word.text for word in found if word.box.x0 < 158) == "Deliver to the ware- house in Gdynia"
    assert " ".join(word.text for word in found if word.box.x0 >= 158) == "Payment within 30 days net"


def test_text_over_a_picture_is_text() -> None:
    """Report D60: what is printed on a picture or a fill is read as any other text."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    canvas.setFillGray(0.8)
    canvas.rect(50, 600, 400, 200, fill=1)
    canvas.setFillGray(0)
    canvas.drawString(100, 700, "Printed on a logo")
    canvas.save()
    found = document(out.getvalue())
    assert [word.text for word in found.words] == ["Printed", "on", "a", "logo"]
    assert found.pages[0].source == "text"
    assert found.warnings == ()


def test_reading_order_is_row_by_row() -> None:
    drawn = page(text("B", 200, 700) + text("C", 100, 680) + text("A", 100, 700) + text("D", 200, 680))
    assert words(drawn) == ["A", "B", "C", "D"]


def test_the_same_bytes_give_the_same_document() -> None:
    drawn = page(text("Order 4711", 100, 700))
    assert document(drawn) == document(drawn)
    assert Document.from_dict(document(drawn).to_dict()) == document(drawn)
