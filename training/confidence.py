"""What stated confidences are worth: how many orders pass at which error, from what stage `evaluate` judged.

A risk-coverage curve (El-Yaniv and Wiener 2010) takes values from the surest to the least sure and says, for every
share of them that is let through, the share of those that is wrong.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path

import numpy as np

from training.metrics import Judged, Judgement

Pair = tuple[float, bool]
"""A stated confidence, and whether it was right."""


@dataclass(frozen=True, slots=True)
class Point:
    """Of all values: the `coverage` (share) stated with at least `threshold`, and the `risk`, their share of errors."""

    threshold: float
    coverage: float
    risk: float


def write(judged: Iterable[tuple[str, Judged]], path: Path) -> None:
    """One judged document a line, with its file's name."""
    lines = (json.dumps({"file": file} | asdict(j), ensure_ascii=False) + "\n" for file, j in judged)
    path.write_text("".join(lines), encoding="utf-8")


def read(path: Path) -> list[tuple[str, Judged]]:
    """What `write` wrote."""
    out = []
    for line in path.read_text(encoding="utf-8").splitlines():
        raw = json.loads(line)
        cells = tuple(Judgement(**cell) for cell in raw["cells"])
        out.append((raw["file"], Judged(cells, raw["exact"], raw["order_confidence"])))
    return out


def value_pairs(judged: Iterable[Judged], field: str = "") -> list[Pair]:
    """Confidence and verdict of every value that was read; with `field`, of that field (`line.` prefixed) alone."""
    return [
        (c.confidence, c.verdict == "right")
        for j in judged for c in j.cells
        if c.confidence is not None and (not field or c.name == field)
    ]  # fmt: skip


def order_pairs(judged: Iterable[Judged]) -> list[Pair]:
    """Confidence of every order, and whether it was exact."""
    return [(j.order_confidence, j.exact) for j in judged if j.order_confidence is not None]


def risk_coverage(pairs: Sequence[Pair]) -> list[Point]:
    """A point for each confidence that was stated, from the highest down; values stated alike pass together."""
    if not pairs:
        return []
    sure = np.array([c for c, _ in pairs])
    wrong = np.array([not right for _, right in pairs])
    order = np.argsort(-sure, kind="stable")
    sure, errors = sure[order], np.cumsum(wrong[order])
    last = np.flatnonzero(np.append(np.diff(sure) != 0, True))
    return [Point(float(sure[k]), (k + 1) / len(pairs), float(errors[k]) / (k + 1)) for k in last.tolist()]


def most_at(pairs: Sequence[Pair], risk: float) -> Point | None:
    """The point with the largest coverage whose risk is at most `risk`; None where even the surest are worse."""
    return max((p for p in risk_coverage(pairs) if p.risk <= risk), key=lambda p: p.coverage, default=None)
