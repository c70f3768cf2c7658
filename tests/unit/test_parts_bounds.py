"""Where documents begin within a file: two orders left together are better than one torn apart."""

from __future__ import annotations

import pytest

from data.schema import Page
from models.parts.bounds import Bounds, find_bounds
from models.parts.facts import PageFacts, alike, printed_number
from tests.sheets import page


def opening(number: str = "", text: str = "", **changes: object) -> PageFacts:
    """A first page with number, date and both parties."""
    made = {
        "opening": 9, "dated": True, "parties": True, "numbers": {"order_number": number} if number else {},
        "letters": alike(f"{number} {text}"), "totals": True, "kind": "order", **changes,
    }  # fmt: skip
    return PageFacts(**made)  # type: ignore[arg-type]


def later(text: str = "", **changes: object) -> PageFacts:
    """A page that goes on: rows, perhaps a total."""
    return PageFacts(letters=alike(text), **changes)  # type: ignore[arg-type]


def bounds(*pages: PageFacts) -> Bounds:
    return find_bounds(pages, lambda k: pages[k])


def test_one_page_is_one_document() -> None:
    assert bounds(opening("PO-1001")) == Bounds((0,))
    assert find_bounds([], lambda k: PageFacts()) == Bounds(())


def test_pages_with_openings_of_their_own_are_documents() -> None:
    file = [opening("PO-1001"), later("rows"), opening("PO-1002"), opening("77/2026"), later("terms and conditions")]
    assert bounds(*file) == Bounds((0, 2, 3))


ONE = {
    "rows go on": [opening("PO-1001"), later("rows"), later("sum")],
    "the head is repeated": [opening("PO-1001"), opening("PO-1001"), opening("PO-1001")],
    "the number is repeated, read as another": [opening("PO-1001"), opening("C-77", "Order PO-1001")],
    "it says to be page 2": [opening("PO-1001"), opening("PO-1002", printed=(2, 2))],
    "another number in a page of rows": [opening("PO-1001"), later("PO-1002", numbers={"order_number": "PO-1002"})],
    "a place of delivery": [opening("PO-1001"), later("Depot 7", opening=4, dated=False, numbers={})],
    "recognition took a digit for another": [
        opening("PO-1001877", recognised=True), opening("PO-1O01877", recognised=True),
    ],
    "terms follow": [opening("PO-1001"), later("terms", kind="other"), later("more terms", kind="other")],
    "one invoice for several orders": [
        opening("", numbers={"invoice_number": "R-9", "order_number": "PO-1001"}, kind="invoice"),
        later("PO-1002", opening=4, dated=True, numbers={"order_number": "PO-1002"}),
    ],
    "a cover page comes first": [
        later("dear all"), opening("PO-1001", opening=4), later("PO-1001 rows", opening=4), opening("PO-1001"),
    ],
    "no number anywhere": [opening(totals=False), opening()],
}  # fmt: skip


@pytest.mark.parametrize("file", ONE.values(), ids=ONE)
def test_one_order_is_never_torn_apart(file: list[PageFacts]) -> None:
    assert bounds(*file).begins == (0,)


def test_page_numbers_part_documents_without_a_number() -> None:
    assert bounds(opening(printed=(1, 1)), opening(printed=(1, 1))).begins == (0, 1)
    assert bounds(opening(printed=(1, 2)), opening(printed=(2, 2)), opening(printed=(1, 1))).begins == (0, 2)


def test_an_invoice_after_an_order_is_another_document() -> None:
    invoice = opening("", opening=6, numbers={}, kind="invoice", text="R-9")
    assert bounds(opening("PO-1001"), invoice).begins == (0, 1)


def test_what_cannot_be_told_apart_is_doubtful() -> None:
    """Two orders without a number and without page numbers: the first has its total, then everything begins again."""
    assert bounds(opening(), opening()) == Bounds((0,), (1,))
    misread = bounds(opening("PO-1001877", recognised=True), opening("PO-1001878", recognised=True))
    assert misread == Bounds((0,), (1,))


def test_pages_of_another_kind_are_annexes() -> None:
    """A drawing with its own title block, terms with a letterhead: nothing on them is the order's."""
    drawing, terms = later("drawing 4711", kind="other", opening=4), later("terms", kind="other")
    assert bounds(opening("PO-1001"), drawing, terms) == Bounds((0,), (), (1, 2))
    goes_on = [
        later("rows", kind="other", items=True),
        later("PO-1001", kind="other"),
        later(kind="other", totals=True),
    ]
    assert bounds(opening("PO-1001"), *goes_on).annexes == ()


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Page 2 of 3", (2, 3)), ("Seite: 2/3", (2, 3)), ("Strona 1 z 4", (1, 4)), ("Página 1", (1, 0)),
        ("str. 2", (2, 0)), ("Blatt 1 von 2", (1, 2)), ("page 139", None), ("Pages", None), ("Seite 4/3", None),
        ("p. 1.250,00", None), ("str. 12/3", None), ("Order 1 of 2", None),
    ],
)  # fmt: skip
def test_printed_page_numbers(text: str, number: tuple[int, int] | None) -> None:
    found: Page = page(["Order PO-1001", text], number=5)
    assert printed_number(found) == number
