"""Small UBL documents, written out so that a test can change one thing in them."""

from __future__ import annotations

_NAMESPACES = (
    'xmlns="urn:oasis:names:specification:ubl:schema:xsd:{root}-2" '
    'xmlns:cac="urn:oasis:names:specification:ubl:schema:xsd:CommonAggregateComponents-2" '
    'xmlns:cbc="urn:oasis:names:specification:ubl:schema:xsd:CommonBasicComponents-2"'
)


def party(name: str, trading: str, gln: str, vat: str, street: str, city: str) -> str:
    """A `cac:Party` in Gdańsk or elsewhere."""
    return f"""<cac:Party><cbc:EndpointID schemeID="0088">{gln}</cbc:EndpointID>
<cac:PartyIdentification><cbc:ID schemeID="0192">999</cbc:ID></cac:PartyIdentification>
<cac:PartyIdentification><cbc:ID>K-1077</cbc:ID></cac:PartyIdentification>
<cac:PartyName><cbc:Name>{trading}</cbc:Name></cac:PartyName>
<cac:PostalAddress><cbc:StreetName>{street}</cbc:StreetName><cbc:CityName>{city}</cbc:CityName>
<cbc:PostalZone>80-001</cbc:PostalZone><cac:Country><cbc:IdentificationCode>PL</cbc:IdentificationCode></cac:Country>
</cac:PostalAddress>
<cac:PartyTaxScheme><cbc:CompanyID>123</cbc:CompanyID><cac:TaxScheme><cbc:ID>TAX</cbc:ID></cac:TaxScheme>
</cac:PartyTaxScheme>
<cac:PartyTaxScheme><cbc:CompanyID>{vat}</cbc:CompanyID><cac:TaxScheme><cbc:ID>VAT</cbc:ID></cac:TaxScheme>
</cac:PartyTaxScheme>
<cac:PartyLegalEntity><cbc:RegistrationName>{name}</cbc:RegistrationName></cac:PartyLegalEntity>
<cac:Contact><cbc:ElectronicMail>zakupy@los.example</cbc:ElectronicMail></cac:Contact></cac:Party>"""


BUYER = party("Zakłady Mechaniczne Łoś sp. z o.o.", "Łoś", "5901234000017", "PL5260001246", "ul. Portowa 5", "Gdańsk")
SELLER = party("Śruby i Nity S.A.", "Śruby", "5901234000024", "PL5250007738", "ul. Długa 7", "Kraków")
PAYER = party("Łoś Finanse sp. z o.o.", "Łoś Finanse", "5901234000048", "PL5260001246", "ul. Złota 1", "Warszawa")

ITEM = """<cac:Item><cbc:Description>Śruba z łbem sześciokątnym, ocynk</cbc:Description><cbc:Name>Śruba M8</cbc:Name>
<cac:BuyersItemIdentification><cbc:ID>4711</cbc:ID></cac:BuyersItemIdentification>
<cac:SellersItemIdentification><cbc:ID>DIN933-M8</cbc:ID></cac:SellersItemIdentification>
<cac:StandardItemIdentification><cbc:ID schemeID="0160">5901234123457</cbc:ID></cac:StandardItemIdentification>
<cac:ClassifiedTaxCategory><cbc:Percent>23</cbc:Percent></cac:ClassifiedTaxCategory></cac:Item>"""
PRICE = """<cac:Price><cbc:PriceAmount currencyID="PLN">45.20</cbc:PriceAmount>
<cbc:BaseQuantity unitCode="C62">100</cbc:BaseQuantity></cac:Price>"""


def order_line(*, number: str = "1", more: str = "", price: str = PRICE, item: str = ITEM, quantity: str = "1000",
               amount: str = "452.00") -> str:  # fmt: skip
    """The inside of a line, from ID to price; `more` goes before the item."""
    return f"""<cbc:ID>{number}</cbc:ID><cbc:Quantity unitCode="C62">{quantity}</cbc:Quantity>
<cbc:LineExtensionAmount currencyID="PLN">{amount}</cbc:LineExtensionAmount>{more}{price}{item}"""


def _order_lines(*lines: str) -> str:
    return "".join(f"<cac:OrderLine><cac:LineItem>{line}</cac:LineItem></cac:OrderLine>" for line in lines)


