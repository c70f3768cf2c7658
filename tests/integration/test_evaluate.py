"""The stages on a handful of documents with a tiny network: what each leaves, and how documents are judged."""

from __future__ import annotations

import gzip
import json
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from PIL import Image

from data.generate.compose import generate, labelled
from data.generate.render import to_pdf
from models.extractor import Extractor
from tests import builders
from training.calibrate import CalibrateParams, calibrate
from training.config import TrainParams
from training.corpora import Case, folder
from training.evaluate import EvaluateParams, evaluate
from training.export import ExportParams, export
from training.metrics import judge
from training.outcome import run
from training.scores import intervals, scores
from training.train import train

pytestmark = pytest.mark.full
SETS = ("generated", "recognised", "scan-none", "scan-clean", "mine", "real-clean")


@pytest.fixture(scope="module")
def tiny(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A network that has seen few documents, exported and calibrated: it reads something, and much of it wrong."""
    top = tmp_path_factory.mktemp("tiny")
    train(TrainParams(documents=350, batch_words=1500, learning_rate=4e-3, workers=0, warmup=40, report_every=350,
                      checkpoint_every=1000, average=0.98, evaluate_documents=2, ocr_share=0.0, mixed_precision="no",
                      mlflow=False, network={"width": 48, "layers": 1, "heads": 2}, out=str(top / "reader"),
                      results=str(top / "train")))  # fmt: skip
    export(ExportParams(str(top / "reader"), str(top / "model"), str(top / "export"), version="0.0.7",
                        precision="float", documents=1))  # fmt: skip
    calibrate(CalibrateParams(str(top / "model"), str(top / "calibrate"), documents=40, measured=20,
                              known=30, least=5, mlflow=False))  # fmt: skip
    return top


@pytest.fixture(scope="module")
def evaluated(tiny: Path) -> tuple[dict[str, Any], Path]:
    """Metrics and results folder of an evaluation with documents of our own: a good one and a broken one."""
    mine = tiny / "real/mine"
    mine.mkdir(parents=True)
    drawn = generate(7)
    (mine / "good.pdf").write_bytes(to_pdf(drawn.sheets))
    (mine / "good.gold.json").write_text(json.dumps(labelled(drawn).gold), encoding="utf-8")
    (mine / "bad.pdf").write_bytes(b"%PDF-1.7 and no more")
    (mine / "bad.gold.json").write_text(json.dumps({"fields": {"order_number": "4711"}, "lines": []}), encoding="utf-8")
    metrics = evaluate(EvaluateParams(str(tiny / "model"), str(tiny / "evaluate"), str(tiny / "real"), "", generated=6,
                                      recognised=3, scanned=1, real_scanned=1, scans=("clean",), bootstrap=40, long=(),
                                      publish=str(tiny / "quality.md"), cache=str(tiny / "cache"),
                                      mlflow=False))  # fmt: skip
    return metrics, tiny


def test_every_set_has_its_scores(evaluated: tuple[dict[str, Any], Path]) -> None:
    metrics, top = evaluated
    assert tuple(metrics) == SETS
    assert [metrics[name]["documents"] for name in SETS] == [6, 3, 1, 1, 2, 1]
    for name in ("generated", "recognised", "mine"):
        low, high = metrics[name]["interval"]["header_f1"]
        assert 0 <= low <= metrics[name]["header_f1"] <= high <= 1
    assert json.loads((top / "evaluate/metrics.json").read_text(encoding="utf-8")).keys() == metrics.keys()


def test_it_learnt_something(evaluated: tuple[dict[str, Any], Path]) -> None:
    metrics, _ = evaluated
    assert metrics["generated"]["all_f1"] > 0.02


def test_predictions_are_results_of_the_contract(evaluated: tuple[dict[str, Any], Path]) -> None:
    from serving.schema import result_schema

    for name in SETS:
        lines = (evaluated[1] / f"evaluate/predictions-{name}.jsonl").read_text(encoding="utf-8").splitlines()
        for line in lines:
            result = json.loads(line)
            jsonschema.validate(result, result_schema())
            assert result["status"] == "failed" or result["model"]["version"] == "0.0.7"


def test_a_document_that_cannot_be_read_is_judged_as_read_to_nothing(evaluated: tuple[dict[str, Any], Path]) -> None:
    lines = (evaluated[1] / "evaluate/predictions-mine.jsonl").read_text(encoding="utf-8").splitlines()
    bad = next(r for line in lines if (r := json.loads(line))["file"] == "bad.pdf")
    assert bad["status"] == "failed"
    assert bad["error"]["message"]
    judged = judge(bad, {"fields": {"order_number": "4711"}, "lines": []})
    assert [(c.name, c.verdict) for c in judged.cells] == [("order_number", "missing")]
    assert not judged.exact


def test_the_report_names_sets_fields_and_causes(evaluated: tuple[dict[str, Any], Path]) -> None:
    report = (evaluated[1] / "quality.md").read_text(encoding="utf-8")
    assert report == (evaluated[1] / "evaluate/quality.md").read_text(encoding="utf-8")
    for title in ("By set", "by text source", "F1 by field", "Errors by cause", "What a scan costs"):
        assert title in report
    assert "0.0.7" in report
    assert "| mine | 2 |" in report


def test_the_same_documents_are_compared_as_text_and_as_scans(evaluated: tuple[dict[str, Any], Path]) -> None:
    found = json.loads((evaluated[1] / "evaluate/scans.json").read_text(encoding="utf-8"))
    assert [(loss["set"], loss["base"], loss["documents"]) for loss in found] == [
        ("scan-clean", "scan-none", 1), ("real-clean", "mine", 1)
    ]  # fmt: skip
    metrics = evaluated[0]
    change = metrics["scan-clean"]["header_f1"] - metrics["scan-none"]["header_f1"]
    assert found[0]["change"]["header_f1"][0] == pytest.approx(change)


def test_a_second_evaluation_recognises_nothing_again(evaluated: tuple[dict[str, Any], Path]) -> None:
    kept = [json.loads(gzip.decompress(p.read_bytes())) for p in (evaluated[1] / "cache").glob("*/*.json.gz")]
    assert sorted(page["source"] for document in kept for page in document["pages"][:1]) == [
        "ocr",
        "ocr",
        "text",
        "text",
    ]


def test_the_worst_documents_are_shown_with_what_is_right(evaluated: tuple[dict[str, Any], Path]) -> None:
    folder = evaluated[1] / "evaluate/worst"
    html = (folder / "index.html").read_text(encoding="utf-8")
    shown = re.findall(r'<img src="([^"]+)"', html)
    assert shown
    assert set(shown) == {path.name for path in folder.glob("*.webp")}
    assert html.count("<article") == 12, "of thirteen that can be drawn, all with errors"
    assert "bad.pdf" not in html
    with Image.open(folder / "sheet.png") as sheet:
        assert sheet.width > 1000
    assert 'class="gold">' in html


def test_pictures_are_drawn(evaluated: tuple[dict[str, Any], Path]) -> None:
    top = evaluated[1]
    for name in ("evaluate/fields-generated.png", "calibrate/reliability.png", "train/curves.png"):
        assert (top / name).read_bytes().startswith(b"\x89PNG"), name


def test_calibration_measured_itself(tiny: Path) -> None:
    metrics = json.loads((tiny / "calibrate/metrics.json").read_text(encoding="utf-8"))
    assert metrics["values"] > 50
    assert 0 <= metrics["field_ece"] < 0.5
    read = Extractor.load(str(tiny / "model")).extract(labelled(generate(11)).document)
    confidences = [v.confidence for v in read.fields.values()]
    assert all(c is not None and 0 < c < 1 for c in confidences)


def test_scores_of_faultless_and_of_empty_results(tiny: Path) -> None:
    made = labelled(generate(3, split="heldout"))
    case = Case("one", "generated", made.gold, made.document)
    nothing = run(Extractor.load(str(tiny / "model")), Case("two", "generated", made.gold, None, "lost"))
    perfect = {"fields": {k: {"value": v} for k, v in made.gold["fields"].items()},
               "lines": [{"kind": line.get("kind", "item"),
                          "fields": {k: {"value": v} for k, v in line.items() if k != "kind"}}
                         for line in made.gold["lines"]]}  # fmt: skip
    whole = type(nothing)(case, perfect, judge(perfect, made.gold), nothing.groups)
    assert scores([whole])["header_f1"] == scores([whole])["line_f1"] == scores([whole])["exact"] == 1
    assert scores([nothing])["header_f1"] == scores([nothing])["exact"] == 0
    assert scores([nothing])["field_ece"] is None
    assert scores([whole, nothing])["exact"] == 0.5
    assert intervals([whole.judged, nothing.judged], 200)["exact"] == (0.0, 1.0)


def test_a_folder_of_documents_is_read_as_the_service_reads_it(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(builders.order(builders.items(2)))
    (tmp_path / "a.gold.json").write_text('{"fields": {}, "lines": []}', encoding="utf-8")
    (tmp_path / "without-gold.pdf").write_bytes(b"")
    found = list(folder(tmp_path))
    assert [(case.name, case.source, case.set) for case in found] == [("a", "text", tmp_path.name)]
    assert found[0].document is not None
    assert any(word.text == "4500118" for word in found[0].document.words)
