"""One user of one Odoo database: `connect` asks the server which protocol it speaks and gives a `Connection`."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Mapping, Sequence
from threading import Lock
from typing import Any, TypeVar

from serving.odoo.choose import choose
from serving.odoo.connection import Domain, Loaded, Names, Row
from serving.odoo.errors import Conflict, Denied, Missing, OdooError, Refused, ServerFault, Unreachable
from serving.odoo.names import names_of
from serving.odoo.settings import OdooSettings
from serving.odoo.wire import VALUES_ONLY, Transport

T = TypeVar("T")

ATTRIBUTES = ("type", "string", "relation", "required", "readonly", "store")
"""Not `selection`: to list it the server runs code of every module, on res.company that of all countries' charts."""
LONGEST_WAIT = 8.0
COLLISION = ("could not serialize access", "deadlock detected", "could not obtain lock")
"""`load` hands on PostgreSQL's own words where another call would raise; no code comes with them."""


def connect(settings: OdooSettings) -> OdooConnection:
    """Sign in. Raises SetupError where a setting is missing, else `serving.odoo.errors`."""
    transport, version = _repeated(lambda: choose(settings), settings.retries, _worth_reading_again)
    try:
        uid = _repeated(transport.sign_in, settings.retries, _worth_reading_again)
    except OdooError:
        transport.close()
        raise
    return OdooConnection(transport, settings, uid, version)


class OdooConnection:
    """See `Connection`. May be used by several threads at once; close it, or use it in a `with`."""

    def __init__(self, transport: Transport, settings: OdooSettings, uid: int, version: tuple[int, int]) -> None:
        self._transport = transport
        self._retries = settings.retries
        self._url, self._database = settings.url or "", settings.database or ""
        self._uid, self._version = uid, version
        self._fields: dict[str, Mapping[str, Mapping[str, Any]]] = {}
        self._names: Names | None = None
        self._lock = Lock()

    def __enter__(self) -> OdooConnection:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def __repr__(self) -> str:
        return f"<OdooConnection {self._url} {self._database} uid {self._uid} {self.protocol}>"

    def close(self) -> None:
        self._transport.close()

    @property
    def url(self) -> str:
        return self._url

    @property
    def database(self) -> str:
        return self._database

    @property
    def uid(self) -> int:
        return self._uid

    @property
    def version(self) -> tuple[int, int]:
        return self._version

    @property
    def protocol(self) -> str:
        """json2, jsonrpc or xmlrpc."""
        return self._transport.protocol

    @property
    def names(self) -> Names:
        if self._names is None:
            self._names = names_of(self.fields)
        return self._names

    def fields(self, model: str) -> Mapping[str, Mapping[str, Any]]:
        with self._lock:
            known = self._fields.get(model)
        if known is None:
            try:
                known = self._read(model, "fields_get", None, {"attributes": list(ATTRIBUTES)})
            except (Missing, Refused, Denied):
                known = {}
            with self._lock:
                self._fields[model] = known
        return known

    def search_read(
        self, model: str, domain: Domain, fields: Sequence[str], *,
        limit: int | None = None, offset: int = 0, order: str = "id", context: Mapping[str, Any] | None = None,
    ) -> list[Row]:  # fmt: skip
        arguments = {"domain": list(domain), "fields": list(fields), "offset": offset, "order": order,
                     "limit": limit if limit is not None else False}  # fmt: skip
        if limit is None:
            del arguments["limit"]
        rows: list[Row] = self._read(model, "search_read", None, arguments, context)
        return rows

    def search_count(self, model: str, domain: Domain, *, context: Mapping[str, Any] | None = None) -> int:
        return int(self._read(model, "search_count", None, {"domain": list(domain)}, context))

    def read(
        self, model: str, ids: Sequence[int], fields: Sequence[str], *, context: Mapping[str, Any] | None = None
    ) -> list[Row]:
        if not ids:
            return []
        rows = self._read(model, "read", ids, {"fields": list(fields)}, context)
        found = {row["id"]: row for row in rows}
        return [found[i] for i in dict.fromkeys(ids) if i in found]

    def create(self, model: str, values: Mapping[str, Any], *, context: Mapping[str, Any] | None = None) -> int:
        made = self._write(model, "create", None, {VALUES_ONLY: [dict(values)]}, context)
        return int(made[0] if isinstance(made, list) else made)

    def write(
        self, model: str, ids: Sequence[int], values: Mapping[str, Any], *, context: Mapping[str, Any] | None = None
    ) -> None:
        if ids:
            self._write(model, "write", ids, {"vals": dict(values)}, context)

    def load(
        self, model: str, fields: Sequence[str], rows: Sequence[Sequence[Any]], *,
        context: Mapping[str, Any] | None = None,
    ) -> Loaded:  # fmt: skip
        arguments = {"fields": list(fields), "data": [list(row) for row in rows]}
        answer = self._write(model, "load", None, arguments, context)
        messages = tuple(str(m.get("message", "")) for m in answer.get("messages", ()) if isinstance(m, dict))
        conflict = any(words in message for message in messages for words in COLLISION)
        return Loaded(tuple(answer.get("ids") or ()), messages, conflict)

    def call(
        self, model: str, method: str, ids: Sequence[int] = (), *, arguments: Mapping[str, Any] | None = None,
        context: Mapping[str, Any] | None = None, repeatable: bool = False,
    ) -> Any:  # fmt: skip
        ask = self._read if repeatable else self._write
        result = ask(model, method, ids or None, arguments or {}, context)
        if method == "message_post" and isinstance(result, list) and len(result) == 1:
            return result[0]  # a list from 19 on, the id alone before
        return result

    def call_on_none(self, model: str, method: str, arguments: Mapping[str, Any]) -> Any:
        """A method of records on no record at all; `call` without ids asks the model instead. May be repeated."""
        return self._read(model, method, [], arguments)

    def _read(self, *call: Any) -> Any:
        return _repeated(lambda: self._ask(*call), self._retries, _worth_reading_again)

    def _write(self, *call: Any) -> Any:
        return _repeated(lambda: self._ask(*call), self._retries, _safe_to_write_again)

    def _ask(
        self, model: str, method: str, ids: Sequence[int] | None, arguments: Mapping[str, Any],
        context: Mapping[str, Any] | None = None,
    ) -> Any:  # fmt: skip
        named = {**arguments, "context": dict(context)} if context else dict(arguments)
        return self._transport.call(model, method, ids, named)


def _worth_reading_again(error: OdooError) -> bool:
    return isinstance(error, Unreachable | Conflict | ServerFault) and error.code != "odoo_too_large"


def _safe_to_write_again(error: OdooError) -> bool:
    return error.safe_to_repeat or (isinstance(error, Unreachable) and not error.sent)


def _repeated(ask: Callable[[], T], retries: int, worth: Callable[[OdooError], bool]) -> T:
    """`ask()`, again after a random wait (full jitter, doubling) while the error is `worth` it."""
    for turn in range(retries):
        try:
            return ask()
        except OdooError as error:
            if not worth(error):
                raise
        time.sleep(random.uniform(0, min(LONGEST_WAIT, 0.25 * 2**turn)))  # noqa: S311 - no secret depends on it
    return ask()
