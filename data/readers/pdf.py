"""PDF files: pages, their text layer, labels, attachments."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from data.errors import DamagedDocument, DocumentLimit, EncryptedDocument
from data.readers.frame import Frame
from data.readers.glyphs import clean
from data.readers.grouping import group
from data.readers.options import ReadOptions
from data.readers.textlayer import FontBook, read_glyphs
from data.rows import reading_order
from data.schema import Attachment, Page

PDFIUM = threading.RLock()
"""PDFium is not thread-safe: whoever calls it holds this."""


def read_pdf(content: bytes, options: ReadOptions) -> tuple[tuple[Page, ...], tuple[Attachment, ...]]:
    """All pages and embedded files. Raises `DocumentError`s."""
    with PDFIUM, opened(content, options) as pdf:
        if len(pdf) > options.max_pages:
            raise DocumentLimit(
                f"The file has {len(pdf)} pages; at most {options.max_pages} are read.",
                hint="Send only the pages of the order.",
            )
        fonts = FontBook()
        pages = tuple(read_page(pdf, number, fonts) for number in range(1, len(pdf) + 1))
        return pages, attachments(pdf)


@contextmanager
def opened(content: bytes, options: ReadOptions) -> Iterator[pypdfium2.PdfDocument]:
    """The document, tried with the empty password and then with those of the options."""
    pdf: pypdfium2.PdfDocument | None = None
    for password in (None, *options.passwords):
        try:
            pdf = pypdfium2.PdfDocument(content, password=password)
            break
        except pypdfium2.PdfiumError as error:
            if pdfium.FPDF_GetLastError() != pdfium.FPDF_ERR_PASSWORD and "password" not in str(error).lower():
                raise DamagedDocument(
                    "The PDF is damaged and cannot be opened.", hint="Ask the sender to send it again."
                ) from error
    if pdf is None:
        raise EncryptedDocument(
            "The PDF is encrypted and asks for a password.",
            hint="Ask the sender for the password or for a copy without one.",
        )
    try:
        yield pdf
    finally:
        pdf.close()


def read_page(pdf: pypdfium2.PdfDocument, number: int, fonts: FontBook) -> Page:
    """Page `number` (1-based) with the words of its text layer."""
    page = pdf[number - 1]
    try:
        frame = frame_of(page)
        text_page = page.get_textpage()
        glyphs = clean(read_glyphs(text_page, frame, fonts))
        words = group(glyphs, frame.width, frame.height).words
        text_page.close()
        ordered = tuple(words[i] for i in reading_order(words))
        return Page(
            number, round(frame.width, 2), round(frame.height, 2), ordered, source="text" if ordered else "empty",
            label=page_label(pdf, number),
        )  # fmt: skip
    finally:
        page.close()


def frame_of(page: Any) -> Frame:
    """The visible part of a loaded page: what PDFium renders, CropBox within MediaBox."""
    box = pdfium.FS_RECTF()
    pdfium.FPDF_GetPageBoundingBox(page.raw, box)
    return Frame(box.left, box.bottom, box.right, box.top, page.get_rotation())


def page_label(pdf: pypdfium2.PdfDocument, number: int) -> str | None:
    label = pdf.get_page_label(number - 1)
    return label or None


def attachments(pdf: pypdfium2.PdfDocument) -> tuple[Attachment, ...]:
    """Files embedded in the PDF (Factur-X and its kin carry their XML so)."""
    found = []
    for index in range(pdf.count_attachments()):
        attachment = pdf.get_attachment(index)
        size = ctypes.c_ulong()
        pdfium.FPDFAttachment_GetFile(attachment.raw, None, 0, size)
        if size.value:
            found.append(Attachment(attachment.get_name(), bytes(attachment.get_data())))
    return tuple(found)
