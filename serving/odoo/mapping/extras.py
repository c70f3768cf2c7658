"""Lines that are no items: charges and discounts by rule, headings and comments as text, subtotals not at all."""

from __future__ import annotations

from decimal import Decimal
from typing import Literal

from data.result import Line
from serving.odoo.mapping.amounts import plain, rounded, shown
from serving.odoo.mapping.work import Setting, Work
from serving.odoo.proposal import Finding, ProposedLine

_HUNDRED = Decimal(100)
_NAMES: dict[str, Literal["line_section", "line_note"]] = {"section": "line_section", "comment": "line_note"}


def words(at: int, line: Line, setting: Setting) -> ProposedLine | None:
    """A heading as line_section, a comment as line_note; None where it is empty or the rules keep none."""
    description = line.fields.get("description")
    if not setting.rules.keep_comments or description is None:
        return None
    return ProposedLine(source=at, display=_NAMES[line.kind], name=description.value)


def charge(at: int, line: Line, setting: Setting) -> tuple[ProposedLine | None, Decimal, list[Finding]]:
    """What the rules make of a charge. Also its amount where it is printed and not written, else 0."""
    work = Work(at, line, setting)
    text = line.fields["description"].value if "description" in line.fields else ""
    amount = _amount(work)
    rule = next((r for r in setting.rules.charges if r.fits(text)), None)
    named = f"{text or 'a charge'} {'' if amount is None else shown(amount)}".strip()
    if rule is None or rule.action == "stop":
        work.say("charge_unmapped", f"{named}: " + ("no rule fits." if rule is None else "a person decides, by rule."))
        return None, Decimal(0), work.findings
    if rule.action in ("drop", "note"):
        work.say("charge_dropped", f"{named} is not written as an amount.")
        note = ProposedLine(source=at, display="line_note", name=named) if rule.action == "note" else None
        return note, amount or Decimal(0), work.findings
    if amount is None:
        work.say("charge_without_amount", f"{named} has no amount.", "line_amount")
        return None, Decimal(0), work.findings
    return _as_product(work, rule.product_id, text, amount), Decimal(0), work.findings


def discount(at: int, line: Line, above: Decimal | None, setting: Setting) -> tuple[ProposedLine | None, list[Finding]]:
    """A discount that has a line of its own, as a product with a negative price.

    `above` is what the lines before it come to, for a discount that is printed in per cent alone.
    """
    work = Work(at, line, setting)
    text = line.fields["description"].value if "description" in line.fields else ""
    amount, percent = _amount(work), work.number("discount_percent")
    if amount is None and percent is not None and above is not None and 0 < abs(percent) <= _HUNDRED:
        amount = rounded(above * abs(percent) / _HUNDRED, setting.digits)
    named = f"{text or 'a discount'} {'' if amount is None else shown(amount)}".strip()
    if setting.rules.discount_product_id is None:
        work.say("discount_unmapped", f"{named}: no product for discounts is set.")
        return None, work.findings
    if amount is None:
        work.say("discount_without_amount", f"{named} has no amount.", "line_amount")
        return None, work.findings
    return _as_product(work, setting.rules.discount_product_id, text, -abs(amount)), work.findings


def _amount(work: Work) -> Decimal | None:
    amount = work.number("line_amount")
    if amount is not None:
        return amount
    price, base = work.number("unit_price"), work.number("price_base_quantity") or Decimal(1)
    quantity = work.number("quantity")
    if price is None or base <= 0:
        return None
    return rounded(price / base * (Decimal(1) if quantity is None else quantity), work.setting.digits)


def _as_product(work: Work, product_id: int | None, text: str, amount: Decimal) -> ProposedLine | None:
    product = work.setting.master.product(product_id) if product_id is not None else None
    if product is None or not product.active or not product.sale_ok:
        code = (
            "product_gone" if product is None else "product_archived" if not product.active else "product_not_for_sale"
        )
        work.say(code, f"The product that the rules name for {text or 'this line'} cannot be sold (id {product_id}).")
        return None
    if product.company_id not in (None, work.setting.company_id):
        work.say("product_other_company", f"{product.name} belongs to another company.")
    return ProposedLine(
        source=work.at, display=None, name=text, product_id=product.id, quantity=Decimal(1), unit_id=product.uom_id,
        price_unit=plain(amount), tax_ids=work.setting.rules.taxes,
        printed_quantity=work.number("quantity"), printed_price=work.number("unit_price"),
    )  # fmt: skip
