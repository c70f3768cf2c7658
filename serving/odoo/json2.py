"""JSON-2, Odoo 19 on: `POST /json/2/<model>/<method>` with a bearer API key."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from serving.odoo.errors import OdooError, ServerFault
from serving.odoo.faults import not_odoo, of_class, of_status
from serving.odoo.http import Answer, Http
from serving.odoo.wire import plain


class Json2:
    """The only protocol left from Odoo 22."""

    protocol = "json2"

    def __init__(self, http: Http, database: str | None, key: str) -> None:
        self._http = http
        self._key = key
        self._database = database

    def sign_in(self) -> int:
        context = self.call("res.users", "context_get", None, {})
        uid = context.get("uid") if isinstance(context, dict) else None
        if not isinstance(uid, int):
            raise not_odoo()
        return uid

    def call(self, model: str, method: str, ids: Sequence[int] | None, arguments: Mapping[str, Any]) -> Any:
        body = plain(arguments)
        if ids is not None:
            body["ids"] = list(ids)
        headers = {"Authorization": f"bearer {self._key}", "Content-Type": "application/json"}
        if self._database:
            headers["X-Odoo-Database"] = self._database
        answer = self._http.post(f"/json/2/{model}/{method}", json.dumps(body).encode(), headers)
        value = _parsed(answer)
        if answer.status == 200:
            return value
        raise self._error(answer.status, value)

    def close(self) -> None:
        self._http.close()

    def _error(self, status: int, value: Any) -> OdooError:
        if not isinstance(value, dict) or not isinstance(value.get("name"), str):
            return of_status(status)
        error = of_class(value["name"], value.get("message", ""), (self._key,))
        # A class that we do not know, of a status that says more.
        return of_status(status) if isinstance(error, ServerFault) and status < 500 else error


def _parsed(answer: Answer) -> Any:
    if not answer.json:
        raise of_status(answer.status, answer.location) if answer.status != 200 else not_odoo()
    value, good = None, True
    try:
        value = json.loads(answer.content)
    except ValueError:
        good = False
    if not good:
        raise not_odoo()
    return value
