"""Order confirmations beside the purchase orders that they answer."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any, cast

import pytest

from data.errors import OrdermillError
from data.result import Extraction
from serving.odoo.confirmations import Purchase, PurchaseLine, compare, purchase_of
from serving.odoo.proposal import Finding
from tests.odoo_orders import D, bolt, line, order

_LINES = (
    PurchaseLine(1, "Hex bolt M8", D(10), D("2.5"), ("M8-40", "4006381333931"), date(2026, 3, 20)),
    PurchaseLine(2, "Washer DIN 125", D(5), D(1), ("W-125",), date(2026, 3, 20)),
)
_PURCHASE = Purchase(7, "P00007", "EUR", D(30), _LINES)
_WASHER = line(supplier_article_no="w 125", description="Washer", quantity=5, unit_price="1.00", line_amount="5.00")


def _confirmation(*lines: Any, **fields: Any) -> Extraction:
    return replace(order(*(lines or (bolt(), _WASHER)), **fields), document_type="order_response")


def _found(*lines: Any, **fields: Any) -> list[Finding]:
    return list(compare(_confirmation(*lines, **fields), _PURCHASE))


def test_a_confirmation_of_everything_has_nothing_to_say() -> None:
    assert _found() == []
    assert _found(_WASHER, bolt()) == []


@pytest.mark.parametrize(
    ("changes", "code", "said"),
    [({"quantity": 8, "line_amount": "20.00"}, "confirmed_quantity", "8 confirmed, 10 ordered"),
     ({"unit_price": "2.60"}, "confirmed_price", "2.60 confirmed, 2.50 ordered"),
     ({"discount_percent": 10}, "confirmed_price", "2.25 confirmed"),
     ({"delivery_date": "2026-04-01"}, "confirmed_date", "later than 2026-03-20")],
)  # fmt: skip
def test_each_difference_is_named(changes: dict[str, Any], code: str, said: str) -> None:
    found = _found(bolt(**changes), _WASHER)
    assert [f.code for f in found] == [code]
    assert said in found[0].message
    assert found[0].line == 0


def test_a_price_per_hundred_is_the_same_price() -> None:
    assert _found(bolt(unit_price="250.00", price_base_quantity=100), _WASHER) == []


def test_earlier_is_for_the_record_alone() -> None:
    found = _found(bolt(delivery_date="2026-03-10"), _WASHER)
    assert [(f.code, f.severity) for f in found] == [("confirmed_date", "note")]


def test_lines_that_only_one_side_has() -> None:
    found = _found(bolt(), line(description="Paint roller", quantity=1, unit_price="3"))
    assert [f.code for f in found] == ["confirmed_not_ordered", "ordered_not_confirmed"]
    assert "Washer DIN 125, 5 ordered" in found[1].message


def test_two_lines_of_one_article_are_paired_by_quantity() -> None:
    split = replace(_PURCHASE, lines=(_LINES[0], replace(_LINES[0], id=3, quantity=D(4))))
    lines = (bolt(quantity=4, line_amount="10.00"), bolt())
    assert compare(_confirmation(*lines), split) == ()


def test_charges_and_currencies() -> None:
    found = _found(bolt(), _WASHER, line("charge", description="Freight", line_amount="9.00"), currency="USD")
    assert [f.code for f in found] == ["confirmed_currency", "confirmed_charge"]


def test_an_order_that_is_not_in_odoo() -> None:
    found = compare(_confirmation(), None)
    assert [f.code for f in found] == ["purchase_unknown"]
    assert next(f.code for f in compare(order(), _PURCHASE)) == "not_an_order"


class Purchases:
    """A server with these purchase orders."""

    def __init__(self, *orders: dict[str, Any]) -> None:
        self.orders = orders

    def fields(self, model: str) -> dict[str, Any]:
        return {key: {} for key in ("name", "product_id", "product_qty", "price_unit", "date_planned", "display_type")}

    def search_read(self, model: str, domain: Any, fields: Any, **more: Any) -> list[dict[str, Any]]:
        return [o for o in self.orders if ("name", "=", o["name"]) in domain]

    def read(self, model: str, ids: Any, fields: Any, **more: Any) -> list[dict[str, Any]]:
        rows: dict[str, list[dict[str, Any]]] = {
            "purchase.order.line": [
                {"id": 1, "name": "Hex bolt M8", "product_id": [10, "x"], "product_qty": 10.0, "price_unit": 2.5,
                 "date_planned": "2026-03-20 12:00:00", "display_type": False},
                {"id": 2, "name": "Hall 1", "product_id": False, "product_qty": 0, "price_unit": 0,
                 "date_planned": False, "display_type": "line_section"},
            ],
            "product.product": [{"id": 10, "default_code": "M8-40", "barcode": False, "seller_ids": [4]}],
            "product.supplierinfo": [{"id": 4, "product_code": "V-1"}],
        }  # fmt: skip
        return [row for row in rows[model] if row["id"] in ids]


_ROW = {"id": 7, "name": "PO-7", "currency_id": [1, "EUR"], "amount_untaxed": 25.0, "order_line": [1, 2]}


def test_the_purchase_order_is_found_by_its_number() -> None:
    found = purchase_of(cast("Any", Purchases(_ROW)), _confirmation())
    assert found is not None
    assert [(x.name, x.codes, x.day) for x in found.lines] == [("Hex bolt M8", ("M8-40", "V-1"), date(2026, 3, 20))]
    assert compare(_confirmation(bolt()), found) == ()
    assert purchase_of(cast("Any", Purchases()), _confirmation()) is None
    assert purchase_of(cast("Any", Purchases(_ROW)), _confirmation(order_number=None)) is None
    with pytest.raises(OrdermillError, match="Several"):
        purchase_of(cast("Any", Purchases(_ROW, _ROW)), _confirmation())
