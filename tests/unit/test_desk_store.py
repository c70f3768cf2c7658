"""The desk's store, on SQLite and on PostgreSQL."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData, update

from data.errors import SetupError
from serving.access import AccessSettings, tries
from serving.desk import states
from serving.desk.store import (
    Store,
    StoreUnavailable,
    Tx,
    events,
    jobs,
    open_store,
    orders,
    outbox,
    people,
    tables,
    versions,
)
from serving.desk.store.files import FilesUnavailable
from serving.odoo.writing.tables import METADATA
from tests import databases, desks


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    if databases.binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with databases.postgres() as url:
        yield url


@pytest.fixture(params=["sqlite", "postgresql"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Store]:
    if request.param == "sqlite":
        url = desks.sqlite(tmp_path)
    else:
        url = desks.fresh_database(request.getfixturevalue("server"))
    store = desks.opened(url, tmp_path)
    yield store
    store.close()


def test_migrations_make_exactly_the_tables(store: Store) -> None:
    whole = MetaData()
    for table in (*tables.metadata.tables.values(), *METADATA.tables.values()):
        table.to_metadata(whole)
    with store.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, whole) == []


def test_an_order_is_taken_in_once(store: Store) -> None:
    first = desks.order(store, key="k")
    again = desks.order(store, b"other", key="k")
    assert again == first
    assert (first.state, first.version, first.touches) == ("received", 1, 0)
    with store.read() as tx:
        assert [e.kind for e in events.of_order(tx, first.id)] == ["received"]
        assert jobs.depth(tx, orders.FLOW) == 1


def test_fifty_at_once_with_one_key_make_one_order(store: Store) -> None:
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(desks.order(store, key="same").id)) for _ in range(50)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(found) == 50
    assert len(set(found)) == 1


def test_states_change_only_along_the_arrows(store: Store) -> None:
    order = desks.order(store)
    with pytest.raises(states.NotAllowed), store.write() as tx:
        orders.move(tx, order, "written", "test")
    with store.read() as tx:
        assert orders.get(tx, order.id) == order
        assert events.verify(tx).events == 1


def test_two_people_cannot_overwrite_each_other(store: Store) -> None:
    order = desks.order(store)
    store.run(lambda tx: orders.change(tx, order, {"customer": "first"}))
    with pytest.raises(orders.Overtaken):
        store.run(lambda tx: orders.change(tx, order, {"customer": "second"}))
    with store.read() as tx:
        assert orders.get(tx, order.id).customer == "first"


def test_an_order_at_rest_has_no_job_and_one_to_go_on_has(store: Store) -> None:
    order = desks.order(store)
    order = store.run(lambda tx: orders.move(tx, order, "failed", "test"))
    with store.read() as tx:
        assert jobs.claim.__doc__
        assert jobs.depth(tx, orders.FLOW) == 0
    store.run(lambda tx: orders.move(tx, order, "received", "test"))
    with store.read() as tx:
        assert jobs.depth(tx, orders.FLOW) == 1


def test_amounts_are_exact_and_sort_by_value(store: Store) -> None:
    for amount in ("9.9", "10000000.0001", "100"):
        order = desks.order(store, amount.encode())
        store.run(partial(orders.change, order=order, values={"total_net": Decimal(amount)}))
    with store.read() as tx:
        found = orders.listed(tx, orders.Filter(at_least=Decimal(10)), order_by="value")
        assert [o.total_net for o in found] == [Decimal("10000000.0001"), Decimal(100)]
        assert orders.count(tx, orders.Filter(text="ORDER.PDF")) == 3
        assert orders.count(tx, orders.Filter(text="%")) == 0


def test_a_job_is_held_by_one_worker_until_its_lease_ends(store: Store) -> None:
    desks.order(store)
    job = store.run(lambda tx: jobs.claim(tx, "a", ["flow"], 60))
    assert job is not None
    assert (job.worker, job.attempts) == ("a", 1)
    assert store.run(lambda tx: jobs.claim(tx, "b", ["flow"], 60)) is None
    assert store.run(lambda tx: jobs.renew(tx, job.key, "a", -1.0))
    taken = store.run(lambda tx: jobs.claim(tx, "b", ["flow"], 60))
    assert taken is not None
    assert (taken.worker, taken.attempts) == ("b", 2)
    assert not store.run(lambda tx: jobs.holds(tx, job.key, "a"))
    assert not store.run(lambda tx: jobs.renew(tx, job.key, "a", 60))
    store.run(lambda tx: jobs.release(tx, job.key, "b", after=100, error="later"))
    assert store.run(lambda tx: jobs.claim(tx, "b", ["flow"], 60)) is None


def test_twenty_jobs_and_four_workers_meet_no_job_twice(store: Store) -> None:
    for n in range(20):
        desks.order(store, str(n).encode())
    taken: list[str] = []

    def work(name: str) -> None:
        while (job := store.run(lambda tx: jobs.claim(tx, name, ["flow"], 60))) is not None:
            taken.append(job.key)

    threads = [threading.Thread(target=work, args=(f"w{n}",)) for n in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(taken) == len(set(taken)) == 20


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        ({"kind": "written"}, "event 2 was changed"), ({"by": "nobody"}, "event 2 was changed"),
        ({"data": '{"a":2}'}, "the data of event 2 were changed"), ({"previous": "f" * 64}, "event 2 does not follow"),
        ({"at": datetime(2020, 1, 1, tzinfo=UTC)}, "event 2 was changed"),
    ],
)  # fmt: skip
def test_a_changed_event_breaks_the_chain(tmp_path: Path, change: dict[str, Any], reason: str) -> None:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    for n in range(3):
        store.run(partial(Tx.log, kind="tested", by="test", n=n))
    e = tables.events
    with store.read() as tx:
        assert events.verify(tx).broken is None
    with store.write() as tx:
        tx.execute(update(e).where(e.c.seq == 2).values(**change))
    with store.read() as tx:
        found = events.verify(tx)
        assert found.events == 1
        assert found.broken is not None
        assert found.broken.startswith(reason)
    store.close()


@pytest.mark.parametrize("gone", [1, 2, 3])
def test_a_missing_event_is_found_the_last_one_too(store: Store, gone: int) -> None:
    for n in range(3):
        store.run(partial(Tx.log, kind="tested", by="test", n=n))
    with store.write() as tx:
        tx.execute(tables.events.delete().where(tables.events.c.seq == gone))
    with store.read() as tx:
        assert events.verify(tx).broken is not None


def test_erased_data_leave_the_chain_whole(store: Store) -> None:
    order = desks.order(store)
    assert store.run(lambda tx: events.erase_data(tx, order.id)) == 1
    with store.read() as tx:
        assert (events.verify(tx).broken, events.verify(tx).erased) == (None, 1)
        assert events.of_order(tx, order.id)[0].data is None


def test_a_transaction_that_fails_leaves_no_event(store: Store) -> None:
    def fail(tx: Tx) -> None:
        tx.log("tested", "test")
        raise RuntimeError("no")

    with pytest.raises(RuntimeError):
        store.run(fail)
    with store.read() as tx:
        assert events.verify(tx) == events.Verified(0, 0, events.GENESIS)


def test_versions_count_up_and_exceptions_close(store: Store) -> None:
    order = desks.order(store)

    def twice(tx: Tx) -> None:
        assert versions.add_extraction(tx, order.id, {"a": 1}, "model", "m", "1") == 1
        assert versions.add_extraction(tx, order.id, {"a": 2}, "anna", "m", "1") == 2
        versions.replace_exceptions(tx, order.id, [versions.NewException("price", "stop", 3, "unit_price")], "rules")
        versions.replace_exceptions(tx, order.id, [versions.NewException("stock", "warn")], "rules")

    store.run(twice)
    with store.read() as tx:
        latest = versions.extraction(tx, order.id)
        assert latest is not None
        assert (latest.version, latest.result) == (2, {"a": 2})
        assert [e.code for e in versions.exceptions(tx, order.id)] == ["stock"]
        assert [e.answer for e in versions.exceptions(tx, order.id, open_only=False)] == ["overtaken", None]
        assert versions.exceptions_by_code(tx) == {"stock": 1}


def test_users_sign_in_and_keys_open_as_long_as_they_may(store: Store) -> None:
    store.run(lambda tx: people.add_user(tx, "Anna", "admin", "correct horse", "test"))
    with store.read() as tx:
        assert people.signed_in(tx, "anna", "correct horse") is not None
        assert people.signed_in(tx, "anna", "wrong horse") is None
        assert people.signed_in(tx, "nobody", "correct horse") is None
    with pytest.raises(people.BadAccount, match="last admin"):
        store.run(lambda tx: people.change_user(tx, "anna", "test", active=False))
    with pytest.raises(people.BadAccount):
        store.run(lambda tx: people.add_user(tx, "ben", "king", "correct horse", "test"))
    record, key = store.run(lambda tx: people.add_key(tx, "erp", "clerk", "anna"))
    late, late_key = store.run(
        lambda tx: people.add_key(tx, "old", "clerk", "anna", expires_at=tx.now - timedelta(seconds=1))
    )
    with store.read() as tx:
        found = people.key_holder(tx, key)
        assert found is not None
        assert found.id == record.id
        assert people.key_holder(tx, late_key) is None
        assert people.key_holder(tx, key[:-1] + ("a" if key[-1] != "a" else "b")) is None
        assert people.key_holder(tx, "") is None
        assert late.hash not in late_key
    store.run(lambda tx: people.revoke_key(tx, record.id, "anna"))
    with store.read() as tx:
        assert people.key_holder(tx, key) is None


def test_a_message_is_tried_again_and_given_up_in_the_end(store: Store) -> None:
    store.run(lambda tx: outbox.put(tx, "order.written", "http://127.0.0.1:9/", {"a": 1}))
    for _ in range(outbox.MOST_TRIES):
        with store.write() as tx:
            tx.execute(update(tables.outbox).values(run_at=tx.now))
        message = store.run(lambda tx: outbox.claim(tx, "w", 60))
        assert message is not None
        assert store.run(lambda tx: outbox.claim(tx, "v", 60)) is None
        store.run(partial(outbox.failed, message=message, error="refused"))
    assert store.run(lambda tx: outbox.claim(tx, "w", 60)) is None
    with store.read() as tx:
        dead = outbox.dead(tx)
    assert [m.error for m in dead] == ["refused"]
    assert store.run(lambda tx: outbox.resend(tx, dead[0].id, "anna"))
    assert store.run(lambda tx: outbox.claim(tx, "w", 60)) is not None


def test_documents_are_kept_by_hash_and_dropped_with_what_was_made_of_them(tmp_path: Path) -> None:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    key = "ab" * 32
    store.files.put(key, b"one")
    store.files.put(key, b"one")
    store.files.put(key, b"words", ".words.json.gz")
    assert store.files.get(key) == b"one"
    assert store.files.get("cd" * 32) is None
    assert store.files.drop(key) == 2
    assert store.files.get(key, ".words.json.gz") is None
    with pytest.raises(ValueError, match="content hash"):
        store.files.get("../../etc/passwd")
    store.close()


def test_a_folder_that_cannot_be_written_is_said_so(tmp_path: Path) -> None:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    (tmp_path / "documents").write_text("a file where the folder should be")
    with pytest.raises(FilesUnavailable) as caught:
        store.files.put("ab" * 32, b"one")
    assert str(tmp_path) not in caught.value.message
    store.close()


def test_a_database_that_is_away_is_said_so_without_a_password() -> None:
    with pytest.raises(StoreUnavailable) as caught:
        open_store("postgresql://anna:secret@127.0.0.1:1/desk", "documents")
    assert "secret" not in caught.value.message
    assert caught.value.hint
    with pytest.raises(SetupError):
        open_store("mysql://127.0.0.1/desk", "documents")
    with pytest.raises(SetupError):
        open_store("not an address", "documents")


def test_every_state_can_be_left_and_ends_somewhere() -> None:
    assert states.NEXT.keys() == set(states.STATES)
    assert {to for following in states.NEXT.values() for to in following} | {"erased", "received"} == set(states.STATES)
    assert all(states.NEXT[state] for state in states.STATES if state != "erased")


def test_many_tries_of_a_password_at_once_get_no_further(store: Store) -> None:
    who, settings = tries.Try("ada", "192.0.2.1"), AccessSettings(sign_in_tries=3)
    with ThreadPoolExecutor(8) as pool:
        told = list(pool.map(lambda _: store.run(lambda tx: tries.begin(tx, who, settings)), range(16)))
    assert told.count(None) == 3
