"""Which product a line means: codes, barcodes, customers' codes, descriptions; look-alikes never bind."""

from __future__ import annotations

import string
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from serving.odoo.history import Bindings
from serving.odoo.matches import Match
from serving.odoo.matching import Options, match
from serving.odoo.matching.product import inner_gtin
from serving.odoo.matching.texts import likeness
from serving.odoo.mirror.tables import Record
from serving.odoo.records import CustomerCode, Packaging
from tests.masterdata import BRANCH, US, mirror, order, product, shared

HOME = Options(company_id=US)
M8X40 = "Hexagon bolt M8x40 DIN 933 zinc"


def item(*more: Record, history: Any = None, options: Any = HOME, **fields: Any) -> Match:
    page = order(fields, buyer__vat_id="DE811569869")
    return match(page, mirror(*more) if more else shared(), history, options).lines[0].product


def bound(found: Match) -> int | None:
    return found.chosen.id if found.chosen else None


def codes(found: Match, at: int = 0) -> set[str]:
    return {r.code for r in found.candidates[at].reasons}


@pytest.mark.parametrize(
    "fields",
    [
        {"supplier_article_no": "HB-0840"}, {"supplier_article_no": "hb 0840"}, {"supplier_article_no": "HB0840"},
        {"buyer_article_no": "HB-0840"}, {"gtin": "4006381333931"}, {"gtin": "4 006381 333931"},
        {"supplier_article_no": "HB-O84O", "description": M8X40}, {"description": M8X40},
        {"description": "hexagon bolt DIN 933, M8 x 40, ZINC"},
        {"gtin": "14006381333938"},
        {"supplier_article_no": "HB-0840", "description": "Sechskantschraube verzinkt"},
    ],
)  # fmt: skip
def test_enough_evidence_binds(fields: dict[str, str]) -> None:
    found = item(**fields)
    assert bound(found) == 100, found
    assert found.margin >= 0.15


@pytest.mark.parametrize(
    "fields",
    [
        {}, {"description": "bolt"}, {"description": "Hexagon bolt M8x41 DIN 933 zinc"},
        {"supplier_article_no": "HB-0841"}, {"supplier_article_no": "HB-O84O"}, {"gtin": "4006381333999"},
        {"buyer_article_no": "HB-0840", "supplier_article_no": "X-1"},
        {"buyer_article_no": "HB-0840", "description": "Kugellager SKF 6204"},
        {"supplier_article_no": "ZZ-9", "description": M8X40},
    ],
)  # fmt: skip
def test_too_little_or_nothing_does_not(fields: dict[str, str]) -> None:
    assert item(**fields).chosen is None


def test_description_of_one_beside_the_code_of_its_neighbour() -> None:
    found = item(supplier_article_no="HB-0845", description=M8X40)
    assert found.chosen is None
    assert found.problem in ("conflicting", "ambiguous", "weak")
    assert {c.id for c in found.candidates[:2]} == {100, 101}


def test_colours_are_as_different_as_sizes() -> None:
    red, blue = product(200, "Paint red 5 l", "P-RED"), product(201, "Paint blue 5 l", "P-BLU")
    assert item(red, blue, supplier_article_no="P-RED", description="Paint blue 5 l").chosen is None
    assert bound(item(red, blue, supplier_article_no="P-RED", description="Paint red 5 l")) == 200


def test_code_of_one_and_barcode_of_another_conflict() -> None:
    found = item(supplier_article_no="HB-0840", gtin="4006381333948")
    assert found.problem == "conflicting"
    assert {c.id for c in found.candidates} == {100, 101}


def test_trap_08_one_code_for_two_products_is_a_tie() -> None:
    twin = product(200, "Hexagon bolt, other maker", "HB-0840")
    assert item(twin, supplier_article_no="HB-0840").problem == "ambiguous"
    assert bound(item(twin, supplier_article_no="HB-0840", description="Hexagon bolt, other maker")) == 200


