"""What is read from which model, and how its rows become records.

Only fields that the server has and the user may see are asked for; an attribute stays empty where there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from serving.odoo.connection import Names, Row
from serving.odoo.mirror import keys
from serving.odoo.mirror.rows import flag, many, moment, number, one, plain, ratio, text
from serving.odoo.mirror.store import Mirror
from serving.odoo.mirror.tables import Record
from serving.odoo.records import (
    Category,
    Company,
    Currency,
    CustomerCode,
    Packaging,
    Partner,
    PriceItem,
    Pricelist,
    Product,
    Tax,
    Term,
    Unit,
)

Make = Callable[[list[Row], Mirror], Iterable[Record]]
"""Rows of one page and the mirror as it is so far, to records."""


@dataclass(frozen=True, slots=True)
class Source:
    """One model. `small`: always read whole, for it has no more than some thousand records."""

    kind: str
    model: str
    fields: tuple[str, ...]
    make: Make
    small: bool = True
    needed: bool = False
    """Without it nothing can be matched: that it is denied or missing is an error."""
    also: str | None = None
    """`write_date` of a related record whose change is one of this record too."""
    domain: tuple[tuple[str, str, Any], ...] = ()
    context: tuple[tuple[str, Any], ...] = ()


def sources(names: Names, has: Callable[[str], Mapping[str, Any]]) -> list[Source]:
    """What to read from this server, in an order in which later kinds may look up earlier ones. `has`: fields_get."""
    fields: tuple[str, ...]
    found = [
        Source("company", "res.company", ("name", "vat", "currency_id", "partner_id"), _each(_company), needed=True),
        Source("currency", "res.currency", ("name", "decimal_places", "active", "rate"), _each(_currency), needed=True),
        Source("unit", "uom.uom", ("name", "active", "rounding", "category_id", "factor", "factor_inv", "uom_type",
                                   "relative_uom_id", "relative_factor"), _units, needed=True),
        Source("category", "product.category", ("name", "parent_id"), _each(_category)),
        Source("tax", "account.tax", ("name", "amount", "amount_type", "type_tax_use", "price_include", "company_id"),
               _each(_tax)),
        Source("payment_term", "account.payment.term", ("name",), _each(_term)),
        Source("incoterm", "account.incoterms", ("name", "code"), _each(_term)),
        Source("pricelist", "product.pricelist", ("name", "currency_id", "company_id", "active"), _each(_pricelist)),
        Source("price_item", "product.pricelist.item", _PRICE_FIELDS, _each(_price_item), small=False,
               domain=(("pricelist_id", "!=", False),)),
        Source("partner", "res.partner", _PARTNER_FIELDS, _each(_partner), small=False, needed=True),
        Source("product", "product.product", _PRODUCT_FIELDS, _each(_product), small=False, needed=True,
               also="product_tmpl_id.write_date", context=(("display_default_code", False),)),
    ]  # fmt: skip
    if names.packaging_model:
        fields = ("name", "product_id", "qty", "barcode")
        found.append(Source("packaging", names.packaging_model, fields, _each(_packaging), small=False))
    elif has("product.uom"):
        found.append(
            Source("packaging", "product.uom", ("uom_id", "product_id", "barcode"), _product_units, small=False)
        )
    if names.customer_codes:
        fields = ("partner_id", "name", "product_id", "product_tmpl_id", "product_code", "product_name")
        domain = (("product_tmpl_id", "!=", False),)
        found.append(Source("customer_code", names.customer_codes, fields, _customer_codes, small=False, domain=domain))
    return found


_PARTNER_FIELDS = (
    "name", "active", "is_company", "parent_id", "commercial_partner_id", "company_id", "type", "ref", "vat", "email",
    "phone", "street", "street2", "zip", "city", "country_code", "lang", "global_location_number", "peppol_eas",
    "peppol_endpoint", "property_product_pricelist", "property_payment_term_id", "sale_warn", "sale_warn_msg",
    "credit_limit", "customer_rank",
)  # fmt: skip
_PRODUCT_FIELDS = (
    "name", "display_name", "default_code", "barcode", "active", "sale_ok", "type", "detailed_type", "is_storable",
    "uom_id", "uom_ids", "lst_price", "product_tmpl_id", "categ_id", "company_id", "description_sale", "taxes_id",
    "standard_price", "sale_line_warn", "sale_line_warn_msg",
)  # fmt: skip
_PRICE_FIELDS = (
    "pricelist_id", "applied_on", "compute_price", "product_id", "product_tmpl_id", "categ_id", "min_quantity",
    "date_start", "date_end", "fixed_price", "percent_price", "base", "base_pricelist_id", "price_discount",
    "price_round", "price_surcharge", "price_min_margin", "price_max_margin", "company_id",
)  # fmt: skip


def _each(make: Callable[[Row], Record | None]) -> Make:
    return lambda rows, _: (record for row in rows if (record := make(row)) is not None)


def _company(row: Row) -> Company:
    return Company(row["id"], text(row, "name") or "", text(row, "vat"), one(row, "currency_id") or 0,
                   one(row, "partner_id") or 0)  # fmt: skip


def _currency(row: Row) -> Currency:
    places = number(row, "decimal_places")
    rate = number(row, "rate")
    return Currency(row["id"], text(row, "name") or "", 2 if places is None else int(places),
                    flag(row, "active", True), rate or None)  # fmt: skip


def _category(row: Row) -> Category:
    return Category(row["id"], text(row, "name") or "", one(row, "parent_id"))


def _tax(row: Row) -> Tax:
    return Tax(
        row["id"], text(row, "name") or "", plain(number(row, "amount")), text(row, "amount_type") or "percent",
        text(row, "type_tax_use") or "none", flag(row, "price_include", False), one(row, "company_id") or 0,
    )  # fmt: skip


def _term(row: Row) -> Term:
    return Term(row["id"], text(row, "name") or "", text(row, "code"))


def _pricelist(row: Row) -> Pricelist:
    return Pricelist(row["id"], text(row, "name") or "", one(row, "currency_id") or 0, one(row, "company_id"),
                     flag(row, "active", True))  # fmt: skip


def _price_item(row: Row) -> PriceItem | None:
    pricelist = one(row, "pricelist_id")
    if pricelist is None:  # 19 has rules without a pricelist; they are no customer's
        return None
    money = {name: plain(number(row, name)) for name in (
        "min_quantity", "fixed_price", "percent_price", "price_discount", "price_round", "price_surcharge",
        "price_min_margin", "price_max_margin")}  # fmt: skip
    return PriceItem(
        id=row["id"], pricelist_id=pricelist, applied_on=text(row, "applied_on") or "3_global",
        compute_price=text(row, "compute_price") or "fixed", product_id=one(row, "product_id"),
        template_id=one(row, "product_tmpl_id"), categ_id=one(row, "categ_id"), date_start=moment(row, "date_start"),
        date_end=moment(row, "date_end"), base=text(row, "base") or "list_price",
        base_pricelist_id=one(row, "base_pricelist_id"), company_id=one(row, "company_id"), **money,
    )  # fmt: skip


def _partner(row: Row) -> Partner:
    # Peppol's scheme 0088 is the GLN; `global_location_number` comes with account_add_gln.
    peppol = text(row, "peppol_endpoint") if text(row, "peppol_eas") == "0088" else None
    message = text(row, "sale_warn_msg")
    return Partner(
        id=row["id"], name=text(row, "name") or "", active=flag(row, "active", True),
        is_company=flag(row, "is_company", False), parent_id=one(row, "parent_id"),
        commercial_partner_id=one(row, "commercial_partner_id"), company_id=one(row, "company_id"),
        type=text(row, "type") or "contact", ref=text(row, "ref"), vat=text(row, "vat"), email=text(row, "email"),
        phone=text(row, "phone"), street=text(row, "street"), street2=text(row, "street2"), zip=text(row, "zip"),
        city=text(row, "city"), country_code=text(row, "country_code"), lang=text(row, "lang"),
        gln=text(row, "global_location_number") or peppol, pricelist_id=one(row, "property_product_pricelist"),
        payment_term_id=one(row, "property_payment_term_id"), sale_warn=_warning(row, "sale_warn", message),
        sale_warn_msg=message, credit_limit=number(row, "credit_limit"),
        customer_rank=int(plain(number(row, "customer_rank"))),
    )  # fmt: skip


def _product(row: Row) -> Product:
    kind = text(row, "detailed_type", "type") or "consu"
    message = text(row, "sale_line_warn_msg")
    return Product(
        id=row["id"], name=text(row, "name") or "", uom_id=one(row, "uom_id") or 0,
        list_price=plain(number(row, "lst_price")), template_id=one(row, "product_tmpl_id") or 0,
        default_code=text(row, "default_code"), barcode=text(row, "barcode"),
        description_sale=text(row, "description_sale"), active=flag(row, "active", True),
        sale_ok=flag(row, "sale_ok", True), type="consu" if kind == "product" else kind,
        storable=kind == "product" or flag(row, "is_storable", False), company_id=one(row, "company_id"),
        unit_ids=many(row, "uom_ids"), tax_ids=many(row, "taxes_id"), display_name=text(row, "display_name"),
        categ_id=one(row, "categ_id"), cost=number(row, "standard_price"),
        sale_warn=_warning(row, "sale_line_warn", message), sale_warn_msg=message,
    )  # fmt: skip


def _warning(row: Row, name: str, message: str | None) -> str | None:
    """17 and 18 have a level; 19 has a text alone."""
    return text(row, name) if name in row else ("warning" if message else None)


def _packaging(row: Row) -> Packaging | None:
    product = one(row, "product_id")
    return None if product is None else Packaging(
        row["id"], text(row, "name") or "", product, plain(number(row, "qty")), text(row, "barcode"))  # fmt: skip


def _product_units(rows: list[Row], mirror: Mirror) -> Iterable[Packaging]:
    """product.uom of 19: a unit with a barcode; how much it is follows from the unit."""
    products = {p.id: p for p in mirror.products(one(row, "product_id") or 0 for row in rows)}
    for row in rows:
        product, unit = products.get(one(row, "product_id") or 0), mirror.unit(one(row, "uom_id") or 0)
        own = mirror.unit(product.uom_id) if product is not None else None
        if product is not None and unit is not None and own is not None and own.factor:
            quantity = ratio(unit.factor / own.factor) if unit.category == own.category else Decimal(0)
            yield Packaging(row["id"], unit.name, product.id, quantity, text(row, "barcode"), unit.id)


def _customer_codes(rows: list[Row], mirror: Mirror) -> Iterable[CustomerCode]:
    for row in rows:
        partner_id = one(row, "partner_id") or (one(row, "name") if isinstance(row.get("name"), list) else None)
        partner = mirror.partner(partner_id) if partner_id else None
        if partner is None:
            continue
        product, template = one(row, "product_id"), one(row, "product_tmpl_id")
        targets = [product] if product else [p.id for p in mirror.variants(template)] if template else []
        # Odoo's own module looks a customer up by itself or its commercial entity.
        holder = partner.commercial_partner_id or partner.id
        for id_ in targets:
            yield CustomerCode(id_, holder, text(row, "product_code"), text(row, "product_name"), id=row["id"])


def _units(rows: list[Row], mirror: Mirror) -> Iterable[Unit]:
    """All units at once: in 19 a unit is so many of another, up to one that stands for itself."""
    by_id = {row["id"]: row for row in rows}
    chained = any("relative_factor" in row for row in rows)
    for row in rows:
        category, factor = _chain(row, by_id) if chained else _inside(row)
        name = text(row, "name") or ""
        rounding = number(row, "rounding") or Decimal("0.01")
        yield Unit(
            row["id"], name, category, ratio(factor), ratio(rounding), flag(row, "active", True), keys.unit_code(name)
        )


def _inside(row: Row) -> tuple[int, Decimal]:
    """Up to 18: `factor` says how many of the unit are one of the category's reference."""
    factor = plain(number(row, "factor"))
    return one(row, "category_id") or 0, 1 / factor if factor else Decimal(0)


def _chain(row: Row, by_id: Mapping[int, Row]) -> tuple[int, Decimal]:
    """(root, how many of the root): Odoo forbids rings, and a ring would end here all the same."""
    factor, seen = Decimal(1), {row["id"]}
    while (above := one(row, "relative_uom_id")) is not None and above in by_id and above not in seen:
        factor *= plain(number(row, "relative_factor"))
        row = by_id[above]
        seen.add(above)
    return row["id"], factor
