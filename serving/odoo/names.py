"""Field names of this server, read from `fields_get` and not from its version number."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from serving.odoo.connection import Names
from serving.odoo.errors import Missing

Fields = Callable[[str], Mapping[str, Mapping[str, Any]]]


def names_of(fields: Fields) -> Names:
    """Raises Missing if the server has no Sales."""
    line = fields("sale.order.line")
    if not line:
        raise Missing("This Odoo has no sale orders, or the user may not see them.", code="odoo_no_sales",
                      hint="Install the Sales app, and give the user a Sales group.")  # fmt: skip
    order, unit, product, partner = (
        fields(model) for model in ("sale.order", "uom.uom", "product.product", "res.partner")
    )
    return Names(
        line_unit=_first(line, "product_uom_id", "product_uom") or "product_uom_id",
        line_taxes=_first(line, "tax_ids", "tax_id") or "tax_ids",
        unit_category=_first(unit, "category_id"),
        product_units=_first(product, "uom_ids"),
        packaging_model="product.packaging" if fields("product.packaging") else None,
        partner_mobile=_first(partner, "mobile"),
        duplicated_orders=_first(order, "duplicated_order_ids"),
        technical_price=_first(line, "technical_price_unit"),
        customer_codes="product.customerinfo" if fields("product.customerinfo") else None,
    )


def _first(fields: Mapping[str, Any], *names: str) -> str | None:
    return next((name for name in names if name in fields), None)
