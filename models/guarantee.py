"""What may be confirmed without a person: a threshold with a promise, and the orders it rests on.

The promise: with probability at least 1 - delta, at most a share alpha of the orders that pass has a material error. It
is Learn then Test (Angelopoulos et al. 2021) with exact binomial tests over a fixed sequence of thresholds, on orders
that neither the model nor the calibrator learnt from. Two kinds of sender are two questions:

- *Known senders*, in the mix in which they order. However different their error rates and sizes are, orders drawn from
  that mix err independently with its mean rate, so the unit is the order.
- *New senders*, in their first `FIRST` orders. All orders of one sender may fail together, so the unit is the sender: a
  bet (Waudby-Smith and Ramdas 2024) on the first orders of each. It needs many senders, and rightly so.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Literal

import numpy as np

from models.binomial import at_most, needed, upper

Scope = Literal["known", "new"]
STARTS = 4
"""Places of the sequence from which testing starts, each with its share of delta: one early error cannot end it all."""
GRID = 40
"""Thresholds at most; they are set by confidences alone, never by what was right."""
FIRST = 10
"""Orders of a sender that say what may be expected of a sender never met; after them he is a known one."""
STAKES = (0.9, 0.6, 0.3, 0.15)
"""Shares of the largest stake that cannot lose more than all, bet on at once."""


@dataclass(frozen=True, slots=True)
class Proven:
    """One order whose truth is known."""

    confidence: float | None
    """The order's; None can never pass."""
    wrong: bool
    """A material error: a critical field wrong, a line missing or invented."""
    sender: str
    group: str = ""
    """Such as "text layer" or "poor scan"; each is judged alone."""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Promise:
    """A threshold with its bound, for one group of orders."""

    group: str
    scope: Scope
    threshold: float | None
    """Lowest confidence that passes; None where everything goes to a person."""
    alpha: float
    delta: float
    bound: float
    """Share of errors that is promised not to be exceeded: alpha, or 1 where nothing is promised. What was observed is
    `errors` of `passed`; a limit drawn from these alone, at a threshold chosen by them, would be too kind."""
    passed: int
    errors: int
    orders: int
    senders: int
    until: date | None
    reason: str = ""
    """Why nothing passes: `no_orders`, `few_orders`, `few_senders` or `too_many_errors`."""

    @property
    def coverage(self) -> float:
        """Share of the orders that pass."""
        return self.passed / self.orders if self.orders else 0.0

    def to_dict(self) -> dict[str, Any]:
        names = ("group", "scope", "threshold", "alpha", "delta", "bound", "passed", "errors", "orders", "senders")
        return {n: getattr(self, n) for n in names} | {
            "until": self.until.isoformat() if self.until else None, "reason": self.reason,
        }  # fmt: skip

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> Promise:
        return cls(**{**raw, "until": date.fromisoformat(raw["until"]) if raw["until"] else None})


def promise(orders: Sequence[Proven], alpha: float, delta: float = 0.05, *, group: str = "",
            scope: Scope = "known") -> Promise:  # fmt: skip
    """The lowest threshold that the evidence supports for one group of orders.

    Args:
        orders: with known truth, in a random or time order; those without confidence count as never passing.
        alpha: share of errors among what passes that is put up with, fixed before looking.
        delta: chance that the promise is broken.
        group: name put into the result.
        scope: `known` for senders among `orders`, `new` for senders not met yet.

    Raises:
        ValueError: alpha or delta is no share between 0 and 1.
    """
    least = needed(alpha, delta)
    sure = np.array([o.confidence if o.confidence is not None else -1.0 for o in orders], float)
    facts = _Facts(orders, alpha, delta, group, scope)
    if not len(sure):
        return facts.nothing("no_orders")
    if np.isnan(sure).any() or sure.max() > 1:
        raise ValueError("confidences are numbers between 0 and 1")
    if int((sure >= 0).sum()) < least:
        return facts.nothing("few_orders")
    if scope == "new" and len({o.sender for o in orders}) < least:
        return facts.nothing("few_senders")
    thresholds = sequence(sure, least)
    found: float | None = None
    share = delta / len(thresholds)
    for starts in thresholds:
        for threshold in starts:
            if facts.chance(threshold) > share:
                break
            found = threshold if found is None else min(found, threshold)
    return facts.nothing("too_many_errors") if found is None else facts.at(found)


