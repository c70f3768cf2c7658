"""A reader whose model can be changed while it works, and another model tried beside it on the same documents."""

from __future__ import annotations

import json
import logging
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from data.errors import OrdermillError
from data.result import Extraction, Line, Value
from data.schema import Document
from models.memory import Memory
from models.shelf import Alias, Shelf
from serving.pipeline import PageExtractor, Remembering

log = logging.getLogger("ordermill.shelf")

Open = Callable[[Path], PageExtractor]
"""A model's folder to what reads with it; raises `SetupError`."""


@dataclass(frozen=True, slots=True)
class _Pair:
    stamp: int
    champion: PageExtractor
    challenger: PageExtractor | None


class Switching:
    """Reads with the champion of the shelf, with `fallback` while it has none. A `PageExtractor`.

    A change of aliases.json is noticed with the next document: the new model is opened while others go on with the old
    one. A model that cannot be opened is logged and the old one stays.
    """

    def __init__(self, shelf: Shelf, fallback: PageExtractor, opened: Open, differences: Path | None = None) -> None:
        self.shelf, self.fallback, self._open = shelf, fallback, opened
        self.differences = differences
        self._lock = threading.Lock()
        self._beside = ThreadPoolExecutor(1, thread_name_prefix="challenger")
        self._now = self._load(_Pair(-1, fallback, None))

    @property
    def name(self) -> str:
        return self._now.champion.name

    @property
    def version(self) -> str:
        return self._now.champion.version

    def extract(self, document: Document) -> Extraction:
        """The champion's reading; the challenger reads the same document afterwards, beside the caller."""
        now = self._current()
        return self._beside_too(now, document, now.champion.extract(document))

    def extract_remembering(self, document: Document, memory: Memory) -> Extraction:
        """The same, reminded of corrected documents."""
        now = self._current()
        if not isinstance(now.champion, Remembering):
            return self.extract(document)
        return self._beside_too(now, document, now.champion.extract_remembering(document, memory))

    def _beside_too(self, now: _Pair, document: Document, result: Extraction) -> Extraction:
        if now.challenger is not None:
            self._beside.submit(self._try, now.challenger, document, result)
        return result

    def close(self) -> None:
        """Let the challenger finish what it has begun."""
        self._beside.shutdown(wait=True)

    def _current(self) -> _Pair:
        now = self._now
        if self.shelf.stamp() != now.stamp and self._lock.acquire(blocking=False):
            try:
                self._now = now = self._load(now)
            finally:
                self._lock.release()
        return now

    def _load(self, before: _Pair) -> _Pair:
        stamp = self.shelf.stamp()
        champion = self._of("champion", before.champion) or self.fallback
        return _Pair(stamp, champion, self._of("challenger", None))

    def _of(self, alias: Alias, otherwise: PageExtractor | None) -> PageExtractor | None:
        try:
            folder = self.shelf.resolve(alias)
            return None if folder is None else self._open(folder)
        except OrdermillError as error:
            log.error("the %s cannot be used: %s %s", alias, error.message, error.hint)
            return otherwise

    def _try(self, challenger: PageExtractor, document: Document, read: Extraction) -> None:
        try:
            other = challenger.extract(document)
        except Exception:
            log.exception("the challenger failed on sha256 %s", document.sha256)
            return
        if self.differences is not None:
            _note(self.differences, read, other)


def _note(target: Path, champion: Extraction, challenger: Extraction) -> None:
    """One line a document: which fields the two read differently. Names of fields alone, never what they hold."""
    entry = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"), "sha256": champion.sha256,
        "champion": champion.model_version, "challenger": challenger.model_version,
        "values": sum(1 for _ in _values(champion)), "differ": list(differing(champion, challenger)),
        "sure": [champion.order_confidence, challenger.order_confidence],
    }  # fmt: skip
    target.parent.mkdir(parents=True, exist_ok=True)
    with target.open("a", encoding="utf-8") as file:
        file.write(json.dumps(entry) + "\n")


def differing(one: Extraction, other: Extraction) -> Iterator[str]:
    """Paths of what the two read differently: `document_type`, `fields.order_number`, `lines.3.quantity`, `lines`."""
    if one.document_type != other.document_type:
        yield "document_type"
    yield from (f"fields.{name}" for name in _unlike(one.fields, other.fields))
    mine, theirs = _items(one), _items(other)
    if len(mine) != len(theirs):
        yield "lines"
        return
    for k, (a, b) in enumerate(zip(mine, theirs, strict=True)):
        yield from (f"lines.{k}.{name}" for name in _unlike(a.fields, b.fields))


def _unlike(one: dict[str, Value], other: dict[str, Value]) -> list[str]:
    def said(values: dict[str, Value], name: str) -> str | None:
        return values[name].value if name in values else None

    return [name for name in sorted(one.keys() | other.keys()) if said(one, name) != said(other, name)]


def _items(result: Extraction) -> list[Line]:
    return [line for line in result.lines if line.kind in ("item", "charge")]


def _values(result: Extraction) -> Iterator[Value]:
    yield from result.fields.values()
    for line in result.lines:
        yield from line.fields.values()
