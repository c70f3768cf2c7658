"""Order-X 1.0, profile COMFORT: UN/CEFACT's SCRDMCCBDACIOMessageStructure (D20B), checked against its schema."""

from __future__ import annotations

import logging
from decimal import Decimal

from lxml import etree

from data.result import Extraction, Line
from serving.exports.parts import (
    Exported,
    Unexportable,
    Work,
    allowance,
    amount,
    cents,
    checked,
    incoterm,
    leaf,
    line_total,
    node,
    xml,
)

_NAMES = {
    "rsm": "urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100",
    "ram": "urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:128",
    "udt": "urn:un:unece:uncefact:data:standard:UnqualifiedDataType:128",
}
GUIDELINE = "urn:order-x.eu:1p0:comfort"


def order_x(extraction: Extraction) -> Exported:
    """The order as Order-X XML. Raises `Unexportable` for what the schema demands and the document lacks."""
    work = checked(extraction, "Order-X")
    root = etree.Element(f"{{{_NAMES['rsm']}}}SCRDMCCBDACIOMessageStructure", nsmap=_NAMES)
    context = node(root, "rsm:ExchangedDocumentContext")
    node(node(context, "ram:GuidelineSpecifiedDocumentContextParameter"), "ram:ID", GUIDELINE)
    head = node(root, "rsm:ExchangedDocument")
    node(head, "ram:ID", work.need("order_number"))
    node(head, "ram:TypeCode", "220")
    _day(node(head, "ram:IssueDateTime"), work.need("order_date"))
    for _, line in work.lines("section", "comment"):
        if "description" in line.fields:
            node(node(head, "ram:IncludedNote"), "ram:Content", line.fields["description"].value)
    transaction = node(root, "rsm:SupplyChainTradeTransaction")
    for at, line in work.lines("item"):
        _line(work, transaction, at, line)
    _agreement(work, transaction)
    _delivery(work, transaction)
    _settlement(work, transaction)
    content = xml(root)
    _validate(content)
    return Exported(content, tuple(dict.fromkeys(work.left_out)))


def embed(pdf: bytes, content: bytes) -> bytes:
    """`pdf` with the Order-X XML inside, as `order-x.xml`. Raises `Unexportable` for a PDF that cannot take it."""
    from facturx import generate_from_binary  # type: ignore[import-untyped]

    try:
        return bytes(generate_from_binary(pdf, content, flavor="order-x", level="comfort", check_xsd=False))
    except Exception as error:  # pypdf and factur-x raise whatever the file provokes
        raise Unexportable("The XML could not be put into this PDF.", hint="Export the XML alone.") from error


def _validate(content: bytes) -> None:
    from facturx import xml_check_xsd

    log = logging.getLogger("factur-x")
    log.disabled, was = True, log.disabled
    try:
        xml_check_xsd(content, flavor="order-x", level="comfort")
    except Exception as error:  # factur-x raises bare Exception
        reason = str(error).rpartition("problem: ")[2]
        hint = "A value does not fit the schema; correct it, or export as CSV."
        raise Unexportable(f"The order does not fit the Order-X schema: {reason[:300]}", hint=hint) from error
    finally:
        log.disabled = was


def _day(parent: etree._Element, iso: str) -> None:
    node(parent, "udt:DateTimeString", iso.replace("-", ""), format="102")


def _wanted(parent: etree._Element, iso: str | None) -> None:
    if iso is not None:
        event = node(parent, "ram:RequestedDeliverySupplyChainEvent")
        _day(node(event, "ram:OccurrenceDateTime"), iso)


def _line(work: Work, parent: etree._Element, at: int, line: Line) -> None:
    item = node(parent, "ram:IncludedSupplyChainTradeLineItem")
    about = node(item, "ram:AssociatedDocumentLineDocument")
    node(about, "ram:LineID", work.line_id(at, line))
    product = node(item, "ram:SpecifiedTradeProduct")
    leaf(product, "ram:GlobalID", work.of(line, "gtin"), schemeID="0160")
    leaf(product, "ram:SellerAssignedID", work.of(line, "supplier_article_no"))
    leaf(product, "ram:BuyerAssignedID", work.of(line, "buyer_article_no"))
    leaf(product, "ram:Name", work.of(line, "description"))
    unit = work.unit(line)
    price = node(node(item, "ram:SpecifiedLineTradeAgreement"), "ram:NetPriceProductTradePrice")
    node(price, "ram:ChargeAmount", work.need_of(at, line, "unit_price"))
    leaf(price, "ram:BasisQuantity", work.of(line, "price_base_quantity"), unitCode=unit)
    delivery = node(item, "ram:SpecifiedLineTradeDelivery")
    node(delivery, "ram:RequestedQuantity", work.need_of(at, line, "quantity"), unitCode=unit)
    _wanted(delivery, work.of(line, "delivery_date"))
    settlement = node(item, "ram:SpecifiedLineTradeSettlement")
    _tax(work, settlement, "ram:ApplicableTradeTax", line)
    percent = amount(line.fields, "discount_percent")
    if percent:
        _allowance(settlement, False, allowance(line), None, abs(percent))
    totals = node(settlement, "ram:SpecifiedTradeSettlementLineMonetarySummation")
    node(totals, "ram:LineTotalAmount", line_total(work, at, line))


