"""What matching found: candidates with score and reasons, and whether the first is far enough ahead to be bound."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any


@dataclass(frozen=True, slots=True)
class Reason:
    """One piece of evidence for or against a candidate: `code` (vat, gln, barcode, name …), a sentence, its weight."""

    code: str
    text: str
    weight: float


@dataclass(frozen=True, slots=True)
class Candidate:
    """A record that may be meant. `score` in [0, 1]; `bars` forbid it (archived, not_for_sale, other_company)."""

    id: int
    label: str
    score: float
    reasons: tuple[Reason, ...] = ()
    bars: tuple[str, ...] = ()

    def to_dict(self) -> dict[str, Any]:
        reasons = [{"code": r.code, "text": r.text, "weight": round(r.weight, 3)} for r in self.reasons]
        return {"id": self.id, "label": self.label, "score": round(self.score, 4), "bars": list(self.bars),
                "reasons": reasons}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Match:
    """Candidates, best first. `chosen` only where one is certain enough, has no bar, and no other comes near."""

    candidates: tuple[Candidate, ...] = ()
    chosen: Candidate | None = None
    margin: float = 0.0
    """Score of the first less that of the second (0 for a second is a margin of the whole score)."""
    problem: str | None = None
    """Why nothing was chosen: unknown, ambiguous, weak, archived, not_for_sale, other_company or conflicting."""

    def to_dict(self) -> dict[str, Any]:
        return {"chosen": self.chosen.to_dict() if self.chosen else None, "margin": round(self.margin, 4),
                "problem": self.problem, "candidates": [c.to_dict() for c in self.candidates]}  # fmt: skip


@dataclass(frozen=True, slots=True)
class LineMatch:
    """Product and unit of one line of the result; `line` is its index in `Extraction.lines`."""

    line: int
    product: Match
    unit_id: int | None = None
    """The uom.uom that the printed unit means, if it is known and convertible to the product's."""
    packaging_id: int | None = None
    """The product.packaging (17, 18) or product.uom (19) that the printed unit or barcode means."""
    unit_problem: str | None = None
    """`unknown_unit`, `other_category`, `ambiguous_unit`."""
    factor: Decimal = Decimal(1)
    """So many of `unit_id` are one of the printed unit: 12 for a carton of 12 that is ordered in pieces. Quantity is
    multiplied by it and the price divided, together."""


@dataclass(frozen=True, slots=True)
class Matches:
    """All that was matched of one order."""

    customer: Match
    shipping: Match
    """An address of the customer (or the customer); `unknown` where the page prints one that the customer lacks."""
    invoicing: Match
    company_id: int | None = None
    lines: tuple[LineMatch, ...] = ()
    notes: tuple[str, ...] = field(default=())
