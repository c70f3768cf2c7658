"""The currency of the document, from the marks that stand where money stands, and whether its totals speak of tax.

A sign in a footer ("share capital 50 000 EUR") or in a bank's name says nothing about the order's currency; one in a
labelled word, beside an amount, in a column title or on the row of a total does.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

import numpy as np

from data.fields import FIELDS
from data.schema import Document
from data.values import currency
from data.values.habits import Habits
from data.values.text import without_accents
from models.decode.reading import LABEL, ROLE, Reading

AMOUNTS = [LABEL[name] for name, field in FIELDS.items() if field.kind == "amount"]
TOTALS = [LABEL[name] for name in ("total_net", "total_tax", "total_gross")]
LIKELY = 0.4
NEAR = 2.0
"""Gap up to which a mark beside an amount belongs to it, in line heights."""
TAX_WORD = re.compile(
    r"\b(?:vat|tax|mwst|ust|umsatzsteuer|mehrwertsteuer|tva|ht|ttc|iva|btw|dph|podatek|podatku|impuesto|imposta|imponibile"
    r"|taxes)\b"
)


def money_words(reading: Reading, labels: np.ndarray) -> list[int]:  # type: ignore[type-arg]
    """Positions of the words among which the document's currency is looked for."""
    e = reading.encoded
    kept = set(np.flatnonzero((labels == LABEL["currency"]) | (reading.field[:, LABEL["currency"]] > LIKELY)).tolist())
    kept |= set(np.flatnonzero(reading.role[:, ROLE["head"]] > LIKELY).tolist())
    for k in np.flatnonzero(np.isin(labels, AMOUNTS)).tolist():
        kept.add(k)
        for other in (k - 1, k + 1):
            if 0 <= other < len(e) and e.row[other] == e.row[k]:
                gap = max(e.boxes[max(k, other), 0] - e.boxes[min(k, other), 2], 0)
                if gap < NEAR * (e.boxes[k, 3] - e.boxes[k, 1]):
                    kept.add(other)
    for k in np.flatnonzero(np.isin(labels, TOTALS)).tolist():
        kept |= set(np.flatnonzero(e.row == e.row[k]).tolist())
    return sorted(kept)


def read_currency(reading: Reading, labels: np.ndarray, habits: Habits) -> tuple[str, int] | None:  # type: ignore[type-arg]
    """ISO code and the word that prints it; None when no mark stands where money stands."""
    words = money_words(reading, labels)
    code = currency.decide(currency.count(_only(reading, words)), habits.countries)
    if code is None:
        return None
    for k in sorted(words, key=lambda k: -float(reading.field[k, LABEL["currency"]])):
        if currency.parse(reading.text(k), code) == code:
            return code, k
    return None


def _only(reading: Reading, words: Iterable[int]) -> Document:
    by_page: dict[int, list[int]] = {}
    for k in words:
        by_page.setdefault(reading.page(k), []).append(k)
    pages = [
        replace(page, words=tuple(reading.word(k) for k in by_page.get(page.number, ())))
        for page in reading.document.pages
    ]
    return replace(reading.document, pages=tuple(pages))


def speaks_of_tax(reading: Reading, labels: np.ndarray, rows_around: int = 2) -> bool:  # type: ignore[type-arg]
    """True when the rows at a printed total name a tax: then one total is not both net and gross."""
    e = reading.encoded
    for k in np.flatnonzero(np.isin(labels, TOTALS)).tolist():
        near = (np.abs(e.row - e.row[k]) <= rows_around) & (e.page == e.page[k])
        text = " ".join(reading.text(j) for j in np.flatnonzero(near).tolist())
        if TAX_WORD.search(re.sub(r"[.:()]", " ", without_accents(text))):
            return True
    return False
