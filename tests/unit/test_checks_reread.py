"""Cells read from the wrong column are corrected only by another printed number that proves the line."""

from __future__ import annotations

import pytest

from data.result import Extraction, Value
from data.schema import Document
from models.checks.reread import reread
from tests.sheets import Cell, document, reading, value

ROW: list[Cell] = [
    (60.0, "30.00"),
    (120.0, "1.00"),
    (180.0, "25.00"),
    (260.0, "6.00"),
    (310.0, "PCE"),
    (450.0, "150.00"),
]


def read(row: list[Cell], **cells: str) -> tuple[Document, Extraction]:
    doc = document([row, "Price 1.00 2.50"])
    return doc, reading(doc, lines=[{name: value(doc, text) for name, text in cells.items()}])


def texts(doc: Document, extraction: Extraction) -> dict[str, str]:
    return {name: v.text for name, v in reread(extraction, doc).lines[0].fields.items()}


@pytest.mark.parametrize("wrong", ["30.00", "1.00"])
def test_price_from_the_wrong_column(wrong: str) -> None:
    doc, extraction = read(ROW, quantity="6.00", unit="PCE", unit_price=wrong, line_amount="150.00")
    after = reread(extraction, doc).lines[0].fields["unit_price"]
    assert (after.value, after.text) == ("25.00", "25.00")
    assert after.boxes == value(doc, "25.00").boxes
    assert after.candidates == (wrong,)


def test_missing_price_is_found() -> None:
    doc, extraction = read(ROW, quantity="6.00", unit="PCE", line_amount="150.00")
    assert texts(doc, extraction)["unit_price"] == "25.00"


def test_price_with_its_base() -> None:
    row: list[Cell] = [
        (60.0, "19.50"),
        (120.0, "2"),
        (180.0, "20.00"),
        (260.0, "10"),
        (310.0, "PCE"),
        (450.0, "100.00"),
    ]
    doc, extraction = read(row, quantity="10", unit="PCE", unit_price="19.50", line_amount="100.00")
    after = texts(doc, extraction)
    assert (after["unit_price"], after["price_base_quantity"]) == ("20.00", "2")


def test_quantity_from_the_wrong_column_is_the_number_by_the_unit() -> None:
    row: list[Cell] = [(60.0, "100"), (80.0, "Stk"), (140.0, "1"), (200.0, "1.00"), (450.0, "100.00")]
    doc, extraction = read(row, quantity="1", unit="Stk", unit_price="1.00", line_amount="100.00")
    assert texts(doc, extraction)["quantity"] == "100"
    doc, extraction = read(row, quantity="1", unit_price="1.00", line_amount="100.00")
    assert texts(doc, extraction)["quantity"] == "1"  # without a unit 1 x 100 is as good as 100 x 1


def test_quantity_and_price_mixed_up() -> None:
    row: list[Cell] = [(60.0, "100.00"), (200.0, "10"), (215.0, "Stk"), (450.0, "1000.00")]
    doc, extraction = read(row, quantity="100.00", unit="Stk", line_amount="1000.00")
    after = texts(doc, extraction)
    assert (after["quantity"], after["unit_price"]) == ("10", "100.00")


def test_right_lines_and_unknown_amounts_are_left_alone() -> None:
    doc, extraction = read(ROW, quantity="6.00", unit="PCE", unit_price="25.00", line_amount="150.00")
    assert reread(extraction, doc) is extraction
    doc, extraction = read(ROW, quantity="6.00", unit="PCE", unit_price="30.00")
    assert reread(extraction, doc) is extraction


def test_nothing_proves_anything_so_nothing_changes() -> None:
    doc, extraction = read(ROW, quantity="6.00", unit="PCE", unit_price="30.00", line_amount="25.00")
    assert reread(extraction, doc) == extraction
    row: list[Cell] = [(60.0, "12.50"), (260.0, "6"), (310.0, "PCE"), (450.0, "80.00")]
    doc, extraction = read(row, quantity="6", unit="PCE", unit_price="12.50", line_amount="80.00")
    assert reread(extraction, doc) == extraction


def test_two_numbers_that_would_fit_prove_nothing() -> None:
    row: list[Cell] = [(60.0, "5"), (120.0, "10"), (180.0, "12.50"), (240.0, "25.00"), (260.0, "2"), (450.0, "25.00")]
    doc = document([row])
    line = {"quantity": value(doc, "2"), "line_amount": value(doc, "25.00", nth=1)}
    assert reread(reading(doc, lines=[line]), doc).lines[0].fields["unit_price"].text == "12.50"
    row[0] = (60.0, "12.50")
    doc = document([row])
    line = {"quantity": value(doc, "2"), "line_amount": value(doc, "25.00", nth=1)}
    assert reread(reading(doc, lines=[line]), doc).lines[0].fields["unit_price"].value == "12.50"


def test_numbers_of_other_lines_and_fields_are_not_taken() -> None:
    doc = document([[(60.0, "25"), (260.0, "6"), (450.0, "150.00")]])
    line = {"line_no": value(doc, "25"), "quantity": value(doc, "6"), "line_amount": value(doc, "150.00")}
    assert "unit_price" not in reread(reading(doc, lines=[line]), doc).lines[0].fields
    free: dict[str, Value] = {k: v for k, v in line.items() if k != "line_no"}
    assert reread(reading(doc, lines=[free]), doc).lines[0].fields["unit_price"].text == "25"
