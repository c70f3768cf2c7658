"""OASIS UBL 2.1: Order, OrderChange, OrderResponse, Quotation, Invoice and CreditNote, also as Peppol and XRechnung.

Source of the paths: UBL 2.1 (ISO/IEC 19845), Peppol BIS Ordering 3 and EN 16931-3-2 for what the parts mean.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from data.embedded.codes import GLN_SCHEMES, VAT_SCHEMES, document_type
from data.embedded.names import one_day
from data.embedded.normal import date_in
from data.embedded.parse import find, find_all, flag, local, text
from data.embedded.result import Cell, Collector, EmbeddedResult
from data.embedded.ubl_lines import percentage, read_lines
from data.fields import FIELDS, DocumentType


@dataclass(frozen=True, slots=True)
class _Root:
    kind: DocumentType
    type_code: str
    line: str
    totals: str
    buyer: tuple[str, ...]
    seller: tuple[str, ...]


_ORDER_BUYER, _ORDER_SELLER = ("BuyerCustomerParty",), ("SellerSupplierParty",)
_BILLED = ("BuyerCustomerParty", "AccountingCustomerParty")
_BILLING = ("SellerSupplierParty", "AccountingSupplierParty")

ROOTS: dict[str, _Root] = {
    "Order": _Root("order", "OrderTypeCode", "OrderLine", "AnticipatedMonetaryTotal", _ORDER_BUYER, _ORDER_SELLER),
    "OrderChange": _Root("order_change", "", "OrderLine", "AnticipatedMonetaryTotal", _ORDER_BUYER, _ORDER_SELLER),
    "OrderResponse": _Root("order_response", "", "OrderLine", "LegalMonetaryTotal", _ORDER_BUYER, _ORDER_SELLER),
    "OrderResponseSimple": _Root("order_response", "", "OrderLine", "LegalMonetaryTotal", _ORDER_BUYER, _ORDER_SELLER),
    "Quotation": _Root("quotation", "", "QuotationLine", "QuotedMonetaryTotal",
                       ("BuyerCustomerParty", "OriginatorCustomerParty"), _ORDER_SELLER),
    "Invoice": _Root("invoice", "InvoiceTypeCode", "InvoiceLine", "LegalMonetaryTotal", _BILLED, _BILLING),
    "CreditNote": _Root("credit_note", "CreditNoteTypeCode", "CreditNoteLine", "LegalMonetaryTotal", _BILLED, _BILLING),
}  # fmt: skip
"""What is read under each root; of several names for a party the first that is there counts."""


def read_ubl(root: etree._Element, attachment: str) -> EmbeddedResult:
    """Fields and lines of a UBL document; `root` is one of `ROOTS`."""
    shape = ROOTS[local(root)]
    out = Collector(attachment)
    kind = document_type(text(root, shape.type_code) if shape.type_code else None, shape.kind)
    _identity(out, root, kind)
    _parties(out, root, shape)
    _terms(out, root, kind)
    _totals(out, root, find(root, shape.totals))
    read_lines(out, root, shape.line)
    for charge in find_all(root, "AllowanceCharge"):
        out.put_line("charge" if flag(charge, "ChargeIndicator") else "discount", {
            "description": text(charge, "AllowanceChargeReason"),
            "line_amount": text(charge, "Amount"),
            "discount_percent": None if flag(charge, "ChargeIndicator") else percentage(charge),
            "tax_rate": text(charge, "TaxCategory/Percent"),
        })  # fmt: skip
    return out.result(_name(root), kind)


def _name(root: etree._Element) -> str:
    custom = (text(root, "CustomizationID") or "").lower()
    standard = "XRechnung" if "xrechnung" in custom else "Peppol" if "peppol" in custom else "UBL"
    return f"{standard} {local(root)}"


def _identity(out: Collector, root: etree._Element, kind: DocumentType) -> None:
    own, issued, ordered = text(root, "ID"), date_in(root, "IssueDate"), text(root, "OrderReference/ID")
    if kind in ("invoice", "credit_note"):
        out.put("invoice_number", own)
        out.put("invoice_date", issued)
        # Peppol demands an order reference next to a sales order number and writes NA where there is none.
        out.put("order_number", ordered if ordered != "NA" else None)
    else:
        out.put("order_number", ordered if kind in ("order_change", "order_response") and ordered else own)
        out.alternative(None, "order_number", own)
        out.put("order_date", issued)
    out.put("contract_number", text(root, "Contract/ID") or text(root, "ContractDocumentReference/ID"))
    out.put("currency", text(root, "DocumentCurrencyCode"))


def _parties(out: Collector, root: etree._Element, shape: _Root) -> None:
    buyer, seller = _first(root, shape.buyer), _first(root, shape.seller)
    _party(out, "buyer", find(buyer, "Party"), text(buyer, "SupplierAssignedAccountID"))
    _party(out, "seller", find(seller, "Party"))
    payer = find(root, "AccountingCustomerParty")
    if payer is not None and payer is not buyer:
        _party(out, "bill_to", find(payer, "Party"))
    delivery = find(root, "Delivery")
    receiver, place = find(delivery, "DeliveryParty"), find(delivery, "DeliveryLocation")
    _party(out, "ship_to", receiver)
    address = find(place, "Address")
    out.put("ship_to.address", _address(address if address is not None else find(delivery, "DeliveryAddress")))
    if "ship_to.name" not in out.fields:
        out.put("ship_to.name", text(place, "Name"))
    out.put("ship_to.gln", _gln(place, "ID"))


def _first(root: etree._Element, names: tuple[str, ...]) -> etree._Element | None:
    return next((e for e in (find(root, name) for name in names) if e is not None), None)


def _party(out: Collector, prefix: str, party: etree._Element | None, account: str | None = None) -> None:
    """Put what `party` says into the fields that `prefix` has."""
    registered, trading = text(party, "PartyLegalEntity/RegistrationName"), text(party, "PartyName/Name")
    taxes = find_all(party, "PartyTaxScheme")
    vat = (text(e, "CompanyID") for e in taxes if (text(e, "TaxScheme/ID") or "VAT").upper() in VAT_SCHEMES)
    plain = (text(e) for e in find_all(party, "PartyIdentification/ID") if not e.get("schemeID"))
    cells: dict[str, Cell] = {
        "name": registered or trading,
        "address": _address(find(party, "PostalAddress")),
        "vat_id": next(vat, None),
        "gln": _gln(party, "PartyIdentification/ID") or _gln(party, "EndpointID"),
        "email": text(party, "Contact/ElectronicMail"),
        "customer_number": account or next(plain, None),
    }
    for suffix, cell in cells.items():
        if f"{prefix}.{suffix}" in FIELDS:
            out.put(f"{prefix}.{suffix}", cell)
    out.alternative(None, f"{prefix}.name", trading)


def _gln(element: etree._Element | None, path: str) -> str | None:
    return next((text(e) for e in find_all(element, path) if (e.get("schemeID") or "").upper() in GLN_SCHEMES), None)


def _address(address: etree._Element | None) -> str | None:
    street = " ".join(filter(None, (text(address, "StreetName"), text(address, "BuildingNumber"))))
    more = [text(address, "AdditionalStreetName"), text(address, "PostBox")]
    more += [text(line, "Line") for line in find_all(address, "AddressLine")]
    town = " ".join(filter(None, (text(address, "PostalZone"), text(address, "CityName"))))
    where = [street, *more, town, text(address, "CountrySubentity"), text(address, "Country/IdentificationCode")]
    return ", ".join(filter(None, where)) if any((street, *more, town)) else None


def _terms(out: Collector, root: etree._Element, kind: DocumentType) -> None:
    out.put("payment_terms", " ".join(filter(None, (text(t, "Note") for t in find_all(root, "PaymentTerms")))) or None)
    if kind in ("invoice", "credit_note"):
        places = ("DueDate", "PaymentMeans/PaymentDueDate", "PaymentTerms/PaymentDueDate")
        out.put("due_date", next(filter(None, (date_in(root, place) for place in places)), None))
    else:
        period = find(root, "Delivery/RequestedDeliveryPeriod")
        start, end = date_in(period, "StartDate"), date_in(period, "EndDate")
        out.put("requested_delivery_date", one_day(out, start, end, "this order"))
    delivery = find(root, "DeliveryTerms")
    if delivery is None:
        delivery = find(root, "Delivery/DeliveryTerms")
    code = text(delivery, "ID") or text(delivery, "SpecialTerms")
    place = text(delivery, "DeliveryLocation/Name") or text(delivery, "DeliveryLocation/Address/CityName")
    out.put("delivery_terms", " ".join(filter(None, (code, place))) or None)


def _totals(out: Collector, root: etree._Element, totals: etree._Element | None) -> None:
    currency = text(root, "DocumentCurrencyCode")
    lines, payable = text(totals, "LineExtensionAmount"), text(totals, "PayableAmount")
    changed = text(totals, "AllowanceTotalAmount") or text(totals, "ChargeTotalAmount")
    paid = text(totals, "PrepaidAmount") or text(totals, "PayableRoundingAmount")
    out.put("total_net", text(totals, "TaxExclusiveAmount") or (lines if not changed else None))
    amounts = list(find_all(root, "TaxTotal/TaxAmount"))
    own = [a for a in amounts if (a.get("currencyID") or currency) == currency]
    out.put("total_tax", text(own[0]) if own else None)
    out.put("total_gross", text(totals, "TaxInclusiveAmount") or (payable if not paid else None))
