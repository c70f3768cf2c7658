"""Dates as printed: dozens of styles, month names of eight languages.

A style is a format string with d, m, y (numbers), yy (two digits), mon and month (names, short and long, in the form
a date takes), Mon and MON (capitalised, upper case), wd (short weekday), rom (Roman month), th (English ordinal).
"""

from __future__ import annotations

from datetime import date
from functools import cache
from random import Random

from data.generate.draw import bars, draw_pair

MONTHS: dict[str, tuple[str, ...]] = {
    "pl": bars("stycznia|lutego|marca|kwietnia|maja|czerwca|lipca|sierpnia|września|października|listopada|grudnia"),
    "en": bars("January|February|March|April|May|June|July|August|September|October|November|December"),
    "de": bars("Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"),
    "fr": bars("janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre"),
    "es": bars("enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre"),
    "it": bars("gennaio|febbraio|marzo|aprile|maggio|giugno|luglio|agosto|settembre|ottobre|novembre|dicembre"),
    "nl": bars("januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"),
    "cs": bars("ledna|února|března|dubna|května|června|července|srpna|září|října|listopadu|prosince"),
}
"""Names in the form that stands beside a day (genitive in Polish and Czech)."""
SHORT: dict[str, tuple[str, ...]] = {
    "pl": bars("sty|lut|mar|kwi|maj|cze|lip|sie|wrz|paź|lis|gru"),
    "en": bars("Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec"),
    "de": bars("Jan|Feb|Mär|Apr|Mai|Jun|Jul|Aug|Sep|Okt|Nov|Dez"),
    "fr": bars("janv|févr|mars|avr|mai|juin|juil|août|sept|oct|nov|déc"),
    "es": bars("ene|feb|mar|abr|may|jun|jul|ago|sep|oct|nov|dic"),
    "it": bars("gen|feb|mar|apr|mag|giu|lug|ago|set|ott|nov|dic"),
    "nl": bars("jan|feb|mrt|apr|mei|jun|jul|aug|sep|okt|nov|dec"),
    "cs": bars("led|úno|bře|dub|kvě|čvn|čvc|srp|zář|říj|lis|pro"),
}
DAYS: dict[str, tuple[str, ...]] = {
    "pl": ("pon.", "wt.", "śr.", "czw.", "pt.", "sob.", "niedz."),
    "en": ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
    "de": ("Mo.", "Di.", "Mi.", "Do.", "Fr.", "Sa.", "So."),
    "fr": ("lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"),
    "es": ("lun.", "mar.", "mié.", "jue.", "vie.", "sáb.", "dom."),
    "it": ("lun", "mar", "mer", "gio", "ven", "sab", "dom"),
    "nl": ("ma", "di", "wo", "do", "vr", "za", "zo"),
    "cs": ("po", "út", "st", "čt", "pá", "so", "ne"),
}
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")

_DOT = "{d:02d}.{m:02d}.{y}"
_SLASH = "{d:02d}/{m:02d}/{y}"
_DASH = "{d:02d}-{m:02d}-{y}"
_ISO = "{y}-{m:02d}-{d:02d}"
_US = "{m:02d}/{d:02d}/{y}"
_US_LOOSE = "{m}/{d}/{y}"

_DOT_FORMS = ((_DOT, 10), ("{d}.{m}.{y}", 2.5), ("{d:02d}.{m:02d}.{yy:02d}", 2))
_SLASH_FORMS = ((_SLASH, 10), ("{d}/{m}/{y}", 1.5), ("{d:02d}/{m:02d}/{yy:02d}", 2))
_DASH_FORMS = ((_DASH, 6), ("{d}-{m}-{y}", 2.5), ("{d:02d}-{m:02d}-{yy:02d}", 0.8))
_RARE = ((_ISO, 1.2), ("{y}.{m:02d}.{d:02d}", 0.15), ("{y}/{m:02d}/{d:02d}", 0.2), ("{y}{m:02d}{d:02d}", 0.15),
         ("{d:02d} {m:02d} {y}", 0.1), ("{d:02d}-{Mon}-{y}", 0.3), ("{d:02d}-{MON}-{yy:02d}", 0.15))  # fmt: skip

