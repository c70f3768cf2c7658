"""Recognition from end to end: scans in every position, drawn text, broken fonts, stamped scans (reports D52, D58)."""

from __future__ import annotations

import io
import re
import string
import subprocess
import sys
from functools import cache

import numpy as np
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from data.readers import ReadOptions, read
from data.schema import Document, Page
from tests.builders import items, order
from tests.pictures import scanned
from tests.rawpdf import HELVETICA, page, stream, text, to_unicode

pytest.importorskip("rapidocr")


def small_order() -> bytes:
    """A page that takes little time to recognise."""
    lines = ["PURCHASE ORDER 4711", "Date 12.05.2026", "Hex bolt M8x40 zinc plated", "100 pcs 0,45 EUR",
             "Total amount 1.045,00 EUR", "Deliver to our warehouse"]  # fmt: skip
    return page("".join(text(line, 60, 760 - 30 * i, size=12) for i, line in enumerate(lines)))


@cache
def truth() -> tuple[str, ...]:
    return tuple(word.text for word in read(small_order(), "order.pdf").words)


def picture(content: bytes, dpi: int = 200) -> Image.Image:
    return Image.open(io.BytesIO(scanned(content, dpi=dpi)))


def saved(image: Image.Image, kind: str = "PNG") -> bytes:
    out = io.BytesIO()
    image.save(out, kind, dpi=(200, 200))
    return out.getvalue()


def as_pdf(image: Image.Image, behind: str = "", before: str = "") -> bytes:
    """A scan as scanners send it: a picture as large as the page, and perhaps text under or over it."""
    pixels = np.asarray(image.convert("L"))
    keys = b"/Type /XObject /Subtype /Image /Width %d /Height %d /BitsPerComponent 8 /ColorSpace /DeviceGray"
    body = f"{behind} q 595 0 0 842 0 0 cm /I1 Do Q {before}"
    scan = stream(pixels.tobytes(), keys % (pixels.shape[1], pixels.shape[0]))
    return page(body, resources=b"/XObject << /I1 5 0 R >>", more=[scan])


def read_page(content: bytes) -> Page:
    return read(content, "scan").pages[0]


def texts(found: Page | Document) -> tuple[str, ...]:
    return tuple(word.text for word in found.words)


def test_a_scan_reads_like_its_text_layer() -> None:
    found = read_page(scanned(small_order()))
    assert texts(found) == truth()
    assert (found.source, found.angle, found.health) == ("ocr", 0, 0)
    for seen, drawn in zip(found.words, read(small_order(), "order.pdf").words, strict=True):
        assert seen.box.x0 == pytest.approx(drawn.box.x0, abs=1.5)
        assert seen.box.x1 == pytest.approx(drawn.box.x1, abs=3), "a text layer counts the space beside the last letter"
        assert abs(seen.box.cy - drawn.box.cy) < 1.5
        assert seen.size == pytest.approx(drawn.size, rel=0.2)
        assert 0.5 < (seen.confidence or 0) <= 1


@pytest.mark.parametrize("quarter", [1, 2, 3])
def test_turned_scans_are_read_upright(quarter: int) -> None:
    found = read_page(saved(picture(small_order()).rotate(90 * quarter, expand=True)))
    assert texts(found) == truth()
    assert found.angle == 90 * quarter
    assert found.width == pytest.approx(595, abs=1), "as after turning"
    assert found.words[0].box.x0 == pytest.approx(60, abs=2)


@pytest.mark.parametrize("tilt", [-3.0, 2.0])
def test_tilted_scans_keep_their_boxes_on_the_tilted_page(tilt: float) -> None:
    upright = picture(small_order())
    tilted = upright.rotate(tilt, fillcolor=255, resample=Image.Resampling.BICUBIC)
    found = read_page(saved(tilted))
    assert texts(found) == truth()
    assert found.tilt == pytest.approx(-tilt, abs=0.1), "pictures turn the other way round"
    ink = np.asarray(tilted) < 128
    for word in found.words:
        x0, y0, x1, y1 = (round(v * 200 / 72) for v in (word.box.x0, word.box.y0, word.box.x1, word.box.y1))
        assert ink[y0:y1, x0:x1].mean() > 0.05, word


def test_d58_a_sound_text_layer_is_never_recognised_over() -> None:
    """A page-sized picture behind sound text: its letters differ from the text on purpose."""
    background = picture(page(text("BACKGROUND", 60, 400, size=40)))
    lines = [f"Line {n} of the order with article 70{n}11 and enough words to be a page" for n in range(40)]
    found = read_page(as_pdf(background, before="".join(text(s, 60, 800 - 18 * i) for i, s in enumerate(lines))))
    assert found.source == "text"
    assert texts(found) == tuple(" ".join(lines).split())


