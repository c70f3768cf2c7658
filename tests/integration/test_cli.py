"""The command line as others see it: a process with two outputs and an exit status."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.repo import ROOT
from tests.standin import ORDER, pdf


def ordermill(*arguments: str | Path, module: str = "tests.standin") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", module, *map(str, arguments)]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False)


def results(done: subprocess.CompletedProcess[str]) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "b.pdf").write_bytes(pdf(*ORDER))
    (tmp_path / "a.PDF").write_bytes(pdf("Order A-1"))
    (tmp_path / "sub").mkdir()
    (tmp_path / "sub" / "c.pdf").write_bytes(pdf("Order C-3"))
    (tmp_path / "readme.txt").write_text("no document")
    (tmp_path / ".hidden.pdf").write_bytes(pdf("Order H-0"))
    return tmp_path


def test_one_json_object_a_line_in_the_order_given(folder: Path) -> None:
    done = ordermill("extract", folder / "sub" / "c.pdf", folder / "a.PDF", "--json")
    assert done.returncode == 0
    assert [r["fields"]["order_number"]["value"] for r in results(done)] == ["C-3", "A-1"]


@pytest.mark.parametrize("jobs", ["1", "4"])
def test_a_folder_is_all_its_documents(folder: Path, jobs: str) -> None:
    done = ordermill("extract", folder, "--json", "--jobs", jobs)
    assert done.returncode == 0
    assert [r["file"] for r in results(done)] == ["a.PDF", "b.pdf", "c.pdf"]


def test_a_bad_file_has_its_line_and_costs_the_status(folder: Path) -> None:
    (folder / "bad.pdf").write_bytes(b"%PDF-1.4 cut")
    done = ordermill("extract", folder / "bad.pdf", folder / "gone.pdf", folder / "b.pdf", "--json")
    assert done.returncode == 1
    assert [(r["status"], r["error"] and r["error"]["code"]) for r in results(done)] == [
        ("failed", "damaged"),
        ("failed", "not_found"),
        ("ok", None),
    ]


def test_a_file_named_directly_is_read_whatever_it_is_called(folder: Path) -> None:
    odd = folder / "order.bin"
    odd.write_bytes(pdf(*ORDER))
    assert results(ordermill("extract", odd, "--json"))[0]["status"] == "ok"


def test_without_json_a_person_can_read_it(folder: Path) -> None:
    (folder / "bad.pdf").write_bytes(b"")
    done = ordermill("extract", folder / "b.pdf", folder / "bad.pdf")
    assert done.returncode == 1
    for shown in ("b.pdf", "PO/2026/118", "99 %", "sure", "A-17", "✓ 1 check passed", "✗ line 2: 3 x 1 is 3", "empty"):
        assert shown in done.stdout, shown
    assert "not calibrated" in done.stdout  # of the whole order: the stand-in gives none
    assert "\x1b[" not in done.stdout  # no colours into a pipe


def test_standard_output_belongs_to_the_results(tmp_path: Path) -> None:
    """Whatever a library prints while it reads, from Python or from C, does not come between the lines."""
    noisy = tmp_path / "noisy.py"
    noisy.write_text(
        "import os\nfrom tests.standin import StandIn, in_process\nfrom serving.cli import main\n"
        "from serving.pipeline import Pipeline\n"
        "class Noisy(StandIn):\n"
        "    def extract(self, document):\n"
        "        print('a word from Python')\n        os.write(1, b'a word from C\\n')\n"
        "        return super().extract(document)\n"
        "main(load=lambda model, jobs: Pipeline(Noisy(), in_process))\n"
    )
    (tmp_path / "a.pdf").write_bytes(pdf(*ORDER))
    command = [sys.executable, str(noisy), "extract", str(tmp_path / "a.pdf"), "--json"]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, env={"PYTHONPATH": str(ROOT)}, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert len(results(done)) == 1
    assert "a word from Python" in done.stderr
    assert "a word from C" in done.stderr


@pytest.mark.parametrize(
    "arguments", [["extract"], ["extract", "--jsn", "x"], ["nonsense"], ["extract", "x", "--jobs", "0"]]
)
def test_wrong_usage_is_status_two(arguments: list[str]) -> None:
    done = ordermill(*arguments)
    assert done.returncode == 2
    assert done.stdout == ""


def test_a_folder_without_documents_is_wrong_usage(tmp_path: Path) -> None:
    done = ordermill("extract", tmp_path, "--json")
    assert (done.returncode, done.stdout) == (2, "")
    assert str(tmp_path) in done.stderr


def test_a_model_that_is_not_there_is_said_plainly(folder: Path) -> None:
    done = ordermill("extract", folder / "b.pdf", "--model", str(folder / "nothing"), "--json", module="serving.cli")
    assert (done.returncode, done.stdout) == (1, "")
    assert "nothing" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_reader_that_closes_early_leaves_no_traceback(folder: Path) -> None:
    """As in `ordermill extract … | head -1`."""
    command = [sys.executable, "-m", "tests.standin", "extract", *[str(folder)] * 20, "--json"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.readline()
        process.stdout.close()
        complaint = process.stderr.read()
    assert b"Traceback" not in complaint
    assert b"BrokenPipe" not in complaint


def test_a_wrong_setting_is_named() -> None:
    command = [sys.executable, "-m", "serving.cli", "version"]
    done = subprocess.run(
        command, capture_output=True, text=True, cwd=ROOT, timeout=120, check=False,
        env={"PYTHONPATH": str(ROOT), "ORDERMILL_PORT": "http"},
    )  # fmt: skip
    assert done.returncode == 2
    assert "ORDERMILL_PORT" in done.stderr
    assert "Traceback" not in done.stderr
