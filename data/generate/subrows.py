"""What hangs under an item: article numbers, dates, schedules, customs codes, discounts."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from data.fields import NO_FIELD
from data.generate.blocks import Block, W, line, para, words, wrap
from data.generate.cells import percent
from data.generate.choose import pick
from data.generate.deal import Deal
from data.generate.items import Item, rounded
from data.generate.remarks import attributes, item_text
from data.generate.table import Grid
from data.generate.wording import GROSS

KINDS = ("supplier", "buyer", "gtin", "customs_code", "country_of_origin", "drawing", "weight", "date", "batch",
         "requisition", "cost_center", "contract", "tax", "project", "revision", "text", "text",
         "attributes", "object_ref", "quote_number")  # fmt: skip
RICH = (*KINDS, "org_unit", "warehouse", "serial", "net_weight", "previous_document", "tender", "your_reference")
"""For documents that print all they know of an item."""


def plan_subrows(deal: Deal, grid: Grid) -> None:
    """Decide once for the document what hangs under its items and how it is set."""
    rng, keys = deal.rng, grid.plan.keys
    grid.subs = []
    rich = rng.random() < 0.06
    if rich or rng.random() < 0.4:
        kinds = rng.sample(RICH, rng.randint(5, 10)) if rich else rng.sample(KINDS, pick(rng, (1, 1, 2, 2, 3, 4)))
        for kind in kinds:
            own = "buyer" if deal.outgoing else "supplier"
            stacked = {n for n, _ in grid.plan.stacked_numbers}
            if kind in keys or kind in stacked or (kind == own and "lone" in keys):
                continue
            if kind == "tax" and deal.tax_mode != "shown":
                continue
            grid.subs.append(kind)
    grid.sub_share = 1.0 if rng.random() < 0.7 else rng.uniform(0.3, 0.9)
    grid.sub_joined = rng.random() < 0.3
    grid.sub_chained = rng.random() < (0.5 if rich else 0.04)
    grid.sub_columns = rng.random() < 0.15
    grid.conditions = rng.random() < 0.25
    grid.surcharges = rng.random() < 0.05
    grid.sub_indent = pick(rng, ("text", "text", "text", "left", "deep"))
    grid.schedule_form = pick(rng, ("columns", "sentence", "columns", "list"))
    grid.sub_style = grid.style if rng.random() < 0.7 else grid.style.but(size=grid.style.size * 0.88)


def _captioned(deal: Deal, key: str, value: Sequence[W], style_of: Grid) -> list[W]:
    style = style_of.sub_style
    text = deal.caption(key)
    sign = deal.design.colon or pick(deal.rng, (":", ":", ""))
    return [*deal.label(text + sign, style), *value]


def _run(grid: Grid, item: Item, kind: str) -> list[W]:
    deal, p, style = grid.deal, item.product, grid.sub_style
    tag = deal.cell
    if kind in ("supplier", "buyer"):
        number = p.supplier_no if kind == "supplier" else p.buyer_no
        return _captioned(deal, f"line.{kind}_article_no", words(number, style, tag(f"{kind}_article_no")), grid)
    if kind == "gtin":
        return _captioned(deal, "line.gtin", words(p.gtin, style, tag("gtin")), grid)
    if kind == "date":
        return _captioned(
            deal, "line.delivery_date", words(deal.habit.date(item.day), style, tag("delivery_date")), grid
        )
    if kind == "tax":
        return _captioned(deal, "line.tax_rate", percent(deal, item.tax, style, tag("tax_rate")), grid)
    if kind == "weight":
        weight = round(p.weight * item.quantity, 3)
        return _captioned(deal, "weight", words(f"{deal.habit.quantity(weight)} kg", style), grid)
    if kind == "attributes":
        return attributes(deal, style)
    if kind == "text":
        return item_text(deal, style)
    if kind == "contract":
        text = f"{deal.numbers['contract_number']} / {item.number or 10}"
        return _captioned(deal, "contract_number", words(text, style), grid)
    known = {"customs_code": p.customs_code, "country_of_origin": p.origin}
    text = known.get(kind, "")
    if not text:
        text = reference(
            deal, {"drawing": 6, "batch": 7, "requisition": 8, "cost_center": 4, "revision": 1}.get(kind, 5)
        )
    return _captioned(deal, kind, words(text, style), grid)


def reference(deal: Deal, digits: int) -> str:
    """A number that is no field; one time in three in the shape of an article number: only its caption tells."""
    if digits > 1 and deal.maybe(0.35):
        numbering = deal.numbering or deal.world.numbering()
        return numbering.supplier(deal.rng) if deal.maybe(0.5) else numbering.buyer(deal.rng)
    return str(deal.rng.randrange(10 ** (digits - 1), 10**digits))


def sub_rows(grid: Grid, item: Item, index: int) -> list[Block]:
    """The rows under an item, one block a line, marked with their roles."""
    deal = grid.deal
    runs = [_run(grid, item, kind) for kind in grid.subs if deal.rng.random() < grid.sub_share]
    runs = [r for r in runs if r]
    if item.discounts and not item.price_is_net and deal.priced and grid.plan.discount == "subrow":
        runs += _discount_runs(grid, item)
    if grid.surcharges and deal.priced and deal.maybe(0.7):
        runs += _surcharge_runs(grid, item)
    if grid.sub_chained and len(runs) > 1:
        sign = pick(deal.rng, ("-", "-", "|", ";", "/"))
        runs = [[w for k, run in enumerate(runs) for w in ([W(sign, grid.sub_style), *run] if k else run)]]
    elif grid.sub_joined and len(runs) > 1:
        gap = [W(pick(deal.rng, ("/", "|", ",", "-")), grid.sub_style)] if deal.rng.random() < 0.5 else []
        runs = [[*runs[0], *gap, *runs[1]], *runs[2:]]
    x = _indent(grid)
    width = max(60.0, (grid.width - x) * 0.85)
    if grid.sub_columns and len(runs) > 1:
        out = _in_columns(grid, runs, x, index)
    else:
        out = [_line(grid, part, x, "continuation", index) for run in runs for part in wrap(run, width)]
    return out + _schedule(grid, item, index, x)


def _in_columns(grid: Grid, runs: list[list[W]], x: float, index: int) -> list[Block]:
    """Two facts side by side in each line."""
    half = (grid.width - x) / 2
    out = []
    for k in range(0, len(runs), 2):
        pair = [para(run, half - 8, grid.lead) for run in runs[k : k + 2]]
        block = Block(grid.width, max(b.h for b in pair))
        for n, part in enumerate(pair):
            block.add(part, x + n * half, 0)
        out.append(block.mark("continuation", index))
    return out


def _indent(grid: Grid) -> float:
    column = grid.text_column
    if grid.sub_indent == "left":
        return grid.columns[0].x + grid.pad
    return column.x + grid.pad + (12 if grid.sub_indent == "deep" else 0)


def _line(grid: Grid, run: list[W], x: float, role: str, index: int) -> Block:
    block = Block(grid.width, grid.sub_style.size * grid.lead)
    return block.add(line(run, grid.lead), x, 0).mark(role, index)


def _discount_runs(grid: Grid, item: Item) -> list[list[W]]:
    deal, style = grid.deal, grid.sub_style
    out = []
    if grid.conditions:
        list_price = item.amount if not item.discounts else round(item.quantity * item.price / item.base, 2)
        out.append([*deal.label(pick(deal.rng, GROSS[deal.lang]), style), *words(deal.habit.amount(list_price), style)])
    for k, cut in enumerate(item.discounts):
        name = deal.header("line.discount_percent") if k == 0 else NO_FIELD
        run = [*deal.label(deal.caption("discount"), style), *percent(deal, cut, style, name)]
        if not any("%" in w.text for w in run):
            run.append(W("%", style))
        if deal.rng.random() < 0.4 and len(item.discounts) == 1:
            off = item.amount - round(item.quantity * item.price / item.base, 2)
            run += words(deal.habit.amount(off), style)
        out.append(run)
    if grid.conditions:
        out.append([*deal.label(deal.caption("total_net"), style), *words(deal.habit.price(item.net_price), style),
                    *words(deal.habit.amount(item.amount), style)])  # fmt: skip
    return out


def _surcharge_runs(grid: Grid, item: Item) -> list[list[W]]:
    """What is already in the item's price, shown for information (levies, surcharges): no lines."""
    deal, style, rng = grid.deal, grid.sub_style, grid.deal.rng
    out = []
    for _ in range(pick(rng, (1, 1, 2))):
        share = Decimal(pick(rng, ("0.5", "1", "2", "2.5", "3", "5", "10")))
        part = rounded(abs(item.amount) * share / 100)
        run = deal.label(deal.caption(pick(rng, ("surcharge", "freight", "packaging", "discount"))), style)
        if rng.random() < 0.5:
            run += words(deal.habit.percent(share), style)
        if rng.random() < 0.4:
            run += words(deal.habit.amount(item.amount), style)
        out.append([*run, *words(deal.habit.amount(part), style)])
    return out


