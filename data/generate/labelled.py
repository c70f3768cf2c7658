"""Words in reading order with truth, and the gold values that follow from them."""

from __future__ import annotations

from typing import Any

from data.fields import FIELDS, NO_FIELD
from data.generate.blocks import tag
from data.generate.drawing import Ink, Sheet
from data.labels import LabelledDocument
from data.rows import visual_rows
from data.schema import Box, Document, Page, Word

TYPED = frozenset(("date", "amount", "number", "currency", "unit"))


def order_sheet(sheet: Sheet, occurrences: list[int]) -> tuple[list[int], tuple[Word, ...]]:
    """Bring the ink of a sheet into reading order and give each visual row one role.

    Returns the occurrences in that order and the words as a reader of the page would give them.
    """
    ink = sheet.ink
    made = [Word(i.text, Box(i.x0, i.y0, i.x1, i.y1), i.size, i.bold) for i in ink]
    order: list[int] = []
    for row in visual_rows(made):
        _one_role(ink, row)
        order += row
    sheet.ink = [ink[i] for i in order]
    return [occurrences[i] for i in order], tuple([made[i] for i in order])


def _one_role(ink: list[Ink], row: list[int]) -> None:
    """An item's numbers decide over text that happens to stand beside them (`Tag.role` is that of the visual row)."""
    items = {ink[i].tag.line for i in row if ink[i].tag.role == "item"}
    if not items:
        return
    for i in row:
        t = ink[i].tag
        if t.role in ("lead", "continuation") and t.line in items:
            ink[i].tag = tag(t.field, "item", t.line)


def gold_of(
    sheets: list[Sheet], occurrences: list[list[int]], values: dict[str, str], lines: list[dict[str, Any]]
) -> dict[str, Any]:
    """Gold fields and lines of exactly what is printed.

    Typed values (dates, amounts, units) come from the plan; texts are the printed words of the most complete
    printing of the field, joined by single spaces.
    """
    runs: dict[tuple[str, int, int], list[str]] = {}
    cells: dict[int, dict[str, list[str]]] = {}
    pages: dict[int, int] = {}
    texts: dict[int, list[str]] = {}
    for number, (sheet, occs) in enumerate(zip(sheets, occurrences, strict=True), 1):
        for ink, occurrence in zip(sheet.ink, occs, strict=True):
            t = ink.tag
            if t.line >= 0:
                pages.setdefault(t.line, number)
                texts.setdefault(t.line, []).append(ink.text)
            if t.field == NO_FIELD:
                continue
            if t.field.startswith("line."):
                cells.setdefault(t.line, {}).setdefault(t.field[5:], []).append(ink.text)
            else:
                runs.setdefault((t.field, number, occurrence), []).append(ink.text)
    fields: dict[str, str] = {}
    for (name, _, _), words in runs.items():
        if FIELDS[name].kind in TYPED or name == "payment_terms":  # a sentence with a date that is a field of its own
            fields[name] = values[name]
        elif name not in fields or len(words) > len(fields[name].split()):
            fields[name] = " ".join(words).rstrip(",;")
    out: list[dict[str, Any]] = []
    for index, made in enumerate(lines):
        if index not in pages:
            continue
        printed = {name: _value(name, words, made["values"]) for name, words in cells.get(index, {}).items()}
        if made["kind"] in ("section", "comment", "subtotal"):
            printed = {"description": " ".join(texts[index])}
        elif made["kind"] == "item" and "quantity" in made["values"] and made.get("unit_inside"):
            printed["unit"] = made["values"]["unit"]
        out.append({"kind": made["kind"], "page": pages[index], "index": index, "fields": printed})
    return {"fields": fields, "all_lines": out}


def _value(name: str, words: list[str], values: dict[str, str]) -> str:
    if name in values and name != "description":
        return values[name]
    return " ".join(words)


def to_document(name: str, sheets: list[Sheet], words: list[tuple[Word, ...]]) -> LabelledDocument:
    """The words of the sheets (already in reading order) with their tags; gold is left empty."""
    pages = tuple(Page(n, s.width, s.height, w) for n, (s, w) in enumerate(zip(sheets, words, strict=True), 1))
    tags = tuple(tuple([i.tag for i in sheet.ink]) for sheet in sheets)
    return LabelledDocument(Document(name, "0" * 64, pages), tags, {})
