"""What may leave the repository: the wheel and the Bento hold code, samples and the shipped model, nothing else."""

from __future__ import annotations

import importlib.metadata
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from tests.repo import ODOO_ADDON, PACKAGES, ROOT, present, tracked

# Never to be seen again: planted where other people's documents, trained weights and leftovers lie.
SECRETS = (
    "data/raw/customer.pdf", "data/processed/customer.json", "data/generate/customer.pdf", "data/customer.pdf",
    "models/trained/reader/model.safetensors", "serving/customer.pdf", "tests/unit/customer.pdf",
    "results/train/curves.jsonl", "notebooks/customer.ipynb", "var/outbox.sqlite", ".env",
)  # fmt: skip
WANTED = (
    "data/samples/planted.pdf", "data/samples/planted.json",
    "models/default/9.9.9/model.onnx", "models/default/9.9.9/README.md",
)  # fmt: skip


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of our files with secrets planted among them."""
    root = tmp_path_factory.mktemp("tree")
    for path in present():
        (root / path.parent).mkdir(parents=True, exist_ok=True)
        shutil.copy2(ROOT / path, root / path)
    for name in (*SECRETS, *WANTED):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(b"planted")
    return root


@pytest.fixture(scope="module")
def wheel(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> set[str]:
    """Names of the files in a wheel built from the tree."""
    out = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", "--quiet", "--no-deps", "--no-build-isolation", "--no-index",
               "--wheel-dir", str(out), str(tree)]  # fmt: skip
    done = subprocess.run(command, capture_output=True, text=True, timeout=300)
    assert done.returncode == 0, done.stderr
    with zipfile.ZipFile(next(out.glob("*.whl"))) as archive:
        return set(archive.namelist())


def test_wheel_holds_nothing_planted(wheel: set[str]) -> None:
    assert wheel & set(SECRETS) == set()
    assert [n for n in wheel if "/raw/" in n or "/processed/" in n or "/trained/" in n] == []
    assert [n for n in wheel if n.endswith(".pdf") and not n.startswith("data/samples/")] == []


def test_wheel_holds_the_four_packages_only(wheel: set[str]) -> None:
    tops = {name.split("/")[0] for name in wheel}
    assert {t for t in tops if not t.endswith(".dist-info")} == set(PACKAGES)


def test_wheel_holds_all_that_the_packages_need(wheel: set[str]) -> None:
    """A file that code opens and the allow-list forgot would be missed only after installation."""
    ours = [p for p in tracked() if p.parts[0] in PACKAGES and not p.is_relative_to(ODOO_ADDON)]
    needed = {p.as_posix() for p in ours if p.name != ".gitignore"}
    assert needed - wheel == set()
    assert set(WANTED) <= wheel


@pytest.fixture(scope="module")
def bento(tree: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source folder of a Bento built from the tree."""
    store = tmp_path_factory.mktemp("bentoml")
    out = subprocess.run([sys.executable, "-m", "bentoml", "build", "--output", "tag"], cwd=tree, text=True,
                         env=bento_environment(tree, str(store)), capture_output=True, timeout=300)  # fmt: skip
    assert out.returncode == 0, out.stdout + out.stderr
    return next((store / "bentos").glob("*/*/src"))


def bento_environment(folder: Path, store: str = "") -> dict[str, str]:
    own = {"BENTOML_DO_NOT_TRACK": "True", "ORT_DISABLE_TELEMETRY": "1", "PYTHONPATH": str(folder)}
    return {**os.environ, **own, **({"BENTOML_HOME": store} if store else {})}


def test_bento_holds_nothing_planted(bento: Path) -> None:
    held = {p.relative_to(bento).as_posix() for p in bento.rglob("*") if p.is_file()}
    assert held & set(SECRETS) == set()
    assert [n for n in held if n.startswith(("tests/", "training/", "notebooks/", "results/"))] == []
    assert [n for n in held if n.endswith(".pdf") and not n.startswith("data/samples/")] == []
    assert set(WANTED) <= held


def test_service_in_the_bento_runs_on_the_code_in_the_bento(bento: Path) -> None:
    code = "import serving.service, models.extractor as m; print(m.__file__); print(serving.service.__file__)"
    done = subprocess.run([sys.executable, "-c", code], cwd=bento, text=True, capture_output=True, timeout=120,
                          env=bento_environment(bento))  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert all(Path(line).is_relative_to(bento) for line in done.stdout.split())


def test_no_other_distribution_provides_our_top_level_names() -> None:
    """The price of plain names: where another package brings a `models`, one of the two is not importable."""
    providers = importlib.metadata.packages_distributions()
    others = {name: set(providers.get(name, ())) - {"ordermill"} for name in PACKAGES}
    assert {name: who for name, who in others.items() if who} == {}


def test_shipped_models_are_small() -> None:
    folders = {p.parent for p in tracked() if p.parts[:2] == ("models", "default") and len(p.parts) == 4}
    sizes = {str(f): sum(q.stat().st_size for q in (ROOT / f).iterdir()) for f in folders}
    assert {f: size for f, size in sizes.items() if size > 25_000_000} == {}
