"""Twenty countries: languages, money, addresses."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Country:
    """A country as documents show it."""

    code: str
    currency: str
    languages: tuple[str, ...]
    names: tuple[str, ...]
    """Its name in the eight languages of `lexicon.LANGS`, in that order."""
    tax_rates: tuple[str, ...] = ("20", "10", "0")
    """VAT rates in percent, the usual one first."""

    def name(self, lang: str) -> str:
        """Name in one of the eight languages."""
        return self.names[("pl", "en", "de", "fr", "es", "it", "nl", "cs").index(lang)]


COUNTRIES: tuple[Country, ...] = (
    Country("PL", "PLN", ("pl",), ("Polska", "Poland", "Polen", "Pologne", "Polonia", "Polonia", "Polen", "Polsko"),
            ("23", "8", "5", "0")),
)  # fmt: skip
