"""UBL orders, changes, responses, invoices and credit notes to the contract's fields."""

from __future__ import annotations

import pytest

from data.embedded import EmbeddedResult, read
from data.result import Line
from tests.edocs import document
from tests.ubl_docs import PRICE, invoice, order, order_line


def read_xml(xml: str) -> EmbeddedResult:
    result = read(document(("order.xml", xml)))
    assert result is not None
    return result


def values(result: EmbeddedResult) -> dict[str, str]:
    return {name: value.value for name, value in result.fields.items()}


def cells(line: Line) -> dict[str, str]:
    return {name: value.value for name, value in line.fields.items()}


ITEM = {
    "line_no": "1", "buyer_article_no": "4711", "supplier_article_no": "DIN933-M8", "gtin": "5901234123457",
    "description": "Śruba M8", "quantity": "1000", "unit": "C62", "unit_price": "45.20", "price_base_quantity": "100",
    "tax_rate": "23", "line_amount": "452.00",
}  # fmt: skip


def test_order() -> None:
    result = read_xml(order())
    assert (result.format, result.document_type) == ("Peppol Order", "order")
    assert values(result) == {
        "order_number": "PO/2026/118", "order_date": "2026-03-31", "contract_number": "UR-2025/7", "currency": "PLN",
        "requested_delivery_date": "2026-04-15", "payment_terms": "30 dni netto", "delivery_terms": "DAP Gdynia",
        "buyer.name": "Zakłady Mechaniczne Łoś sp. z o.o.", "buyer.vat_id": "PL5260001246",
        "buyer.address": "ul. Portowa 5, 80-001 Gdańsk, PL", "buyer.email": "zakupy@los.example",
        "buyer.customer_number": "K-55", "buyer.gln": "5901234000017", "seller.name": "Śruby i Nity S.A.",
        "seller.vat_id": "PL5250007738", "seller.address": "ul. Długa 7, 80-001 Kraków, PL",
        "ship_to.name": "Łoś Magazyn 2", "ship_to.address": "ul. Morska 9, 81-340 Gdynia",
        "ship_to.gln": "5901234000031", "bill_to.name": "Łoś Finanse sp. z o.o.",
        "bill_to.address": "ul. Złota 1, 80-001 Warszawa, PL", "total_net": "442.30", "total_tax": "101.73",
        "total_gross": "544.03",
    }  # fmt: skip
    assert [(x.kind, cells(x)) for x in result.lines] == [
        ("item", ITEM),
        ("charge", {"description": "Transport", "line_amount": "35.50", "tax_rate": "23"}),
        ("discount", {"description": "Rabat", "line_amount": "45.20", "discount_percent": "10"}),
    ]
    assert result.also[None, "buyer.name"] == ("Łoś",)
    assert result.also[0, "description"] == ("Śruba z łbem sześciokątnym, ocynk",)


@pytest.mark.parametrize(
    ("root", "expected"), [("OrderChange", "order_change"), ("OrderResponse", "order_response"), ("Order", "order")]
)
def test_change_and_response_bear_the_number_of_the_order(root: str, expected: str) -> None:
    result = read_xml(order(root=root, number="C-1", reference="PO/2026/118"))
    assert result.document_type == expected
    assert values(result)["order_number"] == ("C-1" if root == "Order" else "PO/2026/118")


@pytest.mark.parametrize(("root", "expected"), [("Invoice", "invoice"), ("CreditNote", "credit_note")])
def test_invoice_and_credit_note(root: str, expected: str) -> None:
    result = read_xml(invoice(root))
    got = values(result)
    assert result.document_type == expected
    assert (got["invoice_number"], got["order_number"]) == ("FV/9/2026", "PO/2026/118")
    assert (got["invoice_date"], got["due_date"]) == ("2026-04-20", "2026-05-20")
    assert (got["total_net"], got["total_tax"], got["total_gross"]) == ("452.00", "103.96", "555.96")
    assert got["buyer.name"] == "Zakłady Mechaniczne Łoś sp. z o.o."
    assert got["buyer.customer_number"] == "K-1077"
    assert "bill_to.name" not in got
    assert [cells(x) for x in result.lines] == [ITEM]


def test_invoice_without_order_reference_says_na() -> None:
    assert "order_number" not in read_xml(invoice(reference="NA")).fields


def test_headings_written_as_lines_of_nothing_are_comments() -> None:
    """Odoo's orders and invoices carry sections and notes as lines of quantity 0 (failures.md, 40)."""
    heading = order_line(
        quantity="0.00", amount="0.00", item="<cac:Item><cbc:Name>--- Food ---</cbc:Name></cac:Item>",
        price="<cac:Price><cbc:PriceAmount>0.00</cbc:PriceAmount><cbc:BaseQuantity>0.00</cbc:BaseQuantity></cac:Price>",
    )  # fmt: skip
    result = read_xml(order(heading, order_line(number="2")))
    assert [x.kind for x in result.lines[:2]] == ["comment", "item"]
    assert cells(result.lines[0]) == {"line_no": "1", "description": "--- Food ---"}


def test_a_free_sample_stays_an_item() -> None:
    result = read_xml(order(order_line(amount="0.00", price=PRICE.replace("45.20", "0"))))
    assert result.lines[0].kind == "item"
    free = order_line(amount="0.00", quantity="0", price=PRICE.replace("45.20", "0"))
    assert read_xml(order(free)).lines[0].kind == "item", "it has article numbers"


@pytest.mark.parametrize(
    ("factor", "amount", "base", "expected"),
    [("10", "45.20", "452.00", "10"), ("0.1", "45.20", "452.00", "10"), ("0.5", "2.26", "452.00", "0.5"),
     ("12.5", "", "", "12.5"), ("0.1", "", "", None)],
)  # fmt: skip
def test_discount_factor_is_read_by_the_amounts(factor: str, amount: str, base: str, expected: str | None) -> None:
    allowance = f"""<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>
<cbc:MultiplierFactorNumeric>{factor}</cbc:MultiplierFactorNumeric>
<cbc:Amount>{amount}</cbc:Amount><cbc:BaseAmount>{base}</cbc:BaseAmount></cac:AllowanceCharge>"""
    assert cells(read_xml(order(order_line(more=allowance))).lines[0]).get("discount_percent") == expected


def test_delivery_of_a_line() -> None:
    period = """<cac:Delivery><cac:RequestedDeliveryPeriod><cbc:StartDate>2026-04-01</cbc:StartDate>
<cbc:EndDate>{}</cbc:EndDate></cac:RequestedDeliveryPeriod></cac:Delivery>"""
    result = read_xml(order(order_line(more=period.format("2026-04-01")), order_line(more=period.format("2026-04-09"))))
    assert cells(result.lines[0])["delivery_date"] == "2026-04-01"
    assert "delivery_date" not in result.lines[1].fields
    assert [w.code for w in result.warnings] == ["delivery_period"]


def test_deleted_line_is_an_objection() -> None:
    deleted = order_line(more="<cbc:LineStatusCode>2</cbc:LineStatusCode>")
    checks = read_xml(order(order_line(), deleted, root="OrderChange")).checks
    assert [(c.passed, c.line) for c in checks] == [(False, 1)]
