"""From corrected orders to a challenger, its gate, the registry and the shelf, on a network too small to read well."""

from __future__ import annotations

import json
from collections import Counter
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import datasets
import numpy as np
import pytest

from data.errors import SetupError
from models.extractor import Extractor
from models.shelf import Shelf
from tests.exported import export
from training.calibrate import CalibrateParams, calibrate
from training.config import TrainParams
from training.corpus import Corpus
from training.corrected import collect, leaks, read, splits
from training.export import ExportParams
from training.export import export as export_model
from training.gate import Margins
from training.registry import Registry
from training.retrain import RetrainParams, cases, retrain
from training.thaw import thaw
from training.train import train

pytestmark = [pytest.mark.full, pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")]
SMALL = {"documents": 60, "measured": 12, "known": 30, "least": 5}


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A champion, orders of four senders, and the dataset made of them."""
    folder = tmp_path_factory.mktemp("retrain")
    export(folder / "in", senders=4, documents=4)
    collect([folder / "in"], folder / "corrected", gold_share=0.3, today=date(2026, 11, 1))
    params = TrainParams(documents=300, batch_words=1536, warmup=40, evaluate_documents=2, report_every=300, workers=0,
                         network={"width": 64, "layers": 2, "heads": 2}, mlflow=False,
                         out=str(folder / "trained"), results=str(folder / "train"))  # fmt: skip
    train(params)
    export_model(ExportParams(source=str(folder / "trained"), out=str(folder / "champion"), documents=2,
                              results=str(folder / "export"), precision="int8"))  # fmt: skip
    calibrate(CalibrateParams(model=str(folder / "champion"), results=str(folder / "calibrate"), mlflow=False, **SMALL))
    return folder


def params_of(place: Path, **other: Any) -> RetrainParams:
    made = RetrainParams(
        corrected=str(place / "corrected"), champion=str(place / "champion"), documents=40, batch_words=1536,
        workers=0, generated=4, calibrate=SMALL, out=str(place / "challenger"), results=str(place / "results"),
        mlflow=False,
    )  # fmt: skip
    return replace(made, **other)


def test_served_weights_come_back_as_floats(place: Path) -> None:
    trained, served = thaw(place / "trained"), thaw(place / "champion")
    assert trained.keys() == served.keys()
    for name, value in trained.items():
        assert np.allclose(value, served[name], atol=0.01 * float(value.abs().max()) + 1e-6), name


def test_splits_keep_gold_senders_apart_and_the_latest_for_judging(place: Path) -> None:
    report = json.loads((place / "corrected" / "report.json").read_text(encoding="utf-8"))
    assert report["orders"] == 16
    assert report["leaks"] == []
    rows = datasets.load_from_disk(str(place / "corrected"))
    by_sender = {s: Counter(r["split"] for r in rows if r["sender"] == s) for s in set(rows["sender"])}
    assert all(set(c) == {"gold"} or "gold" not in c for c in by_sender.values())
    recent = [r for r in rows if r["split"] == "recent"]
    assert all(r["received"] >= max(o["received"] for o in rows if o["sender"] == r["sender"]) for r in recent)
    learnt = {Corpus(str(place / "corrected")).rows[k]["split"] for k in range(len(Corpus(str(place / "corrected"))))}
    assert learnt <= {"train"}


def test_a_sender_stays_in_its_split_whatever_is_exported_later(place: Path) -> None:
    orders = list(read(place / "in"))
    before, after = splits(orders[:6], 0.3), splits(orders, 0.3)
    assert {k: v == "gold" for k, v in before.items()} == {k: after[k] == "gold" for k in before}


def test_a_leak_is_found(place: Path) -> None:
    rows = datasets.load_from_disk(str(place / "corrected"))
    from training.corpus import Provenance

    made = [Provenance(r["origin"], r["sender"], "train" if k == 0 else "gold") for k, r in enumerate(rows)]
    assert leaks(made) == [rows[0]["sender"]]


def test_retrained_gated_registered_and_read_with(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    params = params_of(place)
    verdict = retrain(params, Margins(rounds=20))
    assert (place / "results" / "index.html").stat().st_size > 10_000
    summary = json.loads((place / "results" / "metrics.json").read_text(encoding="utf-8"))
    assert summary["passed"] == verdict.passed
    assert {c.name for c in verdict.changes if c.group == "set"} == {"gold", "recent", "generated"}
    monkeypatch.setenv("MLFLOW_TRACKING_URI", f"sqlite:///{place / 'mlflow.db'}")
    monkeypatch.chdir(place)
    registry, shelf = Registry(), Shelf(place / "shelf")
    version = registry.register(Path(params.out), place / "results")
    assert registry.register(Path(params.out)) == version  # the same model is the same version
    if not verdict.passed:
        with pytest.raises(SetupError, match="not to be promoted"):
            registry.promote(shelf)
    reads = registry.promote(shelf, force=True)
    champion = shelf.resolve("champion")
    assert champion is not None
    assert Extractor.load(str(champion)).version == reads
    loaded = registry.mlflow.pyfunc.load_model("models:/ordermill-reader@champion")
    said = loaded.unwrap_python_model().predict(None, {"name": ["a.pdf"], "content": [b"no document"]})
    assert json.loads(said[0])["status"] == "failed"


def test_nothing_to_learn_from_is_said(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no order to learn from"):
        collect([tmp_path], tmp_path / "out")
    (tmp_path / "a.json.gz").write_bytes(b"no gzip")
    with pytest.raises(SetupError, match=r"a\.json\.gz is no order"):
        collect([tmp_path], tmp_path / "out")


def test_both_models_judge_on_what_neither_learnt(place: Path) -> None:
    judged = {c.name for c in cases(params_of(place)) if c.set != "generated"}
    rows = datasets.load_from_disk(str(place / "corrected"))
    assert judged == {r["id"] for r in rows if r["split"] in ("gold", "recent")}
