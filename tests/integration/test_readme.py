"""The documentation is run: its commands work, its outputs are printed today, its tables are those of the code."""

from __future__ import annotations

import os
import re
import shlex
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

import pytest

from data.fields import HEADER, LINE, Field
from scripts.readme import filled, output
from tests.repo import ROOT, tracked

BIN = Path(sys.executable).parent
# How a fenced block is tested: `ci` makes environments and is run by .ci/run; `dry` takes hours, so its targets and
# modules are looked up; `serve` talks to a service that the test starts.
WAYS = ("run", "serve", "python", "dry", "ci")
PAGES = [p for p in tracked() if p.suffix == ".md" and p.parts[0] in ("README.md", "docs")]


def blocks(way: str) -> list[tuple[str, str]]:
    """(page, code) of every block marked `<!-- test: way -->`."""
    found = []
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        found += [(str(page), code) for code in re.findall(rf"<!-- test: {way} -->\n```\w+\n(.*?)```", text, re.S)]
    return found


def commands(way: str) -> list[str]:
    """Single command lines of the blocks, without comments."""
    lines = [line for _, code in blocks(way) for line in code.splitlines()]
    return [c for line in lines if (c := re.sub(r"\s+#.*$", "", line).strip()) and not c.startswith("#")]


def environment() -> dict[str, str]:
    return {**os.environ, "PATH": f"{BIN}{os.pathsep}{os.environ['PATH']}", "NO_COLOR": "1"}


def shell(command: str, folder: Path) -> subprocess.CompletedProcess[str]:
    """Run as a reader would, from a folder that has the same `data/samples`."""
    here = re.sub(r"\.venv(-full)?/bin/", f"{BIN}/", command)
    return subprocess.run(["bash", "-o", "pipefail", "-c", here], cwd=folder, env=environment(), text=True,
                          capture_output=True, timeout=300)  # fmt: skip


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where commands may write, with the samples in their place."""
    (tmp_path / "data").mkdir()
    (tmp_path / "data/samples").symlink_to(ROOT / "data/samples")
    (tmp_path / "var").symlink_to(ROOT / "var")
    return tmp_path


def test_every_block_of_commands_says_how_it_is_tested() -> None:
    for page in PAGES:
        text = (ROOT / page).read_text(encoding="utf-8")
        marked = re.findall(r"<!-- test: (\w+) -->\n```(?:bash|python)\n", text)
        assert len(marked) == len(re.findall(r"^```(?:bash|python)$", text, re.M)), page
        assert set(marked) <= set(WAYS), page


@pytest.mark.parametrize("command", commands("run"))
def test_command_works(command: str, folder: Path) -> None:
    done = shell(command, folder)
    assert done.returncode == 0, done.stderr
    assert done.stdout or ">" in command


@pytest.mark.parametrize("code", [code for _, code in blocks("python")])
def test_python_example_works(code: str, folder: Path) -> None:
    done = subprocess.run([sys.executable, "-c", code], cwd=folder, env={**environment(), "PYTHONPATH": str(ROOT)},
                          text=True, capture_output=True, timeout=120)  # fmt: skip
    assert done.returncode == 0, done.stderr
    assert "{" in done.stdout


@pytest.mark.parametrize("command", [*commands("dry"), *commands("ci")])
def test_longer_command_exists(command: str) -> None:
    """Its make target and the module behind it are there; `-n` only prints what would be run."""
    if command.startswith("make "):
        dry = ["make", "-n", *shlex.split(command)[1:]]
        done = subprocess.run(dry, cwd=ROOT, capture_output=True, text=True, timeout=60)
        assert done.returncode == 0, done.stderr
        command = done.stdout
    for module in re.findall(r"-m ((?:data|models|training|serving)\.[\w.]+)", command):
        assert not complaint_of(module)


@cache
def complaint_of(module: str) -> str:
    """What `python -m module --help` says when it fails; asked once, for importing torch takes long."""
    asked = [sys.executable, "-m", module, "--help"]
    helped = subprocess.run(asked, cwd=ROOT, capture_output=True, text=True, timeout=120)
    return helped.stderr or "failed" if helped.returncode else ""


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


@pytest.fixture(scope="module")
def service() -> Iterator[str]:
    """scripts/run.py, as `make run` starts it; gives the address."""
    port = free_port()
    process = subprocess.Popen([sys.executable, "scripts/run.py", "127.0.0.1", str(port)], cwd=ROOT, env=environment(),
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)  # fmt: skip
    try:
        assert process.stdout is not None
        for line in process.stdout:
            if "is ready" in line:
                break
        else:
            pytest.fail("the service ended before it was ready")
        yield f"127.0.0.1:{port}"
    finally:
        process.terminate()
        process.communicate(timeout=60)


@pytest.mark.skipif(shutil.which("curl") is None, reason="curl is not installed")
@pytest.mark.parametrize("command", commands("serve"))
def test_request_is_answered(command: str, service: str, folder: Path) -> None:
    done = shell(command.replace("127.0.0.1:3000", service).replace("curl -s", "curl -sS --fail-with-body"), folder)
    assert done.returncode == 0, done.stderr + done.stdout


def test_second_start_finds_the_running_service(service: str) -> None:
    host, port = service.split(":")
    command = [sys.executable, "scripts/run.py", host, port]
    done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=60)
    assert (done.returncode, done.stdout.strip()) == (0, f"Ordermill already runs at http://{service}")


def test_a_port_that_something_else_holds_is_said(tmp_path: Path) -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        command = [sys.executable, "scripts/run.py", "127.0.0.1", str(port)]
        done = subprocess.run(command, cwd=ROOT, env=environment(), capture_output=True, text=True, timeout=120)
    assert done.returncode == 1
    assert str(port) in done.stderr
    assert "--port" in done.stderr


def test_the_service_is_gone_after_it_is_stopped() -> None:
    port = free_port()
    process = subprocess.Popen([sys.executable, "scripts/run.py", "127.0.0.1", str(port)], cwd=ROOT, env=environment(),
                               stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)  # fmt: skip
    assert process.stdout is not None
    assert any("is ready" in line for line in process.stdout)
    process.terminate()
    process.communicate(timeout=60)
    for _ in range(50):
        try:
            urlopen(f"http://127.0.0.1:{port}/readyz", timeout=1)
        except URLError:
            return
        time.sleep(0.2)
    pytest.fail("something still answers")


def test_tree_in_the_readme_is_that_of_the_project() -> None:
    """`make docs` writes it again."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    shown = dict(re.findall(r"<!-- output: (.+?) -->\n```text\n(.*?)\n```", text, re.S))
    assert filled(text, run=lambda command: shown[command]) == text


