"""How long the steps of the flow take, for Prometheus. No label holds a name or what a document says."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Histogram

from serving.desk.states import State

BUCKETS = (0.01, 0.03, 0.1, 0.3, 1.0, 3.0, 10.0, 30.0, 100.0, 300.0)
"""Upper limits in seconds: from a look into the database to a long scan."""


class StepSeconds:
    """A histogram by the state that the step was taken in, and by how it ended (see `flow.Timed`)."""

    def __init__(self, registry: CollectorRegistry) -> None:
        self._seconds = Histogram(
            "ordermill_step_seconds", "Seconds that a step of the flow took",
            ["step", "ended"], registry=registry, buckets=BUCKETS,
        )  # fmt: skip

    def observe(self, step: State, ended: str, seconds: float) -> None:
        """One step. Safe from several threads."""
        self._seconds.labels(step, ended).observe(seconds)
