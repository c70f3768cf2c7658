"""What stands behind an article's name: dimensions, norms, sizes, colours, makes, in patterns by family.

Patterns are in words/features.tsv. Slots in braces are drawn by `_slot`; a word in angle brackets is an entry of
words/attributes.tsv in the language of the article.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from pathlib import Path
from random import Random

from data.generate.draw import bars, pick
from data.generate.world.split import table

_FILE = Path(__file__).parent / "words" / "attributes.tsv"


@cache
def _attributes() -> dict[str, tuple[tuple[str, ...], ...]]:
    out: dict[str, tuple[tuple[str, ...], ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        kind, words = line.split("\t")
        out[kind] = (*out.get(kind, ()), bars(words))
    return out


def _int(rng: Random, low: int, high: int) -> int:
    return low + int(rng.random() * (high - low + 1))


def _dims(rng: Random, count: int) -> str:
    steps = (1, 5, 10, 50)
    values = [str(_int(rng, 2, 60) * pick(rng, steps)) for _ in range(count)]
    return pick(rng, ("x", "x", " x ", "X", "/", "*")).join(values) + pick(rng, ("", "", " mm", "mm", " cm"))


def _thread(rng: Random) -> str:
    size = pick(rng, (3, 4, 5, 6, 8, 10, 12, 16, 20, 24))
    length = pick(rng, (8, 10, 12, 16, 20, 25, 30, 35, 40, 50, 60, 80, 100, 120))
    return f"M{size}{pick(rng, ('x', 'x', ' x ', 'X', '*'))}{length}"


def _model(rng: Random) -> str:
    letters = "".join(pick(rng, "ABCDEFGHKLMNPRSTVXZ") for _ in range(_int(rng, 1, 3)))
    end = pick(rng, ("", "", "A", "E", "-S", "/2", "X", " Pro", " Plus"))
    return f"{letters}{pick(rng, ('', '-', ' ', ''))}{_int(rng, 1, 999)}{end}"


def _ral(rng: Random) -> str:
    shade = pick(rng, ("9005", "9010", "7016", "7035", "9016", "5010", "3020", "6005", "1015", "9006"))
    return f"RAL{pick(rng, (' ', '', '-'))}{shade}"


def _period(rng: Random) -> str:
    month, year = _int(rng, 1, 12), _int(rng, 2018, 2027)
    return pick(
        rng, (f"{month:02d}/{year}", f"Q{month // 4 + 1}/{year}", str(year), f"01.{month:02d}.-31.12.", "12M", "36 M")
    )


_SERIES = ("62", "63", "60", "302", "322", "68", "72")
_FROM = ("PL", "DE", "FR", "IT", "ES", "NL", "CZ", "AT", "BE", "GB")
_TO = ("DE", "IT", "FR", "CZ", "ES", "SK", "NL", "HU", "SE")


def _clock(rng: Random) -> str:
    hour = _int(rng, 4, 11)
    return pick(
        rng,
        (
            f"{hour}a-{hour + 1}a",
            f"{hour}:00-{hour + 1}:30 PM",
            f"{hour + 12}:00-{hour + 12}:30",
            f"{hour}p-{hour}30p",
            f"M-F {hour}a-{hour + 2}a",
            f"{hour}:30 AM",
            "MTWTF--",
            "----F--",
            "Sa-Su",
        ),
    )


_COMPUTED: dict[str, Callable[[Random], str]] = {
    "thread": _thread,
    "dim2": lambda r: _dims(r, 2),
    "dim3": lambda r: _dims(r, 3),
    "mm": lambda r: f"{_int(r, 1, 90) * pick(r, (1, 1, 5, 10))}{pick(r, (' mm', 'mm', ' cm'))}",
    "dia": lambda r: f"{pick(r, ('Ø', 'Ø ', 'fi ', 'D='))}{_int(r, 2, 250)}{pick(r, ('', ' mm', 'mm'))}",
    "watt": lambda r: f"{pick(r, (3, 5, 7, 10, 15, 20, 36, 50, 75, 100, 250, 550, 750, 1500))}{pick(r, ('W', ' W'))}",
    "count": lambda r: str(pick(r, (2, 3, 4, 5, 6, 8, 10, 12, 20, 24, 25, 50, 100, 200, 250, 500))),
    "ral": _ral,
    "model": _model,
    "period": _period,
    "clock": _clock,
    "bearing": lambda r: (
        f"{pick(r, _SERIES)}{_int(r, 0, 20):02d}{pick(r, ('', '-2RS', '-2Z', ' 2RS C3', ' ZZ', '/C3'))}"
    ),
    "route": lambda r: f"{pick(r, _FROM)}-{pick(r, _TO)}",
    "hole": lambda r: f"{_int(r, 1, 12)},{_int(r, 0, 9)}",
    "art": lambda r: f"{pick(r, ('art.', 'Art.', 'ref.', '#', 'nr', 'No.'))} {_int(r, 100, 99999)}",
    "n": lambda r: str(_int(r, 1, 60)),
}
"""Slots that are computed; all others are lists in words/features.tsv."""


def _slot(rng: Random, name: str) -> str:
    made = _COMPUTED.get(name)
    return made(rng) if made else pick(rng, table("features")["slot", name])


_PART = re.compile(r"\{(\w+)\}|<(\w+)>")


@cache
def _parts(pattern: str) -> tuple[tuple[str, str], ...]:
    """A pattern as (kind, text): "" plain, "slot", "word"."""
    out: list[tuple[str, str]] = []
    last = 0
    for match in _PART.finditer(pattern):
        if match.start() > last:
            out.append(("", pattern[last : match.start()]))
        out.append(("slot", match[1]) if match[1] else ("word", match[2]))
        last = match.end()
    if last < len(pattern):
        out.append(("", pattern[last:]))
    return tuple(out)


def _written(rng: Random, pattern: str, column: int, maker: str) -> str:
    out = []
    for kind, text in _parts(pattern):
        if kind == "word":
            out.append(pick(rng, _attributes()[text])[column])
        elif kind == "slot":
            out.append((maker.upper() if rng.random() < 0.4 else maker) if text == "Brand" else _slot(rng, text))
        else:
            out.append(text)
    return "".join(out)


def tail(rng: Random, family: str, column: int, maker: str) -> str:
    """What follows the name of an article; empty one time in eight. `column` is the place of its language."""
    if rng.random() < 0.12:
        return ""
    count = 1 if rng.random() < 0.88 else 2
    patterns = table("features")["tail", family]
    return " ".join(_written(rng, pick(rng, patterns), column, maker) for _ in range(count)).strip()


def lines(rng: Random, family: str, column: int, maker: str) -> tuple[str, ...]:
    """Further lines of the description; mostly none."""
    x = rng.random()
    if x < 0.7:
        return ()
    count = 1 if x < 0.9 else 2 if x < 0.97 else 3
    patterns = (*table("features")["tail", family], *table("features")["line", "any"])
    texts = [_written(rng, pick(rng, patterns), column, maker) for _ in range(count)]
    return tuple(text for text in texts if text)
