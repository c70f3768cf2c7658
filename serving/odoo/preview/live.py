"""What only the server knows, asked before a write: stock, credit, open orders with the same number. Reads alone.

Which of it can be asked depends on the modules installed and on the user's rights; what cannot is named.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from serving.odoo.connection import Connection
from serving.odoo.errors import OdooError
from serving.odoo.mapping.amounts import plain, shown
from serving.odoo.mapping.codes import finding
from serving.odoo.mapping.masterdata import MasterData
from serving.odoo.pricing import in_unit
from serving.odoo.proposal import Finding, Proposal


@dataclass(frozen=True, slots=True)
class Stock:
    """One product of the order, in its own unit."""

    product_id: int
    name: str
    unit: str
    wanted: Decimal
    on_hand: Decimal
    forecast: Decimal
    """On hand with what is to come and less what has been promised (`virtual_available`)."""


@dataclass(frozen=True, slots=True)
class Credit:
    """The customer's account, in the company's currency."""

    limit: Decimal
    owed: Decimal


@dataclass(frozen=True, slots=True)
class Duplicate:
    """An order in Odoo with the same number of the same customer, not cancelled."""

    id: int
    name: str
    state: str
    total: Decimal


@dataclass(frozen=True, slots=True)
class Live:
    """Answers of the server; `unavailable` says what it could not be asked, and why."""

    stock: tuple[Stock, ...] = ()
    credit: Credit | None = None
    duplicates: tuple[Duplicate, ...] = ()
    unavailable: tuple[str, ...] = ()
    findings: tuple[Finding, ...] = ()


def ask(proposal: Proposal, mirror: MasterData, connection: Connection) -> Live:
    """Everything that is asked before a write. An unreachable server is an entry in `unavailable`, not an error."""
    missing: list[str] = []
    findings: list[Finding] = []
    stock: tuple[Stock, ...] = ()
    credit: Credit | None = None
    duplicates: tuple[Duplicate, ...] = ()
    context = {"allowed_company_ids": [proposal.company_id]} if proposal.company_id else None
    try:
        stock = _stock(proposal, mirror, connection, context, missing)
        credit = _credit(proposal, mirror, connection, context, missing)
        duplicates = _duplicates(proposal, mirror, connection, context)
    except OdooError as error:
        missing.append(error.message)
    findings += [_short(s, at) for s in stock for at in _lines_of(proposal, s.product_id)[:1] if s.forecast < s.wanted]
    if credit is not None and proposal.expected_net is not None:
        findings += _over(credit, proposal, mirror)
    for other in duplicates:
        message = f"{other.name} ({other.state}, {shown(other.total)}) has the same number of this customer."
        findings.append(finding("duplicate_order", message, field="order_number"))
    return Live(stock, credit, duplicates, tuple(missing), tuple(findings))


def _stock(
    proposal: Proposal, mirror: MasterData, connection: Connection, context: Mapping[str, Any] | None,
    missing: list[str],
) -> tuple[Stock, ...]:  # fmt: skip
    wanted = _wanted(proposal, mirror)
    known = connection.fields("product.product")
    if not wanted or "qty_available" not in known:
        if wanted:
            missing.append("Stock: the server keeps none, or hides it from this user.")
        return ()
    rows = connection.read("product.product", list(wanted), ["qty_available", "virtual_available"], context=context)
    out = []
    for row in rows:
        product = mirror.product(int(row["id"]))
        unit = mirror.unit(product.uom_id) if product is not None else None
        if product is None or unit is None or not product.storable:
            continue  # what is not kept in stock has 0 of everything and lacks nothing
        amounts = (_decimal(row["qty_available"]), _decimal(row["virtual_available"]))
        out.append(Stock(product.id, product.name, unit.name, wanted[product.id], *amounts))
    return tuple(out)


def _wanted(proposal: Proposal, mirror: MasterData) -> dict[int, Decimal]:
    """Quantity of each product over all lines, in the product's own unit."""
    out: dict[int, Decimal] = {}
    for line in proposal.lines:
        product = mirror.product(line.product_id) if line.product_id is not None else None
        if product is None or line.quantity is None or line.unit_id is None:
            continue
        own, unit = mirror.unit(product.uom_id), mirror.unit(line.unit_id)
        if own is not None and unit is not None and own.category == unit.category:
            quantity = in_unit(line.quantity, unit, own, exact=True)
            out[product.id] = out.get(product.id, Decimal(0)) + quantity
    return out


