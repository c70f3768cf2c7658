"""Exact limits of a share from a count, with nothing but the binomial law (Clopper and Pearson 1934)."""

from __future__ import annotations

import math

import numpy as np

STEPS = 60
"""Halvings of the interval: more than a double can hold."""


def at_most(k: int, n: int, p: float) -> float:
    """Chance of `k` or fewer errors among `n` when each is one with chance `p`."""
    if k >= n or p <= 0:
        return 1.0
    if k < 0 or p >= 1:
        return 0.0
    i = np.arange(k + 1)
    steps = np.log(np.maximum(n - i[1:] + 1, 1)) - np.log(np.maximum(i[1:], 1))
    choose = np.concatenate([[0.0], np.cumsum(steps)])
    terms = choose + i * math.log(p) + (n - i) * math.log1p(-p)
    top = float(terms.max())
    return min(1.0, math.exp(top) * float(np.exp(terms - top).sum()))


def upper(k: int, n: int, delta: float) -> float:
    """The largest share of errors that `k` among `n` leaves possible: it is exceeded with chance `delta` at most.

    1.0 where nothing was seen. ValueError for counts that cannot be and for a `delta` that is no chance.
    """
    _valid(k, n, delta)
    if k >= n:
        return 1.0
    low, high = k / n, 1.0
    for _ in range(STEPS):
        middle = (low + high) / 2
        low, high = (middle, high) if at_most(k, n, middle) > delta else (low, middle)
    return high


def lower(k: int, n: int, delta: float) -> float:
    """The smallest share that `k` among `n` leaves possible, on the other side of `upper`."""
    _valid(k, n, delta)
    return 0.0 if k == 0 else 1.0 - upper(n - k, n, delta)


def needed(alpha: float, delta: float, errors: int = 0) -> int:
    """Orders among which `errors` may be wrong so that the share is shown to be at most `alpha`."""
    if not 0 < alpha < 1 or not 0 < delta < 1:
        raise ValueError(f"alpha and delta are shares between 0 and 1, not {alpha} and {delta}")
    n = max(errors + 1, math.ceil(math.log(delta) / math.log1p(-alpha)))
    while at_most(errors, n, alpha) > delta:
        n += max(1, n // 200)
    while n > errors + 1 and at_most(errors, n - 1, alpha) <= delta:
        n -= 1
    return n


def _valid(k: int, n: int, delta: float) -> None:
    if not 0 <= k <= n:
        raise ValueError(f"{k} errors among {n} orders cannot be")
    if not 0 < delta < 1:
        raise ValueError(f"delta is a chance between 0 and 1, not {delta}")


def wilson(k: int, n: int, z: float = 1.959964) -> tuple[float, float]:
    """Limits of a share from `k` among `n` (Wilson 1927), at 95 % with the default `z`; (0, 1) where nothing was seen.

    Narrower than `lower` and `upper` and right on average only: for showing, not for promises. ValueError for counts
    that cannot be.
    """
    _valid(k, n, 0.5)
    if n == 0:
        return 0.0, 1.0
    share, square = k / n, z * z / n
    centre = (share + square / 2) / (1 + square)
    half = z * math.sqrt(share * (1 - share) / n + square / (4 * n)) / (1 + square)
    return (0.0 if k == 0 else centre - half), (1.0 if k == n else centre + half)
