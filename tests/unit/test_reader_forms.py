"""Filled forms: what is in their fields is printed, and read: report D55."""

from __future__ import annotations

import io
import re

import pytest
from reportlab.pdfgen.canvas import Canvas

from data.errors import UnsupportedDocument
from data.readers import ReadOptions, read
from data.schema import Document, Word
from tests.rawpdf import assemble, page, stream, text

NO_OCR = ReadOptions(ocr="none")


def form() -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), pageCompression=0)
    canvas.drawString(50, 700, "Order number:")
    fields = canvas.acroForm
    fields.textfield(name="po", value="PO-4711", x=150, y=690, width=150, height=20, fontSize=10)
    fields.textfield(name="sum", value="1,250.00 EUR", x=150, y=650, width=150, height=20, fontSize=12)
    fields.choice(name="unit", value="pallet", options=["box", "pallet"], x=150, y=610, width=80, height=20)
    fields.textfield(name="secret", value="9,999.00", x=150, y=570, width=150, height=20, annotationFlags="hidden")
    fields.checkbox(name="urgent", checked=True, x=150, y=540)
    canvas.save()
    return out.getvalue()


def without_appearances(content: bytes) -> bytes:
    """As simple programs fill forms: the values alone, to be drawn by the viewer."""
    return re.sub(rb"/AP <<.*?>>\s*(?=/)", lambda m: b" " * len(m.group()), content, flags=re.DOTALL)


def document(content: bytes) -> Document:
    return read(content, "form.pdf", options=NO_OCR)


def in_fields(found: Document) -> list[Word]:
    return [word for word in found.words if word.source == "form"]


@pytest.mark.parametrize("drawn", [True, False], ids=["with appearances", "values alone"])
def test_d55_values_of_fields_are_read_where_they_are_printed(drawn: bool) -> None:
    content = form() if drawn else without_appearances(form())
    found = document(content)
    assert [word.text for word in in_fields(found)] == ["PO-4711", "1,250.00", "EUR", "pallet"]
    assert [word.text for word in found.words if word.source == "text"] == ["Order", "number:"]
    number = in_fields(found)[0]
    assert 150 <= number.box.x0 < 160
    assert 842 - 710 <= number.box.y0 < number.box.y1 <= 842 - 690 + 3
    assert found.warnings == ()


def test_hidden_fields_are_not_printed() -> None:
    assert "9,999.00" not in {word.text for word in document(form()).words}


def test_fields_on_a_turned_page_stand_in_the_displayed_frame() -> None:
    found = document(form().replace(b"/Rotate 0 ", b"/Rotate 90"))
    number = next(word for word in in_fields(found) if word.text == "PO-4711")
    assert found.pages[0].angle == 270
    assert 150 <= number.box.x0 < 160
    assert 842 - 710 <= number.box.y0 < number.box.y1 <= 842 - 690 + 3


def test_typed_notes_are_part_of_the_page() -> None:
    """Clerks type the order number onto a page with their PDF program: a free-text annotation."""
    font = b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>"
    keys = b"/Type /XObject /Subtype /Form /BBox [0 0 100 20] /Resources << /Font << /Helv %s >> >>" % font
    look = stream(b"BT /Helv 10 Tf 2 6 Td (PO-999) Tj ET", keys)
    note = (
        b"<< /Type /Annot /Subtype /FreeText /Rect [300 690 400 710] /F 4 /DA (/Helv 10 Tf 0 g) /Contents (PO-999)"
        b" /AP << /N 6 0 R >> >>"
    )
    found = document(page(text("Our order:", 200, 695), keys=b"/Annots [5 0 R]", more=[note, look]))
    assert [word.text for word in found.words] == ["Our", "order:", "PO-999"]
    assert found.words[-1].box.x0 == pytest.approx(302, abs=1)


def test_xfa_forms_are_refused_with_advice() -> None:
    """Their page asks to wait for Adobe Reader; the order itself is in a language of its own."""
    content = assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R /NeedsRendering true /AcroForm << /XFA 5 0 R /Fields [] >> >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 <<"
            b" /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >> >>",
            stream(text("Please wait... If this message is not eventually replaced", 50, 700).encode()),
            stream(b"<xdp:xdp xmlns:xdp='http://ns.adobe.com/xdp/'></xdp:xdp>"),
        ]
    )
    with pytest.raises(UnsupportedDocument) as failed:
        document(content)
    assert failed.value.code == "xfa"
    assert "print it to PDF" in failed.value.hint
