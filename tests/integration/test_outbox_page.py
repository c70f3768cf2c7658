"""Messages for admins: what waits, what was sent, what was given up, sent again or no more."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from serving.desk.store import Store, Tx, events, outbox
from serving.desk.store.rows import OutMessage
from tests.deskpages import client, csrf
from tests.desks import opened, order, sqlite


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(sqlite(tmp_path), tmp_path)
    yield made
    made.close()


def message(store: Store, text: str, kind: str = "order.waiting", tries: int = 0, *, sent: bool = False) -> OutMessage:
    """A message that was tried so often."""
    order_id = order(store, text.encode()).id

    def work(tx: Tx) -> OutMessage:
        outbox.put(tx, kind, "https://user@hooks.example/secret/token", {"text": text}, order_id)
        made = outbox.listed(tx, "waiting")[0]
        for n in range(tries):
            held = OutMessage(**{name: getattr(made, name) for name in made.__slots__} | {"attempts": n + 1})
            outbox.failed(tx, held, "the receiver answered with status 503")
        if sent:
            outbox.sent(tx, made)
        return made

    return store.run(work)


def numbers(store: Store) -> dict[str, int]:
    with store.read() as tx:
        return {state: outbox.count(tx, state) for state in outbox.STATES}


def test_what_was_given_up_comes_first_with_its_error(store: Store) -> None:
    dead = message(store, "Order <b>", tries=outbox.MOST_TRIES)
    message(store, "Order two", tries=1)
    message(store, "Order three", sent=True)
    admin = client(store, "admin")
    shown = admin.get("/desk/outbox").text
    for said in ("Order &lt;b&gt;", "status 503", "hooks.example", f"/desk/outbox/{dead.id}/again", "order.waiting"):
        assert said in shown, said
    assert "secret" not in shown, "the rest of an address is often a key"
    assert "Order two" in admin.get("/desk/outbox?state=waiting").text
    assert "Order three" in admin.get("/desk/outbox?state=sent").text
    assert "No messages here." in admin.get("/desk/outbox?state=dead&way=replies").text
    assert "Order &lt;b&gt;" in client(store, "admin", "pl").get("/desk/outbox?way=events&state=nonsense").text


def test_sent_again_and_given_up_by_a_person(store: Store) -> None:
    dead, waiting = message(store, "one", tries=outbox.MOST_TRIES), message(store, "two", tries=1)
    admin = client(store, "admin")
    form = {"csrf": csrf(admin)}
    assert admin.post(f"/desk/outbox/{dead.id}/again", data=form).status_code == 303
    assert numbers(store) == {"waiting": 2, "sent": 0, "dead": 0}
    assert admin.post(f"/desk/outbox/{waiting.id}/give-up", data=form).status_code == 303
    assert admin.post(f"/desk/outbox/{waiting.id}/give-up", data=form).status_code == 409
    assert numbers(store) == {"waiting": 1, "sent": 0, "dead": 1}
    with store.read() as tx:
        due = outbox.get(tx, dead.id)
        said = [(e.kind, e.by) for e in events.walk(tx) if e.kind.startswith("message_")]
    assert due is not None
    assert (due.attempts, due.dead_at) == (0, None)
    assert said == [("message_resent", "admin"), ("message_given_up", "admin")]
    assert admin.post("/desk/outbox/again", data=form | {"way": "alerts"}).status_code == 303
    assert numbers(store)["dead"] == 1, "only of the kind that is shown"
    assert admin.post("/desk/outbox/again", data=form).status_code == 303
    assert numbers(store) == {"waiting": 2, "sent": 0, "dead": 0}


def test_what_is_sent_or_being_sent_is_left(store: Store) -> None:
    sent = message(store, "one", sent=True)
    admin = client(store, "admin")
    form = {"csrf": csrf(admin)}
    assert admin.post(f"/desk/outbox/{sent.id}/again", data=form).status_code == 409
    held = message(store, "two")
    store.run(lambda tx: outbox.claim(tx, "sender", 60))
    assert admin.post(f"/desk/outbox/{held.id}/give-up", data=form).status_code == 409
    assert numbers(store)["dead"] == 0


def test_others_do_not_reach_it(store: Store) -> None:
    dead = message(store, "one", tries=outbox.MOST_TRIES)
    approver = client(store, "approver")
    assert approver.get("/desk/outbox").status_code == 403
    assert approver.post(f"/desk/outbox/{dead.id}/again", data={"csrf": csrf(approver)}).status_code == 403
    assert client(store, "admin").post(f"/desk/outbox/{dead.id}/again", data={"csrf": "no"}).status_code == 403
    assert numbers(store)["dead"] == 1
