"""A page as a picture without logos and stamps, drawn in a process of its own, and pictures as a new PDF."""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import pypdfium2 as pdfium
from PIL import Image, ImageDraw
from pypdfium2 import raw

from data.errors import DocumentError
from data.readers import ReadOptions
from data.readers.pdf import opened
from data.readers.sniff import sniff
from data.schema import Box, Page
from serving.pages import WIDTH, draw

_MOST_PIXELS = 4_000_000
_SECONDS = 60.0
_MEMORY = 2 * 1024**3
_LARGE = 0.5
"""Share of the page from which on a picture in it is the page itself: a scan with a text layer."""


def picture_of(content: bytes, page: Page) -> Image.Image:
    """RGB picture of a page, upright. Raises `DocumentError`."""
    root = str(Path(__file__).resolve().parents[3])
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}
    command = [sys.executable, "-m", "serving.desk.redact.drawing", str(page.number), repr(page.angle)]
    try:
        done = subprocess.run(  # noqa: S603
            command, input=content, capture_output=True, timeout=_SECONDS, check=False, env=environment
        )
    except subprocess.TimeoutExpired as error:
        raise _not_drawn(page.number) from error
    if done.returncode != 0 or not done.stdout:
        raise _not_drawn(page.number)
    return Image.open(io.BytesIO(done.stdout)).convert("RGB")


def fill(picture: Image.Image, boxes: Iterable[Box], page: Page) -> None:
    """Fill boxes given in points of `page` with black, in place."""
    across, down = picture.width / page.width, picture.height / page.height
    brush = ImageDraw.Draw(picture)
    for box in boxes:
        brush.rectangle((box.x0 * across, box.y0 * down, box.x1 * across, box.y1 * down), fill="black")


def jpeg(picture: Image.Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=85)
    return out.getvalue()


def pdf_of(pictures: Sequence[bytes], sizes: Sequence[tuple[float, float]]) -> bytes:
    """A PDF of JPEG pictures, one a page of the given points: no text, no attachments, no words about its origin."""
    pdf = pdfium.PdfDocument.new()
    for content, (width, height) in zip(pictures, sizes, strict=True):
        page = pdf.new_page(width, height)
        image = pdfium.PdfImage.new(pdf)
        image.load_jpeg(io.BytesIO(content), inline=True, autoclose=True)
        image.set_matrix(pdfium.PdfMatrix().scale(width, height))
        page.insert_obj(image)
        page.gen_content()
    out = io.BytesIO()
    pdf.save(out)
    pdf.close()
    return out.getvalue()


def drawn(content: bytes, number: int, angle: float) -> bytes:
    """PNG of a page in this process; pictures in it that are not the page itself are left out."""
    if sniff(content) != "pdf":
        return draw(content, number, angle, "PNG")
    with opened(content, ReadOptions()) as pdf:
        pdf.init_forms()
        page = pdf[number - 1]
        width, height = page.get_size()
        for found in list(page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=1)):
            x0, y0, x1, y1 = found.get_bounds()
            if (x1 - x0) * (y1 - y0) < _LARGE * width * height:
                page.remove_obj(found)
        page.gen_content()
        scale = min(WIDTH / width, (_MOST_PIXELS / (width * height)) ** 0.5)
        picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    if angle:
        picture = picture.rotate(-angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()


def _not_drawn(number: int) -> DocumentError:
    return DocumentError(f"No picture could be made of page {number}, so nothing was redacted.",
                         hint="Redact it by hand, or ask the sender for another file.", code="no_picture")  # fmt: skip


def main() -> None:
    """`python -m … NUMBER ANGLE` with the file on standard input and the PNG on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(_SECONDS), int(_SECONDS)))
    sys.stdout.buffer.write(drawn(sys.stdin.buffer.read(), int(sys.argv[1]), float(sys.argv[2])))


if __name__ == "__main__":
    main()
