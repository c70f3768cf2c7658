"""Where layouts are kept: a protocol, and a folder of JSON files for work without a desk."""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable
from pathlib import Path
from typing import Protocol

from models.memory.layout import Layout


class Shelf(Protocol):
    """Keeps layouts by id. Others may write to it too: `versions` says what has changed."""

    def versions(self) -> dict[str, int]: ...

    def load(self, ids: Iterable[str]) -> list[Layout]: ...

    def save(self, layout: Layout) -> None: ...

    def remove(self, id: str) -> None: ...


class FileShelf:
    """One JSON file a layout in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def versions(self) -> dict[str, int]:
        """Changes by time of writing, so that no file need be read."""
        files = self._folder.glob("*.json") if self._folder.is_dir() else ()
        return {p.stem: p.stat().st_mtime_ns for p in files}

    def load(self, ids: Iterable[str]) -> list[Layout]:
        paths = [self._path(id) for id in ids]
        return [Layout.from_dict(json.loads(p.read_text(encoding="utf-8"))) for p in paths if p.is_file()]

    def save(self, layout: Layout) -> None:
        self._folder.mkdir(parents=True, exist_ok=True)
        path = self._path(layout.id)
        new = path.with_suffix(".new")
        new.write_text(json.dumps(layout.to_dict(), ensure_ascii=False), encoding="utf-8")
        os.replace(new, path)

    def remove(self, id: str) -> None:
        self._path(id).unlink(missing_ok=True)

    def _path(self, id: str) -> Path:
        if not re.fullmatch(r"[0-9a-zA-Z_-]{1,64}", id):
            raise ValueError(f"{id!r} is no id of a layout")
        return self._folder / f"{id}.json"
