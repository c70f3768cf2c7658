"""Header values: whole codes, the surest of several printings, and the currency that the order is in."""

from __future__ import annotations

import numpy as np
import pytest

from data.fields import FIELDS, LABELS
from models.decode.assemble import assemble, word_roles
from models.decode.reading import Reading
from models.decode.spans import row_pieces, stacked
from tests.oracle import oracle
from tests.tagged import Row, document, fields, item, read, row, total

pytestmark = pytest.mark.full
NUMBER, TERMS = "order_number", "delivery_terms"


def weakened(rows: list[Row], text: str, p: float) -> Reading:
    """The reading of a page on which the network is only `p` sure of the word `text`."""
    reading = oracle(document(rows))
    for k in range(len(reading.encoded)):
        if reading.text(k) == text:
            best = int(reading.field[k].argmax())
            reading.field[k] *= (1 - p) / (1 - reading.field[k, best])
            reading.field[k, best] = p
    return reading


@pytest.mark.parametrize(
    ("upper", "lower", "expected"),
    [("PO", "4711/2026", "PO 4711/2026"), ("4500-", "118", "4500-118"), ("ZAM_", "77", "ZAM_77")],
)
def test_a_code_that_breaks_off_goes_on_in_the_next_row(upper: str, lower: str, expected: str) -> None:
    found = fields(row((300, "Order no."), (400, upper, NUMBER)), row((390, lower, NUMBER)))
    assert found[NUMBER] == expected


def test_digits_under_their_letters_are_taken_from_a_weak_other_field() -> None:
    reading = oracle(document([row((300, "Order no."), (400, "CA", NUMBER)), row((400, "72191/2027", "invoice_number")),
                               row((300, "Invoice:"), (400, "FC/2027/47", "invoice_number"))]))  # fmt: skip
    weak = [k for k in range(len(reading.encoded)) if reading.text(k) == "72191/2027"]
    reading.field[weak] *= 0.7
    found = assemble(reading).fields
    assert (found[NUMBER].value, found["invoice_number"].value) == ("CA 72191/2027", "FC/2027/47")


def test_two_whole_codes_on_top_of_each_other_are_two() -> None:
    found = read([row((400, "4711", NUMBER)), row((400, "4712", NUMBER))]).fields[NUMBER]
    assert {found.value, *found.candidates} == {"4711", "4712"}


def test_codes_far_apart_on_a_row_are_two() -> None:
    found = read([row((100, "4711", NUMBER), (400, "4711", NUMBER))]).fields[NUMBER]
    assert (found.value, len(found.boxes)) == ("4711", 1)


def test_the_value_that_is_printed_again_wins() -> None:
    again = [row((400, "4712", NUMBER)), *[row("")] * 2]
    found = read([row((400, "4711", NUMBER)), *[row("")] * 2, *again * 3]).fields[NUMBER]
    assert (found.value, found.candidates) == ("4712", ("4711",))
    assert found.margin == pytest.approx(0.06, abs=0.001)


def test_the_surer_value_wins_and_the_other_is_kept_as_candidate() -> None:
    rows = [row((400, "4711", NUMBER)), row(""), row((400, "4712", NUMBER))]
    found = assemble(weakened(rows, "4711", 0.7)).fields[NUMBER]
    assert (found.value, found.candidates) == ("4712", ("4711",))
    assert found.score == pytest.approx(0.97)
    assert found.margin == pytest.approx(0.27, abs=0.01)


def test_what_does_not_read_as_a_date_is_none() -> None:
    found = fields(row((50, "as agreed", "requested_delivery_date")), row((50, "02.03.2026", "order_date")),
                   row((50, "25.03.2026", "due_date")))  # fmt: skip
    assert "requested_delivery_date" not in found
    assert found["order_date"] == "2026-03-02"


def test_terms_are_read_over_rows_and_with_their_colon() -> None:
    found = fields(row((50, "Incoterms 2020: DAP", TERMS)), row((50, "Jelenia Góra", TERMS)))
    assert found[TERMS] == "Incoterms 2020: DAP Jelenia Góra"


