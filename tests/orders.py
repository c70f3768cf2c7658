"""A small order in code, printed and read, whose reading can be spoilt for tests of checks."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from data.result import Extraction, Line, Place, Value
from data.schema import Document
from tests.sheets import Cell, document, reading, words_of

COLUMNS = {"line_no": 50.0, "buyer_article_no": 90.0, "quantity": 280.0, "unit_price": 350.0, "line_amount": 450.0}
TITLES: list[Cell] = [(50.0, "Pos"), (90.0, "Article"), (280.0, "Qty"), (350.0, "Price"), (450.0, "Amount")]
PRICE = Decimal("2.50")


@dataclass(frozen=True)
class Order:
    """The document, and the lines and totals as a faultless reader would return them."""

    document: Document
    lines: tuple[Line, ...]
    fields: dict[str, Value]

    def read(self, lines: Sequence[Line] | None = None, **fields: Value | None) -> Extraction:
        """The extraction; `lines` replaces the lines, a keyword replaces (or, as None, removes) a field."""
        kept = {**self.fields, **{k.replace("__", "."): v for k, v in fields.items()}}
        return reading(
            self.document,
            {name: v for name, v in kept.items() if v is not None},
            self.lines if lines is None else lines,
        )


def order(
    items: int = 5,
    *,
    step: int = 10,
    per_page: int = 20,
    head: Sequence[str] = ("PURCHASE ORDER 4711",),
    foot: Sequence[Sequence[Cell] | str] = (),
    total: bool = True,
    titles: Sequence[Cell] = TITLES,
    extra: Sequence[Cell] = (),
) -> Order:
    """An order of `items` lines at 2.50, with its total under the last one and `foot` below that.

    Args:
        step: distance of the printed positions.
        per_page: items on a page; the table goes on on the next one under repeated titles.
        extra: cells printed in every item row beside the known columns.
    """
    pages: list[list[Sequence[Cell] | str]] = []
    wanted: list[tuple[int, int, list[tuple[str, float, str]]]] = []
    for n in range(items):
        if n % per_page == 0:
            pages.append([*head, titles] if not pages else [titles])
        quantity = n + 2
        texts = (str((n + 1) * step), f"A-{n + 1}", str(quantity), f"{PRICE}", f"{quantity * PRICE:.2f}")
        cells = list(zip(COLUMNS, COLUMNS.values(), texts, strict=True))
        wanted.append((len(pages), len(pages[-1]), cells))
        pages[-1].append([*((x, text) for _, x, text in cells), *extra])
    net = sum(((n + 2) * PRICE for n in range(items)), Decimal(0))
    if total:
        pages[-1].append([(350.0, "Total"), (450.0, f"{net:.2f}")])
    total_row = len(pages[-1]) - 1
    pages[-1] += foot
    doc = document(*pages)
    lines = tuple(
        Line("item", page, {name: _cell(page, row, x, text) for name, x, text in cells}) for page, row, cells in wanted
    )
    fields = {"total_net": _cell(len(pages), total_row, 450.0, f"{net:.2f}")} if total else {}
    return Order(doc, lines, fields)


def _cell(page: int, row: int, x: float, text: str) -> Value:
    box = words_of(60.0 + 14.0 * row, [(x, text)])[0].box
    return Value(text, text, boxes=(Place(page, box),))
