"""What changed between two models: figures with paired intervals, and every value that only one of them reads right.

    python -m training.compare A B [--out results/compare]

A and B are folders that stage `evaluate` wrote, or models (`default/0.2.0`, a folder with an export), which are judged
first. Only documents that both were judged on are compared. Writes index.html and compare.json, prints a table.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from jinja2 import Environment
from rich.console import Console
from rich.table import Table

from data.errors import SetupError
from data.fields import FIELDS
from models.extractor import resolve
from training import confidence
from training.config import load
from training.evaluate import EvaluateParams, evaluate
from training.metrics import Judged, Judgement, Tally, tallies
from training.scores import Interval, differences

ROUNDS = 500
Key = tuple[str, int | None]


@dataclass(frozen=True, slots=True)
class Change:
    """One value that was right and is not any more, or the other way round."""

    file: str
    name: str
    row: int | None
    gold: Any
    before: Any
    after: Any
    better: bool


@dataclass(frozen=True, slots=True)
class FieldChange:
    """F1 of a field in one set."""

    name: str
    before: float
    after: float


@dataclass(frozen=True)
class SetChange:
    """A set of documents that both models were judged on."""

    name: str
    documents: int
    figures: dict[str, tuple[float, Interval]]
    """Gain of header F1, line F1 and share of exact orders, with a paired 95 % interval."""
    fields: list[FieldChange] = field(default_factory=list)
    """Fields whose F1 changed, the largest loss first."""
    values: list[Change] = field(default_factory=list)
    lost: list[str] = field(default_factory=list)
    """Orders that were exact and are not."""
    won: list[str] = field(default_factory=list)


def changes(file: str, a: Judged, b: Judged) -> Iterator[Change]:
    """Values whose verdict changed between right and anything else, values that are invented now or no longer."""
    before, after = _cells(a), _cells(b)
    for key in sorted(before.keys() | after.keys(), key=lambda k: (k[1] is not None, k[1] or 0, k[0])):
        x, y = before.get(key), after.get(key)
        was, is_ = x is None or x.verdict == "right", y is None or y.verdict == "right"
        if was != is_:
            known = x or y
            gold = known.gold if known else None
            yield Change(file, key[0], key[1], gold, x.read if x else None, y.read if y else None, is_)


def _cells(judged: Judged) -> dict[Key, Judgement]:
    """Cells that can be told apart: those of lines that are not there have no place in the gold and are left out."""
    return {(c.name, c.row): c for c in judged.cells if c.row is not None or not c.name.startswith("line.")}


def compare(a: Path, b: Path, rounds: int = ROUNDS) -> list[SetChange]:
    """What changed from results folder `a` to `b`, set by set."""
    names = sorted({p.name for p in a.glob("judged-*.jsonl")} & {p.name for p in b.glob("judged-*.jsonl")})
    if not names:
        raise SetupError(f"{a} and {b} have no set in common", hint="let stage evaluate judge both on the same sets")
    out = []
    for name in names:
        before, after = dict(confidence.read(a / name)), dict(confidence.read(b / name))
        files = [file for file in before if file in after]
        if files:
            pairs = [(file, before[file], after[file]) for file in files]
            out.append(_set(name.removeprefix("judged-").removesuffix(".jsonl"), pairs, rounds))
    return out


def _set(name: str, pairs: Sequence[tuple[str, Judged, Judged]], rounds: int) -> SetChange:
    old, new = [a for _, a, _ in pairs], [b for _, _, b in pairs]
    return SetChange(
        name, len(pairs), differences(old, new, rounds),
        _fields(tallies(old), tallies(new)),
        [change for file, a, b in pairs for change in changes(file, a, b)],
        [file for file, a, b in pairs if a.exact and not b.exact],
        [file for file, a, b in pairs if b.exact and not a.exact],
    )  # fmt: skip


def _fields(old: Mapping[str, Tally], new: Mapping[str, Tally]) -> list[FieldChange]:
    found = []
    for name in FIELDS:
        before, after = (t[name].f1 if name in t else None for t in (old, new))
        if before is not None and after is not None and before != after:
            found.append(FieldChange(name, before, after))
    return sorted(found, key=lambda f: f.after - f.before)


def judged_folder(given: str) -> Path:
    """The results of `given`: itself where stage `evaluate` wrote it, else of the model that it names, judged now."""
    folder = Path(given)
    if any(folder.glob("judged-*.jsonl")):
        return folder
    model = resolve(given)
    params = load(EvaluateParams, "evaluate")
    results = Path("results/compare") / "-".join(model.resolve().parts[-2:])
    print(f"judging {model} into {results}", file=sys.stderr)
    evaluate(replace(params, model=str(model), results=str(results), publish="", mlflow=False))
    return results


def write(found: Sequence[SetChange], a: str, b: str, folder: Path) -> Path:
    """compare.json and index.html; returns the HTML file."""
    folder.mkdir(parents=True, exist_ok=True)
    told = [{"set": s.name, "documents": s.documents, "gain": {k: v[0] for k, v in s.figures.items()},
             "interval": {k: v[1] for k, v in s.figures.items()}, "lost": s.lost, "won": s.won,
             "values_lost": sum(not c.better for c in s.values), "values_won": sum(c.better for c in s.values),
             "fields": {f.name: f.after - f.before for f in s.fields}} for s in found]  # fmt: skip
    (folder / "compare.json").write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")
    target = folder / "index.html"
    target.write_text(_PAGE.render(sets=found, a=a, b=b), encoding="utf-8")
    return target


def points(change: tuple[float, Interval]) -> str:
    """A change in points with its interval; a star where the interval leaves out nothing changed."""
    value, (low, high) = change
    star = " *" if low > 0 or high < 0 else ""
    return f"{100 * value:+.1f} ({100 * low:+.1f} to {100 * high:+.1f}){star}"


def table(found: Sequence[SetChange], a: str, b: str) -> Table:
    """The summary for a terminal."""
    out = Table(title=f"{a} to {b}, points; * the 95 % interval leaves out zero")
    for column in ("set", "documents", "header F1", "line F1", "exact orders", "orders lost/won", "values lost/won"):
        out.add_column(column)
    for s in found:
        better = sum(c.better for c in s.values)
        out.add_row(s.name, str(s.documents), *(points(s.figures[k]) for k in ("header_f1", "line_f1", "exact")),
                    f"{len(s.lost)}/{len(s.won)}", f"{len(s.values) - better}/{better}")  # fmt: skip
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("before", metavar="A", help="a folder of stage evaluate, or a model")
    parser.add_argument("after", metavar="B", help="the same for the new one")
    parser.add_argument("--out", type=Path, default=Path("results/compare"), help="folder of the report")
    given = parser.parse_args()
    try:
        found = compare(judged_folder(given.before), judged_folder(given.after))
    except SetupError as error:
        print(f"{error.message}: {error.hint}", file=sys.stderr)
        return 2
    Console(width=None if sys.stdout.isatty() else 160).print(table(found, given.before, given.after))
    print(write(found, given.before, given.after, given.out))
    return 0


_PAGE = Environment(autoescape=True).from_string("""<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>{{ a }} to {{ b }}</title><style>
body { font: 14px/1.4 sans-serif; margin: 1.5rem; color: #1b1b1b }
table { border-collapse: collapse; margin: .5rem 0 1.5rem } td, th { border-bottom: 1px solid #ddd;
  padding: .2rem .6rem; text-align: left; vertical-align: top; overflow-wrap: anywhere }
.bad { color: #c00000 } .good { color: #1a7f37 } summary { cursor: pointer; font-weight: bold }
</style></head><body>
<h1>{{ a }} to {{ b }}</h1>
<p>Points gained, with paired 95 % bootstrap intervals over documents.</p>
<table><tr><th>set</th><th>documents</th><th>header F1</th><th>line F1</th><th>exact orders</th><th>orders lost</th>
<th>won</th><th>values lost</th><th>won</th></tr>
{% for s in sets %}<tr><td><a href="#{{ s.name }}">{{ s.name }}</a></td><td>{{ s.documents }}</td>
{% for k in ("header_f1", "line_f1", "exact") %}{% set v = s.figures[k] %}
<td class="{{ "bad" if v[1][1] < 0 else "good" if v[1][0] > 0 }}">{{ "%+.1f"|format(100 * v[0]) }}
({{ "%+.1f"|format(100 * v[1][0]) }} to {{ "%+.1f"|format(100 * v[1][1]) }})</td>{% endfor %}
<td>{{ s.lost|length }}</td><td>{{ s.won|length }}</td>
<td>{{ s.values|rejectattr("better")|list|length }}</td><td>{{ s.values|selectattr("better")|list|length }}</td></tr>
{% endfor %}</table>
{% for s in sets %}<h2 id="{{ s.name }}">{{ s.name }}</h2>
{% if s.lost %}<p class="bad">Orders no longer exact: {{ s.lost|join(", ") }}</p>{% endif %}
{% if s.won %}<p class="good">Orders exact now: {{ s.won|join(", ") }}</p>{% endif %}
{% if s.fields %}<table><tr><th>field</th><th>F1 before</th><th>after</th><th>points</th></tr>
{% for f in s.fields %}<tr class="{{ "good" if f.after > f.before else "bad" }}"><td>{{ f.name }}</td>
<td>{{ "%.3f"|format(f.before) }}</td><td>{{ "%.3f"|format(f.after) }}</td>
<td>{{ "%+.1f"|format(100 * (f.after - f.before)) }}</td></tr>{% endfor %}</table>{% endif %}
{% for title, better in (("Right before, wrong now", false), ("Wrong before, right now", true)) %}
{% set mine = s.values|selectattr("better", "equalto", better)|list %}{% if mine %}
<details{{ "" if better else " open" }}><summary>{{ title }}: {{ mine|length }}</summary>
<table><tr><th>document</th><th>field</th><th>line</th><th>right</th><th>before</th><th>now</th></tr>
{% for c in mine %}<tr><td>{{ c.file }}</td><td>{{ c.name }}</td><td>{{ c.row + 1 if c.row is not none else "" }}</td>
<td>{{ c.gold if c.gold is not none else "nothing" }}</td>
<td class="{{ "bad" if better else "good" }}">{{ c.before if c.before is not none else "nothing" }}</td>
<td class="{{ "good" if better else "bad" }}">{{ c.after if c.after is not none else "nothing" }}</td></tr>
{% endfor %}</table></details>{% endif %}{% endfor %}{% endfor %}
</body></html>
""")

if __name__ == "__main__":
    sys.exit(main())
