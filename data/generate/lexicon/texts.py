"""Sentences of orders and invoices: payment and delivery terms, comments, notes, legal text.

The material is one module per language (`phrases_en`, …). `|` parts alternatives, `[a;b;]` chooses inside a sentence,
`{slot}` is drawn: numbers, dates, amounts, references, so that hardly a sentence comes twice.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from functools import cache
from importlib import import_module
from random import Random

from data.generate import calendar
from data.generate.draw import bars, pick

PHRASE_KINDS: tuple[str, ...] = (
    "comment", "note", "legal", "terms_paragraph", "greeting", "closing", "item_text", "header_note", "section",
    "subject", "intro.order", "intro.order_change", "intro.order_response", "intro.quotation", "intro.invoice",
    "intro.credit_note",
)  # fmt: skip
"""comment: a line between items; item_text: a line under an item; section: a heading between items; note: free text
under the table; header_note: above it; legal: tax and liability lines, footers; terms_paragraph: several sentences of
terms and conditions; subject: a line above the greeting; intro.<document type>: the sentence
before the table of such a document."""

_PART = re.compile(r"\[([^\]]*)\]|\{(\w+)\}")
_LETTERS = "ABCDEFGHKLMNPRSTVWXZ"


@cache
def sentences(lang: str) -> dict[str, tuple[str, ...]]:
    """All sentences of a language by kind, with their slots."""
    texts: dict[str, str] = import_module(f"data.generate.lexicon.phrases_{lang}").TEXTS
    return {kind: tuple(text.split("|")) for kind, text in texts.items()}


@cache
def _parts(template: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    out: list[tuple[str, tuple[str, ...]]] = []
    last = 0
    for match in _PART.finditer(template):
        if match.start() > last:
            out.append(("", (template[last : match.start()],)))
        out.append(("slot", (match[2],)) if match[2] else ("choice", tuple(match[1].split(";"))))
        last = match.end()
    out.append(("", (template[last:],)))
    return tuple(out)


def _digits(rng: Random, low: int, high: int) -> str:
    """A number of `low` to `high` digits without a zero in front."""
    n = low + int(rng.random() * (high - low + 1))
    return str(int(10 ** (n - 1) * (1 + 9 * rng.random())))


def _day(rng: Random) -> date:
    return date.fromordinal(date(2012, 1, 1).toordinal() + int(rng.random() * 5600))


_HOME = {"pl": "PL", "en": "GB", "de": "DE", "fr": "FR", "es": "ES", "it": "IT", "nl": "NL", "cs": "CZ"}


def _printed_date(rng: Random, lang: str) -> str:
    style, _ = calendar.draw_style(rng, lang, _HOME[lang] if lang != "en" or rng.random() < 0.6 else "US")
    return calendar.write(style, _day(rng), lang)


def _amount(rng: Random, lang: str) -> str:
    value = pick(rng, (10, 15, 25, 30, 40, 50, 75, 100, 150, 200, 250, 300, 500, 750, 1000, 1500, 5000))
    x = rng.random()
    if x < 0.55:
        return str(value)
    return f"{value:.2f}" if lang == "en" else f"{value},00" if x < 0.9 else f"{value},-"


def _reference(rng: Random) -> str:
    x, n, letter = rng.random(), _digits(rng, 2, 5), pick(rng, _LETTERS)
    if x < 0.3:
        return _digits(rng, 4, 8)
    if x < 0.5:
        return f"{letter}{pick(rng, _LETTERS)}-{n}"
    if x < 0.7:
        return f"{letter}-{2012 + int(rng.random() * 15)}-{n}"
    return f"{n}/{2012 + int(rng.random() * 15)}" if x < 0.85 else f"{letter}{n}/{int(rng.random() * 99):02d}"


def _week(rng: Random, lang: str) -> str:
    week, year = 1 + int(rng.random() * 52), 2014 + int(rng.random() * 13)
    return pick(rng, (f"{week}/{year}", f"{week}", f"{week:02d}/{year % 100}", f"{week}.{year}"))


def _time(rng: Random, lang: str) -> str:
    sign = "." if lang in ("pl", "it", "cs") and rng.random() < 0.3 else ":"
    return f"{6 + int(rng.random() * 12)}{sign}{pick(rng, ('00', '00', '30', '15'))}"


def _customs(rng: Random, lang: str) -> str:
    code = _digits(rng, 8, 8)
    sign = pick(rng, ("", "", "", " ", "."))
    return sign.join((code[:4], code[4:6], code[6:]))


def _drawing(rng: Random, lang: str) -> str:
    a, b, c = _digits(rng, 3, 6), _digits(rng, 2, 4), pick(rng, _LETTERS)
    return pick(rng, (f"{a}-{b}", f"{b}.{a}", a, f"{c}{a}.{b}", f"{a}/{b}", f"{c}-{a}"))


def _kilograms(rng: Random, lang: str) -> str:
    value = f"{rng.random() ** 2 * 900:.{int(rng.random() * 4)}f}"
    return value if lang == "en" else value.replace(".", ",")


def _telephone(rng: Random, lang: str) -> str:
    a, b, c = _digits(rng, 2, 3), _digits(rng, 3, 3), _digits(rng, 3, 4)
    return pick(rng, (f"{a} {b} {c}", f"{a}-{b}-{c}", f"0{a}/{b}{c}"))


def _percent(rng: Random, lang: str) -> str:
    return pick(
        rng, ("1", "2", "2", "3", "3", "4", "5", "10", "15", "20", "25", "30", "50", "0.5" if lang == "en" else "0,5")
    )


_MONEY = {"pl": ("PLN", "zł", "EUR"), "cs": ("Kč", "CZK", "EUR"), "en": ("EUR", "USD", "GBP")}
_DAYS = bars("7|8|10|14|14|15|20|21|30|30|30|45|60|60|75|90")
_RAL = bars("9005|9010|7016|7035|9016|5010|3020|6005|1015|9006|2004")
_LANDS = bars("DE|CN|PL|IT|FR|TW|US|EU|CZ|TR|IN")
_REVISIONS = bars("A|B|C|D|0|1|2|3|00|01|02|a|b")

_SLOTS: dict[str, Callable[[Random, str], str]] = {
    "date": _printed_date,
    "ref": lambda rng, lang: _reference(rng),
    "amt": _amount,
    "days": lambda rng, lang: pick(rng, _DAYS),
    "pct": _percent,
    "n": lambda rng, lang: str(1 + int(rng.random() ** 2 * 40)),
    "num": lambda rng, lang: _digits(rng, 4, 9),
    "week": _week,
    "time": _time,
    "cur": lambda rng, lang: pick(rng, _MONEY.get(lang, ("EUR", "Euro", "€"))),
    "hs": _customs,
    "dwg": _drawing,
    "rev": lambda rng, lang: pick(rng, _REVISIONS),
    "ral": lambda rng, lang: pick(rng, _RAL),
    "year": lambda rng, lang: str(2012 + int(rng.random() * 15)),
    "kg": _kilograms,
    "dim": lambda rng, lang: f"{_digits(rng, 2, 4)}{pick(rng, ('x', ' x ', 'X'))}{_digits(rng, 2, 4)}",
    "tel": _telephone,
    "land": lambda rng, lang: pick(rng, _LANDS),
}


def _say(rng: Random, template: str, lang: str, city: str = "") -> str:
    return " ".join(_fill(rng, template, lang, city).split())


def _fill(rng: Random, template: str, lang: str, city: str) -> str:
    out = []
    for kind, words in _parts(template):
        if kind == "slot":
            out.append(city if words[0] == "city" else _SLOTS[words[0]](rng, lang))
        else:
            text = pick(rng, words)
            out.append(_fill(rng, text, lang, city) if kind and "{" in text else text)
    return "".join(out)


def payment_terms(rng: Random, lang: str) -> str:
    """Terms of payment as printed, without their caption."""
    return _say(rng, pick(rng, sentences(lang)["payment_terms"]), lang)


_RULES = bars("EXW|EXW|FCA|FCA|DAP|DAP|DAP|DDP|DDP|CPT|CIP|CIF|CFR|FOB|DAT|DPU|DDU|FAS")
_SHAPES = bars(
    "{r} {c}|{r} {c}|{r} {c}|{r}|{r}, {c}|{r} - {c}|{r} ({c})|{r} {c} (Incoterms 2020)|{r} {c} Incoterms 2010|"
    "{r} {c}, Incoterms® 2020"
)


def delivery_terms(rng: Random, lang: str, city: str) -> str:
    """Terms of delivery as printed, without their caption: an Incoterm with its place, or free words."""
    x = rng.random()
    if x < 0.55:
        rule = pick(rng, _RULES)
        place = city if rng.random() < 0.8 else city.upper()
        shape = pick(rng, _SHAPES)
        return shape.format(r=rule, c=place)
    return _say(rng, pick(rng, sentences(lang)["delivery_terms"]), lang, city=city)


def phrase(rng: Random, kind: str, lang: str) -> str:
    """A text of `kind` (one of `PHRASE_KINDS`); `terms_paragraph` has several sentences."""
    if kind not in PHRASE_KINDS:
        raise KeyError(kind)
    known = sentences(lang)
    if kind != "terms_paragraph":
        return _say(rng, pick(rng, known[kind]), lang)
    count = 1 + int(rng.random() * 5)
    return " ".join(_say(rng, pick(rng, known["terms_paragraph"]), lang) for _ in range(count))
