"""Looks at folder and mailbox again and again; what is away now is tried again later, ever more seldom."""

from __future__ import annotations

import logging
import threading
from typing import Protocol

from data.errors import OrdermillError
from serving.desk.store import Store
from serving.intake.folder import Folder
from serving.intake.mailbox import Mailbox
from serving.intake.settings import IntakeSettings
from serving.intake.taking import Taken

log = logging.getLogger("ordermill.intake")

LONGEST = 300.0
"""Seconds between two tries at most while something is away."""


class Place(Protocol):
    """Where orders come in."""

    left: int
    """What lay there before the set-up, told once: by the process that looked first."""

    def poll(self) -> list[Taken]: ...


def places(store: Store, settings: IntakeSettings) -> list[Place]:
    """What the settings name. Raises `SetupError`."""
    settings.check()
    found: list[Place] = []
    if settings.folder is not None:
        found.append(Folder(store, settings, settings.folder))
    if settings.imap_host:
        found.append(Mailbox(store, settings))
    return found


class Watch:
    """A thread for each place. `start`, then `stop`, which lets each finish its look."""

    def __init__(self, where: list[Place], pause: float) -> None:
        self.pause = pause
        self._over = threading.Event()
        self._threads = [threading.Thread(target=self._run, args=(place,), name="intake") for place in where]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        self._over.set()
        for thread in self._threads:
            thread.join()

    def _run(self, place: Place) -> None:
        pause = self.pause
        while not self._over.is_set():
            try:
                place.poll()
                pause = self.pause
            except OrdermillError as error:
                log.error("%s %s", error.message, error.hint)
                pause = min(LONGEST, pause * 2)
            except Exception:
                # A watch that ended would leave orders lying without anybody knowing.
                log.exception("the intake met something unforeseen")
                pause = min(LONGEST, pause * 2)
            self._over.wait(pause)


def once(where: list[Place], settings: IntakeSettings) -> list[Taken]:
    """Take all that is there now; files that may still grow are waited for, up to four times `settle`.

    Raises what the places raise.
    """
    taken = []
    for place in where:
        taken += place.poll()
        for _ in range(4):
            if not (isinstance(place, Folder) and place.unsettled):
                break
            threading.Event().wait(settings.settle)
            taken += place.poll()
    return taken
