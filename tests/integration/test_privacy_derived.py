"""Erasing reaches what was made of orders: planted strings are in no file afterwards, in whatever form they stood."""

from __future__ import annotations

import base64
import gzip
import hashlib
import json
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import datasets
import pytest
from typer.testing import CliRunner

from data.labels import LabelledDocument
from serving.cli import app
from serving.desk.privacy import subjects
from serving.desk.privacy.derived import derived, hashed, seen_by
from serving.desk.privacy.erase import erase
from serving.desk.store import Store
from tests import blankmodel, desks
from tests.exported import result_of
from training import corrected, learnt
from training.label import pull

pytestmark = pytest.mark.full
SENDER, PERSON = "żaneta@planted-sender.example", "Grzegorz Brzęczyszczykiewicz"
PLANTED = ("planted-sender", "Brzęczyszczykiewicz")


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def documents() -> list[LabelledDocument]:
    from data.generate.compose import generate, labelled

    return [labelled(generate(7100 + k, split="heldout", content=1)) for k in range(3)]


def exported(made: LabelledDocument, order: str, sender: str, person: str) -> dict[str, Any]:
    """As `ordermill learning` writes it; the person stands on the page as two words and in a value."""
    document = made.document.to_dict() | {"sha256": hashlib.sha256(order.encode()).hexdigest()}
    word = document["pages"][0]["words"][0]
    document["pages"][0]["words"] += [[part, *word[1:]] for part in person.split()]
    result = result_of(made)
    result["fields"]["buyer.contact"] = {
        "value": person,
        "text": person,
        "confidence": 1.0,
        "boxes": [],
        "source": "person",
    }
    return {"order": order, "sender": sender, "received_at": "2026-10-01T08:00:00+00:00", "truth": "corrected",
            "consent": True, "keep_until": None, "document": document, "result": result}  # fmt: skip


def write(path: Path, content: bytes | str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content.encode() if isinstance(content, str) else content)


def packed(raw: Any) -> bytes:
    return gzip.compress(json.dumps(raw).encode(), mtime=0)  # with JSON's escapes, as the worst case


def traces(root: Path) -> set[str]:
    """Planted strings in any file below `root`, plain, escaped, compressed, as words beside each other or packed."""
    found = set()
    for path in root.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            content += gzip.decompress(content) if content[:2] == b"\x1f\x8b" else b""
            for start in range(len(content)):
                at = content.find(b"H4sI", start)
                if at < 0:
                    break
                end = content.find(b'"', at)
                content += gzip.decompress(base64.b64decode(content[at:end]))
                break
            for text in PLANTED:
                forms = {text.encode(), json.dumps(text)[1:-1].encode()}
                found |= {text for form in forms if form.lower() in content.lower() or text in path.name}
    return found


def fill(root: Path, documents: list[LabelledDocument], order: str) -> None:
    """Everything that may be made of the order, of a document labelled by hand, and of somebody else's order."""
    mine = exported(documents[0], order, SENDER, PERSON)
    labelled = exported(documents[1], "labelled-0123456789abcdef01234567", SENDER, PERSON)
    other = exported(documents[2], "other-order", "other@example.com", "Jan Inny")
    write(root / "var/learning" / f"{order}.json.gz", packed(mine))
    write(root / "var/learning/other-order.json.gz", packed(other))
    write(root / "var/labelled" / f"{labelled['order']}.json.gz", packed(labelled))
    corrected.collect([root / "var/learning", root / "var/labelled"], root / "data/processed/corrected")
    write(root / "results/cache/ab12/0123.json.gz", packed(mine["document"]))
    write(root / "results/cache/ab12/4567.json.gz", packed(labelled["document"]))
    write(root / "results/retrain/index.html", f"<h2>{order}</h2><p>{PERSON}</p>")
    write(root / "results/evaluate/judged-gold.jsonl", json.dumps({"id": order}) + '\n{"id": "other-order"}\n')
    write(
        root / "var/models/differences.jsonl",
        json.dumps({"file": f"{PERSON}.pdf", "sha256": labelled["document"]["sha256"]}) + "\n",
    )
    write(root / "var/label-memory/layout.json", json.dumps({"senders": [SENDER], "texts": PERSON.split()}))
    write(
        root / ".dvc/cache/files/md5/12/34", (root / "data/processed/corrected/data-00000-of-00001.arrow").read_bytes()
    )
    task = {"data": {"file": "o.pdf", "order": base64.b64encode(packed(labelled)).decode()}}
    write(root / "exports/project.json", json.dumps([task]))
    with sqlite3.connect(root / "exports/index.db") as index:
        index.execute("create table files (path text)")
        index.execute("insert into files values (?)", (f"/in/{SENDER}/order.pdf",))
    index.close()


