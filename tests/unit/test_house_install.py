"""scripts/install.sh: says what is missing, does nothing twice, repairs what was interrupted.

Runs the real script in a folder of its own; the interpreter it builds on is a stand-in that notes what pip is asked.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.repo import ROOT

STAND_IN = """#!/bin/bash
# Stands in for python3.11: knows venv, pip install, pip check; notes every call beside the project.
echo "$*" >> "$CALLS"
here=$(cd "$(dirname "$0")/.." && pwd)
case "$*" in
    *"import venv, ensurepip"*) [ -z "${NO_ENSUREPIP:-}" ] ;;
    *"%d.%d"*) echo 3.11 ;;
    "-m venv "*) mkdir -p "$3/bin" "$3/lib/python3.11/site-packages/pip-1.dist-info"
        touch "$3/lib/python3.11/site-packages/pip-1.dist-info/RECORD"
        cp "$0" "$3/bin/python"; echo "#!$PWD/$3/bin/python" > "$3/bin/pip" ;;
    *"pip install"*"-e ."*) touch "$here/bin/ordermill"; chmod +x "$here/bin/ordermill" ;;
    *"pip install"*) [ -z "${OFFLINE:-}" ] || { echo "ERROR: no matching distribution"; exit 1; }
        mkdir -p "$here/lib/python3.11/site-packages/rich-15.dist-info"
        touch "$here/lib/python3.11/site-packages/rich-15.dist-info/RECORD" ;;
    *"pip check"*) echo "${COMPLAINT:-No broken requirements found.}" ;;
esac
"""


class Project:
    """A folder with the script, a lock of one package, and a stand-in interpreter."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.python = folder / "python3.11"
        self.python.write_text(STAND_IN, encoding="utf-8")
        self.python.chmod(0o755)
        for name in ("scripts", "requirements"):
            (folder / name).mkdir()
        shutil.copy2(ROOT / "scripts/install.sh", folder / "scripts/install.sh")
        (folder / "requirements/light.txt").write_text("rich==15\n", encoding="utf-8")
        (folder / "pyproject.toml").write_text("", encoding="utf-8")

    def install(self, which: str = "light", **environment: str) -> subprocess.CompletedProcess[str]:
        settings = {"PYTHON": str(self.python), "CALLS": str(self.folder / "calls"), **environment}
        (self.folder / "calls").write_text("", encoding="utf-8")
        return subprocess.run(["bash", "scripts/install.sh", which, ".venv"], cwd=self.folder, text=True,
                              env={"PATH": os.environ["PATH"]} | settings, capture_output=True, timeout=60)  # fmt: skip

    @property
    def pip_calls(self) -> int:
        """How often the last call of `install` ran `pip install`."""
        return (self.folder / "calls").read_text(encoding="utf-8").count("pip install")


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return Project(tmp_path)


def test_first_call_makes_the_environment_and_the_second_does_nothing(project: Project) -> None:
    first = project.install()
    assert first.returncode == 0, first.stderr
    assert ".venv is ready" in first.stderr
    assert project.pip_calls == 2  # the lock, then the project itself
    second = project.install()
    assert (second.returncode, second.stderr, project.pip_calls) == (0, "", 0)


def test_a_changed_lock_is_installed(project: Project) -> None:
    project.install()
    (project.folder / "requirements/light.txt").write_text("rich==16\n", encoding="utf-8")
    assert project.install().returncode == 0
    assert project.pip_calls == 2


def test_a_removed_package_is_noticed(project: Project) -> None:
    project.install()
    shutil.rmtree(project.folder / ".venv/lib/python3.11/site-packages/rich-15.dist-info")
    assert project.install().returncode == 0
    assert project.pip_calls == 2


def test_a_failed_installation_says_so_and_the_next_call_goes_on(project: Project) -> None:
    failed = project.install(OFFLINE="1")
    assert failed.returncode == 1
    assert "no matching distribution" in failed.stderr
    assert "Run the same command again" in failed.stderr
    again = project.install()
    assert again.returncode == 0, again.stderr
    assert "Making" not in again.stderr  # what was there is kept


def test_a_package_that_was_half_installed_is_installed_again(project: Project) -> None:
    project.install(COMPLAINT="stopped here")
    half = project.folder / ".venv/lib/python3.11/site-packages/numpy-2.dist-info"
    half.mkdir()
    assert project.install().returncode == 0
    assert not half.exists()  # so pip, which would have believed it, installs numpy again


def test_a_broken_environment_is_made_anew(project: Project) -> None:
    project.install()
    (project.folder / ".venv/bin/python").write_text("#!/nowhere/python\n", encoding="utf-8")
    again = project.install()
    assert again.returncode == 0, again.stderr
    assert "Making .venv" in again.stderr


def test_an_environment_that_was_moved_is_made_anew(project: Project, tmp_path_factory: pytest.TempPathFactory) -> None:
    project.install()
    moved = tmp_path_factory.mktemp("moved") / "project"
    shutil.move(project.folder, moved)
    project.folder, project.python = moved, moved / "python3.11"
    assert "Making .venv" in project.install().stderr


def test_missing_python_names_the_packages_to_install(project: Project) -> None:
    done = project.install(PYTHON="python3.11-that-is-not-there")
    assert done.returncode == 1
    assert "sudo apt install python3.11 python3.11-venv" in done.stderr
    assert not (project.folder / ".venv").exists()


def test_missing_venv_module_names_its_package(project: Project) -> None:
    done = project.install(NO_ENSUREPIP="1")
    assert done.returncode == 1
    assert "sudo apt install python3.11-venv" in done.stderr
    assert not (project.folder / ".venv").exists()


def test_packages_that_do_not_fit_are_an_error(project: Project) -> None:
    done = project.install(COMPLAINT="rich 15 requires typing-extensions, which is not installed.")
    assert done.returncode == 1
    assert "rich 15 requires typing-extensions" in done.stderr
    assert not (project.folder / ".venv/.ordermill-installed").exists()


def test_the_one_expected_complaint_is_accepted(project: Project) -> None:
    complaint = "layoutparser 0.3.4 requires opencv-python, which is not installed."
    assert project.install(COMPLAINT=complaint).returncode == 0


def test_unknown_set_is_named(project: Project) -> None:
    done = project.install("huge")
    assert done.returncode == 1
    assert "no set 'huge'" in done.stderr
