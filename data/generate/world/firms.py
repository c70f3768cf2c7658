"""Names of companies and what test forms print instead.

Every name holds at least one proper word (surname, town, invented root, initials) that belongs to one split only.
"""

from __future__ import annotations

from functools import cache
from random import Random
from typing import NamedTuple

from data.generate.draw import pick
from data.generate.world import plain
from data.generate.world.names import full_name, root, surname, words
from data.generate.world.split import Split, is_heldout, part, table

_LETTERS = "ABCDEFGHIJKLMNOPRSTUWZ"


@cache
def _initials(split: Split) -> tuple[str, ...]:
    return part((a + b for a in _LETTERS for b in _LETTERS), split)


class Trade(NamedTuple):
    """A company's name: with and without its legal form."""

    name: str
    short: str
    form: str


_PARTNER = {
    "de": ("{} & Söhne", "Gebr. {}", "{} & Partner", "{} & Co."),
    "fr": ("{} & Fils", "{} Frères", "{} et Associés"),
    "es": ("Hermanos {}", "{} e Hijos", "Hijos de {}"),
    "it": ("Fratelli {}", "F.lli {}", "{} & Figli"),
    "nl": ("Gebr. {}", "{} & Zonen", "{} en Zn."),
    "pl": ("Bracia {}", "{} i Synowie", "{} i Wspólnicy"),
    "cs": ("{} a syn", "Bratři {}"),
    "en": ("{} & Sons", "{} Bros.", "{} Brothers", "{} & Co", "{} and Partners"),
}


def company(rng: Random, culture: str, split: Split, place: str) -> Trade:
    """A company's name. `place` is its town, for names that hold it."""
    lists = table("trade")
    short = _short(rng, culture, split, place)
    x = rng.random()
    if x < 0.13:
        short = short.upper()
    elif x < 0.15:
        short = f"\u201e{short}\u201d" if culture == "pl" else f'"{short}"'
    if rng.random() < 0.1:
        return Trade(short, short, "")
    form = pick(rng, lists[culture, "form"])
    if form.startswith(", "):
        return Trade(short + form, short, form[2:])
    if culture == "fr" and rng.random() < 0.25:
        return Trade(f"{form} {short}", short, form)
    comma = ", " if culture in ("cs", "es", "en") and rng.random() < 0.25 else " "
    return Trade(f"{short}{comma}{form}", short, form)


def _short(rng: Random, culture: str, split: Split, place: str) -> str:
    lists = table("trade")
    if rng.random() < 0.12:
        return plain.name(rng, culture, split, place)
    trades, fields = words("trade", culture, split), lists[culture, "field"]
    x = rng.random()
    if x < 0.24:
        stem = root(rng, split) + (pick(rng, lists[culture, "tail"]) if rng.random() < 0.6 else "")
        if rng.random() < 0.1:
            stem = stem[:3] + stem[3:4].upper() + stem[4:]
        return stem if rng.random() < 0.5 else f"{stem} {pick(rng, fields)}"
    if x < 0.42:
        return f"{pick(rng, trades)} {surname(rng, culture, split)}"
    if x < 0.50:
        return f"{surname(rng, culture, split)} {pick(rng, fields)}"
    if x < 0.58:
        pattern = pick(rng, _PARTNER.get(culture, _PARTNER["en"]))
        return pattern.format(surname(rng, culture, split))
    if x < 0.64:
        sign = pick(rng, (" & ", " & ", "-", " und " if culture == "de" else " + ", "/"))
        return f"{surname(rng, culture, split)}{sign}{surname(rng, culture, split)}"
    if x < 0.72:
        return f"{pick(rng, trades)} {root(rng, split)}"
    if x < 0.82:
        return _acronym(rng, split) + (f" {pick(rng, fields)}" if rng.random() < 0.7 else "")
    if x < 0.87:
        return f"{pick(rng, trades)} {place}"
    if x < 0.91:
        return f"{root(rng, split)} {pick(rng, lists['en', 'field'])}"
    if x < 0.94:
        return f"{root(rng, split)}-{root(rng, split)}"
    first, last = full_name(rng, culture, split)
    return f"{first} {last} {pick(rng, trades)}" if x < 0.97 else f"{pick(rng, trades)} {first} {last}"


def _acronym(rng: Random, split: Split) -> str:
    two = pick(rng, _initials(split))
    x = rng.random()
    if x < 0.4:
        # Three letters with a vowel between could be an invented root of the other split ("HAK", "Hak").
        return two + pick(rng, _LETTERS) + (pick(rng, "BCDFGKLMPTZ") if x < 0.12 or two[1] in "AEIOU" else "")
    if x < 0.55:
        return f"{two[0]}&{two[1]}"
    if x < 0.65:
        return f"{two[0]}.{two[1]}.{pick(rng, _LETTERS)}."
    if x < 0.75:
        return f"{two}{1 + int(rng.random() * 99)}"
    if x < 0.85:
        return f"{1 + int(rng.random() * 9)}{two}"
    return f"{two}-{root(rng, split)}"


_ROLES = (
    "CUSTOMER",
    "BUYER",
    "CLIENT",
    "VENDOR",
    "SUPPLIER",
    "SELLER",
    "CONSIGNEE",
    "RECIPIENT",
    "PARTY",
    "COMPANY",
    "ORDERER",
    "PURCHASER",
    "PAYER",
    "ISSUER",
    "DELIVERY",
    "SHIP_TO",
    "BILL_TO",
    "INVOICEE",
    "ACCOUNT",
    "PARTNER",
    "ORG",
    "DEMO",
    "SAMPLE",
    "TEST",
    "SITE",
    "SHOP",
    "STORE",
    "FIRM",
    "CONTRACTOR",
    "ENTITY",
    "ACME",
    "MUSTER",
)
_OF_ROLE = {
    "buyer": ("BUYER", "CUSTOMER", "CLIENT", "PURCHASER", "ORDERER"),
    "seller": ("VENDOR", "SUPPLIER", "SELLER"),
    "ship_to": ("SHIP_TO", "CONSIGNEE", "DELIVERY", "RECIPIENT"),
    "bill_to": ("BILL_TO", "INVOICEE", "PAYER"),
}
_NAME_WORDS = (
    "NAME",
    "NAME_1",
    "NAME 1",
    "COMPANY",
    "COMPANY_NAME",
    "TRADING_NAME",
    "LTD",
    "ORGANISATION",
    "01",
    "A",
    "GMBH",
    "LEGAL_NAME",
    "NAME_LINE_1",
    "X",
    "NAME1",
    "CORP",
)


@cache
def _placeholders(role: str | None, split: Split) -> tuple[tuple[str, str], ...]:
    fitting = _OF_ROLE.get(role or "", _ROLES)
    found = tuple(
        (r, w) for r in fitting for w in _NAME_WORDS if is_heldout(f"{r} {w}".replace("_", " ")) == (split == "heldout")
    )
    return found or _placeholders(None, split)


def placeholder(rng: Random, split: Split, role: str | None) -> tuple[str, str]:
    """A test form's stand-in for a company name ("BUYER_NAME_1", "Sample Company 01") and its role word."""
    stem, word = pick(rng, _placeholders(role, split))
    x = rng.random()
    if x < 0.6:
        return f"{stem}_{word}".replace("_", "_" if x < 0.4 else " "), stem
    if x < 0.8:
        return f"{stem.title().replace('_', ' ')} {word.title().replace('_', ' ')}", stem
    return f"{word} {stem}".replace("_", " "), stem
