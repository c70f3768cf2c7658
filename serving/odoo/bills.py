"""Supplier invoices as draft vendor bills. They are never posted: that is a bookkeeper's decision.

`propose_bill` is pure; `write_bill` creates the draft once, by an external id made of the document's content.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, Literal

from data.errors import OrdermillError
from data.result import Extraction
from serving.odoo.connection import Connection, Loaded
from serving.odoo.history import NoHistory
from serving.odoo.mapping import gate
from serving.odoo.mapping.amounts import day, fine, line_net, number, plain, rounded, shown
from serving.odoo.mapping.codes import finding
from serving.odoo.mapping.masterdata import MasterData
from serving.odoo.mapping.options import Rules
from serving.odoo.matches import Match
from serving.odoo.matching import Options as Matching
from serving.odoo.matching.customer import match_customer
from serving.odoo.mirror import Mirror
from serving.odoo.proposal import Finding

MODULE = "po_intake__"
"""No module that can be installed may have this name, or an update of it would delete our ids."""
_ATTEMPTS = 3


@dataclass(frozen=True, slots=True)
class BillLine:
    """One line; taxes and account are left to Odoo's rules."""

    name: str
    quantity: Decimal
    price_unit: Decimal
    discount: Decimal = Decimal(0)


@dataclass(frozen=True, slots=True)
class Bill:
    """One account.move that would be created as a draft."""

    key: str
    """External id, the same for the same document."""
    move_type: Literal["in_invoice", "in_refund"]
    company_id: int
    partner_id: int | None
    ref: str | None
    """The vendor's number of the invoice."""
    invoice_date: date | None
    due_date: date | None
    currency_id: int | None
    lines: tuple[BillLine, ...]
    expected_net: Decimal
    findings: tuple[Finding, ...] = ()

    @property
    def stopped(self) -> bool:
        return any(f.severity == "stop" for f in self.findings)


@dataclass(frozen=True, slots=True)
class Written:
    """A draft bill in Odoo. `created` is False where it was there before."""

    id: int
    created: bool
    differences: tuple[str, ...] = ()
    """What the draft has otherwise than was asked for, by reading it back."""


def match_vendor(extraction: Extraction, mirror: Mirror) -> Match:
    """The vendor: found as customers are, by what is printed of the seller."""
    seller = {n.replace("seller.", "buyer."): v for n, v in extraction.fields.items() if n.startswith("seller.")}
    others = {n: v for n, v in extraction.fields.items() if not n.startswith(("seller.", "buyer."))}
    return match_customer(replace(extraction, fields=others | seller), mirror, NoHistory(), Matching())


