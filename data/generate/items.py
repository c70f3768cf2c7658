"""What is ordered: items, charges and totals, with the arithmetic of an ERP."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from random import Random

from data.generate.choose import pick
from data.generate.world import Product

CENT = Decimal("0.01")
_STEPS = {n: Decimal(1).scaleb(-n) for n in range(8)}


def rounded(value: Decimal, places: int = 2) -> Decimal:
    """Commercial rounding."""
    return value.quantize(_STEPS[places], ROUND_HALF_UP)


def plain(value: Decimal) -> str:
    """A plain decimal string without exponent."""
    return f"{value:f}"


@dataclass(slots=True)
class Item:
    """One line of the document; amounts satisfy quantity x price / base x (1 - discounts) = amount, rounded."""

    product: Product
    number: str
    """Printed position, empty for none."""
    quantity: Decimal
    unit_text: str
    price: Decimal
    base: int
    discounts: tuple[Decimal, ...]
    net_price: Decimal
    amount: Decimal
    tax: Decimal
    day: date
    price_is_net: bool = False
    """The unit price is the one after discounts; the list price is only printed beside it."""
    schedule: tuple[tuple[date, Decimal], ...] = ()
    comments: tuple[str, ...] = ()
    printed: dict[str, str] = field(default_factory=dict)
    """Normalised values by line field; what of them is printed decides the layout."""

    @property
    def unit_price(self) -> Decimal:
        """The price that with the printed discount gives the amount."""
        return self.net_price if self.price_is_net else self.price

    @property
    def tax_amount(self) -> Decimal:
        return rounded(self.amount * self.tax / 100)


@dataclass(slots=True)
class Charge:
    """A charge or an order-wide discount that has an amount of its own."""

    key: str
    """Key of its caption: freight, packaging, insurance, surcharge, deposit, discount."""
    amount: Decimal
    tax: Decimal
    percent: Decimal | None = None


@dataclass(slots=True)
class Totals:
    """Sums of the document."""

    goods: Decimal
    """Sum of the items."""
    net: Decimal
    tax: Decimal
    gross: Decimal
    by_rate: tuple[tuple[Decimal, Decimal, Decimal], ...]
    """(rate, base, tax) for each tax rate."""


def quantity(rng: Random, product: Product) -> Decimal:
    """A quantity that an order of this article would have."""
    typical = max(1, product.typical)
    if rng.random() < 0.22:
        return Decimal(pick(rng, (1, 1, 1, 2, 2, 3, 4, 5)))
    amount = typical * 2 ** (rng.random() * 4 - 2)
    if not product.whole and rng.random() < 0.5:
        return Decimal(str(round(amount + 0.5, pick(rng, (1, 2, 2, 3)))))
    step = 100 if amount > 800 else 50 if amount > 300 else 10 if amount > 60 else 5 if amount > 25 else 1
    return Decimal(max(1, round(amount / step)) * step)


def base_quantity(rng: Random, price: Decimal, mixed: bool) -> int:
    """For how many units the price stands; cheap articles are priced per hundred or thousand."""
    if price < Decimal("0.05"):
        return pick(rng, (1000, 1000, 100))
    if mixed and rng.random() < 0.6:
        return pick(rng, (10, 100, 100, 100, 1000, 1000, 2, 5, 50))
    return 1


def discounts(rng: Random, share: float, second: float) -> tuple[Decimal, ...]:
    """Discount percentages of one item; `share` of items have one, `second` of those a second one."""
    if rng.random() >= share:
        return ()
    first = Decimal(pick(rng, ("2", "3", "5", "5", "7.5", "8", "10", "10", "12", "12.5", "15", "20", "25", "30", "35",
                               "40", "33.3", "42", "50")))  # fmt: skip
    if rng.random() < second:
        return first, Decimal(pick(rng, ("2", "3", "5", "10")))
    return (first,)


def schedule(rng: Random, total: Decimal, day: date) -> tuple[tuple[date, Decimal], ...]:
    """Split a quantity into two to five deliveries."""
    count = min(pick(rng, (2, 2, 3, 3, 4, 5)), int(total))
    if count < 2 or total != total.to_integral_value():
        return ()
    share = Decimal(int(total) // count)
    parts = [share] * (count - 1) + [total - share * (count - 1)]
    step = pick(rng, (7, 14, 28, 30, 21))
    return tuple((day + timedelta(days=step * i), part) for i, part in enumerate(parts))


def totals(items: list[Item], charges: list[Charge], taxed: bool) -> Totals:
    """Add up items and charges; tax is computed and rounded for each rate."""
    goods = sum((i.amount for i in items), Decimal(0))
    bases: dict[Decimal, Decimal] = {}
    for rate, amount in [(i.tax, i.amount) for i in items] + [(c.tax, c.amount) for c in charges]:
        bases[rate] = bases.get(rate, Decimal(0)) + amount
    by_rate = tuple((r, b, rounded(b * r / 100) if taxed else Decimal("0.00")) for r, b in sorted(bases.items()))
    net = sum((b for _, b, _ in by_rate), Decimal(0))
    tax = sum((t for _, _, t in by_rate), Decimal(0))
    return Totals(goods, rounded(net), rounded(tax), rounded(net + tax), by_rate)
