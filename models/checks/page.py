"""What stands on the pages, indexed once for all checks: visual rows with their numbers, and who owns which word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from data.result import Extraction, Place, Value
from data.rows import visual_rows
from data.schema import Box, Document, Word
from data.values import numbers
from data.values.habits import Habits

_NUMBER_START = re.compile(r"[-+(]?[0-9]|[.,][0-9]|[^\w\s]{1,2}[0-9]|[A-Z€$£¥]{1,3}[0-9]")


@dataclass(frozen=True, slots=True)
class Printed:
    """A number on the page."""

    value: Decimal
    text: str
    box: Box


@dataclass(frozen=True)
class Row:
    """One visual row of one page."""

    page: int
    words: tuple[Word, ...]
    owners: frozenset[int]
    """Indices of the extraction's lines that own a word of this row."""
    in_field: bool
    """True when a header field owns a word of this row."""
    roles: frozenset[str]
    """Roles the model gave the words, empty when it gave none."""
    habits: Habits

    @cached_property
    def box(self) -> Box:
        box = self.words[0].box
        for word in self.words[1:]:
            box = box.union(word.box)
        return box

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def numbers(self) -> tuple[Printed, ...]:
        """Numbers of the row, read by the document's habits; "12szt." and "1 234,50" count as one each."""
        return tuple(_numbers(self.words, self.habits))


@dataclass(frozen=True)
class Pages:
    """All rows of a document."""

    rows: tuple[Row, ...]

    def of(self, page: int) -> list[Row]:
        return [row for row in self.rows if row.page == page]


_GROUP_HEAD = re.compile(r"^[-+(€$£]{0,2}[0-9]{1,3}$")
_GROUP_NEXT = re.compile(r"^[0-9]{3}(?:[.,][0-9]+)?[)-]?$")


def _numbers(words: tuple[Word, ...], habits: Habits) -> Iterable[Printed]:
    i = 0
    while i < len(words):
        text, box = words[i].text, words[i].box
        if not _NUMBER_START.match(text):
            i += 1
            continue
        j = i + 1
        if _GROUP_HEAD.match(text):
            while j < len(words) and _GROUP_NEXT.match(words[j].text) and _near(words[j - 1], words[j]):
                text, box = f"{text} {words[j].text}", box.union(words[j].box)
                j += 1
        value = numbers.parse(text, habits.decimal)
        if value is not None:
            yield Printed(Decimal(value), text, box)
        i = j


def _near(left: Word, right: Word) -> bool:
    return right.box.x0 - left.box.x1 < 0.35 * max(left.size, 1.0)


def index(
    extraction: Extraction, document: Document, habits: Habits, row_roles: tuple[tuple[str, ...], ...] | None
) -> Pages:
    """Rows of all pages. `row_roles[p][w]` is the role of word `w` of page `p`, as `data.fields.ROLES` names them."""
    line_places = [
        (n, place) for n, line in enumerate(extraction.lines) for v in line.fields.values() for place in v.boxes
    ]
    field_places = [place for value in extraction.fields.values() for place in value.boxes]
    rows: list[Row] = []
    for p, page in enumerate(document.pages):
        mine = [(n, place.box) for n, place in line_places if place.page == page.number]
        heads = [place.box for place in field_places if place.page == page.number]
        for group in visual_rows(page.words):
            words = tuple(page.words[w] for w in group)
            y0, y1 = min(w.box.y0 for w in words), max(w.box.y1 for w in words)
            near = [(n, box) for n, box in mine if box.y0 <= y1 and box.y1 >= y0]
            close = [box for box in heads if box.y0 <= y1 and box.y1 >= y0]
            owners = frozenset(n for n, box in near if any(holds(box, w.box) for w in words))
            in_field = any(holds(box, w.box) for box in close for w in words)
            roles = frozenset(row_roles[p][w] for w in group) if row_roles else frozenset()
            rows.append(Row(page.number, words, owners, in_field, roles, habits))
    return Pages(tuple(rows))


def holds(outer: Box, inner: Box) -> bool:
    """True when the middle of `inner` lies in `outer`."""
    return outer.x0 - 0.1 <= inner.cx <= outer.x1 + 0.1 and outer.y0 - 0.1 <= inner.cy <= outer.y1 + 0.1


def first_place(value: Value | None) -> Place | None:
    """Where a value begins, None when it is absent or has no place."""
    return value.boxes[0] if value is not None and value.boxes else None
