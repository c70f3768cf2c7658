"""How far a batch is: a bar where somebody looks, a line every half minute where it goes into a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from serving.batch.running import Tally

EVERY = 30.0
"""Seconds between two lines in a log."""


class Told:
    """Call it with the tally as often as you like."""

    def __init__(self, total: int) -> None:
        self.total = total
        self._at = time.monotonic()

    def __call__(self, tally: Tally) -> None:
        if time.monotonic() - self._at >= EVERY:
            self._at = time.monotonic()
            print(f"ordermill: {tally.found} of {self.total} files, {said(tally)}", file=sys.stderr, flush=True)


class Bar(Told):
    """The same as a bar."""

    def __init__(self, total: int, progress: Progress) -> None:
        super().__init__(total)
        self._progress = progress
        self._task = progress.add_task("Reading", total=total, said="")

    def __call__(self, tally: Tally) -> None:
        done = tally.known + tally.read
        self._progress.update(self._task, completed=done, said=said(tally))


def said(tally: Tally) -> str:
    return f"{tally.read} read, {tally.failed} failed, {tally.speed:.1f} pages/s"


@contextmanager
def progress(total: int) -> Iterator[Told]:
    if not sys.stderr.isatty():
        yield Told(total)
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TextColumn("{task.fields[said]}"),
               TimeRemainingColumn())  # fmt: skip
    with Progress(*columns, console=Console(stderr=True), transient=True) as shown:
        yield Bar(total, shown)
