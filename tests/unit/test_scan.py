"""Scans of rendered pages: kinds, determinism, containers."""

from __future__ import annotations

import io

import numpy as np
import pypdfium2 as pdfium
import pytest
from PIL import Image, ImageSequence

from data.generate.render import to_pdf
from data.generate.scan import KINDS, Kind, degrade, raster, to_image_pdf, to_tiff
from tests.handmade import order


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return to_pdf([order(), order()])


def pixels(image: Image.Image) -> np.ndarray[tuple[int, ...], np.dtype[np.float32]]:
    return np.asarray(image.convert("L"), dtype=np.float32)


def test_clean_is_the_page_at_200_dpi(pdf: bytes) -> None:
    first, second = degrade(pdf, "clean")
    assert (first.mode, first.size, first.info["dpi"]) == ("L", (1654, 2339), (200, 200))
    assert first.tobytes() == raster(pdf)[0].tobytes() == second.tobytes()


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind != "clean"])
def test_same_seed_same_pixels_other_seed_others(pdf: bytes, kind: Kind) -> None:
    image = raster(pdf)[:1]
    once = degrade(image, kind, 3)[0].tobytes()
    assert once == degrade(image, kind, 3)[0].tobytes()
    assert once != degrade(image, kind, 4)[0].tobytes()
    assert once != image[0].tobytes()


def test_pages_of_a_document_differ_in_their_dirt(pdf: bytes) -> None:
    first, second = degrade(pdf, "photocopied", 1)
    assert first.tobytes() != second.tobytes()


def test_kinds_do_what_they_say(pdf: bytes) -> None:
    image = raster(pdf)[:1]
    made = {kind: degrade(image, kind, 1)[0] for kind in KINDS}
    assert {kind for kind in KINDS if made[kind].mode == "1"} == {"fax", "photocopied"}
    fax = pixels(made["fax"])
    assert made["fax"].info["dpi"] == (204, 196)
    assert np.array_equal(fax[0::2], fax[1::2])
    clean = pixels(made["clean"])

    def edges(kind: Kind) -> float:
        return float(np.abs(np.diff(pixels(made[kind])[100:800, 100:1500], axis=1)).max())

    assert edges("blur") < 0.5 * edges("clean")
    pale = pixels(made["low_contrast"])
    assert np.percentile(pale, 99.9) - np.percentile(pale, 0.5) < 120 < clean.max() - clean.min()
    assert abs(_tilt(pixels(made["skew"]))) == pytest.approx(2.0, abs=0.2)
    assert _tilt(clean) == pytest.approx(0.0, abs=0.05)


def _tilt(grey: np.ndarray[tuple[int, ...], np.dtype[np.float32]]) -> float:
    """Degrees by which the lower edge of the dark table head is turned, clockwise."""
    tops = {x: int(np.argmax(_runs(grey[:, x] < 100) >= 36)) for x in (600, 1300)}
    return float(np.degrees(np.arctan2(tops[1300] - tops[600], 700)))


def _runs(dark: np.ndarray[tuple[int, ...], np.dtype[np.bool_]]) -> np.ndarray[tuple[int, ...], np.dtype[np.int64]]:
    """For each row the number of dark rows that end there without a break."""
    out = np.zeros(dark.size, dtype=np.int64)
    for index in range(1, dark.size):
        out[index] = out[index - 1] + 1 if dark[index] else 0
    return out


def test_tiff_holds_every_page_with_its_resolution(pdf: bytes) -> None:
    pages = [*degrade(pdf, "fax", 1), degrade(pdf, "clean")[0]]
    tiff = to_tiff(pages)
    assert tiff == to_tiff(pages)
    with Image.open(io.BytesIO(tiff)) as image:
        read = [(frame.copy(), frame.info["dpi"], frame.info["compression"]) for frame in ImageSequence.Iterator(image)]
    assert [(frame.mode, dpi, packed) for frame, dpi, packed in read] == [
        ("1", (204, 196), "group4"), ("1", (204, 196), "group4"), ("L", (200, 200), "tiff_lzw"),
    ]  # fmt: skip
    assert [frame.tobytes() for frame, _, _ in read] == [page.tobytes() for page in pages]


@pytest.mark.parametrize("kind", ["fax", "jpeg"])
def test_image_pdf_shows_the_scan_and_has_no_text(pdf: bytes, kind: Kind) -> None:
    scans = degrade(pdf, kind, 2)
    wrapped = to_image_pdf(scans)
    assert wrapped == to_image_pdf(scans)
    document = pdfium.PdfDocument(wrapped)
    assert len(document) == 2
    assert document[0].get_size() == pytest.approx((595.3, 841.9), abs=1)
    assert document[0].get_textpage().count_chars() == 0
    document.close()
    shown = raster(wrapped)[0].resize(scans[0].size)
    assert np.abs(pixels(shown) - pixels(scans[0])).mean() < 6
