"""`ordermill serve` as a process: starts, answers, stops when told, and says why when it cannot start."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

from serving.desk.store import open_store, people
from tests import blankmodel
from tests.repo import ROOT
from tests.standin import ORDER, pdf

BUSY = ("received", "extracted", "matched")


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    samples = tmp_path / "samples"
    samples.mkdir()
    (samples / "one.pdf").write_bytes(pdf(*ORDER))
    settings = {"MODEL": str(blankmodel.write(tmp_path / "model")), "SAMPLES": str(samples), "MAX_UPLOAD_MB": "1"}
    settings |= {"DOCUMENTS": str(tmp_path / "documents"), "SHELF": str(tmp_path / "shelf")}
    own = {"BENTOML_HOME": str(tmp_path), "DATABASE_URL": f"sqlite:///{tmp_path / 'desk.db'}"}
    return os.environ | own | {f"ORDERMILL_{k}": v for k, v in settings.items()}


@pytest.fixture
def key(environment: dict[str, str]) -> dict[str, str]:
    """The header of a program that may use the service."""
    store = open_store(environment["DATABASE_URL"], environment["ORDERMILL_DOCUMENTS"])
    made = store.run(lambda tx: people.add_key(tx, "test", "clerk", "test"))[1]
    store.close()
    return {"X-API-Key": made}


def command(port: int) -> list[str]:
    return [sys.executable, "-m", "serving.cli", "serve", "--port", str(port)]


@contextmanager
def service(environment: dict[str, str], log: Path) -> Iterator[tuple[subprocess.Popen[bytes], str]]:
    port = free_port()
    with open(log, "wb") as out:
        process = subprocess.Popen(command(port), env=environment, cwd=ROOT, stdout=out, stderr=out)
    base = f"http://127.0.0.1:{port}"
    try:
        until = time.monotonic() + 90
        while time.monotonic() < until:
            assert process.poll() is None, log.read_text()
            try:
                if httpx.get(f"{base}/readyz", timeout=5).status_code == 200:
                    break
            except httpx.TransportError:
                time.sleep(0.2)
        yield process, base
    finally:
        process.kill()
        process.wait()


def test_the_service_reads_shows_and_stops(environment: dict[str, str], key: dict[str, str], tmp_path: Path) -> None:
    log = tmp_path / "log"
    with service(environment, log) as (process, base), httpx.Client(base_url=base, headers=key, timeout=60) as client:
        assert httpx.get(f"{base}/v1/schema").status_code == 401
        answer = client.post("/v1/extract", files={"file": ("../../o.pdf", pdf(*ORDER))})
        assert answer.status_code == 200, answer.text
        assert answer.json()["file"] == "o.pdf"
        assert answer.json()["model"] == {"name": "blank", "version": blankmodel.VERSION}
        big = client.post("/v1/extract", files={"file": ("o.pdf", b"x" * 1_200_000)})
        assert (big.status_code, big.json()["code"]) == (413, "too_large")
        bad = client.post("/v1/extract", files={"file": ("o.pdf", b"")})
        assert (bad.status_code, bad.json()["code"]) == (422, "empty")
        assert client.get("/nothing").json()["code"] == "not_found"
        for path in ("/", "/docs", "/healthz", "/v1/schema"):
            assert client.get(path).status_code == 200, path
        figures = client.get("/metrics").text
        assert 'ordermill_documents_total{code="",status="ok"}' in figures
        assert 'ordermill_orders{state="waiting"}' in figures
        assert httpx.get(f"{base}/metrics").status_code == 401  # BentoML's own would be open to everybody
        samples = client.get("/v1/samples").json()["samples"]
        assert [sample["file"] for sample in samples] == ["one.pdf"]
        taken = client.post("/v1/orders", files={"file": ("o.pdf", pdf(*ORDER))})
        assert taken.status_code == 202, taken.text
        until = time.monotonic() + 60
        while (order := client.get(taken.headers["location"]).json())["state"] in BUSY and time.monotonic() < until:
            time.sleep(0.1)
        assert order["state"] in ("waiting", "aside"), order
        process.send_signal(signal.SIGTERM)
        assert process.wait(30) == 0
    assert "Traceback" not in log.read_text()


def test_a_document_in_hand_is_answered_before_the_service_stops(
    environment: dict[str, str], key: dict[str, str], tmp_path: Path
) -> None:
    head = b'--b\r\nContent-Disposition: form-data; name="file"; filename="o.pdf"\r\n\r\n'
    body = head + pdf(*ORDER) + b"\r\n--b--\r\n"
    with service(environment, tmp_path / "log") as (process, base):
        port = int(base.rsplit(":", 1)[1])
        with socket.create_connection(("127.0.0.1", port), timeout=30) as line:
            line.sendall(
                b"POST /v1/extract HTTP/1.1\r\nHost: x\r\nContent-Type: multipart/form-data; boundary=b\r\n"
                b"X-API-Key: %s\r\nContent-Length: %d\r\n\r\n" % (key["X-API-Key"].encode(), len(body)) + body[:200]
            )
            time.sleep(0.5)
            process.send_signal(signal.SIGTERM)
            time.sleep(0.5)
            line.sendall(body[200:])
            answer = line.recv(65536)
        assert answer.startswith(b"HTTP/1.1 200"), answer
        assert process.wait(30) == 0


def test_without_a_model_it_ends_at_once_and_says_so(environment: dict[str, str], tmp_path: Path) -> None:
    environment["ORDERMILL_MODEL"] = str(tmp_path / "nothing")
    done = subprocess.run(
        command(free_port()), env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert done.returncode == 1
    assert "no model found" in done.stderr
    assert "Traceback" not in done.stderr


def test_an_address_in_use_is_said_plainly(environment: dict[str, str]) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        done = subprocess.run(
            command(port), env=environment, cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
        )
    assert done.returncode == 1
    assert str(port) in done.stderr
    assert "--port" in done.stderr
