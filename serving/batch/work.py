"""What a worker of a batch does: open the model once, then read document after document."""

from __future__ import annotations

import os
import time
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NamedTuple

from serving.loading import Load, read_file


@dataclass(frozen=True, slots=True)
class Order:
    """What all workers of a batch are told. Must go through to another process."""

    model: str
    """Name of a shipped model or a folder that holds one."""
    embedded: bool = True
    memory_mb: int = 1500
    """Resident memory above which a worker is replaced, between two documents. Reading has its own limit."""
    load: Load | None = None
    """Makes the pipeline; `Pipeline.load` if None."""


class Done(NamedTuple):
    """A document that was read; `result` None where its worker died over it."""

    key: str
    result: dict[str, Any] | None
    seconds: float


class Reading:
    """A pipeline in a worker. Raises `SetupError` for a model that cannot be opened."""

    def __init__(self, order: Order) -> None:
        from serving.pipeline import Pipeline

        self._order = order
        self._pipeline = order.load(order.model, 1) if order.load else Pipeline.load(order.model)

    def about(self) -> tuple[str, str]:
        """Name and version of the model."""
        return self._pipeline.extractor.name, self._pipeline.extractor.version

    def read(self, path: str) -> tuple[dict[str, Any], float, bool]:
        """The result as `ordermill extract` gives it, seconds it took, and whether this worker has grown too large."""
        began = time.monotonic()
        result = read_file(self._pipeline, Path(path), embedded=self._order.embedded).to_dict()
        return result, time.monotonic() - began, resident_mb() > self._order.memory_mb

    def close(self) -> None:
        """Let the pipeline and the process that reads for it end."""
        self._pipeline.close()
        closing = getattr(self._pipeline.reader, "close", None)
        if closing is not None:
            closing()


def resident_mb() -> float:
    """Resident memory of this process; 0 where the system does not tell."""
    try:
        pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    except (OSError, ValueError, IndexError):
        return 0.0
    return pages * os.sysconf("SC_PAGE_SIZE") / 2**20
