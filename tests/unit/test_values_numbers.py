"""Printed numbers: no digit added or lost, sign from the glyphs, the open shape left to the document."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.values import numbers

SPACES = {"space": " ", "no-break": "\u00a0", "narrow": "\u202f", "thin": "\u2009"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("27,80", "27.80"),  # invoice2data 12: never 2780, whatever the locale
        ("42'987,56", "42987.56"),  # invoice2data 306
        ("42\u2019987.56", "42987.56"),
        ("1 234,50 zł", "1234.50"),
        ("1\u00a0234,50\u00a0zł", "1234.50"),
        ("1\u202f234\u202f567,8", "1234567.8"),
        ("1\u2009234.50", "1234.50"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("12,34,567.89", "1234567.89"),
        ("1.234.567", "1234567"),
        ("(12.50)", "-12.50"),  # sparrow 93: two digits in brackets
        ("(5)", "-5"),
        ("12.50-", "-12.50"),
        ("-5%", "-5"),
        ("\u22125,00", "-5.00"),
        ("\u201312.50", "-12.50"),
        ("EUR -12.50", "-12.50"),
        ("-€12.50", "-12.50"),
        ("€ -12,50", "-12.50"),
        ("($1,250.00)", "-1250.00"),
        ("+3", "3"),
        ("40. 00", "40.00"),  # invoice2data 624
        ("18. 500000", "18.500000"),
        ("1 250 ,00", "1250.00"),
        ("0.012345", "0.012345"),
        ("0,125", "0.125"),
        (".50", "0.50"),
        ("12,-", "12"),
        ("1.250,-", "1250"),
        ("1'250.--", "1250"),
        ("£1,250.00", "1250.00"),
        ("12.50GBP", "12.50"),
        ("CHF 1'250.50", "1250.50"),
        ("1 200 Kč", "1200"),
        ("23 %", "23"),
        ("8,5%", "8.5"),
        ("10 PCE", "10"),
        ("12szt.", "12"),
        ("2,5 m2", "2.5"),
        ("12,50/szt.", "12.50"),
        ("1.", "1"),
        ("0", "0"),
        ("00010", "00010"),
        ("per 100", "100"),
        ("E12,50", "12.50"),  # easyocr 137: a euro sign that the engine has no letter for
        ("12,50 ?", "12.50"),
    ],
)
def test_shape_decides(text: str, expected: str) -> None:
    assert numbers.parse(text, ".") == expected
    assert numbers.parse(text, ",") == expected


@pytest.mark.parametrize(
    "text",
    ["", "-", "free", "M12", "A4", "12 x 6", "12x6", "14.07.2022", "14/07/2022", "12:30", "1 2", "12 34", "1,23,4",
     "4 pcs 5.00", "1/2", "10-20", "+48 22 123 45 67", "1.2.3", "12.345.67", "½", "1O0", "٣", "12,50 14,00"],
)  # fmt: skip
def test_no_single_number(text: str) -> None:
    assert numbers.candidates(text) == ()


@pytest.mark.parametrize(
    ("text", "point", "comma"),
    [("1.000", "1.000", "1000"), ("12,500", "12500", "12.500"), ("-1.250 EUR", "-1.250", "-1250")],
)
def test_open_shape_is_left_to_the_document(text: str, point: str, comma: str) -> None:
    assert numbers.parse(text, ".") == point
    assert numbers.parse(text, ",") == comma
    assert numbers.ambiguous(text)


def test_price_and_its_base_in_one_cell() -> None:
    assert numbers.price("12,50 EUR/100") == ("12.50", "100")
    assert numbers.price("12.50 per 1000") == ("12.50", "1000")
    assert numbers.price("5/100") == ("5", "100")
    assert numbers.price("12,50") == ("12.50", None)
    assert numbers.price("1/2") == (None, None)
    assert numbers.price("14/07/2022") == (None, None)


amounts = st.decimals(min_value=0, max_value=10**10, places=2, allow_nan=False) | st.decimals(
    min_value=0, max_value=10**6, places=4, allow_nan=False
)
groupings = st.sampled_from(["", ".", ",", "'", "\u2019", *SPACES.values()])


def grouped(whole: str, sign: str, indian: bool) -> str:
    head, tail = whole[:-3], whole[-3:]
    width = 2 if indian else 3
    parts: list[str] = []
    while head:
        parts.insert(0, head[-width:])
        head = head[:-width]
    return sign.join([*parts, tail])


@given(
    amount=amounts,
    decimal=st.sampled_from([".", ","]),
    grouping=groupings,
    indian=st.booleans(),
    money=st.sampled_from(["", "€", "zł", "PLN", "Kč", "$", "CHF"]),
    before=st.booleans(),
    minus=st.sampled_from(["", "-", "behind", "brackets", "\u2212"]),
)
def test_what_is_printed_is_read_back(
    amount: Decimal, decimal: str, grouping: str, indian: bool, money: str, before: bool, minus: str
) -> None:
    whole, _, cents = f"{amount:f}".partition(".")
    if grouping == decimal:
        grouping = ""
    indian = indian and grouping == "," and len(whole) > 5
    body = (grouped(whole, grouping, indian) if grouping else whole) + decimal + cents
    signed = {"behind": f"{body}-", "brackets": f"({body})"}.get(minus, f"{minus}{body}")
    text = f"{money} {signed}" if before else f"{signed} {money}"
    expected = ("-" if minus else "") + f"{whole}.{cents}"
    assert numbers.parse(text, decimal) == expected
    assert numbers.parse(text, "," if decimal == "." else ".") == expected or numbers.ambiguous(text)


@given(st.text(alphabet="0123456789.,'\u2019 -()€%xzł", max_size=14), st.sampled_from([".", ","]))
def test_never_another_digit_than_printed(text: str, decimal: str) -> None:
    value = numbers.parse(text, decimal)
    if value is not None:
        printed = "".join(c for c in text if c.isdigit())
        read = "".join(c for c in value if c.isdigit())
        assert read in (printed, f"0{printed}")
        assert Decimal(value) is not None


@given(st.text(max_size=20))
def test_any_text_gives_a_number_or_none(text: str) -> None:
    for value in numbers.candidates(text):
        assert Decimal(value).is_finite()


def test_a_percent_sign_between_digits_does_not_glue_them() -> None:
    """ "5.2%5" (two words run together by recognition) is no number, and never "52 5"."""
    assert numbers.parse("Schwarztee, 5.2%5", ",") is None
    assert numbers.parse("5.2%5", ".") is None
