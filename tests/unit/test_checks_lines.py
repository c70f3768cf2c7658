"""Checks of single lines: products with their residue, cells, identifiers."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.result import Check, Line, Place, Value
from data.schema import Box
from data.values.habits import decide
from data.values.normalise import normalise
from models.checks import check, choose_line, line_product
from tests.sheets import document, reading, value


def cell(text: str, read: str | None = None) -> Value:
    return Value(text if read is None else read, text)


def checks_of(fields: dict[str, Value], code: str) -> list[Check]:
    doc = document([])
    found, _ = check(reading(doc, lines=[Line("item", 1, fields)]), doc)
    return [c for c in found if c.code == code]


def line(quantity: str, price: str, amount: str, **more: str) -> dict[str, Value]:
    numbers = {"quantity": quantity, "unit_price": price, "line_amount": amount, **more}
    return {name: cell(text) for name, text in numbers.items()}


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (line("12", "4.50", "54.00"), "12 x 4.50 is 54.00"),
        (line("1000", "12.50", "125.00", price_base_quantity="100"), "/ 100"),
        (line("10", "4.55", "40.95", discount_percent="10"), "less 10%"),
        (line("10", "4.55", "40.95", discount_percent="-10"), "less 10%"),
        (line("5", "4.55", "22.75", discount_percent="10"), "before discount"),
        (line("10", "10.00", "123.00", tax_rate="23"), "with 23% tax"),
        (line("10", "4.55", "-45.50"), "other sign"),
        (line("3", "1.666667", "5.00"), "rounding residue"),
        (line("7", "10.143", "71.00"), "rounding residue"),
        (line("0.5", "3", "1.50"), ""),
    ],
)  # fmt: skip
def test_products_that_hold(fields: dict[str, Value], said: str) -> None:
    (found,) = checks_of(fields, "line_amount")
    assert found.passed
    assert said in found.message
    assert found.line == 0


@pytest.mark.parametrize(
    ("fields", "said"),
    [
        (line("12", "4.50", "45.00"), "12 x 4.50 is 54.00, the page says 45.00"),
        (line("12", "4.50", "5400"), "54.00"),
        (line("300", "0.33", "100.00"), "99.00"),  # one percent is more than rounding of the price
        (line("1000", "12.50", "125.00"), "price per 100"),
        (line("10", "2780", "278.00"), "278"),
        (line("2", "612.50", "25.00"), "currency sign was read as a digit"),  # easyocr 137
        (line("2", "12150", "25.00"), "decimal sign was read as 1"),  # keras-ocr 64
        (line("4", "1250", "50.00"), "price per 100"),
    ],
)
def test_products_that_do_not_hold(fields: dict[str, Value], said: str) -> None:
    (found,) = checks_of(fields, "line_amount")
    assert not found.passed
    assert said in found.message


def test_a_unit_price_recomputed_from_the_amount_is_noticed() -> None:
    """OCA/edi 16: 71.41 against 71.01."""
    (found,) = checks_of(line("17", "4.18", "71.41"), "line_amount")
    assert not found.passed
    (found,) = checks_of(line("17", "4.1771", "71.01"), "line_amount")
    assert found.passed
    assert "residue -0.0007" in found.message


def test_nothing_is_said_without_all_three() -> None:
    fields = line("12", "4.50", "54.00")
    del fields["unit_price"]
    assert checks_of(fields, "line_amount") == []


@given(
    quantity=st.integers(1, 5000),
    price=st.decimals("0.01", "5000", places=2),
    factor=st.sampled_from([Decimal(100), Decimal("0.01"), Decimal(10), Decimal("0.1"), Decimal(1000)]),
    wrong=st.sampled_from(["quantity", "price", "amount"]),
)
def test_a_shifted_decimal_sign_never_passes(quantity: int, price: Decimal, factor: Decimal, wrong: str) -> None:
    """invoice2data 12: a 100-fold error without a failed check must be impossible."""
    read = {"quantity": Decimal(quantity), "price": price, "amount": quantity * price}
    assert line_product(*read.values()).ok
    read[wrong] *= factor
    assert not line_product(*read.values()).ok


def test_two_numbers_in_a_cell() -> None:
    """docling 1306: two rows merged into one."""
    (found,) = checks_of({"quantity": cell("4 12", "4")}, "two_numbers")
    assert "'4 12'" in found.message
    assert checks_of({"quantity": cell("12 x 6", "12")}, "two_numbers")
    for whole in ("1 000 szt", "1 234,50", "12 m2", "40. 00", "10 PCE"):
        assert checks_of({"quantity": cell(whole, "1")}, "two_numbers") == []
    assert checks_of({"unit_price": cell("12,50 / 100", "12.50")}, "two_numbers") == []


def test_values_are_grounded_in_their_text() -> None:
    """sparrow 93: the value is the characters of the page."""
    assert checks_of({"line_amount": cell("12,50", "1250.00")}, "grounded")
    assert checks_of({"line_amount": cell("1 250,00", "1250.00")}, "grounded") == []
    assert checks_of({"line_amount": cell(".50", "0.50")}, "grounded") == []


def test_gtin_of_a_line() -> None:
    assert [c.passed for c in checks_of({"gtin": cell("4006381333931")}, "gtin")] == [True]
    assert [c.passed for c in checks_of({"gtin": cell("4006381333932")}, "gtin")] == [False]
    (short,) = checks_of({"gtin": cell("123")}, "gtin")
    assert "length" in short.message


def test_unit_in_the_quantity_cell_contradicts_the_unit_column() -> None:
    """odoo 260611: both are shown, none is dropped."""
    (found,) = checks_of({"quantity": cell("12 m2", "12"), "unit": cell("szt.", "H87")}, "unit")
    assert "m2" in found.message
    assert "szt." in found.message
    assert checks_of({"quantity": cell("12 szt", "12"), "unit": cell("szt.", "H87")}, "unit") == []


def test_cells_on_top_of_each_other() -> None:
    """docling 4189."""
    doc = document([[(300.0, "12"), (400.0, "54.00")]])
    wide = Place(1, Box(298.0, 58.0, 430.0, 72.0))
    good = {"quantity": value(doc, "12"), "line_amount": value(doc, "54.00")}
    bad = {"quantity": Value("12", "12", boxes=(wide,)), "line_amount": value(doc, "54.00")}
    assert [c for c in check(reading(doc, lines=[good]), doc)[0] if c.code == "cell_overlap"] == []
    (found,) = [c for c in check(reading(doc, lines=[bad]), doc)[0] if c.code == "cell_overlap"]
    assert not found.passed


def test_choice_between_readings_of_a_cell() -> None:
    open_ = [Decimal("1.000"), Decimal(1000)]
    assert choose_line(open_, [Decimal("0.25")], [Decimal("250.00")]) == (1, 0, 0)
    assert choose_line(open_, [Decimal("12.50")], [Decimal("12.50")]) == (0, 0, 0)
    assert choose_line([Decimal(3)], [Decimal(5)], [Decimal(16)]) is None
    assert choose_line([Decimal(0)], [Decimal(5)], [Decimal(0)]) is None
    assert choose_line([Decimal(500)], [Decimal("12.50")], [Decimal("62.50")], bases=[Decimal(1), Decimal(100)]) == (
        0,
        0,
        0,
    )


@given(
    quantity=st.integers(2, 900),
    cents=st.integers(1, 10**6),
    decimal=st.sampled_from([".", ","]),
    grouping=st.sampled_from(["other", "'", " ", ""]),
)
def test_habits_of_a_page_read_its_own_line(quantity: int, cents: int, decimal: str, grouping: str) -> None:
    price = Decimal(cents) / 100
    sep = {"other": "," if decimal == "." else "."}.get(grouping, grouping)

    def printed(amount: Decimal) -> str:
        return f"{amount:,.2f}".replace(",", "G").replace(".", decimal).replace("G", sep)

    texts = (str(quantity), printed(price), printed(quantity * price))
    doc = document([[(50.0, "Pos"), (300.0, texts[0]), (360.0, texts[1]), (470.0, texts[2])]])
    habits = decide(doc)
    read = [normalise("number", texts[0], habits), *(normalise("amount", text, habits) for text in texts[1:])]
    assert [Decimal(v or "NaN") for v in read] == [Decimal(quantity), price, quantity * price]
