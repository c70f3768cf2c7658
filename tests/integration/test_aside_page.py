"""Files and documents that are no orders: listed with their reasons, shown, read after all or dismissed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import select

from serving.desk.flow import Worker
from serving.desk.office import Office
from serving.desk.states import State
from serving.desk.steps import steps
from serving.desk.store import Store, Tx, arrivals, events, orders, tables, versions
from serving.desk.store.rows import Order
from serving.intake.mails import parcel_of
from serving.intake.settings import IntakeSettings
from serving.intake.taking import take
from tests.deskpages import client, csrf
from tests.desks import all_orders, opened, order, sqlite
from tests.mails import bounced, mail, order_pdf
from tests.standin import pipeline


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(sqlite(tmp_path), tmp_path)
    yield made
    made.close()


def came_back(store: Store) -> int:
    """A returned mail with an order in it, and a letter beside it; the number of the order's file."""
    settings = IntakeSettings(_env_file=None)  # type: ignore[call-arg]
    ours = mail(("order <1>.pdf", order_pdf()), ("letter.docx", b"PK\x03\x04 word/"))
    take(store, parcel_of(bounced(ours).as_bytes(), settings), "mailbox")
    with store.read() as tx:
        return next(a.id for a in arrivals.asides(tx) if a.file.endswith(".pdf"))


def read_as_no_order(store: Store) -> Order:
    """An invoice that was read and set aside by the flow."""
    made = order(store)

    def work(tx: Tx) -> Order:
        result = {"fields": {}, "lines": [], "document_type": {"value": "invoice", "confidence": 0.9}, "model": {}}
        versions.add_extraction(tx, made.id, result, "model", "reader", "1")
        now = orders.change(tx, made, {"document_type": "invoice"}, "extracted")
        return orders.move(tx, now, "aside", "worker")

    return store.run(work)


def kinds(store: Store) -> list[str]:
    with store.read() as tx:
        return [event.kind for event in events.walk(tx)]


def test_files_are_listed_with_reason_and_sender(store: Store) -> None:
    number = came_back(store)
    clerk = client(store, "clerk")
    shown = clerk.get("/desk/aside").text
    for said in ("order &lt;1&gt;.pdf", "letter.docx", "A mail server returned a mail", "anna@buyer.example", "e-mail"):
        assert said in shown, said
    assert f"/desk/aside/{number}/read" in shown
    assert "letter.docx" not in clerk.get("/desk/aside?text=order").text
    assert "Nothing here." in clerk.get("/desk/aside?code=too_large").text
    assert "Nothing here." in clerk.get("/desk/aside?source=folder").text
    assert "order &lt;1&gt;.pdf" in clerk.get("/desk/aside?code=returned&source=mail&number=1").text
    assert "wysłano już wcześniej" in client(store, "approver", "pl").get("/desk/aside").text


def test_a_file_is_shown_with_its_picture_and_its_mail(store: Store) -> None:
    number = came_back(store)
    clerk = client(store, "clerk")
    shown = clerk.get(f"/desk/aside/{number}").text
    assert "I could not deliver your mail" in shown
    assert f'src="/desk/aside/{number}/page"' in shown
    picture = clerk.get(f"/desk/aside/{number}/page")
    assert (picture.headers["content-type"], picture.content[8:12]) == ("image/webp", b"WEBP")
    taken = clerk.get(f"/desk/aside/{number}/file")
    assert (taken.content, "attachment" in taken.headers["content-disposition"]) == (order_pdf(), True)
    assert kinds(store)[-2:] == ["aside_looked", "aside_taken"]
    assert "no picture" in clerk.get(f"/desk/aside/{number + 1}").text
    assert clerk.get(f"/desk/aside/{number + 1}/page").status_code == 404
    assert clerk.get("/desk/aside/999").status_code == 404


