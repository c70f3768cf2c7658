"""What is read wrongly, grouped by cause, with examples: where to look before anything is changed.

    python -m training.errors --data FOLDER [FOLDER ...] [--model default] [--examples 3] [--out errors.md]
    python -m training.errors --generated 300

A FOLDER holds `<id>.pdf` beside `<id>.gold.json`, or folders that do. What the causes mean is in `training/causes.py`.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from pathlib import Path

from models.extractor import Extractor
from training import corpora
from training.cache import Cache
from training.causes import CAUSES, Cause
from training.corpora import Case
from training.metrics import tallies
from training.outcome import Outcome, by_set, run, without

WIDEST = 60
"""Characters of a value that are shown."""


def causes_table(outcomes: Sequence[Outcome]) -> list[str]:
    """Cells by cause, most frequent first, with the F1 that would be reached without them."""
    counted = tallies(o.judged for o in outcomes)
    now = {k: counted[k].f1 for k in ("header", "line")}
    causes = Counter(w.cause for o in outcomes for w in o.wrong)
    rows = [
        "| cause | cells | documents | header F1 without it | line F1 without it | fields |",
        "|---|---|---|---|---|---|",
    ]
    for cause, cells in causes.most_common():
        mended = without(outcomes, cause)
        fields = Counter(w.cell.name for o in outcomes for w in o.wrong if w.cause == cause)
        documents = sum(any(w.cause == cause for w in o.wrong) for o in outcomes)
        named = ", ".join(f"{name} {n}" for name, n in fields.most_common(6))
        gains = " | ".join(_gain(now[k], mended[k]) for k in ("header", "line"))
        rows.append(f"| {cause} | {cells} | {documents} | {gains} | {named} |")
    return rows


def _gain(now: float | None, then: float | None) -> str:
    if now is None or then is None:
        return "-"
    return f"{then:.3f} (+{100 * (then - now):.1f})" if then - now >= 0.0005 else "="


def confusions(outcomes: Sequence[Outcome], count: int = 10) -> list[str]:
    """What the words of the right values were labelled instead, most frequent first."""
    pairs = Counter(
        (w.cell.name, w.label) for o in outcomes for w in o.wrong if w.label and w.label != w.cell.name
    )  # fmt: skip
    rows = ["| words of | labelled | cells |", "|---|---|---|"]
    return rows + [
        f"| {gold} | {'none' if label == 'O' else label} | {n} |" for (gold, label), n in pairs.most_common(count)
    ]


def worst(outcomes: Sequence[Outcome], count: int = 5) -> list[str]:
    """The documents with most errors, and their causes."""
    ranked = sorted((o for o in outcomes if o.wrong), key=lambda o: (-len(o.wrong), o.case.name))
    return [
        f"- {o.case.name} ({o.groups['layout']}): "
        + ", ".join(f"{cause} {n}" for cause, n in Counter(w.cause for w in o.wrong).most_common())
        for o in ranked[:count]
    ]


def examples(outcomes: Sequence[Outcome], cause: Cause, count: int) -> list[str]:
    """Up to `count` different errors of each field with this cause; the same one in many documents is told once."""
    seen: dict[tuple[str, str, str, str], list[str]] = {}
    for outcome in outcomes:
        for w in outcome.wrong:
            if w.cause == cause:
                key = (w.cell.name, _short(w.cell.gold), _short(w.cell.read), w.label)
                seen.setdefault(key, []).append(outcome.case.name)
    told: Counter[str] = Counter()
    rows = []
    for (name, gold, read, label), where in sorted(seen.items(), key=lambda item: (item[0][0], -len(item[1]))):
        told[name] += 1
        if told[name] <= count:
            files = list(dict.fromkeys(where))
            more = f" and {len(files) - 1} more" if len(files) > 1 else ""
            times = f" ({len(where)} cells)" if len(where) > 1 else ""
            tagged = f", words tagged `{label}`" if label else ""
            rows.append(f"- {name}: right `{gold}`, read `{read}`{tagged}: {files[0]}{more}{times}")
    return rows


def _short(value: object) -> str:
    text = "-" if value is None else " ".join(str(value).split()).replace("`", "'")
    return text if len(text) <= WIDEST else text[: WIDEST - 1] + "…"


def report(outcomes: Iterable[Outcome], count: int = 3) -> str:
    """Markdown: a section a set, causes with what they cost, then examples."""
    parts = ["# Errors by cause", "", *(f"- **{cause}**: {told}" for cause, told in CAUSES.items())]
    for name, group in by_set(outcomes).items():
        t = tallies(o.judged for o in group)
        f1 = ", ".join(f"{k} F1 {t[k].f1:.3f}" for k in ("header", "line") if t[k].f1 is not None)
        exact = sum(o.judged.exact for o in group) / len(group)
        parts += ["", f"## {name}: {len(group)} documents, {f1}, exact {exact:.3f}", "", *causes_table(group), "",
                  *confusions(group), "", "Most errors:", "", *worst(group)]  # fmt: skip
        causes: Counter[Cause] = Counter(w.cause for o in group for w in o.wrong)
        for cause, cells in causes.most_common():
            parts += ["", f"### {name}: {cause} ({cells})", "", *examples(group, cause, count)]
    return "\n".join(parts) + "\n"


def folders(given: Iterable[Path]) -> list[Path]:
    """The folders that hold gold files themselves: those given, or those directly in them."""
    out = []
    for path in given:
        inside = [path] if any(path.glob("*.gold.json")) else sorted(p for p in path.iterdir() if p.is_dir())
        out += [p for p in inside if any(p.glob("*.gold.json"))]
    return out


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--data", type=Path, nargs="*", default=[], help="folders of documents with gold values")
    parser.add_argument("--generated", type=int, default=0, help="as many generated documents kept out of training")
    parser.add_argument("--recognised", type=int, default=0, help="as many with simulated recognition errors")
    parser.add_argument("--model", default="default", help="`default` for the shipped one, or a folder")
    parser.add_argument("--examples", type=int, default=3, help="of each field and cause")
    parser.add_argument("--cache", type=Path, default=Path("results/cache"), help="documents read before")
    parser.add_argument("--out", type=Path, help="a file; without it, standard output")
    given = parser.parse_args()
    cache = Cache(given.cache)
    parts: list[Iterable[Case]] = [corpora.folder(path, cache) for path in folders(given.data)]
    parts += [corpora.generated(given.generated), corpora.recognised(given.recognised)]
    extractor = Extractor.load(given.model)
    outcomes = [run(extractor, case) for case in chain.from_iterable(parts)]
    if not outcomes:
        parser.error("nothing to judge: give --data with gold files, or --generated N")
    text = report(outcomes, given.examples)
    if given.out:
        given.out.write_text(text, encoding="utf-8")
    else:
        sys.stdout.write(text)
    return 0


if __name__ == "__main__":
    sys.exit(main())
