"""Learns from corrected orders, starting from the model in use, and says whether the result may take its place.

    python -m training.retrain --corrected data/processed/corrected [--champion default] [--profile smoke]

Generated documents are mixed with corrected ones, so that nothing is forgotten; then the challenger is exported,
calibrated, and judged beside the champion on gold, on recent corrections, on generated documents, by sender and by
language (`training.gate`). Writes the challenger to models/trained/challenger, a report to results/retrain/index.html.
A run that was stopped goes on where it stopped. Exit status: 0 passed, 3 refused, 2 nothing to do.
"""

from __future__ import annotations

import argparse
import json
import shutil
import sys
import time
from collections.abc import Iterator
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

import datasets
from rich.console import Console
from rich.progress import track
from rich.table import Table

from data.errors import SetupError
from models.extractor import Extractor, resolve
from models.fingerprint import fingerprint
from training import corpora, learnt
from training.calibrate import CalibrateParams, calibrate
from training.config import TrainParams, load
from training.corpora import Case
from training.corpus import Corpus, from_row
from training.export import ExportParams, export
from training.gate import Margins, Pair, Verdict, judge
from training.outcome import run
from training.retrain_report import write_report
from training.tracking import open_run
from training.train import train

REFUSED, NOTHING = 3, 2


@dataclass(frozen=True)
class RetrainParams:
    """Section `retrain`."""

    corrected: str = "data/processed/corrected"
    """Dataset of `python -m training.corrected`."""
    champion: str = "default"
    """Shipped model, folder, or version on the shelf: what the challenger starts from and has to beat."""
    documents: int = 5000
    """Documents seen, corrected and generated; about ten a second of one core."""
    corrected_share: float = 0.4
    """Share of them that are corrected orders; the rest are generated, against forgetting."""
    learning_rate: float = 2e-4
    batch_words: int = 3072
    workers: int = 1
    seed: int = 2
    generated: int = 150
    """Held-out generated documents that both models read."""
    calibrate: dict[str, Any] = field(default_factory=lambda: {"documents": 800, "measured": 150, "known": 400})
    out: str = "models/trained/challenger"
    results: str = "results/retrain"
    version: str = ""
    """Of the challenger; empty makes one of the champion's and the date."""
    mlflow: bool = True


def retrain(params: RetrainParams, margins: Margins | None = None) -> Verdict:
    """Train, export, calibrate, judge, report. Raises `SetupError` where there is nothing to learn from."""
    champion, out, results = resolve(params.champion), Path(params.out), Path(params.results)
    results.mkdir(parents=True, exist_ok=True)
    began = time.monotonic()
    _same_run(params, champion, results)
    train(_training(params, champion), fresh=False)
    about = json.loads((champion / "model.json").read_text(encoding="utf-8"))
    version = params.version or f"{about['version']}+{time.strftime('%Y%m%d')}"
    export(ExportParams(source=str(results / "trained"), out=str(out), results=str(results / "export"),
                        name=about["name"], version=version))  # fmt: skip
    calibrate(CalibrateParams(model=str(out), results=str(results / "calibrate"), mlflow=False, **params.calibrate))
    learnt.write(out, champion, params.corrected)
    pairs = read_both(Extractor.load(str(champion)), Extractor.load(str(out)), list(cases(params)))
    verdict = judge(pairs, margins or Margins())
    minutes = (time.monotonic() - began) / 60
    summary = told(params, champion, verdict, minutes)
    (results / "metrics.json").write_text(json.dumps(summary, indent=1) + "\n", encoding="utf-8")
    write_report(results / "index.html", pairs, verdict, summary)
    with open_run("retrain", asdict(params), enabled=params.mlflow) as tracked:
        tracked.log(
            {f"{c.group}/{c.name}".replace("@", "_at_"): c.gain for c in verdict.changes if c.group != "sender"}
        )
        tracked.file(results / "index.html")
    return verdict


def told(params: RetrainParams, champion: Path, verdict: Verdict, minutes: float) -> dict[str, Any]:
    """What the report and the registry say of the run."""
    return {
        "passed": verdict.passed, "reasons": list(verdict.reasons), "minutes": round(minutes, 1),
        "champion": {"folder": str(champion), "fingerprint": fingerprint(champion)},
        "challenger": {"folder": params.out, "fingerprint": fingerprint(Path(params.out))},
        "changes": [asdict(c) | {"gain": c.gain} for c in verdict.changes],
    }  # fmt: skip


