"""What the connector relies on in Odoo 17, 18 and 19, and every trap: against the double always, and against a real
server where ORDERMILL_ODOO_URL is set (docs/odoo.md)."""

from __future__ import annotations

import os
import threading
from collections.abc import Iterator
from typing import Any

import pytest

from serving.odoo.client import connect
from serving.odoo.errors import Denied, Missing, Misused, Refused
from tests.odoo_double import data, running
from tests.odoo_world import World, of_double, of_server

REAL = bool(os.environ.get("ORDERMILL_ODOO_URL"))
SPOKEN = ["17-jsonrpc", "17-xmlrpc", "18-jsonrpc", "18-xmlrpc", "19-json2", "19-jsonrpc", "19-xmlrpc"]


@pytest.fixture(scope="module", params=[*SPOKEN, *(["real"] if REAL else [])])
def world(request: pytest.FixtureRequest) -> Iterator[World]:
    if request.param == "real":
        real = of_server()
        yield real
        real.odoo.close()
        return
    version, _, protocol = request.param.partition("-")
    with running(int(version)) as double:
        made = of_double(double, protocol)
        yield made
        made.odoo.close()


def line(world: World, **values: Any) -> dict[str, Any]:
    return {"product_id": world.desk, "product_uom_qty": 2, **values}


def test_trap_1_a_reference_used_twice_is_accepted(world: World) -> None:
    first, second = (world.order(line(world), client_order_ref="PO-77") for _ in range(2))
    assert first != second
    name = world.odoo.names.duplicated_orders
    assert (name is None) == (world.major < 18)
    if name and (world.double or world.major >= 19):  # early 18.0 servers answer with none
        assert first in world.head(second, name)[name]


@pytest.mark.parametrize("confirmed", [False, True])
def test_trap_2_an_explicit_price_is_lost_when_the_quantity_changes(world: World, confirmed: bool) -> None:
    order = world.order(line(world, price_unit=1.23, discount=0))
    if confirmed:
        world.odoo.call("sale.order", "action_confirm", [order])
    key = world.line(order)["id"]
    world.odoo.write("sale.order.line", [key], {"product_uom_qty": 3})
    assert world.line(order, "price_unit")["price_unit"] == 2.5
    world.odoo.write("sale.order.line", [key], {"product_uom_qty": 4, "price_unit": 1.23})
    assert world.line(order, "price_unit")["price_unit"] == 1.23


def test_trap_2_a_technical_price_of_zero_holds_the_explicit_one(world: World) -> None:
    name = world.odoo.names.technical_price
    assert (name is None) == (world.major < 18)
    if name:
        order = world.order(line(world, price_unit=1.23, discount=0, **{name: 0}))
        world.odoo.write("sale.order.line", [world.line(order)["id"]], {"product_uom_qty": 3})
        assert world.line(order, "price_unit")["price_unit"] == 1.23


def test_trap_3_the_pricelists_discount_comes_on_top_of_an_explicit_price(world: World) -> None:
    bare = world.order(line(world, price_unit=2.0), pricelist_id=world.tenth)
    # 0 where the server's Discounts setting is off: the rule is then in the price alone
    assert world.line(bare, "discount")["discount"] in ((10,) if world.double else (0, 10))
    sent = world.order(line(world, price_unit=2.0, discount=0), pricelist_id=world.tenth)
    assert world.line(sent, "discount", "price_subtotal") | {"id": 0} == {"id": 0, "discount": 0, "price_subtotal": 4.0}


def test_trap_4_kilograms_of_a_product_kept_in_units(world: World) -> None:
    order = world.order(line(world, price_unit=1.0, discount=0, **{world.odoo.names.line_unit: world.kg}))
    if world.major < 19:
        with pytest.raises(Refused):
            world.odoo.call("sale.order", "action_confirm", [order])
        assert world.odoo.names.unit_category
        return
    world.odoo.call("sale.order", "action_confirm", [order])
    moves = world.odoo.search_read("stock.move", [("sale_line_id.order_id", "=", order)], ["product_uom_qty"])
    assert moves[0]["product_uom_qty"] != 2  # the number of pieces is not what was ordered
    assert world.odoo.names.unit_category is None


def test_trap_5_no_unit_is_not_the_unit_left_out(world: World) -> None:
    values = line(world, **{world.odoo.names.line_unit: None})
    if world.major < 18:
        with pytest.raises((Refused, Misused)):
            world.order(values)
        return
    assert world.line(world.order(values), "price_unit")["price_unit"] == 0
    assert world.line(world.order(line(world)), "price_unit")["price_unit"] == 2.5


def test_trap_6_a_line_without_a_product(world: World) -> None:
    values = {"name": "Unknown article", "product_uom_qty": 1}
    if world.major < 18:
        with pytest.raises(Refused):
            world.order(values)
        return
    order = world.order(values)
    with pytest.raises(Refused):
        world.odoo.call("sale.order", "action_confirm", [order])


