"""What a number would have to be for its line to add up."""

from __future__ import annotations

from typing import Any

import pytest

from serving.review.order_candidates import candidates
from serving.review.order_finds import Finds
from serving.review.order_sums import adds_up
from serving.review.order_values import path


def result(**values: str) -> dict[str, Any]:
    return {
        "fields": {},
        "lines": [{"kind": "item", "page": 1, "fields": {n: {"value": v} for n, v in values.items()}}],
    }


def needed(name: str, **values: str) -> str | None:
    where = path(f"lines.0.fields.{name}")
    assert where is not None
    return adds_up(where, result(**values))


@pytest.mark.parametrize(
    ("name", "values", "needs"),
    [
        ("quantity", {"quantity": "61", "unit_price": "10.71", "line_amount": "642.60"}, "60"),
        ("quantity", {"unit_price": "12.46", "line_amount": "1033.06"}, None),  # rounded: does not come out even
        ("unit_price", {"quantity": "4", "line_amount": "10"}, "2.50"),
        ("unit_price", {"quantity": "1000", "line_amount": "5", "price_base_quantity": "100"}, "0.50"),
        ("unit_price", {"quantity": "2", "line_amount": "9", "discount_percent": "10"}, "5.00"),
        ("unit_price", {"quantity": "0", "line_amount": "9"}, None),
        ("line_amount", {"quantity": "3", "unit_price": "1.005"}, "3.02"),
        ("line_amount", {"quantity": "3"}, None),
        ("quantity", {"unit_price": "4", "line_amount": "x", "quantity": "2"}, None),
        ("quantity", {"unit_price": "4", "line_amount": "8", "discount_percent": "100"}, None),
        ("description", {"quantity": "3", "unit_price": "1"}, None),
    ],
)
def test_a_number_of_a_line_follows_from_the_others(name: str, values: dict[str, str], needs: str | None) -> None:
    assert needed(name, **values) == needs


def test_the_total_is_what_the_lines_come_to_where_each_has_an_amount() -> None:
    where = path("fields.total_net")
    assert where is not None
    whole = result(line_amount="54.00")
    whole["lines"] += result(line_amount="-4")["lines"] + [{"kind": "comment", "page": 1, "fields": {}}]
    assert adds_up(where, whole) == "50.00"
    whole["lines"] += result(quantity="1")["lines"]
    assert adds_up(where, whole) is None


def test_the_number_that_adds_up_is_the_first_candidate_unless_it_is_the_value() -> None:
    where = path("lines.0.fields.quantity")
    assert where is not None
    wrong = result(quantity="61", unit_price="10.71", line_amount="642.60")
    found = candidates(where, {"value": "61"}, wrong, Finds(None), "en")
    assert [(c.value, c.origin) for c in found] == [("60", "sum")]
    assert candidates(where, {"value": "60.00"}, wrong, Finds(None), "en") == ()
