"""Is a page's text layer what the page prints? A score from 0 (rubbish) to 1 (sound) decides between it and OCR.

Broken text layers come from fonts whose table of characters is missing or wrong: the page looks right and the text is
"(cid:49)(cid:52)", boxes, private-use codes, or letters of which each stands for another. The first kinds are counted,
the last is told by letter pairs that no language of the orders has.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

import numpy as np
import numpy.typing as npt

from data.readers.glyphs import meaningless
from data.readers.speech import log_likelihood
from data.readers.textlayer import Glyphs

SOUND = 0.5
"""A page with a lower score is recognised instead of read."""
PLAUSIBLE = -4.6
"""Mean log2 of a letter pair from which text is a language. Measured: 520 pages of orders and invoices have -4.4 to
-3.6; the same pages with their letters exchanged have -7.0 to -5.3, random letters -6.5 to -5.9."""
GIBBERISH = -5.4
ENOUGH_PAIRS = 60
"""Letter pairs from which the evidence counts in full; a page of numbers has few."""
TOLERATED = 0.05
"""Share of meaningless glyphs that bullets and icons explain."""
_CID = re.compile(r"\(cid:\d+\)")


def health(words: Sequence[str], glyphs: Glyphs) -> float:
    """Score of a page from the text of its words and its glyphs."""
    return round(min(_known(words, glyphs), _whole(words, glyphs)) * plausibility(words), 3)


def plausibility(words: Sequence[str]) -> float:
    """0 to 1: whether the letters of `words` make words. 1 where there are too few letters to tell."""
    score, pairs = log_likelihood(list(words))
    if not pairs:
        return 1.0
    shape = float(np.clip((score - GIBBERISH) / (PLAUSIBLE - GIBBERISH), 0.0, 1.0))
    weight = min(1.0, pairs / ENOUGH_PAIRS)
    return 1.0 - weight * (1.0 - shape)


def _bad(glyphs: Glyphs) -> npt.NDArray[np.bool_]:
    return np.asarray((meaningless(glyphs.codes) | glyphs.errors) & (glyphs.codes != 32))


def _known(words: Sequence[str], glyphs: Glyphs) -> float:
    """1 where glyphs stand for characters, falling to 0 where a third of them stand for nothing."""
    printed = (glyphs.codes > 32) | meaningless(glyphs.codes)
    total = int(np.count_nonzero(printed))
    if not total:
        return 1.0
    bad = int(np.count_nonzero(_bad(glyphs))) + sum(len(found) for word in words for found in _CID.findall(word))
    return _falling(bad / total)


def _whole(words: Sequence[str], glyphs: Glyphs) -> float:
    """The same for words that lack a letter inside: fonts whose accented letters alone have no characters."""
    if len(glyphs) < 2 or not words:
        return 1.0
    bad, codes, runs = _bad(glyphs), glyphs.codes, glyphs.runs
    letter = ((codes >= 48) & (codes <= 57)) | ((codes >= 65) & (codes <= 122)) | ((codes >= 0xC0) & (codes < 0x250))
    letter &= ~bad
    joined = runs[:-1] == runs[1:]
    beside = np.zeros(len(glyphs), dtype=np.bool_)
    beside[:-1] |= letter[1:] & joined
    beside[1:] |= letter[:-1] & joined
    return _falling(int(np.count_nonzero(bad & beside)) / len(words))


def _falling(share: float) -> float:
    return float(np.clip(1.0 - (share - TOLERATED) / 0.3, 0.0, 1.0))
