"""Stage `calibrate`: from raw probabilities to the chance that a value is right, on documents never trained on.

    python -m training.calibrate [--profile smoke] [--model FOLDER]

Half of the documents are made strange on purpose (`training.shift`), so that confidences stay honest on layouts that
nobody has seen. Of every four documents three fit trees and one the maps; others, of other numbers, measure the error.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from random import Random
from typing import Any

import numpy as np
from rich.progress import track

from data.generate.compose import generate, labelled
from data.labels import LabelledDocument
from models.calibrate import FEATURES, Calibrator, as_json, group_of
from models.encode import encode
from models.extractor import Extractor, resolve
from models.fingerprint import fingerprint
from models.trust.evidence import ABSENT_SIGNS, ORDER_SIGNS, VALUE_SIGNS, Evidence, gather, order_evidence
from models.trust.familiar import Familiar
from training import plots
from training.config import load
from training.metrics import JUDGED_KINDS, Judged, judge
from training.shift import shifted
from training.stream import document
from training.tracking import open_run
from training.trees import Size, Table, fit_judge

FROM, STRANGE, LEARNT = 920_000_000, 921_000_000, 5_000_000
"""First numbers of the documents of this stage: other ones than training, export and evaluation use (`LEARNT` are of
the training split: what the network knows)."""
NOT_SCORED = ("currency", "buyer.name", "total_tax")
"""Critical fields of the contract that the scorer's gold files often cannot tell; generated ones always can."""


@dataclass(frozen=True)
class CalibrateParams:
    """Section `calibrate`."""

    model: str = "models/trained/export"
    results: str = "results/calibrate"
    documents: int = 2000
    """Read to fit, every other one made strange."""
    measured: int = 300
    """Read to measure."""
    known: int = 800
    """Training documents from which the familiarity of words is counted."""
    ocr_share: float = 0.3
    mlflow: bool = True
    least: int = 80
    """Values that a leaf of a tree needs."""


@dataclass(frozen=True)
class Record:
    """A document that was read, with what is true of it."""

    evidence: Evidence
    right: tuple[bool | None, ...]
    """For each value whether it is right; None where the gold file cannot tell."""
    absent: tuple[bool | None, ...]
    """For each field that was not found whether it is not on the page."""
    sound: bool
    """No critical field of the order is wrong, no line missing or invented."""
    order: bool
    """It is an order or a change of one."""


def record(evidence: Evidence, gold: dict[str, Any]) -> Record:
    """Judge a reading against its gold file."""
    judged = judge(evidence.extraction.to_dict(), gold)
    verdict = {(c.name, c.line): c.verdict == "right" for c in judged.cells if c.verdict != "missing"}
    return Record(
        evidence, tuple(verdict.get((n.name, n.line)) for n in evidence.values),
        tuple(truly_absent(name, gold) for name in evidence.absent), sound(judged),
        gold.get("document_type") in ("order", "order_change"),
    )  # fmt: skip


def sound(judged: Judged) -> bool:
    """No material error by the contract's list of critical fields."""
    return judged.exact and all(c.verdict == "right" for c in judged.cells if c.name in NOT_SCORED)


def truly_absent(name: str, gold: dict[str, Any]) -> bool | None:
    """Whether the page does not show a field (a line field: in no line); None where the gold file cannot tell."""
    line = name.startswith("line.")
    bare = name.removeprefix("line.")
    listed = gold.get("line_annotated" if line else "annotated")
    if line:
        rows = [row for row in gold["lines"] if row.get("kind", "item") in JUDGED_KINDS]
        if any(bare in row for row in rows):
            return False
    elif bare in gold["fields"]:
        return False
    skipped = bare in gold.get("line_skip" if line else "skip", ())
    return True if gold.get("complete") and not skipped and (listed is None or bare in listed) else None


def fitting(params: CalibrateParams) -> Iterator[LabelledDocument]:
    """The documents to fit on: as they are and made strange in turns."""
    for k in range(params.documents):
        if k % 2 == 0:
            yield document(FROM + k, params.ocr_share, split="heldout")
        else:
            made = labelled(generate(STRANGE + k, split="heldout"))
            yield shifted(made, Random(STRANGE + k))  # noqa: S311 - not for secrets


def measuring(params: CalibrateParams) -> Iterator[LabelledDocument]:
    """Documents to measure on, none of them made strange."""
    return (document(FROM + 500_000 + k, params.ocr_share, split="heldout") for k in range(params.measured))


def read_all(extractor: Extractor, familiar: Familiar, made: Iterable[LabelledDocument], count: int) -> list[Record]:
    """Read and judge documents."""
    out = []
    for one in track(made, "reading", total=count, disable=not sys.stderr.isatty()):
        reading = extractor.read(one.document)
        extraction = extractor.decode(reading)
        if not extraction.parts:  # of a file taken for several documents each part would need a gold file of its own
            out.append(record(gather(extraction, reading, familiar), one.gold))
    return out


def what_is_known(extractor: Extractor, count: int) -> Familiar:
    """How often words stand in documents of the training split."""
    words = (encode(document(LEARNT + k, 0.2).document, extractor.config).ids[:, 0] for k in range(count))
    return Familiar.count(extractor.config.word_buckets, words)


