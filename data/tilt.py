"""Pages that lay askew on the scanner: words set straight for reading, places of values put back onto the page.

A `Document` holds words where the displayed page shows them, also on a tilted scan. Rows and columns are found in a
copy that is turned about the middle of each page until its lines are level; what is reported lies on the page again.
"""

from __future__ import annotations

import math
from dataclasses import replace

from data.result import Extraction, Line, Place, Value
from data.schema import Box, Document, Page

LEAST = 0.1
"""Degrees below which a page is level: one point on the width of A4, less than the error of a box."""


def tilted(document: Document) -> bool:
    """True when a page has to be set straight."""
    return any(_slants(page) for page in document.pages)


def straight(document: Document) -> Document:
    """The document with the words of tilted pages as they would stand on a level page; the same object if none is."""
    if not tilted(document):
        return document
    return replace(document, pages=tuple(_straight(page) if _slants(page) else page for page in document.pages))


def shown(extraction: Extraction, document: Document) -> Extraction:
    """What was read from `straight(document)`, with all places where the pages of `document` show them."""
    pages = {page.number: page for page in document.pages if _slants(page)}
    if not pages:
        return extraction

    def put_back(value: Value) -> Value:
        if not any(place.page in pages for place in value.boxes):
            return value
        boxes = [Place(p.page, hull(p.box, pages[p.page])) if p.page in pages else p for p in value.boxes]
        return replace(value, boxes=tuple(boxes))

    fields = {name: put_back(value) for name, value in extraction.fields.items()}
    lines = tuple(Line(n.kind, n.page, {k: put_back(v) for k, v in n.fields.items()}) for n in extraction.lines)
    parts = tuple(replace(part, result=shown(part.result, document)) for part in extraction.parts)
    return replace(extraction, fields=fields, lines=lines, parts=parts)


def hull(box: Box, page: Page) -> Box:
    """The upright rectangle around a level box turned by the tilt of `page`, cut at its edges."""
    angle = math.radians(page.tilt)
    x, y = _turned(box.cx, box.cy, page, angle)
    wide = abs(box.width * math.cos(angle)) + abs(box.height * math.sin(angle))
    high = abs(box.width * math.sin(angle)) + abs(box.height * math.cos(angle))
    return Box(
        max(x - wide / 2, 0.0), max(y - high / 2, 0.0), min(x + wide / 2, page.width), min(y + high / 2, page.height)
    )


def _slants(page: Page) -> bool:
    return abs(page.tilt) >= LEAST and bool(page.words)


def _straight(page: Page) -> Page:
    angle = math.radians(-page.tilt)
    words = []
    for word in page.words:
        box = word.box
        x, y = _turned(box.cx, box.cy, page, angle)
        wide, high = box.width / 2, box.height / 2
        words.append(replace(word, box=Box(x - wide, y - high, x + wide, y + high)))
    return replace(page, words=tuple(words), tilt=0.0)


def _turned(x: float, y: float, page: Page, angle: float) -> tuple[float, float]:
    """A point after turning the page clockwise about its middle."""
    cx, cy = page.width / 2, page.height / 2
    x, y = x - cx, y - cy
    return cx + x * math.cos(angle) - y * math.sin(angle), cy + x * math.sin(angle) + y * math.cos(angle)
