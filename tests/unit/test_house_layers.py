"""Imports go data <- models <- training | serving, and serving stays light. Planted violations are caught."""

from __future__ import annotations

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repo import PACKAGES, ROOT, tracked_python


def lint(folder: Path) -> subprocess.CompletedProcess[str]:
    """import-linter over the packages in `folder`, with our contracts."""
    program = str(Path(sys.executable).parent / "lint-imports")
    return subprocess.run([program, "--no-cache"],
                          cwd=folder, capture_output=True, text=True, timeout=120)  # fmt: skip


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The packages and their contracts, free to be spoilt."""
    for path in (*tracked_python(*PACKAGES), Path("pyproject.toml")):
        (tmp_path / path.parent).mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, tmp_path / path)
    return tmp_path


def test_our_imports_keep_every_contract() -> None:
    done = lint(ROOT)
    assert done.returncode == 0, done.stdout


@pytest.mark.parametrize(
    ("module", "line"),
    [
        ("data/planted.py", "from models.config import ReaderConfig"),
        ("models/planted.py", "import training.config"),
        ("serving/planted.py", "from training.config import load"),
        ("training/planted.py", "from serving.settings import Settings"),
        ("data/planted.py", "import torch"),
        ("data/planted.py", "def later():\n    import transformers"),
        ("models/planted.py", "import mlflow"),
        ("serving/planted.py", "import torch"),
        ("serving/planted.py", "from models.network import OrderTagger"),
    ],
)
def test_a_forbidden_import_is_caught(copy: Path, module: str, line: str) -> None:
    (copy / module).write_text(f'"""Planted."""\n{line}\n', encoding="utf-8")
    done = lint(copy)
    assert done.returncode == 1, done.stdout
    assert "BROKEN" in done.stdout
    assert "planted" in done.stdout


def test_what_serves_imports_without_the_full_set() -> None:
    """In a process in which the packages of the full set cannot be imported, as in the light one."""
    code = """
import importlib, sys
heavy = {"torch", "transformers", "accelerate", "datasets", "mlflow", "dvc", "layoutparser", "reportlab", "sklearn",
         "matplotlib", "pdfplumber", "onnx", "pandas", "scipy"}
class Refuse:
    def find_spec(self, name, path=None, target=None):
        if name.split(".")[0] in heavy:
            raise ModuleNotFoundError(f"No module named {name!r} in the light set", name=name)
sys.meta_path.insert(0, Refuse())
for module in sys.argv[1:]:
    importlib.import_module(module)
"""
    modules = [".".join(p.with_suffix("").parts) for p in tracked_python("serving") if p.name != "__init__.py"]
    done = subprocess.run([sys.executable, "-c", code, *modules, "models.extractor", "data.readers"],
                          cwd=ROOT, capture_output=True, text=True, timeout=120)  # fmt: skip
    assert done.returncode == 0, done.stderr
