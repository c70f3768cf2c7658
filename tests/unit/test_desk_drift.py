"""Drift in the desk: what is watched, alarms noted and told once, accepted by people alone."""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from random import Random
from typing import Any

import pytest
from pydantic import SecretStr
from sqlalchemy import select
from typer.testing import CliRunner

from data.errors import OrdermillError
from serving.cli import app
from serving.desk import guarding
from serving.desk.drift import report
from serving.desk.drift.signals import Seen, observations
from serving.desk.drift.watch import ACCEPTED, FOUND, accept, examine, note, streams
from serving.desk.outgoing.settings import EventSettings
from serving.desk.steps import WORDS
from serving.desk.store import Store, Tx, events, orders, tables, versions
from serving.desk.store.rows import StoredDocument
from tests import desks

START = datetime(2026, 1, 1, tzinfo=UTC)
FIELDS = ("order_number", "order_date", "buyer.name", "currency", "total_net")
TOLD = EventSettings(urls="https://ops.example/hook", secret=SecretStr("s" * 32))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield opened
    opened.close()


def result(rng: Random, *, good: bool) -> dict[str, Any]:
    fields = FIELDS if good else FIELDS[:2]
    return {
        "status": "ok", "document_type": {"value": "order"},
        "order_confidence": rng.betavariate(*((9, 1) if good else (2, 3))),
        "document": {"language": "pl" if good else "cs", "source": ["text"] if good else ["ocr"], "legibility": None},
        "fields": {name: {"value": "x"} for name in fields},
    }  # fmt: skip


