"""The repository as the house rules see it: its tracked files."""

from __future__ import annotations

import subprocess
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
PACKAGES = ("data", "models", "training", "serving")


@cache
def tracked() -> tuple[Path, ...]:
    """Files that git tracks and that are there, relative to the root."""
    return _listed("--cached")


def present() -> tuple[Path, ...]:
    """`tracked` and new files that git does not ignore: what runs here and now."""
    return _listed("--cached", "--others", "--exclude-standard")


def _listed(*options: str) -> tuple[Path, ...]:
    command = ["git", "ls-files", "-z", *options]
    done = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return tuple(Path(name) for name in sorted(done.stdout.split("\0")) if name and (ROOT / name).is_file())


ODOO_ADDON = Path("serving/odoo/addon")
"""Runs inside Odoo, by Odoo's rules; tests/unit/test_odoo_addon.py looks after it."""


def tracked_python(*folders: str) -> list[Path]:
    """Tracked Python files of ours below `folders` (all of them when none is given)."""
    ours = [p for p in tracked() if p.suffix == ".py" and not p.is_relative_to(ODOO_ADDON)]
    return [p for p in ours if not folders or p.parts[0] in folders]


def text_files() -> list[tuple[Path, str]]:
    """Tracked files that are text, with their text."""
    out = []
    for path in tracked():
        content = (ROOT / path).read_bytes()
        if b"\0" not in content and not content.startswith(b"%PDF"):
            out.append((path, content.decode("utf-8")))
    return out


@cache
def pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
