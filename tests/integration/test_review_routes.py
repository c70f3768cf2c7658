"""The order page's routes without a browser: who may, what is refused, and that nothing half is written."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from fastapi import FastAPI
from fastapi.testclient import TestClient

from serving import problems
from serving.access.sessions import COOKIE
from serving.desk.flow import Worker
from serving.desk.office import Office
from serving.desk.receive import receive
from serving.desk.steps import steps
from serving.desk.store import Store, events, orders, people, versions
from serving.review.app import install
from tests import standin
from tests.desks import opened, sqlite


class Client:
    """A signed-in clerk at one order, which was just read."""

    def __init__(self, store: Store, http: TestClient, csrf: str, order_id: str) -> None:
        self.store, self.http, self.csrf, self.order_id = store, http, csrf, order_id

    def get(self, path: str = "") -> Any:
        return self.http.get(f"/desk/orders/{self.order_id}{path}", headers={"Accept": "application/json"})

    def post(self, path: str, body: Any) -> Any:
        headers = {"X-CSRF-Token": self.csrf}
        return self.http.post(f"/desk/orders/{self.order_id}{path}", json=body, headers=headers)

    def correct(self, *changes: dict[str, Any], version: int | None = None) -> Any:
        return self.post("/correct", {"version": version or self.version, "changes": list(changes)})

    @property
    def version(self) -> int:
        with self.store.read() as tx:
            return orders.get(tx, self.order_id).version

    def extractions(self) -> int:
        with self.store.read() as tx:
            return len(versions.extractions(tx, self.order_id))


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, FastAPI, Any]]:
    folder: Path = tmp_path_factory.mktemp("routes")
    store = opened(sqlite(folder), folder)
    app = FastAPI()
    problems.install(app)
    access = install(app, Office(store))
    yield store, app, access
    store.close()


@pytest.fixture
def clerk(desk: tuple[Store, FastAPI, Any], request: pytest.FixtureRequest) -> Iterator[Client]:
    store, app, access = desk
    content = standin.pdf(*standin.ORDER, f"Test {request.node.name}")
    order, _ = receive(store, content, "order.pdf", source="page", by="test")
    worker = Worker(store, steps(Office(store, pipeline=standin.pipeline())))
    while worker.work():
        pass
    user = store.run(lambda tx: people.user(tx, "anna") or people.add_user(tx, "anna", "clerk", None, "test"))
    cookie = access.sessions.begin(user, "session")
    known = access.identify(None, cookie)
    with TestClient(app, cookies={COOKIE: cookie}, follow_redirects=False) as http:
        yield Client(store, http, known.person.csrf, order.id)


def test_faults_are_all_named_with_their_fields_and_nothing_is_written(clerk: Client) -> None:
    answer = clerk.correct(
        {"path": "fields.order_date", "text": "soon"}, {"path": "lines.0.fields.quantity", "text": "a dozen"},
        {"path": "fields.order_number", "text": "PO-9"},
    )  # fmt: skip
    assert answer.status_code == 422
    assert [e["path"] for e in answer.json()["errors"]] == ["fields.order_date", "lines.0.fields.quantity"]
    assert "no date" in answer.json()["errors"][0]["message"]
    assert clerk.extractions() == 1


@pytest.mark.parametrize(
    "change",
    [
        {"path": "fields.nonsense", "text": "x"}, {"path": "lines.9.fields.quantity", "text": "1"},
        {"path": "lines.9", "none": True}, {"path": "lines.0", "text": "x"}, {"path": "customer", "text": "Acme"},
        {"path": "customer", "value": "1; drop"}, {"path": "lines.7.product", "value": "4"},
        {"path": "fields.total_net", "value": "1,50"}, {"path": "lines.2", "cells": []},
        {"path": "fields.order_number", "text": "x", "boxes": [{"page": 1}]},
    ],
)  # fmt: skip
def test_changes_of_what_is_not_there_are_refused(clerk: Client, change: dict[str, Any]) -> None:
    assert clerk.correct(change).status_code == 422
    assert clerk.extractions() == 1


def test_the_page_sends_every_stop_with_the_approval(clerk: Client) -> None:
    """With a script and without one; less than what is open is refused."""
    with clerk.store.read() as tx:
        stops = {e.code for e in versions.exceptions(tx, clerk.order_id) if e.severity == "stop"}
    assert stops
    page = clerk.http.get(f"/desk/orders/{clerk.order_id}", headers={"Accept": "text/html"}).text
    sent = re.findall(r'name="accepted" value="([^"]+)"', page)
    assert stops <= set(sent)
    assert stops <= {r["code"] for r in clerk.get("/data").json()["reasons"]}
    assert stops <= set(clerk.get("/state").json()["reasons"])
    form = {"version": clerk.version, "csrf": clerk.csrf}
    there = f"/desk/orders/{clerk.order_id}/approve"
    assert clerk.http.post(there, data=form).json()["code"] == "unanswered"
    assert clerk.http.post(there, data=form | {"accepted": sent}).status_code == 303


def test_a_version_that_was_overtaken_is_refused(clerk: Client) -> None:
    seen = clerk.version
    assert clerk.correct({"path": "fields.order_number", "text": "PO-1"}).status_code == 200
    for answer in (
        clerk.correct({"path": "fields.order_number", "text": "PO-2"}, version=seen),
        clerk.post("/reject", {"version": seen, "why": "x"}),
        clerk.post("/approve", {"version": seen}),
    ):
        assert answer.status_code == 409
        assert answer.json()["code"] == "overtaken"
    assert clerk.extractions() == 2


def test_pictures_are_made_once_and_words_come_with_their_places(clerk: Client) -> None:
    first, second = clerk.get("/pages/1"), clerk.get("/pages/1")
    assert first.headers["content-type"] == "image/webp"
    assert first.content == second.content
    assert clerk.get("/pages/2").status_code == 404
    words = clerk.get("/words/1").json()["words"]
    assert words[1][0] == "PO/2026/118"
    assert len(words[1]) == 5
    assert clerk.get("/words/7").json() == {"words": []}


def test_who_saw_a_document_is_noted_once_a_visit(clerk: Client) -> None:
    for _ in range(2):
        assert clerk.get().status_code == 200
    assert clerk.get("/document").headers["content-disposition"].startswith("attachment")
    with clerk.store.read() as tx:
        kinds = [e.kind for e in events.of_order(tx, clerk.order_id) if e.by == "anna"]
    assert kinds == ["looked", "document_taken"]


def test_an_unknown_order_and_a_missing_version_are_said_plainly(clerk: Client) -> None:
    assert clerk.post("/reject", {"why": "x"}).status_code == 422
    clerk.order_id = "none"
    assert clerk.get().status_code == 404
    assert clerk.get("/pages/1").status_code == 404


def test_typed_text_is_read_in_the_clerks_language(clerk: Client) -> None:
    said = clerk.post("/value", {"path": "fields.total_net", "text": "1 234,56"}).json()
    assert said == {"value": "1234.56", "shown": "1,234.56"}
    refused = clerk.post("/value", {"path": "fields.order_date", "text": "soon"})
    assert (refused.status_code, refused.json()["code"]) == (422, "bad_value")


def test_candidates_of_any_value_can_be_asked_for(clerk: Client) -> None:
    found = clerk.get("/candidates?path=lines.0.fields.quantity").json()["candidates"]
    assert "3" in [c["value"] for c in found]
    assert clerk.get("/candidates?path=nonsense").status_code == 404
    assert clerk.get("/candidates?path=lines.99.fields.quantity").status_code == 200
