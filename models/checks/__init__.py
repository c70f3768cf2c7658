"""Arithmetic and consistency checks of an extraction, completeness of its lines, values that follow from others."""

from __future__ import annotations

from collections.abc import Sequence

from data.fields import LINE
from data.result import Check, Extraction
from data.schema import Document
from data.values.habits import Habits, decide
from models.checks.arithmetic import Totals, choose_line, choose_totals, line_product
from models.checks.columns import column_checks
from models.checks.completeness import completeness
from models.checks.derive import derive
from models.checks.document import document_checks
from models.checks.lines import line_checks
from models.checks.page import index, printed_rates
from models.checks.reading import reading_checks
from models.checks.reread import reread
from models.checks.rows import row_checks
from models.checks.totals import sums, total_checks

__all__ = [
    "FIELDS_OF_CHECK", "Totals", "check", "choose_line", "choose_totals", "derive", "line_product", "reread",
]  # fmt: skip

_NUMBERS = tuple(f.name.removeprefix("line.") for f in LINE if f.kind in ("amount", "number"))
FIELDS_OF_CHECK: dict[str, tuple[str, ...]] = {
    "line_amount": ("quantity", "unit_price", "price_base_quantity", "discount_percent", "line_amount"),
    "two_numbers": ("quantity", "unit_price", "line_amount"),
    "grounded": ("quantity", "unit_price", "line_amount"),
    "unit": ("quantity", "unit"),
    "gtin": ("gtin",),
    "cell_overlap": ("quantity", "unit_price", "line_amount", "discount_percent", "tax_rate", "price_base_quantity"),
    "sum_of_lines": ("line_amount", "total_net", "total_gross"),
    "totals": ("total_net", "total_tax", "total_gross"),
    "tax_rate": ("total_net", "total_tax", "tax_rate"),
    "positions": ("line_no",),
    "item_count": (),
    "item_rows": (),
    "column_lost": (),
    "date_order": ("order_date", "requested_delivery_date"),
    "due_date_order": ("invoice_date", "due_date"),
    "line_date_order": ("order_date", "delivery_date"),
    "decimal_sign": ("quantity", "unit_price", "line_amount", "total_net", "total_tax", "total_gross"),
    "day_month": ("order_date", "requested_delivery_date", "invoice_date", "due_date", "delivery_date"),
    "gln": ("buyer.gln", "ship_to.gln"),
    "vat_id": ("buyer.vat_id", "seller.vat_id"),
    "iban": (),
    "total_reading": ("total_net", "total_tax", "total_gross"),
    "line_reading": _NUMBERS,
    "currency": ("currency",),
}
"""The fields (line fields without prefix) that each check speaks about; empty for checks of the whole document."""


def check(
    extraction: Extraction,
    document: Document,
    row_roles: Sequence[Sequence[str]] | None = None,
    habits: Habits | None = None,
) -> tuple[tuple[Check, ...], float | None]:
    """All checks that can be made, passed and failed, and the completeness of the lines (None: nothing to judge by).

    Args:
        extraction: fields and lines as read; places of values say which words they own.
        document: the printed words.
        row_roles: `row_roles[p][w]`, the role (`data.fields.ROLES`) of each word of each page, where a model gave one.
        habits: how the document writes; decided here when not given.
    """
    habits = habits or decide(document)
    roles = tuple(tuple(page) for page in row_roles) if row_roles is not None else None
    pages = index(extraction, document, habits, roles)
    checks = (
        *line_checks(extraction, sorted(printed_rates(pages))),
        *total_checks(extraction, pages),
        *row_checks(extraction, pages),
        *column_checks(extraction, pages),
        *document_checks(extraction, document, pages, habits),
        *reading_checks(extraction, document),
    )
    return checks, completeness(extraction, checks, sums(extraction), pages)
