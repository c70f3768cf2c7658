"""Pictures: PNG, JPEG and TIFF of one or many pages, turned upright by EXIF and sized in points."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from data.errors import DamagedDocument, DocumentLimit
from data.readers.ocr import recognise
from data.readers.ocr_rapid import Pixels
from data.readers.ocr_warnings import poor_reading
from data.readers.options import ReadOptions
from data.readers.reading import AGAIN, Progress, Reading
from data.schema import Page, Warning_

if TYPE_CHECKING:
    from PIL import Image

A4_WIDTH = 595.3
"""Points; what a picture without a credible resolution is taken to be wide (its shorter side)."""
SANE_INCHES = (3.0, 24.0)
"""Shorter side of a page by its stated resolution; outside, the resolution is a program's default (72, 96)."""
MAX_SIDE = 3400
"""Pixels of the longer side at which a page is recognised."""


@dataclass(frozen=True, slots=True)
class Picture:
    """One page of a picture file."""

    pixels: Pixels
    """(h, w) grey or (h, w, 3)."""
    scale: float
    """Pixels a point."""


def read_image(content: bytes, options: ReadOptions, progress: Progress = lambda page: None) -> Reading:
    """Recognise every page of a picture file. Raises `DamagedDocument` and `DocumentLimit`."""
    pages: list[Page] = []
    said: list[Warning_] = []
    progress(1)
    for number, picture in enumerate(pictures(content, options), start=1):
        page, remarks = _page(picture, number, options)
        pages.append(page)
        said += remarks
        progress(number + 1)
    return Reading(tuple(pages), tuple(said))


def _page(picture: Picture, number: int, options: ReadOptions) -> tuple[Page, list[Warning_]]:
    height, width = (round(side / picture.scale, 2) for side in picture.pixels.shape[:2])
    if options.ocr == "none":
        said = "The page is a picture; it was not read, the OCR engine is switched off."
        return Page(number, width, height, source="empty", health=0.0), [Warning_("needs_ocr", said, number)]
    found = recognise(picture.pixels, picture.scale, options)
    if found.quarter % 2:
        width, height = height, width
    page = Page(
        number, width, height, found.words, source="ocr" if found.words else "empty",
        health=0.0, angle=90.0 * found.quarter, tilt=round(found.tilt, 3),
    )  # fmt: skip
    blank = not found.words and int(np.ptp(picture.pixels)) < 20
    return page, [] if blank else poor_reading(found.words, number)


def pictures(content: bytes, options: ReadOptions) -> Iterator[Picture]:
    """The pages of a picture file at the resolution for recognition."""
    from PIL import Image

    with warnings.catch_warnings():
        warnings.simplefilter("error", Image.DecompressionBombWarning)
        warnings.filterwarnings("ignore", module="PIL")
        try:
            with Image.open(io.BytesIO(content), formats=("PNG", "JPEG", "TIFF")) as image:
                yield from _frames(image, options)
        except (Image.DecompressionBombError, Image.DecompressionBombWarning) as error:
            raise _too_large(options) from error
        except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, OverflowError) as error:
            raise DamagedDocument("The picture is damaged and cannot be decoded.", hint=AGAIN) from error


def _frames(image: Image.Image, options: ReadOptions) -> Iterator[Picture]:
    number = 0
    while True:
        number += 1
        if number > options.max_pages:
            raise DocumentLimit(
                f"The picture file has more than {options.max_pages} pages.", hint="Send only the pages of the order."
            )
        yield _picture(image, options)
        try:
            image.seek(number)
        except EOFError:
            return


def _picture(image: Image.Image, options: ReadOptions) -> Picture:
    from PIL import ImageOps

    stated = _resolution(image)
    if image.format == "JPEG":  # decoded smaller where it is much larger than needed
        whole = image.width
        image.draft(None, (MAX_SIDE, MAX_SIDE))
        stated = stated and (stated[0] * image.width / whole, stated[1] * image.width / whole)
    if image.width * image.height > options.max_pixels:
        raise _too_large(options)
    size = image.size
    upright = ImageOps.exif_transpose(_plain(image))
    if upright.size != size and stated:
        stated = (stated[1], stated[0])
    return _resized(upright, stated, options)


def _resized(image: Image.Image, stated: tuple[float, float] | None, options: ReadOptions) -> Picture:
    """At the resolution for recognition, with square pixels (fax machines have others)."""
    from PIL import Image

    if stated is None:
        dots = min(image.size) / (A4_WIDTH / 72)
        stated = (dots, dots)
    wide, high = image.width / stated[0], image.height / stated[1]  # inches
    dots = min(max(stated), options.ocr_dpi, MAX_SIDE / max(wide, high))
    size = max(round(wide * dots), 1), max(round(high * dots), 1)
    if size != image.size:
        image = image.resize(size, Image.Resampling.BOX if size[0] < image.width else Image.Resampling.BICUBIC)
    return Picture(np.array(image, dtype=np.uint8), size[0] / (72 * wide))


def _plain(image: Image.Image) -> Image.Image:
    """Grey or RGB with white under what is transparent."""
    from PIL import Image

    image.load()
    if image.mode.startswith(("I", "F")):
        values = np.asarray(image, dtype=np.float64)
        top = 65535.0 if values.max(initial=0.0) > 255 else 255.0
        return Image.fromarray(np.clip(values * 255 / top, 0, 255).astype(np.uint8))
    if image.mode in ("LA", "PA", "RGBA", "RGBa", "La") or "transparency" in image.info:
        shown = image.convert("RGBA")
        paper = Image.new("RGBA", shown.size, "white")
        return Image.alpha_composite(paper, shown).convert("RGB")
    return image.convert("L" if image.mode in ("1", "L") else "RGB")


def _resolution(image: Image.Image) -> tuple[float, float] | None:
    """Dots an inch across and down, where the file states credible ones."""
    try:
        across, down = (float(value) for value in image.info["dpi"])
        inches = sorted((image.width / across, image.height / down))
    except (KeyError, TypeError, ValueError, ZeroDivisionError):
        return None
    sane = SANE_INCHES[0] <= inches[0] <= SANE_INCHES[1] and inches[1] < 6 * inches[0]
    return (across, down) if sane and 0.3 < across / down < 3 else None


def _too_large(options: ReadOptions) -> DocumentLimit:
    return DocumentLimit(
        f"The picture has more than {options.max_pixels / 1e6:.0f} million pixels.", hint="Scan it at 300 dpi or less."
    )
