"""Glyphs to words: split at white space and at gaps wider than the font's letters keep between them."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from data.readers.frame import Boxes, turn
from data.readers.glyphs import LIGATURES
from data.readers.textlayer import Glyphs
from data.schema import Box, Word

Ints = npt.NDArray[np.intp]
Bools = npt.NDArray[np.bool_]
Floats = npt.NDArray[np.float64]

GAP = 0.15
"""Gap in font sizes that ends a word within one text object; a normal space is 0.25 to 0.33."""
RUN_GAP = 0.085
"""The same between two text objects: producers place cells and kerned pieces exactly. Measured on 251 files: gaps
inside words end at 0.08, gaps between words begin at 0.12 where the font's widths are right."""
HINTED_GAP = 0.04
"""The same where PDFium, which knows the width of the font's space, would put one."""
BACK = 0.35
"""Step back in font sizes between two text objects that ends a word. Within one object only a glyph that starts
before the one before it does: a substituted font may draw wider than the producer advanced."""
TIGHT_SPACE = 0.12
"""A space glyph that leaves less than this between two characters of a number does not part them ("40. 00")."""
SPACED_GAP = 1.0
"""Letter-spaced text keeps its letters within this gap."""
_NUMERIC = frozenset("0123456789.,'\u2019-+/%")


@dataclass(frozen=True, slots=True)
class Grouped:
    """The words of a page and where they come from."""

    words: list[Word]
    angles: Ints
    """(words,) writing direction in quarter turns clockwise."""
    members: list[Ints]
    """Indices of the glyphs each word is made of."""


def group(glyphs: Glyphs, width: float, height: float) -> Grouped:
    """Words of a page of `width` x `height` points.

    Text is grouped apart for each writing direction (0, 90, 180, 270 degrees; oblique text by its nearest one), in a
    frame turned so that it runs to the right. Boxes come back in the frame of the page.
    """
    words: list[Word] = []
    directions: list[int] = []
    members: list[Ints] = []
    quarters = np.round(glyphs.table.angle[glyphs.runs] / 90).astype(np.intp) % 4
    for quarter in range(4):
        chosen = np.flatnonzero(quarters == quarter)
        if not len(chosen):
            continue
        upright = turn(glyphs.boxes[chosen], width, height, -quarter)
        parts = [chosen[part] for part in _split(glyphs.take(chosen), upright)]
        words += _words(glyphs, parts)
        members += parts
        directions += [quarter] * len(parts)
    return Grouped(words, np.array(directions, dtype=np.intp), members)


def _split(glyphs: Glyphs, boxes: Boxes) -> list[Ints]:
    """Index arrays of the words in `glyphs`, whose text runs to the right in `boxes`."""
    space = is_space(glyphs.codes)
    ink = np.flatnonzero(~space)
    if not len(ink):
        return []
    sizes = np.maximum(glyphs.sizes, 0.1)
    left, right = ink[:-1], ink[1:]
    gap = (boxes[right, 0] - boxes[left, 2]) / np.minimum(sizes[left], sizes[right])
    level = _level(boxes, left, right)
    spaced = (right - left) > 1
    numeric = np.isin(glyphs.codes, [ord(c) for c in _NUMERIC])
    one_run = glyphs.runs[left] == glyphs.runs[right]
    limit = np.where(one_run, GAP, np.where(glyphs.parted[right], HINTED_GAP, RUN_GAP))
    limit = np.where(_ligature_ends(glyphs.codes, boxes)[left], GAP, limit)
    limit = _widen_letter_spacing(limit, gap, level & ~spaced, np.where(one_run, glyphs.runs[left], -1))
    back = np.where(one_run, boxes[right, 0] < boxes[left, 0], gap < -BACK)
    split = (gap > limit) | back | ~level
    split |= spaced & ~(numeric[left] & numeric[right] & (gap < TIGHT_SPACE))
    split &= ~_spelled(glyphs.codes, ink, gap, level)
    split &= ~np.all(boxes[left] == boxes[right], axis=1)  # the letters of one ligature
    parts = np.split(ink, np.flatnonzero(split) + 1)
    return _join_scattered(parts, boxes, sizes, space)


def _ligature_ends(codes: npt.NDArray[np.int32], boxes: Boxes) -> Bools:
    """Last letters of ligature glyphs: PDFium cuts the glyph's ink, not its advance, into slices of one width, so that
    more of a gap is left behind them than behind other letters."""
    out = np.zeros(len(codes), dtype=np.bool_)
    if len(codes) > 1:
        wide = boxes[:, 2] - boxes[:, 0]
        pair = (codes[:-1] == ord("f")) & np.isin(codes[1:], [ord(c) for c in "filtjb"])
        out[1:] = pair & (np.abs(boxes[1:, 0] - boxes[:-1, 2]) < 0.02) & (np.abs(wide[1:] - wide[:-1]) < 0.02)
    return out


def _level(boxes: Boxes, left: Ints, right: Ints) -> Bools:
    """Whether two glyphs stand in one line: they share more than half of the lower one's height."""
    shared = np.minimum(boxes[left, 3], boxes[right, 3]) - np.maximum(boxes[left, 1], boxes[right, 1])
    lower = np.minimum(boxes[left, 3] - boxes[left, 1], boxes[right, 3] - boxes[right, 1])
    return np.asarray(shared > 0.5 * np.maximum(lower, 0.1))


def _stretches(flags: Bools) -> list[tuple[int, int]]:
    """Start and stop of every run of true values."""
    edges = np.flatnonzero(np.diff(np.concatenate(([0], flags.view(np.int8), [0]))))
    return list(zip(edges[::2].tolist(), edges[1::2].tolist(), strict=True))


