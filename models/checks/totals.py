"""Checks of the totals: the lines against the total, net and tax against gross, the tax against its rate."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from itertools import product

from data.result import Check, Extraction, Value
from models.checks.arithmetic import CENT, HUNDRED, ZERO, line_product, number, subset_with_sum
from models.checks.page import CHARGE_WORDS, Pages, Printed, Row, first_place, printed_rates


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of the line amounts, by what is counted in; empty when an item has neither amount nor factors."""

    ways: dict[str, Decimal]
    count: int
    slack: Decimal
    """What rounding of single lines may have left over."""


def sums(extraction: Extraction) -> Sums:
    """The sums that a printed total may be: items alone, with charges, less discounts."""
    parts = {"item": ZERO, "charge": ZERO, "discount": ZERO}
    count, slack = 0, ZERO
    for line in extraction.lines:
        if line.kind not in parts:
            continue
        amount = number(line.fields.get("line_amount"))
        if amount is None and line.kind == "item":
            amount = _from_factors(line.fields)
            slack += CENT / 2
        if amount is None:
            if line.kind == "item":
                return Sums({}, 0, ZERO)
            continue
        parts[line.kind] += -abs(amount) if line.kind == "discount" else amount
        count += line.kind == "item"
    if not count:
        return Sums({}, 0, ZERO)
    items, charges, discounts = parts["item"], parts["charge"], parts["discount"]
    ways = {"the lines": items}
    if charges:
        ways["lines and charges"] = items + charges
    if discounts:
        ways["lines less discounts"] = items + discounts
    if charges and discounts:
        ways["lines and charges less discounts"] = items + charges + discounts
    return Sums(ways, count, slack + CENT / 2 * count)


def _from_factors(fields: Mapping[str, Value]) -> Decimal | None:
    quantity, price = number(fields.get("quantity")), number(fields.get("unit_price"))
    if quantity is None or price is None:
        return None
    base, discount = number(fields.get("price_base_quantity")), number(fields.get("discount_percent"))
    found = line_product(quantity, price, ZERO, base=base, discount=discount)
    return round(found.expected, 2)


def total_checks(extraction: Extraction, pages: Pages) -> Iterator[Check]:
    """Checks of the totals that can be judged."""
    net, tax, gross = (number(extraction.fields.get(f"total_{name}")) for name in ("net", "tax", "gross"))
    yield from _sum_of_lines(extraction, pages, net, gross)
    if net is not None and gross is not None and tax is not None:
        yield _net_tax_gross(extraction, pages, net, tax, gross)
    if net is not None and tax is not None:
        yield from _tax_rate(extraction, pages, net, tax)


def _sum_of_lines(extraction: Extraction, pages: Pages, net: Decimal | None, gross: Decimal | None) -> Iterator[Check]:
    found = sums(extraction)
    totals = [(name, total) for name, total in (("net total", net), ("total", gross)) if total is not None]
    if not found.ways or not totals:
        return
    best = min(
        ((abs(abs(total) - abs(value)), how, name, value, total) for how, value in found.ways.items()
         for name, total in totals), key=lambda x: x[0]
    )  # fmt: skip
    residue, how, name, value, total = best
    message = f"{how} add up to {value:f}, the {name} says {total:f}"
    if ZERO < residue <= found.slack:
        message += f"; rounding residue {residue:f}"
    ok = residue <= found.slack
    if not ok:
        tail = _tail(extraction, pages)
        more = _subtotal(found, tail) or _explained(extraction, pages, found, totals, tail)
        ok, message = (True, f"{message}; {more}") if more else (ok, message)
    yield Check("sum_of_lines", ok, message)


def _subtotal(found: Sums, tail: Sequence[Row]) -> str | None:
    """The sum of the lines printed below the last of them, before freight and taxes are added."""
    for row in tail:
        for how, value in found.ways.items():
            if len(row.numbers) < 3 and any(abs(abs(n.value) - abs(value)) <= CENT / 2 for n in _amounts(row)):
                return f"{row.text[:40]!r} below {how} says {abs(value):f}"
    return None


