"""Overlapping windows over an encoded document, and the batch arrays the network takes.

A window never cuts a visual row. Windows after the first that do not hold the table's head carry its words as
context, placed just above their first row, so that a continued table keeps its column titles.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from models.config import IDS_PER_WORD, ReaderConfig
from models.encode import CONTEXT_COLUMN, FEATURES, Encoded

Ints = NDArray[np.int32]


@dataclass(frozen=True, slots=True)
class Window:
    """Positions of the words in an `Encoded`; the first `context` of them only give context."""

    words: Ints
    context: int = 0


def cut(encoded: Encoded, config: ReaderConfig) -> list[Ints]:
    """Positions of each window's own words: every word is in at least one, rows are whole where a row fits."""
    count, size = len(encoded), config.window - config.context
    if count <= config.window:
        return [np.arange(count, dtype=np.int32)] if count else []
    out: list[Ints] = []
    start = 0
    while True:
        stop = min(start + size, count)
        if stop < count:
            edge = stop
            while edge > start + size // 2 and encoded.row[edge] == encoded.row[edge - 1]:
                edge -= 1
            if edge > start + size // 2:
                stop = edge
        out.append(np.arange(start, stop, dtype=np.int32))
        if stop >= count:
            return out
        following = max(stop - config.overlap, start + 1)
        while following > start + 1 and encoded.row[following] == encoded.row[following - 1]:
            following -= 1
        start = following if following > start + 1 else stop


def with_context(own: Ints, head: Ints, config: ReaderConfig) -> Window:
    """`own` words behind those words of the table's head (`head`, positions) that stand before the window."""
    before = head[head < own[0]] if len(own) else head[:0]
    before = before[-config.context :]
    return Window(np.concatenate([before, own]).astype(np.int32), len(before))


def batch(encoded: Sequence[Encoded], windows: Sequence[Window], config: ReaderConfig) -> dict[str, NDArray]:  # type: ignore[type-arg]
    """Arrays of a batch of windows, padded to the longest.

    Returns:
        ids `[b, n, 12]` int64, numeric `[b, n, FEATURES]` float32, position `[b, n, 3]` float32, neighbours
        `[b, n, 2]` int64 (n where there is none), block and segment `[b, n]` int64, mask `[b, n]` bool.
    """
    longest = max(max((len(w.words) for w in windows), default=1), 1)
    b = len(windows)
    ids = np.zeros((b, longest, IDS_PER_WORD), np.int64)
    numeric = np.zeros((b, longest, FEATURES), np.float32)
    position = np.zeros((b, longest, 3), np.float32)
    neighbours = np.full((b, longest, 2), longest, np.int64)
    block = np.full((b, longest), config.blocks - 1, np.int64)
    segment = np.full((b, longest), -1, np.int64)
    mask = np.zeros((b, longest), np.bool_)
    for k, (doc, window) in enumerate(zip(encoded, windows, strict=True)):
        w = window.words
        n = len(w)
        ids[k, :n] = doc.ids[w]
        numeric[k, :n] = doc.numeric[w]
        place = doc.position[w].copy()
        if window.context:
            c = window.context
            numeric[k, :c, CONTEXT_COLUMN] = 1
            first = place[c:, 2].min() if n > c else 0.0
            place[:c, 2] += first - 25.0 - place[:c, 2].max()
        place[:, 2] -= place[:, 2].min()
        position[k, :n] = place
        local = np.full(len(doc) + 1, longest, np.int64)
        local[w] = np.arange(n)
        neighbours[k, :n, 0] = local[doc.left[w]]
        neighbours[k, :n, 1] = local[doc.above[w]]
        block[k, :n] = _block_numbers(doc.block[w], config.blocks, config.block_words)
        segment[k, :n] = doc.segment[w]
        mask[k, :n] = True
    return {
        "ids": ids,
        "numeric": numeric,
        "position": position,
        "neighbours": neighbours,
        "block": block,
        "segment": segment,
        "mask": mask,
    }


def _block_numbers(blocks: Ints, most: int, least: int) -> Ints:
    """Blocks of `least` words and more numbered from 0; all others get `most - 1`, which means no block."""
    _, number, size = np.unique(blocks, return_inverse=True, return_counts=True)
    large = size >= least
    renumbered = np.where(large, np.cumsum(large) - 1, most - 1)
    out: Ints = np.minimum(renumbered, most - 1)[number].astype(np.int32)
    return out
