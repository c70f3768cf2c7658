"""Rows of the table: items with all that hangs on them, charges, sections, comments."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from data.generate.blocks import Block, W, line, words, wrap
from data.generate.choose import pick
from data.generate.columns import Cell
from data.generate.deal import Deal
from data.generate.items import Charge, Item
from data.generate.remarks import long_text
from data.generate.subrows import sub_rows
from data.generate.table import Grid, Row, dress, place, wrapped
from data.generate.wording import TOTAL


def new_line(deal: Deal, kind: str, values: dict[str, str] | None = None) -> int:
    """Open the next line of the document; returns its index."""
    deal.lines.append({"kind": kind, "values": values or {}})
    return len(deal.lines) - 1


def description(grid: Grid, item: Item) -> list[list[W]]:
    """Runs of the description cell, article numbers inside it included."""
    deal, style, p = grid.deal, grid.style, item.product
    tag = deal.cell
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
            run = [*deal.label(deal.caption(key) + (deal.design.colon or ":"), style), *value]
            if where == "chained":
                runs[-1] = [*runs[-1], *run]
            else:
                runs.insert(0 if where == "ahead" else len(runs), run)
    if grid.plan.extra_lines:
        runs += [words(t, style, tag("description")) for t in p.extra_lines]
    if deal.rng.random() < grid.plan.long_text:
        texts = long_text(deal, p.family)
        runs += [words(t, style, tag("description")) for t in texts]
    return runs


def item_rows(grid: Grid, item: Item, cells: list[Cell]) -> list[Row]:
    """All rows of one item."""
    deal = grid.deal
    index = new_line(deal, "item", item.printed)
    deal.lines[index]["unit_inside"] = grid.plan.unit == "glued"
    runs = description(grid, item)
    column = grid.column("description")
    if column is not None:
        at = grid.columns.index(column)
        cells = [*cells[:at], wrapped(runs, column.width - 2 * grid.pad), *cells[at + 1 :]]
        if grid.tiers == 2:
            blocks = _tiered(grid, cells, index)
        else:
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


def _tiered(grid: Grid, cells: list[Cell], index: int) -> list[Block]:
    """Two rows of columns: the one with the quantity is the item's row, the other leads or follows it."""
    out: list[Block] = []
    numeric = grid.column("quantity")
    for tier in range(2):
        mine = [(c, cell) for c, cell in zip(grid.columns, cells, strict=True) if c.tier == tier]
        inside = any(c is numeric for c, _ in mine)
        for k in range(max((len(cell) for _, cell in mine), default=0)):
            block = Block(grid.width, grid.line_height)
            for column, cell in mine:
                if k < len(cell):
                    place(grid, block, column, cell[k], 0.0)
            role = "item" if inside and k == 0 else "continuation" if inside or tier else "lead"
            out.append(block.mark(role, index))
    return [b for b in out if b]


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
                place(grid, block, column, cell[k - start], 0.0)
        out.append(block.mark("lead" if k < numeric else "item" if k == numeric else "continuation", index))
    return out


def _centred(grid: Grid, cells: list[Cell], index: int) -> list[Block]:
    """One block: every cell centred on the height of the tallest. The line of the quantity is the item's row."""
    step = grid.line_height
    height = max(1, *(len(c) for c in cells)) * step
    tops = [(height - len(cell) * step) / 2 for cell in cells]
    level = height / 2
    for column, top in zip(grid.columns, tops, strict=True):
        if "quantity" in column.parts:
            level = top + column.parts.index("quantity") * step
    out = Block(grid.width, height)
    for column, cell, top in zip(grid.columns, cells, tops, strict=True):
        for k, run in enumerate(cell):
            part, y = Block(), top + k * step
            place(grid, part, column, run, y)
            role = "item" if abs(y - level) < 0.45 * step else "lead" if y < level else "continuation"
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
    tag = deal.cell
    text = deal.caption(charge.key)
    if charge.percent is not None:
        text += f" {deal.habit.percent(charge.percent)}"
    x = grid.text_column.x + grid.pad
    apart = grid.column("description") is None or grid.tiers == 2
    amount = grid.column("amount") or grid.columns[-1]
    room = (amount.x - x if apart and amount.x > x + 60 else grid.text_column.width - grid.pad) - grid.pad
    name = wrap(words(text, style, tag("description")), room)
    full = deal.maybe(0.35) and charge.amount > 0 and not apart
    level = amount.tier
    right = x + max((line(run).w for run in name), default=0.0)
    cells: dict[str, list[W]] = {
        "amount": deal.money(charge.amount, style, tag("line_amount"), bare=not grid.plan.currency_in_cells)
    }
    if number:
        cells["pos"] = words(number, style, tag("line_no"))
    if full:
        cells |= {"quantity": words(deal.habit.quantity(Decimal(1)), style, tag("quantity")),
                  "price": words(deal.habit.price(charge.amount), style, tag("unit_price")),
                  "tax": words(deal.habit.percent(charge.tax), style, tag("tax_rate"))}  # fmt: skip
    for column in grid.columns:
        key = "amount" if "amount" in column.parts else column.parts[0]
        aside = column.x + column.width <= x + 1 or column.x >= right - 1
        if column.tier == level and key in cells and (aside or key == "amount"):
            place(grid, block, column, cells[key], 0)
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


def totals_row(grid: Grid) -> Row | None:
    """The totals of the document as the table's last row, each under the column that it sums; None if one is too wide
    for its column."""
    deal, sums = grid.deal, grid.deal.sums
    style = grid.style.but(bold=deal.maybe(0.6))
    block = Block(grid.width, grid.line_height)
    for part, name, amount in (("amount", "total_net", sums.net), ("tax_amount", "total_tax", sums.tax),
                               ("gross", "total_gross", sums.gross)):  # fmt: skip
        column = grid.column(part)
        if column is None:
            continue
        run = words(deal.habit.amount(amount), style, deal.header(name), deal.occurrence())
        if line(run).w > column.width - grid.pad:
            return None
        place(grid, block, column, run, 0)
    first = grid.text_column
    caption = line(words(pick(deal.rng, TOTAL[deal.lang]), style), grid.lead)
    if deal.maybe(0.7) and caption.w < first.width:
        block.add(caption, first.x + grid.pad, 0)
    block = _padded(block, grid.line_pad + 1, grid.line_pad)
    return Row(dress(grid, block, first=True, last=True, free=True), False, grid.total)


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
