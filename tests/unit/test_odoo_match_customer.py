"""Who orders and where to deliver: evidence, ties, bars, contradictions, what was learned."""

from __future__ import annotations

from typing import Any

import pytest

from serving.odoo.history import Bindings
from serving.odoo.matches import Match
from serving.odoo.matching import Buyer, Options, match
from serving.odoo.records import Partner
from tests.masterdata import BRANCH, US, mirror, order, partner, shared

NORD = {"buyer__name": "Nordwerk Maschinenbau GmbH", "buyer__address": "Hafenstr. 12, D-24103 Kiel"}
HOME = Options(company_id=US)


def customer(*more: Partner, sender: str | None = None, **fields: str) -> Match:
    return match(order(**fields), mirror(*more) if more else shared(), options=Options(US, sender)).customer


def bound(found: Match) -> int | None:
    return found.chosen.id if found.chosen else None


def codes(found: Match, at: int = 0) -> set[str]:
    return {r.code for r in found.candidates[at].reasons}


@pytest.mark.parametrize(
    "fields",
    [
        {"buyer__vat_id": "DE 811 569 869"}, {"buyer__vat_id": "811569869", "buyer__name": "Nordwerk"},
        {"buyer__gln": "4012345000009"}, {"buyer__customer_number": "k1001", "buyer__name": "NORDWERK MASCHINENBAU"},
        NORD, {"buyer__name": "Nordwerk Maschinenbau", "buyer__email": "someone@nordwerk.example"},
        {"buyer__name": "Nordwerk Maschinenbau GmbH", "buyer__email": "e.muster@nordwerk.example"},
    ],
)  # fmt: skip
def test_enough_evidence_binds(fields: dict[str, str]) -> None:
    found = customer(**fields)
    assert bound(found) == 10
    assert found.margin >= 0.15
    assert found.problem is None


@pytest.mark.parametrize(
    "fields",
    [
        {"buyer__name": "Nordwerk Maschinenbau GmbH"}, {"buyer__customer_number": "K-1001"},
        {"buyer__email": "x@nordwerk.example"}, {"buyer__address": "Hafenstraße 12, 24103 Kiel"},
    ],
)  # fmt: skip
def test_one_weak_mark_alone_does_not_bind(fields: dict[str, str]) -> None:
    found = customer(**fields)
    assert found.chosen is None
    assert found.problem in ("weak", "unknown")


def test_free_mail_says_nothing_but_the_whole_address_does() -> None:
    assert customer(buyer__name="Someone Else", buyer__email="other@gmail.com").candidates == ()
    assert bound(customer(buyer__name="Alpine Tools Ltd", buyer__email="orders@gmail.com")) == 12


def test_the_sender_of_the_mail_counts_like_a_printed_address() -> None:
    found = customer(sender="Jan <jan@kowalski.example>", buyer__name="Zakłady Kowalski")
    assert bound(found) == 11
    assert "domain" in codes(found)


def test_two_customers_of_one_vat_number_are_a_tie() -> None:
    twin = partner(50, "Nordwerk Service GmbH", vat="DE811569869")
    found = customer(twin, buyer__vat_id="DE811569869")
    assert found.chosen is None
    assert found.problem == "ambiguous"
    assert {c.id for c in found.candidates} == {10, 50}
    assert bound(customer(twin, buyer__vat_id="DE811569869", **NORD)) == 10, "name and address tell them apart"


def test_a_wrong_check_digit_is_no_proof() -> None:
    odd = partner(50, "Odd Ltd", vat="DE811569868")
    found = customer(odd, buyer__vat_id="DE811569868")
    assert found.chosen is None
    assert "check digit wrong" in found.candidates[0].reasons[0].text


def test_vat_of_one_and_customer_number_of_another_conflict() -> None:
    found = customer(buyer__vat_id="DE811569869", buyer__customer_number="K-1002")
    assert found.chosen is None
    assert found.problem == "conflicting"


def test_the_name_of_one_with_the_vat_number_of_nobody() -> None:
    found = customer(buyer__vat_id="DE136695976", **NORD)
    assert found.chosen is None, "the page's VAT number is valid and not this customer's"
    assert "other_vat" in codes(found)


def test_group_companies_differ_in_their_legal_form() -> None:
    sister = partner(50, "Nordwerk Maschinenbau Sp. z o.o.", street="ul. Morska 1", zip="81-001", city="Gdynia")
    assert bound(customer(sister, **NORD)) == 10
    fields = NORD | {"buyer__name": "Nordwerk Maschinenbau Sp. z o.o.", "buyer__address": "ul. Morska 1, 81-001 Gdynia"}
    assert bound(customer(sister, **fields)) == 50


