"""Small documents of tagged words in code, row by row, and what decoding makes of them with a faultless network."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from data.fields import FIELDS, NO_FIELD
from data.labels import LabelledDocument, Tag
from data.result import Extraction, Line
from data.schema import Document, Page, Word
from models.decode.assemble import assemble
from tests.oracle import oracle
from tests.sheets import ROW_HEIGHT, words_of

Cell = tuple[float, str] | tuple[float, str, str]
"""Left edge, text (one or several words), field: a header field, or a line field without its prefix."""


@dataclass(frozen=True)
class Row:
    """A visual row: its cells, its role in the table, the line it belongs to (-1: none)."""

    cells: tuple[Cell, ...]
    role: str = "other"
    line: int = -1


def row(*cells: Cell | str, role: str = "other", line: int = -1) -> Row:
    """A row; a cell given as text starts at the left margin and is no field."""
    return Row(tuple((50.0, cell) if isinstance(cell, str) else cell for cell in cells), role, line)


def item(line: int, *cells: Cell, role: str = "item") -> Row:
    """A row of an item."""
    return row(*cells, role=role, line=line)


def total(caption: str, amount: str, field: str = NO_FIELD) -> Row:
    """Caption and amount of a total."""
    return row((300.0, caption), (500.0, amount, field))


def document(*pages: Sequence[Row], kind: str = "order") -> LabelledDocument:
    """A document of pages of rows, rows evenly spaced from the top."""
    made, tags = [], []
    for number, rows in enumerate(pages, 1):
        words: list[Word] = []
        truth: list[Tag] = []
        for n, one in enumerate(rows):
            for x, text, *field in one.cells:
                printed = words_of(60 + n * ROW_HEIGHT, [(x, text)])
                words += printed
                truth += [Tag(_qualified(field[0]) if field else NO_FIELD, one.role, one.line)] * len(printed)
        made.append(Page(number, 595.0, 842.0, tuple(words)))
        tags.append(tuple(truth))
    gold = {"document_type": kind, "fields": {}, "lines": []}
    return LabelledDocument(Document("tagged.pdf", "0" * 64, tuple(made)), tuple(tags), gold)


def _qualified(field: str) -> str:
    return field if field in FIELDS or field == NO_FIELD else f"line.{field}"


def read(*pages: Sequence[Row], kind: str = "order") -> Extraction:
    """What is made of the pages when every word is tagged right."""
    return assemble(oracle(document(*pages, kind=kind)))


def fields(*rows: Row) -> dict[str, str]:
    """Header values of a page of rows."""
    return {name: value.value for name, value in read(rows).fields.items()}


def lines(*pages: Sequence[Row]) -> list[dict[str, str]]:
    """Values of the lines, each with its `kind`."""
    return [cells(line) for line in read(*pages).lines]


def cells(line: Line) -> dict[str, str]:
    return {"kind": line.kind} | {name: value.value for name, value in line.fields.items()}
