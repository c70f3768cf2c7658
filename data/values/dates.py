"""Printed dates to ISO 8601, by an allow-list of forms.

ISO dates are never reordered. Purely numeric dates are read in the one order of the document (`Habits.date_order`); an
impossible date is None, never "today" and never the other order. A calendar week, a month or a year alone is no day.
"""

from __future__ import annotations

import datetime
import re
from functools import lru_cache
from typing import Literal

from data.values.text import clean, without_accents

Order = Literal["dmy", "mdy", "ymd"]
YEARS = range(1950, 2100)
"""Years that a business document can speak of."""

LONGEST = 80
"""Characters of a text that can still be one date."""

_MONTHS: dict[int, str] = {
    1: "january januar janner jan janvier janv gennaio gen enero ene januari styczen stycznia sty leden ledna led",
    2: "february februar feber feb fevrier fevr fev febbraio febrero februari luty lutego lut unor unora uno",
    3: "march marz maerz mrz mar mars marzo maart mrt marzec marca brezen brezna bre",
    4: "april apr avril avr aprile abril abr kwiecien kwietnia kwi duben dubna dub",
    5: "may mai maggio mag mayo mei maj maja kveten kvetna kve",
    6: "june juni jun juin giugno giu junio czerwiec czerwca cze cerven cervna cvn",
    7: "july juli jul juillet juil luglio lug julio lipiec lipca lip cervenec cervence cvc",
    8: "august aug aout agosto ago augustus sierpien sierpnia sie srpen srpna srp",
    9: "september sept sep septembre settembre sett set septiembre setiembre wrzesien wrzesnia wrz zari zar",
    10: "october oktober oct okt octobre ottobre ott octubre pazdziernik pazdziernika paz rijen rijna rij",
    11: "november nov novembre noviembre listopad listopada listopadu lis",
    12: "december dezember dec dez decembre dicembre dic diciembre grudzien grudnia gru prosinec prosince pro",
}
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
MONTHS: dict[str, int] = {name: n for n, names in _MONTHS.items() for name in names.split()}
_ROMANS: dict[str, int] = {name: n for n, name in enumerate(_ROMAN, 1)}

_DAYS_OF_WEEK: tuple[str, ...] = (
    "monday mon montag mo lundi lun lunedi lunes maandag ma poniedzialek pon pondeli po",
    "tuesday tue dienstag di mardi mar martedi martes dinsdag wtorek wt utery ut",
    "wednesday wed mittwoch mi mercredi mer mercoledi miercoles woensdag wo sroda sr streda st",
    "thursday thu donnerstag do jeudi jeu giovedi jueves donderdag czwartek czw ctvrtek ct",
    "friday fri freitag fr vendredi ven venerdi viernes vrijdag vr piatek pt patek pa",
    "saturday sat samstag sa samedi sam sabato sabado zaterdag za sobota so",
    "sunday sun sonntag dimanche dim domenica domingo zondag zo niedziela nd nedele ne",
)
_WEEKDAY: dict[str, int] = {}
for _n, _names in enumerate(_DAYS_OF_WEEK):
    for _name in _names.split():
        _WEEKDAY.setdefault(_name, _n)

_TIME = re.compile(
    r"(?:(?<=[0-9])t|(?<![^\s,(]))[0-2]?[0-9](?:[:h][0-5][0-9](?::[0-5][0-9])?(?:\.[0-9]+)?|[.][0-5][0-9](?=\s*uhr))"
    r"\s*(?:[ap]\.?m\.?|uhr|h|z|utc)?(?:[+-][0-9]{2}:?[0-9]{2})?(?=$|[\s,;)])"
)
_TORN = re.compile(r"[0-9 ]{1,4}[./-][0-9 ]{1,5}[./-][0-9 ]{2,8}")
_SPACED = re.compile(r"(?<=[0-9])\s*([./-])\s*(?=[0-9])")
# No digit groups beside it: 07.24.63.31.30 is a telephone number. Spaces part days only before a whole year.
_BEGIN, _END = r"(?<![0-9])(?<![0-9][./-])", r"(?![./-]?[0-9])"
_ISO = re.compile(rf"{_BEGIN}([0-9]{{4}})([-./ ])([0-9]{{1,2}})\2([0-9]{{1,2}}){_END}")
_NUMERIC = re.compile(rf"{_BEGIN}([0-9]{{1,2}})([-./ ])([0-9]{{1,2}})\2([0-9]{{4}}|(?<! )[0-9]{{2}}){_END}")
_COMPACT = re.compile(r"(?<![0-9])[0-9]{8}(?![0-9])")
_NAME = r"([^\W\d_]+)"
_JOINT = r"[\s.,/'\u2019-]*"
_DAY = r"(?<![0-9])([0-9]{1,2})(?:\s?(?:st|nd|rd|th|er|re|eme|ste|de|e|o|°|ª)(?![^\W\d_]))?(?![0-9])"
_YEAR = r"([0-9]{4}|'?[0-9]{2})(?![0-9])"
_OF = r"(?:\s*(?:(?:de|del|di|of)(?![^\W\d_])|d')\s*)?"
_DAY_FIRST = re.compile(rf"{_DAY}{_JOINT}{_OF}{_JOINT}{_NAME}{_JOINT}{_OF}{_JOINT}{_YEAR}")
_MONTH_FIRST = re.compile(rf"{_NAME}{_JOINT}{_DAY}{_JOINT}{_YEAR}")
_YEAR_FIRST = re.compile(rf"(?<![0-9])([0-9]{{4}}){_JOINT}{_NAME}{_JOINT}{_DAY}")
_WEEK = re.compile(r"\b(?:kw|cw|wk|week|semaine|sem|settimana|semana|tydz|tydzien|tyden|tyd|kt)\b\.?\s*[0-9]{1,2}\b")
_WORDS = re.compile(r"[^\W\d_]+")


