"""Page and e-document side by side: what differs, and one result of both."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from data.embedded.agree import agree
from data.embedded.pair import NUMERIC_KINDS, pair_lines
from data.embedded.result import EmbeddedResult
from data.fields import FIELDS
from data.result import Check, Extraction, Line, Value

CODE = "embedded_differs"
CODES = (CODE, "embedded_status")
"""Checks made here; the page's own stay as they are."""

_ARITHMETIC = frozenset({"quantity", "unit_price", "price_base_quantity", "discount_percent", "line_amount"})
"""Numbers of a line that belong together: where the XML gives a price or an amount, none is taken from the page, whose
gross price and discount may stand for the XML's net price."""

MIN_SURE = 0.5
"""Confidence below which the page is not said to state a value that decides nothing."""

_ONE = Value("1", "1", source="derived")
"""A price base that is not stated is 1."""


def compare(page: Extraction, embedded: EmbeddedResult) -> tuple[Check, ...]:
    """One failed check for every value that page and XML state differently, and for lines that only one of them has.

    Where nothing differs one passed check says how many values were compared. `Check.line` counts the XML's lines.
    Values that only one of the two states are no difference: XML profiles and pages leave out much. Readings below
    `MIN_SURE` count for critical fields only.
    """
    if embedded.empty or not page.pages or page.status == "failed":
        return ()
    pairs = pair_lines(page.lines, embedded.lines)
    compared = 0
    failed: list[Check] = []
    same_price = {theirs for ours, theirs in pairs if _same_price(page.lines[ours], embedded.lines[theirs])}
    for line, name, ours, theirs in _shared(page, embedded, pairs):
        if _hardly_read(name if line is None else f"line.{name}", ours):
            continue
        compared += 1
        if line in same_price and name in ("unit_price", "price_base_quantity"):
            continue
        if not _accepted(embedded, line, name, ours.value, theirs.value):
            failed.append(Check(CODE, passed=False, message=_sentence(embedded, line, name, ours, theirs), line=line))
    if page.document_type and embedded.document_type:
        compared += 1
        if page.document_type != embedded.document_type:
            kinds = (k.replace("_", " ") for k in (page.document_type, embedded.document_type))
            failed.append(Check(CODE, False, "Document type: the page reads as {}, the XML says {}.".format(*kinds)))
    failed += _single(page, embedded, pairs)
    if failed:
        return tuple(failed)
    return (Check(CODE, passed=True, message=f"Page and XML agree in all {compared} values that both state."),)


def _shared(
    page: Extraction, embedded: EmbeddedResult, pairs: list[tuple[int, int]]
) -> Iterator[tuple[int | None, str, Value, Value]]:
    """XML line, name and the two values of every field that both state."""
    for name, theirs in embedded.fields.items():
        if name in page.fields:
            yield None, name, page.fields[name], theirs
    for ours_at, theirs_at in pairs:
        ours_line, theirs_line = page.lines[ours_at].fields, embedded.lines[theirs_at].fields
        for name, theirs in theirs_line.items():
            if name in ours_line and name != "price_base_quantity":
                yield theirs_at, name, ours_line[name], theirs
        ours_base, theirs_base = (fields.get("price_base_quantity", _ONE) for fields in (ours_line, theirs_line))
        if "unit_price" in ours_line and "unit_price" in theirs_line and (ours_base, theirs_base) != (_ONE, _ONE):
            yield theirs_at, "price_base_quantity", ours_base, theirs_base


def _hardly_read(qualified: str, ours: Value) -> bool:
    """Whether a value is more likely misread than right; of critical fields every reading counts as a statement."""
    return not FIELDS[qualified].critical and ours.confidence is not None and ours.confidence < MIN_SURE


def _same_price(ours: Line, theirs: Line) -> bool:
    """Whether the prices of one piece are equal, though one may be printed per 1 and the other per 100."""
    try:
        prices = [
            Decimal(line.fields["unit_price"].value) / Decimal(line.fields.get("price_base_quantity", _ONE).value)
            for line in (ours, theirs)
        ]
    except (KeyError, ArithmeticError):
        return False
    return prices[0] == prices[1]


def _accepted(embedded: EmbeddedResult, line: int | None, name: str, ours: str, theirs: str) -> bool:
    qualified = name if line is None else f"line.{name}"
    return any(agree(qualified, ours, value) for value in (theirs, *embedded.also.get((line, name), ())))


def _single(page: Extraction, embedded: EmbeddedResult, pairs: list[tuple[int, int]]) -> list[Check]:
    """Lines with amounts that only one side has. XML without any lines (profiles of totals only) has none to miss."""
    if not any(line.kind in NUMERIC_KINDS for line in embedded.lines):
        return []
    paired_page, paired_xml = {i for i, _ in pairs}, {j for _, j in pairs}
    checks = [
        Check(CODE, False, f"The page has a line that the XML lacks: {_describe(line)}.")
        for i, line in enumerate(page.lines)
        if line.kind in NUMERIC_KINDS and i not in paired_page
    ]
    checks += [
        Check(CODE, False, f"The XML has a line that was not found on the page: {_describe(line)}.", line=j)
        for j, line in enumerate(embedded.lines)
        if line.kind in NUMERIC_KINDS and j not in paired_xml
    ]
    return checks


