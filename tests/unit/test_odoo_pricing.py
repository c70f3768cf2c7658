"""Prices by the rules of a pricelist."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

import pytest

from serving.odoo.pricing import Unpriced, price_of
from serving.odoo.records import Category, Currency, PriceItem, Pricelist, Product, Unit
from tests.odoo_orders import BOLT, DOLLARS, DOZENS, EUR, KG, PIECES, RETAIL, SHEET, TENTH, USD, D, mirror

_AT = datetime(2026, 3, 1)


def _item(id_: int, applied: str = "3_global", compute: str = "fixed", **more: Any) -> PriceItem:
    return PriceItem(id_, more.pop("pricelist", RETAIL), applied, compute, **more)


def _price(*items: Any, product: int = BOLT, quantity: object = 1, unit: int = PIECES, pricelist: int = RETAIL,
           at: datetime = _AT) -> Decimal:  # fmt: skip
    data = mirror(*items)
    article, asked = data.product(product), data.unit(unit)
    assert article is not None
    assert asked is not None
    return price_of(data, pricelist, article, D(str(quantity)), asked, at, EUR).price


def test_without_a_rule_the_sales_price() -> None:
    assert _price() == D("2.50")


def test_the_narrowest_rule_wins() -> None:
    rules = (_item(5, fixed_price=D(9)), _item(6, "2_product_category", fixed_price=D(8), categ_id=1),
             _item(7, "2_product_category", fixed_price=D(7), categ_id=3))  # fmt: skip
    assert _price(*rules) == 7
    assert _price(*rules, _item(8, "1_product", fixed_price=D(6), template_id=BOLT)) == 6
    variant = _item(9, "0_product_variant", fixed_price=D(5), product_id=BOLT)
    assert _price(*rules, _item(8, "1_product", fixed_price=D(6), template_id=BOLT), variant) == 5


def test_a_category_stands_for_those_below_it() -> None:
    assert _price(_item(5, "2_product_category", fixed_price=D(8), categ_id=1)) == 8
    assert _price(_item(5, "2_product_category", fixed_price=D(8), categ_id=3), product=SHEET, unit=KG) == 4


@pytest.mark.parametrize(("quantity", "price"), [(1, "2.50"), (9, "2.50"), (10, "2"), (99, "2"), (100, "1")])
def test_the_highest_minimum_that_is_reached(quantity: int, price: str) -> None:
    rules = [_item(5, fixed_price=D(2), min_quantity=D(10)), _item(6, fixed_price=D(1), min_quantity=D(100))]
    assert _price(*rules, quantity=quantity) == D(price)


def test_minimum_quantities_count_in_the_products_unit() -> None:
    rule = _item(5, fixed_price=D(2), min_quantity=D(12))
    assert _price(rule, quantity=1, unit=DOZENS) == 24
    assert _price(rule, quantity="0.9", unit=DOZENS) == 30


def test_a_rule_holds_from_its_first_moment_to_its_last() -> None:
    rule = _item(5, fixed_price=D(2), date_start=_AT, date_end=datetime(2026, 3, 31, 23, 59, 59))
    assert _price(rule) == 2
    assert _price(rule, at=datetime(2026, 2, 28, 23, 59, 59)) == D("2.50")
    assert _price(rule, at=datetime(2026, 4, 1)) == D("2.50")


def test_of_two_equal_rules_the_newer() -> None:
    assert _price(_item(5, fixed_price=D(2)), _item(6, fixed_price=D(3))) == 3


def test_percentage_off_the_sales_price() -> None:
    assert _price(pricelist=TENTH) == D("2.25")


def test_a_formula_rounds_before_its_surcharge() -> None:
    rule = _item(5, compute="formula", price_discount=D(13), price_round=D("0.5"), price_surcharge=D("-0.01"))
    assert _price(rule) == D("1.99")  # 2.175 is 2.0 at the nearest half


def test_a_formula_on_costs_with_a_markup() -> None:
    assert _price(_item(5, compute="formula", base="standard_price", price_discount=D(-40))) == D("1.40")


def test_margins_bound_a_formula() -> None:
    low = _item(5, compute="formula", price_discount=D(50), price_min_margin=D("-0.5"))
    high = _item(6, compute="formula", price_discount=D(-50), price_max_margin=D("0.25"))
    assert (_price(low), _price(high)) == (D("2.00"), D("2.75"))


def test_a_surcharge_is_for_the_products_unit() -> None:
    rule = _item(5, compute="formula", price_surcharge=D(1))
    assert _price(rule, quantity=2, unit=DOZENS) == 42


def test_a_pricelist_on_another_in_another_currency() -> None:
    on_dollars = _item(5, compute="formula", base="pricelist", base_pricelist_id=DOLLARS, price_discount=D(10))
    in_dollars = _item(6, fixed_price=D(5), pricelist=DOLLARS)
    assert _price(on_dollars, in_dollars) == D("3.6")


def test_sales_prices_are_converted() -> None:
    assert _price(pricelist=DOLLARS) == D("3.125")


def test_a_fixed_price_is_in_the_pricelists_own_currency() -> None:
    assert _price(_item(5, fixed_price=D(7), pricelist=DOLLARS), pricelist=DOLLARS) == 7


def test_what_the_mirror_lacks_is_no_price() -> None:
    with pytest.raises(Unpriced, match="rate"):
        _price(Currency(USD, "USD", 2), pricelist=DOLLARS)
    with pytest.raises(Unpriced, match="cost"):
        _price(_item(5, compute="formula", base="standard_price"), Product(BOLT, "Hex", PIECES, D(2), BOLT))
    with pytest.raises(Unpriced, match="Pricelist 99"):
        _price(pricelist=99)


def test_pricelists_in_a_circle_end() -> None:
    circle = _item(5, compute="formula", base="pricelist", base_pricelist_id=RETAIL)
    with pytest.raises(Unpriced):
        _price(circle)


def test_categories_in_a_circle_end() -> None:
    rule = _item(5, "2_product_category", fixed_price=D(8), categ_id=1)
    assert _price(rule, Category(2, "Metal", 3), Category(3, "Bolts", 2)) == D("2.50")


def test_an_archived_pricelist_still_says_its_price() -> None:
    assert _price(_item(5, fixed_price=D(8)), Pricelist(RETAIL, "Retail", EUR, active=False)) == 8


def test_a_unit_that_measures_something_else_changes_nothing() -> None:
    """As Odoo does; the mapping stops such a line before."""
    assert _price(Unit(KG, "kg", 2, D(1000), D("0.01")), unit=KG) == D("2.50")
