"""Versions of the model on the shelf, and a reader that is switched while it reads."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from data.errors import SetupError
from data.result import Extraction, Value
from data.schema import Document
from models.shelf import Shelf
from serving.shelf.switching import Switching, differing


def model(folder: Path, version: str, weights: bytes) -> Path:
    """A folder that looks like a model."""
    folder.mkdir(parents=True)
    (folder / "model.onnx").write_bytes(weights)
    (folder / "reader.json").write_text("{}", encoding="utf-8")
    (folder / "model.json").write_text(json.dumps({"name": "default", "version": version}), encoding="utf-8")
    return folder


@pytest.fixture
def shelf(tmp_path: Path) -> Shelf:
    made = Shelf(tmp_path / "shelf")
    made.add(model(tmp_path / "a", "1.0", b"a"))
    made.add(model(tmp_path / "b", "1.1", b"b"))
    return made


class Says:
    """A reader that reads its own version wherever it looks."""

    name = "default"

    def __init__(self, version: str) -> None:
        self.version = version

    def extract(self, document: Document) -> Extraction:
        fields = {"order_number": Value(self.version, self.version)}
        return Extraction(document.file, document.sha256, fields=fields, model_version=self.version)


def opened(folder: Path) -> Says:
    return Says(str(json.loads((folder / "model.json").read_text(encoding="utf-8"))["version"]))


PAPER = Document("a.pdf", "0" * 64)


def test_switch_and_back(shelf: Shelf) -> None:
    shelf.point("champion", "1.0", "anna")
    shelf.point("champion", "1.1", "anna")
    champion = shelf.resolve("champion")
    assert champion is not None
    assert champion.name == "1.1"
    assert shelf.back("ben") == "1.0"
    assert [(e["from"], e["to"], e["by"]) for e in shelf.history()] == [
        (None, "1.0", "anna"), ("1.0", "1.1", "anna"), ("1.1", "1.0", "ben"),
    ]  # fmt: skip
    assert {v.version: v.aliases for v in shelf.versions()} == {"1.0": ("champion",), "1.1": ()}


def test_what_is_not_there_is_said(shelf: Shelf, tmp_path: Path) -> None:
    with pytest.raises(SetupError, match=r"no model 2\.0"):
        shelf.point("champion", "2.0", "anna")
    with pytest.raises(SetupError, match="no other champion"):
        shelf.back("anna")
    with pytest.raises(SetupError, match=r"lacks model\.onnx"):
        shelf.add(tmp_path)
    with pytest.raises(SetupError, match="another model"):
        shelf.add(model(tmp_path / "c", "1.0", b"other"))
    with pytest.raises(SetupError, match="no name"):
        shelf.add(model(tmp_path / "d", "../up", b"d"))
    assert shelf.add(tmp_path / "a").version == "1.0"  # the same again is no error


def test_a_running_reader_switches_and_goes_back(shelf: Shelf) -> None:
    reader = Switching(shelf, Says("shipped"), opened)
    seen = [reader.extract(PAPER).model_version]
    for act in (lambda: shelf.point("champion", "1.0", "a"), lambda: shelf.point("champion", "1.1", "a"),
                lambda: shelf.back("a"), lambda: shelf.point("champion", None, "a")):  # fmt: skip
        act()
        seen.append(reader.extract(PAPER).model_version)
    assert seen == ["shipped", "1.0", "1.1", "1.0", "shipped"]


def test_a_model_that_cannot_be_opened_leaves_the_old_one(shelf: Shelf, caplog: pytest.LogCaptureFixture) -> None:
    shelf.point("champion", "1.0", "a")
    reader = Switching(shelf, Says("shipped"), opened)
    (shelf.folder / "1.1" / "model.onnx").unlink()
    content = json.loads(shelf.file.read_text(encoding="utf-8")) | {"champion": "1.1"}
    shelf.file.write_text(json.dumps(content), encoding="utf-8")
    assert reader.extract(PAPER).model_version == "1.0"
    assert "cannot be used" in caplog.text


def test_a_challenger_reads_beside_and_only_names_are_kept(shelf: Shelf, tmp_path: Path) -> None:
    shelf.point("champion", "1.0", "a")
    shelf.point("challenger", "1.1", "a")
    notes = tmp_path / "differences.jsonl"
    reader = Switching(shelf, Says("shipped"), opened, notes)
    assert reader.extract(PAPER).model_version == "1.0"
    reader.close()
    entry = json.loads(notes.read_text(encoding="utf-8"))
    assert (entry["champion"], entry["challenger"], entry["differ"]) == ("1.0", "1.1", ["fields.order_number"])


def test_differences_by_path() -> None:
    one = Extraction("a", "", document_type="order", fields={"order_number": Value("1", "1")})
    other = Extraction("a", "", document_type="invoice", fields={"order_date": Value("2026-01-01", "1.1.26")})
    assert list(differing(one, one)) == []
    assert list(differing(one, other)) == ["document_type", "fields.order_date", "fields.order_number"]
