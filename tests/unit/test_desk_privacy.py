"""Erasing leaves no trace: planted strings are looked for byte by byte in the database file and all folders."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select
from typer.testing import CliRunner

from serving.cli import app
from serving.desk.privacy import erasers, folders, subjects
from serving.desk.privacy.erase import erase
from serving.desk.privacy.erasers import Erased, Subject
from serving.desk.privacy.memory import memory
from serving.desk.steps import WORDS
from serving.desk.store import Store, Tx, arrivals, events, layouts, orders, outbox, tables, versions
from serving.desk.store.arrivals import Aside
from tests import desks

SENDER = "zofia.żabka@planted-sender.example"
PERSON = "Grzegorz Brzęczyszczykiewicz"
PLANTED = ("planted-sender", "abka@", PERSON, "PLANTED-NUMBER", "planted mail text", "planted file", "PLANTED-BYTES",
           "planted-webhook", "planted aside")  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield store
    store.close()


def plant(store: Store, sender: str = SENDER, content: bytes = b"%PDF-1.4 PLANTED-BYTES") -> str:
    """An order with everything that the desk may know of one; its id."""

    def mail(tx: Tx) -> int:
        kept = arrivals.add(tx, "mail", f"<1@{sender}>", "orders", sender=sender, subject="planted file",
                            text=f"planted mail text {PERSON}")  # fmt: skip
        assert kept is not None
        arrivals.set_aside(tx, "mail", Aside("planted aside.txt", 3, "no_order", "planted aside"), sender=sender,
                           intake_id=kept.id)  # fmt: skip
        return kept.id

    intake = store.run(mail)
    order = desks.order(store, content, sender=sender, intake_id=intake)  # type: ignore[arg-type]
    words = {"pages": [{"words": [{"text": word} for word in PERSON.split()]}]}
    store.files.put(order.document, gzip.compress(json.dumps(words).encode()), WORDS)

    def know(tx: Tx) -> None:
        result = {"fields": {"buyer.name": {"value": PERSON}, "order_number": {"value": "PLANTED-NUMBER"}}}
        versions.add_extraction(tx, order.id, result, "model", "m", "1")
        versions.add_proposal(tx, order.id, 1, {"name": PERSON}, {"client_order_ref": "PLANTED-NUMBER"})
        versions.add_decision(tx, order.id, 1, "worker", "stop", "draft", 1, [{"data": PERSON}], {"n": PERSON})
        versions.add_corrections(
            tx, order.id, 1, "anna", [versions.NewCorrection("fields.x", PERSON, "PLANTED-NUMBER")]
        )
        versions.replace_exceptions(tx, order.id, [versions.NewException("x", "stop", data={"n": PERSON})], "worker")
        outbox.put(tx, "webhook", "https://planted-webhook.example", {"n": PERSON}, order.id)
        orders.change(tx, orders.get(tx, order.id), {"customer": PERSON, "order_number": "PLANTED-NUMBER",
                                                     "file": "planted file.pdf"})  # fmt: skip
        tx.log("looked", "anna", order.id, number="PLANTED-NUMBER", sender=sender)
        tx.log("mailbox", "worker", None, sender=sender)

    store.run(know)
    return order.id


def traces(folder: Path) -> set[str]:
    """Planted strings found anywhere below a folder, plain, escaped as in JSON, or compressed."""
    found = set()
    for path in folder.rglob("*"):
        if path.is_file():
            content = path.read_bytes()
            content += gzip.decompress(content) if content[:2] == b"\x1f\x8b" else b""
            for text in PLANTED:
                forms = {text.encode(), json.dumps(text)[1:-1].encode()}
                found |= {text for form in forms if form.lower() in content.lower() or text in path.name}
    return found


def test_what_was_planted_is_found_before(store: Store, tmp_path: Path) -> None:
    plant(store)
    assert traces(tmp_path) == set(PLANTED)


@pytest.mark.parametrize("sender", [SENDER.upper(), "@planted-sender.example"])
def test_a_sender_leaves_no_trace_and_the_chain_holds(store: Store, tmp_path: Path, sender: str) -> None:
    plant(store)
    report = erase(store, subjects.of_sender(store, sender), "admin")
    assert traces(tmp_path) == set()
    assert report.orders == 1
    assert {e.what for e in report.erased} >= {"extractions", "corrections", "outbox", "intakes", "set_aside", "files"}
    with store.read() as tx:
        assert events.verify(tx).broken is None
        assert [e.kind for e in events.walk(tx)][-2:] == ["erased", "subject_erased"]
        assert tx.execute(select(tables.orders.c.state)).scalars().all() == ["erased"]


def test_a_person_is_found_in_printed_words_alone(store: Store, tmp_path: Path) -> None:
    order = plant(store)
    with store.write() as tx:
        tx.execute(tables.extractions.delete())
    assert order in subjects.of_person(store, PERSON.upper()).orders
    erase(store, subjects.of_person(store, f" {PERSON.lower()} "), "admin")
    # An event of the mailbox names the company's address; it says nothing of the person.
    assert traces(tmp_path) == {"abka@", "planted-sender"}


def test_another_order_of_the_same_sender_stays_when_a_person_goes(store: Store) -> None:
    plant(store)
    other = desks.order(store, b"%PDF-1.4 other", sender=SENDER)
    subject = subjects.of_person(store, PERSON)
    assert other.id not in subject.orders
    assert SENDER not in subject.names


def test_others_stay(store: Store, tmp_path: Path) -> None:
    plant(store)
    other = desks.order(store, b"%PDF-1.4 other", sender="other@example.com")
    erase(store, subjects.of_sender(store, SENDER), "admin")
    with store.read() as tx:
        assert orders.get(tx, other.id) == other
    assert store.files.get(other.document) == b"%PDF-1.4 other"
    assert not subjects.of_sender(store, SENDER).orders


def test_a_document_that_another_sent_as_well_stays_and_is_told(store: Store) -> None:
    plant(store, content=b"%PDF-1.4 both")
    desks.order(store, b"%PDF-1.4 both", sender="other@example.com")
    report = erase(store, subjects.of_sender(store, SENDER), "admin")
    assert any("1 documents stay" in text for text in report.left)
    with store.read() as tx:
        assert tx.execute(select(tables.documents.c.erased_at)).scalars().all() == [None]


def test_a_dry_run_changes_nothing(store: Store, tmp_path: Path) -> None:
    plant(store)
    report = erase(store, subjects.of_sender(store, SENDER), "admin", dry=True)
    assert report.dry
    assert {e.what: e.number for e in report.erased}["orders"] == 1
    assert traces(tmp_path) == set(PLANTED)


def test_a_place_that_fails_is_told_and_the_desk_still_knows_the_subject(store: Store) -> None:
    plant(store)

    def away(subject: Subject, dry: bool) -> list[Erased]:
        raise OSError("away")

    report = erase(store, subjects.of_sender(store, SENDER), "admin", more={"share": away})
    assert report.failed == ("share: OSError",)
    assert len(subjects.of_sender(store, SENDER).orders) == 1


def test_folders_lose_files_and_records_of_the_subject(store: Store, tmp_path: Path) -> None:
    subject = subjects.of_sender(store, SENDER)
    plant(store)
    subject = subjects.of_sender(store, SENDER)
    root = tmp_path / "sets"
    root.mkdir()
    (root / f"{subject.documents[0]}.png").write_bytes(b"pixels")
    (root / "all.jsonl").write_text(f'{{"doc": "{subject.documents[0]}"}}\n{{"doc": "other"}}\n')
    (root / "escaped.jsonl").write_text(json.dumps({"from": SENDER.upper()}) + "\n")
    (root / "other.json").write_text("{}")
    report = erase(store, subject, "admin", more={"sets": folders.folder("sets", root)})
    assert Erased("sets", "files and records", 3) in report.erased
    assert sorted(p.name for p in root.iterdir()) == ["all.jsonl", "escaped.jsonl", "other.json"]
    assert (root / "all.jsonl").read_text() == '{"doc": "other"}\n'
    assert (root / "escaped.jsonl").read_text() == ""


def test_registered_erasers_and_witnesses_are_asked(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(erasers, "_erasers", {})
    monkeypatch.setattr(erasers, "_witnesses", {})
    erasers.register("memory", lambda subject, dry: [Erased("memory", "rules", len(subject.orders))])
    erasers.register_witness("sets", lambda subject: ["default 0.3.0"] if subject.documents else [])
    plant(store)
    report = erase(store, subjects.of_sender(store, SENDER), "admin")
    assert Erased("memory", "rules", 1) in report.erased
    assert report.models == ("default 0.3.0",)


def test_the_sender_memory_forgets_what_names_them_and_what_was_learnt_from_them(store: Store) -> None:
    order = plant(store)

    def remember(tx: Tx) -> None:
        layouts.put(tx, "named", 1, {"senders": [SENDER.upper()]})
        layouts.put(tx, "learnt", 1, {"words": PERSON.split()})
        layouts.put(tx, "other", 1, {"senders": ["other@example.com"]})
        tx.log("remembered", "worker", order, layout="learnt")

    store.run(remember)
    subject = subjects.of_sender(store, SENDER)
    assert memory(store)(subject, True) == [Erased("memory", "layouts", 2)]
    erase(store, subject, "admin", more={"memory": memory(store)})
    with store.read() as tx:
        assert list(layouts.versions(tx)) == ["other"]


@pytest.mark.parametrize("name", ["", "  ", "Li"])
def test_a_name_that_means_everybody_is_refused(store: Store, name: str) -> None:
    with pytest.raises(subjects.BadSubject):
        subjects.of_person(store, name)
    with pytest.raises(subjects.BadSubject):
        subjects.of_sender(store, name)


def test_the_command_reports_and_asks(store: Store, tmp_path: Path) -> None:
    plant(store)
    place = ["--database", desks.sqlite(tmp_path), "--documents", str(tmp_path / "documents"), "--root", str(tmp_path)]
    run = CliRunner().invoke
    assert run(app, ["erase", *place]).exit_code == 2
    dry = run(app, ["erase", "--sender", SENDER, "--dry-run", *place])
    assert json.loads(dry.stdout)["orders"] == 1
    assert run(app, ["erase", "--sender", SENDER, *place], input="n\n").exit_code == 1
    assert traces(tmp_path) == set(PLANTED)
    done = run(app, ["erase", "--sender", SENDER, "--yes", *place])
    assert done.exit_code == 0
    assert "planted" not in done.stdout
    assert traces(tmp_path) == set()