def cases(params: RetrainParams) -> Iterator[Case]:
    """Documents both models are judged on: gold and recent corrections, and generated ones."""
    rows = datasets.load_from_disk(params.corrected)
    for row in rows:
        if row["split"] in ("gold", "recent"):
            made = from_row(row)
            yield Case(row["id"], row["split"], {**made.gold, "sender": row["sender"]}, made.document)
    yield from corpora.generated(params.generated)


def read_both(champion: Extractor, challenger: Extractor, given: list[Case]) -> list[Pair]:
    """Every case as both models read it."""
    pairs: list[Pair] = []
    for case in track(given, "judging both", disable=not sys.stderr.isatty()):
        one, other = run(champion, case), run(challenger, case)
        for outcome in (one, other):
            outcome.groups["sender"] = str(case.gold.get("sender", ""))
        pairs.append((one, other))
    return pairs


def _training(params: RetrainParams, champion: Path) -> TrainParams:
    Corpus(params.corrected)  # says what is wrong before anything is trained
    results = Path(params.results)
    return TrainParams(
        seed=params.seed, documents=params.documents, batch_words=params.batch_words, warmup=params.documents // 20,
        learning_rate=params.learning_rate, decay_share=0.5, workers=params.workers, start=str(champion),
        corpus=params.corrected, corpus_share=params.corrected_share, out=str(results / "trained"),
        results=str(results / "train"), mlflow=False, report_every=max(100, params.documents // 10),
        checkpoint_every=max(100, params.documents // 5), evaluate_documents=30, average=0.99,
    )  # fmt: skip


def _same_run(params: RetrainParams, champion: Path, results: Path) -> None:
    """A checkpoint of another run (other corrections, other champion, other settings) is not gone on with."""
    state = Path(params.corrected) / "state.json"
    known = {**asdict(params), "champion": fingerprint(champion),
             "corrected": state.read_text(encoding="utf-8") if state.is_file() else params.corrected}  # fmt: skip
    kept = results / "run.json"
    if kept.is_file() and json.loads(kept.read_text(encoding="utf-8")) != known:
        for name in ("trained", "train"):
            shutil.rmtree(results / name, ignore_errors=True)
    kept.write_text(json.dumps(known, indent=1) + "\n", encoding="utf-8")


def show(verdict: Verdict, console: Console) -> None:
    """The changes as a table, and what the gate says."""
    table = Table(title="challenger against champion, F1 of all values, points")
    for column in ("group", "", "documents", "before", "after", "gain (95 %)"):
        table.add_column(column)
    for c in verdict.changes:
        colour = "green" if c.interval[0] > 0 else "red" if c.interval[1] < 0 else ""
        gain = f"{100 * c.gain:+.1f} ({100 * c.interval[0]:+.1f} to {100 * c.interval[1]:+.1f})"
        table.add_row(c.group, c.name, str(c.documents), f"{100 * c.before:.1f}", f"{100 * c.after:.1f}",
                      f"[{colour}]{gain}[/]" if colour else gain)  # fmt: skip
    console.print(table)
    console.print("[green]passed[/]" if verdict.passed else "[red]refused[/]")
    for reason in verdict.reasons:
        console.print(f"  {reason}")


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="", help="profile of params.yaml, e.g. smoke")
    parser.add_argument("--corrected", default="", help="dataset of corrected orders")
    parser.add_argument("--champion", default="", help="model to start from and to beat")
    parser.add_argument("--out", default="", help="folder of the challenger")
    given = parser.parse_args()
    try:
        params = load(RetrainParams, "retrain", given.profile)
        said = {k: v for k, v in vars(given).items() if k != "profile" and v}
        verdict = retrain(replace(params, **said), load(Margins, "gate", given.profile))
    except (SetupError, FileNotFoundError) as error:
        hint = error.hint if isinstance(error, SetupError) else "run `python -m training.corrected` first"
        print(f"{error}\n{hint}", file=sys.stderr)
        return NOTHING
    show(verdict, Console(width=None if sys.stdout.isatty() else 140))
    return 0 if verdict.passed else REFUSED


if __name__ == "__main__":
    sys.exit(main())