def unsure(text: str) -> str:
    """Printed output without the parts that any new calibration moves: confidences, bars, their words."""
    text = re.sub(r"[━●◕◑○]+|\b\d{1,3}(\.\d+)? ?%|\b(sure|likely|check|doubtful)\b", "", text)
    return "\n".join(" ".join(line.split()) for line in text.splitlines())


OUTPUTS = re.findall(r"<!-- output: (.+?) -->", (ROOT / "README.md").read_text(encoding="utf-8"))


@pytest.mark.parametrize("command", OUTPUTS)
def test_output_in_the_readme_is_what_is_printed(command: str) -> None:
    """`make docs` writes it again."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    match = re.search(rf"<!-- output: {re.escape(command)} -->\n```text\n(.*?)\n```", text, re.S)
    assert match, "run `make docs`"
    assert unsure(match[1]) == unsure(output(command))


@pytest.mark.parametrize(("title", "fields"), [("Header fields", HEADER), ("Line fields", LINE)])
def test_fields_in_the_documentation_are_those_of_the_catalogue(title: str, fields: tuple[Field, ...]) -> None:
    page = (ROOT / "docs/result.md").read_text(encoding="utf-8")
    table = page.split(f"## {title}")[1].split("\n## ")[0]
    rows = re.findall(r"^\| ([a-z_.]+) \| (\w+) \| .+ \| (yes)? *\|$", table, re.M)
    rows = [row for row in rows if row[0] != "field"]
    assert rows == [(f.name, f.kind, "yes" if f.critical else "") for f in fields]