def _explained(
    extraction: Extraction, pages: Pages, found: Sums, totals: list[tuple[str, Decimal]], tail: Sequence[Row]
) -> str | None:
    """Freight, discounts or a tax between the last line and the total that make up the difference.

    Only rows that say so in words explain anything: any other may be the line that is missing. A tax rate explains
    the difference where neither a tax nor a second total was read.
    """
    known = {number(extraction.fields.get(f"total_{name}")) for name in ("net", "tax", "gross")}
    rates = sorted(printed_rates(pages)) if len(known - {None}) == 1 else []
    after = [amount for amount in _charges(tail) if amount not in known]
    for (_, total), (how, value) in product(totals, found.ways.items()):
        rate = next((r for r in rates if abs(abs(value) * (1 + r / HUNDRED) - abs(total)) <= CENT), None)
        if rate is not None:
            return f"with {rate:f}% tax that is {how}"
        chosen = subset_with_sum([*after, *(-amount for amount in after)], abs(total) - abs(value))
        if chosen:
            return f"{' and '.join(f'{amount:+f}' for amount in chosen)} printed below {how} make the difference"
    return None


def _charges(tail: Sequence[Row]) -> list[Decimal]:
    """The last amount of each row that names a charge, discount or tax, or that the model calls so."""
    named = [row for row in tail if row.roles & {"charge", "discount"} or CHARGE_WORDS.search(row.text.casefold())]
    return [abs(amounts[-1].value) for row in named if (amounts := _amounts(row)) and amounts[-1].value][:5]


def _amounts(row: Row) -> list[Printed]:
    """Numbers printed as money: with decimals, and no percentages."""
    return [n for n in row.numbers if "%" not in n.text and "." in f"{n.value:f}"]


def _tail(extraction: Extraction, pages: Pages) -> list[Row]:
    """The rows between the last line and the last total."""
    last = max((n for n, row in enumerate(pages.rows) if row.owners), default=None)
    ends = [place for name in ("net", "gross") if (place := first_place(extraction.fields.get(f"total_{name}")))]
    if last is None or not ends:
        return []
    end = max((place.page, place.box.cy) for place in ends)
    return [row for row in pages.rows[last + 1 :] if (row.page, row.box.cy) <= end]


def _net_tax_gross(extraction: Extraction, pages: Pages, net: Decimal, tax: Decimal, gross: Decimal) -> Check:
    rest = gross - net - tax
    if abs(rest) <= CENT:
        message = f"{net:f} + {tax:f} is {gross:f}"
        return Check("totals", True, message + (f"; rounding residue {rest:f}" if rest else ""))
    between = subset_with_sum(_between(extraction, pages), rest)
    if between:
        others = " + ".join(f"{amount:f}" for amount in between)
        return Check("totals", True, f"{net:f} + {tax:f} + {others} printed between them is {gross:f}")
    return Check("totals", False, f"{net:f} + {tax:f} is {net + tax:f}, the total says {gross:f}")


def _between(extraction: Extraction, pages: Pages) -> list[Decimal]:
    """Amounts that stand between net and gross: freight, packaging, a rounding."""
    net, gross = (first_place(extraction.fields.get(f"total_{name}")) for name in ("net", "gross"))
    if net is None or gross is None or net.page != gross.page:
        return []
    tax = first_place(extraction.fields.get("total_tax"))
    top, bottom = sorted((net.box.cy, gross.box.cy))
    rows = [row for row in pages.of(net.page) if top < row.box.cy < bottom]
    amounts = [
        n.value for row in rows for n in row.numbers[-1:]
        if (tax is None or abs(n.box.cy - tax.box.cy) > 1) and n.box.x1 > min(net.box.x0, gross.box.x0)
    ]  # fmt: skip
    return amounts[:8]


def _tax_rate(extraction: Extraction, pages: Pages, net: Decimal, tax: Decimal) -> Iterator[Check]:
    by_rate: dict[Decimal, Decimal] = {}
    complete = True
    for line in extraction.lines:
        rate, amount = number(line.fields.get("tax_rate")), number(line.fields.get("line_amount"))
        if line.kind == "item" and (rate is None or amount is None):
            complete = False
        elif rate is not None and amount is not None and line.kind in ("item", "charge", "discount"):
            by_rate[rate] = by_rate.get(rate, ZERO) + amount
    if complete and by_rate and abs(sum(by_rate.values()) - net) <= CENT * len(extraction.lines):
        expected = sum((rate * amount / HUNDRED for rate, amount in by_rate.items()), ZERO)
        ok = abs(expected - tax) <= CENT * max(1, len(extraction.lines))
        said = ", ".join(f"{rate:f}%" for rate in by_rate)
        message = f"tax of {said} on the lines is {round(expected, 2):f}, the page says {tax:f}"
        yield Check("tax_rate", ok, message)
        return
    for rate in sorted(printed_rates(pages)):
        if abs(net * rate / HUNDRED - tax) <= 2 * CENT:
            yield Check("tax_rate", True, f"{rate:f}% of {net:f} is {tax:f}")
            return
