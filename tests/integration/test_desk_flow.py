"""Orders through workers: each ends right and once, whatever is killed."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import update

from data.errors import DamagedDocument, UnsupportedDocument
from serving.desk import states
from serving.desk.flow import MOST_ATTEMPTS, Outcome, Worker
from serving.desk.office import Office
from serving.desk.receive import KeyReused, receive
from serving.desk.steps import WORDS, steps
from serving.desk.store import Store, events, jobs, orders, tables, versions
from serving.desk.store.rows import Order
from tests import databases, desks
from tests.repo import ROOT
from tests.standin import ORDER, pdf, pipeline

ORDERS, KILLS = int(os.environ.get("DESK_ORDERS", "40")), int(os.environ.get("DESK_KILLS", "8"))
STORY = ["received", "extracted", "matched", "waiting"]


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield store
    store.close()


def sent(store: Store, content: bytes, name: str = "order.pdf", key: str | None = None) -> tuple[Order, bool]:
    return receive(store, content, name, source="api", by="erp", key=key)


def latest(store: Store, order: Order) -> Order:
    with store.read() as tx:
        return orders.get(tx, order.id)


def test_an_order_goes_as_far_as_a_person(store: Store) -> None:
    order, _ = sent(store, pdf(*ORDER), "../../x.pdf")
    assert order.file == "x.pdf"
    worker = Worker(store, steps(Office(store, pipeline=pipeline())))
    assert worker.work()
    assert not worker.work()
    done = latest(store, order)
    assert (done.state, done.reason, done.order_number, done.customer) == (
        "waiting",
        "order_unsure",
        "PO/2026/118",
        "Acme",
    )
    with store.read() as tx:
        assert [e.kind for e in events.of_order(tx, order.id)] == STORY
        read = versions.extraction(tx, order.id)
        assert read is not None
        assert read.result["fields"]["order_number"]["value"] == "PO/2026/118"
        assert versions.exceptions(tx, order.id)[0].code == "order_unsure"
        assert jobs.depth(tx, orders.FLOW) == 0
    assert store.files.get(order.document, WORDS)


def test_what_cannot_be_read_is_kept_and_says_why(store: Store) -> None:
    order, _ = sent(store, b"%PDF-1.7 cut")
    Worker(store, steps(Office(store, pipeline=pipeline()))).work()
    assert (latest(store, order).state, latest(store, order).reason) == ("failed", "damaged")
    assert store.files.get(order.document) == b"%PDF-1.7 cut"


@pytest.mark.parametrize(("content", "error"), [(b"", DamagedDocument), (b"PK\x03\x04zip", UnsupportedDocument)])
def test_what_is_no_document_makes_no_order(store: Store, content: bytes, error: type[Exception]) -> None:
    with pytest.raises(error):
        sent(store, content)
    with store.read() as tx:
        assert orders.by_state(tx) == {}


def test_the_same_again_is_the_same_order(store: Store) -> None:
    first, new = sent(store, pdf(*ORDER))
    assert new
    assert sent(store, pdf(*ORDER)) == (first, False)
    keyed, new = sent(store, pdf(*ORDER), key="k")
    assert (new, keyed.duplicate_of) == (True, first.id)
    assert sent(store, pdf(*ORDER), key="k") == (keyed, False)
    with pytest.raises(KeyReused):
        sent(store, pdf("other"), key="k")
    for order in (first, keyed):
        store.run(partial(orders.move, order=order, to="failed", by="test"))
    assert sent(store, pdf(*ORDER))[1]


def test_a_document_that_kills_its_workers_goes_to_a_person(store: Store) -> None:
    order, _ = sent(store, pdf(*ORDER))
    with store.write() as tx:
        tx.execute(update(tables.jobs).values(attempts=MOST_ATTEMPTS))
    Worker(store, steps(Office(store, pipeline=pipeline()))).work()
    assert (latest(store, order).state, latest(store, order).reason) == ("failed", "gave_up")


def test_a_worker_that_lost_its_lease_writes_nothing(store: Store) -> None:
    order, _ = sent(store, pdf(*ORDER))

    def slow(store: Store, order: Order) -> Outcome:
        with store.write() as tx:
            tx.execute(update(tables.jobs).values(worker="another"))
        return Outcome("extracted")

    Worker(store, {"received": slow}).work()
    assert latest(store, order) == order


def test_a_step_that_raises_is_done_again_later(store: Store) -> None:
    order, _ = sent(store, pdf(*ORDER))

    def broken(store: Store, order: Order) -> Outcome:
        raise RuntimeError("secret of the document")

    worker = Worker(store, {"received": broken})
    assert worker.work()
    assert not worker.work()
    with store.read() as tx:
        assert [(j.attempts, j.error, j.worker) for j in jobs.stuck(tx, 1)] == [(1, "RuntimeError", None)]
    assert latest(store, order) == order


@pytest.mark.parametrize("kind", ["sqlite", "postgresql"])
def test_workers_killed_at_random_lose_and_double_nothing(tmp_path: Path, kind: str) -> None:
    if kind == "sqlite":
        _killed(desks.sqlite(tmp_path), tmp_path)
        return
    if databases.binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with databases.postgres() as server:
        _killed(desks.fresh_database(server), tmp_path)


def _killed(url: str, folder: Path) -> None:
    store = desks.opened(url, folder)
    made = [sent(store, pdf(*ORDER, f"Note {n}"))[0].id for n in range(ORDERS)]
    command = [sys.executable, "-m", "tests.deskworker", url, str(folder / "documents")]
    workers = [subprocess.Popen(command, cwd=ROOT) for _ in range(2)]
    try:
        for n in range(KILLS):
            before, until = _resting(store), time.monotonic() + 30
            # A machine that is busy needs time to start Python: a kill counts once something was worked on.
            while _resting(store) == before < ORDERS and time.monotonic() < until:
                time.sleep(0.05)
            time.sleep(random.uniform(0, 0.3))  # noqa: S311
            workers[n % 2].kill()
            workers[n % 2].wait()
            workers[n % 2] = subprocess.Popen(command, cwd=ROOT)
        until = time.monotonic() + 120 + ORDERS
        while _resting(store) < ORDERS and time.monotonic() < until:
            time.sleep(0.1)
    finally:
        for worker in workers:
            worker.kill()
            worker.wait()
    with store.read() as tx:
        assert orders.by_state(tx) == {"waiting": ORDERS}
        assert sorted(o.id for o in orders.listed(tx, orders.Filter(), limit=500)) == sorted(made)
        for order_id in made:
            assert [e.kind for e in events.of_order(tx, order_id)] == STORY
            assert len(versions.extractions(tx, order_id)) == 1
            assert len(versions.exceptions(tx, order_id, open_only=False)) == len(versions.exceptions(tx, order_id))
            assert len(versions.decisions(tx, order_id)) == 1
        checked = events.verify(tx)
        assert (checked.broken, checked.erased) == (None, 0)
        assert checked.events >= 4 * ORDERS  # and what the desk says of itself
        assert jobs.depth(tx, orders.FLOW) == 0
    store.close()


def _resting(store: Store) -> int:
    with store.read() as tx:
        return sum(n for state, n in orders.by_state(tx).items() if state in states.RESTING)
