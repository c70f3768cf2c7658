"""Stage `evaluate`: how well an exported model reads documents it has never seen.

    python -m training.evaluate [--profile smoke] [--model default] [--scanned 40]

Sets: generated documents of layout families and contents kept out of training (as words, with simulated recognition
errors, and some drawn, scanned in several ways and really recognised), and every folder of real documents under `real`,
some of them scanned too. Writes predictions, judged cells, metrics.json, the worst documents as pictures and the report
(docs/quality.md where `publish` says so). Documents once read are kept in `cache`, so that a stopped run goes on.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import asdict, dataclass, replace
from itertools import chain
from pathlib import Path
from typing import Any

from rich.progress import track

from data.generate.scan import Kind
from models.extractor import Extractor
from training import confidence, corpora, pictures, plots
from training.cache import Cache
from training.config import load
from training.corpora import Case
from training.longest import longest
from training.metrics import tallies
from training.outcome import by_set, run
from training.raster import losses
from training.report import write_report
from training.scores import scores
from training.tracking import open_run


@dataclass(frozen=True)
class EvaluateParams:
    """Section `evaluate`."""

    model: str = "models/trained/export"
    results: str = "results/evaluate"
    real: str = "../shared/data"
    """Folder whose sub-folders hold real documents with gold values; left aside where there is none, or empty."""
    golden: str = "tests/golden/erp_forms"
    """Folder of orders drawn up by hand after common forms; left aside where it is not there, or empty."""
    generated: int = 300
    recognised: int = 150
    scanned: int = 8
    """Documents of each scan kind that are really recognised (seconds a page)."""
    real_scanned: int = 0
    """Documents of each real set and scan kind that are really recognised."""
    scans: tuple[Kind, ...] = ("clean", "photocopied", "skew", "jpeg", "fax")
    long: tuple[int, ...] = (10, 20, 40)
    """Pages of a generated order that show whether long ones lose lines or time."""
    bootstrap: int = 500
    worst: int = 12
    """Documents that are drawn with what was read and what is right."""
    cache: str = "results/cache"
    """Folder of documents read before; empty to read all anew."""
    publish: str = ""
    """File the report is copied to, e.g. docs/quality.md."""
    mlflow: bool = True


def cases(params: EvaluateParams) -> Iterator[Case]:
    """All documents of all sets."""
    cache = Cache(Path(params.cache) if params.cache else None)
    parts: list[Iterable[Case]] = [corpora.generated(params.generated), corpora.recognised(params.recognised)]
    if params.scanned and params.scans:
        parts.append(corpora.printed(params.scanned, cache))
        parts += [corpora.scanned(params.scanned, kind, cache) for kind in params.scans]
    if params.golden and Path(params.golden).is_dir():
        parts.append(corpora.folder(Path(params.golden), cache))
    real = Path(params.real)
    if params.real and real.is_dir():
        folders = [path for path in sorted(real.iterdir()) if path.is_dir()]
        parts += [corpora.folder(path, cache) for path in folders]
        parts += [corpora.rasterised(path, params.real_scanned, kind, cache)
                  for path in folders for kind in params.scans if params.real_scanned]  # fmt: skip
    else:
        print(f"no real documents at {params.real or 'hand'}: judged on generated ones only", file=sys.stderr)
    return chain.from_iterable(parts)


def evaluate(params: EvaluateParams) -> dict[str, Any]:
    """Run the stage; returns the metrics."""
    extractor = Extractor.load(params.model)
    results = Path(params.results)
    results.mkdir(parents=True, exist_ok=True)
    outcomes = [run(extractor, c) for c in track(cases(params), "judging", disable=not sys.stderr.isatty())]
    sets = by_set(outcomes)
    metrics: dict[str, Any] = {name: scores(group, params.bootstrap) for name, group in sets.items()}
    for name, group in sets.items():
        lines = "".join(json.dumps(o.result, ensure_ascii=False) + "\n" for o in group)
        (results / f"predictions-{name}.jsonl").write_text(lines, encoding="utf-8")
        confidence.write(((o.result["file"], o.judged) for o in group), results / f"judged-{name}.jsonl")
    (results / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    lost = losses(sets, params.bootstrap)
    (results / "scans.json").write_text(json.dumps([asdict(x) for x in lost], indent=1) + "\n", encoding="utf-8")
    pictures.write(pictures.worst(sets, params.worst), results / "worst")
    report = results / "quality.md"
    write_report(report, extractor, sets, metrics, lost, params.bootstrap, longest(extractor, params.long))
    if params.publish:
        Path(params.publish).write_text(report.read_text(encoding="utf-8"), encoding="utf-8")
    with open_run("evaluate", {"model": extractor.version}, enabled=params.mlflow) as tracked:
        for name, values in metrics.items():
            tracked.log({f"{name}/{k}": float(v) for k, v in values.items() if isinstance(v, int | float)})
        tracked.file(report)
        for name, group in sets.items():
            picture = results / f"fields-{name}.png"
            plots.fields(tallies(o.judged for o in group), picture)
            tracked.file(picture)
    return metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="", help="profile of params.yaml, e.g. smoke")
    parser.add_argument("--publish", default="", help="copy the report there, e.g. docs/quality.md")
    parser.add_argument("--model", default="", help="`default` for the shipped one, or a folder")
    parser.add_argument("--results", default="", help="folder of the results")
    parser.add_argument("--scanned", type=int, help="generated documents of each scan kind, seconds a page")
    parser.add_argument("--real-scanned", type=int, help="documents of each real set and scan kind")
    arguments = parser.parse_args()
    params = load(EvaluateParams, "evaluate", arguments.profile)
    names = ("publish", "model", "results", "scanned", "real_scanned")
    given = {k: v for k in names if (v := getattr(arguments, k)) not in ("", None)}
    params = replace(params, **given)
    for name, values in evaluate(params).items():
        line = "  ".join(f"{k} {values[k]:.3f}" for k in ("header_f1", "line_f1", "exact") if values[k] is not None)
        print(f"{name:20} {values['documents']:>4} documents  {line}")


if __name__ == "__main__":
    main()
