"""Votes for the order of day and month from all dates of a document."""

from __future__ import annotations

import datetime
import re
from collections.abc import Sequence

from data.values import dates
from data.values.evidence import Row, Vote
from data.values.text import without_accents


def order_votes(rows: Sequence[Row]) -> list[Vote]:
    """Votes for dmy, mdy or ymd from all dates of the document."""
    votes: list[Vote] = []
    found: list[tuple[str, dict[str, str]]] = []
    fixed: set[str] = set()
    first: list[dict[str, str]] = []
    later: list[dict[str, str]] = []
    for row in rows:
        for i, text in _date_texts(row):
            readings = dates.readings(text)
            if not readings:
                continue
            day = row[i - 1].strip(",.:") if i else ""
            if dates.is_weekday(day) and (order := dates.by_weekday(day, text)):
                votes.append(Vote(order, 2.0, f"{day} {text} is one only as {order}"))
            known = readings[0][0] == ""
            options = dict.fromkeys(("dmy", "mdy"), readings[0][1]) if known else dict(readings)
            if known:
                fixed.add(readings[0][1])
            else:
                found.append((text, options))
            caption = without_accents(" ".join(row[max(0, i - 4) : i]))
            if _LATER.search(caption):
                later.append(options)
            elif _FIRST.search(caption):
                first.append(options)
    found = _of_one_time(found)
    for text, options in found:
        only = _only(options)
        if only:
            votes.append(Vote(only, 2.0 if _has_whole_year(text) else 0.8, f"{text} is a day only as {only}"))
            continue
        if "." in text:
            votes.append(Vote("dmy", 1.0, f"{text}: points are day first"))
        for order, date in options.items():
            if date in fixed and sum(d == date for d in options.values()) == 1:
                votes.append(Vote(order, 1.5, f"{text} stands on the page as {date} too"))
    return [*votes, *_spread(found), *_sequence(first, later)]


_FIRST = re.compile(
    r"order date|date of order|ordered|bestelldatum|auftragsdatum|belegdatum|data zam|zamowienia z|z dnia|wystawi|"
    r"date de (?:la )?commande|commande du|fecha (?:de |del )?pedido|data (?:dell.?)?ordine|ordine del|orderdatum|"
    r"besteldatum|datum (?:objedn|vystav)|vystaveno|invoice date|rechnungsdatum|date (?:de )?facture|factuurdatum|"
    r"data fattura|fecha (?:de )?factura"
)
_LATER = re.compile(
    r"deliver|liefer|dostaw|realizacji|livrais|entrega|consegna|levering|leverdatum|dodani|dodaci|required|due|"
    r"fallig|zahlbar|platnosci|echeance|vencimiento|scadenza|vervaldatum|splatnost|valid until|gultig bis"
)


def _sequence(first: Sequence[dict[str, str]], later: Sequence[dict[str, str]]) -> list[Vote]:
    """Nothing is delivered or due before it is ordered: an order of day and month that says so is wrong."""
    holds = {
        order: all(a[order] <= b[order] for a in first for b in later if order in a and order in b)
        for order in ("dmy", "mdy")
    }
    if not first or not later or holds["dmy"] == holds["mdy"]:
        return []
    best = "dmy" if holds["dmy"] else "mdy"
    return [Vote(best, 1.0, f"only as {best} is everything delivered or due after it was ordered")]


def _only(options: dict[str, str]) -> str | None:
    """The order that a date leaves open: 27/02/27 cannot be month first; year first counts when nothing else fits."""
    if ("dmy" in options) != ("mdy" in options):
        return "dmy" if "dmy" in options else "mdy"
    return "ymd" if set(options) == {"ymd"} else None


def _has_whole_year(text: str) -> bool:
    return any(len(part) == 4 for part in _DIGITS.findall(text))


def _of_one_time(found: Sequence[tuple[str, dict[str, str]]]) -> list[tuple[str, dict[str, str]]]:
    """Each text once, without those that lie years from all others: NPK 8-20-30 is no date."""
    distinct = list({text: (text, options) for text, options in found}.values())
    if len(distinct) < 3:
        return distinct
    years = [{int(date[:4]) for date in options.values()} for _, options in distinct]
    return [
        item for i, item in enumerate(distinct)
        if min(abs(a - b) for j, other in enumerate(years) if j != i for a in years[i] for b in other) < 3
    ]  # fmt: skip


_DIGITS = re.compile(r"[0-9]+")
_DATE = re.compile(r"[0-9]{1,4}[./-][0-9]{1,2}[./-][0-9]{2,4}|[0-9]{8}")


_DAY_DOT = re.compile(r"^[0-9]{1,2}\.$")


def _date_texts(row: Row) -> list[tuple[int, str]]:
    """Texts of a row that may be dates, also those of several words ("14 lipca 2022"), each with where it begins."""
    out: list[tuple[int, str]] = []
    for i, text in enumerate(row):
        if _DATE.search(text):
            out.append((i, text))
        elif i + 2 < len(row) and _DAY_DOT.match(text) and _DAY_DOT.match(row[i + 1]) and len(row[i + 2]) == 4:
            out.append((i, "".join(row[i : i + 3])))
        elif i + 2 < len(row) and len(row[i + 2]) <= 5 and _starts_date(text, row[i + 1]):
            out.append((i, " ".join(row[i : i + 3])))
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
