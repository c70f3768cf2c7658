"""How one document writes numbers, money and dates.

A habit never loses a digit: where a value has more decimals than the habit prints, all of them are printed.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass, replace
from decimal import Decimal
from random import Random

from data.generate import calendar
from data.generate.draw import draw_pair
from data.generate.world.countries import Country

NBSP, NARROW = "\u00a0", "\u202f"

_COMMA_SPACE = ((" ", 5), (NBSP, 3), ("", 4), (NARROW, 1), (".", 1))
_COMMA_DOT = ((".", 7), ("", 4), (" ", 1), (NBSP, 0.5))
_POINT_COMMA = ((",", 7), ("", 4), (" ", 0.3))
_POINT_APOSTROPHE = (("'", 6), ("\u2019", 3), ("", 2), (" ", 0.7), (",", 0.3))

_NUMBERS: dict[str, tuple[str, tuple[tuple[str, float], ...]]] = {
    **dict.fromkeys(("PL", "CZ", "SK", "FR", "LU", "SE", "HU", "PT", "FI", "NO", "BG"), (",", _COMMA_SPACE)),
    **dict.fromkeys(("DE", "AT", "ES", "IT", "NL", "BE", "DK", "RO"), (",", _COMMA_DOT)),
    **dict.fromkeys(("UK", "GB", "IE", "US", "CA"), (".", _POINT_COMMA)),
    "CH": (".", _POINT_APOSTROPHE),
}
_FOREIGN = ((",", _COMMA_SPACE), (",", _COMMA_DOT), (".", _POINT_COMMA))

_SYMBOL = {"EUR": "€", "PLN": "zł", "USD": "$", "GBP": "£", "CZK": "Kč", "CHF": "Fr.", "HUF": "Ft", "CAD": "CA$"}
_WORD: dict[str, dict[str, tuple[str, ...]]] = {
    "pl": {"PLN": ("złotych", "zł"), "EUR": ("euro",), "CZK": ("koron czeskich",), "USD": ("dolarów amerykańskich",)},
    "en": {"EUR": ("Euro", "euros", "Euros"), "GBP": ("pounds sterling",), "USD": ("US dollars", "US Dollar")},
    "de": {"EUR": ("Euro",), "CHF": ("Schweizer Franken", "Franken"), "USD": ("US-Dollar",)},
    "fr": {"EUR": ("euros", "Euro", "Euros"), "CHF": ("francs suisses",), "USD": ("dollars US",)},
    "es": {"EUR": ("euros", "Euros"), "USD": ("dólares estadounidenses",)},
    "it": {"EUR": ("Euro", "euro"), "CHF": ("franchi svizzeri",)},
    "nl": {"EUR": ("euro", "Euro")},
    "cs": {"CZK": ("korun českých", "koruna česká"), "EUR": ("euro",)},
}
_HOURS = ("{h:02d}:{m:02d}", "{h}:{m:02d}", "{h:02d}:{m:02d}:{s:02d}", "{h:02d}.{m:02d}", "{h12}:{m:02d} {ap}")


@dataclass(frozen=True, slots=True)
class Habit:
    """Printing habits, constant over one document."""

    lang: str
    currency: str
    """ISO 4217 code."""
    decimal: str = ","
    grouping: str = " "
    """Between thousands: empty, dot, comma, space, no-break space, narrow no-break space or an apostrophe."""
    amount_decimals: int = 2
    price_decimals: int = 2
    quantity_decimals: int = 0
    group_quantities: bool = True
    whole: str = "zeros"
    """Amounts without cents: zeros ("12,00"), bare ("12") or dash ("12,-")."""
    negative: str = "-{}"
    """Pattern of a negative number: minus before (hyphen, minus sign, en dash), behind, or brackets."""
    currency_display: str = "none"
    """code, symbol, word (all beside amounts), head (only in column heads and captions), none."""
    mark: str = ""
    """What is printed beside amounts for code, symbol and word, else empty."""
    mark_before: bool = False
    mark_gap: str = " "
    percent_gap: str = ""
    percent_decimals: int = 0
    date_style: str = "{d:02d}.{m:02d}.{y}"
    short_style: str = "{d:02d}.{m:02d}.{y}"
    """Style of dates in narrow columns; numeric in the same order, mostly the same as `date_style`."""
    time_style: str = "{h:02d}:{m:02d}"

    @classmethod
    def draw(cls, rng: Random, lang: str, country: Country) -> Habit:
        """Habits likely in `country`, now and then foreign ones (an English page with decimal commas)."""
        decimal, groupings = _NUMBERS.get(country.code, _FOREIGN[1])
        if lang == "en" and country.code not in ("UK", "GB", "IE", "US", "CA") and rng.random() < 0.4:
            decimal, groupings = _FOREIGN[2]
        elif rng.random() < 0.06:
            decimal, groupings = _FOREIGN[int(rng.random() * 3)]
        currency = country.currency
        if rng.random() < 0.12:
            currency = "EUR" if currency != "EUR" and rng.random() < 0.7 else "USD" if rng.random() < 0.8 else "GBP"
        style, short = calendar.draw_style(rng, lang, country.code)
        habit = cls(
            lang, currency, decimal, draw_pair(rng, groupings),
            price_decimals=draw_pair(rng, ((2, 8), (3, 1), (4, 1.5), (5, 0.2), (6, 0.1))),
            quantity_decimals=draw_pair(rng, ((0, 6), (2, 2.2), (3, 1.6), (1, 0.3))),
            group_quantities=rng.random() < 0.6,
            whole=draw_pair(rng, (("zeros", 30), ("bare", 1.2), ("dash", 0.6))),
            negative=draw_pair(rng, (("-{}", 16), ("{}-", 2), ("({})", 1), ("\u2212{}", 0.7), ("\u2013{}", 0.3))),
            percent_gap=draw_pair(rng, (("", 3), (" ", 1))),
            percent_decimals=draw_pair(rng, ((0, 6), (2, 2), (1, 0.8))),
            date_style=style, short_style=short,
            time_style=_HOURS[int(rng.random() * (5 if decimal == "." else 4))],
        )  # fmt: skip
        return _with_currency(rng, habit)

    def amount(self, value: Decimal) -> str:
        """An amount with the document's amount decimals."""
        if self.whole != "zeros" and value == value.to_integral_value():
            bare = self._number(value, 0, self.grouping)
            if self.whole == "bare":
                return bare
            return bare if value < 0 else f"{bare}{self.decimal}-" if self.decimal == "," else f"{bare}.\u2013"
        return self._number(value, self.amount_decimals, self.grouping)

    def price(self, value: Decimal) -> str:
        """A unit price with the document's price decimals."""
        return self._number(value, self.price_decimals, self.grouping)

    def quantity(self, value: Decimal) -> str:
        """A quantity: 12, 12,00, 1 200."""
        return self._number(value, self.quantity_decimals, self.grouping if self.group_quantities else "")

    def percent(self, value: Decimal) -> str:
        """A percentage with its sign."""
        return f"{self._number(value, self.percent_decimals, '')}{self.percent_gap}%"

    def money(self, value: Decimal) -> str:
        """An amount with the currency where the document prints it beside amounts."""
        text = self.amount(value)
        if not self.mark:
            return text
        if not self.mark_before:
            return f"{text}{self.mark_gap}{self.mark}"
        if self.mark_gap or value >= 0 or not text.startswith("-"):
            return f"{self.mark}{self.mark_gap}{text}"
        return f"-{self.mark}{text[1:]}"

    def date(self, day: datetime.date) -> str:
        """A date in the document's style."""
        return calendar.write(self.date_style, day, self.lang)

    def short_date(self, day: datetime.date) -> str:
        """A date for a narrow column."""
        return calendar.write(self.short_style, day, self.lang)

    def time(self, seconds: int) -> str:
        """A time of day, given in seconds since midnight."""
        h, m, s = seconds // 3600 % 24, seconds // 60 % 60, seconds % 60
        return self.time_style.format(h=h, m=m, s=s, h12=(h + 11) % 12 + 1, ap="PM" if h >= 12 else "AM")

    def _number(self, value: Decimal, decimals: int, grouping: str) -> str:
        needed = -int(value.normalize().as_tuple().exponent)
        text = f"{abs(value):,.{max(decimals, needed, 0)}f}"
        whole, _, rest = text.partition(".")
        text = whole.replace(",", grouping) + (self.decimal + rest if rest else "")
        return self.negative.format(text) if value < 0 else text


