"""The memory itself: layouts by their fixed words, learning, recalling, forgetting."""

from __future__ import annotations

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from decimal import Decimal, InvalidOperation

import numpy as np

from data.fields import DOCUMENT_TYPES, LABELS
from data.placing import Placed, Truth, place
from data.result import Extraction
from data.schema import Document
from models.decode.reading import Reading
from models.memory.layout import ALIKE, Layout, Record
from models.memory.look import Look
from models.memory.sample import DOUBTED, UNKNOWN, Sample
from models.memory.settle import settle
from models.memory.shelf import Shelf
from models.memory.transfer import Recalled, recall

COMMON = 40
"""Layouts that may share a fixed word before it says nothing about which layout a document is of."""
LOOKED_AT = 5


@dataclass(frozen=True)
class Learnt:
    """What came of learning one document. `layout` is None where it was not learnt from, `why` says so."""

    layout: str | None
    new: bool
    placed: Placed
    why: str = ""


@dataclass(frozen=True)
class Forgotten:
    """The report of an erasure."""

    sender: str
    layouts: tuple[str, ...]
    """Layouts of this sender alone, removed with everything in them."""
    shared: tuple[str, ...]
    """Layouts that other senders use too. Whose each document is, is not kept, so they were removed too."""
    documents: int


class Memory:
    """Safe to call from several threads."""

    def __init__(self, shelf: Shelf | None = None) -> None:
        self._shelf = shelf
        self._lock = threading.Lock()
        self._layouts: dict[str, Layout] = {}
        self._words: dict[int, set[str]] = defaultdict(set)
        self._loaded: dict[str, int] = {}
        self.refresh()

    def __len__(self) -> int:
        return len(self._layouts)

    def refresh(self) -> None:
        """Take in what others have changed on the shelf; cheap where nothing was."""
        if self._shelf is None:
            return
        there = self._shelf.versions()
        if there == self._loaded:
            return
        with self._lock:
            for layout in self._shelf.load([k for k, v in there.items() if self._loaded.get(k) != v]):
                self._keep(layout)
            for gone in [k for k in self._layouts if k not in there]:
                self._drop(gone)
            self._loaded = there

    def layouts(self) -> list[Layout]:
        """All of them, by id."""
        return [self._layouts[k] for k in sorted(self._layouts)]

    def find(self, look: Look) -> Layout | None:
        """The layout a document is of, None for one never corrected."""
        keys = {int(k) for k in look.key[look.fixed]}
        votes: Counter[str] = Counter()
        for key in keys:
            known = self._words.get(key, ())
            if len(known) <= COMMON:
                votes.update(known)
        alike = [(self._layouts[i].likeness(look), i) for i, _ in votes.most_common(LOOKED_AT)]
        best = max(alike, default=(0.0, ""))
        return self._layouts[best[1]] if best[0] >= ALIKE else None

    def recall(self, reading: Reading) -> tuple[Layout, Reading] | None:
        """The layout of a document and its reading as remembered; None where the layout is not known."""
        if not self._layouts or not len(reading.encoded):
            return None
        look = look_of(reading)
        layout = self.find(look)
        if layout is None:
            return None
        return layout, applied(reading, recall(look, list(layout.samples)), layout)

    def improve(
        self, reading: Reading, alone: Extraction, assemble: Callable[[Reading], Extraction],
        again: Callable[[Reading, Extraction], Extraction],
    ) -> Extraction:  # fmt: skip
        """What the model read alone, with what is remembered; the same object where nothing is."""
        found = self.recall(reading)
        if found is None or alone.parts:
            return alone
        layout, remembered = found
        recalled = assemble(remembered)
        return settle(alone, recalled, layout, lambda e: again(remembered, e))

    def learn(
        self, document: Document, truth: Truth, *, sender: str | None = None, read: Extraction | None = None
    ) -> Learnt:  # fmt: skip
        """Remember a corrected document; `read` is what had been read before it was corrected, for the records."""
        placed = place(document, truth)
        if placed.share < DOUBTED or not placed.marks:
            return Learnt(None, False, placed, "too few of its values were found on its pages")
        sample = Sample.of(placed, truth.known)
        issuer = _issuer(truth, placed)
        with self._lock:
            home = self.find(sample.look)
            new = home is None
            if home is None:
                home = Layout(sample.digest, ())
            home = replace(home, records=_judged(home, sample, truth, read))
            layout = home.learnt(sample, sender, issuer)
            self._keep(layout)
            if self._shelf:
                self._shelf.save(layout)
        return Learnt(layout.id, new, placed)

    def leave(self, id: str, field: str, *, off: bool = True) -> Layout:
        """Leave a field of a layout to the model from now on, or no longer. KeyError for an unknown layout."""
        with self._lock:
            layout = self._layouts[id]
            rest = tuple(n for n in layout.off if n != field)
            layout = replace(layout, off=(*rest, field) if off else rest, version=layout.version + 1)
            self._keep(layout)
            if self._shelf:
                self._shelf.save(layout)
        return layout

    def forget_sender(self, name: str) -> Forgotten:
        """Erase a sender: every layout that carries the name, with the words of its documents."""
        wanted = name.casefold()
        gone = [y for y in self.layouts() if y.of(name)]
        alone: list[str] = []
        shared: list[str] = []
        with self._lock:
            for layout in gone:
                others = [s for s in layout.senders if s.casefold() != wanted]
                (shared if others else alone).append(layout.id)
                self._drop(layout.id)
                if self._shelf:
                    self._shelf.remove(layout.id)
        return Forgotten(name, tuple(alone), tuple(shared), sum(y.documents for y in gone))

    def _keep(self, layout: Layout) -> None:
        self._drop(layout.id)
        self._layouts[layout.id] = layout
        for key in layout.marks:
            self._words[key].add(layout.id)

    def _drop(self, id: str) -> None:
        old = self._layouts.pop(id, None)
        for key in old.marks if old else ():
            self._words[key].discard(id)


