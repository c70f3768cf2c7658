"""The page against its e-document: what differs, and one result of both."""

from __future__ import annotations

from dataclasses import replace

import pytest

from data.embedded import NO_PAGE, EmbeddedResult, compare, merge, read
from data.embedded.agree import agree
from data.embedded.pair import pair_lines
from data.result import Check, Extraction, Line, Place, Value
from data.schema import Box
from tests.edocs import document, line, order_x


def embedded(xml: str | None = None) -> EmbeddedResult:
    result = read(document(("order-x.xml", xml or order_x())))
    assert result is not None
    return result


def on_page(value: str, text: str | None = None, page: int = 1) -> Value:
    return Value(value, text or value, confidence=0.9, boxes=(Place(page, Box(10, 20, 60, 30)),))


def item(page: int = 1, kind: str = "item", /, **cells: str) -> Line:
    return Line(kind, page, {name: on_page(value, page=page) for name, value in cells.items()})


FIRST = item(line_no="10", supplier_article_no="DIN933-M8-10", quantity="1000", unit="PCE", unit_price="45.2",
             price_base_quantity="100", line_amount="452.00")  # fmt: skip
SECOND = item(2, line_no="20", description="Śruba M8 x 20 ocynk biały", quantity="5", unit_price="12.50",
              line_amount="62.50", delivery_date="2026-04-10")  # fmt: skip
FREIGHT = item(2, "charge", description="Transport", line_amount="35.50")


def page(**changes: object) -> Extraction:
    """A page that agrees with `order_x()` wherever it has a value."""
    same = Extraction(
        file="order.pdf", sha256="0" * 64, pages=2, sources=("text",), document_type="order",
        document_type_confidence=0.98, order_confidence=0.91, completeness=1.0,
        fields={
            "order_number": on_page("PO/2026/118"), "order_date": on_page("2026-03-31", "31.03.2026"),
            "total_net": on_page("550", "550,-"), "buyer.name": on_page("Zakłady Mechaniczne Łoś"),
            "ship_to.address": on_page("Morska 9 81-340 Gdynia"),
            "bill_to.name": on_page("Łoś Finanse"),
        },
        lines=(FIRST, SECOND, FREIGHT),
    )  # fmt: skip
    return replace(same, **changes)  # type: ignore[arg-type]


def failed(extraction: Extraction, xml: EmbeddedResult | None = None) -> list[str]:
    return [check.message for check in compare(extraction, xml or embedded()) if not check.passed]


def test_agreement_is_one_passed_check_that_counts() -> None:
    (check,) = compare(page(), embedded())
    assert (check.code, check.passed, check.line) == ("embedded_differs", True, None)
    assert "all 20 values" in check.message


def test_a_difference_names_field_line_and_both_values() -> None:
    lines = (FIRST, replace(SECOND, fields=SECOND.fields | {"unit_price": on_page("21.50")}), FREIGHT)
    fields = page().fields | {"total_net": on_page("5500.00")}
    checks = compare(page(lines=lines, fields=fields), embedded())
    assert [(c.code, c.passed, c.line, c.message) for c in checks] == [
        ("embedded_differs", False, None, "Total net: the page says 5500.00, the XML 550.00."),
        ("embedded_differs", False, 1, "Line 20, unit price: the page says 21.50, the XML 12.50."),
    ]


def test_a_reading_that_is_hardly_right_contradicts_nothing_but_what_decides() -> None:
    unsure = {
        "payment_terms": replace(on_page("Skonto 2 %"), confidence=0.3),
        "total_net": replace(on_page("55"), confidence=0.3),
    }
    assert failed(page(fields=unsure)) == ["Total net: the page says 55, the XML 550.00."]
    sure = {"payment_terms": replace(on_page("Skonto 2 %"), confidence=0.8)}
    assert failed(page(fields=sure)) == ["Payment terms: the page says Skonto 2 %, the XML 30 dni netto."]


def test_document_type_is_compared() -> None:
    assert failed(page(document_type="quotation")) == [
        "Document type: the page reads as quotation, the XML says order."
    ]


