"""Decoding judged alone: with a network that is right about every word, the result is the gold."""

from __future__ import annotations

import pytest

from data.generate.compose import generate, labelled
from data.labels import LabelledDocument, Tag
from data.schema import Box, Document, Page, Word
from models.decode.assemble import assemble
from tests.oracle import oracle
from training.metrics import judge, tallies

pytestmark = pytest.mark.full


@pytest.mark.parametrize(("split", "first"), [("train", 7_000_000), ("heldout", 950_000_000)])
def test_true_tags_give_the_gold(split: str, first: int) -> None:
    judged = []
    for number in range(first, first + 40):
        made = labelled(generate(number, split=split))  # type: ignore[arg-type]
        judged.append(judge(assemble(oracle(made)).to_dict(), made.gold))
    counted = tallies(judged)
    assert counted["header"].f1 is not None
    assert counted["header"].f1 > 0.98
    assert counted["line"].f1 is not None
    assert counted["line"].f1 > 0.985


Cell = tuple[str, float, str]
"""Text, left edge, field of a word."""


def page(*rows: tuple[str, list[Cell]], kind: str = "order") -> LabelledDocument:
    """A page of rows, each with a role and its words; all table rows are one line."""
    words, tags = [], []
    for k, (role, cells) in enumerate(rows):
        for text, left, field in cells:
            words.append(Word(text, Box(left, 50 + 14 * k, left + 5.5 * len(text), 60 + 14 * k), 10.0))
            tags.append(Tag(field, role, 0 if role == "item" else -1))
    document = Document("x.pdf", "0" * 64, (Page(1, 595, 842, tuple(words)),))
    return LabelledDocument(document, (tuple(tags),), {"document_type": kind, "fields": {}, "lines": []})


def read(made: LabelledDocument) -> dict[str, str]:
    return {name: value.value for name, value in assemble(oracle(made)).fields.items()}


def plain(text: str, left: float = 50) -> tuple[str, list[Cell]]:
    return "other", [
        (word, left + 6 * sum(len(w) + 1 for w in text.split()[:k]), "O") for k, word in enumerate(text.split())
    ]


def amount(caption: str, text: str, field: str = "O") -> tuple[str, list[Cell]]:
    return "other", [*plain(caption, 300)[1], (text, 500, field)]


def test_freight_between_tax_and_total_does_not_hide_the_gross() -> None:
    made = page(amount("SUBTOTAL", "5,760.00", "total_net"), amount("TAX", "512.64", "total_tax"),
                amount("SHIPPING", "250.91"), amount("HANDLING", "24.00"),
                amount("TOTAL", "6,547.55", "total_gross"))  # fmt: skip
    found = read(made)
    assert (found["total_net"], found["total_tax"], found["total_gross"]) == ("5760.00", "512.64", "6547.55")


def test_what_is_due_after_a_commission_is_never_more_than_the_gross() -> None:
    made = page(amount("Gross Total", "40.00", "total_net"), amount("Agency Commission", "6.00"),
                amount("Net Amount Due", "34.00", "total_gross"))  # fmt: skip
    found = read(made)
    assert found["total_gross"] == "40.00"


def test_one_total_is_net_and_gross_unless_a_tax_is_spoken_of() -> None:
    assert read(page(amount("Total", "99.00", "total_net")))["total_gross"] == "99.00"
    assert "total_gross" not in read(page(amount("Total plus VAT", "99.00", "total_net")))


def test_the_currency_stands_where_money_stands() -> None:
    head = ("head", [("Qty", 50.0, "O"), ("Amount", 450.0, "O"), ("(EUR)", 500.0, "O")])
    item = ("item", [("2", 50.0, "line.quantity"), ("9.00", 500.0, "line.line_amount")])
    assert read(page(head, item))["currency"] == "EUR"
    capital = plain("Share capital 50 000 PLN, register court Warsaw")
    assert "currency" not in read(page(item, plain("."), plain("."), capital))


def test_a_page_of_no_interest_stays_empty() -> None:
    result = assemble(oracle(page(plain("Dear Sir or Madam, we are closed on Monday."), kind="other")))
    assert result.document_type == "other"
    assert not result.fields
    assert not result.lines


def test_a_caption_that_was_taken_in_is_cut_off() -> None:
    made = page(("other", [("Seller:", 50, "seller.name"), ("Nowak", 95, "seller.name"), ("GmbH", 130, "seller.name")]))
    assert read(made)["seller.name"] == "Nowak GmbH"


def test_two_parties_in_the_same_rows_stay_apart() -> None:
    made = page(
        ("other", [("Alfa", 50, "buyer.name"), ("GmbH", 76, "buyer.name"), ("Beta", 300, "seller.name"),
                   ("SA", 326, "seller.name")]),
        ("other", [("Hauptstr.", 50, "buyer.address"), ("1", 104, "buyer.address"), ("Rue", 300, "seller.address"),
                   ("Verte", 320, "seller.address")]),
    )  # fmt: skip
    found = read(made)
    assert (found["buyer.name"], found["seller.name"]) == ("Alfa GmbH", "Beta SA")
    assert (found["buyer.address"], found["seller.address"]) == ("Hauptstr. 1", "Rue Verte")


def test_a_reading_without_words_is_an_empty_other() -> None:
    made = LabelledDocument(Document("x.pdf", "0" * 64, (Page(1, 595, 842),)), ((),), {"document_type": "order"})
    result = assemble(oracle(made))
    assert result.document_type == "other"
    assert result.pages == 1
