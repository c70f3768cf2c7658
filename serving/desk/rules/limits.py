"""Limits of money by currency, and what differs for single customers: how both are read from the rules."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from serving.desk.rules.book import _Reader

Limits = Mapping[str, Decimal]
"""An amount by currency."""
CURRENCY = "EUR"
"""Of the built-in limits."""
CONFIDENCES = ("order", "completeness", "critical", "document_type")
"""Probabilities that a customer may have of their own."""


def euro(whole: int) -> Limits:
    return {CURRENCY: Decimal(whole)}


def reached(limits: Limits | None, total: Decimal | None, currency: str | None) -> bool:
    """True at or above the limit, and where amount or currency are not known or the currency has no limit."""
    if limits is None:
        return False
    limit = limits.get(currency or "")
    return limit is None or total is None or total >= limit


def currency(reader: _Reader, raw: Mapping[str, Any]) -> str:
    """`value.currency`: what plain amounts of the rules are in."""
    found = raw.get("currency", CURRENCY)
    if not _is_code(found):
        reader.fault(("value", "currency"), "must be the code of a currency, as EUR")
        return CURRENCY
    return str(found)


def limits(
    reader: _Reader, raw: Mapping[str, Any], path: tuple[str, ...], usual: Limits | None, home: str
) -> Limits | None:
    """A limit as an amount in `home`, as amounts by currency, or null for never. `usual` where nothing is said."""
    if path[-1] not in raw:
        return None if usual is None else {home: next(iter(usual.values()))}
    value = raw[path[-1]]
    if value is None:
        return None
    if not isinstance(value, Mapping):
        return {home: amount(reader, value, path)}
    if not value:
        reader.fault(path, "must name a currency with its amount, as {EUR: 10000}")
    out: dict[str, Decimal] = {}
    for code, one in value.items():
        if not _is_code(code):
            reader.fault((*path, str(code)), "must be the code of a currency, as EUR")
        out[str(code)] = amount(reader, one, (*path, str(code)))
    return out


def amount(reader: _Reader, value: Any, path: tuple[str, ...]) -> Decimal:
    found = _decimal(value)
    if not found.is_finite() or found < 0:
        reader.fault(path, "must be an amount, as 10000, or null for never")
        return Decimal(0)
    return found


def tolerance(reader: _Reader, raw: Mapping[str, Any], path: tuple[str, ...]) -> Decimal | None:
    """Per cent by which a price may differ; None leaves that to the mapping's findings."""
    value = raw.get(path[-1])
    if value is None:
        return None
    found = _decimal(value)
    if not found.is_finite() or not 0 <= found <= 100:
        reader.fault(path, "must be per cent from 0 to 100, as 2.5, or null")
        return Decimal(0)
    return found


def own(reader: _Reader, raw: Any, home: str, outcomes: tuple[str, ...]) -> dict[int, dict[str, Any]]:
    """`customers`: by number in Odoo, the attributes of a `Rulebook` that differ for this customer."""
    out: dict[int, dict[str, Any]] = {}
    for key, given in reader.mapping(raw if isinstance(raw, Mapping) else {}, ("customers",)).items():
        path = ("customers", str(key))
        number = reader.id(key, path)
        if not isinstance(given, Mapping) or not given:
            reader.fault(path, "must hold what differs for this customer, as {review_above: 5000}")
            continue
        reader.known(given, path, ("confidence", "review_above", "price_tolerance", "least_days", "absent_date"))
        out[number] = _changes(reader, given, path, home, outcomes)
    return out


def _changes(
    reader: _Reader, raw: Mapping[str, Any], path: tuple[str, ...], home: str, outcomes: tuple[str, ...]
) -> dict[str, Any]:
    out: dict[str, Any] = {}
    sure = raw.get("confidence") or {}
    if not isinstance(sure, Mapping):
        reader.fault((*path, "confidence"), "must be keys with values, as {order: 0.99}")
        sure = {}
    reader.known(sure, (*path, "confidence"), CONFIDENCES)
    for name in CONFIDENCES:
        if name in sure:
            out[name] = reader.probability(sure[name], (*path, "confidence", name))
    if "review_above" in raw:
        out["review_above"] = limits(reader, raw, (*path, "review_above"), None, home)
    if "price_tolerance" in raw:
        out["price_tolerance"] = tolerance(reader, raw, (*path, "price_tolerance"))
    if "least_days" in raw:
        out["least_days"] = reader.whole(raw, (*path, "least_days"), 0)
    if "absent_date" in raw:
        out["absent_date"] = reader.choice(raw["absent_date"], (*path, "absent_date"), outcomes)
    return out


def _decimal(value: Any) -> Decimal:
    try:
        return Decimal("NaN") if isinstance(value, bool) else Decimal(str(value))
    except InvalidOperation:
        return Decimal("NaN")


def _is_code(value: Any) -> bool:
    return isinstance(value, str) and len(value) == 3 and value.isalpha() and value.isupper()
