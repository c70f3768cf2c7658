"""The facts of one document, and how it words and prints them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from random import Random
from typing import Any, Literal

from data.fields import NO_FIELD
from data.generate.blocks import W
from data.generate.choose import Chooser
from data.generate.design import Design
from data.generate.fonts import Style
from data.generate.habit import Habit
from data.generate.items import Charge, Item, Totals
from data.generate.lexicon import caption, phrase
from data.generate.options import Options
from data.generate.world import Address, Company, Numbering, World

ROLES: tuple[str, ...] = ("buyer", "seller", "ship_to", "bill_to")
_MONEY_WORDS = frozenset(("EUR", "USD", "GBP", "PLN", "CZK", "CHF", "€", "$", "£", "(EUR)", "(USD)", "(GBP)", "(PLN)",
                          "[EUR]", "[PLN]", "(€)", "($)", "(£)", "[€]", "zł", "Kč", "(CZK)",
                          "(zł)", "(Kč)"))  # fmt: skip


@dataclass(frozen=True, slots=True)
class Party:
    """A company at one address in one role."""

    company: Company
    address: Address
    person: str


@dataclass(slots=True)
class Deal:
    """Everything a document could print. What is printed is decided by the layout; gold follows from the ink."""

    rng: Random
    world: World
    choose: Chooser
    options: Options
    kind: str
    lang: str
    second: str | None
    habit: Habit
    design: Design
    by: Literal["buyer", "seller"]
    """Whose paper it is."""
    parties: dict[str, Party]
    day: date
    """Date of the document itself."""
    order_day: date
    numbers: dict[str, str]
    items: list[Item] = field(default_factory=list)
    charges: list[Charge] = field(default_factory=list)
    footer_charges: list[Charge] = field(default_factory=list)
    """Charges printed between the totals, not in the table."""
    late_charges: list[Charge] = field(default_factory=list)
    """Charges added after tax."""
    charges_listed: bool = False
    """The charges of the foot stand in a table of their own."""
    sums: Totals = field(default_factory=lambda: Totals(Decimal(0), Decimal(0), Decimal(0), Decimal(0), ()))
    tax_mode: str = "shown"
    """shown (tax has an amount), plus (prices are said to be net), none (tax is not mentioned)."""
    priced: bool = True
    lines: list[dict[str, Any]] = field(default_factory=list)
    """Every line as it was set: its kind and its normalised values by field."""
    values: dict[str, str] = field(default_factory=dict)
    """Normalised value of each typed header field."""
    paper: str = ""
    """What the title calls it: the kind, or for kind "other" what it is instead."""
    stray_title: str = ""
    """The title of a paper that is none of the usual ones (`data.generate.strays`), drawn once."""
    coded: str = ""
    """Form of the field codes that captions carry, "(BT-{})", "{}."; empty for none."""
    joint: str = ""
    """What stands between the words of a caption: "_" or nothing with capitals inside ("camel"); empty for a space."""
    response: str = ""
    """Of a confirmation, whose number is the order's: theirs (the customer's, beside the seller's own), own (the only
    one), own beside theirs (the paper calls its own number the order's and names the customer's as a reference)."""
    own_is_order: bool = False
    """A confirmation that names no other order number: its own is the order's."""
    boxed_parties: bool = False
    form_currency: bool = False
    numbering: Numbering | None = None
    entries: list[Any] = field(default_factory=list)
    """Parties that stand among the captioned facts (`entries.Entry`)."""
    wide_title: bool = False
    """The letters of the title stand apart."""
    party_cards: bool = False
    """Parties are set as cards of several sections: address, numbers, contact."""
    party_forms: bool = False
    """Parties are set as small forms: Name, Street, City, each behind its caption."""
    bare_percents: bool = False
    """Columns of percentages hold numbers; the sign stands in their heads."""
    bold_names: bool = False
    """Party names are set in bold."""
    upper: bool = False
    """All in capitals, as on old printers."""
    empty_share: float = 0.0
    """Share of captions that have no value behind them."""
    shows_ship: bool = False
    inline_ship: bool = False
    """The place of delivery stands among the captioned facts, not in a block."""
    totals_in_table: bool = False
    """The table of items ends in a row of totals."""
    payment: tuple[tuple[str, str], ...] = ()
    """Words of the terms of payment with their fields, once they are worded."""
    same_total: bool = False
    """The one printed total is net and gross."""
    _captions: dict[tuple[str, int], str] = field(default_factory=dict)
    _occurrences: int = 0

    @property
    def outgoing(self) -> bool:
        """True for the buyer's own paper: orders and changes."""
        return self.by == "buyer"

    def occurrence(self) -> int:
        """A number for one printing of a field, so that repeated printings stay apart."""
        self._occurrences += 1
        return self._occurrences

    def maybe(self, probability: float) -> bool:
        """True with `probability`."""
        return self.rng.random() < probability

    def caption(self, key: str, *, limit: int | None = None, fresh: bool = False) -> str:
        """The document's caption for `key`; the same on every call unless `fresh`."""
        known = self._captions.get((key, limit or 0))
        if known is None or fresh:
            known = caption(self.rng, key, self.lang, self.by, max_chars=limit)
            if self.second:
                other = caption(self.rng, key, self.second, self.by, max_chars=limit)
                if other.casefold() != known.casefold():
                    known = f"{known} / {other}" if self.rng.random() < 0.8 else f"{known} ({other})"
            known = _joined(_cased(known, self.design.caption_case), self.joint)
            if self.coded and not key.startswith(("title.", "line.")) and self.rng.random() < 0.7:
                number = int(self.rng.random() * 120) + 1
                known = (
                    f"{known} {self.coded.format(number)}"
                    if self.coded[0] in "(["
                    else f"{self.coded.format(number)} {known}"
                )
            self._captions[key, limit or 0] = known
        return known

    def label(self, text: str, style: Style) -> list[W]:
        """Words of a caption; currency codes in it become the document's own currency."""
        out = []
        for t in text.split():
            bare = t.strip("()[],:;")
            if t in _MONEY_WORDS or bare in _MONEY_WORDS:
                sign = self.money_sign()
                self.values["currency"] = self.habit.currency
                out.append(W(t.replace(bare, sign), style, self.header("currency")))
            else:
                out.append(W(t, style))
        return out

    def money_sign(self) -> str:
        """The document's currency as captions print it: one word, its code or its sign."""
        mark = self.habit.mark
        return mark if mark and " " not in mark and self.rng.random() < 0.5 else self.habit.currency

    def header(self, name: str) -> str:
        """The tag of a header field; nothing is a field on a document that is no order or invoice."""
        return NO_FIELD if self.kind == "other" else name

    def cell(self, name: str) -> str:
        """The tag of a line field."""
        return self.header(f"line.{name}")

    def money(self, amount: Decimal, style: Style, name: str, *, bare: bool = False) -> list[W]:
        """Words of an amount, the currency beside it where the document's habit is to print it."""
        text = self.habit.amount(amount) if bare else self.habit.money(amount)
        out = []
        for t in text.split():
            if any(c.isdigit() for c in t) or t in "+-\u2212\u2013()":
                out.append(W(t, style, name))
            else:
                self.values["currency"] = self.habit.currency
                out.append(W(t, style, self.header("currency")))
        return out

    def phrase(self, kind: str) -> str:
        """Free text in the document's language."""
        return phrase(self.rng, kind, self.lang)


def _joined(text: str, joint: str) -> str:
    """Captions as programs print the names of their fields: "Delivery_Date", "deliveryDate"."""
    parts = [p.strip(".,:") for p in text.split()]
    if not joint or len(parts) < 2 or not all(p and p.replace("-", "").isalnum() for p in parts):
        return text
    if joint == "_":
        return "_".join(parts)
    return parts[0].lower() + "".join(p[:1].upper() + p[1:] for p in parts[1:])


def _cased(text: str, case: str) -> str:
    if case == "upper":
        return text.upper()
    if case == "lower":
        return text.lower()
    if case == "title":
        return " ".join(t[:1].upper() + t[1:] for t in text.split())
    return text
