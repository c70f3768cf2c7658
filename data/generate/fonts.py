"""Widths of letters, so that words can be placed without a font engine.

The tables are the advance widths (thousandths of the size) of the PDF base fonts; a letter with diacritics takes its
base letter's width. Fonts nobody knows the name of are covered by `Style.stretch`: a factor on every width. Whoever
draws a word sets it to fill exactly `Ink.x0` to `Ink.x1`.
"""

from __future__ import annotations

import unicodedata
from functools import cache

ASCENT, DESCENT = 0.76, 0.24
"""Share of the size that a word's box reaches above and below the baseline."""

_SANS = (
    "278 278 355 556 556 889 667 191 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 278 278 "
    "584 584 584 556 1015 667 667 722 722 667 611 778 722 278 500 667 556 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 278 278 278 469 556 333 556 556 500 556 556 278 556 556 222 222 500 222 833 556 556 556 556 333 500 "
    "278 556 500 722 500 500 500 334 260 334 584"
)
_SANS_BOLD = (
    "278 333 474 556 556 889 722 238 333 333 389 584 278 333 278 278 556 556 556 556 556 556 556 556 556 556 333 333 "
    "584 584 584 611 975 722 722 722 722 667 611 778 722 278 556 722 611 833 722 778 667 778 722 667 611 722 667 944 "
    "667 667 611 333 278 333 584 556 333 556 611 556 611 556 333 611 611 278 278 556 278 889 611 611 611 611 389 556 "
    "333 611 556 778 556 556 500 389 280 389 584"
)
_SERIF = (
    "250 333 408 500 500 833 778 180 333 333 500 564 250 333 250 278 500 500 500 500 500 500 500 500 500 500 278 278 "
    "564 564 564 444 921 722 667 667 722 611 556 722 722 333 389 722 611 889 722 722 556 722 667 556 611 722 722 944 "
    "722 722 611 333 278 333 469 500 333 444 500 444 500 444 333 500 500 278 278 500 278 778 500 500 500 500 333 389 "
    "278 500 500 722 500 500 444 480 200 480 541"
)
_SERIF_BOLD = (
    "250 333 555 500 500 1000 833 278 333 333 500 570 250 333 250 278 500 500 500 500 500 500 500 500 500 500 333 333 "
    "570 570 570 500 930 722 667 722 722 667 611 778 778 389 500 778 667 944 722 778 611 778 722 556 667 722 722 1000 "
    "722 722 667 333 278 333 581 500 333 500 556 444 556 444 333 500 556 278 333 556 278 833 556 500 556 556 444 389 "
    "333 556 500 722 500 500 444 394 220 394 520"
)
_WIDE = {"—": 1000, "…": 1000, "™": 1000, "æ": 850, "œ": 900, "Æ": 950, "Œ": 1000, "€": 556, "£": 556, "·": 278,
         "•": 350, "°": 400, "²": 333, "³": 333, "\u2019": 240, "\u2018": 240, "„": 400, "“": 400, "”": 400,
         "\u2013": 556, "\u00d7": 584, "½": 834, "ß": 580, "ł": 260, "Ł": 580, "ø": 580, "Ø": 760, "№": 1050,
         "☐": 700, "☎": 800}  # fmt: skip
NARROW = 0.82
"""Width of the narrow family against sans."""


class _Table(dict[str, float]):
    """Character to width in sizes; unknown characters take their base letter's width."""

    def __missing__(self, char: str) -> float:
        base = unicodedata.normalize("NFD", char)[0]
        width = self[base] if base != char else _WIDE.get(char, 556) / 1000
        self[char] = width
        return width


def _table(widths: str, factor: float = 1.0) -> _Table:
    table = _Table((chr(32 + i), int(w) / 1000 * factor) for i, w in enumerate(widths.split()))
    table.update({c: w / 1000 * factor for c, w in _WIDE.items()})
    return table


class _Mono(_Table):
    def __missing__(self, char: str) -> float:
        return 0.6


_TABLES: dict[tuple[str, bool], _Table] = {
    ("sans", False): _table(_SANS), ("sans", True): _table(_SANS_BOLD),
    ("serif", False): _table(_SERIF), ("serif", True): _table(_SERIF_BOLD),
    ("narrow", False): _table(_SANS, NARROW), ("narrow", True): _table(_SANS_BOLD, NARROW),
    ("mono", False): _Mono(), ("mono", True): _Mono(),
}  # fmt: skip


class Style:
    """How a word is set. Made by `style`, which hands out one object per look, so that widths are measured once."""

    __slots__ = ("_known", "_widths", "bold", "font", "gray", "italic", "size", "space", "stretch")

    def __init__(self, font: str, size: float, bold: bool, italic: bool, gray: float, stretch: float) -> None:
        self.font, self.size, self.bold, self.italic, self.gray, self.stretch = font, size, bold, italic, gray, stretch
        self._widths = _TABLES[font, bold]
        self._known: dict[str, float] = {}
        self.space = self.width(" ")

    def width(self, text: str) -> float:
        """Width of `text` in points."""
        known = self._known.get(text)
        if known is None:
            if len(self._known) > 5000:
                self._known.clear()
            known = sum(map(self._widths.__getitem__, text)) * self.size * self.stretch
            self._known[text] = known
        return known

    def but(
        self, *, size: float | None = None, bold: bool | None = None, italic: bool | None = None,
        gray: float | None = None, font: str | None = None,
    ) -> Style:  # fmt: skip
        """The same look with some traits changed."""
        return style(
            self.font if font is None else font,
            self.size if size is None else size,
            self.bold if bold is None else bold,
            self.italic if italic is None else italic,
            self.gray if gray is None else gray,
            self.stretch,
        )


@cache
def _style(font: str, size: float, bold: bool, italic: bool, gray: float, stretch: float) -> Style:
    return Style(font, size, bold, italic, gray, stretch)


def style(
    font: str = "sans", size: float = 9.0, bold: bool = False, italic: bool = False, gray: float = 0.0,
    stretch: float = 1.0,
) -> Style:  # fmt: skip
    """The one `Style` object for a look; sizes are rounded to a tenth of a point."""
    if _style.cache_info().currsize > 20000:
        _style.cache_clear()
    return _style(font, round(size, 1), bold, italic, gray, round(stretch, 2))
