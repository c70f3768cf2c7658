"""Runs the tests behind public reports and writes docs/conformance.md.

    python -m tests.conformance            run, write the table; exit status 1 when a test fails
    python -m tests.conformance --check    run nothing: only see that every report has a test or says why not
    python -m tests.conformance --tool "COMMAND {file}"    the suite for any tool that prints the contract (tests/suite)

Reports stand in tests/conformance.toml; the tests of report A1 are called test_a01_..., wherever they lie, others are
named in `also`.
"""

from __future__ import annotations

import argparse
import re
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from xml.etree import ElementTree

from tests.suite.run import main as suite
from tests.suite.run import section

ROOT = Path(__file__).parents[1]
TABLE = ROOT / "docs" / "conformance.md"
_NAMED = re.compile(r"^def (test_(?:[a-e]\d\d_)+\w+)", re.MULTILINE)


@dataclass(frozen=True)
class Report:
    """A public report and the tests that speak about it."""

    id: str
    source: str
    wrong: str
    later: str = ""
    also: tuple[str, ...] = ()
    """Tests elsewhere: a file, or file::test (all its parameters)."""
    tests: tuple[str, ...] = ()
    """Node ids without parameters: the named ones and `also`."""


@dataclass
class Outcome:
    """What the runs of one test gave, over its parameters."""

    passed: int = 0
    failed: int = 0
    reasons: list[str] = field(default_factory=list)
    """Why runs were skipped, or are known not to be right yet."""


def reports() -> list[Report]:
    """All reports with their tests."""
    raw = tomllib.loads((ROOT / "tests" / "conformance.toml").read_text(encoding="utf-8"))["reports"]
    named = list(_named())
    out = []
    for id_, about in raw.items():
        own = tuple(node for node in named if f"_{id_.lower()}_" in node.partition("::")[2])
        also = tuple(about.get("also", ()))
        out.append(Report(id_, about["source"], about["wrong"], about.get("later", ""), also, (*own, *also)))
    return out


def sections() -> dict[str, str]:
    """Letter and title of every section."""
    raw = tomllib.loads((ROOT / "tests" / "conformance.toml").read_text(encoding="utf-8"))["sections"]
    return {str(letter): str(title) for letter, title in raw.items()}


def _named() -> Iterable[str]:
    for path in sorted((ROOT / "tests").glob("*/test_*.py")):
        for name in _NAMED.findall(path.read_text(encoding="utf-8")):
            yield f"{path.relative_to(ROOT).as_posix()}::{name}"


def gaps(known: list[Report]) -> list[str]:
    """Reports without a test or reason, and tests that are named but are not there."""
    out = [f"{r.id} has neither a test nor a reason" for r in known if not r.tests and not r.later]
    for report in known:
        for node in report.also:
            path, _, name = node.partition("::")
            file = ROOT / path
            if not file.is_file() or (name and f"def {name}(" not in file.read_text(encoding="utf-8")):
                out.append(f"{report.id} names {node}, which does not exist")
    used = {node for report in known for node in report.tests}
    return out + [f"{node} belongs to no report" for node in _named() if node not in used]


def run(nodes: Iterable[str]) -> dict[str, Outcome]:
    """Outcome of every test in `nodes` by node id without parameters; files count as all their tests."""
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder) / "junit.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", f"--junitxml={record}",
                   "-o", "junit_family=xunit1", *sorted(set(nodes))]  # fmt: skip
        subprocess.run(command, cwd=ROOT, check=False)
        cases = ElementTree.parse(record).iter("testcase")  # noqa: S314 - written by the run above
        out: dict[str, Outcome] = {}
        for case in cases:
            node = f"{case.get('file')}::{(case.get('name') or '').partition('[')[0]}"
            _count(out.setdefault(node, Outcome()), case)
        return out


def _count(outcome: Outcome, case: ElementTree.Element) -> None:
    skipped = case.find("skipped")
    if case.find("failure") is not None or case.find("error") is not None:
        outcome.failed += 1
    elif skipped is not None:
        reason = skipped.get("message") or ""
        outcome.reasons.append(("not yet right: " if skipped.get("type") == "pytest.xfail" else "") + reason)
    else:
        outcome.passed += 1


def verdict(report: Report, outcomes: dict[str, Outcome]) -> str:
    """One cell of the table."""
    mine = [o for node, o in outcomes.items() if any(node == t or node.startswith(f"{t}::") for t in report.tests)]
    passed, failed = sum(o.passed for o in mine), sum(o.failed for o in mine)
    reasons = list(dict.fromkeys(reason for o in mine for reason in o.reasons))
    if not mine:
        return f"later: {report.later}"
    parts = [f"{failed} of {passed + failed} fail" if failed else f"right ({passed})" if passed else ""]
    return "; ".join(filter(None, [*parts, *reasons, report.later]))


def table(known: list[Report], outcomes: dict[str, Outcome]) -> str:
    """The whole of docs/conformance.md."""
    lines = [
        "# Reports from public trackers, and what Ordermill does",
        "",
        "People who read orders and invoices with other tools reported what went wrong. Each kind of fault has a small",
        "document of its own, drawn by the test that is named beside it. Written by `python -m tests.conformance`;",
        "the number behind *right* counts the runs, parameters included.",
    ]
    for letter, title in sections().items():
        lines += ["", f"## {letter}. {title}", "", "| | Reported as | What goes wrong | Tests | Result |",
                  "|---|---|---|---|---|"]  # fmt: skip
        for report in (r for r in known if r.id.startswith(letter)):
            tests = "<br>".join(f"`{_short(node)}`" for node in report.tests) or "none"
            source = report.source.replace("#", "\\#")
            lines.append(
                f"| {report.id} | {source} | {report.wrong} | {tests} | {verdict(report, outcomes)} |"
            )  # fmt: skip
    return "\n".join([*lines, *section()]) + "\n"


def _short(node: str) -> str:
    path, _, name = node.partition("::")
    stem = Path(path).stem
    return name if stem.startswith("test_conformance_") else f"{stem}::{name}" if name else stem


def main() -> int:
    if any(argument.startswith(("--tool", "--write")) for argument in sys.argv[1:]):
        return suite()
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="run nothing")
    known = reports()
    missing = gaps(known)
    for gap in missing:
        print(gap, file=sys.stderr)
    if parser.parse_args().check:
        return bool(missing)
    outcomes = run(node for report in known for node in report.tests)
    TABLE.write_text(table(known, outcomes), encoding="utf-8")
    return bool(missing) or any(o.failed for o in outcomes.values())


if __name__ == "__main__":
    sys.exit(main())
