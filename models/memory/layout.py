"""What is remembered of one layout, and whether a document is of it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import numpy as np

from data.fields import LABELS, ROLES
from models.memory.look import Look
from models.memory.sample import Sample

VERSION = 1
"""Of the stored form."""
MOST = 3
"""Corrected documents that are kept of a layout, the latest."""
ALIKE = 0.62
"""Share of a layout's fixed words that a document of it has in their places."""
LEAST = 6
"""Fixed words in their places below which nothing is known again."""
ASIDE = 12.0
"""Thousandths of the page's width by which a fixed word may stand aside."""
NAMES = {LABELS.index(n) for n in ("buyer.name", "seller.name")}
OTHER = ROLES.index("other")
PRIOR = {"header": (19.0, 1.0), "line": (19.0, 1.0)}
"""Right and wrong values that the memory is taken to have read before anything is known of a layout, from held-out ones
(docs/memory.md)."""
MODEL_WEIGHT = 2.0
"""How many documents of the layout the model's own calibrated confidence counts for."""


@dataclass(frozen=True)
class Record:
    """Right and all values of a field on one layout, for the memory and for the model alone."""

    memory: tuple[int, int] = (0, 0)
    model: tuple[int, int] = (0, 0)


@dataclass(frozen=True)
class Layout:
    """A layout with its latest corrected documents. Immutable; `learnt` makes the next version."""

    id: str
    samples: tuple[Sample, ...]
    senders: tuple[str, ...] = ()
    version: int = 1
    """Goes up with every document learnt and every edit."""
    documents: int = 0
    records: Mapping[str, Record] = field(default_factory=dict)
    """By qualified field."""
    off: tuple[str, ...] = ()
    """Fields that a person told the memory to leave to the model."""
    issuer: str = ""
    """The name printed by whoever sends documents of this layout, empty where unknown."""

    def confidence(self, name: str) -> float:
        """Chance that the memory's value of a field is right: its record here with a prior (beta-binomial)."""
        right, seen = self.records.get(name, Record()).memory
        a, b = PRIOR["line" if name.startswith("line.") else "header"]
        return (a + right) / (a + b + seen)

    def model_confidence(self, name: str, said: float | None) -> float:
        """The model's confidence in a value, brought up to date by its record on this layout."""
        right, seen = self.records.get(name, Record()).model
        return (MODEL_WEIGHT * (0.5 if said is None else said) + right) / (MODEL_WEIGHT + seen)

    @property
    def kind(self) -> str | None:
        """The document type that all remembered documents have, None where they differ."""
        kinds = {s.kind for s in self.samples}
        return kinds.pop() if len(kinds) == 1 else None

    @cached_property
    def seen(self) -> frozenset[str]:
        """Fields that a remembered document has."""
        placed = {LABELS[k] for s in self.samples for k in set(s.label) if k > 0}
        return frozenset(placed.union(*(s.unplaced for s in self.samples)))

    def of(self, name: str) -> bool:
        """True when the layout is a sender's, by address or printed name."""
        return name.casefold() in {s.casefold() for s in (*self.senders, self.issuer) if s}

    def example(self, name: str) -> str:
        """The words that print a field on the latest document that has it."""
        number = LABELS.index(name)
        for sample in reversed(self.samples):
            where = [k for k, label in enumerate(sample.label) if label == number]
            if where:
                line = sample.line[where[0]]
                return " ".join(sample.texts[k] for k in where if sample.line[k] == line)
        return ""

    @property
    def complete(self) -> bool:
        """True when of every remembered document all fields are known, also which it does not show."""
        return all(s.known is None for s in self.samples)

    @cached_property
    def marks(self) -> dict[int, list[tuple[float, int]]]:
        """Fixed words outside the table: key to (left edge, number of samples with it)."""
        found: Counter[tuple[int, int]] = Counter()
        edges: dict[tuple[int, int], list[float]] = {}
        for sample in self.samples:
            look = sample.look
            own = (sample.lines < 0) & look.fixed
            for k in np.flatnonzero(own).tolist():
                name = (int(look.key[k]), int(look.left[k]))
                edges.setdefault(name, []).append(float(look.x0[k]))
                found[name] += 1
        out: dict[int, list[tuple[float, int]]] = {}
        for name, times in found.items():
            out.setdefault(name[0], []).append((float(np.median(edges[name])), times))
        return out

    def likeness(self, look: Look) -> float:
        """Share of the fixed words that stand where this layout has them, 0 to 1; 0.0 for another issuer's document."""
        if self.issuer and not _has(look, self.issuer):
            return 0.0
        first = np.flatnonzero(look.fixed)
        there: dict[int, list[float]] = {}
        for k in first.tolist():
            there.setdefault(int(look.key[k]), []).append(float(look.x0[k]))
        shifts = [x - there[key][0] for key, places in self.marks.items() if key in there and len(there[key]) == 1
                  for x, _ in places[:1]]  # fmt: skip
        shift = float(np.median(shifts)) if shifts else 0.0
        total = hits = 0.0
        found = 0
        for key, places in self.marks.items():
            for x, times in places:
                if times * 2 < len(self.samples) and len(self.samples) > 1:
                    continue
                total += 1
                if any(abs(t - (x - shift)) < ASIDE for t in there.get(key, ())):
                    hits += 1
                    found += 1
                elif key in there:
                    hits += 0.5
        return hits / total if found >= LEAST and total else 0.0

    def learnt(self, sample: Sample, sender: str | None, issuer: str) -> Layout:
        """The layout with one more corrected document; a document known already is replaced."""
        kept = [s for s in self.samples if s.digest != sample.digest]
        senders = self.senders if not sender or sender in self.senders else (*self.senders, sender)
        return replace(
            self, samples=(*kept, sample)[-MOST:], senders=senders, version=self.version + 1,
            documents=self.documents + (len(kept) == len(self.samples)), issuer=issuer or self.issuer,
        )  # fmt: skip

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready; `from_dict` reverses it."""
        return {
            "form": VERSION, "id": self.id, "senders": list(self.senders), "version": self.version,
            "documents": self.documents, "issuer": self.issuer, "off": list(self.off),
            "records": {n: [*r.memory, *r.model] for n, r in sorted(self.records.items())},
            "samples": [s.to_dict() for s in self.samples],
        }  # fmt: skip

    @classmethod
    def from_dict(cls, raw: Mapping[str, Any]) -> Layout:
        if raw["form"] != VERSION:
            raise ValueError(f"a layout stored in form {raw['form']}, this program reads form {VERSION}")
        records = {n: Record((a, b), (c, d)) for n, (a, b, c, d) in raw["records"].items()}
        samples = tuple(Sample.from_dict(s) for s in raw["samples"])
        return cls(raw["id"], samples, tuple(raw["senders"]), raw["version"], raw["documents"], records,
                   tuple(raw["off"]), raw["issuer"])  # fmt: skip


def _has(look: Look, issuer: str) -> bool:
    """True when most words of a name stand on the document."""
    from models.memory.look import plain

    texts = {plain(t) for t in look.texts}
    parts = [plain(w) for w in issuer.split()]
    return sum(p in texts for p in parts) >= 0.75 * len(parts)
