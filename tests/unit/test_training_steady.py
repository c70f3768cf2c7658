"""Averages kept while the rate stands, and what is made of them at the end."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch
from safetensors.torch import load_file

from training import steady
from training.config import TrainParams
from training.train import train

pytestmark = pytest.mark.full
RUN = TrainParams(
    documents=260, batch_words=2500, workers=0, warmup=10, report_every=1000, checkpoint_every=20, evaluate_documents=1,
    mixed_precision="no", mlflow=False, decay_share=0.2, steady_share=0.4, keep_every=20,
    network={"width": 16, "layers": 1, "heads": 2, "trigram_buckets": 512},
)  # fmt: skip


def test_the_share_is_of_the_mean_of_what_was_kept(tmp_path: Path) -> None:
    for seen, value in ((10, 1.0), (60, 2.0), (90, 4.0)):
        steady.keep(tmp_path, {"w": torch.full((2,), value), "n": torch.tensor(seen)}, seen)
    last = {"w": torch.full((2,), 10.0), "n": torch.tensor(120)}
    made = steady.blend(last, steady.kept(tmp_path, 60), 0.25)
    assert made["w"].tolist() == [0.75 * 10 + 0.25 * 3] * 2
    assert int(made["n"]) == 120
    assert steady.blend(last, [], 0.25) is last
    assert steady.blend(last, steady.kept(tmp_path), 0.0) is last
    steady.forget(tmp_path)
    assert steady.kept(tmp_path) == []


def test_a_run_keeps_only_while_the_rate_stands_and_exports_the_blend(tmp_path: Path) -> None:
    train(replace(RUN, out=str(tmp_path / "out"), results=str(tmp_path / "results")))
    kept = steady.kept(tmp_path / "out")
    assert kept
    assert all(RUN.warmup < int(path.stem) <= RUN.documents * 0.8 for path in kept)
    average = load_file(tmp_path / "out" / "checkpoint" / "average.safetensors")
    expected = steady.blend(average, steady.kept(tmp_path / "out", RUN.documents / 2), 0.4)
    exported = load_file(tmp_path / "out" / "model.safetensors")
    assert all(torch.allclose(exported[name], expected[name]) for name in exported)
    assert not all(torch.allclose(exported[name], average[name]) for name in exported)


def test_a_fresh_run_forgets_what_an_earlier_one_kept(tmp_path: Path) -> None:
    params = replace(RUN, documents=40, out=str(tmp_path / "out"), results=str(tmp_path / "results"))
    steady.keep(tmp_path / "out", {"w": torch.zeros(1)}, 33)
    train(params, fresh=True)
    assert 33 not in [int(path.stem) for path in steady.kept(tmp_path / "out")]
