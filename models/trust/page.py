"""A reading seen as a whole: how alike it is to what the network knows, and where the words of a value are."""

from __future__ import annotations

from functools import cached_property

import numpy as np
from numpy.typing import NDArray

from data.result import Extraction, Value
from models.decode.reading import LABEL, Reading
from models.encode import NUMBER
from models.trust.familiar import Familiar, Floats

Places = NDArray[np.intp]
EVEN = 0.5
TABLE = 0.5
"""Probability of being in no table below which a word counts as part of it."""


def log_odds(p: Floats) -> Floats:
    """Log odds, cut at ±7."""
    p = np.clip(p, 0.0009, 0.9991)
    return np.asarray(np.log(p / (1 - p)), float)


class Seen:
    """Facts about a reading that its values share. Arrays are by word, in the order of `reading.encoded`."""

    def __init__(self, extraction: Extraction, reading: Reading, familiar: Familiar | None) -> None:
        self.extraction, self.reading = extraction, reading
        self.field = reading.field.astype(float)
        encoded = reading.encoded
        self.number = encoded.numeric[:, NUMBER] > 0
        known = familiar.of(encoded.ids[:, 0]) if familiar is not None else np.full(len(encoded), EVEN)
        self.known = np.where(self.number, EVEN, known)
        self.recognised = np.ones(len(encoded))
        for k in range(len(encoded)):
            sure = reading.word(k).confidence
            if sure is not None:
                self.recognised[k] = sure

    def words(self, value: Value) -> Places:
        """Positions of the words whose middle lies in a box of the value."""
        found: list[Places] = []
        b = self.reading.encoded.boxes
        cx, cy = (b[:, 0] + b[:, 2]) / 2, (b[:, 1] + b[:, 3]) / 2
        for place in value.boxes:
            box = place.box
            inside = (
                (self.reading.encoded.page == place.page - 1)
                & (cx >= box.x0 - 0.1) & (cx <= box.x1 + 0.1) & (cy >= box.y0 - 0.1) & (cy <= box.y1 + 0.1)
            )  # fmt: skip
            found.append(np.flatnonzero(inside))
        return np.unique(np.concatenate(found)) if found else np.zeros(0, np.intp)

    def caption(self, words: Places) -> float:
        """Familiarity of the most familiar word that introduces a value: left of it in its row, or above it."""
        e = self.reading.encoded
        first = int(words[0])
        near = [k for k in range(first - 1, max(first - 5, -1), -1) if e.row[k] == e.row[first] and not self.number[k]]
        up = first
        for _ in range(3):
            up = int(e.above[up])
            if up < 0:
                break
            if not self.number[up]:
                near.append(up)
        return float(self.known[near].max()) if near else 0.0

    @cached_property
    def top(self) -> Floats:
        """Probability of each word's likeliest label."""
        return np.asarray(self.field.max(1), float)

    @cached_property
    def whole(self) -> list[float]:
        """`WHOLE` of the document."""
        e = self.extraction
        if not len(self.top):
            return [0.0] * len(WHOLE)
        labelled = self.field[:, 0] < EVEN
        plain = ~self.number
        table = self.reading.role[:, 0] < TABLE
        start = np.abs(2 * self.reading.start[table] - 1)
        roles = self.reading.role.max(1)
        codes = {c.code: c.passed for c in e.checks}
        return [
            float(self.top.mean()), float((self.top < 0.8).mean()), float((self.top < 0.95).mean()),
            float(self.top[labelled].mean()) if labelled.any() else 0.0,
            float(np.clip(self.known[plain], 0, 1).mean()) if plain.any() else EVEN,
            float((self.known[plain] < 0.2).mean()) if plain.any() else EVEN,
            float(start.mean()) if table.any() else 1.0, float(roles.mean()), float(labelled.mean()),
            _told(codes.get("sum_of_lines")), _told(codes.get("totals")), _told(codes.get("line_amount")),
            min(sum(not c.passed for c in e.checks), 6) / 6,
            e.completeness if e.completeness is not None else EVEN,
            float(log_odds(np.array(e.document_type_confidence or EVEN))),
            float(np.log1p(len(e.lines))), float(np.log1p(len(self.top))), float(self.recognised.mean()),
            float((self.recognised < 0.9).mean()), min((p.health for p in self.reading.document.pages), default=1.0),
            float("ocr" in e.sources), len(e.fields) / 20, _alike(e),
        ]  # fmt: skip

    def label(self, qualified: str) -> Floats:
        """Probability of a field at each word."""
        return np.asarray(self.field[:, LABEL[qualified]], float)


WHOLE = (
    "top_mean", "doubtful", "unsure", "labelled_top", "known_mean", "unknown", "rows_clear", "role_mean", "labelled",
    "sum_of_lines", "totals", "products", "failed_all", "completeness", "type", "lines", "length", "recognised",
    "misread", "health", "ocr", "fields", "rows_alike",
)  # fmt: skip
"""Evidence of the whole document, beside every value's own."""


def _told(passed: bool | None) -> float:
    return 0.0 if passed is None else 1.0 if passed else -1.0


def _alike(extraction: Extraction) -> float:
    """Mean share of the items that have the fields an item has: 1 where all rows are read alike."""
    rows = [frozenset(line.fields) for line in extraction.lines if line.kind == "item"]
    if not rows:
        return 0.0
    every = frozenset().union(*rows)
    return float(np.mean([sum(name in row for row in rows) / len(rows) for name in every])) if every else 0.0
