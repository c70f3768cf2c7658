"""How captioned facts are set: beside, above, in grids, in sentences."""

from __future__ import annotations

from collections.abc import Sequence

from data.generate.blocks import Block, W, beside, box_rules, framed, line, para, stack
from data.generate.choose import between, pick
from data.generate.deal import Deal
from data.generate.drawing import Fill, Rule
from data.generate.entries import Entry, restyled

FORMS = {"beside": 0.36, "tight": 0.16, "right": 0.09, "leaders": 0.05, "above": 0.12, "boxed": 0.1, "columns": 0.12}
RESERVED = ("hanging", "value-first")


def colon(deal: Deal, run: Sequence[W]) -> list[W]:
    """A caption with the document's colon glued to its last word."""
    sign = deal.design.colon
    if not run or not sign or run[-1].text.endswith((":", "#", "?")):
        return list(run)
    last = run[-1]
    if sign.startswith(" "):
        return [*run, W(sign.strip(), last.style)]
    return [*run[:-1], W(last.text + sign, last.style, last.field, last.occurrence)]


def _cell(block: Block, width: float) -> Block:
    block.w = width
    return block


def pairs(deal: Deal, entries: Sequence[Entry], width: float, form: str) -> Block:
    """Entries in `width` points, set in `form` (one of `FORMS` or `RESERVED`)."""
    if not entries:
        return Block(width, 0)
    if form == "above":
        return grid(deal, entries, width, pick(deal.rng, (1, 1, 2, 2, 3)), boxed=deal.maybe(0.4))
    if form == "columns":
        return titled_columns(deal, entries, width)
    return {"beside": _beside, "tight": _tight, "right": _right, "leaders": _leaders, "boxed": _boxed,
            "hanging": _hanging, "value-first": _value_first}[form](deal, entries, width)  # fmt: skip


def _left(deal: Deal, entries: Sequence[Entry], width: float, most: float) -> float:
    return min(max(line(colon(deal, e.caption)).w for e in entries) + between(deal.rng, 5, 14), width * most)


def _beside(deal: Deal, entries: Sequence[Entry], width: float) -> Block:
    lead, left = deal.design.lead, _left(deal, entries, width, 0.58)
    align = "right" if deal.maybe(0.18) else "left"
    rows = [
        beside([_cell(para(colon(deal, e.caption), left - 4, lead), left), para(e.value, width - left, lead, align)])
        for e in entries
    ]
    return stack(rows, gap=between(deal.rng, 0, 3))


def _tight(deal: Deal, entries: Sequence[Entry], width: float) -> Block:
    align = "right" if deal.maybe(0.12) else "left"
    return stack([para([*colon(deal, e.caption), *e.value], width, deal.design.lead, align) for e in entries])


def _right(deal: Deal, entries: Sequence[Entry], width: float) -> Block:
    lead, left = deal.design.lead, _left(deal, entries, width, 0.6)
    rows = [
        beside([_cell(para(colon(deal, e.caption), left - 5, lead, "right"), left), para(e.value, width - left, lead)])
        for e in entries
    ]
    return stack(rows, gap=between(deal.rng, 0, 2))


def _leaders(deal: Deal, entries: Sequence[Entry], width: float) -> Block:
    lead, left, sign = deal.design.lead, _left(deal, entries, width, 0.6) + 14, pick(deal.rng, (".", ".", "_", "-"))
    rows = []
    for e in entries:
        caption = line(e.caption, lead)
        style = deal.design.body
        count = int((left - caption.w - 8) / max(style.width(sign), 1))
        dots = [W(sign * count + (":" if deal.design.colon else ""), style)] if count > 1 else []
        rows.append(beside([_cell(para([*e.caption, *dots], left, lead), left), para(e.value, width - left, lead)]))
    return stack(rows)


def _boxed(deal: Deal, entries: Sequence[Entry], width: float) -> Block:
    design = deal.design
    pad, left = min(design.pad, 4.0), _left(deal, entries, width, 0.58) + 4
    filled, align = deal.maybe(0.4), pick(deal.rng, ("left", "left", "right", "centre"))
    rows = []
    for e in entries:
        caption = para(colon(deal, e.caption), left - 2 * pad, design.lead)
        value = para(e.value, width - left - 2 * pad, design.lead, align)
        h = max(caption.h, value.h) + 2 * pad
        row = Block(width, h)
        if filled:
            row.fills.append(Fill(0, 0, left, h, design.fill))
        row.add(caption, pad, pad).add(value, left + pad, pad)
        row.rules += box_rules(0, 0, width, h, design.box, design.rule_gray)
        row.rules.append(Rule(left, 0, left, h, design.box, design.rule_gray))
        rows.append(row)
    return stack(rows)


