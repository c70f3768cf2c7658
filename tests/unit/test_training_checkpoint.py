"""Checkpoints: a kill at any moment leaves a whole one, and a run taken up again ends as an unbroken one."""

from __future__ import annotations

import os
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import torch
from safetensors.torch import load_file
from torch import Tensor, nn

from training import checkpoint
from training.config import TrainParams
from training.train import train

pytestmark = pytest.mark.full
TINY = TrainParams(
    documents=130, batch_words=2500, workers=0, warmup=20, report_every=1000, checkpoint_every=20, evaluate_documents=1,
    mixed_precision="no", mlflow=False, network={"width": 16, "layers": 1, "heads": 2, "trigram_buckets": 512},
)  # fmt: skip


class Learner:
    """A small network with its optimiser and average."""

    def __init__(self, steps: int, seed: int = 1) -> None:
        torch.manual_seed(seed)
        self.model = nn.Sequential(nn.Linear(3, 4), nn.Linear(4, 1))
        self.optimizer = torch.optim.AdamW(self.model.parameters(), lr=0.1)
        self.average = {k: v.detach().clone() for k, v in self.model.state_dict().items()}
        for _ in range(steps):
            self.step()

    def step(self) -> None:
        self.optimizer.zero_grad()
        self.model(torch.ones(2, 3)).sum().backward()
        self.optimizer.step()

    def save(self, folder: Path, **state: Any) -> None:
        checkpoint.save(folder, self.model, self.average, self.optimizer, state)

    def load(self, folder: Path) -> dict[str, Any]:
        checkpoint.heal(folder)
        return checkpoint.load(folder, self.model, self.average, self.optimizer)

    def weights(self) -> list[Tensor]:
        return [p.detach().clone() for p in self.model.parameters()]


def equal(one: Learner, other: Learner) -> bool:
    return all(torch.equal(a, b) for a, b in zip(one.weights(), other.weights(), strict=True))


def test_a_loaded_learner_takes_the_same_steps(tmp_path: Path) -> None:
    first, second = Learner(5), Learner(0, seed=2)
    first.save(tmp_path / "c", seen=17)
    assert second.load(tmp_path / "c") == {"seen": 17}
    assert equal(first, second)
    assert all(torch.equal(first.average[k], second.average[k]) for k in first.average)
    first.step()
    second.step()
    assert equal(first, second)


def test_no_file_of_it_is_a_pickle(tmp_path: Path) -> None:
    Learner(1).save(tmp_path / "c", seen=1)
    assert {p.suffix for p in (tmp_path / "c").iterdir()} == {".safetensors", ".json"}


class Killed(BaseException):
    pass


@pytest.mark.parametrize("moment", ["while writing", "before the old one is moved", "before the new one is in place"])
def test_a_kill_while_saving_leaves_a_whole_checkpoint(
    moment: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "c"
    old, new = Learner(1), Learner(4)
    old.save(folder, seen=1)
    real = os.replace
    renamed = 0

    def kill(source: Any, target: Any) -> None:
        nonlocal renamed
        if renamed == (0 if moment == "before the old one is moved" else 1):
            raise Killed
        renamed += 1
        real(source, target)

    def full(*_: Any, **__: Any) -> None:
        raise Killed

    with monkeypatch.context() as patch:
        if moment == "while writing":
            patch.setattr(Path, "write_text", full)
        else:
            patch.setattr(os, "replace", kill)
        with pytest.raises(Killed):
            new.save(folder, seen=4)
    back = Learner(0)
    assert back.load(folder) == {"seen": 1}
    assert equal(back, old)
    new.save(folder, seen=4)  # what the kill left does not stand in the way
    assert back.load(folder) == {"seen": 4}
    assert equal(back, new)
    assert [p.name for p in tmp_path.iterdir()] == ["c"]


def weights(folder: Path) -> dict[str, Tensor]:
    found: dict[str, Tensor] = load_file(folder / "model.safetensors")
    return found


@pytest.fixture(scope="module")
def unbroken(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unbroken")
    train(replace(TINY, out=str(folder / "out"), results=str(folder / "results")))
    return folder


def test_a_run_taken_up_again_ends_with_the_weights_of_an_unbroken_one(unbroken: Path, tmp_path: Path) -> None:
    """Killed some time after its first checkpoint: what came after it is done again."""
    params = replace(TINY, out=str(tmp_path / "out"), results=str(tmp_path / "results"))
    kept = tmp_path / "first"
    real = checkpoint.save

    def stop(folder: Path, *arguments: Any) -> None:
        real(folder, *arguments)
        if kept.exists():
            raise Killed
        shutil.copytree(folder, kept)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(checkpoint, "save", stop)
        with pytest.raises(Killed):
            train(params)
    shutil.rmtree(tmp_path / "out/checkpoint")
    shutil.copytree(kept, tmp_path / "out/checkpoint")  # the second checkpoint was never written
    report = train(params)
    assert report["seen"] >= TINY.documents
    ours, theirs = weights(tmp_path / "out"), weights(unbroken / "out")
    assert ours.keys() == theirs.keys()
    assert {name for name in ours if not torch.equal(ours[name], theirs[name])} == set()


def test_a_finished_run_is_not_run_again(unbroken: Path) -> None:
    before = weights(unbroken / "out")
    curves = (unbroken / "results/curves.jsonl").read_text(encoding="utf-8")
    train(replace(TINY, out=str(unbroken / "out"), results=str(unbroken / "results")))
    assert all(torch.equal(before[k], v) for k, v in weights(unbroken / "out").items())
    assert (unbroken / "results/curves.jsonl").read_text(encoding="utf-8") == curves


def test_one_process_trains_twice_with_different_precision(unbroken: Path, tmp_path: Path) -> None:
    """As a notebook does; accelerate alone refuses the second run."""
    params = replace(TINY, documents=20, mixed_precision="bf16", out=str(tmp_path / "out"), results=str(tmp_path / "r"))
    train(params)
    assert weights(tmp_path / "out").keys() == weights(unbroken / "out").keys()
