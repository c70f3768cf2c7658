"""The table of items: column widths, heads and rows."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal

from data.generate.blocks import Block, Put, W, line, wrap
from data.generate.cells import Cells
from data.generate.choose import between, pick, weighted
from data.generate.columns import NUMERIC, Cell, Column, TablePlan, caption_of
from data.generate.deal import Deal
from data.generate.drawing import Fill, Rule
from data.generate.fonts import Style
from data.generate.items import Item

OPTIONAL = ("batch", "project", "requisition", "cost_center", "stock_location", "packages", "drawing", "revision",
            "row_status", "country_of_origin", "customs_code", "weight", "gross", "tax_amount", "net_price", "gtin",
            "date", "tax", "supplier", "pos")  # fmt: skip
"""Columns that give way, first to last, when a table is too wide."""


@dataclass(slots=True)
class Row:
    """A part of the table that no page break splits."""

    block: Block
    start: bool = False
    """A page may begin here without splitting an item."""
    total: Decimal = Decimal(0)
    """Sum of the amounts up to and including this row, for carry-overs."""


@dataclass(slots=True)
class Grid:
    """Geometry and look shared by all rows of one table."""

    deal: Deal
    plan: TablePlan
    width: float
    style: Style
    lead: float
    pad: float
    columns: list[Column]
    look: str
    anchor: str
    """Where numbers stand beside a description of several lines: first, last, centre."""
    line_pad: float
    rows: list[Row] = field(default_factory=list)
    zebra: int = 0
    total: Decimal = Decimal(0)
    bold_names: bool = False
    number_sign: str = ""
    """What parts an article number from the name behind it."""
    comment_indent: bool = True
    comment_share: float = 0.9
    subs: list[str] = field(default_factory=list)
    sub_share: float = 1.0
    sub_joined: bool = False
    sub_chained: bool = False
    """All that hangs under an item stands in one run."""
    sub_columns: bool = False
    conditions: bool = False
    """Discounts stand between a gross and a net price, as pricing conditions."""
    surcharges: bool = False
    """What is inside the prices is shown under the items for information."""
    bars: bool = False
    """Upright strokes of the printer part the columns."""
    sub_indent: str = "text"
    sub_style: Style = field(init=False)
    schedule_form: str = "columns"

    def __post_init__(self) -> None:
        self.sub_style = self.style

    @property
    def tiers(self) -> int:
        """Rows of columns an item takes."""
        return 2 if self.plan.description == "tiers" else 1

    @property
    def line_height(self) -> float:
        return self.style.size * self.lead

    def column(self, *keys: str) -> Column | None:
        """The first column that holds one of `keys`."""
        return next((c for c in self.columns for k in keys if k in c.parts), None)

    @property
    def text_column(self) -> Column:
        """The column under which free text starts."""
        return self.column("description") or self.columns[min(1, len(self.columns) - 1)]


def make_grid(deal: Deal, plan: TablePlan, width: float) -> tuple[Grid, dict[int, list[Cell]]]:
    """Lay out columns for all items. Returns the grid and the filled cells of each item."""
    rng, design = deal.rng, deal.design
    look = deal.choose("table look", {"boxed": 0.22, "ruled": 0.2, "zebra": 0.08, "open": 0.24, "headrule": 0.2,
                                      "frame": 0.06}, ("dashed", "banded"))  # fmt: skip
    pad = between(rng, 1.5, 4.5)
    if design.body.font == "mono" and deal.maybe(0.35):
        look = "ascii"
        pad = max(pad, design.body.size * 0.62) if deal.maybe(0.4) else pad
    elif plan.description != "column" and look in ("boxed", "frame"):
        look = "ruled"
    anchor = weighted(rng, {"first": 0.82, "last": 0.06, "centre": 0.12})
    airy = between(rng, 0.5, 6) if rng.random() < 0.9 else between(rng, 6, 16)
    grid = Grid(deal, plan, width, design.body, design.lead, pad, [], look, anchor, airy)
    maker = Cells(deal, plan, design.body)
    grid.columns = [_column(deal, plan, parts, maker) for parts in plan.columns]
    cells = {id(i): [c.fill(i) for c in grid.columns] for i in deal.items}
    for _ in range(24):
        _natural(grid, cells)
        spare = min(_spare(grid, tier) for tier in range(grid.tiers))
        if spare >= 0:
            break
        need = width - spare
        scale = width / need
        if grid.style.size * scale >= max(4.8, design.body.size * 0.72):
            cells = _scaled(grid, cells, max(scale * 0.99, 0.72))
        elif not _drop(grid, cells):
            cells = _scaled(grid, cells, scale * 0.98)
    _place(grid)
    _habits(grid, cells)
    grid.bars = look == "ascii" and grid.pad > 0.3 * grid.style.size
    return grid, cells


def _habits(grid: Grid, cells: dict[int, list[Cell]]) -> None:
    """Draw the smaller habits of the table."""
    rng = grid.deal.rng
    grid.bold_names, grid.comment_indent = rng.random() < 0.12, rng.random() < 0.7
    grid.number_sign, grid.comment_share = pick(rng, ("", "", "-", ",", ":", "/")), between(rng, 0.6, 1.0)
    for k, column in enumerate(grid.columns):
        if column.align == "decimal":
            tails = []
            for filled in cells.values():
                for run in filled[k][:1]:
                    cut = max(run[0].text.rfind(","), run[0].text.rfind(".")) if run else 0
                    tails.append(
                        run[0].style.width(run[0].text[cut:]) if cut > 0 and len(run[0].text) - cut <= 5 else 0.0
                    )
            column.fraction = max(tails, default=0.0)


def _column(deal: Deal, plan: TablePlan, parts: tuple[str, ...], cells: Cells) -> Column:
    design = deal.design
    head = [_head_words(deal, p, design.caption) for p in parts]
    fills = [cells.of(p) for p in parts if p != "description"]
    numeric = parts[0] in NUMERIC
    align = weighted(deal.rng, {"right": 0.86, "centre": 0.06, "left": 0.04, "decimal": 0.04} if numeric else
                     {"left": 0.84, "centre": 0.1, "right": 0.06})  # fmt: skip
    tier = int(plan.description == "tiers" and (parts[0] in plan.upper) == plan.numbers_first)
    if parts == ("description",):
        return Column(parts, head, "left", lambda i: [], flexible=True, tier=tier)

    def fill(item: Item) -> Cell:
        return [run for f in fills for run in f(item)]

    return Column(parts, head, align, fill, tier=tier)


def _head_words(deal: Deal, key: str, style: Style) -> list[W]:
    text = caption_of(deal, key, None if deal.maybe(0.6) else 12)
    run = deal.label(text, style)
    money = key in ("price", "amount", "net_price", "gross")
    if money and deal.habit.currency_display == "head" and deal.maybe(0.7) and not any(w.field != "O" for w in run):
        deal.values["currency"] = deal.habit.currency
        sign = deal.money_sign()
        form = pick(deal.rng, ("({})", "{}", "[{}]", "in {}", "/ {}"))
        run += [W(t, style, deal.header("currency") if sign in t else "O") for t in form.format(sign).split()]
    return run


def _natural(grid: Grid, cells: dict[int, list[Cell]]) -> None:
    """Least sensible width of every column."""
    for k, column in enumerate(grid.columns):
        content = max((line(run).w for filled in cells.values() for run in filled[k]), default=0.0)
        if "amount" in column.parts or "price" in column.parts:
            money = [grid.deal.habit.money(c.amount) for c in grid.deal.charges]
            content = max([content, *(grid.style.width(m) for m in money)])
        head = 0.0
        for run in column.head:
            longest = max((w.style.width(w.text) for w in run), default=0.0)
            head = max(head, longest, min(line(run).w, max(content, line(run).w / 2.2)))
        column.width = max(content, head) + 2 * grid.pad
        if column.flexible:
            column.width = max(head + 2 * grid.pad, 0.22 * grid.width, 80.0)


def _spare(grid: Grid, tier: int) -> float:
    return grid.width - sum(c.width for c in grid.columns if c.tier == tier)


def _scaled(grid: Grid, cells: dict[int, list[Cell]], scale: float) -> dict[int, list[Cell]]:
    grid.style = grid.style.but(size=grid.style.size * scale)
    grid.pad *= max(scale, 0.8)

    def small(run: list[W]) -> list[W]:
        return [W(w.text, w.style.but(size=w.style.size * scale), w.field, w.occurrence) for w in run]

    for column in grid.columns:
        column.head = [small(run) for run in column.head]
    return {k: [[small(run) for run in cell] for cell in filled] for k, filled in cells.items()}


def _drop(grid: Grid, cells: dict[int, list[Cell]]) -> bool:
    """Give up the least important column; False when none may go."""
    for key in OPTIONAL:
        for k, column in enumerate(grid.columns):
            if column.parts == (key,):
                del grid.columns[k]
                for filled in cells.values():
                    del filled[k]
                grid.plan.columns.remove((key,))
                return True
    return False


def _place(grid: Grid) -> None:
    """Hand out what is left: to the description, or evenly."""
    for tier in range(grid.tiers):
        columns = [c for c in grid.columns if c.tier == tier]
        spare = max(0.0, _spare(grid, tier))
        flexible = [c for c in columns if c.flexible]
        share = between(grid.deal.rng, 0.5, 1.0) if flexible and grid.deal.maybe(0.5) else 1.0
        if grid.deal.maybe(0.07):
            share = between(grid.deal.rng, 0.0, 0.2)
        for column in flexible:
            column.width += spare * share / len(flexible)
        rest = spare * (1 - share) if flexible else spare
        x = between(grid.deal.rng, 0, rest * 0.5) if tier and not flexible else 0.0
        for column in columns:
            column.width += (rest - x) / len(columns)
        for column in columns:
            column.x = x
            x += column.width


def place(grid: Grid, out: Block, column: Column, run: list[W], y: float) -> None:
    """Put one line of a cell at height `y`."""
    if not run:
        return
    block = line(run, grid.lead)
    left, right = column.x + grid.pad, column.x + column.width - grid.pad
    if column.align == "right":
        x = right - block.w
    elif column.align == "centre":
        x = (left + right - block.w) / 2
    elif column.align == "decimal":
        text, size = run[0].text, run[0].style
        cut = max(text.rfind(","), text.rfind("."))
        tail = size.width(text[cut:]) if cut > 0 and len(text) - cut <= 5 else 0.0
        x = max(left, right - column.fraction - block.w + min(tail, column.fraction))
    else:
        x = left
    out.add(block, max(left - grid.pad + 0.3, x), y)


def verticals(grid: Grid, height: float) -> list[Rule]:
    """The lines between columns."""
    design = grid.deal.design
    xs = [0.0, *(c.x + c.width for c in grid.columns[:-1]), grid.width]
    return [Rule(x, 0, x, height, design.box, design.rule_gray) for x in xs]


def blank_rows(grid: Grid, height: float) -> Block:
    """Empty rows of a ruled form below the last item."""
    out, y = Block(grid.width), 0.0
    step = grid.line_height + 2 * grid.line_pad
    while y + step <= height:
        row = dress(grid, Block(grid.width, step), first=True, last=True)
        out.add(row, 0, y)
        y += step
    out.h = y
    return out


def dashes(grid: Grid, sign: str = "-") -> Block:
    """A rule made of characters, as old printers set it."""
    out = Block(grid.width, grid.line_height)
    count = int(grid.width / grid.style.width(sign)) - 1
    return out.add(line([W(sign * count, grid.style)], grid.lead), 0, 0)


def _strokes(grid: Grid, block: Block) -> None:
    """Put a "|" between the columns on the first text line, where it has room."""
    if not block.puts:
        return
    base = block.puts[0].base
    taken = [(p.x, p.x + p.style.width(p.text)) for p in block.puts if abs(p.base - base) < 2]
    role, number, wide = block.puts[0].role, block.puts[0].line, grid.style.width("|")
    for column in grid.columns[1:]:
        x = column.x - wide / 2
        if all(right < x or left > x + wide for left, right in taken):
            block.puts.append(Put(x, base, "|", grid.style, "O", 0, role, number))


def dress(grid: Grid, block: Block, *, first: bool, last: bool, free: bool = False) -> Block:
    """Rules and shades of one row; `free` rows (texts across columns) get no inner verticals."""
    design = grid.deal.design
    if grid.bars and not free and grid.tiers == 1:
        _strokes(grid, block)
    if grid.look == "zebra" and grid.zebra % 2:
        block.fills.insert(0, Fill(0, 0, grid.width, block.h, max(design.fill, 0.9)))
    if grid.look in ("boxed", "frame"):
        rules = verticals(grid, block.h)
        block.rules += [rules[0], rules[-1]] if free else rules
    if last and grid.look in ("boxed", "ruled", "dashed"):
        block.rules.append(Rule(0, block.h, grid.width, block.h, design.box * 0.7, design.rule_gray))
    if first and grid.look == "banded":
        block.fills.insert(0, Fill(0, 0, grid.width, grid.line_height, max(design.fill, 0.88)))
    return block


def wrapped(runs: list[list[W]], width: float) -> list[list[W]]:
    """Wrap several runs one after the other."""
    return [part for run in runs for part in wrap(run, width)]
