"""Calibration errors with intervals, and the two baselines: softmax as it is, and softmax with a temperature."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.trust.page import log_odds
from training.scores import middle, resampled

BINS = 10
ROUNDS = 500
METHODS = ("calibrated", "softmax", "temperature")
Floats = NDArray[np.float64]
HEATS = np.exp(np.linspace(-2, 3, 251))
"""Temperatures that are tried."""
Pair = tuple[float, bool]


@dataclass(frozen=True)
class Row:
    """What was said of one document, beside the truth."""

    group: str
    """`models.calibrate.group_of`."""
    calibrated: tuple[Pair, ...]
    softmax: tuple[Pair, ...]
    absent: tuple[Pair, ...]
    sure: float | None
    """Confidence of the order; None too where the paper is none."""
    sound: bool
    name: str = ""

    def pairs(self, method: str, temperature: float = 1.0) -> list[Pair]:
        """Stated probabilities of the values by one of `METHODS`."""
        if method == "calibrated":
            return list(self.calibrated)
        if method == "softmax" or not self.softmax:
            return list(self.softmax)
        cooled = scaled(np.array([c for c, _ in self.softmax]), temperature).tolist()
        return [(c, ok) for c, (_, ok) in zip(cooled, self.softmax, strict=True)]

    @classmethod
    def parse(cls, raw: Mapping[str, Any]) -> Row:
        """Reverses `dataclasses.asdict` after a way through JSON."""
        listed = {k: tuple((c, ok) for c, ok in raw[k]) for k in ("calibrated", "softmax", "absent")}
        return cls(**{**raw, **listed})


def scaled(p: Floats, temperature: float) -> Floats:
    """Probabilities with their log odds divided by the temperature (Guo et al. 2017, on the odds of the value)."""
    return np.asarray(1 / (1 + np.exp(-log_odds(p) / temperature)), float)


def temperature_of(rows: Sequence[Row]) -> float:
    """The temperature under which these documents are likeliest."""
    pairs = [p for r in rows for p in r.softmax]
    odds, right = log_odds(np.array([c for c, _ in pairs])), np.array([ok for _, ok in pairs])

    x = odds[:, None] / HEATS
    loss = np.logaddexp(0, np.where(right[:, None], -x, x)).mean(0)
    return float(HEATS[int(loss.argmin())])


def binned(pairs: Sequence[Pair]) -> Floats:
    """`[BINS, 3]` number of values, sum of what was stated, number right, by equal parts of the scale."""
    out = np.zeros((BINS, 3))
    for sure, ok in pairs:
        out[min(int(sure * BINS), BINS - 1)] += (1, sure, ok)
    return out


def ece_of(bins: Floats) -> Floats:
    """Calibration error of `[…, BINS, 3]`."""
    return np.asarray(np.abs(bins[..., 1] - bins[..., 2]).sum(-1) / np.maximum(bins[..., 0].sum(-1), 1))


@dataclass(frozen=True)
class Error:
    """A calibration error with its 95 % bootstrap interval over documents."""

    ece: float
    low: float
    high: float
    count: int

    def __str__(self) -> str:
        return f"{self.ece:.3f} ({self.low:.3f} to {self.high:.3f})" if self.count else "-"


def error(documents: Sequence[Sequence[Pair]]) -> Error:
    """The error of stated probabilities, one sequence a document: those of one document stand or fall together."""
    per = np.array([binned(d) for d in documents]).reshape(-1, BINS, 3)
    if not per.sum():
        return Error(float("nan"), float("nan"), float("nan"), 0)
    times = np.array([np.bincount(drawn, minlength=len(per)) for drawn in resampled(len(per), ROUNDS)])
    low, high = middle(ece_of(np.tensordot(times.astype(float), per, 1)))
    return Error(float(ece_of(per.sum(0))), low, high, int(per[..., 0].sum()))


def orders(rows: Sequence[Row]) -> list[Pair]:
    """Confidence of every order, and whether it was free of material errors."""
    return [(r.sure, r.sound) for r in rows if r.sure is not None]
