"""From a recognised line to words with tight boxes.

The recogniser tells only roughly where a character stands (a column is a sixth of the line's height). The borders of
words are therefore sought in the ink between them, and the height of a box and the font size come from the ink of the
whole line and from which letters it holds, so that boxes look like those of a text layer.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from data.readers.ocr_figures import Seen
from data.readers.ocr_rapid import Line, Pixels
from data.schema import Box, Word

CAP, X_HEIGHT, DESCENT, COMMA = 0.72, 0.53, 0.21, 0.13
"""Heights of capitals and small letters over the baseline and depths below it, in font sizes (common sans fonts)."""
ASCENT_BOX, DESCENT_BOX = 0.76, 0.24
"""What a word's box covers above and below the baseline, as text-layer boxes do."""
CELL_GAP = 1.5
"""Distance of two characters' centres in line heights that parts words even where no space was recognised."""
BLANK = 0.2
"""Width of a blank in line heights at which the ink of a word ends."""
SLACK = 0.25
"""By how many line heights the recogniser may misplace a character."""
MARGIN = 0.25
"""Of the cut-out of a word, in font sizes."""
_LOW = frozenset("acemnorsuvwxz.,:;_-\u2013~+=*")
_FLAT = frozenset("-\u2013\u2014_=~.,:;'\"\u2022\u00b7*+")
_COMMAS = frozenset(",;")
_DEEP = frozenset("gjpqyQ()[]{}|\u0105\u0119\u00e7$")


@dataclass(frozen=True, slots=True)
class _Span:
    """A word on its line: text, first and last character, and borders in pixels along the line."""

    text: str
    first: int
    last: int
    start: float = 0.0
    stop: float = 0.0


def words_of(line: Line, crop: Pixels, scale: float) -> list[Word]:
    """Words of a line in points of the picture; `crop` is its upright (h, w, 3) cut-out, `scale` pixels a point."""
    return [seen.word for seen in seen_in(line, crop, scale)]


def seen_in(line: Line, crop: Pixels, scale: float) -> list[Seen]:
    """The same words, each with its own cut-out of the line."""
    ink = _ink(crop)
    high, wide = ink.shape
    spans = _borders(_spans(line, wide, high), [c * wide for c in line.centres], ink)
    top, bottom, size = _extent(line.text, ink)
    corners = np.asarray(line.quad, dtype=np.float64)
    rows = slice(max(round(top - MARGIN * size), 0), min(round(bottom + MARGIN * size), high))
    return [
        Seen(
            Word(
                span.text,
                _box(corners, (span.start / wide, top / high, span.stop / wide, bottom / high), scale),
                size=round(size / scale, 2),
                source="ocr",
                confidence=round(min(line.scores[span.first : span.last + 1]), 4),
            ),
            crop[rows, max(round(span.start - MARGIN * size), 0) : min(round(span.stop + MARGIN * size), wide)],
        )
        for span in spans
    ]


def _spans(line: Line, wide: int, high: int) -> list[_Span]:
    """Split at spaces and at wide gaps."""
    spans: list[_Span] = []
    text, first, index = "", 0, 0
    for character in line.text:
        if character.isspace():
            if text:
                spans.append(_Span(text, first, index - 1))
            text = ""
            continue
        if text and (line.centres[index] - line.centres[index - 1]) * wide > CELL_GAP * high:
            spans.append(_Span(text, first, index - 1))
            text = ""
        if not text:
            first = index
        text += character
        index += 1
    if text:
        spans.append(_Span(text, first, index - 1))
    return spans


def _ink(crop: Pixels) -> npt.NDArray[np.bool_]:
    """(h, w) where there is print: darker (or, on dark ground, lighter) than half way to the background."""
    grey = crop.mean(axis=2)
    low, high = np.percentile(grey, (2, 98))
    if high - low < 20:
        return np.ones(grey.shape, dtype=np.bool_)
    dark = grey < (low + high) / 2
    ink = dark if dark.mean() <= 0.5 else ~dark
    return _without_rules(np.asarray(ink))


def _without_rules(ink: npt.NDArray[np.bool_]) -> npt.NDArray[np.bool_]:
    """Leave out what reaches the upper or lower edge: rules and fills of the table. Detection keeps text off them."""
    import cv2

    _, labels = cv2.connectedComponents(ink.astype(np.uint8))
    outer = np.unique(np.concatenate((labels[0], labels[-1])))
    inner = ink & ~np.isin(labels, outer)
    return inner if inner.any() else ink


def _borders(spans: list[_Span], centres: list[float], ink: npt.NDArray[np.bool_]) -> list[_Span]:
    """Put the borders of words where the ink ends: between two words at the widest blank about there."""
    high, wide = ink.shape
    columns: npt.NDArray[np.bool_] = np.any(ink, axis=0)
    gaps = [(centres[left.last], centres[right.first]) for left, right in pairwise(spans)]
    cuts = [(0.0, _outer(columns[::-1], wide - centres[spans[0].first], high))]
    cuts += _between(gaps, columns, high) if gaps else []
    cuts.append((_outer(columns, centres[spans[-1].last], high), float(wide)))
    cuts[0] = (0.0, wide - cuts[0][1])
    return [
        _Span(span.text, span.first, span.last, cuts[i][1], max(cuts[i + 1][0], cuts[i][1] + 1.0))
        for i, span in enumerate(spans)
    ]