def table(records: Sequence[Record], of: str) -> Table:
    """Rows of all `values` or `absent` fields whose truth is known."""
    names, rows, right, group, number = [], [], [], [], []
    for k, r in enumerate(records):
        e = r.evidence
        all_names = [n.name for n in e.values] if of == "values" else list(e.absent)
        x, truth = (e.of_values, r.right) if of == "values" else (e.of_absent, r.absent)
        for name, row, ok in zip(all_names, x, truth, strict=True):
            if ok is not None:
                names.append(name)
                rows.append(row)
                right.append(ok)
                group.append(group_of(e.extraction))
                number.append(k // 2)  # a document and its strange neighbour are on the same side
    width = len(FEATURES[of])
    return Table(tuple(names), np.array(rows, float).reshape(-1, width), np.array(right, bool), np.array(group),
                 np.array(number))  # fmt: skip


def order_table(records: Sequence[Record], details: Callable[[Evidence], Any]) -> Table:
    """One row for each document that is no stray paper, with confidences given to its values before."""
    kept = [(k, r) for k, r in enumerate(records) if r.evidence.extraction.fields or r.evidence.extraction.lines]
    x = np.array([order_evidence(details(r.evidence), r.evidence.whole) for _, r in kept])
    return Table(("",) * len(kept), x.reshape(-1, len(FEATURES["orders"])), np.array([r.sound for _, r in kept], bool),
                 np.array([group_of(r.evidence.extraction) for _, r in kept]),
                 np.array([k // 2 for k, _ in kept]))  # fmt: skip


def fit(records: Sequence[Record], familiar: Familiar, version: str, model: str, least: int = 80) -> Calibrator:
    """The calibrator of these documents. ValueError where nothing can be learnt from them."""
    values = fit_judge(table(records, "values"), FEATURES["values"], VALUE_SIGNS, Size(least=least))
    absent = fit_judge(table(records, "absent"), FEATURES["absent"], ABSENT_SIGNS, Size(80, least=least), alike=True)
    first = Calibrator(version, model, familiar, values, absent, values)
    rows = order_table(records, first.details)
    orders = fit_judge(rows, FEATURES["orders"], ORDER_SIGNS, Size(50, 4, 40, 0.1), alike=True, ranked=True)
    return replace(first, orders=orders)


def ece(pairs: Sequence[tuple[float, bool]], bins: int = 10) -> float:
    """Expected calibration error over equal-width bins."""
    total = 0.0
    for b in range(bins):
        inside = [(c, ok) for c, ok in pairs if b / bins <= c < (b + 1) / bins or (b == bins - 1 and c == 1)]
        total += abs(sum(c for c, _ in inside) - sum(ok for _, ok in inside))
    return total / max(len(pairs), 1)


@dataclass(frozen=True)
class Pairs:
    """What was stated, and whether it was so."""

    values: list[tuple[float, bool]]
    softmax: list[tuple[float, bool]]
    absent: list[tuple[float, bool]]
    orders: list[tuple[float, bool]]


def stated(calibrator: Calibrator, records: Iterable[Record]) -> Pairs:
    """Confidences of read documents beside the truth; orders are orders and changes of one."""
    out = Pairs([], [], [], [])
    for r in records:
        done = calibrator.judge(r.evidence)
        for n, ok in zip(r.evidence.values, r.right, strict=True):
            holder = done.fields if n.line is None else done.lines[n.line].fields
            sure = holder[n.name.removeprefix("line.")].confidence
            if ok is not None and sure is not None and n.value.score is not None:
                out.values.append((sure, ok))
                out.softmax.append((n.value.score, ok))
        gone = zip(r.evidence.absent, r.absent, strict=True)
        out.absent.extend((done.absent[name], ok) for name, ok in gone if ok is not None)
        if r.order and done.order_confidence is not None:
            out.orders.append((done.order_confidence, r.sound))
    return out


def calibrate(params: CalibrateParams) -> dict[str, Any]:
    """Fit, measure, write `calibration.json` into the model folder."""
    extractor = Extractor(resolve(params.model), calibrated=False)
    familiar = what_is_known(extractor, params.known)
    records = read_all(extractor, familiar, fitting(params), params.documents)
    done = fit(records, familiar, extractor.version, fingerprint(extractor.folder), params.least)
    pairs = stated(done, read_all(extractor, familiar, measuring(params), params.measured))
    metrics = {
        "documents": params.documents, "measured": params.measured, "values": len(pairs.values),
        "field_ece": round(ece(pairs.values), 4), "field_ece_softmax": round(ece(pairs.softmax), 4),
        "absent_ece": round(ece(pairs.absent), 4), "order_ece": round(ece(pairs.orders), 4),
        "orders": len(pairs.orders),
    }  # fmt: skip
    (extractor.folder / "calibration.json").write_text(json.dumps(as_json(done)) + "\n", encoding="utf-8")
    results = Path(params.results)
    results.mkdir(parents=True, exist_ok=True)
    (results / "metrics.json").write_text(json.dumps(metrics, indent=1) + "\n", encoding="utf-8")
    plots.reliability(pairs.values, results / "reliability.png")
    with open_run("calibrate", asdict(params), enabled=params.mlflow) as run:
        run.log({k: float(v) for k, v in metrics.items()})
        run.file(results / "reliability.png")
    return metrics


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--profile", default="", help="profile of params.yaml, e.g. smoke")
    parser.add_argument("--model", default="", help="folder of the model, or `default` for the shipped one")
    arguments = parser.parse_args()
    params = load(CalibrateParams, "calibrate", arguments.profile)
    print(json.dumps(calibrate(replace(params, model=arguments.model or params.model)), indent=1))


if __name__ == "__main__":
    main()
