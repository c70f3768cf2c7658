"""What a person corrects is right on the sender's next document, through the flow as it runs."""

from __future__ import annotations

from pathlib import Path

from serving.desk import actions
from serving.desk.actions import Change
from serving.desk.flow import Worker
from serving.desk.learning import export
from serving.desk.office import Office
from serving.desk.receive import receive
from serving.desk.steps import steps
from serving.desk.store import Store, events, orders, versions
from serving.desk.working import learn_one, undo_one
from serving.settings import DeskSettings
from tests.desks import opened, sqlite
from tests.standin import ORDER, pdf, pipeline


def settled(store: Store, office: Office, *lines: str) -> str:
    order, _ = receive(store, pdf(*lines), "order.pdf", source="mail", by="test", sender="buyer@example.com")
    worker = Worker(store, steps(office))
    while worker.work():
        pass
    return order.id


def test_a_correction_is_learnt_from_once_and_exported_for_training(tmp_path: Path) -> None:
    store = opened(sqlite(tmp_path), tmp_path)
    office = Office(store, DeskSettings(export_form="csv"), pipeline())
    order_id = settled(store, office, *ORDER)
    untouched = settled(store, office, *ORDER, "Note 2")
    assert not learn_one(office)
    assert not undo_one(office)

    def correct(tx: object) -> None:
        order = orders.get(tx, order_id)  # type: ignore[arg-type]
        actions.correct(tx, order, "anna", [Change("fields.order_number", "PO/2026/118-B")])  # type: ignore[arg-type]

    store.run(correct)
    assert learn_one(office)
    assert not learn_one(office)
    worker = Worker(store, steps(office))
    while worker.work():
        pass
    with store.read() as tx:
        assert "remembered" in [e.kind for e in events.of_order(tx, order_id)]
        assert [c.after for c in versions.corrections(tx, order_id)] == ["PO/2026/118-B"]
        waiting = orders.get(tx, order_id)
        codes = {e.code for e in versions.exceptions(tx, order_id)}
    store.run(lambda tx: actions.approve(tx, waiting, "ben", codes))
    while worker.work():
        pass
    done = export(store, tmp_path / "learning")
    assert done["corrected"] == 1
    assert not (tmp_path / "learning" / f"{untouched}.json.gz").exists()
    assert export(store, tmp_path / "learning") == done
    store.close()
