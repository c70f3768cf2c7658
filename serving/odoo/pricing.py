"""What a pricelist says a product costs, by the rules that the mirror holds.

Source of the method: `product.pricelist._compute_price_rule` and `product.pricelist.item._compute_price` of Odoo 17 to
19, compared with real servers (docs/odoo.md). The price is the net one: where the server shows a list price with a
discount beside it, ours is list price less discount.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from decimal import ROUND_HALF_UP, ROUND_UP, Decimal
from typing import Protocol

from serving.odoo.records import Category, Currency, PriceItem, Pricelist, Product, Unit

MAX_DEPTH = 8
"""Pricelists that rest on pricelists; Odoo refuses loops, a half-synced mirror may hold one."""
_HUNDRED = Decimal(100)


class PriceData(Protocol):
    """The part of the mirror that prices need."""

    def unit(self, id_: int) -> Unit | None: ...
    def category(self, id_: int) -> Category | None: ...
    def pricelist(self, id_: int) -> Pricelist | None: ...
    def currency(self, id_: int) -> Currency | None: ...
    def price_items(self, pricelist_id: int, product: Product | None = None) -> Sequence[PriceItem]: ...


@dataclass(frozen=True, slots=True)
class Priced:
    """A price for one of the unit that was asked for, in the pricelist's currency, not rounded."""

    price: Decimal
    currency_id: int
    item_id: int | None
    """The rule that gave it; None for the product's own sales price."""


class Unpriced(Exception):
    """The mirror lacks what the price rests on: a rate, a cost, a unit, a pricelist."""


def price_of(
    data: PriceData, pricelist_id: int, product: Product, quantity: Decimal, unit: Unit, at: datetime, currency_id: int
) -> Priced:
    """The price of one `unit` of `product` when `quantity` of it are ordered `at` (UTC, without a zone).

    Args:
        currency_id: the currency of sales prices and costs, which is the company's.

    Raises:
        Unpriced: something that the rule rests on is unknown.
    """
    return _price(data, pricelist_id, _Asked(product, quantity, unit, at, currency_id), 0)


@dataclass(frozen=True, slots=True)
class _Asked:
    product: Product
    quantity: Decimal
    unit: Unit
    at: datetime
    company_currency: int


def _price(data: PriceData, pricelist_id: int, asked: _Asked, depth: int) -> Priced:
    pricelist = data.pricelist(pricelist_id)
    if pricelist is None or depth > MAX_DEPTH:
        raise Unpriced(f"Pricelist {pricelist_id} is not in the mirror.")
    own = data.unit(asked.product.uom_id)
    if own is None:
        raise Unpriced(f"The unit of {asked.product.name} is not in the mirror.")
    rule = _rule(data, pricelist_id, asked, own)
    if rule is None:
        return Priced(_base(data, None, pricelist, asked, own, depth), pricelist.currency_id, None)
    return Priced(_by_rule(data, rule, pricelist, asked, own, depth), pricelist.currency_id, rule.id)


def _rule(data: PriceData, pricelist_id: int, asked: _Asked, own: Unit) -> PriceItem | None:
    """The first rule that holds, in Odoo's order: narrowest target, highest quantity, deepest category, newest."""
    ancestry = _ancestry(data, asked.product.categ_id)
    quantity = in_unit(asked.quantity, asked.unit, own) if asked.unit.category == own.category else asked.quantity
    fitting = (i for i in data.price_items(pricelist_id, asked.product) if _applies(i, asked, quantity, ancestry))
    depth = {id_: at for at, id_ in enumerate(ancestry)}

    def tried(item: PriceItem) -> tuple[str, Decimal, int, int]:
        return item.applied_on, -item.min_quantity, depth.get(item.categ_id, 0), -item.id

    return min(fitting, key=tried, default=None)


