"""Drawn sheets -> a real PDF, whose text layer reads back as the very words that were drawn.

Fonts come from matplotlib's own folder (DejaVu and STIX: every letter of the eight languages), so no system font is
needed and two machines make the same file. Each word is stretched to fill its box; the metrics that the layout was made
with need not be those of the font.
"""

from __future__ import annotations

import io
from collections.abc import Iterator, Sequence
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont
from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from data.errors import SetupError
from data.generate.drawing import Ink, Sheet

ASCENT, DESCENT = 0.76, 0.24
"""How PDFium splits the height of a character box (always one font size) at the baseline, for the fonts used here."""

_FILES: dict[tuple[str, bool, bool], str] = {
    ("sans", False, False): "DejaVuSans",
    ("sans", True, False): "DejaVuSans-Bold",
    ("sans", False, True): "DejaVuSans-Oblique",
    ("sans", True, True): "DejaVuSans-BoldOblique",
    ("serif", False, False): "STIXGeneral",
    ("serif", True, False): "STIXGeneralBol",
    ("serif", False, True): "STIXGeneralItalic",
    ("serif", True, True): "STIXGeneralBolIta",
    ("mono", False, False): "DejaVuSansMono",
    ("mono", True, False): "DejaVuSansMono-Bold",
    ("mono", False, True): "DejaVuSansMono-Oblique",
    ("mono", True, True): "DejaVuSansMono-BoldOblique",
}
"""There is no narrow file: the narrow font is the sans one in narrower boxes."""


def to_pdf(sheets: Sequence[Sheet], *, title: str = "") -> bytes:
    """A PDF of the sheets: fills, then rules, then words.

    The same sheets give the same bytes (given the same zlib): no dates, no random ids.

    Raises:
        ValueError: a word has a character that no font here can draw, white space inside, or an empty box.
        SetupError: matplotlib, and with it the fonts, is not installed.
    """
    out = io.BytesIO()
    canvas = Canvas(out, invariant=1, pageCompression=1, initialFontName="Helvetica")
    canvas.setTitle(title)
    canvas.setAuthor("")
    for sheet in sheets:
        canvas.setPageSize((sheet.width, sheet.height))
        _draw_fills(canvas, sheet)
        _draw_rules(canvas, sheet)
        _draw_words(canvas, sheet)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _draw_fills(canvas: Canvas, sheet: Sheet) -> None:
    for fill in sheet.fills:
        canvas.setFillGray(fill.gray)
        canvas.rect(fill.x0, sheet.height - fill.y1, fill.x1 - fill.x0, fill.y1 - fill.y0, stroke=0, fill=1)


def _draw_rules(canvas: Canvas, sheet: Sheet) -> None:
    for rule in sheet.rules:
        canvas.setStrokeGray(rule.gray)
        canvas.setLineWidth(rule.width)
        canvas.line(rule.x0, sheet.height - rule.y0, rule.x1, sheet.height - rule.y1)


def _draw_words(canvas: Canvas, sheet: Sheet) -> None:
    text = canvas.beginText()
    for ink, spaced in _with_blanks(sheet.ink):
        _draw_word(text, ink, sheet.height, spaced)
    canvas.drawText(text)


def _draw_word(text: PDFTextObject, ink: Ink, page_height: float, spaced: bool) -> None:
    if not ink.text or any(c.isspace() for c in ink.text) or ink.x1 <= ink.x0 or ink.size <= 0:
        raise ValueError(f"not a printable word: {ink!r}")
    font = font_for(ink)
    natural = pdfmetrics.stringWidth(ink.text, font, ink.size)
    text.setFont(font, ink.size)
    text.setFillGray(ink.gray)
    text.setHorizScale(100 * (ink.x1 - ink.x0) / natural)
    text.setTextOrigin(ink.x0, page_height - ink.baseline)
    text.textOut(ink.text + " " if spaced else ink.text)


def _with_blanks(words: Sequence[Ink]) -> Iterator[tuple[Ink, bool]]:
    """Each word, and whether a blank is written behind it: word processors do so between words of one line."""
    for word, following in zip(words, [*words[1:], None], strict=True):
        gap = -1.0 if following is None else following.x0 - word.x1
        same_line = following is not None and abs(following.baseline - word.baseline) < 0.1
        yield word, same_line and 0 < gap < 1.2 * word.size


def font_for(ink: Ink) -> str:
    """Name of the registered font for a word: its own style, or DejaVu Sans where that style lacks a letter.

    Raises:
        ValueError: neither has all letters.
    """
    kind = "sans" if ink.font == "narrow" else ink.font
    for candidate in (kind, "sans"):
        name = _register(_FILES[candidate, ink.bold, ink.italic])
        if _covers(name, ink.text):
            return name
    raise ValueError(f"no font draws {ink.text!r}")


@lru_cache(maxsize=4096)
def _covers(font: str, text: str) -> bool:
    glyphs = pdfmetrics.getFont(font).face.charToGlyph
    return all(ord(c) in glyphs for c in text)


@lru_cache(maxsize=len(_FILES))
def _register(file: str) -> str:
    name = f"Ordermill-{file}"
    try:
        # Only the glyphs in use are embedded: ASCII-readable subsets would carry all of ASCII.
        font = TTFont(name, str(font_folder() / f"{file}.ttf"), asciiReadable=False)
    except TTFError as error:
        raise SetupError(f"Font {file} cannot be read: {error}", hint="Install matplotlib again.") from error
    font.face.ascent, font.face.descent = 1000 * ASCENT, -1000 * DESCENT
    pdfmetrics.registerFont(font)
    return name


@lru_cache(maxsize=1)
def font_folder() -> Path:
    """Folder of the TrueType files. Raises SetupError when matplotlib is not installed."""
    spec = find_spec("matplotlib")
    if spec is None or not spec.submodule_search_locations:
        raise SetupError(
            "Drawing a PDF needs the fonts that come with matplotlib.",
            hint="Install the full set (make env-full).",
        )
    return Path(spec.submodule_search_locations[0]) / "mpl-data" / "fonts" / "ttf"
