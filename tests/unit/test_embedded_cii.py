"""Order-X, Factur-X and ZUGFeRD to the contract's fields."""

from __future__ import annotations

import pytest

from data.embedded import EmbeddedResult, read
from data.result import Line
from tests.edocs import day, document, factur_x, line, order_x, with_, zugferd_1


def read_xml(xml: str) -> EmbeddedResult:
    result = read(document(("order-x.xml", xml)))
    assert result is not None
    return result


def values(result: EmbeddedResult) -> dict[str, str]:
    return {name: value.value for name, value in result.fields.items()}


def cells(line: Line) -> dict[str, str]:
    return {name: value.value for name, value in line.fields.items()}


PARTIES = {
    "buyer.name": "Zakłady Mechaniczne Łoś sp. z o.o.",
    "buyer.address": "ul. Portowa 5, 80-001 Gdańsk, PL",
    "buyer.vat_id": "PL5260001246",
    "buyer.email": "zakupy@los.example",
    "buyer.customer_number": "K-1077",
    "buyer.gln": "5901234000017",
    "seller.name": "Śruby i Nity S.A.",
    "seller.address": "ul. Długa 7, 31-002 Kraków, PL",
    "seller.vat_id": "PL5250007738",
    "ship_to.name": "Łoś Magazyn 2",
    "ship_to.address": "ul. Morska 9, 81-340 Gdynia, PL",
    "ship_to.gln": "5901234000031",
}
MONEY = {
    "currency": "PLN",
    "payment_terms": "30 dni netto",
    "delivery_terms": "DAP Gdynia",
    "contract_number": "UR-2025/7",
    "total_net": "550.00",
    "total_tax": "126.50",
    "total_gross": "676.50",
}
FIRST = {
    "line_no": "10", "buyer_article_no": "4711-10", "supplier_article_no": "DIN933-M8-10", "gtin": "5901234123457",
    "description": "Śruba M8 x 10", "quantity": "1000", "unit": "C62", "unit_price": "45.20",
    "price_base_quantity": "100", "tax_rate": "23.00", "line_amount": "452.00",
}  # fmt: skip
SECOND = {
    "line_no": "20", "buyer_article_no": "4711-20", "supplier_article_no": "DIN933-M8-20", "gtin": "5901234123464",
    "description": "Śruba M8 x 20", "quantity": "5", "unit": "C62", "unit_price": "12.50", "tax_rate": "23.00",
    "line_amount": "62.50",
}  # fmt: skip
FREIGHT = {"description": "Transport", "line_amount": "35.50", "tax_rate": "23"}


def test_order_x_order() -> None:
    result = read_xml(order_x())
    assert (result.format, result.attachment, result.document_type) == ("Order-X COMFORT", "order-x.xml", "order")
    assert values(result) == PARTIES | MONEY | {
        "order_number": "PO/2026/118", "order_date": "2026-03-31", "requested_delivery_date": "2026-04-15",
    }  # fmt: skip
    assert [line.kind for line in result.lines] == ["item", "item", "charge"]
    assert [cells(line) for line in result.lines] == [FIRST, SECOND, FREIGHT]
    assert result.warnings == ()
    assert result.checks == ()


def test_values_are_marked_as_embedded_and_uncalibrated() -> None:
    value = read_xml(order_x()).fields["order_date"]
    assert (value.text, value.source, value.confidence, value.boxes) == ("202603311232", "embedded", None, ())


def test_factur_x_invoice_names_the_order_it_refers_to() -> None:
    result = read_xml(factur_x())
    assert (result.format, result.document_type) == ("Factur-X EXTENDED", "invoice")
    assert values(result) == PARTIES | MONEY | {
        "invoice_number": "FV/9/2026", "invoice_date": "2026-03-31", "due_date": "2026-04-30",
        "order_number": "PO/2026/118",
    }  # fmt: skip
    assert [cells(line) for line in result.lines] == [FIRST, SECOND, FREIGHT]


