"""Limits over a real socket: uploads that announce too much, stream too much, or come while all readers are busy."""

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

from data.result import Extraction
from data.schema import Document
from serving.api import Desk, create_app
from serving.pipeline import Pipeline
from serving.settings import Settings
from tests.standin import ORDER, StandIn, in_process, pdf, pipeline

MEGABYTE = 1024 * 1024


@contextmanager
def server(desk: Desk) -> Iterator[str]:
    """The app on a free port of the loopback interface."""
    listening = socket.create_server(("127.0.0.1", 0))
    running = uvicorn.Server(uvicorn.Config(create_app(desk), log_level="error", lifespan="off"))
    thread = threading.Thread(target=running.run, args=([listening],))
    thread.start()
    while not running.started:
        time.sleep(0.01)
    try:
        yield f"http://127.0.0.1:{listening.getsockname()[1]}"
    finally:
        running.should_exit = True
        thread.join()


class Slow(StandIn):
    """Reads when it is told to."""

    def __init__(self) -> None:
        self.go_on = threading.Event()

    def extract(self, document: Document) -> Extraction:
        self.go_on.wait(20)
        return super().extract(document)


def settings(folder: Path, **changes: float) -> Settings:
    return Settings.model_validate({"samples": folder, "max_upload_mb": 1, **changes})


@pytest.fixture
def base(tmp_path: Path) -> Iterator[str]:
    with server(Desk(pipeline(), settings(tmp_path))) as base:
        yield base


def multipart(size: int) -> Iterator[bytes]:
    yield b'--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n'
    for _ in range(size // 65536):
        yield b"x" * 65536
    yield b"\r\n--b--\r\n"


HEADERS = {"Content-Type": "multipart/form-data; boundary=b"}


def test_an_upload_that_announces_too_much_is_refused_unread(base: str) -> None:
    """The answer comes although not one byte of the body was sent."""
    host, port = base.removeprefix("http://").split(":")
    with socket.create_connection((host, int(port)), timeout=10) as line:
        line.sendall(
            b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
            b"Content-Length: 10000000000\r\n\r\n"
        )
        assert line.recv(4096).startswith(b"HTTP/1.1 413")


@pytest.mark.parametrize("megabytes", [1, 2, 3])
def test_a_stream_of_unknown_length_is_counted(base: str, megabytes: int) -> None:
    answer = httpx.post(f"{base}/v1/extract", content=multipart(megabytes * MEGABYTE), headers=HEADERS, timeout=20)
    assert answer.status_code == 413
    assert answer.json()["code"] == "too_large"


def test_an_endless_stream_is_cut_off(base: str) -> None:
    sent = 0

    def endless() -> Iterator[bytes]:
        nonlocal sent
        yield from multipart(0)
        while sent < 1000 * MEGABYTE:
            sent += 65536
            yield b"x" * 65536

    # The connection is closed; whether the answer is still read depends on who is faster.
    with suppress(httpx.TransportError):
        httpx.post(f"{base}/v1/extract", content=endless(), headers=HEADERS, timeout=20)
    assert sent < 50 * MEGABYTE


def test_an_upload_within_the_limit_is_read(base: str) -> None:
    content = pdf(*ORDER) + b"\n%" + b"x" * 900_000
    answer = httpx.post(f"{base}/v1/extract", files={"file": ("a.pdf", content)}, timeout=20)
    assert answer.status_code == 200


def test_the_service_lives_on_after_uploads_that_break_off(base: str) -> None:
    host, port = base.removeprefix("http://").split(":")
    for _ in range(5):
        with socket.create_connection((host, int(port)), timeout=10) as line:
            line.sendall(
                b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                b"Content-Length: 5000\r\n\r\n--b\r\n"
            )
    answer = httpx.post(f"{base}/v1/extract", files={"file": ("a.pdf", pdf(*ORDER))}, timeout=20)
    assert answer.status_code == 200


def test_while_all_are_busy_the_next_is_told_when_to_come_back(tmp_path: Path) -> None:
    slow = Slow()
    desk = Desk(Pipeline(slow, in_process), settings(tmp_path, concurrency=1, queue=2))
    with server(desk) as base, ThreadPoolExecutor(8) as clients:

        def send() -> httpx.Response:
            return httpx.post(f"{base}/v1/extract", files={"file": ("a.pdf", pdf(*ORDER))}, timeout=30)

        sent = [clients.submit(send) for _ in range(8)]
        until = time.monotonic() + 15
        while sum(f.done() for f in sent) < 5 and time.monotonic() < until:
            time.sleep(0.02)
        assert httpx.get(f"{base}/healthz").status_code == 200  # it answers while it reads
        slow.go_on.set()
        answers = [f.result() for f in sent]
    assert sorted(a.status_code for a in answers) == [200, 200, 200, 503, 503, 503, 503, 503]
    assert all(int(a.headers["retry-after"]) >= 1 for a in answers if a.status_code == 503)