def test_trap_07_archived_and_not_for_sale_are_named() -> None:
    assert item(supplier_article_no="GL-10").problem == "archived"
    assert item(supplier_article_no="DS-1").problem == "not_for_sale"
    found = item(supplier_article_no="NYM-315")
    assert found.problem == "other_company"
    assert found.candidates[0].label.startswith("[NYM-315]")
    assert bound(item(options=Options(BRANCH), supplier_article_no="NYM-315")) == 106


def test_a_product_archived_and_made_anew() -> None:
    old = product(200, M8X40, "HB-0840", active=False)
    assert bound(item(old, supplier_article_no="HB-0840", description=M8X40)) == 100


def test_an_old_code() -> None:
    m = mirror()
    m.put([product(103, "Machine oil ISO VG 46", "OIL-46-N")])

    def found(**fields: str) -> Match:
        return match(order(fields), m, options=HOME).lines[0].product

    assert bound(found(supplier_article_no="OIL-46", description="Machine oil VG 46")) == 103
    assert found(supplier_article_no="OIL-46").chosen is None, "an old code alone is not enough"


def test_an_old_code_that_is_anothers_today() -> None:
    m = mirror()
    m.put([product(103, "Machine oil ISO VG 46", "OIL-46-N"), product(200, "Gear oil", "OIL-46")])
    found = match(order({"supplier_article_no": "OIL-46"}), m, options=HOME).lines[0].product
    assert bound(found) == 200


def test_customers_code_in_odoo_is_that_customers_alone() -> None:
    mine, other = CustomerCode(102, 10, "N-77", None, id=1), CustomerCode(101, 11, "N-77", None, id=2)
    assert bound(item(mine, other, buyer_article_no="N-77")) == 102
    assert bound(item(mine, other, supplier_article_no="n77")) == 102
    assert item(other, buyer_article_no="N-77").chosen is None


def test_customers_code_of_a_template_with_variants_is_a_tie() -> None:
    rows = [CustomerCode(id_, 10, "N-77", None, id=1) for id_ in (100, 102)]
    assert item(*rows, buyer_article_no="N-77").problem == "ambiguous"


def test_customers_own_number_that_is_also_our_code_of_something_else() -> None:
    assert bound(item(CustomerCode(102, 10, "HB-0845", None, id=1), buyer_article_no="HB-0845")) == 102


def test_what_a_person_said_counts_at_once_and_for_that_customer_alone() -> None:
    m = mirror()
    history = Bindings(m)
    page = order({"buyer_article_no": "4711"}, buyer__vat_id="DE811569869")
    assert match(page, m, history, HOME).lines[0].product.chosen is None
    history.learn_product(10, "4711", 103)
    assert bound(match(page, m, history, HOME).lines[0].product) == 103
    other = order({"buyer_article_no": "4711"}, buyer__vat_id="PL5260001246")
    assert match(other, m, history, HOME).lines[0].product.chosen is None
    history.learn_product(10, "4711", 101)
    assert bound(match(page, m, history, HOME).lines[0].product) == 101
    history.learn_product(10, "4711", 104)
    assert match(page, m, history, HOME).lines[0].product.problem == "archived"


def test_learned_words_for_a_line_without_any_number() -> None:
    m = mirror()
    history = Bindings(m)
    history.learn("text", 10, "the usual bolts, as last time", 100)
    page = order({"description": "The usual bolts - as last time"}, buyer__vat_id="DE811569869")
    assert bound(match(page, m, history, HOME).lines[0].product) == 100


def test_a_learned_code_beside_the_barcode_of_another_product() -> None:
    m = mirror()
    history = Bindings(m)
    history.learn_product(10, "4711", 103)
    page = order({"buyer_article_no": "4711", "gtin": "4006381333931"}, buyer__vat_id="DE811569869")
    assert match(page, m, history, HOME).lines[0].product.problem == "conflicting"


def test_a_pack_of_unknown_size_is_not_the_piece() -> None:
    found = item(gtin="24006381333935")
    assert inner_gtin("24006381333935") == "4006381333931"
    assert found.chosen is None
    assert codes(found) == {"pack_of"}


