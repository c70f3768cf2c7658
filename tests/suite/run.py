"""Runs a tool over the suite's documents and says what it made of each.

    python -m tests.suite --tool "ordermill extract --json --no-embedded {file}"
    python -m tests.suite --write FOLDER          only write the documents with their gold values

The command gets the path of one document for `{file}` and prints a JSON object of the contract on a line of standard
output; other lines are passed over. `--record NAME` keeps the outcome for docs/conformance.md.
"""

from __future__ import annotations

import argparse
import datetime
import json
import shlex
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.table import Table

from tests.suite.cases import cases
from tests.suite.judge import Verdict, verdict
from tests.suite.papers import Case

RECORD = Path(__file__).with_name("results.json")
SECONDS = 120


def write(folder: Path, all_cases: Iterable[Case]) -> None:
    """Every document beside its gold file, as the contract's scorer takes them."""
    folder.mkdir(parents=True, exist_ok=True)
    for case in all_cases:
        (folder / f"{case.id}{case.suffix}").write_bytes(case.content)
        gold = json.dumps(case.gold(), indent=1, ensure_ascii=False)
        (folder / f"{case.id}.gold.json").write_text(gold + "\n", encoding="utf-8")


def answer(command: str, file: Path, seconds: float = SECONDS) -> Mapping[str, Any] | str:
    """What the tool says of a file: its JSON object, or why there is none."""
    parts = [part.replace("{file}", str(file)) for part in shlex.split(command)]
    try:
        done = subprocess.run(parts, capture_output=True, text=True, timeout=seconds, check=False)
    except subprocess.TimeoutExpired:
        return f"no answer in {seconds:.0f} s"
    for line in reversed(done.stdout.splitlines()):
        try:
            found = json.loads(line)
        except ValueError:
            continue
        if isinstance(found, dict) and "fields" in found:
            return found
    return f"no result (exit status {done.returncode})"


def run(command: str, all_cases: Iterable[Case], folder: Path) -> dict[str, Verdict]:
    """The verdict on each case by its id."""
    out = {}
    for case in all_cases:
        found = answer(command, folder / f"{case.id}{case.suffix}")
        values = len(case.fields) + sum(len(line) for line in case.lines or ())
        out[case.id] = Verdict(0, values, 0, found) if isinstance(found, str) else verdict(case, found)
    return out


def table(verdicts: Mapping[str, Verdict], all_cases: Iterable[Case], title: str) -> Table:
    """For the terminal."""
    out = Table(title=title)
    for column in ("case", "document", "result"):
        out.add_column(column)
    for case in all_cases:
        if case.id in verdicts:
            out.add_row(case.id, case.what, verdicts[case.id].cell())
    passed = sum(v.passed for v in verdicts.values())
    out.add_section()
    out.add_row("all", f"{len(verdicts)} documents", f"{passed} right, {_sum(verdicts, 'invented')} values invented")
    return out


def _sum(verdicts: Mapping[str, Verdict], name: str) -> int:
    return sum(int(getattr(v, name)) for v in verdicts.values())


def record(name: str, about: str, verdicts: Mapping[str, Verdict], path: Path = RECORD) -> None:
    """Keep the outcome of a tool beside those of others."""
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    known[name] = {
        "about": about, "date": datetime.date.today().isoformat(),
        "right": _sum(verdicts, "right"), "values": _sum(verdicts, "values"), "invented": _sum(verdicts, "invented"),
        "passed": sum(v.passed for v in verdicts.values()), "cells": {k: v.cell() for k, v in verdicts.items()},
    }  # fmt: skip
    path.write_text(json.dumps(known, indent=1, sort_keys=True) + "\n", encoding="utf-8")


def section(path: Path = RECORD) -> list[str]:
    """Part of docs/conformance.md: a column a tool."""
    known = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
    if not known:
        return []
    names = sorted(known, key=lambda n: -known[n]["passed"])
    lines = [
        "", "## The suite, for any tool", "",
        "A document for each kind of fault, with its values. A case is *right* when every value asked for is right and",
        "nothing is read that is not printed; else the values that are right, of those asked for. How to run a tool",
        "over it and what the runners of the other tools do is in [the suite's README](../tests/suite/README.md).", "",
        *(f"- **{name}**: {known[name]['about']}, run on {known[name]['date']}: {known[name]['passed']} of "
          f"{len(known[name]['cells'])} documents right, {known[name]['right']} of {known[name]['values']} values, "
          f"{known[name]['invented']} invented" for name in names), "",
        "| case | document | " + " | ".join(names) + " |", "|---|---|" + "---|" * len(names),
    ]  # fmt: skip
    for case in cases():
        told = " | ".join(known[name]["cells"].get(case.id, "not run") for name in names)
        lines.append(f"| {case.id} | {case.what} | {told} |")
    return lines


def main(arguments: list[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.suite", description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("--tool", default="", help="command line with {file}")
    parser.add_argument("--write", type=Path, help="write documents and gold values into this folder")
    parser.add_argument("--only", default="", help="cases whose id begins so, e.g. c or a01")
    parser.add_argument("--record", default="", metavar="NAME", help="keep the outcome under this name")
    parser.add_argument("--about", default="", help="with --record: version and settings, for the table")
    given = parser.parse_args(arguments)
    chosen = [case for case in cases() if case.id.startswith(given.only)]
    if not given.tool and not given.write:
        parser.error("give --tool, --write, or both")
    if given.tool and "{file}" not in given.tool:
        parser.error("--tool needs {file} where the path of a document goes")
    if given.write:
        write(given.write, chosen)
    if not given.tool:
        return 0
    with tempfile.TemporaryDirectory() as temporary:
        write(Path(temporary), chosen)
        verdicts = run(given.tool, chosen, Path(temporary))
    Console(width=None if sys.stdout.isatty() else 140).print(table(verdicts, chosen, given.record or given.tool))
    if given.record:
        record(given.record, given.about or given.record, verdicts)
    return int(not all(v.passed for v in verdicts.values()))
