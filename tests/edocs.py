"""Small e-documents of every standard, written out so that a test can change one thing in them."""

from __future__ import annotations

import re

from data.schema import Attachment, Document, Page


def document(*attachments: tuple[str, str | bytes], pages: int = 1) -> Document:
    """A document with `pages` empty pages and XML attachments as (name, content)."""
    files = tuple(Attachment(name, x.encode() if isinstance(x, str) else x) for name, x in attachments)
    return Document("order.pdf", "0" * 64, tuple(Page(i + 1, 595, 842) for i in range(pages)), (), files)


def with_(xml: str, path_end: str, value: str) -> str:
    """`xml` with the text of the first element called `path_end` (with its prefix) set to `value`."""
    changed, count = re.subn(rf"(<{path_end}(?: [^>]*)?>)[^<]*(</{path_end}>)", rf"\g<1>{value}\g<2>", xml, count=1)
    assert count == 1, f"no {path_end}"
    return changed


_PARTY = """<ram:{tag}>
<ram:ID>{number}</ram:ID><ram:GlobalID schemeID="0088">{gln}</ram:GlobalID><ram:Name>{name}</ram:Name>
<ram:DefinedTradeContact><ram:PersonName>J. Nowak</ram:PersonName>
<ram:EmailURIUniversalCommunication><ram:URIID>{email}</ram:URIID></ram:EmailURIUniversalCommunication>
</ram:DefinedTradeContact>
<ram:PostalTradeAddress><ram:PostcodeCode>{post}</ram:PostcodeCode><ram:LineOne>{street}</ram:LineOne>
<ram:CityName>{city}</ram:CityName><ram:CountryID>PL</ram:CountryID></ram:PostalTradeAddress>
<ram:SpecifiedTaxRegistration><ram:ID schemeID="FC">123/456</ram:ID></ram:SpecifiedTaxRegistration>
<ram:SpecifiedTaxRegistration><ram:ID schemeID="VA">{vat}</ram:ID></ram:SpecifiedTaxRegistration>
</ram:{tag}>"""

_BUYER = _PARTY.format(
    tag="BuyerTradeParty", number="K-1077", gln="5901234000017", name="Zakłady Mechaniczne Łoś sp. z o.o.",
    email="zakupy@los.example", post="80-001", street="ul. Portowa 5", city="Gdańsk", vat="PL5260001246",
)  # fmt: skip
_SELLER = _PARTY.format(
    tag="SellerTradeParty", number="S-9", gln="5901234000024", name="Śruby i Nity S.A.",
    email="biuro@sruby.example", post="31-002", street="ul. Długa 7", city="Kraków", vat="PL5250007738",
)  # fmt: skip
_SHIP_TO = _PARTY.format(
    tag="ShipToTradeParty", number="M2", gln="5901234000031", name="Łoś Magazyn 2",
    email="m2@los.example", post="81-340", street="ul. Morska 9", city="Gdynia", vat="PL5260001246",
)  # fmt: skip


def day(value: str, code: str = "102") -> str:
    """A CII date."""
    return f'<udt:DateTimeString format="{code}">{value}</udt:DateTimeString>'


