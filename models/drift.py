"""Whether a stream of orders has changed: a test that may be looked at after every order, for ever, on many streams.

Each new value is ranked among all values before it; while the stream is as it was (exchangeable), the ranks are uniform
whatever the values are, and bets on low ranks win nothing on average (conformal test martingales: Vovk, Gammerman and
Shafer 2005, ch. 7; Volkhonskiy et al. 2017; Vovk 2021). The bets begin anew every ten orders with a prior share
of the stake, so that a change after a long good time is found. By Ville's inequality such a stake ever reaches 1/d with
probability d at most. Many streams share one probability of a false alarm by their number: stream j gets
`alpha / (j (j + 1))`, which sums to alpha however many there will be and however they hang together.
"""

from __future__ import annotations

import hashlib
import math
from bisect import bisect_left, bisect_right, insort
from collections import Counter
from dataclasses import dataclass, field

POWERS = (0.15, 0.35, 0.6, 0.85)
"""Exponents of bets `e p^(e-1)` on ranks p near 0: values that were hardly there before."""
STEPS = ((0.05, 0.5), (0.1, 0.6), (0.2, 0.6), (0.4, 0.8))
"""Bets that a rank is below the first number with the second as probability: what was rare becomes frequent."""
BETS = len(POWERS) + len(STEPS)
ALPHA = 0.05
"""Chance that there is ever a false alarm on any stream."""
LEAST = 20
"""Values before a stream is judged: the first ones say what is usual."""
EVERY = 10
"""Values from one start of the bets to the next: more starts find a change sooner and have less to bet each."""
ENOUGH = 1e150


def line(number: int, alpha: float = ALPHA) -> float:
    """The level at which stream `number` (from 1, in the order in which streams appeared) raises an alarm."""
    if number < 1 or not 0 < alpha < 1:
        raise ValueError("streams are numbered from 1, alpha is a share")
    return number * (number + 1) / alpha


def draw(name: str) -> float:
    """A number from 0 to 1 that settles ties: always the same for one order, and blind to what the order says."""
    return (int.from_bytes(hashlib.sha256(f"drift {name}".encode()).digest()[:6]) + 0.5) / 2**48


def bets(rank: float) -> list[float]:
    """What each bet pays for a rank, from 0 (excluded) to 1; 1 on average while ranks are uniform."""
    powers = [e * rank ** (e - 1) for e in POWERS]
    return powers + [q / p if rank < p else (1 - q) / (1 - p) for p, q in STEPS]


@dataclass
class Stream:
    """Values of one kind, in the order in which they came: numbers, of which greater ones are worse, or names, of which
    rarer ones are stranger. One stream holds one sort."""

    values: list[float | str] = field(default_factory=list)
    highest: float = 1.0
    """The highest level that the stake ever had: evidence against "nothing has changed", 1 is none."""
    alarm_at: int | None = None
    """Number of the value (from 0) at which the line was first crossed."""
    since: int = 0
    """Where the change most likely began, if there was one."""
    _sorted: list[float] = field(default_factory=list, repr=False)
    _names: Counter[str] = field(default_factory=Counter, repr=False)
    _levels: list[float] = field(default_factory=lambda: [0.0] * BETS, repr=False)
    _left: float = field(default=1.0, repr=False)
    """Share of the stake that is not bet yet."""
    _run: float = field(default=0.0, repr=False)
    _run_from: int = field(default=0, repr=False)

    def add(self, value: float | str, tie: float, limit: float) -> bool:
        """One more value; `tie` from `draw`. True where this one crosses `limit` (see `line`) for the first time."""
        rank = self._rank(value, tie)
        number = len(self.values)
        self.values.append(value)
        if number < LEAST:
            return False
        self._bet(rank, number)
        level = self._left + sum(self._levels) / BETS
        if level > self.highest:
            self.highest = level
        if self.alarm_at is None and level >= limit:
            self.alarm_at, self.since = number, self._run_from
            return True
        return False

    def before(self) -> list[float | str]:
        """The values before the change; all of them where there was none."""
        return self.values if self.alarm_at is None else self.values[: self.since]

    def after(self) -> list[float | str]:
        """The values from the change on."""
        return [] if self.alarm_at is None else self.values[self.since :]

    def _rank(self, value: float | str, tie: float) -> float:
        """Share of the values so far, this one among them, that are worse or stranger; equals count by `tie`.

        Counted over all values alike, this one included: only so is the rank uniform while nothing changes.
        """
        if isinstance(value, str):
            self._names[value] += 1
            mine = self._names[value]
            worse = sum(n for n in self._names.values() if n < mine)
            equal = sum(n for n in self._names.values() if n == mine)
            return (worse + tie * equal) / self._names.total()
        insort(self._sorted, value)
        left, right = bisect_left(self._sorted, value), bisect_right(self._sorted, value)
        return (len(self._sorted) - right + tie * (right - left)) / len(self._sorted)

    def _bet(self, rank: float, number: int) -> None:
        start, within = divmod(number - LEAST, EVERY)
        fresh = 0.0 if within else 1 / ((start + 1) * (start + 2))  # sums to 1 over all starts
        self._left = max(0.0, self._left - fresh)
        factors = bets(rank)
        self._levels = [min((w + fresh) * f, ENOUGH) for w, f in zip(self._levels, factors, strict=True)]
        # The start of the longest winning run, for the report alone: no test rests on it.
        gain = self._run + math.log(factors[1])
        if gain <= 0:
            self._run, self._run_from = 0.0, number + 1
        else:
            self._run = gain
