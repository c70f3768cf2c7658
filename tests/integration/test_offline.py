"""Nothing leaves the machine: no process of ours opens a connection to anywhere else, native libraries included."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from serving.pages import draw
from tests import blankmodel
from tests.repo import ROOT
from tests.standin import ORDER, pdf

GUARD = """
import os, socket, sys

def watch(event, arguments):
    if event == "socket.connect":
        address = arguments[1]
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1", "localhost"):
            note(address[0])
    elif event == "socket.getaddrinfo" and arguments[0] not in (None, "127.0.0.1", "::1", "localhost", "0.0.0.0"):
        note(arguments[0])

def note(where):
    with open(os.environ["WATCHED"], "a") as log:
        log.write(f"{where}\\n")

sys.addaudithook(watch)
"""
"""Imported by every Python process as sitecustomize; sees what Python does, not what libraries in C++ do."""

ELSEWHERE = re.compile(r'(?:inet_addr\("(?!127\.)|inet_pton\(AF_INET6, "(?!::1"))([^"]+)')


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """Names of telemetry switches are absent: Ordermill has to set them itself."""
    (tmp_path / "guard").mkdir()
    (tmp_path / "guard" / "sitecustomize.py").write_text(GUARD)
    kept = {k: v for k, v in os.environ.items() if k in ("PATH", "LANG", "VIRTUAL_ENV", "OMP_NUM_THREADS")}
    return kept | {
        "PYTHONPATH": f"{tmp_path / 'guard'}:{ROOT}", "WATCHED": str(tmp_path / "watched"), "HOME": str(tmp_path),
        "ORDERMILL_MODEL": str(blankmodel.write(tmp_path / "model")), "ORDERMILL_SAMPLES": str(tmp_path),
    }  # fmt: skip


def watched(environment: dict[str, str]) -> str:
    log = Path(environment["WATCHED"])
    return log.read_text() if log.exists() else ""


def traced(log: Path) -> list[str]:
    """Addresses other than this machine's in an strace log of connect, sendto and sendmsg."""
    return ELSEWHERE.findall(log.read_text())


def telemetry_in(home: Path) -> bool:
    """onnxruntime prepares a place for its telemetry as soon as it is loaded with it on."""
    return (home / ".cache" / "Microsoft").exists()


strace = pytest.mark.skipif(shutil.which("strace") is None, reason="strace is not installed")
TRACE = ["strace", "-f", "-qq", "-e", "trace=connect,sendto,sendmsg,sendmmsg", "-o"]
CALL_OUT = "import socket; s = socket.socket(socket.AF_INET, socket.SOCK_DGRAM); s.connect(('192.0.2.1', 9))"


def test_the_watch_in_python_sees_a_connection(environment: dict[str, str]) -> None:
    subprocess.run([sys.executable, "-c", CALL_OUT], env=environment, check=False)
    assert watched(environment) == "192.0.2.1\n"


@strace
def test_the_trace_sees_a_connection(environment: dict[str, str], tmp_path: Path) -> None:
    subprocess.run([*TRACE, str(tmp_path / "trace"), sys.executable, "-c", CALL_OUT], env=environment, check=False)
    assert traced(tmp_path / "trace") == ["192.0.2.1"]


def extract(environment: dict[str, str], folder: Path, *before: str) -> None:
    """A PDF with text, and a picture that has to be recognised."""
    (folder / "order.pdf").write_bytes(pdf(*ORDER))
    (folder / "scan.png").write_bytes(draw(pdf(*ORDER), 1, 0.0, "PNG"))
    command = [*before, sys.executable, "-m", "serving.cli", "extract", str(folder / "order.pdf")]
    command += [str(folder / "scan.png"), "--json"]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=180, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    assert [json.loads(line)["document"]["source"] for line in done.stdout.splitlines()] == [["text"], ["ocr"]]


def test_extraction_connects_to_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    extract(environment, tmp_path)
    assert watched(environment) == ""
    assert not telemetry_in(tmp_path)


@strace
def test_extraction_connects_to_nothing_in_native_code_either(environment: dict[str, str], tmp_path: Path) -> None:
    """onnxruntime reports from C++, a moment after it is loaded; extraction outlives that moment."""
    extract(environment, tmp_path, *TRACE, str(tmp_path / "trace"))
    assert traced(tmp_path / "trace") == []


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def answers(url: str) -> bool:
    try:
        with urlopen(url, timeout=5) as answer:  # noqa: S310
            return bool(answer.status == 200)
    except (URLError, OSError):
        return False


@strace
def test_the_service_connects_to_nothing(environment: dict[str, str], tmp_path: Path) -> None:
    port = free_port()
    command = [*TRACE, str(tmp_path / "trace"), sys.executable, "-m", "serving.cli", "serve", "--port", str(port)]
    with open(tmp_path / "log", "wb") as log:
        process = subprocess.Popen(command, env=environment, cwd=ROOT, stdout=log, stderr=log, start_new_session=True)
        try:
            until = time.monotonic() + 240
            while not answers(f"http://127.0.0.1:{port}/readyz") and time.monotonic() < until:
                time.sleep(0.3)
            assert answers(f"http://127.0.0.1:{port}/login"), (tmp_path / "log").read_text()
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            process.wait(60)
    assert traced(tmp_path / "trace") == []
    assert watched(environment) == ""
    assert not telemetry_in(tmp_path)


def test_telemetry_left_on_would_be_seen(environment: dict[str, str], tmp_path: Path) -> None:
    code = "import sys, onnxruntime; onnxruntime.InferenceSession(sys.argv[1])"
    model = Path(environment["ORDERMILL_MODEL"]) / "model.onnx"
    subprocess.run([sys.executable, "-c", code, str(model)], env=environment, check=True)
    assert telemetry_in(tmp_path)
