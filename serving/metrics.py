"""Figures for Prometheus. Under BentoML its own `/metrics` collects them, alone `text()` prints them."""

from __future__ import annotations

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from data.result import Extraction


class Metrics:
    """Counts documents, pages and seconds. No name, hash or content ever becomes a label."""

    def __init__(self) -> None:
        # A registry of its own: two apps in one process (tests) must not share or clash.
        self.registry = CollectorRegistry()
        self.documents = Counter(
            "ordermill_documents", "Documents answered", ["status", "code"], registry=self.registry
        )
        self.pages = Counter("ordermill_pages", "Pages read", registry=self.registry)
        self.refused = Counter("ordermill_refused", "Uploads turned away", ["code"], registry=self.registry)
        self.inside = Gauge(
            "ordermill_documents_inside", "Documents being read or waiting for it",
            registry=self.registry, multiprocess_mode="livesum",
        )  # fmt: skip
        self.seconds = Histogram(
            "ordermill_document_seconds", "From bytes to result", registry=self.registry,
            buckets=(0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10, 20, 60, 300),
        )  # fmt: skip

    def read(self, result: Extraction, seconds: float) -> None:
        self.documents.labels(result.status, result.error.code if result.error else "").inc()
        self.pages.inc(result.pages)
        self.seconds.observe(seconds)

    def refuse(self, code: str) -> None:
        self.refused.labels(code).inc()

    def text(self) -> bytes:
        return generate_latest(self.registry)