def _between(gaps: list[tuple[float, float]], columns: npt.NDArray[np.bool_], high: int) -> list[tuple[float, float]]:
    """Start and stop of the blank of each gap, each gap given by the centres of the characters beside it.

    No two gaps take the same blank and their order is kept: wide blanks near the middle of their gap are preferred, in
    sum over the line. A gap for which there is no blank is a point in its middle.
    """
    inked = np.flatnonzero(columns)
    starts, stops = _blanks(columns[inked[0] : inked[-1] + 1])
    blanks = [(float(a), float(b)) for a, b in zip(starts + inked[0], stops + inked[0], strict=True)]
    best: list[tuple[float, tuple[int, ...]]] = [(0.0, ())] * (len(blanks) + 1)
    for left, right in gaps:
        low, top, middle = left - SLACK * high, right + SLACK * high, (left + right) / 2
        row: list[tuple[float, tuple[int, ...]]] = []
        for n, (worth, taken) in enumerate(best):
            choices = [(worth, (*taken, -1))]
            if n:
                start, stop = blanks[n - 1]
                centre = (start + stop) / 2
                if low <= centre <= top:
                    gain = min(stop - start, high) + high - abs(centre - middle) / 2
                    choices.append((best[n - 1][0] + gain, (*best[n - 1][1], n - 1)))
                choices.append(row[-1])
            row.append(max(choices, key=lambda choice: choice[0]))
        best = row
    middles = [((left + right) / 2,) * 2 for left, right in gaps]
    return [blanks[n] if n >= 0 else point for n, point in zip(best[-1][1], middles, strict=True)]


def _outer(columns: npt.NDArray[np.bool_], centre: float, high: int) -> float:
    """Where the ink of the last word ends to the right of its last character: at a blank as wide as a space."""
    first = min(max(int(centre), 0), len(columns) - 1)
    starts, stops = _blanks(columns[first:])
    wide = np.flatnonzero((stops - starts >= BLANK * high) | (stops == len(columns) - first))
    return float(first + starts[wide[0]]) if len(wide) else float(len(columns))


def _blanks(columns: npt.NDArray[np.bool_]) -> tuple[npt.NDArray[np.intp], npt.NDArray[np.intp]]:
    edges = np.flatnonzero(np.diff(np.concatenate(([1], columns.view(np.int8), [1]))))
    return edges[::2], edges[1::2]


def _extent(text: str, ink: npt.NDArray[np.bool_]) -> tuple[float, float, float]:
    """Top and bottom of the boxes of a line and its font size, in pixels of the cut-out."""
    rows = np.flatnonzero(ink.mean(axis=1) > 0.005)
    high = ink.shape[0]
    letters = [c for c in text if not c.isspace()]
    if not len(rows) or all(c in _FLAT for c in letters):  # no letter to measure: detection adds about a quarter
        return 0.05 * high, 0.95 * high, 0.75 * high
    first, last = float(rows[0]), float(rows[-1] + 1)
    above = X_HEIGHT if all(c in _LOW for c in letters) else CAP
    below = DESCENT if any(c in _DEEP for c in letters) else COMMA if any(c in _COMMAS for c in letters) else 0.0
    size = (last - first) / (above + below)
    baseline = last - below * size
    return max(baseline - ASCENT_BOX * size, 0.0), min(baseline + DESCENT_BOX * size, float(high)), size


def _box(corners: npt.NDArray[np.float64], part: tuple[float, float, float, float], scale: float) -> Box:
    """Upright box in points of a part of a line, given as shares of its length and height."""
    u0, v0, u1, v1 = part
    u, v = (u0 + u1) / 2, (v0 + v1) / 2
    centre = _at(corners, u, v)
    half_width = np.linalg.norm(_at(corners, u1, v) - _at(corners, u0, v)) / 2
    half_height = np.linalg.norm(_at(corners, u, v1) - _at(corners, u, v0)) / 2
    along = _at(corners, u1, v) - _at(corners, u0, v)
    if abs(along[1]) > abs(along[0]):  # a line that runs up or down the page
        half_width, half_height = half_height, half_width
    x0, y0, x1, y1 = centre[0] - half_width, centre[1] - half_height, centre[0] + half_width, centre[1] + half_height
    return Box(*(round(float(value) / scale, 2) for value in (x0, y0, x1, y1)))


def _at(corners: npt.NDArray[np.float64], u: float, v: float) -> npt.NDArray[np.float64]:
    upper = corners[0] + u * (corners[1] - corners[0])
    lower = corners[3] + u * (corners[2] - corners[3])
    return np.asarray(upper + v * (lower - upper))
