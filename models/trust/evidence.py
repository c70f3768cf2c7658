"""What speaks for and against a value, a field's absence and a whole order, as rows of numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from data.fields import FIELDS, HEADER, LINE
from data.result import Extraction, Line, Value
from models.checks import FIELDS_OF_CHECK
from models.decode.reading import LABEL, Reading
from models.trust.familiar import Familiar, Floats
from models.trust.page import WHOLE, Seen, log_odds

KINDS = ("id", "date", "amount", "number", "currency", "unit", "text", "name", "address", "email")
OWN = (
    "score", "lowest", "margin", "outside", "rival", "candidates", "passed", "failed", "no_check", "recognised",
    "words", "caption", "known", "role", "column", "aligned", "digits", "letters", "page", "derived", "line", "kind",
)  # fmt: skip
VALUE_FEATURES = (*OWN, *WHOLE)
VALUE_SIGNS = {
    "score": 1, "lowest": 1, "margin": 1, "outside": -1, "passed": 1, "failed": -1, "recognised": 1, "top_mean": 1,
    "doubtful": -1, "unsure": -1, "labelled_top": 1, "rows_clear": 1, "role_mean": 1, "failed_all": -1, "misread": -1,
    "completeness": 1, "type": 1, "unknown": -1,
}  # fmt: skip
"""Which way evidence may move a confidence, whatever chance says."""
ABSENT_FEATURES = ("best", "second", "mass", "taken", "line", "kind", *WHOLE)
ABSENT_SIGNS = {"best": -1}
ORDER_FEATURES = (
    "lowest", "second", "third", "mean_log", "header", "lines_lowest", "absent", "absent_log", "critical", *WHOLE,
)  # fmt: skip
ORDER_SIGNS = {
    "lowest": 1, "second": 1, "mean_log": 1, "absent": 1, "absent_log": 1, "completeness": 1, "failed_all": -1,
    "doubtful": -1, "unsure": -1, "type": 1,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Named:
    """A value with where it stands: `name` is qualified (`line.` prefix), `line` its index or None."""

    name: str
    value: Value
    line: int | None


@dataclass(frozen=True, slots=True)
class Evidence:
    """All that a document gives to judge by."""

    extraction: Extraction
    values: tuple[Named, ...]
    of_values: Floats
    """`[values, VALUE_FEATURES]`."""
    absent: tuple[str, ...]
    of_absent: Floats
    """`[absent, ABSENT_FEATURES]`."""
    whole: tuple[float, ...]
    """`WHOLE`."""


def gather(extraction: Extraction, reading: Reading, familiar: Familiar | None) -> Evidence:
    """The evidence of a reading."""
    seen = Seen(extraction, reading, familiar)
    values, absent = tuple(values_of(extraction)), tuple(absent_names(extraction))
    return Evidence(extraction, values, value_evidence(seen, values), absent, absent_evidence(seen, absent),
                    tuple(seen.whole))  # fmt: skip


def values_of(extraction: Extraction) -> list[Named]:
    """Every value that the page reader read, in order."""
    out = [Named(name, v, None) for name, v in extraction.fields.items() if v.score is not None]
    for k, line in enumerate(extraction.lines):
        out += [Named(f"line.{n}", v, k) for n, v in line.fields.items() if v.score is not None]
    return out


def value_evidence(seen: Seen, named: Sequence[Named]) -> Floats:
    """`[values, VALUE_FEATURES]`."""
    columns = _columns(seen.extraction)
    rows = [[*_own(seen, n, columns), *seen.whole] for n in named]
    return np.array(rows, float).reshape(-1, len(VALUE_FEATURES))


def _own(seen: Seen, n: Named, columns: dict[str, list[tuple[float, float]]]) -> list[float]:
    e, value, bare = seen.extraction, n.value, n.name.removeprefix("line.")
    mine = [c for c in e.checks if bare in FIELDS_OF_CHECK.get(c.code, ()) and c.line in (None, n.line)]
    passed, failed = sum(c.passed for c in mine), sum(not c.passed for c in mine)
    words = seen.words(value)
    label = seen.label(n.name)
    score, lowest = value.score or 0.0, value.lowest or 0.0
    outside = rival = 0.0
    role, caption, known, recognised = 0.5, 0.0, 0.5, 1.0
    if len(words):
        others = label.copy()
        others[words] = 0.0
        outside = float(others.max()) if n.line is None and len(others) else 0.0
        beside = seen.field[words].mean(0)
        beside[[0, LABEL[n.name]]] = 0.0
        rival = float(beside.max())
        in_table = 1 - float(seen.reading.role[words, 0].mean())
        role = in_table if n.line is not None else 1 - in_table
        caption, known = seen.caption(words), float(seen.known[words].mean())
        recognised = float(seen.recognised[words].min())
    text = value.text
    filled = sum(bare in line.fields for line in e.lines if line.kind == "item")
    items = sum(line.kind == "item" for line in e.lines)
    odds = log_odds(np.array([score, lowest, outside, rival, role]))
    return [
        odds[0], odds[1], value.margin if value.margin is not None else 0.0, odds[2], odds[3],
        min(len(value.candidates), 3), min(passed, 2), min(failed, 2), float(not mine), recognised,
        float(np.log1p(len(text.split()))), caption, known, odds[4],
        filled / items if items and n.line is not None else 1.0, _aligned(value, columns.get(n.name, [])),
        sum(c.isdigit() for c in text) / max(len(text), 1), float(np.log1p(len(text))),
        float(value.boxes[0].page if value.boxes else 1), float(value.source == "derived"),
        float(n.line is not None), float(KINDS.index(FIELDS[n.name].kind)),
    ]  # fmt: skip


def _columns(extraction: Extraction) -> dict[str, list[tuple[float, float]]]:
    """Left and right edges of the items' cells, by qualified field."""
    out: dict[str, list[tuple[float, float]]] = {}
    for line in extraction.lines:
        if line.kind == "item":
            for name, value in line.fields.items():
                if value.boxes:
                    out.setdefault(f"line.{name}", []).append((value.boxes[0].box.x0, value.boxes[0].box.x1))
    return out


