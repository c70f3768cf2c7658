"""`ordermill batch` as others see it: what it reads is what `extract` reads, killed or not, with every engine."""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner, Result

from serving.batch.engines import Alone, Pool
from serving.batch.keeper import clear, of_home
from serving.batch.ledger import Ledger
from serving.batch.running import DIED, Batch
from serving.batch.sources import documents
from serving.batch.work import Order
from serving.cli import app
from tests.batchdocs import folder, fragile
from tests.desks import wait_for
from tests.reading import needs_model
from tests.repo import ROOT
from tests.standin import ORDER, pdf, pipeline

ELSEWHERE = re.compile(r'(?:inet_addr\("(?!127\.)|inet_pton\(AF_INET6, "(?!::1"|::ffff:127\.))([^"]+)')
BAD = b"%PDF-1.4 cut"


def command(*arguments: str | Path, module: str = "tests.standin") -> list[str]:
    return [sys.executable, "-m", module, "batch", *map(str, arguments)]


def batch(*arguments: str | Path, module: str = "tests.standin") -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*arguments, module=module), capture_output=True, text=True, cwd=ROOT, timeout=300)


def here(*arguments: str | Path) -> Result:
    """In this process, one document after the other."""
    return CliRunner().invoke(app, ["batch", *map(str, arguments), "--engine", "alone"], obj=pipeline)


def results(out: Path) -> list[dict[str, Any]]:
    found = [line for path in sorted(out.glob("results-*.jsonl")) for line in path.read_bytes().splitlines()]
    return [json.loads(line) for line in found]


def by_hash(found: list[dict[str, Any]]) -> dict[str, str]:
    """Results as text by hash, without the name of the file, which copies do not share. Fails where one is twice."""
    out = {r["sha256"]: json.dumps({k: v for k, v in r.items() if k != "file"}) for r in found}
    assert len(out) == len(found)
    return out


def one_by_one(place: Path) -> dict[str, str]:
    reader = pipeline()
    read = [reader.extract(p.read_bytes(), p.name)[0].to_dict() for p in sorted(place.rglob("*.pdf"))]
    return by_hash(list({r["sha256"]: r for r in read}.values()))


