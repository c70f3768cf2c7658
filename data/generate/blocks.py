"""Boxes of words: the small layout engine under the grammar.

A `Block` holds placed words relative to its own top left corner. Blocks are put into blocks and at last onto a
`Sheet`; because each knows its size, nothing ever overlaps by accident.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import NamedTuple

from data.fields import NO_FIELD
from data.generate.drawing import Fill, Ink, Rule, Sheet
from data.generate.fonts import ASCENT, DESCENT, Style
from data.labels import Tag


class W(NamedTuple):
    """A word to be set: its text, its look, what it means, and which printing of its field it belongs to."""

    text: str
    style: Style
    field: str = NO_FIELD
    occurrence: int = 0


class Put(NamedTuple):
    """A word in a block."""

    x: float
    base: float
    text: str
    style: Style
    field: str
    occurrence: int
    role: str
    line: int


class Block:
    """Words, rules and fills in a rectangle of `w` x `h` points."""

    __slots__ = ("fills", "h", "puts", "rules", "w")

    def __init__(self, w: float = 0.0, h: float = 0.0) -> None:
        self.w, self.h = w, h
        self.puts: list[Put] = []
        self.rules: list[Rule] = []
        self.fills: list[Fill] = []

    def add(self, other: Block, x: float, y: float) -> Block:
        """Place `other` with its corner at (x, y); this block's size is not changed."""
        self.puts += [Put(p[0] + x, p[1] + y, *p[2:]) for p in other.puts]
        if other.rules:
            self.rules += [Rule(r.x0 + x, r.y0 + y, r.x1 + x, r.y1 + y, r.width, r.gray) for r in other.rules]
        if other.fills:
            self.fills += [Fill(f.x0 + x, f.y0 + y, f.x1 + x, f.y1 + y, f.gray) for f in other.fills]
        return self

    def mark(self, role: str, line: int) -> Block:
        """Give every word a table role and a line."""
        self.puts = [Put(*p[:6], role, line) for p in self.puts]
        return self

    def __bool__(self) -> bool:
        return bool(self.puts)


def words(text: str, style: Style, field: str = NO_FIELD, occurrence: int = 0) -> list[W]:
    """Split at white space."""
    return [W(t, style, field, occurrence) for t in text.split()]


def _height(style: Style, lead: float) -> float:
    return style.size * lead


def line(run: Sequence[W], lead: float = 1.2, gap: float = 1.0) -> Block:
    """One line, as long as it is. `gap` scales the spaces."""
    block = Block()
    if not run:
        return block
    size = max(w.style.size for w in run)
    block.h = size * lead
    base = (block.h - size * (ASCENT + DESCENT)) / 2 + size * ASCENT
    x = 0.0
    for w in run:
        block.puts.append(Put(x, base, w.text, w.style, w.field, w.occurrence, "other", -1))
        x += w.style.width(w.text) + w.style.space * gap
    block.w = x - run[-1].style.space * gap
    return block


def wrap(run: Sequence[W], width: float) -> list[list[W]]:
    """Break a run into lines no wider than `width`; a single longer word is set smaller so that it fits."""
    lines: list[list[W]] = []
    current: list[W] = []
    x = 0.0
    for w in run:
        long = w.style.width(w.text)
        if current and x + long > width:
            lines.append(current)
            current, x = [], 0.0
        if long > width:
            w = W(w.text, w.style.but(size=max(3.0, w.style.size * width / long - 0.05)), w.field, w.occurrence)
            long = w.style.width(w.text)
        current.append(w)
        x += long + w.style.space
    if current:
        lines.append(current)
    return lines


def para(run: Sequence[W], width: float, lead: float = 1.2, align: str = "left") -> Block:
    """A paragraph `width` wide. `align`: left, right or centre."""
    return lines(wrap(run, width), lead, align, width)


def lines(runs: Iterable[Sequence[W]], lead: float = 1.2, align: str = "left", width: float | None = None) -> Block:
    """Lines under each other, each as it is; as wide as the widest, or `width`."""
    return stack([line(run, lead) for run in runs], align=align, width=width)


def stack(blocks: Sequence[Block], gap: float = 0.0, align: str = "left", width: float | None = None) -> Block:
    """Blocks under each other."""
    inner = width if width is not None else max((b.w for b in blocks), default=0.0)
    out = Block(inner)
    y = 0.0
    for block in blocks:
        x = 0.0 if align == "left" else inner - block.w if align == "right" else (inner - block.w) / 2
        out.add(block, x, y)
        y += block.h + gap
    out.h = max(0.0, y - gap) if blocks else 0.0
    return out


def beside(blocks: Sequence[Block], gap: float = 0.0, valign: str = "top") -> Block:
    """Blocks side by side. `valign`: top, middle or bottom."""
    out = Block()
    out.h = max((b.h for b in blocks), default=0.0)
    x = 0.0
    for block in blocks:
        y = 0.0 if valign == "top" else out.h - block.h if valign == "bottom" else (out.h - block.h) / 2
        out.add(block, x, y)
        x += block.w + gap
    out.w = max(0.0, x - gap)
    return out


def framed(
    block: Block, *, pad: float = 4.0, width: float | None = None, height: float | None = None,
    border: float = 0.5, fill: float | None = None, gray: float = 0.0,
) -> Block:  # fmt: skip
    """A block in a box; `border` 0 draws no lines, `fill` shades it."""
    w = max(block.w + 2 * pad, width or 0.0)
    h = max(block.h + 2 * pad, height or 0.0)
    out = Block(w, h)
    if fill is not None:
        out.fills.append(Fill(0, 0, w, h, fill))
    out.add(block, pad, pad)
    if border:
        out.rules += box_rules(0, 0, w, h, border, gray)
    return out


def box_rules(x0: float, y0: float, x1: float, y1: float, width: float = 0.5, gray: float = 0.0) -> list[Rule]:
    """The four sides of a rectangle."""
    return [
        Rule(x0, y0, x1, y0, width, gray), Rule(x0, y1, x1, y1, width, gray),
        Rule(x0, y0, x0, y1, width, gray), Rule(x1, y0, x1, y1, width, gray),
    ]  # fmt: skip


_TAGS: dict[tuple[str, str, int], Tag] = {}


def tag(field: str, role: str, line: int) -> Tag:
    """The one `Tag` object for its values."""
    known = _TAGS.get((field, role, line))
    if known is None:
        known = _TAGS[field, role, line] = Tag(field, role, line)
    return known


def emit(block: Block, sheet: Sheet, x: float, y: float) -> list[int]:
    """Draw a block onto a sheet. Returns the occurrence of each word drawn, in order."""
    ink = sheet.ink
    for px, base, text, style, field, _, role, line in block.puts:
        x0, size = px + x, style.size
        base += y
        ink.append(
            Ink(text, x0, base - ASCENT * size, x0 + style.width(text), base + DESCENT * size, base, style.font, size,
                style.bold, style.italic, style.gray, tag(field, role, line))
        )  # fmt: skip
    for r in block.rules:
        sheet.rules.append(Rule(r.x0 + x, r.y0 + y, r.x1 + x, r.y1 + y, r.width, r.gray))
    for f in block.fills:
        sheet.fills.append(Fill(f.x0 + x, f.y0 + y, f.x1 + x, f.y1 + y, f.gray))
    return [p[5] for p in block.puts]
