"""What the reading itself says against writing the order: its type, its gaps, its doubts, its failed checks."""

from __future__ import annotations

from collections.abc import Iterator

from data.fields import FIELDS
from data.result import Extraction, Value
from serving.odoo.mapping.codes import finding
from serving.odoo.mapping.options import Rules
from serving.odoo.proposal import Finding

IDENTITY_CHECKS = frozenset({"vat_id", "iban", "gln", "gtin"})
"""Checks of printed numbers that decide nothing by themselves: matching weighs those numbers."""
_WRITTEN = frozenset({"order_number", "requested_delivery_date", "currency"})
_WRITTEN_OF_LINE = frozenset({"quantity", "unit", "unit_price", "price_base_quantity", "discount_percent"})
"""Values that are written as they were read; article numbers and names are weighed by the matching."""
_COUNTED = ("item", "charge", "discount")


def document(extraction: Extraction, rules: Rules, wanted: str = "order") -> Iterator[Finding]:
    """Findings about the document as a whole and about single readings. `wanted`: the document type that is mapped."""
    if extraction.status == "failed" or extraction.error is not None:
        said = extraction.error.message if extraction.error else "The document was not read."
        yield finding("not_read", said)
        return
    if extraction.status == "partial":
        yield finding("partly_read", "Some pages were not read.")
    yield from _type(extraction, wanted)
    yield from _warnings(extraction)
    yield from _sureness(extraction, rules)
    yield from _doubts(extraction, rules)
    for check in extraction.checks:
        if not check.passed:
            code = "identity_check_failed" if check.code in IDENTITY_CHECKS else "check_failed"
            yield finding(code, f"{check.message} ({check.code})", line=check.line)


def _type(extraction: Extraction, wanted: str) -> Iterator[Finding]:
    kind = extraction.document_type
    if kind is None:
        yield finding("type_unknown", "It is not known what kind of document this is.")
    elif kind == "order_change" and wanted == "order":
        yield finding("order_change", "The document changes an earlier order.")
    elif kind != wanted:
        yield finding("not_an_order", f"The document is of type {kind.replace('_', ' ')}, not {wanted}.")


def _warnings(extraction: Extraction) -> Iterator[Finding]:
    for warning in extraction.warnings:
        where = "" if warning.page is None else f"Page {warning.page}: "
        code = "hidden_text" if warning.code == "hidden_text" else "reader_warning"
        yield finding(code, where + warning.message)


def _sureness(extraction: Extraction, rules: Rules) -> Iterator[Finding]:
    embedded = rules.trust_embedded and "embedded" in extraction.sources
    if extraction.order_confidence is None:
        # With trusted XML the gate is that no value differs and none of the XML's own checks failed.
        if not embedded:
            yield finding("confidence_unknown", "How sure the reading of this order is, is not known.")
    elif extraction.order_confidence < rules.min_order_confidence and not embedded:
        shown = f"{extraction.order_confidence:.0%}, {rules.min_order_confidence:.0%} are asked for"
        yield finding("confidence_low", f"That every critical value is right is {shown}.")
    if extraction.completeness is None:
        if not embedded:
            yield finding("completeness_unknown", "Whether every line was read is not known.")
    elif extraction.completeness < rules.min_completeness:
        shown = f"{extraction.completeness:.0%}, {rules.min_completeness:.0%} are asked for"
        yield finding("completeness_low", f"That no line is missing is {shown}.")


def _doubts(extraction: Extraction, rules: Rules) -> Iterator[Finding]:
    for name, value in extraction.fields.items():
        if name in _WRITTEN:
            yield from _doubt(value, name, None, rules)
    for index, line in enumerate(extraction.lines):
        if line.kind not in _COUNTED:
            continue
        for name, value in line.fields.items():
            if name in _WRITTEN_OF_LINE or (name == "line_amount" and line.kind != "item"):
                yield from _doubt(value, name, index, rules)


def _doubt(value: Value, name: str, line: int | None, rules: Rules) -> Iterator[Finding]:
    title = FIELDS[name if line is None else f"line.{name}"].title
    if value.confidence is None:
        if value.source == "derived" or (value.source == "embedded" and rules.trust_embedded):
            return  # derived values follow from others, which are weighed themselves
        yield finding("value_unknown", f"{title} {value.value!r} has no confidence.", line=line, field=name)
    elif value.confidence < rules.min_value_confidence and not (value.source == "embedded" and rules.trust_embedded):
        message = f"{title} {value.value!r} is {value.confidence:.0%} sure."
        yield finding("value_doubtful", message, line=line, field=name)
