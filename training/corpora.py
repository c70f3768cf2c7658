"""Documents with gold values to judge on: folders of real ones, generated ones, and their scans."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from data.errors import DocumentError
from data.generate.compose import generate, labelled
from data.generate.ocr_noise import simulate
from data.generate.render import to_pdf
from data.generate.scan import degrade, to_image_pdf
from data.labels import LabelledDocument
from data.readers import read
from data.schema import Document

FROM = 930_000_000
"""First number of the generated documents of the evaluation: other ones than any other stage uses."""


@dataclass(frozen=True, slots=True)
class Case:
    """One document to be judged. `document` is None when it could not be read; `failure` says why."""

    name: str
    set: str
    gold: dict[str, Any]
    document: Document | None
    failure: str = ""

    @property
    def source(self) -> str:
        """text, ocr or mixed: where the words came from."""
        if self.document is None:
            return "unread"
        sources = {p.source for p in self.document.pages} - {"empty"}
        return sources.pop() if len(sources) == 1 else "mixed"


def folder(path: Path) -> Iterator[Case]:
    """Every `<id>.pdf` beside `<id>.gold.json` in a folder, embedded data left aside."""
    for gold_file in sorted(path.glob("*.gold.json")):
        name = gold_file.name.removesuffix(".gold.json")
        gold = json.loads(gold_file.read_text(encoding="utf-8"))
        try:
            document = read((path / f"{name}.pdf").read_bytes(), f"{name}.pdf")
        except DocumentError as error:
            yield Case(name, path.name, gold, None, f"{error.code}: {error.message}")
        else:
            yield Case(name, path.name, gold, document)


def generated(count: int, first: int = FROM) -> Iterator[Case]:
    """Documents of layout families and contents kept out of training, as words."""
    for k in range(count):
        made = labelled(generate(first + k, split="heldout"))
        yield Case(f"generated-{k:04d}", "generated", made.gold, made.document)


def recognised(count: int, first: int = FROM) -> Iterator[Case]:
    """The same documents with the errors of text recognition simulated."""
    import random

    for k in range(count):
        made: LabelledDocument = simulate(labelled(generate(first + k, split="heldout")), random.Random(k))  # noqa: S311
        yield Case(f"recognised-{k:04d}", "recognised", made.gold, made.document)


def scanned(count: int, kind: str, first: int = FROM) -> Iterator[Case]:
    """The same documents drawn, scanned (`data.generate.scan` kind) and really recognised."""
    for k in range(count):
        drawn = generate(first + k, split="heldout")
        picture = to_image_pdf(degrade(to_pdf(drawn.sheets), kind, k))  # type: ignore[arg-type]
        yield Case(f"{kind}-{k:04d}", f"scan-{kind}", labelled(drawn).gold, read(picture, f"{kind}-{k:04d}.pdf"))
