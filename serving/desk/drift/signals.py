"""What is watched about each order: its layout, language, kind, print, missing fields, confidence, corrections."""

from __future__ import annotations

import gzip
import json
from collections import Counter, defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, cast

from sqlalchemy import select

from data.schema import Document
from models.memory.look import Look
from serving.desk import guarding
from serving.desk.steps import WORDS
from serving.desk.store import Store, Tx, tables
from serving.desk.store.rows import Order

SIGNALS = ("layout", "language", "scan", "legibility", "missing", "confidence", "corrected")
ALIKE = 0.62
"""Share of the fixed words of the shorter document that two of one layout have in common, as in the sender memory."""
LOOKS = 40
"""Layouts remembered of a sender; the one not seen longest goes."""
USUAL = 0.5
"""A field that stood on so large a share of a sender's orders is missed where it is not."""
AT_ONCE = 200


@dataclass(frozen=True, slots=True)
class Seen:
    """One value of one signal: a number (greater is worse) or a name (rarer is stranger)."""

    signal: str
    order: str
    sender: str
    """As `guarding.sender_of`."""
    customer_id: int | None
    at: datetime
    value: float | str


def observations(store: Store, *, layouts: bool = True) -> Iterator[Seen]:
    """All that is known of all orders but erased ones, in the order in which it became known.

    Reading and reviewing are two streams: an order's reading counts when it was read, its review when it was looked at.
    `layouts` reads the words of every document, which takes most of the time; words that are gone are no new layout.
    """
    with store.read() as tx:
        senders = _senders(tx)
        read = list(_read(tx, senders))
        reviewed = list(_reviewed(tx, senders))
    looks, fields = _Looks(store), _Fields()
    for at, order, signals in sorted([*read, *reviewed], key=lambda row: (row[0], row[1].id)):
        made: dict[str, float | str | None] = dict(signals)
        present = made.pop("fields", None)
        if isinstance(present, str):
            made["missing"] = fields.missing(order.sender, frozenset(present.split()))
            made["layout"] = looks.unseen(order.sender, order.document) if layouts else None
        for signal in SIGNALS:
            value = made.get(signal)
            if value is not None:
                yield Seen(signal, order.id, order.sender, order.customer_id, at, value)


@dataclass(frozen=True, slots=True)
class _Order:
    id: str
    sender: str
    customer_id: int | None
    document: str


_Row = tuple[datetime, _Order, dict[str, float | str | None]]


def _senders(tx: Tx) -> dict[str, _Order]:
    o = tables.orders.c
    rows = tx.execute(select(o.id, o.sender, o.customer_id, o.customer, o.document).where(o.state != "erased"))
    return {row.id: _Order(row.id, guarding.sender_of(cast(Order, row)), row.customer_id, row.document) for row in rows}


def _read(tx: Tx, senders: dict[str, _Order]) -> Iterator[_Row]:
    """What the model made of each order at first."""
    x = tables.extractions.c
    query = select(x.order_id, x.at, x.result).where(x.version == 1).execution_options(yield_per=AT_ONCE)
    for row in tx.execute(query):
        if row.order_id in senders and row.result.get("status") != "failed":
            yield row.at, senders[row.order_id], _of_result(row.result)


def _of_result(result: dict[str, Any]) -> dict[str, float | str | None]:
    about = result.get("document") or {}
    confidence, legibility = result.get("order_confidence"), about.get("legibility")
    sources = about.get("source") or []
    return {
        "language": about.get("language") or "unknown",
        "scan": float("ocr" in sources) if sources else None,
        "legibility": None if legibility is None else -float(legibility),
        "confidence": None if confidence is None else -float(confidence),
        "fields": " ".join(sorted(result.get("fields") or ())),
    }


def _reviewed(tx: Tx, senders: dict[str, _Order]) -> Iterator[_Row]:
    """The first time that a person looked at an order, and whether something material was wrong with it."""
    known: set[str] = set()
    for event in guarding.happened(tx, guarding.REVIEWED):
        if event.order in senders and event.order not in known:
            known.add(event.order)
            yield event.at, senders[event.order], {"corrected": float(bool(event.data.get("wrong")))}


@dataclass
class _Fields:
    """Which fields the orders of a sender have."""

    seen: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    orders: Counter[str] = field(default_factory=Counter)

    def missing(self, sender: str, present: frozenset[str]) -> float | None:
        """Share of the sender's usual fields that this order lacks; None for the first orders of a sender."""
        usual = {f for f, n in self.seen[sender].items() if n > USUAL * self.orders[sender]}
        before = self.orders[sender]
        self.orders[sender] += 1
        self.seen[sender].update(present)
        return len(usual - present) / len(usual) if usual and before >= 5 else None


@dataclass
class _Looks:
    """The layouts of each sender, by the fixed words of their documents."""

    store: Store
    known: dict[str, list[frozenset[int]]] = field(default_factory=lambda: defaultdict(list))

    def unseen(self, sender: str, document: str) -> float | None:
        """1 for a layout that the sender never had, 0 for a known one; None for the first and without words."""
        packed = self.store.files.get(document, WORDS)
        if packed is None:
            return None
        look = Look.of(Document.from_dict(json.loads(gzip.decompress(packed))))
        words = frozenset(int(key) for key in look.key[look.fixed])
        mine = self.known[sender]
        first = not mine
        like = next((k for k, other in enumerate(mine) if _alike(words, other)), None)
        mine.append(mine.pop(like) if like is not None else words)
        del mine[:-LOOKS]
        return None if first else float(like is None)


def _alike(one: frozenset[int], other: frozenset[int]) -> bool:
    least = min(len(one), len(other))
    return bool(least) and len(one & other) / least >= ALIKE
