"""Reports of section C, tables and line items: each with its own small document (docs/conformance.md)."""

from __future__ import annotations

import time
from dataclasses import replace
from decimal import Decimal

import pytest

from data.result import Extraction
from models.checks import check
from tests.builders import COLUMNS, DATED, Column, OrderPaper, items, order
from tests.pictures import scanned
from tests.reading import cell, document, extract, extractor, mistakes, needs_model, of_kind, values, words

pytestmark = needs_model


@pytest.mark.parametrize("repeat_head", [True, False])
@pytest.mark.parametrize("carry", [True, False])
@pytest.mark.parametrize("rules", [True, False])
def test_c25_table_that_continues_is_one_table(repeat_head: bool, carry: bool, rules: bool) -> None:
    rows = items(40)
    result = extract(order(rows, OrderPaper(repeat_head=repeat_head, carry=carry, rules=rules)))
    assert result.pages == 2
    assert mistakes(result, rows) == []
    assert sorted({line.page for line in of_kind(result, "item")}) == [1, 2]


def test_c27_last_line_of_a_cell_on_the_next_page_stays_with_its_row() -> None:
    rows = items(6, lines=4)
    paper = OrderPaper(height=480)
    paper.letterhead()
    paper.head()
    for i, row in enumerate(rows):
        paper.item(row, split_at=3 if i == 3 else None)
    paper.totals()
    result = extract(paper.pdf())
    assert mistakes(result, rows, texts=True) == []
    description = of_kind(result, "item")[3].fields["description"]
    assert {place.page for place in description.boxes} == {1, 2}


@pytest.mark.parametrize(("count", "pages"), [(60, 2), (100, 3), (170, 5)])
def test_c28_tables_over_several_pages_are_stitched(count: int, pages: int) -> None:
    rows = items(count)
    result = extract(order(rows, OrderPaper(carry=True)))
    assert result.pages == pages
    assert mistakes(result, rows) == []


THREE_LINES = (
    Column("position", ("Pos.", "Item", "No"), 50), Column("article", ("Article", "number", "(ours)"), 85),
    Column("description", ("Description", "of goods", "2026"), 150),
    Column("quantity", ("Qty", "ordered", "10"), 375, right=True), Column("unit", ("Unit", "of", "measure"), 385),
    Column("price", ("Price", "per unit", "EUR"), 470, right=True),
    Column("amount", ("Amount", "excl. VAT", "EUR"), 545, right=True),
)  # fmt: skip


def test_c29_head_of_three_lines_is_no_item() -> None:
    rows = items(5)
    result = extract(order(rows, OrderPaper(THREE_LINES)))
    assert mistakes(result, rows) == []


def test_c30_text_that_runs_over_columns_leaves_the_numbers_alone() -> None:
    long = "Safety gloves nitrile coated size 10, box of 100 pairs, blue"
    rows = [replace(row, description=(long, row.description[0])) for row in items(4)]
    narrow = tuple(replace(c, x=c.x + 22) if c.part in ("quantity", "unit") else c for c in COLUMNS)
    result = extract(order(rows, OrderPaper(narrow)))
    assert mistakes(result, rows) == []
    assert not [c for c in result.checks if c.code == "cell_overlap"]


def test_c30_a_note_across_all_columns_belongs_to_no_number() -> None:
    rows = items(4)
    paper = OrderPaper()
    paper.letterhead()
    paper.head()
    for row in rows:
        paper.item(row)
        paper.note("Deliver to gate 5 on weekdays from 8 to 14, quote 4500118 on every delivery note and box")
    paper.totals()
    assert mistakes(extract(paper.pdf()), rows) == []


def merged_cell(*, spans: int) -> Extraction:
    """An order whose first `spans` rows share a boxed cell with the delivery date in it; one more row has none."""
    paper = OrderPaper(DATED, rules=False)
    paper.letterhead()
    paper.head()
    top = paper.y - 12
    paper.text(290, top + 9 * spans, "17.04.2026")
    for i, row in enumerate(items(spans + 1)):
        for x0, x1 in ((48, 285), (350, 547)) if 0 < i < spans else ((48, 547),):
            paper.rule(x0, paper.y - 12, x1, paper.y - 12)
        paper.item(row)
    for x in (48, 285, 350, 547):
        paper.rule(x, top, x, paper.y - 12)
    paper.rule(48, paper.y - 12, 547, paper.y - 12)
    paper.totals()
    return extract(paper.pdf())


