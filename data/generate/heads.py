"""Column titles of the table of items."""

from __future__ import annotations

from data.generate.blocks import Block, W, line, para, stack
from data.generate.choose import between, pick
from data.generate.drawing import Fill, Rule
from data.generate.table import Grid, verticals


def head_block(grid: Grid) -> Block:
    """The column titles."""
    deal, design = grid.deal, grid.deal.design
    dark = grid.look in ("zebra", "boxed", "headrule", "open") and deal.maybe(0.16)
    filled = not dark and deal.maybe(0.3)
    upper, valign = deal.maybe(0.12), pick(deal.rng, ("top", "bottom", "centre"))
    heads = []
    for column in grid.columns:
        runs = []
        for run in column.head:
            if dark:
                run = [W(w.text, w.style.but(gray=1.0, bold=True), w.field, w.occurrence) for w in run]
            if upper:
                run = [W(w.text.upper(), w.style, w.field, w.occurrence) for w in run]
            runs.append(run)
        align = column.align if column.align != "decimal" else "right"
        if column.flexible and deal.maybe(0.1):
            align = "centre"
        width = column.width - 2 * grid.pad
        heads.append(stack([para(run, width, grid.lead, align) for run in runs], width=width))
    pad = between(deal.rng, 1, 4)
    out = Block(grid.width, pad)
    for tier in range(grid.tiers):
        part = [(c, b) for c, b in zip(grid.columns, heads, strict=True) if c.tier == tier]
        height = max((b.h for _, b in part), default=0.0)
        for column, block in part:
            y = 0.0 if valign == "top" else height - block.h if valign == "bottom" else (height - block.h) / 2
            out.add(block, column.x + grid.pad, out.h + y)
        out.h += height
    out.h += pad
    extra = grid.plan.description in ("below", "above") and deal.maybe(0.6)
    if extra:
        run = deal.label(deal.caption("line.description"), design.caption)
        if dark:
            run = [W(w.text, w.style.but(gray=1.0), w.field, w.occurrence) for w in run]
        second = para(run, grid.width * 0.6, grid.lead)
        out.add(second, grid.text_column.x + grid.pad, out.h - pad)
        out.h += second.h
    if deal.maybe(0.04):
        _numbered(grid, out, 1.0 if dark else 0.0)
    out.mark("head", -1)
    if dark or filled:
        out.fills.append(Fill(0, 0, grid.width, out.h, 0.2 if dark else design.fill))
    if grid.look in ("boxed", "frame", "headrule", "ruled", "dashed", "banded") or deal.maybe(0.3):
        out.rules.append(Rule(0, out.h, grid.width, out.h, design.box, design.rule_gray))
    if grid.look in ("boxed", "frame", "ruled") or deal.maybe(0.3):
        out.rules.append(Rule(0, 0, grid.width, 0, design.box, design.rule_gray))
    if grid.look in ("boxed", "frame"):
        out.rules += verticals(grid, out.h)
    return out


def _numbered(grid: Grid, out: Block, gray: float) -> None:
    """Numbers of the columns under their titles, as on official forms."""
    style = grid.style.but(size=grid.style.size * 0.85, gray=gray)
    form = pick(grid.deal.rng, ("{}", "({})", "{}."))
    for k, column in enumerate(c for c in grid.columns if c.tier == 0):
        number = line([W(form.format(k + 1), style)])
        out.add(number, column.x + (column.width - number.w) / 2, out.h)
    out.h += style.size * 1.2 + 1
