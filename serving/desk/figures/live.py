"""Gauges of the desk for Prometheus, counted when they are asked for. No label holds a name or what a document says."""

from __future__ import annotations

from collections.abc import Iterator

from prometheus_client import CollectorRegistry
from prometheus_client.core import GaugeMetricFamily
from prometheus_client.metrics_core import Metric
from prometheus_client.registry import Collector
from sqlalchemy import func, select

from serving.desk import states
from serving.desk.store import Store, StoreUnavailable, Tx, jobs, orders, tables, versions

STALLED = 5
"""Starts of a job without an end from which on it counts as stalled."""


class DeskCollector(Collector):
    """All gauges of one store; `ordermill_store_up` alone is given, as 0, while it is away."""

    def __init__(self, store: Store) -> None:
        self.store = store

    def describe(self) -> list[Metric]:
        # Else the registry would ask the database when it is put together.
        return []

    def collect(self) -> Iterator[Metric]:
        up = GaugeMetricFamily("ordermill_store_up", "1 while the desk's database answers")
        try:
            with self.store.read() as tx:
                found = [*_orders(tx), *_queues(tx)]
        except StoreUnavailable:
            found = []
        up.add_metric([], 1.0 if found else 0.0)
        yield up
        yield from found


def register(registry: CollectorRegistry, store: Store) -> None:
    """Have the gauges of `store` among the figures of `registry`."""
    registry.register(DeskCollector(store))


def _orders(tx: Tx) -> Iterator[Metric]:
    number = GaugeMetricFamily("ordermill_orders", "Orders in each state", labels=["state"])
    for state, count in (dict.fromkeys(states.STATES, 0) | orders.by_state(tx)).items():
        number.add_metric([state], count)
    yield number
    yield _oldest(tx)
    reasons = GaugeMetricFamily("ordermill_exceptions_open", "Open reasons why orders wait", labels=["code"])
    for code, count in versions.exceptions_by_code(tx).items():
        reasons.add_metric([code], count)
    yield reasons


def _oldest(tx: Tx) -> Metric:
    """By the time of the last change: since then the order has stood where it is."""
    oldest = GaugeMetricFamily("ordermill_oldest_seconds", "Age of the longest unchanged order", labels=["state"])
    o = tables.orders.c
    which = sorted(states.OPEN | states.AUTOMATIC)
    rows = tx.execute(select(o.state, func.min(o.changed_at)).where(o.state.in_(which)).group_by(o.state))
    since = dict(rows.all())
    for state in which:
        age = (tx.now - since[state]).total_seconds() if state in since else 0.0
        oldest.add_metric([state], max(0.0, age))
    return oldest


def _queues(tx: Tx) -> Iterator[Metric]:
    m, j = tables.outbox.c, tables.jobs.c
    unsent = select(func.count()).where(m.sent_at.is_(None), m.dead_at.is_(None))
    values = {
        ("ordermill_queue_depth", "Orders that are due for a worker or in its hands"): jobs.depth(tx, orders.FLOW),
        ("ordermill_jobs_stalled", "Jobs begun five times or more without an end"): len(jobs.stuck(tx, STALLED)),
        ("ordermill_jobs_failing", "Jobs whose last start ended in an error"):
            tx.execute(select(func.count()).where(j.error.is_not(None))).scalar_one(),
        ("ordermill_outbox_waiting", "Messages still to be sent"): tx.execute(unsent).scalar_one(),
        ("ordermill_outbox_dead", "Messages that were given up"):
            tx.execute(select(func.count()).where(m.dead_at.is_not(None))).scalar_one(),
    }  # fmt: skip
    for (name, text), value in values.items():
        yield GaugeMetricFamily(name, text, value=float(value))
