"""The internal note on an order: what was read, how sure that is, and what was found. HTML, everything escaped."""

from __future__ import annotations

from html import escape

from data.fields import FIELDS
from data.result import Extraction, Value
from serving.odoo.proposal import Finding, Proposal

MOST_LINES = 200
_LINE_FIELDS = ("position", "supplier_article_no", "buyer_article_no", "gtin", "description", "quantity", "unit",
                "unit_price", "discount_percent", "line_amount", "delivery_date")  # fmt: skip


def note_of(extraction: Extraction, proposal: Proposal, findings: tuple[Finding, ...] | None = None) -> str:
    """HTML for an order's chatter. Confidences are percentages; "?" where nothing says how sure a value is."""
    parts = [f"<p><b>{escape(extraction.file)}</b>, read by {escape(extraction.model_name or 'Ordermill')} "
             f"{escape(extraction.model_version or '')}: order {_sure(extraction.order_confidence)}, "
             f"lines complete {_sure(extraction.completeness)}</p>"]  # fmt: skip
    rows = [_row(_title(name), value) for name, value in extraction.fields.items()]
    parts.append(f"<ul>{''.join(rows)}</ul>" if rows else "")
    lines = [line for line in extraction.lines if line.kind in ("item", "charge", "discount")]
    if lines:
        items = []
        for line in lines[:MOST_LINES]:
            said = [
                f"{escape(_title(f'line.{n}'))}: {_value(line.fields[n])}" for n in _LINE_FIELDS if n in line.fields
            ]
            items.append(f"<li>{'; '.join(said)}</li>")
        more = f"<p>and {len(lines) - MOST_LINES} more</p>" if len(lines) > MOST_LINES else ""
        parts.append(f"<ol>{''.join(items)}</ol>{more}")
    found = proposal.findings if findings is None else findings
    if found:
        said = [f"<li>{escape(f.severity)}: {escape(f.message)}</li>" for f in found]
        parts.append(f"<p>Findings</p><ul>{''.join(said)}</ul>")
    return "".join(parts)


def _row(title: str, value: Value) -> str:
    return f"<li>{escape(title)}: {_value(value)}</li>"


def _value(value: Value) -> str:
    printed = f" (printed {escape(value.text)})" if value.text and value.text != value.value else ""
    return f"{escape(value.value)}{printed}, {_sure(value.confidence)}"


def _sure(confidence: float | None) -> str:
    return "?" if confidence is None else f"{confidence:.0%}"


def _title(name: str) -> str:
    return FIELDS[name].title if name in FIELDS else name
