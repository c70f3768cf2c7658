"""Quantities and prices are converted together; totals are Odoo's to the cent."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serving.odoo.mapping import amounts, totals
from serving.odoo.pricing import in_unit, per_unit
from serving.odoo.proposal import ProposedLine
from serving.odoo.records import Unit

_QUANTITIES = st.decimals("0.001", "100000", places=3)
_PRICES = st.decimals("0.0001", "10000", places=4)
_FACTORS = st.sampled_from([Decimal(f) for f in ("0.001", "0.01", "1", "6", "12", "100", "144", "1000")])


def _unit(id_: int, factor: Decimal, rounding: str = "0.01") -> Unit:
    return Unit(id_, f"unit {id_}", 1, factor, Decimal(rounding))


@given(_QUANTITIES, _PRICES, _FACTORS, _FACTORS, st.sampled_from([Decimal(1), Decimal(12), Decimal(250)]))
def test_what_is_paid_survives_every_conversion(
    quantity: Decimal, price: Decimal, source: Decimal, target: Decimal, factor: Decimal
) -> None:
    made = amounts.measure(quantity, price, factor, _unit(1, source), _unit(2, target))
    assert made.price is not None
    paid = quantity * price
    assert abs(made.quantity * made.price - paid) <= (made.quantity + made.price + 1) * Decimal("1e-12")


@given(_QUANTITIES, _FACTORS, _FACTORS)
def test_a_conversion_there_and_back_is_none(quantity: Decimal, source: Decimal, target: Decimal) -> None:
    a, b = _unit(1, source), _unit(2, target)
    there = amounts.measure(quantity, None, Decimal(1), a, b).quantity
    back = amounts.measure(there, None, Decimal(1), b, a).quantity
    # Twelve decimals are kept on the way, and each is worth target/source of the unit that comes back.
    assert abs(back - quantity) <= Decimal("1e-12") * (target / source + 1)


def test_two_dozen_at_ten_are_twenty_four_at_ten_twelfths() -> None:
    made = amounts.measure(Decimal(2), Decimal(10), Decimal(1), _unit(1, Decimal(12)), _unit(2, Decimal(1)))
    assert (made.quantity, made.price, made.ratio) == (Decimal(24), Decimal("0.833333333333"), Decimal(12))


def test_kilograms_are_no_pieces() -> None:
    kg = Unit(3, "kg", 2, Decimal(1), Decimal("0.01"))
    with pytest.raises(ValueError, match="different things"):
        amounts.measure(Decimal(2), None, Decimal(1), kg, _unit(1, Decimal(1)))


def test_odoo_rounds_halves_away_from_zero() -> None:
    assert amounts.rounded(Decimal("1.2345"), 2) == Decimal("1.23")
    assert amounts.rounded(Decimal("12.345"), 2) == Decimal("12.35")
    assert amounts.rounded(Decimal("-0.005"), 2) == Decimal("-0.01")


def test_a_unit_of_whole_pieces_cuts_more_than_the_precision() -> None:
    assert amounts.kept_quantity(Decimal("2.5"), _unit(1, Decimal(1), "1"), 2) == 3
    assert amounts.kept_quantity(Decimal("2.5"), _unit(1, Decimal(1), "0.001"), 2) == Decimal("2.5")


@given(st.lists(st.tuples(_QUANTITIES, _PRICES, st.decimals(0, 100, places=2)), max_size=20))
def test_the_net_total_is_the_sum_of_rounded_lines(lines: list[tuple[Decimal, Decimal, Decimal]]) -> None:
    made = [
        ProposedLine(i, None, "", product_id=1, quantity=q, price_unit=p, discount=d)
        for i, (q, p, d) in enumerate(lines)
    ]
    expected = sum((amounts.rounded(q * p * (100 - d) / 100, 2) for q, p, d in lines), Decimal(0))
    total = totals.net(made, 2)
    assert total == expected
    assert abs(sum(q * p * (100 - d) / 100 for q, p, d in lines) - expected) <= Decimal("0.005") * len(lines)


def test_a_line_without_a_price_has_no_total() -> None:
    assert totals.net([ProposedLine(0, None, "", product_id=1, quantity=Decimal(2))], 2) is None
    assert totals.net([ProposedLine(0, "line_note", "later")], 2) == 0


@given(_PRICES, _FACTORS, _FACTORS)
def test_prices_and_quantities_turn_opposite_ways(price: Decimal, source: Decimal, target: Decimal) -> None:
    a, b = _unit(1, source), _unit(2, target)
    turned = per_unit(price, a, b) * in_unit(Decimal(60), a, b, exact=True)
    assert abs(turned - price * 60) <= Decimal("1e-18") * max(price, Decimal(1)) * 1000


def test_a_quantity_for_a_rule_is_rounded_up_but_not_by_the_tail_of_a_division() -> None:
    dozen, piece = _unit(1, Decimal(12)), _unit(2, Decimal(1))
    assert in_unit(Decimal("0.1"), dozen, piece) == Decimal("1.2")
    assert in_unit(Decimal(1), piece, dozen) == Decimal("0.09")
    assert in_unit(in_unit(Decimal(1), piece, dozen, exact=True), dozen, piece) == 1
