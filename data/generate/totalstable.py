"""Totals as a table: one row a tax rate, the totals of the document in the last row, captions in the head alone."""

from __future__ import annotations

from decimal import Decimal

from data.generate.blocks import Block, W, box_rules, line, para, stack, words
from data.generate.choose import between, pick
from data.generate.deal import Deal
from data.generate.totals import Sum
from data.generate.wording import TOTAL

Cell = list[W]


def totals_table(deal: Deal, lines: list[Sum], width: float) -> Block:
    """A row for each rate, then the sums. With one rate there may be that row alone, and it holds the totals."""
    sums, rng, style = deal.sums, deal.rng, deal.design.body
    strong = deal.design.strong if deal.maybe(0.5) else style
    single = len(sums.by_rate) < 2 and deal.maybe(0.6)
    extra = [k for k in ("subtotal", "discount", "freight") if deal.maybe(0.3)]
    order = ["base", "rate", "tax", "gross"] if deal.maybe(0.5) else ["rate", "base", "tax", "gross"]
    if deal.maybe(0.25):
        order = ["base", "tax", "rate", "gross"]
    keys = {"base": "total_net" if deal.maybe(0.5) else "tax_base", "rate": "line.tax_rate", "tax": "total_tax",
            "gross": "total_gross"}  # fmt: skip
    head = [deal.label(deal.caption(k), deal.design.caption) for k in (*extra, *(keys[o] for o in order))]
    rows = [head]
    if not single:
        for rate, base, tax in sums.by_rate:
            own = {"base": base, "tax": tax, "gross": base + tax}
            cells = [words(deal.habit.percent(rate), style) if o == "rate" else _plain(deal, own[o]) for o in order]
            rows.append([*_leading(deal, extra, base), *cells])
    named = {"base": ("total_net", sums.net), "tax": ("total_tax", sums.tax), "gross": ("total_gross", sums.gross)}
    last: list[Cell] = []
    for o in order:
        if o == "rate":
            text = deal.habit.percent(sums.by_rate[0][0]) if single and sums.by_rate else ""
            mark = [W(deal.money_sign(), strong, deal.header("currency"))] if not text and deal.maybe(0.4) else []
            if mark:
                deal.values["currency"] = deal.habit.currency
            last.append(mark or words(text, style))
        else:
            name, amount = named[o]
            last.append(deal.money(amount, strong, deal.header(name), bare=deal.maybe(0.7)))
    lead = _leading(deal, extra, sums.net)
    if not extra and not single and order[0] == "rate":
        last[0] = words(pick(rng, TOTAL[deal.lang]), strong)
    rows.append([*lead, *last])
    if deal.maybe(0.15):  # what else was planned as a total (amount due, prepaid) stands below
        rest = [x for x in lines if not any(w.field.startswith("total") for w in x.value) and x.value]
        foot = [line([*x.caption, *x.value]) for x in rest]
    else:
        foot = []
    return stack([_grid(deal, rows, width), *foot], gap=2)


def _plain(deal: Deal, amount: Decimal) -> Cell:
    return words(deal.habit.amount(amount), deal.design.body)


def _leading(deal: Deal, extra: list[str], base: Decimal) -> list[Cell]:
    """Cells before the tax base that are no field: goods, what came off or on. Empty where there was nothing."""
    return [_plain(deal, base) if k == "subtotal" else words("-" if deal.maybe(0.3) else "", deal.design.body)
            for k in extra]  # fmt: skip


def _grid(deal: Deal, rows: list[list[Cell]], width: float) -> Block:
    design, count = deal.design, len(rows[0])
    need = max(line(c).w for row in rows[1:] for c in row) + 10
    inner = min(width, max(need * count, between(deal.rng, 0.55, 1.0) * width))
    w = inner / count
    x = pick(deal.rng, (0.0, width - inner, width - inner))
    ruled, align = deal.maybe(0.5), pick(deal.rng, ("right", "right", "centre", "left"))
    out = []
    for row in rows:
        cells = [para(run, w - 5, design.lead, align) for run in row]
        block = Block(width, max(max(c.h for c in cells), design.body.size * design.lead) + 2)
        for k, cell in enumerate(cells):
            block.add(cell, x + k * w + 2.5, 1)
            if ruled:
                block.rules += box_rules(x + k * w, 0, x + k * w + w, block.h, design.box, design.rule_gray)
        out.append(block)
    return stack(out, gap=between(deal.rng, 0, 3))
