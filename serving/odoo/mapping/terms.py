"""Terms of payment and delivery as printed, beside what Odoo has."""

from __future__ import annotations

import re

from data.result import Extraction
from serving.odoo.mapping.codes import finding
from serving.odoo.mapping.masterdata import MasterData
from serving.odoo.mapping.options import Rules
from serving.odoo.proposal import Finding
from serving.odoo.records import Partner

_DAYS = re.compile(r"(?<![\d.,])(\d{1,3})(?![\d%]|[.,]\d| ?%)")
_CODE = re.compile(r"\b[A-Z]{3}\b")


def payment_term(
    extraction: Extraction, customer: Partner | None, master: MasterData, rules: Rules
) -> tuple[int | None, list[Finding]]:
    """The term that a rule gives to the printed text, else None (the customer's own stays) with what differs."""
    printed = extraction.fields.get("payment_terms")
    if printed is None:
        return None, []
    plain = " ".join(printed.value.casefold().split())
    for text, id_ in rules.payment_terms.items():
        if " ".join(text.casefold().split()) == plain:
            return id_, []
    own_id = customer.payment_term_id if customer is not None else None
    own = next((t for t in master.payment_terms() if t.id == own_id), None)
    if own is None:
        return None, []
    asked, given = days(printed.value), days(own.name)
    if len(asked) == len(given) == 1 and asked != given:
        message = f"The page says {printed.value!r}, the customer's payment term is {own.name!r}."
        return None, [finding("payment_terms_differ", message, field="payment_terms")]
    return None, []


def days(text: str) -> set[int]:
    """Whole numbers of a payment term that may be days: {30} of "30 days net", {14, 30} of "14 Tage 2 %, 30 Tage"."""
    return {int(number) for number in _DAYS.findall(text)}


def incoterm(extraction: Extraction, master: MasterData) -> tuple[int | None, list[Finding]]:
    """The incoterm whose code is printed, None where there is none or several."""
    printed = extraction.fields.get("delivery_terms")
    if printed is None:
        return None, []
    codes = {t.code.upper(): t.id for t in master.incoterms() if t.code}
    found = {code for code in _CODE.findall(printed.value) if code in codes}
    if len(found) == 1:
        return codes[found.pop()], []
    message = f"{printed.value!r} names no incoterm that Odoo has."
    return None, [finding("incoterm_unknown", message, field="delivery_terms")]
