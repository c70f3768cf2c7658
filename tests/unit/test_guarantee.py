"""The promise: exact limits, the sequence of thresholds, what a library says of the same numbers, and simulations."""

from __future__ import annotations

import warnings
from datetime import date
from fractions import Fraction
from math import comb

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from models.binomial import at_most, lower, needed, upper
from models.guarantee import (
    FIRST,
    STARTS,
    Promise,
    Proven,
    Scope,
    choices,
    promise,
    promises,
    sentence,
    sequence,
    wealth,
    weeks_until,
)

pytestmark = pytest.mark.full


def orders(count: int, wrong: int = 0, sure: float = 0.99, **more: str) -> list[Proven]:
    """`count` orders alike, the last `wrong` of them in error, each of its own sender unless told."""
    return [
        Proven(sure - 1e-6 * k, k >= count - wrong, more.get("sender", f"s{k}"), more.get("group", ""),
               date(2026, 11, 14))
        for k in range(count)
    ]  # fmt: skip


def exactly(k: int, n: int, p: float) -> float:
    """Chance of `k` or fewer of `n`, term by term in whole numbers."""
    share = Fraction(p)
    return float(sum(comb(n, i) * share**i * (1 - share) ** (n - i) for i in range(k + 1)))


@settings(max_examples=40, deadline=None)
@given(n=st.integers(1, 120), share=st.floats(0, 0.99), delta=st.floats(0.001, 0.4))
def test_limits_are_those_of_clopper_and_pearson(n: int, share: float, delta: float) -> None:
    k = min(round(share * n), n - 1)
    assert exactly(k, n, upper(k, n, delta)) == pytest.approx(delta, abs=1e-6)
    assert upper(n, n, delta) == 1
    assert lower(0, n, delta) == 0
    if k:
        assert exactly(k - 1, n, lower(k, n, delta)) == pytest.approx(1 - delta, abs=1e-6)
    assert at_most(k, n, 0.02) == pytest.approx(exactly(k, n, 0.02), abs=1e-9)


def test_how_many_orders_a_promise_needs() -> None:
    assert needed(0.02, 0.05) == 149
    assert needed(0.02, 0.05, errors=1) == 236
    assert at_most(0, 148, 0.02) > 0.05 >= at_most(0, 149, 0.02)


@pytest.mark.parametrize(("k", "n", "delta"), [(2, 1, 0.05), (-1, 5, 0.05), (0, 5, 0.0), (0, 5, 1.0)])
def test_counts_that_cannot_be_are_refused(k: int, n: int, delta: float) -> None:
    with pytest.raises(ValueError, match=r"cannot be|chance"):
        upper(k, n, delta)


def test_too_few_orders_prove_nothing() -> None:
    assert promise(orders(148), 0.02).reason == "few_orders"
    assert promise([], 0.02).reason == "no_orders"
    assert promise(orders(148), 0.02).threshold is None


def test_the_promise_lets_through_what_the_evidence_carries() -> None:
    history = orders(600) + orders(300, wrong=90, sure=0.5)
    held = promise(history, 0.02)
    assert held.threshold is not None
    assert held.threshold > 0.5 - 1e-3
    assert 0.85 < held.coverage < 0.95
    assert held.errors <= 0.02 * held.passed
    assert held.bound == 0.02
    assert held.until == date(2026, 11, 14)


def test_errors_everywhere_leave_everything_to_people() -> None:
    rng = np.random.default_rng(1)
    history = [Proven(float(c), bool(rng.random() < 0.1), f"s{k}") for k, c in enumerate(rng.random(800))]
    held = promise(history, 0.02)
    assert (held.threshold, held.bound, held.reason) == (None, 1.0, "too_many_errors")


def test_orders_without_confidence_never_pass() -> None:
    unknown = [Proven(None, False, f"u{k}") for k in range(400)]
    assert promise(unknown, 0.02).reason == "few_orders"
    held = promise(unknown + orders(400), 0.02)
    assert held.passed == 400
    assert held.coverage == 0.5


def test_confidences_that_are_none_are_refused() -> None:
    with pytest.raises(ValueError, match="between 0 and 1"):
        promise([Proven(float("nan"), False, "a"), *orders(200)], 0.02)
    with pytest.raises(ValueError, match="between 0 and 1"):
        promise(orders(200), 1.5)


def test_thresholds_are_set_by_confidences_alone() -> None:
    sure = np.random.default_rng(2).random(700)
    assert sequence(sure, 149) == sequence(sure.copy(), 149)
    starts = sequence(sure, 149)
    assert len(starts) == STARTS
    assert (sure >= starts[0][0]).sum() == 149
    assert starts[0] == sorted(starts[0], reverse=True)
    assert all(set(s) <= set(starts[0]) for s in starts)


@pytest.mark.parametrize("seed", range(12))
def test_a_library_finds_the_same_thresholds(seed: int) -> None:
    from mapie.risk_control.fwer_control import (  # type: ignore[import-untyped]
        FWERFixedSequenceTesting,
        control_fwer,
    )
    from mapie.risk_control.methods import compute_hoeffding_bentkus_p_value  # type: ignore[import-untyped]

    rng = np.random.default_rng(seed)
    sure = rng.beta(6, 1, 900)
    history = [Proven(float(c), bool(rng.random() < 0.35 * (1 - c)), f"s{k}") for k, c in enumerate(sure)]
    grid = sequence(sure, needed(0.03, 0.1))[0]
    passing = [[o for o in history if o.confidence is not None and o.confidence >= t] for t in grid]
    counts = [(len(group), sum(o.wrong for o in group)) for group in passing]
    n, k = np.array(counts, float).T
    shares = np.maximum(k / n - 1e-12, 0)  # it rounds the count up
    theirs = compute_hoeffding_bentkus_p_value(shares, n, 0.03, binary=True)[:, 0]
    ours = np.array([at_most(int(b), int(a), 0.03) for a, b in zip(n, k, strict=True)])
    assert (theirs <= ours + 1e-9).all()  # theirs takes Hoeffding's limit too where that is smaller
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        valid = control_fwer(ours, 0.1, FWERFixedSequenceTesting(n_starts=STARTS))
    held = promise(history, 0.03, 0.1)
    assert held.threshold == (min(grid[i] for i in valid) if len(valid) else None)


