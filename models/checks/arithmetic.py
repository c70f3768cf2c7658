"""Identities between the numbers of an order, in exact decimals, and choices between candidates by them.

Tolerances follow from what is printed: an amount printed with two decimals may be off by half a cent, a unit price with
two decimals by half a cent times the quantity. Whatever is left over is returned, never rounded away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from itertools import combinations, product

from data.result import Value

HUNDRED = Decimal(100)
ZERO = Decimal(0)
CENT = Decimal("0.01")
PRICE_SLACK = Decimal("0.005")
"""Largest share of an amount that a rounded unit price may explain; more is a difference, not rounding."""


def number(value: Value | None) -> Decimal | None:
    """The number of a value, None when it is absent or no number."""
    if value is None:
        return None
    try:
        parsed = Decimal(value.value)
    except InvalidOperation:
        return None
    return parsed if parsed.is_finite() else None


def unit_of_last_place(amount: Decimal) -> Decimal:
    """0.01 for an amount printed with two decimals, 1 for a whole one; amounts without cents count as exact cents."""
    exponent = amount.as_tuple().exponent
    return Decimal(1).scaleb(int(exponent)) if isinstance(exponent, int) and exponent < 0 else CENT


@dataclass(frozen=True, slots=True)
class Product:
    """What the factors of a line make, beside what the page says."""

    expected: Decimal
    residue: Decimal
    """Printed minus expected."""
    ok: bool
    how: str
    """Which identity held, in words; empty for the plain one."""


def line_product(
    quantity: Decimal,
    price: Decimal,
    amount: Decimal,
    *,
    base: Decimal | None = None,
    discount: Decimal | None = None,
    tax: Decimal | None = None,
) -> Product:
    """quantity x price / base x (1 - discount %) against the printed amount.

    Where that does not hold, the readings that real documents use are tried: a price already discounted, an amount
    with tax, an amount of a credit printed with the sign of the document only. `residue` is of the reading taken.
    """
    base = base if base else Decimal(1)
    plain = quantity * price / base
    reduced = plain * (1 - abs(discount) / HUNDRED) if discount else plain
    readings = [(reduced, "")]
    if discount:
        readings.append((plain, "before discount"))
    if tax:
        readings += [(value * (1 + tax / HUNDRED), f"with {tax}% tax") for value, _ in tuple(readings)]
    slack = _price_slack(quantity, price, base, amount)
    for value, how in readings:
        for sign, signed in ((1, how), (-1, f"{how} with the other sign".strip())):
            if abs(amount - sign * value) <= unit_of_last_place(amount) / 2:
                return Product(sign * value, amount - sign * value, True, signed)
    residue = amount - reduced
    rounded = abs(residue) <= slack
    return Product(reduced, residue, rounded, "up to the rounding of the unit price" if rounded else "")


def _price_slack(quantity: Decimal, price: Decimal, base: Decimal, amount: Decimal) -> Decimal:
    half = unit_of_last_place(price) / 2
    return min(abs(quantity) * half / base, PRICE_SLACK * abs(amount)) + unit_of_last_place(amount) / 2


def likely_base(quantity: Decimal, price: Decimal, amount: Decimal) -> int | None:
    """10, 100 or 1000 where the amount would be right if the price were per so many; None otherwise."""
    for base in (100, 1000, 10):
        if line_product(quantity, price, amount, base=Decimal(base)).ok:
            return base
    return None


def choose_line(
    quantities: Sequence[Decimal],
    prices: Sequence[Decimal],
    amounts: Sequence[Decimal],
    *,
    bases: Sequence[Decimal] = (Decimal(1),),
    discounts: Sequence[Decimal] = (ZERO,),
) -> tuple[int, int, int] | None:
    """Indices of a quantity, price and amount that make a product, the earliest candidates first.

    For choosing between readings of one cell ("1.000" as 1 or 1000, an OCR reading and its repair). None when no
    combination holds, or when only a zero makes it hold.
    """
    combos = product(range(len(quantities)), range(len(prices)), range(len(amounts)))
    for i, j, k in sorted(combos, key=sum):
        if not amounts[k] or not quantities[i]:
            continue
        for base, discount in product(bases, discounts):
            found = line_product(quantities[i], prices[j], amounts[k], base=base, discount=discount)
            if found.ok and not found.how.endswith("sign"):
                return i, j, k
    return None


@dataclass(frozen=True, slots=True)
class Totals:
    """Indices into the candidates: which is net, tax and gross. None where none fits."""

    net: int | None
    tax: int | None
    gross: int | None
    score: float
    why: tuple[str, ...]


def choose_totals(
    candidates: Sequence[Decimal],
    *,
    lines: Decimal | None = None,
    rates: Iterable[Decimal] = (),
    prior: Sequence[Mapping[str, float]] = (),
) -> Totals:
    """Which of several printed totals is net, tax and gross.

    Args:
        candidates: amounts that may be totals, in the order of the page (at most a dozen make sense).
        lines: sum of the line amounts, where all are known.
        rates: tax rates in percent that the page prints.
        prior: for each candidate how much the words around it speak for "net", "tax" and "gross" (any scale where 1
            is certain); added to the score.

    Returns:
        The best assignment. One candidate may be net and gross at once when there is no tax. Points: net + tax =
        gross 3, tax = net x a printed rate 1.5, net = lines 2, gross = lines 1, later on the page 0.1.
    """
    rates = tuple(rates)
    indices = range(min(len(candidates), 16))
    best = Totals(None, None, None, 0.0, ())
    for net, gross in product((None, *indices), repeat=2):
        for tax in (None, *indices):
            if tax is not None and tax in (net, gross):
                continue
            if net is not None and net == gross and tax is not None:
                continue
            found = _score_totals(candidates, net, tax, gross, lines, rates, prior)
            if found is not None and found.score > best.score + 1e-9:
                best = found
    return best


def _score_totals(
    candidates: Sequence[Decimal],
    net: int | None,
    tax: int | None,
    gross: int | None,
    lines: Decimal | None,
    rates: tuple[Decimal, ...],
    prior: Sequence[Mapping[str, float]],
) -> Totals | None:
    n, t, g = (None if i is None else candidates[i] for i in (net, tax, gross))
    score, why = 0.0, []
    if n is not None and t is not None and g is not None:
        if abs(n + t - g) > CENT or not t:
            return None
        score, why = score + 3, ["net + tax = gross"]
    elif n is not None and g is not None and net != gross:
        return None
    if n is not None and t is not None and any(rate and abs(n * rate / HUNDRED - t) <= 2 * CENT for rate in rates):
        score, why = score + 1.5, [*why, "tax is the net times a printed rate"]
    if lines is not None and n is not None and abs(n - lines) <= CENT:
        score, why = score + 2, [*why, "net is the sum of the lines"]
    elif lines is not None and g is not None and abs(g - lines) <= CENT:
        score, why = score + 1, [*why, "gross is the sum of the lines"]
    if net is not None and net == gross and len(candidates) == 1:
        score, why = score + 0.5, [*why, "the only total is both"]
    for name, index in (("net", net), ("tax", tax), ("gross", gross)):
        if index is not None and index < len(prior):
            score += prior[index].get(name, 0.0)
    if g is not None and gross is not None:
        score += 0.1 * gross / max(len(candidates), 1)
    return Totals(net, tax, gross, score, tuple(why)) if score > 0 else None


def subset_with_sum(amounts: Sequence[Decimal], wanted: Decimal, most: int = 3) -> tuple[Decimal, ...] | None:
    """Up to `most` of `amounts` that add up to `wanted`, fewest first; None when there are none."""
    for size in range(1, most + 1):
        for chosen in combinations(amounts, size):
            if abs(sum(chosen, ZERO) - wanted) < CENT:
                return chosen
    return None
