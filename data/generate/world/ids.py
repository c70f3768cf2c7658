"""Identifiers with right check digits: GTIN, GLN, VAT numbers, IBAN, tax and register numbers.

Rules are those that python-stdnum verifies (the tests hold the two against each other); they are computed here
because a company is drawn thousands of times a minute.
"""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from data.generate.draw import pick

_GS1 = {
    "PL": "590",
    "DE": "40",
    "AT": "90",
    "CH": "76",
    "FR": "3",
    "BE": "54",
    "NL": "87",
    "LU": "54",
    "ES": "84",
    "IT": "80",
    "CZ": "859",
    "SK": "858",
    "GB": "50",
    "IE": "539",
    "US": "0",
    "CA": "0",
    "SE": "73",
    "DK": "57",
    "PT": "560",
    "HU": "599",
}


def digits(rng: Random, n: int) -> str:
    """`n` random digits, zeros in front included."""
    return f"{int(rng.random() * 10**n):0{n}d}"


def number(rng: Random, n: int) -> str:
    """`n` random digits that do not start with a zero."""
    low = 10 ** (n - 1)
    return str(low + int(rng.random() * 9 * low))


def _gs1_check(body: str) -> str:
    total = sum(int(c) * (3 if i % 2 == 0 else 1) for i, c in enumerate(reversed(body)))
    return str(-total % 10)


def gtin(rng: Random, country: str) -> str:
    """A GTIN-13, now and then a GTIN-8, 12 or 14."""
    x = rng.random()
    prefix = _GS1.get(country, "40")
    if x < 0.93 and country not in ("US", "CA"):
        body = prefix + digits(rng, 12 - len(prefix))
    elif x < 0.96 or country in ("US", "CA"):
        body = number(rng, 11)
    elif x < 0.98:
        body = digits(rng, 7)
    else:
        body = "1" + prefix + digits(rng, 12 - len(prefix))
    return body + _gs1_check(body)


def gln(rng: Random, country: str) -> str:
    """A GLN (13 digits)."""
    prefix = _GS1.get(country, "40")
    body = prefix + digits(rng, 12 - len(prefix))
    return body + _gs1_check(body)


def _luhn(body: str) -> str:
    total = 0
    for i, c in enumerate(reversed(body)):
        d = int(c) * (2 if i % 2 == 0 else 1)
        total += d - 9 if d > 9 else d
    return str(-total % 10)


def _weighted(body: str, weights: tuple[int, ...]) -> int:
    return sum(int(c) * w for c, w in zip(body, weights, strict=True))


def _retry(make: Callable[[Random], str]) -> Callable[[Random], str]:
    """Draw again while `make` gives an empty text (a body that has no check digit)."""

    def draw(rng: Random) -> str:
        while not (found := make(rng)):
            pass
        return found

    return draw


def _pl(rng: Random) -> str:
    body = number(rng, 9)
    check = _weighted(body, (6, 5, 7, 2, 3, 4, 5, 6, 7)) % 11
    return "" if check == 10 else f"{body}{check}"


def _de(rng: Random) -> str:
    body, product = number(rng, 8), 10
    for c in body:
        total = (int(c) + product) % 10 or 10
        product = 2 * total % 11
    return f"{body}{(11 - product) % 10}"


def _at(rng: Random) -> str:
    body = digits(rng, 7)
    return f"U{body}{(6 - int(_luhn_sum(body))) % 10}"


def _luhn_sum(body: str) -> int:
    total = 0
    for i, c in enumerate(body):
        d = int(c) * (1 if i % 2 == 0 else 2)
        total += d - 9 if d > 9 else d
    return total


def _ch(rng: Random) -> str:
    body = number(rng, 8)
    check = -_weighted(body, (5, 4, 3, 2, 7, 6, 5, 4)) % 11
    return "" if check == 10 else f"{body}{check}"


def siren(rng: Random) -> str:
    """A French company number."""
    body = number(rng, 8)
    return body + _luhn(body)


def _fr(rng: Random) -> str:
    body = siren(rng)
    return f"{(12 + 3 * (int(body) % 97)) % 97:02d}{body}"


def _be(rng: Random) -> str:
    body = pick(rng, ("04", "05", "06", "07", "08", "04")) + digits(rng, 6)
    return f"{body}{97 - int(body) % 97:02d}"


