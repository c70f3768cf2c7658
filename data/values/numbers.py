"""Printed numbers to plain decimal strings: digits as printed, a point for the decimal sign, no grouping.

What a number's own shape says is never overruled: "27,80" is 27.80 in any document. Only one shape is open, one
separator before exactly three digits ("1.000"), and that is decided by the habits of the whole document. No digit is
added, dropped or changed; a text that is not one number gives None.
"""

from __future__ import annotations

import re
from functools import lru_cache

from data.values.currency import MARK
from data.values.text import clean

_QUOTES = str.maketrans(
    dict.fromkeys("\u2019\u2018`\u00b4\u2032\u02bc", "'")
    | dict.fromkeys("\u2212\u2013\u2014\u2010\u2011\u2012\ufe63", "-")
)
LONGEST = 80
"""Characters of a text that can still be one number with its unit; anything longer is no cell."""
_PERCENT = re.compile(r"[%‰]|\bproc\b\.?|\bpct\b\.?")
_POWER_UNIT = re.compile(r"(?<![^\W\d_])(?:[cdkm]?m|CM|DM|KM|M{1,2})[23](?!\w)")
_NO_CENTS = re.compile(r"(?<=[0-9])\s?([.,])\s?(?:-{1,2}|=)(?![0-9])")
# A currency sign that an OCR engine has no letter for comes out as one of these, beside an amount with cents.
_LOST_MARK = re.compile(r"^[E?C](?=[0-9][0-9.,' ]*[.,][0-9]{2}$)|(?<=[.,][0-9]{2})\s?[E?C]$")
_PER = re.compile(r"\s*(?:/|\b(?:per|pro|je|za|par|por|op|cada|each)\b)\s*([0-9][0-9.,' ]*)\s*[^0-9]*$", re.IGNORECASE)
_AROUND_POINT = re.compile(r"(?<=[0-9])\s*([.,'])\s+(?=[0-9])|(?<=[0-9])\s+([.,'])\s*(?=[0-9])")
_RUN = re.compile(r"[.,]?[0-9](?:[0-9]|[.,' ](?=[0-9]))*")
_SHAPE_SPACES = re.compile(r"^[0-9]{1,3}(?: [0-9]{3})+$")
_SHAPE_SPACED = re.compile(r"^[0-9]{1,3}(?:[ '][0-9]{3})*$")
_GROUPED = re.compile(r"^[0-9]{1,3}([.,' ])[0-9]{3}(?:\1[0-9]{3})*$")
_INDIAN = re.compile(r"^[0-9]{1,2}(,)(?:[0-9]{2},)+[0-9]{3}$")
_FOREIGN = re.compile(r"[0-9]\s*[:/°]\s*[0-9]|[^\W\d_][0-9]|[0-9]\s*[x\u00d7*]\s*[0-9]|[0-9]-[0-9]", re.IGNORECASE)


@lru_cache(maxsize=16384)
def parse(text: str, decimal: str = ".") -> str | None:
    """The number in `text` as a plain decimal string, or None when there is not exactly one.

    `decimal` ("." or ",") decides texts such as "1.000" that could be read both ways; all others speak for
    themselves. The sign comes from the glyphs: minus before or behind, or brackets around. Currency marks, a percent
    sign and a unit after the number are left aside. A zero is set before a bare decimal sign (".50").
    """
    found = split(text)
    if found is None:
        return None
    negative, digits, sign = found
    plain = _plain(digits, sign or decimal)
    return None if plain is None else ("-" if negative else "") + plain


@lru_cache(maxsize=16384)
def candidates(text: str) -> tuple[str, ...]:
    """Every reading of `text`: none, one, or two where the decimal sign must be decided elsewhere."""
    readings = (parse(text, "."), parse(text, ","))
    return tuple(dict.fromkeys(r for r in readings if r is not None))


@lru_cache(maxsize=2048)
def price(text: str, decimal: str = ".") -> tuple[str | None, str | None]:
    """Price and price base of a cell that may hold both: "12,50 EUR/100" is ("12.50", "100"), "12,50" ("12.50", None).

    A slash between two bare whole numbers is taken for a price only before a power of ten.
    """
    whole = parse(text, decimal)
    if whole is not None:
        return whole, None
    cleaned = clean(text).translate(_QUOTES)
    m = _PER.search(cleaned)
    if m is None:
        return None, None
    amount, base = parse(cleaned[: m.start()], decimal), parse(m.group(1), decimal)
    if amount is None or base is None:
        return None, None
    priced = "." in amount or MARK.search(cleaned) or base.rstrip("0") == "1"
    return (amount, base) if priced else (None, None)


def ambiguous(text: str) -> bool:
    """True when the decimal sign of the document changes what `text` is."""
    return len(candidates(text)) > 1


@lru_cache(maxsize=16384)
def split(text: str) -> tuple[bool, str, str] | None:
    """(negative, digits with separators, sign) of the one number in `text`, None when there is not exactly one.

    `sign` is the decimal sign where "12,-" shows it, else empty.
    """
    text = clean(text).translate(_QUOTES)
    if len(text) > LONGEST or not any(c.isdigit() for c in text):
        return None
    text = _PERCENT.sub(" ", MARK.sub(" ", text))
    text = _POWER_UNIT.sub(" ", text)
    cents = _NO_CENTS.search(text)
    if cents:
        text = text[: cents.start()] + " " + text[cents.end() :]
    text = _AROUND_POINT.sub(lambda m: m.group(1) or m.group(2), text)
    text = _LOST_MARK.sub("", clean(text))
    if _FOREIGN.search(text):
        return None
    runs = list(_RUN.finditer(text))
    if len(runs) != 1:
        return None
    run = runs[0]
    before, after = text[: run.start()].rstrip(), text[run.end() :].lstrip(" .,")
    negative = before.endswith("-") or after.startswith("-") or (before.endswith("(") and after.startswith((")", "-")))
    return negative, run.group(), cents.group(1) if cents else ""


def _plain(digits: str, decimal: str) -> str | None:
    if digits.isdigit():
        return digits
    points, commas = digits.count("."), digits.count(",")
    if points and commas:
        sign = "." if digits.rfind(".") > digits.rfind(",") else ","
        return _parts(digits, sign) if digits.count(sign) == 1 else None
    if not points and not commas:
        return _whole(digits)
    sign = "." if points else ","
    if points + commas > 1:
        return _whole(digits)
    whole, _, rest = digits.partition(sign)
    open_ = len(rest) == 3 and rest.isdigit() and 1 <= len(whole) <= 3 and whole.isdigit() and whole[0] != "0"
    if open_ and sign != decimal:
        return whole + rest
    return _parts(digits, sign)


def _parts(digits: str, sign: str) -> str | None:
    whole, _, rest = digits.partition(sign)
    if not rest.isdigit():
        return None
    if not whole:
        return f"0.{rest}"
    plain = _whole(whole)
    return None if plain is None else f"{plain}.{rest}"


def _whole(digits: str) -> str | None:
    """Digits of a whole number whose groups are well formed (threes, or the Indian 12,34,567)."""
    if digits.isdigit():
        return digits
    if _GROUPED.match(digits) or _INDIAN.match(digits):
        return re.sub(r"[^0-9]", "", digits)
    return None
