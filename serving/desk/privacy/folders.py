"""An eraser for folders of files: training sets, caches, exports. Files named after a document or order, and records
that name one, go."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from pathlib import Path

from serving.desk.privacy.erasers import Erased, Eraser, Subject

TEXTS = frozenset({".json", ".jsonl", ".ndjson", ".csv", ".tsv", ".txt", ".xml", ".yaml", ".yml"})
RECORDS = frozenset({".jsonl", ".ndjson"})
"""One record a line: only the lines that name the subject go."""

_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def folder(place: str, root: Path) -> Eraser:
    """Erases below `root`; a folder that is not there holds nothing."""

    def erase(subject: Subject, dry: bool) -> list[Erased]:
        marks = (*subject.documents, *subject.orders)
        names = tuple({name.casefold() for name in subject.names})
        number = sum(_erase(path, marks, names, dry) for path in sorted(_files(root)))
        return [Erased(place, "files and records", number)] if number else []

    return erase


def _files(root: Path) -> Iterator[Path]:
    for where, _, names in os.walk(root):
        yield from (Path(where) / name for name in names)


def _erase(path: Path, marks: tuple[str, ...], names: tuple[str, ...], dry: bool) -> int:
    if any(mark in path.name for mark in marks):
        return _unlink(path, dry)
    if path.suffix not in TEXTS:
        return 0
    lines = path.read_text(encoding="utf-8", errors="surrogateescape").splitlines(keepends=True)
    kept = [line for line in lines if not _says(line, marks, names)]
    if len(kept) == len(lines):
        return 0
    if path.suffix not in RECORDS:
        return _unlink(path, dry)
    if not dry:
        beside = path.with_name(f".{path.name}.part")
        beside.write_text("".join(kept), encoding="utf-8", errors="surrogateescape")
        os.replace(beside, path)
    return len(lines) - len(kept)


def _says(line: str, marks: tuple[str, ...], names: tuple[str, ...]) -> bool:
    folded = line.casefold()
    # JSON may have been written with escapes: those of letters are undone before comparing.
    plain = _ESCAPE.sub(lambda found: chr(int(found[1], 16)), line).casefold() if "\\u" in line else folded
    return any(mark in line for mark in marks) or any(name in folded or name in plain for name in names)


def _unlink(path: Path, dry: bool) -> int:
    if not dry:
        path.unlink(missing_ok=True)
    return 1
