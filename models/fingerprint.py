"""What a model is known by: its numbers, not its name."""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path


def fingerprint(folder: Path) -> str:
    """Twelve hexadecimal digits of the weights and settings in a model's folder; names and versions do not count."""
    return _fingerprint(tuple((str(folder / name), *_written(folder / name)) for name in ("model.onnx", "reader.json")))


def _written(file: Path) -> tuple[int, int]:
    about = file.stat()
    return about.st_mtime_ns, about.st_size


@lru_cache(maxsize=32)
def _fingerprint(files: tuple[tuple[str, int, int], ...]) -> str:
    """Remembered until a file changes: it is asked for with every order."""
    digest = hashlib.sha256()
    for name, _, _ in files:
        digest.update(hashlib.sha256(Path(name).read_bytes()).digest())
    return digest.hexdigest()[:12]
