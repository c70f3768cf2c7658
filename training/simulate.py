"""Whether the promise holds and the watch stops in time: made-up worlds, repeated many times.

    python -m training.simulate [--runs 2000] [--years 300]

Promise: a history of 500 orders of 60 senders of very different sizes, each with error rates of its own that its
confidences do not know; the threshold promised for it is broken where more than alpha of future orders fail there.
Watch: years of 2,000 orders confirmed without a person, errors at a fifth of what is promised, with or without a change
after 1,000 orders; every error comes to light, or only those that the random audit sees.
"""

from __future__ import annotations

import argparse
import json
from typing import Any

import numpy as np
from numpy.typing import NDArray

from models.audit import Limits, highest
from models.guarantee import Proven, promise

ALPHA, DELTA = 0.03, 0.1
SENDERS, ORDERS = 60, 500
PROMISED, USUAL = 0.02, 0.004
YEAR, CHANGE = 2000, 1000
WORSE = (0.05, 0.2, 0.4)
"""Shares of errors after the change."""
EXTRA = 3.0
"""Errors more than promised that are put up with before the stop."""
SEEN = {"every error comes to light": 1.0, "nine of ten do": 0.9, "the random audit alone, 5 %": 0.05}
Floats = NDArray[np.float64]


def promises_kept(runs: int, seed: int = 7) -> dict[str, float]:
    """How often a promise was made, and the share of all runs in which one was broken (delta at most is allowed)."""
    rng = np.random.default_rng(seed)
    made = broken = 0
    for _ in range(runs):
        weight = 1 / (1 + rng.permutation(SENDERS))
        spoilt = rng.normal(0, 1.3, SENDERS)
        held = promise(_history(rng, weight, spoilt), ALPHA, DELTA)
        if held.threshold is not None:
            _, later, risk = _orders(rng, 6000, weight, spoilt)
            made += 1
            broken += float(risk[later >= held.threshold].mean()) > ALPHA
    return {"runs": runs, "alpha": ALPHA, "delta": DELTA, "made": made / runs, "broken": broken / runs}


def _orders(rng: np.random.Generator, count: int, weight: Floats, spoilt: Floats) -> tuple[Any, Floats, Floats]:
    """Senders, confidences and true risks of orders."""
    who = rng.choice(len(weight), count, p=weight / weight.sum())
    odds = rng.normal(4.2, 1.6, count)
    return who, 1 / (1 + np.exp(-odds)), 1 / (1 + np.exp(odds + spoilt[who] - 0.3))


def _history(rng: np.random.Generator, weight: Floats, spoilt: Floats) -> list[Proven]:
    who, sure, risk = _orders(rng, ORDERS, weight, spoilt)
    wrong = rng.random(ORDERS) < risk
    return [Proven(float(c), bool(w), str(s)) for c, w, s in zip(sure, wrong, who, strict=True)]


def stop_at(wrong: NDArray[np.bool_], limits: Limits) -> int | None:
    """Orders confirmed when auto mode stops; None where it does not (the highest level never falls)."""
    if max(highest(wrong, limits)) < 1:
        return None
    low, high = 0, len(wrong)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if max(highest(wrong[:middle], limits)) >= 1 else (middle, high)
    return high


def false_stops(years: int, share: float, seed: int = 11) -> float:
    """Share of years without a change in which auto mode stops, all errors known."""
    rng = np.random.default_rng(seed)
    limits = Limits(PROMISED, yearly=YEAR)
    return sum(stop_at(rng.random(YEAR) < share, limits) is not None for _ in range(years)) / years


def stops(years: int, share: float, seen: float, seed: int = 12) -> dict[str, float]:
    """After a change of all senders to `share` of errors: how often the stop comes before `EXTRA` expected extra
    errors, and how many there are (median, and what nine of ten years keep below)."""
    rng = np.random.default_rng(seed)
    limits = Limits(PROMISED, yearly=YEAR)
    extra = []
    for _ in range(years):
        wrong = np.concatenate([rng.random(CHANGE) < USUAL * seen, rng.random(YEAR - CHANGE) < share * seen])
        at = stop_at(wrong, limits)
        after = (YEAR if at is None else max(at, CHANGE)) - CHANGE
        extra.append(after * (share - PROMISED))
    found = np.array(extra)
    return {"in_time": float((found <= EXTRA).mean()), "median": float(np.median(found)),
            "nine_of_ten": float(np.quantile(found, 0.9))}  # fmt: skip


def simulate(runs: int, years: int) -> dict[str, Any]:
    """All of it, JSON-ready."""
    return {
        "promise": promises_kept(runs),
        "false_stops": {str(share): false_stops(years, share) for share in (USUAL, PROMISED)},
        "stops": {name: {str(share): stops(years, share, seen) for share in WORSE} for name, seen in SEEN.items()},
    }  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=2000, help="histories for which a promise is made")
    parser.add_argument("--years", type=int, default=100, help="years of the watch, of each kind")
    arguments = parser.parse_args()
    print(json.dumps(simulate(arguments.runs, arguments.years), indent=1))


if __name__ == "__main__":
    main()
