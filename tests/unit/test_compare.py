"""What changed between two models: values right before and wrong now, figures with paired intervals, and the report."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.errors import SetupError
from training.compare import Change, changes, compare, judged_folder, points, write
from training.confidence import write as write_judged
from training.metrics import Judged, Judgement

pytestmark = pytest.mark.full


def judged(number: str, quantity: str | None = "5", *, terms: str | None = None) -> Judged:
    """A document whose order number is 1 and whose second line has the quantity 5."""
    cells = [Judgement("order_number", "right" if number == "1" else "wrong", "1", number)]
    verdict = "missing" if quantity is None else "right" if quantity == "5" else "wrong"
    cells.append(Judgement("line.quantity", verdict, "5", quantity, 0, None, 1))  # type: ignore[arg-type]
    if terms:
        cells.append(Judgement("payment_terms", "invented", None, terms))
    return Judged(tuple(cells), exact=number == "1" and quantity == "5")


def test_values_lost_and_won() -> None:
    assert list(changes("a.pdf", judged("1"), judged("1"))) == []
    assert list(changes("a.pdf", judged("1", "7"), judged("2"))) == [
        Change("a.pdf", "order_number", None, "1", "1", "2", False),
        Change("a.pdf", "line.quantity", 1, "5", "7", "5", True),
    ]


def test_a_value_that_is_invented_now_is_a_loss() -> None:
    (change,) = changes("a.pdf", judged("1"), judged("1", terms="30 days"))
    assert (change.name, change.gold, change.before, change.after, change.better) == (
        "payment_terms", None, None, "30 days", False
    )  # fmt: skip


def test_a_value_wrong_in_two_ways_has_not_changed() -> None:
    assert list(changes("a.pdf", judged("2", None), judged("3", "8"))) == []


@pytest.fixture
def folders(tmp_path: Path) -> tuple[Path, Path]:
    before, after = tmp_path / "a", tmp_path / "b"
    before.mkdir()
    after.mkdir()
    names = [f"{k}.pdf" for k in range(12)]
    write_judged([(n, judged("1" if k < 6 else "2")) for k, n in enumerate(names)], before / "judged-mine.jsonl")
    write_judged([(n, judged("1" if k else "2")) for k, n in enumerate(reversed(names))], after / "judged-mine.jsonl")
    write_judged([("x.pdf", judged("1"))], before / "judged-only-before.jsonl")
    return before, after


def test_sets_are_compared_document_by_document(folders: tuple[Path, Path]) -> None:
    (found,) = compare(*folders)
    assert (found.name, found.documents) == ("mine", 12)
    gain, (low, high) = found.figures["header_f1"]
    assert gain == pytest.approx(5 / 12)
    assert 0 < low < gain < high
    assert found.figures["line_f1"] == (0.0, (0.0, 0.0))
    assert (found.lost, found.won) == ([], ["6.pdf", "7.pdf", "8.pdf", "9.pdf", "10.pdf"])
    assert [(f.name, f.before, round(f.after, 3)) for f in found.fields] == [("order_number", 0.5, 0.917)]


def test_a_model_compared_with_itself_has_not_changed(folders: tuple[Path, Path]) -> None:
    for found in compare(folders[0], folders[0]):
        assert (found.values, found.fields, found.lost) == ([], [], [])
        assert all(change == (0.0, (0.0, 0.0)) for change in found.figures.values())


def test_the_report(folders: tuple[Path, Path], tmp_path: Path) -> None:
    page = write(compare(*folders), "old", "new", tmp_path / "out").read_text(encoding="utf-8")
    assert "<h1>old to new</h1>" in page
    assert "Wrong before, right now: 5" in page
    told = json.loads((tmp_path / "out/compare.json").read_text(encoding="utf-8"))
    assert told[0]["values_won"] == 5
    assert told[0]["fields"] == {"order_number": pytest.approx(5 / 12)}


def test_points_say_whether_chance_explains_them() -> None:
    assert points((0.021, (0.004, 0.03))) == "+2.1 (+0.4 to +3.0) *"
    assert points((0.021, (-0.004, 0.03))) == "+2.1 (-0.4 to +3.0)"


def test_folders_without_a_common_set(tmp_path: Path, folders: tuple[Path, Path]) -> None:
    (tmp_path / "c").mkdir()
    write_judged([("x.pdf", judged("1"))], tmp_path / "c/judged-other.jsonl")
    with pytest.raises(SetupError, match="no set in common"):
        compare(folders[0], tmp_path / "c")


def test_neither_results_nor_a_model(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="no model found"):
        judged_folder(str(tmp_path))
