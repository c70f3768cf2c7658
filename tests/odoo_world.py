"""The records that the contract suite sells: the double's, or made on a real server by an administrator's key."""

from __future__ import annotations

import os
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from pydantic import SecretStr

from serving.odoo.client import OdooConnection, connect
from serving.odoo.settings import OdooSettings
from tests.odoo_double import Double, data


@dataclass
class World:
    """A sales user's connection, and ids to sell with. `double` is None on a real server."""

    odoo: OdooConnection
    double: Double | None
    acme: int
    shop: int
    other_shop: int
    gone: int
    desk: int
    wire: int
    old: int
    internal: int
    code: str
    units: int
    kg: int
    retail: int
    tenth: int
    euros: int

    @property
    def major(self) -> int:
        return self.odoo.version[0]

    def order(self, *lines: dict[str, Any], **values: Any) -> int:
        """A draft order by Acme at the retail prices."""
        whole = {"partner_id": self.acme, "pricelist_id": self.retail, **values}
        return self.odoo.create("sale.order", {**whole, "order_line": [[0, 0, line] for line in lines]})

    def head(self, order: int, *fields: str) -> dict[str, Any]:
        return self.odoo.read("sale.order", [order], fields)[0]

    def line(self, order: int, *fields: str) -> dict[str, Any]:
        return self.odoo.search_read("sale.order.line", [("order_id", "=", order)], fields or ("id",))[0]


def of_double(double: Double, protocol: str = "auto") -> World:
    odoo = connect(double.settings(protocol=protocol))
    return World(odoo, double, data.ACME, data.ACME_SHOP, data.OTHER_SHOP, data.GONE, data.DESK, data.WIRE, data.OLD,
                 data.INTERNAL, "DESK1", data.UNITS, data.KG, data.RETAIL, data.TENTH, data.EUROS)  # fmt: skip


def of_server() -> World:
    """Makes its own customers, products and pricelists; leaves them there."""
    settings = OdooSettings()
    odoo = connect(settings)
    boss = connect(settings.model_copy(update={
        "login": os.environ["ORDERMILL_ODOO_ADMIN_LOGIN"],
        "api_key": SecretStr(os.environ["ORDERMILL_ODOO_ADMIN_API_KEY"]),
    }))  # fmt: skip
    tag = uuid4().hex[:8]
    units = {row["name"]: row["id"] for row in boss.search_read("uom.uom", [], ["name"])}
    dollars = boss.search_read("res.company", [], ["currency_id"], limit=1)[0]["currency_id"][0]
    euro = boss.search_read("res.currency", [("name", "=", "EUR")], [], context={"active_test": False})[0]["id"]
    boss.write("res.currency", [euro], {"active": True})
    stored = {"is_storable": True} if "is_storable" in boss.fields("product.product") else {"detailed_type": "product"}

    def product(name: str, **values: Any) -> int:
        return boss.create(
            "product.product", {"name": f"{name} {tag}", "list_price": 2.5, "sale_ok": True, **stored, **values}
        )

    def partner(name: str, **values: Any) -> int:
        return boss.create("res.partner", {"name": f"{name} {tag}", **values})

    def pricelist(name: str, currency: int, *items: dict[str, Any]) -> int:
        rules = [[0, 0, item] for item in items]
        return boss.create("product.pricelist", {"name": f"{name} {tag}", "currency_id": currency, "item_ids": rules})

    acme, other, code = partner("Acme", is_company=True), partner("Other", is_company=True), f"DESK-{tag}"
    shop = partner("Acme, a shop", parent_id=acme, type="delivery")
    kilogram = {"uom_id": units["kg"]} | (
        {"uom_po_id": units["kg"]} if "uom_po_id" in boss.fields("product.product") else {}
    )
    desk, _ = product("Desk", default_code=code), product("Desk again", default_code=code)
    tenth = {"applied_on": "3_global", "compute_price": "percentage", "percent_price": 10}
    world = World(
        odoo, None, acme, shop, partner("Other, shop", parent_id=other, type="delivery"), partner("Gone", active=False),
        desk, product("Wire", **kilogram), product("Old", active=False), product("Internal", sale_ok=False), code,
        units["Units"], units["kg"], pricelist("Retail", dollars), pricelist("Tenth", dollars, tenth),
        pricelist("Euros", euro),
    )  # fmt: skip
    boss.close()
    return world
