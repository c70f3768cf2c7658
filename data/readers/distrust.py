"""A text layer in doubt held against the picture: a few of its numbers are recognised and compared.

A font may draw a 9 and call it a 1. Its letters make words, so that `data.readers.health` finds nothing wrong. Where a
page gives cause for doubt (glyphs without characters, amounts hidden behind what is shown) its amounts are looked at.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

from data.readers.hidden import Pixels, has_amount, render
from data.readers.ocr_figures import FigureReader
from data.schema import Word

WELL = 0.95
"""Health of a text layer below which its numbers are looked at."""
ASKED = 12
"""Numbers of a page that are recognised, at 5 ms each; amounts first."""
CERTAIN = 0.8
"""Least certainty with which a number must be recognised to contradict the text."""
FEWEST = 2
"""Numbers that must contradict the text, and be half of those asked, for the whole layer to be wrong."""
SCALE = 200 / 72
"""Pixels a point."""
_NUMBER = re.compile(r"[\d.,'-]*\d[\d.,'-]*")


@dataclass(frozen=True, slots=True)
class Difference:
    """A number of the text and what the page shows in its place."""

    word: Word
    shown: str


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the comparison found."""

    differences: tuple[Difference, ...] = ()
    all_wrong: bool = False
    """The text as a whole is not what is printed."""


def in_doubt(health: float, unseen: Sequence[Word]) -> bool:
    """True for a page whose text is to be held against the picture."""
    return health < WELL or any(has_amount(word.text) for word in unseen)


def compare(page: Any, words: Sequence[Word], reader: FigureReader) -> Verdict:
    """Recognise numbers of a loaded page's text (`words`, in its displayed frame) and tell which differ."""
    numbers = [word for word in words if len(word.text) > 1 and _NUMBER.fullmatch(word.text)]
    asked = sorted(numbers, key=lambda word: not has_amount(word.text))[:ASKED]
    if not asked:
        return Verdict()
    whole = render(page, SCALE)
    found = []
    for word, (text, certainty) in zip(asked, reader.figures([_cut(whole, word) for word in asked]), strict=True):
        printed, seen = _digits(word.text), _digits(text)
        if certainty >= CERTAIN and len(seen) == len(printed) and seen != printed:
            found.append(Difference(word, text))
    return Verdict(tuple(found), len(found) >= max(FEWEST, len(asked) / 2))


def _cut(whole: Pixels, word: Word) -> Pixels:
    margin = 0.1 * word.box.height
    x0, y0 = (max(round((v - margin) * SCALE), 0) for v in (word.box.x0, word.box.y0))
    x1, y1 = (round((v + margin) * SCALE) for v in (word.box.x1, word.box.y1))
    part = whole[y0:y1, x0:x1]
    if not part.size:  # outside the page
        part = np.full((8, 8), 255, dtype=np.uint8)
    return np.repeat(part[:, :, None], 3, axis=2)


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())
