"""Confidences: fitted to what was right and wrong, monotone, never certain, the same after a way through JSON."""

from __future__ import annotations

import itertools
import json
import math
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from data.result import Check, Extraction, Line, Value
from models.calibrate import (
    ORDER_FEATURES,
    VALUE_FEATURES,
    Calibrator,
    Steps,
    as_json,
    critical_values,
    logit,
    order_evidence,
    value_evidence,
)
from training.calibrate import Row, ece, fit_orders, fit_values, monotone

pytestmark = pytest.mark.full
EASY, HARD = "order_number", "line.quantity"


def truth(name: str, score: float) -> float:
    """Chance that a value of a made-up world is right: its raw probability is too high, more so in one field."""
    return 1 / (1 + math.exp(-(0.6 * logit(score) + (1.0 if name == EASY else -0.5))))


def world(count: int, seed: int) -> list[Row]:
    rng = np.random.default_rng(seed)
    rows: list[Row] = []
    for k in range(count):
        name, score = (EASY, HARD)[k % 2], float(rng.uniform(0.3, 0.999))
        evidence = [0.0] * len(VALUE_FEATURES)
        evidence[0] = logit(score)
        rows.append((name, evidence, bool(rng.random() < truth(name, score))))
    return rows


@pytest.fixture(scope="module")
def fitted() -> Calibrator:
    weights, intercepts, maps = fit_values(world(4000, 1), minimum=150)
    flat = Steps((0.0, 1.0), (0.0, 1.0))
    return Calibrator("1", weights, intercepts, maps, np.zeros(len(ORDER_FEATURES)), 0.0, flat)


def test_confidences_are_the_shares_that_are_right(fitted: Calibrator) -> None:
    fresh = world(4000, 2)
    pairs = [(fitted.confidence(name, evidence), right) for name, evidence, right in fresh]
    raw = [(1 / (1 + math.exp(-evidence[0])), right) for _, evidence, right in fresh]
    assert ece(pairs) < 0.03
    assert ece(raw) > 0.05
    for name in (EASY, HARD):
        mine = [abs(fitted.confidence(n, e) - truth(n, 1 / (1 + math.exp(-e[0])))) for n, e, _ in fresh if n == name]
        assert np.mean(mine) < 0.05


def test_more_evidence_never_lowers_a_confidence_and_none_is_certain(fitted: Calibrator) -> None:
    for name in (EASY, HARD, "line.gtin"):
        sure = [fitted.confidence(name, [s, *[0.0] * (len(VALUE_FEATURES) - 1)]) for s in np.linspace(-7, 7, 60)]
        assert all(a <= b for a, b in itertools.pairwise(sure))
        assert sure[0] > 0
        assert sure[-1] < 1


def test_a_field_with_few_values_shares_the_common_map() -> None:
    rows = world(600, 3) + [("total_net", [1.0] + [0.0] * (len(VALUE_FEATURES) - 1), True)] * 5
    _, intercepts, maps = fit_values(rows, minimum=150)
    assert maps.keys() == {"", EASY, HARD}
    assert intercepts.keys() == {"", EASY, HARD, "total_net"}


def test_values_that_are_all_right_teach_nothing() -> None:
    with pytest.raises(ValueError, match="right and wrong"):
        fit_values([(name, evidence, True) for name, evidence, _ in world(50, 4)], minimum=10)


def test_a_map_is_shrunk_by_how_little_it_has_seen() -> None:
    few = monotone(np.array([0.2, 0.9]), np.array([False, True]))
    many = monotone(np.array([0.2] * 100 + [0.9] * 100), np.array([False] * 100 + [True] * 100))
    assert few(0.9) == pytest.approx(0.75)
    assert many(0.9) == pytest.approx(100.5 / 101)
    assert many(0.2) == pytest.approx(0.5 / 101)


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


def value(score: float | None, text: str = "x") -> Value:
    return Value(text, text, score=score, lowest=score, margin=0.1)


