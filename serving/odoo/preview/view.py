"""A preview as data: the order with names beside its ids, findings, and the server's answers."""

from __future__ import annotations

from dataclasses import asdict, dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from data.result import Extraction
from serving.odoo.connection import Connection
from serving.odoo.mapping.amounts import line_net
from serving.odoo.mapping.masterdata import MasterData
from serving.odoo.matches import Matches
from serving.odoo.preview.live import Live, ask
from serving.odoo.proposal import Finding, Proposal, ProposedLine

_ORDER = {"stop": 0, "warn": 1, "note": 2}


@dataclass(frozen=True, slots=True)
class Preview:
    """One document. `proposal` and `matches` are None where there is no mirror to match it with."""

    extraction: Extraction
    matches: Matches | None = None
    proposal: Proposal | None = None
    live: Live | None = None
    """None where no server was asked."""
    names: dict[str, str] = field(default_factory=dict)
    """What ids of the proposal are called: `partner/20`, `product/10`, `unit/1`, `pricelist/30`, `company/1`."""
    digits: int = 2
    """Decimals of the order's currency."""

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Those of the mapping and of the server, the gravest first."""
        found = (*(self.proposal.findings if self.proposal else ()), *(self.live.findings if self.live else ()))
        return tuple(sorted(found, key=lambda f: (_ORDER[f.severity], -1 if f.line is None else f.line)))

    @property
    def stopped(self) -> bool:
        return self.proposal is None or any(f.severity == "stop" for f in self.findings)

    def name(self, kind: str, id_: int | None) -> str:
        return "" if id_ is None else self.names.get(f"{kind}/{id_}", f"{kind} {id_}")

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready: amounts are strings, dates ISO."""
        return {
            "file": self.extraction.file,
            "sha256": self.extraction.sha256,
            "error": self.extraction.error.to_dict() if self.extraction.error else None,
            "stopped": self.stopped,
            "order": None if self.proposal is None else self._order(self.proposal),
            "findings": [f.to_dict() for f in self.findings],
            "matches": None if self.matches is None else _matches(self.matches),
            "live": None if self.live is None else _plain(asdict(replace(self.live, findings=()))),
            "extraction": self.extraction.to_dict(),
        }

    def _order(self, p: Proposal) -> dict[str, Any]:
        head = {
            name: _plain(getattr(p, name))
            for name in ("client_order_ref", "currency", "commitment_date", "date_order", "note", "payment_term_id",
                         "incoterm_id", "expected_net")
        }  # fmt: skip
        parties = {
            "company": ("company", p.company_id or None), "customer": ("partner", p.partner_id),
            "shipping": ("partner", p.partner_shipping_id), "invoicing": ("partner", p.partner_invoice_id),
            "pricelist": ("pricelist", p.pricelist_id),
        }  # fmt: skip
        named = {
            role: None if id_ is None else {"id": id_, "name": self.name(kind, id_)}
            for role, (kind, id_) in parties.items()
        }
        return {**head, **named, "lines": [self._line(line) for line in p.lines]}

    def _line(self, line: ProposedLine) -> dict[str, Any]:
        raw = {name: _plain(value) for name, value in asdict(line).items()}
        net = None
        if line.quantity is not None and line.price_unit is not None:
            net = _plain(line_net(line.quantity, line.price_unit, line.discount, self.digits))
        return {**raw, "product": self.name("product", line.product_id), "unit": self.name("unit", line.unit_id),
                "net": net}  # fmt: skip


def look(
    extraction: Extraction, matches: Matches | None = None, proposal: Proposal | None = None,
    mirror: MasterData | None = None, connection: Connection | None = None,
) -> Preview:  # fmt: skip
    """The preview of a document, as far as there is a mirror and a server."""
    if matches is None or proposal is None or mirror is None:
        return Preview(extraction)
    live = None if connection is None else ask(proposal, mirror, connection)
    currency = mirror.currency_by_code(proposal.currency) if proposal.currency else None
    digits = 2 if currency is None else currency.decimal_places
    return Preview(extraction, matches, proposal, live, _names(proposal, mirror), digits)


def _names(proposal: Proposal, mirror: MasterData) -> dict[str, str]:
    found: dict[str, str] = {}
    for id_ in (proposal.partner_id, proposal.partner_shipping_id, proposal.partner_invoice_id):
        partner = mirror.partner(id_) if id_ is not None else None
        if partner is not None:
            parts = (partner.name, partner.street, " ".join(filter(None, (partner.zip, partner.city))))
            found[f"partner/{partner.id}"] = ", ".join(filter(None, parts))
    for line in proposal.lines:
        product = mirror.product(line.product_id) if line.product_id is not None else None
        unit = mirror.unit(line.unit_id) if line.unit_id is not None else None
        if product is not None:
            code = f"[{product.default_code}] " if product.default_code else ""
            found[f"product/{product.id}"] = code + product.name
        if unit is not None:
            found[f"unit/{unit.id}"] = unit.name
    company = mirror.company(proposal.company_id)
    pricelist = mirror.pricelist(proposal.pricelist_id) if proposal.pricelist_id is not None else None
    found |= {f"company/{company.id}": company.name} if company is not None else {}
    return found | ({f"pricelist/{pricelist.id}": pricelist.name} if pricelist is not None else {})


def _matches(matches: Matches) -> dict[str, Any]:
    return {
        "company_id": matches.company_id, "customer": matches.customer.to_dict(),
        "shipping": matches.shipping.to_dict(), "invoicing": matches.invoicing.to_dict(),
        "lines": [{"line": m.line, "product": m.product.to_dict(), "unit_id": m.unit_id,
                   "packaging_id": m.packaging_id, "unit_problem": m.unit_problem} for m in matches.lines],
        "notes": list(matches.notes),
    }  # fmt: skip


def _plain(value: Any) -> Any:
    if isinstance(value, Decimal):
        return format(value, "f")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {key: _plain(inner) for key, inner in value.items()}
    return [_plain(inner) for inner in value] if isinstance(value, (list, tuple)) else value
