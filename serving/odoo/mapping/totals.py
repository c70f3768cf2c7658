"""What the proposed lines come to, beside the printed totals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from decimal import Decimal

from data.result import Extraction
from serving.odoo.mapping.amounts import line_net, number, shown
from serving.odoo.mapping.codes import finding
from serving.odoo.proposal import Finding, ProposedLine


def net(lines: Iterable[ProposedLine], digits: int) -> Decimal | None:
    """The net total as Odoo will have it (lines rounded one by one), None as soon as one line has no price yet."""
    total = Decimal(0).scaleb(-digits)
    for line in lines:
        if line.display is not None:
            continue
        if line.quantity is None or line.price_unit is None:
            return None
        total += line_net(line.quantity, line.price_unit, line.discount, digits)
    return total


def compare(extraction: Extraction, expected: Decimal, left_out: Decimal, count: int, digits: int) -> Iterator[Finding]:
    """Our total beside the page's. `left_out` are charges that rules keep from being written.

    Pages that round the whole rather than each line may differ by half a unit of the last digit for each line.
    """
    printed, tax, gross = (number(extraction.fields, f"total_{name}") for name in ("net", "tax", "gross"))
    if printed is None:
        return
    ours, slack = expected + left_out, Decimal(1).scaleb(-digits) * max(1, (count + 1) // 2)
    if abs(ours - printed) <= slack:
        return
    if tax and gross is not None and gross != printed and abs(ours - gross) <= slack:
        message = f"The lines come to {shown(ours)}, which is the total with tax; the net total is {shown(printed)}."
        yield finding("prices_include_tax", message, field="total_net")
    else:
        message = f"The lines come to {shown(ours)}, the page's net total is {shown(printed)}."
        yield finding("net_differs", message, field="total_net")