def _lines_of(proposal: Proposal, product_id: int) -> list[int | None]:
    return [line.source for line in proposal.lines if line.product_id == product_id]


def _short(stock: Stock, line: int | None) -> Finding:
    message = (
        f"{stock.name}: {shown(stock.wanted)} {stock.unit} wanted, {shown(stock.on_hand)} on hand, "
        f"{shown(stock.forecast)} forecast."
    )
    return finding("stock_short", message, line=line)


def _credit(
    proposal: Proposal, mirror: MasterData, connection: Connection, context: Mapping[str, Any] | None,
    missing: list[str],
) -> Credit | None:  # fmt: skip
    customer = _commercial(proposal, mirror)
    if customer is None:
        return None
    known = connection.fields("res.partner")
    if not {"credit", "credit_limit", "use_partner_credit_limit"} <= set(known):
        missing.append("Credit limit: the server keeps none, or hides it from this user (accounting rights).")
        return None
    names = ["credit", "credit_limit", "use_partner_credit_limit"]
    rows = connection.read("res.partner", [customer], names, context=context)
    if not rows or not rows[0]["use_partner_credit_limit"]:
        return None
    return Credit(_decimal(rows[0]["credit_limit"]), _decimal(rows[0]["credit"]))


def _over(credit: Credit, proposal: Proposal, mirror: MasterData) -> list[Finding]:
    """Odoo's limit is in the company's currency; an order in another one is compared by the mirror's rates."""
    company = mirror.company(proposal.company_id)
    order = mirror.currency_by_code(proposal.currency) if proposal.currency else None
    own = mirror.currency(company.currency_id) if company is not None else None
    if order is None or own is None or proposal.expected_net is None:
        return []
    net = proposal.expected_net
    if order.id != own.id:
        if not order.rate or not own.rate:
            return []
        net = net * own.rate / order.rate
    if credit.owed + net <= credit.limit:
        return []
    message = (
        f"The customer owes {shown(credit.owed)}, this order adds {shown(plain(round(net, 2)))} before tax; "
        f"the limit is {shown(credit.limit)} {own.name}."
    )
    return [finding("credit_exceeded", message)]


def _duplicates(
    proposal: Proposal, mirror: MasterData, connection: Connection, context: Mapping[str, Any] | None
) -> tuple[Duplicate, ...]:
    customer = _commercial(proposal, mirror)
    if customer is None or proposal.client_order_ref is None:
        return ()
    domain: list[Sequence[Any]] = [
        ("client_order_ref", "=ilike", _literal(proposal.client_order_ref)), ("partner_id", "child_of", customer),
        ("state", "!=", "cancel"),
    ]  # fmt: skip
    if proposal.company_id:
        domain.append(("company_id", "=", proposal.company_id))
    rows = connection.search_read("sale.order", domain, ["name", "state", "amount_total"], limit=10, context=context)
    return tuple(Duplicate(int(r["id"]), str(r["name"]), str(r["state"]), _decimal(r["amount_total"])) for r in rows)


def _literal(text: str) -> str:
    """For `=ilike`, where per cent and underscore are wildcards."""
    return text.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_")


def _commercial(proposal: Proposal, mirror: MasterData) -> int | None:
    partner = mirror.partner(proposal.partner_id) if proposal.partner_id is not None else None
    return None if partner is None else partner.commercial_partner_id or partner.id


def _decimal(value: Any) -> Decimal:
    """Odoo's floats have tails (0.30000000000000004); empty is 0 for a number that is always there."""
    return plain(round(Decimal(repr(float(value or 0))), 6))