def _aligned(value: Value, column: list[tuple[float, float]]) -> float:
    """How far a cell stands from the middle of its column, in points, cut at 40."""
    if len(column) < 2 or not value.boxes:
        return 0.0
    x0, x1 = np.median(np.array(column), 0)
    box = value.boxes[0].box
    return float(min(abs(box.x0 - x0), abs(box.x1 - x1), 40.0))


def absent_names(extraction: Extraction) -> list[str]:
    """Fields that were not found: of the header, and columns that no line has (on documents with items)."""
    items = [line for line in extraction.lines if line.kind in ("item", "charge")]
    have = {name for line in items for name in line.fields}
    names = [f.name for f in HEADER if f.name not in extraction.fields]
    return names + [f"line.{f.name}" for f in LINE if f.name not in have and items]


def absent_evidence(seen: Seen, names: Sequence[str]) -> Floats:
    """`[names, ABSENT_FEATURES]`."""
    rows = []
    for name in names:
        p = np.sort(seen.label(name))[::-1] if len(seen.top) else np.zeros(2)
        best, second = float(p[0]), float(p[1]) if len(p) > 1 else 0.0
        k = int(seen.label(name).argmax()) if len(seen.top) else 0
        taken = float(seen.field[k].max()) - best if len(seen.top) else 0.0
        rows.append([
            *log_odds(np.array([best, second])), min(float(p.sum()), 10.0), taken,
            float(name.startswith("line.")), float(KINDS.index(FIELDS[name].kind)), *seen.whole,
        ])  # fmt: skip
    return np.array(rows, float).reshape(-1, len(ABSENT_FEATURES))


def order_evidence(done: Extraction, whole: Sequence[float]) -> Floats:
    """`[ORDER_FEATURES]` of an extraction whose values and absent fields have their confidence already."""
    critical = critical_values(done)
    sure = [(v.confidence, line) for _, v, line in critical if v.confidence is not None]
    p = sorted(c for c, _ in sure) or [0.0]
    absent = sorted(c for name, c in done.absent.items() if FIELDS[name].critical) or [1.0]
    header = min((c for c, line in sure if line is None), default=0.0)
    rows = min((c for c, line in sure if line is not None), default=0.0)
    at = [p[min(k, len(p) - 1)] for k in range(3)]
    odds = log_odds(np.array([*at, header, rows, absent[0]]))
    return np.array([
        *odds[:3], max(float(np.log(np.maximum(p, 1e-3)).sum()), -10.0), odds[3], odds[4], odds[5],
        max(float(np.log(np.maximum(absent, 1e-3)).sum()), -10.0), min(len(p), 200) / 50, *whole,
    ])  # fmt: skip


def critical_values(extraction: Extraction) -> list[tuple[str, Value, int | None]]:
    """Name, value and line index of every critical value."""
    out: list[tuple[str, Value, int | None]] = [
        (name, v, None) for name, v in extraction.fields.items() if FIELDS[name].critical
    ]
    for k, line in enumerate(extraction.lines):
        if _counts(line):
            out += [(n, v, k) for n, v in line.fields.items() if FIELDS[f"line.{n}"].critical]
    return out


def _counts(line: Line) -> bool:
    return line.kind in ("item", "charge")
