"""The pipeline's files: every YAML loads, stages are modules, outs never touch code, parameters are known."""

from __future__ import annotations

import importlib.util
import re
from pathlib import Path, PurePosixPath
from typing import Any

import pytest
import yaml

from scripts.smoke import merged
from tests.repo import PACKAGES, ROOT, text_files, tracked

STAGES = ("train", "export", "calibrate", "evaluate")
OTHERS = ("scripts", "tests", "docs", "notebooks", "requirements", ".")
CODE_FOLDERS = {PurePosixPath(name) for name in (*PACKAGES, *OTHERS)}


def load(name: str) -> Any:
    return yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))


def paths(entries: list[Any]) -> list[PurePosixPath]:
    """Paths of a stage's outs, metrics or plots, with or without options."""
    return [PurePosixPath(next(iter(entry)) if isinstance(entry, dict) else entry) for entry in entries]


def outs(stage: dict[str, Any]) -> list[PurePosixPath]:
    return [path for kind in ("outs", "metrics", "plots") for path in paths(stage.get(kind, []))]


def endangered(out: PurePosixPath, files: tuple[Path, ...]) -> list[Path]:
    """Tracked files that DVC would delete together with `out` before it runs the stage."""
    return [f for f in files if PurePosixPath(f) == out or out in PurePosixPath(f).parents or out in CODE_FOLDERS]


def test_every_yaml_file_loads() -> None:
    found = [p for p in tracked() if p.suffix in (".yaml", ".yml", ".lock")]
    assert Path("dvc.yaml") in found
    for path in found:
        assert load(str(path)) is not None, path


def test_stages_parameters_and_modules_have_the_same_names() -> None:
    stages, params = load("dvc.yaml")["stages"], load("params.yaml")
    assert tuple(stages) == STAGES
    assert tuple(name for name in params if name != "profiles") == STAGES
    for name, stage in stages.items():
        assert stage["cmd"] == f"python -m training.{name}"
        assert stage["params"] == [name]
        assert importlib.util.find_spec(f"training.{name}"), name
        assert all(str(out).startswith((f"results/{name}/", "models/trained/")) for out in outs(stage))


def test_profiles_override_known_sections_only() -> None:
    params = load("params.yaml")
    for name, over in params["profiles"].items():
        assert set(over) <= set(STAGES), name
        assert merged(params, name).keys() == set(STAGES)


def test_a_profile_is_laid_over_key_by_key() -> None:
    params = {"train": {"a": 1, "b": 2}, "export": None, "profiles": {"p": {"train": {"b": 3}, "calibrate": {"c": 4}}}}
    assert merged(params, "p") == {"train": {"a": 1, "b": 3}, "export": {}, "calibrate": {"c": 4}}


def test_outs_hold_no_code() -> None:
    for name, stage in load("dvc.yaml")["stages"].items():
        assert [(name, out) for out in outs(stage) if endangered(out, tracked())] == []


@pytest.mark.parametrize("out", ["models", "data", "models/config.py", ".", "training"])
def test_an_out_over_code_is_found(out: str) -> None:
    assert endangered(PurePosixPath(out), tracked())


def test_dependencies_of_stages_exist_or_are_made() -> None:
    stages = load("dvc.yaml")["stages"]
    made = {path for stage in stages.values() for path in outs(stage)}
    wanted = {path for stage in stages.values() for path in paths(stage["deps"])}
    assert [str(p) for p in wanted - made if not (ROOT / p).exists()] == []


def test_stages_are_run_as_modules_everywhere() -> None:
    """`python training/train.py` finds no package `data`; only `python -m training.train` does."""
    by_path = re.compile(r"(?:python[\d.]*|torchrun)[^\n|]*?\s(?:training|models|serving|data)/[\w/]+\.py")
    mine = Path("tests/unit") / Path(__file__).name
    assert {str(p): by_path.findall(text) for p, text in text_files() if p != mine and by_path.search(text)} == {}


def test_dvc_reports_nothing_to_anyone() -> None:
    config = (ROOT / ".dvc/config").read_text(encoding="utf-8")
    assert re.search(r"analytics = false", config)
    assert re.search(r"check_update = false", config)
