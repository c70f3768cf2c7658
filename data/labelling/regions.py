"""One page: values with boxes to Label Studio's regions, and regions back to values.

Sizes in results are per cent of the page. A rectangle, its line number, kind and value share one id.
"""

from __future__ import annotations

import hashlib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from data.fields import FIELDS, LINE_KINDS
from data.labelling.config import FIELD, KIND, LINE, PAGE, TYPE, VALUE
from data.result import Extraction, Place, Value
from data.rows import visual_rows
from data.schema import Box, Document, Page
from data.values import text as texts
from data.values.habits import Habits, decide
from data.values.normalise import normalise

JOINED = frozenset({"text", "name", "address"})
"""Kinds whose rectangles on a page are one value together; of the others each rectangle prints the value anew."""
Key = tuple[str, int | None]
"""Qualified field and, for a line field, the number of its line from 1."""


@dataclass(frozen=True, slots=True)
class Found:
    """What one annotation says of a page."""

    values: dict[Key, Value]
    kinds: dict[int, str]
    """Of lines by number; a line that is not named is an item."""
    document_type: str | None
    faults: tuple[str, ...] = ()
    """What the annotator has to put right, each a sentence."""


@dataclass(slots=True)
class _Region:
    box: Box
    name: str = ""
    line: int | None = None
    kind: str | None = None
    typed: str = ""
    words: tuple[int, ...] = ()


def regions(page: Page, result: Extraction) -> list[dict[str, Any]]:
    """Pre-annotations of a page: what Label Studio takes as `result` of a prediction."""
    out: list[dict[str, Any]] = []
    if result.document_type and page.number == 1:
        out.append({"id": _id(TYPE), "from_name": TYPE, "to_name": PAGE, "type": "choices",
                    "value": {"choices": [result.document_type]}})  # fmt: skip
    kinds = {k: line.kind for k, line in enumerate(result.lines, 1)}
    for (name, line), value in _every(result):
        for k, box in enumerate(_boxes(page, value)):
            region = _id(f"{name}|{line}|{page.number}|{k}")
            where = _percent(page, box)
            common = {"id": region, "to_name": PAGE, "image_rotation": 0,
                      "original_width": round(page.width), "original_height": round(page.height)}  # fmt: skip
            rectangle = {**common, "from_name": FIELD, "type": "rectanglelabels",
                         "value": {**where, "rectanglelabels": [name]}}  # fmt: skip
            out.append(rectangle if value.confidence is None else {**rectangle, "score": round(value.confidence, 4)})
            told = {LINE: str(line) if line else "", VALUE: value.value if k == 0 else ""}
            out += [
                {**common, "from_name": n, "type": "textarea", "value": {**where, "text": [t]}}
                for n, t in told.items()
                if t
            ]
            if line and k == 0 and kinds[line] != "item":
                out.append(
                    {**common, "from_name": KIND, "type": "choices", "value": {**where, "choices": [kinds[line]]}}
                )
    return out


def found(document: Document, number: int, results: Sequence[Mapping[str, Any]], read: Extraction) -> Found:
    """What an annotation of page `number` (1-based) says; `read` is what was offered as pre-annotation."""
    page = next(p for p in document.pages if p.number == number)
    kept, chosen, faults = _gather(page, results)
    faults += _number(page, kept)
    offered = dict(_every(read))
    habits = decide(document)
    groups: dict[Key, list[_Region]] = defaultdict(list)
    for region in kept:
        if region.line is not None or not FIELDS[region.name].line:
            groups[region.name, region.line].append(region)
    values: dict[Key, Value] = {}
    for key, group in groups.items():
        value = _value(page, key[0], group, offered.get(key), habits)
        if value is None:
            faults.append(
                f"page {number}: {_named(key)} prints no value of its kind; type the value or take the box away"
            )
        else:
            values[key] = value
    kinds = {r.line: r.kind for r in kept if r.line is not None and r.kind}
    return Found(values, kinds, chosen, tuple(dict.fromkeys(faults)))


def _every(result: Extraction) -> Iterator[tuple[Key, Value]]:
    """All values that are printed somewhere."""
    yield from (((n, None), v) for n, v in result.fields.items() if v.boxes and n in FIELDS)
    for k, line in enumerate(result.lines, 1):
        yield from (((f"line.{n}", k), v) for n, v in line.fields.items() if v.boxes and f"line.{n}" in FIELDS)


def _boxes(page: Page, value: Value) -> list[Box]:
    """One box a value where it holds no other word, else its boxes: fewer rectangles are checked faster."""
    mine = [b.box for b in value.boxes if b.page == page.number]
    if len(mine) < 2:
        return mine
    whole = mine[0]
    for box in mine[1:]:
        whole = whole.union(box)
    return [whole] if set(_inside(page, [whole])) == set(_inside(page, mine)) else mine