@pytest.mark.parametrize("spans", [2, 3])
def test_c31_c43_a_merged_cell_is_given_to_no_wrong_row(spans: int) -> None:
    result = merged_cell(spans=spans)
    assert mistakes(result, items(spans + 1)) == []
    dates = [cell(line, "delivery_date") for line in of_kind(result, "item")]
    assert set(dates[:spans]) <= {"2026-04-17", None}
    assert "2026-04-17" in dates[:spans]
    assert dates[spans] is None


@pytest.mark.parametrize("spans", [2, 3])
def test_c31_c43_a_merged_cell_counts_for_every_row_it_spans(spans: int) -> None:
    dates = [line.fields.get("delivery_date") for line in of_kind(merged_cell(spans=spans), "item")]
    assert [v.value if v else None for v in dates] == ["2026-04-17"] * spans + [None]
    assert sorted(v.source for v in dates if v) == ["derived"] * (spans - 1) + ["model"]


@pytest.mark.parametrize("leading", [9.2, 10.0, 11.5])
def test_c32_tight_rows_stay_apart(leading: float) -> None:
    rows = items(12)
    assert mistakes(extract(order(rows, OrderPaper(leading=leading, gap=0))), rows) == []


def test_c32_two_numbers_in_one_cell_fail_a_check() -> None:
    """Where two rows were taken for one all the same, the reader must notice it."""
    content = order(items(5))
    result = extract(content)
    first, second = result.lines[:2]
    both = {
        name: replace(value, text=f"{value.text} {second.fields[name].text}",
                      boxes=(*value.boxes, *second.fields[name].boxes))
        for name, value in first.fields.items() if name in second.fields
    }  # fmt: skip
    merged = replace(result, lines=(replace(first, fields=both), *result.lines[2:]))
    checks, completeness = check(merged, document(content))
    assert {c.code for c in checks if not c.passed} & {"two_numbers", "line_amount"}
    assert completeness is not None
    assert completeness < (result.completeness or 1.0)


def test_c34_last_row_that_starts_in_the_middle_of_a_page() -> None:
    rows = items(36)  # the second page holds a few rows only
    paper = OrderPaper()
    content = order(rows, paper)
    assert paper.page == 2
    assert mistakes(extract(content), rows) == []


def test_c35_no_row_of_any_page_is_lost() -> None:
    rows = items(60)
    result = extract(order(rows, OrderPaper(carry=True), extra="Items: 60"))
    assert mistakes(result, rows) == []
    assert not [c for c in result.checks if not c.passed and c.code in ("positions", "item_count", "sum_of_lines")]


def lost(result: Extraction, content: bytes, index: int) -> tuple[set[str], float]:
    """Failed checks and completeness of `result` without line `index`."""
    without = replace(result, lines=result.lines[:index] + result.lines[index + 1 :], checks=(), completeness=None)
    checks, completeness = check(without, document(content))
    return {c.code for c in checks if not c.passed}, completeness if completeness is not None else 1.0


@pytest.mark.parametrize("index", [0, 11, 23])
def test_c35_a_lost_row_is_noticed(index: int) -> None:
    rows = items(24)
    content = order(rows, extra="Items: 24")
    result = extract(content)
    assert mistakes(result, rows) == []
    failed, completeness = lost(result, content, index)
    assert {"item_count", "sum_of_lines"} <= failed
    assert "positions" in failed or index == 23, "a gap shows unless the last position is gone"
    assert completeness < 0.2


def test_c36_the_model_is_pinned_and_names_itself() -> None:
    result = extract(order(items(3)))
    assert result.model_name == "default"
    assert result.model_version == extractor().version
    assert result.model_version == extractor().folder.name, "the version is the folder: no model changes in place"


def test_c37_nineteen_lines_over_two_pages_are_nineteen() -> None:
    rows = items(19, lines=2)
    result = extract(order(rows, OrderPaper(gap=9)))
    assert result.pages == 2
    assert mistakes(result, rows) == []


