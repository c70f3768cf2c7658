"""What else a value may be: other readings, what the page prints nearby, what the master data has."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Literal

from data.result import Place
from data.schema import Box
from serving.review.order_finds import Finds
from serving.review.order_sums import adds_up
from serving.review.order_values import NUMERIC, Path, shown

MOST: Final = 8
"""Candidates of one value: keys 2 to 9, for 1 takes the value itself."""

Origin = Literal["read", "sum", "field", "page", "master"]


@dataclass(frozen=True, slots=True)
class Candidate:
    """One choice. `value` as the contract has it; `note` says where it stands or what it is called."""

    value: str
    shown: str
    origin: Origin
    note: str = ""
    boxes: tuple[dict[str, Any], ...] = ()
    path: str = ""
    """Where the value goes, if not into the field it stands beside."""


def candidates(
    where: Path, value: Mapping[str, Any], result: Mapping[str, Any], finds: Finds, language: str,
    master: Iterable[Candidate] = (),
) -> tuple[Candidate, ...]:  # fmt: skip
    """Choices for one value, the likeliest first: what the model read besides, master data, then the page."""
    if where.field is None:
        return ()
    kind = where.field.kind
    found = [*_read(value, kind, language), *master]
    even = adds_up(where, result)
    if even is not None:
        found.append(Candidate(even, shown(kind, even, language), "sum"))
    place = _cell(where, result) or _place(value) or _row(where, result)
    if kind in ("name", "address", "text"):
        found += _other_fields(where, kind, result, language)
    else:
        found += [
            Candidate(f.value, shown(kind, f.value, language), "page", f.text, tuple(p.to_dict() for p in f.places))
            for f in finds.near(kind, place, MOST + 1)
        ]
    own = value.get("value")
    seen: dict[tuple[str, str], Candidate] = {}
    for one in found:
        key = (one.path, _plain(one.value) if kind in NUMERIC else one.value)
        if key[1] != (_plain(own) if own and kind in NUMERIC else own) or one.path:
            # What the page prints counts for its digits: "12.00" is chosen, not the "12" that would add up.
            printed = key in seen and seen[key].origin == "sum" and one.origin == "page"
            seen[key] = one if printed else seen.setdefault(key, one)
    return tuple(seen.values())[:MOST]


def _plain(value: str) -> str:
    """Numbers that differ in nothing but zeros at their end are one."""
    return value.rstrip("0").rstrip(".") if "." in value else value


def customers(preview: Mapping[str, Any], path: str) -> list[Candidate]:
    """Customers of the master data that may be meant; choosing one binds the order to it."""
    match = (preview.get("matches") or {}).get("customer") or {}
    return [_master(c, path) for c in match.get("candidates", ())]


def products(preview: Mapping[str, Any], line: int, path: str) -> list[Candidate]:
    """Products that a line may mean."""
    lines = (preview.get("matches") or {}).get("lines") or ()
    match: Mapping[str, Any] = next((m["product"] for m in lines if m["line"] == line), {})
    return [_master(c, path) for c in match.get("candidates", ())]


def _master(raw: Mapping[str, Any], path: str) -> Candidate:
    reasons = ", ".join(r["text"] for r in raw.get("reasons", ()) if r.get("weight", 0) > 0)
    barred = ", ".join(raw.get("bars", ()))
    return Candidate(str(raw["id"]), raw["label"], "master", barred or reasons, (), path)


def _read(value: Mapping[str, Any], kind: str, language: str) -> list[Candidate]:
    return [Candidate(other, shown(kind, other, language), "read") for other in value.get("candidates") or ()]


def _other_fields(where: Path, kind: str, result: Mapping[str, Any], language: str) -> list[Candidate]:
    """Values that stand in other fields of the kind: buyer and seller taken for each other, for instance."""
    if where.line is not None or where.field is None:
        return []
    tail = where.field.name.rpartition(".")[2]
    return [
        Candidate(v["value"], shown(kind, v["value"], language), "field", name, tuple(v.get("boxes") or ()))
        for name, v in (result.get("fields") or {}).items()
        if name != where.field.name and name.rpartition(".")[2] == tail and "." in name
    ]


def place_of(raw: Mapping[str, Any]) -> Place:
    return Place(int(raw["page"]), Box(raw["x0"], raw["y0"], raw["x1"], raw["y1"]))


def _place(value: Mapping[str, Any]) -> Place | None:
    boxes = value.get("boxes") or ()
    return place_of(boxes[0]) if boxes else None


def _cell(where: Path, result: Mapping[str, Any]) -> Place | None:
    """Where row and column of a table cross: a value that was taken from elsewhere is looked for at its own place."""
    row = _row(where, result)
    if row is None or where.field is None:
        return None
    name = where.field.name
    column = [_place(line["fields"][name]) for line in result["lines"] if name in line["fields"]]
    across = sorted(place.box.cx for place in column if place is not None)
    if len(across) < 3:
        return None
    x = across[len(across) // 2]
    return Place(row.page, Box(x, row.box.y0, x, row.box.y1))


def _row(where: Path, result: Mapping[str, Any]) -> Place | None:
    """Where most other values of its line stand, for a value that is missing there or was taken from elsewhere."""
    lines = result.get("lines") or ()
    if where.line is None or where.line >= len(lines) or where.field is None:
        return None
    others = [_place(value) for name, value in lines[where.line]["fields"].items() if name != where.field.name]
    places = sorted((p for p in others if p is not None), key=lambda p: (p.page, p.box.cy))
    return places[len(places) // 2] if places else None
