"""A file with several orders: each read on its own, one result for all."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from data.result import Extraction, Line, Part, Place, Value
from data.schema import Document, Warning_
from models.decode.reading import Reading
from models.parts.bounds import Bounds, find_bounds
from models.parts.facts import PageFacts, facts_of

ANNEX = "annex"
SEVERAL = "several_orders"
"""Codes of the warnings about pages that are no part of an order, and about more than one order in a file."""

Read = Callable[[Document], Reading]
Assemble = Callable[[Reading], Extraction]


def bounds_of(whole: Reading, read: Read) -> Bounds:
    """Where documents begin in a file that was read as one."""
    document = whole.document
    if len(document.pages) < 2:
        return Bounds(tuple(range(len(document.pages))))

    def alone(page: int) -> PageFacts:
        return facts_of(read(part_of(document, range(page, page + 1))))[0]

    return find_bounds(facts_of(whole), alone)


def extract_parts(whole: Reading, read: Read, assemble: Assemble) -> Extraction:
    """The result of the file: that of its one document, or the first one's with all of them in `parts`."""
    bounds = bounds_of(whole, read)
    document = _without(whole.document, bounds.annexes)
    if len(bounds.begins) < 2:
        return _with_doubt(assemble(read(document) if bounds.annexes else whole), bounds)
    parts = []
    for first, last in zip(bounds.begins, (*bounds.begins[1:], len(document.pages)), strict=True):
        pages = range(first, last)
        result = _moved(assemble(read(part_of(document, pages))), first)
        parts.append(Part(tuple(page + 1 for page in pages), result))
    return _bundle(document, parts)


def _without(document: Document, annexes: tuple[int, ...]) -> Document:
    """The document without the words of pages that are no part of it, and a remark about them."""
    if not annexes:
        return document
    pages = tuple(replace(page, words=()) if k in annexes else page for k, page in enumerate(document.pages))
    said = "The page is no part of the order (terms, a drawing, another paper): nothing was taken from it."
    return replace(
        document, pages=pages, warnings=(*document.warnings, *(Warning_(ANNEX, said, k + 1) for k in annexes))
    )


def part_of(document: Document, pages: range) -> Document:
    """Some pages as a document of its own, counted from 1."""
    chosen = tuple(replace(document.pages[page], number=k) for k, page in enumerate(pages, 1))
    about = tuple(w for w in document.warnings if w.page is None or w.page - 1 in pages)
    return replace(document, pages=chosen, warnings=about)


def _moved(result: Extraction, pages: int) -> Extraction:
    """The result of a part with the page numbers of the file."""

    def moved(value: Value) -> Value:
        return replace(value, boxes=tuple(Place(place.page + pages, place.box) for place in value.boxes))

    fields = {name: moved(value) for name, value in result.fields.items()}
    lines = tuple(Line(n.kind, n.page + pages, {k: moved(v) for k, v in n.fields.items()}) for n in result.lines)
    return replace(result, fields=fields, lines=lines)


def _bundle(document: Document, parts: list[Part]) -> Extraction:
    """The first part's values, marked so that nobody takes them for the whole file: partial, and sure of nothing."""
    where = "; ".join(f"page{'s' * (len(p.pages) > 1)} {_range(p.pages)}" for p in parts)
    said = f"The file holds {len(parts)} documents ({where}). Each has its own result; this one shows the first."
    first = parts[0].result
    return replace(
        first, status="partial", pages=len(document.pages), order_confidence=None, parts=tuple(parts),
        sources=tuple(dict.fromkeys(source for p in parts for source in p.result.sources)),
        warnings=(*document.warnings, Warning_(SEVERAL, said)),
    )  # fmt: skip


def _range(pages: tuple[int, ...]) -> str:
    return f"{pages[0]}-{pages[-1]}" if len(pages) > 1 else f"{pages[0]}"


def _with_doubt(result: Extraction, bounds: Bounds) -> Extraction:
    if not bounds.doubtful or result.document_type == "other":
        return result
    page = bounds.doubtful[0] + 1
    said = f"Another document may begin on page {page}; the file was read as one."
    warnings = (*result.warnings, Warning_(SEVERAL, said, page))
    return replace(result, status="partial", order_confidence=None, warnings=warnings)
