"""From what a server says to one of `serving.odoo.errors`; the only place that sees tracebacks, and it drops them.

Class names are those of Odoo 17 to 19 (`odoo.exceptions`, werkzeug, psycopg2), the same over JSON-RPC and JSON-2.
XML-RPC has fault codes instead, and a traceback in place of the text where the code is 1.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from serving.odoo.errors import Conflict, Denied, Missing, Misused, OdooError, Refused, ServerFault

LONGEST = 500

REFUSED = frozenset({"UserError", "ValidationError", "RedirectWarning", "Warning", "except_orm"})
MISSING = frozenset({"MissingError", "NotFound"})
DENIED = frozenset({"AccessDenied", "AccessError", "Unauthorized", "Forbidden", "SessionExpiredException"})
CONFLICT = frozenset({
    "SerializationFailure", "TransactionRollbackError", "DeadlockDetected", "LockNotAvailable", "ConcurrencyError",
    "LockError", "TooManyRequests",
})  # fmt: skip
MISUSED = frozenset({
    "ValueError", "TypeError", "KeyError", "AttributeError", "IndexError", "UnprocessableEntity", "BadRequest",
    "NameError", "InvalidDatetimeFormat", "OverflowError", "DatetimeFieldOverflow", "InvalidTextRepresentation",
    "NumericValueOutOfRange", "UndefinedColumn",
})  # fmt: skip

NO_NONE = "cannot marshal None unless allow_none is enabled"
"""XML-RPC's complaint about a method that returned None, made after the work was committed."""

_LAST = re.compile(r"^((?:[A-Za-z_]\w*\.)*[A-Za-z_]\w*)(?::[ \t]?(.*))?$", re.DOTALL)
_NO_DATABASE = re.compile(r'database "[^"]*" does not exist')


def clean(text: object, secrets: Sequence[str] = ()) -> str:
    """A text that may be shown: no traceback, no secret, no control characters, at most 500 characters."""
    shown = str(text)
    if "Traceback (most recent call last)" in shown:
        shown = last_words(shown)[1]
    for secret in secrets:
        if secret:
            shown = shown.replace(secret, "***")
    shown = " ".join("".join(c if c.isprintable() else " " for c in shown).split())
    return shown if len(shown) <= LONGEST else shown[: LONGEST - 1] + "…"


def last_words(trace: str) -> tuple[str, str]:
    """(class name, message) of the exception that ends a traceback; empty strings if it ends with none."""
    lines = trace.rstrip().splitlines()
    start = 0
    for i, line in enumerate(lines):
        if line.startswith(("  File ", "Traceback (most recent call last)")):
            start = i + 1
    while start < len(lines) and (not lines[start] or lines[start][0].isspace()):
        start += 1
    match = _LAST.match("\n".join(lines[start:]))
    return (match[1], match[2] or "") if match else ("", "")


def of_class(name: str, message: object, secrets: Sequence[str] = ()) -> OdooError:
    """The error for an exception class such as `odoo.exceptions.UserError` or `builtins.ValueError`."""
    short = name.rpartition(".")[2]
    shown = clean(message, secrets)
    if _NO_DATABASE.search(shown):
        return no_database()
    if short in CONFLICT:
        return Conflict("Odoo was busy with the same records.", code="odoo_conflict", hint="Try again.")
    if short in DENIED:
        return denied(shown, wrong_key=short in {"AccessDenied", "Unauthorized", "SessionExpiredException"})
    if short in MISSING:
        return Missing(shown or "Odoo has no such record.", code="odoo_missing")
    if short in REFUSED:
        return Refused(shown or "Odoo refused it.", code="odoo_refused")
    if short in MISUSED:
        return Misused(f"Odoo does not understand the call: {shown or short}", code="odoo_misused",
                       hint="Fields differ between versions; `ordermill odoo check` says more.")  # fmt: skip
    return server_fault(short)


def of_fault(code: object, text: str, secrets: Sequence[str] = ()) -> OdooError:
    """The error for an XML-RPC fault; codes 2 refused or missing, 3 and 4 denied, 1 anything, as a traceback."""
    if code == 2:
        return Refused(clean(text, secrets) or "Odoo refused it.", code="odoo_refused")
    if code in (3, 4):
        return denied(clean(text, secrets), wrong_key=code == 3)
    name, message = last_words(text)
    return of_class(name, message, secrets)


def of_status(status: int, location: str = "") -> OdooError:
    """The error for an HTTP status whose body is not one of Odoo's answers."""
    if status in (301, 302, 303, 307, 308):
        to = f" to {clean(location.partition('?')[0])}" if location else ""
        return Missing(f"The server sends its callers elsewhere{to}.", code="odoo_redirected",
                       hint="Set ORDERMILL_ODOO_URL to where it sends them, https in most cases.")  # fmt: skip
    if status in (401, 403):
        return denied("", wrong_key=status == 401)
    if status == 404:
        return Missing("There is no Odoo at this address, or no database of this name.", code="odoo_not_found",
                       hint="Check ORDERMILL_ODOO_URL and ORDERMILL_ODOO_DATABASE.")  # fmt: skip
    if status == 413:
        return Refused("The server takes no request of this size.", code="odoo_too_large",
                       hint="Raise the limit of the web server in front of Odoo.")  # fmt: skip
    if status == 429:
        return Conflict("The server asks for fewer calls.", code="odoo_busy", hint="Try again later.")
    if 400 <= status < 500:
        return Misused(f"The server does not understand the call (HTTP {status}).", code="odoo_misused")
    return ServerFault(f"The server failed (HTTP {status}).", code="odoo_fault", hint="Odoo's log says why.")


def denied(text: str, *, wrong_key: bool) -> Denied:
    if wrong_key:
        return Denied("Odoo does not accept this key.", code="odoo_wrong_key",
                      hint="Check LOGIN and API_KEY; a key is made under Preferences, Account Security, and may have "
                           "run out. JSON-2 takes API keys only, no passwords.")  # fmt: skip
    return Denied(text or "The Odoo user may not do this.", code="odoo_denied",
                  hint="`ordermill odoo check` lists the rights that are missing.")  # fmt: skip


def no_database() -> Missing:
    return Missing("The Odoo server has no database of this name.", code="odoo_no_database",
                   hint="Check ORDERMILL_ODOO_DATABASE.")  # fmt: skip


def server_fault(what: str = "") -> ServerFault:
    shown = f" ({what})" if re.fullmatch(r"\w{1,60}", what) else ""
    return ServerFault(f"Odoo failed on its own{shown}.", code="odoo_fault", hint="Odoo's log says why.")


def not_odoo() -> ServerFault:
    return ServerFault("The answer is not one of Odoo's.", code="odoo_not_odoo",
                       hint="A proxy or another program may answer at ORDERMILL_ODOO_URL.")  # fmt: skip
