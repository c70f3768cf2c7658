"""Values of Odoo's rows: empty is `false` whatever the type, a many2one is `[id, name]`, numbers are floats."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from serving.odoo.connection import Row

_DIGITS = 12
"""Significant digits that a ratio of units keeps: 1/12 and 0.08333333333333333 are both twelve of something."""


def text(row: Row, *names: str) -> str | None:
    """The first of these fields that says something."""
    return next((value.strip() for name in names if isinstance(value := row.get(name), str) and value.strip()), None)


def one(row: Row, name: str) -> int | None:
    """Id of a many2one."""
    value = row.get(name)
    if isinstance(value, list | tuple):
        return int(value[0]) if value else None
    return int(value) if value else None


def many(row: Row, name: str) -> tuple[int, ...]:
    value = row.get(name)
    return tuple(int(v) for v in value) if isinstance(value, list | tuple) else ()


def flag(row: Row, name: str, default: bool) -> bool:
    """A boolean; `default` where the server has no such field."""
    value = row.get(name)
    return default if value is None else bool(value)


def number(row: Row, name: str) -> Decimal | None:
    """A float by the digits that it prints with: 0.1 is 0.1. None where the server has no such field."""
    value = row.get(name)
    return None if value is None else Decimal(repr(float(value))) if value is not False else Decimal(0)


def moment(row: Row, name: str) -> datetime | None:
    """A datetime, UTC without a zone."""
    value = text(row, name)
    return None if value is None else datetime.strptime(value[:19], "%Y-%m-%d %H:%M:%S")


def ratio(value: Decimal) -> Decimal:
    """Without the noise of binary fractions."""
    return Decimal(f"{value:.{_DIGITS}g}") if value else Decimal(0)


def plain(value: Any) -> Decimal:
    """0 where a number is missing."""
    return value if isinstance(value, Decimal) else Decimal(0)
