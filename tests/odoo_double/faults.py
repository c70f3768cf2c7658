"""Exceptions of a server, named as Odoo names them, and how each goes over each protocol."""

from __future__ import annotations

from typing import Any

TRACE = "Traceback (most recent call last):\n"
TRACE += '  File "/opt/odoo/odoo/http.py", line 2007, in dispatch\n    secret_of_server()\n'


class Trouble(Exception):
    """`name` is the dotted class that a real server reports."""

    name = "odoo.exceptions.UserError"
    fault = 2
    status = 422


class UserError(Trouble):
    pass


class ValidationError(Trouble):
    name = "odoo.exceptions.ValidationError"


class MissingError(Trouble):
    name = "odoo.exceptions.MissingError"
    status = 404


class NotFound(Trouble):
    """An unknown model or method: 404 over JSON-2 alone."""

    name = "werkzeug.exceptions.NotFound"
    status = 404


class AccessError(Trouble):
    name = "odoo.exceptions.AccessError"
    fault = 4
    status = 403


class AccessDenied(Trouble):
    name = "odoo.exceptions.AccessDenied"
    fault = 3
    status = 401


class Bug(Trouble):
    """ValueError and its like: a traceback over XML-RPC, 500 over JSON-2."""

    name = "builtins.ValueError"
    fault = 1
    status = 500


class BadCall(Bug):
    name = "builtins.TypeError"
    status = 422


class NoDatabase(Bug):
    name = "psycopg2.OperationalError"


def body(trouble: Trouble) -> dict[str, Any]:
    """Body of a JSON-2 error, `data` of a JSON-RPC one."""
    text = str(trouble)
    return {"name": trouble.name, "message": text, "arguments": [text], "context": {}, "debug": traceback(trouble)}


def traceback(trouble: Trouble) -> str:
    return f"{TRACE}{trouble.name.removeprefix('builtins.')}: {trouble}\n"
