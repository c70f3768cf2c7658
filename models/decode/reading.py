"""What the network said about a document, in the order of its words."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from data.fields import LABELS, ROLES
from data.result import Place
from data.schema import Box, Document, Word
from models.encode import Encoded

LABEL = {name: k for k, name in enumerate(LABELS)}
ROLE = {name: k for k, name in enumerate(ROLES)}

Floats = NDArray[np.float32]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document with the probabilities of its `n` words."""

    document: Document
    encoded: Encoded
    field: Floats
    """`[n, labels]`."""
    role: Floats
    """`[n, roles]`."""
    start: Floats
    """`[n]` probability that the word's row is the first of its line."""
    kind: Floats
    """`[types]`."""

    def word(self, k: int) -> Word:
        return self.document.pages[int(self.encoded.page[k])].words[int(self.encoded.index[k])]

    def text(self, k: int) -> str:
        return self.word(k).text

    def box(self, k: int) -> Box:
        return self.word(k).box

    def page(self, k: int) -> int:
        """1-based page of word `k`."""
        return int(self.encoded.page[k]) + 1


@dataclass(frozen=True, slots=True)
class Run:
    """Words that print one value: positions in reading order, grouped by visual row."""

    rows: tuple[tuple[int, ...], ...]
    score: float
    """Mean probability of its label over the words, 0 to 1."""
    lowest: float
    """Lowest probability of its label among the words."""

    @property
    def words(self) -> tuple[int, ...]:
        return tuple(k for row in self.rows for k in row)


def run_text(reading: Reading, run: Run, between: str = " ") -> str:
    """The printed text of a run, its rows joined by `between`."""
    return between.join(" ".join(reading.text(k) for k in row) for row in run.rows)


JOINS = ("-", "/", "_")
"""Signs that no code or date ends with: what ends in one goes on in the next row."""


def unbroken_text(reading: Reading, run: Run) -> str:
    """The text of a code or date: what breaks off at a hyphen at the end of a row goes on without a space."""
    out = ""
    for row in run.rows:
        text = " ".join(reading.text(k) for k in row)
        out += text if not out or (out.endswith(JOINS) and len(out) > 1) else " " + text
    return out


def places(reading: Reading, run: Run) -> tuple[Place, ...]:
    """One box a row."""
    out = []
    for row in run.rows:
        box = reading.box(row[0])
        for k in row[1:]:
            box = box.union(reading.box(k))
        out.append(Place(reading.page(row[0]), box))
    return tuple(out)
