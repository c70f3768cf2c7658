"""Items: product, quantity and unit, price, discount, tax, amount."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from serving.odoo.mapping import Server
from serving.odoo.records import Product, Unit
from tests.odoo_orders import (
    BOLT,
    DOZENS,
    GRAMS,
    INTERNAL,
    KG,
    OLD,
    OTHER,
    PIECES,
    SHEET,
    WIRE,
    D,
    bolt,
    bound,
    bound_line,
    codes,
    line,
    matches,
    mirror,
    order,
    proposed,
    rules,
    the,
    unbound,
)


def _one(fields: dict[str, Any], *, product: int = BOLT, unit: int | None = PIECES, server: Server | None = None,
         options: Any = None, customer: int | None = None, **match: Any) -> Any:  # fmt: skip
    """The proposal of one bolt line with `fields` changed."""
    who = None if customer is None else bound(customer)
    matched = matches(bound_line(product=product, unit=unit, **match), customer=who)
    return proposed(order(bolt(**fields)), matched, options, server)


def test_a_plain_order_has_nothing_to_weigh() -> None:
    made = proposed()
    assert made.findings == ()
    assert (made.lines[0].product_id, made.lines[0].quantity, made.lines[0].price_unit) == (BOLT, D(10), D("2.5"))
    assert made.expected_net == 25


def test_the_discount_is_always_explicit() -> None:
    """Trap 3: a pricelist's own discount would land on top of the price."""
    assert proposed().lines[0].discount == 0
    assert _one({"discount_percent": "10", "line_amount": "22.50"}).lines[0].discount == 10


def test_a_printed_minus_of_a_discount_is_no_surcharge() -> None:
    made = _one({"discount_percent": "-10", "line_amount": "22.50"})
    assert (made.lines[0].discount, made.expected_net) == (10, D("22.50"))


@pytest.mark.parametrize("percent", ["101", "1000"])
def test_an_impossible_discount_stops(percent: str) -> None:
    assert the(_one({"discount_percent": percent, "line_amount": None}), "discount_invalid").severity == "stop"


def test_decimals_that_odoo_cuts_are_noticed() -> None:
    """Trap 13."""
    made = _one({"quantity": "1.2345", "unit_price": "2.50", "line_amount": None})
    assert made.lines[0].quantity == D("1.23")
    assert "1.2345 Units would become 1.23" in the(made, "quantity_rounded").message
    assert made.stopped
    assert "discount_rounded" in codes(_one({"discount_percent": "12.345", "line_amount": None}), "stop")


def test_a_price_that_odoo_cuts_stops_where_it_costs_a_cent() -> None:
    fields = {"quantity": 1000, "unit_price": "0.0123", "line_amount": "12.30"}
    assert "price_rounded" in codes(_one(fields, server=Server(price_digits=2)), "stop")
    assert "price_rounded" not in codes(_one(fields, server=Server(price_digits=None)))
    free = {"quantity": 1, "unit_price": "2.501", "line_amount": "2.50"}
    assert "price_rounded" not in codes(_one(free, server=Server(price_digits=2)))


def test_a_price_per_hundred_is_written_for_one() -> None:
    made = _one({"quantity": 200, "unit_price": "250.00", "price_base_quantity": 100, "line_amount": "500.00"})
    assert (made.lines[0].price_unit, made.lines[0].printed_price) == (D("2.5"), D("250.00"))
    assert codes(made) == {"price_base"}
    assert made.expected_net == 500


def test_a_price_base_of_zero_is_none() -> None:
    assert "check_failed" in codes(_one({"price_base_quantity": 0, "line_amount": None}), "stop")


def test_dozens_stay_dozens_where_the_server_takes_them() -> None:
    made = _one({"quantity": 2, "unit": "DZN", "unit_price": "30.00", "line_amount": "60.00"}, unit=DOZENS)
    assert (made.lines[0].quantity, made.lines[0].unit_id, made.lines[0].list_price) == (2, DOZENS, 30)
    assert made.findings == ()


def test_dozens_become_pieces_where_the_server_would_not_take_them() -> None:
    fields = {"quantity": 2, "unit": "DZN", "unit_price": "30.00", "line_amount": "60.00"}
    made = _one(fields, unit=DOZENS, server=Server(any_unit=False, price_digits=None))
    assert (made.lines[0].quantity, made.lines[0].unit_id, made.lines[0].price_unit) == (24, PIECES, D("2.5"))
    assert (made.lines[0].printed_quantity, made.lines[0].printed_unit) == (2, "DZN")
    assert "2 DZN is 24 Units, 30 for one DZN is 2.50 for one Units" in the(made, "unit_converted").message
    assert made.expected_net == 60


