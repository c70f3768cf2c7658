"""How alike two texts are, when one digit makes another article."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from rapidfuzz import fuzz

from serving.odoo.mirror import keys, names

_TYPO = 82
"""Least likeness (0 to 100) of two words of five letters or more that count as one misspelt."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """`covered`: share of the record's text that is printed; `used`: share of the print that the record has."""

    covered: float
    used: float
    contradiction: bool
    """Each has a number that the other lacks: M8x40 and M8x45."""

    @property
    def score(self) -> float:
        """Harmonic mean of both shares, 0 to 1."""
        both = self.covered + self.used
        return 2 * self.covered * self.used / both if both else 0.0

    @property
    def same(self) -> bool:
        """The same words and numbers."""
        return self.covered > 0.999 and self.used > 0.999  # sums of floats


def likeness(printed: str, record: str) -> Likeness:
    """Compare a printed description with a record's name. Order of words, accents, punctuation don't matter; numbers
    must be equal, long words may have a typo.
    """
    ours, theirs = Counter(keys.pieces(record)), Counter(keys.pieces(printed))
    common = ours & theirs
    ours_left, theirs_left = ours - common, theirs - common
    alike = _typos(ours_left, theirs_left)
    ours_numbers = [w for w in ours_left if w[0].isdigit()]
    theirs_numbers = [w for w in theirs_left if w[0].isdigit()]
    shared = _mass(common) + alike
    return Likeness(
        min(1.0, shared / _mass(ours)) if ours else 0.0,
        min(1.0, shared / _mass(theirs)) if theirs else 0.0,
        bool(ours_numbers and theirs_numbers),
    )


def _mass(words: Counter[str]) -> float:
    """Long words say more than short ones, and a number as much as a long word."""
    return float(sum(n * (6 if w[0].isdigit() else min(len(w), 8)) for w, n in words.items()))


def _typos(ours: Counter[str], theirs: Counter[str]) -> float:
    """Mass of long words that differ by a typo alone; slightly less than if they were equal."""
    left = [w for w in theirs if len(w) >= 5 and w.isalpha()]
    shared = 0.0
    for word in (w for w in ours if len(w) >= 5 and w.isalpha()):
        ratio, other = max(((fuzz.ratio(word, o), o) for o in left), default=(0.0, ""))
        if ratio >= _TYPO:
            left.remove(other)
            shared += min(len(word), 8) * ratio / 100
    return shared


def name_likeness(printed: str, record: str) -> tuple[float, bool]:
    """(likeness of two company names 0 to 1 without legal forms, whether both print forms that differ)."""
    (a, form_a), (b, form_b) = names.stem(printed), names.stem(record)
    if not a or not b:
        return 0.0, False
    best = max(fuzz.ratio(a.replace(" ", ""), b.replace(" ", "")), fuzz.token_sort_ratio(a, b)) / 100
    words_a, words_b = set(a.split()), set(b.split())
    if best < 0.9 and len(words_b) >= 2 and words_b <= words_a:
        best = 0.9  # the page adds a department or a branch to the whole name
    return best, bool(form_a and form_b and form_a != form_b)
