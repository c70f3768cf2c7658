"""What stands in the cells of a table of items, column by column."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal

from data.fields import NO_FIELD
from data.generate.blocks import W, words
from data.generate.choose import pick, weighted
from data.generate.columns import Cell, TablePlan
from data.generate.deal import Deal
from data.generate.fonts import Style
from data.generate.items import Item, rounded
from data.generate.wording import TAX

PER = {"pl": ("za", "/", "na"), "en": ("per", "/", "per"), "de": ("pro", "per", "/", "je"), "fr": ("par", "/", "les"),
       "es": ("por", "/"), "it": ("per", "/", "ogni"), "nl": ("per", "/"), "cs": ("za", "/", "na")}  # fmt: skip
"""Between a price and the quantity it stands for."""
_DIGITS = {"stock_location": 3, "drawing": 6, "revision": 1, "cost_center": 4, "requisition": 7, "packages": 2,
           "batch": 6, "row_status": 1, "project": 5}  # fmt: skip
"""Columns of plain numbers that are no field, with their length."""


def percent(deal: Deal, value: Decimal, style: Style, name: str) -> list[W]:
    """A percentage; a sign that stands apart is no part of the value."""
    text = deal.habit.percent(value)
    if deal.bare_percents:
        text = text.rstrip("% \u00a0\u202f")
    return [W(t, style, name if any(c.isdigit() for c in t) else NO_FIELD) for t in text.split()]


class Cells:
    """Makes the cells of a table; its small habits are drawn once and hold for every row."""

    def __init__(self, deal: Deal, table: TablePlan, style: Style) -> None:
        rng = deal.rng
        self.deal, self.table, self.style, self.habit = deal, table, style, deal.habit
        self.bare, self.glued = not table.currency_in_cells, deal.maybe(0.5)
        self.per = pick(rng, PER[deal.lang])
        self.tax_form = weighted(rng, {"rate": 0.78, "code": 0.1, "name": 0.12})
        self.tax_code = pick(rng, "AVSN123")
        self.number_kinds = [k for k in ("buyer", "supplier", "gtin") if deal.maybe(0.75)] or ["buyer", "supplier"]
        rng.shuffle(self.number_kinds)
        self.last_day = ""

    def of(self, key: str) -> Callable[[Item], Cell]:
        """What fills the column `key`; KeyError for an unknown one."""
        if key in _DIGITS:
            return self._plain_numbers(_DIGITS[key])
        if key == "lone":
            key = "buyer" if self.deal.outgoing else "supplier"
        if key == "currency":
            self.deal.values["currency"] = self.habit.currency
        known: dict[str, Callable[[Item], Cell]] = {
            "quantity": self._quantity, "unit": self._unit, "price": self._price, "base": self._base, "tax": self._tax,
            "date": self._day, "numbers": self._numbers, "discount": self._discount, "discount2": self._second,
            "cut": self._cut, "cut_unit": self._cut_unit, "amount": self._amount, "currency": self._currency,
        }  # fmt: skip
        return known[key] if key in known else lambda i: [self._text(i, key)]

    def _text(self, i: Item, key: str) -> list[W]:
        p, habit = i.product, self.habit
        if key in ("weight", "list_price", "net_price", "tax_amount", "gross", "customs_code", "country_of_origin"):
            text = {
                "weight": lambda: habit.quantity(rounded(p.weight * i.quantity, 3)),
                "list_price": lambda: habit.price(i.price), "net_price": lambda: habit.price(i.net_price),
                "tax_amount": lambda: habit.amount(i.tax_amount),
                "gross": lambda: habit.amount(i.amount + i.tax_amount),
                "customs_code": lambda: p.customs_code, "country_of_origin": lambda: p.origin,
            }[key]()  # fmt: skip
            return words(text, self.style)
        text, field = {"pos": (i.number, "line_no"), "buyer": (p.buyer_no, "buyer_article_no"),
                       "gtin": (p.gtin, "gtin"), "supplier": (p.supplier_no, "supplier_article_no")}[key]  # fmt: skip
        return self._words(text, field)

    def _words(self, text: str, field: str) -> list[W]:
        return words(text, self.style, self.deal.cell(field))

    def _plain_numbers(self, digits: int) -> Callable[[Item], Cell]:
        rng = self.deal.rng
        low, high = 10 ** (digits - 1), 10**digits
        if digits > 4 and rng.random() < 0.3:  # in the shape of an article number: only the column's title tells
            numbering = self.deal.numbering or self.deal.world.numbering()
            return lambda i: [words(numbering.supplier(rng), self.style)]
        fixed = str(rng.randrange(low, high)) if rng.random() < 0.4 else ""
        return lambda i: [words(fixed or str(rng.randrange(low, high)), self.style)]

    def _base_words(self, i: Item) -> list[W]:
        return self._words(self.habit.quantity(Decimal(i.base)), "price_base_quantity")

    def _quantity(self, i: Item) -> Cell:
        run = self._words(self.habit.quantity(i.quantity), "quantity")
        if self.table.unit == "beside":
            run += self._words(i.unit_text, "unit")
        elif self.table.unit == "glued":
            run[-1] = run[-1]._replace(text=run[-1].text + i.unit_text.replace(" ", ""))
        return [run]

    def _unit(self, i: Item) -> Cell:
        run = self._words(i.unit_text, "unit")
        return [self._base_words(i) + run if i.base > 1 and self.table.base == "unit" else run]

    def _price(self, i: Item) -> Cell:
        style, table = self.style, self.table
        if self.bare:
            run = self._words(self.habit.price(i.unit_price), "unit_price")
        else:
            run = self.deal.money(i.unit_price, style, self.deal.cell("unit_price"))
        if i.base > 1 and table.base == "slash":
            run += [W(self.per, style), *self._base_words(i), *(words(i.unit_text, style) if table.price_unit else [])]
        elif i.base > 1 and table.base == "second":
            return [run, [W(self.per, style), *self._base_words(i)]]
        elif i.base == 1 and table.price_unit:
            run += [W("/" + i.unit_text.split()[0], style)] if self.glued else words("/ " + i.unit_text, style)
        return [run]

    def _base(self, i: Item) -> Cell:
        if i.base > 1:
            return [self._base_words(i)]
        return [words(self.habit.quantity(Decimal(1)), self.style)]

    def _tax(self, i: Item) -> Cell:
        if self.tax_form == "code":
            return [[W(self.tax_code, self.style)]]
        run = percent(self.deal, i.tax, self.style, self.deal.cell("tax_rate"))
        return [[W(TAX[self.deal.lang], self.style), *run] if self.tax_form == "name" else run]

    def _day(self, i: Item) -> Cell:
        text = self.habit.short_date(i.day)
        if self.table.merge_dates and text == self.last_day:
            return [[]]
        self.last_day = text
        return [self._words(text, "delivery_date")]

    def _numbers(self, i: Item) -> Cell:
        out = []
        for kind in self.number_kinds:
            name = kind if kind == "gtin" else f"{kind}_article_no"
            text = {"buyer": i.product.buyer_no, "supplier": i.product.supplier_no, "gtin": i.product.gtin}[kind]
            caption = self.deal.caption(f"line.{name}", limit=14) + (self.deal.design.colon or ":")
            out.append([*self.deal.label(caption, self.style), *self._words(text, name)])
        return out

    def _discount(self, i: Item) -> Cell:
        if not i.discounts:
            return [[]]
        return [percent(self.deal, i.discounts[0], self.style, self.deal.cell("discount_percent"))]

    def _second(self, i: Item) -> Cell:
        return [percent(self.deal, i.discounts[1], self.style, NO_FIELD) if len(i.discounts) > 1 else []]

    def _cut(self, i: Item) -> Cell:
        return [words(self.habit.amount(i.amount - rounded(i.quantity * i.price / i.base)), self.style)]

    def _cut_unit(self, i: Item) -> Cell:
        return [words(self.habit.price(i.net_price - i.price), self.style) if i.discounts else []]

    def _amount(self, i: Item) -> Cell:
        return [self.deal.money(i.amount, self.style, self.deal.cell("line_amount"), bare=self.bare)]

    def _currency(self, i: Item) -> Cell:
        return [[W(self.habit.currency, self.style, self.deal.header("currency"))]]
