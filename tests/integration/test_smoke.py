"""The whole training pipeline, once, on few documents: every stage runs, and what it leaves can be served."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from data.fields import DOCUMENT_TYPES
from models.extractor import Extractor
from scripts.smoke import environment
from tests.repo import ROOT

pytestmark = pytest.mark.full

LIMIT = 180
"""Seconds the run may take where it has two cores for itself."""


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder after a smoke run, and what the run printed."""
    folder = tmp_path_factory.mktemp("smoke") / "run"
    done = subprocess.run([sys.executable, str(ROOT / "scripts/smoke.py"), str(folder)], cwd=ROOT, text=True,
                          stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=900)  # fmt: skip
    assert done.returncode == 0, done.stdout[-4000:]
    return folder, done.stdout


def test_every_stage_leaves_its_metrics(run: tuple[Path, str]) -> None:
    folder, _ = run
    for stage in ("train", "export", "calibrate", "evaluate"):
        metrics = json.loads((folder / "results" / stage / "metrics.json").read_text(encoding="utf-8"))
        assert metrics, stage


def test_it_learns_something(run: tuple[Path, str]) -> None:
    """The loss falls from the first report to the last; more than that cannot be asked of so few documents."""
    folder, _ = run
    lines = (folder / "results/train/curves.jsonl").read_text(encoding="utf-8").splitlines()
    losses = [json.loads(line)["loss"] for line in lines]
    assert len(losses) >= 2
    assert losses[-1] < losses[0]


def test_the_result_can_be_served(run: tuple[Path, str]) -> None:
    folder, _ = run
    extractor = Extractor.load(str(folder / "models/trained/export"))
    assert extractor.version
    program = Path(sys.executable).parent / "ordermill"
    sample = sorted((ROOT / "data/samples").glob("*.pdf"))[0]
    command = [str(program), "extract", "--json", "--model", str(extractor.folder), str(sample)]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    result = json.loads(done.stdout)
    assert result["status"] in ("ok", "partial")
    assert result["document_type"]["value"] in DOCUMENT_TYPES


def test_a_second_run_has_nothing_to_do(run: tuple[Path, str]) -> None:
    folder, _ = run
    done = subprocess.run([sys.executable, "-m", "dvc", "repro"], cwd=folder, env=environment(), text=True,
                          capture_output=True, timeout=120)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "up to date" in done.stdout
    assert "Running stage" not in done.stdout


def test_code_is_untouched_by_the_run(run: tuple[Path, str]) -> None:
    """DVC removes outs before it runs a stage; no out may be code."""
    folder, _ = run
    assert (folder / "models/config.py").read_bytes() == (ROOT / "models/config.py").read_bytes()
    assert (folder / "training/train.py").is_file()


@pytest.mark.skipif(not os.environ.get("CI"), reason="a time limit means something only on a machine of its own")
def test_it_takes_under_three_minutes(run: tuple[Path, str]) -> None:
    _, printed = run
    seconds = int(printed.rsplit("smoke run: ", 1)[1].split()[0])
    assert seconds < LIMIT
