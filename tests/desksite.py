"""The whole service around a desk of its own, with a key for each role: for tests of what goes over HTTP."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.testclient import TestClient

from serving.api import Desk, create_app
from serving.desk.flow import Worker
from serving.desk.office import Office
from serving.desk.steps import steps
from serving.desk.store import people
from serving.pipeline import Pipeline
from serving.settings import Settings
from tests.desks import opened, sqlite
from tests.standin import pipeline


@dataclass(frozen=True)
class Site:
    """One application on one SQLite store; `keys` by role."""

    app: FastAPI
    office: Office
    keys: dict[str, str]

    def client(self, role: str | None = None, **options: Any) -> TestClient:
        """With the key of `role`, without any for None. Errors are answers, redirects are not followed."""
        client = TestClient(self.app, raise_server_exceptions=False, follow_redirects=False, **options)
        if role is not None:
            client.headers["X-API-Key"] = self.keys[role]
        return client

    def work(self) -> None:
        """Take every order as far as it goes."""
        worker = Worker(self.office.store, steps(self.office))
        while worker.work():
            pass


@contextmanager
def site(folder: Path, reader: Pipeline | None = None, **settings: Any) -> Iterator[Site]:
    reader = reader or pipeline()
    store = opened(sqlite(folder), folder)
    keys: dict[str, str] = {}
    for role in people.ROLES:
        keys[role] = store.run(lambda tx, role=role: people.add_key(tx, role, role, "test"))[1]  # type: ignore[misc]
    office = Office(store, pipeline=reader)
    desk = Desk(reader, Settings(samples=folder / "none", **settings))
    try:
        yield Site(create_app(desk, office), office, keys)
    finally:
        store.close()
