"""Many orders put into a store at once, for figures: their states, times, events and exceptions follow a rule."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from serving.desk.store import Store, Tx, tables

BEGIN = datetime(2026, 1, 5, 8, tzinfo=UTC)
"""A Monday."""
STATES = ("done", "confirmed", "written", "waiting", "done", "rejected", "aside", "exported", "done", "received")

CODES = {3: ("price",), 5: ("price", "unit")}


def fill(store: Store, number: int, *, lines: int = 3) -> None:
    """`number` orders, ten a rule: see `STATES`; every fifth customer; half an hour apart."""
    with store.write() as tx:
        tx.execute(tables.documents.insert(), [{"sha256": "0" * 64, "size": 1, "kind": "pdf", "stored_at": BEGIN}])
        for start in range(0, number, 5000):
            _batch(tx, range(start, min(number, start + 5000)), lines)


def _batch(tx: Tx, numbers: range, lines: int) -> None:
    result = {"lines": [{"kind": "item", "fields": {}}] * lines + [{"kind": "comment", "fields": {}}]}
    tx.execute(tables.orders.insert(), [_order(n) for n in numbers])
    tx.execute(tables.extractions.insert(), [
        {"order_id": f"o{n}", "version": 1, "at": BEGIN, "by": "model", "model_name": "m", "model_version": "1",
         "result": result} for n in numbers])  # fmt: skip
    tx.execute(tables.events.insert(), [e for n in numbers for e in _events(n)])
    tx.execute(tables.exceptions.insert(), [
        {"order_id": f"o{n}", "code": code, "severity": "stop", "data": {}, "opened_at": BEGIN,
         "closed_at": None if n % 10 == 3 else BEGIN}
        for n in numbers for code in CODES.get(n % 10, ())])  # fmt: skip
    tx.execute(tables.corrections.insert(), [
        {"order_id": f"o{n}", "extraction_version": 2, "path": "lines.0.fields.quantity", "before": "1", "after": "2",
         "by": "anna", "at": BEGIN} for n in numbers if n % 10 == 2])  # fmt: skip


def _order(n: int) -> dict[str, Any]:
    at = BEGIN + timedelta(minutes=30 * n)
    return {"id": f"o{n}", "state": STATES[n % 10], "version": 1, "document": "0" * 64, "file": "order.pdf",
            "source": "api", "idempotency_key": f"k{n}", "received_at": at, "changed_at": at,
            "sender": f"s{n % 2}@example.com", "customer_id": n % 5 or None, "customer": f"Customer {n % 5}",
            "touches": 2 if n % 10 in (2, 4) else 0, "stage": "confirm" if n % 10 < 5 else "draft"}  # fmt: skip


def _events(n: int) -> list[dict[str, Any]]:
    """`written` a minute (n even: two) after receipt, `confirmed` ten seconds later, eight in all of every order."""
    at = BEGIN + timedelta(minutes=30 * n)
    kinds: list[tuple[str, float]] = [("received", 0), ("extracted", 5), ("matched", 8), ("seen", 9)]
    if STATES[n % 10] in ("done", "confirmed", "written"):
        took = 120.0 if n % 2 == 0 else 60.0
        kinds += [("ready", 10), ("written", took), ("confirmed", took + 10), ("done", took + 20)]
    return [{"seq": 8 * n + i, "at": at + timedelta(seconds=after), "order_id": f"o{n}", "kind": kind, "by": "worker",
             "salt": "", "data": "{}", "data_hash": "", "previous": "", "hash": ""}
            for i, (kind, after) in enumerate(kinds, 1)]  # fmt: skip
