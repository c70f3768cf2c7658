"""Texts between the items: remarks and headings of groups."""

from __future__ import annotations

import re
from datetime import timedelta
from decimal import Decimal

from data.generate.blocks import W, words
from data.generate.choose import pick
from data.generate.deal import Deal
from data.generate.fonts import Style
from data.generate.items import Item
from data.generate.wording import ATTRIBUTES, CHANGED, SECTION


def remark(deal: Deal, item: Item) -> str:
    """A remark under an item: what changed on an order change, else anything about handling it."""
    if deal.kind == "order_change" and deal.maybe(0.6):
        before = item.quantity + Decimal(deal.rng.randrange(1, 20))
        text = pick(deal.rng, CHANGED[deal.lang])
        return text.format(a=deal.habit.quantity(before), b=deal.habit.quantity(item.quantity))
    return deal.phrase("comment")


def section_text(deal: Deal, n: int) -> str:
    """The heading of a group of items; on invoices often the delivery note they came with."""
    if not deal.outgoing and deal.maybe(0.6):
        day = deal.day - timedelta(days=deal.rng.randrange(1, 30))
        number = deal.world.order_number("delivery", day=day)
        return f"{deal.caption('delivery_note_number')} {number} {deal.habit.date(day)}"
    if deal.maybe(0.5):
        return deal.phrase("section")
    return pick(deal.rng, SECTION[deal.lang]).format(n=n + 1)


_PROPERTY = re.compile(
    r"colou?r|farbe|kleur|couleur|kolor|barva|ral \d|dimens|abmess|maße|afmet|wymiar|misure|medidas|rozměr|cut to|"
    r"zuschnitt|länge|length|lengte|longueur|lunghezza|longitud|długo|délka|mounting kit|montage|montáž",
    re.IGNORECASE,
)
"""Texts under an item that describe the article itself and so belong to its description."""


def item_text(deal: Deal, style: Style) -> list[W]:
    """A text under an item: a reference of some kind, or a property, which is more of the description."""
    text = deal.phrase("item_text")
    return words(text, style, deal.cell("description") if _PROPERTY.search(text) else "O")


def attributes(deal: Deal, style: Style) -> list[W]:
    """Captioned properties of an article in one line: "Width: 5 cm - Length: 3 m"; more of its description."""
    rng = deal.rng
    names, field = ATTRIBUTES[deal.lang].split(), deal.cell("description")
    rng.shuffle(names)
    sign, out = pick(rng, ("-", "-", "/", ";", "|", "")), list[W]()
    for name in names[: pick(rng, (1, 2, 3, 3, 4))]:
        value = f"{rng.randrange(1, 900)} {pick(rng, ('mm', 'cm', 'm', 'mm', 'MTR', 'in'))}"
        if rng.random() < 0.25:
            value = pick(rng, ("A", "B2", "XL", "RAL9010", "FR", "DE", "IP54", "304", "S235"))
        out += [*([W(sign, style)] if out and sign else []), *words(f"{name}: {value}", style, field)]
    return out


def long_text(deal: Deal, family: str) -> list[str]:
    """Lines that describe an article at length: what its family's articles say about themselves."""
    home = deal.parties["seller"].company.country
    out: list[str] = []
    for _ in range(pick(deal.rng, (2, 3, 4, 6))):
        out += deal.world.product(deal.lang, home, family=family, numbering=deal.numbering).extra_lines
    if out and deal.maybe(0.3):
        return [", ".join(out)]
    return out[:12]
