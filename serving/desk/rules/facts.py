"""What the rules look at, as one JSON-ready object: kept with each decision, so that other rules can be tried on it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from data.fields import FIELDS
from data.result import Extraction, Value
from serving.odoo.mapping.prices import off

if TYPE_CHECKING:
    from serving.desk.store.rows import Order
    from serving.odoo.preview import Preview
    from serving.odoo.proposal import Proposal

CRITICAL = tuple(name for name, field in FIELDS.items() if field.critical)
WEIGHED = frozenset({*CRITICAL, "line.unit", "line.discount_percent", "line.delivery_date"})
"""Values that have to be sure: the critical ones, and what else of a line is written to Odoo as it was read."""


@dataclass(frozen=True, slots=True)
class Sure:
    """One read value: how sure it is; None where nobody knows."""

    name: str
    """Qualified."""
    line: int | None
    confidence: float | None


@dataclass(frozen=True, slots=True)
class Finding:
    """What the comparison with Odoo found (`serving.odoo.mapping.CODES`)."""

    code: str
    severity: str
    line: int | None = None
    field: str | None = None
    message: str = ""
    todo: str = ""


@dataclass(frozen=True, slots=True)
class Price:
    """An item's price beside the customer's pricelist."""

    line: int | None
    percent: str | None
    """How far it is off; None where nothing is known to compare it with."""


@dataclass(frozen=True, slots=True)
class Facts:
    """Everything the rules look at. None is "not known" and passes no rule."""

    today: str
    document_type: str | None
    document_type_confidence: float | None
    order_confidence: float | None
    completeness: float | None
    values: tuple[Sure, ...]
    failed_checks: tuple[tuple[str, int | None, str], ...]
    """(code, line, message)."""
    findings: tuple[Finding, ...] | None
    """None where no Odoo was asked."""
    customer_id: int | None
    customer: str | None
    products: tuple[str | None, ...]
    """Code of each item's product as matched, else as printed."""
    currency: str | None
    total_net: str | None
    wished: str | None
    """Requested delivery, ISO."""
    discounts: bool
    """Whether any item carries a discount."""
    same_document: str | None
    same_number: tuple[str, ...]
    """Orders with the same number of the same customer."""
    release: str
    """Code why the release does not let it pass; empty where it does; "unknown" where there is none."""
    status: str | None = None
    """Of the reading: ok, partial or failed."""
    odoo: bool | None = True
    """False where there is no Odoo to compare with; anything else asks for the comparison."""
    unasked: tuple[str, ...] | None = None
    """What the server could not be asked of stock, credit and open orders, and why; None where it was asked nothing."""
    prices: tuple[Price, ...] | None = None
    """Of every item with a printed price; None where nothing was compared."""

    def to_dict(self) -> dict[str, Any]:
        return asdict(self)

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Facts:
        """Reverses `to_dict`, from JSON too."""
        findings = raw["findings"]
        return cls(**{
            **raw, "values": tuple(Sure(**v) for v in raw["values"]),
            "failed_checks": tuple((c, n, m) for c, n, m in raw["failed_checks"]),
            "findings": None if findings is None else tuple(Finding(**f) for f in findings),
            "products": tuple(raw["products"]), "same_number": tuple(raw["same_number"]),
            "prices": None if raw.get("prices") is None else tuple(Price(**p) for p in raw["prices"]),
            "unasked": None if raw.get("unasked") is None else tuple(raw["unasked"]),
        })  # fmt: skip


def facts_of(
    order: Order, extraction: Extraction, preview: Preview | None, same_number: Sequence[str] = (), *,
    today: date, release: str = "unknown",
) -> Facts:  # fmt: skip
    """The facts of an order as it was read (or corrected) and compared with Odoo."""
    proposal = preview.proposal if preview is not None else None
    customer = proposal.partner_id if proposal is not None else None
    total, currency = extraction.fields.get("total_net"), extraction.fields.get("currency")
    items = [line for line in extraction.lines if line.kind == "item"]
    found = None
    if preview is not None and preview.proposal is not None:
        found = tuple(Finding(f.code, f.severity, f.line, f.field, f.message, f.todo) for f in preview.findings)
    return Facts(
        today.isoformat(), extraction.document_type, extraction.document_type_confidence,
        extraction.order_confidence, extraction.completeness, _values(extraction),
        tuple((c.code, c.line, c.message) for c in extraction.checks if not c.passed), found,
        customer, preview.name("partner", customer) if preview is not None and customer is not None else order.customer,
        tuple(_product(line.fields) for line in items), _value(currency),
        _amount(total, proposal.expected_net if proposal is not None else None), _wished(extraction),
        any("discount_percent" in line.fields or line.kind == "discount" for line in extraction.lines),
        order.duplicate_of, tuple(same_number), release, extraction.status, preview is not None,
        preview.live.unavailable if preview is not None and preview.live is not None else None,
        None if proposal is None else _prices(extraction, proposal),
    )  # fmt: skip


def _prices(extraction: Extraction, proposal: Proposal) -> tuple[Price, ...]:
    out = []
    for line in proposal.lines:
        if line.display is None and line.source is not None and extraction.lines[line.source].kind == "item":
            if line.price_unit is None and line.printed_price is None:
                continue  # Odoo's own price is taken, or a finding says what is missing
            percent = None
            if line.price_unit is not None and line.list_price is not None:
                percent = off(line.price_unit, line.discount, line.list_price)
            out.append(Price(line.source, None if percent is None else format(round(percent, 4), "f")))
    return tuple(out)


def _wished(extraction: Extraction) -> str | None:
    """The order's wished delivery, else the earliest of its lines."""
    printed = extraction.fields.get("requested_delivery_date")
    if printed is not None:
        return printed.value
    dates = [line.fields["delivery_date"].value for line in extraction.lines if "delivery_date" in line.fields]
    return min(dates, default=None)


_COUNTED = ("item", "charge", "discount")
"""Kinds of line that have an amount."""


def _values(extraction: Extraction) -> tuple[Sure, ...]:
    out = [Sure(name, None, value.confidence) for name, value in extraction.fields.items()]
    out += [
        Sure(f"line.{name}", k, value.confidence)
        for k, line in enumerate(extraction.lines) for name, value in line.fields.items() if line.kind in _COUNTED
    ]  # fmt: skip
    return tuple(out)


def _value(value: Value | None) -> str | None:
    return None if value is None else value.value


def _product(fields: Mapping[str, Value]) -> str | None:
    return next((fields[n].value for n in ("supplier_article_no", "buyer_article_no", "gtin") if n in fields), None)


def _amount(printed: Value | None, expected: Decimal | None) -> str | None:
    if printed is not None:
        return printed.value
    return None if expected is None else format(expected, "f")
