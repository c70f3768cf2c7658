"""How often a password may be tried: by name and place, by address, within bounded memory."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import func, select

from serving.access import AccessSettings, tries
from serving.access.passwords import Devices
from serving.access.tries import Try
from serving.desk.store import Store, Tx, events, people, tables
from tests.desks import opened, sqlite

SETTINGS = AccessSettings(sign_in_tries=3, sign_in_lock_minutes=10, sign_in_address_tries=5)
NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(sqlite(tmp_path), tmp_path)
    yield made
    made.close()


def at(store: Store, minutes: float, who: Try, right: bool = False) -> bool:
    """One try so many minutes after noon; False where it was not taken."""

    def work(tx: Tx) -> bool:
        tx.now = NOON + timedelta(minutes=minutes)
        if tries.begin(tx, who, SETTINGS) is not None:
            return False
        (tries.right if right else tries.wrong)(tx, who, SETTINGS)
        return True

    return store.run(work)


def wait(store: Store, minutes: float, who: Try) -> int | None:
    with store.read() as tx:
        tx.now = NOON + timedelta(minutes=minutes)
        return tries.locked_minutes(tx, who, SETTINGS)


def test_an_address_gets_its_tries_back_one_by_one(store: Store) -> None:
    names = [Try(f"name {n}", "192.0.2.1") for n in range(20)]
    assert [at(store, 0, who) for who in names[:6]] == [True] * 5 + [False]
    assert wait(store, 0, Try("somebody", "192.0.2.1")) == 2
    assert wait(store, 0, Try("somebody", "192.0.2.2")) is None
    assert [at(store, 2.01, who) for who in names[6:8]] == [True, False]
    assert [at(store, 6.5, who) for who in names[8:12]] == [True, True, False, False]
    assert all(at(store, 60, who) for who in names[12:17])


def test_who_is_right_costs_the_address_nothing_and_frees_no_other(store: Store) -> None:
    for n in range(3):
        assert at(store, 0, Try(f"name {n}", "192.0.2.1"))
    for _ in range(20):
        assert at(store, 0, Try("ada", "192.0.2.1"), right=True)
    assert [at(store, 0, Try(f"other {n}", "192.0.2.1")) for n in range(3)] == [True, True, False]


def test_a_known_browser_is_counted_apart(store: Store) -> None:
    for n in range(5):
        at(store, 0, Try("ada" if n < 3 else f"name {n}", "192.0.2.1"))
    assert wait(store, 0, Try("ada", "192.0.2.1")) == 10
    known = Try("ada", "192.0.2.1", "device")
    assert [at(store, 0, known) for _ in range(4)] == [True, True, True, False]


def test_what_one_customer_of_a_provider_has_counts_as_one_address(store: Store) -> None:
    for n in range(5):
        assert at(store, 0, Try(f"name {n}", f"2001:db8:1:2::{n + 1:x}"))
    assert wait(store, 0, Try("ada", "2001:db8:1:2:ffff::9")) is not None
    assert wait(store, 0, Try("ada", "2001:db8:1:3::1")) is None
    for n in range(5):
        assert at(store, 0, Try(f"name {n}", "192.0.2.7"))
    assert wait(store, 0, Try("ada", "::ffff:192.0.2.7")) is not None


def test_memory_is_bounded_and_running_locks_go_last(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tries, "MOST", 40)
    for _ in range(3):
        at(store, 0, Try("ada", "192.0.2.1"))

    def flood(tx: Tx) -> None:
        for n in range(100):
            tx.now = NOON + timedelta(seconds=n / 2)
            assert tries.begin(tx, Try(f"name {n}", f"198.51.100.{n}"), SETTINGS) is None

    store.run(flood)
    with store.read() as tx:
        rows = tx.execute(select(func.count()).select_from(tables.failed_sign_ins)).scalar_one()
    assert rows <= 40
    assert wait(store, 1, Try("ada", "192.0.2.1")) == 9
    at(store, 60 * 25, Try("later", "192.0.2.9"))
    with store.read() as tx:
        assert tx.execute(select(func.count()).select_from(tables.failed_sign_ins)).scalar_one() == 2


def test_a_name_that_is_nobodys_is_not_written_down(store: Store) -> None:
    """It may be a password in the wrong field."""
    store.run(lambda tx: people.add_user(tx, "ada", "admin", None, "test"))
    for name in ("ada", "my secret password"):
        for _ in range(3):
            at(store, 0, Try(name, f"192.0.2.{len(name)}"))
    with store.read() as tx:
        told = [json.loads(e.data or "{}") for e in events.walk(tx) if e.kind == "sign_in_locked"]
    assert told == [{"user": "ada"}, {"user": "?"}]


def test_a_device_is_known_for_one_name_and_by_its_own_secret(store: Store) -> None:
    ada = store.run(lambda tx: people.add_user(tx, "ada", "admin", None, "test"))
    cookie = Devices("one").make(ada)
    assert Devices("one").read(cookie, " Ada ") is not None
    for secret, given, name in (
        ("one", cookie, "eve"),
        ("two", cookie, "ada"),
        ("one", None, "ada"),
        ("one", "x", "ada"),
    ):
        assert Devices(secret).read(given, name) is None
