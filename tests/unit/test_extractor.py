"""Opening a model: the newest shipped version, a folder, what is said when something is missing or does not fit."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from data.errors import SetupError
from models.config import ENCODING_VERSION
from models.extractor import Extractor, resolve
from tests import blankmodel
from tests.sheets import document

pytestmark = pytest.mark.full


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return blankmodel.write(tmp_path / "blank")


def test_the_newest_version_is_the_largest_number(tmp_path: Path) -> None:
    for version in ("0.9.0", "0.10.0", "0.2.11"):
        blankmodel.write(tmp_path / version)
    assert resolve(str(tmp_path)).name == "0.10.0"
    assert resolve(str(tmp_path / "0.9.0")).name == "0.9.0"


def test_a_name_without_a_model_is_an_error_that_names_it(tmp_path: Path) -> None:
    with pytest.raises(SetupError, match="'nowhere'"):
        resolve("nowhere")
    with pytest.raises(SetupError, match="no model"):
        resolve(str(tmp_path))


def test_a_model_is_opened_once(folder: Path) -> None:
    assert Extractor.load(str(folder)) is Extractor.load(str(folder))


def test_a_model_that_was_written_again_is_opened_again(folder: Path) -> None:
    """As in a notebook that calibrates, then reads."""
    before = Extractor.load(str(folder))
    about = folder / "model.json"
    about.write_text(json.dumps({"name": "blank", "version": "2.0.0"}), encoding="utf-8")
    os.utime(about, ns=(about.stat().st_atime_ns, about.stat().st_mtime_ns + 1_000_000_000))
    after = Extractor.load(str(folder))
    assert (before.version, after.version) == (blankmodel.VERSION, "2.0.0")


@pytest.mark.parametrize("name", ["reader.json", "model.json"])
def test_a_missing_file_is_named(folder: Path, name: str) -> None:
    (folder / name).unlink()
    with pytest.raises(SetupError, match=name):
        Extractor(folder)


def test_a_model_of_another_encoding_is_refused(folder: Path) -> None:
    path = folder / "reader.json"
    raw = json.loads(path.read_text(encoding="utf-8"))
    path.write_text(json.dumps(raw | {"encoding": ENCODING_VERSION + 1}), encoding="utf-8")
    with pytest.raises(SetupError, match=f"encoding {ENCODING_VERSION + 1}"):
        Extractor(folder)


def test_the_result_says_which_model_read_it(folder: Path) -> None:
    result = Extractor(folder).extract(document(["Order 4711"]))
    assert (result.model_name, result.model_version) == ("blank", blankmodel.VERSION)
    assert result.order_confidence is None  # nothing was calibrated
