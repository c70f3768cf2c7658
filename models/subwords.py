"""Batch arrays for backbones that cut words into pieces (LayoutLM, LiLT, BERT): every word keeps at least one piece."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from tokenizers import Tokenizer

from models.config import ReaderConfig
from models.encode import Encoded
from models.windows import Window

SUBWORD_INPUTS = ("input_ids", "bbox", "attention", "first", "mask")
LEFT, TOP, RIGHT, BOTTOM = 0, 2, 1, 3
"""Columns of `Encoded.numeric` that hold the box as shares of the page."""


def subword_batch(
    encoded: Sequence[Encoded], windows: Sequence[Window], config: ReaderConfig, tokenizer: Tokenizer
) -> dict[str, NDArray]:  # type: ignore[type-arg]
    """Arrays of a batch of windows, padded to the longest.

    Returns:
        input_ids `[b, m]` int64, bbox `[b, m, 4]` int64 (0 to 1000 of the page, left top right bottom), attention
        `[b, m]` int64, first `[b, n]` int64 (the first piece of each word), mask `[b, n]` bool.
    """
    cut = [_pieces([doc.texts[k] for k in w.words], config, tokenizer) for doc, w in zip(encoded, windows, strict=True)]
    longest = max(sum(map(len, words)) for words in cut) + 2
    most = max(len(words) for words in cut)
    b = len(cut)
    input_ids = np.full((b, longest), _special(tokenizer, "[PAD]", "<pad>"), np.int64)
    bbox = np.zeros((b, longest, 4), np.int64)
    attention = np.zeros((b, longest), np.int64)
    first = np.zeros((b, most), np.int64)
    mask = np.zeros((b, most), np.bool_)
    for k, (words, doc, window) in enumerate(zip(cut, encoded, windows, strict=True)):
        sizes = np.array([len(w) for w in words])
        total = int(sizes.sum())
        input_ids[k, 0] = _special(tokenizer, "[CLS]", "<s>")
        input_ids[k, 1 : total + 1] = [piece for w in words for piece in w]
        input_ids[k, total + 1] = _special(tokenizer, "[SEP]", "</s>")
        boxes = doc.numeric[window.words][:, [LEFT, TOP, RIGHT, BOTTOM]] * 1000
        bbox[k, 1 : total + 1] = np.repeat(boxes.clip(0, 1000).astype(np.int64), sizes, axis=0)
        bbox[k, total + 1] = 1000
        attention[k, : total + 2] = 1
        first[k, : len(words)] = 1 + np.concatenate([[0], np.cumsum(sizes)[:-1]])
        mask[k, : len(words)] = True
    return {"input_ids": input_ids, "bbox": bbox, "attention": attention, "first": first, "mask": mask}


def _pieces(texts: Sequence[str], config: ReaderConfig, tokenizer: Tokenizer) -> list[list[int]]:
    """Pieces of each word; long words lose their last pieces until the window fits, none loses all."""
    unknown = _special(tokenizer, "[UNK]", "<unk>")
    words = [e.ids or [unknown] for e in tokenizer.encode_batch(list(texts), add_special_tokens=False)]
    for most in (16, 8, 4, 3, 2, 1):
        words = [w[:most] for w in words]
        if sum(map(len, words)) <= config.pieces - 2:
            break
    return words


def _special(tokenizer: Tokenizer, *names: str) -> int:
    return next((i for name in names if (i := tokenizer.token_to_id(name)) is not None), 0)
