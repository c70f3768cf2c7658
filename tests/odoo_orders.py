"""A small company's master data, and orders and matches that a test changes one thing in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from decimal import Decimal
from functools import cache
from typing import Any

from data.result import Check, Extraction, Line, Value
from serving.odoo.mapping import Options, Rules, Server, propose
from serving.odoo.matches import Candidate, LineMatch, Match, Matches
from serving.odoo.mirror import Mirror
from serving.odoo.proposal import Finding, Proposal
from serving.odoo.records import (
    Category,
    Company,
    Currency,
    Partner,
    PriceItem,
    Pricelist,
    Product,
    Tax,
    Term,
    Unit,
)

TODAY = date(2026, 3, 2)
D = Decimal
EUR, USD, PLN = 1, 2, 3
PIECES, DOZENS, KG, GRAMS = 1, 2, 3, 4
BOLT, SHEET, WIRE, OLD, INTERNAL, FREIGHT, REBATE = 10, 11, 12, 13, 14, 15, 16
ACME, ACME_SHOP, ACME_BOOKS, OTHER, BLOCKED, ELSEWHERE = 20, 21, 22, 23, 24, 25
RETAIL, DOLLARS, TENTH = 30, 31, 32

RECORDS: tuple[Any, ...] = (
    Company(1, "Bolts & Sheets", "DE129273398", EUR, 90),
    Company(2, "Branch", None, EUR, 91),
    Currency(EUR, "EUR", 2, rate=D(1)), Currency(USD, "USD", 2, rate=D("1.25")), Currency(PLN, "PLN", 2, rate=D(4)),
    Unit(PIECES, "Units", 1, D(1), D("0.01"), code="C62"), Unit(DOZENS, "Dozens", 1, D(12), D("0.01"), code="DZN"),
    Unit(KG, "kg", 2, D(1), D("0.001"), code="KGM"), Unit(GRAMS, "g", 2, D("0.001"), D("0.01"), code="GRM"),
    Category(1, "All"), Category(2, "Metal", 1), Category(3, "Bolts", 2),
    Tax(1, "19 %", D(19), "percent", "sale", False, 1), Tax(2, "7 %", D(7), "percent", "sale", False, 2),
    Product(BOLT, "Hex bolt M8", PIECES, D("2.50"), BOLT, "M8-40", categ_id=3, cost=D("1.00"), tax_ids=(1,)),
    Product(SHEET, "Sheet 2 mm", KG, D("4.00"), SHEET, "SH-2", categ_id=2, cost=D("3.00"), tax_ids=(1, 2)),
    Product(WIRE, "Wire", PIECES, D("10.00"), WIRE, unit_ids=(DOZENS,), categ_id=1),
    Product(OLD, "Old bolt", PIECES, D(1), OLD, active=False),
    Product(INTERNAL, "Jig", PIECES, D(1), INTERNAL, sale_ok=False),
    Product(FREIGHT, "Freight", PIECES, D(0), FREIGHT, type="service"),
    Product(REBATE, "Rebate", PIECES, D(0), REBATE, type="service"),
    Pricelist(RETAIL, "Retail", EUR), Pricelist(DOLLARS, "Dollars", USD), Pricelist(TENTH, "Ten off", EUR),
    PriceItem(1, TENTH, "3_global", "percentage", percent_price=D(10)),
    Term(1, "30 Days"), Term(2, "14 Days"),
    Partner(90, "Bolts & Sheets", is_company=True, commercial_partner_id=90),
    Partner(ACME, "Acme", is_company=True, commercial_partner_id=ACME, pricelist_id=RETAIL, payment_term_id=1),
    Partner(ACME_SHOP, "Acme shop", parent_id=ACME, commercial_partner_id=ACME, type="delivery"),
    Partner(ACME_BOOKS, "Acme books", parent_id=ACME, commercial_partner_id=ACME, type="invoice"),
    Partner(OTHER, "Other", is_company=True, commercial_partner_id=OTHER, pricelist_id=TENTH),
    Partner(BLOCKED, "Slow payer", is_company=True, commercial_partner_id=BLOCKED, pricelist_id=RETAIL,
            sale_warn="block", sale_warn_msg="Two reminders"),
    Partner(ELSEWHERE, "Branch's", is_company=True, commercial_partner_id=ELSEWHERE, company_id=2),
)  # fmt: skip


@cache
def _usual() -> Mirror:
    return Mirror.of(RECORDS)


def mirror(*more: Any, without: Iterable[type] = ()) -> Mirror:
    """The master data in memory, not to be changed; `more` records are added or replace those of the same id."""
    if not more and not without:
        return _usual()
    return Mirror.of([r for r in (*RECORDS, *more) if not isinstance(r, tuple(without))])


def value(text: object, confidence: float | None = 0.99, source: Any = "model") -> Value:
    return Value(str(text), str(text), confidence, source=source)


def line(kind: str = "item", **fields: object) -> Line:
    """A line with these values; a `Value` stays as it is, None is left out."""
    made = {k: v if isinstance(v, Value) else value(v) for k, v in fields.items() if v is not None}
    return Line(kind, 1, made)


def bolt(**changes: object) -> Line:
    """Ten bolts at 2.50."""
    usual: dict[str, object] = {"supplier_article_no": "M8-40", "description": "Hex bolt M8", "quantity": 10,
                                "unit": "H87", "unit_price": "2.50", "line_amount": "25.00"}  # fmt: skip
    return line("item", **{**usual, **changes})


def order(*lines: Line, checks: tuple[Check, ...] = (), **fields: object) -> Extraction:
    """A well-read order; header fields with a dot are given with two underscores, None leaves one out."""
    usual: dict[str, object] = {"order_number": "PO-7", "order_date": "2026-03-01", "currency": "EUR",
                                "requested_delivery_date": "2026-03-20", "buyer__name": "Acme"}  # fmt: skip
    header = {k.replace("__", "."): v for k, v in {**usual, **fields}.items() if v is not None}
    return Extraction(
        "order.pdf", "0" * 64, pages=1, document_type="order", document_type_confidence=0.99, sources=("text",),
        fields={k: v if isinstance(v, Value) else value(v) for k, v in header.items()},
        lines=lines or (bolt(),), checks=checks, completeness=0.99, order_confidence=0.97,
    )  # fmt: skip


def bound(id_: int) -> Match:
    candidate = Candidate(id_, f"record {id_}", 0.98)
    return Match((candidate,), candidate, 0.98)


def unbound(problem: str, *ids: int) -> Match:
    return Match(tuple(Candidate(i, f"record {i}", 0.6) for i in ids), None, 0.0, problem)


def matches(*lines: LineMatch, customer: Match | None = None, shipping: Match | None = None,
            invoicing: Match | None = None, company: int | None = 1) -> Matches:  # fmt: skip
    customer = customer or bound(ACME)
    own = customer if customer.chosen else unbound("unknown")
    return Matches(customer, shipping or own, invoicing or own, company, lines or (bound_line(),))


def bound_line(at: int = 0, product: int = BOLT, unit: int | None = PIECES, **changes: Any) -> LineMatch:
    return LineMatch(at, bound(product), unit, **changes)


def rules(**changes: Any) -> Options:
    return Options(replace(Rules(), **changes))


def proposed(
    extraction: Extraction | None = None, matched: Matches | None = None, options: Options | None = None,
    server: Server | None = None, records: Mirror | None = None,
) -> Proposal:  # fmt: skip
    """The proposal for an order, on `TODAY`."""
    return propose(
        extraction or order(), matched or matches(), records or mirror(), options or Options(),
        server=server or Server(price_digits=None), today=TODAY,
    )  # fmt: skip


def codes(proposal: Proposal, severity: str | None = None) -> set[str]:
    return {f.code for f in proposal.findings if severity in (None, f.severity)}


def the(proposal: Proposal, code: str) -> Finding:
    """The one finding of a code."""
    found = [f for f in proposal.findings if f.code == code]
    assert len(found) == 1, [f.code for f in proposal.findings]
    return found[0]
