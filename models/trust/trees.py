"""Boosted trees as plain numbers: what `training.trees` fitted, evaluated with numpy alone."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.trust.familiar import Floats

Ints = NDArray[np.int64]


@dataclass(frozen=True)
class Trees:
    """`[trees, nodes]` arrays. An inner node sends rows with `x[feature] <= threshold` left; a leaf leads to itself."""

    start: float
    """Log odds before any tree."""
    feature: Ints
    threshold: Floats
    left: Ints
    right: Ints
    value: Floats
    depth: int

    def odds(self, x: Floats) -> Floats:
        """Log odds of each row of `x` `[rows, features]`."""
        rows = np.arange(len(x))[:, None]
        tree = np.arange(len(self.feature))[None, :]
        at: Ints = np.zeros((len(x), len(self.feature)), np.int64)
        for _ in range(self.depth):
            goes = x[rows, self.feature[tree, at]] <= self.threshold[tree, at]
            at = np.where(goes, self.left[tree, at], self.right[tree, at])
        return np.asarray(self.start + self.value[tree, at].sum(1), float)

    def chances(self, x: Floats) -> Floats:
        """Probability of each row."""
        return np.asarray(1 / (1 + np.exp(-np.clip(self.odds(x), -30, 30))), float)

    def to_dict(self) -> dict[str, Any]:
        return {
            "start": self.start, "depth": self.depth, "feature": self.feature.tolist(), "left": self.left.tolist(),
            "right": self.right.tolist(), "threshold": _short(self.threshold), "value": _short(self.value),
        }  # fmt: skip

    @classmethod
    def parse(cls, raw: Mapping[str, Any]) -> Trees:
        feature, left, right = (_grid(raw[k]).astype(np.int64) for k in ("feature", "left", "right"))
        return cls(raw["start"], feature, _grid(raw["threshold"]), left, right, _grid(raw["value"]), raw["depth"])


def _grid(rows: Sequence[Sequence[float]]) -> Floats:
    """`[trees, nodes]`, also where there is no tree."""
    return np.array(rows, float).reshape(len(rows), len(rows[0]) if rows else 1)


def _short(numbers: Floats) -> list[list[float]]:
    return [[float(f"{v:.6g}") for v in row] for row in numbers.tolist()]


def padded(rows: Sequence[NDArray[Any]]) -> NDArray[Any]:
    """Rows of different lengths as one array, zeros behind."""
    out = np.zeros((len(rows), max((len(r) for r in rows), default=1)))
    for k, row in enumerate(rows):
        out[k, : len(row)] = row
    return out
