"""What a model is known by: its numbers, not its name."""

from __future__ import annotations

import hashlib
from pathlib import Path


def fingerprint(folder: Path) -> str:
    """Twelve hexadecimal digits of the weights and settings in a model's folder; names and versions do not count."""
    digest = hashlib.sha256()
    for name in ("model.onnx", "reader.json"):
        digest.update(hashlib.sha256((folder / name).read_bytes()).digest())
    return digest.hexdigest()[:12]
