"""Retention: what is due by kind and sender goes, all else stays, and the chain holds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update
from typer.testing import CliRunner

from serving.cli import app
from serving.desk.privacy.retention import BadPolicy, Policy, parse, retain
from serving.desk.store import Store, arrivals, events, orders, outbox, tables
from serving.desk.store.arrivals import Aside
from tests import desks

OLD = datetime.now(UTC) - timedelta(days=100)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield store
    store.close()


def old(store: Store, name: str, state: str = "done", sender: str = "a@one.example", content: bytes = b"") -> str:
    """An order that came to rest a hundred days ago; its id."""
    order = desks.order(store, content or b"%PDF-1.4 " + name.encode(), sender=sender)
    with store.write() as tx:
        tx.execute(update(tables.orders).where(tables.orders.c.id == order.id).values(
            state=state, changed_at=OLD, customer=f"planted {name}"))  # fmt: skip
    return order.id


def state(store: Store, order_id: str) -> str:
    with store.read() as tx:
        return orders.get(tx, order_id).state


def kept(store: Store, content: bytes) -> bool:
    return store.files.get(hashlib.sha256(content).hexdigest()) is not None


def test_without_a_policy_nothing_goes(store: Store) -> None:
    old(store, "x")
    assert retain(store, parse("")) == []
    assert kept(store, b"%PDF-1.4 x")


def test_an_order_goes_after_its_time_and_leaves_no_trace(store: Store, tmp_path: Path) -> None:
    due, other = old(store, "due"), old(store, "other", sender="b@two.example")
    policy = parse("default: {orders: never}\nsenders: {'@One.example': {orders: 100}}")
    (found,) = [e for e in retain(store, policy, dry=True) if e.what == "orders"]
    assert (found.number, state(store, due)) == (1, "done")
    retain(store, policy)
    assert (state(store, due), state(store, other)) == ("erased", "done")
    assert (kept(store, b"%PDF-1.4 due"), kept(store, b"%PDF-1.4 other")) == (False, True)
    content = b"".join(p.read_bytes() for p in tmp_path.rglob("*") if p.is_file())
    assert (b"planted due" in content, b"planted other" in content) == (False, True)
    with store.read() as tx:
        assert events.verify(tx).broken is None
    assert retain(store, policy) == []


@pytest.mark.parametrize("state_", ["waiting", "received", "ready", "written", "exportable"])
def test_an_order_under_way_is_never_due(store: Store, state_: str) -> None:
    order = old(store, "x", state_)
    assert retain(store, parse("default: {orders: 1, documents: 1}")) == []
    assert state(store, order) == state_


def test_a_document_goes_before_its_order_unless_another_needs_it(store: Store) -> None:
    order = old(store, "x")
    old(store, "y", content=b"%PDF-1.4 both")
    desks.order(store, b"%PDF-1.4 both")
    policy = parse("default: {documents: 90}")
    assert {e.what: e.number for e in retain(store, policy)} == {"documents": 1}
    assert (state(store, order), kept(store, b"%PDF-1.4 x"), kept(store, b"%PDF-1.4 both")) == ("done", False, True)
    assert retain(store, policy) == []


def test_mails_files_set_aside_and_messages_have_times_of_their_own(store: Store) -> None:
    with store.write() as tx:
        arrivals.add(tx, "mail", "k", "aside", sender="a@one.example", subject="s", text="planted words")
        arrivals.set_aside(tx, "mail", Aside("letter.txt", 3, "no_order", "no order"))
        outbox.put(tx, "webhook", "https://x.example", {})
        outbox.put(tx, "webhook", "https://x.example", {})
        tx.execute(update(tables.intakes).values(at=OLD))
        tx.execute(update(tables.set_aside).values(at=OLD))
        tx.execute(update(tables.outbox).where(tables.outbox.c.id == 1).values(sent_at=OLD))
    found = retain(store, parse("default: {mails: 90, aside: 90, outgoing: 90}"))
    assert {e.what: e.number for e in found} == {"mails": 1, "aside": 1, "outgoing": 1}
    with store.read() as tx:
        assert tx.execute(select(tables.intakes.c.text, tables.intakes.c.sender)).one() == (None, "a@one.example")
        assert arrivals.aside_count(tx) == 0
        assert tx.execute(select(tables.outbox.c.id)).scalars().all() == [2]


def test_the_nearest_entry_counts() -> None:
    policy = parse("default: {mails: 9, aside: 3}\nsenders: {'@x.example': {mails: 8}, a@x.example: {mails: never}}")
    assert [policy.days("mails", s) for s in ("A@x.example", "b@x.example", "c@y.example", None)] == [None, 8, 9, 9]
    assert policy.days("aside", "a@x.example") == 3
    assert Policy().days("orders", None) is None


@pytest.mark.parametrize(
    "text",
    ["default: [1]", "default: {orders: 0}", "default: {orders: yes}", "default: {orders: 1.5}", "x: 1", "- 1",
     "default: {letters: 3}", "senders: 3", "default: {orders: forever}", "a: [", "senders: {x: 3}"],
)  # fmt: skip
def test_a_policy_that_is_not_understood_erases_nothing(text: str) -> None:
    with pytest.raises(BadPolicy):
        parse(text)


def test_the_command_shows_what_is_due_and_erases_it(store: Store, tmp_path: Path) -> None:
    old(store, "x")
    policy = tmp_path / "policy.yaml"
    policy.write_text("default: {orders: 30}", encoding="utf-8")
    command = [
        "retention",
        str(policy),
        "--database",
        desks.sqlite(tmp_path),
        "--documents",
        str(tmp_path / "documents"),
    ]
    assert CliRunner().invoke(app, [*command, "--dry-run"]).stdout == "1 orders\n1 documents\n"
    assert CliRunner().invoke(app, command).stdout == "1 orders\n1 documents\n"
    assert CliRunner().invoke(app, command).stdout == ""
    policy.write_text("orders: 30", encoding="utf-8")
    assert "nothing else" in CliRunner().invoke(app, command).stderr
