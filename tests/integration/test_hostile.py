"""Files made to break readers: each is answered, with a document or an error of the contract, within its limits."""

from __future__ import annotations

import io
import json
import math
import random
import time
import zlib
from collections import Counter
from collections.abc import Callable, Iterator
from functools import cache

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption

from data.errors import DocumentError, DocumentLimit
from data.readers import ReadOptions
from data.readers.sandbox import Sandbox
from data.schema import Document
from tests.builders import items, order
from tests.rawpdf import page, stream, text
from tests.unit.test_reader_forms import form
from tests.unit.test_reader_image import bomb
from tests.unit.test_reader_pdf import canvas_file, many_pages

SEED = 20261125
FILES = 300
LIMITS = ReadOptions(ocr="none", page_seconds=3, file_seconds=20, memory_mb=700)


@pytest.fixture(scope="module")
def sandbox() -> Iterator[Sandbox]:
    box = Sandbox()
    yield box
    box.close()


def answer(sandbox: Sandbox, content: bytes, limits: ReadOptions = LIMITS) -> Document | DocumentError:
    """What comes back, checked to be of use to whoever asked."""
    start = time.monotonic()
    refused: DocumentError | None = None
    try:
        document = sandbox.read(content, "order.pdf", limits)
    except DocumentError as error:
        refused = error
    assert time.monotonic() - start < limits.file_seconds + 10
    if refused is not None:
        assert refused.code
        assert refused.message.endswith(".")
        return refused
    json.dumps(document.to_dict(), allow_nan=False)
    for found in document.pages:
        assert math.isfinite(found.width)
        assert math.isfinite(found.height)
        for word in found.words:
            assert word.text
            assert word.text.encode()
            assert all(map(math.isfinite, (word.box.x0, word.box.y0, word.box.x1, word.box.y1, word.size)))
            assert word.box.x0 <= word.box.x1
            assert word.box.y0 <= word.box.y1
    return document


@cache
def seeds() -> dict[str, bytes]:
    """Small whole files of every kind."""
    rng = np.random.default_rng(SEED)
    noise = Image.fromarray(rng.integers(0, 255, (200, 150), dtype=np.uint8))
    pictures = {}
    for kind in ("PNG", "JPEG", "TIFF"):
        out = io.BytesIO()
        more = {"save_all": True, "append_images": [noise, noise], "compression": "tiff_lzw"} if kind == "TIFF" else {}
        noise.save(out, kind, **more)
        pictures[kind.lower()] = out.getvalue()
    pdf = pypdfium2.PdfDocument(order(items(4)))
    pdf.new_attachment("factur-x.xml").set_data(b"<Invoice/>" * 20)
    attached = io.BytesIO()
    pdf.save(attached)
    pdf.close()
    xml = b'<?xml version="1.0" encoding="UTF-8"?><Order><ID>4711</ID></Order>'
    return {
        "order": order(items(8)), "form": form(), "plain": page(text("Order 4711", 100, 700)),
        "attached": attached.getvalue(), "pages": canvas_file(6), "xml": xml,
        "encrypted": canvas_file(encrypt=StandardEncryption("open", "own", strength=128)), **pictures,
    }  # fmt: skip


def cut(rng: random.Random, content: bytearray) -> None:
    del content[rng.randrange(len(content)) :]


def flip(rng: random.Random, content: bytearray) -> None:
    for _ in range(rng.choice((1, 4, 30))):
        content[rng.randrange(len(content))] = rng.randrange(256)


def drop(rng: random.Random, content: bytearray) -> None:
    start = rng.randrange(len(content))
    del content[start : start + rng.choice((1, 20, 500))]


def repeat(rng: random.Random, content: bytearray) -> None:
    start, length = rng.randrange(len(content)), rng.choice((1, 50, 800))
    content[start:start] = content[start : start + length] * rng.choice((1, 3))


def swap(rng: random.Random, content: bytearray) -> None:
    a, b = rng.randrange(len(content)), rng.randrange(len(content))
    content[a : a + 40], content[b : b + 40] = content[b : b + 40], content[a : a + 40]


def exaggerate(rng: random.Random, content: bytearray) -> None:
    """Numbers of the file replaced by absurd ones: lengths, counts, references, sizes, coordinates."""
    places = [i for i in range(1, len(content)) if chr(content[i]).isdigit() and content[i - 1] in b" [/"]
    for place in rng.sample(places, min(len(places), rng.choice((1, 3, 10)))):
        stop = place
        while stop < len(content) and chr(content[stop]).isdigit():
            stop += 1
        number = rng.choice((b"0", b"-1", b"2147483647", b"4294967296", b"99999999999999999999", b"1e30", b"65536"))
        content[place:stop] = number.ljust(stop - place)


MUTATIONS: tuple[Callable[[random.Random, bytearray], None], ...] = (cut, flip, drop, repeat, swap, exaggerate)


def mutants(count: int) -> Iterator[tuple[str, bytes]]:
    """Files with one or more mutations, the same ones at every run."""
    rng = random.Random(SEED)  # noqa: S311
    names = sorted(seeds())
    for number in range(count):
        name = names[number % len(names)]
        content = bytearray(seeds()[name])
        done = []
        for _ in range(rng.choice((1, 1, 2, 5))):
            mutation = rng.choice(MUTATIONS)
            if len(content) > 10:
                mutation(rng, content)
                done.append(mutation.__name__)
        yield f"{number} {name} {'+'.join(done)}", bytes(content)


