"""Rows under an item that were read as items of their own."""

from __future__ import annotations

import pytest

from data.result import Line, Value
from models.decode.unnumbered import without_rows_between


def line(kind: str = "item", **values: str) -> Line:
    return Line(kind, 1, {name: Value(text, text) for name, text in values.items()})


def item(number: int) -> Line:
    return line(line_no=str(number), quantity="2", unit_price="10.00", line_amount="20.00")


LEVY = line(description="Copper surcharge", unit_price="1.50", price_base_quantity="100")


def numbers(lines: tuple[Line, ...]) -> list[str | None]:
    return [line.fields["line_no"].value if "line_no" in line.fields else None for line in lines]


@pytest.mark.parametrize("step", [1, 10])
def test_between_consecutive_numbers_there_is_no_line(step: int) -> None:
    lines = [item(step), LEVY, item(2 * step), LEVY, LEVY, item(3 * step), LEVY]
    assert numbers(without_rows_between(lines)) == [str(step), str(2 * step), str(3 * step)]


def test_where_a_number_is_missing_the_line_between_may_be_it() -> None:
    lines = [item(1), item(2), item(3), LEVY, item(5), item(6), item(7)]
    assert without_rows_between(lines) == tuple(lines)


def test_what_arithmetic_proves_a_line_stays() -> None:
    proven = line(description="Gratis sample", quantity="3", unit_price="4.00", line_amount="12.00")
    lines = [item(1), proven, item(2), item(3)]
    assert without_rows_between(lines) == tuple(lines)


def test_charges_and_what_follows_the_last_number_stay() -> None:
    charge = line("charge", description="Freight", line_amount="15.00")
    lines = [item(1), charge, item(2), item(3), LEVY]
    assert without_rows_between(lines) == tuple(lines)


@pytest.mark.parametrize("lines", [[item(1), LEVY, item(2)], [LEVY, LEVY], [], [item(7), LEVY, item(3), LEVY, item(9)]])
def test_without_a_regular_numbering_nothing_is_told(lines: list[Line]) -> None:
    assert without_rows_between(lines) == tuple(lines)
