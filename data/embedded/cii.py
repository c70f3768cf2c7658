"""UN/CEFACT Cross Industry: Order-X, Factur-X and ZUGFeRD 1.0 and 2.x, XRechnung in CII.

Source of the paths: the Order-X 1.0 and Factur-X 1.07 specifications (EN 16931-3-3 for the invoice's core) and the
ZUGFeRD 1.0 one, whose elements bear older names.
"""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from data.embedded.cii_lines import read_lines
from data.embedded.codes import CANCELLATION, EMAIL_SCHEME, GLN_SCHEMES, VAT_SCHEMES, document_type
from data.embedded.names import Names, names_of
from data.embedded.normal import date_in
from data.embedded.parse import find, find_all, flag, local, text
from data.embedded.result import Cell, Collector, EmbeddedResult
from data.fields import FIELDS, DocumentType

ROOTS: dict[str, DocumentType] = {
    "SCRDMCCBDACIOMessageStructure": "order",
    "CrossIndustryOrder": "order",
    "CrossIndustryInvoice": "invoice",
    "CrossIndustryDocument": "invoice",
}


@dataclass(frozen=True, slots=True)
class _Parts:
    """The branches of one message."""

    header: etree._Element | None
    agreement: etree._Element | None
    delivery: etree._Element | None
    settlement: etree._Element | None


def read_cii(root: etree._Element, attachment: str) -> EmbeddedResult:
    """Fields and lines of a Cross Industry message; `root` is one of `ROOTS`."""
    names = names_of(root)
    out = Collector(attachment)
    transaction = find(root, names.transaction)
    parts = _Parts(
        find(root, names.header), find(transaction, names.agreement), find(transaction, names.delivery),
        find(transaction, names.settlement),
    )  # fmt: skip
    kind = document_type(text(parts.header, "TypeCode"), ROOTS[local(root)])
    _identity(out, parts, kind, names)
    _parties(out, parts)
    _terms(out, parts, names, kind)
    _totals(out, find(parts.settlement, names.totals))
    if transaction is not None:
        read_lines(out, transaction, names, kind)
    _charges(out, parts.settlement, names)
    _status(out, root, parts.header, names)
    return out.result(names.profile, kind)


def _identity(out: Collector, parts: _Parts, kind: DocumentType, names: Names) -> None:
    own = text(parts.header, "ID")
    issued = date_in(parts.header, "IssueDateTime")
    ordered = text(parts.agreement, f"BuyerOrderReferencedDocument/{names.reference}")
    if kind in ("invoice", "credit_note"):
        out.put("invoice_number", own)
        out.put("invoice_date", issued)
        out.put("order_number", ordered)
    else:
        # A change and a response have numbers of their own; the customer's number is that of the order they answer.
        out.put("order_number", ordered if kind in ("order_change", "order_response") and ordered else own)
        out.alternative(None, "order_number", own)
        out.put("order_date", issued)
    out.put("contract_number", text(parts.agreement, f"ContractReferencedDocument/{names.reference}"))
    out.put("currency", text(parts.settlement, "OrderCurrencyCode") or text(parts.settlement, "InvoiceCurrencyCode"))


def _parties(out: Collector, parts: _Parts) -> None:
    for prefix, party in (
        ("buyer", find(parts.agreement, "BuyerTradeParty")),
        ("seller", find(parts.agreement, "SellerTradeParty")),
        ("ship_to", find(parts.delivery, "ShipToTradeParty")),
        ("bill_to", find(parts.settlement, "InvoiceeTradeParty")),
    ):
        for suffix, cell in _party(party).items():
            if f"{prefix}.{suffix}" in FIELDS:
                out.put(f"{prefix}.{suffix}", cell)
        out.alternative(None, f"{prefix}.name", text(party, "SpecifiedLegalOrganization/TradingBusinessName"))


