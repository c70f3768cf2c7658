"""How the words of a document look to the memory: what they say, their shape, their neighbours and their place.

Lengths are thousandths of the page's width, so that scans of another size compare; words stand in reading order.
"""

from __future__ import annotations

import re
import zlib
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.rows import visual_rows
from data.schema import Document
from models.blocks import above

Ints = NDArray[np.int64]
Floats = NDArray[np.float32]
NONE = 0
"""Number of what is not there."""
_DIGITS = re.compile(r"[0-9]")
_LETTERS = re.compile(r"[^\W\d_]+")
_SIGNS = re.compile(r"[:.,;*]+$")


@dataclass(frozen=True)
class Look:
    """`n` words of a document. All arrays are `[n]`."""

    texts: tuple[str, ...]
    key: Ints
    """Hash of the text, digits all alike."""
    fixed: NDArray[np.bool_]
    """Words without digits and of more than one letter: captions, names, texts."""
    shape: Ints
    """Hash of the pattern of letters, digits and signs."""
    left: Ints
    """Key of the word to the left in the row, `NONE` for the first; digits alike."""
    caption: Ints
    """Key of the nearest fixed word to the left in the row."""
    right: Ints
    above: Ints
    """Key of the word above."""
    x0: Floats
    x1: Floats
    y: Floats
    """Middle, counted from the top of its page."""
    page: Ints
    row: Ints
    size: Floats
    """Height of the word."""

    def __len__(self) -> int:
        return len(self.texts)

    @classmethod
    def of(cls, document: Document) -> Look:
        """The look of a document that lies straight."""
        texts: list[str] = []
        place: list[tuple[float, float, float, float]] = []
        page, row, rows = [], [], 0
        for number, sheet in enumerate(document.pages):
            unit = 1000.0 / max(sheet.width, 1.0)
            for line in visual_rows(sheet.words):
                for k in line:
                    b = sheet.words[k].box
                    texts.append(sheet.words[k].text)
                    place.append((b.x0 * unit, b.y0 * unit, b.x1 * unit, b.y1 * unit))
                    page.append(number)
                    row.append(rows)
                rows += 1
        boxes = np.array(place, np.float32).reshape(-1, 4)
        return cls.made(tuple(texts), boxes, np.array(page, np.int64), np.array(row, np.int64))

    @classmethod
    def made(
        cls, texts: tuple[str, ...], boxes: NDArray[np.float32], page: Ints, row: Ints,
        over: NDArray[np.int32] | None = None,
    ) -> Look:  # fmt: skip
        """From words, scaled boxes `[n, 4]`, pages and rows; `over` is the word above each, -1 for none, if known."""
        count = len(texts)
        key = np.array([_hash(plain(t)) for t in texts], np.int64)
        fixed = np.array([is_fixed(t) for t in texts], bool)
        up = np.zeros(0, np.int32) if over is None else over
        if over is None and count:
            up = above(boxes, row.astype(np.int32), page.astype(np.int32))
        left, right, caption = (np.zeros(count, np.int64) for _ in range(3))
        known = NONE
        for k in range(count):
            if k and row[k] == row[k - 1]:
                left[k] = key[k - 1]
                right[k - 1] = key[k]
                known = key[k - 1] if fixed[k - 1] else known
            else:
                known = NONE
            caption[k] = known
        middle, height = (boxes[:, 1] + boxes[:, 3]) / np.float32(2), boxes[:, 3] - boxes[:, 1]
        return cls(
            texts, key, fixed, np.array([_hash(shape(t)) for t in texts], np.int64), left, caption, right,
            np.where(up >= 0, key[up], NONE), boxes[:, 0], boxes[:, 2], middle.astype(np.float32), page, row, height,
        )  # fmt: skip


def plain(text: str) -> str:
    """Small letters, digits all alike, signs at the end left out."""
    return _DIGITS.sub("0", _SIGNS.sub("", text.casefold()) or text)


def is_fixed(text: str) -> bool:
    return not _DIGITS.search(text) and sum(c.isalpha() for c in text) > 1


def shape(text: str) -> str:
    """ "PO-4711" is "a-0": kinds of characters, repeated ones once."""
    out = "".join("0" if c.isdigit() else "a" if c.isalpha() else c for c in text)
    return re.sub(r"(.)\1+", r"\1", out)


def _hash(text: str) -> int:
    return zlib.crc32(text.encode("utf-8", "replace")) + 1