def test_zugferd_1_has_older_names_for_the_same_values() -> None:
    result = read_xml(zugferd_1())
    assert (result.format, result.document_type) == ("ZUGFeRD 1.0 COMFORT", "invoice")
    assert values(result) == values(read_xml(factur_x()))
    assert [line.kind for line in result.lines] == ["comment", "item", "item", "charge"]
    assert cells(result.lines[0]) == {"description": "Dostawa z 2026-03-30"}
    assert [cells(line) for line in result.lines[1:]] == [FIRST, SECOND, FREIGHT]


@pytest.mark.parametrize(
    ("xml", "expected"),
    [
        (order_x(code="221"), "order"),
        (order_x(code="230"), "order_change"),
        (order_x(code="231"), "order_response"),
        (factur_x(code="381"), "credit_note"),
        (factur_x(code="384"), "invoice"),
        (factur_x(code="389"), "invoice"),
        (factur_x(code="261"), "credit_note"),
        (factur_x(code=""), "invoice"),
    ],
)
def test_document_type_by_code(xml: str, expected: str) -> None:
    assert read_xml(xml).document_type == expected


@pytest.mark.parametrize("code", ["230", "231"])
def test_order_number_of_a_change_or_response_is_the_customers(code: str) -> None:
    result = read_xml(order_x(code=code, number="AB-77", reference="PO/2026/118"))
    assert values(result)["order_number"] == "PO/2026/118"
    assert result.also[None, "order_number"] == ("AB-77",)
    assert values(read_xml(order_x(code=code, number="AB-77")))["order_number"] == "AB-77"


def test_response_gives_the_agreed_quantity() -> None:
    agreed = '<ram:AgreedQuantity unitCode="C62">800</ram:AgreedQuantity>'
    result = read_xml(order_x(code="231", lines=line(delivery=agreed)))
    assert cells(result.lines[0])["quantity"] == "800"
    assert result.also[0, "quantity"] == ("1000",)
    assert cells(read_xml(order_x(lines=line(delivery=agreed))).lines[0])["quantity"] == "1000"


def test_price_base_of_ten_is_not_one() -> None:
    for base, expected in (("10", "10"), ("1.0000", None), ("1000", "1000"), ("0", None)):
        assert cells(read_xml(order_x(lines=line(base=base))).lines[0]).get("price_base_quantity") == expected


def test_gross_price_is_known_but_the_net_one_counts() -> None:
    gross = (
        "<ram:GrossPriceProductTradePrice><ram:ChargeAmount>50.00</ram:ChargeAmount></ram:GrossPriceProductTradePrice>"
    )
    result = read_xml(order_x(lines=line(agreement=gross)))
    assert cells(result.lines[0])["unit_price"] == "45.20"
    assert result.also[0, "unit_price"] == ("50.00",)


ALLOWANCE = """<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>{charge}</udt:Indicator>
</ram:ChargeIndicator><ram:CalculationPercent>{percent}</ram:CalculationPercent><ram:ActualAmount>1</ram:ActualAmount>
</ram:SpecifiedTradeAllowanceCharge>"""


def test_discount_percent_only_where_one_allowance_explains_the_amount() -> None:
    allowance, charge = ALLOWANCE.format(charge="false", percent="10.00"), ALLOWANCE.format(charge="true", percent="2")
    for parts, expected in ((allowance, "10.00"), (allowance * 2, None), (allowance + charge, None), (charge, None)):
        assert cells(read_xml(order_x(lines=line(settlement=parts))).lines[0]).get("discount_percent") == expected


def test_document_discount_is_a_line_of_its_own() -> None:
    xml = order_x().replace("<udt:Indicator>true</udt:Indicator>", "<udt:Indicator>false</udt:Indicator>")
    assert read_xml(xml).lines[-1].kind == "discount"


PERIOD = """<ram:RequestedDeliverySupplyChainEvent><ram:OccurrenceSpecifiedPeriod>
<ram:StartDateTime>{}</ram:StartDateTime><ram:EndDateTime>{}</ram:EndDateTime></ram:OccurrenceSpecifiedPeriod>
</ram:RequestedDeliverySupplyChainEvent>"""


def test_delivery_period_of_one_day_is_that_day() -> None:
    period = PERIOD.format(day("202604150800", "203"), day("202604151600", "203"))
    assert values(read_xml(order_x(event=period)))["requested_delivery_date"] == "2026-04-15"


