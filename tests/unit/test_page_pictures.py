"""Pictures of pages: as the reader saw them, so that boxes fit, and drawn where a hostile file harms nobody."""

from __future__ import annotations

import io

import numpy as np
import numpy.typing as npt
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from data.errors import DocumentError
from data.readers import ReadOptions, read
from data.schema import Page
from serving.pages import draw, page_image

Grey = npt.NDArray[np.uint8]


def decoded(content: bytes) -> Grey:
    """(h, w) grey."""
    return np.asarray(Image.open(io.BytesIO(content)).convert("L"), dtype=np.uint8)


def marked_pdf(rotate: int = 0) -> bytes:
    """A4 with a black square at the top left of the unrotated page and a word beside it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), invariant=True)
    canvas.setPageRotation(rotate)
    canvas.rect(0, 742, 100, 100, fill=1)
    canvas.drawString(200, 400, "Order")
    canvas.save()
    return out.getvalue()


def dark_corner(picture: Grey) -> str:
    high, wide = (int(0.04 * side) for side in picture.shape)
    inks = {
        "top left": picture[high, wide], "top right": picture[high, -wide],
        "bottom left": picture[-high, wide], "bottom right": picture[-high, -wide],
    }  # fmt: skip
    return min(inks, key=lambda corner: int(inks[corner]))


@pytest.mark.parametrize(
    ("angle", "corner", "upright"),
    [(0.0, "top left", True), (90.0, "top right", False), (180.0, "bottom right", True), (270.0, "bottom left", False)],
)
def test_a_page_is_turned_clockwise(angle: float, corner: str, upright: bool) -> None:
    picture = decoded(draw(marked_pdf(), 1, angle))
    assert dark_corner(picture) == corner
    assert (picture.shape[0] > picture.shape[1]) is upright


def test_words_lie_on_their_ink() -> None:
    """Of a page that is shown rotated; the reader's box of the word holds dark pixels, the place beside it none."""
    content = marked_pdf(rotate=90)
    page = read(content, "a.pdf", options=ReadOptions(ocr="none")).pages[0]
    picture = decoded(draw(content, 1, page.angle))
    assert picture.shape[1] / picture.shape[0] == pytest.approx(page.width / page.height, rel=0.01)
    scale = picture.shape[1] / page.width
    box = next(w.box for w in page.words if w.text == "Order")
    x0, y0, x1, y1 = (int(v * scale) for v in (box.x0, box.y0, box.x1, box.y1))
    assert picture[y0:y1, x0:x1].min() < 100
    assert picture[y0:y1, x1 + 10 : x1 + 50].min() > 200


def test_each_page_of_a_tiff_has_its_picture() -> None:
    out = io.BytesIO()
    frames = [Image.new("L", (600, 800), shade) for shade in (255, 100)]
    frames[0].save(out, "TIFF", save_all=True, append_images=frames[1:])
    assert decoded(draw(out.getvalue(), 1, 0))[50, 50] > 250
    assert 90 < decoded(draw(out.getvalue(), 2, 0))[50, 50] < 110


def test_a_large_scan_is_shown_smaller() -> None:
    out = io.BytesIO()
    Image.new("L", (3300, 4600), 255).save(out, "PNG", dpi=(400, 400))
    assert max(decoded(draw(out.getvalue(), 1, 0)).shape) < 2500


def test_the_process_of_its_own_gives_the_same_picture() -> None:
    content = marked_pdf()
    assert page_image(content, "a.pdf", Page(1, 595, 842)) == draw(content, 1, 0)


def test_what_cannot_be_drawn_is_a_document_error() -> None:
    with pytest.raises(DocumentError) as caught:
        page_image(b"%PDF-1.4 nothing", "a.pdf", Page(1, 595, 842))
    assert caught.value.code == "no_picture"
