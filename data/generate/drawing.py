"""A page as drawn: what the layout grammar makes, and what becomes words, a PDF or a picture.

Points, origin top left, y downwards, as in `data.schema`. The same drawing gives the words for training (no PDF
involved) and, through `data.generate.render`, a real PDF whose text layer reads back as the same words.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from data.labels import Tag


@dataclass(slots=True)
class Ink:
    """One printed word (no white space inside) with its font and its truth."""

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    baseline: float
    font: str = "sans"
    """sans, serif, mono or narrow."""
    size: float = 10.0
    bold: bool = False
    italic: bool = False
    gray: float = 0.0
    """0 black to 1 white; white text is only ever drawn on a dark `Fill`."""
    tag: Tag = field(default_factory=Tag)


@dataclass(slots=True)
class Rule:
    """A straight line (table rules, underlines)."""

    x0: float
    y0: float
    x1: float
    y1: float
    width: float = 0.5
    gray: float = 0.0


@dataclass(slots=True)
class Fill:
    """A filled rectangle under the text (zebra rows, dark heads, logo blocks)."""

    x0: float
    y0: float
    x1: float
    y1: float
    gray: float = 0.9


@dataclass(slots=True)
class Sheet:
    """One drawn page."""

    width: float = 595.3
    height: float = 841.9
    ink: list[Ink] = field(default_factory=list)
    rules: list[Rule] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
