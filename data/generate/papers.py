"""Papers that are no order or invoice, and pages of terms."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal

from data.generate.blocks import Block, W, line, para, words
from data.generate.choose import between, pick
from data.generate.deal import Deal
from data.generate.drawing import Rule
from data.generate.noise import signature


def terms_page(deal: Deal, width: float) -> list[Block]:
    """General terms: a title and many paragraphs, in one column or two."""
    design = deal.design
    style = design.small.but(gray=0.0)
    out = [para(words(deal.caption("terms_title"), design.strong), width, design.lead)]
    columns = 2 if deal.maybe(0.4) else 1
    wide = (width - 14 * (columns - 1)) / columns
    numbered = deal.maybe(0.7)
    paragraphs = []
    for n in range(pick(deal.rng, (4, 6, 8, 12, 16))):
        lead = [W(f"{n + 1}.", style)] if numbered else []
        paragraphs.append(para([*lead, *words(deal.phrase("terms_paragraph"), style)], wide, design.lead))
    if columns == 1:
        return out + paragraphs
    for k in range(0, len(paragraphs) - 1, 2):
        left, right = paragraphs[k], paragraphs[k + 1]
        out.append(Block(width, max(left.h, right.h)).add(left, 0, 0).add(right, wide + 14, 0))
    return out


def letter_body(deal: Deal, width: float) -> list[Block]:
    """Paragraphs of a letter, reminder or brochure."""
    design, rng = deal.design, deal.rng
    kinds = ("header_note", "note", "legal", "comment", "terms_paragraph", "item_text")
    out = [para(words(deal.phrase("subject"), design.strong), width, design.lead)] if deal.maybe(0.6) else []
    out.append(para(words(deal.phrase("greeting"), design.body), width, design.lead))
    for _ in range(pick(rng, (3, 5, 8, 12))):
        text = " ".join(deal.phrase(pick(rng, kinds)) for _ in range(pick(rng, (1, 2, 3))))
        out.append(para(words(text, design.body), width, design.lead))
    return [*out, para(words(deal.phrase("closing"), design.body), width, design.lead), signature(deal, width)]


def listing(deal: Deal, width: float) -> list[Block]:
    """The table of a statement of account or of a price list, one block a row; no field in it."""
    rng, design = deal.rng, deal.design
    statement = deal.paper != "price_list"
    keys = ["invoice_date", "invoice_number", "due_date", "prepaid", "amount_due"] if statement else [
        "line.supplier_article_no", "line.description", "line.unit", "line.unit_price"]  # fmt: skip
    shares = [between(rng, 0.8, 1.6) for _ in keys]
    if not statement:
        shares[1] = 3.5
    widths = [width * s / sum(shares) for s in shares]
    ruled = deal.maybe(0.5)
    heads = [
        para(deal.label(deal.caption(k), design.caption), w - 6, design.lead) for k, w in zip(keys, widths, strict=True)
    ]
    rows = [table_row(deal, heads, widths, ruled)]
    total = Decimal(0)
    for item in deal.items:
        amount = abs(item.amount) + Decimal(rng.randrange(1, 900))
        total += amount
        day = deal.day - timedelta(days=rng.randrange(1, 120))
        if statement:
            cells = [deal.habit.short_date(day), deal.world.order_number("invoice", day=day),
                     deal.habit.short_date(day + timedelta(30)), deal.habit.amount(Decimal("0.00")),
                     deal.habit.amount(amount)]  # fmt: skip
        else:
            cells = [item.product.supplier_no, item.product.name, item.unit_text, deal.habit.price(item.price)]
        blocks = [para(words(c, design.body), w - 6, design.lead) for c, w in zip(cells, widths, strict=True)]
        rows.append(table_row(deal, blocks, widths, ruled))
    if statement:
        rows.append(
            line(
                [*deal.label(deal.caption("amount_due"), design.strong), *words(deal.habit.money(total), design.strong)]
            )
        )
    return rows


def table_row(deal: Deal, cells: list[Block], widths: list[float], ruled: bool) -> Block:
    """Cells beside each other, with a rule below."""
    out, x = Block(sum(widths), max(c.h for c in cells) + 3), 0.0
    for cell, w in zip(cells, widths, strict=True):
        out.add(cell, x + 3, 1.5)
        x += w
    if ruled:
        out.rules.append(Rule(0, out.h, out.w, out.h, deal.design.box, deal.design.rule_gray))
    return out


__all__ = ["letter_body", "listing", "table_row", "terms_page"]
