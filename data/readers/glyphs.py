"""Glyph repairs before words are made: characters that stand for nothing, and glyphs printed twice.

Producers without a bold font print text twice, a fraction of a point apart. Read as it stands this doubles amounts
("440000,,0000"). Only glyphs that are the same character *and* lie on one another are one glyph: "11", "00" and "ll"
stand side by side, and the two letters of an "ff" ligature share one box of one drawing step.
"""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import numpy.typing as npt

from data.readers.textlayer import Glyphs

SAME = 0.5
"""Share of the larger glyph box that two prints of one glyph have in common."""
BIN = 2.0
"""Height in points of the bands in which twins are looked for; twins lie within half of it vertically."""
WHOLE = 0.6
"""Share of a text object's glyphs that lie on twins when it is a second print."""
NARROWEST = 0.15
"""Width of the narrowest letter in font sizes."""
MANY = 4
"""Slices of a glyph from which they are replacement text, and not thin letters."""
VISIBLE_OFFSET = 0.1
"""Points between two prints that make a letter look bold."""

HYPHEN = 0x2D
UNKNOWN = 0xFFFD
"""Stands for a printed glyph that has no character, so that its word stays in one piece and shows the damage."""
_HYPHENS = (0x02, 0xAD, 0x2010, 0x2011)
"""PDFium's own mark of a hyphen at a line end, soft hyphen, hyphen, no-break hyphen."""
_ZERO_WIDTH = (0x200B, 0x200C, 0x200D, 0x2060, 0xFEFF, 0x200E, 0x200F)
LIGATURES = {
    0xFB00: "ff", 0xFB01: "fi", 0xFB02: "fl", 0xFB03: "ffi", 0xFB04: "ffl", 0xFB05: "st", 0xFB06: "st",
    0x0132: "IJ", 0x0133: "ij",
}  # fmt: skip
"""Ligature characters by their letters. Applied to the text of finished words."""


def clean(glyphs: Glyphs) -> Glyphs:
    """`glyphs` with hyphens unified, glyphs that stand for no character marked and double prints read once."""
    codes = _whole_characters(np.where(np.isin(glyphs.codes, _HYPHENS), HYPHEN, glyphs.codes))
    control = ((codes < 32) & ~((codes >= 9) & (codes <= 13))) | ((codes >= 0x7F) & (codes < 0xA0))
    half = (codes >= 0xD800) & (codes <= 0xDFFF)
    empty = np.isin(codes, _ZERO_WIDTH) | (half & np.concatenate(([False], codes[:-1] > 0xFFFF))[: len(codes)])
    codes = np.where(control | half, UNKNOWN, codes)
    return single(_only_drawn(replace(glyphs, codes=codes).take(~empty)))


def _only_drawn(glyphs: Glyphs) -> Glyphs:
    """Mark glyphs that claim more letters than fit into them: replacement text (/ActualText) of an icon is not printed.

    PDFium gives such letters the box of the glyph, or cuts it into slices of one width.
    """
    if len(glyphs) < 2:
        return glyphs
    width = (glyphs.boxes[:, 2:] - glyphs.boxes[:, :2]).max(axis=1)
    thin = (glyphs.boxes[:, 2] - glyphs.boxes[:, 0]) / np.maximum(glyphs.sizes, 0.1)
    before, after = np.arange(len(glyphs) - 1), np.arange(1, len(glyphs))
    shared = _ligature(glyphs, before, after)
    sliced = (thin[before] < NARROWEST) & (np.abs(thin[before] - thin[after]) < 1e-3) & (thin[before] > 0)
    sliced &= (glyphs.runs[before] == glyphs.runs[after]) & ~shared
    glyph = np.concatenate(([0], np.cumsum(~(shared | sliced))))
    letters = np.bincount(glyph)[glyph]
    in_slices = np.isin(glyph, glyph[after[sliced]])
    room = np.where(in_slices, thin * letters, width / np.maximum(glyphs.sizes, 0.1))
    crowded = (letters >= np.where(in_slices, MANY, 2)) & (letters * NARROWEST > room)
    first = np.concatenate(([True], ~(shared | sliced)))
    return replace(glyphs, codes=np.where(crowded, UNKNOWN, glyphs.codes)).take(~crowded | first)


