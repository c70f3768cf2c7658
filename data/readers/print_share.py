"""How much of a page looks like print, in its text and in what is drawn beside it.

Print has strokes in both directions: a square of a line's height that is crossed by edges both ways. Rules and frames
have one direction, fills have none.
"""

from __future__ import annotations

from typing import Any

import cv2
import numpy as np
import numpy.typing as npt

from data.readers.hidden import Look, Pixels

SQUARE = 12.0
"""Points."""
EDGE = 40
"""Grey levels between neighbouring pixels."""
DENSE = 0.06
"""Share of a square's pixels that are edges, each way."""
LEAST = 0.008
"""Share of squares of a scan with a few lines on it."""
MUCH = 2.0
"""What is drawn by what is text, from which a page is a scan. Of 507 pages with sound text none has more than 0.65:
logos, grids, photos; scans with a line typed on them have 10 and more."""
SOME_INK = 20
"""Pixels at an edge from which a page is not blank."""


def is_blank(picture: Look) -> bool:
    """Nothing is drawn beside the text."""
    across, down = _edges(picture.rest)
    return int(np.count_nonzero(across)) + int(np.count_nonzero(down)) < SOME_INK


def is_scan(picture: Look) -> bool:
    """What is drawn holds much more print than the text beside it: a scan with something typed on it."""
    rest = print_share(picture.rest, picture.scale)
    return rest >= LEAST and rest > MUCH * print_share(255 - picture.ink, picture.scale)


def print_share(pixels: Pixels, scale: float) -> float:
    """Share of the squares of a grey picture with `scale` pixels a point that look like print."""
    across, down = _edges(pixels)
    side = max(4, round(SQUARE * scale))
    rows, columns = across.shape[0] // side, across.shape[1] // side
    if not rows or not columns:
        return 0.0
    dense = np.ones((rows, columns), dtype=np.bool_)
    for edges in (across, down):
        squares = cv2.resize(edges[: rows * side, : columns * side], (columns, rows), interpolation=cv2.INTER_AREA)
        dense &= squares > DENSE * 255
    return float(dense.mean())


def _edges(pixels: Pixels) -> tuple[Pixels, Pixels]:
    """255 where a pixel differs from its right and from its lower neighbour."""
    across = cv2.absdiff(pixels[:-1, 1:], pixels[:-1, :-1])
    down = cv2.absdiff(pixels[1:, :-1], pixels[:-1, :-1])
    return _over(across), _over(down)


def _over(difference: npt.NDArray[Any]) -> Pixels:
    return np.asarray(cv2.threshold(difference, EDGE, 255, cv2.THRESH_BINARY)[1], dtype=np.uint8)
