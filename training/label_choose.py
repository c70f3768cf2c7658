"""Which documents are worth an annotator's time, and what they are shown."""

from __future__ import annotations

import base64
import io
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path

from PIL import Image

from data.errors import DocumentError
from data.fields import FIELDS
from data.labelling import Source
from data.readers import ReadOptions
from data.readers.image import pictures
from data.readers.pdf import PDFIUM, opened
from data.readers.sandbox import read_safely
from data.readers.sniff import sniff
from data.result import Extraction
from data.schema import Page
from models.extractor import Extractor
from models.memory.look import Look

WIDTH = 1240
"""Pixels of a page's width."""
ALIKE = 0.62
"""Share of the fixed words of the shorter document that two of one layout have in common, as in the sender memory."""
AGAIN = 0.5
"""What another document of a layout is worth beside the one before it."""
KINDS = (".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff")


@dataclass(frozen=True, slots=True)
class Candidate:
    """A document that could be labelled. `doubt` is 0 for one that is read with certainty."""

    path: Path
    source: Source
    doubt: float
    look: frozenset[int]
    """Its fixed words."""


def candidates(
    paths: Iterable[Path], extractor: Extractor, sender: str, *, keep_until: str | None = None
) -> tuple[list[Candidate], dict[str, str]]:
    """Documents that can be labelled, and for the others why not, by file."""
    out, left = [], {}
    for path in paths:
        try:
            document = read_safely(path.read_bytes(), path.name)
            if not document.words:
                raise DocumentError("there is no word on its pages")
            read = extractor.extract(document)
        except DocumentError as error:
            left[str(path)] = error.message
            continue
        if read.parts:
            left[str(path)] = f"it holds {len(read.parts)} documents: split it and push them one by one"
            continue
        received = datetime.fromtimestamp(path.stat().st_mtime, UTC).isoformat(timespec="seconds")
        look = Look.of(document)
        words = frozenset(int(k) for k in look.key[look.fixed])
        source = Source(document, read, sender, received, keep_until=keep_until)
        out.append(Candidate(path, source, doubt(read), words))
    return out, left


def doubt(read: Extraction) -> float:
    """Mean probability that a critical value is wrong or overlooked, and half the share of failed checks.

    A value without confidence counts as wrong: nothing speaks for it.
    """
    wrong = [1 - (v.confidence or 0.0) for n, v in read.fields.items() if n in FIELDS and FIELDS[n].critical]
    for line in read.lines:
        wrong += [1 - (v.confidence or 0.0) for n, v in line.fields.items() if FIELDS[f"line.{n}"].critical]
    wrong += [1 - sure for n, sure in read.absent.items() if n in FIELDS and FIELDS[n].critical]
    failed = [not check.passed for check in read.checks]
    return (sum(wrong) / len(wrong) if wrong else 1.0) + (sum(failed) / len(failed) / 2 if failed else 0.0)


def choose(found: Sequence[Candidate], count: int, known: Sequence[frozenset[int]] = ()) -> list[Candidate]:
    """The `count` most informative documents: doubtful ones first, each further one of a layout worth half as much.

    `known` are the fixed words of documents that are being labelled already.
    """
    taken: list[Candidate] = []
    seen = {id(c): sum(alike(c.look, k) for k in known) for c in found}
    left = sorted({c.source.document.sha256: c for c in found}.values(), key=lambda c: c.source.document.sha256)
    while left and len(taken) < count:
        best = max(left, key=lambda c: c.doubt * AGAIN ** seen[id(c)])
        left.remove(best)
        taken.append(best)
        for other in left:
            seen[id(other)] += alike(best.look, other.look)
    return taken


def alike(one: frozenset[int], other: frozenset[int]) -> bool:
    """True for the fixed words of two documents of one layout."""
    least = min(len(one), len(other))
    return bool(least) and len(one & other) / least >= ALIKE


def picture(content: bytes, page: Page) -> str:
    """The page as it was read, upright, as a data URI: the server needs no access to our files."""
    image = _drawn(content, page.number)
    if page.angle:
        image = image.rotate(-page.angle, Image.Resampling.BICUBIC, expand=True, fillcolor="white")
    if image.width > WIDTH:
        image = image.resize((WIDTH, max(1, round(image.height * WIDTH / image.width))))
    out = io.BytesIO()
    image.convert("L").save(out, "WEBP", quality=60, method=2)
    return "data:image/webp;base64," + base64.b64encode(out.getvalue()).decode()


def _drawn(content: bytes, number: int) -> Image.Image:
    if sniff(content) != "pdf":
        return Image.fromarray(next(islice(pictures(content, ReadOptions()), number - 1, None)).pixels)
    with PDFIUM, opened(content, ReadOptions()) as pdf:
        pdf.init_forms()
        page = pdf[number - 1]
        drawn: Image.Image = page.render(scale=min(WIDTH / page.get_width(), 4.0)).to_pil()
        return drawn


def files(paths: Sequence[Path]) -> list[Path]:
    """The documents among `paths` and in their folders."""
    out: list[Path] = []
    for path in paths:
        out += sorted(p for p in path.rglob("*") if p.suffix.lower() in KINDS) if path.is_dir() else [path]
    return out