def test_a_file_is_an_order_after_all(store: Store) -> None:
    number = came_back(store)
    clerk = client(store, "clerk")
    form = {"csrf": csrf(clerk)}
    answer = clerk.post(f"/desk/aside/{number}/read", data=form)
    (made,) = all_orders(store)
    assert (answer.status_code, answer.headers["location"]) == (303, f"/desk/orders/{made.id}")
    assert (made.sender, made.source, made.file) == ("anna@buyer.example", "mail", "order <1>.pdf")
    assert Worker(store, steps(Office(store, pipeline=pipeline()))).work()
    assert all_orders(store)[0].order_number == "1", "it is read like any other"
    assert clerk.post(f"/desk/aside/{number}/read", data=form).status_code == 409
    assert "order &lt;1&gt;.pdf" not in clerk.get("/desk/aside").text
    done = clerk.get("/desk/aside?tab=done").text
    assert ("became an order" in done, f"/desk/orders/{made.id}" in done) == (True, True)
    with store.read() as tx:
        event = next(e for e in events.of_order(tx, made.id) if e.kind == "aside_read")
        mail_of = arrivals.get(tx, int(made.intake_id or 0))
    assert (event.by, json.loads(event.data or "")["code"]) == ("clerk", "returned")
    assert mail_of is not None


def test_a_file_that_cannot_be_read_stays(store: Store) -> None:
    number = came_back(store) + 1
    clerk = client(store, "clerk")
    answer = clerk.post(f"/desk/aside/{number}/read", data={"csrf": csrf(clerk)})
    assert (answer.status_code, "which is not read" in answer.text) == (422, True)
    settings = IntakeSettings(_env_file=None)  # type: ignore[call-arg]
    take(store, parcel_of(mail(key="<9@x>").as_bytes(), settings), "mailbox")
    with store.read() as tx:
        empty = arrivals.asides(tx)[0]
    answer = clerk.post(f"/desk/aside/{empty.id}/read", data={"csrf": csrf(clerk)})
    assert (answer.status_code, "was not kept" in answer.text) == (422, True)
    assert all_orders(store) == []


def test_dismissed_files_leave_the_list_and_may_come_back(store: Store) -> None:
    number = came_back(store)
    clerk = client(store, "clerk")
    form = {"csrf": csrf(clerk)}
    assert clerk.post(f"/desk/aside/{number}/dismiss", data=form).status_code == 303
    assert "order &lt;1&gt;.pdf" not in clerk.get("/desk/aside").text
    assert "dismissed" in clerk.get("/desk/aside?tab=done").text
    assert kinds(store).count("aside_dismissed") == 1
    assert clerk.post(f"/desk/aside/{number}/read", data=form).status_code == 303
    assert len(all_orders(store)) == 1


def test_a_document_that_was_read_is_an_order_after_all(store: Store) -> None:
    made = read_as_no_order(store)
    clerk = client(store, "clerk")
    shown = clerk.get("/desk/aside?tab=read").text
    assert ("An invoice" in shown, f"/desk/orders/{made.id}" in shown) == (True, True)
    where, form = f"/desk/aside/orders/{made.id}", {"csrf": csrf(clerk), "version": str(made.version)}
    assert clerk.post(f"{where}/read", data=form | {"version": str(made.version - 1)}).status_code == 409
    assert clerk.post(f"{where}/read", data=form).status_code == 303
    assert state(store, made.id) == ("extracted", "order")


def test_a_document_that_was_read_is_dismissed(store: Store) -> None:
    made = read_as_no_order(store)
    clerk = client(store, "clerk")
    form = {"csrf": csrf(clerk), "version": str(made.version)}
    assert clerk.post(f"/desk/aside/orders/{made.id}/dismiss", data=form).status_code == 303
    assert state(store, made.id)[0] == "rejected"


def state(store: Store, order_id: str) -> tuple[State, str | None]:
    with store.read() as tx:
        found = orders.get(tx, order_id)
    return found.state, found.document_type


def test_only_clerks_with_their_own_page_act(store: Store) -> None:
    number = came_back(store)
    assert client(store, "annotator").get("/desk/aside").status_code == 403
    clerk = client(store, "clerk")
    for act in ("read", "dismiss"):
        assert clerk.post(f"/desk/aside/{number}/{act}", data={"csrf": "wrong"}).status_code == 403
        assert client(store, "annotator").post(f"/desk/aside/{number}/{act}").status_code == 403
    with store.read() as tx:
        assert tx.execute(select(tables.set_aside.c.answer)).scalars().all() == [None, None]
