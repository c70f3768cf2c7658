"""Where the parts of a header stand: rows, columns, forms, window letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from data.generate.blocks import Block, framed, stack
from data.generate.choose import between, pick, weighted
from data.generate.deal import Deal
from data.generate.drawing import Rule

Make = Callable[[float], Block]
ARRANGEMENTS = {"rows": 0.4, "columns": 0.26, "window": 0.13, "stacked": 0.06, "form": 0.15}
RESERVED_ARRANGEMENTS = ("sidebar", "upturned")


@dataclass(slots=True)
class Part:
    """Something in the header: drawn for the width it gets. `wide` parts want the whole width."""

    name: str
    make: Make
    tier: int = 1
    wide: bool = False


def arrange(deal: Deal, parts: list[Part]) -> list[tuple[Block, float, bool]]:
    """Put the parts into rows of one to four columns; each row comes with the gap below it.

    The third value says that the row identifies the document and may repeat on later pages.
    """
    rng, width = deal.rng, deal.design.inner
    kind = deal.choose.made["header"]
    _order(deal, parts, kind)
    rows: list[tuple[Block, bool]] = []
    queue = list(parts)
    if kind == "columns":
        queue = [p for p in parts if p.wide]
        rows.append((_columns(deal, [p for p in parts if not p.wide], width), True))
    while queue:
        part = queue.pop(0)
        row = [part]
        if not part.wide and kind != "stacked":
            want = weighted(rng, {1: 0.15, 2: 0.53, 3: 0.27, 4: 0.05})
            while queue and len(row) < want and not queue[0].wide and width / (len(row) + 1) > 95:
                row.append(queue.pop(0))
        known = any(p.name in ("letterhead", "title", "meta0") for p in row)
        block = _row(deal, row, width, kind)
        if kind == "window" and row[0].name.startswith("party.") and deal.maybe(0.7):
            block = _lowered(block, 128 - deal.design.top - sum(r.h for r, _ in rows))
        rows.append((block, known))
    gap, loose = between(rng, 4, 18), deal.maybe(0.3)
    ruled = deal.maybe(0.1)
    out = []
    for block, known in rows:
        below = between(rng, 2, 26) if loose else gap
        if ruled and block is not rows[-1][0]:
            y = block.h + below / 2
            block.rules.append(Rule(0, y, width, y, deal.design.box, deal.design.rule_gray))
        out.append((block, below, known))
    return out


def _columns(deal: Deal, parts: list[Part], width: float) -> Block:
    """Two or three columns, each with its parts under each other; their lines need not be level."""
    rng = deal.rng
    count = 3 if width > 420 and deal.maybe(0.2) else 2
    gap = between(rng, 5, 30)
    shares = [between(rng, 0.7, 1.3) for _ in range(count)]
    widths = [(width - gap * (count - 1)) * s / sum(shares) for s in shares]
    stacks: list[list[Block]] = [[] for _ in range(count)]
    heights = [0.0] * count
    step = between(rng, 3, 16)
    for part in parts:
        at = heights.index(min(heights)) if deal.maybe(0.75) else int(rng.random() * count)
        block = part.make(widths[at])
        stacks[at].append(block)
        heights[at] += block.h + step
    out, x = Block(width, max(heights)), 0.0
    for blocks, w in zip(stacks, widths, strict=True):
        out.add(stack(blocks, gap=step, width=w), x, 0)
        x += w + gap
    return out


def _lowered(block: Block, by: float) -> Block:
    """Space above the address so that it shows in the window of an envelope."""
    if by <= 0:
        return block
    return Block(block.w, block.h + by).add(block, 0, by)


def _order(deal: Deal, parts: list[Part], kind: str) -> None:
    rng = deal.rng
    rng.shuffle(parts)
    if kind == "upturned":
        parts.sort(key=lambda p: -p.tier)
    elif deal.maybe(0.92):
        parts.sort(key=lambda p: p.tier)
    if kind == "window":
        addressee = "party.seller" if deal.outgoing else "party.buyer"
        rank = {"letterhead": 0, "logo": 0, addressee: 1, "meta0": 2, "title": 5}
        parts.sort(key=lambda p: rank.get(p.name, 3 if p.tier == 1 else 6))


def _row(deal: Deal, row: list[Part], width: float, kind: str) -> Block:
    """One row of the header: its parts side by side."""
    rng = deal.rng
    if len(row) == 1:
        part = row[0]
        alone = width if part.wide or part.tier == 0 or deal.maybe(0.5) else width * between(rng, 0.4, 0.75)
        block = part.make(alone)
        out = Block(width, block.h)
        x = width - alone if alone < width and deal.maybe(0.35) else 0.0
        return out.add(block, x, 0)
    gap = (
        0.0 if kind == "form" and deal.maybe(0.5) else between(rng, 8, 24) if deal.maybe(0.7) else between(rng, 4.5, 8)
    )
    shares = [1.0] * len(row) if deal.maybe(0.4) else [between(rng, 0.7, 1.4) for _ in row]
    if kind == "sidebar":
        shares[-1] *= 0.55
    room = width - gap * (len(row) - 1)
    widths = [room * s / sum(shares) for s in shares]
    boxed = kind == "form" and deal.maybe(0.8)
    pad = deal.design.pad if boxed else 0.0
    blocks = [p.make(w - 2 * pad) for p, w in zip(row, widths, strict=True)]
    height = max(b.h for b in blocks) + 2 * pad
    out = Block(width, height)
    x, valign = 0.0, pick(rng, ("top", "top", "top", "bottom"))
    for block, w in zip(blocks, widths, strict=True):
        if boxed:
            block = framed(block, pad=pad, width=w, height=height, border=deal.design.box, gray=deal.design.rule_gray)
        out.add(block, x, 0 if valign == "top" else height - block.h)
        x += w + gap
    return out
