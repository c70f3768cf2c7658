"""Styles of article and document numbers, and numbers drawn in a style.

A style is a pattern: # a digit, % a digit from 1, @ a capital, ~ a hexadecimal digit, {Y} {y} {M} {D} {W} parts of a
date, {s} a small running number, {I} initials. Styles, not numbers, are parted between the splits: a style of the
held-out split never occurs in training.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from itertools import product
from random import Random

from data.generate.draw import pick
from data.generate.world.split import Split, part

_LETTERS = "ABCDEFGHJKLMNPRSTUVWXYZ"


def draw(rng: Random, style: str, day: date | None = None) -> str:
    """A number in `style`."""
    if "{" in style:
        day = day or date(2016, 1, 1) + timedelta(days=int(rng.random() * 4000))
        style = style.format(
            Y=day.year,
            y=f"{day.year % 100:02d}",
            M=f"{day.month:02d}",
            D=f"{day.day:02d}",
            W=f"{day.isocalendar()[1]:02d}",
            s=1 + int(rng.random() ** 2 * 2500),
            I=pick(rng, _LETTERS) + pick(rng, _LETTERS),
        )
    out = []
    for c in style:
        if c == "#":
            out.append("0123456789"[int(rng.random() * 10)])
        elif c == "%":
            out.append("123456789"[int(rng.random() * 9)])
        elif c == "@":
            out.append(_LETTERS[int(rng.random() * 23)])
        elif c == "~":
            out.append("0123456789abcdef"[int(rng.random() * 16)])
        else:
            out.append(c)
    return "".join(out)


_FIXED_ARTICLES = (
    "%####.###",
    "@##-####-@",
    "%## ### ###",
    "%.###.###-##",
    "@@ ## ###",
    "%#.##.###.##",
    "@@@_####",
    "%###-###-##@",
    "@%##x##",
    "%##/##-@",
    "@#@#-####",
    "A%## ### ## ##",
    "%### ### ### ###",
    "@@@-@@-###",
    "%#-###/%#",
    "#.###.##.##",
    "@@%###@",
    "@@@@@-##",
    "%###@##",
    "@%##.##/#",
    "MM%-####",
    "SH-@%###",
    "FURN_####",
    "@@@@_@@@",
    "E-COM##",
    "DESK%###",
    "CONS_####",
    "%####-@##",
    "R%##.###",
    "@%-@%-##",
    "%# %## ##",
    "%#.%## %##",
    "@@.%###.#",
    "{Y}-%##",
    "ART.%####",
    "@@@@@@@@",
    "@@@@-%##@",
    "@##%/@",
    "%####/%",
    "%-%####-%##",
    "@@@%#%#",
    "0%##.###.##",
    "@@%# %#-%#",
    "%##.###-@",
    "_%####",
    "%###.@",
)
_CHUNKS = ("%", "%#", "%##", "%###", "%####", "%#####", "##", "###", "@", "@@", "@@@", "@%", "@#", "@@#", "%@", "@%##")


@cache
def article_styles(split: Split) -> tuple[str, ...]:
    """Styles of article numbers: 4 to 12 digits, dotted, dashed, with letters, slashes, blanks, underscores."""
    styles = list(_FIXED_ARTICLES)
    styles += [f"{a}{b}{'#' * n}" for a in "123456789" for b in "0123456789" for n in range(2, 11)]
    styles += [f"0000{a}{'#' * n}" for a in "123456789" for n in range(4, 14)]
    for joint in ("-", ".", "", "/", "_", " "):
        styles += [joint.join(pair) for pair in product(_CHUNKS, repeat=2)]
        if joint in "-.":
            styles += [joint.join(three) for three in product(_CHUNKS[2:12:2], _CHUNKS[1:9:2], _CHUNKS[::3])]
    return part(dict.fromkeys(s for s in styles if len(s) > 3 and ("#" in s or "%" in s)), split)


@cache
def _plain_articles(split: Split) -> tuple[str, ...]:
    return tuple(s for s in article_styles(split) if s[0].isdigit() and set(s[4:]) <= {"#"})


def numbering(rng: Random, split: Split) -> Callable[[Random], str]:
    """How one company numbers its articles: a style whose first letters (and now and then digits) stay the same."""
    styles = _plain_articles(split) if rng.random() < 0.3 else article_styles(split)
    style = pick(rng, styles)
    if rng.random() < 0.6:
        letters = style.partition("@")
        while letters[1]:
            style = letters[0] + pick(rng, _LETTERS) + letters[2]
            letters = style.partition("@")
    second = pick(rng, article_styles(split)) if rng.random() < 0.08 else style
    return lambda r: draw(r, style if r.random() < 0.8 else second)


_PREFIXES: dict[str, tuple[str, ...]] = {
    "order": (
        "PO",
        "P.O.",
        "ZAM",
        "ZZ",
        "ZD",
        "ZA",
        "B",
        "BE",
        "EK",
        "BST",
        "O",
        "P",
        "OC",
        "PC",
        "CF",
        "BC",
        "CMD",
        "CA",
        "OA",
        "ODA",
        "ORD",
        "OR",
        "INK",
        "IO",
        "OBJ",
        "OV",
        "NO",
        "V",
        "M",
        "W",
        "K",
        "A",
        "PUR",
        "LPO",
        "EB",
        "BA",
        "OF",
        "PED",
        "PO_",
        "Z",
        "4",
        "BO",
        "ZO",
        "OP",
        "AB",
        "C",
        "CO",
        "PRJ",
        "OBV",
    ),
    "invoice": (
        "INV",
        "FV",
        "FA",
        "F",
        "RE",
        "RG",
        "R",
        "FT",
        "FC",
        "FAC",
        "FS",
        "VF",
        "SI",
        "VFR",
        "INV/",
        "FVS",
        "FAK",
        "RN",
        "VK",
    ),
    "quote": ("AN", "Q", "OF", "ANG", "OFF", "DE", "DEV", "PR", "S", "SQ", "NAB", "CN", "QT", "OFR"),
    "contract": ("K", "V", "RV", "CT", "UM", "C", "46", "CON", "FA", "U", "CTR", "BPO", "S", "RK"),
    "customer": ("K", "D", "C", "KD", "CL", "CUST", "1", "DEB", "A", "KND"),
    "delivery": ("LS", "WZ", "DN", "BL", "DDT", "AL", "DL", "PB", "8", "SHP", "L"),
    "requisition": ("PR", "BANF", "RQ", "DA", "ZP", "REQ", "1", "RDA", "SC", "RFQ"),
    "project": ("P", "PRJ", "BV", "J", "K", "PJ", "WO", "C", "Z", "A"),
    "sales": ("SO", "AB", "A", "ZS", "ZK", "VO", "S", "OV", "AU", "VOP", "CC", "K"),
    "reference": ("REF", "MK", "AZ", "ZN", "T", "DOC", "SR"),
}
_SEQ = ("{s}", "###", "####", "#####", "%#####", "%###", "%##")
_YEARS = ("{Y}", "{y}", "{Y}/{M}", "{M}/{Y}", "{Y}{M}", "{y}{M}", "{Y}-{M}", "{y}-{M}", "{Y}{M}{D}", "{y}{W}")
_FIXED_ORDERS = (
    "45{}########",
    "%##### ",
    "PO-{Y}-####",
    "ZZ/%##/{M}/{Y}",
    "{I} {y}/%###",
    "P%####",
    "P#####",
    "~~~~~~~~-~~~~-4~~~-a~~~-~~~~~~~~~~~~",
    "%###/%##/@@",
    "@%#-%####/{y}",
    "%####-%",
    "{Y}.%###",
    "%# ### ###",
    "@@@/%###/{I}/{Y}",
    "{y}-%###-@@",
    "4500%#####",
    "PO%####-R1",
    "W%####-{y}",
    "%###.%##",
    "{s}",
    "{s}/{Y}",
    "{s}/{M}",
    "{Y}{M}{D}-%",
    "{Y}{M}{D}/%#",
    "{Y}{M}{D}%###",
    "@@%#%#%#",
    "PO #%###",
    "%#-%####-%##",
    "0%######",
    "@%##-{I}-{y}",
    "{I}-%###",
    "TEL {D}.{M}.{y}",
    "Mail {D}.{M}.",
    "{I} {D}/{M}",
    "SR2025.%##",
    "%####/@@/%#",
    "VERBAL-{I}",
    "#%####",
    "PO_%####_{y}",
)


@cache
def document_styles(kind: str, split: Split) -> tuple[str, ...]:
    """Styles of document numbers of a kind (a key of the prefix lists)."""
    prefixes = _PREFIXES[kind]
    styles = [s.strip().replace("{}", "") for s in _FIXED_ORDERS] if kind in ("order", "reference", "sales") else []
    for prefix, joint, year, seq in product(
        prefixes, ("-", "/", ""), _YEARS[::2] if kind != "order" else _YEARS, _SEQ[1:6:2]
    ):
        styles.append(f"{prefix}{joint}{year}{joint or '-'}{seq}")
        if joint == "/":
            styles.append(f"{prefix} {seq}/{year}")
            styles.append(f"{seq}/{prefix}/{year}")
    styles += [f"{prefix}{joint}{seq}" for prefix, joint, seq in product(prefixes, ("", "-", " ", "."), _SEQ[1:])]
    styles += [f"{year}{joint}{seq}" for year, joint, seq in product(_YEARS, ("-", "/", "", "."), _SEQ)]
    return part(dict.fromkeys(styles), split)


@cache
def _digit_styles(kind: str, split: Split) -> tuple[str, ...]:
    lengths = range(1, 9) if kind == "customer" else range(2, 12)
    return part((f"{a}{b}{'#' * n}" for a in "123456789" for b in "0123456789" for n in lengths), split)


def document_number(rng: Random, kind: str, split: Split, day: date | None) -> str:
    """A document number of `kind`: plain digits in two of five cases."""
    kind = kind if kind in _PREFIXES else "reference"
    share = 0.7 if kind == "customer" else 0.42
    styles = _digit_styles(kind, split) if rng.random() < share else document_styles(kind, split)
    return draw(rng, pick(rng, styles), day)
