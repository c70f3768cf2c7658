"""Taking back what was written: the order is cancelled, never deleted; refused where others have worked on it."""

from __future__ import annotations

import html
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from serving.odoo.connection import Connection
from serving.odoo.errors import Denied, Refused
from serving.odoo.proposal import Finding
from serving.odoo.record import Record, Row, findings_json
from serving.odoo.writing.compare import read_order
from serving.odoo.writing.confirming import cancel
from serving.odoo.writing.extras import made_once
from serving.odoo.writing.rows import CONTEXT, xml_id

_MOVING = frozenset({"write_uid", "write_date", "amount_tax", "amount_total"})
"""Not values of the order: who and when, and what follows from tax rates."""


@dataclass(frozen=True, slots=True)
class Undone:
    done: bool
    findings: tuple[Finding, ...] = ()
    row: Row | None = None


def undo(connection: Connection, record: Record, row: Row, *, reason: str = "") -> Undone:
    """Cancel the order of a row. `findings` say why not; history in Odoo and in the record stays.

    A user with Sales rights alone may be denied to cancel a confirmed order where Purchase is installed too.

    Raises `serving.odoo.errors`; may be repeated.
    """
    if row.state == "undone":
        return Undone(True, (), row)
    if row.order_id is None or not row.live:
        return Undone(False, (_no("undo_nothing", "No order in Odoo belongs to this entry."),), row)
    if row.server != f"{connection.url}|{connection.database}":
        return Undone(False, (_no("undo_elsewhere", f"It was written to {row.server}."),), row)
    if not record.hold_again(row):
        return Undone(False, (_no("busy", "Another worker is at this order; try again."),), row)
    with record.holding(record.get(row.id)) as hold:
        order = read_order(connection, row.order_id)
        found = [] if order is None or order["state"] == "cancel" else list(_against(connection, order, row))
        if found:
            hold.step("undo_refused", {"why": [f.code for f in found]})
            return Undone(False, tuple(found), hold.row)
        hold.step("undoing", {"reason": reason[:500]})
        if order is not None and order["state"] != "cancel":
            try:
                cancel(connection, row.order_id, _context(row))
            except (Refused, Denied) as error:
                refused = _no("undo_refused", f"Odoo does not cancel it: {error.message}")
                hold.step("undo_refused", {"why": ["undo_refused"]})
                return Undone(False, (refused,), hold.row)
        if order is not None:
            _say(connection, row, reason)
        hold.step("undone", state="undone", live=0, findings=findings_json([]))
        return Undone(True, (), hold.row)


def _against(connection: Connection, order: Mapping[str, Any], row: Row) -> Iterator[Finding]:
    """Why the order is no longer ours alone."""
    yield from _changed(order, row)
    if order["write_uid"] != connection.uid and str(order["write_date"]) > _moment(row.updated_at):
        yield _no("undo_changed", f"User {order['write_uid']} has written to it on {order['write_date']} (UTC).")
    known = connection.fields("sale.order.line")
    wanted = [n for n in ("qty_delivered", "qty_invoiced") if n in known]
    lines = connection.search_read("sale.order.line", [("order_id", "=", row.order_id)], wanted)
    if any(line.get("qty_delivered") for line in lines):
        yield _no("undo_delivered", "Goods were delivered.")
    if any(line.get("qty_invoiced") for line in lines):
        yield _no("undo_invoiced", "It was invoiced.")
    fields = connection.fields("sale.order")
    head = connection.read("sale.order", [row.order_id or 0], [n for n in ("picking_ids", "locked") if n in fields])[0]
    if head.get("locked"):
        yield _no("undo_locked", "It is locked.")
    try:
        pickings = connection.read("stock.picking", head.get("picking_ids") or [], ["state"])
    except Denied:
        pickings = []
    if any(p["state"] == "done" for p in pickings):
        yield _no("undo_delivered", "A delivery was done.")


def _changed(order: Mapping[str, Any], row: Row) -> Iterator[Finding]:
    held = row.written
    if not held:
        yield _no("undo_unknown", "Its values were never read back; take it up again by a push first.")
        return
    for name, value in held.items():
        if name in _MOVING or name == "lines":
            continue
        if order.get(name) != value:
            yield _no("undo_changed", f"{name} was {value!r}, it is {order.get(name)!r} now.")
    if order["lines"] != held["lines"]:
        yield _no("undo_changed", "Its lines were changed.")


def _say(connection: Connection, row: Row, reason: str) -> None:
    text = f"<p>Taken back: {html.escape(row.file)}{html.escape(': ' + reason if reason else '')}</p>"
    mark = xml_id(row.key, "u")
    values = {
        "id": mark, "model": "sale.order", "res_id": row.order_id, "message_type": "comment",
        "subtype_id/id": "mail.mt_note", "is_internal": "1", "body": f'{text}<p class="text-muted">{mark}</p>',
    }  # fmt: skip
    domain = [("model", "=", "sale.order"), ("res_id", "=", row.order_id), ("body", "ilike", mark)]
    made_once(connection, "mail.message", values, domain, _context(row))


def _context(row: Row) -> dict[str, Any]:
    return {**CONTEXT, "allowed_company_ids": [row.company_id]}


def _moment(moment: datetime) -> str:
    return moment.strftime("%Y-%m-%d %H:%M:%S")


def _no(code: str, message: str) -> Finding:
    return Finding(code, "stop", message, "Change or cancel the order in Odoo by hand.")
