"""Other rules tried on past decisions: what would have become of which order. Nothing is written."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import select

from serving.desk.rules.book import Rulebook
from serving.desk.rules.decide import Decided, Verdict, decide
from serving.desk.rules.facts import Facts
from serving.desk.store import tables
from serving.desk.store.engine import Tx

MOST = 500


@dataclass(frozen=True, slots=True)
class Changed:
    """An order that other rules treat otherwise. `before` and `after` are `end`s."""

    order: str
    number: str | None
    customer: str | None
    before: str
    after: str
    reasons: tuple[Verdict, ...]
    """What the new rules would say of it; what stops first."""
    gone: tuple[Verdict, ...]
    """What the old rules said and the new ones do not."""


@dataclass(frozen=True, slots=True)
class Trial:
    """`counts` of orders by (before, after); `unread`: decisions whose facts are of another release or erased."""

    orders: int
    unread: int
    counts: dict[tuple[str, str], int]
    changed: tuple[Changed, ...]


def end(decided: Decided) -> str:
    """What becomes of an order: `stop`, else the stage in which it goes on (`shadow`, `draft`, `confirm`)."""
    return "stop" if decided.outcome == "stop" else decided.stage


def trial(tx: Tx, old: Rulebook, new: Rulebook, most: int = MOST) -> Trial:
    """Decide the last `most` decisions of the desk by both rulebooks, the latest one of each order."""
    d, o = tables.decisions, tables.orders
    query = (select(d.c.order_id, d.c.facts, o.c.order_number, o.c.customer)
             .join(o, o.c.id == d.c.order_id).where(d.c.by == "worker")
             .order_by(d.c.at.desc(), d.c.version.desc()).limit(most))  # fmt: skip
    seen: set[str] = set()
    counts: Counter[tuple[str, str]] = Counter()
    changed, unread = [], 0
    for row in tx.execute(query):
        if row.order_id in seen:
            continue
        seen.add(row.order_id)
        try:
            facts = Facts.from_dict(row.facts)
        except (KeyError, TypeError, ValueError):
            unread += 1
            continue
        was, would = decide(old, facts), decide(new, facts)
        counts[end(was), end(would)] += 1
        if end(was) != end(would):
            left = {(v.code, v.line, v.field) for v in would.reasons}
            gone = tuple(v for v in was.reasons if (v.code, v.line, v.field) not in left)
            changed.append(Changed(row.order_id, row.order_number, row.customer, end(was), end(would),
                                   would.reasons, gone))  # fmt: skip
    return Trial(len(seen) - unread, unread, dict(counts), tuple(changed))
