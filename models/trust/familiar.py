"""How often words of the kind stood in the documents that the network learnt from: a measure of how strange a page is.

Words are known by their hashed bucket (`models.hashing`), so no vocabulary is shipped and nobody's words are in it. A
network is as sure of captions it has never met as of known ones (Hendrycks and Gimpel 2017 on what softmax hides), so
the calibrator is told.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
TOP = 12.0
"""Familiarity is the binary logarithm of the number of documents, cut here, as a share of this."""


@dataclass(frozen=True)
class Familiar:
    """`level[b]` is how familiar the words of bucket `b` are, in steps of log2 of the documents that had one."""

    level: NDArray[np.uint8]

    @classmethod
    def count(cls, buckets: int, documents: Iterable[NDArray[np.int32]]) -> Familiar:
        """From the word buckets of training documents, one array `[words]` a document."""
        seen = np.zeros(buckets, np.int64)
        for words in documents:
            seen[np.unique(words)] += 1
        return cls(np.minimum(np.log2(seen + 1), TOP).round().astype(np.uint8))

    def of(self, words: NDArray[np.int32]) -> Floats:
        """`[words]` 0 (never met) to 1."""
        return self.level[words] / TOP

    def to_text(self) -> str:
        return base64.b64encode(self.level.tobytes()).decode()

    @classmethod
    def parse(cls, text: str) -> Familiar:
        return cls(np.frombuffer(base64.b64decode(text), np.uint8))
