"""VAT ids of which the network saw a part, or more."""

from __future__ import annotations

import pytest

from data.fields import LABELS
from models.decode.assemble import assemble
from tests.oracle import oracle
from tests.tagged import document, row

pytestmark = pytest.mark.full
NAME = "buyer.vat_id"


def read(printed: str, missed: tuple[str, ...] = ()) -> tuple[str | None, int]:
    """The VAT id read and the number of its boxes, where the network takes the words `missed` for no field."""
    reading = oracle(document([row((50, "VAT:"), (120, printed, NAME)), row((50, "Tel. 412345678"))]))
    for k in range(len(reading.encoded)):
        if reading.text(k) in missed:
            reading.field[k] = 0.0
            reading.field[k, LABELS.index("O")] = 1.0
    found = assemble(reading).fields.get(NAME)
    return (found.value, len(found.boxes)) if found else (None, 0)


def test_the_digits_that_its_country_wants_belong_to_it() -> None:
    assert read("FR 44 412345678", ("412345678",))[0] == "FR 44 412345678"
    assert read("FR 03 552 081 317", ("552", "081", "317"))[0] == "FR 03 552 081 317"


def test_it_may_go_on_at_the_beginning_of_the_next_line() -> None:
    reading = oracle(
        document([row((40, "Reg. 123456789 Amtsgericht VAT"), (240, "FR 44", NAME)), row((40, "412345678"))])
    )
    assert assemble(reading).fields[NAME].value == "FR 44 412345678"


@pytest.mark.parametrize("behind", ["4123456789", "41234", "Paris"])
def test_what_does_not_make_it_whole_is_left(behind: str) -> None:
    assert read(f"FR 44 {behind}", (behind,))[0] == "FR 44"


def test_a_whole_one_takes_nothing_more() -> None:
    assert read("DE 136695976 77", ("77",))[0] == "DE 136695976"


def test_a_register_number_before_it_is_dropped() -> None:
    assert read("552081317 FR03552081317")[0] == "FR03552081317"
