"""From evidence to a decision: points add up, a tie never binds itself, what is barred is named and not chosen."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field

from serving.odoo.matches import Candidate, Match, Reason
from serving.odoo.matching.options import Options

SHOWN = 8
"""Candidates kept in a match."""
FAINT = 0.10
"""Fewer points than this are no candidate."""


@dataclass
class Evidence:
    """Reasons by record, the strongest of each code; and which records each strong kind of evidence names."""

    reasons: dict[int, dict[str, Reason]] = field(default_factory=dict)
    strong: dict[str, set[int]] = field(default_factory=dict)

    def add(self, id_: int, code: str, weight: float, text: str, *, strong: str = "") -> None:
        """`strong` names an identifier (code, barcode …): two identifiers that name different records conflict."""
        known = self.reasons.setdefault(id_, {})
        if code not in known or abs(known[code].weight) < abs(weight):
            known[code] = Reason(code, text, weight)
        if strong:
            self.strong.setdefault(strong, set()).add(id_)

    def conflict(self) -> bool:
        """True when two identifiers have no record in common."""
        named = list(self.strong.values())
        return any(not a & b for i, a in enumerate(named) for b in named[i + 1 :])

    def points(self, id_: int) -> float:
        return sum(reason.weight for reason in self.reasons.get(id_, {}).values())

    def candidates(self, describe: Callable[[int], tuple[str, tuple[str, ...]]]) -> list[Candidate]:
        """Candidates, best first. `describe` gives label and bars of a record."""
        out = []
        for id_, reasons in self.reasons.items():
            points = self.points(id_)
            if points < FAINT and not any(id_ in named for named in self.strong.values()):
                continue
            label, bars = describe(id_)
            ordered = tuple(sorted(reasons.values(), key=lambda r: (-abs(r.weight), r.code)))
            out.append(Candidate(id_, label, round(min(1.0, max(0.0, points)), 4), ordered, bars))
        return sorted(out, key=lambda c: (-c.score, len(c.bars), c.id))


def decide(ranked: Sequence[Candidate], options: Options, *, conflict: bool = False) -> Match:
    """The match of these candidates, best first.

    A barred record (archived, not for sale, another company's) is never chosen. It stands aside for an open one with at
    least as many points (a product archived and made anew under its code); an open one with fewer is not taken in its
    place, for the page means the barred one.
    """
    shown = tuple(ranked[:SHOWN])
    lead = _lead(ranked)
    if not ranked:
        return Match(problem="unknown")
    if conflict:
        return Match(shown, margin=lead, problem="conflicting")
    first = ranked[0]
    if first.score < options.enough:
        return Match(shown, margin=lead, problem="weak")
    if first.bars:
        return Match(shown, margin=lead, problem=first.bars[0])
    lead = _lead([c for c in ranked if not c.bars])
    if lead < options.margin:
        return Match(shown, margin=lead, problem="ambiguous")
    return Match(shown, chosen=first, margin=lead)


def _lead(ranked: Sequence[Candidate]) -> float:
    scores = [c.score for c in ranked[:2]] + [0.0, 0.0]
    return round(scores[0] - scores[1], 4)


def bars(
    active: bool, company_id: int | None, own_company: int | None, *, sale_ok: bool = True
) -> tuple[str, ...]:  # fmt: skip
    """What forbids a record. One of a company that is not the selling one is barred, one of all companies is not."""
    found: Iterable[tuple[bool, str]] = (
        (not active, "archived"), (not sale_ok, "not_for_sale"),
        (company_id is not None and own_company is not None and company_id != own_company, "other_company"),
    )  # fmt: skip
    return tuple(name for holds, name in found if holds)