def _applies(item: PriceItem, asked: _Asked, quantity: Decimal, ancestry: list[int | None]) -> bool:
    if item.date_start is not None and asked.at < item.date_start:
        return False
    if item.date_end is not None and asked.at > item.date_end:
        return False
    if item.min_quantity and quantity < item.min_quantity:
        return False
    if item.applied_on == "0_product_variant":
        return item.product_id == asked.product.id
    if item.applied_on == "1_product":
        return item.template_id == asked.product.template_id
    if item.applied_on == "2_product_category":
        return item.categ_id in ancestry
    return item.applied_on == "3_global"


def _ancestry(data: PriceData, category_id: int | None) -> list[int | None]:
    """The category and those above it, nearest first."""
    out: list[int | None] = []
    while category_id is not None and category_id not in out:
        out.append(category_id)
        category = data.category(category_id)
        category_id = category.parent_id if category else None
    return out


def _by_rule(data: PriceData, rule: PriceItem, pricelist: Pricelist, asked: _Asked, own: Unit, depth: int) -> Decimal:
    if rule.compute_price == "fixed":
        return per_unit(rule.fixed_price, own, asked.unit)
    base = _base(data, rule, pricelist, asked, own, depth)
    if rule.compute_price == "percentage":
        return base - base * rule.percent_price / _HUNDRED
    price = base - base * rule.price_discount / _HUNDRED
    if rule.price_round:
        price = to_multiple(price, rule.price_round)
    if rule.price_surcharge:
        price += per_unit(rule.price_surcharge, own, asked.unit)
    if rule.price_min_margin:
        price = max(price, base + per_unit(rule.price_min_margin, own, asked.unit))
    if rule.price_max_margin:
        price = min(price, base + per_unit(rule.price_max_margin, own, asked.unit))
    return price


def _base(
    data: PriceData, rule: PriceItem | None, pricelist: Pricelist, asked: _Asked, own: Unit, depth: int
) -> Decimal:
    kind = rule.base if rule is not None else "list_price"
    if kind == "pricelist" and rule is not None and rule.base_pricelist_id is not None:
        other = _price(data, rule.base_pricelist_id, asked, depth + 1)
        return _converted(data, other.price, other.currency_id, pricelist.currency_id)
    amount = asked.product.cost if kind == "standard_price" else asked.product.list_price
    if amount is None:
        raise Unpriced(f"The cost of {asked.product.name} is not in the mirror.")
    price = per_unit(amount, own, asked.unit)
    return _converted(data, price, asked.company_currency, pricelist.currency_id)


def _converted(data: PriceData, amount: Decimal, source: int, target: int) -> Decimal:
    if source == target:
        return amount
    rates = [c.rate if (c := data.currency(id_)) is not None else None for id_ in (source, target)]
    if not rates[0] or not rates[1]:
        raise Unpriced("The rate between the product's currency and the pricelist's is not in the mirror.")
    return amount * rates[1] / rates[0]


def per_unit(price: Decimal, of: Unit, to: Unit) -> Decimal:
    """A price for one `of` as a price for one `to`; as it is where the two measure different things, as Odoo does."""
    return price * to.factor / of.factor if of.category == to.category and of.id != to.id else price


def in_unit(quantity: Decimal, of: Unit, to: Unit, *, exact: bool = False) -> Decimal:
    """A quantity in `of` in `to` of the same category, rounded up to `to.rounding` as Odoo does unless `exact`."""
    if of.category != to.category:
        raise ValueError(f"{of.name} and {to.name} measure different things")
    converted = quantity if of.id == to.id else quantity * of.factor / to.factor
    if exact or not to.rounding:
        return converted
    # A remainder of the division's 28 digits must not round a whole number up.
    steps = (converted / to.rounding).quantize(Decimal(1).scaleb(-9), ROUND_HALF_UP)
    return steps.to_integral_value(ROUND_UP) * to.rounding


def to_multiple(value: Decimal, step: Decimal) -> Decimal:
    """`value` at the nearest multiple of `step`, halves away from zero (`float_round`)."""
    return (value / step).to_integral_value(ROUND_HALF_UP) * step
