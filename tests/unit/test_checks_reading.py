"""Numbers that were hard to read: a failed check of their line or of the totals, which lowers their confidence."""

from __future__ import annotations

from dataclasses import replace

from data.result import Check
from data.schema import Document
from models.checks import FIELDS_OF_CHECK, check
from tests.orders import Order, order


def read(made: Order, doubted: str, confidence: float) -> list[Check]:
    """Checks of the order as a scan on which the words `doubted` are sure by `confidence`, all others by 0.99."""
    checks, _ = check(made.read(), scanned(made.document, doubted, confidence))
    return [c for c in checks if c.code.endswith("_reading")]


def scanned(document: Document, doubted: str, confidence: float) -> Document:
    pages = [
        replace(page, words=tuple(
            replace(word, source="ocr", confidence=confidence if word.text == doubted else 0.99) for word in page.words
        ))
        for page in document.pages
    ]  # fmt: skip
    return replace(document, pages=tuple(pages))


def test_a_number_hard_to_read_fails_the_check_of_its_line_alone() -> None:
    made = order(4)
    amount = made.lines[2].fields["line_amount"].text
    (found,) = read(made, amount, 0.3)
    assert (found.code, found.line, found.passed) == ("line_reading", 2, False)
    assert amount in found.message
    assert "30%" in found.message


def test_a_total_hard_to_read_fails_the_check_of_the_totals() -> None:
    made = order(3)
    (found,) = read(made, made.fields["total_net"].text, 0.3)
    assert (found.code, found.line) == ("total_reading", None)


def test_what_was_read_well_or_not_recognised_at_all_is_not_checked() -> None:
    made = order(3)
    assert read(made, made.fields["total_net"].text, 0.7) == []
    assert not [c for c in check(made.read(), made.document)[0] if c.code.endswith("_reading")]
    assert read(made, "Pos", 0.1) == [], "no number"


def test_the_checks_are_evidence_about_the_numbers_they_name() -> None:
    assert "line_amount" in FIELDS_OF_CHECK["line_reading"]
    assert "total_net" in FIELDS_OF_CHECK["total_reading"]
