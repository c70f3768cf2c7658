"""Text that the file holds but the page does not show: dropped and reported, for it is a way to defraud a reader.

Some of it tells by itself (invisible render mode, tiny, outside the page). The rest (white on white, covered by a
picture, clipped away, switched-off layers) tells by the pixels: the page is rendered once as it is and once with all
text switched off; a word that makes no difference is not seen, whatever its colour. White text on a dark fill is. Where
words lie on one another, the text of each is switched off alone.
"""

from __future__ import annotations

import ctypes
import re
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from data.readers.frame import Boxes, Frame
from data.readers.textlayer import Glyphs, prototype
from data.schema import Warning_, Word

INVISIBLE = 3
TINY = 1.5
"""Font size in points below which nobody can read; the smallest print in contracts has about 4."""
CONTRAST = 10
"""Grey levels of 255 by which a pixel must change for text to be seen."""
MAX_PIXELS = 1_500_000
"""Of the picture of a page that is compared; larger pages are compared at a smaller scale."""
MAX_QUOTED = 60
MAX_PAIRS = 5_000_000
"""Pairs of words compared; no page of print comes near."""
OVERPRINT = 0.3
"""Share of the smaller of two word boxes that lies on the other one when one may hide the other."""

_set_active = prototype("FPDFPageObj_SetIsActive", ctypes.c_int, ctypes.c_void_p, ctypes.c_int)
_AMOUNT = re.compile(
    r"\d[\d .,'\u2019\u00a0]*[.,]\d{2}\b|[$\u20ac\u00a3]\s?\d"
    r"|\d\s?(?:\u20ac|EUR|USD|GBP|CHF|PLN|CZK|z\u0142|K\u010d)"
)

Pixels = npt.NDArray[np.uint8]
Mask = npt.NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Look:
    """A page as the eye sees it, in grey at `scale` pixels a point."""

    whole: Pixels
    """(height, width) the page."""
    ink: Pixels
    """(height, width) how much each pixel changes by the text."""
    rest: Pixels
    """(height, width) the page without its text."""
    scale: float


def look(page: Any, glyphs: Glyphs, frame: Frame) -> Look:
    """Render a loaded page with and without its text."""
    area = max(frame.width * frame.height, 1.0)
    scale = min(1.0, (MAX_PIXELS / area) ** 0.5)
    whole = render(page, scale)
    with without_text(glyphs):
        rest = render(page, scale)
    return Look(whole, np.asarray(cv2.absdiff(whole, rest), dtype=np.uint8), rest, scale)


def look_at(page: Any, glyphs: Glyphs, runs: Sequence[int], picture: Look) -> Look:
    """The same for the text of some text objects only, all other text left in place."""
    with without_text(glyphs, runs):
        rest = render(page, picture.scale)
    return Look(picture.whole, np.asarray(cv2.absdiff(picture.whole, rest), dtype=np.uint8), rest, picture.scale)


def overprinted(boxes: Boxes) -> npt.NDArray[np.intp]:
    """(pairs, 2) indices of words that lie on one another by more than `OVERPRINT` of the smaller box."""
    order = np.argsort(boxes[:, 0], kind="stable")
    starts, ends = boxes[order, 0], boxes[order, 2]
    first = np.arange(len(order))
    counts = np.searchsorted(starts, ends) - first - 1  # those that start within each one's width
    counts = np.clip(counts, 0, None)
    if counts.sum() > MAX_PAIRS:
        return np.empty((0, 2), dtype=np.intp)
    a = np.repeat(first, counts)
    b = np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + a + 1
    one, two = boxes[order[a]], boxes[order[b]]
    wide = np.minimum(one[:, 2], two[:, 2]) - two[:, 0]
    high = np.minimum(one[:, 3], two[:, 3]) - np.maximum(one[:, 1], two[:, 1])
    area = (boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1])
    smaller = np.minimum(area[order[a]], area[order[b]])
    over = (high > 0) & (wide * high > OVERPRINT * smaller)
    return np.sort(np.stack((order[a[over]], order[b[over]]), axis=1), axis=1)


@contextmanager
def without_text(glyphs: Glyphs, runs: Sequence[int] | None = None) -> Iterator[None]:
    """Switch the text of a loaded page off for a while, all or that of some text objects."""
    chosen = glyphs.table.address if runs is None else glyphs.table.address[list(runs)]
    addresses = [address for address in chosen.tolist() if address]
    for address in addresses:
        _set_active(address, 0)
    try:
        yield
    finally:
        for address in addresses:
            _set_active(address, 1)


