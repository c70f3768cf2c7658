"""Recognised numbers: pieces put together, separators that contradict each other, a second look at doubtful ones.

The second look is at the word alone, cut close so that its digits are about twice as large for the recogniser, and
allows nothing but what numbers are made of. It replaces the first reading only where it is the likelier of two numbers,
or where the first is none; what both readings say is surer than what one says.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Protocol

from data.readers.ocr_rapid import Pixels
from data.schema import Word

DOUBTFUL = 0.9
"""Certainty of a number's least sure character below which it is looked at again: one number in 30 of a clean scan,
one in seven of a photocopy."""
CLEAR = 0.3
"""Least certainty of a second reading in place of a text that is no number."""
MOSTLY = 0.5
"""Share of digits in a word that makes it a number that may be misread."""
AT_ONCE = 200
"""Numbers of a page that are looked at again, at 5 ms each: a page beyond is beyond help."""
_PIECE = re.compile(r"[\d.,'\u2019+-]*\d[\d.,'\u2019]*|[.,]")
_NUMBER = re.compile(r"[-+(]?[€$£]?\d+(?:[.,'\u2019]\d+)*[)%-]?[€$£]?")
_SAME_SIGN = re.compile(r"(?<!\d)(\d{1,3}(?:([.,])\d{3})(?:\2\d{3})*)\2(\d{2})(?!\d)")


class FigureReader(Protocol):
    """What reads numbers only: text and the certainty of its least sure character."""

    def figures(self, crops: Sequence[Pixels]) -> list[tuple[str, float]]: ...


@dataclass(frozen=True, slots=True)
class Seen:
    """A word with its close cut-out, (h, w, 3)."""

    word: Word
    picture: Pixels


def look_again(reader: FigureReader, seen: Sequence[Seen]) -> list[Word]:
    """The words, with doubtful numbers read a second time."""
    doubtful = [k for k, one in enumerate(seen) if _is_doubtful(one)][:AT_ONCE]
    words = [one.word for one in seen]
    for k, (text, certainty) in zip(doubtful, reader.figures([seen[k].picture for k in doubtful]), strict=True):
        words[k] = settled(words[k], text, certainty)
    return [_one_sign(word) for word in words]


def _is_doubtful(seen: Seen) -> bool:
    word, size = seen.word, min(seen.picture.shape[:2])
    digits = sum(c.isdigit() for c in word.text)
    return digits >= MOSTLY * len(word.text) and digits > 0 and (word.confidence or 0.0) < DOUBTFUL and size > 3


def settled(word: Word, text: str, certainty: float) -> Word:
    """One word of two readings."""
    first = word.confidence or 0.0
    if text == word.text:
        return replace(word, confidence=round(1 - (1 - first) * (1 - certainty), 4))
    if not _NUMBER.fullmatch(text) or not (len(text) == len(word.text) or _digits(text) == _digits(word.text)):
        return word  # more or fewer characters: the cut-out shows a neighbour, or not all of the word
    if _NUMBER.fullmatch(word.text):
        return replace(word, text=text, confidence=round(certainty, 4)) if certainty > first else word
    return replace(word, text=text, confidence=round(certainty, 4)) if certainty >= CLEAR else word


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdigit())


def _one_sign(word: Word) -> Word:
    """Grouping and decimal sign differ: a last group of two digits behind the sign of the groups ("4.133.00") shows
    that one of them was misread, which does not change the number."""
    text = _SAME_SIGN.sub(lambda m: m[1] + {".": ",", ",": "."}[m[2]] + m[3], word.text)
    return word if text == word.text else replace(word, text=text, confidence=min(word.confidence or 0.0, DOUBTFUL))


def join_numbers(words: list[Word]) -> list[Word]:
    """Join pieces of one number that stand close on one baseline, split at their decimal sign ("12," "50")."""
    joined: list[Word] = []
    for word in sorted(words, key=lambda w: (w.box.x0, w.box.y0)):
        for i, other in enumerate(joined):
            if _one_number(other, word):
                confidence = min(other.confidence or 0.0, word.confidence or 0.0)
                joined[i] = Word(
                    other.text + word.text, other.box.union(word.box), other.size, other.bold, other.source, confidence
                )
                break
        else:
            joined.append(word)
    return joined


def _one_number(left: Word, right: Word) -> bool:
    if not (_PIECE.fullmatch(left.text) and _PIECE.fullmatch(right.text)):
        return False
    if not (left.text[-1] in ".,") ^ (right.text[0] in ".,"):
        return False
    size = min(left.size, right.size)
    level = abs(left.box.cy - right.box.cy) < 0.35 * size
    return level and -0.2 * size < right.box.x0 - left.box.x1 < 0.3 * size
