"""A proposal as `sale.order.load` takes it: external ids on the header and on every line, and nothing that is null.

`load` has one set of columns for all its rows and writes empty cells as empty values, which is not the same as leaving
a key out (a line without a unit gets price 0). Lines are therefore sent in groups of the same keys: the first group
with the header, each further one as more lines of the same order.
"""

from __future__ import annotations

import hashlib
import html
import json
from collections.abc import Sequence
from dataclasses import asdict, dataclass
from datetime import date, datetime, time
from typing import Any

from serving.odoo.connection import Names
from serving.odoo.proposal import Proposal, ProposedLine
from serving.odoo.wire import plain

MODULE = "po_intake__"
"""Module part of our external ids. No module can be called so: updating a module deletes ids of its name that it does
not ship."""
CONTEXT = {
    "tz": "UTC",  # `load` reads times in the user's zone
    "lang": "en_US",  # and names of choices in the user's language
    "mail_auto_subscribe_no_notify": True,  # nobody is mailed for being made responsible
    "mail_notify_author": False,
}
NOON = time(12)
"""Odoo keeps moments, a page says days: noon in UTC is that day from Honolulu to Sydney."""


@dataclass(frozen=True, slots=True)
class Group:
    """One call of `load`; `sequences` are those of the lines it makes."""

    fields: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    sequences: tuple[int, ...]


def context(proposal: Proposal, **more: Any) -> dict[str, Any]:
    return {**CONTEXT, "allowed_company_ids": [proposal.company_id], **more}


def digest(proposal: Proposal) -> str:
    """SHA-256 over everything that would be written; what the rules said of it does not count."""
    said = {**asdict(proposal), "findings": None, "expected_net": None}
    said["lines"] = [{**line, "list_price": None, "source": None} for line in said["lines"]]
    return hashlib.sha256(json.dumps(said, default=str, sort_keys=True).encode()).hexdigest()


def identity(proposal: Proposal) -> str:
    """What makes two orders of a customer the same one: the customer's number, or the content where there is none."""
    reference = " ".join((proposal.client_order_ref or "").casefold().split())
    if reference:
        return reference if len(reference) <= 200 else "long:" + hashlib.sha256(reference.encode()).hexdigest()
    return "content:" + digest(proposal)


def xml_id(key: str, what: str = "") -> str:
    return f"{MODULE}.{key}{'_' + what if what else ''}"


def origin(key: str) -> str:
    """What stands in the order's Source Document: how we find our own after a crash, for a sales user may not read
    external ids."""
    return f"{MODULE}{key}"


def sequence(index: int) -> int:
    return 10 * (index + 1)


def groups(proposal: Proposal, names: Names, key: str) -> list[Group]:
    """The calls that make the order, the first with the header."""
    shapes: dict[tuple[str, ...], list[tuple[int, dict[str, Any]]]] = {}
    for index, line in enumerate(proposal.lines):
        values = line_values(line, names)
        shapes.setdefault(tuple(values), []).append((index, values))
    head = header_values(proposal, key)
    ordered = sorted(shapes.values(), key=lambda group: -len(group)) or [[]]
    return [_group(head if n == 0 else {}, group, key) for n, group in enumerate(ordered)]


def _group(head: dict[str, Any], lines: Sequence[tuple[int, dict[str, Any]]], key: str) -> Group:
    first = {"id": xml_id(key), **head}
    columns = list(lines[0][1]) if lines else []
    fields = [
        *first,
        *(["order_line/id", "order_line/sequence"] if lines else []),
        *(f"order_line/{c}" for c in columns),
    ]
    rows = []
    for n, (index, values) in enumerate(lines):
        own = [xml_id(key, f"l{index}"), sequence(index), *values.values()]
        rows.append((*(first.values() if n == 0 else [""] * len(first)), *own))
    made = tuple(rows) or (tuple(first.values()),)
    return Group(tuple(fields), made, tuple(sequence(index) for index, _ in lines))


def header_values(proposal: Proposal, key: str) -> dict[str, Any]:
    """Header columns of `load`, without the keys that are left to Odoo."""
    ids = {
        "company_id": proposal.company_id, "partner_id": proposal.partner_id,
        "partner_invoice_id": proposal.partner_invoice_id, "partner_shipping_id": proposal.partner_shipping_id,
        "pricelist_id": proposal.pricelist_id, "payment_term_id": proposal.payment_term_id,
        "incoterm": proposal.incoterm_id,
    }  # fmt: skip
    values: dict[str, Any] = {f"{name}/.id": id_ for name, id_ in ids.items() if id_ is not None}
    values["origin"] = origin(key)
    if proposal.client_order_ref:
        values["client_order_ref"] = proposal.client_order_ref
    if proposal.commitment_date is not None:
        values["commitment_date"] = moment(proposal.commitment_date)
    if proposal.date_order is not None:
        values["date_order"] = moment(proposal.date_order)
    if proposal.note:
        values["note"] = "".join(f"<p>{html.escape(text)}</p>" for text in proposal.note.splitlines() if text.strip())
    return values


def line_values(line: ProposedLine, names: Names) -> dict[str, Any]:
    """Line columns of `load`, without the keys that are left to Odoo."""
    if line.display is not None:
        return {"display_type": line.display, "name": line.name}
    values: dict[str, Any] = {
        "product_id/.id": line.product_id, "product_uom_qty": plain(line.quantity),
        f"{names.line_unit}/.id": line.unit_id, "discount": plain(line.discount),
    }  # fmt: skip
    if line.price_unit is not None:
        values["price_unit"] = plain(line.price_unit)
    if line.name:
        values["name"] = line.name
    if line.tax_ids is not None:
        values[f"{names.line_taxes}/.id"] = ",".join(map(str, line.tax_ids))
    return values


def moment(day: date) -> str:
    return str(plain(datetime.combine(day, NOON)))
