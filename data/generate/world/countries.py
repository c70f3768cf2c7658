"""Twenty countries: languages, money, tax rates, addresses, telephones."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from data.generate.draw import bars

_LANGS = ("pl", "en", "de", "fr", "es", "it", "nl", "cs")


@dataclass(frozen=True, slots=True)
class Country:
    """A country as documents show it. The patterns use # for a digit, % for a digit that is no zero, @ for a letter."""

    code: str
    """ISO 3166 code."""
    currency: str
    languages: tuple[str, ...]
    names: tuple[str, ...]
    """Its name in the eight languages of `lexicon.LANGS`, in that order."""
    tax_rates: tuple[str, ...] = ("20", "10", "0")
    """VAT rates in percent, the usual one first."""
    cultures: tuple[str, ...] = ("en",)
    """Whose personal names, streets and trades are used (a key of the word files)."""
    postal: tuple[str, ...] = ("#####",)
    places: tuple[str, ...] = ("{postal} {city}",)
    """How postal code, city and region stand together; "\\n" parts two lines."""
    streets: tuple[str, ...] = ("{street} {number}",)
    phones: tuple[str, ...] = ("+00 ## ### ####",)
    domains: tuple[str, ...] = ("com",)

    def name(self, lang: str) -> str:
        """Name in one of the eight languages."""
        return self.names[_LANGS.index(lang)]


def _read(line: str) -> Country:
    code, currency, languages, names, taxes, cultures, postal, places, streets, phones, domains = line.split("\t")
    return Country(
        code,
        currency,
        tuple(languages.split()),
        bars(names),
        tuple(taxes.split()),
        tuple(cultures.split()),
        bars(postal),
        bars(places.replace("\\n", "\n")),
        bars(streets),
        bars(phones),
        tuple(domains.split()),
    )


_FILE = Path(__file__).parent / "words" / "countries.tsv"
COUNTRIES: tuple[Country, ...] = tuple(_read(line) for line in _FILE.read_text(encoding="utf-8").splitlines())

BY_CODE: dict[str, Country] = {c.code: c for c in COUNTRIES}

HOME: dict[str, tuple[tuple[Country, float], ...]] = {
    lang: tuple((BY_CODE[code], weight) for code, weight in weights)
    for lang, weights in {
        "pl": (("PL", 96), ("DE", 1), ("CZ", 1), ("SK", 0.5)),
        "en": (
            ("US", 26),
            ("GB", 22),
            ("IE", 5),
            ("CA", 7),
            ("PL", 4),
            ("DE", 6),
            ("NL", 5),
            ("SE", 5),
            ("DK", 4),
            ("PT", 3),
            ("HU", 3),
            ("FR", 3),
            ("IT", 2),
            ("ES", 2),
            ("CZ", 2),
            ("CH", 2),
            ("BE", 2),
        ),
        "de": (("DE", 68), ("AT", 14), ("CH", 12), ("LU", 2), ("HU", 1.5), ("PL", 1), ("CZ", 1)),
        "fr": (("FR", 66), ("BE", 12), ("CH", 9), ("LU", 6), ("CA", 6)),
        "es": (("ES", 96), ("PT", 3)),
        "it": (("IT", 91), ("CH", 8)),
        "nl": (("NL", 64), ("BE", 35)),
        "cs": (("CZ", 88), ("SK", 12)),
    }.items()
}
"""Where documents in a language come from, with weights."""