_NUMERIC: dict[str, tuple[tuple[str, float], ...]] = {
    **dict.fromkeys(("DE", "AT", "CH", "RO", "BG"), _DOT_FORMS),
    **dict.fromkeys(("CZ", "SK"), ((_DOT, 6), ("{d}.{m}.{y}", 5), ("{d}. {m}. {y}", 4))),
    "PL": ((_ISO, 7), (_DOT, 6), (_DASH, 2), ("{d:02d}.{m:02d}.{y} r.", 1.5), (_SLASH, 0.7), ("{d}.{m}.{y}", 0.7),
           ("{d:02d}.{m:02d}.{yy:02d}", 0.4), ("{y}.{m:02d}.{d:02d}", 0.4), ("{d}.{rom}.{y}", 0.2)),
    **dict.fromkeys(("FR", "LU", "ES", "IT", "PT"), (*_SLASH_FORMS, (_DOT, 1.2), (_DASH, 1.2))),
    **dict.fromkeys(("UK", "GB", "IE"), (*_SLASH_FORMS, (_DOT, 0.8), (_DASH, 1), ("{d:02d}-{Mon}-{yy:02d}", 1))),
    "BE": _SLASH_FORMS + _DASH_FORMS + ((_DOT, 2),),
    "NL": (*_DASH_FORMS, (_SLASH, 1.2), (_DOT, 0.6)),
    "US": ((_US, 7), (_US_LOOSE, 5), ("{m:02d}/{d:02d}/{yy:02d}", 3), ("{m:02d}-{d:02d}-{y}", 1), ("{m}-{d}-{y}", 0.4)),
    "CA": ((_US, 3), (_ISO, 5), (_SLASH, 2), ("{y}/{m:02d}/{d:02d}", 1), (_US_LOOSE, 1)),
    "SE": ((_ISO, 8), ("{y}-{m}-{d}", 0.3)),
    "HU": (("{y}.{m:02d}.{d:02d}.", 5), ("{y}. {m:02d}. {d:02d}.", 2), (_ISO, 3), ("{y}.{m:02d}.{d:02d}", 2)),
    "DK": ((_DASH, 5), (_DOT, 3), ("{d:02d}-{m:02d}-{yy:02d}", 1.5), (_SLASH, 1)),
}  # fmt: skip

_WRITTEN: dict[str, tuple[str, ...]] = {
    "pl": ("{d} {month} {y}", "{d} {month} {y} r.", "{d:02d} {month} {y}", "{d}-{mon}-{y}", "{d} {mon} {y}"),
    "en": ("{d} {month} {y}", "{month} {d}, {y}", "{Mon} {d}, {y}", "{d} {Mon} {y}", "{d:02d}-{Mon}-{y}",
           "{d:02d} {Mon} {y}", "{month} {d}{th}, {y}", "{d}{th} {month} {y}", "{wd}, {d} {Mon} {y}",
           "{d:02d}-{MON}-{yy:02d}", "{d:02d}-{MON}-{y}", "{Mon}-{d:02d}-{y}", "{d:02d}/{Mon}/{y}", "{d:02d}{MON}{y}",
           "{d}-{Mon}-{yy:02d}", "{month} {d:02d}, {y}"),
    "de": ("{d}. {month} {y}", "{d:02d}. {month} {y}", "{d}. {Mon}. {y}", "{d:02d}-{Mon}-{y}",
           "{wd} {d:02d}.{m:02d}.{y}", "{d}. {Mon} {y}", "{d:02d}.{Mon}.{y}"),
    "fr": ("{d} {month} {y}", "{d:02d} {month} {y}", "{d} {mon}. {y}", "{d:02d}-{mon}-{y}", "{wd} {d:02d}/{m:02d}/{y}"),
    "es": ("{d} de {month} de {y}", "{d} {month} {y}", "{d:02d}-{mon}-{y}", "{d} de {month} {y}", "{d}-{mon}-{yy:02d}",
           "{d:02d}/{mon}/{y}"),
    "it": ("{d} {month} {y}", "{d:02d} {month} {y}", "{d:02d}-{mon}-{y}", "{d} {mon} {y}", "{d:02d}-{mon}-{yy:02d}"),
    "nl": ("{d} {month} {y}", "{d:02d} {month} {y}", "{d} {mon}. {y}", "{d}-{mon}-{y}", "{wd} {d:02d}-{m:02d}-{y}"),
    "cs": ("{d}. {month} {y}", "{d:02d}. {month} {y}", "{wd} {d}.{m}.{y}"),
}  # fmt: skip


def draw_style(rng: Random, lang: str, country: str) -> tuple[str, str]:
    """A style for dates on a page of `lang` from `country`, and one for its narrow columns."""
    numeric = draw_pair(rng, _forms(country))
    x = rng.random()
    if x > 0.14:
        return numeric, numeric
    written = _WRITTEN[lang][int(rng.random() * len(_WRITTEN[lang]))]
    return written, written if x < 0.05 else numeric


@cache
def _forms(country: str) -> tuple[tuple[str, float], ...]:
    forms = _NUMERIC.get(country, _DOT_FORMS)
    share = sum(w for _, w in forms) / 12
    return forms + tuple((style, weight * share) for style, weight in _RARE)


def write(style: str, day: date, lang: str) -> str:
    """`day` in `style`."""
    m = day.month - 1
    mon = SHORT[lang][m]
    th = "th" if 10 < day.day < 14 else {1: "st", 2: "nd", 3: "rd"}.get(day.day % 10, "th")
    return style.format(
        d=day.day, m=day.month, y=day.year, yy=day.year % 100, mon=mon, Mon=mon.capitalize(), MON=mon.upper(),
        month=MONTHS[lang][m], rom=_ROMAN[m], wd=DAYS[lang][day.weekday()], th=th,
    )  # fmt: skip