def test_a_unit_that_the_product_lists_stays() -> None:
    fields = {"quantity": 2, "unit": "DZN", "unit_price": "120.00", "line_amount": "240.00"}
    made = _one(fields, product=WIRE, unit=DOZENS, server=Server(any_unit=False, price_digits=None))
    assert (made.lines[0].quantity, made.lines[0].unit_id, made.lines[0].price_unit) == (2, DOZENS, 120)


def test_a_carton_of_twenty_turns_quantity_and_price_together() -> None:
    made = _one({"quantity": 3, "unit": "XCT", "unit_price": "50.00", "line_amount": "150.00"}, factor=D(20))
    assert (made.lines[0].quantity, made.lines[0].price_unit, made.expected_net) == (60, D("2.5"), 150)
    assert "unit_converted" in codes(made, "note")


def test_grams_of_what_is_sold_by_the_kilogram() -> None:
    fields = {"quantity": 2500, "unit": "GRM", "unit_price": "0.004", "line_amount": "10.00"}
    made = _one(fields, product=SHEET, unit=GRAMS, server=Server(any_unit=False, price_digits=None))
    assert (made.lines[0].quantity, made.lines[0].unit_id, made.lines[0].price_unit) == (D("2.5"), KG, 4)


@pytest.mark.parametrize(
    ("problem", "code"),
    [("unknown_unit", "unit_unknown"), ("other_category", "unit_other_category"), ("ambiguous_unit", "unit_ambiguous")],
)
def test_a_unit_that_is_not_clear_stops_and_nothing_is_guessed(problem: str, code: str) -> None:
    made = _one({"unit": "KGM"}, unit=None, unit_problem=problem)
    assert the(made, code).severity == "stop"
    assert (made.lines[0].quantity, made.lines[0].unit_id, made.expected_net) == (None, None, None)
    assert (made.lines[0].printed_quantity, made.lines[0].printed_unit) == (10, "KGM")


def test_kg_for_a_product_kept_in_units_stops_even_if_the_match_binds_it() -> None:
    """Trap 4: Odoo 19 would ship 2000 units for 2 kg."""
    made = _one({"quantity": 2, "unit": "KGM"}, unit=KG)
    assert "unit_other_category" in codes(made, "stop")
    assert made.lines[0].quantity is None


def test_no_unit_is_the_products_own() -> None:
    made = _one({"unit": None}, unit=None)
    assert (made.lines[0].unit_id, codes(made)) == (PIECES, {"unit_missing"})


@pytest.mark.parametrize(
    ("quantity", "code"), [(None, "quantity_missing"), ("0", "quantity_zero"), ("-3", "quantity_negative")]
)
def test_a_quantity_that_is_none_stops(quantity: str | None, code: str) -> None:
    assert the(_one({"quantity": quantity, "line_amount": None}), code).severity == "stop"


def test_the_customers_price_is_kept_beside_the_pricelists() -> None:
    made = _one({"unit_price": "2.40", "line_amount": "24.00"})
    assert (made.lines[0].price_unit, made.lines[0].list_price) == (D("2.4"), D("2.5"))
    assert "2.40 for one Units, the pricelist's 2.50: -4.0 %" in the(made, "price_differs").message
    assert made.stopped


@pytest.mark.parametrize(("price", "code"), [("2.45", "price_within_tolerance"), ("2.55", "price_within_tolerance"),
                                             ("2.44", "price_differs"), ("2.56", "price_differs")])  # fmt: skip
def test_a_tolerance_holds_both_ways(price: str, code: str) -> None:
    made = _one({"unit_price": price, "line_amount": None}, options=rules(price_tolerance=D(2)))
    assert codes(made) == {code}
    assert made.lines[0].price_unit == D(price)


def test_the_discounts_of_page_and_pricelist_are_compared_net() -> None:
    """The pricelist gives ten per cent, and so does the page."""
    made = _one({"discount_percent": 10, "line_amount": "22.50"}, customer=OTHER)
    assert (made.lines[0].list_price, made.lines[0].price_unit, made.lines[0].discount) == (D("2.25"), D("2.5"), 10)
    assert codes(made) == set()


def test_a_price_printed_with_two_decimals_matches_one_of_four() -> None:
    product = Product(BOLT, "Hex bolt M8", PIECES, D("2.4987"), BOLT)
    assert codes(proposed(records=mirror(product))) == set()


def test_a_missing_price_is_the_pricelists_and_said() -> None:
    made = _one({"unit_price": None, "line_amount": None})
    assert (made.lines[0].price_unit, made.lines[0].printed_price) == (D("2.5"), None)
    assert the(made, "price_missing").severity == "warn"


def test_a_missing_price_may_be_left_to_odoo_or_stop() -> None:
    left = _one({"unit_price": None, "line_amount": None}, options=rules(price_missing="odoo"))
    assert (left.lines[0].price_unit, left.expected_net, left.stopped) == (None, None, False)
    assert _one({"unit_price": None, "line_amount": None}, options=rules(price_missing="stop")).stopped


