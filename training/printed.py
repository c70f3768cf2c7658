"""Where a document prints a value, and what the network took those words for.

Needed to tell a wrong reading's cause: a value that is nowhere among the words was lost before the model saw the page.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

import numpy as np

from data.fields import FIELDS, LABELS
from data.values import units
from data.values.habits import Habits, decide
from data.values.normalise import normalise
from models.decode.reading import Reading
from models.decode.spans import CAUTION, chosen_labels
from training.metrics import LOOSE, OVERLAP, same, words

LONGEST = 6
"""Words of one row that may print one number, date or code."""
SHORTEST = 4
"""Characters of a code that may stand inside a longer word ("N°PO4711")."""
PARSED = ("amount", "number", "date", "currency", "unit", "email")

Span = tuple[int, ...]
"""Positions of words in reading order."""


@dataclass
class Printed:
    """The words of a reading, to be searched for values."""

    reading: Reading
    habits: Habits = field(init=False)
    labels: np.ndarray = field(init=False)  # type: ignore[type-arg]
    """`[n]` index into `data.fields.LABELS`, the likeliest of each word, before any decoding."""
    _texts: list[str] = field(init=False)
    _parsed: dict[str, dict[str, list[Span]]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.habits = decide(self.reading.document)
        self.labels = chosen_labels(self.reading, CAUTION)
        self._texts = [self.reading.text(k) for k in range(len(self.reading.encoded))]

    def recognised(self) -> bool:
        """True when words came from text recognition."""
        return any(word.source == "ocr" for word in self.reading.document.words)

    def spans(self, name: str, gold: str) -> list[Span]:
        """Every place where the field `name` (qualified) would be right with `gold`; of loose texts their words."""
        kind = FIELDS[name].kind
        if kind == "address" or name.removeprefix("line.") in LOOSE:
            return self._loose(gold)
        if kind in PARSED:
            bare = name.removeprefix("line.")
            return [s for value, found in self._values(kind).items() if same(bare, gold, value) for s in found]
        return self._literal("".join(words(gold)))

    def tag(self, span: Span) -> str:
        """The label most words of a span carry; a label wins a draw against none."""
        counts = Counter(LABELS[int(self.labels[k])] for k in span)
        return max(counts, key=lambda label: (counts[label], label != LABELS[0]))

    def _windows(self, longest: int) -> Iterator[Span]:
        row = self.reading.encoded.row
        for k in range(len(row)):
            for end in range(k + 1, min(k + longest, len(row)) + 1):
                if row[end - 1] != row[k]:
                    break
                yield tuple(range(k, end))

    def _values(self, kind: str) -> dict[str, list[Span]]:
        if kind not in self._parsed:
            found: dict[str, list[Span]] = defaultdict(list)
            for span in self._windows(2 if kind in ("currency", "unit") else LONGEST):
                text = " ".join(self._texts[k] for k in span)
                if kind in ("amount", "number", "date") and not any(c.isdigit() for c in text):
                    continue
                for value in self._read(kind, text):
                    found[value].append(span)
            self._parsed[kind] = {value: _smallest(spans) for value, spans in found.items()}
        return self._parsed[kind]

    def _read(self, kind: str, text: str) -> set[str]:
        number, unit = units.split_quantity(text)
        out = {normalise(kind, text, self.habits)}  # type: ignore[arg-type]
        if kind == "number":
            out.add(normalise("number", number, self.habits))
        if kind == "unit" and unit:
            out |= {units.value(unit), unit}
        return {value for value in out if value is not None}

    def _literal(self, gold: str) -> list[Span]:
        """Places of a code or name, letters and digits alone, in reading order and block by block."""
        if not gold:
            return []
        block = self.reading.encoded.block
        by_block = sorted(range(len(self._texts)), key=lambda k: (int(block[k]), k))
        out = {s for order in (range(len(self._texts)), by_block) for s in self._in_order(gold, order)}
        return sorted(out)

    def _in_order(self, gold: str, order: Sequence[int]) -> Iterator[Span]:
        owner: list[int] = []
        parts: list[str] = []
        starts, ends = set(), set()
        for k in order:
            compact = "".join(words(self._texts[k]))
            starts.add(len(owner))
            owner += [k] * len(compact)
            ends.add(len(owner))
            parts.append(compact)
        flat, at = "".join(parts), -1
        while (at := flat.find(gold, at + 1)) >= 0:
            end = at + len(gold)
            whole = at in starts and end in ends
            if whole or (len(gold) >= SHORTEST and owner[at] == owner[end - 1]):
                yield tuple(dict.fromkeys(owner[at:end]))

    def _loose(self, gold: str) -> list[Span]:
        wanted = Counter(words(gold))
        found = [k for k, text in enumerate(self._texts) if any(token in wanted for token in words(text))]
        there = Counter(token for k in found for token in words(self._texts[k]))
        share = sum((wanted & there).values()) / max(sum(wanted.values()), 1)
        return [(k,) for k in found] if share >= OVERLAP else []


def _smallest(spans: list[Span]) -> list[Span]:
    """Spans that hold no other: "31/03/2020" alone, not with the caption before it."""
    known = set(spans)
    return [
        s
        for s in spans
        if not any(s[a:b] in known for a in range(len(s)) for b in range(a + 1, len(s) + 1) if b - a < len(s))
    ]
