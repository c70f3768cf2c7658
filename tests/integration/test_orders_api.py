"""`/v1/orders`: taking in, showing, acting; and what hostile or careless callers send."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Literal

import pytest
from argon2 import PasswordHasher

from serving.desk.store import events, people, rulebooks
from tests.desksite import Site, site
from tests.standin import ORDER, pdf

FOUR_EYES = "value: {four_eyes_above: 50}\n"


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Site]:
    with site(tmp_path, max_upload_mb=1) as made:
        yield made


def send(desk: Site, content: bytes, name: str = "order.pdf", **headers: str) -> Any:
    return desk.client("clerk").post("/v1/orders", files={"file": (name, content)}, headers=headers)


def waiting(desk: Site) -> str:
    """Id of an order that waits for a person."""
    order: str = send(desk, pdf(*ORDER)).json()["id"]
    desk.work()
    assert look(desk, order)["state"] == "waiting"
    return order


def look(desk: Site, order: str) -> dict[str, Any]:
    found: dict[str, Any] = desk.client("clerk").get(f"/v1/orders/{order}").json()
    return found


def act(desk: Site, order: str, name: str, role: str = "approver", **body: Any) -> Any:
    asked = {"version": look(desk, order)["version"], **body}
    # json.dumps writes what a strict client would not: infinities, lone surrogates.
    return desk.client(role).post(f"/v1/orders/{order}/{name}", content=json.dumps(asked),
                                  headers={"Content-Type": "application/json"})  # fmt: skip


def stops(desk: Site, order: str) -> list[str]:
    return sorted({r["code"] for r in look(desk, order)["reasons"] if r["severity"] == "stop"})


def test_an_order_is_taken_in_at_once_and_once(desk: Site) -> None:
    first = send(desk, pdf(*ORDER), **{"Idempotency-Key": "a"})
    assert (first.status_code, first.json()["state"], first.json()["new"]) == (202, "received", True)
    assert first.headers["location"] == f"/v1/orders/{first.json()['id']}"
    again = send(desk, pdf(*ORDER), **{"Idempotency-Key": "a"})
    assert (again.json()["id"], again.json()["new"]) == (first.json()["id"], False)
    other = send(desk, pdf("Order 2"), **{"Idempotency-Key": "a"})
    assert (other.status_code, other.json()["code"]) == (422, "key_reused")


def test_every_action_is_done_by_whom_it_is_for(desk: Site) -> None:
    order = waiting(desk)
    assert act(desk, order, "approve", "clerk").status_code == 403
    assert act(desk, order, "reject", "annotator").status_code == 403
    assert act(desk, order, "reject", "clerk", why="no").json()["state"] == "rejected"
    assert act(desk, order, "take_up", "clerk").json()["state"] == "waiting"
    assert act(desk, order, "approve", accepted=stops(desk, order)).json()["state"] == "ready"


def test_an_approval_names_every_stop_that_is_open(desk: Site) -> None:
    """Else it is of an order that the sender did not look at; nothing is done then."""
    order = waiting(desk)
    first, *others = stops(desk, order)
    answer = act(desk, order, "approve", accepted=others)
    assert (answer.status_code, answer.json()["code"]) == (409, "unanswered")
    assert first in answer.json()["detail"]
    assert all(code not in answer.json()["detail"] for code in others)
    assert look(desk, order)["state"] == "waiting"
    assert stops(desk, order) == [first, *others]
    done = act(desk, order, "approve", accepted=[first, *others, "of_no_order"])
    assert done.json()["state"] == "ready"
    assert act(desk, order, "approve").json()["code"] == "not_allowed"


def test_an_overtaken_action_is_refused(desk: Site) -> None:
    order = waiting(desk)
    answer = desk.client("clerk").post(f"/v1/orders/{order}/reject", json={"version": 1})
    assert (answer.status_code, answer.json()["code"]) == (409, "overtaken")


def test_who_corrected_a_large_order_does_not_approve_it(desk: Site) -> None:
    desk.office.store.run(lambda tx: rulebooks.add(tx, FOUR_EYES, "test", ""))
    order = waiting(desk)
    change = {"path": "fields.order_number", "after": "PO-1"}
    assert act(desk, order, "correct", changes=[change]).status_code == 200
    desk.work()
    act(desk, order, "correct", changes=[{"path": "fields.total_net", "after": "1.00"}])  # does not help
    desk.work()
    own = act(desk, order, "approve", accepted=stops(desk, order))
    assert own.json()["code"] == "four_eyes"
    assert act(desk, order, "approve", "admin", accepted=stops(desk, order)).json()["state"] == "ready"


@pytest.mark.parametrize(
    "change",
    [
        {"path": "lines.²", "after": "x"},
        {"path": "lines.99999999999", "after": None},
        {"path": "customer", "after": "²"},
        {"path": "customer", "after": "9" * 5000},
        {"path": "lines.0", "after": '{"kind": "item", "page": "x", "fields": {}}'},
        {"path": "lines.0", "after": '{"kind": "item", "page": 1e999, "fields": {}}'},
        {"path": "lines.0", "after": "[]"},
        {"path": "fields.order_number", "after": "\ud800"},
        {"path": "fields.order_number", "after": "a\0b"},
        {"path": "fields.order_number", "after": "a", "boxes": [{"page": "q"}]},
        {"path": "fields.order_number", "after": "a",
         "boxes": [{"page": 1, "x0": 1e999, "y0": 0, "x1": 1, "y1": 1}]},
        {"path": "fields.nothing", "after": "a"},
    ],
    ids=lambda change: f"{change['path']}={str(change['after'])[:12].encode('ascii', 'backslashreplace').decode()}",
)  # fmt: skip
def test_a_change_that_cannot_be_is_refused_and_leaves_the_order_as_it_was(desk: Site, change: dict[str, Any]) -> None:
    order = waiting(desk)
    before = look(desk, order)
    answer = act(desk, order, "correct", changes=[change])
    assert answer.status_code == 422, answer.text
    assert look(desk, order) == before


@pytest.mark.parametrize("name", ["../../x", "..\\..\\x", "/etc/x", "C:\\x"])
def test_names_lose_their_folders(desk: Site, name: str) -> None:
    assert send(desk, pdf(*ORDER), name).json()["file"] == "x"


@pytest.mark.parametrize(
    ("content", "status", "code"),
    [
        (b"", 422, "empty"),
        (b"GIF89a....", 415, "unsupported"),
        (b"PK\x03\x04" + bytes(200), 415, "unsupported"),
        (b"%PDF-" + b"x" * 1_100_000, 413, "too_large"),
    ],
    ids=["nothing", "gif", "zip", "large"],
)
def test_what_is_no_document_is_refused_at_the_door(desk: Site, content: bytes, status: int, code: str) -> None:
    answer = send(desk, content)
    assert (answer.status_code, answer.json()["code"]) == (status, code)
    assert desk.client("clerk").get("/v1/orders").json()["count"] == 0


def test_an_xml_bomb_ends_as_a_failed_order(desk: Site) -> None:
    entities = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
    bomb = (f'<?xml version="1.0"?><!DOCTYPE o [<!ENTITY e0 "ha">{entities}]>'
            '<Order xmlns="urn:oasis:names:specification:ubl:schema:xsd:Order-2">&e11;</Order>').encode()  # fmt: skip
    answer = send(desk, bomb, "bomb.xml")
    if answer.status_code == 202:
        desk.work()
        assert look(desk, answer.json()["id"])["state"] == "failed"
    else:
        assert answer.status_code in (415, 422)


@pytest.mark.parametrize("order", ["%00", "%ED%A0%80", "a" * 40, "nothing", "..%2f.."])
def test_orders_that_are_none(desk: Site, order: str) -> None:
    assert desk.client("clerk").get(f"/v1/orders/{order}").status_code in (404, 422)


def test_a_sender_that_is_no_text_is_refused(desk: Site) -> None:
    files = {"file": ("a.pdf", pdf(*ORDER))}
    assert desk.client("clerk").post("/v1/orders?sender=a%00b", files=files).status_code == 422


def test_a_document_taken_is_an_event(desk: Site) -> None:
    order = waiting(desk)
    answer = desk.client("clerk").get(f"/v1/orders/{order}/document")
    assert answer.content == pdf(*ORDER)
    with desk.office.store.read() as tx:
        assert [e.by[:4] for e in events.walk(tx) if e.kind == "document_taken"] == ["key:"]


def test_a_stranger_who_guesses_passwords_holds_nobody_up(desk: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    """While a password is hashed others write: sign-in holds no lock then."""
    desk.office.store.run(lambda tx: people.add_user(tx, "ada", "admin", "correct horse battery", "test"))
    others = []

    class Watched(PasswordHasher):
        def verify(self, hash: str | bytes, password: str | bytes) -> Literal[True]:
            with desk.office.store.engine.connect().execution_options(ordermill_writes=True) as other:
                other.exec_driver_sql("PRAGMA busy_timeout = 0")  # a lock that is held raises at once
                other.rollback()
                with other.begin():
                    others.append("wrote")
            return super().verify(hash, password)

    monkeypatch.setattr(people, "_hasher", Watched())
    answer = desk.client().post("/login", data={"name": "ada", "password": "wrong wrong wrong"})
    assert (answer.status_code, others) == (401, ["wrote"])
