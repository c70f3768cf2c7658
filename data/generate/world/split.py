"""Parting of word lists between the two splits, by a hash of the word itself."""

from __future__ import annotations

import zlib
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

Split = Literal["train", "heldout"]
HELDOUT_SHARE = 20
"""Per cent of every list that only the held-out split may use."""

_WORDS = Path(__file__).parent / "words"


def is_heldout(word: str) -> bool:
    """True when `word` belongs to the held-out split, whatever its case."""
    return zlib.crc32(word.casefold().encode()) % 100 < HELDOUT_SHARE


def part(words: Iterable[str], split: Split) -> tuple[str, ...]:
    """The words of a split. A list that leaves one side empty is given whole to neither: ValueError."""
    listed = tuple(words)
    chosen = tuple(w for w in listed if is_heldout(w) == (split == "heldout"))
    if not chosen:
        raise ValueError(f"no word of {listed[:3]}… is in {split}")
    return chosen


@cache
def table(name: str) -> dict[tuple[str, str], tuple[str, ...]]:
    """A word file of `words/` as {(culture or country, kind): words}."""
    out: dict[tuple[str, str], tuple[str, ...]] = {}
    for line in (_WORDS / f"{name}.tsv").read_text(encoding="utf-8").splitlines():
        owner, kind, words = line.split("\t")
        out[owner, kind] = tuple(words.split("|"))
    return out
