"""Confirming and cancelling: the state is read before and after, for both may have been done by another or unheard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from serving.odoo.connection import Connection
from serving.odoo.errors import Conflict, OdooError, Refused, ServerFault, Unreachable
from serving.odoo.writing.extras import TRIES, pause

CANCEL = {"disable_cancel_warning": True}
"""17 and 18 open a wizard instead of cancelling without it."""


def confirm(connection: Connection, order_id: int, ctx: Mapping[str, Any]) -> None:
    """Make a draft a sale order. Four at once make one of it. Raises Refused, and what the server says at last."""
    _bring(connection, order_id, "action_confirm", "sale", ctx)


def cancel(connection: Connection, order_id: int, ctx: Mapping[str, Any]) -> None:
    """Raises Refused (a delivered or locked order), and what the server says at last."""
    _bring(connection, order_id, "action_cancel", "cancel", {**ctx, **CANCEL})


def state_of(connection: Connection, order_id: int) -> str | None:
    rows = connection.read("sale.order", [order_id], ["state"])
    return str(rows[0]["state"]) if rows else None


def _bring(connection: Connection, order_id: int, method: str, wanted: str, ctx: Mapping[str, Any]) -> None:
    last: OdooError = Refused(f"The order did not become {wanted}.", code="odoo_refused")
    for turn in range(TRIES):
        state = state_of(connection, order_id)
        if state == wanted:
            return
        if state is None or (state == "cancel" and wanted == "sale"):
            raise Refused("The order was cancelled or deleted.", code="odoo_refused")
        try:
            connection.call("sale.order", method, [order_id], context=ctx)
        except Refused as error:
            if state_of(connection, order_id) == wanted:
                return  # another was faster
            raise error
        except (Unreachable, ServerFault, Conflict) as error:
            last = error
            pause(turn)
            continue
        if state_of(connection, order_id) == wanted:
            return
        pause(turn)
    if state_of(connection, order_id) != wanted:
        raise last
