"""What the elements of a Cross Industry message are called: ZUGFeRD 1.0 differs from all later ones."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from data.embedded.normal import Dated, date_in
from data.embedded.parse import find, local, text
from data.embedded.result import Cell, Collector


@dataclass(frozen=True, slots=True)
class Names:
    """Element names of one generation, and the name of the profile."""

    profile: str
    context: str = "ExchangedDocumentContext"
    header: str = "ExchangedDocument"
    transaction: str = "SupplyChainTradeTransaction"
    agreement: str = "ApplicableHeaderTradeAgreement"
    delivery: str = "ApplicableHeaderTradeDelivery"
    settlement: str = "ApplicableHeaderTradeSettlement"
    totals: str = "SpecifiedTradeSettlementHeaderMonetarySummation"
    line_agreement: str = "SpecifiedLineTradeAgreement"
    line_delivery: str = "SpecifiedLineTradeDelivery"
    line_settlement: str = "SpecifiedLineTradeSettlement"
    line_totals: str = "SpecifiedTradeSettlementLineMonetarySummation"
    reference: str = "IssuerAssignedID"
    percent: str = "RateApplicablePercent"

    def requested_day(self, out: Collector, delivery: etree._Element | None, what: str) -> Cell:
        """The day on which delivery is asked for. A period names a day only where it begins and ends on one, or gives
        its end or its beginning alone; a longer one is left out with a warning."""
        event = find(delivery, "RequestedDeliverySupplyChainEvent")
        day = date_in(event, "OccurrenceDateTime")
        if day is not None:
            return day
        start = date_in(event, "OccurrenceSpecifiedPeriod/StartDateTime")
        end = date_in(event, "OccurrenceSpecifiedPeriod/EndDateTime")
        return one_day(out, start, end, what)


_FIRST = {
    "context": "SpecifiedExchangedDocumentContext", "header": "HeaderExchangedDocument",
    "transaction": "SpecifiedSupplyChainTradeTransaction", "agreement": "ApplicableSupplyChainTradeAgreement",
    "delivery": "ApplicableSupplyChainTradeDelivery", "settlement": "ApplicableSupplyChainTradeSettlement",
    "totals": "SpecifiedTradeSettlementMonetarySummation", "line_agreement": "SpecifiedSupplyChainTradeAgreement",
    "line_delivery": "SpecifiedSupplyChainTradeDelivery", "line_settlement": "SpecifiedSupplyChainTradeSettlement",
    "line_totals": "SpecifiedTradeSettlementMonetarySummation", "reference": "ID", "percent": "ApplicablePercent",
}  # fmt: skip

_STANDARDS = (
    ("order-x", "Order-X"), ("xrechnung", "XRechnung"), ("factur-x", "Factur-X"), ("zugferd", "ZUGFeRD 2.0"),
    ("crossindustrydocument", "ZUGFeRD 1.0"), ("en16931", "EN 16931 CII"),
)  # fmt: skip


def names_of(root: etree._Element) -> Names:
    """Names by the root element, profile by the guideline that the message says it follows."""
    first = local(root) == "CrossIndustryDocument"
    names = Names("", **_FIRST) if first else Names("")
    guideline = text(find(root, names.context), "GuidelineSpecifiedDocumentContextParameter/ID") or ""
    standard = next((title for mark, title in _STANDARDS if mark in guideline.lower()), "CII " + local(root))
    level = re.search(r"(?:^|[:_#])(minimum|basicwl|basic|comfort|extended)(?:[:_]|$)", guideline.lower())
    profile = f"{standard} {level[1].upper()}" if level else standard
    return Names(profile, **_FIRST) if first else Names(profile)


def one_day(out: Collector, start: Dated | None, end: Dated | None, what: str) -> Cell:
    """The one day of a period, or None with a warning where it spans several."""
    if start is not None and end is not None and start[1] != end[1]:
        out.warn("delivery_period", f"Delivery of {what} is asked for between {start[1]} and {end[1]}, not on one day.")
        return None
    return end or start