def test_a_caption_the_network_is_unsure_of_is_cut_off() -> None:
    reading = weakened([row((50, "Lieferung: frei Haus", TERMS))], "Lieferung:", 0.7)
    assert assemble(reading).fields[TERMS].value == "frei Haus"


def test_a_caption_is_never_part_of_a_name() -> None:
    assert fields(row((50, "Seller: Nowak GmbH", "seller.name")))["seller.name"] == "Nowak GmbH"


def test_a_vat_number_wraps_behind_its_country() -> None:
    found = fields(row((50, "PL", "buyer.vat_id")), row((50, "526 00 01 246", "buyer.vat_id")))
    assert found["buyer.vat_id"].replace(" ", "") == "PL5260001246"


def test_fields_come_in_the_order_of_the_catalogue() -> None:
    found = fields(total("Total", "9.00", "total_net"), row((50, "Alfa GmbH", "buyer.name")), row((50, "K-1", NUMBER)))
    assert list(found) == [name for name in FIELDS if name in found]


def test_the_currency_of_a_column_title_is_the_orders() -> None:
    head = row((50, "Qty"), (450, "Amount (EUR)"), role="head")
    first = item(0, (50, "2", "quantity"), (450, "9.00", "line_amount"))
    result = read([head, first])
    assert result.fields["currency"].value == "EUR"
    assert result.fields["currency"].text == "(EUR)"


@pytest.mark.parametrize(
    "text",
    ["Share capital 50 000 PLN, register court Warsaw", "Bank account in USD: 12 3456", "EUR pallets 800 x 1200 only"],
)
def test_a_currency_elsewhere_is_not(text: str) -> None:
    first = item(0, (50, "2", "quantity"), (450, "9.00", "line_amount"))
    assert "currency" not in read([first, *[row("")] * 4, row(text)]).fields


@pytest.mark.parametrize(("printed", "code"), [("99.00€", "EUR"), ("£99.00", "GBP"), ("99,00 zł", "PLN")])
def test_a_sign_at_an_amount_is_the_orders_currency(printed: str, code: str) -> None:
    assert fields(total("Total", printed, "total_net"))["currency"] == code


def test_no_sign_no_currency() -> None:
    assert "currency" not in fields(total("Total", "99.00", "total_net"))


def test_pieces_end_where_the_row_the_gap_or_other_words_say() -> None:
    reading = oracle(document([row((50, "one two"), (300, "three")), row((50, "four & six seven"))]))
    assert row_pieces(reading, [0, 1, 2, 3, 6]) == [[0, 1], [2], [3], [6]]
    assert row_pieces(reading, [3, 5]) == [[3, 5]]


def test_rows_are_stacked_only_when_they_touch_and_overlap() -> None:
    reading = oracle(document([row((50, "one")), row((50, "two"), (400, "aside")), row(""), row(""), row((50, "low"))]))
    assert stacked(reading, [0], [1])
    assert not stacked(reading, [0], [2])
    assert not stacked(reading, [1], [3])


def test_a_page_of_no_interest_stays_empty() -> None:
    result = read([row("Dear Sir or Madam, we are closed on Monday.")], kind="other")
    assert (result.document_type, result.fields, result.lines) == ("other", {}, ())


def test_roles_are_given_by_page_and_place_of_the_word() -> None:
    """The reader's words need not come in reading order."""
    made = document([row("Intro"), item(0, (50, "2", "quantity"), (450, "9.00", "line_amount"))], [row("Terms")])
    reading = oracle(made)
    assert word_roles(reading) == [["other", "item", "item"], ["other"]]
    assert np.array_equal(reading.field.argmax(1)[:1], [LABELS.index("O")])


def test_a_date_written_out_wraps_in_its_column() -> None:
    found = fields(row((50, "Fecha:"), (84, "22 de enero de", "order_date")), row((50, "2026", "order_date")))
    assert found["order_date"] == "2026-01-22"
