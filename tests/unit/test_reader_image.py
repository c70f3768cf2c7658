"""Pictures: how large a page they are, which way up, and how many; recognition itself is in test_reader_scans.py."""

from __future__ import annotations

import io
import struct
import zlib

import numpy as np
import pytest
from PIL import Image

from data.errors import DamagedDocument, DocumentLimit
from data.readers import ReadOptions, read
from data.readers.image import Picture, pictures
from data.schema import Page

NO_OCR = ReadOptions(ocr="none")


def saved(image: Image.Image, kind: str = "PNG", **keys: object) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **keys)
    return out.getvalue()


def grey(width: int, height: int) -> Image.Image:
    return Image.new("L", (width, height), 255)


def first(content: bytes, options: ReadOptions = NO_OCR) -> Picture:
    return next(iter(pictures(content, options)))


def page_of(content: bytes) -> Page:
    return read(content, "scan.png", options=NO_OCR).pages[0]


def test_size_by_the_stated_resolution() -> None:
    found = page_of(saved(grey(1240, 1754), dpi=(150, 150)))
    assert found.width == pytest.approx(595.2, abs=0.3)
    assert found.height == pytest.approx(841.9, abs=0.3)
    assert (found.source, found.health, found.angle) == ("empty", 0.0, 0.0)


@pytest.mark.parametrize("dpi", [None, (72, 72), (1, 1), (96, 96)])
def test_without_a_credible_resolution_a_picture_is_as_wide_as_a4(dpi: tuple[int, int] | None) -> None:
    assert page_of(saved(grey(2480, 3508), dpi=dpi)).width == pytest.approx(595.3, abs=1)
    assert page_of(saved(grey(3508, 2480), dpi=dpi)).height == pytest.approx(595.3, abs=1)


def test_large_scans_are_brought_to_the_resolution_for_recognition() -> None:
    scan = first(saved(grey(2480, 3508), dpi=(300, 300)))
    assert scan.pixels.shape == (2339, 1653)
    assert scan.scale == pytest.approx(200 / 72, rel=0.001)


def test_fax_pixels_are_made_square() -> None:
    fax = first(saved(Image.new("1", (1728, 1100), 1), "TIFF", compression="group4", dpi=(204, 98)))
    assert fax.pixels.shape[1] / fax.pixels.shape[0] == pytest.approx((1728 / 204) / (1100 / 98), rel=0.01)
    assert fax.pixels.dtype == np.uint8


def test_exif_turns_photos_upright() -> None:
    image = grey(400, 300)
    image.paste(0, (0, 0, 100, 100))  # dark in the upper left corner as stored
    exif = image.getexif()
    exif[0x0112] = 6  # to be turned clockwise
    turned = first(saved(image, "JPEG", exif=exif)).pixels
    assert turned.shape[0] > turned.shape[1]
    assert turned[10, -10] < 50, "the dark corner is now the upper right one"


def test_every_page_of_a_tiff() -> None:
    rest = [grey(850, 1100), grey(1100, 850)]
    content = saved(grey(850, 1100), "TIFF", save_all=True, append_images=rest, dpi=(100, 100))
    found = read(content, "fax.tif", options=NO_OCR)
    assert [(page.number, round(page.width)) for page in found.pages] == [(1, 612), (2, 612), (3, 792)]
    assert [warning.code for warning in found.warnings] == ["needs_ocr"] * 3
    with pytest.raises(DocumentLimit, match="more than 2 pages"):
        read(content, "fax.tif", options=ReadOptions(ocr="none", max_pages=2))


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16", "I"])
def test_kinds_of_pixels(mode: str) -> None:
    """White paper stays white and print dark, whatever the depth; nothing behind it counts as paper."""
    image = grey(300, 400)
    image.paste(0, (100, 100, 200, 200))
    if mode.startswith("I"):
        image = Image.fromarray(np.asarray(image, dtype=np.uint16) * 257).convert(mode)
    elif mode in ("LA", "RGBA"):
        solid = image.convert(mode[:-1])
        solid.putalpha(Image.fromarray(np.where(np.asarray(image) == 0, 255, 0).astype(np.uint8)))
        image = solid
    else:
        image = image.convert(mode)
    pixels = first(saved(image, "TIFF" if mode == "I" else "PNG", dpi=(60, 60))).pixels
    middle, corner = pixels[pixels.shape[0] * 3 // 8, pixels.shape[1] // 2], pixels[5, 5]
    assert np.all(middle < 40)
    assert np.all(corner > 215)


def test_cmyk_photographs() -> None:
    assert first(saved(Image.new("CMYK", (300, 400), (0, 0, 0, 0)), "JPEG")).pixels.min() > 240


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def bomb(width: int, height: int) -> bytes:
    """A PNG of few bytes that unpacks to `width` x `height` black pixels."""
    packer = zlib.compressobj(9)
    row = bytes(1 + width // 8)
    body = b"".join(packer.compress(row) for _ in range(min(height, 2000))) + packer.flush()
    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", body) + chunk(b"IEND", b"")


@pytest.mark.parametrize("side", [12_000, 20_000, 50_000])
def test_decompression_bombs_are_refused_unpacked(side: int) -> None:
    with pytest.raises(DocumentLimit, match="million pixels") as failed:
        read(bomb(side, side), "scan.png", options=NO_OCR)
    assert failed.value.code == "too_large"


def test_large_photographs_are_decoded_small() -> None:
    """JPEG can be decoded at a fraction of its size, so that a photo beyond the pixel limit is still read."""
    content = saved(grey(7000, 7000), "JPEG")
    assert first(content, ReadOptions(ocr="none", max_pixels=15_000_000)).pixels.shape[1] <= 3500


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "TIFF"])
def test_pictures_cut_short(kind: str) -> None:
    rng = np.random.default_rng(1)
    noise = Image.fromarray(rng.integers(0, 255, (300, 300), dtype=np.uint8))
    content = saved(noise, kind)
    with pytest.raises(DamagedDocument) as failed:
        read(content[: len(content) // 2], "scan", options=NO_OCR)
    assert failed.value.code == "damaged"
