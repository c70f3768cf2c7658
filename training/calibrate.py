"""Stage `calibrate`: from raw probabilities to the chance that a value is right, on documents never trained on.

    python -m training.calibrate [--profile smoke]

A logistic model over `models.calibrate.VALUE_FEATURES` with an intercept per field, then isotonic regression for every
field with enough values. The same for whole orders. Half of the documents fit, the other half measures the error.
"""

from __future__ import annotations

import argparse
import json
import math
import sys
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray
from rich.progress import track
from sklearn.isotonic import IsotonicRegression
from sklearn.linear_model import LogisticRegression

from data.result import Extraction
from models.calibrate import ORDER_FEATURES, VALUE_FEATURES, Calibrator, Steps, as_json, order_evidence, value_evidence
from models.extractor import Extractor, resolve
from training import plots
from training.config import load
from training.metrics import Judged, judge
from training.stream import document
from training.tracking import open_run

Row = tuple[str, list[float], bool]
FROM = 920_000_000
"""First number of the documents of this stage: other ones than training, export and evaluation use."""


@dataclass(frozen=True)
class CalibrateParams:
    """Section `calibrate`."""

    model: str = "models/trained/export"
    results: str = "results/calibrate"
    documents: int = 1200
    ocr_share: float = 0.3
    mlflow: bool = True
    field_minimum: int = 150
    """Values a field needs for a map of its own; the others share one."""


@dataclass
class Evidence:
    """What the documents of one half gave."""

    values: list[Row] = field(default_factory=list)
    orders: list[tuple[Extraction, bool]] = field(default_factory=list)


def judged_values(extraction: Extraction, judged: Judged) -> list[Row]:
    """Evidence and truth of each judged value that the model read (derived ones ride on the one they come from)."""
    out: list[Row] = []
    for cell in judged.cells:
        if cell.verdict == "missing":
            continue
        name = cell.name.removeprefix("line.") if cell.line is not None else cell.name
        holder = extraction.fields if cell.line is None else extraction.lines[cell.line].fields
        value = holder.get(name)
        if value is not None and value.score is not None:
            out.append((cell.name, value_evidence(extraction, name, value, cell.line), cell.verdict == "right"))
    return out


def gather(extractor: Extractor, params: CalibrateParams) -> tuple[Evidence, Evidence]:
    """Read all documents; even ones fit, odd ones measure."""
    halves = (Evidence(), Evidence())
    for k in track(range(params.documents), description="reading", disable=not sys.stderr.isatty()):
        labelled = document(FROM + k, params.ocr_share, split="heldout")
        extraction = extractor.extract(labelled.document)
        judged = judge(extraction.to_dict(), labelled.gold)
        halves[k % 2].values.extend(judged_values(extraction, judged))
        if labelled.gold["document_type"] in ("order", "order_change"):
            halves[k % 2].orders.append((extraction, judged.exact))
    return halves


def fit_values(rows: Sequence[Row], minimum: int) -> tuple[NDArray[np.float64], dict[str, float], dict[str, Steps]]:
    """Weights over the evidence, an intercept per field, a monotone map per field."""
    names = sorted({name for name, _, _ in rows})
    place = {name: k for k, name in enumerate(names)}
    x = np.array([e + [1.0 if place[n] == k else 0.0 for k in range(len(names))] for n, e, _ in rows])
    y = np.array([right for _, _, right in rows])
    if y.all() or not y.any():
        raise ValueError("calibration needs right and wrong values: read more documents or train the model first")
    model = LogisticRegression(C=1.0, max_iter=2000).fit(x, y)
    weights = model.coef_[0][: len(VALUE_FEATURES)]
    own = model.coef_[0][len(VALUE_FEATURES) :]
    base = float(model.intercept_[0])
    intercepts = {name: base + float(own[place[name]]) for name in names} | {"": base + float(own.mean())}
    raw = 1 / (1 + np.exp(-np.clip(x @ model.coef_[0] + base, -30, 30)))
    maps = {"": monotone(raw, y)}
    grouped: dict[str, list[int]] = defaultdict(list)
    for k, (name, _, _) in enumerate(rows):
        grouped[name].append(k)
    for name, places in grouped.items():
        if len(places) >= minimum and 0 < y[places].sum() < len(places):
            maps[name] = monotone(raw[places], y[places])
    return weights, intercepts, maps


