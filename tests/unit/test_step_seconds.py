"""Durations of steps, and what a worker says of itself over HTTP."""

from __future__ import annotations

import logging
import threading
from pathlib import Path
from urllib.error import HTTPError
from urllib.request import urlopen

import pytest
from prometheus_client import CollectorRegistry

from data.errors import SetupError
from serving.desk.figures.durations import StepSeconds
from serving.desk.flow import Away, Outcome, Worker
from serving.desk.office import Office
from serving.desk.pulse import Pulse
from serving.desk.store import Store
from serving.desk.store.rows import Order
from serving.desk.working import Team
from tests import desks


def counted(registry: CollectorRegistry, step: str, ended: str) -> float | None:
    return registry.get_sample_value("ordermill_step_seconds_count", {"step": step, "ended": ended})


def test_steps_are_counted_by_state_and_by_how_they_ended(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    registry = CollectorRegistry()
    timed = StepSeconds(registry).observe

    def away(store: Store, order: Order) -> Outcome:
        raise Away("gone")

    def broken(store: Store, order: Order) -> Outcome:
        raise RuntimeError("no")

    def read(store: Store, order: Order) -> Outcome:
        return Outcome("extracted")

    def again(store: Store, order: Order) -> Outcome:
        return Outcome(None, after=60)

    caplog.set_level(logging.CRITICAL)
    for taken in ({"received": away}, {"received": broken}, {"received": read, "extracted": again}):
        desks.order(store)
        assert Worker(store, taken, timed=timed).work()  # type: ignore[arg-type]
    found = [counted(registry, "received", ended) for ended in ("away", "failed", "done", "again")]
    assert found == [1, 1, 1, None]
    assert counted(registry, "extracted", "again") == 1
    store.close()


def asked(port: int, path: str) -> tuple[int, bytes]:
    try:
        with urlopen(f"http://127.0.0.1:{port}{path}", timeout=10) as answer:
            return answer.status, answer.read()
    except HTTPError as error:
        return error.code, error.read()


def test_a_worker_says_whether_it_lives_and_how_long_its_steps_took() -> None:
    registry = CollectorRegistry()
    StepSeconds(registry).observe("received", "done", 2.0)
    over = threading.Event()
    pulse = Pulse("127.0.0.1", 0, registry, lambda: not over.is_set())
    try:
        assert asked(pulse.port, "/healthz")[0] == 200
        over.set()
        assert asked(pulse.port, "/healthz")[0] == 503
        status, text = asked(pulse.port, "/metrics")
        assert status == 200
        assert b'ordermill_step_seconds_bucket{ended="done",le="3.0",step="received"} 1.0' in text
        assert asked(pulse.port, "/v1/orders")[0] == 404
        with pytest.raises(SetupError, match="cannot listen"):
            Pulse("127.0.0.1", pulse.port, registry, lambda: True)
    finally:
        pulse.stop()


def test_a_team_lives_while_all_its_threads_do(tmp_path: Path) -> None:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    team = Team(Office(store), 2, pause=0.01)
    assert not team.alive
    team.start()
    assert team.alive
    team.workers[0].stop()
    desks.wait_for(lambda: not team.alive)
    team.stop()
    store.close()
