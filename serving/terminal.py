"""A result as tables for the terminal."""

from __future__ import annotations

from typing import TextIO

from rich import box
from rich.console import Console, Group, RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from data.fields import HEADER, LINE
from data.result import Extraction, Line, Value
from serving.words import certainty, percent

INCOMPLETE = 0.85
"""Below this completeness the reader is told that lines may be missing; the same as in `web/values.js`."""

_RIGHT = {"quantity", "unit_price", "price_base_quantity", "discount_percent", "tax_rate", "line_amount", "line_no"}
_SHORT = {
    "line_no": "Pos.", "buyer_article_no": "Buyer's no.", "supplier_article_no": "Supplier's no.",
    "price_base_quantity": "Per", "discount_percent": "Disc. %", "tax_rate": "Tax %", "line_amount": "Amount",
    "unit_price": "Price", "delivery_date": "Delivery",
}  # fmt: skip
_TYPES = {"order_change": "order change", "order_response": "order confirmation", "credit_note": "credit note"}


def show(result: Extraction, out: TextIO) -> None:
    """Print one result; colours where `out` is a terminal."""
    # Into a pipe rich would squeeze tables into 80 columns and fill every row up with blanks.
    console = Console(file=out, highlight=False, width=None if out.isatty() else 140)
    with console.capture() as captured:
        _print(result, console)
    text = captured.get()
    out.write(text if out.isatty() else "".join(row.rstrip() + "\n" for row in text.splitlines()))
    out.flush()


def _print(result: Extraction, console: Console) -> None:
    console.print(_title(result))
    if result.parts:
        _several(result, console)
    elif result.error:
        console.print(Text("  " + result.error.message, "red"))
        if result.error.hint:
            console.print(Text("  " + result.error.hint))
    else:
        console.print(Padding(Group(*_parts(result)), (0, 0, 0, 2)))
    console.print()


def _several(result: Extraction, console: Console) -> None:
    """Each document of the file under its pages."""
    for part in result.parts:
        console.print(Text(f"  pages {part.pages[0]} to {part.pages[-1]}", "bold"))
        console.print(Padding(Group(_title(part.result), *_parts(part.result)), (0, 0, 1, 4)))


def _title(result: Extraction) -> Text:
    title = Text(result.file, "bold")
    if result.error:
        return title.append(f"  not read ({result.error.code})", "bold red")
    kind = _TYPES.get(result.document_type or "", result.document_type or "type unknown")
    facts = [kind, result.language, f"{result.pages} page{'s' * (result.pages != 1)}", " + ".join(result.sources)]
    title.append("  " + " · ".join(fact for fact in facts if fact))
    if result.status == "partial":
        title.append("  partly read", "bold yellow")
    sure = certainty(result.order_confidence)
    title.append("  ").append(f"{sure.mark} whole order {percent(result.order_confidence) or sure.word}", sure.color)
    return title


def _parts(result: Extraction) -> list[RenderableType]:
    parts: list[RenderableType] = [_header(result)]
    if result.lines:
        parts += [Text(), _lines(result)]
    notes = Text()
    for check in (c for c in result.checks if not c.passed):
        where = "" if check.line is None else f"line {check.line + 1}: "
        notes.append(f"\n✗ {where}{check.message}", "red")
    for warning in result.warnings:
        where = "" if warning.page is None else f"page {warning.page}: "
        notes.append(f"\n! {where}{warning.message}", "yellow")
    if result.completeness is not None and result.completeness < INCOMPLETE:
        notes.append(f"\n! lines may be missing: {percent(result.completeness)} that none is", "yellow")
    passed = sum(c.passed for c in result.checks)
    if passed:
        notes.append(f"\n✓ {passed} check{'s' * (passed != 1)} passed", "green")
    return [*parts, notes] if notes else parts


def _header(result: Extraction) -> RenderableType:
    if not result.fields:
        return Text("No header field found.", "yellow")
    table = Table(box=None, show_header=False, padding=(0, 2, 0, 0))
    table.add_column(style="bright_black", no_wrap=True)
    table.add_column(overflow="fold")
    table.add_column(no_wrap=True)
    for field in HEADER:
        value = result.fields.get(field.name)
        if value is not None:
            table.add_row(field.title, _shown(value), _sure(value))
    return table


def _lines(result: Extraction) -> Table:
    used = [f for f in LINE if any(f.name in line.fields for line in result.lines)]
    table = Table(box=box.SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0), header_style="bright_black")
    table.add_column("")
    for field in used:
        right = field.name in _RIGHT
        table.add_column(
            _SHORT.get(field.name, field.title), justify="right" if right else "left",
            no_wrap=field.name != "description", overflow="fold", ratio=1 if field.name == "description" else None,
        )  # fmt: skip
    table.add_column("Sure", justify="right", no_wrap=True)
    for line in result.lines:
        kind = "" if line.kind == "item" else line.kind
        cells = [_cell(line.fields.get(field.name)) for field in used]
        table.add_row(Text(kind, "bright_black"), *cells, _lowest(line), style="" if line.kind == "item" else "dim")
    return table


def _shown(value: Value) -> Text:
    shown = Text(value.value)
    if value.text and value.text != value.value:
        shown.append(f"  “{value.text}”", "bright_black")
    return shown


def _sure(value: Value) -> Text:
    sure = certainty(value.confidence)
    bar = "" if value.confidence is None else "━" * max(1, round(value.confidence * 8))
    words = f"{bar:<8} {percent(value.confidence):>5} {sure.word}" if bar else f"{'':8} {'':5} {sure.word}"
    return Text(words + ("" if value.source == "model" else f" ({value.source})"), sure.color)


def _lowest(line: Line) -> Text:
    """A line is as sure as its least sure value; unknown as soon as one value has no calibration."""
    known = [v.confidence for v in line.fields.values() if v.confidence is not None]
    least = min(known) if known and len(known) == len(line.fields) else None
    sure = certainty(least)
    return Text(percent(least) or sure.mark, sure.color)


def _cell(value: Value | None) -> Text:
    if value is None:
        return Text("")
    sure = certainty(value.confidence)
    # Certain values stay plain, so that the doubtful ones stand out; the mark repeats it without colour.
    if value.confidence is None or sure.word in ("sure", "likely"):
        return Text(value.value)
    return Text(f"{value.value} {sure.mark}", sure.color)
