"""Tesseract as an optional engine: the `tesseract` program, if it is installed, with the languages it has."""

from __future__ import annotations

import re
import shutil
import subprocess
from functools import cache

import numpy as np

from data.errors import DocumentLimit, SetupError
from data.readers.ocr_rapid import Pixels
from data.schema import Box, Word

LANGUAGES = ("pol", "eng", "deu", "fra", "spa", "ita", "nld", "ces")
TO_SIZE = 0.8
"""Font size by the height of a line's box (capitals to descenders with a margin)."""
MAX_SECONDS = 120


def read_with_tesseract(picture: Pixels, scale: float) -> tuple[tuple[Word, ...], int, float]:
    """Words in reading order of an (h, w, 3) picture; quarter turns clockwise (0 to 3) and tilt, which stays 0.

    Raises `SetupError` where the program or its languages are missing.
    """
    quarter = _quarter(picture)
    upright = np.ascontiguousarray(np.rot90(picture, -quarter))
    arguments = ["--dpi", str(round(72 * scale)), "-l", "+".join(_languages()), "--psm", "3", "tsv"]
    return tuple(_words(_run(arguments, upright), scale)), quarter, 0.0


def _words(table: str, scale: float) -> list[Word]:
    """Words of Tesseract's table; level 4 rows are lines, level 5 rows words."""
    words: list[Word] = []
    height = 0.0
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12:
            continue
        left, top, wide, high, confidence = map(float, cells[6:11])
        if cells[0] == "4":
            height = high
        text = cells[11].strip()
        if cells[0] == "5" and text and confidence >= 0:
            box = Box(*(round(v / scale, 2) for v in (left, top, left + wide, top + high)))
            size = round(TO_SIZE * height / scale, 2)
            words.append(Word(text, box, size, source="ocr", confidence=round(confidence / 100, 4)))
    return words


def _quarter(picture: Pixels) -> int:
    """Quarter turns clockwise that bring the picture upright, by Tesseract's own judgement; 0 where it has none."""
    if "osd" not in _installed():
        return 0
    try:
        found = re.search(r"Rotate: (\d+)", _run(["--psm", "0", "-l", "osd"], picture))
    except subprocess.CalledProcessError:  # too few characters to tell
        return 0
    return int(found.group(1)) // 90 % 4 if found else 0


def _run(arguments: list[str], picture: Pixels) -> str:
    high, wide = picture.shape[:2]
    content = b"P6 %d %d 255\n" % (wide, high) + np.ascontiguousarray(picture[:, :, :3]).tobytes()
    try:
        done = subprocess.run(  # noqa: S603
            [_program(), "stdin", "stdout", *arguments],
            input=content, capture_output=True, check=True, timeout=MAX_SECONDS, env={"OMP_THREAD_LIMIT": "1"},
        )  # fmt: skip
    except subprocess.TimeoutExpired as error:
        raise DocumentLimit("Recognising a page took too long.", hint="Scan it at 300 dpi or less.") from error
    return done.stdout.decode("utf-8", "replace")


@cache
def _program() -> str:
    found = shutil.which("tesseract")
    if found is None:
        raise SetupError(
            "The OCR engine is set to tesseract, but the program is not installed.",
            hint="Install tesseract-ocr with its language packages, or use the engine rapidocr.",
        )
    return found


@cache
def _installed() -> frozenset[str]:
    done = subprocess.run([_program(), "--list-langs"], capture_output=True, check=True, timeout=30)  # noqa: S603
    return frozenset(done.stdout.decode("utf-8", "replace").split())


def _languages() -> tuple[str, ...]:
    languages = tuple(language for language in LANGUAGES if language in _installed())
    if not languages:
        raise SetupError(
            "Tesseract has no data for any language of the orders.", hint="Install for example tesseract-ocr-eng."
        )
    return languages
