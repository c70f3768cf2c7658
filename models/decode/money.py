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
    r"|taxes|taxable|imposable|imponible"
    r"|steuerpflichtig[a-z]*|opodatkowan[a-z]*|zaklad dane|zdaniteln[a-z]*|belastba[a-z]*)\b"
)
NO_TAX = re.compile(
    r"exempt|exoner|\bexent|\besent|\bvrij|verlegd|autoliquid|reverse charge|inversion del sujeto|inversione contabile"
    r"|steuerfrei|befreit|steuerschuldner|zwolni|odwrotn|odwroc|osvoboz|prenes|neplatc|nejsme platci|non applicable"
)
"""A sentence that says why no tax is charged."""
TAX_NUMBER = re.compile(
    r"\b(?:vat|tax|ust|tva|iva|btw|dph)[ /-]*(?:reg|id|ident|no|nr|nummer|num|number|numero)[a-z]*\b"
)
_NET = r"(?:netto|neto|netta|excl[a-z]*|exkl[a-z]*|ohne|hors|bez|sans|senza|zonder)"
NET_CAPTION = re.compile(rf"\b{_NET}\b")
"""Not the English or French "net": it may mean less a commission, and "net à payer" is what is paid."""
NET_PRICES = re.compile(
    rf"\b(?:cen[ay]|preise?|prices?|prix|precios?|prezz[io]|prijs|prijzen)\b.{{0,30}}\b(?:net|nett|{_NET})\b"
)
CAPTION_WORDS = 4
"""Words left of a total among which its caption is looked for."""
LIKELY_TABLE = 0.8
TABLE = [ROLE[name] for name in ("head", "item", "lead", "continuation", "schedule")]


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
    """True when a printed total is called net, or the rows around it name a tax: then one total is not both net and
    gross. Sentences that say why no tax is charged, VAT numbers and rows of items are no such rows."""
    e = reading.encoded
    item_row = reading.role[:, TABLE].max(1) > LIKELY_TABLE
    for k in np.flatnonzero(np.isin(labels, TOTALS)).tolist():
        own = e.row == e.row[k]
        left = [_plain(reading.text(j)) for j in range(max(k - CAPTION_WORDS, 0), k) if own[j] and labels[j] == 0]
        if NET_CAPTION.search(" ".join(left)):
            return True
        near = (np.abs(e.row - e.row[k]) <= rows_around) & (e.page == e.page[k]) & (own | ~item_row)
        for row in np.unique(e.row[near]).tolist():
            text = _plain(" ".join(reading.text(j) for j in np.flatnonzero(near & (e.row == row)).tolist()))
            if NET_PRICES.search(text) or (TAX_WORD.search(TAX_NUMBER.sub(" ", text)) and not NO_TAX.search(text)):
                return True
    return False


def _plain(text: str) -> str:
    return re.sub(r"[.:()]", " ", without_accents(text))
