"""Choosing, pushing and pulling, with a project that lives in memory; against a real server where one is given."""

from __future__ import annotations

import gzip
import json
import os
import uuid
from pathlib import Path
from typing import Any, cast

import pytest

from data.generate.compose import generate
from data.generate.render import to_pdf
from models.extractor import Extractor
from training import corrected, label
from training.label_choose import Candidate, candidates, choose, files
from training.label_server import Project


def quiet(_: str) -> None:
    """Progress nobody reads."""


class Shelf:
    """Tasks of a project, and a plug that is pulled after `life` requests."""

    def __init__(self, life: int = 1000) -> None:
        self.kept: list[dict[str, Any]] = []
        self.life = life

    def pages_there(self) -> list[str]:
        return [t["meta"]["key"] for t in self.kept]

    def add(self, tasks: list[dict[str, Any]]) -> None:
        if self.life == 0:
            raise KeyboardInterrupt
        self.life -= 1
        self.kept += [{**t, "id": len(self.kept) + k, "annotations": []} for k, t in enumerate(tasks)]

    def annotate(self) -> None:
        for t in self.kept:
            t["annotations"] = [{"id": 1, "completed_by": 1, "result": t["predictions"][0]["result"]}]


@pytest.fixture(scope="module")
def found(tmp_path_factory: pytest.TempPathFactory) -> list[Candidate]:
    folder = tmp_path_factory.mktemp("orders")
    twins = [generate(12, split="heldout", content=n) for n in (1, 2)]
    for name, drawn in zip("abc", (*twins, generate(18, split="heldout")), strict=True):
        (folder / f"{name}.pdf").write_bytes(to_pdf(drawn.sheets))
    (folder / "broken.pdf").write_bytes(b"%PDF-1.7 nothing")
    out, left = candidates(files([folder]), Extractor.load(), "anna")
    assert [Path(name).name for name in left] == ["broken.pdf"]
    return out


def test_another_document_of_a_layout_waits_for_other_layouts(found: list[Candidate]) -> None:
    same = [Candidate(c.path, c.source, doubt, c.look) for c, doubt in zip(found, (0.5, 0.4, 0.3), strict=True)]
    assert [c.path.stem for c in choose(same, 3)] == ["a", "c", "b"]
    assert [c.path.stem for c in choose(same, 1, [found[0].look])] == ["c"]


def test_a_push_that_is_killed_goes_on_and_nothing_is_doubled(
    found: list[Candidate], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(label, "BATCH_BYTES", 1)
    shelf = Shelf(life=2)
    with pytest.raises(KeyboardInterrupt):
        label.push(cast(Project, shelf), found, quiet)
    shelf.life = 1000
    added = label.push(cast(Project, shelf), found, quiet)
    every = sum(len(c.source.document.pages) for c in found)
    assert added == {"pages added": every - 2, "pages there already": 2}
    assert len(set(shelf.pages_there())) == len(shelf.kept) == every
    assert shelf.kept[0]["data"]["image"].startswith("data:image/webp;base64,")


def test_what_is_pulled_is_learnt_from_and_pulling_again_changes_nothing(
    found: list[Candidate], tmp_path: Path
) -> None:
    shelf = Shelf()
    label.push(cast(Project, shelf), found, quiet)
    out = tmp_path / "labelled"
    assert label.pull(shelf.kept, out)[1] == {}
    shelf.annotate()
    assert label.pull(shelf.kept, out)[1] == {"written": 3}
    assert label.pull(shelf.kept, out)[1] == {"unchanged": 3}
    orders = list(corrected.read(out))
    assert {(o.sender, o.origin) for o in orders} == {("anna", "labelled")}
    report = corrected.collect([out], tmp_path / "dataset")
    assert report["orders"] == 3
    shelf.kept[0]["annotations"] = []
    assert label.pull(shelf.kept, out)[1] == {"unchanged": 2, "removed": 1}


def test_without_address_or_server_it_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("LABEL_STUDIO_URL", raising=False)
    assert label.main(["status"]) == 2
    assert "LABEL_STUDIO_URL" in capsys.readouterr().err


@pytest.mark.skipif(not os.environ.get("LABEL_STUDIO_URL"), reason="LABEL_STUDIO_URL names no server")
def test_a_real_server_takes_pages_and_gives_labels_back(found: list[Candidate], tmp_path: Path) -> None:
    project = Project(
        os.environ["LABEL_STUDIO_URL"], os.environ["LABEL_STUDIO_API_KEY"], f"test {uuid.uuid4().hex[:8]}"
    )
    assert project.ensure()
    assert not project.ensure()
    try:
        label.push(project, found[:1], quiet)
        assert label.push(project, found[:1], quiet)["pages added"] == 0
        for t in list(project.tasks()):
            project._server.annotations.create(id=t["id"], result=t["predictions"][0]["result"])
        assert label.pull(project.tasks(), tmp_path)[1] == {"written": 1}
        assert label.pull(project.tasks(), tmp_path)[1] == {"unchanged": 1}
        (path,) = tmp_path.glob("*.json.gz")
        assert json.loads(gzip.decompress(path.read_bytes()))["truth"] == "labelled"
    finally:
        project._server.projects.delete(id=project.id)
        project.close()
