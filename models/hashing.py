"""A word as hashed features: itself with digits folded, its shape, its ends and its character trigrams.

No vocabulary is learnt or shipped: buckets are CRC-32 of the text, the same on every machine. A word nobody has
seen still has a shape, an ending and trigrams; that is what makes misread and foreign words readable.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache
from zlib import crc32

from models.config import TRIGRAMS, ReaderConfig

_DIGIT = re.compile(r"\d")
_RUN = re.compile(r"(.)\1{4,}")


def shape(text: str) -> str:
    """`Xx9` shape with punctuation kept; runs longer than four are cut to four and a plus."""
    out = "".join(
        "9" if c.isdigit() else "X" if c.isupper() else "x" if c.isalpha() else c for c in text[:40]
    )  # fmt: skip
    return _RUN.sub(lambda m: m.group(1) * 4 + "+", out)


def fold(text: str) -> str:
    """Lower case, NFKC, every digit 0: `Zam.Nr 12/2026` and `zam.nr 47/2025` are the same word."""
    return _DIGIT.sub("0", unicodedata.normalize("NFKC", text).lower())


def word_ids(text: str, config: ReaderConfig) -> tuple[int, ...]:
    """`4 + TRIGRAMS` bucket numbers of `text`; 0 is kept for padding and missing trigrams."""
    return _word_ids(text, (config.word_buckets, config.shape_buckets, config.affix_buckets, config.trigram_buckets))


@lru_cache(maxsize=1 << 17)
def _word_ids(text: str, buckets: tuple[int, int, int, int]) -> tuple[int, ...]:
    words, shapes, affixes, trigrams = buckets
    folded = fold(text)
    bare = folded.strip(":;,.()[]*#") or folded
    padded = f"^{bare[:24]}$"
    grams = [padded[i : i + 3] for i in range(max(len(padded) - 2, 1))]
    if len(grams) > TRIGRAMS:  # both ends say more than the middle
        half = TRIGRAMS // 2
        grams = grams[:half] + grams[-half:]
    ids = [
        _bucket("w" + folded, words),
        _bucket("s" + shape(text), shapes),
        _bucket("p" + bare[:3], affixes),
        _bucket("e" + bare[-3:], affixes),
        *(_bucket("t" + gram, trigrams) for gram in grams),
    ]
    return tuple(ids + [0] * (4 + TRIGRAMS - len(ids)))


def _bucket(text: str, buckets: int) -> int:
    return 1 + crc32(text.encode("utf-8", "surrogatepass")) % (buckets - 1)
