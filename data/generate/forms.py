"""Items without a table: blocks of captions and values, cards, numbered paragraphs."""

from __future__ import annotations

from decimal import Decimal
from random import Random

from data.generate.blocks import Block, W, framed, para, stack, words
from data.generate.cells import percent
from data.generate.choose import between, pick
from data.generate.deal import Deal
from data.generate.entries import Entry
from data.generate.items import Item
from data.generate.meta import FORMS, colon, grid, pairs
from data.generate.rows import new_line
from data.generate.table import Row


def _values(deal: Deal) -> list[str]:
    """Which facts the document prints of each item, in which order."""
    rng = deal.rng
    out = ["pos"] if rng.random() < 0.7 else []
    own, other = ("buyer", "supplier") if deal.outgoing else ("supplier", "buyer")
    out += [own] if rng.random() < 0.7 else []
    out += [other] if rng.random() < 0.3 else []
    out += ["gtin"] if rng.random() < 0.25 else []
    out += ["description", "quantity"]
    if rng.random() < 0.5:
        out.append("unit")
    if deal.priced:
        out.append("price")
        if any(i.base > 1 for i in deal.items):
            out.append("base")
        if any(i.discounts and not i.price_is_net for i in deal.items):
            out.append("discount")
        if deal.tax_mode == "shown" and rng.random() < 0.3:
            out.append("tax")
        if rng.random() < 0.92:
            out.append("amount")
    if deal.outgoing and rng.random() < 0.4:
        out.append("date")
    out += [k for k in ("customs_code", "drawing", "cost_center", "batch", "weight") if rng.random() < 0.08]
    if rng.random() < 0.2:
        rng.shuffle(out)
    return out


_KEYS = {"pos": "line.line_no", "buyer": "line.buyer_article_no", "supplier": "line.supplier_article_no",
         "gtin": "line.gtin", "description": "line.description", "quantity": "line.quantity", "unit": "line.unit",
         "price": "line.unit_price", "base": "line.price_base_quantity", "discount": "line.discount_percent",
         "tax": "line.tax_rate", "amount": "line.line_amount", "date": "line.delivery_date"}  # fmt: skip


def _value(deal: Deal, item: Item, key: str, unit_apart: bool) -> list[W]:
    habit, style, p = deal.habit, deal.design.body, item.product
    tag = deal.cell
    if key == "quantity":
        run = words(habit.quantity(item.quantity), style, tag("quantity"))
        return run if unit_apart else run + words(item.unit_text, style, tag("unit"))
    if key == "price":
        return deal.money(item.unit_price, style, tag("unit_price"), bare=False) if deal.form_currency else words(
            habit.price(item.unit_price), style, tag("unit_price"))  # fmt: skip
    if key == "amount":
        return deal.money(item.amount, style, tag("line_amount"), bare=not deal.form_currency)
    if key == "base":
        return words(habit.quantity(Decimal(item.base)), style, tag("price_base_quantity") if item.base > 1 else "O")
    if key == "discount":
        return (
            percent(deal, item.discounts[0], style, tag("discount_percent"))
            if item.discounts and not item.price_is_net
            else []
        )
    if key == "tax":
        return percent(deal, item.tax, style, tag("tax_rate"))
    if key == "weight":
        return words(f"{habit.quantity(round(p.weight * item.quantity, 3))} kg", style)
    simple = {"pos": (item.number, "line_no"), "buyer": (p.buyer_no, "buyer_article_no"),
              "supplier": (p.supplier_no, "supplier_article_no"), "gtin": (p.gtin, "gtin"),
              "description": (p.name, "description"), "unit": (item.unit_text, "unit"),
              "date": (habit.date(item.day), "delivery_date")}  # fmt: skip
    if key in simple:
        return words(simple[key][0], style, tag(simple[key][1]))
    return words(p.customs_code if key == "customs_code" else str(deal.rng.randrange(1000, 99999)), style)


