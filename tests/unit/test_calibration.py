"""Confidences: fitted to what was right and wrong, never certain, the same after a way through JSON and in numpy."""

from __future__ import annotations

import json
import random
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from sklearn.ensemble import HistGradientBoostingClassifier

from data.generate.compose import generate, labelled
from data.result import Check, Extraction, Line, Place, Value
from data.schema import Box
from models.calibrate import FEATURES, Calibrator, Judge, Steps, as_json, with_usual
from models.extractor import Extractor
from models.fingerprint import fingerprint
from models.trust.evidence import (
    ABSENT_FEATURES,
    ORDER_FEATURES,
    VALUE_FEATURES,
    Evidence,
    critical_values,
    gather,
    order_evidence,
    values_of,
)
from models.trust.familiar import Familiar
from models.trust.page import WHOLE, log_odds
from tests import blankmodel
from training.calibrate import ece, truly_absent
from training.shift import CHANGES, shifted
from training.trees import Size, Table, fit_judge, monotone, taken_out

pytestmark = pytest.mark.full
EASY, HARD = "order_number", "line.quantity"
NONE = Familiar(np.zeros(64, np.uint8))
TEXT = (0.0,) * len(WHOLE)


def truth(name: str, odds: float) -> float:
    """Chance that a value of a made-up world is right: its raw probability is too high, more so in one field."""
    return float(1 / (1 + np.exp(-(0.6 * odds + (1.0 if name == EASY else -0.5)))))


