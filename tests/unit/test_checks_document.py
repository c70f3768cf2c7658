"""Checks of the document: order of dates, open habits, check digits, currency."""

from __future__ import annotations

from data.result import Check, Line, Value
from models.checks import FIELDS_OF_CHECK, check
from models.checks.derive import derive
from tests.orders import order
from tests.sheets import document, reading, value


def checks_of(lines: list[str], fields: dict[str, tuple[str, str]], code: str) -> list[Check]:
    """Checks of a document of `lines`; `fields` are (printed, read) pairs."""
    doc = document(list(lines))
    values = {name: value(doc, printed, read) for name, (printed, read) in fields.items()}
    return [c for c in check(reading(doc, values), doc)[0] if c.code == code]


def test_delivery_before_order() -> None:
    lines = ["Order date 03/04/2022", "Delivery 02/05/2022"]
    ordered = ("03/04/2022", "2022-04-03")
    (good,) = checks_of(
        lines, {"order_date": ordered, "requested_delivery_date": ("02/05/2022", "2022-05-02")}, "date_order"
    )
    assert good.passed
    (bad,) = checks_of(
        lines, {"order_date": ordered, "requested_delivery_date": ("02/05/2022", "2022-02-05")}, "date_order"
    )
    assert not bad.passed
    assert "may be 2022-05-02" in bad.message


def test_delivery_dates_of_lines_and_due_dates() -> None:
    doc = document(["Order 10.07.2022 due 01.07.2022"])
    fields = {"order_date": Value("2022-07-10", "10.07.2022"), "invoice_date": Value("2022-07-10", "10.07.2022"),
              "due_date": Value("2022-07-01", "01.07.2022")}  # fmt: skip
    lines = [Line("item", 1, {"delivery_date": Value(day, day)}) for day in ("2022-07-11", "2022-07-09")]
    found = check(reading(doc, fields, lines), doc)[0]
    assert [(c.line, c.passed) for c in found if c.code == "line_date_order"] == [(0, True), (1, False)]
    assert [c.passed for c in found if c.code == "due_date_order"] == [False]


def test_an_open_date_is_said() -> None:
    fields = {"order_date": ("03/04/2022", "2022-04-03")}
    (found,) = checks_of(["Your order of 03/04/2022"], fields, "day_month")
    assert "2022-04-03 or 2022-03-04" in found.message
    assert checks_of(["Your order of 03/04/2022 and 25/04/2022"], fields, "day_month") == []


def test_an_open_decimal_sign_is_said() -> None:
    fields = {"total_net": ("1.000", "1000")}
    (found,) = checks_of(["Summe 1.000"], fields, "decimal_sign")
    assert not found.passed
    assert checks_of(["Summe 1.000 Preis 12,50"], fields, "decimal_sign") == []


def test_identifiers_of_the_header() -> None:
    doc = document(["Firma Polska"])
    fields = {"buyer.gln": Value("4304171000002", "4304171000002"), "ship_to.gln": Value("4304171000003", "…3"),
              "buyer.vat_id": Value("PL5260001246", "NIP"), "seller.vat_id": Value("PL5260001247", "NIP")}  # fmt: skip
    found = check(reading(doc, fields), doc)[0]
    assert [c.passed for c in found if c.code == "gln"] == [True, False]
    assert [c.passed for c in found if c.code == "vat_id"] == [True, False]


def test_gln_of_another_length_fails() -> None:
    doc = document(["x"])
    (found,) = [c for c in check(reading(doc, {"buyer.gln": Value("123", "123")}), doc)[0] if c.code == "gln"]
    assert "13 digits" in found.message


def test_ibans_on_the_page() -> None:
    good = checks_of(["Bank IBAN: DE89 3704 0044 0532 0130 00 BIC COBADEFFXXX"], {}, "iban")
    assert [c.passed for c in good] == [True]
    assert [c.passed for c in checks_of(["DE88370400440532013000"], {}, "iban")] == [False]
    assert checks_of(["Artikel AB12 3456 rot"], {}, "iban") == []


def test_currency_that_the_page_does_not_print() -> None:
    """Azure SDK 36895: the page prints £ only, € was read."""
    lines = ["Amount (£) 12.50", "Total £ 12.50"]
    (found,) = checks_of(lines, {"currency": ("£", "EUR")}, "currency")
    assert not found.passed
    assert "GBP" in found.message
    (found,) = checks_of(lines, {"currency": ("£", "GBP")}, "currency")
    assert found.passed


def test_two_currencies() -> None:
    (found,) = checks_of(["Total 12.50 EUR", "Total 14.00 USD"], {"currency": ("EUR", "EUR")}, "currency")
    assert not found.passed
    mostly = ["Price 1.00 EUR", "Price 2.00 EUR", "Price 3.00 EUR", "Total 6.00 EUR", "Rate EUR USD", "Sum 6.00 EUR"]
    (found,) = checks_of(mostly, {"currency": ("EUR", "EUR")}, "currency")
    assert found.passed


def test_every_code_is_known_to_the_calibration() -> None:
    made = order(3, foot=["Items: 4", "IBAN DE88370400440532013000", "Total 1.000 USD 2.00 EUR"])
    spoilt = [Line("item", 1, {**line.fields, "line_amount": Value("1", "1 2"), "gtin": Value("1", "1")})
              for line in made.lines]  # fmt: skip
    checks, _ = check(derive(made.read(spoilt)), made.document)
    assert {c.code for c in checks} <= set(FIELDS_OF_CHECK)
    assert len({c.code for c in checks}) >= 6
