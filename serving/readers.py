"""Several reading processes, so that one slow document does not hold up the others."""

from __future__ import annotations

import atexit
import queue

from data.readers import ReadOptions
from data.readers.sandbox import Sandbox
from data.schema import Document


class Sandboxes:
    """Reads up to `count` documents at a time, each in a process of its own, within the limits of `options`.

    Processes start when they are needed and stay for the next document. Safe to call from several threads.
    """

    def __init__(self, count: int = 1, options: ReadOptions | None = None) -> None:
        self._options = options or ReadOptions()
        self._all = [Sandbox() for _ in range(count)]
        # Last in, first out: with little to do only one process is kept warm.
        self._free: queue.LifoQueue[Sandbox] = queue.LifoQueue()
        for sandbox in reversed(self._all):
            self._free.put(sandbox)
        atexit.register(self.close)

    def __call__(self, content: bytes, name: str) -> Document:
        """Read a file, after waiting for a free process. Raises the errors of `data.readers.read`."""
        sandbox = self._free.get()
        try:
            return sandbox.read(content, name, self._options)
        finally:
            self._free.put(sandbox)

    def close(self) -> None:
        """End all processes, each after the document in hand."""
        atexit.unregister(self.close)
        for sandbox in self._all:
            sandbox.close()
