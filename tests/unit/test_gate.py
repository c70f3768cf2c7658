"""What a challenger must show before it may take the champion's place."""

from __future__ import annotations

import pytest

from data.result import Extraction
from training.corpora import Case
from training.gate import Margins, Pair, judge
from training.metrics import Judged, Judgement
from training.outcome import Outcome

MARGINS = Margins(rounds=50)


def read(name: str, where: str, sender: str, right: int, of: int = 10) -> Outcome:
    cells = tuple(
        Judgement("order_number", "right" if k < right else "wrong", "a", "a" if k < right else "b") for k in range(of)
    )
    result = Extraction(name, "").to_dict()
    groups = {"set": where, "sender": sender, "language": "de"}
    return Outcome(Case(name, where, {}, None), result, Judged(cells, right == of, None), groups)


def pairs(where: str, sender: str, before: int, after: int, count: int = 6) -> list[Pair]:
    return [(read(f"{sender}{k}", where, sender, before), read(f"{sender}{k}", where, sender, after))
            for k in range(count)]  # fmt: skip


def test_better_for_all_passes() -> None:
    verdict = judge([*pairs("recent", "a", 8, 9), *pairs("gold", "b", 7, 8), *pairs("generated", "", 9, 9)], MARGINS)
    assert verdict.passed
    assert not verdict.reasons
    assert {c.name: round(c.gain, 3) for c in verdict.changes if c.group == "sender"} == {"a": 0.1, "b": 0.1}


def test_worse_for_one_big_sender_is_refused_by_name() -> None:
    verdict = judge([*pairs("recent", "a", 5, 10, 20), *pairs("recent", "b", 10, 8)], MARGINS)
    assert not verdict.passed
    assert any("worse for the sender b" in r for r in verdict.reasons)


def test_a_small_sender_is_told_but_does_not_decide() -> None:
    verdict = judge([*pairs("recent", "a", 5, 10, 20), *pairs("recent", "b", 10, 9, 2)], MARGINS)
    assert verdict.passed
    assert any(c.name == "b" and c.gain < 0 for c in verdict.changes)


def test_forgetting_is_refused() -> None:
    verdict = judge([*pairs("recent", "a", 5, 10), *pairs("generated", "", 10, 9)], MARGINS)
    assert [r for r in verdict.reasons if "forgets" in r]


@pytest.mark.parametrize("after", [8, 7])
def test_no_better_is_not_enough(after: int) -> None:
    assert any("not better" in r for r in judge(pairs("recent", "a", 8, after, 3), MARGINS).reasons)


def test_nothing_to_judge_on_never_passes() -> None:
    assert not judge(pairs("generated", "", 8, 10), MARGINS).passed
