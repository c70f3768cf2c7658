"""Missing, doubled and merged lines are noticed, and completeness says how likely it is that none is missing."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.result import Check, Extraction, Value
from data.schema import Document
from models.checks import check
from tests.orders import TITLES, order
from tests.sheets import Cell, document, reading


def failed(extraction: Extraction, doc: Document) -> dict[str, Check]:
    return {c.code: c for c in check(extraction, doc)[0] if not c.passed}


def passed(extraction: Extraction, doc: Document) -> set[str]:
    return {c.code for c in check(extraction, doc)[0] if c.passed}


def complete(extraction: Extraction, doc: Document) -> float:
    score = check(extraction, doc)[1]
    assert score is not None
    return score


def test_faultless_reading_is_complete() -> None:
    made = order(5)
    assert failed(made.read(), made.document) == {}
    assert passed(made.read(), made.document) >= {"line_amount", "sum_of_lines", "positions", "item_rows"}
    assert complete(made.read(), made.document) > 0.98


@pytest.mark.parametrize("lost", [0, 2, 4])
def test_any_lost_row_is_noticed(lost: int) -> None:
    """tabula 1029: the last row of a page silently missing; docling 268, Azure 25034: 19 of 20 rows."""
    made = order(5)
    extraction = made.read([line for n, line in enumerate(made.lines) if n != lost])
    found = failed(extraction, made.document)
    assert {"sum_of_lines", "item_rows"} <= set(found)
    assert f"A-{lost + 1}" in found["item_rows"].message
    assert ("positions" in found) == (lost != 4)
    assert complete(extraction, made.document) < 0.3


def test_page_two_lost() -> None:
    """tabula 1150: rows from page 2 on missing."""
    made = order(9, per_page=5)
    found = failed(made.read([line for line in made.lines if line.page == 1]), made.document)
    assert "4 rows look like items" in found["item_rows"].message
    assert "page 2" in found["item_rows"].message


def test_without_total_the_sum_somewhere_on_the_page_counts() -> None:
    made = order(5)
    extraction = made.read(total_net=None)
    assert "sum_of_lines" not in passed(extraction, made.document)
    bare = order(5, total=False)
    assert complete(extraction, made.document) > complete(bare.read(), bare.document)


@pytest.mark.parametrize(
    "text",
    ["Items: 5", "Liczba pozycji: 5", "5 items", "Anzahl Positionen: 5", "Nombre de lignes : 5", "Numero righe 5",
     "Número de líneas: 5", "Aantal regels: 5", "Počet položek: 5", "Total items 5", "Total lines: 5", "(5 pozycji)"],
)  # fmt: skip
def test_printed_count(text: str) -> None:
    made = order(5, foot=[text])
    assert "item_count" in passed(made.read(), made.document)
    found = failed(made.read(made.lines[:4]), made.document)
    assert "counts 5 items, 4 were read" in found["item_count"].message
    assert complete(made.read(made.lines[:4]), made.document) < 0.05


@pytest.mark.parametrize(
    "text", ["Item 5 is urgent", "Page 5", "Lines 5,50", "items: 12.50", "see 5 items below the line"]
)
def test_no_count_where_none_is_stated(text: str) -> None:
    made = order(3, foot=[text])
    assert "item_count" not in {c.code for c in check(made.read(), made.document)[0]}


def test_positions() -> None:
    made = order(4)
    doubled = made.read([*made.lines, made.lines[0]])
    assert "2 times" in failed(doubled, made.document)["positions"].message
    turned = made.read(tuple(reversed(made.lines)))
    assert "order" in failed(turned, made.document)["positions"].message
    gap = failed(made.read([made.lines[0], made.lines[3]]), made.document)["positions"]
    assert "20, 30" in gap.message
    first = failed(made.read(made.lines[1:]), made.document)["positions"]
    assert "without 10" in first.message
    plain = order(4, step=1)
    assert "positions" in passed(plain.read(), plain.document)


def test_positions_that_are_no_numbers_are_not_judged() -> None:
    made = order(3)
    named = [replace(line, fields={**line.fields, "line_no": Value(f"1.{n}", f"1.{n}")})
             for n, line in enumerate(made.lines)]  # fmt: skip
    assert "positions" not in {c.code for c in check(made.read(named), made.document)[0]}


def test_totals_and_carry_overs_are_no_lost_rows() -> None:
    foot: list[list[Cell] | str] = [
        [(90.0, "Total quantity"), (280.0, "20"), (450.0, "50.00")],
        [(280.0, "23"), (350.0, "11.50"), (450.0, "61.50")],
        "Tax 23 % of 50.00 is 11.50",
    ]
    made = order(5, foot=foot)
    assert "item_rows" in passed(made.read(), made.document)


def test_row_between_items_that_is_no_item() -> None:
    made = order(5, head=("PURCHASE ORDER 4711", "Your offer 12 of 2.50 from 03.04.2022"))
    assert "item_rows" in passed(made.read(), made.document)


def test_roles_of_the_model_count_as_well() -> None:
    made = order(5)
    roles = [["item" if word.text in ("A-3", "30") else "other" for word in page.words] for page in made.document.pages]
    lines = [line for n, line in enumerate(made.lines) if n != 2]
    bare = [replace(line, fields={"line_no": line.fields["line_no"]}) for line in lines]
    checks, _ = check(made.read(bare), made.document, roles)
    assert [c.passed for c in checks if c.code == "item_rows"] == [False]
    schedule = [["schedule"] * len(page.words) for page in made.document.pages]
    checks, _ = check(made.read(lines), made.document, schedule)
    assert [c.passed for c in checks if c.code == "item_rows"] == [True]


def test_column_on_the_page_that_no_line_got() -> None:
    """sparrow 90: whole columns dropped."""
    made = order(4)
    blind = [replace(line, fields={k: v for k, v in line.fields.items() if k != "unit_price"}) for line in made.lines]
    assert "unit price" in failed(made.read(blind), made.document)["column_lost"].message
    assert "column_lost" not in failed(made.read(), made.document)
    dated = order(4, titles=[*TITLES, (510.0, "Termin")], extra=[(510.0, "14.07.2022")])
    assert "delivery date" in failed(dated.read(), dated.document)["column_lost"].message


def test_nothing_to_judge_by_is_none() -> None:
    doc = document(["Dear Sirs", "please call us"])
    assert check(reading(doc), doc) == ((), None)


def test_total_without_any_line_is_hardly_complete() -> None:
    made = order(5)
    assert complete(made.read([]), made.document) < 0.5


def test_tax_tables_and_percentages_are_no_lost_rows() -> None:
    foot: list[list[Cell] | str] = [
        [(90.0, "VAT"), (280.0, "8"), (350.0, "50.00"), (450.0, "4.00")],
        [(90.0, "Discount 3 %"), (350.0, "50.00"), (450.0, "1.50")],
        [(280.0, "8"), (350.0, "30.00"), (450.0, "2.40")],
        "of which 8 % VAT",
    ]
    made = order(5, total=False, foot=foot)
    assert "item_rows" in passed(made.read(), made.document)


def test_rates_on_item_rows_do_not_hide_a_lost_row() -> None:
    made = order(5, extra=[(510.0, "20 % VAT")], foot=["20 % VAT"])
    lost = made.read([line for n, line in enumerate(made.lines) if n != 2])
    assert "A-3" in failed(lost, made.document)["item_rows"].message
