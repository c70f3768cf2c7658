"""Currencies by sign, name and code; what stands on the page, not what the country would suggest."""

from __future__ import annotations

import pytest

from data.values import currency
from data.values.habits import decide
from tests.sheets import document


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€", "EUR"), ("EUR", "EUR"), ("12,50 €", "EUR"), ("Euro", "EUR"), ("(GBP)", "GBP"), ("Amount (GBP)", "GBP"),
        ("£1,250.00", "GBP"), ("$", "USD"), ("US$ 5", "USD"), ("C$ 5.00", "CAD"), ("zł", "PLN"), ("12zł", "PLN"),
        ("1 250,00 PLN", "PLN"), ("pln", "PLN"), ("złotych", "PLN"), ("Kč", "CZK"), ("koruna česká", "CZK"),
        ("CHF", "CHF"), ("Schweizer Franken", "CHF"), ("franc suisse", "CHF"), ("Fr. 12.50", "CHF"),
        ("pounds sterling", "GBP"), ("funt szterling", "GBP"), ("dolar amerykański", "USD"), ("Dollars", "USD"),
        ("corona checa", "CZK"), ("zloty polonais", "PLN"), ("EUR/szt.", "EUR"),
        ("", None), ("Betrag", None), ("kr", None), ("EUR USD", None), ("EUROPE", None), ("Plan", None),
        ("AUDIT", None), ("STAROSTWO", None),
    ],
)  # fmt: skip
def test_parse(text: str, expected: str | None) -> None:
    assert currency.parse(text) == expected


def test_shared_signs_follow_the_document() -> None:
    assert currency.parse("$ 5.00", "CAD") == "CAD"
    assert currency.parse("kr", "SEK") == "SEK"
    assert currency.parse("kr.", "DKK") == "DKK"
    assert currency.parse("$", "EUR") == "USD"


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (["Preis (GBP)", "12.50", "Total 12.50"], "GBP"),
        (["Total $ 1,250.00"], "USD"),
        (["Acme, Toronto, ON M5V 2T6, Canada", "Total $ 1,250.00"], "CAD"),
        (["Prices in CAD", "Total $ 1,250.00"], "CAD"),
        (["ABN 51 824 753 556 Australia", "Total $ 1,250.00"], "AUD"),
        (["Summa 1 250,00 kr", "Sverige"], "SEK"),
        (["Sum 1 250,00 kr"], None),
        (["Wartość w złotych polskich", "Razem 12,50"], "PLN"),
        (["Total 12.50"], None),
        (["Total £ 12.50 £ 2.50", "converted from EUR"], "GBP"),
    ],
)
def test_currency_of_a_document(lines: list[str], expected: str | None) -> None:
    assert decide(document(list(lines))).currency == expected


def test_only_pound_is_printed_so_no_euro_is_read() -> None:
    """Azure SDK 36895."""
    doc = document(["Purchase order", "Price (£) Amount (£)", "12.50 25.00"])
    assert currency.find(doc) == "GBP"
    assert set(currency.count(doc)) == {"GBP"}


def test_glyphs_inside_broken_text_are_no_currency() -> None:
    doc = document(["(cid:3)$%&' ##$%&&'' a$b@c Total 12,50"])
    assert currency.find(doc) is None


def test_what_the_page_says_about_its_currency_outweighs_other_marks() -> None:
    euro_pallets = ["Packing tape EUR 150 x 24", "Packing tape EUR 250 x 30", "Pallet EUR 800 x 1200"]
    assert currency.find(document([*euro_pallets, "Document currency - PLN"])) == "PLN"
    assert currency.find(document([*euro_pallets, "Qty Price [USD]", "Total USD"])) == "USD"
    assert currency.find(document(["Stammkapital: 250.000 EUR", "Betrag USD"])) == "USD"
