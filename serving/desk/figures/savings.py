"""Minutes and money saved, against a stated baseline: what it would have taken to type every order in by hand."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any

from pydantic import Field
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import select

from serving.desk.figures.period import O, Period
from serving.desk.figures.share import PASSED, Count
from serving.desk.store import tables
from serving.desk.store.engine import Tx

SAMPLE = 1000
"""Orders whose lines are counted, the newest ones: reading all results would take long."""


class Baseline(BaseSettings):
    """What is assumed, prefix `ORDERMILL_`. Put what your own desk takes in place of the defaults."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_", env_file=".env", extra="ignore", frozen=True)

    hand_minutes_order: Annotated[float, Field(ge=0)] = 3.0
    """Minutes to type in one order by hand, its lines apart."""
    hand_minutes_line: Annotated[float, Field(ge=0)] = 0.5
    """Minutes to type in one line by hand."""
    review_minutes: Annotated[float, Field(ge=0)] = 1.0
    """Minutes that one act of a person on an order takes in the desk."""
    cost_hour: Annotated[Decimal, Field(ge=0)] = Decimal(0)
    """Cost of an hour of work; 0: no money is shown."""
    cost_currency: Annotated[str, Field(pattern=r"^[A-Z]{3}$")] = "EUR"


@dataclass(frozen=True, slots=True)
class Savings:
    """Minutes for `orders` passed orders: by hand, spent in the desk, and the difference, which may be negative."""

    orders: int
    lines_each: float | None
    """Mean lines of an order, from `sampled` orders; None where none was read."""
    sampled: int
    by_hand: float
    spent: float
    baseline: Baseline

    @property
    def minutes(self) -> float:
        return self.by_hand - self.spent

    @property
    def cost(self) -> Decimal | None:
        if not self.baseline.cost_hour:
            return None
        return (self.baseline.cost_hour * Decimal(str(self.minutes)) / 60).quantize(Decimal("0.01"))


def savings(tx: Tx, period: Period, count: Count, baseline: Baseline) -> Savings:
    """`count` is of the same period. Acts on orders that did not pass were spent, too, and save nothing."""
    lines, sampled = _lines(tx, period)
    each = lines / sampled if sampled else None
    by_hand = count.passed * (baseline.hand_minutes_order + baseline.hand_minutes_line * (each or 0.0))
    spent = count.touches * baseline.review_minutes
    return Savings(count.passed, each, sampled, by_hand, spent, baseline)


def _lines(tx: Tx, period: Period) -> tuple[int, int]:
    """Item lines of the newest passed orders, and how many orders those are."""
    newest = select(O.id).where(*period.where(), O.state.in_(PASSED)).order_by(O.received_at.desc()).limit(SAMPLE)
    x = tables.extractions.c
    rows = tx.execute(select(x.order_id, x.result).where(x.order_id.in_(newest)).order_by(x.order_id, x.version))
    latest: Mapping[str, int] = {order: _items(result) for order, result in rows}
    return sum(latest.values()), len(latest)


def _items(result: Mapping[str, Any]) -> int:
    return sum(line.get("kind") == "item" for line in result.get("lines", ()))
