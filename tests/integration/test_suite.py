"""The conformance suite for any tool: its documents, how it judges, and what it makes of tools that fail."""

from __future__ import annotations

import json
import sys
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from data.readers import read
from tests.reading import extractor, needs_model
from tests.suite.cases import cases
from tests.suite.judge import Verdict, verdict
from tests.suite.papers import Case
from tests.suite.run import answer, main, record, run, section, write

pytestmark = pytest.mark.full
CASES = {case.id: case for case in cases()}
OPEN: dict[str, str] = {}
"""Cases that Ordermill does not read right."""


def perfect(case: Case) -> dict[str, Any]:
    """The result of a tool that reads a case right."""
    lines = [{"kind": "item", "fields": {k: {"value": v} for k, v in line.items()}} for line in case.lines or ()]
    return {"fields": {k: {"value": v} for k, v in case.fields.items()}, "lines": lines}


@needs_model
@pytest.mark.parametrize("name", CASES)
def test_ordermill_reads_the_suite(name: str, request: pytest.FixtureRequest) -> None:
    if name in OPEN:
        request.applymarker(pytest.mark.xfail(reason=OPEN[name], strict=True))
    case = CASES[name]
    found = verdict(case, extractor().extract(read(case.content, f"{name}{case.suffix}")).to_dict())
    assert found.passed, found.cell()


def test_every_case_asks_for_something_and_its_number_is_its_reports() -> None:
    for case in CASES.values():
        assert case.fields or case.lines or case.absent, case.id
        assert case.id.startswith(case.report.lower()), case.id


@pytest.mark.parametrize("name", CASES)
def test_right_values_pass_and_a_wrong_one_does_not(name: str) -> None:
    case = CASES[name]
    assert verdict(case, perfect(case)).passed
    spoilt = perfect(case)
    place = spoilt["lines"][0]["fields"] if spoilt["lines"] else spoilt["fields"]
    place[next(iter(place))] = {"value": "12345678.9"}
    assert not verdict(case, spoilt).passed
    assert verdict(case, {"fields": {}, "lines": []}).right == 0


def test_a_value_that_is_not_printed_and_a_line_too_many_are_invented() -> None:
    case = CASES["a07-no-prices"]
    made = perfect(case)
    made["lines"][0]["fields"]["unit_price"] = {"value": "0"}
    assert verdict(case, made) == Verdict(8, 8, 1)
    made = perfect(CASES["c38-twenty"])
    made["lines"].append({"kind": "item", "fields": {"quantity": {"value": "3"}, "line_amount": {"value": "9"}}})
    assert verdict(CASES["c38-twenty"], made).cell() == "66 of 66, 1 invented"


def test_a_tool_is_run_on_each_document(tmp_path: Path) -> None:
    tool = tmp_path / "tool.py"
    tool.write_text("import json, sys\nprint('reading', sys.argv[1])\n"
                    "print(json.dumps({'fields': {'currency': {'value': 'GBP'}}, 'lines': []}))\n")  # fmt: skip
    case = CASES["a08-pound"]
    write(tmp_path, [case])
    found = run(f"{sys.executable} {tool} {{file}}", [case], tmp_path)
    assert found == {"a08-pound": Verdict(1, 13, 0)}
    assert json.loads((tmp_path / "a08-pound.gold.json").read_text(encoding="utf-8"))["fields"] == {"currency": "GBP"}


@pytest.mark.parametrize(
    ("program", "said"),
    [("raise SystemExit(3)", "no result (exit status 3)"), ("print('{}')", "no result (exit status 0)"),
     ("import time; time.sleep(60)", "no answer in 2 s")],
)  # fmt: skip
def test_a_tool_that_gives_no_result(program: str, said: str, tmp_path: Path) -> None:
    (tmp_path / "tool.py").write_text(program)
    assert answer(f"{sys.executable} {tmp_path / 'tool.py'} {{file}}", tmp_path / "x.pdf", 2) == said


def test_outcomes_are_kept_and_shown_beside_one_another(tmp_path: Path) -> None:
    path = tmp_path / "results.json"
    record("first", "First 1.0", {"a08-pound": Verdict(13, 13, 0), "a06-brackets": Verdict(0, 4, 2)}, path)
    record("second", "Second 2.0", {"a08-pound": Verdict(0, 13, 0, "no result (exit status 1)")}, path)
    text = "\n".join(section(path))
    assert "| a08-pound | only a pound sign in a column title | right | no result (exit status 1) |" in text
    assert "| a06-brackets | negative amounts in brackets | 0 of 4, 2 invented | not run |" in text
    assert "First 1.0" in text
    assert section(tmp_path / "none.json") == []


def test_the_command_line_says_what_is_missing(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--tool", "reader"])
    assert "{file}" in capsys.readouterr().err


def test_the_runner_for_pdfplumber_reads_the_plain_document(tmp_path: Path) -> None:
    case = CASES["a02-point"]
    write(tmp_path, [case])
    found = run(f"{sys.executable} -m tests.suite.peers.pdfplumber_tables {{file}}", [case], tmp_path)
    assert found["a02-point"].passed


@pytest.mark.parametrize(
    ("text", "value"),
    [("1.234,50", "1234.50"), ("1,234.50", "1234.50"), ("(5.00)", "-5.00"), ("€ 7", "7"), ("x", None)],
)
def test_the_runners_numbers(text: str, value: str | None) -> None:
    from tests.suite.peers.contract import number

    found = number(text)
    assert found == value
    assert found is None or Decimal(found) == Decimal(value or "0")
