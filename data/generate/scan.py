"""Pages as scanners, copiers and fax machines hand them on: images made worse in known ways, from a seed.

Images are greyscale (`L`) or black and white (`1`) and carry their resolution in `image.info["dpi"]` as (across, down).
"""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from typing import Any, Literal, get_args

import cv2
import numpy as np
import numpy.typing as npt
import pypdfium2 as pdfium
from PIL import Image

Kind = Literal["clean", "photocopied", "skew", "jpeg", "fax", "blur", "low_contrast"]
KINDS: tuple[Kind, ...] = get_args(Kind)
DPI = 200
FAX_DPI = (204, 98)
"""Group 3 standard resolution; each row is sent on twice, as fax receivers do, so that pixels are nearly square."""

Grey = npt.NDArray[np.uint8]


def raster(pdf: bytes, dpi: int = DPI) -> list[Image.Image]:
    """The pages of a PDF as greyscale images at `dpi`."""
    images = []
    document = pdfium.PdfDocument(pdf)
    try:
        for page in document:
            bitmap = page.render(scale=dpi / 72, grayscale=True)
            image = bitmap.to_pil().convert("L").copy()
            image.info["dpi"] = (dpi, dpi)
            images.append(image)
            bitmap.close()
            page.close()
    finally:
        document.close()
    return images


def degrade(source: bytes | Sequence[Image.Image], kind: Kind, seed: int = 0) -> list[Image.Image]:
    """Scans of the pages of `source` (a PDF, or images): the same source, kind and seed give the same pixels.

    clean: nothing but the raster. photocopied: black and white, dirt, a dark edge, slightly turned. skew: turned by 2
    degrees one way or the other, with sensor noise. jpeg: saved at quality 40. fax: 204 x 98 dpi, black and white.
    blur: out of focus. low_contrast: pale print on grey paper, with noise.
    """
    images = raster(source) if isinstance(source, bytes) else list(source)
    return [
        _one(image, kind, np.random.default_rng([seed, KINDS.index(kind), number]))
        for number, image in enumerate(images)
    ]


def _one(image: Image.Image, kind: Kind, rng: np.random.Generator) -> Image.Image:
    dpi = image.info.get("dpi", (DPI, DPI))
    out = _MAKERS[kind](np.asarray(image.convert("L")), rng)
    out.info["dpi"] = (FAX_DPI[0], 2 * FAX_DPI[1]) if kind == "fax" else dpi
    return out


def _clean(grey: Grey, rng: np.random.Generator) -> Image.Image:
    return Image.fromarray(grey)


def _photocopied(grey: Grey, rng: np.random.Generator) -> Image.Image:
    grey = _turned(grey, float(rng.normal(0, 0.3)))
    height, width = grey.shape
    toner = cv2.GaussianBlur(grey, (0, 0), 0.8).astype(np.float32)
    side = np.linspace(0, 1, width, dtype=np.float32)
    side = side if rng.random() < 0.5 else 1 - side
    toner -= 150 * np.exp(-side * width / (0.012 * width))[None, :]
    toner += rng.normal(0, 18, size=grey.shape).astype(np.float32)
    for _ in range(int(rng.integers(60, 200))):
        y, x = int(rng.integers(height)), int(rng.integers(width))
        r = int(rng.integers(1, 3))
        toner[y : y + r, x : x + r] = 0 if rng.random() < 0.8 else 255
    threshold = float(rng.uniform(165, 195))
    return Image.fromarray(_bytes(np.where(toner < threshold, 0, 255))).convert("1", dither=Image.Dither.NONE)


def _skew(grey: Grey, rng: np.random.Generator) -> Image.Image:
    return Image.fromarray(_noisy(_turned(grey, 2.0 if rng.random() < 0.5 else -2.0), rng, 4))


def _jpeg(grey: Grey, rng: np.random.Generator) -> Image.Image:
    out = io.BytesIO()
    Image.fromarray(_noisy(grey, rng, 6)).save(out, "JPEG", quality=40)
    return Image.open(out).convert("L")


def _fax(grey: Grey, rng: np.random.Generator) -> Image.Image:
    height, width = grey.shape
    size = (round(width * FAX_DPI[0] / DPI), round(height * FAX_DPI[1] / DPI))
    small = _noisy(cv2.resize(grey, size, interpolation=cv2.INTER_AREA).astype(np.uint8), rng, 10)
    black = small < rng.uniform(165, 190)
    rows = np.flatnonzero(rng.random(size[1]) < 0.001)
    black[rows] = False  # lost lines
    return Image.fromarray(_bytes(np.where(np.repeat(black, 2, axis=0), 0, 255))).convert("1", dither=Image.Dither.NONE)


def _blur(grey: Grey, rng: np.random.Generator) -> Image.Image:
    return Image.fromarray(_noisy(cv2.GaussianBlur(grey, (0, 0), float(rng.uniform(1.4, 1.8))), rng, 3))


def _low_contrast(grey: Grey, rng: np.random.Generator) -> Image.Image:
    paper, span = float(rng.uniform(185, 215)), float(rng.uniform(60, 80))
    return Image.fromarray(_noisy(_bytes(paper - span * (1 - grey.astype(np.float32) / 255)), rng, 6))


_MAKERS: dict[Kind, Callable[[Grey, np.random.Generator], Image.Image]] = {
    "clean": _clean, "photocopied": _photocopied, "skew": _skew, "jpeg": _jpeg, "fax": _fax, "blur": _blur,
    "low_contrast": _low_contrast,
}  # fmt: skip


def _turned(grey: Grey, degrees: float) -> Grey:
    height, width = grey.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), degrees, 1.0)
    return _bytes(cv2.warpAffine(grey, matrix, (width, height), flags=cv2.INTER_LINEAR, borderValue=255))


def _noisy(grey: npt.NDArray[np.generic], rng: np.random.Generator, sigma: float) -> Grey:
    return _bytes(grey.astype(np.float32) + rng.normal(0, sigma, size=grey.shape))


def _bytes(values: npt.NDArray[np.generic]) -> Grey:
    return np.clip(values.astype(np.float32), 0, 255).astype(np.uint8)


def to_tiff(images: Sequence[Image.Image]) -> bytes:
    """One TIFF of all pages: black and white as Group 4 fax, grey as LZW, each with its resolution."""
    pages = [image.copy() for image in images]
    for page in pages:
        compression = "group4" if page.mode == "1" else "tiff_lzw"
        page.encoderinfo = {"compression": compression, "dpi": page.info.get("dpi", (DPI, DPI))}
    out = io.BytesIO()
    pages[0].save(out, "TIFF", save_all=True, append_images=pages[1:], **pages[0].encoderinfo)
    return out.getvalue()


def to_image_pdf(images: Sequence[Image.Image], *, quality: int = 60) -> bytes:
    """The scans wrapped into a PDF without a text layer: Group 4 for black and white, JPEG for grey pages.

    All pages are taken to have the resolution of the first. No date is written: the same images give the same bytes.
    `quality` is for grey pages only; Pillow takes it when no page is black and white.
    """
    first, *others = (image.copy() for image in images)
    options: dict[str, Any] = {"title": None, "creationDate": None, "modDate": None}
    if all(image.mode == "L" for image in images):
        options["quality"] = quality
    out = io.BytesIO()
    dpi = first.info.get("dpi", (DPI, DPI))
    first.save(out, "PDF", save_all=True, append_images=others, dpi=dpi, **options)
    return out.getvalue()
