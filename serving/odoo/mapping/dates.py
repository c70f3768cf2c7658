"""The one delivery date that an order has in Odoo, out of those that the page prints."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from serving.odoo.mapping.codes import finding
from serving.odoo.mapping.options import Rules
from serving.odoo.proposal import Finding, ProposedLine, Severity


def commitment(
    header: date | None, lines: Sequence[ProposedLine], ordered: date | None, today: date, rules: Rules
) -> tuple[date | None, list[Finding]]:
    """The date to be written and what is to be said about it.

    Dates of the lines stand above that of the head: who gives each line a date means it. Lines without one keep the
    head's.
    """
    findings: list[Finding] = []
    severity: Severity | None
    items = [line for line in lines if line.display is None]
    dates = {d for line in items if (d := line.delivery_date or header) is not None} or ({header} - {None})
    wanted = sorted(d for d in dates if d is not None)
    if not wanted:
        return None, []
    chosen: date | None = wanted[-1] if rules.delivery_dates == "latest" else wanted[0]
    if len(wanted) > 1:
        taken = "none is taken" if rules.delivery_dates == "stop" else f"the {rules.delivery_dates}, {chosen}, is taken"
        message = f"The lines are wanted on {', '.join(map(str, wanted))}; {taken}."
        severity = "stop" if rules.delivery_dates == "stop" else None
        findings.append(finding("delivery_dates_differ", message, field="delivery_date", severity=severity))
        if rules.delivery_dates == "stop":
            chosen = None
    if ordered is not None and wanted[0] < ordered:
        message = f"Delivery is asked for on {wanted[0]}, the order is of {ordered}."
        findings.append(finding("delivery_before_order", message, field="requested_delivery_date"))
    if chosen is not None and chosen < today:
        severity = "stop" if rules.past_date == "stop" else None
        message = f"The delivery date {chosen} has gone by" + (
            "; it is left to Odoo." if rules.past_date == "drop" else "."
        )  # fmt: skip
        findings.append(finding("delivery_past", message, field="requested_delivery_date", severity=severity))
        chosen = None if rules.past_date == "drop" else chosen
    return chosen, findings


def noted(lines: Sequence[ProposedLine], chosen: date | None) -> tuple[ProposedLine, ...]:
    """The lines, each whose date is not the order's followed by a note with its own: nothing printed is lost."""
    out: list[ProposedLine] = []
    for line in lines:
        out.append(line)
        if (
            line.display is None
            and line.delivery_date is not None
            and chosen is not None
            and line.delivery_date != chosen
        ):
            out.append(ProposedLine(source=None, display="line_note", name=f"\u2191 {line.delivery_date.isoformat()}"))
    return tuple(out)
