"""What the mapping asks of the mirror. Ids that are not there give None: a mirror may be older than a match."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from serving.odoo.pricing import PriceData
from serving.odoo.records import Company, Currency, Packaging, Partner, Pricelist, Product, Tax, Term


class MasterData(PriceData, Protocol):
    """The part of the mirror that orders are mapped by."""

    def company(self, id_: int) -> Company | None: ...
    def companies(self) -> Sequence[Company]: ...
    def partner(self, id_: int) -> Partner | None: ...
    def product(self, id_: int) -> Product | None: ...
    def packaging(self, id_: int) -> Packaging | None: ...
    def tax(self, id_: int) -> Tax | None: ...
    def pricelists(self) -> Sequence[Pricelist]: ...
    def currency_by_code(self, code: str) -> Currency | None: ...
    def payment_terms(self) -> Sequence[Term]: ...
    def incoterms(self) -> Sequence[Term]: ...


@dataclass(frozen=True, slots=True)
class Server:
    """What differs between servers and decides what a value becomes when it is written."""

    quantity_digits: int = 2
    """Decimals that a quantity keeps (`decimal.precision`: Product Unit of Measure, from 19 Product Unit)."""
    discount_digits: int = 2
    price_digits: int | None = 2
    """Decimals that a price keeps; None where it keeps all (19)."""
    any_unit: bool = True
    """Up to 18 a line may use any unit of the product's category; in 19 only the product's own and its `unit_ids`."""
