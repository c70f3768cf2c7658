"""Reports of section A, numbers and currency: each with its own small document (docs/conformance.md).

What single printed numbers mean is tested in tests/unit/test_values_numbers.py; here whole pages are read.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from data.result import Extraction
from data.values.habits import decide
from models.checks import check
from serving.odoo.matches import LineMatch
from serving.odoo.matching import Options, convert, match
from serving.odoo.records import Unit
from tests.builders import COLUMNS, Column, Item, OrderPaper, items, money, order
from tests.masterdata import order as master_order
from tests.masterdata import shared as master
from tests.pictures import scanned
from tests.reading import cell, document, extract, mistakes, needs_model, of_kind

pytestmark = needs_model


def comma_items() -> list[Item]:
    """Items whose quantities and amounts can each be read in two ways; products decide."""
    rows = [("1.000", "27,80", "27.800,00"), ("2.500", "0,125", "312,50"), ("12", "3,99", "47,88")]
    return [
        replace(item, quantity=q, price=p, amount=a)
        for item, (q, p, a) in zip(items(3, decimal=","), rows, strict=True)
    ]  # fmt: skip


def test_a01_decimal_comma_by_the_documents_own_evidence() -> None:
    rows = comma_items()
    content = order(rows, OrderPaper(decimal=","))
    assert decide(document(content)).decimal == ","
    assert mistakes(extract(content), rows, ",") == []


@pytest.mark.parametrize("name", ["quantity", "unit_price", "line_amount"])
@pytest.mark.parametrize("factor", [100, Decimal("0.01"), 1000])
def test_a01_an_error_of_100_cannot_pass_the_checks(name: str, factor: Decimal) -> None:
    content = order(items(3))
    result = extract(content)
    assert not failed(content, result)
    line = result.lines[1]
    value = line.fields[name]
    wrong = replace(value, value=format(Decimal(value.value) * factor, "f"))
    lines = (result.lines[0], replace(line, fields=line.fields | {name: wrong}), result.lines[2])
    assert "line_amount" in failed(content, replace(result, lines=lines))


def failed(content: bytes, result: Extraction) -> set[str]:
    return {c.code for c in check(result, document(content))[0] if not c.passed}


def test_a02_the_same_sender_may_write_point_and_comma() -> None:
    for decimal in (".", ","):
        rows = items(5, decimal=decimal)
        content = order(rows, OrderPaper(decimal=decimal))
        habits = decide(document(content))
        assert habits.decimal == decimal
        assert any("decimal sign" in sentence for sentence in habits.evidence), "a person can see why"
        assert mistakes(extract(content), rows, decimal) == []


@pytest.mark.parametrize("group", ["'", " ", "\xa0"])
def test_a03_apostrophes_and_spaces_group_thousands(group: str) -> None:
    rows = []
    for i, item in enumerate(items(4)):
        price = Decimal(42987 + 1111 * i) + Decimal("0.56")
        quantity = 2 + i
        printed = [money(v).replace(",", group) for v in (price, price * quantity)]
        rows.append(replace(item, quantity=str(quantity), price=printed[0], amount=printed[1]))
    paper = OrderPaper(currency="CHF")
    paper.letterhead()
    paper.head()
    for row in rows:
        paper.item(row)
    found = of_kind(extract(paper.pdf()), "item")
    expected = [[Decimal(v.replace(group, "")) for v in (row.price, row.amount)] for row in rows]
    assert [[Decimal(cell(x, n) or "0") for n in ("unit_price", "line_amount")] for x in found] == expected


def test_a04_spaces_inside_numbers_and_numbers_on_the_middle_line() -> None:
    rows = items(5, lines=3)
    rows = [
        replace(row, price=f"18. {500000 + i}", quantity="2", amount=f"{Decimal(f'18.{500000 + i}') * 2:.2f}")
        for i, row in enumerate(rows)
    ]
    result = extract(order(rows, numbers_on=1))
    assert [cell(x, "unit_price") for x in of_kind(result, "item")] == [f"18.{500000 + i}" for i in range(5)]
    assert mistakes(result, rows, texts=True) == []


def test_a06_brackets_are_minus_signs_and_text_is_what_is_printed() -> None:
    rows = items(4)
    rows[1] = replace(rows[1], price="(5.00)", quantity="1", amount="(5.00)")
    rows[2] = replace(rows[2], price="(12.50)", quantity="1", amount="(12.50)")
    paper = OrderPaper()
    paper.letterhead()
    paper.head()
    for row in rows:
        paper.item(row)
    found = [x for x in extract(paper.pdf()).lines if x.kind in ("item", "discount", "charge")]
    assert [x.fields["line_amount"].text for x in found] == [row.amount for row in rows]
    assert [cell(x, "line_amount") for x in found][1:3] == ["-5.00", "-12.50"]


def test_a07_what_is_not_printed_is_absent_and_never_0() -> None:
    rows = items(5)
    without = tuple(c for c in COLUMNS if c.part not in ("price", "amount"))
    paper = OrderPaper(without)
    paper.letterhead()
    paper.head()
    for row in rows:
        paper.item(row)
    paper.footer()
    result = extract(paper.pdf())
    found = of_kind(result, "item")
    assert [cell(x, "quantity") for x in found] == [row.quantity for row in rows]
    assert {n for x in found for n in x.fields} & {"unit_price", "line_amount", "tax_rate", "discount_percent"} == set()
    assert not [name for name in result.fields if name.startswith("total_")]


@pytest.mark.parametrize("name", ["quantity", "unit_price", "line_amount"])
def test_a07_a_lost_column_is_noticed(name: str) -> None:
    content = order(items(5))
    result = extract(content)
    lines = tuple(replace(x, fields={n: v for n, v in x.fields.items() if n != name}) for x in result.lines)
    assert "column_lost" in failed(content, replace(result, lines=lines))


def test_a08_pound_in_the_text_layer_stays_a_pound() -> None:
    paper = OrderPaper(currency="")
    paper.letterhead()
    priced = tuple(replace(c, title=("Unit price (£)",)) if c.part == "price" else c for c in COLUMNS)
    paper.columns = priced
    paper.head()
    for row in items(4):
        paper.item(row)
    paper.totals()
    result = extract(paper.pdf())
    assert result.sources == ("text",)
    assert result.fields["currency"].value == "GBP"


def test_a08_two_currencies_are_said() -> None:
    paper = OrderPaper(currency="EUR")
    paper.letterhead()
    paper.head()
    for row in items(3):
        paper.item(replace(row, price=f"{row.price} USD", amount=f"{row.amount} USD"))
    paper.footer()
    content = paper.pdf()
    assert any(c.code == "currency" and not c.passed for c in check(extract(content), document(content))[0])


@pytest.mark.parametrize("sign", ["€", "$", "£"])
def test_a09_a_currency_sign_is_no_digit_of_a_scanned_amount(sign: str) -> None:
    rows = items(5)
    signed = _drawn([replace(row, price=f"{sign}{row.price}", amount=f"{sign}{row.amount}") for row in rows])
    found = of_kind(extract(scanned(signed), "order.png"), "item")
    assert len(found) == len(rows)
    for row, line in zip(rows, found, strict=True):
        for name, want in (("unit_price", row.price), ("line_amount", row.amount)):
            value = line.fields.get(name)
            right = value is not None and Decimal(value.value) == Decimal(want.replace(",", ""))
            assert right or value is None or (value.confidence or 0.0) < 0.9, f"{name} {want} read as {value}"


def _drawn(rows: list[Item]) -> bytes:
    paper = OrderPaper()
    paper.letterhead()
    paper.head()
    for row in rows:
        paper.item(row)
    paper.footer()
    return paper.pdf()


def test_a10_a_number_in_two_pieces_is_one_number() -> None:
    rows = items(5, decimal=",")
    paper = OrderPaper(tuple(c for c in COLUMNS if c.part != "price"), decimal=",")
    paper.letterhead()
    paper.head()
    for row in rows:
        whole, cents = row.price.split(",")
        paper.text(452, paper.y, f"{whole},", right=True)
        paper.text(454, paper.y, cents)
        paper.item(row)
    paper.totals()
    found = of_kind(extract(paper.pdf()), "item")
    assert [Decimal(cell(x, "unit_price") or "0") for x in found] == [Decimal(r.price.replace(",", ".")) for r in rows]


def test_a12_text_is_the_print_and_value_is_normalised() -> None:
    content = order(items(40, decimal=","), OrderPaper(decimal=","))
    amounts = [x.fields["line_amount"] for x in of_kind(extract(content), "item")]
    large = [v for v in amounts if "." in v.text]
    assert large
    assert all(v.value == v.text.replace(".", "").replace(",", ".") for v in amounts)


def test_a13_prices_are_not_recomputed_and_rounding_is_reported() -> None:
    """OCA/edi 16: 7 x 10.2015 is 71.4105; the page says 71.41, and the price keeps its four decimals."""
    rows = [replace(r, quantity="7", price="10.2015", amount="71.41") for r in items(3)]
    content = order(rows)
    result = extract(content)
    assert mistakes(result, rows) == []
    assert {cell(x, "unit_price") for x in of_kind(result, "item")} == {"10.2015"}
    said = [c for c in result.checks if c.code == "line_amount"]
    assert [c.passed for c in said] == [True] * 3
    assert all("residue" in c.message for c in said)


BASED = (
    *COLUMNS[:3], Column("quantity", ("Qty",), 300, right=True), Column("unit", ("Unit",), 308),
    Column("price", ("Price",), 380, right=True), Column("base", ("per",), 410, right=True),
    Column("discount", ("Disc. %",), 460, right=True), Column("amount", ("Amount",), 545, right=True),
)  # fmt: skip


def test_a14_price_base_and_discount_are_fields_of_one_identity() -> None:
    paper = OrderPaper(BASED)
    paper.letterhead()
    paper.head()
    printed = (("1000", "45.20", "100", "10", "406.80"), ("250", "12.00", "100", "5", "28.50"),
               ("40", "7.50", "1", "0", "300.00"))  # fmt: skip
    for row, (quantity, price, base, discount, amount) in zip(items(3), printed, strict=True):
        paper.text(410, paper.y, base, right=True)
        paper.text(460, paper.y, discount, right=True)
        paper.columns = [c for c in BASED if c.part not in ("base", "discount")]
        paper.item(replace(row, quantity=quantity, price=price, amount=amount))
    paper.totals()
    result = extract(paper.pdf())
    names = ("quantity", "unit_price", "price_base_quantity", "discount_percent", "line_amount")
    found = of_kind(result, "item")
    assert [tuple(cell(x, n) for n in names) for x in found[:2]] == list(printed[:2])
    assert [c.passed for c in result.checks if c.code == "line_amount"] == [True] * 3


def bound_line(unit: str) -> tuple[LineMatch, Unit]:
    """The line of a product that is counted in pieces, ordered in another unit, matched with the master data."""
    (line,) = match(master_order({"supplier_article_no": "HB-0840", "unit": unit}), master(), options=Options(1)).lines
    own = master().unit(line.unit_id or 1)
    assert line.product.chosen is not None
    assert own is not None
    return line, own


@pytest.mark.parametrize("unit", ["m2", "kg", "l"])
def test_a15_a_unit_of_another_kind_is_an_exception_and_never_dropped(unit: str) -> None:
    line, _ = bound_line(unit)
    assert line.unit_problem == "other_category"
    assert line.unit_id is None
    assert line.product.chosen is not None, "the product stays bound, the line stays on the order"


def test_a16_quantity_and_price_are_converted_together() -> None:
    line, dozens = bound_line("Dutzend")
    assert (dozens.name, line.factor) == ("Dozens", Decimal(1))
    pieces = convert(Decimal(3), Decimal("6.00"), dozens.factor)
    assert (pieces.quantity, pieces.price) == (Decimal(36), Decimal("0.50"))
    carton, _ = bound_line("karton")
    pieces = convert(Decimal(2), Decimal("50.00"), carton.factor)
    assert (pieces.quantity, pieces.price) == (Decimal(400), Decimal("0.25"))
