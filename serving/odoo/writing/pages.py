"""Pages as pictures with what was read marked on them, for the chatter of an order."""

from __future__ import annotations

import io

from PIL import Image, ImageDraw

from data.errors import DocumentError
from data.result import Extraction, Value
from data.schema import Document, Page
from serving.odoo.writing.extras import Attachment
from serving.pages import page_image

MOST_PAGES = 10
_SURE, _DOUBTFUL = "#1a7f37", "#bc4c00"


def pictures(content: bytes, document: Document | None, extraction: Extraction) -> list[Attachment]:
    """A PNG a page that holds something read; doubtful values (below 80 %, or unknown) in orange, the rest in green.

    A page that cannot be drawn is left out: its picture is a help, the file itself is attached in any case.
    """
    made = []
    for page in (document.pages if document is not None else ())[:MOST_PAGES]:
        values = [v for v in _values(extraction) if any(place.page == page.number for place in v.boxes)]
        if not values or not page.width:
            continue
        try:
            picture = Image.open(io.BytesIO(page_image(content, extraction.file, page))).convert("RGB")
        except DocumentError:
            continue
        out = io.BytesIO()
        _marked(picture, page, values).save(out, "PNG", optimize=True)
        made.append(Attachment(f"page-{page.number}.png", out.getvalue(), "image/png"))
    return made


def _values(extraction: Extraction) -> list[Value]:
    return [*extraction.fields.values(), *(value for line in extraction.lines for value in line.fields.values())]


def _marked(picture: Image.Image, page: Page, values: list[Value]) -> Image.Image:
    draw = ImageDraw.Draw(picture)
    across, down = picture.width / page.width, picture.height / page.height
    for value in values:
        sure = value.confidence is not None and value.confidence >= 0.8
        for place in value.boxes:
            if place.page == page.number:
                box = (place.box.x0 * across - 2, place.box.y0 * down - 2, place.box.x1 * across + 2,
                       place.box.y1 * down + 2)  # fmt: skip
                draw.rectangle(box, outline=_SURE if sure else _DOUBTFUL, width=2)
    return picture