def line(
    number: str = "10", *, gtin: str = "5901234123457", quantity: str = "1000", price: str = "45.20", base: str = "100",
    amount: str = "452.00", delivery: str = "", more: str = "", quantity_tag: str = "RequestedQuantity",
    settlement: str = "", agreement: str = "", about: str = "",
) -> str:  # fmt: skip
    """One line of Order-X or Factur-X."""
    return f"""<ram:IncludedSupplyChainTradeLineItem>
<ram:AssociatedDocumentLineDocument><ram:LineID>{number}</ram:LineID>{about}</ram:AssociatedDocumentLineDocument>
<ram:SpecifiedTradeProduct><ram:GlobalID schemeID="0160">{gtin}</ram:GlobalID>
<ram:SellerAssignedID>DIN933-M8-{number}</ram:SellerAssignedID><ram:BuyerAssignedID>4711-{number}</ram:BuyerAssignedID>
<ram:Name>Śruba M8 x {number}</ram:Name></ram:SpecifiedTradeProduct>
<ram:SpecifiedLineTradeAgreement>{agreement}<ram:NetPriceProductTradePrice>
<ram:ChargeAmount>{price}</ram:ChargeAmount>
<ram:BasisQuantity unitCode="C62">{base}</ram:BasisQuantity></ram:NetPriceProductTradePrice>
</ram:SpecifiedLineTradeAgreement>
<ram:SpecifiedLineTradeDelivery><ram:{quantity_tag} unitCode="C62">{quantity}</ram:{quantity_tag}>{delivery}
</ram:SpecifiedLineTradeDelivery>
<ram:SpecifiedLineTradeSettlement><ram:ApplicableTradeTax><ram:TypeCode>VAT</ram:TypeCode>
<ram:RateApplicablePercent>23.00</ram:RateApplicablePercent></ram:ApplicableTradeTax>{settlement}
<ram:SpecifiedTradeSettlementLineMonetarySummation><ram:LineTotalAmount>{amount}</ram:LineTotalAmount>
</ram:SpecifiedTradeSettlementLineMonetarySummation></ram:SpecifiedLineTradeSettlement>{more}
</ram:IncludedSupplyChainTradeLineItem>"""


_LINES = line("10") + line("20", gtin="5901234123464", quantity="5", price="12.50", base="1", amount="62.50")
_EVENT = f"""<ram:RequestedDeliverySupplyChainEvent><ram:OccurrenceDateTime>{day("20260415")}</ram:OccurrenceDateTime>
</ram:RequestedDeliverySupplyChainEvent>"""
_FREIGHT = """<ram:SpecifiedTradeAllowanceCharge><ram:ChargeIndicator><udt:Indicator>true</udt:Indicator>
</ram:ChargeIndicator><ram:ActualAmount>35.50</ram:ActualAmount><ram:Reason>Transport</ram:Reason>
<ram:CategoryTradeTax><ram:RateApplicablePercent>23</ram:RateApplicablePercent></ram:CategoryTradeTax>
</ram:SpecifiedTradeAllowanceCharge>"""
_TOTALS = """<ram:SpecifiedTradeSettlementHeaderMonetarySummation><ram:LineTotalAmount>514.50</ram:LineTotalAmount>
<ram:ChargeTotalAmount>35.50</ram:ChargeTotalAmount><ram:TaxBasisTotalAmount>550.00</ram:TaxBasisTotalAmount>
<ram:TaxTotalAmount currencyID="EUR">29.41</ram:TaxTotalAmount>
<ram:TaxTotalAmount currencyID="PLN">126.50</ram:TaxTotalAmount>
<ram:GrandTotalAmount>676.50</ram:GrandTotalAmount></ram:SpecifiedTradeSettlementHeaderMonetarySummation>"""


def order_x(
    *, code: str = "220", number: str = "PO/2026/118", reference: str = "", lines: str = _LINES, event: str = _EVENT,
    header: str = "", context: str = "",
) -> str:  # fmt: skip
    """An Order-X order of two lines and freight; `code` 230 and 231 make it a change and a response."""
    ordered = f"<ram:IssuerAssignedID>{reference}</ram:IssuerAssignedID>"
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<rsm:SCRDMCCBDACIOMessageStructure xmlns:rsm="urn:un:unece:uncefact:data:SCRDMCCBDACIOMessageStructure:100"
 xmlns:udt="urn:un:unece:uncefact:data:standard:UnqualifiedDataType:128"
 xmlns:ram="urn:un:unece:uncefact:data:standard:ReusableAggregateBusinessInformationEntity:128">
