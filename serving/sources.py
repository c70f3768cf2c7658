"""Which files the command line reads: those named, and all documents in folders named."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

SUFFIXES = frozenset({".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".xml"})


def expand(paths: Sequence[Path]) -> list[Path]:
    """`paths` in order, each folder replaced by its documents (sub-folders too, by name, hidden ones left out).

    A file named directly is taken whatever it is called; its bytes decide.
    """
    return [found for path in paths for found in (_documents(path) if path.is_dir() else (path,))]


def _documents(folder: Path) -> Iterator[Path]:
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and Path(name).suffix.lower() in SUFFIXES:
                yield Path(where) / name
