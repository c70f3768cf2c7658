"""Printed units: what converts, what is a packaging, what a person must say."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from serving.odoo.history import Bindings
from serving.odoo.matching import Options, convert, match
from serving.odoo.mirror.keys import unit_code
from serving.odoo.mirror.tables import Record
from serving.odoo.records import Packaging, Unit
from tests.masterdata import DOZENS, GRAM, HOUR, KG, METRE, UNITS, US, mirror, order, product, shared, units

HOME = Options(company_id=US)


def line(code: str, *more: Record, unit: str = "", **fields: str) -> Any:
    asked = {"supplier_article_no": code} | ({"unit": unit} if unit else {}) | fields
    found = match(order(asked), mirror(*more) if more else shared(), options=HOME).lines[0]
    assert found.product.chosen is not None, found
    return found


@pytest.mark.parametrize(
    ("code", "unit", "unit_id"),
    [
        ("HB-0840", "szt.", UNITS), ("HB-0840", "Stk", UNITS), ("HB-0840", "EA", UNITS), ("HB-0840", "C62", UNITS),
        ("HB-0840", "Dutzend", DOZENS), ("OIL-46", "kg", KG), ("OIL-46", "g", GRAM), ("WORK", "Std.", HOUR),
        ("HB-0840", "100 szt.", UNITS),
    ],
)  # fmt: skip
def test_units_that_convert(code: str, unit: str, unit_id: int) -> None:
    found = line(code, unit=unit)
    assert (found.unit_id, found.factor, found.unit_problem) == (unit_id, 1, None)


@pytest.mark.parametrize(
    ("code", "unit"), [("HB-0840", "kg"), ("HB-0840", "m2"), ("OIL-46", "szt."), ("OIL-46", "l"), ("WORK", "pcs")]
)
def test_trap_04_units_of_another_kind(code: str, unit: str) -> None:
    found = line(code, unit=unit)
    assert (found.unit_id, found.unit_problem) == (None, "other_category")


@pytest.mark.parametrize(
    ("code", "unit"), [("HB-0840", "Trommelchen"), ("HB-0840A2", "VE"), ("HB-0845", "karton"), ("HB-0840", "Pal.")]
)
def test_units_that_nobody_knows(code: str, unit: str) -> None:
    found = line(code, unit=unit)
    assert (found.unit_id, found.unit_problem) == (None, "unknown_unit")


def test_nothing_printed_is_nothing_told() -> None:
    found = line("HB-0840")
    assert (found.unit_id, found.packaging_id, found.unit_problem) == (None, None, None)


@pytest.mark.parametrize("unit", ["karton", "Karton 200 Stk", "ctn", "VE", "VE 200"])
def test_packagings_up_to_18_are_so_many_pieces(unit: str) -> None:
    found = line("HB-0840", unit=unit)
    assert (found.packaging_id, found.unit_id, found.factor) == (1, UNITS, 200)


def test_a_carton_of_another_size_is_no_carton_of_ours() -> None:
    assert line("HB-0840", unit="karton 12 szt.").unit_problem == "unknown_unit"


def test_two_cartons_are_told_apart_by_size_or_not_at_all() -> None:
    small = Packaging(3, "Karton 12 szt.", 100, Decimal(12))
    assert line("HB-0840", small, unit="karton").unit_problem == "ambiguous_unit"
    assert line("HB-0840", small, unit="karton 12 szt.").packaging_id == 3


def test_packagings_of_19_are_units() -> None:
    six = Unit(70, "Pack of 6", UNITS, Decimal(6), Decimal("0.01"))
    bolt = product(200, "Clamp set", "CL-6", unit_ids=(70,))
    found = line("CL-6", six, bolt, unit="Pack")
    assert (found.unit_id, found.packaging_id, found.factor) == (70, None, 1)
    with_barcode = Packaging(5, "Pack of 6", 200, Decimal(6), "4012345678901", 70)
    found = line("CL-6", six, bolt, with_barcode, unit="op.")
    assert (found.unit_id, found.packaging_id) == (70, 5)
    assert line("HB-0840A2", six, bolt, unit="Pack").unit_problem == "unknown_unit", "a pack of another product"


def test_the_barcode_of_a_carton_orders_cartons_unless_pieces_are_printed() -> None:
    found = line("HB-0840", gtin="14006381333938")
    assert (found.packaging_id, found.factor) == (1, 200)
    assert line("HB-0840", gtin="14006381333938", unit="szt.").unit_problem == "ambiguous_unit"
    assert line("HB-0840", gtin="14006381333938", unit="krt").packaging_id == 1


@pytest.mark.parametrize(("unit", "factor"), [("Tsd", 1000), ("%", 0), ("hundert", 100)])
def test_thousands_count_pieces_where_odoo_has_no_such_unit(unit: str, factor: int) -> None:
    found = line("HB-0840", unit=unit)
    if factor:
        assert (found.unit_id, found.factor) == (UNITS, factor)
    else:
        assert found.unit_problem == "unknown_unit"
    assert line("OIL-46", unit="Tsd").unit_problem == "other_category"


def test_archived_units_are_not_used() -> None:
    kilo, gone = units()[2], replace(units()[3], active=False)
    assert line("OIL-46", kilo, gone, unit="g").unit_problem == "other_category"


def test_two_units_of_one_name_are_a_tie_unless_one_is_the_products_own() -> None:
    other = Unit(80, "Dozen", UNITS, Decimal(13), Decimal("0.01"), code="DZN")
    assert line("HB-0840", other, unit="Dutzend").unit_problem == "ambiguous_unit"
    own = product(200, "Eggs", "EGG", uom_id=80)
    assert line("EGG", other, own, unit="Dutzend").unit_id == 80


def test_ml_is_millilitres_or_running_metres_as_the_product_has_it() -> None:
    litre = Unit(60, "L", 60, Decimal(1), Decimal("0.01"), code="LTR")
    ml = Unit(61, "ml", 60, Decimal("0.001"), Decimal("0.01"), code="MLT")
    dye, rope = product(200, "Dye", "DYE", uom_id=60), product(201, "Rope", "ROPE", uom_id=METRE)
    assert line("DYE", litre, ml, dye, rope, unit="ml").unit_id == 61
    assert line("ROPE", litre, ml, dye, rope, unit="ml").unit_id == METRE


def test_words_that_were_set_or_learned() -> None:
    m = mirror()
    page = order({"supplier_article_no": "OIL-46", "unit": "Kanister"})
    assert match(page, m, options=HOME).lines[0].unit_problem is not None
    told = Options(US, units={"kanister": KG})
    assert match(page, m, options=told).lines[0].unit_id == KG
    history = Bindings(m)
    history.learn("unit", 103, "Kanister", KG)
    assert match(page, m, history, HOME).lines[0].unit_id == KG
    history.learn("unit", 103, "Kanister", METRE)
    assert match(page, m, history, HOME).lines[0].unit_problem == "other_category"


@pytest.mark.parametrize(
    ("name", "code"),
    [("Units", "C62"), ("Dozens", "DZN"), ("kg", "KGM"), ("Hours", "HUR"), ("Stück(e)", "H87"), ("Days", "DAY"),
     ("L", "LTR"), ("m²", "MTK"), ("t", "TNE"), ("Pack of 6", None), ("ml", "MLT"), ("fl oz (US)", "OZA"),
     ("ft²", "FTK")],
)  # fmt: skip
def test_codes_of_odoos_units(name: str, code: str | None) -> None:
    assert unit_code(name) == code


@given(
    st.decimals("0.01", "99999", places=2), st.decimals("0.0001", "9999", places=4),
    st.sampled_from([Decimal(12), Decimal(200), Decimal(1000), Decimal("0.001")]),
)  # fmt: skip
def test_quantity_and_price_change_together(quantity: Decimal, price: Decimal, factor: Decimal) -> None:
    new = convert(quantity, price, factor)
    assert new.quantity == quantity * factor
    assert new.price is not None
    assert abs(new.quantity * new.price - quantity * price) < Decimal("1e-15")
    assert convert(quantity, None, factor).price is None