def _tax(work: Work, parent: etree._Element, name: str, line: Line) -> None:
    """The rate. Its category must stand beside it: above 0 it is the standard one, a rate of 0 may be any of five."""
    rate = amount(line.fields, "tax_rate")
    if rate is None:
        return
    if rate == 0:
        work.left_out.append("tax rate 0: the page does not say why no tax is due")
        return
    tax = node(parent, name)
    node(tax, "ram:TypeCode", "VAT")
    node(tax, "ram:CategoryCode", "S")
    node(tax, "ram:RateApplicablePercent", work.of(line, "tax_rate"))


def _allowance(
    parent: etree._Element, charge: bool, money: Decimal, reason: str | None, percent: Decimal | None
) -> etree._Element:
    made = node(parent, "ram:SpecifiedTradeAllowanceCharge")
    node(node(made, "ram:ChargeIndicator"), "udt:Indicator", "true" if charge else "false")
    if percent is not None:
        node(made, "ram:CalculationPercent", percent)
    node(made, "ram:ActualAmount", money)
    leaf(made, "ram:Reason", reason)
    return made


def _agreement(work: Work, transaction: etree._Element) -> None:
    agreement = node(transaction, "ram:ApplicableHeaderTradeAgreement")
    _party(work, agreement, "ram:SellerTradeParty", "seller")
    _party(work, agreement, "ram:BuyerTradeParty", "buyer")
    terms = work.get("delivery_terms")
    if terms is not None:
        made = node(agreement, "ram:ApplicableTradeDeliveryTerms")
        code, place = incoterm(terms)
        if code:
            node(made, "ram:DeliveryTypeCode", code)
            if place:
                node(node(made, "ram:RelevantTradeLocation"), "ram:Name", place)
        else:
            node(made, "ram:Description", terms)
    contract = work.get("contract_number")
    if contract is not None:
        node(node(agreement, "ram:ContractReferencedDocument"), "ram:IssuerAssignedID", contract)


def _party(work: Work, parent: etree._Element, name: str, prefix: str) -> None:
    party = node(parent, name)
    if prefix == "buyer":
        leaf(party, "ram:ID", work.get("buyer.customer_number"))
    leaf(party, "ram:GlobalID", work.get(f"{prefix}.gln"), schemeID="0088")
    leaf(party, "ram:Name", work.get(f"{prefix}.name"))
    email = work.get(f"{prefix}.email")
    if email is not None:
        contact = node(party, "ram:DefinedTradeContact")
        node(node(contact, "ram:EmailURIUniversalCommunication"), "ram:URIID", email)
    _address(work, party, prefix)
    vat = work.get(f"{prefix}.vat_id")
    if vat is not None:
        node(node(party, "ram:SpecifiedTaxRegistration"), "ram:ID", vat, schemeID="VA")


def _address(work: Work, party: etree._Element, prefix: str) -> None:
    address = work.address(prefix)
    if address is None:
        return
    if address.country is None:
        work.left_out.append(f"{prefix} address: Order-X wants its country, which the page does not name")
        return
    made = node(party, "ram:PostalTradeAddress")
    leaf(made, "ram:PostcodeCode", address.postcode)
    lines = [*address.lines[:2], ", ".join(address.lines[2:])]
    for name, text in zip(("ram:LineOne", "ram:LineTwo", "ram:LineThree"), lines, strict=False):
        leaf(made, name, text or None)
    leaf(made, "ram:CityName", address.town)
    node(made, "ram:CountryID", address.country)


def _delivery(work: Work, transaction: etree._Element) -> None:
    delivery = node(transaction, "ram:ApplicableHeaderTradeDelivery")
    if work.party("ship_to"):
        _party(work, delivery, "ram:ShipToTradeParty", "ship_to")
    _wanted(delivery, work.get("requested_delivery_date"))


def _settlement(work: Work, transaction: etree._Element) -> None:
    settlement = node(transaction, "ram:ApplicableHeaderTradeSettlement")
    currency = work.need("currency")
    node(settlement, "ram:OrderCurrencyCode", currency)
    if work.party("bill_to"):
        _party(work, settlement, "ram:InvoiceeTradeParty", "bill_to")
    sums = {"charge": Decimal(0), "discount": Decimal(0)}
    for at, line in work.lines("charge", "discount"):
        money = abs(Decimal(work.need_of(at, line, "line_amount")))
        sums[line.kind] += money
        percent = amount(line.fields, "discount_percent") if line.kind == "discount" else None
        made = _allowance(settlement, line.kind == "charge", money, work.of(line, "description"), percent)
        _tax(work, made, "ram:CategoryTradeTax", line)
    terms = work.get("payment_terms")
    if terms is not None:
        node(node(settlement, "ram:SpecifiedTradePaymentTerms"), "ram:Description", terms)
    goods = sum((line_total(work, at, line) for at, line in work.lines("item")), Decimal(0))
    totals = node(settlement, "ram:SpecifiedTradeSettlementHeaderMonetarySummation")
    node(totals, "ram:LineTotalAmount", cents(goods))
    for kind, name in (("charge", "ram:ChargeTotalAmount"), ("discount", "ram:AllowanceTotalAmount")):
        if sums[kind]:
            node(totals, name, sums[kind])
    net = work.get("total_net")
    node(totals, "ram:TaxBasisTotalAmount", net or cents(goods + sums["charge"] - sums["discount"]))
    leaf(totals, "ram:TaxTotalAmount", work.get("total_tax"), currencyID=currency)
    leaf(totals, "ram:GrandTotalAmount", work.get("total_gross"))
