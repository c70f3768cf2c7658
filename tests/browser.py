"""A desk in a browser: the app behind uvicorn in a thread, a worker beside it, Debian's Chromium before it."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import uvicorn
from fastapi import FastAPI
from fastapi.staticfiles import StaticFiles
from playwright.sync_api import Browser, BrowserContext, Page, ViewportSize, sync_playwright

import serving
from serving import problems
from serving.access import Access
from serving.access.sessions import COOKIE
from serving.desk.flow import Worker
from serving.desk.office import Office
from serving.desk.receive import receive
from serving.desk.steps import steps
from serving.desk.store import Store, orders, people
from serving.pipeline import Pipeline
from serving.review.app import install
from serving.settings import DeskSettings
from tests.desks import opened, sqlite

CHROMIUM = Path("/usr/bin/chromium")
WEB = Path(serving.__file__).parent / "web"
MISSING = "no Chromium is installed here (Debian: apt-get install chromium)"


@contextmanager
def chromium() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=["--no-sandbox"])
        yield browser
        browser.close()


@dataclass
class Desk:
    """A running desk. `address` is its root."""

    store: Store
    access: Access
    worker: Worker
    address: str
    office: Office

    def receive(self, content: bytes, name: str, **more: Any) -> str:
        """The id of an order that was taken in and worked on until it rests."""
        order, _ = receive(self.store, content, name, source="page", by="test", **more)
        self.settle(order.id)
        return order.id

    def settle(self, order_id: str) -> None:
        """Until the order was read and decided: the worker in the thread takes it, or this one."""
        until = time.monotonic() + 60
        while time.monotonic() < until:
            self.worker.work()
            with self.store.read() as tx:
                if orders.get(tx, order_id).state not in ("received", "extracted", "matched"):
                    return
        raise TimeoutError("the order does not come to rest")

    def signed_in(self, context: BrowserContext, name: str = "anna", role: str = "clerk", language: str = "en") -> None:
        """Give the browser a session of `name`, who is made where there is no such person."""

        def person(tx: Any) -> Any:
            return people.user(tx, name) or people.add_user(
                tx, name, role, None, "test", shown=name.title(), language=language
            )

        user = self.store.run(person)
        context.add_cookies(
            [{"name": COOKIE, "value": self.access.sessions.begin(user, "session"), "url": self.address}]
        )

    def page(self, browser: Browser, name: str = "anna", *, size: Any = None, script: bool = True, **who: str) -> Page:
        """A new window in which `name` is signed in. What the page logs as an error fails the test that looks."""
        context = browser.new_context(
            viewport=size or ViewportSize(width=1280, height=800), java_script_enabled=script, reduced_motion="reduce"
        )
        context.set_default_timeout(60_000)
        self.signed_in(context, name, **who)
        return context.new_page()


@contextmanager
def desk(
    folder: Path, pipeline: Pipeline, *, working: bool = True, model: Path | None = None,
    made: Callable[[Store], Office] | None = None,
) -> Iterator[Desk]:  # fmt: skip
    """A desk on SQLite in `folder`; with `working` a worker takes orders on in a thread; `made` gives its office."""
    store = opened(sqlite(folder), folder)
    app = FastAPI()
    problems.install(app)
    office = made(store) if made else Office(store, DeskSettings(export_form="csv"), pipeline, model=model)
    access = install(app, office)
    app.mount("/static", StaticFiles(directory=WEB))  # behind /static/desk, as serving.api has it
    worker = Worker(store, steps(office))
    config = uvicorn.Config(app, log_level="warning", lifespan="off", timeout_graceful_shutdown=1)
    server = uvicorn.Server(config)
    with socket.socket() as listening:
        listening.bind(("127.0.0.1", 0))
        threads = [threading.Thread(target=server.run, kwargs={"sockets": [listening]}, daemon=True)]
        if working:
            threads.append(threading.Thread(target=worker.run, args=(0.05,), daemon=True))
        for thread in threads:
            thread.start()
        try:
            yield Desk(
                store, access, Worker(store, steps(office)), f"http://127.0.0.1:{listening.getsockname()[1]}", office
            )
        finally:
            server.should_exit = True
            worker.stop()
            for thread in threads:
                thread.join()
            store.close()
