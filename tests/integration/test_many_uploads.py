"""Over a real socket: fifty orders at once, and two hundred megabytes that nobody wants."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx
import pytest
import uvicorn

from tests.desksite import Site, site
from tests.standin import ORDER, pdf

MEGABYTE = 1024 * 1024


@contextmanager
def served(desk: Site) -> Iterator[str]:
    listening = socket.create_server(("127.0.0.1", 0))
    running = uvicorn.Server(uvicorn.Config(desk.app, log_level="error", lifespan="off"))
    thread = threading.Thread(target=running.run, args=([listening],))
    thread.start()
    while not running.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Site]:
    with site(tmp_path, max_upload_mb=1) as made:
        yield made


def test_fifty_at_once_are_kept_or_told_when_to_come_back(desk: Site) -> None:
    key = {"X-API-Key": desk.keys["clerk"]}
    with served(desk) as base, ThreadPoolExecutor(50) as senders:

        def send(number: int) -> httpx.Response:
            files = {"file": ("a.pdf", pdf(f"Order PO-{number}", *ORDER[1:]))}
            return httpx.post(f"{base}/v1/orders", files=files, headers=key, timeout=60)

        answers = list(senders.map(send, range(50)))
    refused = [a for a in answers if a.status_code != 202]
    assert all(a.status_code in (429, 503) and int(a.headers["retry-after"]) > 0 for a in refused)
    ids = {a.json()["id"] for a in answers if a.status_code == 202}
    assert len(ids) == 50 - len(refused)
    assert desk.client("clerk").get("/v1/orders").json()["count"] == len(ids) > 0


def test_two_hundred_megabytes_are_refused_early(desk: Site) -> None:
    """Whoever it is; a stranger before a byte of it is read."""
    sent = 0

    def body() -> Iterator[bytes]:
        nonlocal sent
        yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
        while sent < 200 * MEGABYTE:
            sent += 65536
            yield b"x" * 65536

    headers = {"Content-Type": "multipart/form-data; boundary=b"}
    with served(desk) as base:
        for key in ({}, {"X-API-Key": desk.keys["clerk"]}):
            sent = 0
            # The connection is closed; whether the answer is still read depends on who is faster.
            with suppress(httpx.TransportError):
                answer = httpx.post(f"{base}/v1/orders", content=body(), headers=headers | key, timeout=30)
                assert answer.status_code == (413 if key else 401)
            assert sent < 50 * MEGABYTE
        assert desk.client("clerk").get("/v1/orders").json()["count"] == 0
