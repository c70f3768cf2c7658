"""Documents with gold values to judge on: real ones, generated ones, and scans of both."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from pathlib import Path
from random import Random
from typing import Any

from data.errors import DocumentError
from data.generate.compose import generate, labelled
from data.generate.ocr_noise import simulate
from data.generate.render import to_pdf
from data.generate.scan import Kind, degrade, to_image_pdf
from data.schema import Document
from training.cache import Cache

FROM = 930_000_000
"""First number of the generated documents of the evaluation: other ones than any other stage uses."""
NO_CACHE = Cache()
TEXT = "scan-none"
"""Set of the documents that are also scanned, read from their text layer."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document to be judged. `document` is None when it could not be read; `failure` says why."""

    name: str
    set: str
    gold: dict[str, Any]
    document: Document | None
    failure: str = ""
    pdf: Callable[[], bytes] | None = field(default=None, compare=False, repr=False)
    """Makes the file that was read (or would be, where the words come straight from the generator)."""

    twin: tuple[str, str] | None = None
    """Set and name of the same document read from its text layer, for a scan of it."""

    @property
    def source(self) -> str:
        """text, ocr or mixed: where the words came from."""
        if self.document is None:
            return "unread"
        sources = {p.source for p in self.document.pages} - {"empty"}
        return sources.pop() if len(sources) == 1 else "mixed"


def folder(path: Path, cache: Cache = NO_CACHE) -> Iterator[Case]:
    """Every `<id>.pdf` beside `<id>.gold.json` in a folder, embedded data left aside."""
    for name, gold, file in _pairs(path):
        yield _read(name, path.name, gold, file.read_bytes, cache)


def rasterised(path: Path, count: int, kind: Kind, cache: Cache = NO_CACHE, pages: int = 3) -> Iterator[Case]:
    """The first `count` short documents of a folder, drawn, scanned and really recognised; set `real-<kind>`."""
    left = count
    for seed, (name, gold, file) in enumerate(_pairs(path)):
        if left and 0 < _page_count(file) <= pages:
            left -= 1
            case = Case(name, f"real-{kind}", gold, None, twin=(path.name, name))
            yield _scan(case, file.read_bytes(), kind, seed, cache)


def generated(count: int, first: int = FROM) -> Iterator[Case]:
    """Documents of layout families and contents kept out of training, as words."""
    for k in range(count):
        drawn = generate(first + k, split="heldout")
        made = labelled(drawn)
        yield Case(f"generated-{k:04d}", "generated", made.gold, made.document, pdf=_maker(drawn.sheets))


def recognised(count: int, first: int = FROM) -> Iterator[Case]:
    """The same documents with the errors of text recognition simulated."""
    for k in range(count):
        drawn = generate(first + k, split="heldout")
        made = simulate(labelled(drawn), Random(k))  # noqa: S311 - not for secrets
        yield Case(f"recognised-{k:04d}", "recognised", made.gold, made.document, pdf=_maker(drawn.sheets))


def printed(count: int, cache: Cache = NO_CACHE, first: int = FROM) -> Iterator[Case]:
    """The same documents as PDFs with a text layer, read as any PDF is."""
    for k in range(count):
        drawn = generate(first + k, split="heldout")
        yield _read(f"text-{k:04d}", TEXT, labelled(drawn).gold, _maker(drawn.sheets), cache)


def scanned(count: int, kind: Kind, cache: Cache = NO_CACHE, first: int = FROM) -> Iterator[Case]:
    """The same documents drawn, scanned (`data.generate.scan` kind) and really recognised."""
    for k in range(count):
        drawn = generate(first + k, split="heldout")
        twin = (TEXT, f"text-{k:04d}")
        case = Case(f"{kind}-{k:04d}", f"scan-{kind}", labelled(drawn).gold, None, twin=twin)
        yield _scan(case, to_pdf(drawn.sheets), kind, k, cache)


def _pairs(path: Path) -> Iterator[tuple[str, dict[str, Any], Path]]:
    for gold_file in sorted(path.glob("*.gold.json")):
        name = gold_file.name.removesuffix(".gold.json")
        yield name, json.loads(gold_file.read_text(encoding="utf-8")), path / f"{name}.pdf"


def _maker(sheets: Any) -> Callable[[], bytes]:
    return lambda: to_pdf(sheets)


def _read(name: str, set_: str, gold: dict[str, Any], pdf: Callable[[], bytes], cache: Cache) -> Case:
    try:
        return Case(name, set_, gold, cache.read(pdf(), f"{name}.pdf"), pdf=pdf)
    except DocumentError as error:
        return Case(name, set_, gold, None, f"{error.code}: {error.message}", pdf)


def _scan(case: Case, pdf: bytes, kind: Kind, seed: int, cache: Cache) -> Case:
    """`case` with the words of a scan of `pdf`."""

    def picture() -> bytes:
        return to_image_pdf(degrade(pdf, kind, seed))

    try:
        document = cache.get([pdf, kind.encode(), str(seed).encode()], f"{case.name}.pdf", picture)
    except DocumentError as error:
        return replace(case, failure=f"{error.code}: {error.message}", pdf=picture)
    return replace(case, document=document, pdf=picture)


def _page_count(file: Path) -> int:
    import pypdfium2

    try:
        with pypdfium2.PdfDocument(file) as pdf:
            return len(pdf)
    except pypdfium2.PdfiumError:
        return 0
