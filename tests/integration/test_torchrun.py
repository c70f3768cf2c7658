"""The same training in several processes: they share the documents, and one of them keeps the books."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.full
ROOT = Path(__file__).resolve().parents[2]
RUN = """
from training.config import TrainParams
from training.train import train
train(TrainParams(documents=60, batch_words=1200, workers=0, warmup=20, report_every=30, checkpoint_every=60,
                  evaluate_documents=2, out="out", results="results", mlflow=False, mixed_precision="no",
                  network={"width": 64, "layers": 2, "heads": 2}), fresh=True)
"""


def test_two_processes_train_one_model(tmp_path: Path) -> None:
    (tmp_path / "run.py").write_text(RUN, encoding="utf-8")
    command = [sys.executable, "-m", "torch.distributed.run", "--standalone", "--nproc-per-node", "2", "run.py"]
    environment = os.environ | {"PYTHONPATH": str(ROOT), "OMP_NUM_THREADS": "1"}
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, done.stderr[-2000:]
    lines = [json.loads(line) for line in (tmp_path / "results/curves.jsonl").read_text(encoding="utf-8").splitlines()]
    assert done.stdout.count("word F1") == len(lines)  # one process reports
    assert lines[-1]["seen"] >= 60
    assert (tmp_path / "out/model.safetensors").is_file()
    state = json.loads((tmp_path / "out/checkpoint/state.json").read_text(encoding="utf-8"))
    assert state["seen"] == lines[-1]["seen"]