def test_a_contact_leads_to_its_company() -> None:
    found = customer(buyer__name="Erika Muster", buyer__email="e.muster@nordwerk.example", buyer__vat_id="811569869")
    assert bound(found) == 10


def test_archived_customers_are_named_and_not_chosen() -> None:
    gone = partner(50, "Old Friends Ltd", active=False, street="1 High St", zip="M1 1AE", city="Manchester")
    found = customer(gone, buyer__name="Old Friends Ltd", buyer__address="1 High Street, Manchester M1 1AE")
    assert found.problem == "archived"
    assert found.candidates[0].id == 50
    assert found.candidates[0].bars == ("archived",)


def test_an_archived_double_stands_aside() -> None:
    double = partner(9, "Nordwerk Maschinenbau GmbH", active=False, vat="DE811569869", street="Hafenstraße 12",
                     zip="24103", city="Kiel")  # fmt: skip
    found = customer(double, buyer__vat_id="DE811569869", **NORD)
    assert bound(found) == 10
    assert {c.id for c in found.candidates} == {9, 10}


def test_customers_of_another_company_of_ours() -> None:
    other = partner(50, "Branch Friend Ltd", company_id=BRANCH, email="a@friend.example", zip="M1 1AE")
    fields = {"buyer__name": "Branch Friend Ltd", "buyer__email": "a@friend.example"}
    assert customer(other, **fields).problem == "other_company"
    found = match(order(**fields), mirror(other), options=Options(BRANCH)).customer
    assert bound(found) == 50


def test_we_are_no_customer_of_ours() -> None:
    us = partner(900, "Seller GmbH", vat="DE136695976")
    found = match(order(buyer__vat_id="DE136695976", buyer__name="Seller GmbH"), mirror(us), options=HOME)
    assert found.customer.chosen is None
    assert any(note.startswith("own_vat") for note in found.notes)


def test_which_company_of_ours_is_meant() -> None:
    assert match(order(seller__vat_id="DE136695976"), mirror()).company_id == US
    assert match(order(seller__name="Seller Branch"), mirror()).company_id == BRANCH
    assert match(order(), mirror()).company_id is None


def test_what_a_person_said_counts_at_once() -> None:
    m, fields = mirror(), {"buyer__name": "NWM Einkaufsgesellschaft", "buyer__customer_number": "77-01"}
    history, page = Bindings(m), order(**fields)
    assert match(page, m, history, HOME).customer.chosen is None
    history.learn_customer(Buyer.of(page).marks(), 10)
    assert bound(match(page, m, history, HOME).customer) == 10
    history.learn_customer(Buyer.of(page).marks(), 11, by_person=False)
    assert bound(match(page, m, history, HOME).customer) == 10, "a write does not replace a person's word"
    history.learn_customer(Buyer.of(page).marks(), 11)
    assert bound(match(page, m, history, HOME).customer) == 11, "the person changed it"


def test_a_person_may_say_which_of_two_with_one_vat_number() -> None:
    m = mirror(partner(50, "Nordwerk Service GmbH", vat="DE811569869"))
    history, page = Bindings(m), order(buyer__vat_id="DE811569869", **NORD)
    history.learn_customer({"vat": "DE 811569869"}, 50)
    assert bound(match(page, m, history, HOME).customer) == 50


# Where to deliver


def shipping(*more: Partner, history: Any = None, **fields: str) -> Match:
    return match(
        order(buyer__vat_id="DE811569869", **fields), mirror(*more) if more else shared(), history, HOME
    ).shipping


def test_nothing_printed_is_the_customer_and_never_its_first_delivery_address() -> None:
    assert bound(shipping()) == 10
    assert bound(shipping(buyer__address="Hafenstraße 12\n24103 Kiel")) == 10


@pytest.mark.parametrize(
    ("address", "id_"),
    [
        ("Industriering 3, 70173 Stuttgart", 20), ("Am Kai 7 24159 Kiel Germany", 21), ("Hafenstr. 12, 24103 Kiel", 10),
        ("Lager Nord, am kai 7, D-24159 KIEL", 21),
    ],
)  # fmt: skip
def test_a_printed_address_is_found_among_the_customers_own(address: str, id_: int) -> None:
    assert bound(shipping(ship_to__address=address)) == id_


