"""Who reads: this process alone, or a pool of processes. `on_ray` is the third.

Every engine has `workers` places. A worker has one document at a time, so that the document over which a worker dies is
known; nothing else is lost with it.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
from collections import deque
from dataclasses import dataclass
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import Any, Protocol

from data.errors import OrdermillError, SetupError
from serving.batch.work import Done, Order, Reading


class Engine(Protocol):
    """Reads documents side by side."""

    name: str
    workers: int

    def about(self) -> tuple[str, str]:
        """Name and version of the model. Raises `SetupError` where it cannot be opened."""
        ...

    def full(self) -> bool:
        """No worker is free."""
        ...

    def submit(self, key: str, path: str) -> None:
        """Have a document read; only while not `full`."""
        ...

    def finished(self) -> list[Done]:
        """Wait for at least one document that was submitted."""
        ...

    def close(self) -> None:
        """End all workers, also those that are reading."""
        ...


class Alone:
    """One document after the other, in this process."""

    name, workers = "one process", 1

    def __init__(self, order: Order) -> None:
        self._reading = Reading(order)
        self._waiting: deque[tuple[str, str]] = deque()

    def about(self) -> tuple[str, str]:
        return self._reading.about()

    def full(self) -> bool:
        return bool(self._waiting)

    def submit(self, key: str, path: str) -> None:
        self._waiting.append((key, path))

    def finished(self) -> list[Done]:
        key, path = self._waiting.popleft()
        result, seconds, _ = self._reading.read(path)
        return [Done(key, result, seconds)]

    def close(self) -> None:
        self._reading.close()


@dataclass(slots=True)
class _Worker:
    process: BaseProcess
    pipe: Connection
    key: str | None = None


class Pool:
    """`workers` processes on this machine."""

    name = "pool of processes"

    def __init__(self, order: Order, workers: int) -> None:
        self.workers, self._order = workers, order
        # Not forked: threads of the model's runtime do not survive that.
        self._context = multiprocessing.get_context("spawn")
        os.environ.setdefault("OMP_NUM_THREADS", "1")
        self._about: tuple[str, str] | None = None
        self._all: list[_Worker] = []
        try:
            self._all = [self._start() for _ in range(workers)]
            for worker in self._all:
                self._greet(worker)
        except BaseException:
            self.close()
            raise

    def about(self) -> tuple[str, str]:
        if self._about is None:
            raise RuntimeError("no worker has begun")
        return self._about

    def full(self) -> bool:
        return all(w.key is not None for w in self._all)

    def submit(self, key: str, path: str) -> None:
        worker = next(w for w in self._all if w.key is None)
        worker.key = key
        try:
            worker.pipe.send(path)
        except OSError:
            return  # it has died; `finished` sees that and says so

    def finished(self) -> list[Done]:
        busy = {w.pipe: w for w in self._all if w.key is not None}
        return [self._taken(busy[pipe]) for pipe in wait(list(busy)) if isinstance(pipe, Connection)]

    def close(self) -> None:
        for worker in self._all:
            worker.pipe.close()
            worker.process.terminate()
        for worker in self._all:
            worker.process.join(10)
            if worker.process.is_alive():
                worker.process.kill()
                worker.process.join()
        self._all = []

    def _start(self) -> _Worker:
        ours, theirs = self._context.Pipe()
        process = self._context.Process(target=_work, args=(theirs, self._order), daemon=True)
        process.start()
        theirs.close()  # ours would otherwise never tell that the worker is gone
        return _Worker(process, ours)

    def _greet(self, worker: _Worker) -> None:
        """Wait until a worker has opened the model. Raises `SetupError`."""
        try:
            said: tuple[str, ...] = worker.pipe.recv()
        except (EOFError, OSError) as error:
            raise SetupError("A worker of the batch does not start.", hint="Its message is above.") from error
        if said[0] != "ready":
            raise SetupError(said[1], hint=said[2])
        self._about = (said[1], said[2])

    def _taken(self, worker: _Worker) -> Done:
        key, worker.key = worker.key or "", None
        try:
            result, seconds, large = worker.pipe.recv()
        except (EOFError, OSError):
            result, seconds, large = None, 0.0, True
        if large:
            self._replace(worker)
        return Done(key, result, seconds)

    def _replace(self, worker: _Worker) -> None:
        worker.pipe.close()
        worker.process.join(10)
        if worker.process.is_alive():
            worker.process.kill()
            worker.process.join()
        fresh = self._start()
        self._all[self._all.index(worker)] = fresh
        self._greet(fresh)


def _work(pipe: Any, order: Order) -> None:
    """A worker's life: it ends when the other end of the pipe is closed, also by a kill."""
    # Ctrl+C is for whoever started us; they close the pipe.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        reading = Reading(order)
    except OrdermillError as error:
        pipe.send(("setup", error.message, error.hint))
        return
    try:
        pipe.send(("ready", *reading.about()))
        while True:
            pipe.send(reading.read(pipe.recv()))
    except (EOFError, OSError):
        reading.close()
