"""The desk's pages over a store of a test, with somebody signed in."""

from __future__ import annotations

import re
from pathlib import Path

from fastapi import FastAPI
from starlette.testclient import TestClient

from serving import problems
from serving.access.sessions import COOKIE
from serving.desk.office import Office
from serving.desk.store import Store, Tx, people
from serving.desk.store.rows import User
from serving.review.app import install


def client(store: Store, role: str, language: str = "en", model: Path | None = None) -> TestClient:
    """The pages as somebody of `role`, named as the role, sees them; `model` reads there."""

    def person(tx: Tx) -> User:
        return people.user(tx, role) or people.add_user(tx, role, role, None, "test", language=language)

    app = FastAPI()
    problems.install(app)
    access = install(app, Office(store, model=model))
    made = TestClient(app, base_url="http://desk.test", follow_redirects=False, headers={"Accept": "text/html"})
    made.cookies.set(COOKIE, access.sessions.begin(store.run(person), "session"))
    return made


def csrf(client: TestClient) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/desk/me").text)
    assert found
    return found.group(1)