def _hanging(deal: Deal, entries: Sequence[Entry], width: float) -> Block:
    """Value below its caption, indented."""
    lead = deal.design.lead
    out = []
    for e in entries:
        out += [para(colon(deal, e.caption), width, lead), Block().add(para(e.value, width - 12, lead), 12, 0)]
        out[-1].w, out[-1].h = width, para(e.value, width - 12, lead).h
    return stack(out, gap=1.0)


def _value_first(deal: Deal, entries: Sequence[Entry], width: float) -> Block:
    """Small caption under its value."""
    lead = deal.design.lead
    small = deal.design.small
    return stack([
        stack([para(restyled(e.value, deal.design.strong), width, lead), para(restyled(e.caption, small), width, lead)])
        for e in entries
    ], gap=3.0)  # fmt: skip


def grid(deal: Deal, entries: Sequence[Entry], width: float, columns: int, *, boxed: bool) -> Block:
    """Captions above values in cells, several to a row."""
    design = deal.design
    pad = min(design.pad, 4.0) if boxed else 0.0
    gutter = 0.0 if boxed else 8.0
    columns = max(1, min(columns, len(entries)))
    w = (width - gutter * (columns - 1)) / columns
    caption_style = (
        design.caption if design.caption is not design.body else design.body.but(size=design.body.size * 0.8)
    )
    align = pick(deal.rng, ("left", "left", "left", "centre"))
    sign = deal.maybe(0.3)
    rows = []
    for start in range(0, len(entries), columns):
        cells = []
        for e in entries[start : start + columns]:
            caption = restyled(e.caption, caption_style)
            cells.append(stack([
                para(colon(deal, caption) if sign else caption, w - 2 * pad, design.lead, align),
                para(e.value, w - 2 * pad, design.lead, align),
            ], gap=0.5, width=w - 2 * pad))  # fmt: skip
        h = max(c.h for c in cells) + 2 * pad
        row = Block(width, h)
        for i, cell in enumerate(cells):
            x = i * (w + gutter)
            row.add(cell, x + pad, pad)
            if boxed:
                row.rules += box_rules(x, 0, x + w, h, design.box, design.rule_gray)
        rows.append(row)
    return stack(rows, gap=0.0 if boxed else between(deal.rng, 2, 7))


def titled_columns(deal: Deal, entries: Sequence[Entry], width: float) -> Block:
    """A row of captions over a row of values across the width, like a small table; more rows where it does not fit."""
    design = deal.design
    most = max(1, int(width / (design.body.size * 8)))
    look = pick(deal.rng, ("boxed", "boxed", "rule", "plain", "fill", "dark"))
    align = pick(deal.rng, ("left", "left", "centre"))
    out = []
    for start in range(0, len(entries), most):
        part = entries[start : start + most]
        natural = [max(line(e.caption).w * 0.6, line(e.value).w * 0.8, 24.0) + 8 for e in part]
        scale = width / sum(natural)
        widths = [n * scale for n in natural]
        style = design.caption.but(gray=1.0, bold=True) if look == "dark" else design.caption
        heads = [para(restyled(e.caption, style), w - 6, design.lead, align) for e, w in zip(part, widths, strict=True)]
        values = [para(e.value, w - 6, design.lead, align) for e, w in zip(part, widths, strict=True)]
        h1, h2 = max(b.h for b in heads) + 4, max(b.h for b in values) + 4
        block = Block(width, h1 + h2)
        if look in ("fill", "dark"):
            block.fills.append(Fill(0, 0, width, h1, 0.2 if look == "dark" else design.fill))
        x = 0.0
        for head, value, w in zip(heads, values, widths, strict=True):
            block.add(head, x + 3, 2).add(value, x + 3, h1 + 2)
            if look == "boxed":
                block.rules += box_rules(x, 0, x + w, h1 + h2, design.box, design.rule_gray)
            x += w
        if look in ("boxed", "rule"):
            block.rules.append(Rule(0, h1, width, h1, design.box, design.rule_gray))
        out.append(block)
    return stack(out, gap=3.0)


def boxed(deal: Deal, block: Block, width: float) -> Block:
    """A block in the document's box."""
    return framed(block, pad=deal.design.pad, width=width, border=deal.design.box, gray=deal.design.rule_gray)
