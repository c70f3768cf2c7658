"""The audit: valid however often it is looked at, quick after a change, and put on again by people alone."""

from __future__ import annotations

from datetime import UTC, datetime

import numpy as np
import pytest

from models.audit import Audit, Limits, Step, audited, bets, factors, highest

NOW = datetime(2026, 11, 20, tzinfo=UTC)
LIMITS = Limits(0.02, yearly=2000)


def after(count: int, wrong: tuple[int, ...] = (), limits: Limits = LIMITS) -> Audit:
    """An audit of `count` orders of 50 senders; errors of the numbered ones come to light."""
    audit = Audit(limits, tuple(Step(f"o{k}", f"s{k % 50}", NOW) for k in range(count)))
    for k in wrong:
        audit = audit.came_to_light(f"o{k}", "correction")
    return audit


def stop_at(wrong: np.ndarray, limits: Limits) -> int | None:  # type: ignore[type-arg]
    """Orders confirmed when auto mode stops (found by halving: the highest level never falls)."""
    if max(highest(wrong, limits)) < 1:
        return None
    low, high = 0, len(wrong)
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if max(highest(wrong[:middle], limits)) >= 1 else (middle, high)
    return high


def test_which_orders_are_audited_is_chance_to_all_without_the_secret() -> None:
    ids = [f"order-{k}" for k in range(20_000)]
    chosen = [audited(i, 0.05, "secret") for i in ids]
    assert 0.044 < np.mean(chosen) < 0.056
    assert chosen == [audited(i, 0.05, "secret") for i in ids]
    other = [audited(i, 0.05, "another") for i in ids]
    assert 0 < sum(a and b for a, b in zip(chosen, other, strict=True)) < 100
    assert not any(audited(i, 0.0, "s") for i in ids)
    assert all(audited(i, 1.0, "s") for i in ids)
    with pytest.raises(ValueError, match="between 0 and 1"):
        audited("x", 1.2, "s")


def test_no_bet_gains_on_average_while_the_promise_holds() -> None:
    for promised in (0.005, 0.02, 0.3, 0.98):
        f = factors(np.array([True, False]), promised)
        for share in (0.0, promised / 2, promised):
            assert (share * f[:, 0] + (1 - share) * f[:, 1] <= 1 + 1e-12).all()
        assert all(p > promised for p in bets(promised))


def test_errors_within_the_promise_stop_nothing() -> None:
    assert after(500, (100, 300)).verdict().state == "auto"


def test_many_errors_stop_auto_mode_and_say_why() -> None:
    audit = after(300, tuple(range(280, 292)))
    verdict = audit.verdict()
    assert verdict.state == "stopped"
    assert verdict.reason in ("promise_broken", "got_worse")
    assert "12 of 300 orders" in verdict.sentence or "of 300 orders" in verdict.sentence
    assert "until a person" in verdict.sentence
    assert not audit.allows("anybody")


def test_before_it_stops_the_threshold_is_tightened() -> None:
    states = [after(60, tuple(range(40, 40 + k))).verdict().state for k in range(9)]
    assert states[0] == "auto"
    assert states[-1] == "stopped"
    assert "tightened" in states
    assert states == sorted(states, key=("auto", "tightened", "stopped").index)


def test_it_stays_stopped_until_a_person_resumes() -> None:
    audit = after(100, tuple(range(90, 100)))
    assert audit.stopped
    for k in range(100, 400):
        audit = audit.confirmed(f"o{k}", "s1", NOW)
    assert audit.verdict().state == "stopped"
    for by, note in (("", "looked"), ("Anna", " ")):
        with pytest.raises(ValueError, match="a name and a reason"):
            audit.resume(by, note)
    again = audit.resume("Anna", "the layout of Fabrikam was taught")
    assert again.verdict().state == "auto"
    assert again.history[-1]["by"] == "Anna"
    assert again.history[-1]["after"] == audit.stopped


def test_a_sender_with_a_wrong_order_waits_for_a_person() -> None:
    audit = after(200, (7,))
    assert audit.verdict().state == "auto"
    assert not audit.allows("s7")
    assert audit.allows("s8")
    with pytest.raises(ValueError, match="a name and a reason"):
        audit.reinstate("s7", "", "")
    assert audit.reinstate("s7", "Jan", "a misprint").allows("s7")


def test_an_error_that_is_told_twice_counts_once() -> None:
    once = after(100, (5,))
    assert once.came_to_light("o5", "credit_note").verdict() == once.verdict()


def test_orders_that_are_unknown_or_known_already_are_refused() -> None:
    with pytest.raises(ValueError, match="confirmed before"):
        after(3).confirmed("o1", "s", NOW)
    with pytest.raises(ValueError, match="not confirmed"):
        after(3).came_to_light("elsewhere", "credit_note")


def test_the_estimate_rests_on_the_random_audit_alone() -> None:
    audit = Audit(LIMITS)
    for k in range(200):
        audit = audit.confirmed(f"o{k}", f"s{k}", NOW, audited=k % 2 == 0)
    assert audit.estimate() == (0.0, 1.0, 0)
    for k in range(0, 200, 2):
        audit = audit.checked(f"o{k}", wrong=k == 0)
    audit = audit.came_to_light("o1", "correction")
    low, high, seen = audit.estimate()
    assert seen == 100
    assert 0 < low < 0.01 < high < 0.06


def test_it_comes_back_from_json_the_same() -> None:
    audit = after(100, tuple(range(90, 100))).resume("Anna", "seen").confirmed("x", "s", NOW, audited=True)
    audit = audit.checked("x", wrong=True)
    assert Audit.parse(audit.to_dict()) == audit


@pytest.mark.parametrize("wrong", [{"promised": 0.0}, {"delta": 1.0}, {"yearly": 0}, {"audit": 0.01}])
def test_limits_that_make_no_sense_are_refused(wrong: dict[str, float]) -> None:
    with pytest.raises(ValueError, match="audit"):
        Limits(**({"promised": 0.02} | wrong))  # type: ignore[arg-type]


@pytest.mark.parametrize("share", [0.004, 0.02])
def test_at_most_five_of_a_hundred_years_have_a_false_stop(share: float) -> None:
    rng = np.random.default_rng(11)
    stops = [stop_at(rng.random(2000) < share, LIMITS) is not None for _ in range(100)]
    assert sum(stops) <= 5


def test_a_change_of_all_senders_is_found_soon() -> None:
    rng = np.random.default_rng(12)
    extra = []
    for _ in range(60):
        wrong = np.concatenate([rng.random(1000) < 0.004, rng.random(200) < 0.4])
        at = stop_at(wrong, LIMITS)
        extra.append(((at or 1200) - 1000) * 0.4)
    assert np.quantile(extra, 0.9) < 9  # errors expected before the stop when all of them come to light


def test_a_sender_whose_layout_changed_is_stopped_before_three_more_errors() -> None:
    rng = np.random.default_rng(13)
    soon = 0
    for _ in range(300):
        audit, orders = Audit(LIMITS), 0
        while audit.allows("changed"):
            audit = audit.confirmed(f"o{orders}", "changed", NOW)
            if rng.random() < 0.5 and rng.random() < 0.95:  # half are wrong, 95 of 100 errors come to light
                audit = audit.came_to_light(f"o{orders}", "correction")
            orders += 1
        soon += orders * 0.5 <= 3
    assert soon >= 270
