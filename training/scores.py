"""Figures of judged documents: F1, exact orders, calibration, invented values, and how far chance moves them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from training import confidence
from training.calibrate import ece
from training.metrics import Judged, absent, tallies
from training.outcome import Outcome

FIGURES = ("header_f1", "line_f1", "exact")
"""Figures with intervals."""
Interval = tuple[float, float]


def scores(outcomes: Sequence[Outcome], bootstrap: int = 0) -> dict[str, Any]:
    """Header, line and all F1, share of exact orders, calibration error; with 95 % intervals over documents."""
    judged = [o.judged for o in outcomes]
    counted = tallies(judged)
    sure, orders = confidence.value_pairs(judged), confidence.order_pairs(judged)
    header, line = invented(outcomes)
    out: dict[str, Any] = {
        "documents": len(outcomes), "header_f1": counted["header"].f1, "line_f1": counted["line"].f1,
        "all_f1": counted["all"].f1, "exact": sum(j.exact for j in judged) / max(len(judged), 1),
        "field_ece": ece(sure) if sure else None, "order_ece": ece(orders) if orders else None,
        "invented_per_100_header": header, "invented_per_100_line": line,
    }  # fmt: skip
    if bootstrap and len(outcomes) > 1:
        out["interval"] = intervals(judged, bootstrap)
    return out


def invented(outcomes: Sequence[Outcome]) -> tuple[float | None, float | None]:
    """Values read for 100 fields that the page does not show, of the header and of lines; only where the gold files
    are complete. Cells of lines that are not there count among those of lines."""
    complete = [o for o in outcomes if o.case.gold.get("complete")]
    missing = np.array([absent(o.case.gold) for o in complete]).reshape(-1, 2).sum(0)
    made = [c.name.startswith("line.") for o in complete for c in o.judged.cells if c.verdict == "invented"]
    header, line = len(made) - sum(made), sum(made)
    return (
        100 * header / int(missing[0]) if missing[0] else None,
        100 * line / int(missing[1]) if missing[1] else None,
    )


def counts(judged: Sequence[Judged]) -> NDArray[np.float64]:
    """`[documents, 7]` right, false positive, false negative of header and of lines, and whether exact."""
    rows = []
    for document in judged:
        t = tallies([document])
        cells = [v for k in ("header", "line") for v in (t[k].right, t[k].false_positive, t[k].false_negative)]
        rows.append([*cells, document.exact])
    return np.array(rows, float).reshape(-1, 7)


def figures(summed: NDArray[np.float64], documents: int) -> dict[str, NDArray[np.float64]]:
    """`FIGURES` from sums of `counts` over the last axis but one."""
    out = {}
    for name, at in (("header_f1", 0), ("line_f1", 3)):
        right, positive, negative = summed[..., at], summed[..., at + 1], summed[..., at + 2]
        out[name] = 2 * right / np.maximum(2 * right + positive + negative, 1)
    out["exact"] = summed[..., 6] / documents
    return out


def resampled(documents: int, rounds: int) -> NDArray[np.intp]:
    """`[rounds, documents]` indices of documents drawn with replacement, the same for the same arguments."""
    return np.random.default_rng(1).integers(0, documents, (rounds, documents))


def intervals(judged: Sequence[Judged], rounds: int) -> dict[str, Interval]:
    """95 % bootstrap intervals of header F1, line F1 and exact orders, resampling documents."""
    picked = counts(judged)[resampled(len(judged), rounds)].sum(1)
    return {name: middle(values) for name, values in figures(picked, len(judged)).items()}


def differences(a: Sequence[Judged], b: Sequence[Judged], rounds: int) -> dict[str, tuple[float, Interval]]:
    """What `b` gains over `a` on the same documents, with paired 95 % bootstrap intervals."""
    mine, theirs, drawn = counts(a), counts(b), resampled(len(a), rounds)
    whole = [figures(c.sum(0), len(a)) for c in (mine, theirs)]
    parts = [figures(c[drawn].sum(1), len(a)) for c in (mine, theirs)]
    return {name: (float(whole[1][name] - whole[0][name]), middle(parts[1][name] - parts[0][name])) for name in FIGURES}


def middle(values: NDArray[np.float64]) -> Interval:
    """Where the middle 95 % of `values` lie."""
    low, high = np.percentile(values, [2.5, 97.5])
    return round(float(low), 4), round(float(high), 4)
