"""The two locks: exact, the light one a part of the full one and free of what serving must not need; reasons given."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

from tests.repo import PACKAGES, ROOT, pyproject, tracked_python

FORBIDDEN_IN_LIGHT = {
    "torch", "torchvision", "transformers", "accelerate", "datasets", "mlflow", "mlflow-skinny", "dvc",
    "layoutparser", "pandas", "pyarrow", "scikit-learn", "scipy", "matplotlib", "reportlab", "pytest", "triton",
}  # fmt: skip
FORBIDDEN_ANYWHERE = {"opencv-python", "opencv-contrib-python", "pymupdf", "opencv-contrib-python-headless"}
# Modules that may use the full set without being part of training or tests.
FULL_SET_MODULES = ("data/generate", "data/layout.py", "models/network.py", "training", "scripts", "tests")


def lock(name: str) -> dict[str, str]:
    """Package to version of one lock file."""
    lines = (ROOT / "requirements" / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    found = [re.fullmatch(r"([a-z0-9.-]+)==([0-9][\w.]*)(\s+#.*)?", line) for line in lines]
    assert all(found), [line for line, match in zip(lines, found, strict=True) if not match]
    return {match[1]: match[2] for match in found if match}


def direct(requirements: list[str]) -> set[str]:
    """Normalised names of a list of requirements."""
    return {re.split(r"[<>=!~\[; ]", r)[0].lower().replace("_", "-").replace(".", "-") for r in requirements}


def light_set() -> set[str]:
    return direct(pyproject()["project"]["dependencies"])


def full_extra() -> set[str]:
    return direct(pyproject()["project"]["optional-dependencies"]["full"])


def test_light_lock_is_a_strict_part_of_the_full_one() -> None:
    light, full = lock("light"), lock("full")
    assert {name: (v, full.get(name)) for name, v in light.items() if full.get(name) != v} == {}
    assert len(light) < len(full)


def test_locks_hold_every_direct_dependency() -> None:
    assert light_set() - lock("light").keys() == set()
    assert (light_set() | full_extra()) - lock("full").keys() == set()


def test_light_lock_has_no_training_package() -> None:
    light = lock("light").keys()
    assert light & FORBIDDEN_IN_LIGHT == set()
    assert [n for n in light if n.startswith(("nvidia-cu", "nvidia-nccl", "cuda-"))] == []


def test_no_lock_has_a_package_that_must_not_come_in() -> None:
    assert (lock("light").keys() | lock("full").keys()) & FORBIDDEN_ANYWHERE == set()


def test_locks_hold_what_is_installed_here() -> None:
    """Otherwise the tests pass with other versions than those that users get."""
    done = subprocess.run([sys.executable, "-m", "pip", "list", "--format", "freeze", "--disable-pip-version-check"],
                          capture_output=True, text=True, timeout=120, check=True)  # fmt: skip
    rows = (line.split("==") for line in done.stdout.splitlines() if "==" in line)
    installed = {name.lower().replace("_", "-").replace(".", "-"): v.split("+")[0] for name, v in rows}
    other = {name: (v, installed.get(name)) for name, v in lock("full").items() if installed.get(name) != v}
    assert other == {}


def test_every_direct_dependency_has_its_line_of_reason() -> None:
    page = (ROOT / "docs/dependencies.md").read_text(encoding="utf-8")
    light, full = page.split("## Full set")
    reasons = {part: dict(re.findall(r"^\| ([a-z0-9-]+) \| (.{8,}?) \| .+ \|$", part, re.M)) for part in (light, full)}
    for part in reasons.values():
        part.pop("package", None)
    assert reasons[light].keys() == light_set()
    assert reasons[full].keys() == full_extra()


def imported(path: Path) -> set[str]:
    """Top-level names of third-party modules that a file imports, in functions too, but not for type checkers only."""
    tree = ast.parse((ROOT / path).read_text(encoding="utf-8"))
    tree.body = [n for n in tree.body if not (isinstance(n, ast.If) and "TYPE_CHECKING" in ast.unparse(n.test))]
    names = {a.name.split(".")[0] for node in ast.walk(tree) if isinstance(node, ast.Import) for a in node.names}
    names |= {(n.module or "").split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom) and not n.level}
    return names - sys.stdlib_module_names - {*PACKAGES, "scripts", "tests", ""}


@pytest.mark.parametrize("part", ["light", "full"])
def test_every_import_is_a_direct_dependency(part: str) -> None:
    """What another package happens to bring may be gone with its next version."""
    providers = packages_distributions()
    allowed = light_set() if part == "light" else light_set() | full_extra()
    undeclared: dict[str, set[str]] = {}
    for path in tracked_python():
        in_full = path.as_posix().startswith(FULL_SET_MODULES)
        if in_full == (part == "full"):
            names = {n for n in imported(path) if not direct(providers.get(n, [n])) & allowed}
            undeclared |= {str(path): names} if names else {}
    assert undeclared == {}
