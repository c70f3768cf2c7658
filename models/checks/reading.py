"""Numbers that the recogniser itself was unsure of: two readings of the picture differ, or one hardly holds."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from data.fields import FIELDS
from data.result import Check, Extraction, Value
from data.schema import Document, Word
from models.checks.page import holds

UNSURE = 0.5
"""Certainty of a word's least sure character below which a number made of it is doubtful. Of 1,004 amounts on scans one
lay below and was wrong; the 29 between it and 0.9 were right, for two readings agreed on them."""


def reading_checks(extraction: Extraction, document: Document) -> Iterator[Check]:
    """A failed check for each line, and one for the totals, whose numbers were recognised with doubt."""
    doubtful = {
        page.number: [w for w in page.words if w.confidence is not None and w.confidence < UNSURE and _is_number(w)]
        for page in document.pages
    }
    if not any(doubtful.values()):
        return
    if said := _doubts(extraction.fields, "", doubtful):
        yield Check("total_reading", False, said)
    for n, line in enumerate(extraction.lines):
        if said := _doubts(line.fields, "line.", doubtful):
            yield Check("line_reading", False, said, n)


def _doubts(fields: Mapping[str, Value], prefix: str, doubtful: dict[int, list[Word]]) -> str:
    """What is said about the numbers among `fields`; empty where all were read well."""
    found = []
    for name, value in fields.items():
        field = FIELDS[prefix + name]
        if field.kind in ("amount", "number") and (word := _among(value, doubtful)) is not None:
            found.append(
                f"{field.title} {value.text} is hard to read ({word.confidence or 0.0:.0%} sure of {word.text})"
            )
    return "; ".join(found)


def _is_number(word: Word) -> bool:
    return any(c.isdigit() for c in word.text)


def _among(value: Value, doubtful: dict[int, list[Word]]) -> Word | None:
    for place in value.boxes:
        for word in doubtful.get(place.page, ()):
            if holds(place.box, word.box):
                return word
    return None