def report(out: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((out / "report.json").read_text(encoding="utf-8"))
    return found


def test_a_pool_killed_half_way_goes_on_and_equals_one_by_one(tmp_path: Path) -> None:
    place, out = folder(tmp_path / "in", 40, BAD), tmp_path / "out"
    arguments = (place, out, "--engine", "pool", "--workers", "2")
    with subprocess.Popen(command(*arguments), cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        until = time.monotonic() + 240
        while not (first := out / "results-00000.jsonl").is_file() or first.read_bytes().count(b"\n") < 8:
            assert time.monotonic() < until
            assert process.poll() is None
            time.sleep(0.01)
        process.kill()
    before = first.read_bytes().count(b"\n")
    done = batch(*arguments)
    assert done.returncode == 0, done.stderr
    assert by_hash(results(out)) == one_by_one(place)
    said = report(out)
    assert said["run"]["read"] <= 41 - before
    assert (said["documents"], said["status"], said["errors"]) == (41, {"ok": 40, "failed": 1}, {"damaged": 1})
    assert said["run"]["files"] == 42
    assert said["run"]["known"] + said["run"]["read"] == 42
    assert "goes on" not in done.stdout
    assert here(place, out).exit_code == 0
    assert report(out)["run"]["read"] == 0
    assert len(results(out)) == 41


def test_a_document_over_which_workers_die_is_a_result_and_costs_no_other(tmp_path: Path) -> None:
    place = folder(tmp_path / "in", 6, pdf("Order P-1", "Poison"))
    engine = Pool(Order("", load=fragile), 2)
    with Ledger(tmp_path / "out") as ledger:
        try:
            tally = Batch(engine, ledger).run(documents(place, tmp_path / "out"))
        finally:
            engine.close()
    assert (tally.read, tally.failed, tally.known) == (7, 1, 1)
    codes = [r["error"]["code"] for r in results(tmp_path / "out") if r["error"]]
    assert codes == [DIED]


def test_what_changed_is_read_and_what_is_too_large_or_gone_is_a_result(tmp_path: Path) -> None:
    place, out = folder(tmp_path / "in", 3), tmp_path / "out"
    listed = tmp_path / "list.txt"
    listed.write_text("in/0/000.pdf\nin/1/001.pdf\nin/gone.pdf\n")

    def run() -> Batch:
        with Ledger(out) as ledger:
            work = Batch(Alone(Order("", load=pipeline)), ledger, limit=1500)
            work.run(documents(listed, out))
        return work

    assert run().tally.read == 3
    assert report_codes(out) == ["not_found"]
    (place / "1" / "001.pdf").write_bytes(pdf(*ORDER))
    second = run().tally
    assert (second.read, second.known) == (1, 2)
    assert len(results(out)) == 4


def report_codes(out: Path) -> list[str]:
    return [r["error"]["code"] for r in results(out) if r["error"]]


def test_results_of_another_model_or_setting_are_not_mixed(tmp_path: Path) -> None:
    place = folder(tmp_path / "in", 2)
    assert here(place, tmp_path / "out").exit_code == 0
    other = here(place, tmp_path / "out", "--no-embedded")
    assert other.exit_code == 1
    assert "another model or other settings" in other.stderr
    (tmp_path / "empty").mkdir()
    assert here(tmp_path / "empty", tmp_path / "out").exit_code == 2


def test_an_interrupted_batch_says_so_and_ends_its_workers(tmp_path: Path) -> None:
    place, out = folder(tmp_path / "in", 60), tmp_path / "out"
    arguments = command(place, out, "--engine", "pool", "--workers", "2")
    with subprocess.Popen(arguments, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as process:
        while not (first := out / "results-00000.jsonl").is_file() or not first.stat().st_size:
            assert process.poll() is None
            time.sleep(0.01)
        children = Path(f"/proc/{process.pid}/task/{process.pid}/children").read_text().split()
        process.send_signal(signal.SIGTERM)
        said, _ = process.communicate(timeout=120)
    assert process.returncode == 130
    assert "goes on where it stopped" in said
    assert not report(out)["complete"]
    wait_for(lambda: not any(Path(f"/proc/{pid}").exists() for pid in children))


def test_the_keeper_ends_what_lives_in_a_home(tmp_path: Path) -> None:
    home = tmp_path / "home"
    home.mkdir()
    with subprocess.Popen(["sleep", "600"], env={"HOME": str(home), "PATH": os.environ["PATH"]}) as process:
        other = subprocess.Popen(["sleep", "600"], env={"HOME": str(tmp_path), "PATH": os.environ["PATH"]})
        try:
            assert of_home(str(home)) == [process.pid]
            assert clear(str(home)) == 0
            assert process.wait(30) == -signal.SIGKILL
            assert other.poll() is None
        finally:
            other.kill()
            other.wait()
    assert not home.exists()


@pytest.mark.full
def test_ray_reads_the_same_reaches_nothing_and_leaves_nothing(tmp_path: Path) -> None:
    """One start of Ray for all of it; with strace, also what its native processes do is seen."""
    place, out = folder(tmp_path / "in", 10, BAD), tmp_path / "out"
    before = homes()
    trace = ["strace", "-f", "-qq", "--seccomp-bpf", "-e", "trace=connect", "-o", str(tmp_path / "trace")]
    first = (trace if shutil.which("strace") else []) + command(place, out, "--engine", "ray", "--workers", "2")
    done = subprocess.run(first, capture_output=True, text=True, cwd=ROOT, timeout=500)
    assert done.returncode == 0, done.stderr
    assert "Ray with 2 workers" in done.stderr
    assert by_hash(results(out)) == one_by_one(place)
    assert homes() == before
    if shutil.which("strace"):
        assert ELSEWHERE.findall((tmp_path / "trace").read_text()) == []


@pytest.mark.full
def test_ray_killed_leaves_nothing_and_is_gone_on_with(tmp_path: Path) -> None:
    place, out = folder(tmp_path / "in", 30, pdf("Order P-1", "Poison")), tmp_path / "out"
    before = homes()
    arguments = command(place, out, "--engine", "ray", "--workers", "2", module="tests.batchdocs")
    with subprocess.Popen(arguments, cwd=ROOT, stderr=subprocess.DEVNULL) as process:
        while not (first := out / "results-00000.jsonl").is_file() or not first.stat().st_size:
            assert process.poll() is None
            time.sleep(0.01)
        process.kill()
    wait_for(lambda: homes() == before, 120)
    done = batch(place, out, "--engine", "pool", "--workers", "2", module="tests.batchdocs")
    assert done.returncode == 0, done.stderr
    assert report_codes(out) == [DIED]
    assert len(by_hash(results(out))) == 31


def homes() -> set[str]:
    return {p.name for p in Path("/tmp").glob("ordermill-ray-*") if p.is_dir()}  # noqa: S108


@needs_model
def test_with_the_shipped_model_results_are_those_of_extract(tmp_path: Path) -> None:
    place = tmp_path / "in"
    place.mkdir()
    for name in ("sample-02-en.pdf", "sample-03-de.pdf"):
        shutil.copy(ROOT / "data" / "samples" / name, place)
    done = batch(place, tmp_path / "out", "--engine", "pool", "--workers", "1", module="serving.cli")
    assert done.returncode == 0, done.stderr
    one = subprocess.run([sys.executable, "-m", "serving.cli", "extract", "--json", str(place)], cwd=ROOT, text=True,
                         capture_output=True, timeout=300)  # fmt: skip
    alone = {r["file"]: r for r in map(json.loads, one.stdout.splitlines())}
    assert {r["file"]: r for r in results(tmp_path / "out")} == alone
    assert report(tmp_path / "out")["languages"] == {"de": 1, "en": 1}
