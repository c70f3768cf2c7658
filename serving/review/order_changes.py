"""What the page sends, made into changes: typed text read as a value of its field, every fault named with its field."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from data.errors import OrdermillError
from serving.desk.actions import Change
from serving.review import order_values
from serving.review.order_values import BadValue


class Sent(BaseModel):
    """One decision of the page. Of `value` (in the contract's form), `text` (as typed) and `none` one is given."""

    model_config = ConfigDict(extra="forbid")
    path: Annotated[str, Field(max_length=200)]
    value: Annotated[str, Field(max_length=order_values.LONGEST)] | None = None
    text: Annotated[str, Field(max_length=order_values.LONGEST)] | None = None
    none: bool = False
    boxes: Annotated[list[dict[str, float]], Field(max_length=200)] | None = None
    cells: Annotated[list[Sent], Field(max_length=20)] | None = None
    """The values of a line that is added; `path` is the line's."""


class Corrections(BaseModel):
    """All decisions of one clerk on one version of an order."""

    model_config = ConfigDict(extra="forbid")
    version: int
    changes: Annotated[list[Sent], Field(min_length=1, max_length=5000)]


@dataclass(frozen=True, slots=True)
class Fault:
    """A value that is none, at its field; `kind` names the sentence that says what would be one."""

    path: str
    kind: str


class Faults(OrdermillError):
    """Values were sent that are none."""

    code = "bad_value"

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__(f"{len(faults)} values cannot be read.", hint="Correct them; nothing was changed.")
        self.faults = tuple(faults)


def changes(sent: Sequence[Sent], result: Mapping[str, Any], language: str) -> list[Change]:
    """Raises `Faults`. `result` is the extraction that the decisions were made on."""
    made, faults = [], []
    for one in sent:
        try:
            made.append(_change(one, result, language))
        except BadValue as error:
            faults.append(Fault(error.path, error.kind))
    if faults:
        raise Faults(faults)
    return made


def _change(one: Sent, result: Mapping[str, Any], language: str) -> Change:
    where = order_values.path(one.path)
    lines = result.get("lines") or ()
    if where is None:
        return _bound(one, len(lines))
    if one.cells is not None:
        return Change(one.path, _line(one, result, language), None)
    if (where.field is None and not one.none) or (where.line is not None and where.line >= len(lines)):
        raise BadValue(one.path, "field")
    return Change(one.path, None if one.none else _value(one, language), _boxes(one))


def _bound(one: Sent, lines: int) -> Change:
    """A record of the master data for the customer or a line's product, by its id."""
    line = order_values.product_line(one.path)
    known = one.path == "customer" or (line is not None and line < lines)
    if not known or one.value is None or not (one.value.isascii() and one.value.isdigit()) or len(one.value) > 9:
        raise BadValue(one.path, "field")
    return Change(one.path, one.value, None)


def _value(one: Sent, language: str) -> str:
    if one.value is not None:
        return order_values.canonical(one.path, one.value)
    return order_values.typed(one.path, one.text or "", language)


def _boxes(one: Sent) -> list[dict[str, Any]] | None:
    if not one.boxes:
        return None
    sides = ("x0", "y0", "x1", "y1")
    if any(set(box) != {"page", *sides} or box["page"] < 1 for box in one.boxes):
        raise BadValue(one.path, "field")
    return [{"page": int(box["page"]), **{side: round(float(box[side]), 1) for side in sides}} for box in one.boxes]


def _line(one: Sent, result: Mapping[str, Any], language: str) -> str:
    """A new line as JSON: an item with the values that were typed, on the page where they were picked."""
    cells: dict[str, dict[str, Any]] = {}
    for cell in one.cells or ():
        where = order_values.path(cell.path)
        if where is None or where.field is None or where.line is None or cell.none:
            raise BadValue(cell.path, "field")
        text = cell.text if cell.text is not None else cell.value
        cells[where.field.name] = {"value": _value(cell, language), "text": text, "confidence": 1.0,
                                   "boxes": _boxes(cell) or [], "source": "person"}  # fmt: skip
    if not cells:
        raise BadValue(one.path, "line")
    pages = [box["page"] for value in cells.values() for box in value["boxes"]]
    last = [line["page"] for line in result.get("lines") or ()]
    page = pages[0] if pages else last[-1] if last else 1
    return json.dumps({"kind": "item", "page": page, "fields": cells}, ensure_ascii=False)
