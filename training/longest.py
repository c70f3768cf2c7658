"""Orders of many pages: whether every line is read, and whether the time grows with the pages and no faster."""

from __future__ import annotations

import io
import time
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2

from data.generate.compose import Drawn, generate, labelled
from data.generate.options import Options
from data.generate.render import to_pdf
from data.readers import read
from models.extractor import Extractor
from training.metrics import JUDGED_KINDS

NUMBER, ITEMS = 55, 600
"""The first number looked at, and the items of the order."""
SHORT, PAGES = 60, 6
"""A layout is taken that needs so many pages for so few items: some forty pages for all."""


@dataclass(frozen=True, slots=True)
class Long:
    """The first pages of an order through the whole pipeline. Times are seconds of processor time."""

    pages: int
    printed: int
    lines: int
    reading: float
    extracting: float


def long_order(number: int = NUMBER, items: int = ITEMS) -> Drawn:
    """A generated order of so many items, of the first held-out layout from `number` on that prints few on a page."""
    while len(_order(number, SHORT).sheets) < PAGES:
        number += 1
    return _order(number, items)


def _order(number: int, items: int) -> Drawn:
    return generate(number, split="heldout", options=Options(kinds={"order": 1.0}, forms=0.0, items=items))


def first_pages(content: bytes, count: int) -> bytes:
    """The first `count` pages of a PDF."""
    out = io.BytesIO()
    with pypdfium2.PdfDocument(content) as whole, pypdfium2.PdfDocument.new() as part:
        part.import_pages(whole, list(range(count)))
        part.save(out)
    return out.getvalue()


def longest(extractor: Extractor, pages: Iterable[int], order: Drawn | None = None) -> list[Long]:
    """The first 10, 20 … `pages` of one long order, as far as it goes, each read as a document of its own."""
    order = order or long_order()
    content, tags = to_pdf(order.sheets), labelled(order).tags
    out = []
    for count in pages:
        some = first_pages(content, min(count, len(tags)))
        printed = {tag.line for page in tags[:count] for tag in page if tag.line >= 0 and tag.role in JUDGED_KINDS}
        started = time.process_time()
        document = read(some, f"long-{count}.pdf")
        between = time.process_time()
        result = extractor.extract(document)
        ended = time.process_time()
        lines = sum(line.kind in JUDGED_KINDS for line in result.lines)
        out.append(Long(len(document.pages), len(printed), lines, between - started, ended - between))
    return out
