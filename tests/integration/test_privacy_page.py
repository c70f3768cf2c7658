"""Privacy for admins: counted before it is erased, the policy shown, last accesses listed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from serving.desk.store import Store, orders
from tests.deskpages import client, csrf
from tests.desks import opened, order, sqlite


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(sqlite(tmp_path), tmp_path)
    yield made
    made.close()


def state(store: Store, order_id: str) -> str:
    with store.read() as tx:
        return orders.get(tx, order_id).state


def test_erasing_is_counted_first_and_erases_what_was_agreed_to(store: Store) -> None:
    mine = order(store, b"%PDF-1.4 one", sender="zofia@gone.example")
    other = order(store, b"%PDF-1.4 two", sender="anna@stays.example")
    admin = client(store, "admin")
    form = {"csrf": csrf(admin), "what": "sender", "name": "zofia@gone.example"}
    counted = admin.post("/desk/privacy/erase", data=form)
    assert "This would be erased" in counted.text
    assert '<input type="hidden" name="sure" value="1">' in counted.text
    again = admin.post("/desk/privacy/erase", data=form | {"sure": "2"})  # not the number that is there
    assert "This would be erased" in again.text
    assert state(store, mine.id) == "received"
    done = admin.post("/desk/privacy/erase", data=form | {"sure": "1"})
    assert "This was erased" in done.text
    assert "zofia" not in done.text
    assert (state(store, mine.id), state(store, other.id)) == ("erased", "received")
    assert store.files.get(mine.document) is None


def test_nobody_is_meant_by_a_name_too_short(store: Store) -> None:
    admin = client(store, "admin")
    answer = admin.post("/desk/privacy/erase", data={"csrf": csrf(admin), "what": "person", "name": "ab"})
    assert (answer.status_code, "too short" in answer.text) == (422, True)


def test_last_accesses_are_listed(store: Store) -> None:
    seen = order(store)
    store.run(lambda tx: tx.log("document_taken", "anna", seen.id))
    shown = client(store, "admin", "de").get("/desk/privacy").text
    assert "Das Dokument wurde heruntergeladen." in shown
    assert f"/desk/orders/{seen.id}/story" in shown


def test_the_policy_is_shown_with_what_is_due(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    file = tmp_path / "policy.yaml"
    monkeypatch.setenv("ORDERMILL_RETENTION", str(file))
    file.write_text('default: {orders: 3650}\nsenders: {"@a.example": {documents: 90, mails: never}}', encoding="utf-8")
    shown = client(store, "admin").get("/desk/privacy").text
    assert "3650 days" in shown
    assert "@a.example" in shown
    assert "Nothing is due now." in shown
    file.write_text("default: {cats: 1}", encoding="utf-8")
    assert "The policy cannot be read" in client(store, "admin").get("/desk/privacy").text


def test_approvers_do_not_reach_it(store: Store) -> None:
    person = client(store, "approver")
    assert person.get("/desk/privacy").status_code == 403
    form = {"csrf": csrf(person), "what": "sender", "name": "a@b.example", "sure": "0"}
    assert person.post("/desk/privacy/erase", data=form).status_code == 403
