"""Boosted trees by scikit-learn, taken out as the numbers that `models.trust.trees` evaluates, and monotone maps."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray
from sklearn.ensemble import HistGradientBoostingClassifier
from sklearn.isotonic import IsotonicRegression

from models.calibrate import GROUPS, Judge, Steps, with_usual
from models.trust.familiar import Floats
from models.trust.trees import Trees, padded

Truth = NDArray[np.bool_]
PRIOR = 20.0
"""Values by which a field's own share is drawn to the share of all."""
RANKED, KNOTS = 0.02, 65
"""Share of the raw chance in a map that keeps the order of the rows, and its knots."""


@dataclass(frozen=True)
class Size:
    """How much the trees may learn."""

    trees: int = 120
    leaves: int = 8
    least: int = 80
    """Rows a leaf needs."""
    rate: float = 0.08


@dataclass(frozen=True)
class Table:
    """Rows to fit or measure on: field, evidence, truth, kind of print (`GROUPS`), number of the document."""

    names: tuple[str, ...]
    x: Floats
    right: Truth
    group: NDArray[np.str_]
    document: NDArray[np.int64]

    def where(self, chosen: Truth) -> Table:
        names = tuple(n for n, c in zip(self.names, chosen, strict=True) if c)
        return Table(names, self.x[chosen], self.right[chosen], self.group[chosen], self.document[chosen])


def usual(names: Sequence[str], right: Truth) -> dict[str, float]:
    """Share of right rows of each field, and of all under `""`."""
    mean = float(right.mean())
    field = np.array(names)
    return {"": mean} | {
        name: (float(right[field == name].sum()) + PRIOR * mean) / (int((field == name).sum()) + PRIOR)
        for name in sorted(set(names))
    }


def fit_judge(table: Table, features: Sequence[str], signs: Mapping[str, int], size: Size, *,
              alike: bool = False, ranked: bool = False) -> Judge:  # fmt: skip
    """Trees on three documents of four, a map for each kind of print on the fourth.

    Args:
        table: rows with truth.
        features: names of the columns.
        signs: which way evidence may move a chance, by name of its column.
        size: of the trees.
        alike: rows that are all right or all wrong give one careful figure.
        ranked: no two rows that the trees tell apart get the same chance, so that a threshold may lie between them.

    Raises:
        ValueError: all rows are right or all wrong, and not `alike`; there is nothing to learn from.
    """
    fold = table.document % 4 == 3
    fit, rest = table.where(~fold), table.where(fold)
    if not 0 < fit.right.sum() < len(fit.right) or not len(rest.right):
        if not alike:
            raise ValueError("calibration needs right and wrong values: read more documents or train the model first")
        return _constant(table)
    shares = usual(fit.names, fit.right)
    model = HistGradientBoostingClassifier(
        max_iter=size.trees, learning_rate=size.rate, max_leaf_nodes=size.leaves, early_stopping=False,
        min_samples_leaf=min(size.least, max(len(fit.right) // 20, 1)), l2_regularization=5.0,
        monotonic_cst=[signs.get(name, 0) for name in features] + [1], random_state=1,
    ).fit(with_usual(fit.names, fit.x, shares), fit.right)  # fmt: skip
    trees = taken_out(model)
    raw = trees.chances(with_usual(rest.names, rest.x, shares))

    def fitted(x: Floats, right: Truth) -> Steps:
        return rising(monotone(x, right), x) if ranked else monotone(x, right)

    everything = fitted(raw, rest.right)
    maps = {}
    for group in GROUPS:
        mine = rest.group == group
        enough = mine.sum() >= 100 and 0 < rest.right[mine].sum() < mine.sum()
        maps[group] = fitted(raw[mine], rest.right[mine]) if enough else everything
    return Judge(trees, maps, shares)


def _constant(table: Table) -> Judge:
    share = (float(table.right.sum()) + 0.5) / (len(table.right) + 1)
    steps = Steps((0.0, 1.0), (share, share))
    none = np.zeros((0, 1))
    whole = none.astype(np.int64)
    return Judge(Trees(0.0, whole, none, whole, whole, none, 0), dict.fromkeys(GROUPS, steps), {"": share})


def taken_out(model: HistGradientBoostingClassifier) -> Trees:
    """The fitted trees as arrays (a test compares both on the same rows)."""
    nodes = [stage[0].nodes for stage in model._predictors]
    own = [np.arange(len(n)) for n in nodes]
    leaf = [n["is_leaf"].astype(bool) for n in nodes]
    return Trees(
        float(np.ravel(model._baseline_prediction)[0]),
        padded([np.where(e, 0, n["feature_idx"]) for n, e in zip(nodes, leaf, strict=True)]).astype(np.int64),
        padded([np.where(e, 0, n["num_threshold"]) for n, e in zip(nodes, leaf, strict=True)]),
        padded([np.where(e, o, n["left"]) for n, e, o in zip(nodes, leaf, own, strict=True)]).astype(np.int64),
        padded([np.where(e, o, n["right"]) for n, e, o in zip(nodes, leaf, own, strict=True)]).astype(np.int64),
        padded([np.where(e, n["value"], 0) for n, e in zip(nodes, leaf, strict=True)]),
        int(max(n["depth"].max() for n in nodes)),
    )


def monotone(raw: Floats, right: Truth) -> Steps:
    """Isotonic regression, shrunk by the rule of succession so that no finite sample gives 0 or 1."""
    fitted: Any = IsotonicRegression(out_of_bounds="clip").fit(raw, right.astype(float))
    x, y = np.asarray(fitted.X_thresholds_), np.asarray(fitted.y_thresholds_)
    predicted = fitted.predict(raw)
    counts = [max(int((np.abs(predicted - value) < 1e-9).sum()), 1) for value in y]
    out = [(value * n + 0.5) / (n + 1) for value, n in zip(y, counts, strict=True)]
    rising = np.maximum.accumulate(out)
    return Steps(tuple(round(float(v), 6) for v in x), tuple(round(float(v), 6) for v in rising))


def rising(steps: Steps, raw: Floats) -> Steps:
    """`steps` with a little of the raw chance mixed in: isotonic regression alone is flat where the surest rows are."""
    x = np.unique(np.quantile(raw, np.linspace(0, 1, KNOTS)))
    y = (1 - RANKED) * np.interp(x, steps.x, steps.y) + RANKED * x
    return Steps(tuple(x.tolist()), tuple(y.tolist()))
