"""Printed text without the accidents of printing: odd spaces, wrapped lines, remnants of a label."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

_INVISIBLE = re.compile(r"[\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u2064\ufeff\x00-\x08\x0e-\x1f\x7f]")
_SPACES = re.compile(r"\s+")
_NUMBER_WORD = r"(?:nummer|number|numer|numero|numéro|número|číslo|cislo|nr|no|num|nº|n°|č|ref)"
_LABEL = re.compile(
    rf"^(?:[\s:#=;|>•·*]+|{_NUMBER_WORD}\s*[.:#]+\s*|{_NUMBER_WORD}\s+(?=\S*\d)|[-\u2013\u2014]\s+(?=\S))+",
    re.IGNORECASE,
)
_TAIL = re.compile(r"[\s:;,|]+$")
_HYPHENATED = re.compile(r"(?<=[^\W\d_])[-\u2010]$")
_HAS_CONTENT = re.compile(r"[^\W_]")


@lru_cache(maxsize=8192)
def clean(text: str) -> str:
    """NFKC, without invisible characters, with single spaces. Ligatures become letters, m² becomes m2."""
    # "º" and "°" of "N°" would become a bare "o": keep the sign that a label is recognised by.
    text = text.replace("º", "°")
    text = unicodedata.normalize("NFKC", _INVISIBLE.sub("", text.replace("\u200b", " ")))
    return _SPACES.sub(" ", text).strip()


def join(lines: Iterable[str]) -> str:
    """One text from printed lines: "Sechskant-" + "schraube" is one word, "Nord-" + "Süd" and "A-" + "12" keep the
    hyphen. It disappears only between two letters of which the second is small, so that no number loses a character.
    """
    out = ""
    for line in map(clean, lines):
        if not line:
            continue
        if _HYPHENATED.search(out) and line[0].islower():
            out = out[:-1] + line
        elif out.endswith("-") and _HYPHENATED.search(out):
            out += line
        else:
            out = f"{out} {line}" if out else line
    return out


_CAPTION = re.compile(r"^[^\d:#]{2,40}(?::|#)\s*(?=.*\d)")


@lru_cache(maxsize=4096)
def identifier(text: str) -> str:
    """A number or code without its caption: "PO No.: 4711" and "PO # 4711" are "4711"; "NR-4711" stays as it is."""
    return strip_label(_CAPTION.sub("", clean(text)))


@lru_cache(maxsize=4096)
def strip_label(text: str) -> str:
    """`text` without what is left of its label: ": 4711", "# 4711", "Nr. 4711", "N° 4711" are all "4711"."""
    text = clean(text)
    return _TAIL.sub("", _LABEL.sub("", text))


def has_content(text: str) -> bool:
    """True when `text` has a letter or a digit."""
    return _HAS_CONTENT.search(text) is not None


def without_accents(text: str) -> str:
    """Small letters without accents: "Září" and "ZARI" are both "zari", "ł" is "l"."""
    text = unicodedata.normalize("NFKD", text.casefold()).replace("ł", "l").replace("ø", "o")
    return "".join(c for c in text if not unicodedata.combining(c))
