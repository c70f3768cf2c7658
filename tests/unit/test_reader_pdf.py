"""PDF files as a whole: pages, labels, passwords, attachments, damage."""

from __future__ import annotations

import io
import time

import pypdfium2
import pytest
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from data.errors import DamagedDocument, DocumentLimit, EncryptedDocument
from data.readers import ReadOptions, read
from tests.rawpdf import HELVETICA, assemble, page, stream, text

NO_OCR = ReadOptions(ocr="none")


def canvas_file(pages: int = 1, encrypt: StandardEncryption | None = None) -> bytes:
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), encrypt=encrypt)
    for number in range(1, pages + 1):
        canvas.drawString(100, 700, f"Order page {number}")
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def many_pages(count: int) -> bytes:
    kids = b" ".join(b"%d 0 R" % (n + 4) for n in range(count))
    leaf = (
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 3 0 R /Resources << /Font << /F1 %s >> >> >>"
    )
    return assemble(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [%s] /Count %d >>" % (kids, count),
            stream(text("Order", 100, 700).encode()),
            *[leaf % HELVETICA] * count,
        ]
    )


def test_pages_in_order() -> None:
    found = read(canvas_file(3), "order.pdf", options=NO_OCR)
    assert [page.number for page in found.pages] == [1, 2, 3]
    assert [page.words[-1].text for page in found.pages] == ["1", "2", "3"]
    heard: list[int] = []
    read(canvas_file(3), "order.pdf", options=NO_OCR, progress=heard.append)
    assert heard == [1, 2, 3]


def test_page_labels() -> None:
    catalog = b"/PageLabels << /Nums [0 << /S /D /P (A-) /St 4 >>] >>"
    assert read(page(text("x", 9, 9), catalog=catalog), "a.pdf", options=NO_OCR).pages[0].label == "A-4"
    assert read(page(text("x", 9, 9)), "a.pdf", options=NO_OCR).pages[0].label is None


def test_a_blank_page_is_empty_and_no_matter() -> None:
    found = read(page(""), "blank.pdf", options=NO_OCR)
    assert found.pages[0].source == "empty"
    assert found.pages[0].words == ()
    assert found.warnings == ()


@pytest.mark.parametrize("strength", [40, 128])
def test_d61_encrypted_files(strength: int) -> None:
    locked = canvas_file(encrypt=StandardEncryption("open", "own", strength=strength))
    with pytest.raises(EncryptedDocument) as failed:
        read(locked, "order.pdf", options=NO_OCR)
    assert failed.value.code == "encrypted"
    assert "password" in failed.value.hint
    known = ReadOptions(ocr="none", passwords=("wrong", "open"))
    assert read(locked, "order.pdf", options=known).words[0].text == "Order"


def test_d61_files_locked_against_printing_only_are_read() -> None:
    free = canvas_file(encrypt=StandardEncryption("", "own", canPrint=0, canCopy=0, strength=128))
    assert read(free, "order.pdf", options=NO_OCR).words[0].text == "Order"


def test_page_cap() -> None:
    with pytest.raises(DocumentLimit, match="4 pages") as failed:
        read(canvas_file(4), "order.pdf", options=ReadOptions(ocr="none", max_pages=3))
    assert failed.value.code == "too_large"


def test_ten_thousand_pages_are_refused_at_once() -> None:
    content = many_pages(10_000)
    start = time.perf_counter()
    with pytest.raises(DocumentLimit, match="10000 pages"):
        read(content, "order.pdf", options=NO_OCR)
    assert time.perf_counter() - start < 5


def test_embedded_files() -> None:
    pdf = pypdfium2.PdfDocument(canvas_file())
    for name, content in (("factur-x.xml", b"<a/>"), ("drawing.bin", bytes(range(256)))):
        pdf.new_attachment(name).set_data(content)
    out = io.BytesIO()
    pdf.save(out)
    pdf.close()
    found = read(out.getvalue(), "order.pdf", options=NO_OCR)
    assert {a.name: a.content for a in found.attachments} == {
        "factur-x.xml": b"<a/>", "drawing.bin": bytes(range(256)),
    }  # fmt: skip


def test_damaged_files() -> None:
    with pytest.raises(DamagedDocument) as failed:
        read(b"%PDF-1.7\nnothing of a PDF follows", "order.pdf")
    assert failed.value.code == "damaged"
    with pytest.raises(DamagedDocument):
        read(canvas_file()[:200], "order.pdf")


def test_a_file_with_a_wrong_table_of_objects_is_still_read() -> None:
    """Mail systems change line ends; PDFium finds the objects again where they are whole."""
    whole = page(text("Order 4711", 100, 700))
    shifted = whole.replace(b"\nendobj\n", b"\r\nendobj\r\n")
    assert [word.text for word in read(shifted, "a.pdf", options=NO_OCR).words] == ["Order", "4711"]


def test_one_broken_page_costs_one_page() -> None:
    broken = many_pages(3).replace(b"5 0 obj\n<< /Type /Page /", b"5 0 obj\n[ /Type /Page /", 1)
    found = read(broken, "order.pdf", options=NO_OCR)
    assert [bool(page.words) for page in found.pages].count(True) >= 2
