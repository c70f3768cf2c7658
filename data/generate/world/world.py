"""Draws countries, companies, people, products and numbers."""

from __future__ import annotations

from datetime import date
from random import Random

from data.generate.draw import draw_pair
from data.generate.world import companies, names, numbers, products
from data.generate.world.countries import HOME, Country
from data.generate.world.model import Address, Company, Numbering, Product
from data.generate.world.split import Split


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
        return products.numbering(self.rng, self.split)

    def families(self) -> tuple[str, ...]:
        """Names of the product families that have articles in this split."""
        return tuple(products.families(self.split))

    def product(
        self, lang: str, country: Country, *, family: str | None = None, numbering: Numbering | None = None
    ) -> Product:
        """An article described in `lang`. Without `family` any of `families()`; without `numbering` any styles."""
        return products.product(self.rng, self.split, lang, country, family, numbering or self.numbering())

    def order_number(self, kind: str = "order", *, day: date | None = None) -> str:
        """A document number. `kind`: order, invoice, quote, contract, customer, delivery, requisition, project, sales,
        reference. `day` lends its year, month or day to styles that print them."""
        return numbers.document_number(self.rng, kind, self.split, day)
