"""Notebooks run from a fresh clone, top to bottom, and carry no outputs.

Their cells are run in this process: that needs neither a kernel nor a browser, and nothing in the full set for them.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from tests.exported import export
from tests.reading import needs_model
from tests.repo import ROOT

pytestmark = pytest.mark.full
NOTEBOOKS = sorted((ROOT / "notebooks").glob("*.ipynb"))
SMALLER: dict[str, dict[str, Any]] = {
    "02-errors": {"COUNT": 12, "WORST": 2},
    "03-calibration": {"COUNT": 16},
    "04-thresholds": {"COUNT": 12},
    "06-retraining": {
        "DOCUMENTS": 30,
        "JUDGED": 3,
        "SENDERS": 3,
        "ORDERS": 4,
        "CALIBRATE": {"documents": 40, "measured": 10, "known": 20, "least": 5},
    },
}
"""Settings that make a run short."""


def cells(path: Path) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return [cell for cell in found if cell["cell_type"] == "code"]


def run(path: Path, **settings: Any) -> dict[str, Any]:
    """Names after all cells; `settings` are set behind the first cell, where a reader changes them."""
    names: dict[str, Any] = {}
    for number, cell in enumerate(cells(path)):
        exec(compile("".join(cell["source"]), path.name, "exec"), names)  # noqa: S102 - our own notebook
        if number == 0:
            assert settings.keys() <= names.keys()
            names |= settings
    return names


@pytest.fixture(autouse=True)
def _at_home(monkeypatch: pytest.MonkeyPatch) -> None:
    """As Jupyter starts them: in their own folder."""
    monkeypatch.chdir(ROOT / "notebooks")


def test_there_are_six() -> None:
    names = ["01-look-at-orders", "02-errors", "03-calibration", "04-thresholds", "05-new-template", "06-retraining"]
    assert [path.stem for path in NOTEBOOKS] == names


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_no_outputs_are_kept(path: Path) -> None:
    assert all(not cell["outputs"] and cell["execution_count"] is None for cell in cells(path))


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_the_first_cell_holds_nothing_but_settings(path: Path) -> None:
    for line in cells(path)[0]["source"]:
        assert " = " in line


@needs_model
def test_orders_are_shown_with_what_each_word_is() -> None:
    names = run(NOTEBOOKS[0])
    assert len(names["documents"]) == len(names["results"]) == len(names["taught"]) == names["COUNT"]
    for picture in (*names["pictures"], *names["taught"]):
        assert isinstance(picture, Image.Image)
        assert len(picture.convert("RGB").getcolors(1 << 24) or []) > 50  # boxes in many colours, not an empty sheet


@needs_model
def test_a_folder_of_ones_own_is_shown() -> None:
    names = run(NOTEBOOKS[0], PATH=str(ROOT / "data/samples"), COUNT=2)
    assert [document.file for document in names["documents"]] == ["sample-01-pl.pdf", "sample-02-en.pdf"]
    assert names["results"][1].fields["order_number"].value
    assert len(names["pictures"]) == 2


@needs_model
def test_errors_are_grouped_and_the_worst_pages_shown(capsys: pytest.CaptureFixture[str]) -> None:
    names = run(NOTEBOOKS[1], **SMALLER["02-errors"])
    wrong = sum(cell.verdict != "right" for outcome in names["outcomes"] for cell in outcome.judged.cells)
    assert sum(names["by_cause"].values()) == wrong > 0
    assert len(names["pages"]) == 2
    counts = [len(names["wrong_in"](outcome)) for outcome in names["worst"]]
    assert counts == sorted(counts, reverse=True)
    assert names["worst"][0].case.name in capsys.readouterr().out


@needs_model
def test_confidences_are_held_against_what_is_right(capsys: pytest.CaptureFixture[str]) -> None:
    names = run(NOTEBOOKS[2], RESULTS="results/nowhere", **SMALLER["03-calibration"])
    assert names["judged"].keys() == {"erp_forms", "generated", "recognised"}
    assert names["curves"]["values"][-1].coverage == 1
    assert names["curves"].keys() == {"values", "orders"}
    assert "pass at" in capsys.readouterr().out


@needs_model
def test_what_thresholds_would_mean_is_told(capsys: pytest.CaptureFixture[str]) -> None:
    names = run(NOTEBOOKS[3], **SMALLER["04-thresholds"])
    assert len(names["history"]) > 8
    assert {c.group for c in names["curves"]} == {"text"}
    assert names["picked"] == {}  # twelve orders prove nothing
    assert not names["release"].promises
    assert names["pictures"]._repr_html_().startswith("<svg")
    said = capsys.readouterr().out
    assert "Too few checked orders" in said
    assert "nothing may pass yet" in said


@needs_model
def test_two_labelled_documents_of_a_new_template_help_the_next(capsys: pytest.CaptureFixture[str]) -> None:
    names = run(NOTEBOOKS[4])
    alone, taught = names["before"], names["after"]
    assert alone[0] == taught[0]  # nothing is known yet
    later = slice(names["TEACH"], None)
    assert sum(right for right, _ in taught[later]) > sum(right for right, _ in alone[later])
    assert [names["needed"](n) for n in (0, 1)] == [149, 236]
    assert "149 orders" in capsys.readouterr().out


@needs_model
def test_labelled_orders_of_ones_own_are_taken(tmp_path: Path) -> None:
    export(tmp_path / "labelled", senders=1, documents=3)
    names = run(NOTEBOOKS[4], LABELLED=str(tmp_path / "labelled"), MEMORY=str(tmp_path / "memory"))
    assert names["sender"] == "sender00@example.com"
    assert len(names["after"]) == 3
    assert len(list((tmp_path / "memory").glob("*.json"))) == 1


@needs_model
@pytest.mark.filterwarnings("ignore::DeprecationWarning", "ignore::UserWarning")
def test_retraining_is_walked_through_to_the_shelf_and_back(capsys: pytest.CaptureFixture[str]) -> None:
    names = run(NOTEBOOKS[5], **SMALLER["06-retraining"])
    assert names["report"]["orders"] == 12
    assert names["report"]["leaks"] == []
    assert {c.group for c in names["verdict"].changes} >= {"set", "sender"}
    assert len(names["learnt"]["orders"]) > 0
    assert names["page"].is_file()
    said = capsys.readouterr().out
    assert f"and back: {names['old']}" in said
    assert ("passed" if names["verdict"].passed else "refused") in said