def read(tx: Tx, number: int, sender: str, raw: dict[str, Any]) -> str:
    """One order of `sender`, read on day `number`."""
    tx.now = START + timedelta(days=number // 3, minutes=number)
    sha256 = hashlib.sha256(f"{sender} {number}".encode()).hexdigest()
    orders.keep_document(tx, StoredDocument(sha256, 1, "pdf", tx.now))
    made, _ = orders.add(tx, orders.NewOrder(sha256, "o.pdf", "api", sha256, sender), "test")
    versions.add_extraction(tx, made.id, raw, "model", "m", "1")
    return made.id


def fill(store: Store, first: int, count: int, *, good: bool, senders: tuple[str, ...]) -> list[str]:
    rng, made = Random(first), []  # noqa: S311
    with store.write() as tx:
        for n in range(first, first + count):
            made.append(read(tx, n, senders[n % len(senders)], result(rng, good=good)))
    return made


def kinds(store: Store, *wanted: str) -> list[str]:
    with store.read() as tx:
        return [e.kind for e in events.walk(tx) if e.kind in wanted]


def test_nothing_is_told_of_a_desk_that_stays_as_it_is(store: Store) -> None:
    fill(store, 0, 150, good=True, senders=("a@x.example", "b@x.example", "c@x.example"))
    found = examine(store)
    assert {w.signal for w in found} >= {"language", "scan", "missing", "confidence"}
    assert not [w for w in found if w.alarm]
    assert note(store, found, TOLD) == []


def test_a_shift_of_one_sender_is_found_noted_and_told_once(store: Store) -> None:
    fill(store, 0, 120, good=True, senders=("a@x.example", "b@x.example", "c@x.example"))
    fill(store, 120, 25, good=False, senders=("b@x.example",))
    found = examine(store)
    alarms = {(w.signal, w.sender) for w in found if w.alarm}
    assert alarms >= {(s, "b@x.example") for s in ("language", "scan", "missing", "confidence")}
    assert not {s for _, s in alarms} - {"", "b@x.example"}
    began = next(w.since for w in found if w.alarm and w.sender and w.signal == "language")
    assert began is not None
    assert abs((began - (START + timedelta(days=40, minutes=120))).days) <= 3
    assert len(note(store, found, TOLD)) == len(alarms)
    assert note(store, examine(store), TOLD) == []
    assert kinds(store, FOUND) == [FOUND] * len(alarms)
    with store.read() as tx:
        (message,) = tx.execute(select(tables.outbox)).mappings()
    assert message["kind"] == "drift.found"
    assert len(message["body"]["drift"]) == len(alarms)
    assert "b@x" not in json.dumps(message["body"])


def test_only_people_accept_and_the_stream_begins_anew(store: Store) -> None:
    fill(store, 0, 80, good=True, senders=("a@x.example",))
    fill(store, 80, 30, good=False, senders=("a@x.example",))
    assert note(store, examine(store), EventSettings())
    for by, why in (("", "x"), ("drift", "x"), ("anna", " ")):
        with pytest.raises(OrdermillError, match="a name and a reason"):
            accept(store, by, why)
    assert accept(store, "anna", "they moved to Prague") == len(kinds(store, FOUND))
    assert accept(store, "anna", "again") == 0
    left = [w for w in examine(store) if w.alarm]
    assert left == []
    assert kinds(store, ACCEPTED) == kinds(store, ACCEPTED)[:1] * len(kinds(store, FOUND))


def test_an_accepted_change_counts_as_usual_from_then_on() -> None:
    def seen(first: int, count: int, name: str) -> list[Seen]:
        return [
            Seen("language", f"o{n}", "a", None, START + timedelta(hours=n), name) for n in range(first, first + count)
        ]

    before, after = seen(0, 60, "pl"), seen(60, 100, "cs")
    assert all(w.alarm for w in streams([*before, *after]))
    accepted = [(START + timedelta(hours=100), "language", ""), (START + timedelta(hours=100), "language", "a")]
    anew = streams([*before, *after], accepted=accepted)
    assert [(w.alarm, len(w.stream.values), w.number) for w in anew] == [(False, 59, 3), (False, 59, 4)]
    assert all(w.alarm for w in streams([*before, *after, *seen(160, 40, "fr")], accepted=accepted))


def test_corrections_count_when_people_looked(store: Store) -> None:
    ids = fill(store, 0, 160, good=True, senders=("a@x.example",))
    with store.write() as tx:
        for k, order in enumerate(ids):
            tx.now = START + timedelta(days=100 + k)
            tx.log(guarding.REVIEWED, "anna", order, wrong=k > 100, audited=False)
            tx.log(guarding.REVIEWED, "anna", order, wrong=True, audited=False)  # a second look is none
    corrected = [o for o in observations(store) if o.signal == "corrected"]
    assert [o.value for o in corrected] == [float(k > 100) for k in range(160)]
    assert {w.sender for w in examine(store) if w.alarm and w.signal == "corrected"} == {"", "a@x.example"}


def test_layouts_are_known_again_by_their_fixed_words(store: Store) -> None:
    captions = {"one": ["Order", "Number", "Date", "Buyer", "Total", "Net", "Price", "Unit", "Description"],
                "two": ["Bestellung", "Datum", "Kunde", "Summe", "Menge", "Einheit", "Lieferung", "Preis"]}  # fmt: skip
    with store.write() as tx:
        for n, name in enumerate(["one", "one", "two", "one", "two", "gone"]):
            read(tx, n, "a@x.example", result(Random(n), good=True))  # noqa: S311
            sha256 = hashlib.sha256(f"a@x.example {n}".encode()).hexdigest()
            if name in captions:
                words = [[w, 50.0, 50.0 + 20 * k, 120.0, 60.0 + 20 * k, 10.0, False, "text", None]
                         for k, w in enumerate([*captions[name], f"{n}17"])]  # fmt: skip
                page = {"number": 1, "width": 595, "height": 842, "source": "text", "label": None, "health": 1.0,
                        "angle": 0.0, "words": words}  # fmt: skip
                document = {"file": "o.pdf", "sha256": sha256, "warnings": [], "pages": [page]}
                store.files.put(sha256, gzip.compress(json.dumps(document).encode()), WORDS)
    assert [o.value for o in observations(store) if o.signal == "layout"] == [0.0, 1.0, 0.0, 0.0]
    assert [o for o in observations(store, layouts=False) if o.signal == "layout"] == []


def test_the_command_reports_in_three_forms(store: Store, tmp_path: Path) -> None:
    fill(store, 0, 60, good=True, senders=("<b>@x.example",))
    place = ["--database", desks.sqlite(tmp_path), "--documents", str(tmp_path / "documents")]
    calm = CliRunner().invoke(app, ["drift", *place])
    assert calm.exit_code == 0
    assert "Nothing has changed" in calm.stdout
    fill(store, 60, 30, good=False, senders=("<b>@x.example",))
    page = tmp_path / "drift.html"
    done = CliRunner().invoke(app, ["drift", "--json", "--html", str(page), *place])
    assert done.exit_code == 3
    said = json.loads(done.stdout)
    assert {a["signal"] for a in said["alarms"]} >= {"language", "scan", "missing"}
    assert said["streams"][0]["months"]
    assert "new: " in done.stderr
    text = page.read_text(encoding="utf-8")
    assert "&lt;b&gt;@x.example" in text
    assert "<b>@x" not in text
    assert text.count("<svg") >= 4
    assert CliRunner().invoke(app, ["drift", "--accept", "known", *place]).exit_code == 0
    assert report.to_dict([], 0.05)["alarms"] == []
