"""Risk against coverage: what passes at which share of errors, and judged documents on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from training import plots
from training.confidence import Point, most_at, order_pairs, read, risk_coverage, value_pairs, write
from training.metrics import Judged, Judgement

pytestmark = pytest.mark.full
PAIRS = [(0.9, True), (0.6, False), (0.99, True), (0.8, False), (0.8, True)]


def test_the_surest_pass_first_and_equals_together() -> None:
    assert risk_coverage(PAIRS) == [
        Point(0.99, 0.2, 0.0), Point(0.9, 0.4, 0.0), Point(0.8, 0.8, 0.25), Point(0.6, 1.0, 0.4),
    ]  # fmt: skip


def test_the_whole_of_it_has_the_overall_risk() -> None:
    last = risk_coverage(PAIRS)[-1]
    assert (last.coverage, last.risk) == (1.0, sum(not right for _, right in PAIRS) / len(PAIRS))


@pytest.mark.parametrize(("risk", "threshold"), [(0.0, 0.9), (0.1, 0.9), (0.3, 0.8), (1.0, 0.6)])
def test_most_that_may_pass_at_a_risk(risk: float, threshold: float) -> None:
    point = most_at(PAIRS, risk)
    assert point is not None
    assert point.threshold == threshold


def test_where_even_the_surest_is_wrong_nothing_passes() -> None:
    assert most_at([(0.99, False), (0.5, True)], 0.1) is None
    assert risk_coverage([]) == []


JUDGED = Judged(
    (Judgement("order_number", "right", "1", "1", None, 0.9), Judgement("line.quantity", "wrong", "2", "3", 0, 0.7),
     Judgement("order_date", "missing", "2026-03-02", None)), exact=False, order_confidence=0.4,
)  # fmt: skip


def test_pairs_are_those_of_values_that_were_read() -> None:
    assert value_pairs([JUDGED]) == [(0.9, True), (0.7, False)]
    assert value_pairs([JUDGED], "line.quantity") == [(0.7, False)]
    assert order_pairs([JUDGED, Judged((), exact=True)]) == [(0.4, False)]


def test_judged_documents_come_back_from_disk(tmp_path: Path) -> None:
    write([("Übersicht.pdf", JUDGED)], tmp_path / "judged.jsonl")
    assert read(tmp_path / "judged.jsonl") == [("Übersicht.pdf", JUDGED)]


def test_curves_are_drawn(tmp_path: Path) -> None:
    plots.risk_coverage({"values": risk_coverage(PAIRS)}, tmp_path / "risk.png")
    assert (tmp_path / "risk.png").read_bytes().startswith(b"\x89PNG")
