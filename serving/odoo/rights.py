"""What the Odoo user must be allowed to do, what of it is missing, and which group gives it."""

from __future__ import annotations

from dataclasses import dataclass

from serving.odoo.client import OdooConnection
from serving.odoo.errors import Denied, Missing, Misused, Refused

SALES_ALL = "Sales / User: All Documents"
INVOICING = "Accounting / Invoicing"
PURCHASE = "Purchase / User"
ALL_DOCUMENTS = "sales_team.group_sale_salesman_all_leads"


@dataclass(frozen=True, slots=True)
class Need:
    """`operations` (read, create, write) on `model`, what for, and the group that gives them."""

    model: str
    operations: tuple[str, ...]
    purpose: str
    group: str = SALES_ALL


@dataclass(frozen=True, slots=True)
class Lack:
    """One operation on one model that the user may not do; `absent` where the server has no such model."""

    model: str
    operation: str
    purpose: str
    group: str
    absent: bool = False


MASTER = tuple(
    Need(model, ("read",), "matching with master data")
    for model in (
        "res.partner", "product.product", "product.template", "product.category", "uom.uom", "product.pricelist",
        "product.pricelist.item", "res.currency", "res.country", "res.company", "account.tax",
        "account.payment.term", "account.incoterms",
    )
)  # fmt: skip
ORDERS = (
    Need("sale.order", ("read", "create", "write"), "writing sale orders"),
    Need("sale.order.line", ("read", "create", "write"), "writing sale orders"),
    Need("ir.attachment", ("read", "create"), "attaching the document"),
    Need("mail.message", ("read", "create"), "the note that lists what was read"),
)
DELIVERIES = (Need("stock.picking", ("read",), "reading back what was reserved"),)
BILLS = (
    Need("account.move", ("read", "create", "write"), "vendor bills", INVOICING),
    Need("purchase.order", ("read",), "comparing confirmations with purchases", PURCHASE),
)


def lacks(connection: OdooConnection, needs: tuple[Need, ...]) -> list[Lack]:
    """Rights of `needs` that the user does not have."""
    found: list[Lack] = []
    for need in needs:
        if not connection.fields(need.model):
            found.append(Lack(need.model, need.operations[0], need.purpose, need.group, absent=True))
            continue
        found += [Lack(need.model, operation, need.purpose, need.group)
                  for operation in need.operations if not may(connection, need.model, operation)]  # fmt: skip
    return found


def may(connection: OdooConnection, model: str, operation: str) -> bool:
    """Whether the access rights (not the record rules) let the user do it."""
    try:
        return bool(connection.call_on_none(model, "has_access", {"operation": operation}))
    except Denied:
        return False
    except (Misused, Missing, Refused):  # 17 has the older name alone
        arguments = {"operation": operation, "raise_exception": False}
        try:
            return bool(connection.call(model, "check_access_rights", arguments=arguments, repeatable=True))
        except (Denied, Missing, Refused):
            return False


def in_group(connection: OdooConnection, group: str) -> bool:
    """Whether the user is in the group of this external id; a method of the record from 18 on, of the model before."""
    arguments = {"group_ext_id": group}
    try:
        return bool(connection.call("res.users", "has_group", [connection.uid], arguments=arguments, repeatable=True))
    except Denied:
        return False
    except (Misused, Refused):
        return bool(connection.call("res.users", "has_group", arguments=arguments, repeatable=True))
