"""Who holds a row: machine, process and moment of its start; whether that process still lives; a heartbeat."""

from __future__ import annotations

import os
import socket
import threading
import uuid
from collections.abc import Callable
from pathlib import Path
from types import TracebackType


def me() -> str:
    """A name for this worker, new at every call: two threads of a process are two workers."""
    pid = os.getpid()
    return f"{_machine()} {pid} {_started(pid)} {uuid.uuid4().hex[:8]}"


def alive(holder: str) -> bool:
    """False only if the holder was a process of this machine that has ended."""
    parts = holder.split(" ")
    if len(parts) != 4 or parts[0] != _machine() or not parts[1].isdigit():
        return True
    started = _started(int(parts[1]))
    return parts[2] == "0" or started == parts[2]


class Beat:
    """Calls `renew` every `seconds` in a thread of its own, which dies with the process. A failure ends it: the lease
    runs out then, and the next change of the row says so."""

    def __init__(self, renew: Callable[[], None], seconds: float) -> None:
        self._renew, self._seconds = renew, seconds
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, daemon=True, name="odoo-lease")

    def __enter__(self) -> Beat:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._stop.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._stop.wait(self._seconds):
            try:
                self._renew()
            except Exception:
                return


def _machine() -> str:
    # The boot id tells containers and restarts apart where host names repeat.
    try:
        boot = Path("/proc/sys/kernel/random/boot_id").read_text(encoding="ascii").strip()[:8]
    except OSError:
        boot = "0"
    return f"{socket.gethostname().replace(' ', '_')}/{boot}/{_namespace()}"


def _namespace() -> str:
    """Process ids are those of a namespace; another container's mean nothing here."""
    try:
        return os.readlink("/proc/self/ns/pid").strip("pid:[]")
    except OSError:
        return "0"


def _started(pid: int) -> str:
    """Start of a process in clock ticks since boot, "" if there is none, "0" where the system does not say."""
    if not Path("/proc/self/stat").exists():
        return "0"
    try:
        text = Path(f"/proc/{pid}/stat").read_text(encoding="utf-8", errors="replace")
    except OSError:
        return ""
    rest = text.rpartition(")")[2].split()
    return "" if rest[0] == "Z" else rest[19]
