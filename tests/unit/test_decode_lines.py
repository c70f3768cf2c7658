"""Rows to lines: what belongs to an item, what is a line of its own, and where an item ends."""

from __future__ import annotations

import numpy as np
import pytest

from models.decode.assemble import assemble
from models.decode.reading import Reading
from tests.oracle import oracle
from tests.tagged import Row, cells, document, item, lines, read, row

pytestmark = pytest.mark.full
HEAD = row(
    (50, "Pos"), (90, "Article"), (160, "Description"), (350, "Qty"), (420, "Price"), (500, "Amount"), role="head"
)


def numbers(line: int, quantity: str = "12", price: str = "4.50", amount: str = "54.00", text: str = "Bolt M8") -> Row:
    return item(line, (50, f"{line + 1}", "line_no"), (90, f"A-{line}", "buyer_article_no"), (160, text, "description"),
                (350, quantity, "quantity"), (420, price, "unit_price"), (500, amount, "line_amount"))  # fmt: skip


def more(line: int, text: str, role: str = "continuation") -> Row:
    return item(line, (160, text, "description"), role=role)


def test_each_row_with_numbers_is_an_item() -> None:
    found = lines([HEAD, numbers(0), numbers(1, "3", "1.00", "3.00")])
    assert found[1] == {"kind": "item", "line_no": "2", "buyer_article_no": "A-1", "description": "Bolt M8",
                        "quantity": "3", "unit_price": "1.00", "line_amount": "3.00"}  # fmt: skip
    assert len(found) == 2


def test_text_below_its_numbers_is_part_of_the_item() -> None:
    found = lines([HEAD, numbers(0), more(0, "zinc plated"), more(0, "DIN 933"), numbers(1)])
    assert [line["description"] for line in found] == ["Bolt M8 zinc plated DIN 933", "Bolt M8"]


def test_text_above_its_numbers_is_part_of_the_item() -> None:
    found = lines(
        [HEAD, more(0, "Ball bearing", "lead"), more(0, "sealed", "lead"), numbers(0, text="6204"), numbers(1)]
    )
    assert [line["description"] for line in found] == ["Ball bearing sealed 6204", "Bolt M8"]


def test_text_above_waits_for_its_numbers_even_where_they_seem_to_begin_a_line() -> None:
    made = document([HEAD, more(0, "Ball bearing", "lead"), numbers(0, text="6204"), numbers(1)])
    reading = oracle(made)
    reading.start[:] = np.where(reading.role[:, 0] > 0.5, reading.start, 0.97)
    assert [line.fields["description"].value for line in assemble(reading).lines] == ["Ball bearing 6204", "Bolt M8"]


def test_a_word_broken_at_the_end_of_a_line_is_one_word() -> None:
    found = lines([HEAD, numbers(0, text="Sechskant-"), more(0, "schraube"), numbers(1)])
    assert found[0]["description"] == "Sechskantschraube"


def test_an_item_goes_on_over_the_page_break() -> None:
    carried = row((300, "Carried forward"), (500, "54.00"))
    result = read([HEAD, numbers(0), carried], [HEAD, more(0, "zinc plated"), numbers(1)])
    assert [line.page for line in result.lines] == [1, 2]
    assert result.lines[0].fields["description"].value == "Bolt M8 zinc plated"
    assert [place.page for place in result.lines[0].fields["description"].boxes] == [1, 2]


def test_items_as_cards_with_one_field_a_row() -> None:
    def card(line: int, article: str, quantity: str) -> list[Row]:
        return [item(line, (50, "Article:"), (130, article, "supplier_article_no")),
                item(line, (50, "Text:"), (130, f"Valve {article}", "description")),
                item(line, (50, "Quantity:"), (130, quantity, "quantity"), (180, "pcs", "unit")),
                item(line, (50, "Price:"), (130, "9.90", "unit_price")), row("")]  # fmt: skip

    found = lines([*card(0, "V-10", "2"), *card(1, "V-11", "5")])
    names = ("supplier_article_no", "description", "quantity", "unit_price")
    assert [tuple(line[name] for name in names) for line in found] == [
        ("V-10", "Valve V-10", "2", "9.90"),
        ("V-11", "Valve V-11", "5", "9.90"),
    ]


def test_delivery_splits_belong_to_their_item_and_its_own_numbers_stand() -> None:
    splits = [item(0, (160, "15.04.2026", "delivery_date"), (350, n, "quantity"), role="schedule") for n in ("5", "7")]
    found = lines([HEAD, numbers(0), *splits, numbers(1)])
    assert [line["quantity"] for line in found] == ["12", "12"]
    assert found[0]["delivery_date"] == "2026-04-15"


def test_a_charge_is_a_line_with_an_amount() -> None:
    charge = row((160, "Freight", "description"), (500, "25.00", "line_amount"), role="charge", line=1)
    found = lines([HEAD, numbers(0), charge, numbers(2)])
    assert [line["kind"] for line in found] == ["item", "charge", "item"]
    assert found[1] == {"kind": "charge", "description": "Freight", "line_amount": "25.00"}


