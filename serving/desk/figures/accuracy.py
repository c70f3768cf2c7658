"""How often what was read had to be changed: from the corrections on orders that people let pass.

The unit is the order: a field is right on an order where nobody changed it, on none of its lines. Orders that no one
looked at say nothing and are not counted, so that these figures are of the orders that were doubtful.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from sqlalchemy import ColumnElement, func, select

from models.binomial import wilson
from serving.desk.figures.period import O, Period
from serving.desk.figures.share import PASSED
from serving.desk.store import tables
from serving.desk.store.engine import Tx

_LINE = re.compile(r"lines\.\d+(?:\.fields)?(?:\.(.+))?")
WHOLE_LINE = "line"
"""Name under which lines that were added or dropped are counted."""


@dataclass(frozen=True, slots=True)
class Accuracy:
    """`right` of `orders` reviewed orders of one sender, or for one field; `name` None: no sender known."""

    name: str | None
    orders: int
    right: int

    @property
    def share(self) -> float | None:
        return self.right / self.orders if self.orders else None

    @property
    def limits(self) -> tuple[float, float]:
        """95 % limits after Wilson."""
        return wilson(self.right, self.orders)


def field_of(path: str) -> str:
    """The field that a correction's path means: `lines.3.fields.quantity` is `line.quantity`, `lines.3` is `line`."""
    found = _LINE.fullmatch(path)
    if found is None:
        return path.removeprefix("fields.")
    return f"line.{found[1]}" if found[1] else WHOLE_LINE


def by_field(tx: Tx, period: Period) -> list[Accuracy]:
    """Fields that were ever changed, the worst first; every other field was right on all reviewed orders."""
    total = int(tx.execute(select(func.count()).where(*_reviewed(period))).scalar_one())
    wrong = Counter(name for _, name in {(order, field_of(path)) for order, path in _changed(tx, period)})
    found = [Accuracy(name, total, total - min(number, total)) for name, number in wrong.items()]
    return sorted(found, key=lambda a: (a.right, a.name or ""))


def by_sender(tx: Tx, period: Period, *, most: int = 50) -> list[Accuracy]:
    """The `most` senders with most reviewed orders; right is an order of which nothing was changed."""
    wrong = {order for order, _ in _changed(tx, period)}
    senders = tx.execute(select(O.id, O.sender).where(*_reviewed(period)))
    total: Counter[str | None] = Counter()
    right: Counter[str | None] = Counter()
    for order, sender in senders:
        total[sender] += 1
        right[sender] += order not in wrong
    return [Accuracy(sender, number, right[sender]) for sender, number in total.most_common(most)]


def _reviewed(period: Period) -> list[ColumnElement[bool]]:
    return [*period.where(), O.state.in_(PASSED), O.touches > 0]


def _changed(tx: Tx, period: Period) -> Iterable[tuple[str, str]]:
    """(order, path) of values that in the end were not what had been read."""
    c = tables.corrections.c
    query = select(c.order_id, c.path, c.before, c.after).join(tables.orders, O.id == c.order_id)
    ends: dict[tuple[str, str], tuple[str | None, str | None]] = {}
    for order, path, before, after in tx.execute(query.where(*_reviewed(period)).order_by(c.id)):
        first, _ = ends.get((order, path), (before, None))
        ends[order, path] = (first, after)
    return [key for key, (first, last) in ends.items() if first != last]
