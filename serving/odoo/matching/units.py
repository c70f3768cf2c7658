"""What a printed unit means for a product: a unit of measure that converts to the product's own, or a packaging."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from decimal import Decimal

from data.result import Line
from data.values import units
from data.values.text import clean
from serving.odoo.history import History
from serving.odoo.matches import LineMatch
from serving.odoo.matching.options import Options
from serving.odoo.mirror import Mirror, keys
from serving.odoo.records import Packaging, Product, Unit

PIECES = frozenset({"H87", "C62", "EA", "NAR", "XPP"})
"""Codes of one piece of something."""
PACKS = frozenset("XBX XCT XPK XRO XPX XBG XBO XCA XCR XCS XDR XCN XTU XBE XPA XPC XSA SET".split())  # noqa: SIM905
"""Codes of packages: how much is in one is the product's matter."""
ANY_PACK = frozenset({"XPK"})
"""The word for a package of whatever kind (VE, op., pack)."""
MULTIPLES = {"DZN": Decimal(12), "CEN": Decimal(100), "MIL": Decimal(1000), "GRO": Decimal(144)}
"""Codes that count pieces, whatever the article."""
_IN_TEXT = re.compile(r"(?<![\d.,])(\d{1,5})(?![\d.,])")


@dataclass(frozen=True, slots=True)
class Converted:
    """Quantity and price of one in another unit; their product is the same."""

    quantity: Decimal
    price: Decimal | None


def convert(quantity: Decimal, price: Decimal | None, factor: Decimal) -> Converted:
    """`factor`: so many of the new unit are one of the old. Quantity and price change together, or neither does."""
    return Converted(quantity * factor, None if price is None else price / factor)


def match_unit(
    line: Line, index: int, match: LineMatch, product: Product, mirror: Mirror, history: History, options: Options
) -> LineMatch:
    """`match` with what the line's unit means. Nothing printed means nothing told: `unit_id` stays None, except that
    the barcode of a carton orders cartons.
    """
    value = line.fields.get("unit")
    gtin = line.fields.get("gtin")
    packs = _packagings(product, mirror)
    pack = next((p for p in packs if gtin and p.barcode and keys.gtin(p.barcode) == keys.gtin(gtin.value)), None)
    if value is None:
        return _packed(match, pack, product) if pack is not None else match
    text, code = _printed(value.text), units.code(value.value) or units.code(_word(value.text))
    told = options.units.get(text.casefold()) or getattr(history.recall("unit", product.id, text), "target", None)
    if told is not None:
        return _as_unit(match, mirror.unit(told), product, mirror)
    if pack is not None:
        # The carton's barcode beside "pieces": five cartons or five pieces? Nobody but the customer knows.
        return replace(match, unit_problem="ambiguous_unit") if code in PIECES else _packed(match, pack, product)
    if code in PACKS and (fitting := _fitting(text, code or "", packs)):
        return (
            _packed(match, fitting[0], product) if len(fitting) == 1 else replace(match, unit_problem="ambiguous_unit")
        )
    return _by_name(match, text, code, product, mirror)


def _packagings(product: Product, mirror: Mirror) -> tuple[Packaging, ...]:
    """Packagings, and from 19 the other units that the product is sold in (`id` 0: they have no barcode)."""
    packs, own = mirror.packagings(product.id), mirror.unit(product.uom_id)
    known = {p.unit_id for p in packs}
    more = [u for id_ in product.unit_ids if id_ not in known and (u := mirror.unit(id_)) is not None]
    inside = [u for u in more if own is not None and u.category == own.category and u.id != own.id]
    return (*packs, *(Packaging(0, u.name, product.id, u.factor / own.factor, None, u.id) for u in inside if own))


def _by_name(match: LineMatch, text: str, code: str | None, product: Product, mirror: Mirror) -> LineMatch:
    own = mirror.unit(product.uom_id)
    known = [u for u in mirror.units() if u.active and (_means(u, code) or u.name.casefold() == text.casefold())]
    inside = [u for u in known if own is not None and u.category == own.category]
    if own is not None and any(u.id == own.id for u in inside):
        return replace(match, unit_id=own.id)
    offered = [u for u in inside if u.id in product.unit_ids] or inside
    if len(offered) > 1:
        return replace(match, unit_problem="ambiguous_unit")
    if offered:
        return replace(match, unit_id=offered[0].id)
    if own is not None and code in MULTIPLES and _is_piece(own):
        return replace(match, unit_id=own.id, factor=MULTIPLES[code])
    measured = bool(known) or (code is not None and code not in PACKS)
    return replace(match, unit_problem="other_category" if measured else "unknown_unit")


def _as_unit(match: LineMatch, unit: Unit | None, product: Product, mirror: Mirror) -> LineMatch:
    own = mirror.unit(product.uom_id)
    if unit is None or not unit.active:
        return replace(match, unit_problem="unknown_unit")
    if own is None or unit.category != own.category:
        return replace(match, unit_problem="other_category")
    return replace(match, unit_id=unit.id)


def _packed(match: LineMatch, pack: Packaging, product: Product) -> LineMatch:
    """Up to 18 a packaging is so many of the product's unit; in 19 it is a unit of its own."""
    if pack.unit_id is not None:
        return replace(match, unit_id=pack.unit_id, packaging_id=pack.id or None)
    if pack.quantity <= 0:
        return replace(match, packaging_id=pack.id, unit_problem="unknown_unit")
    return replace(match, unit_id=product.uom_id, packaging_id=pack.id, factor=pack.quantity)


def _fitting(text: str, code: str, packs: tuple[Packaging, ...]) -> list[Packaging]:
    """Packagings that the printed word may mean: of that kind, and of that size where one is printed."""
    size = _IN_TEXT.search(text)
    sized = [p for p in packs if p.quantity == Decimal(size.group(1))] if size else list(packs)
    kinds = [p for p in sized if code in _codes(p.name)]
    if kinds or code not in ANY_PACK:
        return kinds
    return sized


def _codes(name: str) -> set[str]:
    """Codes of the words of a packaging's name: "Karton 12 szt." is {XCT, H87}."""
    return {c for c in (units.code(word) for word in re.split(r"[\s\d/()]+", clean(name)) if word) if c}


def _means(unit: Unit, code: str | None) -> bool:
    return code is not None and (unit.code == code or (code in PIECES and unit.code in PIECES))


def _is_piece(unit: Unit) -> bool:
    return unit.code in PIECES


def _printed(text: str) -> str:
    """The unit of a cell, with its size if it has one: "karton 12 szt." stays, "10 kg" is "kg"."""
    plain = clean(text)
    quantity, rest = units.split_quantity(plain)
    return rest if quantity and rest and plain.startswith(quantity) else plain


def _word(text: str) -> str:
    """The first word of a unit that says more: "karton" of "karton 12 szt."."""
    return next(iter(re.split(r"[\s\d/(]+", _printed(text))), "")
