"""Habits, values and checks of a page of 300 words cost little beside reading it."""

from __future__ import annotations

import time

from data.values.habits import decide
from data.values.normalise import normalise
from models.checks import check
from tests.orders import order

BOUND = 0.06
"""Seconds; ten times what a free core takes, so that a busy machine does not fail the test."""


def test_a_page_of_300_words() -> None:
    made = order(45, per_page=50, foot=["We thank you for your order and remain yours sincerely"] * 8)
    assert 300 <= len(made.document.words) <= 360
    extraction = made.read()
    best = float("inf")
    for _ in range(5):
        start = time.perf_counter()
        habits = decide(made.document)
        for line in extraction.lines:
            for value in line.fields.values():
                normalise("amount", value.text, habits)
        check(extraction, made.document, habits=habits)
        best = min(best, time.perf_counter() - start)
    assert best < BOUND