def _party(party: etree._Element | None) -> dict[str, Cell]:
    return {
        "name": text(party, "Name"),
        "address": _address(find(party, "PostalTradeAddress")),
        "vat_id": _by_scheme(party, "SpecifiedTaxRegistration/ID", VAT_SCHEMES),
        "gln": _by_scheme(party, "GlobalID", GLN_SCHEMES),
        # EN 16931 BT-46: without a scheme it is the number the seller gave the buyer.
        "customer_number": text(party, "ID"),
        "email": text(party, "DefinedTradeContact/EmailURIUniversalCommunication/URIID")
        or _by_scheme(party, "URIUniversalCommunication/URIID", frozenset({EMAIL_SCHEME})),
    }


def _by_scheme(party: etree._Element | None, path: str, schemes: frozenset[str]) -> str | None:
    return next((text(e) for e in find_all(party, path) if (e.get("schemeID") or "").upper() in schemes), None)


def _address(address: etree._Element | None) -> str | None:
    town = " ".join(filter(None, (text(address, "PostcodeCode"), text(address, "CityName"))))
    street = [text(address, name) for name in ("LineOne", "LineTwo", "LineThree")]
    where = [*street, town, text(address, "CountrySubDivisionName"), text(address, "CountryID")]
    # A country alone, which tax rules want, is no address.
    return ", ".join(filter(None, where)) if any((*street, town)) else None


def _terms(out: Collector, parts: _Parts, names: Names, kind: DocumentType) -> None:
    terms = list(find_all(parts.settlement, "SpecifiedTradePaymentTerms"))
    out.put("payment_terms", " ".join(filter(None, (text(t, "Description") for t in terms))) or None)
    if kind in ("invoice", "credit_note"):
        out.put("due_date", next(filter(None, (date_in(t, "DueDateDateTime") for t in terms)), None))
    else:
        out.put("requested_delivery_date", names.requested_day(out, parts.delivery, "this order"))
    incoterm = find(parts.agreement, "ApplicableTradeDeliveryTerms")
    place = text(incoterm, "RelevantTradeLocation/Name")
    code = text(incoterm, "DeliveryTypeCode") or text(incoterm, "Description")
    out.put("delivery_terms", " ".join(filter(None, (code, place))) or None)


def _totals(out: Collector, totals: etree._Element | None) -> None:
    currency = out.fields["currency"].value if "currency" in out.fields else None
    lines, net = text(totals, "LineTotalAmount"), text(totals, "TaxBasisTotalAmount")
    reduced = text(totals, "AllowanceTotalAmount") or text(totals, "ChargeTotalAmount")
    out.put("total_net", net or (lines if not reduced else None))
    # The tax may stand there once more in the currency of the books.
    taxes = [t for t in find_all(totals, "TaxTotalAmount") if (t.get("currencyID") or currency) == currency]
    out.put("total_tax", text(taxes[0]) if taxes else None)
    out.put("total_gross", text(totals, "GrandTotalAmount"))


def _charges(out: Collector, settlement: etree._Element | None, names: Names) -> None:
    """Charges and allowances of the whole document become lines: they have amounts of their own."""
    for charge in find_all(settlement, "SpecifiedTradeAllowanceCharge"):
        out.put_line("charge" if flag(charge, "ChargeIndicator") else "discount", {
            "description": text(charge, "Reason"),
            "line_amount": text(charge, "ActualAmount"),
            "discount_percent": None if flag(charge, "ChargeIndicator") else text(charge, "CalculationPercent"),
            "tax_rate": text(charge, f"CategoryTradeTax/{names.percent}"),
        })  # fmt: skip
    for charge in find_all(settlement, "SpecifiedLogisticsServiceCharge"):
        out.put_line("charge", {
            "description": text(charge, "Description"),
            "line_amount": text(charge, "AppliedAmount"),
            "tax_rate": text(charge, f"AppliedTradeTax/{names.percent}"),
        })  # fmt: skip


def _status(out: Collector, root: etree._Element, header: etree._Element | None, names: Names) -> None:
    if flag(find(root, names.context), "TestIndicator"):
        out.warn("embedded_test", f"{out.attachment} says that this is a test document.")
    if text(header, "PurposeCode") == CANCELLATION:
        out.object(None, f"{out.attachment} says that this document cancels an earlier one.")
