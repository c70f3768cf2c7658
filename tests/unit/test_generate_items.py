"""The arithmetic behind generated documents."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from random import Random

from data.generate.items import Charge, Item, rounded, schedule, totals
from data.generate.world import World


def item(amount: str, rate: str) -> Item:
    rng = Random(1)  # noqa: S311
    world = World(rng)
    product = world.product("en", world.country("en"))
    value = Decimal(amount)
    return Item(product, "1", Decimal(1), "pcs", value, 1, (), value, value, Decimal(rate), date(2026, 5, 3))


def test_half_a_cent_is_rounded_up() -> None:
    assert rounded(Decimal("0.125")) == Decimal("0.13")
    assert rounded(Decimal("-0.125")) == Decimal("-0.13")


def test_tax_is_computed_for_each_rate() -> None:
    sums = totals([item("10.03", "23"), item("5.05", "8")], [Charge("freight", Decimal("4.00"), Decimal(23))], True)
    assert sums.goods == Decimal("15.08")
    assert sums.net == Decimal("19.08")
    assert [(r, t) for r, _, t in sums.by_rate] == [(Decimal(8), Decimal("0.40")), (Decimal(23), Decimal("3.23"))]
    assert sums.gross == sums.net + sums.tax == Decimal("22.71")


def test_untaxed_documents_have_no_tax() -> None:
    sums = totals([item("10.03", "23")], [], False)
    assert (sums.tax, sums.gross) == (Decimal(0), Decimal("10.03"))


def test_schedules_add_up_to_the_quantity() -> None:
    for seed in range(50):
        parts = schedule(Random(seed), Decimal(97), date(2026, 5, 3))  # noqa: S311
        assert sum(quantity for _, quantity in parts) == 97
        assert [day for day, _ in parts] == sorted({day for day, _ in parts})
    assert schedule(Random(1), Decimal(1), date(2026, 5, 3)) == ()  # noqa: S311
