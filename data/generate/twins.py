"""Several documents of one layout: the same paper, issuer and wording around other numbers, dates and items.

The generator draws look and contents from one source. Here every draw is answered by where in the generator it is made:
a place that decides the look gets the same answer in every document of the layout, however many items came before it, a
place that decides the contents another one in each.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter
from random import Random
from types import FrameType

CONTENT = frozenset({
    ("plan.py", "_day"), ("plan.py", "_numbers"), ("plan.py", "_count"), ("plan.py", "_item"), ("plan.py", "_charges"),
    ("plan.py", "_late"), ("plan.py", "_site"), ("numbers.py", "draw"), ("items.py", "quantity"),
    ("items.py", "discounts"), ("items.py", "schedule"), ("products.py", "product"), ("remarks.py", "remark"),
    ("remarks.py", "item_text"), ("remarks.py", "attributes"), ("remarks.py", "section_text"),
})  # fmt: skip
"""Functions (file, name) whose draws are contents; the innermost of these and of `LOOK` decides."""
LOOK = frozenset({("numbers.py", "document_number"), ("lexicon.py", "unit_text"), ("__init__.py", "unit_text")})
"""Functions within contents that decide how they are written."""
NAMED = frozenset({"caption"})
"""Functions that draw for a `key`: which keys come before it must not matter."""
ROOT = "generate"


class Twin(Random):
    """Random numbers for one document (`content`) of one layout (`layout`). Not for secrets."""

    def __new__(cls, layout: str, content: str) -> Twin:
        return super().__new__(cls)

    def __init__(self, layout: str, content: str) -> None:
        super().__init__(f"{layout}-{content}")
        self._layout = layout
        self._content = Random(f"{layout}-{content}")  # noqa: S311
        self._times: Counter[str] = Counter()

    def random(self) -> float:
        """A number from 0 to below 1."""
        place, content = _place(sys._getframe(1))
        if content:
            return self._content.random()
        self._times[place] += 1
        digest = hashlib.blake2b(f"{self._layout}|{place}|{self._times[place]}".encode(), digest_size=8).digest()
        return (int.from_bytes(digest, "big") >> 11) / (1 << 53)


def _place(frame: FrameType | None) -> tuple[str, bool]:
    """Where a draw is made, from the inside out, and whether it is one of contents."""
    parts = []
    decided: bool | None = None
    while frame is not None:
        code = frame.f_code
        key = (code.co_filename.rpartition("/")[2], code.co_name)
        if decided is None and (key in CONTENT or key in LOOK):
            decided = key in CONTENT
            if decided:
                return "", True
        parts.append(f"{key[0]}:{key[1]}:{frame.f_lineno}")
        if key[1] in NAMED:
            parts.append(str(frame.f_locals.get("key", "")))
        if key == ("compose.py", ROOT):
            break
        frame = frame.f_back
    return "|".join(parts), False
