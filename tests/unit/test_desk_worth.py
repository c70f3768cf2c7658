"""What an order is worth for the rule of two people: as much as anything says, nobody knows where nothing does."""

from __future__ import annotations

from datetime import UTC, datetime
from decimal import Decimal
from typing import Any

import pytest

from serving.desk.store.rows import Decision, ExtractionVersion
from serving.desk.worth import worth, worths

NOW = datetime(2026, 11, 25, tzinfo=UTC)


def result(*lines: dict[str, str], **fields: str) -> dict[str, Any]:
    return {"fields": {n: {"value": v} for n, v in fields.items()},
            "lines": [{"kind": line.pop("kind", "item"), "fields": {n: {"value": v} for n, v in line.items()}}
                      for line in lines]}  # fmt: skip


def line(**values: str) -> dict[str, str]:
    return values


CASES = [
    (result(total_net="100.00"), "100.00"),
    (result(total_net="100.00", total_gross="123.00"), "100.00"),
    (result(total_gross="123.00"), "123.00"),
    (result(line(line_amount="60000.00"), total_net="100.00"), "60000.00"),
    (result(line(line_amount="40"), line(quantity="3", unit_price="5.00")), "55"),
    (result(line(quantity="300", unit_price="5.00", price_base_quantity="100")), "15"),
    (
        result(line(line_amount="40"), line(kind="discount", line_amount="-30"), line(kind="text", description="x")),
        "40",
    ),
]


@pytest.mark.parametrize(("read", "value"), CASES)
def test_the_highest_that_is_known_counts(read: dict[str, Any], value: str) -> None:
    assert worth(read) == Decimal(value)


UNKNOWN = [
    result(),
    result(line(line_amount="40"), line(quantity="3")),
    result(line(quantity="3", unit_price="5", price_base_quantity="0")),
    result(line(quantity="3", unit_price="5", price_base_quantity="many")),
    result(total_net="NaN"),
    result(line(kind="text", description="x")),
]


@pytest.mark.parametrize("read", UNKNOWN)
def test_a_line_without_an_amount_leaves_it_unknown(read: dict[str, Any]) -> None:
    assert worth(read) is None


def test_odoos_prices_count_for_the_reading_that_they_were_asked_for() -> None:
    many, few = result(line(quantity="9000")), result(line(quantity="1"))
    readings = [ExtractionVersion("o", n, NOW, by, "m", "1", r)
                for n, by, r in ((1, "model", many), (2, "anna", few))]  # fmt: skip
    decided = [Decision("o", n, n, NOW, "worker", "stop", "draft", 1, [], {"total_net": value})
               for n, value in ((1, "90000.00"), (2, "10.00"))]  # fmt: skip
    assert worths(readings, decided) == [Decimal("90000.00"), Decimal("10.00")]
    assert worths(readings, decided[1:]) == [None, Decimal("10.00")]
