"""Published calibration: errors by hand, the baselines, what a promise lets through, the page between its marks."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from models.guarantee import Proven, promise
from training import calibration_text as text
from training.reliability import Row, ece_of, error, orders, scaled, temperature_of

pytestmark = pytest.mark.full


def row(number: int, sure: float | None = 0.9, sound: bool = True, group: str = "text") -> Row:
    """Ten values stated with .95 of which eight are right, by softmax with .99."""
    right = [k < 8 for k in range(10)]
    return Row(group, tuple((0.95, ok) for ok in right), tuple((0.99, ok) for ok in right), ((0.7, True),), sure, sound,
               f"d{number}")  # fmt: skip


def test_the_error_is_the_distance_from_what_was_true() -> None:
    found = error([row(k).pairs("calibrated") for k in range(30)])
    assert found.ece == pytest.approx(0.15)
    assert found.low == found.high == pytest.approx(0.15)  # all documents are alike
    assert found.count == 300
    assert error([row(0).pairs("softmax")]).ece == pytest.approx(0.19)


def test_without_values_there_is_no_error_to_state() -> None:
    assert str(error([])) == str(error([[]])) == "-"
    assert ece_of(np.zeros((10, 3))) == 0


def test_a_temperature_cools_what_is_too_sure() -> None:
    rows = [row(k) for k in range(20)]
    heat = temperature_of(rows)
    assert heat > 2
    cooled = error([r.pairs("temperature", heat) for r in rows])
    assert cooled.ece < 0.02
    assert scaled(np.array([0.5, 0.99]), heat).tolist() == pytest.approx([0.5, 0.8], abs=0.02)


def test_rows_come_back_from_json() -> None:
    import json
    from dataclasses import asdict

    assert Row.parse(json.loads(json.dumps(asdict(row(3, None))))) == row(3, None)


def test_papers_that_are_no_order_say_nothing_of_orders() -> None:
    assert orders([row(0), row(1, None), row(2, 0.4, sound=False)]) == [(0.9, True), (0.4, False)]


def by_set() -> dict[str, list[Row]]:
    rows = [row(k, 0.99 - 1e-5 * k) for k in range(300)]
    wrong = [row(300 + k, 0.3, sound=False) for k in range(100)]
    return {"evidence": rows + wrong, "generated": rows + wrong, "recognised": [], "poor scans": [row(9, group="poor")],
            "orderx": [row(8)]}  # fmt: skip


def test_what_passes_is_counted_on_other_orders() -> None:
    sets = by_set()
    held = promise([Proven(r.sure, not r.sound, r.name, r.group) for r in sets["evidence"]], 0.02, group="text")
    assert held.threshold is not None
    count, through, wrong = text.kept(held, sets["generated"])
    assert (count, wrong) == (400, 0)
    assert 295 <= through <= 300
    assert text.kept(None, sets["generated"]) == (400, 0, 0)


def test_the_page_says_it_and_keeps_what_people_wrote(tmp_path: Path) -> None:
    sets = by_set()
    held = [promise([Proven(r.sure, not r.sound, r.name, r.group) for r in sets["evidence"]], 0.02, group="text")]
    facts = text.figures(sets, 2.0, held)
    assert facts["sets"]["generated"]["field_ece_calibrated"] == pytest.approx(0.15)
    assert facts["sets"]["generated"]["passing"]["0.02"] == pytest.approx(306 / 400, abs=0.02)
    assert "evidence" not in facts["sets"]
    written = text.page(sets, 2.0, held, facts | {"model": "9.9.9", "fingerprint": "f", "params": {"alpha": 0.02}})
    assert "| orderx | 1 | 10 | 0.150" in written
    assert "| poor scan | 1 |" in written
    assert "| generated | 400 | 297 (74 %) | 0 |" in written
    target = tmp_path / "calibration.md"
    target.write_text(f"# Head\n{text.BEGIN}\nbygone figures\n{text.END}\nfoot\n", encoding="utf-8")
    text.put(target, written)
    page = target.read_text(encoding="utf-8")
    assert page.startswith("# Head\n")
    assert page.endswith("\nfoot\n")
    assert "bygone" not in page
    text.draw(sets, 2.0, tmp_path)
    assert (tmp_path / "calibration-values.png").read_bytes().startswith(b"\x89PNG")


def test_a_promise_that_cannot_be_made_is_not_made() -> None:
    sets = by_set() | {"evidence": [row(0)]}
    held = [promise([Proven(0.9, False, "s", "text")], 0.02, group="text")]
    facts = text.figures(sets, 1.0, held) | {"model": "", "fingerprint": "", "params": {"alpha": 0.02}}
    assert "few orders; at least 149" in text.page(sets, 1.0, held, facts)
