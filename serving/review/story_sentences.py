"""Events in plain sentences: who, when, what and why, in the person's language; unknown kinds as they are."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from serving.desk.store import Tx, events, versions
from serving.desk.store.rows import Correction, Event
from serving.review.words import words


@dataclass(frozen=True, slots=True)
class Entry:
    """One event told: `text` is None where no sentence is known for `kind`; `raw` is then to be shown."""

    at: datetime
    by: str
    kind: str
    text: str | None
    more: tuple[str, ...]
    corrections: tuple[Correction, ...]
    raw: str | None
    """The data as JSON; None once erased."""


class _Data(dict[str, Any]):
    """Data of an event, so that what it lacks reads as empty."""

    def __missing__(self, key: str) -> str:
        return ""


def story(tx: Tx, order_id: str, language: str) -> list[Entry]:
    """All events of an order, first to last."""
    changed: dict[int, list[Correction]] = {}
    for correction in versions.corrections(tx, order_id):
        changed.setdefault(correction.extraction_version, []).append(correction)
    return [told(event, language, changed) for event in events.of_order(tx, order_id)]


def told(event: Event, language: str, changed: Mapping[int, list[Correction]] | None = None) -> Entry:
    """One event as a sentence; `changed` are the order's corrections by the version that they made."""
    known = words(language)
    data = _Data({} if event.data is None else json.loads(event.data))
    by = known.get(f"story.people.{event.by}", event.by)
    pattern = known.get(f"story.kinds.{event.kind}")
    if event.data is None:
        more: tuple[str, ...] = (known["story.erased_data"],)
    else:
        more = tuple(_more(data, known))
    mine = (changed or {}).get(data["version"], []) if event.kind == "corrected" else []
    text = None if pattern is None else _tidy(pattern.format_map(data))
    return Entry(event.at, by, event.kind, text, more, tuple(mine), event.data)


def _more(data: Mapping[str, Any], known: Mapping[str, str]) -> list[str]:
    codes = [*(data.get("codes") or ()), *(data.get("accepted") or ())]
    said = []
    if codes:
        names = "; ".join(known.get(f"reasons.{code}.name", str(code)) for code in dict.fromkeys(codes))
        said.append(known["story.why"].format(reasons=names))
    if "rules" in data:
        version = data["rules"]
        said.append(known["story.rules"].format(version=version) if version else known["story.first_rules"])
    return said


def _tidy(text: str) -> str:
    """Without the brackets of what was not known."""
    return text.replace(" ()", "").strip()
