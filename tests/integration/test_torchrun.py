"""The same training in several processes: they share the documents, and one of them keeps the books."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.repo import ROOT

pytestmark = pytest.mark.full
RUN = """
import os
from pathlib import Path

from training import stream
from training.config import TrainParams
from training.train import train

top, rank, documents = Path.cwd(), os.environ["RANK"], int(os.environ["DOCUMENTS"])
home = top / ("shared" if documents > 60 else f"rank{rank}")  # to see who writes, each has a folder of its own at first
home.mkdir(exist_ok=True)
os.chdir(home)
real = stream.document


def noted(number, *arguments, **options):
    with (top / f"numbers-{documents}-{rank}.txt").open("a") as handle:
        handle.write(f"{number}\\n")
    return real(number, *arguments, **options)


stream.document = noted
train(TrainParams(documents=documents, batch_words=2000, workers=0, warmup=20, report_every=30, checkpoint_every=60,
                  evaluate_documents=2, out="out", results="results", mlflow=False, mixed_precision="no",
                  network={"width": 32, "layers": 1, "heads": 2}))
"""


def launch(folder: Path, documents: int) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "run.py"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1", "DOCUMENTS": str(documents)}
    # `timeout` ends the processes that torchrun started too, where subprocess would leave them waiting for each other
    return subprocess.run(["timeout", "120", *command], cwd=folder, env=environment, capture_output=True, text=True)


def numbers(folder: Path, documents: int) -> list[set[int]]:
    """Numbers of the documents that each process generated."""
    texts = [(folder / f"numbers-{documents}-{rank}.txt").read_text(encoding="utf-8") for rank in (0, 1)]
    return [{int(line) for line in text.split()} for text in texts]


@pytest.fixture(scope="module")
def run(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, str]:
    """The folder after a run of two processes, and what they printed."""
    folder = tmp_path_factory.mktemp("torchrun")
    (folder / "run.py").write_text(RUN, encoding="utf-8")
    done = launch(folder, 60)
    assert done.returncode == 0, done.stderr[-3000:]
    return folder, done.stdout


def test_both_stop_at_the_same_step_and_one_reports(run: tuple[Path, str]) -> None:
    """They hold documents of different length; without agreement one would wait for the other for ever."""
    folder, printed = run
    curves = (folder / "rank0/results/curves.jsonl").read_text(encoding="utf-8").splitlines()
    assert printed.count("word F1") == len(curves)
    assert json.loads(curves[-1])["seen"] >= 60
    state = json.loads((folder / "rank0/out/checkpoint/state.json").read_text(encoding="utf-8"))
    assert state["seen"] == json.loads(curves[-1])["seen"]


def test_they_see_different_documents_and_leave_none_out(run: tuple[Path, str]) -> None:
    first, second = numbers(run[0], 60)
    assert min(len(first), len(second)) >= 20
    assert first & second == set()
    start = min(first | second)
    shared = range(start, min(max(first), max(second)) + 1)
    assert set(shared) <= first | second


def test_only_the_first_one_writes(run: tuple[Path, str]) -> None:
    folder, _ = run
    assert list((folder / "rank1").rglob("*")) == []
    assert {p.name for p in (folder / "rank0/out").iterdir()} >= {"model.safetensors", "reader.json", "checkpoint"}


def test_both_take_the_run_up_again(run: tuple[Path, str]) -> None:
    folder, _ = run
    (folder / "rank0").rename(folder / "shared")
    done = launch(folder, 100)
    (folder / "shared").rename(folder / "rank0")
    assert done.returncode == 0, done.stderr[-3000:]
    curves = [json.loads(line) for line in (folder / "rank0/results/curves.jsonl").read_text("utf-8").splitlines()]
    assert [line["seen"] for line in curves] == sorted(line["seen"] for line in curves)
    assert curves[-1]["seen"] >= 100
    again = set.union(*numbers(folder, 100))
    assert min(again) > min(set.union(*numbers(folder, 60)))
