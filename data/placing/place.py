"""Right values to tags of words, with a mark of quality for each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any, Literal

from data.fields import FIELDS, HEADER
from data.labels import LabelledDocument, Tag
from data.placing.lines import LinePlace, find_lines
from data.placing.search import Ink, Span, compact
from data.placing.truth import Given, Truth
from data.result import Place
from data.schema import Document

Quality = Literal["pointed", "only", "chosen", "loose", "none"]
"""pointed: a box was given and prints the value; only: one place prints it; chosen: one of several; loose: most words
of a text; none: not placed, the value alone is known."""
INSIDE = 1.0
"""Points by which the middle of a word may lie outside of a box that was pointed at."""


@dataclass(frozen=True, slots=True)
class Mark:
    """Where one value was placed: `words` are (page index, word index); empty for quality `none`."""

    name: str
    """Qualified."""
    line: int | None
    value: str
    quality: Quality
    words: tuple[tuple[int, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Placed:
    """A document with its labels and what they are worth."""

    labelled: LabelledDocument
    marks: tuple[Mark, ...]
    unknown: frozenset[tuple[int, int]] = field(repr=False)
    """Words (page index, word index) of rows between lines of which nothing is known: a heading, a remark."""

    @property
    def share(self) -> float:
        """Share of the values that were placed; 1.0 where there are none."""
        return sum(m.quality != "none" for m in self.marks) / len(self.marks) if self.marks else 1.0

    def counts(self) -> dict[str, int]:
        """How many values have each quality."""
        out = dict.fromkeys(("pointed", "only", "chosen", "loose", "none"), 0)
        for mark in self.marks:
            out[mark.quality] += 1
        return out


def place(document: Document, truth: Truth) -> Placed:
    """The document with tags for the words that print `truth`."""
    ink = Ink(document)
    lines = find_lines(ink, truth.lines)
    tags = [Tag() for _ in ink.text]
    unknown = _table(ink, lines, truth, tags)
    marks = [m for k, line in enumerate(lines) for m in _line_marks(ink, k, line, truth, tags)]
    marks += _header(ink, truth, lines, tags)
    out = [[Tag()] * len(p.words) for p in document.pages]
    numbers = [p.number for p in document.pages]
    at = {n: k for k, n in enumerate(numbers)}
    for k, tag in enumerate(tags):
        out[at[ink.page[k]]][ink.index[k]] = tag
    labelled = LabelledDocument(document, tuple(tuple(page) for page in out), _gold(truth))
    return Placed(labelled, tuple(marks), frozenset((at[ink.page[k]], ink.index[k]) for k in unknown))


def _table(ink: Ink, lines: list[LinePlace], truth: Truth, tags: list[Tag]) -> set[int]:
    """Give the rows of the lines their roles; the words of rows between them that nothing is known of."""
    role: dict[int, tuple[str, int]] = {}
    for k, line in enumerate(lines):
        if line.main < 0:
            continue
        kind = truth.lines[k].kind
        for span in line.cells.values():
            for row in {ink.row[w] for w in span}:
                other = "lead" if row < line.main else "continuation"
                role.setdefault(row, (kind if kind != "item" else other, k))
        role[line.main] = (kind, k)
    for row, (name, k) in role.items():
        for w in ink.rows[row]:
            tags[w] = Tag(role=name, line=k)
    if not role:
        return set()
    return {w for row in range(min(role), max(role) + 1) if row not in role for w in ink.rows[row]}


def _line_marks(ink: Ink, k: int, line: LinePlace, truth: Truth, tags: list[Tag]) -> Iterable[Mark]:
    for name, given in truth.lines[k].fields.items():
        span = line.cells.get(name, ())
        for w in span:
            tags[w] = Tag(f"line.{name}", tags[w].role, k)
        joint = name == "unit" and not span and line.choices.get(name)
        quality = _quality(ink, given, span, line.choices.get(name, 0)) if not joint else "only"
        yield Mark(f"line.{name}", k, given.value, quality, _where(ink, line.cells["quantity"] if joint else span))


def _quality(ink: Ink, given: Given, span: Span, choices: int) -> Quality:
    if not span:
        return "none"
    if given.boxes and set(span) & set(_inside(ink, given.boxes)):
        return "pointed"
    if ink.share(span, given.value) < 1 and len(span) > 1 and _is_text(ink, span, given):
        return "loose"
    return "only" if choices == 1 else "chosen"


def _is_text(ink: Ink, span: Span, given: Given) -> bool:
    return sum(len(ink.short[k]) for k in span) > 12 and any(c.isalpha() for c in given.value)


def _header(ink: Ink, truth: Truth, lines: list[LinePlace], tags: list[Tag]) -> list[Mark]:
    """Tag the header fields, those with fewest places first."""
    order = {f.name: k for k, f in enumerate(HEADER)}
    found = {n: ink.spans(n, g.value) for n, g in truth.fields.items() if n in order}
    marks = []
    chosen: dict[str, Span] = {}
    rows = [line.main for line in lines if line.main >= 0]
    for name in sorted(found, key=lambda n: (not truth.fields[n].boxes, n.endswith(".name"), len(found[n]), order[n])):
        given = truth.fields[name]
        free = [s for s in found[name] if all(tags[w].field == "O" for w in s)]
        span = _pick(ink, name, given, free, chosen, rows)
        if span:
            chosen[name] = span
            # a code of some length that is printed again is the same one
            again = free if FIELDS[name].kind == "id" and len(given.value) > 3 else [span]
            for s in [span, *again]:
                for w in s:
                    tags[w] = Tag(name, tags[w].role, tags[w].line)
        marks.append(Mark(name, None, given.value, _quality(ink, given, span, len(free)), _where(ink, span)))
    _again(ink, truth, found, tags)
    return sorted(marks, key=lambda m: order[m.name])


def _again(ink: Ink, truth: Truth, found: dict[str, list[Span]], tags: list[Tag]) -> None:
    """Tag what a document prints again: its currency beside every amount, a party's name where it is nobody else's."""
    names = [compact(g.value) for n, g in truth.fields.items() if n.endswith(".name")]
    for name, spans in found.items():
        value = compact(truth.fields[name].value)
        mine = name == "currency" or (name.endswith(".name") and names.count(value) == 1 and len(value) > 5)
        for span in spans if mine else ():
            if all(tags[w].field == "O" for w in span):
                for w in span:
                    tags[w] = Tag(name, tags[w].role, tags[w].line)


def _pick(
    ink: Ink, name: str, given: Given, free: list[Span], chosen: dict[str, Span], rows: list[int]
) -> Span:  # fmt: skip
    if not free:
        return ()
    pointed = set(_inside(ink, given.boxes))
    if pointed:
        best = max(free, key=lambda s: len(set(s) & pointed))
        if set(best) & pointed:
            return best
    if name.startswith("total_"):
        after = [s for s in free if not rows or ink.row[s[0]] > rows[-1]] or free
        return after[-1]
    party, _, part = name.partition(".")
    if part == "name" and f"{party}.address" in chosen:
        home = ink.box[chosen[f"{party}.address"][0]]
        page = ink.page[chosen[f"{party}.address"][0]]
        return min(free, key=lambda s: (ink.page[s[0]] != page, abs(ink.box[s[0]].cx - home.cx) / 3
                                        + abs(ink.box[s[0]].cy - home.cy)))  # fmt: skip
    if not rows:
        return free[0]
    return min(free, key=lambda s: (rows[0] <= ink.row[s[0]] <= rows[-1], ink.row[s[0]]))


def _inside(ink: Ink, boxes: tuple[Place, ...]) -> list[int]:
    """Words whose middle lies in one of `boxes` (of the page as displayed)."""
    out = []
    pages = {p.number: p for p in ink.document.pages}
    for k in range(len(ink.text)):
        box = pages[ink.page[k]].words[ink.index[k]].box
        if any(
            b.page == ink.page[k]
            and b.box.x0 - INSIDE <= box.cx <= b.box.x1 + INSIDE
            and b.box.y0 - INSIDE <= box.cy <= b.box.y1 + INSIDE
            for b in boxes
        ):
            out.append(k)
    return out


def _where(ink: Ink, span: Span) -> tuple[tuple[int, int], ...]:
    at = {p.number: k for k, p in enumerate(ink.document.pages)}
    return tuple((at[ink.page[k]], ink.index[k]) for k in span)


def _gold(truth: Truth) -> dict[str, Any]:
    return {
        "document_type": truth.document_type, "complete": truth.known is None,
        "fields": {n: g.value for n, g in truth.fields.items()},
        "lines": [{n: g.value for n, g in line.fields.items()} for line in truth.lines],
        "kinds": [line.kind for line in truth.lines],
    }  # fmt: skip
