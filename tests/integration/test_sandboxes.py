"""Several reading processes: work side by side, come back after a crash, end with the program."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from data.errors import DocumentLimit
from data.readers import ReadOptions
from serving.pipeline import Pipeline
from serving.readers import Sandboxes
from tests.repo import ROOT
from tests.standin import ORDER, StandIn, pdf


@pytest.fixture
def two() -> Iterator[Sandboxes]:
    sandboxes = Sandboxes(2)
    yield sandboxes
    sandboxes.close()


def test_documents_are_read_side_by_side(two: Sandboxes) -> None:
    pipeline = Pipeline(StandIn(), two)
    with ThreadPoolExecutor(6) as pool:
        results = list(pool.map(lambda n: pipeline.extract(pdf(f"Order A-{n}"), f"{n}.pdf")[0], range(12)))
    assert [r.fields["order_number"].value for r in results] == [f"A-{n}" for n in range(12)]


def test_a_document_that_takes_too_long_costs_itself_only() -> None:
    """The limit is far below what a page takes, so that any page is a hostile one."""
    hasty = Sandboxes(1, ReadOptions(page_seconds=0.0, file_seconds=0.0))
    try:
        for _ in range(2):
            with pytest.raises(DocumentLimit) as caught:
                hasty(pdf(*ORDER, pages=300), "long.pdf")
            assert caught.value.code == "timeout"
    finally:
        hasty.close()


LINGER = """
import sys, time
from serving.readers import Sandboxes
from tests.standin import ORDER, pdf
sandboxes = Sandboxes(1)
sandboxes(pdf(*ORDER), "a.pdf")
print("read", flush=True)
time.sleep(float(sys.argv[1]))
"""


@pytest.mark.parametrize("killed", [False, True])
def test_no_process_outlives_the_program(killed: bool) -> None:
    """Whether it ends by itself or is killed."""
    command = [sys.executable, "-c", LINGER, "60" if killed else "0.5"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as program:
        assert program.stdout is not None
        assert program.stdout.readline() == "read\n"
        pids = _children(program.pid)
        assert len(pids) == 1
        if killed:
            program.kill()
    until = time.monotonic() + 10
    while any(_runs(pid) for pid in pids) and time.monotonic() < until:
        time.sleep(0.05)
    assert not any(_runs(pid) for pid in pids)


def _children(parent: int) -> list[int]:
    return [int(pid) for pid in Path(f"/proc/{parent}/task/{parent}/children").read_text().split()]


def _runs(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except OSError:
        return False
