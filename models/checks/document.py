"""Checks of the document as a whole: order of dates, check digits, currency, habits that nothing decided."""

from __future__ import annotations

import re
from collections.abc import Iterator

from data.fields import FIELDS
from data.result import Check, Extraction, Value
from data.schema import Document
from data.values import currency, dates, ids, numbers
from data.values.habits import Habits
from models.checks.page import Pages

_IBAN_START = re.compile(r"^[A-Z]{2}[0-9]{2}(?:[0-9A-Z]{4}|$)")
_IBAN_GROUP = re.compile(r"^[0-9A-Z]{1,4}$")


def document_checks(extraction: Extraction, document: Document, pages: Pages, habits: Habits) -> Iterator[Check]:
    """All checks that look at the header or at the habits of the document."""
    yield from _dates(extraction)
    yield from _undecided(extraction, habits)
    yield from _identifiers(extraction, habits)
    yield from _ibans(pages)
    yield from _currency(extraction, document, habits)


def _dates(extraction: Extraction) -> Iterator[Check]:
    fields = extraction.fields
    ordered, wanted = fields.get("order_date"), fields.get("requested_delivery_date")
    if ordered is not None and wanted is not None:
        yield _not_before("date_order", ordered, wanted, "order", "delivery")
    invoiced, due = fields.get("invoice_date"), fields.get("due_date")
    if invoiced is not None and due is not None:
        yield _not_before("due_date_order", invoiced, due, "invoice", "due date")
    if ordered is not None:
        for n, line in enumerate(extraction.lines):
            value = line.fields.get("delivery_date")
            if value is not None:
                yield _not_before("line_date_order", ordered, value, "order", "delivery", n)


def _not_before(code: str, first: Value, second: Value, one: str, other: str, line: int | None = None) -> Check:
    ok = first.value <= second.value
    message = f"{one} {first.value}, {other} {second.value}"
    if not ok:
        swapped = [d for d in dates.candidates(second.text) if d != second.value and d >= first.value]
        if swapped:
            message += f"; {second.text} may be {swapped[0]}"
    return Check(code, ok, message, line)


def _values(extraction: Extraction) -> Iterator[tuple[str, Value]]:
    for name, value in extraction.fields.items():
        yield FIELDS[name].kind if name in FIELDS else "text", value
    for line in extraction.lines:
        for name, value in line.fields.items():
            yield FIELDS[f"line.{name}"].kind if f"line.{name}" in FIELDS else "text", value


def _undecided(extraction: Extraction, habits: Habits) -> Iterator[Check]:
    """Open numbers and dates are read somehow; where nothing on the page decided, that is said."""
    open_numbers, open_dates = [], []
    for kind, value in _values(extraction):
        if kind in ("amount", "number") and not habits.decimal_sure and numbers.ambiguous(value.text):
            open_numbers.append(value)
        elif kind == "date" and not habits.date_sure and len(dates.candidates(value.text)) > 1:
            open_dates.append(value)
    if open_numbers:
        value = open_numbers[0]
        message = f"nothing decides the decimal sign: {value.text} was read as {value.value}"
        yield Check("decimal_sign", False, f"{message} ({len(open_numbers)} such numbers)")
    if open_dates:
        value = open_dates[0]
        both = " or ".join(dates.candidates(value.text))
        yield Check("day_month", False, f"{value.text} is {both}: nothing on the page decides, {value.value} was taken")


def _identifiers(extraction: Extraction, habits: Habits) -> Iterator[Check]:
    for name, value in extraction.fields.items():
        if name.endswith(".gln"):
            result = ids.gln_ok(value.value)
            right = "right" if result else "wrong" if result is False else "not to be told, it has not 13 digits"
            yield Check("gln", bool(result), f"check digit of {name} {value.value} is {right}")
        elif name.endswith(".vat_id"):
            valid = ids.vat_ok(value.value, habits.countries)
            if valid is not None:
                yield Check("vat_id", valid, f"{name} {value.value} is {'well formed' if valid else 'not valid'}")


def _ibans(pages: Pages) -> Iterator[Check]:
    """IBANs on the page: a wrong one is a misread or a forged page."""
    seen: set[str] = set()
    for row in pages.rows:
        for i, word in enumerate(row.words):
            text = word.text.rstrip(",.;")
            if not _IBAN_START.match(text):
                continue
            whole, length = text, ids.IBAN_LENGTHS.get(text[:2], 0)
            for other in row.words[i + 1 : i + 9]:
                part = other.text.rstrip(",.;")
                if len(whole) >= length or not _IBAN_GROUP.match(part):
                    break
                whole += part
            if whole in seen or len(whole) != length:
                continue  # one that goes on in another row is not judged
            seen.add(whole)
            if (result := ids.iban_ok(whole)) is not None:
                yield Check("iban", result, f"IBAN {whole} is {'valid' if result else 'not valid'}")


def _currency(extraction: Extraction, document: Document, habits: Habits) -> Iterator[Check]:
    votes = currency.count(document)
    named = {
        code: n for mark, n in votes.items()
        if (code := currency.resolve(mark, [habits.currency] if habits.currency else [])) is not None
    }  # fmt: skip
    taken = extraction.fields.get("currency")
    if taken is not None and named and taken.value not in named:
        yield Check("currency", False, f"currency {taken.value} was read, the page prints {', '.join(sorted(named))}")
    elif len(named) > 1:
        first, second = sorted(named.values(), reverse=True)[:2]
        message = "the page prints " + ", ".join(f"{code} {n} times" for code, n in sorted(named.items()))
        # A mention of another currency ("prices converted from USD") is no conflict; more than half as many is.
        yield Check("currency", second * 2 <= first, message)
    elif taken is not None and named:
        yield Check("currency", True, f"only {taken.value} is printed")
