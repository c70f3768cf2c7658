"""One document judged: what was to be read, what was read, and the causes of what is wrong."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from data.result import Extraction, Failure
from models.extractor import Extractor
from training.causes import Cause, Causes, Wrong
from training.corpora import Case
from training.metrics import Judged, Judgement, judge, tallies


@dataclass
class Outcome:
    """A case with what was read."""

    case: Case
    result: dict[str, Any]
    judged: Judged
    groups: dict[str, str] = field(default_factory=dict)
    wrong: tuple[Wrong, ...] = ()


def run(extractor: Extractor, case: Case) -> Outcome:
    """Read and judge one case; an unreadable document is a result without values."""
    reading = None
    if case.document is None:
        extraction = Extraction(case.name, "", status="failed", error=Failure("unread", case.failure))
    else:
        reading = extractor.read(case.document)
        extraction = extractor.decode(reading)
    result = extraction.to_dict() | {"file": f"{case.name}.pdf"}
    groups = {"set": case.set, "language": str(case.gold.get("language")), "source": case.source,
              "document_type": str(case.gold.get("document_type")),
              "layout": str(case.gold.get("layout_family"))}  # fmt: skip
    judged = judge(result, case.gold)
    causes = Causes(result, case.gold, reading)
    wrong = tuple(causes.explain(c) for c in judged.cells if c.verdict != "right")
    return Outcome(case, result, judged, groups, wrong)


def without(outcomes: Sequence[Outcome], cause: Cause) -> dict[str, float | None]:
    """Header and line F1 if every error of `cause` were right: what there is to be won."""
    mended = (
        Judged(tuple(_mended(o, cause)), o.judged.exact, o.judged.order_confidence) for o in outcomes
    )  # fmt: skip
    counted = tallies(mended)
    return {"header": counted["header"].f1, "line": counted["line"].f1}


def _mended(outcome: Outcome, cause: Cause) -> Iterator[Judgement]:
    bad = {id(w.cell) for w in outcome.wrong if w.cause == cause}
    for cell in outcome.judged.cells:
        if id(cell) not in bad:
            yield cell
        elif cell.verdict != "invented":
            yield replace(cell, verdict="right")


def by_set(outcomes: Iterable[Outcome]) -> Mapping[str, list[Outcome]]:
    """Outcomes grouped by the set of their case, in order of appearance."""
    out: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        out.setdefault(outcome.case.set, []).append(outcome)
    return out
