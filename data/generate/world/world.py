"""Draws countries, companies, people, products and numbers."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from data.generate.draw import draw_pair
from data.generate.world import companies, names
from data.generate.world.countries import HOME, Country
from data.generate.world.model import Address, Company, Numbering, Product
from data.generate.world.split import Split

FAMILIES: tuple[str, ...] = ("fasteners",)


def _digits(rng: Random) -> str:
    return str(rng.randrange(10**6, 10**7))


class World:
    """A source of invented contents; the same `rng` state and split give the same world."""

    def __init__(self, rng: Random, split: Split = "train") -> None:
        self.rng = rng
        self.split = split

    def country(self, lang: str) -> Country:
        """A country where documents in `lang` are at home, rarely another one."""
        return draw_pair(self.rng, HOME[lang])

    def company(self, country: Country, *, role: str | None = None) -> Company:
        """A company of `country` with all its numbers.

        `role` (buyer, seller, ship_to, bill_to) only makes the rare placeholder ("BUYER_NAME") speak of that role.
        """
        return companies.company(self.rng, country, self.split, role)

    def address(self, company: Company) -> Address:
        """Another site of `company`: warehouse, plant, c/o, P.O. box."""
        return companies.site(self.rng, company, self.split)

    def person(self, country: Country) -> str:
        """First name and surname, sometimes with a title or initials."""
        return names.person(self.rng, companies.culture_of(self.rng, country), self.split)

    def numbering(self) -> Numbering:
        """Article number styles for one document."""
        return Numbering(_digits, _digits)

    def families(self) -> tuple[str, ...]:
        """Names of the product families."""
        return FAMILIES

    def product(
        self, lang: str, country: Country, *, family: str | None = None, numbering: Numbering | None = None
    ) -> Product:
        """An article described in `lang`. Without `family` any of `families()`; without `numbering` any styles."""
        rng = self.rng
        numbering = numbering or self.numbering()
        return Product("fasteners", "Hexagon bolt DIN 933 M8x40 A2", (), numbering.buyer(rng), numbering.supplier(rng),
                       "5901234123457", "C62", Decimal("0.12"), Decimal("0.021"), "73181588", "DE")  # fmt: skip

    def order_number(self, kind: str = "order", *, day: date | None = None) -> str:
        """A document number. `kind`: order, invoice, quote, contract, customer, delivery, requisition, project,
        reference. `day` lends its year, month or day to styles that print them."""
        return f"{kind[:2].upper()}-{(day or date(2026, 1, 1)).year}-{self.rng.randrange(10**4):04d}"
