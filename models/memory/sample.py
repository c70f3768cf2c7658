"""One corrected document as the memory keeps it: its words with what they are, as plain data."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import numpy as np

from data.fields import LABELS, NO_FIELD, ROLES
from data.placing import Placed
from data.rows import visual_rows
from data.tilt import straight
from models.memory.look import Ints, Look

UNKNOWN = -1
"""Label or role of a word of which nothing is known."""
MOST_LINES = 8
"""Lines of a table that are kept; more of them tell nothing new."""
DESCRIPTION = LABELS.index("line.description")
LEAD, ITEM = ROLES.index("lead"), ROLES.index("item")
DOUBTED = 0.75
"""Share of placed values below which a document is not learnt from."""


@dataclass(frozen=True)
class Sample:
    """Words in reading order; `label` and `role` are class numbers or `UNKNOWN`, `start` 1 where a line begins."""

    texts: tuple[str, ...]
    boxes: tuple[tuple[float, float, float, float], ...]
    """Thousandths of the page's width."""
    page: tuple[int, ...]
    row: tuple[int, ...]
    label: tuple[int, ...]
    role: tuple[int, ...]
    line: tuple[int, ...]
    document: str
    """SHA-256 of the document."""
    kind: str | None
    """Its type."""
    known: tuple[str, ...] | None = None
    """Fields that were looked for; None for all."""
    unplaced: tuple[str, ...] = ()
    """Fields that the document has, but nobody knows where."""

    @classmethod
    def of(cls, placed: Placed, known: frozenset[str] | None = None) -> Sample:
        """From a document whose right values were placed."""
        document = placed.labelled.document
        rows: list[tuple[str, tuple[float, float, float, float], int, int, int, int, int]] = []
        at = 0
        for p, (sheet, tags) in enumerate(zip(straight(document).pages, placed.labelled.tags, strict=True)):
            unit = 1000.0 / max(sheet.width, 1.0)
            for words in visual_rows(sheet.words):
                for k in words:
                    b, tag = sheet.words[k].box, tags[k]
                    sure = (p, k) not in placed.unknown
                    number = LABELS.index(tag.field)
                    if known is not None and tag.field == NO_FIELD:
                        number = UNKNOWN
                    # who corrected the document left no line in a row of which nothing is known
                    of_row = UNKNOWN if known is not None else ROLES.index(tag.role if sure else "other")
                    box = tuple(round(v * unit, 1) for v in (b.x0, b.y0, b.x1, b.y1))
                    rows.append((sheet.words[k].text, box, p, at, number, of_row, tag.line))  # type: ignore[arg-type]
                at += 1
        spoken = {r[3] for r in rows if r[4] == DESCRIPTION}
        # the decoder takes a row above the numbers for text of the item: a caption there is none
        rows = [(*r[:5], ITEM, r[6]) if r[5] == LEAD and r[3] not in spoken else r for r in rows]
        kept = [r for r in rows if r[6] < MOST_LINES]
        numbers = {row: k for k, row in enumerate(dict.fromkeys(r[3] for r in kept))}
        kept = [(*r[:3], numbers[r[3]], *r[4:]) for r in kept]
        columns: list[Any] = [tuple(c) for c in zip(*kept, strict=True)] if kept else [()] * 7
        texts, boxes, page, row, label, role, line = columns
        kind = placed.labelled.gold.get("document_type")
        unplaced = tuple(sorted({m.name for m in placed.marks if not m.words}))
        looked_for = None if known is None else tuple(sorted(known))
        return cls(texts, boxes, page, row, label, role, line, document.sha256, kind, looked_for, unplaced)

    @cached_property
    def digest(self) -> str:
        """What tells documents apart: 16 hexadecimal digits of its words and their places."""
        said = repr((self.texts, self.boxes)).encode("utf-8", "replace")
        return hashlib.sha256(said).hexdigest()[:16]

    @cached_property
    def look(self) -> Look:
        boxes = np.array(self.boxes, np.float32).reshape(-1, 4)
        return Look.made(self.texts, boxes, np.array(self.page, np.int64), np.array(self.row, np.int64))

    @cached_property
    def labels(self) -> Ints:
        return np.array(self.label, np.int64)

    @cached_property
    def roles(self) -> Ints:
        return np.array(self.role, np.int64)

    @cached_property
    def lines(self) -> Ints:
        return np.array(self.line, np.int64)

    @cached_property
    def texts_of_lines(self) -> list[Ints]:
        """Words of the table that say something else each time: descriptions and rows without a value, by role."""
        rows = self.look.row
        lined = rows[self.lines >= 0]
        if not len(lined):
            return []
        inside = (rows >= lined.min()) & (rows <= lined.max())
        valued = np.unique(rows[inside & (self.labels > 0)])
        bare = inside & ~np.isin(rows, valued)
        groups = [mask & (self.roles == role) for mask in (self.labels == DESCRIPTION, bare) for role in
                  np.unique(self.roles)]  # fmt: skip
        return [np.flatnonzero(g) for g in groups if g.any()]

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready; `from_dict` reverses it."""
        words = [list(w) for w in zip(self.texts, self.boxes, self.page, self.row, self.label, self.role, self.line,
                                      strict=True)]  # fmt: skip
        return {"document": self.document, "kind": self.kind, "words": words,
                "unplaced": list(self.unplaced),
                "known": None if self.known is None else list(self.known), "labels": list(LABELS)}  # fmt: skip

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Sample:
        """Labels are found by name, so that a field added to the catalogue moves none."""
        names = {k: LABELS.index(n) if n in LABELS else UNKNOWN for k, n in enumerate(raw["labels"])}
        words = [(t, tuple(b), p, r, names.get(n, UNKNOWN), o, i) for t, b, p, r, n, o, i in raw["words"]]
        columns: list[Any] = [tuple(c) for c in zip(*words, strict=True)] if words else [()] * 7
        texts, boxes, page, row, label, role, line = columns
        known = None if raw["known"] is None else tuple(raw["known"])
        return cls(texts, boxes, page, row, label, role, line, raw["document"], raw["kind"], known,
                   tuple(raw.get("unplaced", ())))  # fmt: skip
