"""Labelled pages as optical recognition would have handed them over, without recognising anything.

For training on scans: boxes move a little, close words run together, letters turn into their likes, bold is lost. Kinds
and rates are those of RapidOCR 3.10 (PP-OCRv6 small, 200 dpi), counted with `data.generate.ocr_measure` on 40 rendered
pages in the conditions of `data.generate.scan`.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from random import Random

from data.fields import NO_FIELD
from data.generate.ocr_measure import plain
from data.labels import LabelledDocument, Tag
from data.schema import Box, Page, Word

SIZE_SPREAD, LINE_SHIFT = 0.09, 0.04
"""Spread (standard deviation, in font sizes) of the height of a line's box, which gives the size, and of its place."""
EDGE_SPREAD = 0.08
"""Standard deviation of a word's left and right edge, in font sizes."""
EDGE_SHIFT = 0.04
"""Both edges lie this many font sizes inside the text layer's: they are those of the ink."""
LINE_GAP = 1.2
"""Words this many font sizes apart, or less, are recognised as one line and share its box height."""
BLANK_GAP = 0.7
"""Only blanks narrower than this many font sizes get lost (in typewriter print they are 0.6)."""


USUAL_SIZE = 7.5
"""Font size in points at which the rates hold: less is worse, more is better (at most 12 times, at least a seventh)."""


@dataclass(frozen=True, slots=True)
class Profile:
    """Rates of one kind of scan, as probabilities per place where the error can happen."""

    weight: float
    """Share of simulated pages."""
    after_point: float
    """A blank behind `.,:;` is lost."""
    sign: float
    """A blank before or behind a sign is lost (33,17 €; 2 %; Miller & Sons)."""
    digits: float
    """A blank between digits is lost (4 807,20)."""
    blank: float
    """Any other blank is lost."""
    diacritics: float
    comma: float
    """A comma is read as a point."""
    upright: float
    """l, I and 1 are taken for each other within a word."""
    letter: float
    """Any other letter is taken for another."""
    lone: float
    """A word of one character is overlooked."""
    missing: float
    """A longer word is overlooked."""
    doubt: float
    """One rightly read word in twenty is less sure than 1 minus this."""
    small: int
    """Power by which all rates grow as print gets smaller; they are those of `USUAL_SIZE`."""


PROFILES: dict[str, Profile] = {
    #                      weight  point   sign   digits blank  accent comma  upright letter  lone   missing doubt small
    "clean":        Profile(0.42, 0.010, 0.025, 0.007, 0.003, 0.012, 0.001, 0.008, 0.0006, 0.006, 0.0003, 0.06, 1),
    "jpeg":         Profile(0.20, 0.100, 0.090, 0.015, 0.016, 0.020, 0.001, 0.018, 0.0010, 0.006, 0.0010, 0.11, 5),
    "photocopied":  Profile(0.12, 0.020, 0.020, 0.010, 0.010, 0.130, 0.600, 0.050, 0.0080, 0.040, 0.0120, 0.27, 6),
    "blur":         Profile(0.08, 0.020, 0.100, 0.025, 0.007, 0.055, 0.002, 0.020, 0.0010, 0.006, 0.0005, 0.15, 4),
    "low_contrast": Profile(0.08, 0.012, 0.030, 0.004, 0.002, 0.012, 0.012, 0.006, 0.0006, 0.030, 0.0005, 0.13, 2),
    "fax":          Profile(0.10, 0.010, 0.010, 0.010, 0.002, 0.110, 0.055, 0.110, 0.0130, 0.020, 0.0020, 0.32, 5),
}  # fmt: skip
"""What was measured, by kind of scan."""

_LIKES = {
    "s": "S5", "z": "Z2", "c": "Cç", "w": "W", "x": "X", "p": "P", "o": "0O", "e": "ęc", "i": "lí", "t": "lf",
    "g": "9q", "n": "r", "a": "à", "u": "ú", "r": "n", "h": "b", "m": "n", "B": "8", "S": "5$", "Z": "2", "T": "f",
    "J": "j", "G": "6", "P": "p", "C": "G", "K": "k", ":": ";",
}  # fmt: skip
"""What a letter is taken for when luck strikes; digits are never taken for others."""
_TRICKY = re.compile(r"[OoIl0,]|\dx|[^\x00-\x7f]")
_BREAKS = re.compile(r"[,.'/:]")
_OFTEN = {
    "£": (0.4, "ff€"), "\u2013": (0.6, "-"), "\u2014": (0.3, "-"), "\u2019": (0.9, "'"), "\u2018": (0.9, "'"),
    "º": (0.3, "°"), "°": (0.05, "º"), "•": (0.7, "·"), "x": (0.25, "\u00d7"),
}  # fmt: skip
"""Other signs: how often they are misread, and as what."""
_ACCENTS = {"ł": "tl", "Ł": "L", "ź": "ż", "Ź": "ŻZ", "č": "ćc", "ř": "r", "ê": "é", "í": "i", "ü": "u", "ö": "ō"}
_SIGNS = frozenset("€$£%&-+°\u2013\u2014")
_LONE = {
    ":": (0.45, 0.12), ",": (0.7, 0.1), "-": (0.14, 0.05), "\u2013": (0.14, 0.05), "/": (0.17, 0.12),
    "*": (0.12, 0.2), "•": (0.5, 0.1), "·": (0.5, 0.1), "%": (0.25, 0.0),
}  # fmt: skip
"""How often a sign that stands alone is read as part of the word before it, and of the word behind it."""
_SAME_SHAPE = frozenset("csvwxz")
"""Their capitals differ in size only."""
_LOST = frozenset("„¡№")
"""Not in the engine's alphabet."""


