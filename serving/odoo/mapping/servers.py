"""Precisions of one server, asked once."""

from __future__ import annotations

from serving.odoo.connection import Connection
from serving.odoo.errors import OdooError
from serving.odoo.mapping.masterdata import Server

_QUANTITY = ("Product Unit of Measure", "Product Unit")
"""Name of the precision up to 18, and from 19."""


def server_of(connection: Connection) -> Server:
    """What `connection`'s server keeps of quantities, discounts and prices; Odoo's defaults where it does not say.

    Sales users may read `decimal.precision`; who may not gets the defaults, and the read-back after the write finds
    what differs.
    """
    usual = Server()
    try:
        rows = connection.search_read("decimal.precision", [], ["name", "digits"])
    except OdooError:
        rows = []
    digits = {str(row["name"]): int(row["digits"]) for row in rows}
    newer = connection.names.unit_category is None
    return Server(
        quantity_digits=next((digits[name] for name in _QUANTITY if name in digits), usual.quantity_digits),
        discount_digits=digits.get("Discount", usual.discount_digits),
        price_digits=None if newer else digits.get("Product Price", usual.price_digits),
        any_unit=not newer,
    )
