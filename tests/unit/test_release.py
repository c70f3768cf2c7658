"""A release: what may pass without a person, and all that must keep it from passing."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from data.result import Extraction, Line, Value
from models import release
from models.guarantee import Proven
from models.release import Checked, Release
from tests import blankmodel

pytestmark = pytest.mark.full


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model with a calibrator, whose content nobody asks for here."""
    made = blankmodel.write(tmp_path_factory.mktemp("model"))
    (made / "calibration.json").write_text("{}", encoding="utf-8")
    return made


def history(count: int = 600, group: str = "text", wrong: int = 0, **more: str) -> list[Checked]:
    """Checked orders, each of its own sender; the least sure of them are wrong."""
    kind, language = more.get("document_type", "order"), more.get("language", "pl")
    return [
        Checked(Proven(0.999 - 1e-4 * k, k >= count - wrong, f"s{k}", group, date(2026, 11, 14)), kind, language)
        for k in range(count)
    ]  # fmt: skip


@pytest.fixture(scope="module")
def good(folder: Path) -> Release:
    return release.make(folder, history(), 0.02)


def order(sure: float | None = 0.995) -> Extraction:
    line = Line("item", 1, {"quantity": Value("2", "2", 0.99), "description": Value("Bolt", "Bolt")})
    return Extraction(
        "o.pdf", "0" * 64, model_name="blank", model_version=blankmodel.VERSION, language="pl", sources=("text",),
        document_type="order", document_type_confidence=0.99, fields={"order_number": Value("7", "7", 0.99)},
        lines=(line,), order_confidence=sure,
    )  # fmt: skip


def test_a_sure_order_of_a_known_sender_passes(good: Release) -> None:
    verdict = good.may_confirm(order(), sender_known=True)
    assert verdict.ok
    assert verdict.data["bound"] == 0.02
    assert verdict.data["release"] == good.version


def test_doubt_stops_it_and_more_so_while_errors_look_suspicious(good: Release) -> None:
    held = good.promise("text")
    assert held is not None
    assert held.threshold is not None
    least = held.threshold
    assert good.may_confirm(order(least), True).ok
    assert good.may_confirm(order(least - 0.001), True).code == "below_threshold"
    assert good.may_confirm(order(least), True, tightened=True).code == "below_threshold"
    assert release.tighter(least) == pytest.approx((1 + least) / 2)


@pytest.mark.parametrize("sure", [None, float("nan")])
def test_an_unknown_confidence_of_the_order_never_passes(good: Release, sure: float | None) -> None:
    assert not good.may_confirm(order(sure), True).ok


def test_an_unknown_confidence_of_a_critical_value_never_passes(good: Release) -> None:
    whole = order()
    header = replace(whole, fields={"order_number": Value("7", "7", None)})
    assert good.may_confirm(header, True).code == "no_confidence"
    cell = replace(whole, lines=(Line("item", 1, {"quantity": Value("2", "2", float("nan"))}),))
    assert good.may_confirm(cell, True).data["field"] == "lines.0.quantity"


STRANGE = {
    "a type that the evidence lacks": ({"document_type": "order_change"}, "unseen_document_type"),
    "an invoice": ({"document_type": "invoice"}, "unseen_document_type"),
    "a type that is a guess": ({"document_type_confidence": 0.6}, "unsure_type"),
    "a type of unknown confidence": ({"document_type_confidence": None}, "unsure_type"),
    "no type": ({"document_type": None}, "unseen_document_type"),
    "a language that the evidence lacks": ({"language": "cs"}, "unseen_language"),
    "no language": ({"language": None}, "unseen_language"),
    "a clean scan without evidence": ({"sources": ("ocr",), "legibility": 0.99}, "no_evidence"),
    "a scan nobody measured": ({"sources": ("text", "ocr")}, "no_evidence"),
    "a page that was not read": ({"status": "partial"}, "not_read_whole"),
    "another version of the model": ({"model_version": "0.0.2"}, "other_model"),
}


