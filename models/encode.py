"""A `Document` as arrays for the network: the one code for training and serving.

`encode` turns words into features once for the whole document; `windows` cuts the words into overlapping windows
so that every word of any document is covered. Positions are in thousandths of the page width on both axes.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.rows import visual_rows
from data.schema import Document, Page
from models.arithmetic import arithmetic_features, rough_value
from models.blocks import above, blocks, segments
from models.config import IDS_PER_WORD, ReaderConfig
from models.hashing import word_ids

FEATURES = 24
"""Columns of `Encoded.numeric`."""
ARITHMETIC = slice(15, 20)
"""Columns of `Encoded.numeric` that hold `models.arithmetic` features (dropped out for some training documents)."""
NUMBER = 20
"""1 for words that are numbers."""
CONTEXT_COLUMN = 23
"""1 for words of the table's head that a window carries along."""

Ints = NDArray[np.int32]
Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Encoded:
    """All words of a document in reading order, `n` of them."""

    page: Ints
    """`[n]` 0-based page."""
    index: Ints
    """`[n]` index of the word within its page's `words`."""
    row: Ints
    """`[n]` number of the visual row, counted over the whole document."""
    ids: Ints
    """`[n, 12]` hashed features, see `models.hashing.word_ids`."""
    numeric: Floats
    """`[n, FEATURES]`."""
    position: Floats
    """`[n, 3]` left edge, right edge, middle height; thousandths of the page width, pages stacked downwards."""
    left: Ints
    """`[n]` position of the neighbour to the left in the row, -1 for none."""
    above: Ints
    """`[n]` position of the nearest word above that overlaps sideways, -1 for none."""
    block: Ints
    """`[n]` block number, counted over the whole document."""
    segment: Ints
    """`[n]` segment number (`models.blocks.segments`), counted over the whole document."""
    boxes: Floats
    """`[n, 4]` points."""
    texts: tuple[str, ...] = ()
    """The words themselves, for networks that cut them into pieces of their own."""

    def __len__(self) -> int:
        return len(self.page)


def encode(document: Document, config: ReaderConfig) -> Encoded:
    """Features of every word. Boxes outside the page are clamped to it, never refused."""
    parts = [_encode_page(page, config) for page in document.pages if page.words]
    if not parts:
        none = np.zeros(0, np.int32)
        return Encoded(none, none, none, np.zeros((0, IDS_PER_WORD), np.int32), np.zeros((0, FEATURES), np.float32),
                       np.zeros((0, 3), np.float32), none, none, none, none, np.zeros((0, 4), np.float32))  # fmt: skip
    words = rows = block_count = segment_count = 0
    stacked = 0.0
    for part in parts:  # numbers that count over the document
        part["left"][part["left"] >= 0] += words
        part["above"][part["above"] >= 0] += words
        part["row"] += rows
        part["block"] += block_count
        part["segment"] += segment_count
        part["position"][:, 2] += stacked
        words += len(part["page"])
        rows = int(part["row"].max()) + 1
        block_count = int(part["block"].max()) + 1
        segment_count = int(part["segment"].max()) + 1
        stacked += float(part["tall"]) + 50.0
    keys = ("page", "index", "row", "ids", "numeric", "position", "left", "above", "block", "segment", "boxes")
    texts = tuple(t for part in parts for t in part["texts"].tolist())
    return Encoded(**{key: np.concatenate([part[key] for part in parts]) for key in keys}, texts=texts)


def _encode_page(page: Page, config: ReaderConfig) -> dict[str, NDArray]:  # type: ignore[type-arg]
    rows = visual_rows(page.words)
    order = [i for row in rows for i in row]
    words = [page.words[i] for i in order]
    count = len(words)
    row = np.repeat(np.arange(len(rows), dtype=np.int32), [len(r) for r in rows])
    boxes = np.array([(w.box.x0, w.box.y0, w.box.x1, w.box.y1) for w in words], np.float32)
    wide, tall = max(page.width, 1.0), max(page.height, 1.0)
    boxes = np.clip(np.nan_to_num(boxes), 0, np.array([wide, tall, wide, tall], np.float32))
    unit = 1000.0 / wide
    scaled = boxes * np.float32(unit)
    segment = segments(boxes, row)
    number = np.full(count, page.number - 1, np.int32)
    numeric = np.zeros((count, FEATURES), np.float32)
    size = np.array([w.size for w in words], np.float32)
    height = np.maximum(boxes[:, 3] - boxes[:, 1], 0.5)
    first = np.flatnonzero(np.diff(row, prepend=-1))
    place = np.arange(count) - first[row]
    length = np.diff(np.append(first, count))[row]
    gap = np.zeros(count, np.float32)
    gap[1:] = np.where(row[1:] == row[:-1], boxes[1:, 0] - boxes[:-1, 2], wide)
    gap[0] = wide
    after = np.append(gap[1:], wide)
    numeric[:, 0] = scaled[:, 0] / 1000
    numeric[:, 1] = scaled[:, 2] / 1000
    numeric[:, 2] = boxes[:, 1] / tall
    numeric[:, 3] = boxes[:, 3] / tall
    numeric[:, 4] = (scaled[:, 2] - scaled[:, 0]) / 200
    numeric[:, 5] = np.log(np.clip(size / max(float(np.median(size)), 1.0), 0.3, 4.0))
    numeric[:, 6] = [w.bold for w in words]
    numeric[:, 7] = np.log1p(np.clip(gap / height, 0, 40)) / 2
    numeric[:, 8] = np.log1p(np.clip(after / height, 0, 40)) / 2
    numeric[:, 9] = [w.source == "ocr" for w in words]
    numeric[:, 10] = place / 10
    numeric[:, 11] = length / 20
    numeric[:, 12] = place == 0
    numeric[:, 13] = place == length - 1
    numeric[:, 14] = [len(w.text) / 12 for w in words]
    values = np.array([rough_value(w.text) for w in words])
    numeric[:, ARITHMETIC] = arithmetic_features(values, row)
    finite = np.isfinite(values)
    numeric[:, NUMBER] = finite
    numeric[finite, 21] = np.log1p(np.abs(values[finite])) / 8
    numeric[:, 22] = [sum(c.isdigit() for c in w.text) / len(w.text) if w.text else 0 for w in words]
    left = np.where(place > 0, np.arange(count) - 1, -1).astype(np.int32)
    return {
        "page": number,
        "index": np.array(order, np.int32),
        "row": row,
        "ids": np.array([word_ids(w.text, config) for w in words], np.int32),
        "numeric": numeric,
        "position": np.stack([scaled[:, 0], scaled[:, 2], (scaled[:, 1] + scaled[:, 3]) / 2], 1),
        "left": left,
        "above": above(boxes, row, number),
        "block": blocks(boxes, segment, number),
        "segment": segment,
        "boxes": boxes,
        "texts": np.array([w.text for w in words], object),
        "tall": np.array(tall * unit, np.float32),
    }
