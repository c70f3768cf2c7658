"""The sender memory of the desk: kept in its store, taught by what people correct and approve.

memory = memory_of(store)
memory.refresh()                             # what other processes have learnt since
pipeline.extract(content, name, memory=memory)
learn(store, memory, order)                  # once a person has answered the order
"""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterable
from typing import Any

from data.placing import from_result
from data.result import Extraction, Line, Place, Value
from data.schema import Box, Document
from models.memory import Forgotten, Layout, Learnt, Memory
from serving.desk.steps import WORDS
from serving.desk.store import Store, layouts, versions
from serving.desk.store.rows import Order


class StoreShelf:
    """Layouts in the desk's database."""

    def __init__(self, store: Store) -> None:
        self._store = store

    def versions(self) -> dict[str, int]:
        with self._store.read() as tx:
            return layouts.versions(tx)

    def load(self, ids: Iterable[str]) -> list[Layout]:
        with self._store.read() as tx:
            return [Layout.from_dict(body) for body in layouts.bodies(tx, list(ids))]

    def save(self, layout: Layout) -> None:
        self._store.run(lambda tx: layouts.put(tx, layout.id, layout.version, layout.to_dict()))

    def remove(self, id: str) -> None:
        self._store.run(lambda tx: layouts.remove(tx, id))


def memory_of(store: Store) -> Memory:
    """The desk's memory. Keep it, and `refresh` it before each document."""
    return Memory(StoreShelf(store))


def learn(store: Store, memory: Memory, order: Order) -> Learnt | None:
    """Remember what a person made of an order. None where its words are gone or nothing was read from it.

    Call it in the follow-up of an order that was corrected or approved; doing it twice changes nothing but a version.
    """
    packed = store.files.get(order.document, WORDS)
    with store.read() as tx:
        first, last = versions.extraction(tx, order.id, 1), versions.extraction(tx, order.id)
    if packed is None or last is None:
        return None
    document = Document.from_dict(json.loads(gzip.decompress(packed)))
    read = _read(first.result) if first is not None else None
    memory.refresh()
    learnt = memory.learn(document, from_result(last.result), sender=order.sender, read=read)
    store.run(lambda tx: tx.log("remembered", "worker", order.id, layout=learnt.layout, new=learnt.new,
                                placed=learnt.placed.counts()))  # fmt: skip
    return learnt


def forget_sender(store: Store, memory: Memory, name: str, by: str) -> Forgotten:
    """Erase what is remembered of a sender; the report is kept in the log without the name."""
    memory.refresh()
    gone = memory.forget_sender(name)
    store.run(lambda tx: tx.log("forgotten", by, layouts=len(gone.layouts), documents=gone.documents))
    return gone


def _read(raw: dict[str, Any]) -> Extraction:
    """As much of a stored result as records of right and wrong values need."""

    def value(v: dict[str, Any]) -> Value:
        boxes = tuple(Place(b["page"], Box(b["x0"], b["y0"], b["x1"], b["y1"])) for b in v.get("boxes", ()))
        return Value(v["value"], v.get("text", ""), v.get("confidence"), boxes, v.get("source", "model"))

    fields = {n: value(v) for n, v in raw["fields"].items()}
    lines = tuple(Line(x["kind"], x["page"], {n: value(v) for n, v in x["fields"].items()}) for x in raw["lines"])
    return Extraction(raw["file"], raw["sha256"], fields=fields, lines=lines)