@pytest.mark.parametrize("name", STRANGE)
def test_what_the_evidence_does_not_hold_goes_to_a_person(good: Release, name: str) -> None:
    changes, code = STRANGE[name]
    verdict = good.may_confirm(replace(order(), **changes), True)  # type: ignore[arg-type]
    assert (verdict.ok, verdict.code) == (False, code)


def test_new_senders_need_evidence_of_their_own(folder: Path) -> None:
    one = [replace(c, proven=replace(c.proven, sender="only")) for c in history()]
    made = release.make(folder, one, 0.02)
    assert made.may_confirm(order(), True).ok
    verdict = made.may_confirm(order(), False)
    assert (verdict.ok, verdict.code, verdict.data["reason"]) == (False, "no_evidence", "few_senders")


@pytest.mark.parametrize("count", [0, 1, 100, 148])
def test_a_calibrator_without_enough_evidence_confirms_nothing(folder: Path, count: int) -> None:
    made = release.make(folder, history(count), 0.02)
    assert not made.may_confirm(order(), True).ok
    assert not release.none(folder).may_confirm(order(), True).ok


def test_errors_in_the_evidence_leave_everything_to_people(folder: Path) -> None:
    bad = [replace(c, proven=replace(c.proven, wrong=k % 8 == 0)) for k, c in enumerate(history())]
    verdict = release.make(folder, bad, 0.02).may_confirm(order(), True)
    assert (verdict.code, verdict.data["reason"]) == ("no_evidence", "too_many_errors")


def test_parts_that_were_switched_take_the_right_to_confirm_away(tmp_path: Path) -> None:
    folder = blankmodel.write(tmp_path / "model")
    calibration = folder / "calibration.json"
    calibration.write_text("{}", encoding="utf-8")
    release.save(release.make(folder, history(), 0.02), folder)
    assert release.load(folder).may_confirm(order(), True).ok
    calibration.write_text('{"version": "fitted anew"}', encoding="utf-8")
    assert release.load(folder).may_confirm(order(), True).code == "calibrator_switched"
    calibration.unlink()
    assert release.load(folder).may_confirm(order(), True).code == "no_calibrator"
    calibration.write_text("{}", encoding="utf-8")
    settings = folder / "reader.json"
    settings.write_text(settings.read_text(encoding="utf-8") + "\n", encoding="utf-8")
    assert release.load(folder).may_confirm(order(), True).code == "model_switched"


def test_a_folder_without_a_release_confirms_nothing(folder: Path) -> None:
    assert not release.load(folder).may_confirm(order(), True).ok


def test_evidence_of_a_model_without_calibrator_counts_for_nothing(tmp_path: Path) -> None:
    made = release.make(blankmodel.write(tmp_path / "model"), history(), 0.02)
    assert made.promises == ()
    assert made.may_confirm(order(), True).code == "no_calibrator"


def test_it_is_one_file_and_comes_back_the_same(good: Release, tmp_path: Path) -> None:
    path = release.save(good, tmp_path)
    assert Release.parse(json.loads(path.read_text(encoding="utf-8"))) == good
    assert release.until(good) == date(2026, 11, 14)
    assert list(tmp_path.iterdir()) == [path]


def test_other_evidence_is_another_version(folder: Path, good: Release) -> None:
    assert release.make(folder, history(), 0.02).version == good.version
    assert release.make(folder, history(599), 0.02).version != good.version
    assert good.version.startswith(f"{blankmodel.VERSION}-")


def test_groups_are_told_apart_by_legibility(folder: Path) -> None:
    made = release.make(folder, history() + history(group="clean"), 0.02)
    clean = replace(order(), sources=("ocr",), legibility=0.99)
    assert made.may_confirm(clean, True).ok
    assert made.may_confirm(replace(clean, legibility=0.9), True).data["group"] == "poor"
