"""What a filled form prints: AcroForm fields, typed notes and stamps, made part of the page they lie on.

PDFium draws every visible annotation into the page content ("flattening"), values without an appearance included. So
field values come with the places where they are printed, formatted as printed, and hidden fields stay hidden.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
import pypdfium2
import pypdfium2.raw as pdfium

from data.errors import UnsupportedDocument
from data.readers.frame import Boxes, Frame
from data.schema import Word

_PRINTING = (pdfium.FPDF_ANNOT_WIDGET, pdfium.FPDF_ANNOT_FREETEXT, pdfium.FPDF_ANNOT_STAMP)
_XFA = (pdfium.FORMTYPE_XFA_FULL, pdfium.FORMTYPE_XFA_FOREGROUND)
_XFA_NOTICE = "please wait"
MAX_ANNOTATIONS = 20_000


def prepare(pdf: pypdfium2.PdfDocument) -> None:
    """To be called before the first page is loaded. Raises `UnsupportedDocument` for a form that only XFA describes."""
    kind = pdf.get_formtype()
    if kind == pdfium.FORMTYPE_XFA_FULL or (kind in _XFA and _only_a_notice(pdf)):
        raise UnsupportedDocument(
            "The PDF is an XFA form: its pages are made by Adobe Reader and are not in the file.",
            hint="Open it in Adobe Reader and print it to PDF.",
            code="xfa",
        )
    if kind != pdfium.FORMTYPE_NONE:
        pdf.init_forms()


def _only_a_notice(pdf: pypdfium2.PdfDocument) -> bool:
    """Dynamic XFA forms carry one page that asks to wait for a program that can draw them."""
    if len(pdf) != 1:
        return False
    page = pdf[0]
    text_page = page.get_textpage()
    text = text_page.get_text_range(0, min(text_page.count_chars(), 400)).lower()
    text_page.close()
    page.close()
    return _XFA_NOTICE in text


def flatten(pdf: pypdfium2.PdfDocument, number: int, page: Any, frame: Frame) -> tuple[Any, Boxes]:
    """Page `number` with its annotations drawn in, and the (n, 4) displayed boxes of its form fields.

    `page` is that page as loaded; where something was drawn in it is closed and loaded anew.
    """
    fields: list[tuple[float, float, float, float]] = []
    printing = False
    for index in range(min(int(pdfium.FPDFPage_GetAnnotCount(page.raw)), MAX_ANNOTATIONS)):
        annotation = pdfium.FPDFPage_GetAnnot(page.raw, index)
        subtype = pdfium.FPDFAnnot_GetSubtype(annotation)
        printing |= subtype in _PRINTING
        box = pdfium.FS_RECTF()
        if subtype == pdfium.FPDF_ANNOT_WIDGET and pdfium.FPDFAnnot_GetRect(annotation, box):
            fields.append((box.left, min(box.bottom, box.top), box.right, max(box.bottom, box.top)))
        pdfium.FPDFPage_CloseAnnot(annotation)
    boxes = frame.to_display(np.array(fields, dtype=np.float64).reshape(-1, 4))
    if printing and pdfium.FPDFPage_Flatten(page.raw, pdfium.FLAT_NORMALDISPLAY) == pdfium.FLATTEN_SUCCESS:
        page.close()
        page = pdf[number - 1]
    return page, boxes


def mark(words: Sequence[Word], fields: Boxes) -> list[Word]:
    """Words that stand in a field get "form" as their source."""
    if not len(fields) or not words:
        return list(words)
    middles = np.array([(word.box.cx, word.box.cy) for word in words])[:, None, :]
    inside = np.all((middles >= fields[None, :, :2]) & (middles <= fields[None, :, 2:]), axis=2)
    within = np.any(inside, axis=1).tolist()
    return [replace(word, source="form") if filled else word for word, filled in zip(words, within, strict=True)]
