"""What was read from an e-document."""

from __future__ import annotations

from dataclasses import dataclass, field

from data.embedded.normal import normalise
from data.fields import FIELDS, DocumentType
from data.result import Check, Line, Value
from data.schema import Warning_

NO_PAGE = 0
"""`Line.page` of a line that stands on no page."""

Cell = str | tuple[str, str | None] | None
"""What stands in the XML: its text, or its text with the value that the caller made of it; None where nothing does."""


@dataclass(frozen=True, slots=True)
class EmbeddedResult:
    """Fields and lines of one e-document. All empty but the warnings where its XML could not be used."""

    format: str = ""
    """Standard and profile for people: Order-X COMFORT, ZUGFeRD 1.0 BASIC, UBL Order. Empty when nothing was read."""
    attachment: str = ""
    document_type: DocumentType | None = None
    fields: dict[str, Value] = field(default_factory=dict)
    lines: tuple[Line, ...] = ()
    warnings: tuple[Warning_, ...] = ()
    checks: tuple[Check, ...] = ()
    """What the XML itself says against taking it as it is: a cancelled document, a deleted line."""
    also: dict[tuple[int | None, str], tuple[str, ...]] = field(default_factory=dict)
    """Other values the XML states for a field, by 0-based line (None: header) and name: the gross price beside the net
    one, the trading name beside the registered one. A page that prints one of these does not differ."""

    @property
    def empty(self) -> bool:
        return not self.fields and not self.lines


class Collector:
    """Gathers values while an e-document is walked; `result` freezes them."""

    def __init__(self, attachment: str) -> None:
        self.attachment = attachment
        self.fields: dict[str, Value] = {}
        self.lines: list[Line] = []
        self.warnings: list[Warning_] = []
        self.checks: list[Check] = []
        self.also: dict[tuple[int | None, str], tuple[str, ...]] = {}

    def put(self, name: str, cell: Cell) -> None:
        """Set header field `name`, if there is something to set."""
        if (made := self._value(name, cell)) is not None:
            self.fields[name] = made

    def put_line(self, kind: str, cells: dict[str, Cell]) -> int:
        """Add a line with the cells that hold something. Returns its index."""
        values = {name: made for name, cell in cells.items() if (made := self._value(f"line.{name}", cell)) is not None}
        self.lines.append(Line(kind=kind, page=NO_PAGE, fields=values))
        return len(self.lines) - 1

    def alternative(self, line: int | None, name: str, raw: str | None) -> None:
        """Note another value that the XML states for a field, unless it is the field's own."""
        qualified = name if line is None else f"line.{name}"
        value = normalise(FIELDS[qualified].kind, raw) if raw else None
        own = (self.fields if line is None else self.lines[line].fields).get(name)
        if value is not None and (own is None or own.value != value):
            self.also[line, name] = (*self.also.get((line, name), ()), value)

    def object(self, line: int | None, message: str) -> None:
        """Note that the XML itself says that the document or a line is not to be taken as it is."""
        self.checks.append(Check("embedded_status", passed=False, message=message, line=line))

    def warn(self, code: str, message: str) -> None:
        self.warnings.append(Warning_(code, message))

    def result(self, format_name: str, document_type: DocumentType) -> EmbeddedResult:
        return EmbeddedResult(
            format=format_name, attachment=self.attachment, document_type=document_type, fields=self.fields,
            lines=tuple(self.lines), warnings=tuple(self.warnings), checks=tuple(self.checks), also=self.also,
        )  # fmt: skip

    def _value(self, name: str, cell: Cell) -> Value | None:
        if cell is None:
            return None
        field_ = FIELDS[name]
        raw, value = cell if isinstance(cell, tuple) else (cell, normalise(field_.kind, cell))
        if value is None:
            self.warn("embedded_value", f"{field_.title} in {self.attachment} is no {field_.kind}: {raw[:60]!r}.")
            return None
        return Value(value=value, text=raw, source="embedded")
