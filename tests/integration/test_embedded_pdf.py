"""E-documents inside PDFs and alone, from bytes to the merged result."""

from __future__ import annotations

import io
from dataclasses import replace
from decimal import Decimal

import pypdfium2
import pytest

from data.embedded import compare, merge, read
from data.errors import DamagedDocument
from data.readers import read as read_file
from data.result import Extraction
from tests.builders import Item, items, order
from tests.edocs import line, order_x
from tests.reading import extractor, needs_model, of_kind
from tests.ubl_docs import order as ubl_order


def with_attachment(pdf: bytes, *files: tuple[str, bytes]) -> bytes:
    """`pdf` with embedded files."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        for name, content in files:
            document.new_attachment(name).set_data(content)
        out = io.BytesIO()
        document.save(out)
        return out.getvalue()
    finally:
        document.close()


def order_x_of(rows: list[Item]) -> bytes:
    """The items of a drawn order as Order-X."""
    lines = ""
    for row in rows:
        xml = line(row.position, quantity=row.quantity, price=row.price.replace(",", ""), base="1",
                   amount=row.amount.replace(",", ""))  # fmt: skip
        for made_up in (f"4711-{row.position}", f"DIN933-M8-{row.position}"):
            xml = xml.replace(f">{made_up}<", f">{row.article}<")
        lines += xml.replace(f"Śruba M8 x {row.position}", " ".join(row.description))
    return order_x(number="4500118", lines=lines).encode()


def test_order_x_in_a_pdf_is_found_beside_its_pages() -> None:
    rows = items(4)
    content = with_attachment(order(rows), ("drawing.png", b"\x89PNG"), ("order-x.xml", order_x_of(rows)))
    document = read_file(content, "order.pdf")
    result = read(document)
    assert len(document.pages) == 1
    assert result is not None
    assert (result.format, result.attachment) == ("Order-X COMFORT", "order-x.xml")
    assert result.fields["order_number"].value == "4500118"
    assert [x.fields["quantity"].value for x in result.lines if x.kind == "item"] == [row.quantity for row in rows]


def test_pdf_without_xml_has_none() -> None:
    assert read(read_file(order(items(2)), "order.pdf")) is None


@pytest.mark.parametrize("xml", [order_x(), ubl_order()])
def test_bare_xml_is_read_without_a_page(xml: str) -> None:
    document = read_file(xml.encode(), "order.xml")
    assert document.pages == ()
    embedded = read(document)
    assert embedded is not None
    result = merge(Extraction(document.file, document.sha256), embedded).to_dict()
    assert result["document_type"] == {"value": "order", "confidence": None}
    assert result["fields"]["order_number"]["value"] == "PO/2026/118"
    assert all(v["boxes"] == [] for x in result["lines"] for v in x["fields"].values())


def test_damaged_bare_xml_is_a_result_for_its_sender() -> None:
    with pytest.raises(DamagedDocument, match="damaged"):
        read(read_file(order_x().encode()[:3000], "order.xml"))


@needs_model
def test_page_and_xml_that_say_the_same_agree() -> None:
    rows = items(5)
    document = read_file(with_attachment(order(rows), ("order-x.xml", order_x_of(rows))), "order.pdf")
    page, embedded = extractor().extract(document), read(document)
    assert embedded is not None
    only_items = replace(embedded, lines=embedded.lines[:5], fields={"order_number": embedded.fields["order_number"]})
    assert [c.passed for c in compare(page, only_items)] == [True]
    merged = merge(page, only_items)
    amounts = [x.fields["line_amount"] for x in of_kind(merged, "item")]
    assert [Decimal(v.value) for v in amounts] == [Decimal(row.amount.replace(",", "")) for row in rows]
    assert all(v.source == "embedded" and v.boxes for v in amounts)


@needs_model
def test_a_page_that_says_otherwise_is_reported_with_both_values() -> None:
    rows = items(5)
    other = [replace(row, quantity="99") if i == 2 else row for i, row in enumerate(rows)]
    document = read_file(with_attachment(order(other), ("order-x.xml", order_x_of(rows))), "order.pdf")
    embedded = read(document)
    assert embedded is not None
    messages = [c.message for c in compare(extractor().extract(document), embedded) if not c.passed]
    assert f"Line 30, quantity: the page says 99, the XML {rows[2].quantity}." in messages
