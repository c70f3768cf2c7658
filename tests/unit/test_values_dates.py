"""Printed dates: ISO is never reordered, an impossible day is none, month names of eight languages."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from data.values import dates

MONTH_NAMES: dict[str, str] = {
    "pl": "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
    "en": "January February March April May June July August September October November December",
    "de": "Januar Februar März April Mai Juni Juli August September Oktober November Dezember",
    "fr": "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "es": "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "it": "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "nl": "januari februari maart april mei juni juli augustus september oktober november december",
    "cs": "ledna února března dubna května června července srpna září října listopadu prosince",
}
SHORT: dict[str, str] = {
    "pl": "sty lut mar kwi maj cze lip sie wrz paź lis gru",
    "en": "Jan Feb Mar Apr May Jun Jul Aug Sept Oct Nov Dec",
    "de": "Jan Feb Mär Apr Mai Jun Jul Aug Sep Okt Nov Dez",
    "fr": "janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.",
    "es": "ene feb mar abr may jun jul ago sept oct nov dic",
    "it": "gen feb mar apr mag giu lug ago set ott nov dic",
    "nl": "jan feb mrt apr mei jun jul aug sep okt nov dec",
    "cs": "led úno bře dub kvě čvn čvc srp zář říj lis pro",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("July 14th, 2022", "2022-07-14"),  # OCA/edi 619
        ("1er Janvier 2022", "2022-01-01"),
        ("14 lipca 2022 r.", "2022-07-14"),
        ("dnia 14 lipca 2022 roku", "2022-07-14"),
        ("14. července 2022", "2022-07-14"),
        ("14.VII.2022", "2022-07-14"),
        ("le 2 février 2022", "2022-02-02"),
        ("14 de julio de 2022", "2022-07-14"),
        ("2 ottobre 2022", "2022-10-02"),
        ("1º gennaio 2022", "2022-01-01"),
        ("Freitag, den 14. Oktober 2022", "2022-10-14"),
        ("3 maart 2021", "2021-03-03"),
        ("2nd of March 2021", "2021-03-02"),
        ("14-Jul-22", "2022-07-14"),
        ("14JUL2022", "2022-07-14"),
        ("14.lip.2022", "2022-07-14"),
        ("12/Dec/2021", "2021-12-12"),
        ("Jul-14-2022", "2022-07-14"),
        ("2022 July 14", "2022-07-14"),
        ("Sept. 3, '21", "2021-09-03"),
        ("20260714", "2026-07-14"),
        ("14072026", "2026-07-14"),
        ("2022-07-14", "2022-07-14"),
        ("2022/07/14", "2022-07-14"),
        ("2022.7.4", "2022-07-04"),
        ("2022-07-14T10:15:00+02:00", "2022-07-14"),
        ("14.07.2022 10:15 Uhr", "2022-07-14"),
        ("14.07.2022, 10.15 Uhr", "2022-07-14"),
        ("14.7.2026", "2026-07-14"),
        ("14. 07. 2022", "2022-07-14"),
        ("14 .07. 2022", "2022-07-14"),
        ("2 5.04.2018", "2018-04-25"),
        ("14.07.20 22", "2022-07-14"),
        ("14 07 2022", "2022-07-14"),
        ("14.07.22", "2022-07-14"),
        ("31.12.99", "1999-12-31"),
    ],
)  # fmt: skip
def test_forms(text: str, expected: str) -> None:
    assert dates.parse(text, "dmy") == expected


@pytest.mark.parametrize(
    "text",
    ["", "KW 34/2026", "KW 34", "week 12 2026", "tydzień 34/2026", "07/2022", "July 2022", "2022", "14 July", "asap",
     "31/02/2022", "32.01.2022", "2022-13-01", "2022-02-30", "00/00/0000", "29.02.2023", "12.50", "1 000,00", "4711",
     "01/01/2022 - 31/01/2022", "30 days net", "10:15", "14 Foo 2022", "99999999", "14.07.3022", "07.24.63.31.30",
     "07 24 63", "01 02 03 04 05", "tel. 22-07-14-11"],
)  # fmt: skip
def test_no_single_day(text: str) -> None:
    assert dates.candidates(text) == ()
    assert all(dates.parse(text, order) is None for order in ("dmy", "mdy", "ymd"))


def test_impossible_date_is_none_and_not_reordered() -> None:
    """paperless 465: 11/27/2017 became today."""
    assert dates.parse("11/27/2017", "dmy") is None
    assert dates.parse("11/27/2017", "mdy") == "2017-11-27"


def test_iso_is_never_reordered() -> None:
    """dateparser 1199."""
    for order in ("dmy", "mdy", "ymd"):
        assert dates.parse("2022-03-04", order) == "2022-03-04"


def test_ambiguous_date_keeps_both_candidates() -> None:
    assert dates.candidates("03/04/2022") == ("2022-04-03", "2022-03-04")
    assert dates.parse("03/04/2022", "dmy") == "2022-04-03"
    assert dates.parse("03/04/2022", "mdy") == "2022-03-04"
    assert dates.candidates("04/04/2022") == ("2022-04-04",)


def test_weekday_beside_an_ambiguous_date_decides() -> None:
    assert dates.candidates("Sunday 03/04/2022") == ("2022-04-03",)
    assert dates.candidates("Friday, 03/04/2022") == ("2022-03-04",)
    assert dates.candidates("Monday 03/04/2022") == ("2022-04-03", "2022-03-04")  # fits neither: the day is a misprint


def test_two_digit_years_in_three_orders() -> None:
    assert dates.parse("22-07-14", "ymd") == "2022-07-14"
    assert dates.parse("14-07-22", "dmy") == "2022-07-14"
    assert dates.parse("07-14-22", "mdy") == "2022-07-14"


days = st.dates(datetime.date(1971, 1, 1), datetime.date(2068, 12, 31))


@given(
    day=days,
    order=st.sampled_from(["dmy", "mdy", "ymd"]),
    sep=st.sampled_from([".", "/", "-", ". ", " / "]),
    padded=st.booleans(),
    short=st.booleans(),
)
def test_numeric_dates_are_read_back(day: datetime.date, order: str, sep: str, padded: bool, short: bool) -> None:
    width = 2 if padded or (order == "ymd" and short) else 1
    parts = {"d": f"{day.day:0{width}d}", "m": f"{day.month:0{width}d}", "y": f"{day:%y}" if short else f"{day:%Y}"}
    assert dates.parse(sep.join(parts[c] for c in order), order) == day.isoformat()


@given(
    day=days, lang=st.sampled_from(sorted(MONTH_NAMES)), names=st.sampled_from([MONTH_NAMES, SHORT]),
    form=st.sampled_from(["{d} {m} {y}", "{d}. {m} {y}", "{d}-{m}-{y}", "{m} {d}, {y}", "{y} {m} {d}"]),
)  # fmt: skip
def test_month_names_are_read_back(day: datetime.date, lang: str, names: dict[str, str], form: str) -> None:
    text = form.format(d=day.day, m=names[lang].split()[day.month - 1], y=day.year)
    assert dates.parse(text, "dmy") == day.isoformat()
    assert dates.parse(text.upper(), "mdy") == day.isoformat()


@given(st.text(max_size=24) | st.text(alphabet="0123456789./- JulyKWr,", max_size=16))
def test_any_text_gives_real_days_or_none(text: str) -> None:
    for reading in dates.candidates(text):
        assert datetime.date.fromisoformat(reading).year in dates.YEARS
