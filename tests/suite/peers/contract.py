"""What the runners share: the contract's object, and dates and numbers as a user would normalise them.

Standard library only: a runner may live in an environment that holds its tool and nothing of Ordermill.
"""

from __future__ import annotations

import datetime
import json
import re
from collections.abc import Iterable, Mapping

DATES = ("%d.%m.%Y", "%d/%m/%Y", "%Y-%m-%d", "%d %B %Y", "%B %d, %Y", "%d-%m-%Y")
_ORDINAL = re.compile(r"(?<=\d)(st|nd|rd|th)\b")


def date(text: str | None) -> str | None:
    """The first format that fits, day before month."""
    clean = _ORDINAL.sub("", (text or "").strip())
    for form in DATES:
        try:
            return datetime.datetime.strptime(clean, form).date().isoformat()
        except ValueError:
            continue
    return None


def number(text: str | None) -> str | None:
    """Brackets are a minus; the last of point and comma is the decimal sign, blanks and apostrophes are groups."""
    bare = re.sub(r"[^\d.,()\-]", "", text or "")
    if not re.search(r"\d", bare):
        return None
    minus = "-" if bare.startswith(("-", "(")) else ""
    bare = bare.strip("()-")
    sign = "," if bare.rfind(",") > bare.rfind(".") else "."
    whole, _, part = bare.rpartition(sign) if sign in bare else (bare, "", "")
    return minus + re.sub(r"[.,]", "", whole) + (f".{part}" if part else "")


def result(file: str, fields: Mapping[str, str | None], lines: Iterable[Mapping[str, str | None]]) -> str:
    """The contract's JSON object on one line; confidences are unknown."""

    def cells(values: Mapping[str, str | None]) -> dict[str, object]:
        kept = {name: value for name, value in values.items() if value}
        return {name: {"value": v, "text": v, "confidence": None, "boxes": []} for name, v in kept.items()}

    made = [{"kind": "item", "page": 1, "fields": cells(line)} for line in lines]
    return json.dumps({"schema_version": 1, "file": file, "status": "ok", "fields": cells(fields), "lines": made})
