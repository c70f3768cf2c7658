"""The chain as JSON lines: one event a line, with all that is needed to verify it elsewhere."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import TextIO

from serving.desk.store import Store, events


def write(store: Store, out: TextIO) -> int:
    """All events in order, from one snapshot; how many."""
    number = 0
    with store.read() as tx:
        for event in events.walk(tx):
            out.write(json.dumps(events.to_dict(event), ensure_ascii=False) + "\n")
            number += 1
    return number


def write_file(store: Store, path: Path) -> int:
    """As `write`, into a file that is there whole or not at all. Raises OSError."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="\n") as out:
            number = write(store, out)
            out.flush()
            os.fsync(out.fileno())
        os.replace(part, path)
    finally:
        part.unlink(missing_ok=True)
    return number
