"""Gauges of the desk for Prometheus, and the Grafana dashboard that shows them."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from prometheus_client import CollectorRegistry, generate_latest
from sqlalchemy import update

from serving.desk.figures import live
from serving.desk.figures.durations import StepSeconds
from serving.desk.store import Store, open_store, orders, outbox, tables, versions
from serving.metrics import Metrics
from tests import desks
from tests.repo import ROOT


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield store
    store.close()


def figures(store: Store) -> CollectorRegistry:
    registry = CollectorRegistry()
    live.register(registry, store)
    return registry


def test_an_empty_desk_has_every_figure_at_nought(store: Store) -> None:
    found = figures(store)
    assert found.get_sample_value("ordermill_store_up") == 1
    assert found.get_sample_value("ordermill_orders", {"state": "waiting"}) == 0
    assert found.get_sample_value("ordermill_oldest_seconds", {"state": "waiting"}) == 0
    assert found.get_sample_value("ordermill_queue_depth") == 0


def test_gauges_say_how_the_desk_stands(store: Store) -> None:
    order = desks.order(store, sender="planted@example.com")
    with store.write() as tx:
        tx.execute(update(tables.orders).values(changed_at=tx.now - timedelta(hours=1), customer="planted"))
        tx.execute(update(tables.jobs).values(attempts=7, error="OSError"))
        versions.replace_exceptions(tx, order.id, [versions.NewException("price", "stop")], "worker")
        for _ in range(3):
            outbox.put(tx, "webhook", "https://planted.example", {})
        tx.execute(update(tables.outbox).where(tables.outbox.c.id == 1).values(dead_at=tx.now))
        tx.execute(update(tables.outbox).where(tables.outbox.c.id == 2).values(sent_at=tx.now))
    found = figures(store)
    value = found.get_sample_value
    assert value("ordermill_orders", {"state": "received"}) == 1
    assert value("ordermill_oldest_seconds", {"state": "received"}) == pytest.approx(3600, abs=300)
    assert value("ordermill_exceptions_open", {"code": "price"}) == 1
    assert [value(f"ordermill_{name}") for name in ("queue_depth", "jobs_stalled", "jobs_failing")] == [1, 1, 1]
    assert [value(f"ordermill_outbox_{name}") for name in ("waiting", "dead")] == [1, 1]
    assert b"planted" not in generate_latest(found)


def test_a_database_that_is_away_is_a_figure_too(tmp_path: Path) -> None:
    store = open_store(desks.sqlite(tmp_path), tmp_path / "documents")
    desks.order(store)
    with store.engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE orders RENAME TO away")
    found = figures(store)
    assert found.get_sample_value("ordermill_store_up") == 0
    assert found.get_sample_value("ordermill_queue_depth") is None
    store.close()


def test_the_dashboard_names_only_figures_that_exist(store: Store) -> None:
    order = desks.order(store)
    store.run(lambda tx: versions.replace_exceptions(tx, order.id, [versions.NewException("x", "stop")], "worker"))
    store.run(lambda tx: orders.get(tx, order.id))
    metrics = Metrics()
    live.register(metrics.registry, store)
    metrics.refuse("busy")
    metrics.documents.labels("ok", "").inc()
    StepSeconds(metrics.registry).observe("received", "done", 1.0)
    there = {sample.name for family in metrics.registry.collect() for sample in family.samples}
    board = json.loads((ROOT / "deploy/grafana/ordermill.json").read_text(encoding="utf-8"))
    asked = [target["expr"] for panel in board["panels"] for target in panel["targets"]]
    named = {name for text in asked for name in re.findall(r"ordermill_\w+", text)}
    assert len(named) > 10
    assert named <= there
