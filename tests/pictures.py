"""Pages as pictures: what a scanner makes of a document."""

from __future__ import annotations

import io

import pypdfium2


def scanned(content: bytes, *, dpi: int = 200, page: int = 0) -> bytes:
    """A page of a PDF as a clean grey PNG."""
    pdf = pypdfium2.PdfDocument(content)
    try:
        picture = pdf[page].render(scale=dpi / 72, grayscale=True).to_pil()
        out = io.BytesIO()
        picture.save(out, "PNG", dpi=(dpi, dpi))
        return out.getvalue()
    finally:
        pdf.close()
