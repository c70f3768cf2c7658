"""A register number printed above a VAT id is no part of it."""

from __future__ import annotations

import pytest

from data.values.ids import vat_inside


@pytest.mark.parametrize(
    ("printed", "read"),
    [
        ("552081317 FR03552081317", "FR03552081317"),
        ("552 081 317 FR 03 552 081 317", "FR 03 552 081 317"),
        ("HRB 4711 DE136695976", "DE136695976"),
        ("987654321 FR 05 987 654 321", "FR 05 987 654 321"),
        ("DE136695976", "DE136695976"),
        ("PL 526-000-12-46", "PL 526-000-12-46"),
        ("FR03552081317 DE136695976", "FR03552081317 DE136695976"),
        ("5260001246", "5260001246"),
        ("BY_ID_9587456", "BY_ID_9587456"),
        ("12 345 678", "12 345 678"),
    ],
)
def test_the_vat_id_among_other_numbers(printed: str, read: str) -> None:
    assert vat_inside(printed) == read
