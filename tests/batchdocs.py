"""Documents of a batch for tests, and a stand-in for the model over which some workers die."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

from data.result import Extraction
from data.schema import Document
from serving.cli import main
from serving.pipeline import Pipeline
from tests.standin import StandIn, in_process, pdf


class Fragile(StandIn):
    """Takes its process with it over the word `Poison`."""

    def extract(self, document: Document) -> Extraction:
        if any(word.text == "Poison" for word in document.words):
            sys.stderr.flush()
            os.kill(os.getpid(), signal.SIGKILL)
        return super().extract(document)


def fragile(model: str = "", jobs: int = 1) -> Pipeline:
    return Pipeline(Fragile(), in_process)


def folder(place: Path, count: int, *odd: bytes) -> Path:
    """`count` orders in sub-folders, a copy of the first, and what is in `odd`."""
    for k in range(count):
        path = place / f"{k % 3}" / f"{k:03d}.pdf"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(pdf(f"Order PO/{k}", "Date 2026-03-02", f"Item 1 A-17 {k + 1} 2 {2 * k + 2}"))
    (place / "twin.pdf").write_bytes((place / "0" / "000.pdf").read_bytes())
    for k, content in enumerate(odd):
        (place / f"odd-{k}.pdf").write_bytes(content)
    return place


if __name__ == "__main__":
    main(load=fragile)
