"""The customer's price beside the pricelist's. Neither takes the other's place without being said."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal

from serving.odoo.mapping.amounts import plain, rounded, shown
from serving.odoo.mapping.codes import finding
from serving.odoo.mapping.masterdata import MasterData
from serving.odoo.mapping.options import Rules
from serving.odoo.pricing import Unpriced, price_of
from serving.odoo.proposal import Finding
from serving.odoo.records import Currency, Product, Unit

_HUNDRED = Decimal(100)


@dataclass(frozen=True, slots=True)
class Terms:
    """What prices of an order are compared in. `pricelist_id` None compares with the products' sales prices."""

    pricelist_id: int | None
    currency: Currency | None
    company_currency_id: int | None
    at: datetime


def list_price(
    master: MasterData, terms: Terms, product: Product, quantity: Decimal, unit: Unit
) -> tuple[Decimal | None, str]:
    """The pricelist's net price for one `unit`, in the order's currency, or None with the reason."""
    if terms.company_currency_id is None or terms.currency is None:
        return None, "The currency of the order or of the company is not known."
    try:
        if terms.pricelist_id is not None:
            priced = price_of(
                master, terms.pricelist_id, product, abs(quantity), unit, terms.at, terms.company_currency_id
            )
            if priced.currency_id != terms.currency.id:
                return None, "The pricelist has another currency than the order."
            return plain(priced.price), ""
    except Unpriced as missing:
        return None, str(missing)
    if terms.currency.id != terms.company_currency_id:
        return None, "There is no pricelist in the order's currency."
    own = master.unit(product.uom_id)
    if own is None or own.category != unit.category:
        return None, "The product's unit is not in the mirror."
    return plain(product.list_price * unit.factor / own.factor), ""


def compare(
    price: Decimal, discount: Decimal, listed: Decimal, unit: Unit, rules: Rules, *, line: int
) -> Iterator[Finding]:
    """The difference between the customer's net price and the pricelist's, both for one `unit`."""
    percent = off(price, discount, listed)
    if percent == 0:
        return
    net, digits = price * (1 - discount / _HUNDRED), _digits(price)
    beyond = percent is None or abs(percent) > rules.price_tolerance
    difference = "the pricelist has none" if percent is None else f"{percent:+.1f} %"
    mine, theirs = shown(rounded(net, max(digits, 4))), shown(rounded(listed, 4))
    message = f"The customer's price is {mine} for one {unit.name}, the pricelist's {theirs}: {difference}."
    code = "price_differs" if beyond else "price_within_tolerance"
    severity = rules.price_beyond if beyond else None
    yield finding(code, message, line=line, field="unit_price", severity=severity)


def off(price: Decimal, discount: Decimal, listed: Decimal) -> Decimal | None:
    """Per cent by which a price less discount differs from the pricelist's; None where that one is 0 and this is not.

    0 where both are the same to the decimals that are printed.
    """
    net, digits = price * (1 - discount / _HUNDRED), _digits(price)
    if net == listed or rounded(net, digits) == rounded(listed, digits):
        return Decimal(0)
    return (net - listed) / listed * _HUNDRED if listed else None


def _digits(price: Decimal) -> int:
    return max(2, -int(plain(price).as_tuple().exponent))