def render(page: Any, scale: float) -> Pixels:
    """The page content in grey without annotations, (height, width), white paper."""
    bitmap = page.render(scale=scale, grayscale=True, may_draw_forms=False, draw_annots=False)
    pixels = np.array(bitmap.to_numpy())
    bitmap.close()
    return pixels.reshape(pixels.shape[:2])


def unseen_by_nature(glyphs: Glyphs, frame: Frame) -> npt.NDArray[np.bool_]:
    """(n,) glyphs that are invisible, tiny or outside the page."""
    boxes = glyphs.boxes
    across, down = (boxes[:, 0] + boxes[:, 2]) / 2, (boxes[:, 1] + boxes[:, 3]) / 2
    outside = (across < 0) | (across > frame.width) | (down < 0) | (down > frame.height)
    extent = np.minimum(boxes[:, 2] - boxes[:, 0], boxes[:, 3] - boxes[:, 1])
    tiny = (glyphs.sizes < TINY) & (extent < TINY)
    return np.asarray((glyphs.table.mode[glyphs.runs] == INVISIBLE) | tiny | outside)


def seen(boxes: Boxes, picture: Look) -> npt.NDArray[np.bool_]:
    """(n,) whether any ink of the text lies in the middle of each box."""
    _, changed = cv2.threshold(picture.ink, CONTRAST - 1, 1, cv2.THRESH_BINARY)
    sums = cv2.integral(changed)
    x0, y0, x1, y1 = (boxes * picture.scale).T
    inset_x, inset_y = np.minimum(0.1 * (x1 - x0), 1.0), np.minimum(0.1 * (y1 - y0), 1.0)
    high, wide = changed.shape
    left = np.clip(np.floor(x0 + inset_x), 0, wide).astype(int)
    right = np.clip(np.ceil(x1 - inset_x), 0, wide).astype(int)
    top = np.clip(np.floor(y0 + inset_y), 0, high).astype(int)
    bottom = np.clip(np.ceil(y1 - inset_y), 0, high).astype(int)
    return np.asarray(sums[bottom, right] - sums[top, right] - sums[bottom, left] + sums[top, left] > 0)


def without_doubles(hidden: Sequence[Word], shown: Sequence[Word]) -> list[Word]:
    """Hidden words that do not merely repeat what is printed at the same place (a harmless copy of the text)."""
    places: dict[str, list[Word]] = {}
    for word in shown:
        places.setdefault(word.text, []).append(word)
    return [
        word
        for word in hidden
        if any(c.isalnum() for c in word.text) and not any(_overlap(word, other) for other in places.get(word.text, ()))
    ]


def _overlap(one: Word, two: Word) -> bool:
    a, b = one.box, two.box
    return a.x0 < b.x1 and b.x0 < a.x1 and a.y0 < b.y1 and b.y0 < a.y1


def warnings_about(hidden: Sequence[Word], clipped: Sequence[Word], page: int) -> list[Warning_]:
    """What to say about words that the file holds and the page does not show.

    Text that a cell or the page cuts off is a matter of layout, unless an amount is cut off.
    """
    found = []
    if any(has_amount(word.text) for word in clipped) or has_amount(" ".join(word.text for word in clipped)):
        hidden, clipped = [*hidden, *clipped], []
    if hidden:
        amount = " It contains an amount." if has_amount(" ".join(word.text for word in hidden)) else ""
        said = f"{_count(hidden, 'hidden')} not printed on the page, left out: {_quote(hidden)}.{amount}"
        found.append(Warning_("hidden_text", said, page))
    if clipped:
        found.append(Warning_("clipped_text", f"{_count(clipped, 'cut-off')} left out: {_quote(clipped)}.", page))
    return found


def has_amount(text: str) -> bool:
    """Whether text holds something like an amount of money."""
    return _AMOUNT.search(text) is not None


def _count(words: Sequence[Word], kind: str) -> str:
    return f"{len(words)} {kind} word{'s' if len(words) > 1 else ''}"


def _quote(words: Sequence[Word]) -> str:
    text = " ".join(word.text for word in words)
    return f"\u201c{text if len(text) <= MAX_QUOTED else text[: MAX_QUOTED - 1] + chr(0x2026)}\u201d"
