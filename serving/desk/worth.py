"""What an order is worth, for the rule that large orders take two people: as much as anything on the page says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any

from serving.desk.store.rows import Decision, ExtractionVersion


def worths(readings: Sequence[ExtractionVersion], decisions: Sequence[Decision]) -> list[Decimal | None]:
    """The value of an order in each of its readings: else whoever lowers the total would approve it alone.

    Where a page prints no prices, that of Odoo's prices, as the decision on that reading knew it.
    """
    expected = {d.extraction_version: d.facts.get("total_net") for d in decisions if d.by == "worker"}
    out = []
    for reading in readings:
        value = worth(reading.result)
        out.append(_number({"value": expected.get(reading.version)}) if value is None else value)
    return out


def worth(result: Mapping[str, Any]) -> Decimal | None:
    """The highest of the printed total (net; where there is none gross) and of what the lines come to.

    The highest, because nothing is won by believing a lower one. None where neither is known: one line without an
    amount leaves the lines unknown.
    """
    fields = result.get("fields") or {}
    net = _number(fields.get("total_net"))
    known = [net if net is not None else _number(fields.get("total_gross")), _lines(result.get("lines") or ())]
    return max((v for v in known if v is not None), default=None)


def _lines(lines: Any) -> Decimal | None:
    """Sum of items and charges; discounts are left out, so that it is never too low."""
    amounts = [_line(line.get("fields") or {}) for line in lines if line.get("kind") in ("item", "charge")]
    return sum((a for a in amounts if a is not None), Decimal(0)) if amounts and None not in amounts else None


def _line(values: Mapping[str, Any]) -> Decimal | None:
    amount = _number(values.get("line_amount"))
    if amount is not None:
        return amount
    quantity, price = _number(values.get("quantity")), _number(values.get("unit_price"))
    base = _number(values.get("price_base_quantity")) if "price_base_quantity" in values else Decimal(1)
    return quantity * price / base if quantity is not None and price is not None and base else None


def _number(value: Mapping[str, Any] | None) -> Decimal | None:
    try:
        found = None if value is None else Decimal(str(value["value"]))
    except InvalidOperation:
        return None
    return found if found is not None and found.is_finite() and abs(found) < Decimal(10) ** 14 else None