def order(*lines: str, root: str = "Order", reference: str = "", number: str = "PO/2026/118",
          period: str = "<cbc:EndDate>2026-04-15</cbc:EndDate>") -> str:  # fmt: skip
    """A UBL Order, OrderChange or OrderResponse with lines of `order_line`."""
    totals = "LegalMonetaryTotal" if root == "OrderResponse" else "AnticipatedMonetaryTotal"
    ordered = f"<cac:OrderReference><cbc:ID>{reference}</cbc:ID></cac:OrderReference>" if reference else ""
    return f"""<?xml version="1.0"?><{root} {_NAMESPACES.format(root=root)}>
<cbc:CustomizationID>urn:fdc:peppol.eu:poacc:trns:order:3</cbc:CustomizationID>
<cbc:ID>{number}</cbc:ID><cbc:IssueDate>2026-03-31</cbc:IssueDate>
<cbc:DocumentCurrencyCode>PLN</cbc:DocumentCurrencyCode>{ordered}
<cac:Contract><cbc:ID>UR-2025/7</cbc:ID></cac:Contract>
<cac:BuyerCustomerParty><cbc:SupplierAssignedAccountID>K-55</cbc:SupplierAssignedAccountID>{BUYER}</cac:BuyerCustomerParty>
<cac:SellerSupplierParty>{SELLER}</cac:SellerSupplierParty>
<cac:AccountingCustomerParty>{PAYER}</cac:AccountingCustomerParty>
<cac:Delivery><cac:DeliveryLocation><cbc:ID schemeID="0088">5901234000031</cbc:ID><cbc:Name>Łoś Magazyn 2</cbc:Name>
<cac:Address><cbc:StreetName>ul. Morska</cbc:StreetName><cbc:BuildingNumber>9</cbc:BuildingNumber>
<cbc:CityName>Gdynia</cbc:CityName><cbc:PostalZone>81-340</cbc:PostalZone></cac:Address></cac:DeliveryLocation>
<cac:RequestedDeliveryPeriod>{period}</cac:RequestedDeliveryPeriod></cac:Delivery>
<cac:DeliveryTerms><cbc:ID>DAP</cbc:ID><cac:DeliveryLocation><cbc:Name>Gdynia</cbc:Name></cac:DeliveryLocation>
</cac:DeliveryTerms>
<cac:PaymentTerms><cbc:Note>30 dni netto</cbc:Note></cac:PaymentTerms>
<cac:AllowanceCharge><cbc:ChargeIndicator>true</cbc:ChargeIndicator>
<cbc:AllowanceChargeReason>Transport</cbc:AllowanceChargeReason><cbc:Amount currencyID="PLN">35.50</cbc:Amount>
<cac:TaxCategory><cbc:Percent>23</cbc:Percent></cac:TaxCategory></cac:AllowanceCharge>
<cac:AllowanceCharge><cbc:ChargeIndicator>false</cbc:ChargeIndicator>
<cbc:AllowanceChargeReason>Rabat</cbc:AllowanceChargeReason>
<cbc:MultiplierFactorNumeric>10</cbc:MultiplierFactorNumeric><cbc:Amount currencyID="PLN">45.20</cbc:Amount>
<cbc:BaseAmount currencyID="PLN">452.00</cbc:BaseAmount></cac:AllowanceCharge>
<cac:TaxTotal><cbc:TaxAmount currencyID="PLN">101.73</cbc:TaxAmount></cac:TaxTotal>
<cac:{totals}><cbc:LineExtensionAmount currencyID="PLN">452.00</cbc:LineExtensionAmount>
<cbc:TaxExclusiveAmount currencyID="PLN">442.30</cbc:TaxExclusiveAmount>
<cbc:TaxInclusiveAmount currencyID="PLN">544.03</cbc:TaxInclusiveAmount>
<cbc:PayableAmount currencyID="PLN">544.03</cbc:PayableAmount></cac:{totals}>
{_order_lines(*(lines or (order_line(),)))}</{root}>"""


def invoice(root: str = "Invoice", *, reference: str = "PO/2026/118", more: str = "") -> str:
    """A UBL Invoice or CreditNote of one line; `more` goes behind the references."""
    quantity = "InvoicedQuantity" if root == "Invoice" else "CreditedQuantity"
    line = order_line().replace("cbc:Quantity", f"cbc:{quantity}")
    return f"""<?xml version="1.0"?><{root} {_NAMESPACES.format(root=root)}>
<cbc:ID>FV/9/2026</cbc:ID><cbc:IssueDate>2026-04-20+02:00</cbc:IssueDate><cbc:DueDate>2026-05-20</cbc:DueDate>
<cbc:{root}TypeCode>{380 if root == "Invoice" else 381}</cbc:{root}TypeCode>
<cbc:DocumentCurrencyCode>PLN</cbc:DocumentCurrencyCode>
<cac:OrderReference><cbc:ID>{reference}</cbc:ID></cac:OrderReference>
<cac:ContractDocumentReference><cbc:ID>UR-2025/7</cbc:ID></cac:ContractDocumentReference>{more}
<cac:AccountingSupplierParty>{SELLER}</cac:AccountingSupplierParty>
<cac:AccountingCustomerParty>{BUYER}</cac:AccountingCustomerParty>
<cac:TaxTotal><cbc:TaxAmount currencyID="EUR">24.10</cbc:TaxAmount></cac:TaxTotal>
<cac:TaxTotal><cbc:TaxAmount currencyID="PLN">103.96</cbc:TaxAmount></cac:TaxTotal>
<cac:LegalMonetaryTotal><cbc:LineExtensionAmount currencyID="PLN">452.00</cbc:LineExtensionAmount>
<cbc:PayableAmount currencyID="PLN">555.96</cbc:PayableAmount></cac:LegalMonetaryTotal>
<cac:{root}Line>{line}</cac:{root}Line></{root}>"""