def test_gross_price_of_the_xml_is_no_difference() -> None:
    gross = (
        "<ram:GrossPriceProductTradePrice><ram:ChargeAmount>50.00</ram:ChargeAmount></ram:GrossPriceProductTradePrice>"
    )
    xml = embedded(order_x(lines=line("10", agreement=gross)))
    cells = {n: v for n, v in FIRST.fields.items() if n != "unit_price"}
    printed = replace(FIRST, fields=cells | {"unit_price": on_page("50"), "discount_percent": on_page("9.6")})
    assert failed(page(lines=(printed, FREIGHT)), xml) == []
    merged = merge(page(lines=(printed, FREIGHT)), xml).lines[0].fields
    assert merged["unit_price"].value == "45.20"
    assert merged["unit_price"].boxes == (), "45.20 stands nowhere on the page"
    assert "discount_percent" not in merged, "the discount belongs to the gross price"


def test_a_price_per_100_is_not_a_price_per_1() -> None:
    without = replace(FIRST, fields={n: v for n, v in FIRST.fields.items() if n != "price_base_quantity"})
    assert failed(page(lines=(without, SECOND, FREIGHT))) == ["Line 10, price per: the page says 1, the XML 100."]
    per_piece = replace(without, fields=without.fields | {"unit_price": on_page("0.452")})
    assert failed(page(lines=(per_piece, SECOND, FREIGHT))) == [], "the same price, printed per piece"
    per_ten = replace(SECOND, fields=SECOND.fields | {"price_base_quantity": on_page("10")})
    assert failed(page(lines=(FIRST, per_ten, FREIGHT))) == ["Line 20, price per: the page says 10, the XML 1."]


def test_lines_that_only_one_side_has() -> None:
    extra = item(line_no="30", description="Nakrętka M8", quantity="7", line_amount="7.00")
    messages = failed(page(lines=(FIRST, extra, FREIGHT)))
    assert len(messages) == 2
    assert messages[0].startswith("The page has a line that the XML lacks: position 30, description Nakrętka M8")
    assert messages[1].startswith("The XML has a line that was not found on the page: position 20")


def test_xml_without_lines_misses_none() -> None:
    totals_only = embedded(order_x(lines=""))
    totals_only = replace(totals_only, lines=())
    assert failed(page(), totals_only) == []
    assert merge(page(), totals_only).lines == page().lines


def test_merge_takes_xml_values_and_keeps_the_page_where_it_agrees() -> None:
    result = merge(page(), embedded())
    date = result.fields["order_date"]
    assert (date.value, date.text, date.source) == ("2026-03-31", "31.03.2026", "embedded")
    assert date.boxes == page().fields["order_date"].boxes
    assert date.confidence == 0.9
    assert result.fields["total_net"].value == "550.00", "as the XML writes it"
    assert result.fields["seller.name"].boxes == ()
    assert result.fields["seller.name"].confidence is None
    assert result.fields["bill_to.name"] == page().fields["bill_to.name"], "the XML says nothing about it"
    assert result.order_confidence == 0.91
    assert result.sources == ("text", "embedded")


def test_merge_of_lines_keeps_pages_and_what_only_the_page_says() -> None:
    result = merge(page(), embedded())
    assert [(x.kind, x.page) for x in result.lines] == [("item", 1), ("item", 2), ("charge", 2)]
    second = result.lines[1].fields
    assert second["delivery_date"].source == "model"
    assert second["gtin"].source == "embedded"
    assert second["description"].value == "Śruba M8 x 20"
    assert second["description"].text == "Śruba M8 x 20 ocynk biały"


def test_a_wrong_page_value_loses_its_box_and_the_orders_confidence() -> None:
    result = merge(page(fields={"order_number": on_page("PO/2026/113")}), embedded())
    number = result.fields["order_number"]
    assert (number.value, number.boxes, number.confidence) == ("PO/2026/118", (), None)
    assert result.order_confidence is None
    assert [c.passed for c in result.checks] == [False]


def test_headings_of_the_page_stay_in_their_place_and_checks_follow() -> None:
    heading, sum_ = item(1, "section", description="Śruby"), item(2, "subtotal", line_amount="514.50")
    wrong = replace(SECOND, fields=SECOND.fields | {"quantity": on_page("50")})
    result = merge(page(lines=(heading, FIRST, wrong, sum_, FREIGHT)), embedded())
    assert [x.kind for x in result.lines] == ["section", "item", "item", "subtotal", "charge"]
    assert [c.line for c in result.checks if not c.passed] == [2]


