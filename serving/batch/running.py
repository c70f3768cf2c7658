"""The batch itself: documents to free workers, results to the ledger, as few of both in memory as there are workers."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from data.errors import DocumentError
from data.readers import ReadOptions
from data.result import Extraction, Failure
from serving.batch.engines import Engine
from serving.batch.ledger import File, Ledger, unread
from serving.batch.work import Done

TRIES = 2
"""How often a document is given to a worker. The second time the worker is a fresh one: the first may have been ended
for something else."""
DIED = "worker_died"


@dataclass
class Tally:
    """What this run has seen."""

    found: int = 0
    """Files."""
    known: int = 0
    """Files whose result was there already, from an earlier run or from another file with the same content."""
    read: int = 0
    failed: int = 0
    pages: int = 0
    busy: float = 0.0
    """Seconds of workers."""
    began: float = field(default_factory=time.monotonic)

    @property
    def seconds(self) -> float:
        return time.monotonic() - self.began

    @property
    def speed(self) -> float:
        """Pages per second."""
        return self.pages / max(self.seconds, 1e-9)


class Batch:
    """Reads what the ledger does not hold yet."""

    def __init__(
        self, engine: Engine, ledger: Ledger, tell: Callable[[Tally], None] = lambda tally: None,
        limit: int = ReadOptions().max_bytes,
    ) -> None:  # fmt: skip
        """`tell` is called after every file; files of more than `limit` bytes are results without a hash."""
        self.engine, self.ledger, self.tally = engine, ledger, Tally()
        self._tell, self._limit = tell, limit
        self._under_way: dict[str, list[File]] = {}
        """Keys that workers have, and the files with that content."""
        self._tries: dict[str, int] = {}

    def run(self, documents: Iterable[Path]) -> Tally:
        """Read all that is to be read. May be interrupted at any moment and run again."""
        for path in documents:
            self.tally.found += 1
            self._take(_looked_at(path))
            self._tell(self.tally)
        while self._under_way:
            self._collect()
            self._tell(self.tally)
        return self.tally

    def _take(self, file: File) -> None:
        if self.ledger.settled(file):
            self.tally.known += 1
            return
        key = self._key(file)
        if key in self._under_way:
            self._under_way[key].append(file)
            self.tally.known += 1
        elif self.ledger.has(key):
            self.ledger.note(file, key)
            self.tally.known += 1
        else:
            self._submit(key, file)

    def _key(self, file: File) -> str:
        """The hash of the content, of the path where there is no content to be had."""
        if not 0 <= file.size <= self._limit:
            return unread(file.path)
        try:
            with open(file.path, "rb") as content:
                return hashlib.file_digest(content, "sha256").hexdigest()
        except OSError:
            return unread(file.path)

    def _submit(self, key: str, file: File) -> None:
        while self.engine.full():
            self._collect()
        self._under_way.setdefault(key, [file])
        self.engine.submit(key, file.path)

    def _collect(self) -> None:
        for done in self.engine.finished():
            files = self._under_way[done.key]
            if done.result is None:
                self._tries[done.key] = self._tries.get(done.key, 0) + 1
                if self._tries[done.key] < TRIES:
                    self.engine.submit(done.key, files[0].path)
                    continue
            del self._under_way[done.key]
            self._tries.pop(done.key, None)
            self._keep(done, files)

    def _keep(self, done: Done, files: list[File]) -> None:
        result = done.result or self._died(done.key, files[0].path)
        # A file that was changed after we had looked is kept as what the worker read, and looked at again next time.
        key = result["sha256"] or unread(files[0].path)
        if self.ledger.add(key, result, done.seconds):
            self.tally.read += 1
            self.tally.failed += result["status"] == "failed"
            self.tally.pages += result["document"]["pages"]
            self.tally.busy += done.seconds
        if key == done.key:
            for file in files:
                self.ledger.note(file, key)

    def _died(self, key: str, path: str) -> dict[str, Any]:
        error = DocumentError(
            f"The worker that read this document died, {TRIES} times.", code=DIED,
            hint="Have it read alone with `ordermill extract`; it may take more memory than a worker has.",
        )  # fmt: skip
        name, version = self.engine.about()
        return Extraction(
            os.path.basename(path), "" if key == unread(path) else key, status="failed",
            error=Failure(error.code, error.message, error.hint), model_name=name, model_version=version,
        ).to_dict()  # fmt: skip


def _looked_at(path: Path) -> File:
    where = os.path.abspath(path)
    try:
        about = os.stat(where)
    except OSError:
        return File(where, -1, 0)
    return File(where, about.st_size, about.st_mtime_ns)
