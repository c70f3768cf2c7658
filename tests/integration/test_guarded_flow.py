"""Orders that go on without a person: what release and watch let through, and what people's answers tell the watch."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from data.result import Extraction, Value
from models import release
from serving.desk import actions, evidence, guarding
from serving.desk.actions import Change
from serving.desk.flow import Step, Worker
from serving.desk.office import Office
from serving.desk.states import State
from serving.desk.steps import steps, summary_of
from serving.desk.store import Store, Tx, orders, rulebooks, versions
from serving.desk.store.rows import Order
from serving.settings import DeskSettings
from tests import blankmodel, desks

pytestmark = pytest.mark.full
SENDER = "a@fabrikam.example"
REQUIRED = "release: {required: true}\nstage: {default: draft}"


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


def extraction() -> Extraction:
    values = {"order_number": "PO-7", "total_net": "120.00", "currency": "EUR"}
    return Extraction(
        "o.pdf", "0" * 64, model_name="blank", model_version=blankmodel.VERSION, language="pl", sources=("text",),
        document_type="order", document_type_confidence=0.99, order_confidence=0.995, completeness=0.995,
        fields={name: Value(v, v, 0.99) for name, v in values.items()},
    )  # fmt: skip


def decided(store: Store, folder: Path, number: int = 1, share: float = 0.0) -> Order:
    """An order that was read surely, as the worker leaves it."""
    order = desks.order(store, f"%PDF {number}".encode(), sender=SENDER)

    def read(tx: Tx) -> Order:
        raw = replace(extraction(), fields={**extraction().fields, "order_number": Value(str(number), "", 0.99)})
        versions.add_extraction(tx, order.id, raw.to_dict(), "model", "blank", blankmodel.VERSION)
        return orders.change(tx, order, summary_of(raw.to_dict()), "extracted")

    store.run(read)
    office = Office(store, DeskSettings(audit_share=share), model=folder)
    found: dict[State, Step] = {
        state: step for state, step in steps(office).items() if state in ("extracted", "matched")
    }
    worker = Worker(store, found)
    while latest(store, order).state in found:  # those that were corrected before are decided again
        assert worker.work()
    return latest(store, order)


def latest(store: Store, order: Order) -> Order:
    with store.read() as tx:
        return orders.get(tx, order.id)


def released(store: Store, folder: Path) -> None:
    """A release that rests on 400 reviewed orders of the sender."""

    def work(tx: Tx) -> None:
        guarding.note_model(tx, folder)
        for k in range(400):
            tx.log(guarding.REVIEWED, "anna", f"old-{k}", wrong=False, audited=False, sender=SENDER,
                   confidence=0.98 + k * 1e-6, language="pl", type="order", source=["text"], legibility=None,
                   read_at=tx.now.isoformat())  # fmt: skip
        made = release.make(folder, evidence.history(tx, folder), 0.02, scopes=("known",))
        guarding.make_release(tx, made, "anna")

    store.run(work)


def rules(store: Store, text: str) -> None:
    store.run(lambda tx: rulebooks.add(tx, text, "ada", "test"))


def kinds(store: Store, order: Order, *wanted: str) -> list[dict[str, object]]:
    with store.read() as tx:
        return [e.data for e in guarding.happened(tx, *wanted) if e.order == order.id]


def test_without_a_release_orders_pass_only_where_none_is_asked_for(store: Store, folder: Path) -> None:
    assert decided(store, folder).state == "shadow"
    rules(store, REQUIRED)
    order = decided(store, folder, 2)
    assert (order.state, order.reason) == ("waiting", "release_none")
    assert kinds(store, order, guarding.PASSED) == []


@pytest.mark.parametrize(("text", "state"), [("release: {required: true}", "shadow"), (REQUIRED, "ready")])
def test_with_a_release_they_pass_and_are_counted_once(store: Store, folder: Path, text: str, state: str) -> None:
    released(store, folder)
    rules(store, text)
    order = decided(store, folder)
    assert order.state == state
    assert [e["audited"] for e in kinds(store, order, guarding.PASSED)] == [False]
    with store.read() as tx:
        last = versions.decision(tx, order.id)
        assert last is not None
        assert last.facts["release"] == ""


def test_rules_that_stand_on_another_release_let_nothing_pass(store: Store, folder: Path) -> None:
    released(store, folder)
    with store.read() as tx:
        version = guarding.current(tx, folder).version
    rules(store, f'release: {{required: true, version: "{version}"}}')
    assert decided(store, folder).state == "shadow"
    rules(store, "release: {required: true, version: older}")
    order = decided(store, folder, 2)
    assert (order.state, order.reason) == ("waiting", "release_other")


def test_a_stopped_auto_mode_lets_nothing_through_even_without_a_release(store: Store, folder: Path) -> None:
    store.run(lambda tx: guarding.stop(tx, "ada", "the scanner is broken"))
    order = decided(store, folder)
    assert (order.state, order.reason) == ("waiting", "auto_off")
    store.run(lambda tx: guarding.resume(tx, "ada", "repaired"))
    assert decided(store, folder, 2).state == "shadow"


def test_an_audited_order_goes_to_a_person_whose_answer_is_held_against_the_promise(store: Store, folder: Path) -> None:
    released(store, folder)
    rules(store, REQUIRED)
    order = decided(store, folder, share=1.0)
    assert (order.state, order.reason) == ("waiting", "review")
    assert [e["audited"] for e in kinds(store, order, guarding.PASSED)] == [True]
    store.run(lambda tx: actions.correct(tx, order, "anna", [Change("fields.total_net", "130.00")]))
    told = kinds(store, order, guarding.REVIEWED)
    assert [(e["wrong"], e["audited"]) for e in told] == [(True, True)]
    again = decided(store, folder, 2)  # of the same sender
    assert (again.state, again.reason) == ("waiting", "sender_suspended")
    store.run(lambda tx: guarding.reinstate(tx, SENDER, "ada", "a new form of theirs"))
    assert decided(store, folder, 3).state == "ready"


def test_answers_are_evidence_and_turning_down_is_none(store: Store, folder: Path) -> None:
    rules(store, REQUIRED)
    right, changed, down = (decided(store, folder, n) for n in (1, 2, 3))
    with store.read() as tx:
        codes = {e.code for e in versions.exceptions(tx, right.id)}
    store.run(lambda tx: actions.approve(tx, right, "anna", codes))
    store.run(lambda tx: actions.correct(tx, changed, "anna", [Change("fields.order_number", "2")]))  # as it was
    store.run(lambda tx: actions.reject(tx, down, "anna", "called off"))
    told = [[e["wrong"] for e in kinds(store, o, guarding.REVIEWED)] for o in (right, changed, down)]
    assert told == [[False], [False], []]
