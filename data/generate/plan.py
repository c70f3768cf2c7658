"""Draws the facts of one document: who orders what from whom, before anything is laid out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Literal

from data.generate.choose import Chooser, pick, weighted
from data.generate.deal import Deal, Party
from data.generate.design import draw_design
from data.generate.habit import Habit
from data.generate.items import (
    Charge,
    Item,
    base_quantity,
    discounts,
    plain,
    quantity,
    rounded,
    schedule,
    totals,
)  # fmt: skip
from data.generate.lexicon import unit_text
from data.generate.options import Options
from data.generate.titles import STRAYS
from data.generate.twins import Twin
from data.generate.world import Address, Company, Country, Numbering, World


def plan(rng: Random, split: Literal["train", "heldout"], options: Options) -> Deal:
    """Draw the facts of a document."""
    world = World(rng, split)
    choose = Chooser(rng, split == "heldout", options.heldout_share)
    kind = weighted(rng, options.kinds)
    lang = weighted(rng, options.languages)
    second = None
    if rng.random() < options.bilingual:
        second = pick(
            rng, [code for code in ("en", "en", "en", "de", "fr", "pl", "cs", "es", "it", "nl") if code != lang]
        )
    by: Literal["buyer", "seller"] = "buyer" if kind in ("order", "order_change") else "seller"
    home = world.country(lang if lang != "en" or rng.random() < 0.9 else pick(rng, list(options.languages)))
    other = home if rng.random() < 0.72 else world.country(pick(rng, list(options.languages)))
    habit = Habit.draw(rng, lang, home)
    design = draw_design(rng, american=home.code in ("US", "CA"), dense=rng.random() < 0.15)
    day = _day(rng)
    deal = Deal(rng, world, choose, options, kind, lang, second, habit, design, by, {}, day, day, {})
    deal.paper = (
        kind
        if kind != "other"
        else weighted(
            rng,
            {
                "letter": 0.18,
                "delivery_note": 0.17,
                "price_list": 0.09,
                "reminder": 0.07,
                "statement": 0.11,
                "stray": 0.38,
            },
        )
    )
    if deal.paper == "stray":
        deal.paper = weighted(rng, STRAYS)
        deal.by = "buyer" if deal.paper == "inquiry" else "seller"
    if kind == "order_response":
        deal.response = weighted(rng, {"theirs": 0.5, "own": 0.25, "own beside theirs": 0.25})
    deal.own_is_order = deal.response.startswith("own")
    deal.boxed_parties = deal.maybe(0.22)
    deal.party_cards = deal.maybe(0.07)
    deal.party_forms = not deal.party_cards and deal.maybe(0.09)
    deal.bold_names = deal.maybe(0.35)
    deal.bare_percents = deal.maybe(0.22)
    deal.wide_title = deal.maybe(0.012)
    deal.upper = design.body.font == "mono" and deal.maybe(0.25)
    deal.empty_share = rng.random() * 0.6 if deal.maybe(0.12) else 0.0
    deal.coded = pick(rng, ("(BT-{})", "({})", "[{}]", "{}.", "{}", "(BT-{})")) if deal.maybe(0.03) else ""
    deal.joint = weighted(rng, {"": 0.965, "_": 0.025, "camel": 0.01})
    _parties(deal, home, other)
    _numbers(deal)
    _lines(deal)
    return deal


def _day(rng: Random) -> date:
    return date(2009, 1, 1) + timedelta(days=int(rng.random() ** 0.5 * 7000))


def _site(deal: Deal, company: Company) -> Address:
    """Another site of `company`."""
    return deal.world.address(company)


def _parties(deal: Deal, home: Country, other: Country) -> None:
    rng, world = deal.rng, deal.world
    sides: tuple[Literal["buyer", "seller"], Literal["buyer", "seller"]] = ("buyer", "seller")
    first, second = sides if deal.outgoing else sides[::-1]
    issuer, addressee = world.company(home, role=first), world.company(other, role=second)
    buyer, seller = (issuer, addressee) if deal.outgoing else (addressee, issuer)
    deal.parties["buyer"] = Party(buyer, buyer.home, _person(rng, buyer))
    deal.parties["seller"] = Party(seller, seller.home, _person(rng, seller))
    x = rng.random()
    if x < 0.5:  # another site of the buyer
        deal.parties["ship_to"] = Party(buyer, _site(deal, buyer), _person(rng, buyer))
    elif x < 0.75:
        deal.parties["ship_to"] = Party(buyer, buyer.home, _person(rng, buyer))
    else:
        site = world.company(buyer.country, role="ship_to")
        deal.parties["ship_to"] = Party(site, site.home, _person(rng, site))
    x = rng.random()
    third = world.company(home if rng.random() < 0.8 else other)
    deal.parties["third"] = Party(third, third.home, _person(rng, third))
    if x < 0.4:
        deal.parties["bill_to"] = Party(buyer, buyer.home, _person(rng, buyer))
    elif x < 0.7:
        deal.parties["bill_to"] = Party(buyer, _site(deal, buyer), _person(rng, buyer))
    else:
        payer = world.company(buyer.country, role="bill_to")
        deal.parties["bill_to"] = Party(payer, payer.home, _person(rng, payer))


def _person(rng: Random, company: Company) -> str:
    return pick(rng, company.people) if company.people else ""


def _numbers(deal: Deal) -> None:
    """Draw every number and date a header may carry."""
    rng, world, values = deal.rng, deal.world, deal.values
    deal.order_day = deal.day if deal.outgoing else deal.day - timedelta(days=1 + int(rng.random() * 40))
    number: Callable[[str], str] = lambda kind: world.order_number(kind, day=deal.day)  # noqa: E731
    deal.numbers = {
        "order_number": world.order_number("order", day=deal.order_day), "invoice_number": number("invoice"),
        "contract_number": number("contract"), "buyer.customer_number": number("customer"),
    }  # fmt: skip
    values.update(deal.numbers)
    values["order_date"] = deal.order_day.isoformat()
    values["invoice_date"] = deal.day.isoformat()
    wish = deal.order_day + timedelta(days=1 + int(rng.random() ** 2 * 90))
    values["requested_delivery_date"] = wish.isoformat()
    values["due_date"] = (
        deal.day + timedelta(days=pick(rng, (0, 7, 8, 10, 14, 14, 21, 30, 30, 30, 45, 60, 60, 90)))
    ).isoformat()


def _count(rng: Random, most: int) -> int:
    x = rng.random()
    low, high = (
        (1, 1) if x < 0.17 else (2, 4) if x < 0.5 else (5, 10) if x < 0.79 else (11, 20) if x < 0.93 else (21, 45)
    )
    return min(most, low + int(rng.random() * (high - low + 1)))


def _lines(deal: Deal) -> None:
    """Draw items, charges and sums."""
    rng, home = deal.rng, deal.parties["seller"].company.country
    deal.tax_mode = weighted(rng, {"shown": 0.55, "plus": 0.15, "none": 0.30} if deal.outgoing else
                             {"shown": 0.9, "plus": 0.03, "none": 0.07})  # fmt: skip
    if deal.kind == "quotation":
        deal.tax_mode = weighted(rng, {"shown": 0.6, "plus": 0.2, "none": 0.2})
    rates = [Decimal(r) for r in home.tax_rates]
    mixed_tax = rng.random() < 0.2
    deal.numbering = style = deal.world.numbering()
    families = [pick(rng, deal.world.families()) for _ in range(pick(rng, (1, 1, 1, 2, 3)))]
    mixed_base = rng.random() < 0.12
    share, second = (rng.random(), 0.15 if rng.random() < 0.15 else 0.0) if rng.random() < 0.22 else (0.0, 0.0)
    if isinstance(rng, Twin):  # which columns there are is of the layout: none that only some documents would need
        mixed_base, share = False, 1.0 if share else 0.0
    net_prices = rng.random() < 0.2
    start = deal.order_day + timedelta(days=2 + int(rng.random() ** 2 * 60))
    same_day, split_days = rng.random() < 0.4, rng.random() < 0.1
    sign = -1 if deal.kind == "credit_note" and rng.random() < 0.5 else 1
    numbering = weighted(rng, {"1": 0.5, "10": 0.25, "00010": 0.1, "001": 0.05, "1.": 0.07, "1.1": 0.03})
    habits = _Habits(home, style, families, rates, mixed_tax, mixed_base, share, second, net_prices, start, same_day,
                     split_days, numbering)  # fmt: skip
    for n in range(deal.options.items or _count(rng, deal.options.max_items)):
        item = _item(deal, n, habits, sign)
        deal.items.append(item)
        _values(item)
    _charges(deal, rates[0])
    if deal.tax_mode == "shown" and deal.maybe(0.45 if home.code in ("US", "CA") else 0.1):
        deal.late_charges = [c for c in deal.footer_charges if c.amount > 0] or _late(deal, rates[0])
        deal.footer_charges = []
    deal.sums = totals(deal.items, deal.charges + deal.footer_charges, deal.tax_mode == "shown")
    deal.sums.gross += sum((c.amount for c in deal.late_charges), Decimal(0))
    deal.values.update(
        total_net=plain(deal.sums.net), total_tax=plain(deal.sums.tax), total_gross=plain(deal.sums.gross)
    )
    deal.priced = deal.kind in ("invoice", "credit_note") or rng.random() < 0.92
    if deal.paper in ("delivery_note", "inquiry"):
        deal.priced = False


@dataclass(slots=True)
class _Habits:
    """What the items of one document have in common."""

    home: Country
    style: Numbering
    families: list[str]
    rates: list[Decimal]
    mixed_tax: bool
    mixed_base: bool
    discounted: float
    """Share of items with a discount, and of these with a second one."""
    twice: float
    net_prices: bool
    start: date
    same_day: bool
    split_days: bool
    numbering: str
    units: dict[str, str] = field(default_factory=dict)
    """Printed unit by its code."""


def _item(deal: Deal, n: int, h: _Habits, sign: int) -> Item:
    """Draw item number `n`."""
    rng, places = deal.rng, deal.habit.price_decimals
    product = deal.world.product(deal.lang, h.home, family=pick(rng, h.families), numbering=h.style)
    if product.unit not in h.units:
        h.units[product.unit] = unit_text(rng, product.unit, deal.lang)
    base = base_quantity(rng, product.price, h.mixed_base and product.whole and product.price < 60)
    price = max(rounded(product.price * base, places), Decimal("0.01"))
    amount_of = quantity(rng, product)
    cuts = discounts(rng, h.discounted, h.twice)
    if rng.random() < 0.008:
        price = Decimal("0.00")
    factor = Decimal(1)
    for cut in cuts:
        factor *= 1 - cut / 100
    net = rounded(price * factor, max(places, 2))
    amount = rounded(amount_of * net / base) if h.net_prices else rounded(amount_of * price / base * factor)
    day = h.start if h.same_day else h.start + timedelta(days=int(rng.random() * 40))
    splits = schedule(rng, amount_of, day) if h.split_days and rng.random() < 0.6 else ()
    tax = pick(rng, h.rates) if h.mixed_tax else h.rates[0]
    return Item(product, _position(h.numbering, n), amount_of * sign, h.units[product.unit], price, base, cuts, net,
                amount * sign, tax, day, h.net_prices and bool(cuts), splits)  # fmt: skip


def _position(form: str, n: int) -> str:
    return {"1": f"{n + 1}", "10": f"{10 * n + 10}", "00010": f"{10 * n + 10:05d}", "001": f"{n + 1:03d}",
            "1.": f"{n + 1}.", "1.1": f"1.{n + 1}"}[form]  # fmt: skip


def _values(item: Item) -> None:
    """Normalised values by field; discounts of two steps are one only when a single one is printed."""
    p = item.product
    item.printed = {
        "line_no": item.number.rstrip("."), "buyer_article_no": p.buyer_no, "supplier_article_no": p.supplier_no,
        "gtin": p.gtin, "quantity": plain(item.quantity), "unit": p.unit, "unit_price": plain(item.unit_price),
        "price_base_quantity": str(item.base), "tax_rate": plain(item.tax), "line_amount": plain(item.amount),
        "delivery_date": item.day.isoformat(),
    }  # fmt: skip
    if item.discounts and not item.price_is_net:
        item.printed["discount_percent"] = plain(item.discounts[0])


def _charge(rng: Random, rate: Decimal) -> Charge:
    key = weighted(rng, {"freight": 0.45, "packaging": 0.2, "insurance": 0.05, "surcharge": 0.2, "deposit": 0.1})
    amount = Decimal(pick(rng, ("4.90", "5.95", "7.50", "9.90", "12.00", "15.00", "19.50", "25.00", "35.00", "48.00",
                                "60.00", "85.00", "120.00", "250.00", "3.20", "18.75")))  # fmt: skip
    return Charge(key, amount, rate)


def _late(deal: Deal, rate: Decimal) -> list[Charge]:
    """Freight, handling and the like that are added after tax."""
    return [_charge(deal.rng, rate) for _ in range(pick(deal.rng, (1, 2, 2, 3)))]


def _charges(deal: Deal, rate: Decimal) -> None:
    rng = deal.rng
    goods = sum((i.amount for i in deal.items), Decimal(0))
    if goods <= 0:
        return

    if rng.random() < 0.13:
        deal.charges += [_charge(rng, rate) for _ in range(pick(rng, (1, 1, 2)))]
    if rng.random() < 0.05:
        percent = Decimal(pick(rng, ("2", "3", "5", "10")))
        deal.charges.append(Charge("discount", -rounded(goods * percent / 100), rate, percent))
    if rng.random() < 0.12:
        deal.footer_charges += [_charge(rng, rate) for _ in range(pick(rng, (1, 1, 2)))]
    if rng.random() < 0.05:
        percent = Decimal(pick(rng, ("2", "3", "5", "10")))
        deal.footer_charges.append(Charge("discount", -rounded(goods * percent / 100), rate, percent))