def _describe(line: Line) -> str:
    names = ("line_no", "supplier_article_no", "buyer_article_no", "description", "quantity", "line_amount")
    parts = [f"{FIELDS[f'line.{n}'].title.lower()} {_short(line.fields[n].value)}" for n in names if n in line.fields]
    return ", ".join(parts) or "an empty line"


def _sentence(embedded: EmbeddedResult, line: int | None, name: str, ours: Value, theirs: Value) -> str:
    what = FIELDS[name if line is None else f"line.{name}"].title
    if line is not None:
        position = embedded.lines[line].fields.get("line_no")
        what = what if what.isupper() else what[0].lower() + what[1:]
        what = f"Line {position.value if position else line + 1}, {what}"
    return f"{what}: the page says {_short(ours.value)}, the XML {_short(theirs.value)}."


def _short(value: str) -> str:
    return value if len(value) <= 60 else value[:57] + "..."


def merge(page: Extraction, embedded: EmbeddedResult) -> Extraction:
    """`page` with the XML's values in place of its own, differences and the XML's objections among the checks.

    A value that the page confirms keeps the page's boxes, printed text and confidence (a lower bound: two independent
    statements agree). Values and lines without amounts that only the page has stay. Confidence of the whole order is
    unknown (None) as soon as anything differs. For a bare XML `page` is an extraction without pages.
    """
    warnings = (*page.warnings, *embedded.warnings)
    if embedded.empty:
        return replace(page, warnings=warnings)
    pairs = pair_lines(page.lines, embedded.lines)
    fields = page.fields | {name: _merged(name, page.fields.get(name), v) for name, v in embedded.fields.items()}
    lines, of_page, of_xml = _merge_lines(page.lines, embedded.lines, pairs)
    checks = [
        *(_moved(check, of_page) for check in page.checks if check.line is None or check.line in of_page),
        *(_moved(check, of_xml) for check in (*compare(page, embedded), *embedded.checks)),
    ]
    agreed = page.document_type == embedded.document_type
    return replace(
        page, status="partial" if page.status == "failed" else page.status, warnings=warnings,
        sources=(*page.sources, "embedded"), document_type=embedded.document_type,
        document_type_confidence=page.document_type_confidence if agreed else None,
        fields=fields, lines=lines, checks=tuple(checks),
        order_confidence=page.order_confidence if all(c.passed or c.code not in CODES for c in checks) else None,
    )  # fmt: skip


def _merged(name: str, ours: Value | None, theirs: Value) -> Value:
    if ours is None or not agree(name, ours.value, theirs.value):
        return theirs
    return replace(ours, value=theirs.value, source="embedded")


def _moved(check: Check, to: dict[int, int]) -> Check:
    return check if check.line is None else replace(check, line=to[check.line])


def _merge_lines(
    page: tuple[Line, ...], xml: tuple[Line, ...], pairs: list[tuple[int, int]]
) -> tuple[tuple[Line, ...], dict[int, int], dict[int, int]]:
    """The XML's lines with the page's headings, comments and subtotals between them where they stand on the page.

    Also returns where the lines of the page (those that stay) and of the XML have gone. XML without lines leaves the
    page's own; XML that has headings or comments itself takes none from the page.
    """
    if not xml:
        return page, {i: i for i in range(len(page))}, {}
    partner = {theirs: ours for ours, theirs in pairs}
    texts = [] if any(line.kind not in NUMERIC_KINDS for line in xml) else [
        i for i, line in enumerate(page) if line.kind not in NUMERIC_KINDS
    ]  # fmt: skip
    out: list[Line] = []
    of_page: dict[int, int] = {}
    of_xml: dict[int, int] = {}
    for j, line in enumerate((*xml, None)):
        ours = partner.get(j, -1) if line is not None else len(page)
        while texts and texts[0] < ours:
            of_page[texts[0]] = len(out)
            out.append(page[texts.pop(0)])
        if line is not None:
            of_xml[j] = len(out)
            if ours >= 0:
                of_page[ours] = len(out)
            out.append(_merge_line(page[ours], line) if ours >= 0 else line)
    return tuple(out), of_page, of_xml


def _merge_line(ours: Line, theirs: Line) -> Line:
    calculated = "unit_price" in theirs.fields or "line_amount" in theirs.fields
    kept = {n: v for n, v in ours.fields.items() if not (calculated and n in _ARITHMETIC)}
    merged = {n: _merged(f"line.{n}", ours.fields.get(n), v) for n, v in theirs.fields.items()}
    return Line(kind=theirs.kind, page=ours.page, fields=kept | merged)
