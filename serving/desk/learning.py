"""Orders that a person corrected or approved, as files to learn from: the input of `python -m training.corrected`."""

from __future__ import annotations

import gzip
import json
import os
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from serving.desk.steps import WORDS
from serving.desk.store import Store, orders, versions
from serving.desk.store.rows import Order

SETTLED = ("ready", "writing", "written", "confirmed", "done", "exportable", "exported")
"""States of orders whose values somebody or the rules stood up for."""
PAGE = 200


def export(store: Store, folder: Path, *, consent: frozenset[str] | None = None) -> Counter[str]:
    """Write every order that a person had in hand; how many of each kind, and how many were left out for what.

    Orders that went through untouched teach the model its own mistakes and are left out. Writing again changes only
    what has changed; a file is whole or not there. Orders that are erased later must be erased here as well
    (`serving.desk.privacy`), and files of orders that are gone are removed.

    Args:
        consent: senders that agreed to be learnt from; None takes all.
    """
    folder.mkdir(parents=True, exist_ok=True)
    done: Counter[str] = Counter()
    written = set()
    for order in _settled(store):
        raw = _order(store, order)
        if raw is None:
            done["left out: untouched by a person"] += 1
            continue
        words = store.files.get(order.document, WORDS)
        if words is None:
            done["left out: words are gone"] += 1
            continue
        raw["document"] = json.loads(gzip.decompress(words))
        raw["consent"] = consent is None or raw["sender"] in consent
        path = folder / f"{order.id}.json.gz"
        written.add(path.name)
        content = gzip.compress(json.dumps(raw, ensure_ascii=False, sort_keys=True).encode(), mtime=0)
        if not (path.is_file() and path.read_bytes() == content):
            beside = path.with_suffix(".part")
            beside.write_bytes(content)
            os.replace(beside, path)
        done[raw["truth"]] += 1
    for path in folder.glob("*.json.gz"):
        if path.name not in written:
            path.unlink()
            done["removed"] += 1
    return done


def _settled(store: Store) -> Iterator[Order]:
    offset = 0
    while True:
        with store.read() as tx:
            found = orders.listed(tx, orders.Filter(states=SETTLED), order_by="oldest", limit=PAGE, offset=offset)
        yield from found
        if len(found) < PAGE:
            return
        offset += PAGE


def _order(store: Store, order: Order) -> dict[str, Any] | None:
    """What is known of an order that a person corrected or approved; None for one that nobody looked at."""
    with store.read() as tx:
        made = versions.extractions(tx, order.id)
        corrected = versions.corrections(tx, order.id)
        decided = versions.decisions(tx, order.id)
    if not made or made[0].result.get("status") == "failed":
        return None
    by_person = bool(decided) and decided[-1].by != "worker"
    if not corrected and not by_person and not order.touches:
        return None
    return {
        "order": order.id, "sender": order.sender or order.customer or "unknown",
        "received_at": order.received_at.isoformat(), "truth": "corrected" if corrected else "confirmed",
        "keep_until": None, "result": made[-1].result, "read": made[0].result,
        "corrections": [{"path": c.path, "before": c.before, "after": c.after, "boxes": c.boxes} for c in corrected],
    }  # fmt: skip
