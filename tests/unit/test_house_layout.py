"""Guard rails on files: where they lie, how long they are, what they are called."""

from __future__ import annotations

import ast
from collections import Counter
from pathlib import Path

import pytest

from scripts.check_lines import LIMIT, python_files, too_long
from tests.repo import PACKAGES, ROOT, tracked, tracked_python

KINDS_OF_TEST = ("unit", "integration", "golden")
# A folder named like a package on an import path would hide the package.
FORBIDDEN_TEST_FOLDERS = {f"tests/{name}" for name in PACKAGES}


def test_tests_have_no_folder_named_like_a_package() -> None:
    assert not FORBIDDEN_TEST_FOLDERS & {parent.as_posix() for path in tracked() for parent in path.parents}
    assert not [name for name in FORBIDDEN_TEST_FOLDERS if (ROOT / name).exists()]


def test_test_files_have_names_of_their_own() -> None:
    names = Counter(path.name for path in tracked_python("tests") if path.name != "__init__.py")
    assert [name for name, count in names.items() if count > 1] == []


def test_tests_lie_in_unit_integration_or_golden() -> None:
    misplaced = [p for p in tracked_python("tests") if p.name.startswith("test_") and p.parts[1] not in KINDS_OF_TEST]
    assert misplaced == []


def test_no_file_is_longer_than_the_limit() -> None:
    assert too_long(python_files()) == []


def test_a_file_over_the_limit_is_found(tmp_path: Path) -> None:
    short, long = tmp_path / "short.py", tmp_path / "long.py"
    short.write_text("x = 1\n" * LIMIT)
    long.write_text("x = 1\n" * (LIMIT + 1))
    assert too_long([short, long]) == [(LIMIT + 1, long)]


def parsed(path: Path) -> ast.Module:
    return ast.parse((ROOT / path).read_text(encoding="utf-8"))


def test_every_module_says_what_it_is_for() -> None:
    assert [str(p) for p in tracked_python() if parsed(p).body and not ast.get_docstring(parsed(p))] == []


def blurred(tree: ast.Module) -> set[str]:
    """Package names imported whole (`import data`) or given to a module-level variable."""
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    targets = [t for node in tree.body if isinstance(node, ast.Assign) for t in node.targets]
    targets += [node.target for node in tree.body if isinstance(node, ast.AnnAssign)]
    return set(PACKAGES) & (imported | {t.id for t in targets if isinstance(t, ast.Name)})


def test_names_of_packages_mean_packages() -> None:
    assert {str(p): names for p in tracked_python(*PACKAGES) if (names := blurred(parsed(p)))} == {}


@pytest.mark.parametrize("text", ["import data", "import json, models", "data = 3", "models: int = 3"])
def test_a_blurred_name_is_found(text: str) -> None:
    assert blurred(ast.parse(text))


@pytest.mark.parametrize("package", PACKAGES)
def test_each_package_is_a_regular_one(package: str) -> None:
    """Without `__init__.py` any other folder of that name would win."""
    folders = {path.parent for path in tracked_python(package)}
    assert [f for f in sorted(folders) if not (ROOT / f / "__init__.py").is_file()] == []
