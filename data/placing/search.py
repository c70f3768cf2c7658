"""The words of a document, to be searched for a value in all the ways it may be printed."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from data.fields import FIELDS
from data.rows import visual_rows
from data.schema import Box, Document
from data.tilt import straight
from data.values import dates, numbers, units
from data.values.habits import Habits, decide
from data.values.normalise import normalise

LONGEST = {"amount": 4, "number": 3, "date": 5, "currency": 2, "unit": 2, "email": 2}
"""Words of one row that may print one value of a kind."""
LEAST_INSIDE = 4
"""Characters of a code that may stand inside a longer word ("N°PO4711")."""
LOOSE = 0.8
"""Share of the characters of a text that must be found."""
DROP = 2.2
"""Largest step from one row of a text to the next, in line heights."""

Span = tuple[int, ...]
"""Positions of words in reading order."""


def compact(text: str) -> str:
    """Letters and digits alone, small."""
    return "".join(re.findall(r"\w", unicodedata.normalize("NFKC", text).casefold())).replace("_", "")


@dataclass
class Ink:
    """All words in reading order. Arrays are by position."""

    document: Document
    habits: Habits = field(init=False)
    page: list[int] = field(default_factory=list)
    """1-based."""
    index: list[int] = field(default_factory=list)
    """Index within the page's words."""
    row: list[int] = field(default_factory=list)
    """Visual row, counted over the document."""
    box: list[Box] = field(default_factory=list)
    """Of the page set straight."""
    text: list[str] = field(default_factory=list)
    short: list[str] = field(default_factory=list)
    rows: list[list[int]] = field(default_factory=list)
    _parsed: dict[str, dict[str, list[Span]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.habits = decide(self.document)
        for page in straight(self.document).pages:
            for row in visual_rows(page.words):
                self.rows.append(list(range(len(self.page), len(self.page) + len(row))))
                for k in row:
                    self.page.append(page.number)
                    self.index.append(k)
                    self.row.append(len(self.rows) - 1)
                    self.box.append(page.words[k].box)
                    self.text.append(page.words[k].text)
                    self.short.append(compact(page.words[k].text))

    def spans(self, name: str, value: str) -> list[Span]:
        """Every place that prints `value` as the qualified field `name`, smallest ones, in reading order."""
        kind = FIELDS[name].kind
        if kind in LONGEST:
            return self._typed(kind).get(_plain(kind, value), [])
        return list(self._texts(compact(value), whole=kind in ("id", "name") or name == "line.line_no"))

    def share(self, span: Span, value: str) -> float:
        """Share of the characters of a text that the words of a span hold."""
        return sum(len(self.short[k]) for k in span) / max(len(compact(value)), 1)

    def _typed(self, kind: str) -> dict[str, list[Span]]:
        if kind not in self._parsed:
            found: dict[str, list[Span]] = defaultdict(list)
            for span in self._windows(LONGEST[kind]):
                text = " ".join(self.text[k] for k in span)
                if kind in ("amount", "number", "date") and not any(c.isdigit() for c in text):
                    continue
                for value in _readings(kind, text, self.habits):
                    found[_plain(kind, value)].append(span)
            self._parsed[kind] = {value: _smallest(spans) for value, spans in found.items()}
        return self._parsed[kind]

    def _windows(self, longest: int) -> Iterator[Span]:
        for row in self.rows:
            for a in range(len(row)):
                for b in range(a + 1, min(a + longest, len(row)) + 1):
                    yield tuple(row[a:b])

    def _texts(self, wanted: str, *, whole: bool) -> Iterator[Span]:
        if not wanted:
            return
        for k, short in enumerate(self.short):
            if not short:
                continue
            if wanted.startswith(short):
                span, got = self._follow(k, wanted)
                if got == len(wanted) or (not whole and got >= LOOSE * len(wanted)):
                    yield span
            elif len(wanted) >= LEAST_INSIDE and wanted in short:
                yield (k,)

    def _follow(self, first: int, wanted: str) -> tuple[Span, int]:
        """The words from `first` on that spell `wanted`, over rows; and how many characters they hold."""
        span, at = [first], len(self.short[first])
        left, right = self.box[first].x0, self.box[first].x1
        while at < len(wanted):
            following = self._next(span[-1], wanted[at:], left, right)
            if following is None:
                break
            span.append(following)
            at += len(self.short[following])
            right = max(right, self.box[following].x1)
            left = min(left, self.box[following].x0)
        return tuple(span), at

    def _next(self, last: int, rest: str, left: float, right: float) -> int | None:
        row = self.row[last]
        for k in range(last + 1, min(last + 4, len(self.text))):
            if self.row[k] != row:
                break
            if self.short[k] and rest.startswith(self.short[k]):
                return k
            if self.short[k]:
                break
        height = max(self.box[last].height, 1.0)
        for lower in range(row + 1, min(row + 4, len(self.rows))):
            for k in self.rows[lower]:
                b = self.box[k]
                near = self.page[k] == self.page[last] and 0 < b.y0 - self.box[last].y0 < DROP * height * (lower - row)
                if near and self.short[k] and rest.startswith(self.short[k]) and b.x1 > left - height and b.x0 < right:
                    return k
        return None


def _readings(kind: str, text: str, habits: Habits) -> Iterable[str]:
    out = {normalise(kind, text, habits)}  # type: ignore[arg-type]
    if kind == "number":
        out.add(normalise("number", units.split_quantity(text)[0], habits))
        out |= set(numbers.candidates(text))
    elif kind == "amount":
        out |= set(numbers.candidates(text))
    elif kind == "date":
        out |= set(dates.candidates(text))
    elif kind == "unit":
        unit = units.split_quantity(text)[1]
        out |= {units.value(unit), unit} if unit else set()
    return {value for value in out if value}


PIECES = {"C62", "EA", "XPP", "NAR", "PCE"}
"""Codes that all print as "piece"."""


def _plain(kind: str, value: str) -> str:
    """A value in the one form in which it is looked up."""
    if kind in ("amount", "number"):
        try:
            return f"{Decimal(value).normalize():f}"
        except InvalidOperation:
            return value
    if kind == "unit":
        code = units.value(value) or value
        return "H87" if code in PIECES else code
    return value.casefold()


def _smallest(spans: list[Span]) -> list[Span]:
    """Spans that hold no other: "31/03/2020" alone, not with the caption before it."""
    known = set(spans)
    return [
        s for s in spans
        if not any(s[a:b] in known for a in range(len(s)) for b in range(a + 1, len(s) + 1) if b - a < len(s))
    ]  # fmt: skip