<rsm:ExchangedDocumentContext>{context}<ram:GuidelineSpecifiedDocumentContextParameter>
<ram:ID>urn:order-x.eu:1p0:comfort</ram:ID></ram:GuidelineSpecifiedDocumentContextParameter>
</rsm:ExchangedDocumentContext>
<rsm:ExchangedDocument><ram:ID>{number}</ram:ID><ram:TypeCode>{code}</ram:TypeCode>
<ram:IssueDateTime>{day("202603311232", "203")}</ram:IssueDateTime>{header}</rsm:ExchangedDocument>
<rsm:SupplyChainTradeTransaction>{lines}
<ram:ApplicableHeaderTradeAgreement>{_SELLER}{_BUYER}
<ram:ApplicableTradeDeliveryTerms><ram:DeliveryTypeCode>DAP</ram:DeliveryTypeCode>
<ram:RelevantTradeLocation><ram:Name>Gdynia</ram:Name></ram:RelevantTradeLocation></ram:ApplicableTradeDeliveryTerms>
{f"<ram:BuyerOrderReferencedDocument>{ordered}</ram:BuyerOrderReferencedDocument>" if reference else ""}
<ram:ContractReferencedDocument><ram:IssuerAssignedID>UR-2025/7</ram:IssuerAssignedID></ram:ContractReferencedDocument>
</ram:ApplicableHeaderTradeAgreement>
<ram:ApplicableHeaderTradeDelivery>{_SHIP_TO}{event}</ram:ApplicableHeaderTradeDelivery>
<ram:ApplicableHeaderTradeSettlement><ram:OrderCurrencyCode>PLN</ram:OrderCurrencyCode>{_FREIGHT}
<ram:SpecifiedTradePaymentTerms><ram:Description>30 dni netto</ram:Description></ram:SpecifiedTradePaymentTerms>
{_TOTALS}</ram:ApplicableHeaderTradeSettlement></rsm:SupplyChainTradeTransaction>
</rsm:SCRDMCCBDACIOMessageStructure>"""


def factur_x(*, code: str = "380", lines: str | None = None) -> str:
    """The same goods as a Factur-X invoice."""
    xml = order_x(code=code, number="FV/9/2026", reference="PO/2026/118", lines=lines or _LINES, event="")
    xml = xml.replace("SCRDMCCBDACIOMessageStructure", "CrossIndustryInvoice")
    xml = xml.replace("urn:order-x.eu:1p0:comfort", "urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended")
    xml = xml.replace("RequestedQuantity", "BilledQuantity").replace("OrderCurrencyCode", "InvoiceCurrencyCode")
    due = f"<ram:DueDateDateTime>{day('20260430')}</ram:DueDateDateTime></ram:SpecifiedTradePaymentTerms>"
    return xml.replace("</ram:SpecifiedTradePaymentTerms>", due)


def zugferd_1() -> str:
    """The same goods as a ZUGFeRD 1.0 invoice, with a text line before them, as its samples have."""
    xml = factur_x().replace("urn:cen.eu:en16931:2017#conformant#urn:factur-x.eu:1p0:extended",
                             "urn:ferd:CrossIndustryDocument:invoice:1p0:comfort")  # fmt: skip
    note = """<ram:IncludedSupplyChainTradeLineItem><ram:AssociatedDocumentLineDocument><ram:IncludedNote>
<ram:Content>Dostawa z 2026-03-30</ram:Content></ram:IncludedNote></ram:AssociatedDocumentLineDocument>
</ram:IncludedSupplyChainTradeLineItem>"""
    xml = xml.replace("<rsm:SupplyChainTradeTransaction>", "<rsm:SupplyChainTradeTransaction>" + note)
    for new, old in (
        ("CrossIndustryInvoice", "CrossIndustryDocument"),
        ("rsm:ExchangedDocumentContext", "rsm:SpecifiedExchangedDocumentContext"),
        ("rsm:ExchangedDocument>", "rsm:HeaderExchangedDocument>"),
        ("rsm:SupplyChainTradeTransaction", "rsm:SpecifiedSupplyChainTradeTransaction"),
        ("ApplicableHeaderTrade", "ApplicableSupplyChainTrade"),
        ("SpecifiedLineTrade", "SpecifiedSupplyChainTrade"),
        ("SpecifiedTradeSettlementHeaderMonetarySummation", "SpecifiedTradeSettlementMonetarySummation"),
        ("SpecifiedTradeSettlementLineMonetarySummation", "SpecifiedTradeSettlementMonetarySummation"),
        ("IssuerAssignedID", "ID"), ("RateApplicablePercent", "ApplicablePercent"),
    ):  # fmt: skip
        xml = xml.replace(new, old)
    return xml