def test_groups_share_the_chance_and_small_ones_stay_manual() -> None:
    history = orders(900, group="text layer") + orders(100, group="poor scan") + orders(900, group="clean scan")
    by = {p.group: p for p in promises(history, 0.02)}
    assert by["poor scan"].reason == "few_orders"
    assert by["text layer"].threshold is not None
    assert by["text layer"].delta == by["clean scan"].delta == pytest.approx(0.025)


def test_one_large_sender_says_little_about_new_ones() -> None:
    alone = orders(2000, sender="only")
    assert promise(alone, 0.02).threshold is not None
    assert promise(alone, 0.02, scope="new").reason == "few_senders"
    many = [Proven(0.99, False, f"s{k % 500}") for k in range(2000)]
    assert promise(many, 0.02, scope="new").threshold is not None


def test_a_bet_counts_first_orders_of_each_sender_only() -> None:
    few = [Proven(0.9, False, "a")] * FIRST
    assert wealth(few * 50, 0.02) == wealth(few, 0.02)
    assert wealth([], 0.02) == 0


def test_the_curve_holds_at_all_points_at_once() -> None:
    history = orders(500) + orders(500, wrong=60, sure=0.6)
    curve = choices(history)
    assert [c.threshold for c in curve] == sorted((c.threshold for c in curve), reverse=True)
    assert curve[-1].coverage == 1
    assert curve[-1].errors == 60
    assert all(c.bound > upper(c.errors, c.passed, 0.05) for c in curve)
    assert choices([Proven(None, True, "a")]) == []


def test_it_comes_back_from_its_file_the_same() -> None:
    for held in (promise(orders(300), 0.02), promise([], 0.02)):
        assert Promise.parse(held.to_dict()) == held


def test_people_are_told_what_is_promised_and_what_it_rests_on() -> None:
    history = [
        Proven(0.9999 - 1e-4 * k, k in (250, 500, 580), f"s{k % 57}", day=date(2026, 11, 14)) for k in range(620)
    ]
    held = promise(history, 0.02)
    text = sentence(held, wish=0.01, weekly=120)
    assert text.startswith("confirmed without a person: ")
    assert "error at most 2.0% (95%), from 620 orders of 57 senders until 14 Nov" in text
    assert "1.0% reachable in about" in text
    assert "at least 149 checked orders are needed" in sentence(promise(orders(20), 0.02))
    assert "no order has been checked yet" in sentence(promise([], 0.02))


def test_weeks_until_a_stricter_promise() -> None:
    held = promise(orders(400), 0.02)
    assert weeks_until(held, 0.02, 100) == 0
    soon = weeks_until(held, 0.005, 100)
    assert soon is not None
    assert 0 < soon < 30
    bad = Promise("", "known", 0.5, 0.1, 0.05, 0.1, 1000, 50, 1000, 9, None)
    assert weeks_until(bad, 0.01, 100) is None
    assert weeks_until(promise([], 0.02), 0.01, 100) is None


ALPHA: dict[Scope, float] = {"known": 0.03, "new": 0.05}


def world(rng: np.random.Generator, scope: Scope, count: int) -> tuple[list[Proven], float, float]:
    """A history of senders of very different sizes, some of which fail far more often than their confidences say;
    with the threshold promised for it and the share of errors that future orders really have there."""
    senders = 60 if scope == "known" else count
    weight = 1 / (1 + rng.permutation(senders)) if scope == "known" else np.ones(senders)
    spoilt = rng.normal(0, 1.3, senders)

    def draw(n: int, weight: np.ndarray, spoilt: np.ndarray) -> tuple[np.ndarray, np.ndarray, np.ndarray]:  # type: ignore[type-arg]
        who = rng.choice(len(weight), n, p=weight / weight.sum())
        odds = rng.normal(4.2 if scope == "known" else 5.5, 1.6, n)
        return who, 1 / (1 + np.exp(-odds)), 1 / (1 + np.exp(odds + spoilt[who] - 0.3))

    who, sure, risk = draw(count, weight, spoilt)
    wrong = rng.random(count) < risk
    history = [Proven(float(c), bool(w), str(s)) for c, w, s in zip(sure, wrong, who, strict=True)]
    held = promise(history, ALPHA[scope], 0.1, scope=scope)
    if held.threshold is None:
        return history, 2.0, 0.0
    if scope == "new":
        weight, spoilt = np.ones(4000), rng.normal(0, 1.3, 4000)
    _, later, risk = draw(6000, weight, spoilt)
    return history, held.threshold, float(risk[later >= held.threshold].mean())


@pytest.mark.parametrize(("scope", "runs", "count"), [("known", 2000, 500), ("new", 100, 1200)])
def test_the_promise_is_kept_as_often_as_it_says(scope: Scope, runs: int, count: int) -> None:
    rng = np.random.default_rng(7)
    found = [world(rng, scope, count) for _ in range(runs)]
    promised = [risk for _, threshold, risk in found if threshold <= 1]
    assert len(promised) > 0.05 * runs  # a promise never made is easily kept
    broken = sum(risk > ALPHA[scope] for risk in promised)
    assert broken / runs <= 0.1
