"""Rows of one address that the network gives to two parties."""

from __future__ import annotations

import pytest

from data.fields import LABELS
from models.decode.spans import chosen_labels
from models.decode.stacks import settle_stacks
from tests.oracle import oracle
from tests.tagged import Row, document, row

pytestmark = pytest.mark.full
SELLER, BUYER = "seller.address", "buyer.address"


def read(rows: list[Row], belief: dict[str, dict[str, float]]) -> dict[str, str]:
    """Words of each address where the network gives words these probabilities instead of the truth; blocks are left
    out of it: what they make whole needs no stack."""
    reading = oracle(document(rows))
    for k in range(len(reading.encoded)):
        if reading.text(k) in belief:
            reading.field[k] = 0.0
            for name, p in belief[reading.text(k)].items():
                reading.field[k, LABELS.index(name)] = p
    found: dict[str, list[str]] = {}
    for k, label in enumerate(settle_stacks(reading, chosen_labels(reading)).tolist()):
        if LABELS[label].endswith("address"):
            found.setdefault(LABELS[label], []).append(reading.text(k))
    return {name: " ".join(words) for name, words in found.items()}


def captioned(street: str, town: str, party: str) -> list[Row]:
    """An address with a caption before its street, so that its rows stand apart from the caption's edge."""
    return [row((50, "Address:"), (120, street, party)), row((120, town, party))]


SURE_SELLER = captioned("Am Markt 1", "80333 Ulm", SELLER)
TORN = {"Gartenweg": {BUYER: 0.6, SELLER: 0.4}, "12": {BUYER: 0.7, SELLER: 0.3},
        "37073": {BUYER: 0.4, SELLER: 0.6}, "Celle": {BUYER: 0.3, SELLER: 0.7}}  # fmt: skip


def test_the_rows_of_an_address_are_one_party_s() -> None:
    rows = [*SURE_SELLER, *[row("")] * 5, *captioned("Gartenweg 12", "37073 Celle", BUYER)]
    assert read(rows, TORN) == {SELLER: "Am Markt 1 80333 Ulm", BUYER: "Gartenweg 12 37073 Celle"}


def test_without_another_address_the_party_with_more_of_it_gets_all() -> None:
    rows = captioned("Gartenweg 12", "37073 Celle", BUYER)
    belief = TORN | {"Celle": {BUYER: 0.05, SELLER: 0.95}, "37073": {BUYER: 0.3, SELLER: 0.7}}
    found = read(rows, belief)
    assert list(found) == [SELLER]


def test_a_row_with_a_caption_of_its_own_begins_another_address() -> None:
    rows = [row((50, "Address:"), (150, "Gartenweg 12", BUYER)), row((50, "Seller:"), (150, "Am Markt 1", SELLER))]
    belief = {"Markt": {SELLER: 0.6, BUYER: 0.4}, "Gartenweg": {BUYER: 0.6, SELLER: 0.4}}
    assert read(rows, belief) == {BUYER: "Gartenweg 12", SELLER: "Am Markt 1"}


def test_rows_of_which_the_network_is_sure_stay() -> None:
    rows = captioned("Gartenweg 12", "37073 Celle", BUYER)
    sure = {"37073": {SELLER: 0.97, BUYER: 0.03}, "Celle": {SELLER: 0.97, BUYER: 0.03}}
    found = read(rows, sure)
    assert found[SELLER] == "37073 Celle"
