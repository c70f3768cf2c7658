"""The glyphs of a PDF page's text layer, as PDFium gives them: one row of arrays per glyph.

A page has thousands of glyphs, so the loops here call PDFium through prototypes that take plain addresses (no
pointer objects) and keep the lock of the interpreter; everything later works on whole arrays.
"""

from __future__ import annotations

import ctypes
import math
from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from data.readers.frame import Boxes, Frame


def _prototype(name: str, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_address, _int = ctypes.c_void_p, ctypes.c_int
_get_unicode = _prototype("FPDFText_GetUnicode", ctypes.c_uint, _address, _int)
_get_box = _prototype("FPDFText_GetLooseCharBox", _int, _address, _int, _address)
_get_object = _prototype("FPDFText_GetTextObject", _address, _address, _int)
_has_map_error = _prototype("FPDFText_HasUnicodeMapError", _int, _address, _int)
_get_matrix = _prototype("FPDFText_GetMatrix", _int, _address, _int, _address)
_get_size = _prototype("FPDFText_GetFontSize", ctypes.c_double, _address, _int)
_get_font = _prototype("FPDFTextObj_GetFont", _address, _address)
_get_mode = _prototype("FPDFTextObj_GetTextRenderMode", _int, _address)
_get_fill = _prototype("FPDFPageObj_GetFillColor", _int, _address, _address, _address, _address, _address)


@dataclass(frozen=True, slots=True)
class Run:
    """What the glyphs of one text object share."""

    address: int
    """PDFium's text object."""
    size: float
    """Font size in points as printed: the text matrix is applied."""
    angle: float
    """Clockwise degrees of the writing direction on the displayed page, 0 to 360."""
    bold: bool
    mode: int
    """Text render mode (ISO 32000-1, 9.3.6); 3 is invisible."""
    luminance: float
    """Of the fill colour, 0 black to 1 white."""
    alpha: float


@dataclass(frozen=True, slots=True)
class Glyphs:
    """All glyphs of a page in the order they are drawn. PDFium's own invented spaces are left out."""

    codes: npt.NDArray[np.int32]
    """(n,) Unicode code points."""
    boxes: Boxes
    """(n, 4) on the displayed page: advance width by ascent and descent of the font."""
    runs: npt.NDArray[np.int32]
    """(n,) index into `table`."""
    errors: npt.NDArray[np.bool_]
    """(n,) PDFium found no Unicode for the glyph."""
    table: tuple[Run, ...]

    def take(self, keep: npt.NDArray[Any]) -> Glyphs:
        """The glyphs that a mask or an index array selects."""
        return Glyphs(self.codes[keep], self.boxes[keep], self.runs[keep], self.errors[keep], self.table)

    def __len__(self) -> int:
        return len(self.codes)


class FontBook:
    """Which fonts of a document are bold; PDFium's font handles live as long as the document."""

    def __init__(self) -> None:
        self._bold: dict[int, bool] = {}

    def is_bold(self, font: int | None) -> bool:
        if not font:
            return False
        if font not in self._bold:
            self._bold[font] = _looks_bold(font)
        return self._bold[font]


_BOLD_NAMES = ("bold", "black", "heavy", "extrab", "semib", "demi")
_FORCE_BOLD = 1 << 18


def _looks_bold(font: int) -> bool:
    """By name and by the ForceBold flag. The weight counts only without a telling name: PDFium derives it from StemV,
    which many producers fill with a constant."""
    handle = ctypes.cast(font, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(handle, buffer, 256)
    name = buffer.value.decode("latin-1").lower().rpartition("+")[2]
    if any(mark in name for mark in _BOLD_NAMES) or name.endswith((",b", "-b", "-bd", "bd")):
        return True
    if pdfium.FPDFFont_GetFlags(handle) & _FORCE_BOLD:
        return True
    anonymous = not name or len(name) <= 3
    return anonymous and int(pdfium.FPDFFont_GetWeight(handle)) >= 700


def read_glyphs(text_page: Any, frame: Frame, fonts: FontBook) -> Glyphs:
    """Read all glyphs of a loaded PDFium text page (`pypdfium2.PdfTextPage`)."""
    page = ctypes.cast(text_page.raw, ctypes.c_void_p).value or 0
    count = max(pdfium.FPDFText_CountChars(text_page.raw), 0)
    rects = np.zeros((count, 4), dtype=np.float32)
    base = rects.ctypes.data
    codes = np.fromiter((_get_unicode(page, i) for i in range(count)), np.int64, count).astype(np.int32)
    objects = [_get_object(page, i) for i in range(count)]
    for i in range(count):
        _get_box(page, i, base + 16 * i)
    errors = np.fromiter((_has_map_error(page, i) == 1 for i in range(count)), np.bool_, count)
    runs, table = _runs(page, objects, frame, fonts)
    user = rects[:, [0, 3, 2, 1]].astype(np.float64)  # FS_RECTF is left, top, right, bottom
    glyphs = Glyphs(codes, frame.to_display(user), runs, errors, table)
    return glyphs.take(runs >= 0)


def _runs(
    page: int | None, objects: list[int | None], frame: Frame, fonts: FontBook
) -> tuple[npt.NDArray[np.int32], tuple[Run, ...]]:
    """Index of the run of each glyph, -1 for characters that PDFium made up, and the runs."""
    index: dict[int, int] = {}
    table: list[Run] = []
    runs: list[int] = []
    for i, address in enumerate(objects):
        if not address:
            runs.append(-1)
            continue
        if address not in index:
            index[address] = len(table)
            table.append(_run(page, i, address, frame, fonts))
        runs.append(index[address])
    return np.array(runs, dtype=np.int32), tuple(table)


def _run(page: int | None, i: int, address: int, frame: Frame, fonts: FontBook) -> Run:
    matrix = (ctypes.c_float * 6)()
    _get_matrix(page, i, ctypes.addressof(matrix))
    a, b, c, d = matrix[:4]
    angle = (-math.degrees(math.atan2(b, a)) + frame.rotate) % 360
    channels = (ctypes.c_uint * 4)(0, 0, 0, 255)
    start = ctypes.addressof(channels)
    _get_fill(address, start, start + 4, start + 8, start + 12)
    red, green, blue, alpha = channels
    mode = _get_mode(address)
    return Run(
        address=address,
        size=abs(_get_size(page, i)) * math.hypot(c, d),
        angle=angle,
        bold=mode in (2, 6) or fonts.is_bold(_get_font(address)),
        mode=mode,
        luminance=(0.299 * red + 0.587 * green + 0.114 * blue) / 255,
        alpha=alpha / 255,
    )
