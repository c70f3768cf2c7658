"""Other values that a page prints for a field: everything of its kind, the nearest to where one would look first."""

from __future__ import annotations

import itertools
import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from data.result import Place
from data.rows import visual_rows
from data.schema import Document, Page, Word
from data.values import dates, units
from data.values.habits import Habits
from data.values.habits import decide as habits_of
from data.values.normalise import normalise
from data.values.text import without_accents

SPANS: Final = {"date": 3, "amount": 3, "number": 3, "id": 1, "currency": 1, "unit": 1, "email": 1}
"""Words that a value of a kind takes at most. Names, addresses and texts are picked on the page, not listed."""

NUMERIC: Final = frozenset({"amount", "number"})

_ROW: Final = 0.35
"""How much a point across counts against one down: what stands in the same row is likelier meant."""
_LONGEST: Final = 40
_ANY = re.compile(r".+")
_SHAPE: Final = {
    "id": re.compile(r"(?=.*[0-9])[^\W_][\w./\-#]{2,39}", re.ASCII),
    "amount": re.compile(r"[-+(]?[^\w\s]?[0-9][0-9 ']*(?:[.,][0-9 ']*)*[.,](?:[0-9]{1,4}|-{1,2})\)?-?"),
    "number": re.compile(r"-?(?:[0-9]{1,3}(?:[ .,'][0-9]{3})*|[0-9]{1,7})(?:[.,][0-9]{1,4})?-?%?"),
    "currency": re.compile(r"[A-Z]{3}|[^\w\s]"),
}
_GROUPS = re.compile(r"-?[0-9]{1,3}(?: [0-9]{3})+(?:[.,][0-9]{1,4})?")


@dataclass(frozen=True, slots=True)
class Found:
    """A value of some kind as printed, with its words' places."""

    value: str
    text: str
    places: tuple[Place, ...]

    @property
    def page(self) -> int:
        return self.places[0].page


class Finds:
    """What a document prints, by kind. Made once a page view; looks only at `pages` (all where None)."""

    def __init__(self, document: Document | None, pages: Sequence[int] | None = None) -> None:
        whole = document.pages if document is not None else ()
        self._pages = [page for page in whole if pages is None or page.number in pages]
        self._habits = habits_of(document) if document is not None else Habits()
        self._kinds: dict[str, list[Found]] = {}

    def of(self, kind: str) -> list[Found]:
        """Everything of a kind in reading order; empty for kinds that are not listed."""
        if kind not in self._kinds:
            span = SPANS.get(kind, 0)
            found = (f for page in self._pages for f in self._on(page, kind, span)) if span else ()
            self._kinds[kind] = list(found)
        return self._kinds[kind]

    def near(self, kind: str, place: Place | None, most: int) -> list[Found]:
        """The `most` nearest different values to `place`; in reading order where there is no place to start from."""
        found = self.of(kind)
        if place is not None:
            found = sorted(found, key=lambda f: _distance(f.places[0], place))
        seen: dict[str, Found] = {}
        for one in found:
            seen.setdefault(one.value, one)
        return list(seen.values())[:most]

    def _on(self, page: Page, kind: str, span: int) -> Iterator[Found]:
        for row in visual_rows(page.words):
            words = [page.words[i] for i in row]
            at = 0
            while at < len(words):
                found = self._at(words[at : at + span], kind, page.number)
                if found is not None:
                    yield found
                at += len(found.places) if found is not None else 1

    def _at(self, words: Sequence[Word], kind: str, page: int) -> Found | None:
        """The value that begins with the first word, of as few words as make one (of all that make one number)."""
        lengths = range(1, len(words) + 1)
        for n in reversed(lengths) if kind in NUMERIC else lengths:
            run = words[:n]
            if n > 1 and (_apart(run) or not self._together(kind, [w.text for w in run])):
                continue
            text = " ".join(w.text for w in run)
            value = self._read(kind, text.strip(" :;,()"))
            if value is not None:
                return Found(value, text, tuple(Place(page, w.box) for w in run))
        return None

    def _together(self, kind: str, texts: Sequence[str]) -> bool:
        if kind in NUMERIC:
            return _GROUPS.fullmatch(" ".join(texts)) is not None
        first = without_accents(texts[0]).strip(".,")
        begins = any(c.isdigit() for c in first) or first in dates.MONTHS
        return kind == "date" and begins and self._read(kind, texts[-1]) is None

    def _read(self, kind: str, bare: str) -> str | None:
        if len(bare) > _LONGEST or not _SHAPE.get(kind, _ANY).fullmatch(bare):
            return None
        if kind == "id":
            return bare if normalise("date", bare, self._habits) is None else None
        if kind == "unit":
            return units.code(bare)
        return normalise(kind, bare, self._habits)  # type: ignore[arg-type]


def _apart(words: Sequence[Word]) -> bool:
    """True where a gap wider than a space or two parts the words: they stand in different columns."""
    pairs = itertools.pairwise(words)
    return any(b.box.x0 - a.box.x1 > 0.8 * max(a.size, b.size) for a, b in pairs)


def _distance(a: Place, b: Place) -> float:
    if a.page != b.page:
        return 10_000.0 * abs(a.page - b.page)
    return math.hypot(_ROW * (a.box.cx - b.box.cx), a.box.cy - b.box.cy)
