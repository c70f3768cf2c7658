"""What a faultless network would say of a document whose truth is known: decoding alone is judged then."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from data.fields import DOCUMENT_TYPES, LABELS, ROLES
from data.labels import LabelledDocument
from models.config import ReaderConfig
from models.decode.reading import Reading
from models.encode import encode
from training.stream import targets

SURE = 0.97
"""Probability on the truth; the rest is shared out evenly."""


def spread(truth: NDArray[np.int64], classes: int, sure: float = SURE) -> NDArray[np.float32]:
    """`[n, classes]` probabilities with `sure` on the true class of each row."""
    out = np.full((len(truth), classes), (1 - sure) / (classes - 1), np.float32)
    out[np.arange(len(truth)), truth] = sure
    return out


def oracle(made: LabelledDocument, sure: float = SURE) -> Reading:
    """The reading of `made` by a network that is right about every word, `sure` of it."""
    encoded = encode(made.document, ReaderConfig())
    field, role, start = targets(made, encoded)
    kind = np.array([DOCUMENT_TYPES.index(made.gold.get("document_type", "order"))])
    begins = np.where(start == 1, sure, 1 - sure).astype(np.float32)
    return Reading(made.document, encoded, spread(field, len(LABELS), sure), spread(role, len(ROLES), sure), begins,
                   spread(kind, len(DOCUMENT_TYPES), sure)[0])  # fmt: skip
