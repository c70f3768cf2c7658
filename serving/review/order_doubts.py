"""Which values a person has to look at, and why: the reasons of an order brought to the places they speak of."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Final

from data.fields import FIELDS, HEADER
from serving.desk.store.rows import OpenException
from serving.review.order_sources import Sources

LIKELY: Final = 0.85
"""Below this a critical value is looked at where no rules have said otherwise (`serving.words`)."""

_HEADER: Final = {
    "customer": "buyer.name", "order_number": "order_number", "currency": "currency", "shipping": "ship_to.name",
    "invoicing": "bill_to.name", "delivery": "requested_delivery_date", "order_date": "order_date",
    "total": "total_net", "duplicate": "order_number", "payment": "payment_terms", "incoterm": "delivery_terms",
}  # fmt: skip
"""Where a reason without a field is looked at, by the beginning of its code."""

_LINE: Final = {
    "price": ("unit_price",), "unit": ("unit",), "quantity": ("quantity",), "delivery": ("delivery_date",),
    "discount": ("discount_percent",), "stock": ("quantity",),
    "product": ("supplier_article_no", "buyer_article_no", "gtin", "description"),
}  # fmt: skip
_SUM: Final = ("quantity", "unit_price", "line_amount", "discount_percent", "price_base_quantity")


def doubts(sources: Sources) -> dict[str, list[OpenException]]:
    """Paths to look at in the order of the page, each with its reasons (none: read with low confidence alone)."""
    found: dict[str, list[OpenException]] = {}
    for reason in sources.exceptions:
        where = place(reason, sources.result)
        if where is not None and reason.severity == "stop":
            found.setdefault(where, []).append(reason)
    if sources.decision is None:
        for where in _unsure(sources.result):
            found.setdefault(where, [])
    return dict(sorted(found.items(), key=lambda item: _rank(item[0])))


def place(reason: OpenException, result: Mapping[str, Any]) -> str | None:
    """The path of the value that a reason is about, None where it is about the order as a whole."""
    lines = result.get("lines") or ()
    name = (reason.field or "").removeprefix("line.")
    if reason.line is None:
        field = FIELDS.get(reason.field or _by_code(reason.code, _HEADER))
        return f"fields.{field.name}" if field is not None and not field.line else None
    if not 0 <= reason.line < len(lines):
        return None
    if f"line.{name}" not in FIELDS:
        name = _cell(reason.code, lines[reason.line]["fields"])
    return f"lines.{reason.line}.fields.{name}" if name else None


def _cell(code: str, values: Mapping[str, Any]) -> str:
    """The cell of a line to look at for a reason that names none."""
    likely = next((names for start, names in _LINE.items() if code.startswith(start)), None)
    if likely is not None:
        return next((n for n in likely if n in values), likely[0])
    summed = [n for n in _SUM if n in values]
    # Where numbers do not add up, the one that was read least surely is the first suspect.
    return min(summed, key=lambda n: values[n].get("confidence") or 0.0) if summed else ""


def _unsure(result: Mapping[str, Any]) -> Iterable[str]:
    values = result.get("fields") or {}
    if result and "order_number" not in values:
        yield "fields.order_number"
    for field in HEADER:
        if field.critical and field.name in values and low(values[field.name]):
            yield f"fields.{field.name}"
    failed = {c["line"]: c["code"] for c in result.get("checks") or () if not c["passed"] and c["line"] is not None}
    for n, line in enumerate(result.get("lines") or ()):
        for name, value in line["fields"].items():
            if FIELDS[f"line.{name}"].critical and low(value):
                yield f"lines.{n}.fields.{name}"
        if n in failed and (cell := _cell(failed[n], line["fields"])):
            yield f"lines.{n}.fields.{cell}"


def low(value: Mapping[str, Any]) -> bool:
    """True where a value was read with too little confidence, or with none that means anything."""
    confidence = value.get("confidence")
    return confidence is None or confidence < LIKELY


def _by_code(code: str, places: Mapping[str, str]) -> str:
    return next((name for start, name in places.items() if code.startswith(start)), "")


_ORDER: Final = {name: n for n, name in enumerate(FIELDS)}


def _rank(path: str) -> tuple[int, int]:
    """As the page shows them: header first, then line after line."""
    parts = path.split(".")
    if parts[0] == "fields":
        return -1, _ORDER.get(path.removeprefix("fields."), 0)
    return int(parts[1]), _ORDER.get("line." + parts[-1], 0)
