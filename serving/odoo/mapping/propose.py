"""From a result and its matches to the order that would be written, with everything that speaks against it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, time
from decimal import Decimal

from data.result import Extraction
from serving.odoo.mapping import dates, extras, gate, totals
from serving.odoo.mapping.codes import finding
from serving.odoo.mapping.header import header
from serving.odoo.mapping.items import item
from serving.odoo.mapping.masterdata import MasterData, Server
from serving.odoo.mapping.options import Options
from serving.odoo.mapping.prices import Terms
from serving.odoo.mapping.work import Setting
from serving.odoo.matches import Matches
from serving.odoo.proposal import Finding, Proposal, ProposedLine

_ORDER = {"stop": 0, "warn": 1, "note": 2}


def propose(
    extraction: Extraction,
    matches: Matches,
    mirror: MasterData,
    options: Options | None = None,
    *,
    server: Server | None = None,
    today: date | None = None,
) -> Proposal:
    """The sale order that `extraction` asks for. Pure: the same arguments give the same proposal.

    Args:
        mirror: master data; ids of `matches` are looked up in it again.
        server: precisions of the server that will be written to (`server_of`); the defaults of Odoo 17 if None.
        today: for dates that have gone by; the machine's date if None.

    Returns:
        A proposal whatever is wrong: what is unknown is None and a finding says so. `stopped` proposals must not be
        written before a person has answered their findings.
    """
    options, server, today = options or Options(), server or Server(), today or date.today()
    customer = mirror.partner(matches.customer.chosen.id) if matches.customer.chosen is not None else None
    rules = options.of(None if customer is None else customer.commercial_partner_id or customer.id)
    head = header(extraction, matches, mirror, options, rules, today)
    at = datetime.combine(head.order_date or today, time())
    terms = Terms(head.pricelist_id, head.currency, head.company_currency_id, at)
    setting = Setting(mirror, server, rules, terms, head.company_id)
    findings: list[Finding] = [*gate.document(extraction, rules), *_said(matches), *head.findings]
    lines, left_out, more = _lines(extraction, matches, setting)
    findings += more
    commitment, more = dates.commitment(head.delivery_date, lines, head.order_date, today, rules)
    findings += more
    items = [line for line in lines if line.display is None]
    expected = totals.net(items, setting.digits) if items else None
    missing = any(f.code.endswith("_unmapped") for f in findings)
    if expected is not None and not missing:
        findings += totals.compare(extraction, expected, left_out, len(items), setting.digits)
    number = extraction.fields.get("order_number")
    return Proposal(
        company_id=head.company_id or 0,
        partner_id=None if head.customer is None else head.customer.id,
        partner_invoice_id=head.invoicing_id,
        partner_shipping_id=head.shipping_id,
        client_order_ref=None if number is None else number.value,
        currency=head.currency.name if head.currency is not None else _printed_currency(extraction),
        pricelist_id=head.pricelist_id,
        payment_term_id=head.payment_term_id,
        incoterm_id=head.incoterm_id,
        commitment_date=commitment,
        date_order=head.order_date,
        note=head.note,
        lines=dates.noted(lines, commitment) if rules.keep_comments else tuple(lines),
        findings=tuple(sorted(_without_repeats(findings), key=_gravest_first)),
        expected_net=expected,
    )


def _lines(
    extraction: Extraction, matches: Matches, setting: Setting
) -> tuple[list[ProposedLine], Decimal, list[Finding]]:
    by_line = {match.line: match for match in matches.lines}
    lines: list[ProposedLine] = []
    findings: list[Finding] = []
    left_out = Decimal(0)
    for at, line in enumerate(extraction.lines):
        made: ProposedLine | None = None
        more: list[Finding] = []
        if line.kind == "item":
            made, more = item(at, line, by_line.get(at), setting)
        elif line.kind == "charge":
            made, amount, more = extras.charge(at, line, setting)
            left_out += amount
        elif line.kind == "discount":
            made, more = extras.discount(at, line, totals.net(lines, setting.digits), setting)
        elif line.kind in ("section", "comment"):
            made = extras.words(at, line, setting)
        elif line.kind != "subtotal":
            more = [finding("line_kind_unknown", f"A line of kind {line.kind!r}.", line=at)]
        if made is not None:
            lines.append(made)
        findings += more
    if not any(line.kind == "item" for line in extraction.lines):
        findings.append(finding("no_lines", "The order has no items."))
    return lines, left_out, findings


def _said(matches: Matches) -> list[Finding]:
    """Notes of the matching; that the company is unknown is said by the head."""
    parts = [note.partition(": ") for note in matches.notes if not note.startswith("no_company")]
    return [finding("own_vat" if code == "own_vat" else "match_note", text or code) for code, _, text in parts]


def _printed_currency(extraction: Extraction) -> str | None:
    printed = extraction.fields.get("currency")
    return None if printed is None else printed.value


def _without_repeats(findings: list[Finding]) -> list[Finding]:
    return list(dict.fromkeys(findings))


def _gravest_first(finding_: Finding) -> tuple[int, int]:
    return _ORDER[finding_.severity], -1 if finding_.line is None else finding_.line


def accepted(proposal: Proposal, codes: frozenset[str]) -> Proposal:
    """The proposal with stops of these codes turned into warnings: a person has looked and agreed."""
    return replace(
        proposal,
        findings=tuple(
            replace(f, severity="warn") if f.severity == "stop" and f.code in codes else f for f in proposal.findings
        ),
    )
