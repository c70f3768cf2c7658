"""How an order differs from another with the same number: every value, by the path that a correction would name."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

MOST = 100


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[dict[str, Any]]:
    """`{path, before, after}` of each value that differs, at most `MOST`; None where one has no such value.

    Both are results as `Extraction.to_dict` prints them. Lines are compared in their order: an inserted one moves
    those behind it.
    """
    earlier, later = dict(_values(before)), dict(_values(after))
    paths = [path for path in {**earlier, **later} if earlier.get(path) != later.get(path)]
    return [{"path": p, "before": earlier.get(p), "after": later.get(p)} for p in paths[:MOST]]


def _values(result: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name, value in (result.get("fields") or {}).items():
        yield f"fields.{name}", value["value"]
    for k, line in enumerate(result.get("lines") or []):
        for name, value in line["fields"].items():
            yield f"lines.{k}.fields.{name}", value["value"]