@pytest.mark.parametrize(
    "address",
    [
        "Industriering 30, 70173 Stuttgart", "Baustelle Elbtunnel, 22761 Hamburg", "Am Kai 8, 24159 Kiel",
        "ul. Długa 5, 00-238 Warszawa", "Kiel", "Neue Straße 12, 24103 Kiel",
    ],
)  # fmt: skip
def test_an_address_that_the_customer_lacks_is_unknown(address: str) -> None:
    found = shipping(ship_to__address=address, ship_to__name="Nordwerk Maschinenbau GmbH")
    assert found.chosen is None
    assert found.problem == "unknown"


def test_another_customers_address_is_never_taken() -> None:
    far = partner(50, "Alpine Depot", parent_id=12, type="delivery", street="Dock 1", zip="L3 4AA", city="Liverpool")
    found = shipping(far, ship_to__name="Alpine Depot", ship_to__address="Dock 1, Liverpool L3 4AA")
    assert found.problem == "unknown"
    assert all(c.id != 50 for c in found.candidates)


def test_a_buyer_at_another_place_than_its_record_is_not_delivered_to_the_old_one() -> None:
    assert bound(shipping(buyer__address="Industriering 3, 70173 Stuttgart")) == 20
    assert shipping(buyer__address="Neubaugebiet 1, 04109 Leipzig").problem == "unknown"


def test_archived_addresses_are_named() -> None:
    old = partner(50, "Altes Lager", parent_id=10, type="delivery", active=False, street="Weg 1", zip="99999",
                  city="Alt")  # fmt: skip
    assert shipping(old, ship_to__address="Weg 1, 99999 Alt").problem == "archived"


def test_contacts_with_the_companys_address_are_no_rivals_of_it() -> None:
    clerk = partner(50, "Clerk", parent_id=10, street="Hafenstraße 12", zip="24103", city="Kiel")
    assert bound(shipping(clerk, ship_to__address="Hafenstraße 12, 24103 Kiel")) == 10


def test_two_gates_of_one_place_are_told_apart_by_name_or_not_at_all() -> None:
    gates = [
        partner(id_, name, parent_id=10, type="delivery", street="Ring 9", zip="50667", city="Köln")
        for id_, name in ((50, "Tor 1 Wareneingang"), (51, "Versandhalle West"))
    ]
    assert shipping(*gates, ship_to__address="Ring 9, 50667 Köln").problem == "ambiguous"
    named = {"ship_to__name": "Versandhalle West", "ship_to__address": "Ring 9, 50667 Köln"}
    assert bound(shipping(*gates, **named)) == 51


def test_a_learned_address() -> None:
    m = mirror()
    history = Bindings(m)
    page = order(buyer__vat_id="DE811569869", ship_to__name="Baustelle 7", ship_to__address="Feldweg, 22761 Hamburg")
    assert match(page, m, history, HOME).shipping.problem == "unknown"
    history.learn("address", 10, "Baustelle 7 Feldweg, 22761 Hamburg", 21)
    assert bound(match(page, m, history, HOME).shipping) == 21
    history.learn("address", 10, "Baustelle 7 Feldweg, 22761 Hamburg", 12)
    assert match(page, m, history, HOME).shipping.chosen is None, "a record that is not the customer's is not taken"


def test_gln_of_a_place() -> None:
    hall = partner(50, "Hall", parent_id=10, type="delivery", gln="4098765000003")
    assert bound(shipping(hall, ship_to__gln="4098765000003")) == 50


# Whom to bill


def test_bills_go_to_the_only_invoice_address() -> None:
    found = match(order(buyer__vat_id="DE811569869"), mirror(), options=HOME).invoicing
    assert bound(found) == 22
    page = order(buyer__vat_id="PL5260001246")
    assert bound(match(page, mirror(), options=HOME).invoicing) == 11


def test_two_invoice_addresses_and_nothing_printed_are_a_tie() -> None:
    second = partner(50, "Invoices Süd", parent_id=10, type="invoice", street="Weg 2", zip="70173", city="Stuttgart")
    page = order(buyer__vat_id="DE811569869")
    assert match(page, mirror(second), options=HOME).invoicing.problem == "ambiguous"
    page = order(buyer__vat_id="DE811569869", bill_to__address="Weg 2, 70173 Stuttgart")
    assert bound(match(page, mirror(second), options=HOME).invoicing) == 50


def test_without_a_customer_there_is_no_address() -> None:
    found = match(order(ship_to__address="Am Kai 7, 24159 Kiel"), mirror(), options=HOME)
    assert found.shipping.problem == found.invoicing.problem == "unknown"
    assert found.shipping.candidates == ()
