"""No pickles: class paths in an artefact break when code moves, and loading one runs whatever it says."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repo import ROOT, pyproject, tracked, tracked_python

PICKLED_FILES = {".pkl", ".pickle", ".pt", ".pth", ".ckpt", ".joblib", ".dill", ".bin", ".npy"}
PICKLING_MODULES = {"pickle", "cPickle", "_pickle", "cloudpickle", "dill", "joblib", "shelve", "marshal"}


def offences(text: str) -> list[str]:
    """Everything in a Python text that writes or reads pickles, as `line: what`."""
    out = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            out += [f"{node.lineno}: {a.name}" for a in node.names if a.name.split(".")[0] in PICKLING_MODULES]
        elif isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in PICKLING_MODULES:
            out.append(f"{node.lineno}: {node.module}")
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            if (node.value.id, node.attr) in {("torch", "save"), ("torch", "load")}:
                out.append(f"{node.lineno}: torch.{node.attr}")
        elif isinstance(node, ast.keyword) and node.arg in ("allow_pickle", "safe_serialization"):
            wanted = node.arg == "safe_serialization"
            if not (isinstance(node.value, ast.Constant) and node.value.value is wanted):
                out.append(f"{node.value.lineno}: {node.arg}")
    return out


def test_no_tracked_file_is_a_pickle() -> None:
    assert [p for p in tracked() if p.suffix.lower() in PICKLED_FILES] == []
    protocols = tuple(bytes((0x80, version)) for version in (2, 3, 4, 5))
    assert [p for p in tracked() if (ROOT / p).read_bytes().startswith(protocols)] == []


def test_no_code_writes_or_reads_pickles() -> None:
    files = [p for p in tracked_python() if p.name != Path(__file__).name]
    assert {str(p): o for p in files if (o := offences((ROOT / p).read_text(encoding="utf-8")))} == {}


@pytest.mark.parametrize(
    "text",
    ["import pickle", "from cloudpickle import dumps", "import joblib as j", "torch.save(x, 'a')",
     "y = torch.load('a')", "np.load('a', allow_pickle=True)", "model.save_pretrained('a', safe_serialization=False)"],
)  # fmt: skip
def test_pickling_code_is_found(text: str) -> None:
    assert len(offences(text)) == 1


def test_code_without_pickles_is_left_alone() -> None:
    assert offences("import json\nnp.load('a', allow_pickle=False)\nsave_file(tensors, 'a')") == []


def test_ruff_reports_pickle_loads(tmp_path: Path) -> None:
    assert "S" in pyproject()["tool"]["ruff"]["lint"]["select"]
    bad = tmp_path / "bad.py"
    bad.write_text('"""Bad."""\n\nimport pickle\n\npickle.loads(b"")\n', encoding="utf-8")
    done = subprocess.run([sys.executable, "-m", "ruff", "check", "--no-cache", "--config", "pyproject.toml", str(bad)],
                          cwd=ROOT, capture_output=True, text=True, timeout=60)  # fmt: skip
    assert "S301" in done.stdout, done.stdout + done.stderr
