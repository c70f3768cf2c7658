"""Why a value is wrong: a cause for every cell that is not right, told from the words of the page and their labels.

The order of the questions is the order of reading: were the words there, did the network know them, did decoding put
them into the right line, was the value normalised. What an earlier step spoilt is not held against a later one.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Literal

from data.fields import FIELDS, NO_FIELD
from data.result import Place
from models.decode.reading import Reading, Run, places
from training.metrics import LOOSE, Judgement, judged_lines, plain, same, words
from training.printed import Printed, Span

Cause = Literal[
    "text", "not printed so", "role", "tag", "extent", "row assembly", "decoding", "normalisation", "missed",
    "invented", "unread",
]  # fmt: skip
CAUSES: dict[Cause, str] = {
    "text": "recognition did not give the words of the value",
    "not printed so": "a text layer, yet its words do not give the value: printed otherwise, or gold at fault",
    "role": "the value of another field of its kind: ship-to for buyer, net for gross, order date for delivery date",
    "tag": "the words are there and carry another field's label, or none while other words carry it",
    "extent": "too many or too few words",
    "row assembly": "read, but in another line, or in one that should not be there",
    "decoding": "the words carry the right label, and another value or none came out",
    "normalisation": "the right words, another value made of them",
    "missed": "the words are there without any label, and nothing was read",
    "invented": "read where the page says nothing, and nothing else accounts for it",
    "unread": "the document could not be read",
}
SLACK = 15.0
"""Points above and below the boxes of a line in which its other cells may stand."""


def related(a: str, b: str) -> bool:
    """True for two fields that can be taken for one another: the same kind, header with header, line with line."""
    x, y = FIELDS[a], FIELDS[b]
    loose = {"line.line_no", "line.description"}
    return a != b and x.kind == y.kind and x.line == y.line and not {a, b} & loose


@dataclass(frozen=True, slots=True)
class Wrong:
    """A cell that is not right: its cause, the label that the words of the right value carry, and where they stand."""

    cell: Judgement
    cause: Cause
    label: str = ""
    places: tuple[Place, ...] = ()


@dataclass
class Causes:
    """Causes of one judged document. `reading` is None where it could not be read."""

    result: Mapping[str, Any]
    gold: Mapping[str, Any]
    reading: Reading | None
    rows: list[dict[str, Any]] = field(init=False)

    def __post_init__(self) -> None:
        self.rows = judged_lines(self.gold)

    @cached_property
    def printed(self) -> Printed:
        assert self.reading is not None  # noqa: S101 - asked for only after `of` has looked
        return Printed(self.reading)

    def explain(self, cell: Judgement) -> Wrong:
        """Cause, label and place of a cell that is not right."""
        if self.reading is None:
            return Wrong(cell, "unread")
        if cell.verdict == "invented":
            return Wrong(cell, self._invented(cell))
        spans = self.printed.spans(cell.name, str(cell.gold))
        spans = self._near(cell, spans) or spans
        tags = [self.printed.tag(span) for span in spans]
        label = cell.name if cell.name in tags else next((t for t in tags if t != NO_FIELD), NO_FIELD if tags else "")
        best = next((span for span, tag in zip(spans, tags, strict=True) if tag == label), None)
        where = places(self.reading, Run((best,), 0.0, 0.0)) if best else ()
        return Wrong(cell, self._cause(cell, label), label, where)

    def _cause(self, cell: Judgement, label: str) -> Cause:
        """The cause where something is wrong or missing and the words of the right value carry `label`, if any."""
        if cell.verdict == "wrong" and (known := self._from_values(cell)):
            return known
        if not label:
            if cell.verdict == "wrong" and _same_digits(cell):
                return "normalisation"
            return "text" if self.printed.recognised() else "not printed so"
        if cell.verdict == "wrong" and _part(cell):
            return "extent"
        if label == cell.name:
            return "row assembly" if cell.name.startswith("line.") and self._elsewhere(cell) else "decoding"
        if label == NO_FIELD:
            return "missed" if cell.verdict == "missing" else "tag"
        return "role" if related(cell.name, label) else "tag"

    def _invented(self, cell: Judgement) -> Cause:
        bare = cell.name.removeprefix("line.")
        if cell.name.startswith("line."):
            if cell.row is not None and self._other_field(cell, self.rows[cell.row], "line."):
                return "role"
            return "row assembly" if any(_is(bare, row, cell.read) for row in self.rows) else "invented"
        return "role" if self._other_field(cell, self.gold["fields"], "") else "invented"

    def _from_values(self, cell: Judgement) -> Cause | None:
        bare = cell.name.removeprefix("line.")
        if cell.row is None:
            return "role" if self._other_field(cell, self.gold["fields"], "") else None
        if self._other_field(cell, self.rows[cell.row], "line."):
            return "role"
        others = [row for k, row in enumerate(self.rows) if k != cell.row]
        return "row assembly" if any(_is(bare, row, cell.read) for row in others) else None

    def _other_field(self, cell: Judgement, gold: Mapping[str, Any], prefix: str) -> bool:
        """True when what was read is the gold value of a field that this one can be taken for."""
        return any(
            prefix + name in FIELDS and related(cell.name, prefix + name) and same(name, value, cell.read)
            and not (cell.gold is not None and same(name, value, cell.gold))
            for name, value in gold.items() if value is not None
        )  # fmt: skip

    def _elsewhere(self, cell: Judgement) -> bool:
        """True when another line of the result holds the value, or the whole line is lost."""
        bare = cell.name.removeprefix("line.")
        read = (line["fields"].get(bare) for k, line in enumerate(self.result["lines"]) if k != cell.line)
        return cell.line is None or any(same(bare, cell.gold, plain(value)) for value in read if value)

    def _near(self, cell: Judgement, spans: list[Span]) -> list[Span]:
        """Of spans, those that stand where the cell's line was read."""
        if cell.line is None:
            return []
        boxes = [b for value in self.result["lines"][cell.line]["fields"].values() for b in value["boxes"]]
        reach: dict[int, tuple[float, float]] = {
            page: (min(b["y0"] for b in boxes if b["page"] == page) - SLACK,
                   max(b["y1"] for b in boxes if b["page"] == page) + SLACK)
            for page in {b["page"] for b in boxes}
        }  # fmt: skip
        reading = self.printed.reading

        def inside(span: Span) -> bool:
            low, high = reach.get(reading.page(span[0]), (1.0, 0.0))
            return low <= reading.box(span[0]).cy <= high

        return [span for span in spans if inside(span)]


def _is(bare: str, row: Mapping[str, Any], read: object) -> bool:
    """True when `read` is the gold value of field `bare` in `row`."""
    return bare in row and same(bare, row[bare], read)


def _same_digits(cell: Judgement) -> bool:
    gold, read = ("".join(c for c in str(v) if c.isdigit()) for v in (cell.gold, cell.read))
    if FIELDS[cell.name].kind == "date":
        return sorted(gold) == sorted(read)
    if FIELDS[cell.name].kind in ("amount", "number"):
        return bool(gold) and gold.strip("0") == read.strip("0")
    return False


def _part(cell: Judgement) -> bool:
    """True when one of gold and read holds the other: whole for codes and names, most words for loose texts."""
    a, b = words(cell.gold), words(cell.read)
    kind = FIELDS[cell.name].kind
    if kind in ("amount", "number", "date", "currency", "unit"):
        return False
    if kind == "address" or cell.name.removeprefix("line.") in LOOSE:
        small, large = sorted((set(a), set(b)), key=len)
        return len(small & large) >= 0.8 * len(small) > 0
    x, y = "".join(a), "".join(b)
    return bool(x) and bool(y) and (x in y or y in x)