def test_a_sender_leaves_no_trace_in_anything_derived(
    store: Store, tmp_path: Path, documents: list[LabelledDocument]
) -> None:
    order = desks.order(store, b"%PDF-1.4 theirs", sender=SENDER)
    root = tmp_path / "project"
    fill(root, documents, order.id)
    assert traces(root) == set(PLANTED)
    dry = CliRunner().invoke(app, [*command(tmp_path, root), "--dry-run"])
    assert traces(root) == set(PLANTED)
    done = CliRunner().invoke(app, [*command(tmp_path, root), "--yes"])
    assert done.exit_code == 0, done.stdout
    assert traces(root) == set()
    assert traces(tmp_path) == set()
    told = {e["place"]: e["number"] for e in json.loads(done.stdout)["erased"] if e["what"] == "rows"}
    assert told == {"data/processed": 2}
    assert {e["place"] for e in json.loads(dry.stdout)["erased"]} >= {"data/processed", "var/labelled", "results"}
    rows = datasets.load_from_disk(str(root / "data/processed/corrected"))
    assert rows["id"] == ["other-order"]
    assert json.loads((root / "data/processed/corrected/report.json").read_text())["orders"] == 1
    assert (root / "var/learning/other-order.json.gz").is_file()
    assert (root / "results/evaluate/judged-gold.jsonl").read_text() == '{"id": "other-order"}\n'
    again = erase(store, subjects.of_sender(store, SENDER), "admin", more={"training": derived(root)})
    assert again.failed == ()


def command(tmp_path: Path, root: Path) -> list[str]:
    return ["erase", "--sender", SENDER, "--database", desks.sqlite(tmp_path), "--documents",
            str(tmp_path / "documents"), "--root", str(root), "--folder", str(root / "exports")]  # fmt: skip


def test_the_report_says_which_models_saw_a_sender(
    store: Store, tmp_path: Path, documents: list[LabelledDocument]
) -> None:
    order = desks.order(store, b"%PDF-1.4 theirs", sender=SENDER)
    stranger = desks.order(store, b"%PDF-1.4 other", sender="stranger@example.com")
    write(tmp_path / "var/learning/a.json.gz", packed(exported(documents[0], order.id, SENDER, PERSON)))
    corrected.collect([tmp_path / "var/learning"], tmp_path / "corrected", gold_share=0.0)
    champion = blankmodel.write(tmp_path / "champion")
    first = blankmodel.write(tmp_path / "var/models/0.4.0", "one")
    learnt.write(first, champion, str(tmp_path / "corrected"))
    second = blankmodel.write(tmp_path / "models/trained/challenger", "two")
    write(tmp_path / "var/other/b.json.gz", packed(exported(documents[2], "b", "other@example.com", "Jan Inny")))
    corrected.collect([tmp_path / "var/other"], tmp_path / "others", gold_share=0.0)
    learnt.write(second, first, str(tmp_path / "others"))  # learnt it through the model that it began as
    witness = seen_by(tmp_path)
    seen = witness(subjects.of_sender(store, SENDER))
    assert [model.split()[0] for model in seen] == ["one", "two"]
    assert witness(subjects.of_sender(store, stranger.sender or "")) == []
    assert traces(tmp_path / "var/models") == set()  # the manifest names nobody
    assert learnt.hashed(f" {SENDER.upper()} ") == hashed(SENDER)


def test_a_light_installation_says_what_it_cannot_erase(
    store: Store, tmp_path: Path, documents: list[LabelledDocument], monkeypatch: pytest.MonkeyPatch
) -> None:
    order = desks.order(store, b"%PDF-1.4 theirs", sender=SENDER)
    write(tmp_path / "var/learning/a.json.gz", packed(exported(documents[0], order.id, SENDER, PERSON)))
    corrected.collect([tmp_path / "var/learning"], tmp_path / "data/processed/corrected")
    monkeypatch.setattr("serving.desk.privacy.folders.find_spec", lambda name: None)
    report = erase(store, subjects.of_sender(store, SENDER), "admin", more={"training": derived(tmp_path)})
    assert report.failed == ("training: SetupError",)
    assert list((tmp_path / "var/learning").iterdir())
    assert len(subjects.of_sender(store, SENDER).orders) == 1  # to be run again in the full one


def test_labels_are_pulled_without_what_was_erased(tmp_path: Path) -> None:
    write(tmp_path / "labelled-0123.json.gz", packed({}))
    assert pull([], tmp_path)[1]["removed"] == 1