def test_trap_7_archived_and_not_for_sale_are_accepted(world: World) -> None:
    for product in (world.old, world.internal):
        assert world.order({"product_id": product, "product_uom_qty": 1})
    assert world.order(line(world), partner_id=world.gone)
    seen = [("id", "=", world.old)]
    assert world.odoo.search_read("product.product", seen, ["id"]) == []
    shown = world.odoo.search_read("product.product", seen, ["active", "sale_ok"], context={"active_test": False})
    assert shown == [{"id": world.old, "active": False, "sale_ok": True}]


def test_trap_8_codes_are_not_unique(world: World) -> None:
    assert len(world.odoo.search_read("product.product", [("default_code", "=", world.code)], ["id"], limit=2)) == 2


def test_trap_9_delivery_goes_to_the_first_address_or_to_anyone(world: World) -> None:
    assert world.head(world.order(line(world)), "partner_shipping_id")["partner_shipping_id"][0] == world.shop
    sent = world.order(line(world), partner_shipping_id=world.acme)
    assert world.head(sent, "partner_shipping_id")["partner_shipping_id"][0] == world.acme
    strange = world.order(line(world), partner_shipping_id=world.other_shop)  # of another customer
    assert world.head(strange, "partner_shipping_id")["partner_shipping_id"][0] == world.other_shop


def test_trap_10_taxes_are_odoos_unless_sent(world: World) -> None:
    name = world.odoo.names.line_taxes
    order = world.order(line(world, **{name: [[6, 0, []]]}))
    assert world.line(order, name)[name] == []
    if world.double:
        assert world.line(world.order(line(world)), name)[name] == []  # the German shop
        home = world.order(line(world), partner_shipping_id=world.acme)
        assert world.line(home, name)[name] == [1]
        with pytest.raises(Refused):
            world.order(line(world, **{name: [[6, 0, [2]]]}))


def test_trap_11_the_currency_is_the_pricelists(world: World) -> None:
    euro, dollar = world.order(line(world), pricelist_id=world.euros), world.order(line(world))
    first, second = (world.head(o, "currency_id")["currency_id"] for o in (euro, dollar))
    assert first[1] == "EUR" != second[1]
    ignored = world.order(line(world), currency_id=first[0])
    assert world.head(ignored, "currency_id")["currency_id"] == second
    price = world.line(dollar, "price_unit")["price_unit"]
    world.odoo.write("sale.order", [dollar], {"pricelist_id": world.euros})
    assert world.head(dollar, "currency_id")["currency_id"] == first
    assert world.line(dollar, "price_unit")["price_unit"] == price
    world.odoo.call("sale.order", "action_confirm", [dollar])
    with pytest.raises(Refused):
        world.odoo.write("sale.order", [dollar], {"pricelist_id": world.retail})


def test_trap_12_other_companies_are_refused(world: World) -> None:
    if world.double is None:
        pytest.skip("needs a second company")
    with pytest.raises(Denied):
        world.order(line(world), company_id=2)
    with pytest.raises(Refused):
        world.order({"product_id": data.SECRET, "product_uom_qty": 1})
    with pytest.raises(Refused):
        world.order(line(world), partner_id=data.ELSEWHERE)


def test_trap_13_numbers_are_cut_to_the_precision(world: World) -> None:
    order = world.order(line(world, product_uom_qty=1.2345, discount=12.345, price_unit=1))
    row = world.line(order, "product_uom_qty", "discount")
    assert row["product_uom_qty"] == 1.23
    assert row["discount"] in (12.35, 12.34)
    with pytest.raises(Denied):  # the precision itself is for administrators
        world.odoo.search_read("decimal.precision", [], ["name", "digits"])


def test_trap_14_the_commitment_date_becomes_the_pickings(world: World) -> None:
    order = world.order(line(world), commitment_date="2026-01-05", date_order="2026-01-02 10:00:00")
    assert world.head(order, "commitment_date")["commitment_date"] == "2026-01-05 00:00:00"
    world.odoo.call("sale.order", "action_confirm", [order])
    picked = world.odoo.search_read("stock.picking", [("sale_id", "=", order)], ["scheduled_date", "date_deadline"])
    assert picked[0]["date_deadline"] == "2026-01-05 00:00:00"
    assert not world.head(order, "date_order")["date_order"].startswith("2026-01-02")
    with pytest.raises(Misused):
        world.order(line(world), commitment_date="2026-01-05T10:00:00+01:00")


def test_trap_15_the_note_is_html_and_the_name_is_free(world: World) -> None:
    first = world.order(line(world), note="Call before", name="OUR-1")
    second = world.order(line(world), name="OUR-1")
    assert world.head(first, "note")["note"] == "<p>Call before</p>"
    assert world.head(second, "name")["name"] == "OUR-1"