def _nl(rng: Random) -> str:
    body = number(rng, 8)
    check = _weighted(body, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return "" if check == 10 else f"{body}{check}B0{1 + int(rng.random() * 2)}"


def _lu(rng: Random) -> str:
    body = number(rng, 6)
    return f"{body}{int(body) % 89:02d}"


def _es(rng: Random) -> str:
    body = digits(rng, 7)
    control = _luhn(body)
    return f"{pick(rng, 'AB')}{body}{control}" if rng.random() < 0.9 else _nif(rng)


def _nif(rng: Random) -> str:
    body = digits(rng, 8)
    return body + "TRWAGMYFPDXBNJZSQVHLCKE"[int(body) % 23]


def _it(rng: Random) -> str:
    body = digits(rng, 7) + f"{1 + int(rng.random() * 95):03d}"
    return body + _luhn(body)


def _cz(rng: Random) -> str:
    body = pick(rng, "245678") + digits(rng, 6)
    check = -_weighted(body, (8, 7, 6, 5, 4, 3, 2)) % 11
    return f"{body}{(check or 1) % 10}"


def _sk(rng: Random) -> str:
    body = "20" + pick(rng, "23478") + digits(rng, 7)
    value = int(body) - int(body) % 11
    return str(value) if str(value)[2] in "23478" else ""


def _gb(rng: Random) -> str:
    body = number(rng, 7)
    check = -(_weighted(body, (8, 7, 6, 5, 4, 3, 2)) + 55) % 97
    return f"{body}{check:02d}"


def _ie(rng: Random) -> str:
    body = number(rng, 7)
    return body + "WABCDEFGHIJKLMNOPQRSTUV"[_weighted(body, (8, 7, 6, 5, 4, 3, 2)) % 23]


def _se(rng: Random) -> str:
    body = "556" + digits(rng, 6)
    return f"{body}{_luhn(body)}01"


def _dk(rng: Random) -> str:
    body = number(rng, 7)
    check = -_weighted(body, (2, 7, 6, 5, 4, 3, 2)) % 11
    return "" if check == 10 else f"{body}{check}"


def _pt(rng: Random) -> str:
    body = "50" + digits(rng, 6)
    check = 11 - _weighted(body, (9, 8, 7, 6, 5, 4, 3, 2)) % 11
    return f"{body}{0 if check > 9 else check}"


def _hu(rng: Random) -> str:
    body = number(rng, 7)
    return f"{body}{-_weighted(body, (9, 7, 3, 1, 9, 7, 3)) % 10}"


def _ca(rng: Random) -> str:
    body = number(rng, 8)
    return body + _luhn(body)


def _us(rng: Random) -> str:
    return number(rng, 9)


_VAT: dict[str, Callable[[Random], str]] = {
    "PL": _retry(_pl),
    "DE": _de,
    "AT": _at,
    "CH": _retry(_ch),
    "FR": _fr,
    "BE": _be,
    "NL": _retry(_nl),
    "LU": _lu,
    "ES": _es,
    "IT": _it,
    "CZ": _cz,
    "SK": _retry(_sk),
    "GB": _gb,
    "IE": _ie,
    "SE": _se,
    "DK": _retry(_dk),
    "PT": _pt,
    "HU": _hu,
    "CA": _ca,
    "US": _us,
}

_PRINT: dict[str, tuple[str, ...]] = {
    # {} is the bare number; the digits of a slice pattern are cut out of it.
    "PL": (
        "PL{}",
        "{}",
        "{0:3}-{3:3}-{6:2}-{8:2}",
        "{0:3}-{3:2}-{5:2}-{7:3}",
        "PL {}",
        "PL {0:3}-{3:3}-{6:2}-{8:2}",
        "PL-{}",
        "{0:3} {3:3} {6:2} {8:2}",
    ),
    "DE": ("DE{}", "DE{}", "DE {0:3} {3:3} {6:3}", "DE {}", "DE-{}"),
    "AT": ("AT{}", "AT{}", "AT {}"),
    "CH": ("CHE-{0:3}.{3:3}.{6:3} MWST", "CHE-{0:3}.{3:3}.{6:3}", "CHE-{0:3}.{3:3}.{6:3} TVA", "CHE {}", "CHE{}"),
    "FR": ("FR{}", "FR {0:2} {2:3} {5:3} {8:3}", "FR{0:2} {2:3} {5:3} {8:3}", "FR {}", "FR {0:2} {2:9}"),
    "BE": (
        "BE{}",
        "BE {0:4}.{4:3}.{7:3}",
        "BE {}",
        "BE {0:4} {4:3} {7:3}",
        "BE-{0:4}.{4:3}.{7:3}",
        "{0:4}.{4:3}.{7:3}",
    ),
    "NL": ("NL{}", "NL {}", "NL{0:4}.{4:2}.{6:3}.{9:3}", "{}", "NL {0:4}.{4:2}.{6:3}.{9:3}", "NL.{0:9}.{9:3}"),
    "LU": ("LU{}", "LU {}"),
    "ES": ("{}", "{}", "ES{}", "{0:1}-{1:8}", "ES {}", "ES-{}"),
    "IT": ("IT{}", "{}", "{}", "IT {}"),
    "CZ": ("CZ{}", "CZ{}", "CZ {}"),
    "SK": ("SK{}", "SK{}", "SK {}"),
    "GB": ("GB{}", "GB {0:3} {3:4} {7:2}", "{0:3} {3:4} {7:2}", "{}", "GB {}"),
    "IE": ("IE{}", "IE {}", "{}"),
    "SE": ("SE{}", "SE {}"),
    "DK": ("DK{}", "DK {}", "{}", "DK {0:2} {2:2} {4:2} {6:2}"),
    "PT": ("PT{}", "{}", "PT {}", "PT {0:3} {3:3} {6:3}"),
    "HU": ("HU{}", "HU {}"),
    "CA": ("{}RT0001", "{} RT0001"),
    "US": ("{0:2}-{2:7}", "{0:2}-{2:7}", "{}"),
}


def vat_id(rng: Random, country: str) -> tuple[str, str]:
    """A VAT number as printed and its bare digits; for the US an EIN, for Canada a GST number."""
    bare = _VAT[country](rng)
    return _spell(pick(rng, _PRINT[country]), bare), bare


def _spell(pattern: str, bare: str) -> str:
    if "{0" not in pattern:
        return pattern.replace("{}", bare)
    parts = pattern.split("{")
    out = parts[0]
    for part in parts[1:]:
        place, _, rest = part.partition("}")
        start, _, length = place.partition(":")
        out += bare[int(start) : int(start) + int(length)] + rest
    return out


_BBAN: dict[str, str] = {
    "PL": "########" + "#" * 16,
    "DE": "#" * 18,
    "AT": "#" * 16,
    "CH": "#" * 17,
    "LU": "###" + "#" * 13,
    "NL": "@@@@##########",
    "CZ": "#" * 20,
    "SK": "#" * 20,
    "GB": "@@@@" + "#" * 14,
    "IE": "@@@@" + "#" * 14,
    "SE": "#" * 20,
    "DK": "#" * 14,
    "HU": "#" * 24,
}
_DUTCH = ("ABNA", "INGB", "RABO", "TRIO", "KNAB", "BUNQ")
_BRITISH = ("NWBK", "BARC", "LOYD", "HBUK", "MIDL", "AIBK", "BOFI")


def _bban(rng: Random, country: str) -> str:
    if country == "BE":
        body = pick(rng, ("001", "210", "363", "390", "735", "068", "979", "734")) + digits(rng, 7)
        return f"{body}{int(body) % 97 or 97:02d}"
    if country == "FR":
        bank, desk, account = number(rng, 5), digits(rng, 5), digits(rng, 11)
        key = 97 - (89 * int(bank) + 15 * int(desk) + 3 * int(account)) % 97
        return f"{bank}{desk}{account}{key:02d}"
    if country == "ES":
        bank, account = pick(rng, ("2100", "0182", "0049", "0081", "2038")) + digits(rng, 4), digits(rng, 10)
        return f"{bank}{_ccc('00' + bank)}{_ccc(account)}{account}"
    if country == "IT":
        body = pick(rng, ("02008", "03069", "01030", "05034", "03268")) + digits(rng, 5) + digits(rng, 12)
        return _cin(body) + body
    if country == "PT":
        body = pick(rng, ("0035", "0033", "0010", "0018")) + digits(rng, 4) + digits(rng, 11)
        return f"{body}{98 - int(body + '00') % 97:02d}"
    pattern = _BBAN[country]
    if pattern[0] == "@":
        return pick(rng, _DUTCH if country == "NL" else _BRITISH) + digits(rng, len(pattern) - 4)
    return digits(rng, len(pattern))


def _ccc(body: str) -> int:
    check = 11 - _weighted(body, (1, 2, 4, 8, 5, 10, 9, 7, 3, 6)) % 11
    return {10: 1, 11: 0}.get(check, check)


_ODD = dict(zip("0123456789", (1, 0, 5, 7, 9, 13, 15, 17, 19, 21), strict=True))


def _cin(body: str) -> str:
    total = sum(_ODD[c] if i % 2 == 0 else int(c) for i, c in enumerate(body))
    return chr(65 + total % 26)


def iban(rng: Random, country: str) -> str:
    """A bare IBAN with right check digits; empty for countries without IBAN."""
    if country in ("US", "CA"):
        return ""
    bban = _bban(rng, country)
    tail = f"{ord(country[0]) - 55}{ord(country[1]) - 55}00"
    value = int((bban if bban.isdigit() else _as_digits(bban)) + tail)
    return f"{country}{98 - value % 97:02d}{bban}"


def _as_digits(text: str) -> str:
    return "".join(c if c.isdigit() else str(ord(c) - 55) for c in text)


def spaced(iban_: str) -> str:
    """An IBAN in groups of four."""
    return " ".join(iban_[i : i + 4] for i in range(0, len(iban_), 4))
