"""Documents that were read once: recognising a scan takes seconds a page, reading it back a hundredth of one.

A document is known by its content and by the code that reads: a change of either reads it again.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Callable
from functools import lru_cache
from importlib.metadata import version
from importlib.resources import files
from pathlib import Path

from data.readers import read
from data.schema import Document

ENGINE = "rapidocr"
READING = ("readers/*.py", "readers/*/*.py", "rows.py", "schema.py")
"""Code that decides what a document's words are, in `data`."""


@lru_cache(maxsize=1)
def reader_stamp() -> str:
    """Hash of the code and the recognition engine that turn bytes into words."""
    root = Path(str(files("data")))
    digest = hashlib.sha256(version(ENGINE).encode())
    for pattern in READING:
        for path in sorted(root.glob(pattern)):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:12]


class Cache:
    """Documents in `folder`; without a folder everything is read anew."""

    def __init__(self, folder: Path | None = None) -> None:
        self.folder = folder

    def read(self, content: bytes, name: str) -> Document:
        """`data.readers.read`, or what it gave before. Raises `DocumentError`; failures are not kept."""
        return self.get([content], name, lambda: content)

    def get(self, facts: list[bytes], name: str, content: Callable[[], bytes]) -> Document:
        """The document made by `content` and read; `facts` are all that its bytes depend on (it is slow to make)."""
        if self.folder is None:
            return read(content(), name)
        digest = hashlib.sha256(b"\0".join(hashlib.sha256(fact).digest() for fact in facts))
        path = self.folder / reader_stamp() / f"{digest.hexdigest()}.json.gz"
        if path.is_file():
            try:
                return Document.from_dict({**json.loads(gzip.decompress(path.read_bytes())), "file": name})
            except (OSError, EOFError, ValueError):
                path.unlink()  # half written when a run was stopped
        document = read(content(), name)
        path.parent.mkdir(parents=True, exist_ok=True)
        part = path.with_suffix(".part")
        part.write_bytes(gzip.compress(json.dumps(document.to_dict(), ensure_ascii=False).encode(), mtime=0))
        part.replace(path)
        return document