def test_trap_16_a_create_is_all_or_nothing_but_takes_a_number(world: World) -> None:
    before = world.odoo.search_count("sale.order", [])
    with pytest.raises(Misused):
        world.order(line(world), line(world, no_such_field=1))
    assert world.odoo.search_count("sale.order", []) == before


def test_trap_17_confirmed_at_once_and_confirmed_only_once(world: World) -> None:
    order = world.order(line(world), state="sale")
    assert world.head(order, "state")["state"] == "sale"
    draft, outcomes = world.order(line(world)), []

    def confirm() -> None:
        try:
            outcomes.append(world.odoo.call("sale.order", "action_confirm", [draft]))
        except Refused:
            outcomes.append("refused")

    threads = [threading.Thread(target=confirm) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(map(str, outcomes)) == ["True", "refused", "refused", "refused"]
    assert world.odoo.search_count("stock.picking", [("sale_id", "=", draft)]) == 1


def test_trap_18_an_order_for_another_salesperson_can_be_made_without_mail(world: World) -> None:
    quiet = {"mail_auto_subscribe_no_notify": True}
    values = {"partner_id": world.acme, "pricelist_id": world.retail}
    order = world.odoo.create("sale.order", values, context=quiet)
    assert world.head(order, "user_id")["user_id"][0] == world.odoo.uid


def test_trap_19_a_note_is_internal_escaped_and_its_number_an_int(world: World) -> None:
    order = world.order(line(world))
    values = {"name": "order.pdf", "datas": "JVBERi0=", "res_model": "sale.order", "res_id": order}
    attached = world.odoo.create("ir.attachment", values)
    note = {"body": "a < b", "subtype_xmlid": "mail.mt_note", "attachment_ids": [attached]}
    number = world.odoo.call("sale.order", "message_post", [order], arguments=note)
    assert isinstance(number, int)
    message = world.odoo.read("mail.message", [number], ["body", "subtype_id", "attachment_ids"])[0]
    assert message["body"] == "<p>a &lt; b</p>"
    assert (message["subtype_id"][1], message["attachment_ids"]) == ("Note", [attached])


def test_trap_20_rights_of_sales_of_own_documents_and_of_others(world: World) -> None:
    order = world.order(line(world), client_order_ref="PO-20")
    with pytest.raises(Denied):
        world.odoo.create("res.partner", {"name": "New"})
    if world.double is None:
        return
    wanted = [("client_order_ref", "=", "PO-20")]
    with connect(world.double.settings("own", protocol=world.odoo.protocol)) as own:
        assert own.search_read("sale.order", wanted, ["id"]) == []  # blind to it
        with pytest.raises(Denied):
            own.read("sale.order", [order], ["name"])
    for user in ("plain", "portal"):
        other = connect(world.double.settings(user, protocol=world.odoo.protocol))
        with other, pytest.raises(Denied):
            other.create("sale.order", {"partner_id": world.acme})


def test_load_by_external_ids_makes_one_order_however_often(world: World) -> None:
    fields = ["id", "partner_id/.id", "client_order_ref", "order_line/id", "order_line/product_id/.id",
              "order_line/product_uom_qty", "order_line/price_unit", "order_line/discount"]  # fmt: skip
    key = f"po_intake__.t{world.order(line(world))}"
    row = [key, str(world.acme), "PO-L", f"{key}_1", str(world.desk), "2", "1.5", "0"]
    first, second = (world.odoo.load("sale.order", fields, [row]) for _ in range(2))
    assert first.ids == second.ids
    assert len(first.ids) == 1
    assert len(world.head(first.ids[0], "order_line")["order_line"]) == 1


def test_a_method_without_a_result_is_done_and_cancelling_needs_its_context(world: World) -> None:
    order = world.order(line(world))
    assert world.odoo.call("sale.order", "action_lock", [order]) is None
    second = world.order(line(world))
    world.odoo.call("sale.order", "action_confirm", [second])
    try:
        wizard = world.odoo.call("sale.order", "action_cancel", [second])
    except Denied:  # 19 with Purchase: cancelling reads purchase lines, which a sales user may not
        assert world.double is None
        assert world.odoo.fields("purchase.order")
        return
    assert (world.head(second, "state")["state"] == "sale") == (world.major < 19) == isinstance(wizard, dict)
    world.odoo.call("sale.order", "action_cancel", [second], context={"disable_cancel_warning": True})
    assert world.head(second, "state")["state"] == "cancel"


def test_what_is_not_there(world: World) -> None:
    assert world.odoo.read("sale.order", [2_000_000_000], ["name"]) == []
    assert world.odoo.fields("no.such.model") == {}
    with pytest.raises((Missing, Refused)):
        world.odoo.search_count("no.such.model", [])
    with pytest.raises(Misused):
        world.odoo.search_read("sale.order", [], ["no_such_field"])
