"""Columns of the table agree: what nearly all cells of a column are, a doubtful one is too."""

from __future__ import annotations

import numpy as np

from data.fields import FIELDS
from models.decode.reading import LABEL, ROLE, Reading

TOLERANCE = 1.5
"""Points by which the edges of cells in one column may differ."""
LEAST = 3
"""Rows a column needs to have a say."""
AGREE = 0.5
"""Mean probability that makes a label the column's."""
DOUBT = 0.04
"""Least probability a cell itself must give the column's label."""
SINGLE = frozenset(LABEL[name] for name, field in FIELDS.items() if field.line and name != "line.description")


def settle_columns(reading: Reading, labels: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """New labels: cells of item rows take the label of their column where they do not contradict it.

    A column is a set of words in different item rows that share their left or their right edge.
    """
    out = labels.copy()
    e = reading.encoded
    inside = np.flatnonzero((reading.role[:, ROLE["item"]] > 0.5) & (e.boxes[:, 2] > e.boxes[:, 0]))
    if len(inside) < LEAST:
        return out
    strength = np.zeros(len(labels))
    for edge in (0, 2):
        order = inside[np.argsort(e.boxes[inside, edge], kind="stable")]
        cuts = np.flatnonzero(np.diff(e.boxes[order, edge]) > TOLERANCE) + 1
        for column in np.split(order, cuts):
            if len(np.unique(e.row[column])) < LEAST:
                continue
            mean = reading.field[column].mean(0)
            best = int(mean.argmax())
            if best not in SINGLE or mean[best] < AGREE:
                continue
            for k in column:
                if out[k] != best and reading.field[k, best] >= DOUBT and mean[best] > strength[k]:
                    out[k] = best
                    strength[k] = mean[best]
    return out
