"""Small orders drawn with reportlab, for tests of what a reader makes of a page. Coordinates start at the top left."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from reportlab.pdfgen.canvas import Canvas

_PRODUCTS = (
    "Hex bolt DIN 933", "Washer DIN 125", "Ball bearing 6204", "Cable gland M20", "Safety gloves nitrile", "Hose clamp",
    "Copper pipe 22 mm", "Paint roller wide", "Copy paper A4", "LED panel 600", "Drill bit HSS", "Socket wrench set",
)  # fmt: skip


@dataclass(frozen=True)
class Item:
    """An item as it is printed."""

    position: str
    article: str
    description: tuple[str, ...]
    """Printed lines of the description."""
    quantity: str
    unit: str
    price: str
    amount: str
    date: str = ""


def money(value: Decimal, decimal: str = ".") -> str:
    """Two decimals, groups of three: 1,234.50, or 1.234,50 where the decimal sign is a comma."""
    text = f"{value:,.2f}"
    return text if decimal == "." else text.translate(str.maketrans(",.", ".,"))


def items(count: int, *, step: int = 10, decimal: str = ".", lines: int = 1) -> list[Item]:
    """`count` items whose amounts are quantity times price; `lines` printed lines of description each."""
    out = []
    for i in range(count):
        quantity, price = Decimal(2 + 7 * i % 45), Decimal(135 + 377 * i % 9000) / 100
        name = _PRODUCTS[i % len(_PRODUCTS)]
        more = (f"zinc plated, type {chr(65 + i % 26)}", "stainless steel A2", "length 40 mm")[: lines - 1]
        out.append(
            Item(str(step * (i + 1)), f"{70000 + 137 * i}", (f"{name} No {i + 1}", *more), str(quantity), "pcs",
                 money(price, decimal), money(quantity * price, decimal))
        )  # fmt: skip
    return out


def total(rows: Iterable[Item], decimal: str = ".") -> Decimal:
    """Sum of the printed amounts."""
    group = "," if decimal == "." else "."
    return sum((Decimal(r.amount.replace(group, "").replace(decimal, ".")) for r in rows), Decimal(0))


class Paper:
    """A PDF being drawn."""

    def __init__(self, width: float = 595, height: float = 842) -> None:
        self.width, self.height = width, height
        self._bytes = io.BytesIO()
        self.canvas = Canvas(self._bytes, pagesize=(width, height), invariant=1)
        self.page = 1

    def text(self, x: float, y: float, text: str, *, size: float = 9, bold: bool = False, right: bool = False) -> None:
        """Print `text` with its baseline at `y`; `x` is its right edge where `right`."""
        self.canvas.setFont("Helvetica-Bold" if bold else "Helvetica", size)
        (self.canvas.drawRightString if right else self.canvas.drawString)(x, self.height - y, text)

    def rule(self, x0: float, y0: float, x1: float, y1: float, width: float = 0.5) -> None:
        self.canvas.setLineWidth(width)
        self.canvas.line(x0, self.height - y0, x1, self.height - y1)

    def new_page(self) -> None:
        self.canvas.showPage()
        self.page += 1

    def pdf(self) -> bytes:
        self.canvas.save()
        return self._bytes.getvalue()


@dataclass(frozen=True)
class Column:
    """A column of the table: which part of an item it prints, its title in one or several lines, its edge."""

    part: str
    title: tuple[str, ...]
    x: float
    right: bool = False


COLUMNS = (
    Column("position", ("Pos.",), 50),
    Column("article", ("Item no.",), 85),
    Column("description", ("Description",), 150),
    Column("quantity", ("Qty",), 375, right=True),
    Column("unit", ("Unit",), 385),
    Column("price", ("Unit price",), 470, right=True),
    Column("amount", ("Amount",), 545, right=True),
)
DATED = (*COLUMNS[:3], Column("date", ("Delivery",), 290), *COLUMNS[3:])


class OrderPaper(Paper):
    """An order that flows over pages: letterhead, table, totals, page footers."""

    top, bottom = 70.0, 770.0

    def __init__(
        self, columns: Sequence[Column] = COLUMNS, *, leading: float = 13, gap: float = 5, repeat_head: bool = True,
        carry: bool = False, rules: bool = True, decimal: str = ".", currency: str = "EUR", height: float = 842,
    ) -> None:  # fmt: skip
        super().__init__(height=height)
        self.columns, self.leading, self.gap = columns, leading, gap
        self.repeat_head, self.carry, self.rules = repeat_head, carry, rules
        self.decimal, self.currency = decimal, currency
        self.bottom = height - 72
        self.y = self.top
        self.rows: list[Item] = []

    def letterhead(
        self, number: str = "4500118", date: str = "31 March 2026", delivery: str = "15 April 2026", *,
        title: str = "PURCHASE ORDER", supplier: str = "Supplier:",
        labels: tuple[str, str, str, str] = ("Order number:", "Order date:", "Delivery date:", "Currency:"),
    ) -> None:  # fmt: skip
        """Buyer, supplier and the order's data; an empty value leaves its line out."""
        self.text(50, 50, "Baltic Yard Ltd", size=14, bold=True)
        self.text(50, 64, "5 Harbour Road, Gdansk GD1 4XY")
        self.text(50, 100, supplier, bold=True)
        self.text(50, 113, "Nordic Fasteners GmbH")
        self.text(50, 126, "Hafenstrasse 7, 20457 Hamburg, Germany")
        self.text(330, 100, title, size=13, bold=True)
        printed = zip(labels, (number, date, delivery, self.currency), strict=True)
        for i, (label, value) in enumerate((label, value) for label, value in printed if value):
            self.text(330, 118 + 13 * i, label, bold=True)
            self.text(420, 118 + 13 * i, value)
        self.y = 200.0

    def head(self) -> None:
        """Titles of the columns, bottom line last."""
        deep = max(len(c.title) for c in self.columns)
        for column in self.columns:
            for i, line in enumerate(column.title):
                self.text(column.x, self.y + 11 * i, line, size=8.5, bold=True, right=column.right)
        self.y += 11 * deep - 6
        if self.rules:
            self.rule(48, self.y, 547, self.y)
        self.y += 15

    def break_page(self) -> None:
        """End the page: carry-over, footer, and on the next page the head again."""
        if self.carry:
            self.text(300, self.y + 4, "Carried forward")
            self.text(545, self.y + 4, money(total(self.rows, self.decimal), self.decimal), right=True)
        self.footer()
        self.new_page()
        self.y = self.top
        if self.repeat_head:
            self.head()
        if self.carry:
            self.text(300, self.y, "Brought forward")
            self.text(545, self.y, money(total(self.rows, self.decimal), self.decimal), right=True)
            self.y += 18

    def footer(self) -> None:
        self.text(50, self.height - 35, "Baltic Yard Ltd - registered in Gdansk 0000123456 - VAT PL5260001246", size=7)
        self.text(545, self.height - 35, f"Page {self.page}", size=7, right=True)

    def item(self, item: Item, *, numbers_on: int = 0, split_at: int | None = None) -> None:
        """Print an item; `numbers_on` is the printed line that holds the numbers, `split_at` the line of the
        description from which on it stands on the next page."""
        deep = len(item.description)
        if split_at is None and self.y + self.leading * (deep - 1) > self.bottom:
            self.break_page()
        self._numbers(item, self.y + self.leading * numbers_on)
        self.rows.append(item)
        x = next(c.x for c in self.columns if c.part == "description")
        for i, line in enumerate(item.description):
            if i == split_at:
                self.break_page()
            self.text(x, self.y, line)
            self.y += self.leading
        self.y += self.gap

    def _numbers(self, item: Item, y: float) -> None:
        for column in self.columns:
            if column.part != "description":
                self.text(column.x, y, getattr(item, column.part), right=column.right)

    def section(self, text: str) -> None:
        self.text(50, self.y, text, bold=True)
        self.y += self.leading + self.gap

    def note(self, text: str) -> None:
        self.text(150, self.y, text)
        self.y += self.leading + self.gap

    def charge(self, text: str, amount: str) -> None:
        self.text(150, self.y, text)
        self.text(545, self.y, amount, right=True)
        self.rows.append(replace(items(1)[0], amount=amount))
        self.y += self.leading + self.gap

    def totals(self, rate: int = 20, extra: str = "") -> None:
        """Net, tax and gross of all that was printed; `extra` is one more line above them."""
        net = total(self.rows, self.decimal)
        tax = (net * rate / 100).quantize(Decimal("0.01"))
        if self.y + 70 > self.bottom:
            self.break_page()
        self.y += 8
        if extra:
            self.text(50, self.y, extra)
        gross = f"Total {self.currency}".strip()
        for label, value in (("Total net", net), (f"VAT {rate}%", tax), (gross, net + tax)):
            self.text(385, self.y, label, bold=True)
            self.text(545, self.y, money(value, self.decimal), bold=True, right=True)
            self.y += 15
        self.footer()


def order(rows: Sequence[Item], paper: OrderPaper | None = None, *, numbers_on: int = 0, extra: str = "") -> bytes:
    """A whole order of `rows`."""
    paper = paper or OrderPaper()
    paper.letterhead()
    paper.head()
    for row in rows:
        paper.item(row, numbers_on=numbers_on)
    paper.totals(extra=extra)
    return paper.pdf()