@lru_cache(maxsize=8192)
def candidates(text: str) -> tuple[str, ...]:
    """ISO dates that `text` can mean, the day-first reading first; empty when it is no single day.

    Two results mean that only the order of the document (or a weekday printed beside the date) can decide.
    """
    return tuple(dict.fromkeys(reading for _, reading in readings(text)))


@lru_cache(maxsize=8192)
def parse(text: str, order: str = "dmy") -> str | None:
    """The date in `text` read in `order` (dmy, mdy, ymd), None when it is impossible in that order or no date.

    Where `order` does not fit the form at all (a document of ISO habits that prints 14/07/2022) the only possible
    reading is taken, and none when there are two.
    """
    found = readings(text)
    fixed = [reading for name, reading in found if name in ("", order)]
    if fixed:
        return fixed[0]
    distinct = {reading for _, reading in found}
    return distinct.pop() if order == "ymd" and len(distinct) == 1 else None


@lru_cache(maxsize=8192)
def readings(text: str) -> tuple[tuple[str, str], ...]:
    """(order, ISO date) pairs; the order is "" where the form leaves no choice."""
    text = clean(text)
    if len(text) > LONGEST or not any(c.isdigit() for c in text):
        return ()
    text = without_accents(text)
    if _WEEK.search(text) and not _ISO.search(text):
        return ()
    # Only spaces, digits and two separators: the spaces tear numbers apart ("2 5.04.2018"), they part nothing.
    text = text.replace(" ", "") if _TORN.fullmatch(text) else _SPACED.sub(r"\1", text)
    text = _TIME.sub(" ", text).strip()
    fixed = _named(text)
    if not fixed:
        fixed, text = _iso(text)
    numeric = [m.groups() for m in _NUMERIC.finditer(text)] if not fixed else []
    if len(set(fixed)) + len(set(numeric)) != 1:
        return ()
    if fixed:
        return (("", fixed[0]),) if fixed[0] else ()
    return _by_weekday(text, _orders(*numeric[0]))


def _named(text: str) -> list[str]:
    out: list[str] = []
    for pattern, (d, m, y) in ((_DAY_FIRST, (1, 2, 3)), (_MONTH_FIRST, (2, 1, 3)), (_YEAR_FIRST, (3, 2, 1))):
        for match in pattern.finditer(text):
            month = MONTHS.get(match.group(m)) or (_ROMANS.get(match.group(m)) if pattern is _DAY_FIRST else None)
            if month is not None:
                out.append(_iso_date(_year(match.group(y)), month, int(match.group(d))))
        if out:
            break
    return out


def _iso(text: str) -> tuple[list[str], str]:
    found = [_iso_date(int(y), int(m), int(d)) for y, _, m, d in _ISO.findall(text)]
    if found:
        return found, _ISO.sub(" ", text)
    for digits in _COMPACT.findall(text):
        year_first = _iso_date(int(digits[:4]), int(digits[4:6]), int(digits[6:]))
        found.append(year_first or _iso_date(int(digits[4:]), int(digits[2:4]), int(digits[:2])))
    return found, text


def _orders(a: str, _: str, b: str, c: str) -> tuple[tuple[str, str], ...]:
    """Day-first, month-first and, with two-digit years, year-first readings that are possible days."""
    options = [("dmy", c, b, a), ("mdy", c, a, b)]
    if len(c) == 2 and len(a) == 2:
        options.append(("ymd", a, b, c))
    found = [(name, _iso_date(_year(y), int(m), int(d))) for name, y, m, d in options]
    return tuple((name, date) for name, date in found if date)


def is_weekday(word: str) -> bool:
    """True for the name of a weekday or an abbreviation of three letters and more."""
    return len(word) > 2 and without_accents(word) in _WEEKDAY


def by_weekday(day: str, text: str) -> str | None:
    """The one order (dmy, mdy) in which the ambiguous date `text` falls on the weekday `day`, None for any other."""
    options = [(order, date) for order, date in readings(text) if order in ("dmy", "mdy")]
    if len({date for _, date in options}) < 2:
        return None
    wanted = _WEEKDAY[without_accents(day)]
    fitting = [order for order, date in options if datetime.date.fromisoformat(date).weekday() == wanted]
    return fitting[0] if len(fitting) == 1 else None


def _by_weekday(text: str, found: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """The readings that fall on the weekday printed beside the date, all of them when none is printed or fits."""
    if len(found) < 2:
        return found
    days = {_WEEKDAY[w] for w in _WORDS.findall(text) if w in _WEEKDAY and len(w) > 2}
    if len(days) != 1:
        return found
    fitting = [date for _, date in found if datetime.date.fromisoformat(date).weekday() in days]
    return (("", fitting[0]),) if len(set(fitting)) == 1 else found


def _year(text: str) -> int:
    digits = text.lstrip("'")
    year = int(digits)
    if len(digits) > 2:
        return year
    return 2000 + year if year < 70 else 1900 + year


def _iso_date(year: int, month: int, day: int) -> str:
    """ISO text of a date, empty when there is no such day."""
    if year not in YEARS:
        return ""
    try:
        return datetime.date(year, month, day).isoformat()
    except ValueError:
        return ""
