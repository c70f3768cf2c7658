"""Votes for the order of day and month from all dates of a document."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from data.values import dates
from data.values.evidence import Row, Vote


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
