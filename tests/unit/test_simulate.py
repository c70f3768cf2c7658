"""The simulations behind docs/calibration.md, in small."""

from __future__ import annotations

import pytest

from training.simulate import DELTA, WORSE, false_stops, promises_kept, stops

pytestmark = pytest.mark.full


def test_promises_are_made_and_kept() -> None:
    found = promises_kept(60)
    assert found["made"] > 0.05
    assert found["broken"] <= DELTA


def test_few_years_without_a_change_are_stopped() -> None:
    assert false_stops(20, 0.004) <= 0.05


def test_the_worse_the_change_and_the_more_is_seen_the_sooner_it_stops() -> None:
    mild, _, grave = (stops(8, share, 1.0)["median"] for share in WORSE)
    blind = stops(8, WORSE[-1], 0.05)["median"]
    assert grave < 20
    assert grave < blind
    assert mild > 0
