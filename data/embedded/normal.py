"""Values as the e-document writes them to the contract's form. Nothing is guessed: what does not fit is None."""

from __future__ import annotations

import re
from datetime import date

from lxml import etree

from data.embedded.parse import find, text
from data.fields import Kind

MAX_TEXT = 4_000
"""Characters of one value; longer texts are no values but terms and conditions."""

Dated = tuple[str, str | None]
"""A date's text and its ISO form, None where the text names no day."""

_NUMBER = re.compile(r"([+-]?)(\d+(?:\.\d*)?|\.\d+)")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T+\-Z ].*)?")
_DIGITS = re.compile(r"(\d{4})(\d{2})(\d{2})\d*")
_DAY_FORMATS = frozenset({"102", "203", "204", "205"})
"""UNTDID 2379 formats that name a day: CCYYMMDD, with HHMM, with HHMMSS, with a time zone. Weeks and months do not."""


def normalise(kind: Kind, raw: str) -> str | None:
    """`raw` in the form of `kind`: decimals with a point, dates ISO, codes in capitals, text with single spaces."""
    if kind in ("amount", "number"):
        return number(raw)
    if kind == "date":
        return day(raw)
    spaced = " ".join(raw.split())[:MAX_TEXT]
    if kind == "currency":
        return spaced.upper() if re.fullmatch(r"[A-Za-z]{3}", spaced) else None
    if kind == "unit":
        return spaced.upper() or None
    return spaced or None


def number(raw: str) -> str | None:
    """A decimal with its digits as written: `+12.50` is `12.50`, `.5` is `0.5`; `12,50` is no XML number."""
    match = _NUMBER.fullmatch(raw.strip())
    if match is None:
        return None
    sign, digits = match.groups()
    digits = ("0" + digits if digits.startswith(".") else digits).rstrip(".")
    return ("-" if sign == "-" else "") + digits


def day(raw: str, format_code: str | None = None) -> str | None:
    """An ISO date from ISO text or from the digits of UNTDID 2379; None where no day is named or none exists."""
    raw = raw.strip()
    match = _ISO_DATE.fullmatch(raw)
    if match is None and (format_code in _DAY_FORMATS or (format_code is None and len(raw) == 8)):
        match = _DIGITS.fullmatch(raw)
    if match is None:
        return None
    try:
        return date(*(int(part) for part in match.groups())).isoformat()
    except ValueError:
        return None


def date_in(element: etree._Element | None, path: str) -> Dated | None:
    """Text and ISO date of the CII date at `path`, which holds a `DateTimeString`, a `DateTime` or plain text."""
    holder = find(element, path)
    for inner in ("DateTimeString", "DateString", "DateTime", "Date"):
        found = find(holder, inner)
        raw = text(found)
        if found is not None and raw is not None:
            return raw, day(raw, found.get("format"))
    raw = text(holder)
    return None if raw is None else (raw, day(raw))
