"""The report of an evaluation: tables a person can read, made of the outcomes alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

from data.fields import FIELDS
from models.extractor import Extractor
from training.causes import CAUSES
from training.longest import Long
from training.metrics import tallies
from training.outcome import Outcome
from training.raster import Loss
from training.scores import intervals

SMALLEST_GROUP = 3
ABSENT = "-"
FIGURES = ("header_f1", "line_f1", "exact")
HEAD = "| documents | header F1 | line F1 | exact orders |"
Sets = Mapping[str, Sequence[Outcome]]


def write_report(
    path: Path,
    extractor: Extractor,
    sets: Sets,
    metrics: Mapping[str, Any],
    lost: Sequence[Loss] = (),
    rounds: int = 0,
    long: Sequence[Long] = (),
) -> None:
    """Write the Markdown report; `rounds` of bootstrap behind the intervals of groups."""
    made = {name: group for name, group in sets.items() if _made(name)}
    twins = {loss.set for loss in lost}
    real = [o for name, group in sets.items() if not _made(name) and name not in twins for o in group]
    plain = list(sets.get("generated", ()))
    parts = [
        f"# How well it reads\n\nModel `{extractor.name}` {extractor.version}, judged page by page (embedded XML left "
        "aside). Written by `make eval`; definitions in `training/metrics.py`. In brackets: 95 % bootstrap intervals "
        "over documents. Generated documents are of layout families and contents kept out of training; *recognised* "
        "are the same with simulated recognition errors, *scan-* some of them drawn, scanned at 200 dpi and "
        "recognised. The worst documents, with what was read and what is right, are in `results/evaluate/worst`.\n",
        _sets(metrics),
        _losses(lost),
        _long(long),
        _groups("Generated documents by language", plain, _by("language"), rounds),
        _groups("Generated documents by type", plain, _by("document_type"), rounds),
        _groups("Generated documents by arrangement of the head", plain, lambda o: _family(o, 0), rounds),
        _groups("Generated documents by look of the table", plain, lambda o: _family(o, 3), rounds),
        _groups("All generated documents by text source", [o for g in made.values() for o in g], _by("source"), rounds),
        _groups("Real documents by layout", real, lambda o: f"{o.case.set} / {o.groups['layout']}", rounds),
        _groups("Real documents by language", real, lambda o: f"{o.case.set} / {o.groups['language']}", rounds),
        _groups("Real documents by type", real, lambda o: f"{o.case.set} / {o.groups['document_type']}", rounds),
        _fields({name: group for name, group in sets.items() if name not in twins}
                | ({"all scans": scans} if (scans := [o for n in twins if _made(n) for o in sets[n]]) else {})),
        _causes(sets),
    ]  # fmt: skip
    path.write_text("\n".join(filter(None, parts)), encoding="utf-8")


def _made(name: str) -> bool:
    return name in ("generated", "recognised") or name.startswith("scan-")


def _family(outcome: Outcome, part: int) -> str:
    """Part of a generated layout family, such as `rows/letterhead/boxed/banded/usual/column/right`."""
    return (outcome.groups["layout"].split("/") + [ABSENT] * 4)[part]


def _by(key: str) -> Callable[[Outcome], str]:
    return lambda outcome: outcome.groups[key]


def _number(value: float | None, interval: Sequence[float] | None = None) -> str:
    if value is None:
        return ABSENT
    text = f"{value:.3f}"
    return f"{text} ({interval[0]:.2f} to {interval[1]:.2f})" if interval else text


def _sets(metrics: Mapping[str, Any]) -> str:
    rows = ["## By set\n", "Invented: values read for 100 fields that the page does not show, of the header and of "
            "lines (only where the gold values are complete).\n",
            f"| set {HEAD} field ECE | invented, header | invented, lines |", "|" + "---|" * 8]  # fmt: skip
    for name, m in metrics.items():
        spread = m.get("interval", {})
        figures = " | ".join(_number(m[k], spread.get(k)) for k in FIGURES)
        made = " | ".join(_plain(m[f"invented_per_100_{k}"]) for k in ("header", "line"))
        rows.append(f"| {name} | {m['documents']} | {figures} | {_number(m['field_ece'])} | {made} |")
    return "\n".join(rows) + "\n"


def _plain(value: float | None) -> str:
    return ABSENT if value is None else f"{value:.2f}"


def _losses(lost: Sequence[Loss]) -> str:
    if not lost:
        return ""
    rows = ["## What a scan costs\n", "Points of the same documents, the scan less the text layer; *real-* are the "
            "first short documents of each real set. *By recognition*: share of the values lost whose words are not "
            "among the recognised ones; the rest the model lost with the words at hand.\n",
            f"| scan {HEAD} values lost | won | by recognition | causes |", "|" + "---|" * 9]  # fmt: skip
    for loss in lost:
        points = " | ".join(
            f"{100 * change:+.1f} ({100 * low:+.1f} to {100 * high:+.1f})"
            for change, (low, high) in (loss.change[k] for k in FIGURES)
        )
        share = ABSENT if loss.recognition is None else f"{loss.recognition:.0%}"
        causes = ", ".join(f"{cause} {n}" for cause, n in loss.lost.items())
        values = f"{sum(loss.lost.values())} | {loss.won} | {share} | {causes}"
        rows.append(f"| {loss.set} | {loss.documents} | {points} | {values} |")
    return "\n".join(rows) + "\n"


def _long(long: Sequence[Long]) -> str:
    if not long:
        return ""
    rows = ["## Long orders\n", "The first pages of a generated order of 600 lines, seconds of a core.\n",
            "| pages | lines printed | lines read | seconds to read the file | to extract | extract, a page |",
            "|" + "---|" * 6]  # fmt: skip
    rows += [f"| {x.pages} | {x.printed} | {x.lines} | {x.reading:.2f} | {x.extracting:.2f} | "
             f"{1000 * x.extracting / x.pages:.0f} ms |" for x in long]  # fmt: skip
    return "\n".join(rows) + "\n"


def _groups(title: str, outcomes: Sequence[Outcome], key: Callable[[Outcome], str], rounds: int) -> str:
    grouped: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        grouped.setdefault(key(outcome), []).append(outcome)
    rows = [f"## {title}\n", f"| group {HEAD}", "|---|---|---|---|---|"]
    for name, group in sorted(grouped.items()):
        if len(group) < SMALLEST_GROUP:
            continue
        judged = [o.judged for o in group]
        t = tallies(judged)
        spread = intervals(judged, rounds) if rounds else {}
        exact = sum(j.exact for j in judged) / len(judged)
        values = {"header_f1": t["header"].f1, "line_f1": t["line"].f1, "exact": exact}
        rows.append(
            f"| {name} | {len(group)} | " + " | ".join(_number(values[k], spread.get(k)) for k in FIGURES) + " |"
        )
    return "\n".join(rows) + "\n" if len(rows) > 3 else ""


def _fields(sets: Sets) -> str:
    counted = {name: tallies(o.judged for o in group) for name, group in sets.items()}
    rows = ["## F1 by field\n", "| field | " + " | ".join(counted) + " |", "|---|" + "---|" * len(counted)]
    for name in FIELDS:
        cells = [_number(t[name].f1) if name in t else ABSENT for t in counted.values()]
        if any(c != ABSENT for c in cells):
            rows.append(f"| {name} | " + " | ".join(cells) + " |")
    return "\n".join(rows) + "\n"


def _causes(sets: Sets) -> str:
    counts = {name: Counter(w.cause for o in group for w in o.wrong) for name, group in sets.items()}
    used = [cause for cause in CAUSES if any(c[cause] for c in counts.values())]
    rows = ["## Errors by cause\n", "Cells. `python -m training.errors` shows examples and what each cause costs.\n",
            "| set | " + " | ".join(used) + " |", "|---|" + "---|" * len(used)]  # fmt: skip
    rows += [f"| {name} | " + " | ".join(str(c[cause]) for cause in used) + " |" for name, c in counts.items()]
    meanings = [f"- {cause}: {CAUSES[cause]}" for cause in used]
    return "\n".join([*rows, "", *meanings]) + "\n"