def simulate(labelled: LabelledDocument, rng: Random, kind: str | None = None) -> LabelledDocument:
    """`labelled` as recognised from a scan of `kind` (a name of `PROFILES`; drawn by weight when None).

    Words come as source `ocr` with a confidence; tags follow words that run together (the most telling tag wins), fall
    apart (both keep it) or get lost. Gold values stay those of the page.
    """
    if kind is None:
        kind = rng.choices(list(PROFILES), [profile.weight for profile in PROFILES.values()])[0]
    pages, tags = [], []
    for page, page_tags in zip(labelled.document.pages, labelled.tags, strict=True):
        words, new_tags = _Recogniser(PROFILES[kind], page, rng).read(page_tags)
        pages.append(replace(page, words=tuple(words), source="ocr" if words else "empty"))
        tags.append(tuple(new_tags))
    return LabelledDocument(replace(labelled.document, pages=tuple(pages)), tuple(tags), labelled.gold)


class _Recogniser:
    """One page's luck: how bad the scan is, how far it is tilted."""

    def __init__(self, profile: Profile, page: Page, rng: Random) -> None:
        self.profile = profile
        self.page = page
        self.rng = rng
        self.severity = math.exp(rng.gauss(-0.1, 0.45))
        self.hardness = self.severity
        self._hardness: dict[float, float] = {}
        self.stickiness = 2 * rng.random()
        tilt = math.radians(rng.gauss(0, 0.25)) if rng.random() < 0.4 else 0.0
        self.sin, self.cos = math.sin(tilt), math.cos(tilt)

    def chance(self, rate: float) -> bool:
        return self.rng.random() < rate * self.hardness

    def look_at(self, size: float) -> None:
        """Go on to print of this size."""
        known = self._hardness.get(size)
        if known is None:
            growth = (USUAL_SIZE / max(size, 1.0)) ** self.profile.small
            known = self._hardness[size] = self.severity * min(12.0, max(0.15, growth))
        self.hardness = known

    def read(self, tags: Sequence[Tag]) -> tuple[list[Word], list[Tag]]:
        out: list[Word] = []
        out_tags: list[Tag] = []
        before: Word | None = None
        height, shift = 1.0, 0.0
        for word, tag in zip(self.page.words, tags, strict=True):
            gap = _gap(before, word)
            if not 0 <= gap < LINE_GAP:
                height = max(0.7, self.rng.gauss(1.04, SIZE_SPREAD))
                shift = self.rng.gauss(-0.02, LINE_SHIFT)
            self.look_at(word.size)
            text, changed = self.misread(word.text)
            if not text or self.chance(self.profile.lone if len(word.text) == 1 else self.profile.missing):
                before = None
                continue
            before = word
            seen = self.place(text, word, height, shift, changed)
            if out and 0 <= gap < BLANK_GAP and self.chance(self.blank_rate(out[-1].text, text)):
                out_tags[-1] = _telling(out_tags[-1], tag, len(out[-1].text), len(text))
                out[-1] = _joined(out[-1], seen)
                continue
            parts = self.split(seen)
            out.extend(parts)
            out_tags.extend(tag for _ in parts)
        return out, out_tags

    def place(self, text: str, word: Word, height: float, shift: float, changed: bool) -> Word:
        """The recognised word: its box moved, turned with the page, as tall as its line was found to be."""
        rng, box = self.rng, word.box
        size = word.size * height
        x0 = box.x0 + word.size * rng.gauss(EDGE_SHIFT, EDGE_SPREAD)
        x1 = max(x0 + 0.2 * word.size, box.x1 + word.size * rng.gauss(-EDGE_SHIFT, EDGE_SPREAD))
        half, middle = size / 2, (box.y0 + box.y1) / 2 + shift * word.size
        if self.sin:
            across, down = (x0 + x1 - self.page.width) / 2, middle - self.page.height / 2
            dx = across * (self.cos - 1) - down * self.sin
            x0, x1 = x0 + dx, x1 + dx
            middle += across * self.sin + down * (self.cos - 1)
            half += abs(self.sin) * (x1 - x0) / 2
        seen = Box(x0, middle - half, x1, middle + half)
        return Word(text, seen, 2 * half, False, "ocr", self.confidence(changed))

    def confidence(self, changed: bool) -> float:
        """The engine's lowest score of a letter: nearly always sure, and often so when it is wrong."""
        luck = self.rng.random()
        doubt = self.profile.doubt
        return float(1.0 - ((0.5 + 0.3 * doubt) * luck**1.4 if changed else doubt * (luck / 0.95) ** 12))

    def blank_rate(self, left: str, right: str) -> float:
        if right in _LONE:
            return self.stickiness * _LONE[right][0]
        if left in _LONE:
            return self.stickiness * _LONE[left][1]
        if left[-1] in ".,:;":
            return self.profile.after_point
        if left[-1] in _SIGNS or right[0] in _SIGNS:
            return self.profile.sign
        if left[-1].isdigit() and right[0].isdigit():
            return self.profile.digits
        return self.profile.blank

    def split(self, word: Word) -> list[Word]:
        """Mostly the word as it is; spaced-out headings and inner punctuation fall apart at times."""
        inner = [m.end() for m in _BREAKS.finditer(word.text, 1, len(word.text) - 1)]
        if word.size > 14 and len(word.text) > 4 and self.chance(0.015):
            inner = [self.rng.randrange(2, len(word.text) - 1)]
        elif not inner or not self.chance(0.002):
            return [word]
        cut = self.rng.choice(inner)
        middle = word.box.x0 + word.box.width * cut / len(word.text)
        left, right = replace(word.box, x1=middle), replace(word.box, x0=middle)
        return [replace(word, text=word.text[:cut], box=left), replace(word, text=word.text[cut:], box=right)]

    def misread(self, text: str) -> tuple[str, bool]:
        """`text` with wrong letters, and whether any is wrong."""
        seen = "".join(self._tricky(text)) if _TRICKY.search(text) else text
        if seen and seen[0] in _SAME_SHAPE and self.chance(4 * self.profile.letter):
            seen = seen[0].upper() + seen[1:]
        if self.chance(self.profile.letter * len(text)) and seen:
            at = self.rng.randrange(len(seen))
            likes = _LIKES.get(seen[at])
            if likes:
                seen = seen[:at] + self.rng.choice(likes) + seen[at + 1 :]
        return seen, seen != text

    def _tricky(self, text: str) -> Iterator[str]:
        """The letters that are taken for others time and again."""
        rng, profile = self.rng, self.profile
        for index, c in enumerate(text):
            around = text[max(0, index - 1) : index] + text[index + 1 : index + 2]
            if c in _LOST:
                continue
            if c in "OoIl0":
                yield self._upright(c, around) if c in "Il" else self._round(c, around)
            elif c == ",":
                yield "." if self.chance(profile.comma if index < len(text) - 1 else 0.4 * profile.comma) else c
            elif c in _OFTEN and (c != "x" or any(a.isdigit() for a in around)):
                rate, likes = _OFTEN[c]
                yield rng.choice(likes) if rng.random() < rate else c
            elif c.isalpha() and not c.isascii() and self.chance(profile.diacritics):
                yield rng.choice(_ACCENTS.get(c, plain(c)))
            else:
                yield c

    def _round(self, c: str, around: str) -> str:
        number = not around or any(a.isdigit() or a in "-/" for a in around)
        if c == "0":
            return "O" if any(a.isalpha() for a in around) and self.rng.random() < 0.03 else c
        rate = 0.7 if c == "O" and number else 0.2 if number else 0.04 if c == "O" else 0.001
        return "0" if self.rng.random() < rate else c

    def _upright(self, c: str, around: str) -> str:
        if not around:
            return self.rng.choice("1111111I一" if c == "l" else "Il1")
        if any(a.isdigit() or a in "-/" for a in around):
            return "1" if self.rng.random() < (0.3 if c == "I" else 0.7) else c
        if c == "I" and "l" in around:
            return "l" if self.rng.random() < 0.5 else c
        return self.rng.choice("1Iit" if c == "l" else "l1") if self.chance(self.profile.upright) else c


def _gap(left: Word | None, right: Word) -> float:
    """Blank between two words of one line in font sizes; -1 for words of different lines."""
    if left is None or abs(left.box.cy - right.box.cy) > 0.3 * right.size:
        return -1.0
    return (right.box.x0 - left.box.x1) / right.size


def _joined(left: Word, right: Word) -> Word:
    sure = min(left.confidence or 0.0, right.confidence or 0.0)
    size = max(left.size, right.size)
    return Word(left.text + right.text, left.box.union(right.box), size, False, "ocr", sure)


def _telling(left: Tag, right: Tag, left_length: int, right_length: int) -> Tag:
    """The tag of a word run together from two: a field wins over none, then the longer part."""
    if (left.field == NO_FIELD) != (right.field == NO_FIELD):
        return right if left.field == NO_FIELD else left
    return right if right_length > left_length else left
