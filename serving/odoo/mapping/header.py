"""The head of the order: company, customer and addresses, currency and pricelist, dates, terms, note."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from data.fields import FIELDS
from data.result import Extraction
from serving.odoo.mapping.amounts import day
from serving.odoo.mapping.codes import finding
from serving.odoo.mapping.masterdata import MasterData
from serving.odoo.mapping.options import Options, Rules
from serving.odoo.mapping.terms import incoterm, payment_term
from serving.odoo.matches import Match, Matches
from serving.odoo.proposal import Finding
from serving.odoo.records import Currency, Partner

Role = Literal["customer", "shipping", "invoicing"]
_PRINTED: dict[Role, tuple[str, ...]] = {
    "customer": ("buyer.name",),
    "shipping": ("ship_to.name", "ship_to.address", "ship_to.gln"),
    "invoicing": ("bill_to.name", "bill_to.address"),
}


@dataclass(slots=True)
class Header:
    """What was decided, and what a person must know about it."""

    company_id: int | None = None
    company_currency_id: int | None = None
    customer: Partner | None = None
    shipping_id: int | None = None
    invoicing_id: int | None = None
    currency: Currency | None = None
    pricelist_id: int | None = None
    payment_term_id: int | None = None
    incoterm_id: int | None = None
    order_date: date | None = None
    delivery_date: date | None = None
    note: str = ""
    findings: list[Finding] = field(default_factory=list)


def company_of(matches: Matches, master: MasterData, options: Options) -> int | None:
    """The company that the document is addressed to: as matched, as set, or the only one there is."""
    companies = master.companies()
    return matches.company_id or options.company_id or (companies[0].id if len(companies) == 1 else None)


def header(
    extraction: Extraction, matches: Matches, master: MasterData, options: Options, rules: Rules, today: date
) -> Header:
    """Everything of the order but its lines and the date that the lines decide."""
    out = Header(company_id=company_of(matches, master, options))
    company = master.company(out.company_id) if out.company_id is not None else None
    if company is None:
        out.findings.append(finding("company_unknown", "It is not known which of your companies the order is for."))
    else:
        out.company_currency_id = company.currency_id
    _partners(out, extraction, matches, master)
    _money(out, extraction, master, rules)
    _dates(out, extraction, today)
    out.payment_term_id, more = payment_term(extraction, out.customer, master, rules)
    out.findings += more
    out.incoterm_id, more = incoterm(extraction, master)
    out.findings += more
    if rules.require_order_number and "order_number" not in extraction.fields:
        out.findings.append(finding("order_number_missing", "The order has no number.", field="order_number"))
    out.note = "\n".join(
        f"{FIELDS[name].title}: {extraction.fields[name].value}" for name in rules.note_fields
        if name in FIELDS and name in extraction.fields
    )  # fmt: skip
    return out


def _partners(out: Header, extraction: Extraction, matches: Matches, master: MasterData) -> None:
    matched: dict[Role, Match] = {
        "customer": matches.customer, "shipping": matches.shipping, "invoicing": matches.invoicing,
    }  # fmt: skip
    bound: dict[Role, Partner | None] = {}
    for role, match in matched.items():
        partner = bound[role] = None if match.chosen is None else master.partner(match.chosen.id)
        if role != "customer" and match.chosen is None and not _asked(extraction, role):
            continue  # nothing is printed: the customer's own address
        if partner is None:
            out.findings.append(unbound(role, match, _printed(extraction, role)))
        elif not partner.active:
            out.findings.append(finding(f"{role}_archived", f"{partner.name} is archived."))
    customer = out.customer = bound["customer"]
    if customer is None:
        out.shipping_id, out.invoicing_id = _id(bound["shipping"]), _id(bound["invoicing"])
        return
    out.findings += _of_customer(out, customer)
    # Odoo's own default would be the first address by name, not the customer (trap 9): both are always said.
    out.shipping_id = _id(bound["shipping"]) or (None if _asked(extraction, "shipping") else customer.id)
    out.invoicing_id = _id(bound["invoicing"]) or (None if _asked(extraction, "invoicing") else customer.id)
    for role, other in (("shipping", bound["shipping"]), ("invoicing", bound["invoicing"])):
        if other is not None and _family(other) != _family(customer):
            message = f"{other.name} does not belong to {customer.name}."
            out.findings.append(finding(f"{role}_other_customer", message))


def _of_customer(out: Header, customer: Partner) -> Iterator[Finding]:
    if out.company_id is not None and customer.company_id not in (None, out.company_id):
        yield finding("customer_other_company", f"{customer.name} belongs to another company.")
    if customer.sale_warn in ("block", "warning"):
        code = "customer_blocked" if customer.sale_warn == "block" else "customer_warning"
        yield finding(code, f"{customer.name}: {customer.sale_warn_msg or 'no reason given'}")


def unbound(role: Role, match: Match, printed: str) -> Finding:
    """Why nothing was bound, with the candidates."""
    problem = match.problem if match.chosen is None and match.problem is not None else "unknown"
    seen = ", ".join(f"{c.label} ({c.score:.0%})" for c in match.candidates[:3])
    what = {"customer": "The customer", "shipping": "The delivery address", "invoicing": "The invoice address"}[role]
    message = f"{what} {printed or 'on the page'} was not bound ({problem})" + (f": {seen}." if seen else ".")
    return finding(f"{role}_{problem}", message, field=_PRINTED[role][0])


def _printed(extraction: Extraction, role: Role) -> str:
    return ", ".join(extraction.fields[n].value for n in _PRINTED[role] if n in extraction.fields)[:120]


def _asked(extraction: Extraction, role: Role) -> bool:
    return any(name in extraction.fields for name in _PRINTED[role])


def _id(partner: Partner | None) -> int | None:
    return None if partner is None else partner.id


def _family(partner: Partner) -> int:
    return partner.commercial_partner_id or partner.parent_id or partner.id


def _money(out: Header, extraction: Extraction, master: MasterData, rules: Rules) -> None:
    own_id = out.customer.pricelist_id if out.customer is not None else None
    own = master.pricelist(own_id) if own_id is not None else None
    usual = own.currency_id if own is not None else out.company_currency_id
    printed = extraction.fields.get("currency")
    if printed is None:
        out.currency = master.currency(usual) if usual is not None else None
        out.pricelist_id = own_id if own is not None else None
        if out.currency is not None:
            message = f"The page names no currency; the customer's pricelist is in {out.currency.name}."
            out.findings.append(finding("currency_missing", message, field="currency"))
        return
    out.currency = master.currency_by_code(printed.value)
    if out.currency is None:
        message = f"Odoo has no currency {printed.value}."
        out.findings.append(finding("currency_unknown", message, field="currency"))
    elif usual == out.currency.id:
        out.pricelist_id = own_id if own is not None else None
        if own is None and out.customer is not None:
            out.findings.append(finding("pricelist_missing", f"{out.customer.name} has no pricelist."))
    else:
        _other_currency(out, out.currency, master, rules)


def _other_currency(out: Header, currency: Currency, master: MasterData, rules: Rules) -> None:
    """A pricelist in the order's currency: Odoo takes the currency from it and ignores any other (trap 11)."""
    set_ = rules.pricelists.get(currency.name)
    fitting = [
        p for p in master.pricelists()
        if p.active and p.currency_id == currency.id and p.company_id in (None, out.company_id)
    ]  # fmt: skip
    chosen = [p for p in fitting if p.id == set_] if set_ is not None else fitting
    if len(chosen) == 1:
        out.pricelist_id = chosen[0].id
        if set_ is None:
            message = f"The order is in {currency.name}, the customer's pricelist is not: {chosen[0].name} is taken."
            out.findings.append(finding("pricelist_by_currency", message, field="currency"))
        return
    code = "currency_ambiguous" if chosen else "currency_no_pricelist"
    several = ", ".join(p.name for p in chosen[:5])
    message = f"There are several pricelists in {currency.name}: {several}." if chosen else (
        f"There is no pricelist in {currency.name} for this company."
    )  # fmt: skip
    out.findings.append(finding(code, message, field="currency"))


def _dates(out: Header, extraction: Extraction, today: date) -> None:
    out.order_date = day(extraction.fields, "order_date")
    out.delivery_date = day(extraction.fields, "requested_delivery_date")
    if out.order_date is not None and out.order_date > today:
        message = f"The order date {out.order_date} lies in the future."
        out.findings.append(finding("order_date_future", message, field="order_date"))
