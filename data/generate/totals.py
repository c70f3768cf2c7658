"""The totals of a document in their many forms."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from data.generate.blocks import Block, W, box_rules, line, para, stack, words
from data.generate.choose import between, pick, weighted
from data.generate.deal import Deal
from data.generate.drawing import Fill, Rule
from data.generate.entries import restyled
from data.generate.fonts import Style
from data.generate.items import Charge, rounded
from data.generate.wording import DEDUCTION, DIGITS, PLUS, TOTAL


@dataclass(slots=True)
class Sum:
    """One line of the totals."""

    caption: list[W]
    value: list[W]
    strong: bool = False


def plan_totals(deal: Deal) -> list[Sum]:
    """Which totals are printed, with their tags. Empty where the document shows none."""
    sums = deal.sums
    if not deal.priced or (deal.outgoing and deal.maybe(0.1)):
        return []
    style, out = deal.design.body, list[Sum]()
    only = not (deal.footer_charges or deal.charges)
    if deal.tax_mode == "none" and only and not deal.same_total and deal.maybe(0.07):
        return _deduction(deal)
    if deal.tax_mode == "none":
        if deal.footer_charges:
            out += _before(deal, style)
        out.append(_line(deal, pick(deal.rng, TOTAL[deal.lang]), sums.net, "total_net", True))
        deal.values["total_gross"] = deal.values["total_net"]
        deal.same_total = True
        return out
    out += _before(deal, style) if not only or deal.maybe(0.12) else []
    if deal.tax_mode == "plus":
        caption = deal.caption("total_net")
        out.append(_line(deal, caption, sums.net, "total_net", True))
        if not _says_net(caption) or deal.maybe(0.4):
            out.append(Sum(words(pick(deal.rng, PLUS[deal.lang]), style), []))
        return out
    shape = weighted(deal.rng, {"full": 0.72, "gross": 0.07, "net+gross": 0.06, "rates": 0.15})
    if deal.late_charges:
        shape = "full"
    gross = deal.caption("total_gross")
    if shape == "gross" and not _says_net(gross):
        shape = "full"  # a bare "Total" on a page without tax would be net as well
    if shape != "gross":
        subtotal = sums.goods == sums.net and deal.maybe(0.35 if deal.late_charges else 0.12)
        out.append(_line(deal, deal.caption("subtotal" if subtotal else "total_net"), sums.net, "total_net", False))
    if shape in ("full", "rates"):
        rates = [r for r in sums.by_rate if r[1]]
        if shape == "rates" or (len(rates) > 1 and deal.maybe(0.5)):
            out += [_rate(deal, rate, base, tax, "O" if len(rates) > 1 else "total_tax") for rate, base, tax in rates]
            if len(rates) > 1 and deal.maybe(0.6):
                out.append(_line(deal, deal.caption("total_tax"), sums.tax, "total_tax", False))
        else:
            caption = deal.caption("total_tax")
            if len(rates) == 1 and "%" not in caption and deal.maybe(0.5):
                caption += f" {deal.habit.percent(rates[0][0])}"
            out.append(_line(deal, caption, sums.tax, "total_tax", False))
    out += [_charge(deal, charge) for charge in deal.late_charges]
    if shape != "gross" and deal.maybe(0.35):
        gross = pick(deal.rng, TOTAL[deal.lang])  # below its tax a bare "Total" is the gross total
    out.append(_line(deal, gross, sums.gross, "total_gross", True))
    if deal.maybe(0.05):
        deal.values["currency"] = deal.habit.currency
        value = [W(deal.money_sign(), deal.design.body, deal.header("currency"))]
        out.insert(pick(deal.rng, (0, len(out))), Sum(deal.label(deal.caption("currency"), deal.design.body), value))
    out += _after(deal)
    return out


def _says_net(caption: str) -> bool:
    low = caption.casefold()
    return any(
        w in low for w in ("net", "exc", "vat", "tax", "mwst", "ht", "hors", "iva", "btw", "dph", "ohne", "bez", "sub")
    )


def _line(deal: Deal, caption: str, amount: Decimal, field: str, strong: bool) -> Sum:
    style = deal.design.strong if strong else deal.design.body
    return Sum(
        deal.label(caption, style), deal.money(amount, style, deal.header(field) if field != "O" else "O"), strong
    )


def _rate(deal: Deal, rate: Decimal, base: Decimal, tax: Decimal, field: str) -> Sum:
    text = f"{deal.caption('total_tax')} {deal.habit.percent(rate)}"
    out = _line(deal, text, tax, field, False)
    if deal.maybe(0.4):
        out.caption += words(deal.habit.amount(base), deal.design.body)
    return out


def _before(deal: Deal, style: Style) -> list[Sum]:
    """Sum of goods, discounts and charges above the net total; none of them is a field."""
    out = []
    if deal.sums.goods != deal.sums.net and deal.maybe(0.7):
        out.append(_line(deal, deal.caption("subtotal"), deal.sums.goods, "O", False))
    if not deal.charges_listed:
        out += [_charge(deal, charge) for charge in deal.footer_charges]
    return out


def _charge(deal: Deal, charge: Charge) -> Sum:
    text = deal.caption(charge.key)
    if charge.percent is not None:
        text += f" {deal.habit.percent(charge.percent)}"
    return _line(deal, text, charge.amount, "O", False)


def _deduction(deal: Deal) -> list[Sum]:
    """A gross total, what is taken off (an agency's commission, a discount), and what is due net; no tax."""
    rate = Decimal(pick(deal.rng, ("15", "15", "10", "12.5", "2", "3", "5")))
    cut = rounded(deal.sums.net * rate / 100)
    due = deal.sums.net - cut
    deal.values["total_gross"] = deal.values["total_net"]
    deal.values["total_net"] = f"{due:f}"
    gross, net = DEDUCTION[deal.lang]
    name = "Agency Commission" if deal.lang == "en" and deal.maybe(0.5) else deal.caption("discount")
    if deal.maybe(0.5):
        name += f" {deal.habit.percent(rate)}"
    sign = -1 if deal.maybe(0.4) else 1
    return [_line(deal, pick(deal.rng, gross), deal.sums.net, "total_gross", False),
            _line(deal, name, sign * cut, "O", False),
            _line(deal, pick(deal.rng, net), due, "total_net", True)]  # fmt: skip


def _after(deal: Deal) -> list[Sum]:
    """What follows the gross total on invoices: prepayments, amount due."""
    if deal.outgoing or deal.sums.gross <= 0 or not deal.maybe(0.18):
        return []
    due = next(
        (c for c in (deal.caption("amount_due", fresh=True) for _ in range(4)) if c != deal.caption("total_gross")), ""
    )
    if not due:
        return []
    if deal.maybe(0.4):
        return [_line(deal, due, deal.sums.gross, "total_gross", True)]
    paid = (deal.sums.gross * Decimal(pick(deal.rng, ("0.1", "0.2", "0.3", "0.5")))).quantize(Decimal("0.01"))
    return [_line(deal, deal.caption("prepaid"), paid, "O", False),
            _line(deal, due, deal.sums.gross - paid, "O", True)]  # fmt: skip


def totals_block(deal: Deal, lines: list[Sum], width: float, amount: tuple[float, float] | None) -> Block:
    """The totals across `width`; `amount` is where the amount column begins and ends, where there is one."""
    design = deal.design
    form = deal.choose("totals", {"right": 0.46, "column": 0.12, "boxed": 0.16, "far": 0.08, "left": 0.06, "row": 0.15,
                                  "inline": 0.05, "cells": 0.1, "table": 0.09}, ("centre", "double"))  # fmt: skip
    if form == "row" and len(lines) > 1 and width * 0.5 / len(lines) > 42:
        return _row(deal, lines, width)
    if form == "table" and deal.tax_mode == "shown" and not deal.late_charges and len(lines) > 2:
        from data.generate.totalstable import totals_table

        return totals_table(deal, lines, width)
    if form == "inline":
        align = pick(deal.rng, ("left", "right"))
        return stack([para([*_coloned(deal, x.caption), *x.value], width, design.lead, align) for x in lines])
    if (
        form == "cells"
        and amount
        and amount[0] > 110
        and amount[1] - amount[0] > max(line(x.value).w for x in lines) + 4
    ):
        return _cells(deal, lines, width, amount)
    need = max(line(x.caption).w + line(x.value).w for x in lines) + 24
    inner = width if form == "far" else min(width, max(need, between(deal.rng, 0.3, 0.5) * width))
    block = _column(deal, lines, inner, boxed=form == "boxed", doubled=form == "double")
    if form in ("far",):
        return block
    x = 0.0 if form == "left" else (width - inner) / 2 if form == "centre" else width - inner
    if form == "column" and amount is not None:
        x = max(0.0, amount[1] - 2 - inner)
    out = Block(width, block.h)
    return out.add(block, x, 0)


def _coloned(deal: Deal, run: list[W]) -> list[W]:
    from data.generate.meta import colon

    return colon(deal, run)


def _column(deal: Deal, lines: list[Sum], width: float, *, boxed: bool, doubled: bool) -> Block:
    design = deal.design
    pad = 2.5 if boxed else 0.0
    big = deal.maybe(0.12)
    caption_align = pick(deal.rng, ("left", "left", "right"))
    rows = []
    divider = max(40.0, width - max(line(x.value).w * (1.25 if big else 1) for x in lines) - 8 - 2 * pad)
    for x in lines:
        caption, value = _coloned(deal, x.caption) if deal.maybe(0.8) else x.caption, x.value
        if x.strong and big:
            style = design.strong.but(size=design.body.size * 1.25)
            caption, value = restyled(caption, style), restyled(value, style)
        right = line(value, design.lead)
        left_width = divider if boxed else max(40.0, width - right.w - 8)
        left = para(caption, left_width, design.lead, caption_align)
        row = Block(width, max(left.h, right.h) + 2 * pad)
        row.add(left, pad, pad).add(right, width - right.w - pad, pad)
        if boxed:
            row.rules += box_rules(0, 0, width, row.h, design.box, design.rule_gray)
            row.rules.append(Rule(pad + left_width + 4, 0, pad + left_width + 4, row.h, design.box, design.rule_gray))
        elif x.strong and deal.maybe(0.35):
            row.rules.append(Rule(0, 0, width, 0, design.box, 0))
        if x.strong and doubled:
            row.rules += [Rule(0, row.h, width, row.h, 0.5, 0), Rule(0, row.h + 1.5, width, row.h + 1.5, 0.5, 0)]
        if x.strong and deal.maybe(0.12):
            row.fills.append(Fill(0, 0, width, row.h, design.fill))
        rows.append(row)
    return stack(rows, gap=0.0 if boxed else between(deal.rng, 0, 4))


def _cells(deal: Deal, lines: list[Sum], width: float, amount: tuple[float, float]) -> Block:
    """The table goes on: values in boxes under the amount column, captions in boxes before them."""
    design = deal.design
    x0, x1 = amount
    left = max(0.0, x0 - between(deal.rng, 80, 200))
    align, ruled = pick(deal.rng, ("left", "right")), deal.maybe(0.8)
    rows = []
    for x in lines:
        caption = para(x.caption, x0 - left - 6, design.lead, align)
        value = line(x.value, design.lead)
        row = Block(width, max(caption.h, value.h) + 4)
        row.add(caption, left + 3, 2).add(value, x1 - 2 - value.w, 2)
        if ruled:
            row.rules += box_rules(left, 0, x0, row.h, design.box, design.rule_gray)
            row.rules += box_rules(x0, 0, x1, row.h, design.box, design.rule_gray)
        rows.append(row)
    return stack(rows)


def _row(deal: Deal, lines: list[Sum], width: float) -> Block:
    """Captions in a row over their values."""
    design = deal.design
    inner = width if deal.maybe(0.6) else width * between(deal.rng, 0.5, 0.9)
    w = inner / len(lines)
    align = pick(deal.rng, ("left", "right", "centre"))
    drop = between(deal.rng, 2, 16) if deal.maybe(0.4) else 0.0
    cells = [stack([para(x.caption, w - 8, design.lead, align), para(x.value, w - 8, design.lead, align)], gap=drop,
                   width=w - 8) for x in lines]  # fmt: skip
    h = max(c.h for c in cells) + 6
    out = Block(width, h)
    boxed = deal.maybe(0.6)
    for k, cell in enumerate(cells):
        x = width - inner + k * w
        out.add(cell, x + 4, 3)
        if boxed:
            out.rules += box_rules(x, 0, x + w, h, design.box, design.rule_gray)
    return out


def tax_table(deal: Deal, width: float) -> Block:
    """Rate, base and tax of each rate as a small table; no field in it."""
    design, style = deal.design, deal.design.body
    keys = ("line.tax_rate", "tax_base", "tax_amount", "total_gross")[: pick(deal.rng, (3, 3, 4))]
    w = min(width, between(deal.rng, 0.35, 0.6) * width) / len(keys)
    rows = [[deal.label(deal.caption(k), design.caption) for k in keys]]
    for rate, base, tax in deal.sums.by_rate:
        rows.append(
            [
                words(deal.habit.percent(rate), style),
                *(words(deal.habit.amount(a), style) for a in (base, tax, base + tax)),
            ]
        )
    if deal.maybe(0.3):
        s = deal.sums
        rows.append(
            [
                words(pick(deal.rng, TOTAL[deal.lang]), style),
                *(words(deal.habit.amount(a), style) for a in (s.net, s.tax, s.gross)),
            ]
        )
    boxed, out = deal.maybe(0.6), []
    for row in rows:
        cells = [para(run, w - 6, design.lead, "right" if k else "left") for k, run in enumerate(row[: len(keys)])]
        block = Block(w * len(keys), max(c.h for c in cells) + 2)
        for k, cell in enumerate(cells):
            block.add(cell, k * w + 3, 1)
            if boxed:
                block.rules += box_rules(k * w, 0, k * w + w, block.h, design.box, design.rule_gray)
        out.append(block)
    return stack(out)


def in_words(deal: Deal) -> list[W]:
    """The gross total in words, digit by digit as some forms print it."""
    names, style = DIGITS[deal.lang].split(), deal.design.body
    whole, cents = f"{abs(deal.sums.gross):.2f}".split(".")
    sign = pick(deal.rng, (" ", "-", " * "))
    text = sign.join(names[int(d)] for d in whole) + f" {cents}/100"
    return [*deal.label(deal.caption("amount_in_words") + ":", style), *words(text, style)]


__all__ = ["Sum", "in_words", "plan_totals", "tax_table", "totals_block"]
