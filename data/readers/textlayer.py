"""The glyphs of a PDF page's text layer, as PDFium gives them: one row of arrays per glyph.

A page has thousands of glyphs, so the loops here call PDFium through prototypes that take plain addresses (no
pointer objects) and keep the lock of the interpreter; everything later works on whole arrays.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from itertools import repeat
from typing import Any

import numpy as np
import numpy.typing as npt
import pypdfium2.raw as pdfium

from data.readers.frame import Boxes, Frame


def prototype(name: str, result: Any, *arguments: Any) -> Any:
    address = ctypes.cast(getattr(pdfium, name), ctypes.c_void_p).value or 0
    return ctypes.PYFUNCTYPE(result, *arguments)(address)


_address, _int = ctypes.c_void_p, ctypes.c_int
_get_unicode = prototype("FPDFText_GetUnicode", ctypes.c_uint, _address, _int)
_get_box = prototype("FPDFText_GetLooseCharBox", _int, _address, _int, _address)
_get_object = prototype("FPDFText_GetTextObject", ctypes.c_size_t, _address, _int)
_has_map_error = prototype("FPDFText_HasUnicodeMapError", _int, _address, _int)
_get_matrix = prototype("FPDFText_GetMatrix", _int, _address, _int, _address)
_get_size = prototype("FPDFText_GetFontSize", ctypes.c_double, _address, _int)
_get_font = prototype("FPDFTextObj_GetFont", _address, _address)
_get_mode = prototype("FPDFTextObj_GetTextRenderMode", _int, _address)


@dataclass(frozen=True, slots=True)
class Runs:
    """The text objects of a page: what their glyphs share."""

    address: npt.NDArray[np.uint64]
    """(runs,) PDFium's text object; 0 for characters that PDFium made up."""
    size: npt.NDArray[np.float64]
    """(runs,) font size in points as printed: the text matrix is applied."""
    angle: npt.NDArray[np.float64]
    """(runs,) clockwise degrees of the writing direction on the displayed page, 0 to 360."""
    bold: npt.NDArray[np.bool_]
    mode: npt.NDArray[np.int32]
    """(runs,) text render mode (ISO 32000-1, 9.3.6); 3 is invisible."""

    def __len__(self) -> int:
        return len(self.address)


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
    bold: npt.NDArray[np.bool_]
    """(n,) by the font, or by printing twice (`data.readers.glyphs`)."""
    parted: npt.NDArray[np.bool_]
    """(n,) PDFium would put a space before the glyph: a hint, it also does so within letter-spaced words."""
    table: Runs

    def take(self, keep: npt.NDArray[Any]) -> Glyphs:
        """The glyphs that a mask or an index array selects."""
        return Glyphs(
            self.codes[keep], self.boxes[keep], self.runs[keep], self.errors[keep], self.bold[keep],
            self.parted[keep], self.table,
        )  # fmt: skip

    @property
    def sizes(self) -> npt.NDArray[np.float64]:
        """(n,) font size in points."""
        return np.asarray(self.table.size[self.runs])

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


_BOLD_NAMES = ("bold", "black", "heavy", "demi")
_FORCE_BOLD = 1 << 18


def _looks_bold(font: int) -> bool:
    """By name and by the ForceBold flag. PDFium's weight counts only for nameless fonts, and where it can be one: it is
    derived from StemV, which many producers fill with a constant, and in the thousands for fonts made of pictures."""
    handle = ctypes.cast(font, pdfium.FPDF_FONT)
    buffer = ctypes.create_string_buffer(256)
    pdfium.FPDFFont_GetBaseFontName(handle, buffer, 256)
    name = buffer.value.decode("latin-1").lower().rpartition("+")[2]
    if any(mark in name for mark in _BOLD_NAMES) or name.endswith((",b", "-b", "-bd")):
        return True
    if pdfium.FPDFFont_GetFlags(handle) & _FORCE_BOLD:
        return True
    return len(name) <= 3 and 700 <= int(pdfium.FPDFFont_GetWeight(handle)) <= 950


def read_glyphs(text_page: Any, frame: Frame, fonts: FontBook) -> Glyphs:
    """Read all glyphs of a loaded PDFium text page (`pypdfium2.PdfTextPage`)."""
    page = ctypes.cast(text_page.raw, ctypes.c_void_p).value or 0
    count = max(int(pdfium.FPDFText_CountChars(text_page.raw)), 0)
    numbers = range(count)
    rects = np.zeros((count, 4), dtype=np.float32)
    base = rects.ctypes.data
    for _ in map(_get_box, repeat(page), numbers, range(base, base + 16 * count, 16)):
        pass
    codes = np.fromiter(map(_get_unicode, repeat(page), numbers), np.uint32, count).astype(np.int32)
    objects = np.fromiter(map(_get_object, repeat(page), numbers), np.uint64, count)
    errors = np.fromiter(map(_has_map_error, repeat(page), numbers), np.int32, count) == 1
    addresses, first, runs = np.unique(objects, return_index=True, return_inverse=True)
    table = _table(page, first, addresses, frame, fonts)
    user = rects[:, [0, 3, 2, 1]].astype(np.float64)  # FS_RECTF is left, top, right, bottom
    parted = np.zeros(count, dtype=np.bool_)
    parted[1:] = (objects[:-1] == 0) & (codes[:-1] == 32)
    glyphs = Glyphs(
        codes, frame.to_display(user), runs.astype(np.int32), errors, table.bold[runs], parted, table
    )  # fmt: skip
    return glyphs.take((objects != 0) & np.isfinite(user).all(axis=1))


def _table(
    page: int, first: npt.NDArray[np.intp], addresses: npt.NDArray[np.uint64], frame: Frame, fonts: FontBook
) -> Runs:
    """The text objects at `addresses`, `first` the first glyph of each."""
    count, glyphs, objects = len(addresses), first.tolist(), addresses.tolist()
    matrices = np.zeros((count, 6), dtype=np.float32)
    base = matrices.ctypes.data
    for _ in map(_get_matrix, repeat(page), glyphs, range(base, base + 24 * count, 24)):
        pass
    a, b, c, d = matrices.T[:4].astype(np.float64)
    sizes = np.abs(np.fromiter(map(_get_size, repeat(page), glyphs), np.float64, count)) * np.hypot(c, d)
    modes = np.fromiter((_get_mode(o) if o else 0 for o in objects), np.int32, count)
    heavy = np.fromiter((fonts.is_bold(_get_font(o)) if o else False for o in objects), np.bool_, count)
    angles = (frame.rotate - np.degrees(np.arctan2(b, a))) % 360
    return Runs(addresses, np.nan_to_num(sizes), np.nan_to_num(angles), heavy | np.isin(modes, (2, 6)), modes)
