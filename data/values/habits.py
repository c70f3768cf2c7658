"""How one document writes numbers and dates: decided from all evidence on it, never from a server or a sender.

Every sign of a habit is a vote with a weight and a sentence; the sentences are kept, so that a person can see why
"1.000" was read as a thousand.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from data.schema import Document
from data.values import countries, currency, language
from data.values.evidence import Vote, rows_of
from data.values.evidence.dates import order_votes
from data.values.evidence.numbers import decimal_votes
from data.values.evidence.products import quantity_sign

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
    rows = rows_of(document)
    numbers = decimal_votes(rows)
    decimal, decimal_sure, why_decimal = _decide_decimal(numbers, spoken, places)
    quantity = quantity_sign(rows, decimal) if any(vote.ambiguous for vote in numbers) else None
    if quantity:
        why_decimal = (*why_decimal, quantity[1])
    order, order_sure, why_order = _decide_order([*order_votes(rows), *_usage(spoken, places, money)])
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
_POINT_IN_ANY_LANGUAGE = frozenset({"CH", "LI"})
_MONTH_FIRST = frozenset({"US", "CA", "PH"})
_ENGLISH_DAY_FIRST = frozenset({"GB", "IE", "AU", "NZ", "IN", "ZA", "SG", "HK"})


def _decide_decimal(
    votes: Sequence[Vote], spoken: str | None, places: Sequence[str]
) -> tuple[str, bool, tuple[str, ...]]:
    expected, reason = _expected_sign(spoken, places)
    usual = 0.5 if reason else 0.1
    weights = {".": 0.0, ",": 0.0}
    for vote in votes:
        if vote.choice and (not vote.weak or vote.choice == expected):
            weights[vote.choice] += vote.weight
    shown = dict(weights)
    weights[expected] += usual
    sign, other = (".", ",") if weights["."] > weights[","] else (",", ".")
    sure = shown[sign] > 0 and weights[sign] >= 1.0 and weights[sign] >= 2 * weights[other]
    if not shown[sign]:
        return sign, False, (f"decimal sign {sign!r} assumed for {reason or 'want of evidence'}",)
    ranked = sorted((v for v in votes if v.choice == sign), key=lambda v: -v.weight)
    note = f"decimal sign {sign!r} ({weights[sign]:g} against {weights[other]:g})"
    return sign, sure, (note, *dict.fromkeys(v.why for v in ranked[:4]))


def _expected_sign(spoken: str | None, places: Sequence[str]) -> tuple[str, str]:
    """The sign that is usual where the document comes from, and why; a language says more than a country named in an
    address, except in Switzerland, where all four languages print a point."""
    place = places[0] if places else None
    if place in _POINT_IN_ANY_LANGUAGE:
        return ".", f"country {place}"
    if spoken not in ("en", None):
        return ",", f"language {spoken}"
    if place is not None and spoken is None:
        return ("." if place in _POINT_COUNTRIES else ","), f"country {place}"
    return ".", "language en" if spoken else ""


def _usage(spoken: str | None, places: Sequence[str], money: str | None) -> list[Vote]:
    """What language and country say about numeric dates: nobody writes the month first in Polish or German."""
    if spoken not in ("en", None):
        return [Vote("dmy", 1.0, f"day first in language {spoken}")]
    if places and places[0] in _MONTH_FIRST:
        return [Vote("mdy", 1.0 if money in ("USD", None) else 0.5, f"month first in {places[0]}")]
    if places and places[0] in _ENGLISH_DAY_FIRST:
        return [Vote("dmy", 1.0, f"day first in {places[0]}")]
    # English print of software in a European office: day first as a rule, month first by default of the software.
    if not places and money == "USD":
        return [Vote("mdy", 0.5, "month first where prices are in USD")]
    return [Vote("dmy", 0.5, f"day first in {places[0]}" if places else "day first unless shown otherwise")]


def _decide_order(votes: Sequence[Vote]) -> tuple[str, bool, tuple[str, ...]]:
    weights = {"dmy": 0.0, "mdy": 0.0, "ymd": 0.0}
    for vote in votes:
        weights[vote.choice] += vote.weight
    best, second = sorted(weights, key=lambda k: -weights[k])[:2]
    why = tuple(dict.fromkeys(v.why for v in sorted(votes, key=lambda v: -v.weight) if v.choice == best))[:4]
    note = f"dates {best} ({weights[best]:g} against {weights[second]:g})"
    return best, weights[best] >= 1.0 and weights[best] >= 2 * weights[second], (note, *why)
