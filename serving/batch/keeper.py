"""Clears away what Ray leaves behind: waits until whoever started it is gone, then ends all processes of that home.

    python -m serving.batch.keeper HOME

A driver that is killed cannot end Ray's helpers, and some of them never notice. They are known by their `HOME`, which
is a folder made for one run.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
import time
from pathlib import Path

ROUNDS, QUIET_ROUNDS = 60, 4
PAUSE = 0.25


def of_home(home: str, proc: Path = Path("/proc")) -> list[int]:
    """Processes of ours whose environment names `home`; none where the system does not tell."""
    mark = f"HOME={home}".encode()
    found = []
    for entry in proc.glob("[0-9]*"):
        try:
            if mark in (entry / "environ").read_bytes().split(b"\0") and int(entry.name) != os.getpid():
                found.append(int(entry.name))
        except OSError:  # gone, or somebody else's
            continue
    return found


def clear(home: str) -> int:
    """End them all and remove the folder; how many are left."""
    quiet = 0
    for _ in range(ROUNDS):
        left = of_home(home)
        for pid in left:
            try:
                os.kill(pid, signal.SIGKILL)
            except ProcessLookupError:
                continue
        shutil.rmtree(home, ignore_errors=True)
        # One that has just been started is not seen yet, and makes the folder anew.
        quiet = 0 if left or os.path.exists(home) else quiet + 1
        if quiet == QUIET_ROUNDS:
            break
        time.sleep(PAUSE)
    return len(of_home(home))


if __name__ == "__main__":
    for ignored in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(ignored, signal.SIG_IGN)
    sys.stdin.buffer.read()
    sys.exit(int(bool(clear(sys.argv[1]))))
