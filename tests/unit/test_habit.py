"""Numbers, money and dates as the generator prints them read back as what they are."""

from __future__ import annotations

from collections import Counter
from datetime import date, timedelta
from decimal import Decimal
from random import Random

import pytest

from data.generate import calendar
from data.generate.habit import Habit
from data.generate.lexicon import LANGS
from data.generate.world.countries import COUNTRIES, HOME
from data.values import currency, dates, numbers

_CASES = [(country, lang) for country in COUNTRIES for lang in country.languages]


def _rng(seed: int) -> Random:
    return Random(seed)  # noqa: S311


def _habits(count: int) -> list[Habit]:
    rng = _rng(20)
    return [Habit.draw(rng, lang, country) for _ in range(count) for country, lang in _CASES]


def test_numbers_read_back() -> None:
    rng = _rng(1)
    for habit in _habits(60):
        for kind in ("amount", "price", "quantity", "percent", "money"):
            places = 2 if kind in ("amount", "money") else rng.randrange(5)
            value = Decimal(rng.randrange(-(10**7), 10**7)) / 10**places
            text = getattr(habit, kind)(value)
            read = numbers.parse(text, habit.decimal)
            assert read is not None, (kind, text)
            assert Decimal(read) == value, (kind, text, habit)


def test_no_digit_is_lost() -> None:
    habit = Habit("de", "EUR", ",", ".", price_decimals=2)
    assert habit.price(Decimal("0.12345")) == "0,12345"
    assert habit.price(Decimal("1234.5")) == "1.234,50"
    assert habit.amount(Decimal("-1234.5")) == "-1.234,50"
    assert habit.quantity(Decimal("12")) == "12"
    assert habit.quantity(Decimal("12.5")) == "12,5"


@pytest.mark.parametrize(
    ("whole", "decimal", "value", "text"),
    [
        ("dash", ",", "1200", "1.200,-"),
        ("dash", ".", "1200", "1.200.\u2013"),
        ("bare", ",", "24", "24"),
        ("bare", ",", "24.5", "24,50"),
    ],
)
def test_amounts_without_cents(whole: str, decimal: str, value: str, text: str) -> None:
    assert Habit("de", "EUR", decimal, ".", whole=whole).amount(Decimal(value)) == text


def test_dates_read_back() -> None:
    rng = _rng(2)
    for habit in _habits(60):
        day = date(2010, 1, 1) + timedelta(days=rng.randrange(6000))
        for text in (habit.date(day), habit.short_date(day)):
            assert day.isoformat() in {dates.parse(text, order) for order in ("dmy", "mdy", "ymd")}, (text, habit)


def test_date_styles_are_many_and_fit_the_country() -> None:
    rng = _rng(3)
    styles = {country.code: Counter(calendar.draw_style(rng, lang, country.code)[0] for _ in range(400))
              for country, lang in _CASES}  # fmt: skip
    assert len({s for found in styles.values() for s in found}) >= 50
    assert styles["US"].most_common(1)[0][0].startswith("{m")
    assert styles["DE"].most_common(1)[0][0] == "{d:02d}.{m:02d}.{y}"
    month_first = sum(n for style, n in styles["GB"].items() if style.startswith(("{m:", "{m}")))
    assert month_first == 0


def test_currency_marks_are_the_documents_currency() -> None:
    seen: Counter[str] = Counter()
    for habit in _habits(80):
        seen[habit.currency_display] += 1
        if habit.mark:
            assert currency.parse(habit.mark, habit.currency) == habit.currency, habit
            assert habit.mark in habit.money(Decimal("12.50"))
        else:
            assert habit.currency_display in ("none", "head")
            assert habit.money(Decimal("12.50")) == habit.amount(Decimal("12.50"))
    assert set(seen) == {"none", "head", "code", "symbol", "word"}


def test_habits_mix() -> None:
    habits = _habits(120)
    german = [h for h in habits if h.lang == "de" and h.decimal == "."]
    assert german, "German pages with a decimal point exist (Switzerland, exports)"
    assert {h.grouping for h in habits} >= {"", ".", ",", " ", "\u00a0", "\u202f", "'", "\u2019"}
    assert {h.quantity_decimals for h in habits} >= {0, 2, 3}
    assert {h.price_decimals for h in habits} >= {2, 3, 4}
    assert {h.percent_gap for h in habits} == {"", " "}


def test_time_of_day() -> None:
    assert Habit("en", "USD", time_style="{h12}:{m:02d} {ap}").time(13 * 3600 + 300) == "1:05 PM"
    assert Habit("de", "EUR").time(8 * 3600 + 60) == "08:01"


def test_every_language_has_countries_and_names() -> None:
    assert len(COUNTRIES) == 20
    for lang in LANGS:
        assert HOME[lang]
        assert all(country.name(lang) for country in COUNTRIES)


def test_a_seed_gives_the_same_habit() -> None:
    draw = [Habit.draw(_rng(9), lang, country) for country, lang in _CASES]
    assert draw == [Habit.draw(_rng(9), lang, country) for country, lang in _CASES]