def test_d62_three_hundred_mutated_files(sandbox: Sandbox) -> None:
    answers: Counter[str] = Counter()
    for name, content in mutants(FILES):
        try:
            found = answer(sandbox, content)
        except Exception as error:  # says which file it was
            raise AssertionError(f"file {name}: {error!r}") from error
        answers["read" if isinstance(found, Document) else found.code] += 1
    assert answers["read"] >= 50, answers
    assert answers["damaged"] >= 30, answers
    assert set(answers) <= {"read", "damaged", "empty", "encrypted", "unsupported", "too_large", "timeout", "memory",
                            "crashed", "xfa"}, answers  # fmt: skip
    assert isinstance(answer(sandbox, seeds()["plain"]), Document), "the service is still up"


def test_mutated_pictures_before_recognition_find_no_crash(sandbox: Sandbox) -> None:
    """The few mutants that are still pictures go through recognition as well."""
    pytest.importorskip("rapidocr")
    limits = ReadOptions(page_seconds=60, memory_mb=1500)
    tried = 0
    for name, content in mutants(FILES):
        if name.split()[1] in ("png", "jpeg", "tiff") and isinstance(answer(sandbox, content), Document):
            answer(sandbox, content, limits)
            tried += 1
        if tried == 4:
            break
    assert tried == 4


@pytest.mark.parametrize("side", [20_000, 50_000])
def test_picture_bombs(sandbox: Sandbox, side: int) -> None:
    found = answer(sandbox, bomb(side, side))
    assert isinstance(found, DocumentLimit)
    assert found.code == "too_large"


def test_a_picture_in_a_pdf_that_unpacks_to_gigabytes(sandbox: Sandbox) -> None:
    packer = zlib.compressobj(9)
    rows = bytes(50_000)
    packed = b"".join(packer.compress(rows) for _ in range(20_000)) + packer.flush()
    keys = b"/Type /XObject /Subtype /Image /Width 50000 /Height 50000 /BitsPerComponent 8 /ColorSpace /DeviceGray"
    body = text("Order 4711", 100, 700) + "q 595 0 0 842 0 0 cm /I1 Do Q"
    huge = page(body, resources=b"/XObject << /I1 5 0 R >>", more=[stream(packed, keys + b" /Filter /FlateDecode")])
    found = answer(sandbox, huge)
    assert isinstance(found, Document | DocumentLimit)


def test_ten_thousand_pages(sandbox: Sandbox) -> None:
    start = time.monotonic()
    found = answer(sandbox, many_pages(10_000))
    assert isinstance(found, DocumentLimit)
    assert time.monotonic() - start < 10


@pytest.mark.parametrize("side", [14_400, 50_000, 10**9])
def test_a_page_as_large_as_a_house(sandbox: Sandbox, side: int) -> None:
    """Rendered at a smaller scale; its text is read at its place."""
    found = answer(sandbox, page(text("Order 4711", 100, 700, size=400), box=(0, 0, side, side)))
    assert isinstance(found, Document)
    if side < 10**6:  # PDFium takes no larger sheet for what it says
        assert found.pages[0].width == pytest.approx(side, rel=1e-3)
        assert [word.text for word in found.words] == ["Order", "4711"]


def test_a_large_page_is_recognised_at_a_smaller_scale(sandbox: Sandbox) -> None:
    pytest.importorskip("rapidocr")
    strokes = "".join(f"0 {n * 1000} m 50000 {n * 1000} l S\n" for n in range(50))
    found = answer(sandbox, page("80 w " + strokes, box=(0, 0, 50_000, 50_000)), ReadOptions(page_seconds=60))
    assert isinstance(found, Document)
    assert found.words == ()


@pytest.mark.parametrize(
    "keys",
    [b"/MediaBox [0 0 0 0]", b"/MediaBox [0 0 -5 -5]", b"/MediaBox [500 500 0 0]", b"/CropBox [9000 9000 9100 9100]",
     b"/Rotate 45", b"/MediaBox [0 0 1e38 1e38]", b"/UserUnit 1e9"],
)  # fmt: skip
def test_absurd_page_boxes(sandbox: Sandbox, keys: bytes) -> None:
    assert isinstance(answer(sandbox, page(text("Order 4711", 100, 700), keys=keys)), Document | DocumentError)


def test_pages_that_hold_one_another(sandbox: Sandbox) -> None:
    """A page tree and a form that refer back to themselves."""
    loop = page(text("Order", 100, 700) + "/X Do", resources=b"/XObject << /X 5 0 R >>", more=[
        stream(
            b"/X Do " * 10, b"/Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 5 0 R >> >>"
        )
    ])  # fmt: skip
    assert isinstance(answer(sandbox, loop), Document | DocumentLimit)
    tree = page(text("Order", 100, 700)).replace(b"/Kids [3 0 R]", b"/Kids [2 0 R]")
    assert isinstance(answer(sandbox, tree), Document | DocumentError)


def test_a_million_glyphs(sandbox: Sandbox) -> None:
    """More text than any order has: read in time or refused."""
    lines = "".join(text("x" * 500, 10, 10 + (n % 800), size=1) for n in range(2000))
    assert isinstance(answer(sandbox, page(lines)), Document | DocumentLimit)
