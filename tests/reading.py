"""Reading documents with the shipped model, and comparing what came out with what was printed."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal
from functools import cache

import pytest

from data.errors import SetupError
from data.readers import read
from data.result import Extraction, Line, Value
from data.schema import Document
from models.extractor import Extractor, resolve
from tests.builders import Item


def _shipped() -> bool:
    try:
        resolve("default")
    except SetupError:
        return False
    return True


needs_model = pytest.mark.skipif(not _shipped(), reason="models/default holds no version yet: train and export one")


@cache
def extractor() -> Extractor:
    return Extractor.load()


@cache
def document(content: bytes, name: str = "order.pdf") -> Document:
    return read(content, name)


@cache
def extract(content: bytes, name: str = "order.pdf") -> Extraction:
    """The page of a document read with the shipped model."""
    return extractor().extract(document(content, name))


def of_kind(extraction: Extraction, *kinds: str) -> list[Line]:
    return [line for line in extraction.lines if line.kind in kinds]


def cell(line: Line, name: str) -> str | None:
    value = line.fields.get(name)
    return None if value is None else value.value


def number(text: str, decimal: str = ".") -> Decimal:
    """A printed number without groups."""
    return Decimal(re.sub(r"[^\d.-]", "", text.replace("," if decimal == "." else ".", "").replace(decimal, ".")))


def values(extraction: Extraction) -> Iterator[tuple[str, Value]]:
    """Every value of the result with its qualified name."""
    yield from extraction.fields.items()
    for line in extraction.lines:
        for name, value in line.fields.items():
            yield f"line.{name}", value


def words(text: str | None) -> list[str]:
    return re.findall(r"\w+", (text or "").casefold())


def mistakes(extraction: Extraction, rows: Sequence[Item], decimal: str = ".", *, texts: bool = False) -> list[str]:
    """Where the items read differ from the items printed: their count, quantity, price and amount; the words of their
    descriptions too where `texts`."""
    found = of_kind(extraction, "item")
    if len(found) != len(rows):
        said = [cell(line, "description") or cell(line, "quantity") or "?" for line in found]
        return [f"{len(rows)} items printed, {len(found)} read: {said}"]
    out = []
    for row, line in zip(rows, found, strict=True):
        for name, printed in (("quantity", row.quantity), ("unit_price", row.price), ("line_amount", row.amount)):
            got = cell(line, name)
            if got is None or Decimal(got) != number(printed, decimal):
                out.append(f"{row.position}: {name} {printed} read as {got}")
        if texts and words(cell(line, "description")) != words(" ".join(row.description)):
            out.append(f"{row.position}: description {row.description} read as {cell(line, 'description')}")
    return out