def extraction(score: float = 0.9, failed: int = 0) -> Extraction:
    checks = [Check("line_amount", k >= failed, "", 0) for k in range(3)]
    fields = {"order_number": value(score), "payment_terms": value(score), "currency": value(None)}
    return Extraction(
        "x.pdf", "0" * 64, fields=fields,
        lines=(Line("item", 1, {"quantity": value(score), "description": value(score)}),
               Line("section", 1, {"description": value(score)})),
        checks=tuple(checks), completeness=1.0, document_type="order", document_type_confidence=0.9,
    )  # fmt: skip


def test_every_value_that_was_read_gets_a_confidence(fitted: Calibrator) -> None:
    done = fitted.apply(extraction())
    assert done.fields["order_number"].confidence is not None
    assert done.fields["currency"].confidence is None  # no raw probability to go by
    assert all(v.confidence is not None for line in done.lines for v in line.fields.values())
    assert done.order_confidence is not None


def test_a_page_without_values_has_no_order_confidence(fitted: Calibrator) -> None:
    assert fitted.apply(Extraction("x.pdf", "0" * 64)).order_confidence is None


def test_a_failed_check_counts_for_the_values_that_take_part_in_it() -> None:
    good, bad = extraction(), extraction(failed=2)
    failed = VALUE_FEATURES.index("failed")

    def count(e: Extraction, name: str, line: int | None) -> float:
        holder = e.fields if line is None else e.lines[line].fields
        return value_evidence(e, name, holder[name], line)[failed]

    assert (count(good, "quantity", 0), count(bad, "quantity", 0)) == (0, 2)
    assert count(bad, "order_number", None) == 0


def test_only_critical_values_of_items_and_charges_decide_over_an_order() -> None:
    names = {(name, line) for name, _, line in critical_values(extraction())}
    assert names == {("order_number", None), ("currency", None), ("quantity", 0)}


def test_order_confidences_follow_what_was_exact(fitted: Calibrator) -> None:
    rng = np.random.default_rng(5)
    orders = []
    for _ in range(300):
        score = float(rng.uniform(0.4, 0.999))
        orders.append((extraction(score), bool(rng.random() < score)))
    done = fit_orders(orders, fitted)
    low, high = (done.apply(extraction(score)).order_confidence for score in (0.5, 0.99))
    assert low is not None
    assert high is not None
    assert low + 0.2 < high < 1


@pytest.mark.parametrize("exact", [True, False])
def test_orders_that_are_all_alike_give_one_careful_figure(fitted: Calibrator, exact: bool) -> None:
    done = fit_orders([(extraction(0.9), exact)] * 10, fitted)
    sure = done.apply(extraction(0.9)).order_confidence
    assert sure == pytest.approx(10.5 / 11 if exact else 0.5 / 11)


def test_it_comes_back_from_json_the_same(fitted: Calibrator, tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(json.dumps(as_json(fitted)), encoding="utf-8")
    assert Calibrator.load(path).apply(extraction()) == fitted.apply(extraction())


def test_one_fitted_on_other_evidence_is_refused(fitted: Calibrator, tmp_path: Path) -> None:
    path = tmp_path / "calibration.json"
    path.write_text(json.dumps(as_json(fitted) | {"value_features": ["score"]}), encoding="utf-8")
    with pytest.raises(ValueError, match="calibrate again"):
        Calibrator.load(path)


def test_log_odds_are_cut() -> None:
    assert logit(None) == 0 == logit(0.5)
    assert logit(1.0) == pytest.approx(-logit(0.0)) == pytest.approx(7, abs=0.02)


def test_order_evidence_has_its_columns() -> None:
    evidence = dict(zip(ORDER_FEATURES, order_evidence(replace(extraction(), sources=("ocr",))), strict=True))
    assert evidence["ocr"] == 1
    assert evidence["lines"] == pytest.approx(math.log1p(2))
