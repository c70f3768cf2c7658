"""The report of an evaluation: tables a person can read, made of the outcomes alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from data.fields import FIELDS
from models.extractor import Extractor
from training.metrics import tallies

if TYPE_CHECKING:
    from training.evaluate import Outcome

SMALLEST_GROUP = 3
ABSENT = "-"
PARTY_FIELDS = ("buyer", "seller", "ship_to", "bill_to")


def write_report(
    path: Path, extractor: Extractor, by_set: Mapping[str, Sequence[Outcome]], metrics: Mapping[str, Any]
) -> None:
    """Write the Markdown report."""
    parts = [
        f"# How well it reads\n\nModel `{extractor.name}` {extractor.version}, judged page by page (embedded XML left "
        "aside). Written by `python -m training.evaluate`; definitions in `training/metrics.py`. In brackets: 95 % "
        "bootstrap intervals over documents.\n",
        _sets(metrics),
    ]
    everything = [o for group in by_set.values() for o in group]
    for title, key in (("language", "language"), ("document type", "document_type"), ("text source", "source")):
        parts.append(_groups(f"Generated and scanned documents by {title}", _made(everything), _by(key)))
    parts.append(_groups("Real documents by layout", _real(everything), _layout))
    parts.append(_fields(by_set))
    parts.append(_causes(by_set))
    path.write_text("\n".join(parts), encoding="utf-8")


def _layout(outcome: Outcome) -> str:
    return f"{outcome.case.set} / {outcome.groups['layout']}"


def _by(key: str) -> Callable[[Outcome], str]:
    return lambda outcome: outcome.groups[key]


def _made(outcomes: Sequence[Outcome]) -> list[Outcome]:
    return [o for o in outcomes if o.case.set.startswith(("generated", "recognised", "scan-"))]


def _real(outcomes: Sequence[Outcome]) -> list[Outcome]:
    made = {id(o) for o in _made(outcomes)}
    return [o for o in outcomes if id(o) not in made]


def _number(value: float | None, interval: Sequence[float] | None = None) -> str:
    if value is None:
        return ABSENT
    text = f"{value:.3f}"
    return f"{text} ({interval[0]:.2f} to {interval[1]:.2f})" if interval else text


def _sets(metrics: Mapping[str, Any]) -> str:
    rows = ["## By set\n", "| set | documents | header F1 | line F1 | exact orders | field ECE | invented a document |",
            "|---|---|---|---|---|---|---|"]  # fmt: skip
    for name, m in metrics.items():
        spread = m.get("interval", {})
        rows.append(
            f"| {name} | {m['documents']} | {_number(m['header_f1'], spread.get('header_f1'))} | "
            f"{_number(m['line_f1'], spread.get('line_f1'))} | {_number(m['exact'], spread.get('exact'))} | "
            f"{_number(m['field_ece'])} | {_number(m['invented_per_document'])} |"
        )
    return "\n".join(rows) + "\n"


def _groups(title: str, outcomes: Sequence[Outcome], key: Callable[[Outcome], str]) -> str:
    grouped: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        grouped.setdefault(key(outcome), []).append(outcome)
    rows = [f"## {title}\n", "| group | documents | header F1 | line F1 | exact orders |", "|---|---|---|---|---|"]
    for name, group in sorted(grouped.items()):
        if len(group) < SMALLEST_GROUP:
            continue
        t = tallies(o.judged for o in group)
        exact = sum(o.judged.exact for o in group) / len(group)
        rows.append(f"| {name} | {len(group)} | {_number(t['header'].f1)} | {_number(t['line'].f1)} | {exact:.3f} |")
    return "\n".join(rows) + "\n"


def _fields(by_set: Mapping[str, Sequence[Outcome]]) -> str:
    counted = {name: tallies(o.judged for o in group) for name, group in by_set.items()}
    rows = ["## F1 by field\n", "| field | " + " | ".join(counted) + " |", "|---|" + "---|" * len(counted)]
    for name in FIELDS:
        cells = [_number(t[name].f1) if name in t else ABSENT for t in counted.values()]
        if any(c != ABSENT for c in cells):
            rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def cause(name: str, verdict: str, gold: Any, read: Any, others: Mapping[str, Any]) -> str:
    """Why a cell is wrong, as far as values tell: role, normalisation, part, row, other value, missed, invented."""
    if verdict in ("missing", "invented"):
        return verdict
    if name.split(".")[0] in PARTY_FIELDS and any(
        str(v) == str(read) for k, v in others.items() if k != name and k.split(".")[0] in PARTY_FIELDS
    ):
        return "role mix-up"
    a, b = str(gold).casefold(), str(read).casefold()
    if "".join(c for c in a if c.isdigit()) == "".join(c for c in b if c.isdigit()) and any(c.isdigit() for c in a):
        return "normalisation or part" if a != b else "other"
    if a in b or b in a:
        return "too much or too little"
    return "row assembly" if name.startswith("line.") and name != "line.description" else "other value"


def _causes(by_set: Mapping[str, Sequence[Outcome]]) -> str:
    rows = ["## Errors by cause\n", "| set | " + "cause: cells |", "|---|---|"]
    for name, group in by_set.items():
        counts = Counter(
            cause(c.name, c.verdict, c.gold, c.read, o.case.gold["fields"])
            for o in group for c in o.judged.cells if c.verdict != "right"
        )  # fmt: skip
        rows.append(f"| {name} | " + ", ".join(f"{k}: {v}" for k, v in counts.most_common()) + " |")
    return "\n".join(rows) + "\n"
