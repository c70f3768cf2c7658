"""Drawing from distributions, with choices that only the held-out split may make."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def weighted(rng: Random, weights: Mapping[T, float]) -> T:
    """One key, with probability in proportion to its weight."""
    x = rng.random() * sum(weights.values())
    for key, weight in weights.items():
        x -= weight
        if x < 0:
            return key
    return next(reversed(list(weights)))


def pick(rng: Random, options: Sequence[T]) -> T:
    """One of `options`; faster than `Random.choice`."""
    return options[int(rng.random() * len(options))]


def between(rng: Random, low: float, high: float) -> float:
    """A number from `low` to `high`."""
    return low + (high - low) * rng.random()


class Chooser:
    """Draws structural choices and remembers them for the document's layout family."""

    def __init__(self, rng: Random, heldout: bool, share: float) -> None:
        self.rng, self.heldout, self.share = rng, heldout, share
        self.made: dict[str, str] = {}

    def __call__(self, name: str, common: Mapping[str, float], reserved: Sequence[str] = ()) -> str:
        """Choose a structure called `name`: one of `common`, or, in the held-out split, of `reserved`."""
        if reserved and self.heldout and self.rng.random() < self.share:
            made = pick(self.rng, reserved)
        else:
            made = weighted(self.rng, common)
        self.made[name] = made
        return made

    def family(self, names: Sequence[str]) -> str:
        """The choices that name the layout, joined."""
        return "/".join(self.made[n] for n in names if n in self.made)
