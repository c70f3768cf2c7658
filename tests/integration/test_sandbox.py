"""The worker process: same answers as in this process, limits, crashes, and what remains usable afterwards."""

from __future__ import annotations

import os
import signal
import threading
import time
from collections.abc import Iterator

import pypdfium2
import pytest

from data.errors import DamagedDocument, DocumentLimit, EncryptedDocument, SetupError, UnsupportedDocument
from data.readers import ReadOptions, read
from data.readers.sandbox import Sandbox, read_safely
from data.schema import Attachment
from tests.builders import items, order
from tests.rawpdf import page, stream, text

NO_OCR = ReadOptions(ocr="none")
SMALL = page(text("Order 4711", 100, 700))
SLOW_LEVELS = 9


def endless_page() -> bytes:
    """Forms that each draw the next one ten times: a few kilobytes that draw a thousand million lines."""
    forms = []
    for level in range(SLOW_LEVELS):
        last = level == SLOW_LEVELS - 1
        body = b"0 0 m 500 500 l S " * 10 if last else b"/X Do " * 10
        named = b"" if last else b"/Resources << /XObject << /X %d 0 R >> >>" % (6 + level)
        forms.append(stream(body, b"/Type /XObject /Subtype /Form /BBox [0 0 600 900] " + named))
    return page(text("Order 4711", 100, 700) + "/X Do", resources=b"/XObject << /X 5 0 R >>", more=forms)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    box = Sandbox()
    yield box
    box.close()


def test_the_worker_gives_the_same_document_and_is_used_again(sandbox: Sandbox) -> None:
    content = order(items(20))
    assert sandbox.read(content, "order.pdf", NO_OCR) == read(content, "order.pdf", options=NO_OCR)
    worker = sandbox.pid
    assert worker not in (None, os.getpid())
    sandbox.read(SMALL, "order.pdf", NO_OCR)
    assert sandbox.pid == worker


def test_attachments_come_through() -> None:
    xml = b"<Order/>\0" + bytes(range(256))
    assert read_safely(b"<Order>1</Order>", "order.xml").attachments == (Attachment("order.xml", b"<Order>1</Order>"),)
    pdf = pypdfium2.PdfDocument(SMALL)
    pdf.new_attachment("\u017c\u00f3\u0142w.xml").set_data(xml)
    import io

    out = io.BytesIO()
    pdf.save(out)
    pdf.close()
    assert read_safely(out.getvalue(), "order.pdf", NO_OCR).attachments == (Attachment("\u017c\u00f3\u0142w.xml", xml),)


def test_errors_come_through_with_code_and_advice(sandbox: Sandbox) -> None:
    with pytest.raises(UnsupportedDocument, match="HTML") as failed:
        sandbox.read(b"<!doctype html><html></html>", "order.pdf")
    assert failed.value.hint
    with pytest.raises(DocumentLimit):
        sandbox.read(SMALL, "order.pdf", ReadOptions(max_bytes=10))
    with pytest.raises(DamagedDocument):
        sandbox.read(b"%PDF-1.7 nothing", "order.pdf")
    from reportlab.lib.pdfencrypt import StandardEncryption

    from tests.unit.test_reader_pdf import canvas_file

    with pytest.raises(EncryptedDocument):
        sandbox.read(canvas_file(encrypt=StandardEncryption("open", "own", strength=128)), "order.pdf")
    unlocked = ReadOptions(ocr="none", passwords=("open",))
    locked = canvas_file(encrypt=StandardEncryption("open", "own", strength=128))
    assert sandbox.read(locked, "order.pdf", unlocked).words


def test_a_page_that_takes_too_long_costs_one_document(sandbox: Sandbox) -> None:
    sandbox.read(SMALL, "order.pdf", NO_OCR)
    worker = sandbox.pid
    start = time.monotonic()
    with pytest.raises(DocumentLimit) as failed:
        sandbox.read(endless_page(), "order.pdf", ReadOptions(ocr="none", page_seconds=1.0))
    assert time.monotonic() - start < 5
    assert failed.value.code == "timeout"
    assert "page 1" in failed.value.message
    assert sandbox.read(SMALL, "order.pdf", NO_OCR).words[0].text == "Order"
    assert sandbox.pid != worker


def test_a_file_that_takes_too_much_memory_costs_one_document(sandbox: Sandbox) -> None:
    """A megabyte that unpacks to a gigabyte of page content."""
    import zlib

    packer = zlib.compressobj(9)
    spaces = b"0 0 m 1 1 l " * 100_000
    packed = b"".join(packer.compress(spaces) for _ in range(400)) + packer.flush()
    bomb = page(b"", more=[stream(packed, b"/Filter /FlateDecode")]).replace(b"/Contents 4 0 R", b"/Contents 5 0 R")
    assert len(bomb) < 3_000_000
    with pytest.raises(DocumentLimit) as failed:
        sandbox.read(bomb, "order.pdf", ReadOptions(ocr="none", memory_mb=300, page_seconds=60))
    assert failed.value.code == "memory"
    assert sandbox.read(SMALL, "order.pdf", NO_OCR).words[0].text == "Order"


def test_a_crash_of_the_worker_is_an_answer(sandbox: Sandbox) -> None:
    sandbox.read(SMALL, "order.pdf", NO_OCR)
    worker = sandbox.pid
    assert worker is not None
    killer = threading.Timer(0.5, os.kill, (worker, signal.SIGSEGV))
    killer.start()
    with pytest.raises(DamagedDocument) as failed:
        sandbox.read(endless_page(), "order.pdf", ReadOptions(ocr="none", page_seconds=30))
    killer.join()
    assert failed.value.code == "crashed"
    assert sandbox.read(SMALL, "order.pdf", NO_OCR).words[0].text == "Order"


def test_a_worker_that_died_idle_is_replaced(sandbox: Sandbox) -> None:
    sandbox.read(SMALL, "order.pdf", NO_OCR)
    worker = sandbox.pid
    assert worker is not None
    os.kill(worker, signal.SIGKILL)
    time.sleep(0.2)
    assert sandbox.read(SMALL, "order.pdf", NO_OCR).words[0].text == "Order"


def test_threads_share_the_worker(sandbox: Sandbox) -> None:
    found: dict[int, str] = {}

    def one(number: int) -> None:
        content = page(text(f"Order {number}", 100, 700))
        found[number] = sandbox.read(content, "order.pdf", NO_OCR).words[1].text

    threads = [threading.Thread(target=one, args=(n,)) for n in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == {n: str(n) for n in range(8)}


def test_a_closed_sandbox_leaves_no_process() -> None:
    box = Sandbox()
    box.read(SMALL, "order.pdf", NO_OCR)
    worker = box.pid
    assert worker is not None
    box.close()
    assert box.pid is None
    with pytest.raises(ProcessLookupError):
        os.kill(worker, 0)


def test_a_worker_that_does_not_start_is_the_operators_business(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.executable", "/bin/false")
    box = Sandbox()
    with pytest.raises(SetupError):
        box.read(SMALL, "order.pdf", NO_OCR)
    box.close()
