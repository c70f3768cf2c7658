"""Habits are decided per document, from all evidence on it, and say why."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.result import Value
from data.values.habits import Habits, decide
from data.values.normalise import normalise
from models.checks import check
from tests.sheets import Cell, document, reading, value

ITEMS_DE: list[list[Cell] | str] = [
    "Bestellung Nr. 4500012 Menge Einheit Preis Betrag",
    [(50.0, "10"), (120.0, "Schraube"), (300.0, "1.000 Stk"), (380.0, "0,25"), (460.0, "250,00")],
]


def rows(*texts: list[Cell] | str) -> list[list[Cell] | str]:
    return list(texts)


def test_locale_of_the_machine_plays_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    """invoice2data 12."""
    doc = document(rows(*ITEMS_DE))
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    first = decide(doc)
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")
    assert decide(doc) == first
    assert normalise("amount", "27,80", first) == "27.80"


def test_same_sender_two_habits() -> None:
    """invoice2data 276: the same form with points in one PDF and commas in the next."""
    head = "Supplier Nordic Parts Order 4711 Quantity Price Amount"
    comma = decide(document(rows(head, [(300.0, "2.000"), (380.0, "12,50"), (460.0, "25.000,00")])))
    point = decide(document(rows(head, [(300.0, "2,000"), (380.0, "12.50"), (460.0, "25,000.00")])))
    assert (comma.decimal, point.decimal) == (",", ".")
    assert normalise("number", "2.000", comma) == "2000"
    assert normalise("number", "2,000", point) == "2000"
    assert comma.decimal_sure
    assert point.decimal_sure


@pytest.mark.parametrize(
    ("quantity", "price", "amount", "sign"),
    [
        ("12,500", "4,000", "50,000", ","),
        ("12.500", "4.000", "50.000", "."),
        ("1.000", "2.500", "2.500.000", ","),
        ("1,000", "12", "12,000", None),  # 1 x 12 = 12 and 1000 x 12 = 12000 alike
    ],
)
def test_products_decide_open_numbers(quantity: str, price: str, amount: str, sign: str | None) -> None:
    doc = document(rows([(50.0, "A-1"), (300.0, quantity), (380.0, price), (460.0, amount)]))
    habits = decide(doc)
    if sign is None:
        assert not habits.decimal_sure
    else:
        assert habits.decimal == sign
        assert habits.decimal_sure
        assert any("x" in line for line in habits.evidence)


def test_sum_of_totals_decides_open_numbers() -> None:
    doc = document(rows([(300.0, "Net"), (460.0, "1.000")], [(300.0, "Tax"), (460.0, "230")],
                        [(300.0, "Total"), (460.0, "1.230")]))  # fmt: skip
    habits = decide(doc)
    assert habits.decimal == ","
    assert habits.decimal_sure


def test_quantities_may_be_written_with_the_other_sign() -> None:
    doc = document(rows(
        [(50.0, "Rura"), (300.0, "5.000"), (380.0, "12,50"), (460.0, "62,50")],
        [(50.0, "Kolano"), (300.0, "3.000"), (380.0, "10,10"), (460.0, "30,30")],
    ))  # fmt: skip
    habits = decide(doc)
    assert habits.decimal == ","
    assert habits.number_decimal == "."
    assert normalise("number", "5.000", habits) == "5.000"
    assert normalise("amount", "1.000", habits) == "1000"


def test_nothing_decides_is_said() -> None:
    habits = decide(document(rows("Zamówienie nr 12 ilość 1.000 szt.")))
    assert habits.decimal == ","
    assert not habits.decimal_sure
    assert any("assumed" in line for line in habits.evidence)


def test_version_numbers_and_dates_are_no_decimal_signs() -> None:
    habits = decide(document(rows("Stand 01.02.2022 Uhr 10.15", [(300.0, "12,50"), (400.0, "1.000,00")])))
    assert habits.decimal == ","
    assert habits.decimal_sure


def test_numbers_in_running_text_weigh_less() -> None:
    doc = document(rows(
        "Blech mit einer Dicke von 1.50 mm und einer Breite von 2.25 mm nach Zeichnung",
        [(50.0, "1"), (300.0, "5"), (380.0, "12,50"), (460.0, "62,50")],
    ))  # fmt: skip
    assert decide(doc).decimal == ","


def test_grouping_spaces_join_words_but_columns_do_not() -> None:
    doc = document(
        rows("Objednávka cena celkem", [(50.0, "10"), (300.0, "5"), (380.0, "1 250,00"), (460.0, "6 250,00")])
    )
    habits = decide(doc)
    assert habits.decimal == ","
    assert normalise("amount", "1 250,00", habits) == "1250.00"


def test_one_order_for_all_dates_of_a_document() -> None:
    """dateparser 617: half the file right, half wrong."""
    doc = document(rows("Order date 03/04/2022", "Delivery 03/25/2022", "Valid until 05/06/2022", "USD"))
    habits = decide(doc)
    assert habits.date_order == "mdy"
    assert habits.date_sure
    assert normalise("date", "03/04/2022", habits) == "2022-03-04"
    assert normalise("date", "05/06/2022", habits) == "2022-05-06"


@pytest.mark.parametrize(
    ("lines", "order", "sure"),
    [
        (["Commande du 03/04/2022", "Livraison le 04/05/2022 prix total client"], "dmy", True),
        (["Order date 03/04/2022", "Acme Inc, Redmond, WA 98052", "Total $ 12.00"], "mdy", True),
        (["Order date 03/04/2022", "Acme Ltd, London SW1A 1AA", "Total £ 12.00"], "dmy", True),
        (["Order date 03/04/2022", "Delivery 10/04/2022"], "dmy", True),  # 7 days or 7 months apart
        (["Date 03/04/2022", "printed 2022-03-04 with the order"], "mdy", True),
        (["Friday 04/03/2022 order of the buyer", "Monday 04/04/2022 delivery"], "dmy", True),
        (["Sunday 04/03/2022 order of the buyer"], "mdy", True),
        (["Order date 03/04/2022 of your order"], "dmy", False),
    ],
)
def test_evidence_for_the_order_of_dates(lines: list[str], order: str, sure: bool) -> None:
    habits = decide(document(rows(*lines)))
    assert (habits.date_order, habits.date_sure) == (order, sure), habits.evidence


def test_evidence_names_language_country_and_currency() -> None:
    doc = document(rows(
        "Zamówienie nr 118 z dnia 14 lipca 2022 r. Dostawca: Stal Sp. z o.o. NIP: PL5260001246",
        "Termin dostawy 20.07.2022 Termin płatności 30 dni", [(300.0, "Razem"), (460.0, "1 250,00 zł")],
    ))  # fmt: skip
    habits = decide(doc)
    assert (habits.language, habits.currency, habits.countries) == ("pl", "PLN", ("PL",))
    assert {"language pl", "currency PLN", "countries PL"} <= set(habits.evidence)


def test_empty_document_has_habits_too() -> None:
    habits = decide(document([]))
    assert habits == Habits()
    assert not habits.decimal_sure


def test_column_of_thousandths() -> None:
    """SAP prints 17,000 PC for seventeen pieces."""
    lines = [f"000{n}0 {q},000 ks Šroub" for n, q in enumerate((9, 16, 19, 2, 35), 1)]
    habits = decide(document(["Objednávka č. 12 dodavatel množství cena", *lines]))
    assert normalise("number", "16,000", habits) == "16.000"
    assert habits.decimal_sure
    mixed = decide(document(["Objednávka č. 12 dodavatel množství cena", *lines, "00060 500 ks Šroub"]))
    assert not mixed.decimal_sure


def test_custom_of_a_language_is_not_overruled_by_round_numbers() -> None:
    lines = [f"{n} {q}.000 Stk Schraube" for n, q in enumerate((1, 5, 2, 10), 1)]
    habits = decide(document(["Bestellung Nr. 12 Lieferant Menge Bezeichnung", *lines]))
    assert normalise("number", "5.000", habits) == "5000"
    assert not habits.decimal_sure


def test_capital_in_the_letterhead_is_no_evidence_of_weight() -> None:
    lines = [[(50.0, str(n)), (300.0, f"{q}.50"), (400.0, f"{q}.50")] for n, q in enumerate((3, 4), 1)]
    doc = document([*lines, "Stammkapital 1.000.000,00 EUR Stammkapital 2.000.000,00 EUR"])
    assert decide(doc).decimal == "."
    assert decide(doc).currency is None


def test_numbers_with_dashes_are_no_dates() -> None:
    doc = document(["Concime NPK 8-20-30 per il fornitore", "Data ordine 02/02/27 consegna", "Termine 27/02/27",
                    "Pagamento 01/03/27"])  # fmt: skip
    habits = decide(doc)
    assert habits.date_order == "dmy"
    assert normalise("date", "02/03/27", habits) == "2027-03-02"


def test_nothing_is_delivered_before_it_is_ordered() -> None:
    """paperless-ng 1295: an ambiguous day is decided by order date <= delivery date."""
    lines = ["Order date 05/03/2022 of the buyer", "Delivery date 02/04/2022"]
    habits = decide(document(list(lines)))
    assert habits.date_order == "dmy"
    assert any("ordered" in line for line in habits.evidence)
    lines = ["Order date 03/05/2022 of the buyer", "Delivery date 04/02/2022"]
    assert decide(document(list(lines))).date_order == "mdy"


@given(
    quantity=st.integers(1, 9000), cents=st.integers(1, 99999), comma=st.booleans(), priced=st.booleans(),
    swapped=st.booleans(),
)  # fmt: skip
def test_a_misread_sign_never_goes_unnoticed(
    quantity: int, cents: int, comma: bool, priced: bool, swapped: bool
) -> None:
    """invoice2data 12: whatever sign is decided, a value that is wrong comes with a failed check."""
    sign, group = (",", ".") if comma else (".", ",")
    price = Decimal(cents) / 100

    def printed(number: Decimal, places: int) -> str:
        return f"{number:,.{places}f}".replace(",", "G").replace(".", sign).replace("G", group)

    texts = {"quantity": printed(Decimal(quantity), 0), "unit_price": printed(price, 2),
             "line_amount": printed(quantity * price, 2)}  # fmt: skip
    kept = texts if priced else {"quantity": texts["quantity"]}
    doc = document([[(60.0 + 140 * n, text) for n, text in enumerate(kept.values())]])
    habits = decide(doc)
    if swapped:
        habits = replace(habits, decimal=group, quantity_decimal="")
    line: dict[str, Value] = {}
    for name, text in kept.items():
        read = normalise("number" if name == "quantity" else "amount", text, habits)
        assert read is not None
        line[name] = value(doc, text, read, nth=list(kept.values())[: list(kept).index(name)].count(text))
    wrong = Decimal(line["quantity"].value) != quantity
    checks, _ = check(reading(doc, lines=[line]), doc, habits=habits)
    assert not wrong or any(not c.passed for c in checks)