def _schedule(grid: Grid, item: Item, index: int, x: float) -> list[Block]:
    """Deliveries of the item: several dates and quantities, none of them the item's own."""
    deal, style = grid.deal, grid.sub_style
    if not item.schedule:
        return []
    date_caption = deal.label(deal.caption("line.delivery_date"), style)
    quantity_caption = deal.label(deal.caption("line.quantity"), style)
    parts = []
    for day, share in item.schedule:
        pieces = [*words(deal.habit.quantity(share), style), *words(item.unit_text, style)]
        parts.append((words(deal.habit.date(day), style), pieces))
    first = max(style.size * 9, line(date_caption).w + 8, *(line(day).w + 8 for day, _ in parts))
    second = max(line(quantity_caption).w, *(line(amount).w for _, amount in parts))
    if grid.schedule_form == "columns" and x + first + second <= grid.width:
        rows = [(date_caption, quantity_caption), *parts] if deal.rng.random() < 0.6 else parts
        out = []
        for left, right in rows:
            block = Block(grid.width, style.size * grid.lead)
            out.append(block.add(line(left, grid.lead), x, 0).add(line(right, grid.lead), x + first, 0))
        return [block.mark("schedule", index) for block in out]
    runs: list[list[W]] = []
    for n, (when, amount) in enumerate(parts):
        if grid.schedule_form == "list":
            runs.append([W(f"{n + 1}.", style), *amount, W("-", style), *when])
        else:
            runs.append([*date_caption, *when, *quantity_caption, *amount])
    width = max(60.0, grid.width - x)
    return [_line(grid, piece, x, "schedule", index) for run in runs for piece in wrap(run, width)]
