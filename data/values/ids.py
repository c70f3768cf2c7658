"""Numbers with a check digit: GTIN, GLN, IBAN, VAT and tax numbers, company registers.

Only a failed check digit is news, so every test here gives True, False or None: None means that the number is of no
scheme with a check digit, or of none that can be told from the page.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from stdnum import ean, iban
from stdnum.util import get_cc_module

from data.values.text import clean

_PUNCTUATION = re.compile(r"[\s.\-/_:()\u2010-\u2015]")
_EU = frozenset(
    {"AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
     "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK"}
)  # fmt: skip
_WITH_SCHEME = _EU | {"GB", "CH", "NO"}
_LABEL = re.compile(
    r"^.*?(?:vat|ust-?id(?:-?nr)?|uid|mwst|tva|iva|btw|nip|di\u010d|dic|p\.?\s?iva|partita iva|nif|cif|tax\s?id|"
    r"siret|siren|id|no|nr|number|nummer|numer)\b[\s.:#\u00b0]*(?=[A-Z]{0,3}\s?[0-9])",
    re.IGNORECASE,
)
IBAN_LENGTHS = {
    "AT": 20, "BE": 16, "BG": 22, "CH": 21, "CY": 28, "CZ": 24, "DE": 22, "DK": 18, "EE": 20, "ES": 24, "FI": 18,
    "FR": 27, "GB": 22, "GR": 27, "HR": 21, "HU": 28, "IE": 22, "IT": 27, "LI": 21, "LT": 20, "LU": 20, "LV": 21,
    "MT": 31, "NL": 18, "NO": 15, "PL": 28, "PT": 25, "RO": 24, "SE": 24, "SI": 19, "SK": 24,
}  # fmt: skip
"""Characters of an IBAN by country (ISO 13616 registry)."""
GTIN_LENGTHS = (8, 12, 13, 14)


def digits(text: str) -> str:
    """The digits of a number printed with spaces, dots or dashes; empty when anything else stands there."""
    compact = _PUNCTUATION.sub("", clean(text))
    return compact if compact.isascii() and compact.isdigit() else ""


@lru_cache(maxsize=4096)
def gtin_ok(text: str) -> bool | None:
    """Check digit of a GTIN-8, -12, -13 or -14; None when `text` is of no such length."""
    number = digits(text)
    if len(number) not in GTIN_LENGTHS:
        return None
    return _ean_digit_ok(number)


@lru_cache(maxsize=1024)
def gln_ok(text: str) -> bool | None:
    """Check digit of a GLN (13 digits); None for any other length."""
    number = digits(text)
    return _ean_digit_ok(number) if len(number) == 13 else None


def _ean_digit_ok(number: str) -> bool:
    # Same digit for all lengths: weights 3 and 1 from the right. stdnum knows it by the name of EAN.
    return bool(ean.calc_check_digit(number[:-1]) == number[-1])


@lru_cache(maxsize=1024)
def iban_ok(text: str) -> bool | None:
    """Checksum and country format of an IBAN; None when `text` does not look like one."""
    compact = _PUNCTUATION.sub("", clean(text)).upper()
    if not re.fullmatch(r"[A-Z]{2}[0-9]{2}[0-9A-Z]{11,30}", compact):
        return None
    return bool(iban.is_valid(compact, check_country=False))


@lru_cache(maxsize=1024)
def vat(text: str) -> tuple[str | None, str]:
    """(country, number) of a printed VAT or tax id: "NIP: PL 526-000-12-46" is ("PL", "5260001246").

    The country is None where no prefix is printed. Greece prints EL.
    """
    compact = clean(text)
    compact = _PUNCTUATION.sub("", _LABEL.sub("", compact) or compact).upper()
    if compact.startswith("CHE"):
        return "CH", re.sub("[^0-9]", "", compact)
    m = re.match(r"^(EL|[A-Z]{2})(?=[0-9A-Z]*[0-9])(.+)$", compact)
    if m and (m.group(1) in _WITH_SCHEME or m.group(1) == "EL"):
        return ("GR" if m.group(1) == "EL" else m.group(1)), m.group(2)
    return None, compact


@lru_cache(maxsize=1024)
def vat_inside(text: str) -> str:
    """The only valid VAT id with a country prefix among the words of `text`; `text` itself where there is none or two.

    Narrow columns print a register number above the VAT id: "552081317 FR 03 552 081 317". Bare digits before a country
    prefix are dropped whatever the checksum says: no VAT id begins so.
    """
    if vat_ok(text):
        return text
    before = re.fullmatch(r"[0-9][0-9 .-]{4,}\s+(([A-Z]{2}) ?[0-9A-Z].*)", text)
    if before and before[2] in _WITH_SCHEME:
        return before[1]
    tokens = text.split()
    found: list[tuple[int, int]] = []
    for start in range(len(tokens)):
        for end in range(len(tokens), start, -1):
            piece = " ".join(tokens[start:end])
            if vat(piece)[0] and vat_ok(piece):
                if not any(a <= start and end <= b for a, b in found):
                    found.append((start, end))
                break
    return " ".join(tokens[slice(*found[0])]) if len(found) == 1 else text


@lru_cache(maxsize=1024)
def vat_ok(text: str, countries: tuple[str, ...] = ()) -> bool | None:
    """Check of a VAT or tax id by the rules of its country.

    Without a printed prefix the countries of the document are tried: one that accepts it is enough. A failure counts
    only where the document names one country and the number has the length of its scheme. None when nothing can be
    said.
    """
    country, number = vat(text)
    if country == "CH":
        return _valid("ch", "uid", f"CHE{number}")
    if country is not None:
        return _valid(country.lower(), "vat", number)
    if re.fullmatch(r"[0-9]{14}", number):
        return _valid("fr", "siret", number)
    if re.fullmatch(r"[0-9]{9}", number) and "FR" in countries:
        return _valid("fr", "siren", number)
    tried = [_valid(c.lower(), "vat", number) for c in countries if c in _WITH_SCHEME and _fits(c, number)]
    known = [result for result in tried if result is not None]
    if any(known):
        return True
    return False if known and len(countries) == 1 else None


_LENGTHS = {"PL": 10, "DE": 9, "IT": 11, "ES": 9, "CZ": 8, "NL": 12, "BE": 10, "AT": 9, "GB": 9}


_PREFIXED = _LENGTHS | {"FR": 11, "HU": 8, "PT": 9, "SK": 10, "SE": 12, "DK": 8, "FI": 8, "LU": 8, "SI": 8, "GR": 9}
"""Characters behind the country's prefix. Spain, Austria and the Netherlands count their letters too."""


def vat_lacks(text: str) -> int:
    """Characters that a VAT id with a country prefix lacks; nought where it is whole or of another country."""
    country, number = vat(text)
    return max(_PREFIXED.get(country or "", 0) - len(number), 0)


def _fits(country: str, number: str) -> bool:
    return len(number) == _LENGTHS.get(country, -1)


@lru_cache(maxsize=64)
def _module(country: str, name: str) -> Any:
    return get_cc_module(country, name)


def _valid(country: str, name: str, number: str) -> bool | None:
    module = _module(country, name)
    return None if module is None else bool(module.is_valid(number))