def _gather(page: Page, results: Sequence[Mapping[str, Any]]) -> tuple[list[_Region], str | None, list[str]]:
    """Rectangles with what was said of each, and the type of the document."""
    by_id: dict[str, _Region] = {}
    chosen, faults = None, []
    for raw in results:
        value, name = raw.get("value") or {}, raw.get("from_name")
        if name == TYPE:
            chosen = next(iter(value.get("choices") or ()), None)
            continue
        if "x" not in value:
            continue
        region = by_id.setdefault(str(raw["id"]), _Region(_points(page, value)))
        if name == FIELD:
            region.name = next(iter(value.get("rectanglelabels") or ()), "")
            region.box = _points(page, value)
        elif name == KIND:
            region.kind = next((c for c in value.get("choices") or () if c in LINE_KINDS), None)
        elif name == VALUE:
            region.typed = " ".join(value.get("text") or ()).strip()
        elif name == LINE:
            said = "".join(value.get("text") or ()).strip().rstrip(".")
            region.line = int(said) if said.isdecimal() and int(said) > 0 else None
            if said and region.line is None:
                faults.append(f"page {page.number}: {said!r} is no line number")
    for region in by_id.values():
        if region.name not in FIELDS:
            faults.append(f"page {page.number}: a box has the label {region.name or 'none'!r}, which is no field")
        region.words = tuple(_inside(page, [region.box]))
    kept = [r for r in by_id.values() if r.name in FIELDS]
    for region in kept:
        if not FIELDS[region.name].line:
            region.line = region.kind = None
    return kept, chosen, faults


def _number(page: Page, kept: list[_Region]) -> list[str]:
    """Give line fields without a number that of the one line whose numbered boxes stand in the same rows."""
    numbered = [r for r in kept if r.line is not None]
    faults = []
    for region in kept:
        if FIELDS[region.name].line and region.line is None:
            beside = {r.line for r in numbered if r.box.y0 < region.box.cy < r.box.y1
                      or region.box.y0 < r.box.cy < region.box.y1}  # fmt: skip
            if len(beside) == 1:
                region.line = beside.pop()
            else:
                faults.append(f"page {page.number}: {region.name} at {region.box.y0:.0f} points needs its line number")
    return faults


def _value(page: Page, name: str, group: list[_Region], offered: Value | None, habits: Habits) -> Value | None:
    """The value of the boxes of one field; None where they print none and none was typed."""
    kind = FIELDS[name].kind
    words = {w for region in group for w in region.words}
    same = offered is not None and words == set(_inside(page, [b.box for b in offered.boxes if b.page == page.number]))
    typed = next((r.typed for r in group if r.typed), "")
    printed = _print(page, words)
    if typed and (offered is None or typed != offered.value or same):
        value: str | None = typed
    elif same and offered is not None:
        value = offered.value
    else:  # the box was moved, the value beside it is that of the old place
        parts = (
            [group] if kind in JOINED else [[region] for region in sorted(group, key=lambda r: (r.box.y0, r.box.x0))]
        )
        told = [normalise(kind, _print(page, {w for r in part for w in r.words}), habits) for part in parts]
        value = next((t for t in told if t), None) or normalise(kind, printed, habits) or typed or None
    if not value:
        return None
    return Value(value, printed, 1.0, tuple(Place(page.number, region.box) for region in group), "person")


def _print(page: Page, words: Iterable[int]) -> str:
    """The words as they are read, row by row."""
    chosen = sorted(words)
    rows = visual_rows([page.words[w] for w in chosen])
    return texts.join([" ".join(page.words[chosen[k]].text for k in row) for row in rows])


def _inside(page: Page, boxes: Sequence[Box]) -> list[int]:
    return [
        k for k, word in enumerate(page.words)
        if any(b.x0 <= word.box.cx <= b.x1 and b.y0 <= word.box.cy <= b.y1 for b in boxes)
    ]  # fmt: skip


def _percent(page: Page, box: Box) -> dict[str, float]:
    w, h = page.width / 100, page.height / 100
    return {"x": round(box.x0 / w, 4), "y": round(box.y0 / h, 4), "width": round(box.width / w, 4),
            "height": round(box.height / h, 4), "rotation": 0}  # fmt: skip


def _points(page: Page, value: Mapping[str, Any]) -> Box:
    w, h = page.width / 100, page.height / 100
    x, y = float(value["x"]), float(value["y"])
    return Box(x * w, y * h, (x + float(value["width"])) * w, (y + float(value["height"])) * h)


def _id(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:10]


def _named(key: Key) -> str:
    return key[0] if key[1] is None else f"{key[0]} of line {key[1]}"
