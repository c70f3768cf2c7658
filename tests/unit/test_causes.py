"""Causes of errors: each on a page of few words, tagged as a network would, with a result that is wrong in one way."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from data.labels import LabelledDocument
from tests.oracle import oracle
from tests.tagged import Row, document, item, row
from training.causes import Causes, Wrong, related
from training.corpora import Case
from training.errors import causes_table, confusions, examples, report
from training.metrics import judge
from training.outcome import Outcome, without

pytestmark = pytest.mark.full


def box(made: LabelledDocument, text: str) -> dict[str, Any]:
    """Box of the first word of `text`, as a result prints it."""
    word = next(w for w in made.document.words if w.text == text.split()[0])
    return {"page": 1, "x0": word.box.x0, "y0": word.box.y0, "x1": word.box.x1, "y1": word.box.y1}


def wrongs(rows: list[Row], gold: dict[str, Any], read: dict[str, Any], *, source: str = "text") -> list[Wrong]:
    """What is wrong with `read` (values are printed texts, or pairs of value and text)."""
    made = document(rows)
    page = made.document.pages[0]
    words = tuple(replace(w, source=source) for w in page.words)  # type: ignore[arg-type]
    made = replace(made, document=replace(made.document, pages=(replace(page, words=words),)))

    def cells(values: dict[str, Any]) -> dict[str, Any]:
        pairs = {k: v if isinstance(v, tuple) else (v, v) for k, v in values.items()}
        return {k: {"value": v, "text": t, "boxes": [box(made, t)]} for k, (v, t) in pairs.items()}

    lines = [{"kind": "item", "fields": cells(line)} for line in read.get("lines", ())]
    result = {"fields": cells(read.get("fields", {})), "lines": lines}
    truth = {"fields": {}, "lines": [], "complete": True} | gold
    causes = Causes(result, truth, oracle(made))
    return [causes.explain(c) for c in judge(result, truth).cells if c.verdict != "right"]


def only(*arguments: Any, **options: Any) -> tuple[str, str]:
    """Cause and label of the one error."""
    (wrong,) = wrongs(*arguments, **options)
    return wrong.cause, wrong.label


NUMBER = row((50, "Order"), (120, "4711", "order_number"))
GOLD = {"fields": {"order_number": "4711"}}


def test_words_that_recognition_did_not_give() -> None:
    misread = row((50, "Order"), (120, "47I1", "order_number"))
    assert only([misread], GOLD, {"fields": {"order_number": "47I1"}}, source="ocr") == ("text", "")
    assert only([misread], GOLD, {"fields": {"order_number": "47I1"}}) == ("not printed so", "")


def test_words_without_a_label_are_missed() -> None:
    assert only([row((50, "Order"), (120, "4711"))], GOLD, {}) == ("missed", "O")


def test_words_labelled_as_another_field() -> None:
    quiet = row((50, "Order"), (120, "4711", "line.quantity"))
    assert only([quiet], GOLD, {}) == ("tag", "line.quantity")
    assert only([row((50, "Order"), (120, "4711", "contract_number"))], GOLD, {}) == ("role", "contract_number")


def test_the_value_of_another_party_is_a_mix_up_of_roles() -> None:
    page = [row((50, "Alfa"), (150, "GmbH")), row((50, "Beta"), (150, "SA"))]
    gold = {"fields": {"buyer.name": "Alfa GmbH", "ship_to.name": "Beta SA"}}
    read = {"fields": {"buyer.name": ("Beta SA", "Beta"), "ship_to.name": ("Beta SA", "Beta")}}
    assert only(page, gold, read)[0] == "role"
    assert only(page, {"fields": {"buyer.name": "Alfa GmbH"}},
                {"fields": {"buyer.name": "Alfa GmbH", "ship_to.name": "Alfa GmbH"}})[0] == "role"  # fmt: skip


def test_too_many_words() -> None:
    page = [row((50, "Alfa", "buyer.name"), (150, "GmbH", "buyer.name"), (250, "Attn.", "buyer.name"))]
    gold = {"fields": {"buyer.name": "Alfa GmbH"}}
    assert only(page, gold, {"fields": {"buyer.name": "Attn. Alfa GmbH"}}) == ("extent", "buyer.name")


def test_the_right_label_and_another_value_is_a_matter_of_decoding() -> None:
    other = row((50, "Ref"), (120, "9000", "order_number"))
    assert only([NUMBER, other], GOLD, {"fields": {"order_number": "9000"}}) == ("decoding", "order_number")


def test_right_digits_and_another_value() -> None:
    page = [row((50, "Total"), (120, "1234,50", "total_net"))]
    assert only(page, {"fields": {"total_net": "12.3450"}}, {"fields": {"total_net": ("1234.50", "1234,50")}})[0] == (
        "normalisation"
    )
    dated = [row((50, "Date"), (120, "31/02/2026", "order_date"))]
    assert only(dated, {"fields": {"order_date": "2026-02-31"}}, {"fields": {"order_date": "2026-31-02"}} | {
        "fields": {"order_date": ("2026-31-02", "31/02/2026")}})[0] == "normalisation"  # fmt: skip


def test_what_nothing_accounts_for_is_invented() -> None:
    assert only([NUMBER], GOLD, {"fields": {"order_number": "4711", "currency": ("EUR", "Order")}})[0] == "invented"


ITEMS = [item(0, (50, "A-1", "supplier_article_no"), (300, "5", "quantity")),
         item(1, (50, "B-2", "supplier_article_no"), (300, "7", "quantity"))]  # fmt: skip
LINES = {"lines": [{"supplier_article_no": "A-1", "quantity": "5"}, {"supplier_article_no": "B-2", "quantity": "7"}]}


def test_a_cell_of_another_row() -> None:
    read = [{"supplier_article_no": "A-1", "quantity": "7"}, {"supplier_article_no": "B-2", "quantity": "7"}]
    (wrong,) = wrongs(ITEMS, LINES, {"lines": read})
    assert (wrong.cell.row, wrong.cause) == (0, "row assembly")


def test_a_line_that_is_lost_though_its_words_are_labelled() -> None:
    found = wrongs(ITEMS, LINES, {"lines": [{"supplier_article_no": "A-1", "quantity": "5"}]})
    assert {(w.cell.name, w.cell.row, w.cause) for w in found} == {
        ("line.supplier_article_no", 1, "row assembly"), ("line.quantity", 1, "row assembly"),
    }  # fmt: skip


def test_the_place_of_a_value_is_looked_for_in_its_own_line() -> None:
    twice = [item(0, (50, "A-1", "supplier_article_no"), (300, "5", "quantity")), row(), row(), row(),
             item(1, (50, "B-2", "supplier_article_no"), (300, "5"))]  # fmt: skip
    gold = {"lines": [{"supplier_article_no": "A-1", "quantity": "5"}, {"supplier_article_no": "B-2", "quantity": "5"}]}
    read = [{"supplier_article_no": "A-1", "quantity": "5"}, {"supplier_article_no": "B-2"}]
    (wrong,) = wrongs(twice, gold, {"lines": read})
    assert (wrong.cause, wrong.label) == ("missed", "O")
    assert wrong.places[0].box.y0 == document(twice).document.words[-1].box.y0


def test_a_value_is_its_words_alone_without_a_caption_in_its_row() -> None:
    page = [row((50, "Alfa", "buyer.name"), (150, "Date:", "buyer.name"), (250, "2026-03-02"))]
    (wrong,) = wrongs(page, {"fields": {"order_date": "2026-03-02"}}, {})
    assert (wrong.cause, wrong.label) == ("missed", "O")
    assert wrong.places[0].box.x0 == 250


def test_a_document_that_was_not_read() -> None:
    judged = judge({"fields": {}, "lines": []}, GOLD | {"lines": []})
    assert [Causes({}, GOLD | {"lines": []}, None).explain(c).cause for c in judged.cells] == ["unread"]


def test_what_can_be_taken_for_one_another() -> None:
    assert related("buyer.name", "ship_to.name")
    assert related("total_net", "total_gross")
    assert related("line.buyer_article_no", "line.supplier_article_no")
    assert not related("total_net", "line.line_amount")
    assert not related("line.description", "line.line_no")
    assert not related("total_net", "total_net")


@pytest.fixture
def outcome() -> Outcome:
    gold = {"fields": {"order_number": "4711", "order_date": "2026-03-02"}, "lines": []}
    result = {"fields": {"order_number": {"value": "9000", "boxes": []}}, "lines": []}
    page = [NUMBER, row((50, "Ref"), (120, "9000", "order_number")), row((50, "Date"), (120, "2026-03-02"))]
    causes = Causes(result, gold, oracle(document(page)))
    judged = judge(result, gold)
    wrong = tuple(causes.explain(c) for c in judged.cells)
    return Outcome(Case("one", "mine", gold, None), result, judged, {"layout": "plain"}, wrong)


def test_what_a_cause_costs(outcome: Outcome) -> None:
    assert without([outcome], "invented") == {"header": 0.0, "line": None}
    assert without([outcome], "decoding")["header"] == pytest.approx(2 / 3)


def test_the_report_of_errors(outcome: Outcome) -> None:
    text = report([outcome])
    assert "## mine: 1 documents, header F1 0.000, exact 0.000" in text
    assert "- order_number: right `4711`, read `9000`, words tagged `order_number`: one" in text
    assert set(causes_table([outcome])[2:]) == {
        "| decoding | 1 | 1 | 0.667 (+66.7) | - | order_number 1 |",
        "| missed | 1 | 1 | 0.500 (+50.0) | - | order_date 1 |",
    }
    assert confusions([outcome])[2] == "| order_date | none | 1 |"
    assert examples([outcome, outcome], "missed", 3) == [
        "- order_date: right `2026-03-02`, read `-`, words tagged `O`: one (2 cells)"
    ]
