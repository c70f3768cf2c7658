"""XML-RPC at `/xmlrpc/2/*`, Odoo 17 to 21. Faults of code 1 hold whole tracebacks: their last line alone is used."""

from __future__ import annotations

import xmlrpc.client
from collections.abc import Mapping, Sequence
from typing import Any
from xml.parsers.expat import ExpatError

from serving.odoo.errors import Misused, OdooError
from serving.odoo.faults import NO_NONE, denied, not_odoo, of_fault, of_status
from serving.odoo.http import Http
from serving.odoo.wire import positional

DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
"""What no answer of Odoo holds, and what entity expansion attacks need."""

_CONTROL = {c: None for c in range(32) if c not in (9, 10, 13)}


class XmlRpc:
    """`execute_kw` with the API key in the password's place."""

    protocol = "xmlrpc"

    def __init__(self, http: Http, database: str, login: str, key: str) -> None:
        self._http, self._database, self._login, self._key = http, database, login, key
        self._uid = 0

    def version(self) -> Mapping[str, Any]:
        """`common.version`; wants no login."""
        found = self._ask("common", "version", ())
        if not isinstance(found, dict):
            raise not_odoo()
        return found

    def sign_in(self) -> int:
        uid = self._ask("common", "authenticate", (self._database, self._login, self._key, {}))
        if not uid or not isinstance(uid, int):
            raise denied("", wrong_key=True)
        self._uid = uid
        return uid

    def call(self, model: str, method: str, ids: Sequence[int] | None, arguments: Mapping[str, Any]) -> Any:
        args, named = positional(ids, method, arguments)
        params = (self._database, self._uid, self._key, model, method, _legal(args), _legal(named))
        return self._ask("object", "execute_kw", params)

    def close(self) -> None:
        self._http.close()

    def _ask(self, service: str, method: str, params: tuple[Any, ...]) -> Any:
        answer = self._http.post(f"/xmlrpc/2/{service}", _dumped(params, method), {"Content-Type": "text/xml"})
        if answer.status != 200:
            raise of_status(answer.status, answer.location)
        start = answer.content[:2000].lstrip()
        if not start.startswith((b"<?xml", b"<methodResponse")) or any(word in start for word in DECLARED):
            raise not_odoo()
        error: OdooError
        try:
            values, _ = xmlrpc.client.loads(answer.content.decode("utf-8", "replace"))
            return values[0]
        except xmlrpc.client.Fault as fault:
            text = str(fault.faultString)
            if fault.faultCode == 1 and NO_NONE in text[-300:]:
                return None
            error = of_fault(fault.faultCode, text, (self._key,))
        except (xmlrpc.client.ResponseError, ExpatError, ValueError, TypeError, IndexError):
            error = not_odoo()
        raise error


def _dumped(params: tuple[Any, ...], method: str) -> bytes:
    text: str | None = None
    try:
        text = xmlrpc.client.dumps(params, method, allow_none=True)
    except (OverflowError, TypeError) as trouble:
        why = str(trouble)
    if text is None:
        raise Misused(f"XML-RPC cannot carry one of the values: {why[:100]}", code="odoo_misused",
                      hint="Whole numbers end at 2147483647 there.")  # fmt: skip
    return text.encode()


def _legal(value: Any) -> Any:
    """Without the control characters that XML 1.0 has no place for."""
    if isinstance(value, str):
        return value.translate(_CONTROL)
    if isinstance(value, list):
        return [_legal(v) for v in value]
    if isinstance(value, dict):
        return {k: _legal(v) for k, v in value.items()}
    return value