def monotone(raw: NDArray[np.float64], right: NDArray[np.bool_]) -> Steps:
    """Isotonic regression, shrunk by the rule of succession so that no finite sample gives 0 or 1."""
    fitted = IsotonicRegression(out_of_bounds="clip").fit(raw, right.astype(float))
    x, y = np.asarray(fitted.X_thresholds_), np.asarray(fitted.y_thresholds_)
    out = []
    for value in y:
        block = np.abs(fitted.predict(raw) - value) < 1e-9
        n = max(int(block.sum()), 1)
        out.append((value * n + 0.5) / (n + 1))
    return Steps(tuple(float(v) for v in x), tuple(float(v) for v in np.maximum.accumulate(out)))


def ece(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error over equal-width bins."""
    total = 0.0
    for b in range(bins):
        inside = [(c, ok) for c, ok in pairs if b / bins <= c < (b + 1) / bins or (b == bins - 1 and c == 1)]
        total += abs(sum(c for c, _ in inside) - sum(ok for _, ok in inside))
    return total / max(len(pairs), 1)


def fit_orders(orders: Sequence[tuple[Extraction, bool]], values: Calibrator) -> Calibrator:
    """The calibrator with its order model fitted on `orders`."""
    x = np.array([order_evidence(values.apply(e)) for e, _ in orders])
    y = np.array([exact for _, exact in orders])
    if y.all() or not y.any():
        weights, intercept = np.zeros(len(ORDER_FEATURES)), math.log((y.sum() + 1) / ((~y).sum() + 1))
    else:
        model = LogisticRegression(C=0.5, max_iter=2000).fit(x, y)
        weights, intercept = model.coef_[0], float(model.intercept_[0])
    raw = 1 / (1 + np.exp(-np.clip(x @ weights + intercept, -30, 30)))
    return Calibrator(
        values.version, values.weights, values.intercepts, values.maps, weights, intercept, monotone(raw, y)
    )


def calibrate(params: CalibrateParams) -> dict[str, Any]:
    """Fit, measure, write `calibration.json` into the model folder."""
    extractor = Extractor(resolve(params.model), calibrated=False)
    fit, measure = gather(extractor, params)
    weights, intercepts, maps = fit_values(fit.values, params.field_minimum)
    flat = Steps((0.0, 1.0), (0.0, 1.0))
    first = Calibrator(extractor.version, weights, intercepts, maps, np.zeros(len(ORDER_FEATURES)), 0.0, flat)
    done = fit_orders(fit.orders, first)
    pairs = [(done.confidence(n, e), right) for n, e, right in measure.values]
    softmax = [(1 / (1 + math.exp(-e[0])), right) for _, e, right in measure.values]
    orders = [(sure, exact) for e, exact in measure.orders if (sure := done.apply(e).order_confidence) is not None]
    metrics = {
        "documents": params.documents, "values": len(fit.values) + len(measure.values),
        "field_ece": round(ece(pairs), 4), "field_ece_softmax": round(ece(softmax), 4),
        "order_ece": round(ece(orders), 4), "orders": len(orders),
    }  # fmt: skip
    (extractor.folder / "calibration.json").write_text(json.dumps(as_json(done), indent=1) + "\n", encoding="utf-8")
    results = Path(params.results)
    results.mkdir(parents=True, exist_ok=True)
    (results / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    plots.reliability(pairs, results / "reliability.png")
    with open_run("calibrate", asdict(params), enabled=params.mlflow) as run:
        run.log({k: float(v) for k, v in metrics.items()})
        run.file(results / "reliability.png")
    return metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="", help="profile of params.yaml, e.g. smoke")
    print(json.dumps(calibrate(load(CalibrateParams, "calibrate", parser.parse_args().profile)), indent=1))


if __name__ == "__main__":
    main()
