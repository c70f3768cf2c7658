"""Whether a value on the page and one in the XML are the same, kind by kind."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from decimal import Decimal, InvalidOperation

from data.embedded.codes import same_unit
from data.fields import FIELDS

MIN_SHARED = 0.8
"""Share of the shorter text's words that the longer one must hold: a page prints more of an address or an article than
the XML names, or less."""


def agree(name: str, page: str, xml: str) -> bool:
    """Whether values `page` and `xml` of field `name` (line fields behind `line.`) say the same.

    Numbers are compared as decimals, ids by letters and digits, names by their first words, texts and addresses by the
    words they share.
    """
    kind = FIELDS[name].kind
    if kind in ("amount", "number"):
        return _same_number(page, xml)
    if kind == "unit":
        return same_unit(page, xml)
    if name == "line.line_no":
        return _key(page).lstrip("0") == _key(xml).lstrip("0")
    if kind in ("text", "address"):
        return _same_words(page, xml)
    if kind == "name":
        return _same_name(page, xml)
    return _key(page) == _key(xml)


def key(name: str, value: str) -> str:
    """A text that is equal for most pairs that `agree` and cheap to compare, for pairing many lines."""
    if FIELDS[name].kind in ("amount", "number"):
        try:
            return str(Decimal(value).normalize())
        except InvalidOperation:
            return value
    plain = _key(value)
    return plain.lstrip("0") if name == "line.line_no" else plain


def _same_number(a: str, b: str) -> bool:
    try:
        return Decimal(a) == Decimal(b)
    except InvalidOperation:
        return False


def _same_words(a: str, b: str) -> bool:
    first, second = Counter(_words(a)), Counter(_words(b))
    shorter = min(first.total(), second.total())
    if shorter == 0:
        return first.total() == second.total()
    return (first & second).total() >= MIN_SHARED * shorter


def _same_name(a: str, b: str) -> bool:
    first, second = sorted((_words(a), _words(b)), key=len)
    return bool(first) and second[: len(first)] == first


def _words(value: str) -> list[str]:
    return re.findall(r"\w+", unicodedata.normalize("NFKC", value).casefold())


def _key(value: str) -> str:
    return "".join(_words(value))
