"""How one document writes numbers and dates: decided from all evidence on it, never from a server or a sender.

Every sign of a habit is a vote with a weight and a sentence; the sentences are kept, so that a person can see why
"1.000" was read as a thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from data.schema import Document
from data.values import countries, currency, evidence, language

Decimal_ = Literal[".", ","]


@dataclass(frozen=True, slots=True)
class Habits:
    """How a document writes. `decimal` and `date_order` always hold a choice; `*_sure` says whether anything on the
    document spoke for it, beyond what its language makes likely."""

    decimal: str = "."
    """Decimal sign of amounts, "." or ","."""
    date_order: str = "dmy"
    """Order of purely numeric dates: dmy, mdy or ymd."""
    language: str | None = None
    currency: str | None = None
    """The currency printed on the document (ISO 4217), None when none is or the signs explain nothing."""
    countries: tuple[str, ...] = ()
    """ISO codes of countries that the document names in VAT ids, IBANs, phone numbers and addresses, most first."""
    quantity_decimal: str = ""
    """Decimal sign of quantities and percentages, where arithmetic shows it differs; empty means as `decimal`."""
    decimal_sure: bool = False
    date_sure: bool = False
    evidence: tuple[str, ...] = field(default=(), compare=False)

    @property
    def number_decimal(self) -> str:
        """The decimal sign of a quantity."""
        return self.quantity_decimal or self.decimal


def decide(document: Document) -> Habits:
    """The habits of `document` from every number, date, word and currency mark on it."""
    texts = [word.text for word in document.words]
    spoken = language.detect(texts)
    places = countries.find(texts)
    votes = currency.count(document)
    money = currency.decide(votes, places)
    rows = evidence.rows_of(document)
    numbers = evidence.decimal_votes(rows)
    decimal, decimal_sure, why_decimal = _decide_decimal(numbers, spoken, places)
    quantity = evidence.quantity_sign(rows, decimal) if any(vote.ambiguous for vote in numbers) else None
    if quantity:
        why_decimal = (*why_decimal, quantity[1])
    order, order_sure, why_order = _decide_order(evidence.order_votes(rows), spoken, places, money)
    said = (
        f"language {spoken}" if spoken else "language unclear",
        *((f"countries {', '.join(places)}",) if places else ()),
        *((f"currency {money}",) if money else ()),
        *why_decimal,
        *why_order,
    )
    return Habits(
        decimal, order, spoken, money, places, quantity[0] if quantity else "", decimal_sure, order_sure, said
    )


_POINT_COUNTRIES = frozenset({"US", "GB", "IE", "CH", "LI", "AU", "NZ", "CN", "JP", "IN", "MX", "IL", "TH", "KR", "TW"})
_MONTH_FIRST = frozenset({"US", "PH"})


def _decide_decimal(
    votes: Sequence[evidence.Vote], spoken: str | None, places: Sequence[str]
) -> tuple[str, bool, tuple[str, ...]]:
    points = sum(v.weight for v in votes if v.choice == ".")
    commas = sum(v.weight for v in votes if v.choice == ",")
    why = tuple(dict.fromkeys(v.why for v in sorted(votes, key=lambda v: -v.weight) if v.choice))[:6]
    if points != commas:
        sign, other = (".", points) if points > commas else (",", commas)
        rest = min(points, commas)
        note = f"decimal sign {sign!r} ({other:g} against {rest:g})"
        return sign, other >= 1.0 and other >= 2 * rest, (note, *why)
    if places:
        sign = "." if places[0] in _POINT_COUNTRIES else ","
        return sign, False, (f"decimal sign {sign!r} assumed for {places[0]}",)
    sign = "," if spoken not in ("en", None) else "."
    return sign, False, (f"decimal sign {sign!r} assumed for language {spoken or 'unknown'}",)


def _decide_order(
    votes: Sequence[evidence.Vote], spoken: str | None, places: Sequence[str], money: str | None
) -> tuple[str, bool, tuple[str, ...]]:
    weights = {"dmy": 0.0, "mdy": 0.0, "ymd": 0.0}
    for vote in votes:
        weights[vote.choice] += vote.weight
    why = tuple(dict.fromkeys(v.why for v in sorted(votes, key=lambda v: -v.weight)))[:6]
    best, second = sorted(weights, key=lambda k: -weights[k])[:2]
    if weights[best] > weights[second]:
        note = f"dates {best} ({weights[best]:g} against {weights[second]:g})"
        return best, weights[best] >= 1.0 and weights[best] >= 2 * weights[second], (note, *why)
    american = spoken in ("en", None) and ((places[0] in _MONTH_FIRST) if places else money == "USD")
    best = "mdy" if american else "dmy"
    reason = places[0] if places else money if american else f"language {spoken or 'unknown'}"
    return best, False, (f"dates {best} assumed for {reason}", *why)
