"""Which documents a batch reads, one after the other: a million names are never in memory at once."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from pathlib import Path

from data.errors import SetupError
from serving.sources import SUFFIXES

STORED = re.compile(r"[0-9a-f]{64}")
"""Names of documents in the desk's store, which have no ending."""
LISTS = (".jsonl", ".ndjson")


def documents(source: Path, out: Path) -> Iterator[Path]:
    """The documents of a folder (sub-folders too, hidden ones and `out` left out) or of a list of paths.

    A list has a path a line, or in `.jsonl` an object with `path`; paths are taken from the list's own folder, lines
    that are empty or begin with # are no paths. A file of the list is taken whatever it is called; its bytes decide.

    Raises:
        SetupError: there is no such folder or list, or a line of the list is none.
    """
    if source.is_dir():
        yield from _folder(source, os.path.realpath(out))
    elif source.is_file():
        yield from _list(source)
    else:
        raise SetupError(f"{source} is neither a folder nor a list of documents.", hint="Check the path.")


def _folder(folder: Path, out: str) -> Iterator[Path]:
    waiting = [str(folder)]
    while waiting:
        with os.scandir(waiting.pop()) as entries:
            for entry in entries:
                if entry.name.startswith("."):
                    continue
                if entry.is_dir(follow_symlinks=False):
                    if os.path.realpath(entry.path) != out:
                        waiting.append(entry.path)
                elif os.path.splitext(entry.name)[1].lower() in SUFFIXES or STORED.fullmatch(entry.name):
                    yield Path(entry.path)


def _list(source: Path) -> Iterator[Path]:
    with source.open(encoding="utf-8", errors="surrogateescape") as lines:
        for number, raw in enumerate(lines, 1):
            line = raw.strip()
            if line and not line.startswith("#"):
                yield source.parent / (_named(source, number, line) if source.suffix in LISTS else line)


def _named(source: Path, number: int, line: str) -> str:
    try:
        found = json.loads(line)["path"]
    except (ValueError, KeyError, TypeError):
        found = None
    if not isinstance(found, str):
        raise SetupError(f"Line {number} of {source} is no object with a `path`.", hint="Put the list right.")
    return found