def sequence(sure: np.ndarray, least: int) -> list[list[float]]:  # type: ignore[type-arg]
    """Thresholds to be tested one after the other, strictest first, from each of `STARTS` places.

    The strictest lets through just as many orders as could prove anything. Made from confidences alone.
    """
    ranked = np.sort(sure[sure >= 0])[::-1]
    places = np.unique(np.linspace(least, len(ranked), GRID).round().astype(int))
    grid = sorted({float(ranked[k - 1]) for k in places}, reverse=True)
    starts = min(STARTS, len(grid))
    return [grid[k * (len(grid) // starts) :] for k in range(starts)]


class _Facts:
    """Orders of one group under one question."""

    def __init__(self, orders: Sequence[Proven], alpha: float, delta: float, group: str, scope: Scope) -> None:
        self.orders, self.alpha, self.delta, self.group, self.scope = orders, alpha, delta, group, scope
        self.senders = len({o.sender for o in orders})
        days = [o.day for o in orders if o.day]
        self.until = max(days) if days else None
        ranked = sorted((o for o in orders if o.confidence is not None), key=lambda o: -(o.confidence or 0.0))
        self.sure = -np.array([o.confidence for o in ranked], float)
        self.wrong = np.cumsum([0, *(o.wrong for o in ranked)])

    def passing(self, threshold: float) -> list[Proven]:
        return [o for o in self.orders if o.confidence is not None and o.confidence >= threshold]

    def count(self, threshold: float) -> tuple[int, int]:
        """Orders that pass, and how many of them are wrong."""
        passed = int(np.searchsorted(self.sure, -threshold, side="right"))
        return passed, int(self.wrong[passed])

    def chance(self, threshold: float) -> float:
        """Chance of as few errors if the share of errors were more than alpha (a p-value)."""
        if self.scope == "new":
            return 1 / max(wealth(self.passing(threshold), self.alpha), 1.0)
        passed, errors = self.count(threshold)
        return at_most(errors, passed, self.alpha)

    def at(self, threshold: float) -> Promise:
        return self._promise(threshold, self.alpha, *self.count(threshold), "")

    def nothing(self, reason: str) -> Promise:
        return self._promise(None, 1.0, 0, 0, reason)

    def _promise(self, threshold: float | None, bound: float, passed: int, errors: int, reason: str) -> Promise:
        return Promise(self.group, self.scope, threshold, self.alpha, self.delta, bound, passed, errors,
                       len(self.orders), self.senders, self.until, reason)  # fmt: skip


def wealth(orders: Sequence[Proven], alpha: float) -> float:
    """What a gambler holds who bets, sender by sender, that fewer than a share alpha of first orders are wrong.

    Each sender moves the stake by `alpha n - errors`, of mean at most zero if the promise is broken, whatever ties the
    orders of one sender to each other (an e-value; its inverse is a p-value). The stake is set by the sizes alone.
    """
    count: dict[str, int] = defaultdict(int)
    errors: dict[str, int] = defaultdict(int)
    for order in orders:
        if count[order.sender] < FIRST:
            count[order.sender] += 1
            errors[order.sender] += order.wrong
    if not count:
        return 0.0
    gains = np.array([alpha * n - errors[s] for s, n in count.items()])
    largest = (1 - alpha) * max(count.values())
    logs = [float(np.log1p(c / largest * gains).sum()) for c in STAKES]
    top = max(logs)
    return math.exp(min(top, 600.0)) * float(np.mean([math.exp(x - top) for x in logs]))


def promises(orders: Sequence[Proven], alpha: float, delta: float = 0.05,
             scopes: Sequence[Scope] = ("known",)) -> list[Promise]:  # fmt: skip
    """A promise for each group. Groups with too few orders to prove anything stay manual and cost nothing; the others
    share delta, so that all of them hold together with probability 1 - delta."""
    groups: dict[str, list[Proven]] = defaultdict(list)
    for order in orders:
        groups[order.group].append(order)
    able = sum(sum(o.confidence is not None for o in g) >= needed(alpha, delta) for g in groups.values())
    share = delta / max(able * len(scopes), 1)
    return [promise(g, alpha, share, group=name, scope=s) for name, g in sorted(groups.items()) for s in scopes]


@dataclass(frozen=True, slots=True)
class Choice:
    """A point of the curve: what passes at a threshold, what may be wrong."""

    threshold: float
    passed: int
    errors: int
    coverage: float
    bound: float
    """Holds for all points of the curve at once."""


def choices(orders: Sequence[Proven], delta: float = 0.05, points: int = 12) -> list[Choice]:
    """The curve of a history, strictest threshold first, with bounds that hold for all points together (Bonferroni):
    whoever clicks the point he likes best is not fooled by having looked. For known senders."""
    sure = np.array([o.confidence for o in orders if o.confidence is not None], float)
    if not len(sure):
        return []
    ranked = np.sort(sure)[::-1]
    places = np.unique(np.linspace(1, len(ranked), points + 1).round().astype(int))[1:]
    thresholds = sorted({float(ranked[k - 1]) for k in places}, reverse=True)
    out = []
    for t in thresholds:
        passing = [o for o in orders if o.confidence is not None and o.confidence >= t]
        errors = sum(o.wrong for o in passing)
        bound = upper(errors, len(passing), delta / len(thresholds))
        out.append(Choice(t, len(passing), errors, len(passing) / len(orders), bound))
    return out


def weeks_until(held: Promise, alpha: float, weekly: float, tests: int = STARTS) -> float | None:
    """Weeks until `alpha` can be promised at the threshold, if errors go on as rarely as they did; None if never.

    Args:
        held: what is promised now.
        alpha: the share of errors wished for.
        weekly: orders a week whose truth becomes known.
        tests: thresholds that share delta.
    """
    if held.threshold is None or weekly <= 0:
        return None
    rate = (held.errors + 0.5) / (held.passed + 1)
    n, share = held.passed, held.delta / tests
    while n < 200_000:
        if upper(min(round(rate * n), n), n, share) <= alpha:
            return (n - held.passed) / max(weekly * held.coverage, 1e-9)
        n += max(1, n // 50)
    return None


def sentence(held: Promise, wish: float | None = None, weekly: float = 0.0) -> str:
    """What is promised and what it rests on, for people: figures in percent, no statistics."""
    until = f" until {held.until.day} {held.until:%b}" if held.until else ""
    base = f"{held.orders:,} orders of {held.senders:,} senders{until}"
    if held.threshold is None:
        least = needed(held.alpha, held.delta)
        why = {
            "no_orders": "no order has been checked yet",
            "few_orders": f"{base} are too few to show it: at least {least:,} checked orders are needed",
            "few_senders": f"{base} are too few to speak for new ones: at least {least:,} senders are needed",
            "too_many_errors": f"among {base} there were too many errors at every threshold",
        }[held.reason]
        return f"confirmed without a person: none; an error of at most {held.alpha:.1%} cannot be promised: {why}"
    text = (f"confirmed without a person: {held.coverage:.0%} of orders; error at most {held.bound:.1%} "
            f"({1 - held.delta:.0%}), from {base}, of which {held.passed:,} pass and {held.errors:,} of those "
            f"{'was' if held.errors == 1 else 'were'} wrong")  # fmt: skip
    weeks = weeks_until(held, wish, weekly) if wish is not None else None
    if wish is not None and weeks:
        text += f"; {wish:.1%} reachable in about {math.ceil(weeks)} week{'s' if math.ceil(weeks) > 1 else ''}"
    return text
