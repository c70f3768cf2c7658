"""The watch in the desk: a release from its own history, the random audit, stops by machine, resumption by people."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from data.errors import OrdermillError
from data.result import Extraction, Value
from models import release
from serving.desk import evidence, guarding
from serving.desk.store import Store, Tx, events, orders, tables, versions
from serving.desk.store.rows import Order
from tests import blankmodel, desks

pytestmark = pytest.mark.full
NUMBER = itertools.count()


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    made = blankmodel.write(tmp_path_factory.mktemp("model"))
    (made / "calibration.json").write_text("{}", encoding="utf-8")
    return made


def extraction(sure: float | None = 0.99) -> Extraction:
    return Extraction(
        "o.pdf", "0" * 64, model_name="blank", model_version=blankmodel.VERSION, language="pl", sources=("text",),
        document_type="order", document_type_confidence=0.99, fields={"order_number": Value("7", "7", 0.99)},
        order_confidence=sure,
    )  # fmt: skip


def read(store: Store, sender: str = "a@fabrikam.example", sure: float | None = 0.99) -> Order:
    """An order that the model has read."""
    made = desks.order(store, f"%PDF {next(NUMBER)}".encode(), sender=sender)
    with store.write() as tx:
        versions.add_extraction(tx, made.id, extraction(sure).to_dict(), "model", "blank", blankmodel.VERSION)
    return made


def copies(tx: Tx, folder: Path, order: Order, count: int, wrong: int = 0) -> None:
    """`count` reviews of as many orders that were read alike, each noted as `note_review` notes it."""
    guarding.note_model(tx, folder)
    for k in range(count):
        tx.log(guarding.REVIEWED, "anna", f"{order.id}-{k}", wrong=k < wrong, audited=False,
               sender="a@fabrikam.example", confidence=0.99 - 1e-6 * (count - k),
               language="pl", type="order", source=["text"], legibility=None, read_at=tx.now.isoformat())  # fmt: skip


def put_in_force(store: Store, folder: Path, count: int = 400) -> Order:
    """A release that rests on `count` reviewed orders of one sender."""
    order = read(store)

    def work(tx: Tx) -> None:
        copies(tx, folder, order, count)
        made = release.make(folder, evidence.history(tx, folder), 0.02, scopes=("known",))
        guarding.make_release(tx, made, "anna")

    store.run(work)
    return order


def passed(store: Store, *, audited: bool = False, sender: str = "a@fabrikam.example") -> Order:
    order = read(store, sender)
    store.run(lambda tx: guarding.note_passed(tx, order, audited=audited))
    return order


def test_without_a_release_nothing_passes(store: Store, folder: Path) -> None:
    order = read(store)
    verdict = store.run(lambda tx: guarding.judge(tx, order, extraction(), folder))
    assert (verdict.ok, verdict.code) == (False, "no_release")


def test_a_release_of_the_desks_own_history_lets_sure_orders_pass(store: Store, folder: Path) -> None:
    order = put_in_force(store, folder)
    with store.write() as tx:
        assert guarding.judge(tx, order, extraction(), folder).ok
        assert guarding.judge(tx, order, extraction(0.5), folder).code == "below_threshold"
        assert guarding.judge(tx, order, extraction(None), folder).code == "no_confidence"
    stranger = read(store, "new@tailspin.example")
    with store.write() as tx:
        assert guarding.judge(tx, stranger, extraction(), folder).code == "no_evidence"


def test_another_calibrator_needs_evidence_of_its_own(store: Store, folder: Path, tmp_path: Path) -> None:
    order = put_in_force(store, folder)
    other = blankmodel.write(tmp_path / "other")
    (other / "calibration.json").write_text('{"fitted": "anew"}', encoding="utf-8")
    with store.write() as tx:
        assert guarding.judge(tx, order, extraction(), other).code == "calibrator_switched"
        assert evidence.history(tx, other) == []
        again = release.make(other, evidence.history(tx, other), 0.02)
        guarding.make_release(tx, again, "anna")
        assert guarding.judge(tx, order, extraction(), other).code == "unseen_document_type"


def test_reviews_are_evidence_with_what_was_read_and_whether_it_was_right(store: Store, folder: Path) -> None:
    first, second = read(store, "b@x.example", 0.9), read(store, "c@x.example", None)

    def work(tx: Tx) -> None:
        guarding.note_model(tx, folder)
        guarding.note_review(tx, first, wrong=False, audited=False, by="anna")
        guarding.note_review(tx, first, wrong=True, audited=False, by="anna")
        guarding.note_review(tx, second, wrong=False, audited=False, by="anna")

    store.run(work)
    with store.read() as tx:
        assert evidence.history(tx, folder) == []  # both were read before this model was known to serve
    third = read(store, "d@x.example", 0.8)
    store.run(lambda tx: guarding.note_review(tx, third, wrong=True, audited=False, by="anna"))
    with store.read() as tx:
        (found,) = evidence.history(tx, folder)
    assert (found.document_type, found.language) == ("order", "pl")
    assert (found.proven.confidence, found.proven.wrong, found.proven.sender) == (0.8, True, "d@x.example")
    assert found.proven.group == "text"


def test_errors_that_come_to_light_stop_auto_mode_and_only_a_person_resumes(store: Store, folder: Path) -> None:
    order = put_in_force(store, folder)
    for k in range(12):
        wrong = passed(store, sender=f"s{k}@x.example")
        how = "correction" if k % 2 else "credit_note"
        store.run(lambda tx, o=wrong, h=how: guarding.note_error(tx, o, h))  # type: ignore[misc]
    with store.write() as tx:
        allowed = guarding.auto_allowed(tx)
        assert (allowed.ok, allowed.code) == (False, "auto_stopped")
        assert guarding.judge(tx, order, extraction(), folder).code == "auto_stopped"
        stops = [e for e in events.walk(tx) if e.kind == guarding.STOPPED]
        assert len(stops) == 1
        assert "until a person" in (stops[0].data or "")
        made = release.make(folder, evidence.history(tx, folder), 0.02)
        guarding.make_release(tx, made, "anna")
        assert guarding.auto_allowed(tx).code == "auto_stopped"  # a new release does not put it on again
        for by, note in (("", "seen"), ("anna", " "), (guarding.WATCH, "by itself")):
            with pytest.raises(OrdermillError, match="a name and a reason"):
                guarding.resume(tx, by, note)
        guarding.resume(tx, "anna", "the layout was taught")
        assert guarding.auto_allowed(tx).ok
    with store.read() as tx:
        assert events.verify(tx).broken is None


def test_a_wrong_order_of_the_audit_suspends_its_sender(store: Store, folder: Path) -> None:
    order = put_in_force(store, folder)
    for _ in range(40):
        passed(store)
    seen = passed(store, audited=True)
    store.run(lambda tx: guarding.note_review(tx, seen, wrong=True, audited=True, by="jan"))
    with store.write() as tx:
        assert guarding.auto_allowed(tx).ok
        assert guarding.judge(tx, order, extraction(), folder).code == "sender_suspended"
        guarding.reinstate(tx, guarding.sender_of(order), "anna", "a misprint")
        assert guarding.judge(tx, order, extraction(), folder).ok
        watch = guarding.watched(tx)
    assert watch is not None
    assert [(s.audited, s.checked, s.wrong) for s in watch.steps[-1:]] == [(True, True, "audit")]


def test_an_audit_that_finds_nothing_counts_as_looked_at(store: Store, folder: Path) -> None:
    put_in_force(store, folder)
    seen = passed(store, audited=True)
    store.run(lambda tx: guarding.note_review(tx, seen, wrong=False, audited=True, by="jan"))
    with store.read() as tx:
        watch = guarding.watched(tx)
        assert watch is not None
        assert watch.estimate()[2] == 1
        assert watch.suspended == ()


def test_a_person_stops_at_any_time(store: Store, folder: Path) -> None:
    put_in_force(store, folder)
    store.run(lambda tx: guarding.stop(tx, "anna", "stocktaking"))
    with store.read() as tx:
        assert guarding.auto_allowed(tx).data["reason"] == "by_hand"


def test_which_orders_are_audited_is_drawn_once_and_in_secret(store: Store) -> None:
    order = read(store)
    draws = {store.run(lambda tx: guarding.to_audit(tx, order)) for _ in range(3)}
    assert len(draws) == 1
    with store.read() as tx:
        kinds = list(tx.execute(select(tables.events.c.kind)).scalars())
    assert kinds.count(guarding.SECRET) == 1


PATHS = {
    "fields.order_number": True, "fields.payment_terms": False, "lines.3.fields.quantity": True, "lines.3": True,
    "lines.0.fields.description": False, "fields.nothing_known": False, "document_type": False,
}  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
def test_which_corrections_are_material(path: str) -> None:
    assert guarding.critical_path(path) is PATHS[path]


def test_corrections_tell_whether_an_order_was_wrong(store: Store) -> None:
    order = read(store)
    with store.write() as tx:
        versions.add_corrections(tx, order.id, 1, "anna", [versions.NewCorrection("fields.payment_terms", "a", "b")])
        assert not guarding.material(tx, order)
        versions.add_corrections(tx, order.id, 1, "anna", [versions.NewCorrection("lines.2", "{}", None)])
        assert guarding.material(tx, order)


def test_the_stream_of_orders(store: Store) -> None:
    with store.read() as tx:
        assert evidence.stream(tx).weekly == 0
    for sure in (0.9, 0.5, None):
        order = read(store)
        store.run(lambda tx, o=order, s=sure: orders.change(tx, o, {"confidence": s}))  # type: ignore[misc]
    with store.read() as tx:
        flow = evidence.stream(tx)
    assert flow.weekly == 3
    assert flow.passing(0.6) == pytest.approx(1)
