"""Small documents of words in code, and readings of them, for tests of values and checks."""

from __future__ import annotations

from collections.abc import Sequence

from data.result import Extraction, Line, Place, Value
from data.schema import Box, Document, Page, Word

ROW_HEIGHT = 14.0
SIZE = 10.0
CHAR = 5.0
"""Points of width that one character takes."""

Cell = tuple[float, str]
"""Left edge in points and text; a text of several words becomes several words."""


def words_of(y: float, cells: Sequence[Cell]) -> list[Word]:
    """Words of one row whose top is `y`."""
    out = []
    for x, text in cells:
        for token in text.split(" "):
            width = CHAR * max(len(token), 1)
            if token:
                out.append(Word(token, Box(x, y, x + width, y + SIZE), SIZE))
            x += width + 0.28 * SIZE
    return out


def page(rows: Sequence[Sequence[Cell] | str], number: int = 1, top: float = 60.0) -> Page:
    """A page of rows; a row given as text starts at the left margin."""
    words: list[Word] = []
    for n, row in enumerate(rows):
        cells = [(50.0, row)] if isinstance(row, str) else row
        words += words_of(top + n * ROW_HEIGHT, cells)
    return Page(number, 595.0, 842.0, tuple(words))


def document(*pages: Page | Sequence[Sequence[Cell] | str]) -> Document:
    """A document of pages, or of rows for each page."""
    made = [p if isinstance(p, Page) else page(p, n) for n, p in enumerate(pages, 1)]
    return Document("order.pdf", "0" * 64, tuple(made))


def find(doc: Document, text: str, nth: int = 0) -> Place:
    """The place where `text` (one word or several side by side) is printed for the `nth` time."""
    wanted = text.split(" ")
    seen = 0
    for p in doc.pages:
        for i in range(len(p.words) - len(wanted) + 1):
            if [w.text for w in p.words[i : i + len(wanted)]] == wanted:
                if seen == nth:
                    box = p.words[i].box
                    for word in p.words[i + 1 : i + len(wanted)]:
                        box = box.union(word.box)
                    return Place(p.number, box)
                seen += 1
    raise AssertionError(f"{text!r} is not printed {nth + 1} times")


def value(doc: Document, text: str, read: str | None = None, nth: int = 0) -> Value:
    """A value printed as `text` and read as `read` (the same when not given)."""
    return Value(text if read is None else read, text, boxes=(find(doc, text, nth),))


def reading(
    doc: Document, fields: dict[str, Value] | None = None, lines: Sequence[dict[str, Value] | Line] = ()
) -> Extraction:
    """An extraction of `doc`; a line given as a dictionary is an item on the page of its first value."""
    made = [
        line if isinstance(line, Line) else Line("item", next(iter(line.values())).boxes[0].page, line)
        for line in lines
    ]
    return Extraction(doc.file, doc.sha256, pages=len(doc.pages), fields=fields or {}, lines=tuple(made))
