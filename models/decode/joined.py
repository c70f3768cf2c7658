"""Numbers and codes that are printed in pieces: `132 295.68`, `18. 500000`, `12, 66`; `PO 4711/2026`. A piece that the
network left out, or gave to nothing, belongs to what it stands against: half a number is worse than none."""

from __future__ import annotations

import re

import numpy as np

from data.fields import FIELDS, LABELS
from models.decode.reading import Reading

REACH = 0.4
"""Largest gap between two pieces of one number, in heights of their line: a space is about a quarter of it."""
SURE = 0.9
"""Probability from which on a label of its own keeps a piece apart."""
NUMERIC = frozenset(k for k, name in enumerate(LABELS) if name in FIELDS and FIELDS[name].kind in ("amount", "number"))

_PIECES = (
    (re.compile(r"[-+(€$£]{0,2}\d{1,3}"), re.compile(r"\d{3}(?:[.,]\d+)?\D{0,3}")),  # 132 | 295.68
    (re.compile(r"[-+(€$£]{0,2}[\d.,']*\d[.,]"), re.compile(r"\d+\D{0,3}")),  # 18. | 500000
    (re.compile(r"[-+(€$£]{0,2}[\d.,']*\d"), re.compile(r"[.,]\d+\D{0,3}")),  # 18 | .500000
)


def join_numbers(reading: Reading, labels: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """`labels` (`[n]`, one a word) with the label of a number given to the other pieces that stand against it.

    Goes to the left first, where the leading groups are, then to the right. A piece that is surely the value of
    another number keeps its label.
    """
    out = labels.copy()
    for k in range(len(out) - 1, 0, -1):
        if int(out[k]) in NUMERIC and _free(reading, out, k - 1) and _one_number(reading, k - 1):
            out[k - 1] = out[k]
    for k in range(len(out) - 1):
        if int(out[k]) in NUMERIC and _free(reading, out, k + 1) and _one_number(reading, k):
            out[k + 1] = out[k]
    return out


CODES = frozenset(
    k for k, name in enumerate(LABELS) if name in FIELDS and FIELDS[name].kind == "id" and not FIELDS[name].line
)
"""Codes of the header; letters alone may well be an article number."""
CODE_REACH = 0.7
"""Largest gap between the letters of a code and its digits, in heights of their line."""


def join_codes(reading: Reading, labels: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """`labels` with the label of a code that has no digit yet given to the digits behind it, or below it where it
    stands last in its column. Digits that are surely something else keep their label."""
    out = labels.copy()
    for k in range(len(out)):
        if int(out[k]) not in CODES or any(c.isdigit() for c in reading.text(k)):
            continue
        other = _digits_of(reading, k)
        if other is not None and out[other] != out[k] and _free_code(reading, out, other):
            out[other] = out[k]
    return out


def _digits_of(reading: Reading, k: int) -> int | None:
    """The word behind `k`, or the first one of the next row under it in its block, when it has digits."""
    e, box = reading.encoded, reading.box(k)
    for j in range(k + 1, min(k + 40, len(e))):
        other = reading.box(j)
        beside = j == k + 1 and e.row[j] == e.row[k] and other.x0 - box.x1 <= CODE_REACH * box.height
        if e.row[j] == e.row[k] and e.block[j] == e.block[k] and not beside:
            return None
        under = e.row[j] > e.row[k] and e.block[j] == e.block[k] and abs(other.x0 - box.x0) < box.height
        if beside or under:
            return j if any(c.isdigit() for c in reading.text(j)) else None
    return None


def _free_code(reading: Reading, labels: np.ndarray, k: int) -> bool:  # type: ignore[type-arg]
    label = int(labels[k])
    return (label == 0 or label in CODES) and float(reading.field[k, label]) < SURE


def _free(reading: Reading, labels: np.ndarray, k: int) -> bool:  # type: ignore[type-arg]
    label = int(labels[k])
    return label == 0 or (label in NUMERIC and float(reading.field[k, label]) < SURE)


def _one_number(reading: Reading, k: int) -> bool:
    """Whether words `k` and `k + 1` print one number."""
    if reading.encoded.row[k] != reading.encoded.row[k + 1]:
        return False
    a, b = reading.box(k), reading.box(k + 1)
    if not -0.2 * b.height <= b.x0 - a.x1 <= REACH * min(a.height, b.height):
        return False
    left, right = reading.text(k), reading.text(k + 1)
    return any(head.fullmatch(left) and tail.fullmatch(right) for head, tail in _PIECES)
