"""Numbers and codes that are printed in pieces: `132 295.68`, `18. 500000`, `12, 66`; `PO 4711/2026`. A piece that the
network left out, or gave to nothing, belongs to what it stands against: half a number is worse than none."""

from __future__ import annotations

import re

import numpy as np

from data.fields import FIELDS, LABELS
from models.decode.reading import JOINS, Reading

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


BROKEN = frozenset(
    k for k, name in enumerate(LABELS) if name in FIELDS and FIELDS[name].kind in ("id", "date") and FIELDS[name].line
)
"""Codes and dates of a table's cells, which wrap where the cell ends."""

DESCRIPTION = LABELS.index("line.description")
LOOSE = BROKEN | {LABELS.index("line.line_no")}
"""Labels that the rest of such a code is mistaken for."""


def join_wrapped(reading: Reading, labels: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """`labels` with the label of a code or date that breaks off at a hyphen ("T40-C45-") given to the rest of it, which
    stands alone in the next row of its cell."""
    out = labels.copy()
    e = reading.encoded
    for k in range(len(out)):
        if int(out[k]) not in BROKEN or not breaks_off(reading, k):
            continue
        other = below(reading, k)
        if other is None or int((e.segment == e.segment[other]).sum()) > 1:
            continue
        label = int(out[other])
        # it stands flush under a code that goes on: no description begins there, however sure the network is of it
        if label in (0, DESCRIPTION) or (label in LOOSE and float(reading.field[other, label]) < SURE):
            out[other] = out[k]
    return out


def breaks_off(reading: Reading, k: int) -> bool:
    """Whether word `k` ends its segment with a sign that no code or date ends with."""
    e, text = reading.encoded, reading.text(k)
    last = k + 1 == len(e) or e.segment[k + 1] != e.segment[k]
    return last and len(text) > 1 and text.endswith(JOINS)


def below(reading: Reading, k: int) -> int | None:
    """The first word under the segment of word `k`: in the next row, beginning where the segment begins or ends."""
    e, box = reading.encoded, reading.box(k)
    first = reading.box(int(np.flatnonzero(e.segment == e.segment[k])[0]))
    for j in range(k + 1, min(k + 60, len(e))):
        if e.row[j] == e.row[k] or e.segment[j] == e.segment[j - 1]:
            continue
        other = reading.box(j)
        if reading.page(j) != reading.page(k) or other.y0 - box.y1 > 0.8 * box.height:
            return None
        flush = abs(other.x0 - first.x0) < 0.6 * box.height or abs(other.x1 - box.x1) < 0.6 * box.height
        if flush:
            return j
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
