"""Reading in a process of its own, so that a hostile file costs one document and nothing else.

One worker process reads file after file. It is watched from here: time per page, time per file, resident memory. It is
killed when a limit is passed, and a new one is started for the next file. A crash of a native library is a crash of the
worker, and an answer like any other.
"""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
import time
from dataclasses import asdict, replace
from pathlib import Path
from typing import BinaryIO, cast

import data.errors as errors
from data.errors import DamagedDocument, DocumentError, DocumentLimit, OrdermillError, SetupError
from data.readers.options import ReadOptions
from data.readers.reading import AGAIN
from data.readers.worker import ANSWER, FAILURE, FILE, JOB, PAGE, PART, READY, read_frame, write_frame
from data.schema import Attachment, Document

START_SECONDS = 60.0
WATCH_SECONDS = 0.02
"""How often memory is looked at."""
WALL = 4.0
"""Wall time a page may take, in units of its processor time."""
MAX_FILES = 1000
"""Files after which a worker is replaced: native libraries leak."""

Frames = queue.SimpleQueue[tuple[bytes, bytes] | None]


class Sandbox:
    """A pool of one worker process. Threads may share it; their files are read one after the other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._frames: Frames = queue.SimpleQueue()
        self._owner = 0
        self._files = 0

    def read(self, content: bytes, name: str, options: ReadOptions | None = None) -> Document:
        """Read a file within the limits of `options`. Raises the errors of `data.readers.read`."""
        options = options or ReadOptions()
        with self._lock:
            try:
                return self._read(content, name, options)
            except DocumentError:
                raise
            except BaseException:  # an interrupted wait leaves half an answer in the pipe
                self._stop()
                raise

    def close(self) -> None:
        """End the worker. The sandbox may be used again; it starts another one."""
        with self._lock:
            self._stop()

    @property
    def pid(self) -> int | None:
        """Of the worker, None while there is none."""
        return self._process.pid if self._process else None

    def _read(self, content: bytes, name: str, options: ReadOptions) -> Document:
        process = self._worker()
        job = json.dumps({"name": name, "options": asdict(options)}).encode()
        to_worker = cast(BinaryIO, process.stdin)
        self._files += 1
        try:
            write_frame(to_worker, JOB, job)
            write_frame(to_worker, FILE, content)
        except BrokenPipeError:
            self._stop()
            raise _crashed() from None
        return self._answer(process, options)

    def _answer(self, process: subprocess.Popen[bytes], options: ReadOptions) -> Document:
        parts: list[Attachment] = []
        end = time.monotonic() + options.file_seconds
        page, clock = 0, _Clock(process.pid, options.page_seconds)
        while True:
            kind, body = self._next(process, end, clock, page, options)
            if kind == PAGE:
                page, clock = int(body), _Clock(process.pid, options.page_seconds)
            elif kind == PART:
                name, _, data = body.partition(b"\0")
                parts.append(Attachment(name.decode(), data))
            elif kind == FAILURE:
                raise _error(json.loads(body))
            elif kind == ANSWER:
                return replace(Document.from_dict(json.loads(body)), attachments=tuple(parts))

    def _next(
        self, process: subprocess.Popen[bytes], end: float, clock: _Clock, page: int, options: ReadOptions
    ) -> tuple[bytes, bytes]:
        """The worker's next frame. Kills the worker and raises when it dies or passes a limit."""
        while True:
            if _resident_mb(process.pid) > options.memory_mb:
                raise self._limit(f"Reading the file takes more than {options.memory_mb} MB of memory", page, "memory")
            if time.monotonic() > end or clock.is_over():
                raise self._limit("Reading the file took too long", page, "timeout")
            try:
                frame = self._frames.get(timeout=WATCH_SECONDS)
            except queue.Empty:
                continue
            if frame is None:
                self._stop()
                raise _crashed()
            return frame

    def _limit(self, said: str, page: int, code: str) -> DocumentLimit:
        """The answer to a file that passed a limit; the worker is stopped."""
        self._stop()
        at = f" (page {page})" if page else ""
        return DocumentLimit(f"{said}{at}.", hint="Print the file to a new PDF and send that.", code=code)

    def _worker(self) -> subprocess.Popen[bytes]:
        """The running worker, or a new one."""
        mine = self._process is not None and self._owner == os.getpid()
        if mine and self._process is not None and self._process.poll() is None and self._files < MAX_FILES:
            return self._process
        if mine:
            self._stop()
        root = str(Path(errors.__file__).resolve().parents[1])
        paths = os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH"))))
        process = subprocess.Popen(
            [sys.executable, "-m", "data.readers.worker"], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": paths, "ORT_DISABLE_TELEMETRY": "1"}, start_new_session=True,
        )  # fmt: skip
        self._process, self._owner, self._files = process, os.getpid(), 0
        self._frames = queue.SimpleQueue()
        threading.Thread(target=_listen, args=(process.stdout, self._frames), daemon=True).start()
        try:
            frame = self._frames.get(timeout=START_SECONDS)
        except queue.Empty:
            frame = None
        if frame is None or frame[0] != READY:
            self._stop()
            raise SetupError("The reading process does not start.", hint="Its message is in the log.")
        return process

    def _stop(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        process.kill()
        process.wait()
        for stream in (process.stdin, process.stdout):
            if stream is not None:
                with contextlib.suppress(OSError):  # what was not yet written cannot be any more
                    stream.close()


class _Clock:
    """The time of one page: processor time where the system tells, and wall time with a wide margin."""

    def __init__(self, pid: int, seconds: float) -> None:
        self._pid = pid
        self._seconds = seconds
        self._started = time.monotonic()
        self._used = _processor_seconds(pid)

    def is_over(self) -> bool:
        wall = time.monotonic() - self._started
        now = _processor_seconds(self._pid)
        spent = wall if now is None or self._used is None else now - self._used
        return spent > self._seconds or wall > WALL * self._seconds


def _listen(stream: BinaryIO, frames: Frames) -> None:
    """Pass the worker's frames on; None when it has ended."""
    with contextlib.suppress(OSError, ValueError):  # closed while waiting
        while (frame := read_frame(stream)) is not None:
            frames.put(frame)
    frames.put(None)


def _processor_seconds(pid: int) -> float | None:
    """Processor time a process has used; None where the system does not tell."""
    try:
        with open(f"/proc/{pid}/stat") as stat:
            fields = stat.read().rpartition(")")[2].split()
        return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except (OSError, IndexError, ValueError):
        return None


def _resident_mb(pid: int) -> float:
    """Resident memory of a process in MB; 0 where the system does not tell."""
    try:
        with open(f"/proc/{pid}/statm") as statm:
            return int(statm.read().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, IndexError, ValueError):
        return 0.0


def _crashed() -> DamagedDocument:
    return DamagedDocument("The file broke the program that reads it.", hint=AGAIN, code="crashed")


def _error(said: dict[str, str]) -> OrdermillError:
    kind = getattr(errors, said["class"], DamagedDocument)
    error: OrdermillError = kind(said["message"], hint=said["hint"], code=said["code"])
    return error


_default = Sandbox()
atexit.register(_default.close)


def read_safely(content: bytes, name: str, options: ReadOptions | None = None) -> Document:
    """Read a file in this program's worker process, within the limits of `options`.

    Raises `data.errors.DocumentError` for a file that cannot be read, `DocumentLimit` among them when it takes too long
    or too much memory.
    """
    return _default.read(content, name, options)
