"""What an Odoo server can answer that is not an answer: one class a kind, whatever the protocol.

Neither texts nor attributes ever hold a traceback, a key or a password. Branch on the class: texts come in the
language of the Odoo user.
"""

from __future__ import annotations

from typing import ClassVar

from data.errors import OrdermillError


class OdooError(OrdermillError):
    """Base of all of them. `safe_to_repeat`: the server is known not to have done anything."""

    safe_to_repeat: ClassVar[bool] = False


class Refused(OdooError):
    """UserError, ValidationError: a rule of the business or of the database says no."""


class Missing(OdooError):
    """The record, model, method or database is not there."""


class Denied(OdooError):
    """Wrong key, or a right that the user lacks."""


class Conflict(OdooError):
    """Two transactions met (serialisation failure, lock): nothing was done, the same call may be made again."""

    safe_to_repeat = True


class Unreachable(OdooError):
    """No connection could be made, or the answer never came. `sent`: the server may have done the work."""

    def __init__(self, message: str, *, hint: str = "", code: str = "odoo_unreachable", sent: bool = False) -> None:
        super().__init__(message, hint=hint, code=code)
        self.sent = sent


class ServerFault(OdooError):
    """The server failed (502, traceback, an answer that is not Odoo's): whether the work was done is unknown."""


class Misused(OdooError):
    """A call that this server can never accept (unknown field, wrong type): a fault of ours."""