def test_d58_text_drawn_as_shapes_is_recognised() -> None:
    """No picture, no text: every letter is a set of filled shapes, as some programs print."""
    pixels = np.asarray(picture(small_order(), dpi=144)) < 128
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842))
    for row, line in enumerate(pixels):
        edges = np.flatnonzero(np.diff(np.concatenate(([0], line.view(np.int8), [0]))))
        for start, stop in zip(edges[::2], edges[1::2], strict=True):
            canvas.rect(start / 2, 842 - (row + 1) / 2, (stop - start) / 2, 0.5, stroke=0, fill=1)
    canvas.save()
    found = read_page(out.getvalue())
    assert found.source == "ocr"
    assert texts(found) == truth()


def test_d52_a_broken_text_layer_is_recognised_instead() -> None:
    shifted = {c: chr((ord(c) - 97 + 3) % 26 + 97) for c in string.ascii_lowercase}
    font = HELVETICA[:-2] + b"/ToUnicode 5 0 R >>"
    body = small_order().split(b"stream\n")[1].split(b"endstream")[0].replace(b"/F1", b"/F3")
    table = to_unicode({ord(k): v for k, v in shifted.items()})
    found = read_page(page(body, fonts={"F3": font}, more=[table]))
    assert found.source == "ocr"
    assert found.health < 0.5
    assert texts(found) == truth()


def test_scans_with_a_text_layer_of_their_own_are_read_from_the_picture() -> None:
    """What scanners put behind the picture is invisible: it is not trusted, and no alarm where it agrees."""
    scan = picture(small_order())
    layer = "".join(
        text(line, 60, 760 - 30 * i, size=12, before="3 Tr")
        for i, line in enumerate(["PURCHASE ORDER 4711", "Date 12.05.2026", "Hex b0lt M8x40 zinc p1ated"])
    )
    agreeing = read(as_pdf(scan, before=layer), "scan.pdf")
    assert texts(agreeing) == truth()
    assert agreeing.warnings == ()
    forged = read(as_pdf(scan, before=text("Total amount 9,99 EUR", 60, 640, size=12, before="3 Tr")), "scan.pdf")
    assert texts(forged) == truth()
    assert [warning.code for warning in forged.warnings] == ["hidden_text"]


def test_a_stamp_typed_on_a_scan_is_read_beside_it() -> None:
    scan = picture(small_order())
    found = read_page(as_pdf(scan, before=text("RECEIVED 4711/26", 400, 60)))
    assert found.source == "mixed"
    assert texts(found) == (*truth(), "RECEIVED", "4711/26")
    assert [word.source for word in found.words[-2:]] == ["text", "text"]
    assert {word.source for word in found.words[:-2]} == {"ocr"}


def test_a_page_that_shows_nothing_readable_says_so() -> None:
    rng = np.random.default_rng(3)
    speckled = Image.fromarray(np.where(rng.random((1100, 850)) < 0.002, 0, 255).astype(np.uint8))
    found = read(saved(speckled), "scan.png")
    assert found.pages[0].source == "empty"
    assert [warning.code for warning in found.warnings] == ["no_text"]


def test_recognition_is_silent_and_stays_offline() -> None:
    """Standard output belongs to the result; no log of the engine, no connection."""
    script = (
        "import socket, sys\n"
        "def refuse(*a, **k): raise AssertionError('a connection was tried')\n"
        "socket.socket.connect = socket.create_connection = socket.getaddrinfo = refuse\n"
        "from data.readers import read\n"
        "print(len(read(sys.stdin.buffer.read(), 'scan.png').words))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], input=scanned(small_order()), capture_output=True, check=True)
    assert done.stdout.decode().strip() == str(len(truth()))
    assert done.stderr == b""


def test_without_an_engine_scans_are_reported_not_invented() -> None:
    found = read(as_pdf(picture(small_order())), "scan.pdf", options=ReadOptions(ocr="none"))
    assert found.words == ()
    assert [warning.code for warning in found.warnings] == ["needs_ocr"]


def test_tables_on_dark_and_ruled_ground() -> None:
    """An order as it is printed, with a ruled table: nine words of ten are exactly right."""
    content = order(items(12))
    printed = [w.text for w in read(content, "order.pdf").words]
    found = list(texts(read_page(scanned(content))))
    missed = [w for w in printed if w not in found]
    assert len(missed) <= 0.1 * len(printed), missed
    amounts = [w for w in printed if re.fullmatch(r"[\d.,]+\.\d\d", w)]
    assert [w for w in amounts if w not in found] == []
