"""What the three protocols have in common: one call of one method, arguments by name, plain values both ways."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any, Protocol

VALUES_ONLY = "vals_list"
"""Argument of `create`, which must be positional over the older protocols, as that of `write`."""


class Transport(Protocol):
    """One user of one database over one protocol. Thread safe. Raises `serving.odoo.errors` alone."""

    @property
    def protocol(self) -> str: ...

    def sign_in(self) -> int:
        """User id. Raises Denied (wrong key) and Missing (no such database)."""
        ...

    def call(self, model: str, method: str, ids: Sequence[int] | None, arguments: Mapping[str, Any]) -> Any:
        """Result of `model.method`. `ids` None for a method of the model; `context` is one of the arguments."""
        ...

    def close(self) -> None: ...


def plain(value: Any) -> Any:
    """A value as Odoo takes it: Decimals as floats, times in UTC without zone or T, sequences as lists."""
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, datetime):
        moment = value.astimezone(UTC) if value.tzinfo else value
        return moment.strftime("%Y-%m-%d %H:%M:%S")
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Mapping):
        return {str(k): plain(v) for k, v in value.items()}
    if isinstance(value, str | bytes):
        return value
    if isinstance(value, Sequence | set | frozenset):
        return [plain(v) for v in value]
    return value


def positional(
    ids: Sequence[int] | None, method: str, arguments: Mapping[str, Any]
) -> tuple[list[Any], dict[str, Any]]:
    """(args, kwargs) of `execute_kw`."""
    named = plain(arguments)
    args: list[Any] = [] if ids is None else [list(ids)]
    if method == "create":
        args.append(named.pop(VALUES_ONLY))
    if method == "write":
        args.append(named.pop("vals"))  # models name it `values` or `vals` as they please
    return args, named
