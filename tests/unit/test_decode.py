"""Decoding judged alone: with a network that is right about every word, the result is the gold."""

from __future__ import annotations

from typing import Literal

import pytest

from data.generate.compose import generate, labelled
from data.labels import LabelledDocument
from data.schema import Document, Page
from models.decode.assemble import assemble
from tests.oracle import oracle
from tests.tagged import document, row
from training.metrics import judge, tallies

pytestmark = pytest.mark.full
DOCUMENTS = 60
"""Of each split. What is missed: dates whose order nothing tells, codes that look like their caption ("NO 471/26"),
addresses across two columns."""


@pytest.mark.parametrize(("split", "first"), [("train", 7_000_000), ("heldout", 950_000_000)])
def test_true_tags_give_the_gold(split: Literal["train", "heldout"], first: int) -> None:
    judged = []
    for number in range(first, first + DOCUMENTS):
        made = labelled(generate(number, split=split))
        judged.append(judge(assemble(oracle(made)).to_dict(), made.gold))
    counted = tallies(judged)
    missed = [cell for document in judged for cell in document.cells if cell.verdict != "right"]
    assert (counted["header"].f1 or 0) > 0.985, missed
    assert (counted["line"].f1 or 0) > 0.995, missed


def test_a_reading_without_words_is_an_empty_other() -> None:
    made = LabelledDocument(Document("x.pdf", "0" * 64, (Page(1, 595, 842),)), ((),), {"document_type": "order"})
    result = assemble(oracle(made))
    assert result.document_type == "other"
    assert result.pages == 1


def test_a_page_without_a_hint_of_a_field_is_other_whatever_the_network_thinks() -> None:
    """Terms alone, say: no type of document has nothing on it. Nobody knows how probable that is."""
    plain = document([row("General terms of purchase"), row("1. These terms apply to all orders.")], kind="order")
    result = assemble(oracle(plain))
    assert (result.document_type, result.document_type_confidence, result.fields) == ("other", None, {})
    numbered = document([row("General terms"), row((50.0, "Order"), (120.0, "PO-1001", "order_number"))], kind="order")
    assert assemble(oracle(numbered)).document_type == "order"
