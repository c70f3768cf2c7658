"""Rows of the table: items with all that hangs on them, charges, sections, comments."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from data.fields import NO_FIELD
from data.generate.blocks import Block, W, line, wrap, words

from data.generate.columns import Cell
from data.generate.items import Charge, Item
from data.generate.plan import Deal
from data.generate.subrows import sub_rows
from data.generate.table import Grid, Row, dress, place, wrapped


def new_line(deal: Deal, kind: str, values: dict[str, str] | None = None) -> int:
    """Open the next line of the document; returns its index."""
    deal.lines.append({"kind": kind, "values": values or {}})
    return len(deal.lines) - 1


def description(grid: Grid, item: Item) -> list[list[W]]:
    """Runs of the description cell, article numbers inside it included."""
    deal, style, p = grid.deal, grid.style, item.product
    tag = lambda name: deal.header(f"line.{name}")  # noqa: E731
    bold = style.but(bold=True) if grid.bold_names else style
    name = words(p.name, bold, tag("description"))
    runs = [name]
    for number, where in grid.plan.stacked_numbers:
        text = {"buyer": p.buyer_no, "supplier": p.supplier_no, "gtin": p.gtin}[number]
        field = tag(number if number == "gtin" else f"{number}_article_no")
        value = words(text, style, field)
        if where == "first":
            runs.insert(0, value)
        elif where == "before":
            sign = [W(grid.number_sign, style)] if grid.number_sign else []
            runs[0] = [*value, *sign, *runs[0]]
        elif where == "bracket":
            runs[0] = [*words(f"[{text}]" if grid.number_sign != "-" else f"({text})", style, field), *runs[0]]
        elif where == "dash":
            runs[0] = [*runs[0], W("-", style), *value]
        elif where == "last":
            runs.append(value)
        else:
            key = "line.gtin" if number == "gtin" else f"line.{number}_article_no"
            runs.append([*deal.label(deal.caption(key) + (deal.design.colon or ":"), style), *value])
    if grid.plan.extra_lines:
        runs += [words(t, style, tag("description")) for t in p.extra_lines]
    return runs


def item_rows(grid: Grid, item: Item, cells: list[Cell]) -> list[Row]:
    """All rows of one item."""
    deal = grid.deal
    index = new_line(deal, "item", item.printed)
    runs = description(grid, item)
    column = grid.column("description")
    if column is not None:
        at = grid.columns.index(column)
        cells = [*cells[:at], wrapped(runs, column.width - 2 * grid.pad), *cells[at + 1 :]]
        blocks = _centred(grid, cells, index) if grid.anchor == "centre" else _anchored(grid, cells, index)
    else:
        numeric = _anchored(grid, cells, index)
        x = grid.text_column.x + grid.pad
        text = [_text_line(grid, run, x, "continuation", index) for run in wrapped(runs, grid.width * 0.9 - x)]
        if grid.plan.description == "above":
            for block in text:
                block.mark("lead", index)
            blocks = text + numeric
        else:
            blocks = numeric + text
    columns_only = len(blocks) if column is not None else 0
    blocks += sub_rows(grid, item, index)
    grid.total += item.amount
    grid.zebra += 1
    rows = []
    for k, block in enumerate(blocks):
        first, last = k == 0, k == len(blocks) - 1
        block = _padded(block, grid.line_pad if first else 0.0, grid.line_pad if last else 0.0)
        rows.append(Row(dress(grid, block, first=first, last=last, free=k >= columns_only), first, grid.total))
    rows += comment_rows(grid, item.comments)
    return rows


def _padded(block: Block, above: float, below: float) -> Block:
    if not above and not below:
        return block
    out = Block(block.w, block.h + above + below)
    return out.add(block, 0, above)


def _anchored(grid: Grid, cells: list[Cell], index: int) -> list[Block]:
    """One block a text line; numbers stand at the first or the last line of the description."""
    count = max((len(c) for c in cells), default=1) or 1
    numeric = 0
    starts = [0] * len(cells)
    if grid.anchor == "last" and grid.column("description") is not None:
        at = grid.columns.index(grid.column("description"))  # type: ignore[arg-type]
        depth = max((len(c) for k, c in enumerate(cells) if k != at), default=1)
        numeric = max(0, len(cells[at]) - depth)
        starts = [0 if k == at else numeric for k in range(len(cells))]
        count = max(len(c) + s for c, s in zip(cells, starts, strict=True))
    out = []
    for k in range(count):
        block = Block(grid.width, grid.line_height)
        for column, cell, start in zip(grid.columns, cells, starts, strict=True):
            if 0 <= k - start < len(cell):
                place(grid, block, column, cell[k - start], 0.0, grid.fraction.get(column.x, 0.0))
        out.append(block.mark("lead" if k < numeric else "item" if k == numeric else "continuation", index))
    return out


def _centred(grid: Grid, cells: list[Cell], index: int) -> list[Block]:
    """One block: every cell centred on the height of the tallest."""
    count = max((len(c) for c in cells), default=1) or 1
    height = count * grid.line_height
    out = Block(grid.width, height)
    for column, cell in zip(grid.columns, cells, strict=True):
        top = (height - len(cell) * grid.line_height) / 2
        for k, run in enumerate(cell):
            part = Block()
            y = top + k * grid.line_height
            place(grid, part, column, run, y, grid.fraction.get(column.x, 0.0))
            middle = y + grid.line_height / 2
            role = "item"
            if column.flexible and len(cell) > 1 and abs(middle - height / 2) > grid.line_height * 0.45:
                role = "lead" if middle < height / 2 else "continuation"
            out.add(part.mark(role, index), 0, 0)
    return [out]


def _text_line(grid: Grid, run: list[W], x: float, role: str, index: int) -> Block:
    block = Block(grid.width, grid.line_height)
    return block.add(line(run, grid.lead), x, 0).mark(role, index)


def comment_rows(grid: Grid, comments: tuple[str, ...]) -> list[Row]:
    """Free remarks under or between items; each is a line of its own kind."""
    rows = []
    for text in comments:
        index = new_line(grid.deal, "comment")
        style = grid.style.but(italic=True) if grid.deal.maybe(0.3) else grid.style
        x = (grid.text_column.x if grid.comment_indent else grid.columns[0].x) + grid.pad
        for part in wrap(words(text, style), (grid.width - x) * grid.comment_share):
            block = _text_line(grid, part, x, "comment", index)
            rows.append(Row(dress(grid, block, first=False, last=False, free=True), False, grid.total))
    return rows


def charge_row(grid: Grid, charge: Charge, number: str) -> Row:
    """A charge or discount of the whole order as a row of the table."""
    deal, style = grid.deal, grid.style
    kind = "discount" if charge.key == "discount" else "charge"
    values: dict[str, Any] = {"line_amount": f"{charge.amount:f}", "quantity": "1", "unit_price": f"{charge.amount:f}",
                              "tax_rate": f"{charge.tax:f}", "line_no": number.rstrip(".")}  # fmt: skip
    index = new_line(deal, kind, values)
    block = Block(grid.width, grid.line_height)
    tag = lambda name: deal.header(f"line.{name}")  # noqa: E731
    text = deal.caption(charge.key)
    if charge.percent is not None:
        text += f" {deal.habit.percent(charge.percent)}"
    x = grid.text_column.x + grid.pad
    room = (grid.text_column.width if grid.column("description") else grid.width * 0.4) - 2 * grid.pad
    name = wrap(words(text, style, tag("description")), room)
    full = deal.maybe(0.35) and charge.amount > 0
    for column in grid.columns:
        part = column.parts[0]
        if part == "pos" and number:
            place(grid, block, column, words(number, style, tag("line_no")), 0)
        elif "amount" in column.parts:
            place(grid, block, column, words(deal.habit.amount(charge.amount), style, tag("line_amount")), 0)
        elif full and part == "quantity":
            place(grid, block, column, words(deal.habit.quantity(Decimal(1)), style, tag("quantity")), 0)
        elif full and part == "price":
            place(grid, block, column, words(deal.habit.price(charge.amount), style, tag("unit_price")), 0)
        elif full and part == "tax":
            place(grid, block, column, words(deal.habit.percent(charge.tax), style, tag("tax_rate")), 0)
    for k, run in enumerate(name):
        block.add(line(run, grid.lead), x, k * grid.line_height)
    block.h = max(1, len(name)) * grid.line_height
    grid.total += charge.amount
    grid.zebra += 1
    block = _padded(block.mark(kind, index), grid.line_pad, grid.line_pad)
    return Row(dress(grid, block, first=True, last=True, free=grid.column("description") is None), True, grid.total)


def section_row(grid: Grid, text: str) -> Row:
    """A heading over a group of items."""
    index = new_line(grid.deal, "section")
    style = grid.style.but(bold=True) if grid.deal.maybe(0.75) else grid.style
    x = (grid.text_column.x if grid.deal.maybe(0.5) else grid.columns[0].x) + grid.pad
    run = wrap(words(text, style), grid.width - x)[0]
    block = _padded(_text_line(grid, run, x, "section", index), grid.line_pad + 1, grid.line_pad)
    return Row(dress(grid, block, first=False, last=True, free=True), True, grid.total)


def subtotal_row(grid: Grid, key: str, amount: Decimal, *, counted: bool = True) -> Row:
    """A subtotal or carry-over; a carry-over is no line (`counted` False)."""
    deal, style = grid.deal, grid.style.but(bold=grid.deal.maybe(0.5))
    index = new_line(deal, "subtotal") if counted else -1
    block = Block(grid.width, grid.line_height)
    column = grid.column("amount") or grid.columns[-1]
    value = words(deal.habit.amount(amount), style)
    place(grid, block, column, value, 0)
    caption = line(deal.label(deal.caption(key), style), grid.lead)
    left = max(0.0, column.x - caption.w - 10) if deal.maybe(0.5) else grid.text_column.x + grid.pad
    if left + caption.w < column.x:
        block.add(caption, left, 0)
    block = _padded(block.mark("subtotal", index), grid.line_pad, grid.line_pad)
    return Row(dress(grid, block, first=False, last=True, free=True), False, grid.total)


