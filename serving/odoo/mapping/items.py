"""An item of the page as a line of the order: product, quantity, unit, price, discount."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from data.result import Line
from serving.odoo.mapping.amounts import LARGEST, day, fine, line_net, plain, rounded, shown
from serving.odoo.mapping.units import measured_in
from serving.odoo.mapping.work import Setting, Work
from serving.odoo.mapping.written import priced
from serving.odoo.matches import LineMatch
from serving.odoo.proposal import Finding, ProposedLine
from serving.odoo.records import Product, Tax

_HUNDRED = Decimal(100)


def item(at: int, line: Line, match: LineMatch | None, setting: Setting) -> tuple[ProposedLine, list[Finding]]:
    """The proposed line of item `at`, and what is to be weighed. Without a product the line holds what is printed."""
    work = Work(at, line, setting)
    quantity, price = work.number("quantity"), work.number("unit_price")
    description = line.fields["description"].value if "description" in line.fields else ""
    unit_text = (line.fields["unit"].text or line.fields["unit"].value) if "unit" in line.fields else None
    made = ProposedLine(
        source=at, display=None, name=description if setting.rules.line_text == "printed" else "",
        tax_ids=setting.rules.taxes, delivery_date=day(line.fields, "delivery_date"),
        printed_quantity=quantity, printed_unit=unit_text, printed_price=price,
    )  # fmt: skip
    product = _product(work, match, description)
    _quantity(work, quantity)
    discount = _discount(work)
    per_one = _per_one(work, quantity, price, discount)
    if product is None or match is None:
        return replace(made, discount=discount), work.findings
    _taxes(work, product)
    measured = measured_in(work, product, match, quantity, per_one)
    if measured is None:
        return replace(made, product_id=product.id, discount=discount), work.findings
    made = replace(made, product_id=product.id, discount=discount, quantity=measured.quantity, unit_id=measured.unit.id)
    return priced(work, made, product, measured), work.findings


def _product(work: Work, match: LineMatch | None, description: str) -> Product | None:
    named = _name(work.line, description)
    if match is None or match.product.chosen is None:
        problem = (match.product.problem if match is not None else None) or "unknown"
        seen = ", ".join(f"{c.label} ({c.score:.0%})" for c in match.product.candidates[:3]) if match else ""
        work.say(f"product_{problem}", f"{named} was not bound ({problem})" + (f": {seen}." if seen else "."))
        return None
    product = work.setting.master.product(match.product.chosen.id)
    if product is None:
        work.say("product_gone", f"{match.product.chosen.label} is not in the mirror.")
        return None
    if not product.active:
        work.say("product_archived", f"{product.name} is archived.")
    elif not product.sale_ok:
        work.say("product_not_for_sale", f"{product.name} is not for sale.")
    if product.company_id not in (None, work.setting.company_id):
        work.say("product_other_company", f"{product.name} belongs to another company.")
    return product


def _name(line: Line, description: str) -> str:
    codes = (line.fields[n].value for n in ("supplier_article_no", "buyer_article_no", "gtin") if n in line.fields)
    return " ".join(filter(None, (*codes, description)))[:120] or "The article"


def _quantity(work: Work, quantity: Decimal | None) -> None:
    if quantity is None:
        work.say("quantity_missing", "The line has no quantity.", "quantity")
    elif quantity == 0:
        work.say("quantity_zero", "The quantity is 0.", "quantity")
    elif quantity < 0:
        work.say("quantity_negative", f"The quantity is {shown(quantity)}.", "quantity")


def _discount(work: Work) -> Decimal:
    discount = work.number("discount_percent")
    if discount is None:
        return Decimal(0)
    discount = abs(discount)  # printed as "-10 %" as often as "10 %"
    if discount > _HUNDRED:
        work.say("discount_invalid", f"A discount of {shown(discount)} %.", "discount_percent")
        return Decimal(0)
    kept = rounded(discount, work.setting.server.discount_digits)
    if kept != discount:
        message = f"The discount of {shown(discount)} % would become {shown(kept)} %."
        work.say("discount_rounded", message, "discount_percent")
    return plain(kept)


def _per_one(work: Work, quantity: Decimal | None, price: Decimal | None, discount: Decimal) -> Decimal | None:
    """The price for one printed unit, before discount."""
    base = work.number("price_base_quantity")
    if price is None:
        return _from_amount(work, quantity, discount)
    if base is None or base == 1:
        return price
    if base <= 0:
        work.say("check_failed", f"A price per {shown(base)} is none.", "price_base_quantity")
        return None
    per_one = fine(price / base)
    work.say("price_base", f"{shown(price)} per {shown(base)} is {shown(per_one)} for one.", "price_base_quantity")
    return per_one


def _from_amount(work: Work, quantity: Decimal | None, discount: Decimal) -> Decimal | None:
    """A price that the page leaves out, where amount and quantity give it exactly."""
    amount, digits = work.number("line_amount"), work.setting.digits
    if amount is None or not quantity or discount >= _HUNDRED:
        return None
    price = rounded(amount / quantity / (1 - discount / _HUNDRED), max(digits, 4))
    if abs(price) >= LARGEST or line_net(quantity, price, discount, digits) != rounded(amount, digits):
        return None
    work.say("price_from_amount", f"{shown(amount)} for {shown(quantity)} is {shown(price)} for one.", "unit_price")
    return plain(price)


def _taxes(work: Work, product: Product) -> None:
    printed, setting = work.number("tax_rate"), work.setting
    if printed is None:
        return
    taxes = [setting.master.tax(id_) for id_ in product.tax_ids]
    own: list[Tax] = [
        t for t in taxes
        if t is not None and t.company_id == setting.company_id and t.type_tax_use == "sale"
        and t.amount_type == "percent"
    ]  # fmt: skip
    if all(tax.amount != printed for tax in own):
        has = ", ".join(f"{shown(t.amount)} %" for t in own) or "no tax"
        message = f"The page says {shown(printed)} %, {product.name} has {has}."
        work.say("tax_differs", message, "tax_rate", severity="note" if setting.rules.taxes is not None else None)
