"""What the world is made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from data.generate.world.countries import Country


@dataclass(frozen=True, slots=True)
class Address:
    """A postal address without the company's name."""

    extra: tuple[str, ...]
    """Lines between name and street: department, building, c/o, gate; often empty."""
    street: str
    postal: str
    city: str
    region: str
    """State, province or county where the country prints one, else empty."""
    country: Country
    place: str
    """Postal code, city and region as the country writes them; "\\n" parts two lines."""

    def lines(self) -> tuple[str, ...]:
        """Extra lines, street, place (two lines where the country parts town and code); without the country."""
        return (*self.extra, self.street, *self.place.split("\n"))


@dataclass(frozen=True, slots=True)
class Company:
    """A made-up company, public body or person. Numbers have valid check digits where their country defines any."""

    name: str
    """Full name with its legal form, as printed on one line."""
    short: str
    """Name without legal form, for letterheads, e-mails, signatures."""
    legal_form: str
    home: Address
    vat_id: str
    tax_no: str
    gln: str
    email: str
    phone: str
    fax: str
    web: str
    iban: str
    bic: str
    bank: str
    register: str
    capital: str
    manager: str
    people: tuple[str, ...]
    kind: str = "company"
    """company, person, public or placeholder."""

    @property
    def country(self) -> Country:
        return self.home.country

    @property
    def street(self) -> str:
        return self.home.street

    @property
    def extra(self) -> tuple[str, ...]:
        return self.home.extra

    @property
    def postal(self) -> str:
        return self.home.postal

    @property
    def city(self) -> str:
        return self.home.city

    @property
    def region(self) -> str:
        return self.home.region


@dataclass(frozen=True, slots=True)
class Numbering:
    """How one document numbers its articles: pass the same object for all its products."""

    buyer: Callable[[Random], str]
    supplier: Callable[[Random], str]


@dataclass(frozen=True, slots=True)
class Product:
    """One article or service."""

    family: str
    name: str
    extra_lines: tuple[str, ...]
    buyer_no: str
    supplier_no: str
    gtin: str
    unit: str
    """UN/ECE Rec 20 code."""
    price: Decimal
    """Per one unit, up to four decimals."""
    weight: Decimal
    """Kilograms per unit; 0 for services."""
    customs_code: str
    origin: str
    """ISO country code."""
    whole: bool = True
    """Quantities are whole numbers."""
    typical: int = 10
    """A usual order quantity."""
