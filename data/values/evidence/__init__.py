"""What a document shows about its decimal sign and its order of dates, as weighted votes with a reason each."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from data.rows import visual_rows
from data.schema import Document, Word

Row = tuple[str, ...]
"""Texts of a visual row, left to right, with torn numbers put together."""


@dataclass(frozen=True, slots=True)
class Vote:
    """One sign of a habit. `choice` is empty where the text is open and only shows that a decision is needed."""

    choice: str
    weight: float
    why: str
    ambiguous: bool = False
    weak: bool = False
    """Counts only where it agrees with what is usual in the document's language."""


_HEAD_OF_GROUP = re.compile(r"^[-+(€$£]?[0-9]{1,3}(?: [0-9]{3})*$")
_NEXT_GROUP = re.compile(r"^[0-9]{3}(?:[.,][0-9]+)?[)-]?$")
_TORN_HEAD = re.compile(r"^[-+(€$£]?[0-9][0-9.,']*[.,]$")
_TORN_TAIL = re.compile(r"^[0-9]{2,6}[)-]?$")


def rows_of(document: Document) -> tuple[Row, ...]:
    """The texts of the visual rows of all pages."""
    return tuple(
        tuple(" ".join(page.words[i].text for i in part) for part in joined(page.words, row))
        for page in document.pages
        for row in visual_rows(page.words)
    )


def joined(words: Sequence[Word], row: Sequence[int]) -> list[list[int]]:
    """Indices of `row` in groups that print one text: a number with grouping spaces, or torn behind its decimal sign
    by OCR ("40." + "00"). Only a gap narrower than a space between columns is bridged."""
    groups: list[list[int]] = []
    head = ""
    for i in row:
        text = words[i].text
        if groups and text[:1].isdigit() and head[-1:] in "0123456789.,":
            last = words[groups[-1][-1]]
            near = words[i].box.x0 - last.box.x1 < 0.35 * max(last.size, 1.0)
            grouped = _NEXT_GROUP.match(text) and _HEAD_OF_GROUP.match(head)
            if near and (grouped or (_TORN_TAIL.match(text) and _TORN_HEAD.match(head))):
                groups[-1].append(i)
                head = f"{head} {text}"
                continue
        groups.append([i])
        head = text
    return groups
