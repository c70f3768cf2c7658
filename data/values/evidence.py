"""What a document shows about its decimal sign and its order of dates, as weighted votes with a reason each."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from itertools import combinations

from data.rows import visual_rows
from data.schema import Document, Word
from data.values import dates, numbers

Row = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Vote:
    """One sign of a habit. `choice` is empty where the text is open and only shows that a decision is needed."""

    choice: str
    weight: float
    why: str
    ambiguous: bool = False


_NUMBERISH = re.compile(
    r"^[^\w.,]{0,2}(?:[A-Z€$£¥]{1,3}\s?)?[-+(]?[.,]?[0-9][0-9.,'\u2019 ]*[0-9]\)?-?\s?[^\d\s]{0,5}$"
)
_BOTH = re.compile(r"[0-9]([.,])[0-9]{3}(?:\1[0-9]{3})*([.,])[0-9]+")
_SINGLE = re.compile(r"(?<![0-9.,])([0-9]+)([.,])([0-9]+)(?![0-9.,])")
_REPEATED = re.compile(r"(?<![0-9.,])[0-9]{1,3}([.,])[0-9]{3}(?:\1[0-9]{3})+(?![0-9.,])")
_APOSTROPHE = re.compile(r"[0-9]['\u2019][0-9]{3}([.,])[0-9]{2}(?![0-9])")
_DATE_HINT = re.compile(r"[0-9]{1,4}[./-]\s?[0-9]{1,2}[./-]\s?[0-9]{2,4}")
MAX_NUMBERS = 8
"""Numbers of one row among which a product is looked for; a longer row is no line of items."""


def rows_of(document: Document) -> tuple[Row, ...]:
    """The texts of the visual rows of all pages; digits set apart by grouping spaces are joined to one number."""
    return tuple(_joined([page.words[i] for i in row]) for page in document.pages for row in visual_rows(page.words))


_HEAD_OF_GROUP = re.compile(r"^[-+(€$£]?[0-9]{1,3}$")
_NEXT_GROUP = re.compile(r"^[0-9]{3}(?:[.,][0-9]+)?[)-]?$")


def _joined(words: Sequence[Word]) -> Row:
    out: list[str] = []
    for i, word in enumerate(words):
        previous = words[i - 1] if i else None
        near = previous is not None and word.box.x0 - previous.box.x1 < 0.35 * max(word.size, 1.0)
        if near and _NEXT_GROUP.match(word.text) and (_HEAD_OF_GROUP.match(out[-1]) or _is_grouped(out[-1])):
            out[-1] = f"{out[-1]} {word.text}"
        else:
            out.append(word.text)
    return tuple(out)


def _is_grouped(text: str) -> bool:
    return " " in text and text[-3:].isdigit() and not any(c in text for c in ".,")


def decimal_votes(rows: Sequence[Row]) -> list[Vote]:
    """Votes for "." or "," from the shape of every number and, for open ones, from products within rows."""
    votes: list[Vote] = []
    open_rows: list[Row] = []
    for row in rows:
        shaped = [vote for text in row if (vote := _shape(text)) is not None]
        votes += shaped
        if any(v.ambiguous for v in shaped):
            open_rows.append(row)
    for row in open_rows:
        votes += _products(row)
    return votes


@lru_cache(maxsize=16384)
def _shape(text: str) -> Vote | None:
    if not any(c in text for c in ".,") or not _NUMBERISH.match(text) or _DATE_HINT.search(text):
        return None
    if m := _APOSTROPHE.search(text):
        return Vote(m.group(1), 2.0, f"{text}: apostrophe groups, {m.group(1)!r} before two digits")
    if m := _BOTH.search(text):
        if m.group(1) != m.group(2):
            return Vote(m.group(2), 2.0, f"{text}: {m.group(1)!r} groups, {m.group(2)!r} is last")
        return None
    if m := _REPEATED.search(text):
        other = "," if m.group(1) == "." else "."
        return Vote(other, 1.0, f"{text}: {m.group(1)!r} stands twice, so it groups")
    m = _SINGLE.search(text)
    if m is None:
        return None
    whole, sign, rest = m.groups()
    if len(rest) == 3 and len(whole) <= 3 and whole[0] != "0":
        return Vote("", 0.0, f"{text} is open", ambiguous=True)
    if len(rest) == 2:
        return Vote(sign, 1.0, f"{text}: two digits behind {sign!r}")
    # One digit behind a point is as often a section or a position (1.2) as a number.
    return Vote(sign, 0.25 if len(rest) == 1 else 0.75, f"{text}: {len(rest)} digits behind {sign!r}")


def _products(row: Row) -> list[Vote]:
    """Votes of a row with open numbers: under which sign is one number the product of two others?"""
    texts = [text for text in row if numbers.candidates(text)][:MAX_NUMBERS]
    if len(texts) < 3:
        return []
    proofs = {sign: product(texts, sign) for sign in ".,"}
    if (proofs["."] is None) == (proofs[","] is None):
        return []
    sign = "." if proofs["."] else ","
    a, b, c = proofs[sign] or ("", "", "")
    return [Vote(sign, 2.0, f"{a} x {b} = {c} with {sign!r} as decimal sign")]


def product(texts: Sequence[str], sign: str, quantity_sign: str | None = None) -> tuple[str, str, str] | None:
    """Three of `texts`, in their order, of which the third is the product of the first two, None when there are none.

    Open numbers are read with `sign` (the first of the three with `quantity_sign`); a factor of one proves nothing
    and does not count, nor does a product without any open number.
    """
    for a, b, c in combinations(texts, 3):
        if not (numbers.ambiguous(a) or numbers.ambiguous(b) or numbers.ambiguous(c)):
            continue
        for first, second in ((a, b), (b, a)):
            x, y, z = numbers.parse(first, quantity_sign or sign), numbers.parse(second, sign), numbers.parse(c, sign)
            if x is None or y is None or z is None:
                continue
            dx, dy, dz = abs(Decimal(x)), abs(Decimal(y)), abs(Decimal(z))
            if dx != 1 and dy != 1 and dz and abs(dx * dy - dz) <= Decimal("0.006"):
                return first, second, c
    return None


def quantity_sign(rows: Sequence[Row], decimal: str) -> tuple[str, str] | None:
    """The other sign and a reason, where only quantities written with it make the rows' products right.

    Some systems print 5.000 pieces beside a price of 12,50. Asked only of rows that the document's own sign does
    not explain.
    """
    other = "," if decimal == "." else "."
    proof: tuple[str, str, str] | None = None
    proven = 0
    for row in rows:
        texts = [text for text in row if numbers.candidates(text)][:MAX_NUMBERS]
        if len(texts) < 3 or not any(map(numbers.ambiguous, texts)):
            continue
        if product(texts, decimal) is not None:
            return None
        found = product(texts, decimal, other)
        if found and numbers.ambiguous(found[0]):
            proof, proven = proof or found, proven + 1
    if not proof:
        return None
    a, b, c = proof
    return other, f"quantities with {other!r}: {a} x {b} = {c} ({proven} rows)"


def order_votes(rows: Sequence[Row]) -> list[Vote]:
    """Votes for dmy, mdy or ymd from all dates of the document."""
    found: list[tuple[str, dict[str, str]]] = []
    fixed: set[str] = set()
    for row in rows:
        for text in _date_texts(row):
            readings = dates.readings(text)
            if readings and readings[0][0] == "":
                fixed.add(readings[0][1])
            elif readings:
                found.append((text, dict(readings)))
    votes: list[Vote] = []
    for text, options in found:
        if len(options) == 1:
            votes.append(Vote(next(iter(options)), 2.0, f"{text} is a day only as {next(iter(options))}"))
            continue
        if "." in text:
            votes.append(Vote("dmy", 1.0, f"{text}: points are day first"))
        for order, date in options.items():
            if date in fixed and sum(d == date for d in options.values()) == 1:
                votes.append(Vote(order, 1.5, f"{text} stands on the page as {date} too"))
    return [*votes, *_spread(found)]


_DATE = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{8}")


def _date_texts(row: Row) -> list[str]:
    """Texts of a row that may be dates, also those of several words ("14 lipca 2022")."""
    out: list[str] = []
    for i, text in enumerate(row):
        if _DATE.search(text):
            out.append(text)
        elif i + 2 < len(row) and len(row[i + 2]) <= 5 and _starts_date(text, row[i + 1]):
            out.append(" ".join(row[i : i + 3]))
    return out


def _starts_date(first: str, second: str) -> bool:
    """True for "14" + "lipca" and "July" + "14,"."""
    if first[:1].isdigit():
        return len(first) <= 4 and second[:1].isalpha()
    return first[:1].isalpha() and second[:1].isdigit() and len(second) <= 5


def _spread(found: Sequence[tuple[str, dict[str, str]]]) -> list[Vote]:
    """Dates of one order lie close together; the order that scatters them over the year is unlikely."""
    spans: dict[str, int] = {}
    for order in ("dmy", "mdy"):
        days = {options[order] for _, options in found if order in options}
        if len(days) < 2 or any(order not in options for _, options in found):
            continue
        ordinals = [_ordinal(day) for day in days]
        spans[order] = max(ordinals) - min(ordinals)
    if len(spans) < 2 or spans["dmy"] == spans["mdy"]:
        return []
    best, other = sorted(spans, key=lambda k: spans[k])
    if spans[other] < 2 * spans[best] + 14:
        return []
    return [Vote(best, 0.6, f"as {best} all dates lie within {spans[best]} days, as {other} within {spans[other]}")]


def _ordinal(iso: str) -> int:
    return datetime.date.fromisoformat(iso).toordinal()