def _widen_letter_spacing(limit: Floats, gap: Floats, joined: Bools, runs: npt.NDArray[np.int32]) -> Floats:
    """Raise the limit where at least four letters stand at one even distance (letter-spaced titles, comb fields).

    What is even for one word of a text object holds for its shorter words too. `runs` is the object of both glyphs.
    """
    wide = joined & (gap > limit) & (gap < SPACED_GAP)
    if not wide.any():
        return limit
    limit = limit.copy()
    for start, stop in _stretches(joined & (gap > -BACK) & (gap < SPACED_GAP)):
        gaps = gap[start:stop]
        if len(gaps) < 3 or np.count_nonzero(wide[start:stop]) < 0.6 * len(gaps):
            continue
        middle = float(np.median(gaps))
        if middle > HINTED_GAP and np.mean(np.abs(gaps - middle) < 0.1) > 0.7:
            own = np.isin(runs, np.setdiff1d(runs[start:stop], [-1]))
            own[start:stop] = True
            limit[own] = 1.5 * middle
    return limit


def _spelled(codes: npt.NDArray[np.int32], ink: Ints, gap: Floats, level: Bools) -> Bools:
    """Places inside titles typed with a space after every letter ("I N V O I C E"): five letters or more, evenly."""
    letter = (codes >= 65) & ((codes <= 90) | (codes >= 0xC0))
    candidate = level & (np.diff(ink) == 2) & (gap > 0.1) & (gap < 0.7) & letter[ink[:-1]] & letter[ink[1:]]
    found = np.zeros(len(gap), dtype=np.bool_)
    for start, stop in _stretches(candidate):
        if stop - start >= 4 and np.ptp(gap[start:stop]) < 0.15:
            found[start:stop] = True
    return found


def _join_scattered(parts: list[Ints], boxes: Boxes, sizes: Floats, space: Bools) -> list[Ints]:
    """Join pieces of a word that were drawn apart in time: one ends where the other starts, and no space parts them."""
    firsts = np.array([part[0] for part in parts])
    lasts = np.array([part[-1] for part in parts])
    order = np.argsort(boxes[firsts, 0], kind="stable")
    starts = boxes[firsts, 0][order]
    size = sizes[lasts]
    ends = boxes[lasts, 2]
    padded = np.concatenate((space, [True]))
    open_end = ~padded[lasts + 1] if len(space) else np.zeros(0, dtype=np.bool_)
    open_start = ~np.concatenate(([False], space))[firsts]
    low = np.searchsorted(starts, ends - 0.1 * size)
    counts = np.where(open_end, np.searchsorted(starts, ends + 0.05 * size) - low, 0)
    a = np.repeat(np.arange(len(parts)), counts)
    b = order[np.arange(counts.sum()) - np.repeat(np.cumsum(counts) - counts, counts) + low[a]]
    lines = np.abs(boxes[lasts[a]][:, [1, 3]] - boxes[firsts[b]][:, [1, 3]]).max(axis=1, initial=0.0) < 0.5
    onward = boxes[firsts[b], 0] > boxes[firsts[a], 0]  # never in a circle
    fits = onward & open_start[b] & lines & (np.abs(sizes[firsts[b]] - size[a]) < 0.1 * size[a])
    following = dict(zip(a[fits].tolist(), b[fits].tolist(), strict=True))
    return _chains(parts, following) if following else parts


def _chains(parts: list[Ints], following: dict[int, int]) -> list[Ints]:
    """Concatenate parts along `following`; each part is used once."""
    taken: set[int] = set()
    for source in list(following):
        target = following[source]
        if target in taken or target == source:
            del following[source]
        taken.add(target)
    heads = [i for i in range(len(parts)) if i not in set(following.values())]
    chains = []
    for head in heads:
        chain = [parts[head]]
        while head in following:
            head = following[head]
            chain.append(parts[head])
        chains.append(np.concatenate(chain) if len(chain) > 1 else chain[0])
    return chains


def is_space(codes: npt.NDArray[np.int32]) -> Bools:
    """White space of any width, line ends included."""
    return np.asarray(
        (codes == 32) | (codes == 160) | ((codes >= 9) & (codes <= 13)) | ((codes >= 0x2000) & (codes <= 0x200A))
        | (codes == 0x202F) | (codes == 0x205F) | (codes == 0x3000) | (codes == 0x2028) | (codes == 0x2029)
    )  # fmt: skip


def _words(glyphs: Glyphs, parts: list[Ints]) -> list[Word]:
    """One word for each part; font features are those of its first glyph, bold by majority."""
    if not parts:
        return []
    flat = np.concatenate(parts)
    starts = np.concatenate(([0], np.cumsum([len(part) for part in parts])[:-1]))
    boxes = glyphs.boxes[flat]
    low = np.minimum.reduceat(boxes[:, :2], starts, axis=0)
    high = np.maximum.reduceat(boxes[:, 2:], starts, axis=0)
    extents = np.round(np.hstack((low, high)), 2).tolist()
    lengths = [len(part) for part in parts]
    bold = (2 * np.add.reduceat(glyphs.bold[flat].astype(np.intp), starts) > np.array(lengths)).tolist()
    sizes = np.round(glyphs.sizes[flat[starts]], 2).tolist()
    letters = "".join(map(chr, glyphs.codes[flat].tolist()))
    return [
        Word(printed(letters[start : start + length]), Box(*box), size=size, bold=heavy)
        for start, length, box, size, heavy in zip(starts.tolist(), lengths, extents, sizes, bold, strict=True)
    ]


def printed(text: str) -> str:
    """Text with ligatures as letters and accents composed; everything else as printed."""
    if text.isascii():
        return text
    return unicodedata.normalize("NFC", text.translate(LIGATURES))