def propose_bill(
    extraction: Extraction, vendor: Match, mirror: MasterData, rules: Rules | None = None, *,
    company_id: int | None = None,
) -> Bill:  # fmt: skip
    """The draft bill that an invoice or credit note asks for, with what speaks against it."""
    refund = extraction.document_type == "credit_note"
    found = [*gate.document(extraction, rules or Rules(), "credit_note" if refund else "invoice")]
    companies = mirror.companies()
    company = company_id or (companies[0].id if len(companies) == 1 else None)
    if company is None:
        found.append(finding("company_unknown", "It is not known which of your companies is invoiced."))
    partner = mirror.partner(vendor.chosen.id) if vendor.chosen is not None else None
    if partner is None:
        seen = ", ".join(c.label for c in vendor.candidates[:3])
        found.append(
            finding("vendor_unknown", f"The vendor was not bound ({vendor.problem or 'unknown'}) {seen}".strip())
        )
    ref = extraction.fields.get("invoice_number")
    if ref is None:
        found.append(finding("invoice_number_missing", "The invoice has no number.", field="invoice_number"))
    printed = extraction.fields.get("currency")
    currency = mirror.currency_by_code(printed.value) if printed is not None else None
    if printed is None or currency is None or not currency.active:
        said = printed.value if printed is not None else "no currency"
        found.append(finding("bill_currency", f"The invoice says {said}; Odoo must have it.", field="currency"))
    digits = currency.decimal_places if currency is not None else 2
    lines, more = _lines(extraction, digits)
    found += more
    net = sum((line_net(x.quantity, x.price_unit, x.discount, digits) for x in lines), Decimal(0))
    total = number(extraction.fields, "total_net")
    if total is not None and abs(net - total) > Decimal(1).scaleb(-digits) * max(1, len(lines) // 2):
        message = f"The lines come to {shown(net)}, the page's net total is {shown(total)}."
        found.append(finding("net_differs", message, field="total_net"))
    return Bill(
        f"{MODULE}.bill_{extraction.sha256[:40]}",
        "in_refund" if refund else "in_invoice", company or 0, None if partner is None else partner.id,
        None if ref is None else ref.value, day(extraction.fields, "invoice_date"), day(extraction.fields, "due_date"),
        None if currency is None else currency.id, tuple(lines), rounded(net, digits), tuple(found),
    )  # fmt: skip


def _lines(extraction: Extraction, digits: int) -> tuple[list[BillLine], list[Finding]]:
    lines: list[BillLine] = []
    found: list[Finding] = []
    for at, line in enumerate(extraction.lines):
        if line.kind not in ("item", "charge", "discount"):
            continue
        name = line.fields["description"].value if "description" in line.fields else line.kind
        quantity, price = number(line.fields, "quantity"), number(line.fields, "unit_price")
        amount, base = number(line.fields, "line_amount"), number(line.fields, "price_base_quantity") or Decimal(1)
        discount = abs(number(line.fields, "discount_percent") or Decimal(0))
        if line.kind != "item" and amount is not None:
            lines.append(BillLine(name, Decimal(1), -abs(amount) if line.kind == "discount" else amount))
        elif quantity is None or price is None or base <= 0 or discount > 100:
            if amount is None:
                found.append(finding("bill_line_incomplete", f"{name} has no amount.", line=at, field="line_amount"))
            else:  # one at the printed amount: the books need the amount, not the price
                lines.append(BillLine(name, Decimal(1), amount))
        else:
            made = BillLine(name, quantity, fine(price / base), plain(discount))
            ours = line_net(quantity, made.price_unit, made.discount, digits)
            if amount is not None and abs(ours - amount) > Decimal(1).scaleb(-digits):
                message = f"The line comes to {ours}, the page says {shown(amount)}."
                found.append(finding("amount_differs", message, line=at, field="line_amount"))
            lines.append(made)
    if not lines:
        found.append(finding("no_lines", "The invoice has no lines."))
    return lines, found


def write_bill(connection: Connection, bill: Bill) -> Written:
    """Create the draft, or find the one that is there. Safe to be called again after any failure.

    Raises `OrdermillError` (`bill_stopped`) for a bill with stops, (`bill_refused`) with Odoo's words, and the errors
    of the connection.
    """
    if bill.stopped:
        codes = ", ".join(dict.fromkeys(f.code for f in bill.findings if f.severity == "stop"))
        raise OrdermillError(f"The bill is stopped: {codes}.", hint="A person must look first.", code="bill_stopped")
    found = _existing(connection, bill)
    if found is not None:
        return Written(found, False, _read_back(connection, found, bill))
    for _ in range(_ATTEMPTS):
        loaded: Loaded = connection.load("account.move", *_table(bill), context=_context(bill))
        if loaded.ids:
            return Written(loaded.ids[0], True, _read_back(connection, loaded.ids[0], bill))
        found = _existing(connection, bill)  # another worker may have been faster
        if found is not None:
            return Written(found, False, _read_back(connection, found, bill))
        if not loaded.conflict:
            break
    message = "; ".join(loaded.messages)[:500] or "no reason given"
    raise OrdermillError(f"Odoo refuses the bill: {message}", hint="Mend what it names.", code="bill_refused")


def _context(bill: Bill) -> dict[str, Any]:
    return {"default_move_type": bill.move_type, "allowed_company_ids": [bill.company_id]}


def _existing(connection: Connection, bill: Bill) -> int | None:
    domain = [
        ("move_type", "=", bill.move_type), ("ref", "=", bill.ref), ("partner_id", "child_of", bill.partner_id),
        ("company_id", "=", bill.company_id), ("state", "!=", "cancel"),
    ]  # fmt: skip
    rows = connection.search_read("account.move", domain, ["id"], limit=1)
    return int(rows[0]["id"]) if rows else None


def _table(bill: Bill) -> tuple[list[str], list[list[Any]]]:
    """Header names and rows for `load`: ids on the bill and on every line, or a repeat would double the lines."""
    head: dict[str, Any] = {
        "id": bill.key, "move_type": bill.move_type, "partner_id/.id": bill.partner_id, "ref": bill.ref,
        "company_id/.id": bill.company_id, "currency_id/.id": bill.currency_id,
    }  # fmt: skip
    head |= {"invoice_date": bill.invoice_date.isoformat()} if bill.invoice_date else {}
    head |= {"invoice_date_due": bill.due_date.isoformat()} if bill.due_date else {}
    names = ["id", "name", "quantity", "price_unit", "discount"]
    rows: list[list[Any]] = []
    for at, line in enumerate(bill.lines):
        own = [f"{bill.key}_{at}", line.name, *map(str, (line.quantity, line.price_unit, line.discount))]
        rows.append([*(head.values() if at == 0 else [""] * len(head)), *own])
    return [*head, *(f"invoice_line_ids/{name}" for name in names)], rows


def _read_back(connection: Connection, id_: int, bill: Bill) -> tuple[str, ...]:
    rows = connection.read("account.move", [id_], ["state", "ref", "amount_untaxed", "currency_id", "invoice_date"])
    if not rows:
        return ("The bill cannot be read back.",)
    row: Mapping[str, Any] = rows[0]
    out = []
    net = rounded(Decimal(repr(float(row["amount_untaxed"]))), 2)
    if net != rounded(bill.expected_net, 2):
        out.append(f"Net total {net}, expected {bill.expected_net}.")
    if row["currency_id"] and row["currency_id"][0] != bill.currency_id:
        out.append(f"Currency {row['currency_id'][1]}.")
    if bill.invoice_date is not None and row["invoice_date"] != bill.invoice_date.isoformat():
        out.append(f"Date {row['invoice_date']}, expected {bill.invoice_date}.")
    return tuple(out)
