"""A column that the page prints and the result lacks: its title stands over the items, numbers stand under it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from data.result import Check, Extraction
from data.schema import Box
from data.values import dates
from data.values.text import without_accents
from models.checks.page import Pages, Row

_TITLES: dict[str, str] = {
    "quantity": r"qty|quantity|quant|ordered|ilosc|menge|anzahl|qte|quantite|cantidad|cant|quantita|q\.?ta|qta|aantal|"
    r"mnozstvi|pocet",
    "unit_price": r"unit price|price|cena|cena netto|cena jedn|preis|einzelpreis|e-preis|ep|prix|prix unitaire|"
    r"p\.?u\.?|precio|prezzo|prijs|stukprijs|cena/jedn|jedn cena",
    "line_amount": r"amount|total|line total|net amount|wartosc|wartosc netto|gesamt|gesamtpreis|betrag|summe|montant|"
    r"total ht|importe|importo|totale|bedrag|totaal|celkem|castka",
    "delivery_date": r"delivery date|del\.? date|due date|termin|termin dostawy|data dostawy|liefertermin|lieferdatum|"
    r"date de livraison|date livraison|fecha de entrega|fecha entrega|data consegna|consegna|leverdatum|termin dodani",
    "gtin": r"ean|gtin|ean/gtin|ean code|kod ean|barcode|kod kreskowy|ean-code|upc",
    "tax_rate": r"vat|vat ?%|stawka vat|mwst|mwst\.?%|ust|ust\.?%|tva|iva|btw|dph",
    "discount_percent": r"discount|disc\.?|disc\.? ?%|rabat|rabat ?%|rabatt?|rem|remise|dto\.?|dto ?%|sconto|sc\.? ?%|"
    r"korting|sleva",
}  # fmt: skip
_TITLE = {name: re.compile(rf"^(?:{pattern})[.:]?$") for name, pattern in _TITLES.items()}
_EDGE = re.compile(r"^\W+|[^\w.%]+$")
ENOUGH = 0.6
"""Share of item rows that must have something under a title before its column counts as lost."""


def column_checks(extraction: Extraction, pages: Pages) -> Iterator[Check]:
    """A failed check for each known column whose title and cells are on the page while no line has a value of it."""
    items = [line for line in extraction.lines if line.kind == "item"]
    lost = [name for name in _TITLE if not any(name in line.fields for line in items)]
    if not items or not lost:
        return
    rows = [row for row in pages.rows if row.owners and any(row.numbers)]
    if not rows:
        return
    page = rows[0].page
    first = next(row for row in pages.of(page) if row.owners)
    head = [row for row in pages.of(page) if not row.owners and 0 < first.box.y0 - row.box.y0 < 12 * first.box.height]
    taken = [
        place.box for line in items for value in line.fields.values() for place in value.boxes if place.page == page
    ]
    for name in lost:
        title = _title(name, head)
        if title is None:
            continue
        below = [row for row in rows if row.page == page]
        filled = [row for row in below if _under(name, title, row, taken)]
        if len(filled) >= max(1, ENOUGH * len({owner for row in below for owner in row.owners})):
            yield Check(
                "column_lost", False, f"the page has a column {name.replace('_', ' ')}, no line got a value of it"
            )


def _title(name: str, head: list[Row]) -> Box | None:
    """The box of a column title in the rows above the first item: one word, or two side by side."""
    for row in head:
        if len({_known(word.text) for word in row.words} - {None}) < 2:
            continue  # a single known word is a label somewhere, not a table head
        for i, word in enumerate(row.words):
            for text, box in (
                (word.text, word.box),
                *([(f"{word.text} {row.words[i + 1].text}", word.box.union(row.words[i + 1].box))]
                  if i + 1 < len(row.words) else []),
            ):  # fmt: skip
                if _TITLE[name].match(_plain(text)):
                    return box
    return None


@lru_cache(maxsize=4096)
def _known(text: str) -> str | None:
    plain = _plain(text)
    return next((name for name, pattern in _TITLE.items() if pattern.match(plain)), None)


@lru_cache(maxsize=4096)
def _plain(text: str) -> str:
    return without_accents(_EDGE.sub("", text))


def _under(name: str, title: Box, row: Row, taken: list[Box]) -> bool:
    for word in row.words:
        x0, x1 = word.box.x0, word.box.x1
        if min(x1, title.x1) - max(x0, title.x0) <= 0.3 * min(word.box.width, title.width):
            continue
        if any(box.x0 <= word.box.cx <= box.x1 and box.y0 <= word.box.cy <= box.y1 for box in taken):
            continue
        if dates.candidates(word.text) if name == "delivery_date" else any(c.isdigit() for c in word.text):
            return True
    return False
