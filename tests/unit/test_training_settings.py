"""Parameters of the stages and the learning rate they describe."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from data.errors import SetupError
from tests.repo import ROOT
from training.calibrate import CalibrateParams
from training.config import TrainParams, load
from training.evaluate import EvaluateParams
from training.export import ExportParams
from training.schedule import learning_rate
from training.stream import EVIDENCE

pytestmark = pytest.mark.full
STAGES: dict[str, type[Any]] = {
    "train": TrainParams, "export": ExportParams, "calibrate": CalibrateParams, "evaluate": EvaluateParams,
}  # fmt: skip


def written(folder: Path, text: str) -> Path:
    path = folder / "params.yaml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.mark.parametrize("profile", ["", "smoke"])
@pytest.mark.parametrize("stage", STAGES)
def test_every_section_of_ours_is_known(stage: str, profile: str) -> None:
    assert isinstance(load(STAGES[stage], stage, profile, ROOT / "params.yaml"), STAGES[stage])


def test_an_unknown_key_is_named_with_its_section_and_the_known_ones(tmp_path: Path) -> None:
    path = written(tmp_path, "train: {documents: 5, batchwords: 7, colour: red}\n")
    with pytest.raises(SetupError, match=r"section train has unknown keys \['batchwords', 'colour'\]") as caught:
        load(TrainParams, "train", path=path)
    assert "batch_words" in (caught.value.hint or "")


def test_a_profile_overrides_single_keys(tmp_path: Path) -> None:
    path = written(tmp_path, "train: {documents: 5, seed: 7}\nprofiles: {tiny: {train: {documents: 2}}}\n")
    assert load(TrainParams, "train", "tiny", path) == TrainParams(documents=2, seed=7)
    assert load(TrainParams, "train", "", path) == TrainParams(documents=5, seed=7)


def test_an_unknown_profile_and_its_unknown_key_are_named(tmp_path: Path) -> None:
    path = written(tmp_path, "train: {}\nprofiles: {tiny: {train: {speed: 2}}}\n")
    with pytest.raises(SetupError, match="no profile 'huge'") as caught:
        load(TrainParams, "train", "huge", path)
    assert "tiny" in (caught.value.hint or "")
    with pytest.raises(SetupError, match="speed"):
        load(TrainParams, "train", "tiny", path)


def test_a_missing_section_has_its_defaults_and_a_missing_file_is_said(tmp_path: Path) -> None:
    assert load(CalibrateParams, "calibrate", path=written(tmp_path, "train: {}\n")) == CalibrateParams()
    with pytest.raises(SetupError, match="missing"):
        load(TrainParams, "train", path=tmp_path / "nowhere.yaml")


def test_sizes_of_the_network_come_from_the_section() -> None:
    assert TrainParams(network={"width": 64, "heads": 2}).reader().width == 64
    with pytest.raises(TypeError, match="depth"):
        TrainParams(network={"depth": 3}).reader()


SCHEDULE = TrainParams(documents=1000, warmup=100, learning_rate=0.01, decay_share=0.25)


def test_the_rate_rises_stays_and_falls() -> None:
    assert learning_rate(0, SCHEDULE) == pytest.approx(0.0001)
    assert learning_rate(49, SCHEDULE) == pytest.approx(0.005)
    assert {learning_rate(n, SCHEDULE) for n in (100, 400, 750)} == {0.01}
    assert learning_rate(875, SCHEDULE) == pytest.approx(0.005)
    assert learning_rate(1000, SCHEDULE) == pytest.approx(0.0001)


def test_the_rate_never_jumps_and_never_reaches_nothing() -> None:
    rates = [learning_rate(n, SCHEDULE) for n in range(1200)]
    assert max(abs(a - b) for a, b in pairwise(rates)) <= 0.0001 + 1e-12
    assert min(rates) > 0


def test_a_longer_run_is_the_same_up_to_the_decay_of_the_shorter_one() -> None:
    longer = replace(SCHEDULE, documents=2000)
    assert all(learning_rate(n, SCHEDULE) == learning_rate(n, longer) for n in range(750))


def documented() -> list[str]:
    """Blocks of parameters in the documentation."""
    return re.findall(r"```yaml\n(.*?)```", (ROOT / "docs/training.md").read_text(encoding="utf-8"), re.S)


@pytest.mark.parametrize("block", documented())
def test_profiles_in_the_documentation_can_be_used(block: str, tmp_path: Path) -> None:
    path = written(tmp_path, (ROOT / "params.yaml").read_text(encoding="utf-8").split("profiles:")[0] + block)
    profiles = yaml.safe_load(block)["profiles"]
    assert profiles
    for name, sections in profiles.items():
        for stage in sections:
            params = load(STAGES[stage], stage, name, path)
            assert str(params.results).startswith(f"results/{name}"), "a try must leave the real run alone"
            assert set(getattr(params, "without", ())) <= set(EVIDENCE)


def test_evidence_in_the_documentation_is_what_can_be_withheld() -> None:
    text = (ROOT / "docs/training.md").read_text(encoding="utf-8")
    told = re.search(r"`without` takes evidence from the network: (.*?),\s+alone", text, re.S)
    assert told
    assert re.findall(r"`(\w+)`", told[1]) == list(EVIDENCE)
