"""How many documents are let in, and what the others are told."""

from __future__ import annotations

import asyncio

import pytest

from serving.limits import Gate
from serving.problems import Problem


def test_the_gate_holds_its_two_numbers() -> None:
    async def scene() -> tuple[int, int, int]:
        gate = Gate(running=2, waiting=1)
        working = most = turned_away = 0
        go_on = asyncio.Event()

        async def one() -> None:
            nonlocal working, most, turned_away
            try:
                async with gate.enter():
                    working += 1
                    most = max(most, working)
                    await go_on.wait()
                    working -= 1
            except Problem:
                turned_away += 1

        tasks = [asyncio.create_task(one()) for _ in range(6)]
        await asyncio.sleep(0)
        go_on.set()
        await asyncio.gather(*tasks)
        return most, turned_away, gate.inside

    assert asyncio.run(scene()) == (2, 3, 0)


def test_who_is_turned_away_is_told_when_to_come_back() -> None:
    async def scene() -> Problem:
        gate = Gate(running=1, waiting=0)
        async with gate.enter():
            with pytest.raises(Problem) as caught:
                async with gate.enter():
                    pass
        return caught.value

    problem = asyncio.run(scene())
    assert problem.status == 503
    assert problem.code == "busy"
    assert problem.headers is not None
    assert int(problem.headers["Retry-After"]) >= 1


def test_a_failure_inside_leaves_the_place_free() -> None:
    async def scene() -> int:
        gate = Gate(running=1, waiting=0)
        with pytest.raises(ValueError, match="broken"):
            async with gate.enter():
                raise ValueError("broken")
        async with gate.enter():
            return gate.inside

    assert asyncio.run(scene()) == 1
