"""Every report has a test or says why not, and the table says what the tests gave."""

from __future__ import annotations

from tests.conformance import Outcome, Report, gaps, reports, sections, table, verdict


def test_every_report_has_a_test_or_a_reason() -> None:
    assert gaps(reports()) == []


def test_a_test_that_went_missing_is_named() -> None:
    lonely = Report(
        "A99", "a/b#1", "wrong", also=("tests/unit/test_no.py::test_x",), tests=("tests/unit/test_no.py::test_x",)
    )
    assert "A99 names tests/unit/test_no.py::test_x, which does not exist" in gaps([lonely])
    assert "A98 has neither a test nor a reason" in gaps([Report("A98", "a/b#1", "wrong")])


def test_verdicts() -> None:
    report = Report("A1", "a/b#1", "wrong", tests=("t.py::test_a01_x", "u.py"))
    right, known = Outcome(passed=3), Outcome(reasons=["not yet right: lines are not read"])
    assert verdict(report, {"t.py::test_a01_x": right, "u.py::test_y": Outcome(passed=1)}) == "right (4)"
    assert (
        verdict(report, {"t.py::test_a01_x": right, "u.py::test_y": known})
        == "right (3); not yet right: lines are not read"
    )
    assert verdict(report, {"t.py::test_a01_x": Outcome(passed=1, failed=2)}) == "2 of 3 fail"
    assert verdict(Report("A2", "a/b#1", "wrong", later="with prices"), {}) == "later: with prices"


def test_the_table_names_every_report_once() -> None:
    text = table(reports(), {})
    for report in reports():
        assert text.count(f"\n| {report.id} |") == 1
    assert all(f"## {letter}. {title}" in text for letter, title in sections().items())