def look_of(reading: Reading) -> Look:
    """The look of a document that the model has read."""
    e = reading.encoded
    unit = np.array([1000.0 / max(p.width, 1.0) for p in reading.document.pages], np.float32)
    boxes = e.boxes * unit[e.page][:, None]
    return Look.made(e.texts, boxes, e.page.astype(np.int64), e.row.astype(np.int64), e.above)


def applied(reading: Reading, said: Recalled, layout: Layout) -> Reading:
    """The reading with probabilities moved to what is remembered, as far as the memory is sure."""
    field, role, start = reading.field.copy(), reading.role.copy(), reading.start.copy()
    left = {LABELS.index(n) for n in layout.off if n in LABELS}
    hidden = [LABELS.index(n) for s in layout.samples for n in s.known or ()]
    for k in range(len(field)):
        label, sure = int(said.label[k]), np.float32(said.sure[k])
        if label == UNKNOWN:
            field[k, hidden] *= 1 - sure
            field[k] /= max(float(field[k].sum()), 1e-9)
        elif label not in left:
            field[k] *= 1 - sure
            field[k, label] += sure
        if said.role[k] != UNKNOWN:
            sure = np.float32(said.row_sure[k])
            role[k] *= 1 - sure
            role[k, said.role[k]] += sure
            start[k] = start[k] * (1 - sure) + sure * said.start[k]
    kind = reading.kind
    if layout.kind in DOCUMENT_TYPES:
        kind = kind * np.float32(0.1)
        kind[DOCUMENT_TYPES.index(layout.kind)] += np.float32(0.9)
    return replace(reading, field=field, role=role, start=start, kind=kind)


def _issuer(truth: Truth, placed: Placed) -> str:
    """The name of whoever writes such documents, where it is printed."""
    name = "buyer.name" if truth.document_type in ("order", "order_change", None) else "seller.name"
    mark = next((m for m in placed.marks if m.name == name and m.words), None)
    return mark.value if mark else ""


def _judged(home: Layout, sample: Sample, truth: Truth, read: Extraction | None) -> dict[str, Record]:
    """Records with what the memory (its earlier documents alone) and the model made of this document."""
    records = dict(home.records)
    if home.samples and all(s.digest != sample.digest for s in home.samples):
        said = recall(sample.look, list(home.samples))
        for label in np.unique(sample.labels[sample.labels > 0]).tolist():
            mine = (said.label == label) & (said.sure > 0.5)
            theirs = sample.labels == label
            if label and theirs.any():
                right = bool((mine & theirs).any()) and bool((mine & ~theirs).sum() <= 0.2 * mine.sum())
                old = records.get(LABELS[label], Record())
                records[LABELS[label]] = replace(old, memory=(old.memory[0] + right, old.memory[1] + 1))
    for name, right in _model(truth, read) if read is not None else ():
        old = records.get(name, Record())
        records[name] = replace(old, model=(old.model[0] + right, old.model[1] + 1))
    return records


def _model(truth: Truth, read: Extraction) -> Iterable[tuple[str, bool]]:
    """For each field that the model itself read or missed, whether it was right; a column, when all cells are."""
    for name, given in truth.fields.items():
        value = read.fields.get(name)
        if value is None or value.source != "memory":
            yield name, value is not None and _bare(value.value) == _bare(given.value)
    for name in read.fields.keys() - truth.fields.keys() if truth.known is None else ():
        yield name, False
    for name in sorted({n for line in truth.lines for n in line.fields}):
        cells = [line.fields[name] for line in read.lines if name in line.fields]
        if not any(c.source == "memory" for c in cells):
            told = [_bare(line.fields[name].value) for line in truth.lines if name in line.fields]
            yield f"line.{name}", Counter(told) == Counter(_bare(c.value) for c in cells)


def _bare(value: str) -> str:
    """A value for comparing: numbers by worth, texts without case and spaces."""
    try:
        return f"{Decimal(value).normalize():f}"
    except InvalidOperation:
        return "".join(value.casefold().split())


__all__ = ["Forgotten", "Learnt", "Memory", "applied", "look_of"]