def world(count: int, seed: int) -> Table:
    rng = np.random.default_rng(seed)
    names = tuple((EASY, HARD)[k % 2] for k in range(count))
    x = np.zeros((count, len(VALUE_FEATURES)))
    x[:, 0] = log_odds(rng.uniform(0.3, 0.999, count))
    right = np.array([rng.random() < truth(n, o) for n, o in zip(names, x[:, 0], strict=True)])
    return Table(names, x, right, np.array(["text"] * count), np.arange(count) // 2)


@pytest.fixture(scope="module")
def fitted() -> Judge:
    return fit_judge(world(8000, 1), VALUE_FEATURES, {"score": 1}, Size())


def calibrator(judge: Judge, model: str = "m") -> Calibrator:
    flat = {"text": Steps((0.0, 1.0), (0.1, 0.9)), "ocr": Steps((0.0, 1.0), (0.1, 0.8))}
    other = Judge(replace(judge.trees, start=0.0, feature=judge.trees.feature[:0], threshold=judge.trees.threshold[:0],
                          left=judge.trees.left[:0], right=judge.trees.right[:0], value=judge.trees.value[:0]),
                  flat, {"": 0.5})  # fmt: skip
    return Calibrator("1", model, NONE, judge, other, other)


def test_confidences_are_the_shares_that_are_right(fitted: Judge) -> None:
    fresh = world(4000, 2)
    sure = fitted.chances(fresh.names, fresh.x, "text")
    assert ece(list(zip(sure.tolist(), fresh.right.tolist(), strict=True))) < 0.04
    raw = 1 / (1 + np.exp(-fresh.x[:, 0]))
    assert ece(list(zip(raw.tolist(), fresh.right.tolist(), strict=True))) > 0.05


def test_a_ranked_map_tells_the_surest_apart_and_stays_calibrated() -> None:
    judge = fit_judge(world(8000, 1), VALUE_FEATURES, {"score": 1}, Size(), ranked=True)
    fresh = world(4000, 2)
    sure = judge.chances(fresh.names, fresh.x, "text")
    flat = fit_judge(world(8000, 1), VALUE_FEATURES, {"score": 1}, Size()).chances(fresh.names, fresh.x, "text")
    raw = judge.trees.chances(with_usual(fresh.names, fresh.x, judge.usual))
    told = (raw > judge.maps["text"].x[0]) & (raw < judge.maps["text"].x[-1])
    assert len(set(sure[told])) == len(set(raw[told])) > len(set(flat[told].round(6)))
    assert (np.diff(sure[np.argsort(raw)]) >= 0).all()
    assert ece(list(zip(sure.tolist(), fresh.right.tolist(), strict=True))) < 0.03


def test_more_evidence_never_lowers_a_confidence_and_none_is_certain(fitted: Judge) -> None:
    for name in (EASY, HARD, "line.gtin"):
        x = np.zeros((60, len(VALUE_FEATURES)))
        x[:, 0] = np.linspace(-7, 7, 60)
        sure = fitted.chances([name] * 60, x, "poor")
        assert (np.diff(sure) >= 0).all()
        assert 0 < sure[0] < sure[-1] < 1


def test_numpy_evaluates_the_trees_as_the_library_does() -> None:
    rng = np.random.default_rng(3)
    x = rng.normal(size=(600, 5))
    y = (x[:, 0] + x[:, 1] * x[:, 2] + rng.normal(size=600)) > 0
    model = HistGradientBoostingClassifier(max_iter=25, max_leaf_nodes=7, early_stopping=False).fit(x, y)
    assert taken_out(model).chances(x) == pytest.approx(model.predict_proba(x)[:, 1], abs=1e-9)


def test_values_that_are_all_right_teach_nothing() -> None:
    table = replace(world(200, 4), right=np.ones(200, bool))
    with pytest.raises(ValueError, match="right and wrong"):
        fit_judge(table, VALUE_FEATURES, {}, Size())
    careful = fit_judge(table, VALUE_FEATURES, {}, Size(), alike=True)
    assert careful.chances(table.names[:2], table.x[:2], "text") == pytest.approx(200.5 / 201)


def test_a_map_is_shrunk_by_how_little_it_has_seen() -> None:
    few = monotone(np.array([0.2, 0.9]), np.array([False, True]))
    many = monotone(np.array([0.2] * 100 + [0.9] * 100), np.array([False] * 100 + [True] * 100))
    assert few(0.9) == pytest.approx(0.75)
    assert many(0.9) == pytest.approx(100.5 / 101, abs=1e-5)
    assert many(0.2) == pytest.approx(0.5 / 101, abs=1e-5)


@pytest.mark.parametrize(
    ("pairs", "expected"),
    [
        ([(0.8, True)] * 8 + [(0.8, False)] * 2, 0.0),
        ([(0.9, False)] * 10, 0.9),
        ([(1.0, True), (0.0, False)], 0.0),
        ([(0.25, True)] * 5 + [(0.75, True)] * 5, 0.5),
        ([], 0.0),
    ],
)
def test_expected_calibration_error(pairs: list[tuple[float, bool]], expected: float) -> None:
    assert ece(pairs) == pytest.approx(expected)


def value(score: float | None) -> Value:
    return Value("x", "x", score=score, lowest=score, margin=0.1, boxes=(Place(1, Box(0, 0, 10, 10)),))


def extraction(score: float | None = 0.9, currency: float | None = 0.9) -> Extraction:
    fields = {"order_number": value(score), "payment_terms": value(score), "currency": value(currency)}
    return Extraction(
        "x.pdf", "0" * 64, fields=fields, completeness=1.0, document_type="order", document_type_confidence=0.9,
        lines=(Line("item", 1, {"quantity": value(score), "description": value(score)}),
               Line("section", 1, {"description": value(score)})),
        checks=(Check("line_amount", True, "", 0),),
    )  # fmt: skip


def evidence(e: Extraction) -> Evidence:
    values = tuple(values_of(e))
    x = np.zeros((len(values), len(VALUE_FEATURES)))
    x[:, 0] = [float(log_odds(np.array(n.value.score))) for n in values]
    return Evidence(e, values, x, ("due_date",), np.zeros((1, len(ABSENT_FEATURES))), TEXT)


def test_values_absent_fields_and_orders_get_their_confidence(fitted: Judge) -> None:
    done = calibrator(fitted).judge(evidence(extraction()))
    assert all(v.confidence is not None for v in done.fields.values())
    assert all(v.confidence is not None for line in done.lines for v in line.fields.values())
    assert done.order_confidence is not None
    assert done.absent.keys() == {"due_date"}
    assert done.to_dict()["absent"] == {"due_date": 0.5}


def test_an_order_is_not_surer_than_what_is_unknown_of_its_values(fitted: Judge) -> None:
    done = calibrator(fitted).judge(evidence(extraction(currency=None)))
    assert done.fields["currency"].confidence is None  # no raw probability to go by
    assert done.order_confidence is None


def test_a_page_without_values_has_no_order_confidence(fitted: Judge) -> None:
    empty = Evidence(Extraction("x.pdf", "0" * 64), (), np.zeros((0, len(VALUE_FEATURES))), (),
                     np.zeros((0, len(ABSENT_FEATURES))), TEXT)  # fmt: skip
    assert calibrator(fitted).judge(empty).order_confidence is None


def test_scans_have_a_map_of_their_own(fitted: Judge) -> None:
    c, e = calibrator(fitted), extraction()
    text, scan = (c.judge(evidence(replace(e, sources=(s,)))).order_confidence for s in ("text", "ocr"))
    assert text == pytest.approx(0.5)
    assert scan == pytest.approx(0.45)


def test_only_critical_values_of_items_and_charges_decide_over_an_order() -> None:
    names = {(name, line) for name, _, line in critical_values(extraction())}
    assert names == {("order_number", None), ("currency", None), ("quantity", 0)}


def test_it_comes_back_from_json_the_same(fitted: Judge, tmp_path: Path) -> None:
    path, c = tmp_path / "calibration.json", calibrator(fitted)
    path.write_text(json.dumps(as_json(c)), encoding="utf-8")
    again, once = Calibrator.load(path).judge(evidence(extraction())), c.judge(evidence(extraction()))
    assert again.order_confidence == once.order_confidence
    a, b = again.fields["order_number"].confidence, once.fields["order_number"].confidence
    assert a == pytest.approx(b, abs=1e-4)


def test_one_fitted_on_other_evidence_is_refused(fitted: Judge, tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(json.dumps(as_json(calibrator(fitted)) | {"features": {}}), encoding="utf-8")
    with pytest.raises(ValueError, match="calibrate again"):
        Calibrator.load(path)


def test_a_model_switched_under_its_calibrator_has_no_confidences(fitted: Judge, tmp_path: Path) -> None:
    folder = blankmodel.write(tmp_path / "model")
    path = folder / "calibration.json"
    path.write_text(json.dumps(as_json(calibrator(fitted, fingerprint(folder)))), encoding="utf-8")
    assert Extractor(folder).calibrator is not None
    path.write_text(json.dumps(as_json(calibrator(fitted, "another"))), encoding="utf-8")
    assert Extractor(folder).calibrator is None


def test_words_often_met_are_familiar() -> None:
    met = Familiar.count(8, [np.array([1, 1, 2]), np.array([1]), np.array([1, 3])])
    known = met.of(np.array([1, 2, 0]))
    assert known[0] > known[1] > known[2] == 0
    assert (Familiar.parse(met.to_text()).level == met.level).all()


@pytest.mark.parametrize("name", CHANGES)
def test_strange_documents_say_what_they_said(name: str) -> None:
    made = labelled(generate(31, split="heldout"))
    strange = shifted(made, random.Random(1), [name], 0.9, ocr_share=0)  # noqa: S311
    assert strange.gold == made.gold
    assert strange.document != made.document

    def printed(one: object) -> list[tuple[str, str]]:
        return sorted((t.field, w.text) for p, tags in zip(one.document.pages, one.tags, strict=True)  # type: ignore[attr-defined]
                      for w, t in zip(p.words, tags, strict=True) if t.field != "O")  # fmt: skip

    assert printed(strange) == printed(made)


def test_gold_files_say_what_is_absent_or_that_they_cannot_tell() -> None:
    gold = {"fields": {"currency": "EUR"}, "lines": [{"kind": "item", "gtin": "1"}], "complete": True,
            "annotated": ["currency", "due_date"], "skip": []}  # fmt: skip
    told = {n: truly_absent(n, gold) for n in ("currency", "due_date", "order_date", "line.gtin", "line.unit")}
    assert told == {"currency": False, "due_date": True, "order_date": None, "line.gtin": False, "line.unit": True}
    assert truly_absent("due_date", gold | {"complete": False}) is None


def test_evidence_has_its_columns(tmp_path: Path) -> None:
    extractor = Extractor(blankmodel.write(tmp_path / "model"))
    made = labelled(generate(5, split="heldout"))
    reading = extractor.read(made.document)
    found = gather(extractor.decode(reading), reading, None)
    assert found.of_values.shape == (len(found.values), len(VALUE_FEATURES))
    assert found.of_absent.shape == (len(found.absent), len(ABSENT_FEATURES))
    assert order_evidence(found.extraction, found.whole).shape == (len(ORDER_FEATURES),)
    assert FEATURES["orders"] == ORDER_FEATURES
