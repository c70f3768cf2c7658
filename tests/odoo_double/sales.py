"""What sale.order does of itself: defaults, prices, discounts, taxes, confirmation, cancelling. Traps included."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from html import escape
from typing import Any

from tests.odoo_double.faults import AccessError, UserError, ValidationError
from tests.odoo_double.store import Row, Store

ORDER, LINE = "sale.order", "sale.order.line"
NOW = "2026-03-02 09:00:00"


def cut(value: Any, digits: int = 2) -> float:
    return float(Decimal(str(value or 0)).quantize(Decimal(1).scaleb(-digits), ROUND_HALF_UP))


class Sales:
    """Rules of orders over a store."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.number = 0
        self.unit = "product_uom_id" if store.version >= 19 else "product_uom"
        self.taxes = "tax_ids" if store.version >= 19 else "tax_id"

    def create(self, values: Row, user: Row) -> int:
        store, values = self.store, dict(values)
        self.number += 1  # used up even where the create fails
        name = f"S{self.number:05d}"
        store.check_values(ORDER, values)
        if not values.get("partner_id"):
            raise ValidationError("Missing required value for the field 'Customer' (partner_id).")
        partner = store.one("res.partner", values["partner_id"])
        company = values.get("company_id") or user["company_id"]
        if company not in user["company_ids"]:
            raise AccessError("Access to unauthorized or invalid companies.")
        if partner.get("company_id") not in (None, False, company):
            raise UserError("Uh-oh! You've got some company inconsistencies here")
        lines, state = values.pop("order_line", []), values.pop("state", "draft")
        values.pop("currency_id", None)  # computed from the pricelist, whatever is sent
        price = values.get("pricelist_id") or partner.get("property_product_pricelist") or 1
        row = {"name": name, "company_id": company, "date_order": NOW, "state": "draft", "user_id": user["id"],
               "create_uid": user["id"], "write_uid": user["id"], "order_line": [], "picking_ids": [],
               "message_ids": [], "locked": False, "warehouse_id": company, **values, "pricelist_id": price,
               "currency_id": store.one("product.pricelist", price)["currency_id"]}  # fmt: skip
        for kind in ("invoice", "delivery"):
            field = "partner_invoice_id" if kind == "invoice" else "partner_shipping_id"
            if not row.get(field):
                row[field] = self._address(partner, kind)
        row["note"] = _html(row.get("note"))
        number = store.insert(ORDER, **row)
        self.commands(number, lines, user)
        if state == "sale":
            self.confirm([number])
        return number

    def _address(self, partner: Row, kind: str) -> int:
        mine = [p for p in self.store.search("res.partner", [("parent_id", "=", partner["id"])]) if p["type"] == kind]
        return int(min(mine, key=lambda p: p["name"])["id"] if mine else partner["id"])

    def write(self, number: int, values: Row, user: Row) -> None:
        order, values = self.store.one(ORDER, number), dict(values)
        self.store.check_values(ORDER, values)
        lines = values.pop("order_line", [])
        values.pop("currency_id", None)
        if "pricelist_id" in values:
            if order["state"] == "sale":
                raise UserError("It is forbidden to modify the pricelist of a confirmed order.")
            order["currency_id"] = self.store.one("product.pricelist", values["pricelist_id"])["currency_id"]
        if "note" in values:
            values["note"] = _html(values["note"])
        order |= {**values, "write_uid": user["id"], "write_date": NOW}
        self.commands(number, lines, user)

    def commands(self, number: int, lines: list[Any], user: Row) -> None:
        order = self.store.one(ORDER, number)
        for command in lines:
            if command[0] == 0:
                order["order_line"].append(self.add(number, command[2]))
            elif command[0] == 1:
                self.write_line(command[1], command[2])
            elif command[0] == 2:
                order["order_line"].remove(command[1])
                del self.store.rows[LINE][command[1]]
        self.total(number)

    def add(self, number: int, values: Row) -> int:
        store, order = self.store, self.store.one(ORDER, number)
        values = {k: v for k, v in values.items() if k != "order_id"}
        store.check_values(LINE, values)
        row: Row = {"order_id": number, "sequence": 10, "discount": 0.0, **values}
        if not values.get("display_type"):
            if not values.get("product_id"):
                if store.version < 18:
                    raise ValidationError("Missing required fields on accountable sale order line.")
                row |= {"price_unit": values.get("price_unit", 0)}
            else:
                self._accountable(order, row, values)
        row["product_uom_qty"] = 0 if values.get("display_type") else cut(row.get("product_uom_qty", 1))
        row["discount"] = cut(row["discount"])
        return store.insert(LINE, **row)

    def _accountable(self, order: Row, row: Row, values: Row) -> None:
        store = self.store
        product = store.one("product.product", values["product_id"])
        if product.get("company_id") not in (None, False, order["company_id"]):
            raise UserError("Uh-oh! You've got some company inconsistencies here")
        no_unit = self.unit in values and not values[self.unit]
        if no_unit and store.version < 18:
            raise ValidationError("Missing required fields on accountable sale order line.")
        row.setdefault(self.unit, product["uom_id"])
        row.setdefault("name", store.label("product.product", product["id"]))
        price, discount = self.price(order, row)
        if "price_unit" not in values:
            row["price_unit"] = 0.0 if no_unit else price
        if "discount" not in values:
            row["discount"] = discount
        if store.version >= 18:
            row.setdefault("technical_price_unit", row["price_unit"])
        row[self.taxes] = self._taxes(order, product, values.get(self.taxes))

    def _taxes(self, order: Row, product: Row, sent: Any) -> list[int]:
        store = self.store
        if sent is None:
            abroad = store.one("res.partner", order["partner_shipping_id"]).get("country_id") == 2
            return [] if abroad else list(product.get("taxes_id") or [])
        ids = list(sent[0][2]) if sent else []
        if any(store.one("account.tax", tax)["company_id"] != order["company_id"] for tax in ids):
            raise UserError("Uh-oh! You've got some company inconsistencies here")
        return ids

    def price(self, order: Row, line: Row) -> tuple[float, float]:
        """(price, discount) by the pricelist; a percentage rule becomes a discount."""
        product = self.store.one("product.product", line["product_id"])
        factor = self.factor(line.get(self.unit)) / self.factor(product["uom_id"])
        price, discount = float(product["lst_price"]) * factor, 0.0
        for rule in self.store.search("product.pricelist.item", [("pricelist_id", "=", order["pricelist_id"])]):
            if rule["applied_on"] == "3_global" or rule.get("product_id") == product["id"]:
                if rule["compute_price"] == "percentage":
                    discount = float(rule["percent_price"])
                elif rule["compute_price"] == "fixed":
                    price = float(rule["fixed_price"]) * factor
        return price, discount

    def factor(self, unit: int | None) -> float:
        """How many of the smallest reference one unit is."""
        row = self.store.rows["uom.uom"].get(unit or 0, {})
        return float(row.get("size", 1.0))

    def write_line(self, number: int, values: Row) -> None:
        line, values = self.store.one(LINE, number), dict(values)
        self.store.check_values(LINE, values)
        line |= values
        if "product_uom_qty" in values:
            line["product_uom_qty"] = cut(values["product_uom_qty"])
        order = self.store.one(ORDER, line["order_id"])
        again = {"product_uom_qty", self.unit, "product_id"} & values.keys() and "price_unit" not in values
        held = self.store.version >= 18 and line.get("technical_price_unit") != line.get("price_unit")
        if again and line.get("product_id") and not held:
            line["price_unit"] = line["technical_price_unit"] = self.price(order, line)[0]
        if "discount" in values:
            line["discount"] = cut(values["discount"])
        self.total(line["order_id"])

    def total(self, number: int) -> None:
        order = self.store.one(ORDER, number)
        net = tax = 0.0
        for key in order["order_line"]:
            line = self.store.one(LINE, key)
            amount = line.get("product_uom_qty", 0) * (line.get("price_unit") or 0) * (1 - line["discount"] / 100)
            line["price_subtotal"] = cut(amount)
            rate = sum(self.store.one("account.tax", t)["amount"] for t in line.get(self.taxes) or [])
            line["price_tax"] = cut(line["price_subtotal"] * rate / 100)
            line["price_total"] = cut(line["price_subtotal"] + line["price_tax"])
            net, tax = net + line["price_subtotal"], tax + line["price_tax"]
        order |= {"amount_untaxed": cut(net), "amount_tax": cut(tax), "amount_total": cut(net + tax)}

    def confirm(self, ids: list[int]) -> bool:
        for number in ids:
            order = self.store.one(ORDER, number)
            if order["state"] not in ("draft", "sent"):
                raise UserError("Some orders are not in a state requiring confirmation.")
            lines = [self.store.one(LINE, key) for key in order["order_line"]]
            items = [line for line in lines if not line.get("display_type")]
            if any(not line.get("product_id") for line in items):
                raise UserError("Some order lines are missing a product.")
            moves = [self._move(line) for line in items]
            order |= {"state": "sale", "date_order": NOW}
            if moves:
                picking = self.store.insert(
                    "stock.picking",
                    name=f"WH/OUT/{number:05d}",
                    state=self.store.stock,
                    origin=order["name"],
                    sale_id=number,
                    partner_id=order["partner_shipping_id"],
                    company_id=order["company_id"],
                    move_ids=moves,
                    scheduled_date=order.get("commitment_date") or NOW,
                    date_deadline=order.get("commitment_date"),
                )
                order["picking_ids"] = [picking]
        return True

    def _move(self, line: Row) -> int:
        units, product = self.store.rows["uom.uom"], self.store.one("product.product", line["product_id"])
        ordered, kept = units.get(line[self.unit] or 0, {}), units[product["uom_id"]]
        if self.store.version < 19 and ordered.get("category_id") != kept.get("category_id"):
            raise UserError("The unit of measure is not of the same category.")
        quantity = line["product_uom_qty"] * self.factor(line[self.unit]) / self.factor(product["uom_id"])
        return self.store.insert(
            "stock.move",
            name=line["name"],
            state="assigned",
            product_id=product["id"],
            product_uom=product["uom_id"],
            product_uom_qty=quantity,
            sale_line_id=line["id"],
        )

    def cancel(self, ids: list[int], context: Row) -> Any:
        for number in ids:
            order = self.store.one(ORDER, number)
            if self.store.version < 19 and order["state"] == "sale" and not context.get("disable_cancel_warning"):
                return {"type": "ir.actions.act_window", "res_model": "sale.order.cancel", "target": "new"}
            order["state"] = "cancel"
            for picking in order["picking_ids"]:
                self.store.one("stock.picking", picking)["state"] = "cancel"
        return True


def _html(note: Any) -> Any:
    return note if not note or "<" in str(note) else f"<p>{escape(str(note), quote=False)}</p>"
