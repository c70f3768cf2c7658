"""What would be written: a sale order with its lines, and every finding that a rule or a person has to weigh."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any, Literal

Severity = Literal["note", "warn", "stop"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to weigh. `stop` keeps the order from being written until a person has answered it.

    Codes are stable and listed in docs/odoo.md; `line` is the index into `Extraction.lines`.
    """

    code: str
    severity: Severity
    message: str
    todo: str = ""
    line: int | None = None
    field: str | None = None

    def to_dict(self) -> dict[str, Any]:
        return {"code": self.code, "severity": self.severity, "message": self.message, "todo": self.todo,
                "line": self.line, "field": self.field}  # fmt: skip


@dataclass(frozen=True, slots=True)
class ProposedLine:
    """One sale.order.line. For `display` sections and notes only `name` counts."""

    source: int | None
    """Index into `Extraction.lines`; None for a line that a rule added."""
    display: Literal["line_section", "line_note"] | None
    name: str
    product_id: int | None = None
    quantity: Decimal | None = None
    """In `unit_id`."""
    unit_id: int | None = None
    price_unit: Decimal | None = None
    """For one of `unit_id`, before discount."""
    discount: Decimal = Decimal(0)
    """Per cent; always sent, or a pricelist's own comes on top of the price."""
    tax_ids: tuple[int, ...] | None = None
    """None leaves the taxes to Odoo."""
    delivery_date: date | None = None
    printed_quantity: Decimal | None = None
    printed_unit: str | None = None
    printed_price: Decimal | None = None
    """As the page has them, before any conversion."""
    list_price: Decimal | None = None
    """What the customer's pricelist says for this quantity, in the order's currency."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """One sale.order."""

    company_id: int
    partner_id: int | None
    partner_invoice_id: int | None
    partner_shipping_id: int | None
    client_order_ref: str | None
    currency: str | None
    """ISO code that the page has; read back and compared, for Odoo takes it from the pricelist."""
    pricelist_id: int | None
    payment_term_id: int | None
    incoterm_id: int | None
    commitment_date: date | None
    date_order: date | None
    note: str
    """Plain text; escaped where it is written."""
    lines: tuple[ProposedLine, ...] = ()
    findings: tuple[Finding, ...] = ()
    expected_net: Decimal | None = None
    """What the lines come to by our own arithmetic, for the comparison after the write."""

    @property
    def stopped(self) -> bool:
        """True where a finding forbids the write."""
        return any(f.severity == "stop" for f in self.findings)
