"""Exact keys by which records are found, and the words by which names and descriptions are searched.

A key is coarser than equality (prefixes of VAT numbers, O and 0, leading zeros of a GTIN): what comes back is compared
again by whoever asks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from data.values import ids, units
from data.values.text import clean, without_accents
from serving.odoo.mirror.names import domain, emails, stem
from serving.odoo.records import Packaging, Partner, Product

_FOLD = str.maketrans({"O": "0", "Q": "0", "I": "1", "L": "1"})
_SPACES = re.compile(r"\s+")
_NOT_ALNUM = re.compile(r"[\W_]+")
_TIMES = re.compile(r"(?<=\d)\s*[x\u00d7*]\s*(?=\d)")
_COMMA = re.compile(r"(?<=\d),(?=\d)")
_CHUNK = re.compile(r"[^\W_]+(?:\.\d+)*(?:[^\W_]*)")
_PIECE = re.compile(r"\d+(?:\.\d+)?|[^\W\d_]+")
MIN_VAT = 7
"""Shorter ones ("/", "n/a", a lone country) identify nobody."""


@lru_cache(maxsize=16384)
def exact(code: str) -> str:
    """A code as people compare it: without spaces, in capitals."""
    return _SPACES.sub("", clean(code)).upper()


@lru_cache(maxsize=16384)
def loose(code: str) -> str:
    """Letters and digits alone: "AB-12/3" and "ab 12.3" are both "AB123"."""
    return _NOT_ALNUM.sub("", without_accents(exact(code))).upper()


@lru_cache(maxsize=16384)
def fold(code: str) -> str:
    """`loose` with the letters that scans mistake for digits made one with them: O Q 0, I l 1."""
    code = code.replace("|", "I")  # first, for `loose` would drop it
    return (loose(code) or exact(code)).translate(_FOLD)


@lru_cache(maxsize=8192)
def vat(text: str) -> str | None:
    """The number without country and leading zeros, None for what is too short to be one."""
    number = re.sub(r"[^0-9A-Z]", "", ids.vat(text)[1])
    return number.lstrip("0") if len(number) >= MIN_VAT and any(c.isdigit() for c in number) else None


@lru_cache(maxsize=16384)
def gtin(text: str) -> str:
    """A barcode without leading zeros (UPC-12, EAN-13 and GTIN-14 of one article are one); others as `exact`."""
    number = ids.digits(text)
    return number.lstrip("0") if number else exact(text)


def gln(text: str) -> str | None:
    number = ids.digits(text)
    return number if len(number) == 13 else None


def name(text: str) -> str:
    """The name without legal form and spaces."""
    return stem(text)[0].replace(" ", "")


def postcode(text: str) -> str:
    return loose(text)


def place(zip_: str, street: str) -> str | None:
    """Postal code and house number, which few partners share; None where either lacks."""
    number = re.search(r"\d+", street)
    return f"{postcode(zip_)}|{number.group()}" if zip_ and number and postcode(zip_) else None


def partner(record: Partner) -> Iterator[tuple[str, str]]:
    """(kind, key) of everything that a partner can be found by."""
    if record.vat and (number := vat(record.vat)):
        yield "vat", number
    if record.gln and (number := gln(record.gln)):
        yield "gln", number
    if record.ref:
        yield "ref", fold(record.ref)
    for address in emails(record.email):
        yield "email", address
        if host := domain(address):
            yield "domain", host
    if record.name and (key := name(record.name)):
        yield "name", key
    for line in (record.street, record.street2):
        if record.zip and line and (where := place(record.zip, line)):
            yield "place", where


def product(record: Product) -> Iterator[tuple[str, str]]:
    if record.default_code and fold(record.default_code):
        yield "code", fold(record.default_code)
    if record.barcode and gtin(record.barcode):
        yield "barcode", gtin(record.barcode)


def packaging(record: Packaging) -> Iterator[tuple[str, str]]:
    if record.barcode and gtin(record.barcode):
        yield "pack", gtin(record.barcode)


def plain(text: str) -> str:
    """Small letters without accents; "2,5 x 40" is "2.5x40"."""
    return _TIMES.sub("x", _COMMA.sub(".", without_accents(clean(text))))


@lru_cache(maxsize=16384)
def pieces(text: str) -> tuple[str, ...]:
    """Runs of letters and numbers: "M8x40 DIN 933" is ("m", "8", "x", "40", "din", "933")."""
    return tuple(_PIECE.findall(plain(text)))


def words(text: str) -> set[str]:
    """What a text is found by: its words, and the parts of words that mix letters and digits."""
    out = set()
    for chunk in _CHUNK.findall(plain(text)):
        out.add(chunk)
        if not chunk.isalpha():
            out.update(part for part in _PIECE.findall(chunk) if len(part) > 1)
    return out


_ODOO_UNITS = {
    "ml": "MLT", "oz": "ONZ", "lb": "LBR", "in": "INH", "ft": "FOT", "yd": "YRD", "ft2": "FTK", "fl oz": "OZA",
    "gal": "GLL", "qt": "QT", "in3": "INQ", "ft3": "FTQ", "mi": "SMI",
}  # fmt: skip
"""Names of Odoo's own units that are printed with another meaning ("ml" is also a running metre), or hardly ever."""


def unit_code(name: str) -> str | None:
    """Recommendation 20 code of a uom.uom's name, in any language that we read: "Units", "Stück(e)", "kg"."""
    alone = clean(name.split("(")[0])
    return _ODOO_UNITS.get(alone) or units.code(alone) or units.code(alone.rstrip("s"))
