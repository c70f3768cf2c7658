"""Articles and services of thirty families, described as suppliers describe them in eight languages."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from math import exp, log
from pathlib import Path
from random import Random

from data.generate.draw import draw_pair, pick
from data.generate.world import features, ids, names
from data.generate.world.countries import Country
from data.generate.world.model import Numbering, Product
from data.generate.world.numbers import numbering as style
from data.generate.world.split import Split, is_heldout

_LANGS = ("pl", "en", "de", "fr", "es", "it", "nl", "cs")
_WORDS = Path(__file__).parent / "words"
_PIECES = (("H87", 82), ("C62", 10), ("EA", 8))
_DIVISIBLE = frozenset(("KGM", "MTR", "MTK", "LTR", "TNE", "HUR", "KMT"))
_IMMATERIAL = frozenset(("services", "media", "licences", "rentals", "transport"))
_ORIGINS = (
    "DE",
    "CN",
    "PL",
    "IT",
    "FR",
    "CZ",
    "TW",
    "US",
    "NL",
    "ES",
    "AT",
    "TR",
    "IN",
    "SE",
    "GB",
    "JP",
    "VN",
    "HU",
    "PT",
    "BE",
)


@dataclass(frozen=True, slots=True)
class Family:
    """What belongs together in a shop: units, ranges and the things themselves."""

    name: str
    units: tuple[str, ...]
    prices: tuple[float, float]
    weights: tuple[float, float]
    customs: str
    things: tuple[tuple[str, ...], ...]
    """Names in the eight languages."""


@cache
def families(split: Split) -> dict[str, Family]:
    """Families with the things of a split; a thing belongs to the split of its English name."""
    out: dict[str, Family] = {}
    head: list[str] = []
    things: list[tuple[str, ...]] = []
    lines = (_WORDS / "products.tsv").read_text(encoding="utf-8").splitlines()
    for line in [*lines, "@"]:
        if not line.startswith("@"):
            words = tuple(line.split("|"))
            if is_heldout(words[1]) == (split == "heldout"):
                things.append(words)
            continue
        if things:
            low, _, high = head[2].partition("-")
            light, _, heavy = head[3].partition("-")
            out[head[0]] = Family(
                head[0], tuple(head[1].split()), (float(low), float(high)), (float(light), float(heavy)), head[4],
                tuple(things),
            )  # fmt: skip
        head, things = line[1:].split("\t"), []
    return out


def product(
    rng: Random, split: Split, lang: str, country: Country, family: str | None, numbering: Numbering
) -> Product:  # fmt: skip
    """One article of `family` (any when None, or when the split has nothing in it)."""
    known = families(split)
    kin = known.get(family or "") or pick(rng, tuple(known.values()))
    column = _LANGS.index(lang if rng.random() > 0.03 else pick(rng, ("en", "en", "de", "fr", "it")))
    thing = pick(rng, kin.things)[column]
    maker = names.root(rng, split)
    name = _name(rng, thing, features.tail(rng, kin.name, column, maker))
    share = rng.random() ** 1.15
    price = _price(rng, kin.prices, share)
    unit = _unit(rng, kin)
    low, high = kin.weights
    weight = Decimal(0)
    if high and kin.name not in _IMMATERIAL:
        weight = (
            Decimal("1")
            if unit == "KGM"
            else Decimal("1000")
            if unit == "TNE"
            else _decimal(_between(low, high, share), 3)
        )
    return Product(
        family=kin.name, name=name, extra_lines=features.lines(rng, kin.name, column, maker),
        buyer_no=numbering.buyer(rng), supplier_no=numbering.supplier(rng), gtin=ids.gtin(rng, country.code),
        unit=unit, price=price, weight=weight, customs_code=_customs(rng, kin.customs),
        origin=country.code if rng.random() < 0.4 else pick(rng, _ORIGINS), whole=unit not in _DIVISIBLE,
        typical=_typical(rng, price),
    )  # fmt: skip


def _between(low: float, high: float, share: float) -> float:
    return exp(log(low) + (log(high) - log(low)) * share) if low > 0 else high * share


def _decimal(value: float, places: int) -> Decimal:
    return Decimal(f"{value:.{places}f}")


def _price(rng: Random, prices: tuple[float, float], share: float) -> Decimal:
    value = _between(*prices, share)
    x = rng.random()
    if value < 1:
        return max(_decimal(value, 4 if x < 0.35 else 3 if x < 0.45 else 2), Decimal("0.01"))
    if x < 0.12:
        return _decimal(value, 4)
    if x < 0.28:
        return Decimal(max(1, round(value)))
    if x < 0.45:
        return _decimal(max(1, round(value)) - (0.1 if x < 0.36 else 0.01), 2)
    return _decimal(value, 2)


def _unit(rng: Random, kin: Family) -> str:
    unit = kin.units[0] if rng.random() < 0.55 else pick(rng, kin.units)
    return draw_pair(rng, _PIECES) if unit == "H87" else unit


def _typical(rng: Random, price: Decimal) -> int:
    usual: float = 160 * exp(rng.gauss(0, 0.9)) / max(float(price), 0.02) ** 0.75
    if usual < 3:
        return 1 + int(rng.random() * 4)
    if usual > 20 and rng.random() < 0.7:
        step = pick(rng, (5, 10, 12, 24, 25, 50, 100))
        return max(step, round(usual / step) * step)
    return max(1, round(usual))


def _customs(rng: Random, heading: str) -> str:
    if heading == "0000":
        return ""
    digits = heading + ids.digits(rng, 4)
    x = rng.random()
    if x < 0.7:
        return digits
    if x < 0.8:
        return f"{digits[:4]} {digits[4:6]} {digits[6:]}"
    return f"{digits[:4]}.{digits[4:6]}.{digits[6:]}" if x < 0.88 else digits + "00" if x < 0.95 else digits[:6]


def _name(rng: Random, thing: str, tail: str) -> str:
    x = rng.random()
    name = thing[0].upper() + thing[1:] if x < 0.85 else thing
    text = f"{name}{', ' if tail and rng.random() < 0.15 else ' ' if tail else ''}{tail}"
    if x < 0.06:
        text = _shortened(text).upper()
    elif x < 0.2:
        text = text.upper()
    elif x < 0.24:
        text = " ".join(w[:1].upper() + w[1:] for w in text.split())
    return text


def _shortened(text: str) -> str:
    """As ERP systems cut names to their field: long words end in a point."""
    return " ".join(w if len(w) < 8 or not w.isalpha() else w[:5] + "." for w in text.split())


def numbering(rng: Random, split: Split) -> Numbering:
    """Two article number styles: the buyer's and the supplier's."""
    buyer: Callable[[Random], str] = style(rng, split)
    return Numbering(buyer, style(rng, split))
