"""Printed addresses against those of a partner: postal code, street with house number, city."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from rapidfuzz import fuzz

from serving.odoo.mirror import keys
from serving.odoo.records import Partner

_STREET_WORDS = re.compile(
    r"\b(?:ul|ulica|al|aleja|aleje|os|str|strasse|street|st|road|rd|lane|ln|avenue|ave|av|rue|bd|boulevard|calle|c|via|"
    r"viale|piazza|straat|weg|plein|ulice|namesti|trida|pl|plac|platz|allee)\b"
)
_ALIKE = 84
_ZIP_LIKE = re.compile(r"\d{2}-\d{3}|\d{3}\s\d{2}|\d{4}\s?[a-z]{2}\b|\b[a-z]{1,2}\d[a-z\d]?\s?\d[a-z]{2}\b|\d{4,5}")


@dataclass(frozen=True, slots=True)
class Place:
    """An address as one printed text."""

    text: str
    plain: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "plain", f" {keys.plain(self.text)} ")

    @property
    def says_something(self) -> bool:
        """False for what has no digit: a city alone names no address."""
        return any(c.isdigit() for c in self.text)


@dataclass(frozen=True, slots=True)
class Compared:
    """Which parts of a partner's address are printed; None where the partner has no such part."""

    zip: bool | None
    street: bool | None
    """Name alike and the house number the same."""
    city: bool | None
    number: bool | None
    """House number; a street without one has None."""

    @property
    def points(self) -> float:
        return 0.40 * (self.zip is True) + 0.40 * (self.street is True) + 0.10 * (self.city is True)

    @property
    def empty(self) -> bool:
        """The partner has no address to compare."""
        return self.zip is None and self.street is None


def compare(printed: Place, partner: Partner) -> Compared:
    """Compare a printed address with a partner's."""
    zip_ = None
    if partner.zip and keys.loose(partner.zip):
        zip_ = bool(re.search(rf"(?<![0-9]){_spaced(keys.loose(partner.zip))}(?![0-9])", printed.plain))
    streets = [keys.plain(line) for line in (partner.street, partner.street2) if line]
    number, street = None, None
    if streets:
        results = [_street(printed.plain, line) for line in streets]
        street = any(alike for alike, _ in results)
        known = [n for _, n in results if n is not None]
        number = any(known) if known else None
    city = keys.plain(partner.city) in printed.plain if partner.city else None
    return Compared(zip_, street, city, number)


def _street(printed: str, line: str) -> tuple[bool, bool | None]:
    """(whether the page has this street with this house number, whether it has the house number)."""
    numbers = re.findall(r"\d+(?:\s?[a-z]\b)?", line)
    name = " ".join(_STREET_WORDS.sub(" ", re.sub(r"[^a-z ]", " ", re.sub(r"\d+\s?[a-z]?\b", " ", line))).split())
    # "hafenstr. 12" and "hafenstrasse 12"
    name, where = (re.sub(r"str(?:asse|aat)?\b", "str", t) for t in (name, re.sub(r"[^a-z0-9 ]", " ", printed)))
    has = all(re.search(rf"(?<![0-9]){_spaced(n)}(?![0-9])", printed) for n in numbers[:1]) if numbers else None
    alike = bool(name) and fuzz.partial_ratio(name, where) >= _ALIKE
    if not name:  # a street that is a number alone
        alike = bool(numbers)
    return alike and has is not False, has


def _spaced(text: str) -> str:
    """A pattern for these characters with any punctuation between them: 00238 also as 00-238."""
    return r"[\s.-]?".join(re.escape(c) for c in text.lower() if c.isalnum())
