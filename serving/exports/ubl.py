"""UBL 2.1 Order in the customization of Peppol BIS Ordering 3.

Source: UBL 2.1 (ISO/IEC 19845) for the order of elements, Peppol BIS Order only 3 for their use.
"""

from __future__ import annotations

from decimal import Decimal

from lxml import etree

from data.result import Extraction, Line
from serving.exports.parts import (
    Exported,
    Work,
    allowance,
    amount,
    cents,
    checked,
    gross_total,
    incoterm,
    leaf,
    line_total,
    node,
    xml,
)

_ROOT = "urn:oasis:names:specification:ubl:schema:xsd:Order-2"
_NAMES: dict[str | None, str] = {
    None: _ROOT,
    "cac": "urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2",
    "cbc": "urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2",
}
CUSTOMIZATION = "urn:fdc:peppol.eu:poacc:trns:order:3"
PROFILE = "urn:fdc:peppol.eu:poacc:bis:order_only:3"


def ubl(extraction: Extraction) -> Exported:
    """The order as a UBL Order. Raises `Unexportable` for what it demands and the document lacks."""
    work = checked(extraction, "UBL")
    root = etree.Element(f"{{{_ROOT}}}Order", nsmap=_NAMES)  # type: ignore[arg-type]
    currency = work.need("currency")
    node(root, "cbc:CustomizationID", CUSTOMIZATION)
    node(root, "cbc:ProfileID", PROFILE)
    node(root, "cbc:ID", work.need("order_number"))
    node(root, "cbc:IssueDate", work.need("order_date"))
    node(root, "cbc:OrderTypeCode", "220")
    for _, line in work.lines("section", "comment"):
        leaf(root, "cbc:Note", work.of(line, "description"))
    node(root, "cbc:DocumentCurrencyCode", currency)
    contract = work.get("contract_number")
    if contract is not None:
        node(node(root, "cac:Contract"), "cbc:ID", contract)
    buyer = node(root, "cac:BuyerCustomerParty")
    leaf(buyer, "cbc:SupplierAssignedAccountID", work.get("buyer.customer_number"))
    _party(work, buyer, "buyer")
    _party(work, node(root, "cac:SellerSupplierParty"), "seller")
    if work.party("bill_to"):
        _party(work, node(root, "cac:AccountingCustomerParty"), "bill_to")
    _delivery(work, root)
    _terms(work, root)
    sums = _charges(work, root, currency)
    tax = work.get("total_tax")
    if tax is not None:
        node(node(root, "cac:TaxTotal"), "cbc:TaxAmount", tax, currencyID=currency)
    _totals(work, root, currency, sums)
    for at, line in work.lines("item"):
        _line(work, node(node(root, "cac:OrderLine"), "cac:LineItem"), at, line, currency)
    return Exported(xml(root), tuple(dict.fromkeys(work.left_out)))


def _party(work: Work, parent: etree._Element, prefix: str) -> None:
    party = node(parent, "cac:Party")
    gln, vat, name = (work.get(f"{prefix}.{part}") for part in ("gln", "vat_id", "name"))
    leaf(party, "cbc:EndpointID", gln, schemeID="0088")
    if gln is not None:
        node(node(party, "cac:PartyIdentification"), "cbc:ID", gln, schemeID="0088")
    if name is not None:
        node(node(party, "cac:PartyName"), "cbc:Name", name)
    _address(work, party, "cac:PostalAddress", prefix)
    if vat is not None:
        scheme = node(party, "cac:PartyTaxScheme")
        node(scheme, "cbc:CompanyID", vat)
        node(node(scheme, "cac:TaxScheme"), "cbc:ID", "VAT")
    if name is not None:
        node(node(party, "cac:PartyLegalEntity"), "cbc:RegistrationName", name)
    email = work.get(f"{prefix}.email")
    if email is not None:
        node(node(party, "cac:Contact"), "cbc:ElectronicMail", email)


def _address(work: Work, parent: etree._Element, name: str, prefix: str) -> None:
    address = work.address(prefix)
    if address is None:
        return
    made = node(parent, name)
    leaf(made, "cbc:StreetName", address.lines[0] if address.lines else None)
    leaf(made, "cbc:AdditionalStreetName", address.lines[1] if len(address.lines) > 1 else None)
    leaf(made, "cbc:CityName", address.town)
    leaf(made, "cbc:PostalZone", address.postcode)
    for text in address.lines[2:]:
        node(node(made, "cac:AddressLine"), "cbc:Line", text)
    if address.country is not None:
        node(node(made, "cac:Country"), "cbc:IdentificationCode", address.country)


def _delivery(work: Work, root: etree._Element) -> None:
    day = work.get("requested_delivery_date")
    if day is None and not work.party("ship_to"):
        return
    delivery = node(root, "cac:Delivery")
    gln, name = work.get("ship_to.gln"), work.get("ship_to.name")
    if gln is not None or "ship_to.address" in work.extraction.fields:
        place = node(delivery, "cac:DeliveryLocation")
        leaf(place, "cbc:ID", gln, schemeID="0088")
        _address(work, place, "cac:Address", "ship_to")
    if day is not None:
        period = node(delivery, "cac:RequestedDeliveryPeriod")
        node(period, "cbc:StartDate", day)
        node(period, "cbc:EndDate", day)
    if name is not None:
        party = node(delivery, "cac:DeliveryParty")
        node(node(party, "cac:PartyName"), "cbc:Name", name)