@pytest.mark.parametrize("kind", ["section", "comment", "subtotal"])
def test_titles_notes_and_subtotals_are_lines_with_their_text(kind: str) -> None:
    found = lines([HEAD, numbers(0), row((50, "Group 2: fasteners"), role=kind, line=1), numbers(2)])
    assert found[1] == {"kind": kind, "description": "Group 2: fasteners"}
    assert [line["description"] for line in found[::2]] == ["Bolt M8", "Bolt M8"]


def test_a_title_and_the_item_below_it_do_not_join_the_item_above() -> None:
    found = lines([HEAD, numbers(0), row((50, "Pumps"), role="section", line=1), more(2, "Pump", "lead"),
                   numbers(2, text="P-7")])  # fmt: skip
    assert [line["description"] for line in found] == ["Bolt M8", "Pumps", "Pump P-7"]


def test_repeated_heads_and_what_stands_around_the_table_are_no_lines() -> None:
    assert len(lines([row("Dear Sir"), HEAD, numbers(0), HEAD, numbers(1), row("Kind regards")])) == 2


def test_a_second_row_with_the_same_numbers_is_another_item_even_where_no_start_was_seen() -> None:
    reading = oracle(document([HEAD, numbers(0), numbers(1, "3", "1.00", "3.00")]))
    reading.start[:] = 0.03
    assert [line.fields["quantity"].value for line in assemble(reading).lines] == ["12", "3"]


def test_a_row_of_numbers_is_an_item_though_its_text_looks_like_a_note() -> None:
    made = document([HEAD, numbers(0), numbers(1)])
    reading = oracle(made)
    _doubt(reading, row_of=2)
    assert [line.kind for line in assemble(reading).lines] == ["item", "item"]


def _doubt(reading: Reading, row_of: int) -> None:
    """The network takes a row for a comment with 0.55, for an item with 0.4."""
    from data.fields import ROLES

    here = reading.encoded.row == row_of
    reading.role[here] = 0.05 / (len(ROLES) - 2)
    reading.role[here, ROLES.index("comment")] = 0.55
    reading.role[here, ROLES.index("item")] = 0.4


@pytest.mark.parametrize(
    ("quantity", "price", "amount", "expected"),
    [
        ("-12", "4.50", "-54.00", ("-12", "4.50", "-54.00")),
        ("\u221212", "4.50", "\u221254.00", ("-12", "4.50", "-54.00")),
        ("12-", "4.50", "54.00-", ("-12", "4.50", "-54.00")),
        ("1", "-25.00", "(25.00)", ("1", "-25.00", "-25.00")),
        ("0", "4.50", "0.00", ("0", "4.50", "0.00")),
    ],
)
def test_negative_and_zero_numbers(quantity: str, price: str, amount: str, expected: tuple[str, ...]) -> None:
    line = lines([HEAD, numbers(0, quantity, price, amount)])[0]
    assert (line["quantity"], line["unit_price"], line["line_amount"]) == expected


@pytest.mark.parametrize(("printed", "quantity"), [("12szt.", "12"), ("\u22123 szt.", "-3"), ("2,5 szt.", "2.5")])
def test_a_unit_glued_to_its_quantity_is_read_too(printed: str, quantity: str) -> None:
    result = read([HEAD, numbers(0, printed)])
    assert cells(result.lines[0])["quantity"] == quantity
    assert result.lines[0].fields["unit"].value == "H87"
    assert result.lines[0].fields["unit"].text == "szt."


def test_cells_of_one_kind_side_by_side_stay_apart() -> None:
    """A list price beside the price: one of them is taken, they are not one number."""
    price = item(0, (350, "2", "quantity"), (420, "10", "unit_price"), (450, "500", "unit_price"),
                 (500, "20.00", "line_amount"))  # fmt: skip
    result = read([HEAD, price])
    assert result.lines[0].fields["unit_price"].value in ("10", "500")
    assert result.lines[0].fields["unit_price"].candidates


def test_an_item_of_which_only_the_position_was_read_is_none() -> None:
    assert lines([HEAD, item(0, (50, "10", "line_no")), numbers(1)])[0]["line_no"] == "2"


def test_boxes_and_text_are_those_of_the_page() -> None:
    result = read([HEAD, numbers(0, amount="1 054,00")])
    amount = result.lines[0].fields["line_amount"]
    assert (amount.value, amount.text) == ("1054.00", "1 054,00")
    assert len(amount.boxes) == 1
    assert amount.boxes[0].box.x0 == 500


def test_a_code_that_wraps_in_its_cell_is_one_code() -> None:
    """The rest of it stands alone under it and looked like nothing."""
    rows = [item(0, (50, "T40-C45-", "buyer_article_no"), (150, "Bolt M8", "description"), (300, "12", "quantity"),
                 (400, "54.00", "line_amount")),
            row((50, "060"), (150, "zinc plated", "description"), role="continuation", line=0)]  # fmt: skip
    found = lines(rows)
    assert found[0]["buyer_article_no"] == "T40-C45-060"


def test_what_stands_under_a_whole_code_is_no_part_of_it() -> None:
    rows = [item(0, (50, "T40-C45", "buyer_article_no"), (150, "Bolt M8", "description"), (300, "12", "quantity")),
            row((50, "060"), (150, "zinc plated", "description"), role="continuation", line=0)]  # fmt: skip
    assert lines(rows)[0]["buyer_article_no"] == "T40-C45"
