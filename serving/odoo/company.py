"""The company that orders are written for: the one of the settings, else the user's own."""

from __future__ import annotations

from dataclasses import dataclass

from serving.odoo.client import OdooConnection
from serving.odoo.errors import Missing
from serving.odoo.settings import OdooSettings


@dataclass(frozen=True, slots=True)
class ChosenCompany:
    id: int
    name: str
    others: int
    """How many more companies the user may work for."""


def company_of(connection: OdooConnection, settings: OdooSettings) -> ChosenCompany:
    """Raises Missing if the user has no company of the wanted name or id, or several of the name."""
    user = connection.read("res.users", [connection.uid], ["company_id", "company_ids"])
    if not user:
        raise Missing("The Odoo user cannot be read.", code="odoo_no_company")
    own, ids = user[0]["company_id"], user[0]["company_ids"]
    if settings.company is None:
        return ChosenCompany(own[0], own[1], len(ids) - 1)
    rows = connection.read("res.company", ids, ["name"])
    wanted = settings.company.strip()
    found = [r for r in rows if str(r["id"]) == wanted] or [
        r for r in rows if r["name"].casefold() == wanted.casefold()
    ]
    if len(found) != 1:
        names = ", ".join(f"{r['name']} ({r['id']})" for r in rows)
        raise Missing(f"{'No' if not found else 'More than one'} company “{wanted}” for this Odoo user.",
                      code="odoo_no_company", hint=f"ORDERMILL_ODOO_COMPANY takes one of: {names}.")  # fmt: skip
    return ChosenCompany(found[0]["id"], found[0]["name"], len(ids) - 1)
