"""The version of Ordermill that runs."""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.metadata import PackageNotFoundError, version
from pathlib import Path


@cache
def release() -> str:
    """From the installed package, or from pyproject.toml where the folders run as they are (a checkout, a Bento)."""
    try:
        return version("ordermill")
    except PackageNotFoundError:
        file = Path(__file__).resolve().parent.parent / "pyproject.toml"
        if not file.is_file():
            return "unknown"
        return str(tomllib.loads(file.read_text(encoding="utf-8"))["project"]["version"])