def test_checks_of_the_page_follow_their_lines() -> None:
    heading, extra = item(1, "section", description="Śruby"), item(line_no="15", quantity="7", line_amount="7.00")
    codes = {0: "text", 1: "first", 2: "extra", 3: "second", None: "whole"}
    checks = tuple(Check(code, True, "", line) for line, code in codes.items())
    result = merge(page(lines=(heading, FIRST, extra, SECOND, FREIGHT), checks=checks), embedded())
    kept = {c.code: c.line for c in result.checks if c.passed}
    assert kept == {"text": 0, "first": 1, "second": 2, "whole": None}, "the line of 'extra' is no longer there"


def test_objections_of_the_xml_reach_the_result() -> None:
    xml = embedded(order_x(lines=line("10", about="<ram:LineStatusCode>2</ram:LineStatusCode>")))
    heading = item(1, "section", description="Śruby")
    result = merge(page(lines=(heading, FIRST, FREIGHT)), xml)
    assert [(c.code, c.line) for c in result.checks if not c.passed] == [("embedded_status", 1)]
    assert result.order_confidence is None


def test_bare_xml_is_an_extraction_without_boxes() -> None:
    bare = Extraction(file="order.xml", sha256="0" * 64)
    result = merge(bare, embedded())
    assert (result.status, result.document_type, result.sources) == ("ok", "order", ("embedded",))
    assert result.fields["order_number"].to_dict() == {
        "value": "PO/2026/118", "text": "PO/2026/118", "confidence": None, "boxes": [], "source": "embedded",
    }  # fmt: skip
    assert [x.page for x in result.lines] == [NO_PAGE] * 3
    assert result.checks == ()


def test_unusable_xml_adds_a_warning_and_nothing_else() -> None:
    broken = read(document(("order-x.xml", "<Order>")))
    assert broken is not None
    assert compare(page(), broken) == ()
    assert merge(page(), broken) == replace(page(), warnings=broken.warnings)


def test_failed_page_with_good_xml_is_partial() -> None:
    bad = Extraction(file="a.pdf", sha256="0" * 64, status="failed", pages=1)
    result = merge(bad, embedded())
    assert result.status == "partial"
    assert result.fields["order_number"].value == "PO/2026/118"
    assert result.checks == ()


@pytest.mark.parametrize(
    ("name", "ours", "theirs", "same"),
    [
        ("total_net", "550", "550.00", True), ("total_net", "55.00", "550.00", False),
        ("order_number", "PO 2026/118", "po/2026/118", True), ("order_number", "118", "0118", False),
        ("line.line_no", "00010", "10", True), ("line.unit", "szt.", "C62", False), ("line.unit", "PCE", "C62", True),
        ("line.unit", "BX", "XBX", True), ("line.unit", "KGM", "GRM", False),
        ("buyer.name", "Łoś", "Łoś sp. z o.o.", True), ("buyer.name", "Łoś Finanse", "Łoś Magazyn", False),
        ("ship_to.address", "Morska 9, 81-340 Gdynia, Poland", "ul. Morska 9, 81-340 Gdynia, PL", True),
        ("ship_to.address", "Portowa 5, 80-001 Gdańsk", "ul. Morska 9, 81-340 Gdynia, PL", False),
        ("buyer.vat_id", "PL 526-000-12-46", "PL5260001246", True), ("currency", "EUR", "PLN", False),
    ],
)  # fmt: skip
def test_agreement_by_kind(name: str, ours: str, theirs: str, same: bool) -> None:
    assert agree(name, ours, theirs) is same
    assert agree(name, theirs, ours) is same


def test_long_lists_are_paired_in_reasonable_time() -> None:
    ours = [item(line_no=str(i), description=f"Part {i}", quantity="1") for i in range(1500)]
    theirs = [item(line_no=str(i), description=f"Part {i}", quantity="1") for i in range(1500) if i != 700]
    pairs = pair_lines(ours, theirs)
    assert len(pairs) == 1499
    assert pairs[699:701] == [(699, 699), (701, 700)]


def test_pairing_keeps_the_order_and_leaves_strangers_single() -> None:
    ours = [
        item(description="A", quantity="1"),
        item(description="X", quantity="9"),
        item(description="B", quantity="2"),
    ]
    theirs = [
        item(description="A", quantity="1"),
        item(description="B", quantity="2"),
        item(description="C", quantity="3"),
    ]
    assert pair_lines(ours, theirs) == [(0, 0), (2, 1)]
