"""What a recognised number may have been before OCR misread it. Hints to be tried against arithmetic, never values.

Engines without a letter for a currency sign print it as 6, 8 or E; a decimal comma is lost or becomes a 1.
"""

from __future__ import annotations

import re
from functools import lru_cache

from data.values import numbers
from data.values.text import clean

_LEADING = re.compile(r"^[68](?=[0-9][0-9.,' ]*[.,][0-9]{2}$)")
_TRAILING = re.compile(r"(?<=[.,][0-9]{2})[68]$")
_WHOLE = re.compile(r"^[0-9]{3,9}$")


@lru_cache(maxsize=2048)
def misreads(text: str) -> tuple[tuple[str, str], ...]:
    """(value, reason) pairs of other readings of `text`, the least bold first; empty for what is no number."""
    text = clean(text)
    known = set(numbers.candidates(text))
    if not known:
        return ()
    found: dict[str, str] = {}
    for value in known:
        if numbers.ambiguous(text):
            found[value] = "with the other decimal sign"
    for pattern in (_LEADING, _TRAILING):
        if pattern.search(text):
            for value in numbers.candidates(pattern.sub("", text)):
                found.setdefault(value, "if a currency sign was read as a digit")
    if _WHOLE.match(text):
        found.setdefault(f"{text[:-2]}.{text[-2:]}", "if the decimal sign was lost")
        if len(text) >= 4 and text[-3] == "1":
            found.setdefault(f"{text[:-3]}.{text[-2:]}", "if the decimal sign was read as 1")
    return tuple(found.items())
