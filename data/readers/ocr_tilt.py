"""How much the lines of a scan slant: first by the lines that were found, then by the ink.

Detected lines have whole pixels for corners, which is a tenth of a degree and more on short ones. The ink tells it
better: seen along the lines, rows of print and the blanks between them stand out most (projection profile; Postl 1986).
"""

from __future__ import annotations

import math
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from data.readers.ocr_rapid import Pixels, Quad

LONG = 3.0
"""Length by height from which a line tells its direction."""
AROUND, COARSE, FINE = 0.5, 0.1, 0.02
"""Degrees on either side in which the ink is asked, and the steps of its two rounds."""
MOST_INK = 60_000
"""Points of ink that are looked at."""
LEAST_INK = 300


def sides(quad: Quad) -> tuple[float, float]:
    """Length and height of a quad."""
    length = max(np.linalg.norm(quad[0] - quad[1]), np.linalg.norm(quad[2] - quad[3]))
    height = max(np.linalg.norm(quad[0] - quad[3]), np.linalg.norm(quad[1] - quad[2]))
    return float(length), float(height)


def tilt_of(picture: Pixels, quads: Sequence[Quad]) -> float:
    """Degrees clockwise by which the lines of an upright picture, (h, w, 3) or (h, w), slant."""
    about = _by_lines(quads)
    if about is None:
        return 0.0
    x, y = _ink(picture, quads)
    if len(x) < LEAST_INK:
        return about
    best = about
    for reach, step in ((AROUND, COARSE), (COARSE, FINE)):
        angles = best + np.arange(-round(reach / step), round(reach / step) + 1) * step
        best = float(angles[int(np.argmax([_contrast(x, y, angle) for angle in angles]))])
    return best


def _by_lines(quads: Sequence[Quad]) -> float | None:
    """Median slant of the long lines, weighted by their length; None where there are none."""
    slants: list[tuple[float, float]] = []
    for quad in quads:
        length, height = sides(quad)
        if length >= LONG * height:
            dx, dy = quad[1] - quad[0]
            slants.append((math.degrees(math.atan2(dy, dx)), length))
    if not slants:
        return None
    slants.sort()
    weights = np.cumsum([length for _, length in slants])
    return slants[int(np.searchsorted(weights, weights[-1] / 2))][0]


def _ink(picture: Pixels, quads: Sequence[Quad]) -> tuple[npt.NDArray[np.float32], npt.NDArray[np.float32]]:
    """Columns and rows of dark pixels around the lines of text, every other column only."""
    grey = picture[:, ::2].min(axis=2) if picture.ndim == 3 else picture[:, ::2]
    shape = grey.shape
    dark = np.zeros(shape, dtype=np.bool_)
    for quad in quads:
        x0, y0 = np.maximum(np.floor(quad.min(axis=0)), 0).astype(int)
        x1, y1 = np.ceil(quad.max(axis=0)).astype(int)
        part = grey[y0:y1, x0 // 2 : x1 // 2]
        if part.size:
            low, high = np.percentile(part[::2, ::2], (2, 90))
            dark[y0:y1, x0 // 2 : x1 // 2] |= part < (float(low) + float(high)) / 2
    rows, columns = np.nonzero(dark)
    every = max(len(rows) // MOST_INK, 1)
    return (2 * columns[::every]).astype(np.float32), rows[::every].astype(np.float32)


def _contrast(x: npt.NDArray[np.float32], y: npt.NDArray[np.float32], degrees: float) -> float:
    """How unevenly the ink lies over rows that slant by `degrees`."""
    angle = math.radians(degrees)
    along = y * math.cos(angle) - x * math.sin(angle)
    counts = np.bincount((along - along.min()).astype(np.int64))
    return float(np.square(counts.astype(np.float64)).sum())
