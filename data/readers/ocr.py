"""Optical recognition of a page picture: orientation, lines, words in points of the page.

Which way is up is decided by reading: a few long lines are read both ways and the better reading wins. Small tilts need
no turning of the picture, lines are cut out along their own direction; only the reading order is made in a straightened
frame.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
import numpy.typing as npt

from data.readers.ocr_figures import Seen, join_numbers, look_again
from data.readers.ocr_legal import mend_legal_forms
from data.readers.ocr_rapid import Line, Pixels, Quad, rapid_reader
from data.readers.ocr_tesseract import read_with_tesseract
from data.readers.ocr_tilt import LONG, sides, tilt_of
from data.readers.ocr_words import seen_in
from data.readers.options import ReadOptions
from data.readers.speech import log_likelihood
from data.rows import reading_order
from data.schema import Box, Word

DETECTED_AT = 1.71
"""Pixels a point at which lines are sought (123 dpi): as good as full size in a third of the time."""
LONGEST_SIDE = 2000
"""Pixels of the picture in which lines are sought; the print on larger sheets is larger too."""
SAMPLED_LINES = 6
TALL = 1.5
MIN_SCORE = 0.5
"""Lines read with less certainty are specks, rules and signatures."""


class LineReader(Protocol):
    """What finds and reads lines."""

    def detect(self, picture: Pixels) -> list[Quad]: ...

    def recognise(self, crops: Sequence[Pixels], quads: Sequence[Quad]) -> list[Line]: ...

    def figures(self, crops: Sequence[Pixels]) -> list[tuple[str, float]]: ...


@dataclass(frozen=True, slots=True)
class Recognised:
    """What was read on a picture, in points of the picture turned upright."""

    words: tuple[Word, ...]
    """In reading order."""
    quarter: int = 0
    """Quarter turns clockwise that brought the picture upright."""
    tilt: float = 0.0
    """Degrees clockwise by which the lines still slant."""


def recognise(picture: Pixels, scale: float, options: ReadOptions) -> Recognised:
    """Read a picture, (h, w) grey or (h, w, 3), with `scale` pixels a point. Raises `SetupError` without an engine."""
    colour = np.ascontiguousarray(picture if picture.ndim == 3 else np.repeat(picture[:, :, None], 3, axis=2))
    if options.ocr == "tesseract":
        return Recognised(*read_with_tesseract(colour, scale))
    reader = rapid_reader(options.ocr_threads)
    quads = _detect(reader, colour, scale)
    quarter = _quarter(reader, colour, quads)
    if quarter:
        colour = np.ascontiguousarray(np.rot90(colour, -quarter))
        quads = _detect(reader, colour, scale)
    words = _read(reader, colour, quads, scale)
    tilt = tilt_of(colour, quads)
    ordered = [words[i] for i in _order(words, tilt)]
    return Recognised(tuple(mend_legal_forms(ordered)), quarter, tilt)


def _detect(reader: LineReader, picture: Pixels, scale: float) -> list[Quad]:
    import cv2

    longest = max(picture.shape[:2])
    shrink = min(1.0, DETECTED_AT / scale, LONGEST_SIDE / longest)
    small = picture
    if shrink < 1.0:
        size = tuple(max(round(side * shrink), 1) for side in (picture.shape[1], picture.shape[0]))
        small = np.asarray(cv2.resize(picture, size, interpolation=cv2.INTER_AREA), dtype=np.uint8)
    factor = np.array([picture.shape[1] / small.shape[1], picture.shape[0] / small.shape[0]])
    return [quad * factor for quad in reader.detect(small)]


def _quarter(reader: LineReader, picture: Pixels, quads: list[Quad]) -> int:
    """Quarter turns clockwise that bring the picture upright."""
    measured = [(length, height) for length, height in map(sides, quads) if max(length, height) > 0]
    tall = sum(height for length, height in measured if height >= TALL * length)
    flat = sum(length for length, height in measured if height < TALL * length)
    sideways = tall > flat
    long = sorted(quads, key=lambda q: -max(sides(q)))[:SAMPLED_LINES]
    long = [q for q in long if max(sides(q)) >= LONG * min(sides(q))]
    if not long:
        return 0
    crops = [cut(picture, quad) for quad in long]
    if sideways:
        crops = [np.ascontiguousarray(np.rot90(crop, -1)) for crop in crops]
    turned = [np.ascontiguousarray(np.rot90(crop, 2)) for crop in crops]
    as_is, other = _worth(reader.recognise(crops, long)), _worth(reader.recognise(turned, long))
    if sideways:
        return 1 if as_is >= other else 3
    return 0 if as_is >= other else 2


def _worth(lines: Sequence[Line]) -> float:
    """How well lines were read: mean score, and whether the letters make words."""
    score = float(np.mean([line.score for line in lines]))
    likelihood, pairs = log_likelihood(" ".join(line.text for line in lines).split())
    return score + (0.1 * likelihood if pairs >= 10 else -0.6)


def _read(reader: LineReader, picture: Pixels, quads: list[Quad], scale: float) -> list[Word]:
    seen: list[Seen] = []
    flat = [quad for quad in quads if sides(quad)[1] < TALL * sides(quad)[0]]
    crops = [cut(picture, quad) for quad in flat]
    for line, crop in zip(reader.recognise(crops, flat), crops, strict=True):
        if line.score >= MIN_SCORE and line.text.strip():
            seen += seen_in(line, crop, scale)
    for quad in (quad for quad in quads if sides(quad)[1] >= TALL * sides(quad)[0]):
        seen += _read_upward(reader, picture, quad, scale)
    return join_numbers(look_again(reader, seen))


def _read_upward(reader: LineReader, picture: Pixels, quad: Quad, scale: float) -> list[Seen]:
    """A line along the page's side (or a single narrow character): the best of three ways to hold it."""
    ways = [quad, np.roll(quad, 1, axis=0), np.roll(quad, -1, axis=0)]
    crops = [cut(picture, way) for way in ways]
    lines = reader.recognise(crops, ways)
    best = max(range(3), key=lambda i: (lines[i].score + 0.05 * min(len(lines[i].text), 4), -i))
    line = lines[best]
    return seen_in(line, crops[best], scale) if line.score >= MIN_SCORE and line.text.strip() else []


def cut(picture: Pixels, quad: Quad) -> Pixels:
    """The (h, w, 3) picture of a line, straightened."""
    import cv2

    length, height = sides(quad)
    size = max(round(length), 1), max(round(height), 1)
    target = np.array([[0, 0], [size[0], 0], [size[0], size[1]], [0, size[1]]], dtype=np.float32)
    matrix = cv2.getPerspectiveTransform(quad.astype(np.float32), target)
    cropped = cv2.warpPerspective(
        picture, matrix, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE
    )  # fmt: skip
    return np.asarray(cropped, dtype=np.uint8)


def _order(words: list[Word], tilt: float) -> list[int]:
    """Reading order in the straightened frame."""
    turned = _straighten(tilt)
    return reading_order([Word(word.text, turned(word.box)) for word in words])


def _straighten(tilt: float) -> Callable[[Box], Box]:
    cos, sin = math.cos(math.radians(-tilt)), math.sin(math.radians(-tilt))

    def turned(box: Box) -> Box:
        x, y = box.cx * cos - box.cy * sin, box.cx * sin + box.cy * cos
        return Box(x - box.width / 2, y - box.height / 2, x + box.width / 2, y + box.height / 2)

    return turned


def as_array(picture: npt.NDArray[np.uint8]) -> Pixels:
    """Grey or colour pixels without an alpha channel."""
    return picture[:, :, :3] if picture.ndim == 3 else picture
