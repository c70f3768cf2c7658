"""Names of people, towns and streets, from word lists and small grammars.

Every name holds at least one proper word (surname, town, invented root) that belongs to one split only.
"""

from __future__ import annotations

from functools import cache
from random import Random

from data.generate.draw import pick
from data.generate.world import plain
from data.generate.world.split import Split, is_heldout, part, table

_FRONT = (
    "b",
    "c",
    "d",
    "f",
    "g",
    "h",
    "k",
    "l",
    "m",
    "n",
    "p",
    "r",
    "s",
    "t",
    "v",
    "w",
    "z",
    "j",
    "br",
    "st",
    "tr",
    "kl",
    "pl",
    "gr",
)
_BACK = ("b", "d", "g", "k", "l", "m", "n", "p", "r", "s", "t", "v", "x", "z")


@cache
def roots(split: Split) -> tuple[str, ...]:
    """Invented first syllables ("Vel", "Kor", "Stan")."""
    return part((f"{a}{v}{b}".capitalize() for a in _FRONT for v in "aeiou" for b in _BACK), split)


@cache
def words(kind: str, owner: str, split: Split) -> tuple[str, ...]:
    name = {"surname": "people", "town": "places", "street": "places", "trade": "trade"}[kind]
    return tuple(w for w in table(name)[owner, kind] if is_heldout(w.partition(", ")[0]) == (split == "heldout"))


@cache
def _listed() -> frozenset[str]:
    """Real names, lower case: an invented one must not hit one, which may belong to the other split."""
    people, places = table("people"), table("places")
    found = {w for (_, kind), listed in people.items() if kind == "surname" for w in listed}
    found |= {w.partition(", ")[0] for (_, kind), listed in places.items() if kind == "town" for w in listed}
    return frozenset(w.casefold() for w in found)


def root(rng: Random, split: Split) -> str:
    """An invented word of one to three syllables."""
    word = pick(rng, roots(split))
    x = rng.random()
    if x < 0.75:
        word += pick(
            rng, ("a", "e", "i", "o", "en", "er", "an", "is", "on", "or", "ar", "u", "y", "ia", "io", "ex", "al")
        )
    if x < 0.25:
        word += pick(rng, ("n", "s", "x", "r", "ta", "va", "lis", "dor", "na", "ra", "cor", "tis", "max", "nov", "ro"))
    return word if word.casefold() not in _listed() else f"{word}ix"


def surname(rng: Random, culture: str, split: Split) -> str:
    """A surname, one in four invented."""
    if rng.random() < 0.25:
        name = pick(rng, roots(split)) + pick(rng, table("people")[culture, "ending"])
        if name.casefold() not in _listed():
            return name
    return pick(rng, words("surname", culture, split))


def full_name(rng: Random, culture: str, split: Split) -> tuple[str, str]:
    """First name and surname; surnames take their feminine form in Polish and Czech."""
    last = surname(rng, culture, split)
    if rng.random() < 0.5:
        return pick(rng, table("people")[culture, "male"]), last
    first = pick(rng, table("people")[culture, "female"])
    if culture == "pl" and last[-3:] in ("ski", "cki", "zki"):
        last = last[:-1] + "a"
    elif culture == "cs":
        last = _ova(last)
    return first, last


def _ova(last: str) -> str:
    if last.endswith("ý"):
        return last[:-1] + "á"
    if last.endswith(("í", "ová", "á")):
        return last
    return last[:-1] + "ová" if last[-1] in "ae" else last[:-2] + "ková" if last.endswith("ek") else last + "ová"


_MR = {
    "pl": ("Pan", "Pani", "P.", "mgr inż.", "mgr", "inż.", "dr"),
    "de": ("Herr", "Frau", "Hr.", "Fr.", "Dr.", "Dipl.-Ing."),
    "fr": ("M.", "Mme", "Mr", "Monsieur", "Madame"),
    "es": ("Sr.", "Sra.", "D.", "Dña.", "Dr."),
    "it": ("Sig.", "Sig.ra", "Dott.", "Dott.ssa", "Ing.", "Geom."),
    "nl": ("dhr.", "mevr.", "De heer", "Mw.", "ir."),
    "cs": ("pan", "paní", "Ing.", "Mgr.", "Bc."),
    "en": ("Mr", "Mrs", "Ms.", "Mr.", "Dr."),
}


def person(rng: Random, culture: str, split: Split) -> str:
    """A person as documents name one: plain, with initial, title, reversed or in capitals."""
    first, last = full_name(rng, culture, split)
    x = rng.random()
    if x < 0.72:
        return f"{first} {last}"
    if x < 0.78:
        return f"{first[0]}. {last}"
    if x < 0.83:
        return f"{last} {first}" if x < 0.81 else f"{last}, {first}"
    if x < 0.90:
        return f"{pick(rng, _MR.get(culture, _MR['en']))} {last if x < 0.86 else f'{first} {last}'}"
    if x < 0.94:
        return f"{first} {last}".upper()
    if x < 0.97:
        return f"{first} {last[0]}."
    return f"{first} {last}-{surname(rng, culture, split)}"


def town(rng: Random, country: str, split: Split) -> tuple[str, str]:
    """A town and its region (state, province; empty elsewhere), one in five invented."""
    if rng.random() < 0.2:
        name = pick(rng, roots(split)) + pick(rng, table("places")[country, "suffix"])
        if name.casefold() not in _listed():
            return name, _region(rng, country)
    name, _, region = pick(rng, words("town", country, split)).partition(", ")
    return name, region or _region(rng, country)


_STATES = (
    "AL",
    "AZ",
    "CA",
    "CO",
    "CT",
    "FL",
    "GA",
    "IA",
    "IL",
    "IN",
    "KS",
    "KY",
    "MA",
    "MD",
    "MI",
    "MN",
    "MO",
    "NC",
    "NE",
    "NJ",
    "NY",
    "OH",
    "OR",
    "PA",
    "SC",
    "TN",
    "TX",
    "UT",
    "VA",
    "WA",
    "WI",
)
_REGIONS = {
    "US": _STATES,
    "CA": ("ON", "QC", "BC", "AB", "MB", "NS", "NB", "SK"),
    "IT": (
        "MI",
        "BG",
        "BS",
        "TO",
        "VR",
        "PD",
        "BO",
        "MO",
        "RE",
        "VI",
        "TV",
        "FI",
        "RM",
        "NA",
        "BA",
        "VA",
        "MB",
        "CO",
        "AN",
        "PR",
        "UD",
        "CN",
    ),
}


def _region(rng: Random, country: str) -> str:
    known = _REGIONS.get(country)
    return pick(rng, known) if known else ""


def street(rng: Random, culture: str, split: Split) -> str:
    """A street without its number, now and then named after a person or an ordinary word."""
    if rng.random() < 0.08:
        return plain.street(rng, culture, split)
    if rng.random() < 0.12:
        last = surname(rng, culture, split)
        return {
            "pl": last,
            "de": f"{last.replace(' ', '-')}straße",
            "fr": f"rue {last}",
            "es": f"Calle {last}",
            "it": f"Via {last}",
            "nl": f"{last.split()[-1].capitalize()}straat",
            "cs": f"{last}ova",
            "en": f"{last} Street",
            "sv": f"{last}gatan",
            "pt": f"Rua {last}",
            "hu": f"{last} utca",
        }[culture]
    return pick(rng, words("street", culture, split))
