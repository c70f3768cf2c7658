"""PDF files: pages, their text layer, labels, attachments."""

from __future__ import annotations

import ctypes
import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pypdfium2
import pypdfium2.raw as pdfium

from data.errors import DamagedDocument, DocumentLimit, EncryptedDocument
from data.readers import forms
from data.readers.options import ReadOptions
from data.readers.pdfpage import read_page
from data.readers.reading import AGAIN, Progress, Reading
from data.readers.textlayer import FontBook
from data.schema import Attachment, Page, Warning_

MAX_ATTACHMENTS = 100
PDFIUM = threading.RLock()
"""PDFium is not thread-safe: whoever calls it holds this."""


def read_pdf(content: bytes, options: ReadOptions, progress: Progress = lambda page: None) -> Reading:
    """All pages, warnings and embedded files. `progress` hears the number of each page before it is read."""
    with PDFIUM, opened(content, options) as pdf:
        if len(pdf) > options.max_pages:
            raise DocumentLimit(
                f"The file has {len(pdf)} pages; at most {options.max_pages} are read.",
                hint="Send only the pages of the order.",
            )
        forms.prepare(pdf)
        fonts = FontBook()
        pages: list[Page] = []
        warnings: list[Warning_] = []
        for number in range(1, len(pdf) + 1):
            progress(number)
            page, said = _page(pdf, number, fonts, options)
            pages.append(page)
            warnings += said
        return Reading(tuple(pages), tuple(warnings), attachments(pdf, options))


def _page(
    pdf: pypdfium2.PdfDocument, number: int, fonts: FontBook, options: ReadOptions
) -> tuple[Page, list[Warning_]]:
    """A page, or an empty one with a warning where the file is damaged at that page only."""
    try:
        return read_page(pdf, number, fonts, options)
    except pypdfium2.PdfiumError as error:
        if len(pdf) == 1:
            raise DamagedDocument("The only page of the PDF is damaged.", hint=AGAIN) from error
        said = "The page is damaged and could not be read."
        return Page(number, 0.0, 0.0, source="empty", health=0.0), [Warning_("damaged_page", said, number)]


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
                raise DamagedDocument("The PDF is damaged and cannot be opened.", hint=AGAIN) from error
    if pdf is None:
        raise EncryptedDocument(
            "The PDF is encrypted and asks for a password.",
            hint="Ask the sender for the password or for a copy without one.",
        )
    try:
        yield pdf
    finally:
        pdf.close()


def attachments(pdf: pypdfium2.PdfDocument, options: ReadOptions) -> tuple[Attachment, ...]:
    """Files embedded in the PDF (Factur-X and its kin carry their XML so); oversized ones are left out."""
    found = []
    for index in range(min(pdf.count_attachments(), MAX_ATTACHMENTS)):
        attachment = pdf.get_attachment(index)
        size = ctypes.c_ulong()
        pdfium.FPDFAttachment_GetFile(attachment.raw, None, 0, size)
        if 0 < size.value <= options.max_bytes:
            found.append(Attachment(attachment.get_name(), bytes(attachment.get_data())))
    return tuple(found)
