"""The price of a line as it is written: the customer's, compared with the pricelist's, and what Odoo keeps of it."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from serving.odoo.mapping.amounts import Measured, line_net, plain, rounded, shown
from serving.odoo.mapping.prices import compare, list_price
from serving.odoo.mapping.work import Work
from serving.odoo.proposal import ProposedLine
from serving.odoo.records import Product


def priced(work: Work, made: ProposedLine, product: Product, measured: Measured) -> ProposedLine:
    setting, rules = work.setting, work.setting.rules
    listed, why_not = list_price(setting.master, setting.terms, product, measured.quantity, measured.unit)
    price = measured.price
    if price is None:
        price = _missing(work, listed, why_not)
        return replace(made, price_unit=price, list_price=listed)
    if price < 0:
        work.say("price_negative", f"The price is {shown(price)}.", "unit_price")
    elif price == 0:
        work.say("price_zero", "The price is 0.", "unit_price", severity=rules.zero_price)
    if listed is None:
        work.say("price_not_compared", why_not, "unit_price")
    else:
        work.findings += compare(price, made.discount, listed, measured.unit, rules, line=work.at)
    kept = _kept_price(work, price, measured.quantity, made.discount)
    _amount(work, measured.quantity, kept, made.discount)
    return replace(made, price_unit=kept, list_price=listed)


def _missing(work: Work, listed: Decimal | None, why_not: str) -> Decimal | None:
    rule = work.setting.rules.price_missing
    if rule == "odoo":
        work.say("price_missing", "The page has no price; Odoo fills it in.", "unit_price")
        return None
    if rule == "stop" or not listed:
        reason = why_not or ("the pricelist has none either" if listed is not None else "")
        message = "The page has no price" + (f" ({reason.rstrip('.')})" if rule != "stop" and reason else "") + "."
        work.say("price_missing", message, "unit_price", severity="stop")
        return None
    digits = work.setting.server.price_digits
    price = listed if digits is None else plain(rounded(listed, digits))
    work.say("price_missing", f"The page has no price; the pricelist's {shown(price)} is taken.", "unit_price")
    return price


def _kept_price(work: Work, price: Decimal, quantity: Decimal, discount: Decimal) -> Decimal:
    """What Odoo keeps of the price; a person is asked where that changes what the line comes to."""
    digits = work.setting.server.price_digits
    kept = price if digits is None else plain(rounded(price, digits))
    amounts = [line_net(quantity, p, discount, work.setting.digits) for p in (price, kept)]
    if amounts[0] != amounts[1]:
        message = (
            f"The price {shown(price)} would become {shown(kept)}, the line {amounts[1]} rather than {amounts[0]}."
        )
        work.say("price_rounded", message, "unit_price")
    return kept


def _amount(work: Work, quantity: Decimal, price: Decimal, discount: Decimal) -> None:
    printed, digits = work.number("line_amount"), work.setting.digits
    if printed is None:
        return
    ours = line_net(quantity, price, discount, digits)
    if abs(ours - printed) > Decimal(1).scaleb(-digits):
        message = f"The line comes to {ours}, the page says {shown(printed)}."
        work.say("amount_differs", message, "line_amount")
