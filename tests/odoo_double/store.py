"""Records in memory: fields, domains, reading as Odoo reads (false for empty, [id, name] for many2one)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import partial
from typing import Any

from tests.odoo_double.faults import Bug, MissingError

Row = dict[str, Any]
M2O, X2M = "many2one", ("one2many", "many2many")
_DATE = re.compile(r"\d{4}-\d\d-\d\d(?: \d\d:\d\d(?::\d\d)?)?")


class Store:
    """Tables of one database of one version, without rights or rules of the business."""

    def __init__(self, version: int, fields: dict[str, dict[str, tuple[str, str]]]) -> None:
        self.version, self.fields = version, fields
        self.rows: dict[str, dict[int, Row]] = {model: {} for model in fields}
        self.names: dict[str, int] = {}
        self.stock = "assigned"
        """State in which pickings begin: `confirmed` where the goods are not there."""

    def insert(self, model: str, /, **values: Any) -> int:
        table = self.rows[model]
        number = values.pop("id", None) or max(table, default=0) + 1
        table[number] = {"id": number, "write_date": "2026-01-01 00:00:00", "active": True, **values}
        return int(number)

    def one(self, model: str, number: int) -> Row:
        row = self.rows[model].get(number)
        if row is None:
            raise MissingError(f"Record does not exist or has been deleted.\n(Record: {model}({number},))")
        return row

    def check_values(self, model: str, values: Row) -> None:
        """ValueError for unknown fields and for dates that are no dates."""
        for name, value in values.items():
            if name not in self.fields[model]:
                raise Bug(f"Invalid field {name!r} on model {model!r}")
            if self.fields[model][name][0] in {"date", "datetime"} and value is not None and value is not False:
                if value == "" and self.version >= 19:
                    values[name] = False
                elif not isinstance(value, str) or not _DATE.fullmatch(value):
                    raise Bug(f"time data {value!r} does not match format '%Y-%m-%d %H:%M:%S'")
                elif self.fields[model][name][0] == "datetime" and len(value) == len("2026-01-01"):
                    values[name] = f"{value} 00:00:00"

    def shown(self, model: str, row: Row, names: Iterable[str]) -> Row:
        out: Row = {"id": row["id"]}
        for name in names or self.fields[model]:
            if name != "id":
                if name not in self.fields[model]:
                    raise Bug(f"Invalid field {name!r} on model {model!r}")
                out[name] = self._shown(model, name, row)
        return out

    def _shown(self, model: str, name: str, row: Row) -> Any:
        kind, relation = self.fields[model][name]
        value = row.get(name)
        if kind == M2O:
            return [value, self.label(relation, value)] if value else False
        if kind in X2M:
            return list(value or [])
        if name == "display_name":
            return self.label(model, row["id"])
        if kind == "boolean":
            return bool(value)
        if kind in {"integer", "float", "monetary"}:
            return value or 0
        return False if value in (None, "") else value

    def label(self, model: str, number: int) -> str:
        row = self.rows.get(model, {}).get(number, {})
        code = row.get("default_code")
        return f"[{code}] {row.get('name')}" if code else str(row.get("name") or f"{model},{number}")

    def search(self, model: str, domain: list[Any], active_test: bool = True) -> list[Row]:
        match = self._compiled(model, domain)
        hide = active_test and "active" in self.fields[model] and not _mentions(domain, "active")
        return [r for r in self.rows[model].values() if match(r) and not (hide and not r.get("active"))]

    def _compiled(self, model: str, domain: list[Any]) -> Callable[[Row], bool]:
        stack: list[Callable[[Row], bool]] = []
        for term in reversed(domain):
            if term == "!":
                inner = stack.pop()
                stack.append(_not(inner))
            elif term in ("&", "|"):
                a, b = stack.pop(), stack.pop()
                stack.append(_both(a, b) if term == "&" else _either(a, b))
            else:
                path, op, value = term
                stack.append(partial(self._term, model, path, op, value))
        return lambda r: all(test(r) for test in stack)

    def _term(self, model: str, path: str, op: str, value: Any, row: Row) -> bool:
        return self._holds(model, row, path, op, value)

    def _holds(self, model: str, row: Row, path: str, op: str, value: Any) -> bool:
        name, _, rest = path.partition(".")
        if name not in self.fields[model] and name != "id":
            raise Bug(f"Invalid field {model}.{name} in condition {(path, op, value)!r}")
        kind, relation = self.fields[model].get(name, ("integer", ""))
        have = row.get(name) or False
        if rest:
            inner = self.rows[relation].get(have) if kind == M2O and have else None
            return bool(inner) and self._holds(relation, inner or {}, rest, op, value)
        if op == "child_of":
            return self._below(relation or model, have if kind == M2O else row["id"], value)
        if kind in X2M:
            return bool(
                set(have if isinstance(have, list) else []) & set(value if isinstance(value, list) else [value])
            ) is (op in ("=", "in"))
        return _compare(have, op, value)

    def _below(self, model: str, number: Any, tops: Any) -> bool:
        wanted = set(tops if isinstance(tops, list) else [tops])
        while number:
            if number in wanted:
                return True
            number = self.rows[model].get(number, {}).get("parent_id")
        return False


Test = Callable[[Row], bool]


def _not(test: Test) -> Test:
    return lambda row: not test(row)


def _both(one: Test, two: Test) -> Test:
    return lambda row: one(row) and two(row)


def _either(one: Test, two: Test) -> Test:
    return lambda row: one(row) or two(row)


def _mentions(domain: list[Any], name: str) -> bool:
    return any(isinstance(term, list | tuple) and term[0] == name for term in domain)


def _compare(have: Any, op: str, value: Any) -> bool:
    if op == "=":
        return bool(have == value) or (not have and not value)
    if op == "!=":
        return not _compare(have, "=", value)
    if op in ("in", "not in"):
        return any(_compare(have, "=", v) for v in value) is (op == "in")
    if op in ("ilike", "=ilike", "like", "=like"):
        a, b = str(have or "").casefold(), str(value or "").casefold()
        return a == b if op.startswith("=") else b in a
    if have is False:
        return False
    return bool({">": have > value, ">=": have >= value, "<": have < value, "<=": have <= value}[op])
