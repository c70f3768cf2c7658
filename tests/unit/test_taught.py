"""Customers' codes learnt from orders: what a line teaches, what it may not, and how it is taken back."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from data.result import Line
from data.schema import Box, Document, Page, Word
from serving.desk.actions import _rebind
from serving.desk.privacy.erasers import Subject
from serving.desk.privacy.memory import codes
from serving.desk.remembering_codes import bound_lines, lessons
from serving.desk.store.rows import Correction
from serving.odoo.history import Bindings
from serving.odoo.matching import Options, match
from serving.odoo.mirror import Mirror
from serving.odoo.records import Product
from serving.odoo.taught import Lesson, Taught
from tests.odoo_orders import ACME, BOLT, PIECES, SHEET, D, bolt, bound_line, matches, mirror, order, proposed, value

HOME = Options(company_id=1)
CODE = Lesson("product", ACME, "4711", BOLT)


@pytest.fixture
def master() -> Mirror:
    return mirror(Product(SHEET, "Sheet 2 mm", PIECES, D(4), SHEET, "SH-2", categ_id=2, barcode="4006381333931"))


def typed(code: str) -> Any:
    return replace(value(code), source="person", confidence=1.0)


def taught(
    master: Mirror, *lines: Line, product: int = BOLT, bound: bool = False, printed: tuple[str, ...] = (),
    before: str | None = None, **options: Any,
) -> list[Lesson]:  # fmt: skip
    """What an order with these lines teaches, its first line being `product`."""
    extraction = order(*lines)
    result = extraction.to_dict() | ({"bound": {"lines.0.product": product}} if bound else {})
    proposal = proposed(extraction, matches(bound_line(product=product)), records=master)
    corrected = [] if before is None else [
        Correction(1, "o", 2, "lines.0.fields.supplier_article_no", before, "M8-40", None, "anna", datetime.now(UTC))
    ]  # fmt: skip
    words = [Word(text, Box(10, 10 * k, 60, 10 * k + 8), 8.0) for k, text in enumerate(printed)]
    document = Document("a.pdf", "0" * 64, (Page(1, 595, 842, tuple(words)),)) if printed else None
    return lessons(result, proposal, master, corrected, document, **options)


def test_a_bound_line_teaches_the_customers_number(master: Mirror) -> None:
    line = bolt(supplier_article_no=None, buyer_article_no="4711")
    assert taught(master, line, bound=True) == [CODE]
    assert taught(master, line) == []  # nobody touched it
    assert taught(master, line, bound=True, bound_only=True) == [CODE]


def test_a_corrected_line_teaches_what_the_page_prints(master: Mirror) -> None:
    line = bolt(supplier_article_no=typed("M8-40"), buyer_article_no="4711")
    assert taught(master, line) == [CODE]
    assert taught(master, line, bound_only=True) == []
    assert taught(master, line, printed=("4711", "10")) == [CODE]
    assert taught(master, line, printed=("4712", "10")) == []


def test_the_number_that_stood_where_another_was_typed_is_learnt_if_it_is_printed(master: Mirror) -> None:
    line = bolt(supplier_article_no=typed("M8-40"))
    assert taught(master, line, before="4711", printed=("4711", "10")) == [CODE]
    assert taught(master, line, before="47ll", printed=("4711", "10")) == []  # misread: no page prints it
    assert taught(master, line, before="47-11", printed=("47-", "11")) == [replace(CODE, text="47-11")]


def test_words_are_learnt_where_a_bound_line_has_no_number(master: Mirror) -> None:
    line = bolt(supplier_article_no=None, description="The usual bolts")
    assert taught(master, line, bound=True) == [Lesson("text", ACME, "The usual bolts", BOLT)]


def test_what_is_printed_plainly_teaches_nothing_else(master: Mirror) -> None:
    barcode = bolt(supplier_article_no=None, buyer_article_no="4711", gtin="4006381333931")
    assert taught(master, barcode, bound=True) == []
    assert taught(master, barcode, product=SHEET, bound=True) == [replace(CODE, target=SHEET)]
    own = bolt(supplier_article_no="SH-2", buyer_article_no="4711")
    assert taught(master, own, bound=True) == []
    assert taught(master, bolt(supplier_article_no=None, buyer_article_no="SH-2"), bound=True) == []


def test_a_learnt_code_that_is_our_code_of_something_else_conflicts(master: Mirror) -> None:
    history = Bindings(master)
    history.learn_customer({"name": "Acme", "email": "buy@acme.example"}, ACME)
    history.learn_product(ACME, "SH-2", BOLT)
    sent = replace(HOME, sender="buy@acme.example")
    ours = match(order(bolt(supplier_article_no="SH-2", description=None)), master, history, sent)
    assert ours.customer.chosen is not None
    assert ours.lines[0].product.problem == "conflicting"


def test_a_product_that_a_person_bound_stands_above_the_evidence_for_this_order(master: Mirror) -> None:
    extraction = order(bolt(supplier_article_no="SH-2"))
    found = match(extraction, master, None, replace(HOME, bound={0: BOLT})).lines[0].product
    assert found.chosen is not None
    assert found.chosen.id == BOLT
    gone = match(extraction, master, None, replace(HOME, bound={0: 999})).lines[0].product
    assert (gone.chosen, gone.problem) == (None, "archived")


def recalled(master: Mirror, text: str = "4711") -> int | None:
    found = Bindings(master).recall("product", ACME, text)
    return None if found is None else found.target


def test_taking_back_restores_what_stood_before(master: Mirror) -> None:
    kept = Taught(master)
    Bindings(master).learn_product(ACME, "4711", 12, by_person=False)
    assert kept.teach("a", "buy@acme.example", [CODE]) == 1
    assert kept.teach("a", "buy@acme.example", [CODE]) == 0
    assert recalled(master) == BOLT
    assert kept.take_back("a") == 1
    assert recalled(master) == 12
    assert kept.take_back("a") == 0


@pytest.mark.parametrize(
    ("gone", "left"),
    [("abc", [SHEET, SHEET, None]), ("cba", [BOLT, BOLT, None]), ("bca", [SHEET, BOLT, None])],
)
def test_a_code_stays_as_long_as_an_order_stands_for_it(master: Mirror, gone: str, left: list[int | None]) -> None:
    kept = Taught(master)
    for name, product in (("a", BOLT), ("b", BOLT), ("c", SHEET)):
        kept.teach(name, None, [replace(CODE, target=product)])
    assert recalled(master) == SHEET
    found = []
    for name in gone:
        kept.take_back(name)
        found.append(recalled(master))
    assert found == left


def test_an_order_that_is_bound_anew_teaches_the_new_product(master: Mirror) -> None:
    kept = Taught(master)
    kept.teach("a", None, [CODE])
    assert kept.teach("a", None, [replace(CODE, target=SHEET)]) == 1
    assert recalled(master) == SHEET
    kept.take_back("a")
    assert recalled(master) is None


def test_codes_are_seen_and_forgotten_by_sender(master: Mirror) -> None:
    kept = Taught(master)
    kept.teach("a", "Buy@acme.example", [CODE])
    kept.teach("b", "other@acme.example", [replace(CODE, text="4712")])
    assert [k.lesson.text for k in kept.all("buy@ACME.example")] == ["4711"]
    assert [(k.order, k.in_force) for k in kept.all()] == [("b", True), ("a", True)]
    assert kept.forget_sender("buy@acme.example") == 1
    assert (recalled(master), recalled(master, "4712")) == (None, BOLT)


def test_erasing_a_sender_erases_its_codes_and_names(master: Mirror) -> None:
    Taught(master).teach("a", "buy@acme.example", [CODE])
    bindings = Bindings(master)
    bindings.learn_customer({"email": "buy@acme.example", "name": "Acme"}, ACME)
    subject = Subject(("buy@acme.example",), orders=("a",))
    assert [e.number for e in codes(master)(subject, True)] == [2]
    assert recalled(master) == BOLT
    codes(master)(subject, False)
    assert recalled(master) is None
    assert bindings.recall("email", 0, "buy@acme.example") is None
    assert bindings.recall("name", 0, "Acme") is not None
    assert codes(None)(subject, False) == []


def test_bound_products_go_with_their_lines() -> None:
    result: dict[str, Any] = {"bound": {"customer": 5, "lines.0.product": 1, "lines.2.product": 3}}
    _rebind(result, {1: 0, 2: 1})
    assert result["bound"] == {"customer": 5, "lines.1.product": 3}
    assert bound_lines(result) == {1: 3}
    assert bound_lines({}) == {}
