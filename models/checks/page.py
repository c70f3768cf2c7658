"""What stands on the pages, indexed once for all checks: visual rows with their numbers, and who owns which word."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property

from data.result import Extraction, Place, Value
from data.rows import visual_rows
from data.schema import Box, Document, Word
from data.values import numbers
from data.values.evidence import joined
from data.values.habits import Habits

_NUMBER_START = re.compile(r"[-+(]?[0-9]|[.,][0-9]|[^\w\s]{1,2}[0-9]|[A-Z€$£¥]{1,3}[0-9]")


CHARGE_WORDS = re.compile(
    r"freight|shipping|handling|delivery|postage|carriage|packag|packing|insurance|surcharge|charge|discount|"
    r"allowance|rebate|deposit|rounding|prepay|down ?payment|fracht|versand|porto|verpackung|zuschlag|"
    r"abschlag|rabatt|nachlass|skonto|pfand|rundung|anzahlung|palette|mwst|ust\b|steuer|transport|"
    r"przesy[\u0142l]k|opakowani|ubezpieczen|dop[\u0142l]at|rabat|upust|opust|podatek|kaucj|zaliczk|palet|"
    r"vat\b|tax\b|port\b|frais|exp[\u00e9e]dition|emballage|assurance|suppl[\u00e9e]ment|remise|rabais|"
    r"escompte|arrondi|consigne|acompte|tva\b|portes|env[\u00edi]o|embalaje|recargo|suplement|costes?\b|"
    r"anticip|descuento|seguro|iva\b|spedizione|trasporto|imball|acconto|sconto|spese|cauzione|verzend|vracht|"
    r"verpakking|toeslag|voorschot|korting|statiegeld|btw\b|doprav|balen|p[\u0159r]epravn|sleva|"
    r"p[\u0159r]ir[\u00e1a][\u017ez]k|dph\b|zaokrouhlen|z\u00e1loh|pojist"
)
"""Stems of words for what is added to or taken from the lines, in eight languages (small letters)."""


@dataclass(frozen=True, slots=True)
class Printed:
    """A number on the page."""

    value: Decimal
    text: str
    box: Box


@dataclass(frozen=True)
class Row:
    """One visual row of one page."""

    page: int
    words: tuple[Word, ...]
    owners: frozenset[int]
    """Indices of the extraction's lines that own a word of this row."""
    in_field: bool
    """True when a header field owns a word of this row."""
    roles: frozenset[str]
    """Roles the model gave the words, empty when it gave none."""
    habits: Habits

    @cached_property
    def box(self) -> Box:
        box = self.words[0].box
        for word in self.words[1:]:
            box = box.union(word.box)
        return box

    @cached_property
    def text(self) -> str:
        return " ".join(word.text for word in self.words)

    @cached_property
    def numbers(self) -> tuple[Printed, ...]:
        """Numbers of the row, read by the document's habits; "12szt." and "1 234,50" count as one each."""
        return tuple(_numbers(self.words, self.habits))


@dataclass(frozen=True)
class Pages:
    """All rows of a document."""

    rows: tuple[Row, ...]

    def of(self, page: int) -> list[Row]:
        return [row for row in self.rows if row.page == page]


def printed_rates(pages: Pages) -> frozenset[Decimal]:
    """Percentages of the document that can be a tax rate."""
    return frozenset(n.value for row in pages.rows if "%" in row.text for n in row.numbers if 0 < n.value <= 30)


def _numbers(words: tuple[Word, ...], habits: Habits) -> Iterable[Printed]:
    for part in joined(words, range(len(words))):
        text = " ".join(words[i].text for i in part)
        if not _NUMBER_START.match(text):
            continue
        value = numbers.parse(text, habits.decimal)
        if value is not None:
            box = words[part[0]].box.union(words[part[-1]].box)
            yield Printed(Decimal(value), text, box)


def index(
    extraction: Extraction, document: Document, habits: Habits, row_roles: tuple[tuple[str, ...], ...] | None
) -> Pages:
    """Rows of all pages. `row_roles[p][w]` is the role of word `w` of page `p`, as `data.fields.ROLES` names them."""
    bands = _bands(extraction)
    rows: list[Row] = []
    for p, page in enumerate(document.pages):
        for group in visual_rows(page.words):
            words = tuple(page.words[w] for w in group)
            first, last = min(w.box.y0 for w in words), max(w.box.y1 for w in words)
            near = {
                cell for y in range(int(first // BAND), int(last // BAND) + 1)
                for cell in bands.get((page.number, y), ()) if cell[1].y0 <= last and cell[1].y1 >= first
            }  # fmt: skip
            owners = {n for n, box in near if any(holds(box, w.box) for w in words)}
            roles = frozenset(row_roles[p][w] for w in group) if row_roles else frozenset()
            rows.append(Row(page.number, words, frozenset(owners - {HEADER}), HEADER in owners, roles, habits))
    return Pages(tuple(rows))


BAND = 24.0
"""Points of height of the bands in which the places of values are filed, so that long documents stay linear."""
HEADER = -1


def _bands(extraction: Extraction) -> dict[tuple[int, int], list[tuple[int, Box]]]:
    """(line index or HEADER, box) of every place, by page and horizontal band."""
    values = [(HEADER, value) for value in extraction.fields.values()]
    values += [(n, value) for n, line in enumerate(extraction.lines) for value in line.fields.values()]
    bands: dict[tuple[int, int], list[tuple[int, Box]]] = {}
    for n, value in values:
        for place in value.boxes:
            for y in range(int(place.box.y0 // BAND), int(place.box.y1 // BAND) + 1):
                bands.setdefault((place.page, y), []).append((n, place.box))
    return bands


def holds(outer: Box, inner: Box) -> bool:
    """True when the middle of `inner` lies in `outer`."""
    return outer.x0 - 0.1 <= inner.cx <= outer.x1 + 0.1 and outer.y0 - 0.1 <= inner.cy <= outer.y1 + 0.1


def first_place(value: Value | None) -> Place | None:
    """Where a value begins, None when it is absent or has no place."""
    return value.boxes[0] if value is not None and value.boxes else None
