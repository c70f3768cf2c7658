"""Documents read once are read back as they were, and read again when anything about them changes."""

from __future__ import annotations

from pathlib import Path

import pytest

from data.errors import DocumentError
from data.schema import Document
from tests import builders
from training import cache as module
from training.cache import Cache

pytestmark = pytest.mark.full
FILE = builders.order(builders.items(2))


def test_a_document_comes_back_as_it_was(tmp_path: Path) -> None:
    first = Cache(tmp_path).read(FILE, "a.pdf")
    assert Cache(tmp_path).read(FILE, "a.pdf") == first
    assert len(list(tmp_path.glob("*/*.json.gz"))) == 1


def test_it_is_made_and_read_once(tmp_path: Path) -> None:
    made = []

    def content() -> bytes:
        made.append(1)
        return FILE

    for facts in ([b"a", b"bc"], [b"a", b"bc"], [b"ab", b"c"]):
        Cache(tmp_path).get(facts, "a.pdf", content)
    assert len(made) == 2


def test_another_reader_reads_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    Cache(tmp_path).read(FILE, "a.pdf")
    monkeypatch.setattr(module, "reader_stamp", lambda: "another")
    Cache(tmp_path).read(FILE, "a.pdf")
    assert len(list(tmp_path.iterdir())) == 2


def test_a_spoilt_file_is_written_anew(tmp_path: Path) -> None:
    first = Cache(tmp_path).read(FILE, "a.pdf")
    (kept,) = tmp_path.glob("*/*.json.gz")
    kept.write_bytes(kept.read_bytes()[:50])
    assert Cache(tmp_path).read(FILE, "a.pdf") == first
    assert kept.stat().st_size > 50


def test_failures_are_not_kept(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        Cache(tmp_path).read(b"%PDF-1.7 and no more", "bad.pdf")
    assert not list(tmp_path.glob("*/*"))


def test_without_a_folder_nothing_is_kept() -> None:
    assert isinstance(Cache().read(FILE, "a.pdf"), Document)
