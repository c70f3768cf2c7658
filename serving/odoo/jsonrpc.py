"""JSON-RPC at `/jsonrpc`, Odoo 17 to 21: every answer, failures too, is HTTP 200."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from itertools import count
from typing import Any

from serving.odoo.errors import OdooError
from serving.odoo.faults import denied, not_odoo, of_class, of_status, server_fault
from serving.odoo.http import Http
from serving.odoo.wire import positional


class JsonRpc:
    """`execute_kw` with the API key in the password's place."""

    protocol = "jsonrpc"

    def __init__(self, http: Http, database: str, login: str, key: str) -> None:
        self._http, self._database, self._login, self._key = http, database, login, key
        self._uid = 0
        self._numbers = count(1)

    def version(self) -> Mapping[str, Any]:
        """`common.version`; wants no login. Raises Missing where the server speaks no JSON-RPC."""
        found = self._ask("common", "version", [])
        if not isinstance(found, dict):
            raise not_odoo()
        return found

    def sign_in(self) -> int:
        uid = self._ask("common", "login", [self._database, self._login, self._key])
        if not uid or not isinstance(uid, int):
            raise denied("", wrong_key=True)
        self._uid = uid
        return uid

    def call(self, model: str, method: str, ids: Sequence[int] | None, arguments: Mapping[str, Any]) -> Any:
        args, named = positional(ids, method, arguments)
        return self._ask("object", "execute_kw", [self._database, self._uid, self._key, model, method, args, named])

    def close(self) -> None:
        self._http.close()

    def _ask(self, service: str, method: str, args: list[Any]) -> Any:
        request = {"jsonrpc": "2.0", "method": "call", "id": next(self._numbers),
                   "params": {"service": service, "method": method, "args": args}}  # fmt: skip
        answer = self._http.post("/jsonrpc", json.dumps(request).encode(), {"Content-Type": "application/json"})
        if answer.status != 200:
            raise of_status(answer.status, answer.location)
        value: Any = None
        if answer.json:
            try:
                value = json.loads(answer.content)
            except ValueError:
                value = None
        if not isinstance(value, dict) or not ({"result", "error", "jsonrpc"} & value.keys()):
            raise not_odoo()
        if "error" in value:
            raise self._error(value["error"])
        return value.get("result")  # no `result` key where the method returned None

    def _error(self, error: Any) -> OdooError:
        data = error.get("data") if isinstance(error, dict) else None
        if isinstance(data, dict) and isinstance(data.get("name"), str):
            return of_class(data["name"], data.get("message", ""), (self._key,))
        return server_fault()
