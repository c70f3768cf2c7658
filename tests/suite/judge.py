"""What a tool made of a case: the values that are right, and those that are not printed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from tests.suite.papers import Case
from training.metrics import judge


@dataclass(frozen=True)
class Verdict:
    """Values of one case. `error` says why there was no result."""

    right: int
    values: int
    invented: int
    error: str = ""

    @property
    def passed(self) -> bool:
        return not self.error and self.right == self.values and not self.invented

    def cell(self) -> str:
        """For the table."""
        if self.passed:
            return "right"
        if self.error:
            return self.error
        made = f", {self.invented} invented" if self.invented else ""
        return f"{self.right} of {self.values}{made}"


def verdict(case: Case, result: Mapping[str, Any]) -> Verdict:
    """Judge the contract's JSON object. Values the case does not ask for don't count, neither for nor against a tool;
    a line too many counts as one invented value."""
    values = len(case.fields) + sum(len(line) for line in case.lines or ())
    if result.get("status") == "failed":
        return Verdict(0, values, 0, f"not read: {(result.get('error') or {}).get('code', 'unknown')}")
    asked = {name for line in case.lines or () for name in line}
    cells = [c for c in judge(result, case.gold()).cells
             if c.name in case.fields or c.name in case.absent or c.name.removeprefix("line.") in asked]  # fmt: skip
    lost = {(c.name, c.row) for c in cells if c.verdict == "right"}
    extra = {c.line for c in cells if c.verdict == "invented" and c.row is None and c.line is not None}
    invented = sum(c.verdict == "invented" and c.line not in extra for c in cells) + len(extra)
    return Verdict(len(lost), values, invented)
