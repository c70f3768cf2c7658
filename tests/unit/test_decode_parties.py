"""Parties: names and addresses made whole, kept apart from their neighbours, and chosen together."""

from __future__ import annotations

import numpy as np
import pytest

from data.fields import LABELS
from models.decode.assemble import assemble
from models.decode.parties import settle_blocks
from models.decode.spans import chosen_labels
from tests.oracle import oracle
from tests.tagged import document, fields, row

pytestmark = pytest.mark.full
NAME, ADDRESS = "buyer.name", "buyer.address"
SELLER = LABELS.index("seller.name")


def test_a_name_that_wraps_is_one_name() -> None:
    found = fields(row((50, "Przedsiębiorstwo Handlowo-", NAME)), row((50, "Usługowe Kowalski Sp. j.", NAME)),
                   row((50, "ul. Polna 3", ADDRESS)), row((50, "00-950 Warszawa", ADDRESS)))  # fmt: skip
    assert found[NAME] == "Przedsiębiorstwo Handlowo-Usługowe Kowalski Sp. j."
    assert found[ADDRESS] == "ul. Polna 3, 00-950 Warszawa"


def test_columns_of_parties_in_the_same_rows_stay_apart() -> None:
    x = {"buyer": 50.0, "seller": 230.0, "ship_to": 410.0}
    rows = [row(*((x[p], f"{p[:4].title()} und Söhne GmbH", f"{p}.name") for p in x)),
            row(*((x[p], f"Lange Gasse {n}", f"{p}.address") for n, p in enumerate(x))),
            row(*((x[p], f"8010{n} Graz", f"{p}.address") for n, p in enumerate(x)))]  # fmt: skip
    found = fields(*rows)
    for n, (party, name) in enumerate([("buyer", "Buye"), ("seller", "Sell"), ("ship_to", "Ship")]):
        assert found[f"{party}.name"] == f"{name} und Söhne GmbH"
        assert found[f"{party}.address"] == f"Lange Gasse {n}, 8010{n} Graz"


def test_the_whole_name_is_taken_rather_than_a_piece_of_it_elsewhere() -> None:
    found = fields(row((50, "Kowalski", NAME)), *[row("")] * 5, row((50, "Zakłady Kowalski Sp. z o.o.", NAME)),
                   row((50, "ul. Polna 3", ADDRESS)))  # fmt: skip
    assert found[NAME] == "Zakłady Kowalski Sp. z o.o."


def test_the_name_over_the_address_is_taken_of_two() -> None:
    """The same party is named in the letterhead and, otherwise, over its address."""
    found = fields(row((50, "Alfa Trade Group", NAME)), *[row("")] * 6, row((50, "Alfa Handels GmbH", NAME)),
                   row((50, "Hauptstr. 1", ADDRESS)), row((50, "10115 Berlin", ADDRESS)))  # fmt: skip
    assert found[NAME] == "Alfa Handels GmbH"


def test_an_unlabelled_word_inside_a_name_is_part_of_it() -> None:
    found = fields(row((50, "Meyer", NAME), (78, "&"), (86, "Sohn OHG", NAME)))
    assert found[NAME] == "Meyer & Sohn OHG"


def test_a_row_that_is_hardly_another_partys_goes_with_its_block() -> None:
    reading = oracle(document([row((50, "Alfa Handels GmbH", NAME)), row((50, "Hauptstr. 1", ADDRESS)),
                               row((50, "10115 Berlin", "ship_to.address"))]))  # fmt: skip
    weak = np.flatnonzero(reading.field[:, LABELS.index("ship_to.address")] > 0.9)
    reading.field[weak] = 0.0
    reading.field[weak, LABELS.index("ship_to.address")] = 0.55
    reading.field[weak, LABELS.index(ADDRESS)] = 0.45
    values = {name: value.value for name, value in assemble(reading).fields.items()}
    assert values == {NAME: "Alfa Handels GmbH", ADDRESS: "Hauptstr. 1, 10115 Berlin"}


def test_an_address_between_two_parties_is_not_torn_apart() -> None:
    """Each word leans to one of two parties by a hair: the block goes to one of them as a whole."""
    reading = oracle(document([row((50, "44 bis, quai de la Loire", ADDRESS)), row((50, "25380 Nantes", ADDRESS))]))
    mine, other = LABELS.index(ADDRESS), LABELS.index("bill_to.address")
    for k in range(len(reading.encoded)):
        lean = 0.04 if k % 2 else -0.03
        reading.field[k] = 0.0
        reading.field[k, [mine, other]] = 0.5 + lean, 0.5 - lean
    found = {name: value.value for name, value in assemble(reading).fields.items()}
    assert found == {ADDRESS: "44 bis, quai de la Loire, 25380 Nantes"}


def test_two_parties_printed_close_together_keep_their_rows() -> None:
    """A sender's line over the address window makes one block with it."""
    reading = oracle(document([row((50, "Alfa GmbH, Hauptstr. 1, 10115 Berlin", NAME)),
                               row((50, "Beta AG", "seller.name"))]))  # fmt: skip
    labels = chosen_labels(reading)
    assert len(np.unique(reading.encoded.block)) == 1
    assert (settle_blocks(reading, labels) == labels).all()
    assert (labels == SELLER).sum() == 2


def test_a_captions_remnant_is_no_part_of_the_name() -> None:
    assert fields(row((50, "Kunde:"), (90, ": Alfa GmbH", NAME)))[NAME] == "Alfa GmbH"


def test_signs_without_a_letter_are_no_name() -> None:
    assert NAME not in fields(row((50, "-----", NAME)))


def test_a_person_above_a_firm_that_is_named_elsewhere_is_no_part_of_its_name() -> None:
    found = fields(row((50, "Alfa Handels GmbH", NAME), (300, "Erika Vogt", "ship_to.name")),
                   row((50, "Hauptstr. 1", ADDRESS), (300, "Alfa Handels GmbH", "ship_to.name")),
                   row((50, "10115 Berlin", ADDRESS), (300, "Am Hafen 7", "ship_to.address")))  # fmt: skip
    assert found["ship_to.name"] == "Alfa Handels GmbH"
    assert found[NAME] == "Alfa Handels GmbH"


def test_a_name_of_two_rows_stays_whole_where_no_other_party_bears_half_of_it() -> None:
    found = fields(row((50, "Beta AG", NAME), (300, "Alfa", "ship_to.name")),
                   row((50, "Hauptstr. 1", ADDRESS), (300, "Handels GmbH", "ship_to.name")),
                   row((50, "10115 Berlin", ADDRESS), (300, "Am Hafen 7", "ship_to.address")))  # fmt: skip
    assert found["ship_to.name"] == "Alfa Handels GmbH"
