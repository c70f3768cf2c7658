"""What Odoo did with an order afterwards: its state, and what its pickings say of reservation and delivery."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from serving.odoo.connection import Connection
from serving.odoo.errors import Denied
from serving.odoo.record import Record, Row, now
from serving.odoo.writing.tables import STEP, WRITE


@dataclass(frozen=True, slots=True)
class Followed:
    """`pickings` are (name, state) of those that were not cancelled; `reservation` is none (nothing to deliver),
    waiting, partly, reserved, delivered or unknown (no rights, no stock module)."""

    state: str | None
    reservation: str
    pickings: tuple[tuple[str, str], ...] = ()
    invoiced: str | None = None

    @property
    def reserved(self) -> bool:
        return self.reservation in ("reserved", "delivered")


def follow(connection: Connection, order_id: int) -> Followed:
    """Read back. `state` is None where the order is gone."""
    known = connection.fields("sale.order")
    wanted = [name for name in ("state", "picking_ids", "invoice_status") if name in known]
    rows = connection.read("sale.order", [order_id], wanted)
    if not rows:
        return Followed(None, "none")
    row = rows[0]
    invoiced = row.get("invoice_status") or None
    if "picking_ids" not in row:
        return Followed(row["state"], "unknown", invoiced=invoiced)
    try:
        pickings = connection.read("stock.picking", row["picking_ids"], ["name", "state", "products_availability_state"]
                                   if "products_availability_state" in connection.fields("stock.picking")
                                   else ["name", "state"])  # fmt: skip
    except Denied:
        return Followed(row["state"], "unknown", invoiced=invoiced)
    found = tuple((str(p["name"]), str(p["state"])) for p in pickings if p["state"] != "cancel")
    return Followed(row["state"], _reservation({state for _, state in found}), found, invoiced)


def observe(connection: Connection, record: Record, row: Row) -> Followed:
    """`follow`, and the moment when everything was first seen reserved into the record."""
    if row.order_id is None:
        return Followed(None, "none")
    found = follow(connection, row.order_id)
    if found.reserved and row.reserved_at is None:
        with record.engine.begin() as db:
            first = WRITE.update().where(WRITE.c.id == row.id, WRITE.c.reserved_at.is_(None))
            if db.execute(first.values(reserved_at=now())).rowcount == 1:
                moment = datetime.now(UTC).replace(tzinfo=None)
                db.execute(STEP.insert().values(write_id=row.id, step="reserved", at=moment, detail="{}"))
    return found


def _reservation(states: set[str]) -> str:
    if not states:
        return "none"
    if states == {"done"}:
        return "delivered"
    if states <= {"done", "assigned"}:
        return "reserved"
    return "partly" if states & {"done", "assigned"} else "waiting"