def _whole_characters(codes: npt.NDArray[np.int32]) -> npt.NDArray[np.int32]:
    """PDFium gives characters beyond U+FFFF as two UTF-16 halves: put them together in the first one's place."""
    high = np.flatnonzero((codes[:-1] >= 0xD800) & (codes[:-1] < 0xDC00) & (codes[1:] >= 0xDC00) & (codes[1:] < 0xE000))
    if len(high):
        codes = codes.copy()
        codes[high] = 0x10000 + ((codes[high] - 0xD800) << 10) + (codes[high + 1] - 0xDC00)
    return codes


def meaningless(codes: npt.NDArray[np.int32]) -> npt.NDArray[np.bool_]:
    """Characters that no printed glyph means: NUL and controls, U+FFFD, private use, surrogates, noncharacters."""
    space = (codes >= 9) & (codes <= 13)
    return np.asarray(
        ((codes < 32) & ~space & (codes != 2)) | ((codes >= 0x7F) & (codes < 0xA0)) | (codes == 0xFFFD)
        | ((codes >= 0xD800) & (codes <= 0xF8FF)) | (codes >= 0xF0000) | ((codes & 0xFFFE) == 0xFFFE)
    )  # fmt: skip


def single(glyphs: Glyphs) -> Glyphs:
    """Glyphs printed on top of themselves once, the first print kept and marked bold where the offset shows."""
    for _ in range(4):  # three prints and more may need a second look
        first, second = _reprinted(glyphs, *_twins(glyphs))
        if not len(first):
            break
        offset = np.abs(glyphs.boxes[first] - glyphs.boxes[second]).max(axis=1)
        bold = glyphs.bold.copy()
        bold[first[offset >= VISIBLE_OFFSET]] = True
        keep = np.ones(len(glyphs), dtype=np.bool_)
        keep[second] = False
        glyphs = replace(glyphs, bold=bold).take(keep)
    return glyphs


def _twins(glyphs: Glyphs) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """Pairs of indices of one glyph printed twice, the earlier print first."""
    firsts, seconds = [], []
    printed = np.flatnonzero(glyphs.codes != 32)
    for phase in (0.0, BIN / 2):
        bands = np.floor((glyphs.boxes[printed, 1] + phase) / BIN)
        order = printed[np.lexsort((glyphs.boxes[printed, 0], bands, glyphs.codes[printed]))]
        a, b = order[:-1], order[1:]
        pairs = (glyphs.codes[a] == glyphs.codes[b]) & (_common(glyphs, a, b) > SAME) & ~_ligature(glyphs, a, b)
        firsts.append(np.minimum(a, b)[pairs])
        seconds.append(np.maximum(a, b)[pairs])
    return np.concatenate(firsts), np.concatenate(seconds)


def _reprinted(
    glyphs: Glyphs, first: npt.NDArray[np.intp], second: npt.NDArray[np.intp]
) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    """The pairs whose later print belongs to a text object that is printed over as a whole.

    Cells that run into one another may lay an M on an M; that is no second print of either.
    """
    printed = np.bincount(glyphs.runs[glyphs.codes != 32], minlength=len(glyphs.table))
    twins = np.bincount(glyphs.runs[np.unique(second)], minlength=len(glyphs.table))
    whole = twins[glyphs.runs[second]] >= WHOLE * printed[glyphs.runs[second]]
    return first[whole], second[whole]


def _common(glyphs: Glyphs, a: npt.NDArray[np.intp], b: npt.NDArray[np.intp]) -> npt.NDArray[np.float64]:
    """Common area of two glyphs' boxes as a share of the larger one: a small C inside a big one is another C."""
    one, two = glyphs.boxes[a], glyphs.boxes[b]
    wide = np.minimum(one[:, 2], two[:, 2]) - np.maximum(one[:, 0], two[:, 0])
    high = np.minimum(one[:, 3], two[:, 3]) - np.maximum(one[:, 1], two[:, 1])
    larger = np.maximum(_area(one), _area(two))
    return np.asarray(np.clip(wide, 0, None) * np.clip(high, 0, None) / np.maximum(larger, 1e-6))


def _area(boxes: npt.NDArray[np.float64]) -> npt.NDArray[np.float64]:
    return np.asarray((boxes[:, 2] - boxes[:, 0]) * (boxes[:, 3] - boxes[:, 1]))


def _ligature(glyphs: Glyphs, a: npt.NDArray[np.intp], b: npt.NDArray[np.intp]) -> npt.NDArray[np.bool_]:
    """Letters of one drawn glyph: they share a text object and the very same box."""
    return np.asarray((glyphs.runs[a] == glyphs.runs[b]) & np.all(glyphs.boxes[a] == glyphs.boxes[b], axis=1))
