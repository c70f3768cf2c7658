"""Which places of a page go: under the boxes of personal values, by form or caption, and where one is named again."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from data.rows import visual_rows
from data.schema import Box, Page, Word
from serving.desk.redact.patterns import spans
from serving.desk.redact.terms import Terms, personal

_WORD = re.compile(r"[^\W_]+")
MARGIN = 1.5
"""Points added around a word: letters reach beyond the box that a font states."""


def learn(page: Page, terms: Terms, table: Iterable[Box] = ()) -> None:
    """Add what is personal on a page by its form or its caption."""
    for _, kind, text in _found(page, table):
        terms.add(kind, text)


def covered(page: Page, terms: Terms, values: Iterable[Box] = (), table: Iterable[Box] = ()) -> list[Box]:
    """Boxes of the page to be filled.

    Args:
        values: boxes of personal values of this page.
        table: boxes of values of order lines, within which a number before a word is no postal code.
    """
    taken: set[int] = set()
    for box in values:
        taken |= {n for n, word in enumerate(page.words) if _inside(word.box, box)}
    for numbers, _, _ in _found(page, table):
        taken |= set(numbers)
    for row in visual_rows(page.words):
        taken |= set(_again(page.words, row, terms))
    boxes = [*values, *(page.words[n].box for n in sorted(taken))]
    return [Box(b.x0 - MARGIN, b.y0 - MARGIN, b.x1 + MARGIN, b.y1 + MARGIN) for b in boxes]


def boxes_of(results: Iterable[dict[str, Any]], page: int) -> tuple[list[Box], list[Box]]:
    """(boxes of personal values, boxes of values of lines) of results on a page, 1-based; their parts included."""
    own: list[Box] = []
    table: list[Box] = []
    for result in results:
        for name, field in (result.get("fields") or {}).items():
            if personal(name) is not None:
                own += _boxes(field, page)
        for line in result.get("lines") or ():
            for field in line["fields"].values():
                table += _boxes(field, page)
        more = boxes_of((part.get("result", part) for part in result.get("parts") or ()), page)
        own, table = own + more[0], table + more[1]
    return own, table


def _boxes(field: dict[str, Any], page: int) -> Iterator[Box]:
    return (Box(b["x0"], b["y0"], b["x1"], b["y1"]) for b in field["boxes"] if b["page"] == page)


def _found(page: Page, table: Iterable[Box]) -> Iterator[tuple[list[int], str, str]]:
    """(words, kind, text) of every span on the page."""
    kept = list(table)
    for row in visual_rows(page.words):
        text, starts = "", []
        for number in row:
            starts.append(len(text))
            text += page.words[number].text + " "
        for span in spans(text):
            hit = [n for n, at in zip(row, starts, strict=True)
                   if at < span.end and at + len(page.words[n].text) > span.start]  # fmt: skip
            in_table = any(_inside(page.words[n].box, box) for n in hit for box in kept)
            if hit and not (span.kind == "address" and in_table):
                yield hit, span.kind, text[span.start : span.end].strip()


def _again(words: tuple[Word, ...], row: list[int], terms: Terms) -> Iterator[int]:
    """Words of a row that name once more what goes."""
    parts = [(n, part.casefold()) for n in row for part in _WORD.findall(words[n].text)]
    plain = [part for _, part in parts]
    for phrase in terms.phrases:
        for at in range(len(plain) - len(phrase) + 1):
            if plain[at : at + len(phrase)] == phrase:
                yield from (n for n, _ in parts[at : at + len(phrase)])
    tokens = terms.tokens
    yield from (n for n, part in parts if part in tokens)
    digits = [(n, c) for n in row for c in words[n].text if c.isdigit()]
    line = "".join(c for _, c in digits)
    for number in terms.digits:
        at = line.find(number)
        while at >= 0:
            yield from (n for n, _ in digits[at : at + len(number)])
            at = line.find(number, at + 1)


def _inside(word: Box, box: Box) -> bool:
    """More than a third of the word lies in the box."""
    width, height = min(word.x1, box.x1) - max(word.x0, box.x0), min(word.y1, box.y1) - max(word.y0, box.y0)
    return width > 0 and height > 0 and 3 * width * height > word.width * word.height
