"""Stage `evaluate`: how well an exported model reads documents it has never seen.

    python -m training.evaluate [--profile smoke]

Sets: generated documents of layout families and contents kept out of training (as words, with simulated recognition
errors, and a few really scanned and recognised), and every folder of real documents under `real`. Writes predictions,
judged cells, metrics.json and the report (docs/quality.md where `publish` says so).
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np
from rich.progress import track

from data.result import Extraction, Failure
from models.extractor import Extractor
from training import confidence, corpora, plots
from training.calibrate import ece
from training.config import load
from training.corpora import Case
from training.metrics import Judged, judge, tallies
from training.report import write_report
from training.tracking import open_run


@dataclass(frozen=True)
class EvaluateParams:
    """Section `evaluate`."""

    model: str = "models/trained/export"
    results: str = "results/evaluate"
    real: str = "../shared/data"
    """Folder whose sub-folders hold real documents with gold values; left aside where there is none, or empty."""
    generated: int = 300
    recognised: int = 150
    scanned: int = 8
    """Documents of each scan kind that are really recognised (seconds a page)."""
    scans: tuple[str, ...] = ("clean", "photocopied", "skew", "jpeg", "fax")
    bootstrap: int = 500
    publish: str = ""
    """File the report is copied to, e.g. docs/quality.md."""
    mlflow: bool = True


@dataclass
class Outcome:
    """A case with what was read."""

    case: Case
    result: dict[str, Any]
    judged: Judged
    groups: dict[str, str] = field(default_factory=dict)


def cases(params: EvaluateParams) -> Iterator[Case]:
    """All documents of all sets."""
    parts: list[Iterable[Case]] = [corpora.generated(params.generated), corpora.recognised(params.recognised)]
    parts += [corpora.scanned(params.scanned, kind) for kind in params.scans if params.scanned]
    real = Path(params.real)
    if params.real and real.is_dir():
        parts += [corpora.folder(path) for path in sorted(real.iterdir()) if path.is_dir()]
    else:
        print(f"no real documents at {params.real or 'hand'}: judged on generated ones only", file=sys.stderr)
    return chain.from_iterable(parts)


def run(extractor: Extractor, case: Case) -> Outcome:
    """Read and judge one case; an unreadable document is a result without values."""
    if case.document is None:
        extraction = Extraction(case.name, "", status="failed", error=Failure("unread", case.failure))
    else:
        extraction = extractor.extract(case.document)
    result = extraction.to_dict() | {"file": f"{case.name}.pdf"}
    groups = {"set": case.set, "language": str(case.gold.get("language")), "source": case.source,
              "document_type": str(case.gold.get("document_type")),
              "layout": str(case.gold.get("layout_family"))}  # fmt: skip
    return Outcome(case, result, judge(result, case.gold), groups)


def scores(outcomes: Sequence[Outcome], bootstrap: int = 0) -> dict[str, Any]:
    """Header, line and all F1, share of exact orders, calibration error; with 95 % intervals over documents."""
    judged = [o.judged for o in outcomes]
    counted = tallies(judged)
    sure, orders = confidence.value_pairs(judged), confidence.order_pairs(judged)
    absent = sum(1 for o in outcomes if o.case.gold.get("complete"))
    invented = sum(c.verdict == "invented" for o in outcomes for c in o.judged.cells if o.case.gold.get("complete"))
    out: dict[str, Any] = {
        "documents": len(outcomes), "header_f1": counted["header"].f1, "line_f1": counted["line"].f1,
        "all_f1": counted["all"].f1, "exact": sum(j.exact for j in judged) / max(len(judged), 1),
        "field_ece": ece(sure) if sure else None, "order_ece": ece(orders) if orders else None,
        "invented_per_document": invented / absent if absent else None,
    }  # fmt: skip
    if bootstrap and len(outcomes) > 1:
        out["interval"] = intervals(judged, bootstrap)
    return out


def intervals(judged: Sequence[Judged], rounds: int) -> dict[str, tuple[float, float]]:
    """95 % bootstrap intervals of header F1, line F1 and exact orders, resampling documents."""
    counts = np.array([_counts(j) for j in judged], float)
    rng = np.random.default_rng(1)
    picked = counts[rng.integers(0, len(counts), (rounds, len(counts)))].sum(1)
    out = {}
    for name, at in (("header_f1", 0), ("line_f1", 3)):
        right, positive, negative = picked[:, at], picked[:, at + 1], picked[:, at + 2]
        out[name] = _range(2 * right / np.maximum(2 * right + positive + negative, 1))
    out["exact"] = _range(picked[:, 6] / len(counts))
    return out


def _counts(judged: Judged) -> list[float]:
    t = tallies([judged])
    return [
        *(float(v) for k in ("header", "line") for v in (t[k].right, t[k].false_positive, t[k].false_negative)),
        float(judged.exact),
    ]


def _range(values: np.ndarray) -> tuple[float, float]:  # type: ignore[type-arg]
    low, high = np.percentile(values, [2.5, 97.5])
    return round(float(low), 4), round(float(high), 4)


def evaluate(params: EvaluateParams) -> dict[str, Any]:
    """Run the stage; returns the metrics."""
    extractor = Extractor.load(params.model)
    results = Path(params.results)
    results.mkdir(parents=True, exist_ok=True)
    outcomes = [run(extractor, c) for c in track(cases(params), "judging", disable=not sys.stderr.isatty())]
    by_set: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        by_set.setdefault(outcome.case.set, []).append(outcome)
    metrics: dict[str, Any] = {name: scores(group, params.bootstrap) for name, group in by_set.items()}
    for name, group in by_set.items():
        lines = "".join(json.dumps(o.result, ensure_ascii=False) + "\n" for o in group)
        (results / f"predictions-{name}.jsonl").write_text(lines, encoding="utf-8")
        confidence.write(((o.result["file"], o.judged) for o in group), results / f"judged-{name}.jsonl")
    (results / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    report = results / "quality.md"
    write_report(report, extractor, by_set, metrics)
    if params.publish:
        Path(params.publish).write_text(report.read_text(encoding="utf-8"), encoding="utf-8")
    with open_run("evaluate", {"model": extractor.version}, enabled=params.mlflow) as tracked:
        for name, values in metrics.items():
            tracked.log({f"{name}/{k}": float(v) for k, v in values.items() if isinstance(v, int | float)})
        tracked.file(report)
        for name, group in by_set.items():
            picture = results / f"fields-{name}.png"
            plots.fields(tallies(o.judged for o in group), picture)
            tracked.file(picture)
    return metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="", help="profile of params.yaml, e.g. smoke")
    parser.add_argument("--publish", default="", help="copy the report there, e.g. docs/quality.md")
    parser.add_argument("--model", default="", help="`default` for the shipped one, or a folder")
    arguments = parser.parse_args()
    params = load(EvaluateParams, "evaluate", arguments.profile)
    given = {k: v for k in ("publish", "model") if (v := getattr(arguments, k))}
    params = replace(params, **given)
    for name, values in evaluate(params).items():
        line = "  ".join(f"{k} {values[k]:.3f}" for k in ("header_f1", "line_f1", "exact") if values[k] is not None)
        print(f"{name:20} {values['documents']:>4} documents  {line}")


if __name__ == "__main__":
    main()
