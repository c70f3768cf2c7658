"""Glyphs to words: split at white space and at gaps wider than the font's letters keep between them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.readers.frame import Boxes, turn
from data.readers.textlayer import Glyphs
from data.schema import Box, Word

GAP = 0.15
"""Gap in font sizes that ends a word within one text object; a normal space is 0.25 to 0.33."""
RUN_GAP = 0.10
"""The same between two text objects: producers place cells and kerned pieces exactly."""
BACK = 0.35
"""Step back in font sizes that ends a word (kerning steps back less)."""
TIGHT_SPACE = 0.12
"""A space glyph that leaves less than this between two characters of a number does not part them ("40. 00")."""
SPACED_GAP = 1.0
"""Letter-spaced text keeps its letters within this gap."""
_NUMERIC = frozenset("0123456789.,'\u2019-+/%")


@dataclass(slots=True)
class _Piece:
    """A word in the making, in the frame in which its text runs to the right."""

    start: int
    stop: int


def group(glyphs: Glyphs, width: float, height: float) -> tuple[list[Word], list[npt.NDArray[np.intp]]]:
    """Words of a page of `width` x `height` points, and for each the indices of its glyphs.

    Text is grouped apart for each writing direction (0, 90, 180, 270 degrees; oblique text by its nearest one), in a
    frame turned so that it runs to the right. Boxes come back in the frame of the page.
    """
    words: list[Word] = []
    members: list[npt.NDArray[np.intp]] = []
    angles = np.array([run.angle for run in glyphs.table] or [0.0])
    quarters = np.round(angles / 90).astype(int) % 4
    for quarter in range(4):
        chosen = np.flatnonzero(quarters[glyphs.runs] == quarter) if len(glyphs) else np.empty(0, dtype=np.intp)
        if len(chosen):
            upright = turn(glyphs.boxes[chosen], width, height, -quarter)
            for indices in _split(glyphs.take(chosen), upright):
                words.append(_word(glyphs, chosen[indices]))
                members.append(chosen[indices])
    return words, members


def _split(glyphs: Glyphs, boxes: Boxes) -> list[npt.NDArray[np.intp]]:
    """Index arrays of the words in `glyphs`, whose text runs to the right in `boxes`."""
    sizes = np.array([run.size for run in glyphs.table])[glyphs.runs]
    sizes = np.maximum(sizes, 0.1)
    space = is_space(glyphs.codes)
    ink = np.flatnonzero(~space)
    if not len(ink):
        return []
    left, right = ink[:-1], ink[1:]
    size = np.minimum(sizes[left], sizes[right])
    gap = (boxes[right, 0] - boxes[left, 2]) / size
    same_box = np.all(boxes[left] == boxes[right], axis=1)
    shared = np.minimum(boxes[left, 3], boxes[right, 3]) - np.maximum(boxes[left, 1], boxes[right, 1])
    lower = np.minimum(boxes[left, 3] - boxes[left, 1], boxes[right, 3] - boxes[right, 1])
    level = shared > 0.5 * np.maximum(lower, 0.1)
    spaced = (right - left) > 1
    numeric = _is_numeric(glyphs.codes)
    tight = numeric[left] & numeric[right] & (gap < TIGHT_SPACE)
    limit = np.where(glyphs.runs[left] == glyphs.runs[right], GAP, RUN_GAP)
    limit = _widen_letter_spacing(limit, gap, level, spaced)
    split = (gap > limit) | (gap < -BACK) | ~level | (spaced & ~tight)
    split &= ~same_box
    return [part for part in np.split(ink, np.flatnonzero(split) + 1) if len(part)]


def _widen_letter_spacing(
    limit: npt.NDArray[np.float64],
    gap: npt.NDArray[np.float64],
    level: npt.NDArray[np.bool_],
    spaced: npt.NDArray[np.bool_],
) -> npt.NDArray[np.float64]:
    """Raise the limit where at least four letters stand at one even distance (letter-spaced titles, comb fields)."""
    if not np.any((gap > limit) & (gap < SPACED_GAP) & level & ~spaced):
        return limit
    limit = limit.copy()
    joined = level & ~spaced & (gap > -BACK) & (gap < SPACED_GAP)
    edges = np.flatnonzero(np.diff(np.concatenate(([0], joined.view(np.int8), [0]))))
    for start, stop in zip(edges[::2], edges[1::2], strict=True):
        gaps = gap[start:stop]
        if len(gaps) < 3:
            continue
        middle = float(np.median(gaps))
        if middle > GAP and float(np.mean(np.abs(gaps - middle) < 0.1)) > 0.7:
            limit[start:stop] = 1.5 * middle
    return limit


def is_space(codes: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """White space of any width, line ends included."""
    return np.asarray(
        (codes == 32) | (codes == 160) | ((codes >= 9) & (codes <= 13)) | ((codes >= 0x2000) & (codes <= 0x200A))
        | (codes == 0x202F) | (codes == 0x205F) | (codes == 0x3000) | (codes == 0x2028) | (codes == 0x2029)
    )  # fmt: skip


def _is_numeric(codes: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    return np.isin(codes, [ord(c) for c in _NUMERIC])


def _word(glyphs: Glyphs, indices: npt.NDArray[np.intp]) -> Word:
    boxes = glyphs.boxes[indices]
    x0, y0 = boxes[:, :2].min(axis=0)
    x1, y1 = boxes[:, 2:].max(axis=0)
    text = "".join(map(chr, glyphs.codes[indices].tolist()))
    run = glyphs.table[glyphs.runs[indices[0]]]
    box = Box(round(float(x0), 2), round(float(y0), 2), round(float(x1), 2), round(float(y1), 2))
    return Word(unicodedata.normalize("NFC", text), box, size=round(run.size, 2), bold=run.bold)
