"""What one page says about whether a document begins on it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

import numpy as np

from data.rows import visual_rows
from data.schema import Page
from data.values.habits import decide
from models.decode.header import read_header
from models.decode.joined import join_codes
from models.decode.kind import read_kind
from models.decode.reading import LABEL, ROLE, Reading
from models.decode.spans import CAUTION, chosen_labels, grow

TOTALS = ("total_net", "total_gross")
FOUND = 0.6
"""Probability at which a field counts as found on a page."""
DATES = ("order_date", "invoice_date")
NUMBERS = ("invoice_number", "order_number")
"""The numbers that a document may have of its own; an invoice's is its own, the order's that it names is not."""
_BUYER = ("buyer.name", "buyer.address", "buyer.vat_id")
_SELLER = ("seller.name", "seller.address", "seller.vat_id")
OPENING = (
    *NUMBERS, *DATES, *_BUYER, *_SELLER, "contract_number", "requested_delivery_date", "buyer.email",
    "buyer.customer_number", "buyer.gln", "ship_to.name", "ship_to.address", "bill_to.name", "bill_to.address",
)  # fmt: skip
"""Fields that stand where a document begins. Totals and terms stand where it ends, the currency anywhere."""
SURE = 0.9
_WORD = (
    r"(?:page|p\.|pg\.?|seite|blatt|strona|str\.|pagina|p[áa]gina|p[áa]g\.|strana|blad|bladzijde|hoja|foglio|feuille)"
)
_OF = r"(?:of|von|z|ze|de|di|van|sur|/|\|)"
_NUMBERED = re.compile(
    rf"(?<!\w){_WORD}\s*(?:no\.?|nr\.?)?\s*:?\s*(\d{{1,3}})(?:\s*{_OF}\s*(\d{{1,3}}))?(?!\w|[.,/-]\d)", re.I
)


@dataclass(frozen=True, slots=True)
class PageFacts:
    """Evidence of one page."""

    opening: int = 0
    """Fields of `OPENING` found on it."""
    dated: bool = False
    parties: bool = False
    """Buyer and seller are both found."""
    numbers: dict[str, str] = field(default_factory=dict)
    """The likeliest of each of `NUMBERS`."""
    letters: str = ""
    """All its letters and digits, small, without anything between them."""
    printed: tuple[int, int] | None = None
    """Page number and count as printed; the count is 0 where none stands."""
    recognised: bool = False
    """Its words come from recognition, which may print one number in two ways."""
    totals: bool = False
    """A total stands on it."""
    items: bool = False
    """Rows of items stand on it."""
    kind: str = ""
    """The type of the document, where the reading is sure of it; of all pages where they were read together."""


def facts_of(reading: Reading) -> list[PageFacts]:
    """Evidence of every page of a reading."""
    strongest = [np.zeros(reading.field.shape[1]) for _ in reading.document.pages]
    for p, best in enumerate(strongest):
        mine = reading.field[reading.encoded.page == p]
        if len(mine):
            best[:] = mine.max(axis=0)
    numbers = _numbers(reading)
    kind, certainty = read_kind(reading)
    return [
        replace(
            _facts(page, best, numbers[p]),
            kind=kind if certainty is None or certainty > SURE else "",
            items=bool((reading.role[reading.encoded.page == p, ROLE["item"]] > FOUND).any()),
        )
        for p, (page, best) in enumerate(zip(reading.document.pages, strongest, strict=True))
    ]


def _facts(page: Page, best: np.ndarray, numbers: dict[str, str]) -> PageFacts:  # type: ignore[type-arg]
    found = {name for name in OPENING if best[LABEL[name]] > FOUND}
    return PageFacts(
        len(found), bool(found.intersection(DATES)),
        bool(found.intersection(_BUYER)) and bool(found.intersection(_SELLER)),
        numbers, alike(" ".join(word.text for word in page.words)), printed_number(page), page.source == "ocr",
        any(best[LABEL[name]] > FOUND for name in TOTALS),
    )  # fmt: skip


def _numbers(reading: Reading) -> list[dict[str, str]]:
    """The document numbers of each page."""
    out: list[dict[str, str]] = [{} for _ in reading.document.pages]
    if not len(reading.encoded):
        return out
    habits = decide(reading.document)
    labels = join_codes(reading, grow(reading, chosen_labels(reading, CAUTION)))
    for p in range(len(out)):
        mine = np.where(reading.encoded.page == p, labels, 0)
        read = read_header(reading, mine, habits)
        out[p] = {name: read[name].value for name in NUMBERS if name in read and read[name].run.score > FOUND}
    return out


def printed_number(page: Page) -> tuple[int, int] | None:
    """Page number and count ("Page 2 of 3", "Seite 2/3", "Strona: 2") as the page prints them; None for none."""
    for row in visual_rows(page.words):
        if (m := _NUMBERED.search(" ".join(page.words[k].text for k in row))) is not None:
            number, count = int(m[1]), int(m[2] or 0)
            # the file has no more pages before this one: what says so is a house number, or a page of a catalogue
            if 1 <= number <= page.number and (not count or number <= count):
                return number, count
    return None


def alike(text: str) -> str:
    """Letters and digits of a text, small: what is left of a number however it is printed."""
    return "".join(c for c in text.casefold() if c.isalnum())
