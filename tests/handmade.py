"""Sheets laid by hand, known word by word, in several fonts and languages: for tests of what is done to sheets."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

from reportlab.pdfbase.pdfmetrics import stringWidth

from data.generate.drawing import Fill, Ink, Rule, Sheet
from data.labels import LabelledDocument, Tag
from data.schema import Box, Document, Page, Word

FONTS = {"sans": "Helvetica", "serif": "Times-Roman", "mono": "Courier", "narrow": "Helvetica"}


def put(
    sheet: Sheet, text: str, x: float, baseline: float, *, tags: tuple[Tag, ...] = (), style: Ink | None = None
) -> None:
    """Print `text` word by word from `x` on, in the style of `style`; `tags` in order, the last one for the rest."""
    style = style or Ink("", 0, 0, 0, 0, 0)
    squeeze = 0.82 if style.font == "narrow" else 1.0
    for number, word in enumerate(text.split()):
        plain = "".join(c for c in unicodedata.normalize("NFD", word) if not unicodedata.combining(c))
        plain = plain.encode("latin-1", "replace").decode("latin-1")
        width = squeeze * stringWidth(plain, FONTS[style.font], style.size)
        box = {"x0": x, "y0": baseline - 0.76 * style.size, "x1": x + width, "y1": baseline + 0.24 * style.size}
        tag = tags[min(number, len(tags) - 1)] if tags else Tag()
        sheet.ink.append(replace(style, text=word, baseline=baseline, tag=tag, **box))
        x += width + 0.28 * style.size


def order() -> Sheet:
    """A Polish order with a ruled table, a dark head with white print, and a bit of every font."""
    sheet = Sheet()
    bold = Ink("", 0, 0, 0, 0, 0, size=16, bold=True)
    put(sheet, "ZAMÓWIENIE nr", 60, 80, style=bold)
    put(sheet, "PO/2026/118", 200, 80, style=bold, tags=(Tag("order_number"),))
    put(sheet, "Zażółć gęślą jaźń Sp. z o.o.", 60, 110, style=Ink("", 0, 0, 0, 0, 0, font="serif", size=11))
    put(sheet, "Příliš žluťoučký kůň, s.r.o.", 300, 110, style=Ink("", 0, 0, 0, 0, 0, font="serif", italic=True))
    put(sheet, "Größe „M“ — coût à l'unité, €", 60, 130, style=Ink("", 0, 0, 0, 0, 0, font="mono", size=8))
    sheet.fills.append(Fill(60, 150, 540, 166, 0.15))
    head = Ink("", 0, 0, 0, 0, 0, size=9, bold=True, gray=1.0)
    for text, x in (("Lp.", 62), ("Opis", 90), ("Ilość", 330), ("Cena", 400), ("Wartość", 480)):
        put(sheet, text, x, 161, style=head, tags=(Tag(role="head"),))
    for row in range(8):
        _item(sheet, row, 180 + 18 * row)
    sheet.rules.append(Rule(60, 330, 540, 330, 0.7))
    put(sheet, "Razem brutto", 330, 345)
    put(sheet, "4 807,20", 480, 345, tags=(Tag("total_gross"),))
    put(sheet, "zł", 522, 345, tags=(Tag("currency"),))
    return sheet


def _item(sheet: Sheet, row: int, baseline: float) -> None:
    small = Ink("", 0, 0, 0, 0, 0, size=8.5, font="narrow" if row % 2 else "sans")
    for name, text, x in (
        ("line.line_no", str(10 * (row + 1)), 62),
        ("line.description", f"Śruba sześciokątna M{6 + row} x {20 + 5 * row} ocynk", 90),
        ("line.quantity", f"{12 + row},5", 330),
        ("line.unit", "szt.", 360),
        ("line.unit_price", f"{row},4{row}", 400),
        ("line.line_amount", f"1 2{row}4,50", 480),
    ):
        put(sheet, text, x, baseline, style=small, tags=(Tag(name, "item", row),))
    sheet.rules.append(Rule(60, baseline + 5, 540, baseline + 5, 0.4, 0.6))


def labelled(*sheets: Sheet) -> LabelledDocument:
    """The sheets as a document with truth, words in the order in which they were printed."""
    pages, tags = [], []
    for number, sheet in enumerate(sheets, start=1):
        words = tuple(Word(i.text, Box(i.x0, i.y0, i.x1, i.y1), i.size, i.bold) for i in sheet.ink)
        pages.append(Page(number, sheet.width, sheet.height, words))
        tags.append(tuple(i.tag for i in sheet.ink))
    document = Document("handmade.pdf", "0" * 64, tuple(pages))
    return LabelledDocument(document, tuple(tags), gold={})