def form_rows(deal: Deal, width: float) -> list[Row]:
    """The items as blocks; every word of a block is of its item's row."""
    keys = _values(deal)
    form = deal.choose("item form", {"grid": 0.34, "pairs": 0.26, "paragraph": 0.2, "card": 0.2}, ("split",))
    how = pick(deal.rng, [k for k in FORMS if k not in ("above", "columns")])
    columns, boxed = pick(deal.rng, (3, 4, 5, 6, 8)), deal.maybe(0.6)
    gap = between(deal.rng, 2, 10)
    deal.form_currency = deal.maybe(0.5)
    own, look = deal.rng, deal.rng.getrandbits(32)
    rows = []
    for item in deal.items:
        index = new_line(deal, "item", item.printed)
        if deal.priced is False:
            item.printed.pop("discount_percent", None)
        entries = [Entry(k, deal.label(deal.caption(_KEYS.get(k, k)), deal.design.caption),
                         _value(deal, item, k, "unit" in keys)) for k in keys]  # fmt: skip
        entries = [e for e in entries if e.value]
        deal.rng = Random(look)  # noqa: S311 - every item of a document is set alike
        if form == "grid":
            block = _grid(deal, entries, width, columns, boxed)
        elif form == "pairs":
            block = pairs(deal, entries, width * 0.8, how)
        elif form == "paragraph":
            block = _paragraph(deal, entries, width)
        elif form == "split":
            half = -(-len(entries) // 2)
            left, right = (pairs(deal, part, width / 2 - 8, how) for part in (entries[:half], entries[half:]))
            block = Block(width, max(left.h, right.h)).add(left, 0, 0).add(right, width / 2 + 8, 0)
        else:
            block = _card(deal, entries, width, how)
        deal.rng = own
        out = Block(width, block.h + gap)
        rows.append(Row(out.add(_roles(block, index), 0, 0), True))
    return rows


def _roles(block: Block, index: int) -> Block:
    """The text line that holds the quantity is the item's row; what stands above leads, what stands below follows."""
    base = next((p.base for p in block.puts if p.field == "line.quantity"), 0.0)
    made = []
    for p in block.puts:
        role = "item" if abs(p.base - base) < 0.35 * p.style.size else "lead" if p.base < base else "continuation"
        made.append(p._replace(role=role, line=index))
    block.puts = made
    return block


def _grid(deal: Deal, entries: list[Entry], width: float, columns: int, boxed: bool) -> Block:
    """Captions above values; the description gets a row of its own."""
    rest = [e for e in entries if e.key != "description"]
    text = [e for e in entries if e.key == "description"]
    parts = [grid(deal, rest, width, columns, boxed=boxed)] if rest else []
    body = [grid(deal, text, width, 1, boxed=boxed)] if text else []
    return stack(body + parts if deal.rng.random() < 0.5 else parts + body)


def _paragraph(deal: Deal, entries: list[Entry], width: float) -> Block:
    """All in running text: "1. Bolt M8, qty 12 pcs at 3.40, total 40.80"."""
    run: list[W] = []
    sign = pick(deal.rng, ("", "", ";", "|", "/", "-", ","))
    for e in entries:
        if e.key in ("pos", "description", "unit"):
            run += e.value
            continue
        if sign == "," and run and run[-1].text[-1] not in ",.:":
            run[-1] = run[-1]._replace(text=run[-1].text + ",")
        elif sign and sign != "," and run:
            run.append(W(sign, deal.design.body))
        run += [*colon(deal, e.caption), *e.value]
    return para(run, width, deal.design.lead)


def _card(deal: Deal, entries: list[Entry], width: float, how: str) -> Block:
    """A framed card: position and name as its title."""
    head = [w for e in entries if e.key in ("pos", "description") for w in e.value]
    rest = [e for e in entries if e.key not in ("pos", "description")]
    inner = width - 2 * deal.design.pad
    parts = [para(head, inner, deal.design.lead)] if head else []
    half = -(-len(rest) // 2)
    w = inner / 2 - 6
    left, right = pairs(deal, rest[:half], w, how), pairs(deal, rest[half:], w, how)
    parts.append(Block(inner, max(left.h, right.h)).add(left, 0, 0).add(right, w + 12, 0))
    return framed(stack(parts, gap=2), pad=deal.design.pad, width=width, border=deal.design.box)


__all__ = ["form_rows"]
