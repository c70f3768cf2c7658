"""Keeps README.md true: the tree of the project and the outputs of commands are written by this script.

    python scripts/readme.py            writes them again (`make docs`)
    python scripts/readme.py --check    fails when one of them is not what it would write

Between `<!-- tree -->` and the next `<!-- end -->` stands the tree: one line a file or folder, its comment the first
line of the module's docstring. Between `<!-- output: COMMAND -->` and `<!-- end -->` stands what COMMAND prints.
"""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WIDTH = 122
COLUMN = 22
"""Where the comments of the tree begin."""

FOLDERS = {
    "notebooks": "looking at data and results",
    "tests": "unit/, integration/, golden/",
    "docs": "results, training, decisions, dependencies, experiments, quality",
    "requirements": "exact versions: light.txt, full.txt",
    "data/samples": "sample orders, PDF and JSON, made by the generator",
    "models/default": "the shipped model, one folder a version: ONNX, settings, calibration, card",
    "serving/web": "the page: plain HTML, CSS and JavaScript",
}
"""Comments of folders that are no Python package."""

OTHER_FOLDERS = ("notebooks", "tests", "docs", "requirements", "scripts")

FILES = {
    "dvc.yaml": "the training pipeline", "params.yaml": "its parameters, one section a stage", "Makefile": "every task",
    "pyproject.toml": "dependencies, packaging, tools", "CHANGELOG.md": "what changed",
}  # fmt: skip


def first_line(module: Path) -> str:
    """The first line of a module's docstring, cut at a natural end if it is long."""
    text = (ast.get_docstring(ast.parse(module.read_text(encoding="utf-8"))) or "").split("\n")[0]
    room = WIDTH - COLUMN - 2
    if len(text) > room:
        ends = [m.start() for m in re.finditer(r"[.,:;] ", text[:room])]
        text = text[: ends[-1]] if ends else text[: room - 1] + "…"
    return text.rstrip(".")


def listed(folder: Path) -> list[Path]:
    """What the tree shows of a package: modules and folders that git knows, without `__init__.py`."""
    command = ["git", "ls-files", "-z", str(folder)]
    names = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    depth = len(folder.parts)
    parts = [Path(name).parts for name in names.split("\0") if name and (ROOT / name).is_file()]
    children = {folder / p[depth] for p in parts if len(p) > depth + 1 or p[-1].endswith(".py")}
    return sorted((c for c in children if c.name != "__init__.py"), key=lambda p: ((ROOT / p).is_dir(), p))


def comment(path: Path) -> str:
    full = ROOT / path
    init = full / "__init__.py"
    if path.as_posix() in FOLDERS or path.as_posix() in FILES:
        return FOLDERS.get(path.as_posix()) or FILES[path.as_posix()]
    return first_line(init if full.is_dir() and init.is_file() else full) if full.is_file() or init.is_file() else ""


def tree() -> str:
    lines = []
    for top in ("data", "models", "training", "serving"):
        lines.append(f"{top + '/':<{COLUMN}}{comment(Path(top))}")
        for path in listed(Path(top)):
            name = f"  {path.name}{'/' * (ROOT / path).is_dir()}"
            lines.append(f"{name:<{COLUMN}}{comment(path)}")
    lines += [f"{name + '/':<{COLUMN}}{comment(Path(name))}" for name in OTHER_FOLDERS]
    lines += [f"{name:<{COLUMN}}{text}" for name, text in FILES.items()]
    return "\n".join(line.rstrip() for line in lines)


def output(command: str) -> str:
    """What a command prints, run in the root with this environment's programs first."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "COLUMNS": str(WIDTH), "NO_COLOR": "1"}
    shell = ["bash", "-c", command]
    done = subprocess.run(shell, cwd=ROOT, env=environment, capture_output=True, text=True, check=True)
    return "\n".join(line.rstrip() for line in done.stdout.strip("\n").splitlines())


def filled(text: str, run: Callable[[str], str] = output) -> str:
    """README text with every block between markers written anew."""

    def block(match: re.Match[str]) -> str:
        kind, _, argument = match[1].partition(": ")
        content = tree() if kind == "tree" else run(argument)
        return f"<!-- {match[1]} -->\n```text\n{content}\n```\n<!-- end -->"

    return re.sub(r"<!-- ((?:tree|output: [^\n]+?)) -->\n.*?<!-- end -->", block, text, flags=re.S)


def main() -> int:
    readme = ROOT / "README.md"
    old = readme.read_text(encoding="utf-8")
    new = filled(old)
    if "--check" in sys.argv[1:]:
        if old != new:
            print("README.md is not what scripts/readme.py writes: run `make docs`", file=sys.stderr)
        return int(old != new)
    readme.write_text(new, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