def _with_currency(rng: Random, habit: Habit) -> Habit:
    display = draw_pair(rng, (("none", 3), ("code", 2), ("symbol", 2.4), ("head", 2), ("word", 0.15)))
    words = _WORD[habit.lang].get(habit.currency, ())
    symbol = _SYMBOL.get(habit.currency, "")
    if (display == "word" and not words) or (display == "symbol" and not symbol):
        display = "code"
    if display in ("none", "head"):
        return replace(habit, currency_display=display)
    mark = {"code": habit.currency, "symbol": symbol, "word": words[int(rng.random() * len(words))] if words else ""}[
        display
    ]
    if display == "symbol" and habit.currency == "CHF" and rng.random() < 0.3:
        mark = "SFr."
    anglo = habit.currency in ("USD", "GBP", "CAD") or habit.lang in ("en", "nl")
    before = {"code": 0.4 if anglo or habit.currency == "CHF" else 0.12, "symbol": 0.9 if anglo else 0.15, "word": 0.03}
    is_before = rng.random() < before[display] and mark not in ("zł", "Kč", "Ft")
    glued = rng.random() < ((0.75 if is_before and anglo else 0.15) if display == "symbol" else 0.03)
    gap = "" if glued and mark[-1:] != "." else NBSP if rng.random() < 0.2 else " "
    return replace(habit, currency_display=display, mark=mark, mark_before=is_before, mark_gap=gap)
