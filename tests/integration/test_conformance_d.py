"""Reports of section D, the PDF text layer, beyond what tests/unit/test_reader_*.py show (docs/conformance.md)."""

from __future__ import annotations

import io
import random
import time
import zlib

import numpy as np
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from data.errors import DocumentLimit
from data.readers import ReadOptions, read
from data.readers.sandbox import read_safely
from data.schema import Document
from tests.builders import OrderPaper, items, order
from tests.pictures import scanned
from tests.rawpdf import assemble, page, stream


def words(document: Document) -> list[str]:
    return [word.text for word in document.words]


def with_picture(*, behind: bool) -> bytes:
    """An order with a noisy picture over the whole page, behind its text, or over a third of the page beside it."""
    noise = random.Random(1)  # noqa: S311 - a picture
    picture = Image.frombytes("L", (200, 280), bytes(noise.randrange(200, 256) for _ in range(56_000)))
    paper = OrderPaper()
    size = (595, 842) if behind else (250, 200)
    paper.canvas.drawImage(ImageReader(picture), 0 if behind else 300, 0 if behind else 250, *size)
    return order(items(6), paper)


def test_c45_d58_a_page_with_a_sound_text_layer_is_not_recognised() -> None:
    plain = words(read(order(items(6)), "order.pdf"))
    for behind in (True, False):
        document = read(with_picture(behind=behind), "order.pdf")
        assert document.pages[0].source == "text"
        assert {word.source for word in document.words} == {"text"}
        assert words(document) == plain, "no word lost, none changed"


def traced(content: bytes, dpi: int = 200) -> bytes:
    """The first page drawn anew in filled rectangles: neither text nor picture, as some printer drivers leave it."""
    scale = dpi / 72
    dark = np.asarray(Image.open(io.BytesIO(scanned(content, dpi=dpi)))) < 128
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), pageCompression=1)
    for row in np.flatnonzero(dark.any(1)):
        edges = np.flatnonzero(np.diff(dark[row].astype(np.int8), prepend=0, append=0))
        for left, right in edges.reshape(-1, 2):
            canvas.rect(left / scale, 842 - (row + 1) / scale, (right - left) / scale, 1 / scale, stroke=0, fill=1)
    canvas.save()
    return out.getvalue()


def test_d58_a_page_of_outlines_without_a_picture_is_recognised() -> None:
    rows = items(2)
    document = read(traced(order(rows)), "order.pdf")
    assert document.pages[0].source == "ocr"
    assert {"4500118", rows[0].amount, rows[1].amount, rows[1].price} <= set(words(document))


def test_d60_no_text_is_replaced_by_a_picture() -> None:
    document = read(with_picture(behind=False), "order.pdf")
    amounts = [row.amount for row in items(6)]
    assert set(amounts) <= set(words(document)), "the picture lies under the amounts"


def answer(content: bytes, options: ReadOptions) -> list[str] | None:
    """The words read in a watched process, None where a limit stopped it; anything else is a fault."""
    started = time.monotonic()
    try:
        return words(read_safely(content, "order.pdf", options))
    except DocumentLimit:
        return None
    finally:
        assert time.monotonic() - started < options.page_seconds + 45, "stopped in time, start of the process included"


def test_d62_a_page_of_very_many_strokes_ends_within_its_limits() -> None:
    strokes = b"".join(b"%d %d m %d %d l S\n" % (i % 595, i % 842, i * 7 % 595, i * 3 % 842) for i in range(400_000))
    content = page(b"BT /F1 12 Tf 60 780 Td (Order 4711) Tj ET\n" + strokes)
    assert answer(content, ReadOptions(ocr="none", page_seconds=6, memory_mb=1500)) in (None, ["Order", "4711"])


def test_d62_a_small_file_that_unpacks_to_gigabytes_costs_one_document() -> None:
    packed = zlib.compress(b"0 0 m 1 1 l S\n" * 2_000_000, 9)
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>", b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents [" + b"4 0 R " * 60 + b"] >>",
        stream(packed, b"/Filter /FlateDecode"),
    ]  # fmt: skip
    content = assemble(objects)
    assert len(content) < 200_000
    assert answer(content, ReadOptions(ocr="none", page_seconds=10, memory_mb=800)) in (None, [])
    assert answer(order(items(1)), ReadOptions()), "the next document is read"


def test_d64_columns_are_not_read_across() -> None:
    """Cells of several lines side by side, and two columns of terms."""
    rows = items(5, lines=3)
    paper = OrderPaper()
    left = ("The supplier confirms", "this order within two", "working days by mail")
    right = ("Invoices go to the office", "in Gdansk and bear the", "number of this order")
    paper.letterhead()
    paper.head()
    for row in rows:
        paper.item(row)
    for i, (one, other) in enumerate(zip(left, right, strict=True)):
        paper.text(60, 640 + 11 * i, one)
        paper.text(310, 640 + 11 * i, other)
    document = read(paper.pdf(), "order.pdf")
    for text, x0, x1 in ((left, 50, 300), (right, 300, 560)):
        inside = [w.text for w in document.words if x0 <= w.box.x0 < x1 and 625 < w.box.y0 < 680]
        assert inside == " ".join(text).split()
    lines = {round(w.box.y0) for w in document.words if w.text in ("zinc", "stainless")}
    assert len(lines) == 10, "every printed line is a line of its own"
