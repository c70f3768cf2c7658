"""The two draws that contents are made with, faster than those of `random`."""

from __future__ import annotations

from collections.abc import Sequence
from random import Random
from typing import TypeVar

T = TypeVar("T")


def bars(text: str) -> tuple[str, ...]:
    """The words of a list written as "one|two|three"."""
    return tuple(text.split("|"))


def pick(rng: Random, options: Sequence[T]) -> T:
    """One of `options`, all equally likely."""
    return options[int(rng.random() * len(options))]


def draw_pair(rng: Random, pairs: Sequence[tuple[T, float]]) -> T:
    """One of the values, with probability in proportion to the weight beside it."""
    x = rng.random() * sum(weight for _, weight in pairs)
    for value, weight in pairs:
        x -= weight
        if x < 0:
            return value
    return pairs[0][0]
