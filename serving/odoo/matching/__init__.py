"""Finds the customer, its addresses, products and units of an order in the mirror, with the evidence for each.

    matches = match(extraction, mirror, Bindings(mirror), Options(sender="einkauf@nordwerk.example"))

Pure functions: they read the mirror and the history and change neither.
"""

from __future__ import annotations

from dataclasses import replace

from data.result import Extraction
from data.values import ids
from serving.odoo.history import History, NoHistory
from serving.odoo.matches import LineMatch, Match, Matches
from serving.odoo.matching.addresses import match_invoicing, match_shipping
from serving.odoo.matching.customer import Buyer, match_customer
from serving.odoo.matching.options import Options
from serving.odoo.matching.product import chosen, match_product
from serving.odoo.matching.units import Converted, convert, match_unit
from serving.odoo.mirror import Mirror, keys

__all__ = ["Buyer", "Converted", "Options", "convert", "match", "own_company"]


def match(
    extraction: Extraction, mirror: Mirror, history: History | None = None, options: Options | None = None
) -> Matches:
    """Match one order. Lines are those of kind `item`; what charges and discounts become is a matter of mapping."""
    history, options = history or NoHistory(), options or Options()
    company_id, notes = own_company(extraction, mirror, options)
    options = _for(options, company_id)
    customer = match_customer(extraction, mirror, history, options)
    if _is_us(extraction, mirror):
        notes = (*notes, "own_vat: the VAT number read as the buyer's is our own")
    if customer.chosen is None:
        shipping = invoicing = Match(problem="unknown")
        people: tuple[int, ...] = ()
    else:
        id_ = customer.chosen.id
        shipping = match_shipping(extraction, id_, mirror, history, options)
        invoicing = match_invoicing(extraction, id_, mirror, history, options)
        people = tuple(p.id for p in mirror.family(id_)) or (id_,)
    lines = tuple(
        match_line(extraction, i, people, mirror, history, options)
        for i, line in enumerate(extraction.lines)
        if line.kind == "item"
    )
    return Matches(customer, shipping, invoicing, company_id, lines, notes)


def match_line(
    extraction: Extraction, index: int, customer_ids: tuple[int, ...], mirror: Mirror, history: History,
    options: Options,
) -> LineMatch:  # fmt: skip
    """Product and unit of one line."""
    line = extraction.lines[index]
    product_match = match_product(line, customer_ids, mirror, history, options)
    if index in options.bound:
        product_match = chosen(options.bound[index], product_match, mirror, options)
    found = LineMatch(index, product_match)
    product = mirror.product(found.product.chosen.id) if found.product.chosen else None
    return found if product is None else match_unit(line, index, found, product, mirror, history, options)


def own_company(extraction: Extraction, mirror: Mirror, options: Options) -> tuple[int | None, tuple[str, ...]]:
    """Which company of ours sells: the one told, the one that the page names, or the only one. None with a note
    where the page does not tell and there are several.
    """
    companies = mirror.companies()
    if options.company_id is not None or not companies:
        return options.company_id, ()
    vat, name = (extraction.fields.get(f"seller.{part}") for part in ("vat_id", "name"))
    found = [c for c in companies if vat and c.vat and keys.vat(c.vat) and keys.vat(c.vat) == keys.vat(vat.value)]
    found = found or [c for c in companies if name and keys.name(c.name) == keys.name(name.value)]
    found = found or (list(companies) if len(companies) == 1 else [])
    if len(found) == 1:
        return found[0].id, ()
    return None, ("no_company: the page does not say which of our companies is to deliver",)


def _is_us(extraction: Extraction, mirror: Mirror) -> bool:
    value = extraction.fields.get("buyer.vat_id")
    number = keys.vat(value.value) if value is not None else None
    ours = {keys.vat(c.vat) for c in mirror.companies() if c.vat}
    return number is not None and number in ours and ids.vat_ok(value.value if value else "") is not False


def _for(options: Options, company_id: int | None) -> Options:
    return replace(options, company_id=company_id)
