"""Orders through the whole desk into the double of an Odoo server: written once, taken back, exported, waited for."""

from __future__ import annotations

import io
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter

from serving.desk import actions
from serving.desk.actions import Change
from serving.desk.figures import times
from serving.desk.figures.period import Period
from serving.desk.flow import MOST_ATTEMPTS, Worker
from serving.desk.office import Office
from serving.desk.receive import receive
from serving.desk.steps import steps
from serving.desk.store import Store, events, jobs, orders, tables, versions
from serving.desk.store.files import FilesUnavailable
from serving.desk.store.rows import Order
from serving.desk.working import undo_one
from serving.odoo.taught import Taught
from tests import desk_odoo, desks
from tests.odoo_double import Double, running
from tests.standin import pdf


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield store
    store.close()


@pytest.fixture
def odoo(tmp_path: Path) -> Iterator[Double]:
    with running(19) as double:
        desk_odoo.synced(settings(double, tmp_path))
        yield double


def settings(double: Double, folder: Path) -> Any:
    return double.settings(mirror=str(folder / "mirror.db"), retries=0)


def desk(store: Store, odoo: Double | None, folder: Path, **more: Any) -> Office:
    return desk_odoo.office(store, None if odoo is None else settings(odoo, folder), **more)


def sent(store: Store, *pages: object, key: str | None = None) -> Order:
    whole = PdfWriter()
    for number in pages:
        whole.append(PdfReader(io.BytesIO(pdf(*desk_odoo.page(number)))))
    out = io.BytesIO()
    whole.write(out)
    return receive(store, out.getvalue(), "order.pdf", source="api", by="erp", key=key)[0]


def worked(office: Office) -> None:
    """Until nothing is due, whenever it is: pauses are skipped."""
    worker = Worker(office.store, steps(office))
    for _ in range(50):
        if not worker.work():
            return
    raise AssertionError("there is no end to the work")


def now(store: Store, order: Order) -> Order:
    with store.read() as tx:
        return orders.get(tx, order.id)


def in_odoo(odoo: Double, state: str = "sale") -> list[str]:
    return sorted(o["client_order_ref"] for o in odoo.store.rows["sale.order"].values() if o["state"] == state)


def test_an_order_is_written_and_confirmed(store: Store, odoo: Double, tmp_path: Path) -> None:
    order = sent(store, "PO-1")
    worked(desk(store, odoo, tmp_path))
    done = now(store, order)
    with store.read() as tx:
        assert (done.state, done.reason) == ("done", None), versions.exceptions(tx, order.id)
    assert in_odoo(odoo) == ["PO-1"]


def test_the_time_of_reservation_is_noted_once_odoo_has_the_goods(
    store: Store, odoo: Double, tmp_path: Path
) -> None:  # fmt: skip
    odoo.store.stock = "confirmed"
    order = sent(store, "PO-1")
    office = desk(store, odoo, tmp_path)
    worked(office)
    _skip_pauses(store)
    worked(office)
    assert now(store, order).state == "confirmed", "the goods are not there yet"
    assert _reserved(store) == 0
    for picking in odoo.store.rows["stock.picking"].values():
        picking["state"] = "assigned"
    _skip_pauses(store)
    worked(office)
    with store.read() as tx:
        assert [e.kind for e in events.of_order(tx, order.id)][-3:] == ["confirmed", "reserved", "done"]
    assert _reserved(store) == 1


def _reserved(store: Store) -> int:
    """Orders in the figure of times from receipt to reservation."""
    with store.read() as tx:
        return next(t.orders for t in times.times(tx, Period()) if t.milestone == "reservation")


def test_an_order_taken_back_is_taken_back_once(store: Store, odoo: Double, tmp_path: Path) -> None:
    office = desk(store, odoo, tmp_path)
    order = sent(store, "PO-1")
    worked(office)
    store.run(lambda tx: actions.undo(tx, now(store, order), "anna", "wrong customer"))
    assert undo_one(office, "test")
    assert not undo_one(office, "test")
    assert now(store, order).state == "undone"
    assert in_odoo(odoo, "cancel") == ["PO-1"]