def test_longer_delivery_period_is_no_date_but_a_warning() -> None:
    period = PERIOD.format(day("20260415"), day("20260430"))
    result = read_xml(order_x(event=period, lines=line(delivery=period)))
    assert "requested_delivery_date" not in result.fields
    assert "delivery_date" not in result.lines[0].fields
    assert [w.code for w in result.warnings] == ["delivery_period", "delivery_period"]
    assert "2026-04-15 and 2026-04-30" in result.warnings[0].message


def test_line_dates_and_kinds() -> None:
    date = f"<ram:OccurrenceDateTime>{day('20260420')}</ram:OccurrenceDateTime>"
    event = f"<ram:RequestedDeliverySupplyChainEvent>{date}</ram:RequestedDeliverySupplyChainEvent>"
    group = "<ram:LineStatusReasonCode>GROUP</ram:LineStatusReasonCode>"
    result = read_xml(order_x(lines=line("1", delivery=event) + line("2", about=group)))
    assert cells(result.lines[0])["delivery_date"] == "2026-04-20"
    assert [x.kind for x in result.lines] == ["item", "subtotal", "charge"]


def test_a_deleted_line_and_a_cancellation_are_objections() -> None:
    deleted = "<ram:LineStatusCode>2</ram:LineStatusCode>"
    result = read_xml(
        order_x(lines=line("1") + line("2", about=deleted), header="<ram:PurposeCode>1</ram:PurposeCode>")
    )
    assert [(c.code, c.passed, c.line) for c in result.checks] == [
        ("embedded_status", False, 1), ("embedded_status", False, None),
    ]  # fmt: skip


def test_test_indicator_warns() -> None:
    context = "<ram:TestIndicator><udt:Indicator>true</udt:Indicator></ram:TestIndicator>"
    assert [w.code for w in read_xml(order_x(context=context)).warnings] == ["embedded_test"]


@pytest.mark.parametrize(
    ("raw", "code"), [("20261331", "102"), ("31.03.2026", "102"), ("202613", "616"), ("20260331", "616")]
)
def test_a_date_that_names_no_day_is_left_out_with_a_warning(raw: str, code: str) -> None:
    xml = order_x().replace(day("202603311232", "203"), day(raw, code))
    result = read_xml(xml)
    assert "order_date" not in result.fields
    assert [w.code for w in result.warnings] == ["embedded_value"]
    assert raw in result.warnings[0].message


@pytest.mark.parametrize(("raw", "expected"), [("+12.50", "12.50"), (".5", "0.5"), ("-3", "-3"), ("1e3", None),
                                               ("12,50", None), ("NaN", None)])  # fmt: skip
def test_numbers_keep_their_digits_and_are_never_guessed(raw: str, expected: str | None) -> None:
    result = read_xml(with_(order_x(), "ram:LineTotalAmount", raw))
    assert cells(result.lines[0]).get("line_amount") == expected
    assert [w.code for w in result.warnings] == ([] if expected else ["embedded_value"])


def test_gtin_under_the_wrong_scheme_needs_its_check_digit() -> None:
    for gtin, expected in (("5901234123457", "5901234123457"), ("5901234123458", None)):
        xml = order_x(lines=line(gtin=gtin).replace('schemeID="0160"', 'schemeID="0088"'))
        assert cells(read_xml(xml).lines[0]).get("gtin") == expected


def test_total_net_is_not_taken_from_lines_that_charges_change() -> None:
    xml = order_x().replace("<ram:TaxBasisTotalAmount>550.00</ram:TaxBasisTotalAmount>", "")
    assert "total_net" not in read_xml(xml).fields
    bare = xml.replace("<ram:ChargeTotalAmount>35.50</ram:ChargeTotalAmount>", "")
    assert values(read_xml(bare))["total_net"] == "514.50"


def test_a_country_alone_is_no_address() -> None:
    xml = order_x()
    for name, content in (("LineOne", "ul. Portowa 5"), ("PostcodeCode", "80-001"), ("CityName", "Gdańsk")):
        xml = xml.replace(f"<ram:{name}>{content}</ram:{name}>", "")
    assert "buyer.address" not in read_xml(xml).fields
