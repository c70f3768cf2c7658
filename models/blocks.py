"""Neighbours and blocks: the geometry a person sees before reading a word.

A segment is a run of words on one row with ordinary gaps; a block is a stack of segments that touch. Addresses,
captions with their values and table cells come out as blocks, and the network pools its states over them.
"""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

SEGMENT_GAP = 0.8
"""Largest gap inside a segment, in line heights."""
BLOCK_GAP = 0.75
"""Largest vertical gap between stacked segments of a block, in line heights."""

Floats = NDArray[np.float32]
Ints = NDArray[np.int32]


def segments(boxes: Floats, rows: Ints) -> Ints:
    """Segment number of each word. `boxes` is `[words, 4]` in reading order, `rows` their global row numbers."""
    if len(boxes) == 0:
        return np.zeros(0, np.int32)
    height = np.maximum(boxes[:, 3] - boxes[:, 1], 1.0)
    gap = boxes[1:, 0] - boxes[:-1, 2]
    new = (rows[1:] != rows[:-1]) | (gap > SEGMENT_GAP * np.maximum(height[1:], height[:-1]))
    return np.concatenate([[0], np.cumsum(new)]).astype(np.int32)


def blocks(boxes: Floats, segment: Ints, pages: Ints) -> Ints:
    """Block number of each word: segments joined downwards when they overlap sideways and stand close."""
    if len(boxes) == 0:
        return np.zeros(0, np.int32)
    starts = np.flatnonzero(np.diff(segment, prepend=-1))
    x0 = np.minimum.reduceat(boxes[:, 0], starts)
    y0 = np.minimum.reduceat(boxes[:, 1], starts)
    x1 = np.maximum.reduceat(boxes[:, 2], starts)
    y1 = np.maximum.reduceat(boxes[:, 3], starts)
    page = pages[starts]
    height = np.maximum(y1 - y0, 1.0)
    # below[i, j]: j stands directly under i
    lap = np.minimum(x1[:, None], x1[None, :]) - np.maximum(x0[:, None], x0[None, :])
    drop = y0[None, :] - y1[:, None]
    line = np.minimum(height[:, None], height[None, :])
    alike = np.maximum(height[:, None], height[None, :]) <= 1.6 * line
    edge = np.abs(x0[:, None] - x0[None, :]) <= 1.0 * line
    wide = lap >= 0.6 * np.minimum((x1 - x0)[:, None], (x1 - x0)[None, :])
    below = (
        (page[:, None] == page[None, :])
        & alike
        & (drop > -0.5 * line)
        & (drop < BLOCK_GAP * line)
        & ((y0[None, :] - y0[:, None]) > 0.3 * line)
        & (edge | wide)
        & (lap > 0)
    )
    return _components(below)[segment]


def _components(joined: NDArray[np.bool_]) -> Ints:
    """Connected components of a small boolean relation, numbered by first member (union-find)."""
    parent = list(range(len(joined)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, j in zip(*np.nonzero(joined), strict=True):
        a, b = root(int(i)), root(int(j))
        if a != b:
            parent[max(a, b)] = min(a, b)
    roots = [root(i) for i in range(len(joined))]
    _, numbered = np.unique(roots, return_inverse=True)
    return numbered.astype(np.int32)


def above(boxes: Floats, rows: Ints, pages: Ints) -> Ints:
    """For each word the nearest word above it that overlaps it sideways; -1 for none."""
    count = len(boxes)
    if count == 0:
        return np.zeros(0, np.int32)
    lap = np.minimum(boxes[:, None, 2], boxes[None, :, 2]) - np.maximum(boxes[:, None, 0], boxes[None, :, 0])
    middle = (boxes[:, 1] + boxes[:, 3]) / 2
    rise = middle[:, None] - middle[None, :]
    height = np.maximum(boxes[:, 3] - boxes[:, 1], 1.0)
    allowed = (lap > -1.0) & (rise > 0.5 * height[:, None]) & (pages[:, None] == pages[None, :])
    allowed &= rows[:, None] != rows[None, :]
    distance = np.where(allowed, rise - 0.01 * lap, np.inf)
    nearest = distance.argmin(axis=1).astype(np.int32)
    return np.where(np.isfinite(distance[np.arange(count), nearest]), nearest, -1).astype(np.int32)