def test_a_missing_price_is_never_zero() -> None:
    product = Product(BOLT, "Hex bolt M8", PIECES, D(0), BOLT)
    made = proposed(order(bolt(unit_price=None, line_amount=None)), records=mirror(product))
    assert the(made, "price_missing").severity == "stop"
    assert made.lines[0].price_unit is None


def test_a_missing_price_follows_from_the_amount_where_that_is_exact() -> None:
    made = _one({"unit_price": None, "line_amount": "25.00"})
    assert (made.lines[0].price_unit, codes(made)) == (D("2.5"), {"price_from_amount"})


def test_a_price_of_zero_stops_unless_allowed() -> None:
    made = _one({"unit_price": "0.00", "line_amount": "0.00"})
    assert "price_zero" in codes(made, "stop")
    assert made.lines[0].price_unit == 0
    assert "price_zero" in codes(
        _one({"unit_price": "0", "line_amount": "0"}, options=rules(zero_price="warn")), "warn"
    )


def test_a_negative_price_stops() -> None:
    assert "price_negative" in codes(_one({"unit_price": "-1", "line_amount": None}), "stop")


def test_taxes_are_left_to_odoo_and_compared() -> None:
    assert proposed().lines[0].tax_ids is None
    assert _one({"tax_rate": "19.00"}).findings == ()
    assert "The page says 7 %, Hex bolt M8 has 19 %" in the(_one({"tax_rate": "7"}), "tax_differs").message


def test_a_tax_of_another_company_does_not_count() -> None:
    made = _one({"tax_rate": "7", "unit": "KGM", "unit_price": "4.00", "line_amount": "40.00"}, product=SHEET, unit=KG)
    assert codes(made) == {"tax_differs"}


def test_taxes_by_rule() -> None:
    assert _one({}, options=rules(taxes=(1,))).lines[0].tax_ids == (1,)
    assert _one({}, options=rules(taxes=())).lines[0].tax_ids == ()


def test_an_amount_that_does_not_follow_stops() -> None:
    assert "amount_differs" in codes(_one({"line_amount": "26.00"}), "stop")
    assert codes(_one({"line_amount": "25.01"})) == set()


@pytest.mark.parametrize(
    ("problem", "code"),
    [("unknown", "product_unknown"), ("ambiguous", "product_ambiguous"), ("weak", "product_weak"),
     ("archived", "product_archived"), ("not_for_sale", "product_not_for_sale"),
     ("other_company", "product_other_company"), ("conflicting", "product_conflicting")],
)  # fmt: skip
def test_a_product_that_is_not_bound_stops(problem: str, code: str) -> None:
    made = proposed(matched=matches(replace(bound_line(), product=unbound(problem, BOLT, WIRE))))
    found = the(made, code)
    assert found.severity == "stop"
    assert "record 10 (60%), record 12" in found.message
    assert (made.lines[0].product_id, made.lines[0].printed_quantity) == (None, D(10))


@pytest.mark.parametrize(("product", "code"), [(OLD, "product_archived"), (INTERNAL, "product_not_for_sale"),
                                               (999, "product_gone")])  # fmt: skip
def test_archived_and_not_for_sale_products_stop_even_if_bound(product: int, code: str) -> None:
    """Trap 7: Odoo takes them without a word."""
    assert code in codes(proposed(matched=matches(bound_line(product=product))), "stop")


def test_another_companys_product_stops() -> None:
    product = Product(BOLT, "Hex bolt M8", PIECES, D("2.5"), BOLT, company_id=2)
    assert "product_other_company" in codes(proposed(records=mirror(product)), "stop")


def test_a_line_that_was_not_matched_at_all_stops() -> None:
    made = proposed(order(bolt(), bolt()), matches(bound_line(0)))
    assert the(made, "product_unknown").line == 1


def test_the_description_is_odoos_unless_the_printed_one_is_asked_for() -> None:
    assert proposed().lines[0].name == ""
    assert _one({}, options=rules(line_text="printed")).lines[0].name == "Hex bolt M8"


def test_a_unit_of_whole_pieces() -> None:
    whole = Unit(PIECES, "Units", 1, D(1), D(1))
    made = proposed(order(bolt(quantity="2.5", line_amount="6.25")), records=mirror(whole))
    assert "2.50 Units would become 3" in the(made, "quantity_rounded").message


def test_no_items_stop() -> None:
    made = proposed(order(line("comment", description="Thank you")), matches())
    assert "no_lines" in codes(made, "stop")


def test_every_price_is_exact() -> None:
    made = _one({"quantity": 3, "unit_price": "3.3333", "line_amount": "10.00"}, options=rules(price_beyond="warn"))
    assert (made.lines[0].price_unit, made.expected_net) == (Decimal("3.3333"), Decimal("10.00"))