def test_what_cannot_be_taken_back_says_so_once(store: Store, odoo: Double, tmp_path: Path) -> None:
    office = desk(store, odoo, tmp_path)
    order = sent(store, "PO-1")
    worked(office)
    next(iter(odoo.store.rows["sale.order.line"].values()))["qty_delivered"] = 1
    store.run(lambda tx: actions.undo(tx, now(store, order), "anna"))
    assert undo_one(office, "test")
    assert not undo_one(office, "test")
    with store.read() as tx:
        assert [e.kind for e in events.of_order(tx, order.id)].count("undo_refused") == 1
        assert "undo_delivered" in {e.code for e in versions.exceptions(tx, order.id)}
    assert now(store, order).state == "waiting", "a person sees it"


def test_without_odoo_orders_become_files(store: Store, tmp_path: Path) -> None:
    order = sent(store, "PO-1")
    worked(desk(store, None, tmp_path, exports=tmp_path / "out", export_form="csv"))
    assert now(store, order).state == "exported"
    assert "B8" in (tmp_path / "out" / f"{order.id}.csv").read_text("utf-8")


def test_each_order_of_a_file_is_written(store: Store, odoo: Double, tmp_path: Path) -> None:
    sent(store, "PO-1", "PO-2", "PO-3")
    worked(desk(store, odoo, tmp_path))
    with store.read() as tx:
        assert orders.by_state(tx) == {"done": 3}
    assert in_odoo(odoo) == ["PO-1", "PO-2", "PO-3"]


def test_an_order_of_a_file_read_again_stays_that_order(store: Store, odoo: Double, tmp_path: Path) -> None:
    office = desk(store, odoo, tmp_path, stage="shadow", rules="value: {currency: USD, review_above: 1}\n")
    sent(store, "PO-1", "PO-2")
    worked(office)
    with store.read() as tx:
        second = orders.listed(tx, orders.Filter(text="PO-2"))[0]
    store.run(lambda tx: actions.again(tx, second, "anna"))
    worked(office)
    assert now(store, second).order_number == "PO-2"
    with store.read() as tx:
        assert orders.count(tx, orders.Filter()) == 2


def test_a_split_order_is_written_as_two(store: Store, odoo: Double, tmp_path: Path) -> None:
    office = desk(store, odoo, tmp_path, rules="value: {currency: USD, review_above: 1}\n")
    order = sent(store, "PO-1")
    worked(office)
    store.run(lambda tx: actions.split(tx, now(store, order), "anna", at_lines=[1]))
    worked(office)
    with store.read() as tx:
        both = orders.listed(tx, orders.Filter())
    rest = next(o for o in both if o.id != order.id)
    change = [actions.Change("fields.order_number", "PO-1b")]
    store.run(lambda tx: actions.correct(tx, rest, "anna", change))
    worked(office)
    for one in both:
        store.run(partial(_approved, store=store, order=one))
    worked(office)
    assert {now(store, o).state for o in both} == {"done"}
    assert len({now(store, o).written_id for o in both}) == 2
    assert in_odoo(odoo) == ["PO-1", "PO-1b"]


def _approved(tx: Any, store: Store, order: Order) -> None:
    codes = {e.code for e in versions.exceptions(tx, order.id)}
    actions.approve(tx, orders.get(tx, order.id), "anna", codes)


def test_what_the_rules_let_pass_is_written(store: Store, odoo: Double, tmp_path: Path) -> None:
    for model in ("product.product", "product.template"):
        odoo.store.rows[model][desk_odoo.BOLT] |= {"list_price": 0.2, "lst_price": 0.2}
    desk_odoo.synced(settings(odoo, tmp_path))
    order = sent(store, "PO-1")
    worked(desk(store, odoo, tmp_path, rules="findings: {price_differs: warn, duplicate_order: warn}\n"))
    assert (now(store, order).state, now(store, order).reason) == ("done", None)
    with store.read() as tx:
        decision = versions.decision(tx, order.id)
    assert decision is not None
    assert "price_differs" in {v["code"] for v in decision.verdicts}


