"""What works between this installation and its Odoo, and what is missing: the findings of `ordermill odoo check`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal
from urllib.parse import urlsplit

from serving.odoo.client import OdooConnection
from serving.odoo.company import company_of
from serving.odoo.errors import Denied, OdooError
from serving.odoo.rights import ALL_DOCUMENTS, BILLS, DELIVERIES, MASTER, ORDERS, SALES_ALL, Lack, in_group, lacks
from serving.odoo.settings import OdooSettings

State = Literal["ok", "missing", "note"]
LOOPBACK = {"127.0.0.1", "localhost", "::1"}
SUPPORTED = range(17, 20)


@dataclass(frozen=True, slots=True)
class Check:
    """One finding. `missing` keeps orders from being written; a `note` costs a part only."""

    name: str
    state: State
    message: str


def examine(connection: OdooConnection, settings: OdooSettings) -> Iterator[Check]:
    """Findings in the order of the work: connection, company, master data, orders, the rest."""
    yield from _connection(connection)
    yield from _company(connection, settings)
    for part in (_rights, _user, _pricelists, _modules):
        try:
            yield from part(connection)
        except OdooError as error:
            yield Check(
                part.__name__.strip("_"), "missing", f"could not be asked: {error.message} {error.hint}".strip()
            )


def _connection(connection: OdooConnection) -> Iterator[Check]:
    major, minor = connection.version
    where = f"{connection.url}, database {connection.database or '(the only one)'}, user {connection.uid}"
    yield Check("connection", "ok", f"Odoo {major}.{minor} over {connection.protocol} at {where}")
    if major not in SUPPORTED:
        yield Check("version", "note", f"Ordermill is tested with Odoo 17 to 19, not with {major}.{minor}.")
    address = urlsplit(connection.url)
    if address.scheme == "http" and address.hostname not in LOOPBACK:
        yield Check("encryption", "note", "The key travels unencrypted: set ORDERMILL_ODOO_URL to an https address.")


def _company(connection: OdooConnection, settings: OdooSettings) -> Iterator[Check]:
    try:
        company = company_of(connection, settings)
    except OdooError as error:
        yield Check("company", "missing", f"{error.message} {error.hint}".strip())
        return
    more = f"; the user has {company.others} more" if company.others else ""
    yield Check("company", "ok", f"{company.name} (id {company.id}){more}")


def _rights(connection: OdooConnection) -> Iterator[Check]:
    for name, needs, needed in (("master data", MASTER, True), ("sale orders", ORDERS, True),
                                ("deliveries", DELIVERIES, False), ("bills and purchases", BILLS, False)):  # fmt: skip
        lacking = lacks(connection, needs)
        if not lacking:
            yield Check(name, "ok", "all rights")
        for text in _told(lacking):
            yield Check(name, "missing" if needed else "note", text)


def _told(lacking: list[Lack]) -> Iterator[str]:
    for (model, purpose, group, absent), found in groupby(
        lacking, key=lambda lack: (lack.model, lack.purpose, lack.group, lack.absent)
    ):
        if absent:
            yield f"{model}: this Odoo has no such model, or the user may not know of it. Needed for {purpose}."
        else:
            operations = ", ".join(lack.operation for lack in found)
            yield f"{model}: may not {operations}. Needed for {purpose}; the group “{group}” gives it."


def _user(connection: OdooConnection) -> Iterator[Check]:
    if in_group(connection, ALL_DOCUMENTS):
        yield Check("all orders", "ok", "the user sees every order of the company")
    else:
        yield Check("all orders", "missing", "The user sees only own orders, so one that a colleague entered "
                    f"would be written a second time. The group “{SALES_ALL}” mends it.")  # fmt: skip
    try:
        rows = connection.read("res.users", [connection.uid], ["email"])
    except Denied:
        rows = []
    if not (rows and rows[0].get("email")):
        yield Check("e-mail", "note" if connection.version >= (19, 0) else "missing",
                    "The user has no e-mail address; Odoo 17 and 18 refuse notes by such a user.")  # fmt: skip


def _pricelists(connection: OdooConnection) -> Iterator[Check]:
    try:
        rows = connection.search_read("product.pricelist", [], ["currency_id"])
    except OdooError:
        rows = []
    codes = sorted({row["currency_id"][1] for row in rows if row.get("currency_id")})
    if codes:
        yield Check("currencies", "ok", f"pricelists in {', '.join(codes)}; orders in others need a person")
    else:
        yield Check("currencies", "note", "No pricelist is to be seen: orders are in the company's currency alone.")


def _modules(connection: OdooConnection) -> Iterator[Check]:
    known = {
        "stock": bool(connection.fields("stock.picking")),
        "purchase": bool(connection.fields("purchase.order")),
        "product_customerinfo": bool(connection.fields("product.customerinfo")),
    }
    there = [name for name, installed in known.items() if installed]
    absent = [name for name, installed in known.items() if not installed]
    yield Check("modules", "ok", f"{', '.join(there) or 'none'} installed" + (f"; without {', '.join(absent)}"
                if absent else ""))  # fmt: skip
