"""Fails when a tracked Python file is longer than 400 lines. Part of `make check` and of the tests."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

LIMIT = 400
ROOT = Path(__file__).resolve().parent.parent


def too_long(paths: list[Path], limit: int = LIMIT) -> list[tuple[int, Path]]:
    """(lines, file) for each file over the limit, the longest first."""
    lengths = [(len(path.read_text(encoding="utf-8").splitlines()), path) for path in paths if path.is_file()]
    return sorted((pair for pair in lengths if pair[0] > limit), reverse=True)


def python_files(root: Path = ROOT) -> list[Path]:
    """Python files that git tracks."""
    command = ["git", "ls-files", "-z", "*.py"]
    names = subprocess.run(command, cwd=root, check=True, capture_output=True, text=True).stdout
    return [root / name for name in names.split("\0") if name]


def main() -> int:
    found = too_long(python_files())
    for lines, path in found:
        print(f"{path.relative_to(ROOT)}: {lines} lines, at most {LIMIT}", file=sys.stderr)
    return int(bool(found))


if __name__ == "__main__":
    sys.exit(main())
