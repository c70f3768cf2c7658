"""The document's type: what the network says of the whole, held against what it found in it."""

from __future__ import annotations

from data.fields import DOCUMENT_TYPES, HEADER
from models.decode.reading import LABEL, ROLE, Reading

FOUND = 0.6
"""Probability at which a header field counts as found."""
HINT = 0.3
"""Probability below which a word gives no hint of a field at all."""
ENOUGH = 5
"""Header fields a page of no interest does not have: on generated documents of type "other" at most two were found, on
others at least seven."""
OTHER = DOCUMENT_TYPES.index("other")


def read_kind(reading: Reading) -> tuple[str, float | None]:
    """Type and its probability.

    A document full of an order's fields is not "other", whatever its looks; one without a hint of a field and of an
    item is, and as the network thought otherwise nobody knows how probably.
    """
    if not len(reading.encoded):
        return "other", 1.0
    p = reading.kind.astype(float)
    if int(p.argmax()) == OTHER and found_fields(reading) >= ENOUGH:
        p = p.copy()
        p[OTHER] = 0
        p /= max(float(p.sum()), 1e-9)
    best = int(p.argmax())
    if best != OTHER and not found_fields(reading, HINT) and not (reading.role[:, ROLE["item"]] > HINT).any():
        return "other", None
    return DOCUMENT_TYPES[best], float(p[best])


def found_fields(reading: Reading, least: float = FOUND) -> int:
    """Header fields that at least one word carries with a probability of `least`."""
    columns = [LABEL[field.name] for field in HEADER]
    return int((reading.field[:, columns].max(0) > least).sum()) if len(reading.encoded) else 0
