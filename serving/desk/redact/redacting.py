"""Reads a document, decides what goes, makes the copy, and looks at the finished pictures once more."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from data.errors import DocumentError, OrdermillError
from data.schema import Page
from serving.desk.redact.covering import boxes_of, covered, learn
from serving.desk.redact.drawing import fill, jpeg, pdf_of, picture_of
from serving.desk.redact.terms import Terms, cleaned, gather
from serving.pipeline import Pipeline


@dataclass(frozen=True)
class Redacted:
    """The copy. `pdf` is None where the document has no pages (XML alone): its result is all that can be shared."""

    pdf: bytes | None
    result: dict[str, Any]
    counts: dict[str, int]
    """How many different strings of each kind were removed."""
    found_late: int
    """Places that only the second look at the finished pictures found (logos drawn as lines, words in pictures)."""


class NotRedacted(OrdermillError):
    """The copy would still hold something: it is not handed out."""

    code = "not_redacted"


def redact(
    content: bytes, name: str, pipeline: Pipeline, *, also: Sequence[str] = (), second_look: bool = True
) -> Redacted:
    """A copy of the document that may be shared.

    Args:
        also: strings that go as well, wherever they stand (a person's name that nothing tells).
        second_look: read the finished pictures by OCR and blacken what is still to be read in them.

    Raises:
        DocumentError: it cannot be read or drawn.
        NotRedacted: something would be left.
    """
    extraction, document = pipeline.extract(content, name)
    if extraction.error is not None:
        raise DocumentError(extraction.error.message, hint=extraction.error.hint, code=extraction.error.code)
    raw, pages = extraction.to_dict(candidates=True), () if document is None else document.pages
    read = [raw]
    if pages and document is not None and document.attachments:
        # What the embedded XML says stands in for what the page prints, which may name others.
        read.append(pipeline.extract(content, name, embedded=False)[0].to_dict(candidates=True))
    terms = Terms()
    for text in also:
        terms.add("name", text)
    for one in read:
        gather(one, terms)
    for page in pages:
        learn(page, terms, boxes_of(read, page.number)[1])
    pdf, late = (None, 0) if not pages else _pages(content, pages, read, terms, pipeline if second_look else None)
    key = hashlib.sha256(content).hexdigest()
    result = cleaned(raw, terms) | {
        "file": f"{key[:12]}.redacted.pdf", "sha256": hashlib.sha256(pdf).hexdigest() if pdf is not None else "",
    }  # fmt: skip
    left = terms.left_in(json.dumps(result, ensure_ascii=False))
    if left:
        raise NotRedacted(f"{len(left)} strings would be left in the result.", hint="Nothing was written. Report this.")
    return Redacted(pdf, result, terms.counts, late)


def _pages(
    content: bytes, pages: Sequence[Page], read: Sequence[dict[str, Any]], terms: Terms, reader: Pipeline | None
) -> tuple[bytes, int]:
    """The new PDF, and how many places the second look found."""
    pictures, sizes, late = [], [], 0
    for page in pages:
        picture = picture_of(content, page)
        own, table = boxes_of(read, page.number)
        fill(picture, covered(page, terms, own, table), page)
        if reader is not None:
            seen = reader.reader(jpeg(picture), "page.jpg")
            for again in seen.pages[:1]:
                scaled = (again.width / page.width, again.height / page.height)
                kept = [type(b)(b.x0 * scaled[0], b.y0 * scaled[1], b.x1 * scaled[0], b.y1 * scaled[1]) for b in table]
                more = covered(again, terms, (), kept) if not again.angle else []
                fill(picture, more, again)
                late += len(more)
        pictures.append(jpeg(picture))
        sizes.append((page.width, page.height))
    return pdf_of(pictures, sizes), late
