"""What a desk's own history proves: orders that people have looked at, as evidence for a release and its threshold."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import func, select

from data.result import Extraction
from models import release
from models.calibrate import group_of
from models.guarantee import Proven
from models.release import Checked
from serving.desk import guarding
from serving.desk.guarding import happened
from serving.desk.store import tables
from serving.desk.store.engine import Tx

WEEK = 604_800.0


def history(tx: Tx, folder: Path) -> list[Checked]:
    """Every order that a person has looked at and that the model and calibrator in `folder` had read, oldest first.

    An order looked at twice counts once, wrong if it was wrong either time. Orders read by an earlier model say
    nothing of this one.
    """
    since = _since(tx, folder)
    if since is None:
        return []
    found: dict[str, Mapping[str, Any]] = {}
    days: dict[str, datetime] = {}
    for e in happened(tx, guarding.REVIEWED):
        read_at = e.data.get("read_at")
        if e.order is None or read_at is None or datetime.fromisoformat(read_at) < since:
            continue
        before = found.get(e.order)
        found[e.order] = {**e.data, "wrong": bool(e.data.get("wrong")) or bool(before and before["wrong"])}
        days[e.order] = e.at
    late = {e.order for e in happened(tx, guarding.FOUND)}
    return [_checked(order, data, days[order], order in late) for order, data in found.items()]


def _checked(order: str, data: Mapping[str, Any], at: datetime, late: bool) -> Checked:
    seen = Extraction(order, "", sources=tuple(data.get("source") or ()), legibility=data.get("legibility"))
    wrong = bool(data.get("wrong")) or late
    proven = Proven(data.get("confidence"), wrong, str(data.get("sender")), group_of(seen), at.date())
    return Checked(proven, str(data.get("type")), str(data.get("language")))


def _since(tx: Tx, folder: Path) -> datetime | None:
    last = None
    for event in happened(tx, guarding.SERVES):
        last = event
    return last.at if last is not None and last.data == release.parts(folder) else None


@dataclass(frozen=True, slots=True)
class Stream:
    """Orders as they come in, whether anybody looked at them or not."""

    weekly: float
    """Orders received in a week."""
    sure: tuple[float | None, ...]
    """Confidence of each order; None where there is none."""

    def passing(self, threshold: float) -> float:
        """Orders a week whose confidence reaches the threshold."""
        known = [c for c in self.sure if c is not None and c >= threshold]
        return self.weekly * len(known) / len(self.sure) if self.sure else 0.0


def stream(tx: Tx, most: int = 5000) -> Stream:
    """The latest orders, with how many come in a week (of less than a week: as if it had been one)."""
    o = tables.orders
    first, count = tx.execute(select(func.min(o.c.received_at), func.count())).one()
    if not count:
        return Stream(0.0, ())
    weeks = max((tx.now - first).total_seconds() / WEEK, 1.0)
    rows = tx.execute(select(o.c.confidence).order_by(o.c.received_at.desc()).limit(most))
    return Stream(count / weeks, tuple(rows.scalars()))
