"""The mirror: records by id and by key, old codes, price rules in Odoo's order, likeness of words."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa
from hypothesis import given
from hypothesis import strategies as st

from serving.odoo.mirror import Mirror, keys, names
from serving.odoo.mirror.tables import META
from serving.odoo.records import CustomerCode, PriceItem
from tests.masterdata import mirror, partner, product


def ids(records: tuple[object, ...]) -> list[int]:
    return [getattr(r, "id") for r in records]  # noqa: B009


def test_records_come_back_as_they_went_in() -> None:
    original = replace(
        product(7, "Stół „dębowy”", "ST-1", "12.345678901234567890"), unit_ids=(1, 2), cost=Decimal("0.10")
    )
    customer = partner(8, "Ćma", credit_limit=Decimal("1000.00"), sale_warn="block", sale_warn_msg="no")
    m = mirror(original, customer)
    assert m.product(7) == original
    assert m.partner(8) == customer
    assert m.product(999) is None
    assert ids(m.products([101, 999, 100])) == [101, 100]


@pytest.mark.parametrize("printed", ["PL5260001246", "526-000-12-46", "PL 526 000 12 46", "NIP: 5260001246"])
def test_vat_with_and_without_prefix(printed: str) -> None:
    assert ids(mirror().partners_by_vat(printed)) == [11]


def test_a_vat_field_that_says_nothing_finds_nobody() -> None:
    m = mirror(partner(50, "A", vat="/"), partner(51, "B", vat="DE"))
    assert m.partners_by_vat("/") == m.partners_by_vat("DE") == ()


def test_barcodes_aside_from_leading_zeros() -> None:
    m = mirror(product(200, "Upc", barcode="036000291452"))
    assert ids(m.products_by_barcode("0036000291452")) == [200]
    assert ids(m.products_by_barcode("00036000291452")) == [200]
    assert ids(m.packagings_by_barcode("14006381333938")) == [1]
    assert m.products_by_barcode("14006381333938") == (), "a carton is not the piece"


def test_all_records_of_one_code_come_back() -> None:
    m = mirror(product(200, "Another", "hb 0840"), product(201, "Archived", "HB-0840", active=False))
    assert ids(m.products_by_code("HB-0840")) == [100, 200, 201]
    assert ids(m.products_by_code("HB-O84O")) == [100, 200, 201], "scans mistake 0 for O"


def test_an_old_code_stays_known_when_it_changes() -> None:
    m = mirror()
    m.put([product(100, "Hexagon bolt", "NEW-1")])
    m.put([product(100, "Hexagon bolt", "NEW-2")])
    found = m.products_by_old_code("hb0840")
    assert ids(found) == [100]
    assert set(found[0].old_codes) == {"HB-0840", "NEW-1"}
    assert m.products_by_code("HB-0840") == ()
    m.put([product(100, "Hexagon bolt", "HB-0840")])
    assert m.products_by_old_code("HB-0840") == (), "it is the code of today again"


def test_old_codes_survive_a_new_layout_of_the_copy(tmp_path: Path) -> None:
    path = tmp_path / "new folder" / "odoo.db"
    first = Mirror.open(path)
    first.put([product(1, "A", "OLD")])
    first.put([product(1, "A", "NEW")])
    with first.engine.begin() as connection:
        connection.execute(sa.update(META).where(META.c.name == "version").values(value="0"))
    first.close()
    again = Mirror.open(path)
    assert again.counts()["product"] == 0
    again.put([product(1, "A", "NEW")])
    assert ids(again.products_by_old_code("OLD")) == [1]
    again.close()


def test_domains_of_free_mail_are_no_keys() -> None:
    m = mirror()
    assert m.partners_by_domain("gmail.com") == ()
    assert ids(m.partners_by_domain("nordwerk.example")) == [10, 23]
    assert ids(m.partners_by_email("Orders@Gmail.com")) == [12]


def test_an_email_field_may_hold_several() -> None:
    m = mirror(partner(50, "A", email="A <a@one.example>; b@two.example"))
    assert ids(m.partners_by_domain("two.example")) == ids(m.partners_by_email("a@one.example")) == [50]


def test_family_is_the_customer_with_its_addresses() -> None:
    assert ids(mirror().family(10)) == [10, 20, 21, 22, 23]


@pytest.mark.parametrize(
    ("name", "stem", "form"),
    [
        ("Müller GmbH & Co. KG", "muller", "GmbH & Co. KG"), ("ACME Sp. z o.o.", "acme", "Sp. z o.o."),
        ("ACME Spółka z o.o. Sp. k.", "acme", "Sp. z o.o. sp.k."), ("Rossi S.p.A.", "rossi", "S.p.A."),
        ("Novák, s.r.o.", "novak", "s.r.o."), ("van den Berg B.V.", "van den berg", "B.V."), ("H & M", "hm", None),
        ("Ferretería López, S.L.", "ferreteria lopez", "S.L."), ("GmbH", "gmbh", None),
        ("Smith & Co. Ltd.", "smith", "Co Ltd"),
    ],
)  # fmt: skip
def test_legal_forms_are_set_aside(name: str, stem: str, form: str | None) -> None:
    assert names.stem(name) == (stem, form)


@given(st.text(max_size=40))
def test_keys_never_fail_and_hold_still(text: str) -> None:
    assert keys.fold(keys.fold(text)) == keys.fold(text)
    names.stem(text), keys.vat(text), keys.gtin(text), keys.words(text), names.emails(text), names.domain(text)


def test_names_are_found_though_misspelt() -> None:
    m = mirror()
    assert m.partners_like("Nordwerk Maschinebau")[0].id == 10
    assert m.partners_like("NORDWERG")[0].id == 10
    assert m.partners_like("zaklady kowalski")[0].id == 11
    assert m.partners_like("") == m.partners_like("xyzzy") == ()


def test_products_are_found_by_words() -> None:
    m = mirror()
    assert m.products_like("bolt M8 x 45 zinc")[0].id == 101
    assert m.products_like("DIN933 hexagon A2 M8x40")[0].id == 102


def test_words_of_a_replaced_record_are_gone() -> None:
    m = mirror()
    m.put([product(103, "Hydraulic fluid", "OIL-46")])
    assert m.products_like("machine oil") == ()
    assert m.products_like("hydraulic")[0].id == 103


def test_customer_codes_are_those_of_the_customer_alone() -> None:
    m = mirror(CustomerCode(100, 10, "N 77-1", None, id=1), CustomerCode(101, 11, "N77-1", None, id=2),
               CustomerCode(101, 10, "N77-2", None, id=3), CustomerCode(102, 10, "N77-2", None, id=3))  # fmt: skip
    assert [c.product_id for c in m.customer_codes([10], "N77-1")] == [100]
    assert [c.product_id for c in m.customer_codes([10], "N77-2")] == [101, 102], "one row of a template with variants"
    assert m.customer_codes([12], "N77-1") == ()


def test_price_rules_in_the_order_in_which_they_are_tried() -> None:
    def rule(id_: int, applied_on: str, minimum: int = 0, **target: Any) -> PriceItem:
        return PriceItem(id_, 1, applied_on, "fixed", min_quantity=Decimal(minimum), **target)

    m = mirror(
        rule(1, "3_global"), rule(2, "2_product_category", categ_id=1), rule(3, "2_product_category", categ_id=2),
        rule(4, "1_product", template_id=100), rule(5, "0_product_variant", product_id=100),
        rule(6, "0_product_variant", 10, product_id=100), rule(7, "0_product_variant", product_id=101),
    )  # fmt: skip
    bolt = m.product(100)
    assert bolt is not None
    assert ids(m.price_items(1, bolt)) == [6, 5, 4, 3, 2, 1]
    assert ids(m.price_items(1)) == [6, 7, 5, 4, 3, 2, 1]


def test_small_tables_are_fresh_after_a_write() -> None:
    m = mirror()
    assert m.currency_by_code("eur") == m.currency(1)
    unit = m.unit(1)
    assert unit is not None
    m.put([replace(unit, name="Stück")])
    assert getattr(m.unit(1), "name", None) == "Stück"
    assert [t.code for t in m.incoterms()] == ["DAP"]
    assert [t.name for t in m.payment_terms()] == ["30 days"]
