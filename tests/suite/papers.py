"""The documents of the suite as they are drawn: orders of one letterhead, each with one difficulty."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.pdfgen.canvas import Canvas

from tests.builders import COLUMNS, Item, OrderPaper, items, total
from tests.reading import number

HEAD = {"order_number": "4500118", "order_date": "2026-03-31", "requested_delivery_date": "2026-04-15"}
"""What the letterhead prints where nothing else is asked for."""


@dataclass(frozen=True)
class Case:
    """A document and what is right. Fields and lines are gold values in the form of the contract's scorer."""

    id: str
    report: str
    """Number of the report in the conformance table, such as A01."""
    what: str
    """The difficulty, in a few words."""
    content: bytes = field(repr=False)
    fields: dict[str, str] = field(default_factory=dict)
    lines: list[dict[str, str]] | None = None
    """None where lines are not asked for."""
    absent: tuple[str, ...] = ()
    """Fields, lines' ones with `line.`, that are not printed: a value for them is invented."""
    suffix: str = ".pdf"

    def gold(self) -> dict[str, Any]:
        """The gold file: complete as to the fields in `absent`."""
        absent = [name for name in self.absent if not name.startswith("line.")]
        cells = [name.removeprefix("line.") for name in self.absent if name.startswith("line.")]
        gold: dict[str, Any] = {"id": self.id, "document_type": "order", "fields": self.fields,
                                "lines": self.lines or [], "complete": bool(self.absent),
                                "annotated": absent, "line_annotated": cells}  # fmt: skip
        return gold


def printed(rows: Sequence[Item], decimal: str = ".", *, texts: bool = False) -> list[dict[str, str]]:
    """Gold lines of items: the numbers; the descriptions too where `texts`."""
    out = []
    for row in rows:
        line = {"quantity": row.quantity, "unit_price": row.price, "line_amount": row.amount}
        line = {name: format(number(text, decimal), "f") for name, text in line.items() if text}
        out.append(line | ({"description": " ".join(row.description)} if texts else {}))
    return out


def sums(rows: Sequence[Item], decimal: str = ".", rate: int = 20) -> dict[str, str]:
    """Gold totals as `OrderPaper.totals` prints them."""
    net = total(rows, decimal)
    tax = (net * rate / 100).quantize(Decimal("0.01"))
    return {"total_net": str(net), "total_tax": str(tax), "total_gross": str(net + tax)}


Draw = Callable[[OrderPaper, Item, int], None]


def paper_of(
    rows: Sequence[Item], paper: OrderPaper | None = None, draw: Draw | None = None, *, totals: bool = True, **head: Any
) -> OrderPaper:
    """A paper with letterhead, items and totals; `draw` prints an item (with its number) in another way."""
    paper = paper or OrderPaper()
    paper.letterhead(**head)
    paper.head()
    for k, row in enumerate(rows):
        (draw or (lambda p, r, _: p.item(r)))(paper, row, k)
    if totals:
        paper.totals()
    else:
        paper.footer()
    return paper


def with_spaces(rows: Sequence[Item], group: str) -> list[Item]:
    """Items with prices of tens of thousands whose groups are set apart by `group`."""
    out = []
    for i, row in enumerate(rows):
        price, quantity = Decimal(42987 + 1111 * i) + Decimal("0.56"), 2 + i
        texts = [f"{v:,.2f}".replace(",", group) for v in (price, price * quantity)]
        out.append(replace(row, quantity=str(quantity), price=texts[0], amount=texts[1]))
    return out


def plain_numbers(rows: Sequence[Item], group: str) -> list[Item]:
    """The same without groups, for gold values."""
    return [replace(r, price=r.price.replace(group, ""), amount=r.amount.replace(group, "")) for r in rows]


class DoubledPaper(OrderPaper):
    """Fake bold: every text is printed twice, a hair apart."""

    def text(self, x: float, y: float, text: str, *, size: float = 9, bold: bool = False, right: bool = False) -> None:
        super().text(x, y, text, size=size, bold=bold, right=right)
        super().text(x + 0.3, y, text, size=size, bold=bold, right=right)


class LockedPaper(OrderPaper):
    """Encrypted against printing, open to everyone who reads."""

    def __init__(self) -> None:
        super().__init__()
        self._bytes = io.BytesIO()
        lock = StandardEncryption("", "own", canPrint=0, canCopy=0, strength=128)
        self.canvas = Canvas(self._bytes, pagesize=(self.width, self.height), encrypt=lock)


def without(*parts: str) -> tuple[Any, ...]:
    """The columns of the table but for some."""
    return tuple(c for c in COLUMNS if c.part not in parts)


def plain(count: int = 5, decimal: str = ".", lines: int = 1) -> list[Item]:
    return items(count, decimal=decimal, lines=lines)
