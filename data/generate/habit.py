"""How one document writes numbers, money and dates."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from random import Random

from data.generate.world.countries import Country


@dataclass(frozen=True, slots=True)
class Habit:
    """Printing habits, constant over one document."""

    lang: str
    currency: str
    decimal: str = ","
    grouping: str = " "
    currency_display: str = "none"
    """code, symbol, word (all beside amounts), head (only in column heads and captions), none."""

    @classmethod
    def draw(cls, rng: Random, lang: str, country: Country) -> Habit:
        """Habits likely in `country`, now and then foreign ones."""
        return cls(lang, country.currency)

    def amount(self, value: Decimal) -> str:
        """An amount with the document's amount decimals."""
        return f"{value:,.2f}".replace(",", "\0").replace(".", self.decimal).replace("\0", self.grouping)

    def price(self, value: Decimal) -> str:
        """A unit price with the document's price decimals."""
        return self.amount(value)

    def quantity(self, value: Decimal) -> str:
        """A quantity: 12, 12,00, 1 200."""
        return f"{value.normalize():f}".replace(".", self.decimal)

    def percent(self, value: Decimal) -> str:
        """A percentage, with or without its sign."""
        return f"{value.normalize():f}".replace(".", self.decimal) + "%"

    def date(self, day: date) -> str:
        """A date in the document's style."""
        return day.strftime("%d.%m.%Y")

    def money(self, value: Decimal) -> str:
        """An amount with the currency where the document prints it beside amounts."""
        return self.amount(value)
