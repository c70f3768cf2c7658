"""An intake that is killed after the order is stored: `python -m tests.intakekilled URL DOCUMENTS` with settings in
the environment. A mail is not marked then, a file not moved."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path
from typing import Any

from imap_tools import BaseMailBox

from serving.desk.store import open_store
from serving.intake.folder import Folder
from serving.intake.mailbox import Mailbox
from serving.intake.settings import IntakeSettings
from serving.intake.taking import Taken
from serving.intake.watching import once


def die(*_: Any) -> None:
    os.kill(os.getpid(), signal.SIGKILL)


class KilledMailbox(Mailbox):
    def _mark(self, box: BaseMailBox, uid: str, taken: Taken) -> None:
        die()


class KilledFolder(Folder):
    def _move(self, path: Path, where: str, content: bytes) -> None:
        die()


def main() -> None:
    store, settings = open_store(sys.argv[1], sys.argv[2]), IntakeSettings()
    if settings.folder is not None:
        once([KilledFolder(store, settings, settings.folder)], settings)
    once([KilledMailbox(store, settings)], settings)


if __name__ == "__main__":
    main()
