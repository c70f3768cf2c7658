"""Sample documents, read in the background when the service starts, so that the page has something to show."""

from __future__ import annotations

import logging
import threading
from contextlib import suppress
from pathlib import Path
from typing import Any

from data.errors import DocumentError
from serving.pipeline import Pipeline
from serving.previews import Previews

log = logging.getLogger("ordermill.samples")

SUFFIXES = {".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff"}


class Samples:
    """The documents of one folder with their state: waiting, ready or failed."""

    def __init__(self, folder: Path, pipeline: Pipeline, previews: Previews) -> None:
        found = sorted(folder.iterdir()) if folder.is_dir() else []
        self._paths = [p for p in found if p.suffix.lower() in SUFFIXES]
        self._pipeline, self._previews = pipeline, previews
        self._previews_by_path: dict[Path, str] = {}
        self._failed: dict[Path, str] = {}
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._read_all, name="samples", daemon=True)

    def start(self) -> None:
        self._thread.start()

    def stop(self) -> None:
        """Read no further sample; returns when the one in hand is done."""
        self._stopped.set()
        if self._thread.is_alive():
            self._thread.join()

    @property
    def done(self) -> bool:
        return len(self._previews_by_path) + len(self._failed) == len(self._paths)

    def to_list(self) -> list[dict[str, Any]]:
        return [self._entry(path) for path in self._paths]

    def _entry(self, path: Path) -> dict[str, Any]:
        key = self._previews_by_path.get(path)
        preview = self._previews.get(key) if key else None
        entry: dict[str, Any] = {"file": path.name, "state": "waiting"}
        if path in self._failed:
            return {**entry, "state": "failed", "message": self._failed[path]}
        if preview is None:
            return entry
        result = preview.result
        return {
            **entry, "state": "ready", "preview": preview.id, "document_type": result.document_type,
            "language": result.language, "pages": result.pages, "sources": list(result.sources),
            "lines": sum(line.kind == "item" for line in result.lines),
        }  # fmt: skip

    def _read_all(self) -> None:
        for path in self._paths:
            if self._stopped.is_set():
                return
            try:
                content = path.read_bytes()
            except OSError as error:
                self._failed[path] = error.strerror or "cannot be opened"
                continue
            result, document = self._pipeline.extract(content, path.name)
            if result.error is not None:
                log.warning("sample %s was not read: %s", path.name, result.error.code)
                self._failed[path] = result.error.message
                continue
            preview = self._previews.put(content, result, document, keep=True)
            self._previews_by_path[path] = preview.id
            with suppress(DocumentError):  # the page shows that there is none
                self._previews.page_image(preview, 1)
