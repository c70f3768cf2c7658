"""A stand-in for the model: reads a made-up order by its captions, the same way every time.

For tests of what lies around the model. `python -m tests.standin` is the command line with it.
"""

from __future__ import annotations

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from data.readers import read
from data.result import Check, Extraction, Line, Place, Value
from data.rows import visual_rows
from data.schema import Document, Word
from serving.cli import main
from serving.pipeline import Pipeline

CAPTIONS = {"Order": "order_number", "Date": "order_date", "Buyer": "buyer.name", "Total": "total_net"}
COLUMNS = ("line_no", "supplier_article_no", "quantity", "unit_price", "line_amount")
ORDER = ("Order PO/2026/118", "Date 2026-03-02", "Buyer Acme", "Item 1 A-17 12 4.50 54.00", "Item 2 B-20 3 1.00 4.00",
         "Total 58.00")  # fmt: skip


class StandIn:
    """Takes the word after a caption for its value, and rows that start with `Item` for lines."""

    name = "stand-in"
    version = "1"

    def extract(self, document: Document) -> Extraction:
        if any(word.text == "Explode" for word in document.words):
            raise RuntimeError("secret of the document")
        fields: dict[str, Value] = {}
        lines: list[Line] = []
        for page in document.pages:
            for row in visual_rows(page.words):
                words = [page.words[i] for i in row]
                if words[0].text in CAPTIONS and len(words) > 1:
                    fields[CAPTIONS[words[0].text]] = _value(words[1], page.number, 0.99)
                elif words[0].text == "Item":
                    cells = {n: _value(w, page.number, 0.7) for n, w in zip(COLUMNS, words[1:], strict=True)}
                    lines.append(Line("item", page.number, cells))
        return Extraction(
            document.file, document.sha256, model_name=self.name, model_version=self.version,
            pages=len(document.pages), language="en", sources=("text",), warnings=document.warnings,
            document_type="order", document_type_confidence=0.9, fields=fields, lines=tuple(lines),
            checks=_checks(lines), completeness=1.0, order_confidence=None,
        )  # fmt: skip


def _value(word: Word, page: int, confidence: float) -> Value:
    return Value(word.text, word.text, confidence, (Place(page, word.box),))


def _checks(lines: Sequence[Line]) -> tuple[Check, ...]:
    out = []
    for n, line in enumerate(lines):
        quantity, price, amount = (float(line.fields[name].value) for name in COLUMNS[2:])
        message = f"{quantity:g} x {price:g} is {quantity * price:g}, the page says {amount:g}"
        out.append(Check("line_amount", abs(quantity * price - amount) < 0.005, message, n))
    return tuple(out)


def in_process(content: bytes, name: str) -> Document:
    return read(content, name)


def pipeline(model: str = "", jobs: int = 1) -> Pipeline:
    """The real reader, in this process, before the stand-in."""
    return Pipeline(StandIn(), in_process)


def pdf(*lines: str, pages: int = 1) -> bytes:
    """A PDF that prints `lines` on each page."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    for _ in range(pages):
        for n, line in enumerate(lines or ORDER):
            canvas.drawString(72, 760 - 20 * n, line)
        canvas.showPage()
    canvas.save()
    return out.getvalue()


if __name__ == "__main__":
    main(load=pipeline)