def _terms(work: Work, root: etree._Element) -> None:
    terms = work.get("delivery_terms")
    if terms is not None:
        made = node(root, "cac:DeliveryTerms")
        code, place = incoterm(terms)
        if code:
            node(made, "cbc:ID", code)
            if place:
                node(node(made, "cac:DeliveryLocation"), "cbc:Name", place)
        else:
            node(made, "cbc:SpecialTerms", terms)
    paid = work.get("payment_terms")
    if paid is not None:
        node(node(root, "cac:PaymentTerms"), "cbc:Note", paid)


def _charges(work: Work, root: etree._Element, currency: str) -> dict[str, Decimal]:
    sums = {"charge": Decimal(0), "discount": Decimal(0)}
    for at, line in work.lines("charge", "discount"):
        money = abs(Decimal(work.need_of(at, line, "line_amount")))
        sums[line.kind] += money
        percent = amount(line.fields, "discount_percent") if line.kind == "discount" else None
        base = cents(money * 100 / abs(percent)) if percent else None
        made = _allowance(root, line.kind == "charge", money, currency, work.of(line, "description"), percent, base)
        rate = work.of(line, "tax_rate")
        if rate is not None:
            _tax(node(made, "cac:TaxCategory"), rate)
    return sums


def _allowance(
    parent: etree._Element, charge: bool, money: Decimal, currency: str, reason: str | None, percent: Decimal | None,
    base: Decimal | None,
) -> etree._Element:  # fmt: skip
    made = node(parent, "cac:AllowanceCharge")
    node(made, "cbc:ChargeIndicator", "true" if charge else "false")
    leaf(made, "cbc:AllowanceChargeReason", reason)
    if percent is not None:
        node(made, "cbc:MultiplierFactorNumeric", abs(percent))
    node(made, "cbc:Amount", money, currencyID=currency)
    if base is not None:
        node(made, "cbc:BaseAmount", base, currencyID=currency)
    return made


def _tax(category: etree._Element, rate: str) -> None:
    if Decimal(rate):
        node(category, "cbc:ID", "S")
    node(category, "cbc:Percent", rate)
    node(node(category, "cac:TaxScheme"), "cbc:ID", "VAT")


def _totals(work: Work, root: etree._Element, currency: str, sums: dict[str, Decimal]) -> None:
    net, gross = work.get("total_net"), work.get("total_gross")
    if gross is None:
        # The total may not stand there without what is payable, and that nobody has said.
        if net is not None:
            work.left_out.append("net total: UBL wants the total with tax beside it, which the page does not have")
        return
    goods = cents(sum((line_total(work, at, line) for at, line in work.lines("item")), Decimal(0)))
    totals = node(root, "cac:AnticipatedMonetaryTotal")
    node(totals, "cbc:LineExtensionAmount", goods, currencyID=currency)
    leaf(totals, "cbc:TaxExclusiveAmount", net, currencyID=currency)
    node(totals, "cbc:TaxInclusiveAmount", gross, currencyID=currency)
    for kind, name in (("discount", "cbc:AllowanceTotalAmount"), ("charge", "cbc:ChargeTotalAmount")):
        if sums[kind]:
            node(totals, name, sums[kind], currencyID=currency)
    node(totals, "cbc:PayableAmount", gross, currencyID=currency)


def _line(work: Work, item: etree._Element, at: int, line: Line, currency: str) -> None:
    unit = work.unit(line)
    node(item, "cbc:ID", work.line_id(at, line))
    node(item, "cbc:Quantity", work.need_of(at, line, "quantity"), unitCode=unit)
    if "line_amount" in line.fields or "unit_price" in line.fields:
        node(item, "cbc:LineExtensionAmount", line_total(work, at, line), currencyID=currency)
    day = work.of(line, "delivery_date")
    if day is not None:
        period = node(node(item, "cac:Delivery"), "cac:RequestedDeliveryPeriod")
        node(period, "cbc:StartDate", day)
        node(period, "cbc:EndDate", day)
    percent = amount(line.fields, "discount_percent")
    if percent:
        _allowance(item, False, allowance(line), currency, None, percent, gross_total(line))
    price = work.of(line, "unit_price")
    if price is not None:
        made = node(item, "cac:Price")
        node(made, "cbc:PriceAmount", price, currencyID=currency)
        leaf(made, "cbc:BaseQuantity", work.of(line, "price_base_quantity"), unitCode=unit)
    product = node(item, "cac:Item")
    leaf(product, "cbc:Name", work.of(line, "description"))
    for name, parent, scheme in (("buyer_article_no", "cac:BuyersItemIdentification", None),
                                 ("supplier_article_no", "cac:SellersItemIdentification", None),
                                 ("gtin", "cac:StandardItemIdentification", "0160")):  # fmt: skip
        number = work.of(line, name)
        if number is not None:
            node(node(product, parent), "cbc:ID", number, schemeID=scheme)
    rate = work.of(line, "tax_rate")
    if rate is not None:
        _tax(node(product, "cac:ClassifiedTaxCategory"), rate)
