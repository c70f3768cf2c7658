"""Small tables beside the items that hold no field: approvals, accounts, payment plans, delivery plans."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from data.generate.blocks import Block, box_rules, para, stack, words
from data.generate.choose import between, pick, weighted
from data.generate.deal import Deal
from data.generate.drawing import Rule
from data.generate.items import rounded


def extra_table(deal: Deal, width: float) -> Block:
    """A table of its own below the items; all its words are outside the table of items."""
    kinds = {"approval": 0.3, "account": 0.25, "plan": 0.2, "delivery": 0.25 if deal.outgoing else 0.0}
    kind = weighted(deal.rng, kinds)
    keys, rows = {"approval": _approval, "account": _account, "plan": _plan, "delivery": _delivery}[kind](deal)
    design = deal.design
    inner = width * pick(deal.rng, (0.5, 0.6, 0.75, 1.0))
    w = inner / len(keys)
    boxed, out = deal.maybe(0.5), []
    cells = [[para(deal.label(deal.caption(k), design.caption), w - 6, design.lead) for k in keys]]
    cells += [[para(words(text, design.body), w - 6, design.lead) for text in row] for row in rows]
    for n, row in enumerate(cells):
        block = Block(inner, max(c.h for c in row) + 3)
        for k, cell in enumerate(row):
            block.add(cell, k * w + 3, 1.5)
            if boxed:
                block.rules += box_rules(k * w, 0, k * w + w, block.h, design.box, design.rule_gray)
        if n == 0 and not boxed:
            block.rules.append(Rule(0, block.h, inner, block.h, design.box, design.rule_gray))
        out.append(block)
    return stack(out, width=width)


def charge_table(deal: Deal, width: float) -> Block:
    """Charges and discounts of the whole order in a table apart from the items; they are no lines of it."""
    design, style = deal.design, deal.design.body
    coded, boxed, out = deal.maybe(0.5), deal.maybe(0.6), []
    widths = [0.1, 0.45, 0.2, 0.25] if coded else [0.0, 0.5, 0.25, 0.25]
    for charge in deal.footer_charges:
        base = deal.habit.amount(deal.sums.goods)
        percent = deal.habit.percent(charge.percent) if charge.percent is not None else ""
        code = str(deal.rng.randrange(40, 110)) if coded else ""
        rate = f"{percent} / {base}" if percent and deal.maybe(0.5) else percent
        runs = [words(code, style), words(deal.caption(charge.key), style), words(rate, style),
                deal.money(charge.amount, style, "O")]  # fmt: skip
        cells = [para(run, max(20.0, w * width - 6), design.lead, "right" if k == 3 else "left")
                 for k, (run, w) in enumerate(zip(runs, widths, strict=True))]  # fmt: skip
        block = Block(width, max(c.h for c in cells) + 3)
        x = 0.0
        for cell, w in zip(cells, widths, strict=True):
            block.add(cell, x + 3, 1.5)
            x += w * width
        if boxed:
            block.rules += box_rules(0, 0, width, block.h, design.box, design.rule_gray)
        out.append(block)
    return stack(out)


def _approval(deal: Deal) -> tuple[list[str], list[list[str]]]:
    people = [*deal.parties[deal.by].company.people, deal.parties[deal.by].person]
    rows = [[pick(deal.rng, people), deal.habit.date(deal.day + timedelta(days=deal.rng.randrange(3))),
             deal.habit.time(deal.rng.randrange(25000, 70000))] for _ in range(deal.rng.randrange(1, 4))]  # fmt: skip
    return ["approved_by", "confirmation_date", "order_time"], rows


def _account(deal: Deal) -> tuple[list[str], list[list[str]]]:
    rows, left = [], Decimal(100)
    for _ in range(deal.rng.randrange(1, 4)):
        share = min(left, Decimal(pick(deal.rng, (25, 30, 40, 50, 100))))
        left -= share
        code = str(deal.rng.randrange(10**3, 10**6))
        rows.append([code, deal.habit.percent(share), deal.habit.amount(rounded(deal.sums.net * share / 100))])
        if not left:
            break
    return ["cost_center", "tax_rate", "subtotal"], rows


def _plan(deal: Deal) -> tuple[list[str], list[list[str]]]:
    rows = []
    for k, share in enumerate(pick(deal.rng, ((50, 50), (30, 70), (30, 40, 30), (100,), (20, 60, 20)))):
        day = deal.day + timedelta(days=30 * (k + 1) + int(between(deal.rng, 0, 5)))
        amount = rounded(deal.sums.net * share / 100)
        rows.append([deal.habit.date(day), deal.habit.percent(Decimal(share)), deal.habit.amount(amount)])
    return ["due_date", "prepaid", "amount_due"], rows


def _delivery(deal: Deal) -> tuple[list[str], list[list[str]]]:
    rows = [[item.number or str(k + 1), deal.habit.short_date(item.day), deal.habit.quantity(item.quantity)]
            for k, item in enumerate(deal.items[:12])]  # fmt: skip
    return ["line.line_no", "line.delivery_date", "line.quantity"], rows
