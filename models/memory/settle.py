"""Two readings of one document, the model's alone and with the memory, to one.

Field by field the surer one counts, the memory's confidence by its record on the layout, the model's by its calibration
and its record there. Arithmetic stands above both: values of the memory that break a sum which the model's kept are
left.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from data.result import Extraction, Line, Value
from models.memory.layout import Layout

FACTORS = ("quantity", "unit_price", "price_base_quantity", "discount_percent", "line_amount")
TOTALS = ("total_net", "total_tax", "total_gross")


def settle(
    alone: Extraction, recalled: Extraction, layout: Layout, again: Callable[[Extraction], Extraction]
) -> Extraction:
    """One result of both. `again` checks a mixed one anew."""
    lines, mixed_lines = _lines(alone, recalled, layout)
    keep_totals = bool(_held(alone) - _held(recalled))
    fields: dict[str, Value] = {}
    for name in {**alone.fields, **recalled.fields}:
        ours, theirs = alone.fields.get(name), recalled.fields.get(name)
        taken = _choose(name, ours, theirs, alone, layout, keep=keep_totals and name in TOTALS)
        if taken is not None:
            fields[name] = taken
    order = {n: k for k, n in enumerate((*recalled.fields, *alone.fields))}
    fields = dict(sorted(fields.items(), key=lambda f: order[f[0]]))
    out = replace(recalled, fields=fields, lines=lines)
    values = {n: v.value for n, v in fields.items()}
    if values != {n: v.value for n, v in recalled.fields.items()} or mixed_lines:
        out = again(out)
    return _sure(out, alone, layout)


def _choose(
    name: str, ours: Value | None, theirs: Value | None, alone: Extraction, layout: Layout, *, keep: bool
) -> Value | None:
    """The model's value, the memory's, or none."""
    if name in layout.off:
        return ours
    if layout.complete and name not in layout.seen:
        # no remembered document shows the field: the model's word alone, where it is surer than that
        mine = layout.model_confidence(name, ours.confidence) if ours is not None else 0.0
        return ours if mine > layout.confidence(name) else None
    if keep or (theirs is None and ours is not None):
        return ours  # that it was not found again where the layout has it does not speak against the model's
    if ours is not None and theirs is not None and ours.value == theirs.value:
        best = max(layout.model_confidence(name, ours.confidence), layout.confidence(name))
        return replace(ours, confidence=None if ours.confidence is None else max(best, ours.confidence))
    said = ours.confidence if ours is not None else alone.absent.get(name, 0.5)
    if layout.model_confidence(name, said) >= layout.confidence(name):
        return ours
    return None if theirs is None else _own(theirs, layout.confidence(name))


def _own(value: Value, confidence: float) -> Value:
    return replace(value, source="memory", confidence=confidence)


def _held(extraction: Extraction) -> set[str]:
    """Sums of the totals that hold."""
    return {c.code for c in extraction.checks if c.passed and c.line is None} & {"totals", "sum_of_lines"}


def _breaks(alone: Extraction, recalled: Extraction, codes: tuple[str, ...]) -> bool:
    """True when a sum of the document fails with the memory and holds without it."""
    good = {c.code for c in alone.checks if c.passed and c.line is None}
    bad = {c.code for c in recalled.checks if not c.passed and c.line is None}
    return bool(good & bad & set(codes))


def _lines(alone: Extraction, recalled: Extraction, layout: Layout) -> tuple[tuple[Line, ...], bool]:
    """The lines that count, and whether they are not just the memory's."""
    if _breaks(alone, recalled, ("sum_of_lines",)) or not recalled.lines:
        return alone.lines, True
    held, fails = _products(alone, passed=True), _products(recalled, passed=False)
    by_place = {_place(line): k for k, line in enumerate(alone.lines)}
    out, mixed = [], False
    for k, line in enumerate(recalled.lines):
        if layout.complete and set(line.fields) <= {"description"} and line.kind in ("item", "charge"):
            mixed = True  # every line that was corrected has more than a text: this is a caption
            continue
        twin = by_place.get(_place(line))
        mine = {} if twin is None else alone.lines[twin].fields
        theirs = line.fields
        if k in fails and twin in held:
            theirs = {n: v for n, v in theirs.items() if n not in FACTORS} | {n: mine[n] for n in FACTORS if n in mine}
            mixed = True
        cells = {n: c for n in {**theirs, **mine} if (c := _cell(n, mine.get(n), theirs.get(n), layout))}
        mixed |= {n: c.value for n, c in cells.items()} != {n: c.value for n, c in line.fields.items()}
        out.append(Line(line.kind, line.page, cells))
    return tuple(out), mixed


def _products(extraction: Extraction, *, passed: bool) -> set[int | None]:
    """Lines whose own product holds, or fails."""
    return {c.line for c in extraction.checks if c.code == "line_amount" and c.passed == passed}


def _cell(name: str, ours: Value | None, theirs: Value | None, layout: Layout) -> Value | None:
    """A cell of a line that both read: a column the layout never had stays empty, one it has is filled by either."""
    full = f"line.{name}"
    if full in layout.off:
        return ours
    if theirs is not None and name == "price_base_quantity" and theirs.value in ("1", "1.0", "1.00", "1.000"):
        theirs = None  # a price per one is what prices are without it; columns of price units print it all the same
    if theirs is None:
        return ours if full in layout.seen else None
    if ours is None:
        return _own(theirs, layout.confidence(full))
    if ours.value == theirs.value:
        best = max(layout.confidence(full), ours.confidence or 0.0)
        return replace(ours, confidence=None if ours.confidence is None else best)
    if layout.model_confidence(full, ours.confidence) >= layout.confidence(full):
        return ours
    return _own(theirs, layout.confidence(full))


def _place(line: Line) -> tuple[int, int]:
    """Page and height of the numbers of a line."""
    boxes = [v.boxes[0] for n, v in line.fields.items() if n != "description" and v.boxes]
    boxes = boxes or [v.boxes[0] for v in line.fields.values() if v.boxes]
    return (boxes[0].page, round(boxes[0].box.cy / 4)) if boxes else (line.page, -1)


def _sure(result: Extraction, alone: Extraction, layout: Layout) -> Extraction:
    """The order is no surer than the surest reading of all of it allows."""
    sure = [v.confidence for v in result.fields.values() if v.source == "memory" and v.confidence is not None]
    sure += [v.confidence for line in result.lines for v in line.fields.values()
             if v.source == "memory" and v.confidence is not None]  # fmt: skip
    if result.order_confidence is None or not sure:
        return result
    return replace(result, order_confidence=min(result.order_confidence, *sure))
