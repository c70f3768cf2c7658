"""A desk with a past: orders that a model has read and people have checked, and such as passed without a person."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from serving.desk import guarding
from serving.desk.store import Store, Tx, orders, tables
from serving.desk.store.rows import StoredDocument
from tests import blankmodel

SENDERS = 57
KINDS: Mapping[str, dict[str, Any]] = {
    "text": {"source": ["text"], "legibility": None}, "clean": {"source": ["ocr"], "legibility": 0.99},
    "poor": {"source": ["ocr"], "legibility": 0.9},
}  # fmt: skip
_NUMBER = itertools.count()


def model(folder: Path) -> Path:
    """A model that serves, with a calibration."""
    made = blankmodel.write(folder)
    (made / "calibration.json").write_text("{}", encoding="utf-8")
    return made


def sureness(k: int, count: int) -> float:
    """Confidence of the `k`-th surest of `count` orders: most are quite sure, the rest less and less."""
    return 0.9995 - 0.35 * (k / count) ** 2 - 1e-7 * k


def wrong(k: int, count: int) -> bool:
    """The least sure have errors, of the surer ones very few."""
    return k % 5 == 0 if k > 0.8 * count else k % 9 == 0 if k > 0.6 * count else k == count // 2


def check(store: Store, folder: Path, counts: Mapping[str, int], weeks: int = 12) -> None:
    """So many checked orders by kind of print, spread over the weeks until now."""

    def work(tx: Tx) -> None:
        now = tx.now
        tx.now = now - timedelta(weeks=weeks, days=1)
        guarding.note_model(tx, folder)
        for group, count in counts.items():
            for k in range(count):
                tx.now = now - timedelta(weeks=weeks) * (1 - (k * 7 % count) / count)
                tx.log(guarding.REVIEWED, "anna", f"checked-{next(_NUMBER)}", wrong=wrong(k, count), audited=False,
                       sender=f"customer {100 + k * 7 % SENDERS}", confidence=sureness(k, count), language="pl",
                       type="order", read_at=tx.now.isoformat(), **KINDS[group])  # fmt: skip
        tx.now = now

    store.run(work)


def receive(store: Store, count: int, weeks: int = 12) -> None:
    """So many orders received over the weeks until now."""

    def work(tx: Tx) -> None:
        orders.keep_document(tx, StoredDocument("0" * 64, 1, "pdf", tx.now))
        for k in range(count):
            made, _ = orders.add(tx, orders.NewOrder("0" * 64, "order.pdf", "mail", f"stream {next(_NUMBER)}"), "test")
            at = datetime.now(UTC) - timedelta(weeks=weeks) * ((k + 1) / count)
            row = {"confidence": sureness(k, count), "received_at": at}
            tx.execute(tables.orders.update().where(tables.orders.c.id == made.id).values(**row))

    store.run(work)


def pass_by(store: Store, count: int, *, drawn: int = 0, seen: int = 0, late: int = 0) -> None:
    """Orders that passed without a person: `drawn` for the audit, `seen` of these without an error, `late` others
    corrected in Odoo afterwards."""

    def work(tx: Tx) -> None:
        for k in range(count):
            name, sender = f"passed-{next(_NUMBER)}", f"customer {100 + k % SENDERS}"
            tx.log(guarding.PASSED, guarding.WATCH, name, sender=sender, audited=k < drawn, confidence=0.999)
            if k < seen:
                tx.log(guarding.REVIEWED, "anna", name, wrong=False, audited=True, sender=sender)
            if drawn <= k < drawn + late:
                tx.log(guarding.FOUND, guarding.WATCH, name, how="correction", sender=sender)
        guarding._look(tx)

    store.run(work)
