"""Pictures of pages as the reader saw them: the displayed page, turned upright, so that boxes fit.

Drawn in a process of its own with limits on time and memory, for the same reason as reading: a hostile file may take
its renderer down, but not the service.
"""

from __future__ import annotations

import io
import os
import resource
import subprocess
import sys
import threading
from itertools import islice
from pathlib import Path

from PIL import Image

from data.errors import DocumentError
from data.readers import ReadOptions
from data.readers.image import pictures
from data.readers.pdf import opened
from data.readers.sniff import sniff
from data.schema import Page

WIDTH = 1240
"""Pixels across a portrait A4 page (150 dpi), enough for small print on a sharp screen."""
_MOST_PIXELS = 4_000_000
_SECONDS = 30.0
_MEMORY = 2 * 1024**3

_turns = threading.BoundedSemaphore(2)
"""A document with many pages asks for all its pictures at once; no more than this many processes draw."""


def page_image(content: bytes, name: str, page: Page) -> bytes:
    """WebP of one page, drawn in a process of its own. Raises `DocumentError`."""
    command = [sys.executable, "-m", "serving.pages", str(page.number), repr(page.angle)]
    with _turns:
        try:
            done = subprocess.run(  # noqa: S603
                command, input=content, capture_output=True, timeout=_SECONDS, check=False, env=_environment()
            )
        except subprocess.TimeoutExpired as error:
            raise _not_drawn() from error
    if done.returncode != 0 or not done.stdout:
        raise _not_drawn()
    return done.stdout


def _environment() -> dict[str, str]:
    """With our folders to import from, wherever this process got them (a Bento puts them on its path itself)."""
    root = str(Path(__file__).resolve().parent.parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))}


def draw(content: bytes, number: int, angle: float, kind: str = "WEBP") -> bytes:
    """Picture of page `number` (1-based), turned clockwise by `angle` degrees, in this process."""
    picture = _pdf_page(content, number) if sniff(content) == "pdf" else _frame(content, number)
    if angle:
        picture = picture.rotate(-angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    if picture.width > WIDTH * 1.5:
        picture = picture.resize((WIDTH, max(1, round(picture.height * WIDTH / picture.width))))
    out = io.BytesIO()
    picture.save(out, kind, quality=80, method=2)
    return out.getvalue()


def _pdf_page(content: bytes, number: int) -> Image.Image:
    with opened(content, ReadOptions()) as pdf:
        pdf.init_forms()  # filled-in form fields are drawn only then
        page = pdf[number - 1]
        width, height = page.get_size()
        scale = min(WIDTH / width, (_MOST_PIXELS / (width * height)) ** 0.5)
        picture: Image.Image = page.render(scale=scale).to_pil()
        return picture.convert("RGB")


def _frame(content: bytes, number: int) -> Image.Image:
    frame = next(islice(pictures(content, ReadOptions()), number - 1, None))
    return Image.fromarray(frame.pixels).convert("RGB")


def _not_drawn() -> DocumentError:
    return DocumentError("No picture could be made of this page.", hint="Its values were read all the same.",
                         code="no_picture")  # fmt: skip


def main() -> None:
    """`python -m serving.pages NUMBER ANGLE` with the file on standard input and the WebP on standard output."""
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    resource.setrlimit(resource.RLIMIT_CPU, (int(_SECONDS), int(_SECONDS)))
    sys.stdout.buffer.write(draw(sys.stdin.buffer.read(), int(sys.argv[1]), float(sys.argv[2])))


if __name__ == "__main__":
    main()
