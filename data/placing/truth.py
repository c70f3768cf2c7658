"""What is right about a document: values, and for some of them the boxes that somebody pointed at."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from data.fields import FIELDS, LINE_KINDS
from data.result import Place
from data.schema import Box


@dataclass(frozen=True, slots=True)
class Given:
    """A right value. `boxes` say where it stands, where that is known; none for a value that was typed."""

    value: str
    boxes: tuple[Place, ...] = ()


@dataclass(frozen=True, slots=True)
class GivenLine:
    """A right line: kind as `data.fields.LINE_KINDS`, fields without the `line.` prefix."""

    kind: str
    fields: dict[str, Given]


@dataclass(frozen=True, slots=True)
class Truth:
    """All that is known to be right. `known` are the fields somebody looked for: of these, what is not given is not on
    the page. None means every field."""

    document_type: str | None
    fields: dict[str, Given]
    lines: tuple[GivenLine, ...] = ()
    known: frozenset[str] | None = field(default=None)

    def looked_for(self, name: str) -> bool:
        """True when nobody need wonder whether the page shows more of the qualified field `name`."""
        return self.known is None or name in self.known


def from_result(raw: Mapping[str, Any]) -> Truth:
    """The truth of a result as `Extraction.to_dict` gives it, after a person's corrections or read from XML.

    Values that follow from others (`source: derived`) are not printed and are left out.
    """
    fields = {n: _given(v) for n, v in (raw.get("fields") or {}).items() if n in FIELDS and _printed(v)}
    lines = []
    for line in raw.get("lines") or ():
        cells = {n: _given(v) for n, v in line["fields"].items() if f"line.{n}" in FIELDS and _printed(v)}
        kind = line.get("kind") or "item"
        lines.append(GivenLine(kind if kind in LINE_KINDS else "item", cells))
    return Truth((raw.get("document_type") or {}).get("value"), fields, tuple(lines))


def from_gold(gold: Mapping[str, Any]) -> Truth:
    """The truth of a gold file as the scorer reads it. An incomplete one speaks only of the fields it names."""
    rows = gold["lines"]
    kinds = gold.get("kinds") or [line.get("kind", "item") for line in rows]
    lines = tuple(
        GivenLine(kind, {n: Given(str(v)) for n, v in row.items() if f"line.{n}" in FIELDS})
        for kind, row in zip(kinds, rows, strict=True)
    )
    fields = {n: Given(str(v)) for n, v in gold["fields"].items() if n in FIELDS}
    kind = gold.get("document_type")
    return Truth(kind, fields, lines, _known(gold))


def _known(gold: Mapping[str, Any]) -> frozenset[str] | None:
    if not gold.get("complete"):
        lines = {f"line.{n}" for row in gold["lines"] for n in row}
        return frozenset(set(gold["fields"]) | lines)
    header, line = gold.get("annotated"), gold.get("line_annotated")
    out = {n for n in FIELDS if not n.startswith("line.") and (header is None or n in header)}
    out |= {n for n in FIELDS if n.startswith("line.") and (line is None or n[5:] in line)}
    out -= set(gold.get("skip", ())) | {f"line.{n}" for n in gold.get("line_skip", ())}
    return None if len(out) == len(FIELDS) else frozenset(out)


def _printed(value: Mapping[str, Any] | None) -> bool:
    return bool(value) and value.get("value") not in (None, "") and value.get("source") != "derived"  # type: ignore[union-attr]


def _given(value: Mapping[str, Any]) -> Given:
    boxes = tuple(
        Place(int(b["page"]), Box(b["x0"], b["y0"], b["x1"], b["y1"])) for b in value.get("boxes") or () if "x0" in b
    )
    return Given(str(value["value"]), boxes)
