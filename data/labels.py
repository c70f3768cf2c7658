"""Truth beside a document: what each word is, and what the document says in all."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from data.fields import NO_FIELD
from data.schema import Document


@dataclass(frozen=True, slots=True)
class Tag:
    """What one word is."""

    field: str = NO_FIELD
    """A name of `data.fields.LABELS`."""
    role: str = "other"
    """A name of `data.fields.ROLES`: the role of the visual row the word stands in."""
    line: int = -1
    """Index of the line (in order of appearance, over all kinds) the word belongs to; -1 for none."""


@dataclass(frozen=True, slots=True)
class LabelledDocument:
    """A document with truth: `tags[p][w]` belongs to `document.pages[p].words[w]`."""

    document: Document
    tags: tuple[tuple[Tag, ...], ...]
    gold: dict[str, Any] = field(repr=False)
    """Gold values in the scorer's format: document_type, fields, lines, complete, language, layout_family, …"""

    def __post_init__(self) -> None:
        for page, tags in zip(self.document.pages, self.tags, strict=True):
            if len(page.words) != len(tags):
                raise ValueError(f"page {page.number} has {len(page.words)} words and {len(tags)} tags")
