"""What is personal in a line of text, told by its form (a mail, an IBAN) or by its caption (Phone, NIP, Kontonummer).

Made to find too much rather than too little: a number that is no phone is missed by nobody in a redacted copy.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from data.values.ids import IBAN_LENGTHS
from serving.desk.redact.people import names


class Span(NamedTuple):
    """Characters `start` to `end` of a line are of `kind`."""

    kind: str
    start: int
    end: int


_NUMBER = r"[A-Z]{0,4}[\s.:/-]{0,2}\d[\dA-Z]*(?:[\s.\-/]{1,2}[\dA-Z]*\d[\dA-Z]*)*"
_TAIL = r"(?:\s*(?:no|nr|n°|nº|number|nummer|numer|num[eé]ro|n[uú]mero|č)\b\.?)?\s*[.:#]?\s*"
_CAPTIONED = {
    "phone": r"tel|telephone|phone|mobile|mobil|mob|gsm|fax|faks|telefon|telefax|tél|téléf|téléphone|teléfono|telefono|"
             r"telefoon|kom|komórka|handy|cell|cellulare|móvil|portable|direct|durchwahl|hotline|t|f|m",
    "vat_id": r"vat(?:\s*(?:reg|id))?|ust-?id(?:-?nr)?|ustid|uid|umsatzsteuer(?:-id)?|steuer(?:nummer|-nr)?|mwst|tva|"
              r"t\.v\.a|iva|p\.?\s?iva|partita\s+iva|codice\s+fiscale|c\.?f|btw|nip|regon|krs|dič|dic|ičo|ico|nif|cif|"
              r"tax\s*(?:id|no|number)|siret|siren|rcs|hrb|kvk|bce|rea|eori|steuernr|ein|tin",
    "account": r"iban|bic|swift|konto|kontonummer|kto|blz|bank\s*account|account|a/c|rachunek|nr\s+rachunku|compte|rib|"
               r"cuenta|conto|rekening|účet|č\.?\s?účtu|sort\s*code",
    "number": r"gln|iln|duns|kundennummer|kunden-nr|kd-?nr|customer|client|klient|debitor|klantnummer",
}  # fmt: skip
_FORMS = {
    "email": re.compile(r"[\w.+-]+\s?@\s?[\w-]+(?:\.[\w-]+)+", re.IGNORECASE),
    "website": re.compile(
        r"\b(?:https?://|www\.)\S+|\b[\w-]{2,}\.(?:com|eu|pl|de|fr|es|it|nl|cz|net|org|at|ch|be|co\.uk|"
        r"info|biz|io)\b(?:/\S*)?",
        re.IGNORECASE,
    ),
    "phone": re.compile(
        r"(?<![\w.,])(?:\+\s?\(?\d{1,3}\)?[\s./()-]{0,2}|00\d{1,3}[\s./()-]{1,2})(?:\(0\))?\d[\d\s./()-]{5,16}\d(?![\w,])"
    ),
    "vat_id": re.compile(
        r"\b(?:AT\s?U|BE\s?[01]|CHE[-\s]?|CZ|DE|DK|EE|EL|ES\s?[A-Z]?|FI|FR\s?[\dA-Z]{2}|GB|HR|HU|IE|IT|LT|LU|LV|MT|NL|PL|"
        r"PT|RO|SE|SI|SK)[\s.-]?\d[\d\s.-]{5,14}\d(?:\s?B\d\d)?\b"
    ),
}
_IBAN = re.compile(r"\b([A-Z]{2})\s?\d{2}(?:\s?[0-9A-Z]{1,4}){3,8}\b")
_NRB = re.compile(r"(?<!\d)\d{2}(?:[\s-]?\d{4}){6}(?!\d)|(?<!\d)\d{4}(?:\s\d{4}){2,}(?!\d)")
"""A Polish account number, or groups of four: an IBAN goes on in the next row where its cell is narrow."""
_LOCAL = re.compile(r"(?<![\w.,/-])0\d{1,4}/\d{5,8}(?![\w/])")
"""A phone as 026/2571803."""
_BIC = re.compile(r"\b(?:BIC|SWIFT)(?:/\w+)?\s*[.:]?\s*([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b", re.IGNORECASE)
_STREET = re.compile(
    r"(?:\b(?:ul|al|pl|os|aleja|ulica|rue|avenue|av|bd|boulevard|calle|c/|avda|via|viale|piazza|corso|strada|plaza)\b\.?\s+"
    r"[^\d\n,;]{2,50},?\s*\d+\w*(?:\s?[/-]\s?\w+)?)|"
    r"(?:\b[\w.-]*(?:straße|strasse|str\.|weg|platz|allee|gasse|ring|damm|ufer|straat|laan|plein|kade|gracht)\s*\d+\s?\w?\b)|"
    r"(?:\b\d+\w?,?\s+[\w'. -]{2,40}\b(?:street|st\.|road|rd\.?|avenue|ave\.?|lane|drive|way|court|square)\b)",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"\b(?:(?:[A-Z]{1,2}-)?\d{2}-\d{3}|(?:[A-Z]{1,2}-)?\d{4,5}(?:\s?[A-Z]{2})?|\d{3}\s\d{2})\s+[A-ZÀ-ŽĄĆĘŁŃÓŚŹŻ][\w'À-ž.-]+"
    r"(?:\s(?:am|an|der|sur|de|la|nad|pod|[A-ZÀ-ŽĄĆĘŁŃÓŚŹŻ][\w'À-ž.-]+)){0,4}"
)
_CAPTION = {
    kind: re.compile(rf"(?<!\w)(?:{names})\b\.?{_TAIL}(?P<what>\+?\(?{_NUMBER})", re.IGNORECASE)
    for kind, names in _CAPTIONED.items()
}  # fmt: skip
_DATE = re.compile(r"\d{1,4}[./-]\d{1,2}[./-]\d{1,4}")


def spans(line: str) -> list[Span]:
    """Everything personal in one printed line, in order; none lies within another."""
    found: list[Span] = []
    for span in sorted(_all(line), key=lambda s: (s.start, -s.end)):
        if span.end > span.start and (not found or span.end > found[-1].end):
            found.append(span)
    return found


def _all(line: str) -> Iterator[Span]:
    for kind, form in _FORMS.items():
        yield from (Span(kind, *found.span()) for found in form.finditer(line))
    for found in _IBAN.finditer(line):
        if IBAN_LENGTHS.get(found[1], 99) <= len(re.sub(r"\s", "", found[0])):
            yield Span("account", *found.span())
    yield from (Span("account", *found.span()) for found in _NRB.finditer(line))
    yield from (Span("phone", *found.span()) for found in _LOCAL.finditer(line))
    yield from (Span("account", *found.span(1)) for found in _BIC.finditer(line))
    for kind, form in _CAPTION.items():
        for found in form.finditer(line):
            # "Tel" needs some digits to be a phone: a column "T 1" is none; a date is never one.
            if sum(c.isdigit() for c in found["what"]) >= 5 and not _DATE.fullmatch(found["what"].strip()):
                yield Span(kind, *found.span("what"))
    for form in (_STREET, _TOWN):
        yield from (Span("address", *found.span()) for found in form.finditer(line))
    yield from (Span("name", *ends) for ends in names(line))