def test_c38_twenty_rows_are_all_there_and_said_to_be() -> None:
    rows = items(20)
    content = order(rows)
    result = extract(content)
    assert mistakes(result, rows) == []
    assert result.completeness is not None
    assert result.completeness > 0.9
    _, without = lost(result, content, 7)
    assert without < 0.5 * result.completeness


def test_c40_headings_and_notes_are_no_items() -> None:
    rows = items(6)
    paper = OrderPaper()
    paper.letterhead()
    paper.head()
    for i, row in enumerate(rows):
        if i in (0, 3):
            paper.section(("Lot A: workshop", "Lot B: stores")[i // 3])
        paper.item(row)
    paper.totals()
    result = extract(paper.pdf())
    assert mistakes(result, rows) == []
    others = " ".join(cell(line, "description") or "" for line in of_kind(result, "section", "comment"))
    assert "Lot A" in others
    assert "Lot B" in others


@pytest.mark.parametrize("decimal", [".", ","])
def test_c41_nothing_is_read_that_is_not_printed(decimal: str) -> None:
    rows = items(15, decimal=decimal, lines=2)
    content = order(rows, OrderPaper(decimal=decimal, carry=True))
    printed = {w for page in document(content).pages for word in page.words for w in words(word.text)}
    result = extract(content)
    assert mistakes(result, rows, decimal) == []
    strangers = [(name, v.text) for name, v in values(result) if set(words(v.text)) - printed]
    assert strangers == []
    assert of_kind(result, "item")[-1].fields["line_no"].value == rows[-1].position, "totals are no rows"


@pytest.mark.parametrize("numbers_on", [0, 1, 2])
def test_c42_wrapped_text_above_and_below_the_numbers(numbers_on: int) -> None:
    rows = items(8, lines=3)
    assert mistakes(extract(order(rows, numbers_on=numbers_on)), rows, texts=True) == []


def test_c42_price_on_one_line_and_text_on_the_next() -> None:
    rows = [replace(row, description=("", *row.description)) for row in items(6, lines=2)]
    assert mistakes(extract(order(rows)), rows, texts=True) == []


def test_c44_text_and_scan_of_one_page_agree_on_amounts_or_say_so() -> None:
    rows = items(8)
    content = order(rows)
    text, scan = extract(content), extract(scanned(content), "order.png")
    assert scan.sources == ("ocr",)
    assert len(of_kind(scan, "item")) == len(rows)
    for name in ("total_net", "total_gross"):
        assert scan.fields[name].value == text.fields[name].value
    for ours, theirs in zip(of_kind(text, "item"), of_kind(scan, "item"), strict=True):
        for name in ("quantity", "unit_price", "line_amount"):
            value = theirs.fields.get(name)
            same = value is not None and Decimal(value.value) == Decimal(ours.fields[name].value)
            sure = (value.confidence or 0.0) if value is not None else 0.0
            assert same or sure < 0.9, f"{name}: {value} against {ours.fields[name].value}"


def test_c48_thirteen_items_on_seven_pages() -> None:
    rows = items(13, lines=4)
    paper = OrderPaper(gap=14)
    paper.letterhead()
    paper.head()
    for i, row in enumerate(rows):
        if i % 2 == 1:
            paper.break_page()
        paper.item(row)
        paper.note("Batch certificate EN 10204 3.1 required. Storage temperature 5 to 25 C. Keep dry.")
    paper.totals()
    result = extract(paper.pdf())
    assert result.pages == 7
    assert mistakes(result, rows) == []


def test_c48_work_grows_with_the_pages_and_nothing_is_cut_off() -> None:
    few, many = order(items(30)), order(items(300))
    times = []
    for content, count in ((few, 30), (many, 300)):
        pages = document(content)
        started = time.process_time()
        result = extractor().extract(pages)
        times.append(time.process_time() - started)
        assert len(of_kind(result, "item")) == count
    assert times[1] < 25 * times[0] + 1.0


def test_c49_line_items_hold_many_values_of_one_field() -> None:
    result = extract(order(items(4)))
    assert len({cell(line, "line_amount") for line in of_kind(result, "item")}) == 4
