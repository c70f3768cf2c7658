"""Totals: lines against the total, net and tax against gross, the choice among printed totals, what is derived."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.result import Check, Line, Value
from models.checks import check, choose_totals, derive
from tests.orders import order
from tests.sheets import Cell, document, reading, value


def amounts(*texts: str) -> list[Decimal]:
    return [Decimal(text) for text in texts]


def item(amount: str, kind: str = "item", **more: str) -> Line:
    fields = {"line_amount": amount, **more}
    return Line(kind, 1, {name: Value(text, text) for name, text in fields.items()})


def sheet(*rows: tuple[str, str]) -> list[list[Cell] | str]:
    return [[(300.0, label), (450.0, amount)] for label, amount in rows]


def one(checks: tuple[Check, ...], code: str) -> Check:
    (found,) = [c for c in checks if c.code == code]
    return found


@pytest.mark.parametrize(
    ("lines", "total", "ok", "said"),
    [
        ([item("10.00"), item("5.50")], "15.50", True, "the lines add up to 15.50"),
        ([item("10.00"), item("5.50")], "51.50", False, "51.50"),
        ([item("10.00"), item("4.00", "charge")], "14.00", True, "lines and charges"),
        ([item("10.00"), item("4.00", "charge")], "10.00", True, "the lines"),
        ([item("10.00"), item("2.00", "discount")], "8.00", True, "less discounts"),
        ([item("10.00"), item("-2.00", "discount")], "8.00", True, "less discounts"),
        ([item("10.004"), item("5.004")], "15.01", True, "rounding residue"),
        ([item("-10.00"), item("-5.50")], "-15.50", True, ""),
        ([item("10.00"), item("99.00", "subtotal"), item("5.50")], "15.50", True, ""),
        ([item("10.00"), item("", quantity="2", unit_price="2.75")], "15.50", True, ""),
    ],
)
def test_lines_against_total(lines: list[Line], total: str, ok: bool, said: str) -> None:
    lines = [Line(line.kind, 1, {k: v for k, v in line.fields.items() if v.value}) for line in lines]
    doc = document(sheet(("Total", total)))
    found = one(check(reading(doc, {"total_net": value(doc, total)}, lines), doc)[0], "sum_of_lines")
    assert found.passed is ok
    assert said in found.message


def test_lines_with_unknown_amounts_are_not_summed() -> None:
    doc = document(sheet(("Total", "15.50")))
    lines = [item("10.00"), Line("item", 1, {"quantity": Value("2", "2")})]
    codes = {c.code for c in check(reading(doc, {"total_net": value(doc, "15.50")}, lines), doc)[0]}
    assert "sum_of_lines" not in codes


def totals(net: str, tax: str, gross: str, *between: tuple[str, str]) -> tuple[Check, ...]:
    doc = document(sheet(("Net", net), ("Tax", tax), *between, ("Total", gross)))
    fields = {"total_net": value(doc, net), "total_tax": value(doc, tax), "total_gross": value(doc, gross)}
    return check(reading(doc, fields), doc)[0]


def test_net_tax_gross() -> None:
    assert one(totals("100.00", "23.00", "123.00"), "totals").passed
    assert not one(totals("100.00", "23.00", "132.00"), "totals").passed
    assert "residue" in one(totals("100.00", "23.00", "123.01"), "totals").message


def test_amounts_printed_between_the_totals_belong_to_the_sum() -> None:
    found = one(totals("5760.00", "512.64", "6547.55", ("Shipping", "250.91"), ("Handling", "24")), "totals")
    assert found.passed
    assert "250.91 + 24 printed between them" in found.message


def test_tax_against_the_rates_of_the_lines() -> None:
    lines = [item("100.00", tax_rate="23"), item("50.00", tax_rate="8")]
    doc = document(sheet(("Net", "150.00"), ("Tax", "27.00"), ("Total", "177.00"), ("Wrong", "28.50")))
    fields = {"total_net": value(doc, "150.00"), "total_tax": value(doc, "27.00")}
    assert one(check(reading(doc, fields, lines), doc)[0], "tax_rate").passed
    fields["total_tax"] = value(doc, "28.50")
    assert not one(check(reading(doc, fields, lines), doc)[0], "tax_rate").passed


def test_tax_against_a_printed_rate() -> None:
    doc = document(sheet(("Net", "100.00"), ("VAT 23 %", "23.00"), ("Total", "123.00")))
    fields = {"total_net": value(doc, "100.00"), "total_tax": value(doc, "23.00")}
    assert "23% of 100.00 is 23.00" in one(check(reading(doc, fields), doc)[0], "tax_rate").message


def test_choice_by_net_plus_tax() -> None:
    found = choose_totals(amounts("100.00", "23.00", "123.00"))
    assert (found.net, found.tax, found.gross) == (0, 1, 2)
    found = choose_totals(amounts("123.00", "100.00", "23.00", "8.00"))
    assert (found.net, found.tax, found.gross) == (1, 2, 0)


def test_choice_by_the_sum_of_the_lines() -> None:
    found = choose_totals(amounts("80.00", "100.00", "250.00"), lines=Decimal("100.00"))
    assert found.net == 1
    assert "net is the sum of the lines" in found.why


def test_tax_and_net_are_told_apart_by_the_rate() -> None:
    """23 + 100 = 123 either way round: only the rate says which of the two is the tax."""
    found = choose_totals(amounts("23.00", "100.00", "123.00"), rates=amounts("23"))
    assert (found.net, found.tax, found.gross) == (1, 0, 2)


def test_one_total_without_tax_is_net_and_gross() -> None:
    found = choose_totals(amounts("100.00"), lines=Decimal("100.00"))
    assert (found.net, found.tax, found.gross) == (0, None, 0)


def test_words_beside_the_amounts_break_ties() -> None:
    found = choose_totals(amounts("50.00", "80.00"), prior=[{"net": 0.1}, {"net": 0.2, "gross": 0.9}])
    assert found.gross == 1


@given(st.integers(1, 10**7), st.sampled_from([5, 8, 19, 20, 21, 23]), st.permutations([0, 1, 2]))
def test_totals_in_any_order(cents: int, rate: int, places: list[int]) -> None:
    net = Decimal(cents) / 100
    tax = round(net * rate / 100, 2)
    printed = [net, tax, net + tax]
    found = choose_totals([printed[p] for p in places], lines=net, rates=[Decimal(rate)])
    if tax and tax != net:
        assert [places[i] for i in (found.net, found.tax, found.gross) if i is not None] == [0, 1, 2]


def test_one_printed_total_is_both() -> None:
    made = order(3)
    extraction = derive(made.read())
    assert extraction.fields["total_gross"].value == extraction.fields["total_net"].value
    assert extraction.fields["total_gross"].source == "derived"
    assert extraction.fields["total_gross"].text == extraction.fields["total_net"].text
    assert extraction.fields["total_net"].source == "model"
    gross_only = derive(made.read(total_net=None, total_gross=made.fields["total_net"]))
    assert gross_only.fields["total_net"].source == "derived"


def test_nothing_is_derived_where_there_is_tax() -> None:
    made = order(3)
    taxed = made.read(total_tax=Value("2.10", "2.10"))
    assert "total_gross" not in derive(taxed).fields
    rated = made.read([Line("item", 1, {**line.fields, "tax_rate": Value("23", "23%")}) for line in made.lines])
    assert "total_gross" not in derive(rated).fields
    nothing = made.read(total_tax=Value("0.00", "0.00"))
    assert derive(nothing).fields["total_gross"].source == "derived"
    none = made.read(total_net=None)
    assert derive(none) == none


def test_a_named_charge_below_the_lines_explains_the_total() -> None:
    foot: list[list[Cell] | str] = [[(90.0, "Freight"), (450.0, "8.00")], [(350.0, "Total"), (450.0, "33.50")]]
    made = order(3, total=False, foot=foot)
    found = one(check(made.read(total_net=value(made.document, "33.50")), made.document)[0], "sum_of_lines")
    assert not found.passed
    assert "22.50" in found.message
    foot[1] = [(350.0, "Total"), (450.0, "30.50")]
    made = order(3, total=False, foot=foot)
    found = one(check(made.read(total_net=value(made.document, "30.50")), made.document)[0], "sum_of_lines")
    assert found.passed
    assert "+8.00 printed below" in found.message


def test_an_unnamed_amount_below_the_lines_explains_nothing() -> None:
    """It may be the line that is missing."""
    foot: list[list[Cell] | str] = [[(90.0, "Bolt M8"), (450.0, "8.00")], [(350.0, "Total"), (450.0, "30.50")]]
    made = order(3, total=False, foot=foot)
    found = one(check(made.read(total_net=value(made.document, "30.50")), made.document)[0], "sum_of_lines")
    assert not found.passed
