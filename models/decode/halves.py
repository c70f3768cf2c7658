"""Items torn in two: the part above a page break, or above its numbers, taken for a line of its own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import pairwise
from typing import Protocol

TYPICAL = 0.8
"""Share of a document's items from which on a field is one that its items have."""
FEWEST = 4
"""Items needed to tell what is typical of them."""
SHARED = frozenset(("line.description",))
"""Fields that both halves may have: a text goes on."""
NUMBERS = frozenset(("line.quantity", "line.unit_price", "line.line_amount"))


class Part(Protocol):
    """A line being put together."""

    kind: str


def join_halves(lines: Sequence[Part], fields: Sequence[frozenset[str]]) -> list[int]:
    """Positions of lines that are the first half of the line after them; `fields` are those with words in each line.

    The first half has no number at all, the second lacks something that nearly all items of the document have and the
    first half gives, and but for a text they have nothing twice. A heading or an item without numbers gives nothing
    that the next item lacks, and stays.
    """
    items = [k for k, line in enumerate(lines) if line.kind == "item"]
    if len(items) < FEWEST:
        return []
    count = Counter(name for k in items for name in fields[k])
    typical = {name for name, n in count.items() if n >= TYPICAL * (len(items) - 1)} - SHARED
    out: list[int] = []
    for upper, lower in pairwise(items):
        if lower != upper + 1 or upper - 1 in out:
            continue
        one, other = fields[upper], fields[lower]
        given = (typical - other) & one
        if not one & NUMBERS and other & NUMBERS and given and not (one & other) - SHARED:
            out.append(upper)
    return out