def test_an_order_waits_for_odoo_and_goes_on(store: Store, odoo: Double, tmp_path: Path) -> None:
    office = desk(store, odoo, tmp_path)
    order = sent(store, "PO-1")
    odoo.faults.bad_gateway = 1.0
    for _ in range(MOST_ATTEMPTS + 3):
        worked(office)
        _skip_pauses(store)
    assert now(store, order).state == "matched", "an outage is nothing that a person could answer"
    with store.read() as tx:
        assert [j.error for j in jobs.stuck(tx, 0)] == ["odoo_away"]
    odoo.faults.bad_gateway = 0.0
    _skip_pauses(store)
    worked(office)
    assert now(store, order).state == "done"


def test_an_order_waits_for_room_on_the_disk(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    office = desk(store, None, tmp_path)
    order = sent(store, "PO-1")
    with monkeypatch.context() as patched:

        def full(*_: Any, **__: Any) -> None:
            raise OSError(28, "No space left on device")

        patched.setattr("serving.desk.store.files._write", full)
        with pytest.raises(FilesUnavailable, match="No space left"):
            sent(store, "PO-2")
        for _ in range(MOST_ATTEMPTS + 3):
            worked(office)
            _skip_pauses(store)
    assert now(store, order).state == "received"
    _skip_pauses(store)
    worked(office)
    assert now(store, order).state == "exported"


def _skip_pauses(store: Store) -> None:
    with store.write() as tx:
        tx.execute(tables.jobs.update().values(run_at=tx.now))


def test_the_same_number_again_waits_with_what_differs(store: Store, odoo: Double, tmp_path: Path) -> None:
    office = desk(store, odoo, tmp_path)
    first = sent(store, "PO-1")
    worked(office)
    changed = tuple(line.replace("12 0.12 1.44", "24 0.12 2.88").replace("22.44", "23.88") for line in
                    desk_odoo.page("PO-1"))  # fmt: skip
    second, _ = receive(store, pdf(*changed), "b.pdf", source="api", by="erp")
    worked(office)
    assert now(store, second).state == "waiting"
    with store.read() as tx:
        found = next(e for e in versions.exceptions(tx, second.id) if e.code == "same_number")
    assert found.data["orders"] == [first.id]
    assert {d["path"] for d in found.data["differences"]} == {
        "lines.0.fields.quantity", "lines.0.fields.line_amount", "fields.total_net"
    }  # fmt: skip
    assert in_odoo(odoo) == ["PO-1"]


def test_a_corrected_product_is_known_on_the_next_order_until_the_first_is_undone(
    store: Store, odoo: Double, tmp_path: Path
) -> None:
    office = desk(store, odoo, tmp_path)

    def came(number: str) -> Order:
        lines = [line.replace("Item 1 B8", "Item 1 X-99") for line in desk_odoo.page(number)]
        made, _ = receive(store, pdf(*lines), f"{number}.pdf", source="api", by="erp", sender="buy@acme.test")
        worked(office)
        return now(store, made)

    first = came("PO-1")
    assert (first.state, first.reason) == ("waiting", "product_unknown")
    typed = Change("lines.0.fields.supplier_article_no", "B8")
    store.run(lambda tx: actions.correct(tx, first, "anna", [typed]))
    assert office.odoo is not None
    assert office.odoo.mirror is not None
    assert Taught(office.odoo.mirror).all() == []
    worked(office)
    assert now(store, first).state == "done"
    assert [k.lesson.text for k in Taught(office.odoo.mirror).all("buy@acme.test")] == ["X-99"]
    assert came("PO-2").state == "done"
    store.run(lambda tx: actions.undo(tx, now(store, first), "anna"))
    assert undo_one(office, "test")
    assert Taught(office.odoo.mirror).all() == []
    assert came("PO-3").reason == "product_unknown"