def test_packs_and_singles_of_one_thing() -> None:
    single, pack = product(200, "Gloves nitrile L", "GN-L"), product(201, "Gloves nitrile L pack of 100", "GN-L-100")
    assert bound(item(single, pack, supplier_article_no="GN-L", description="Gloves nitrile L")) == 200
    assert bound(item(single, pack, supplier_article_no="GN-L-100", description="Gloves nitrile L pack of 100")) == 201
    assert item(single, pack, supplier_article_no="GN-L", description="Gloves nitrile L pack of 100").chosen is None
    assert item(single, pack, description="Gloves nitrile L pack of 50").chosen is None


def test_variants_share_a_name_and_differ_in_their_values() -> None:
    desks = [product(id_, "Desk", template_id=200, display_name=f"Desk ({colour}, Oak)")
             for id_, colour in ((200, "White"), (201, "Black"))]  # fmt: skip
    assert bound(item(*desks, description="Desk, black, oak")) == 201
    assert item(*desks, description="Desk oak").chosen is None


def test_a_short_lone_number_needs_more_than_itself() -> None:
    short = product(200, "Washer M8", "108")
    assert item(short, buyer_article_no="108").chosen is None
    assert bound(item(short, buyer_article_no="108", description="Washer M8 zinc")) == 200
    assert bound(item(short, supplier_article_no="108")) == 200


def test_products_that_vanished_are_not_chosen() -> None:
    m = mirror()
    history = Bindings(m)
    history.learn_product(10, "4711", 999)
    found = match(order({"buyer_article_no": "4711"}, buyer__vat_id="DE811569869"), m, history, HOME).lines[0].product
    assert found.problem == "archived"
    assert "no longer there" in found.candidates[0].label


def test_only_items_are_matched() -> None:
    page = order({"kind": "section", "description": "Bolts"}, {"supplier_article_no": "HB-0840"}, {"kind": "charge"})
    assert [(x.line, bound(x.product)) for x in match(page, mirror(), options=HOME).lines] == [(1, 100)]


def test_likeness_of_texts() -> None:
    assert likeness("M8 x 40, DIN 933", "DIN 933 M8x40").same
    assert likeness("bolt M8x40", "bolt M8x45").contradiction
    assert not likeness("bolt M8x40 drawing 4711", "bolt M8x40").contradiction
    assert likeness("Sechskantschrauhe", "Sechskantschraube").score > 0.9
    assert likeness("", "a").score == likeness("a", "").score == 0


LETTERS = st.text(string.ascii_uppercase + string.digits + "-", min_size=3, max_size=8)


@settings(max_examples=12, deadline=None)
@given(st.sets(LETTERS.filter(lambda c: c.strip("-")), min_size=2, max_size=6), st.data())
def test_a_code_never_binds_another_codes_product(names: set[str], data: st.DataObject) -> None:
    ordered = sorted(names)
    asked = data.draw(st.sampled_from(ordered))
    found = item(*(product(500 + i, f"Thing {i}", code) for i, code in enumerate(ordered)), supplier_article_no=asked)
    if found.chosen is not None:
        assert found.chosen.id == 500 + ordered.index(asked)


@settings(max_examples=12, deadline=None)
@given(st.lists(LETTERS, min_size=1, max_size=5))
def test_the_order_of_records_does_not_matter(names: list[str]) -> None:
    records = [product(500 + i, f"Part {i}", code) for i, code in enumerate(names)]
    first = item(*records, supplier_article_no=names[0])
    assert first == item(*reversed(records), supplier_article_no=names[0])


def test_pack_barcodes() -> None:
    pack = Packaging(9, "Pallet", 100, product(1, "x").list_price, barcode="ABC-PAL-1")
    assert item(pack, gtin="abc-pal-1").chosen is None, "no GTIN: no check digit, no proof"
    assert item(pack, gtin="ABC-PAL-1", description=M8X40).candidates[0].id == 100
