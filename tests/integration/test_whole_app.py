"""The application as it is served: reader and desk together, every route behind its role."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi.routing import APIRoute
from starlette.testclient import TestClient

from serving.access.open import is_open
from serving.api import Desk, create_app
from serving.desk.office import Office
from serving.desk.store import Store, people
from serving.settings import Settings
from tests.desks import opened, sqlite
from tests.standin import ORDER, pdf, pipeline


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(sqlite(tmp_path), tmp_path)
    yield made
    made.close()


@pytest.fixture
def client(store: Store, tmp_path: Path) -> TestClient:
    (tmp_path / "samples").mkdir()
    desk = Desk(pipeline(), Settings(samples=tmp_path / "samples", max_upload_mb=1))
    return TestClient(create_app(desk, Office(store, pipeline=desk.pipeline)), follow_redirects=False)


def routes(client: TestClient) -> list[tuple[str, str]]:
    """(method, path) of every route, those of included routers too."""
    found: list[tuple[str, str]] = []

    def walk(items: object, prefix: str = "") -> None:
        for route in getattr(items, "routes", []):
            inner = getattr(route, "original_router", None)
            if inner is not None:
                walk(inner, prefix)
            elif isinstance(route, APIRoute):
                found.extend((method, prefix + route.path) for method in route.methods or ())

    walk(client.app)
    return found


def filled(path: str) -> str:
    return re.sub(r"\{(\w+)\}", lambda m: "1" if m[1] == "number" else "x", path)


def key(store: Store, role: str) -> dict[str, str]:
    return {"X-API-Key": store.run(lambda tx: people.add_key(tx, role, role, "test"))[1]}


def test_every_route_turns_strangers_away(client: TestClient) -> None:
    asked = [(m, p) for m, p in routes(client) if not is_open(p)]
    assert len(asked) > 40
    open_ones = [(m, p) for m, p in asked if client.request(m, filled(p)).status_code != 401]
    assert open_ones == []
    for path in ("/openapi.json", "/docs", "/nowhere", "/static/../serving/api.py"):
        assert client.get(path).status_code in (401, 404), path


def test_every_route_of_the_desk_asks_for_more_than_an_annotator(client: TestClient, store: Store) -> None:
    low = key(store, "annotator")
    mine = ("/desk/me", "/logout", "/login")
    asked = [(m, p) for m, p in routes(client) if p.startswith(("/desk", "/v1/orders")) and not p.startswith(mine)]
    assert len(asked) > 25
    let_in = [(m, p) for m, p in asked if client.request(m, filled(p), headers=low).status_code not in (403, 422)]
    assert let_in == []


def test_an_order_over_http_is_taken_read_and_approved(client: TestClient, store: Store) -> None:
    from serving.desk.flow import Worker
    from serving.desk.steps import steps

    clerk, approver = key(store, "clerk"), key(store, "approver")
    taken = client.post("/v1/orders", files={"file": ("../../x.pdf", pdf(*ORDER))}, headers=clerk)
    assert (taken.status_code, taken.json()["file"], taken.json()["new"]) == (202, "x.pdf", True)
    again = client.post("/v1/orders", files={"file": ("x.pdf", pdf(*ORDER))}, headers=clerk)
    assert (again.json()["id"], again.json()["new"]) == (taken.json()["id"], False)
    worker = Worker(store, steps(Office(store, pipeline=pipeline())))
    while worker.work():
        pass
    there = taken.headers["location"]
    order = client.get(there, headers=clerk).json()
    assert order["state"] == "waiting"
    assert order["reasons"][0]["message"]
    assert order["extraction"]["fields"]["order_number"]["value"] == "PO/2026/118"
    path = "fields.order_number"
    body = {"version": order["version"], "changes": [{"path": path, "after": "PO/2026/119"}]}
    assert client.post(f"{there}/correct", json=body | {"version": 1}, headers=clerk).status_code == 409
    done = client.post(f"{there}/correct", json=body, headers=clerk).json()
    assert done["order_number"] == "PO/2026/119"
    while worker.work():
        pass
    order = client.get(there, headers=clerk).json()
    body = {"version": order["version"], "accepted": [reason["code"] for reason in order["reasons"]]}
    assert client.post(f"{there}/approve", json=body, headers=clerk).status_code == 403
    assert client.post(f"{there}/approve", json=body, headers=approver).json()["state"] == "ready"
    while worker.work():
        pass
    assert client.get(there, headers=clerk).json()["state"] in ("exported", "waiting")
    assert client.get("/v1/orders?state=waiting", headers=clerk).status_code == 200
    assert client.get(f"{there}/document", headers=clerk).content == pdf(*ORDER)


@pytest.mark.parametrize(
    ("content", "status"),
    [(b"", 422), (b"PK\x03\x04" + b"0" * 100, 415), (b"hello", 415), (b"%PDF-" + b"x" * 1_200_000, 413)],
)
def test_what_is_no_order_is_refused(client: TestClient, store: Store, content: bytes, status: int) -> None:
    answer = client.post("/v1/orders", files={"file": ("a.pdf", content)}, headers=key(store, "clerk"))
    assert answer.status_code == status, answer.text


def test_style_and_scripts_are_there_for_the_sign_in(client: TestClient) -> None:
    for path in ("/static/base.css", "/static/desk/desk.css", "/static/desk/order.js", "/static/icon.svg"):
        assert client.get(path).status_code == 200, path
    assert client.get("/v1/me").status_code == 401
