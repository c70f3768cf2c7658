"""What a caller may ask of the generator."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

KINDS: Mapping[str, float] = MappingProxyType(
    {"order": 0.62, "order_change": 0.08, "invoice": 0.14, "credit_note": 0.03, "order_response": 0.05,
     "quotation": 0.04, "other": 0.04}
)  # fmt: skip
"""Share of each document type."""

LANGUAGES: Mapping[str, float] = MappingProxyType(
    {"en": 0.17, "de": 0.16, "pl": 0.12, "fr": 0.12, "es": 0.11, "it": 0.11, "nl": 0.105, "cs": 0.105}
)
"""Share of each language."""


@dataclass(frozen=True, slots=True)
class Options:
    """Narrows what `compose.generate` draws. The defaults are the training mix."""

    kinds: Mapping[str, float] = field(default_factory=lambda: KINDS)
    languages: Mapping[str, float] = field(default_factory=lambda: LANGUAGES)
    bilingual: float = 0.1
    """Share of documents whose captions stand in two languages."""
    forms: float = 0.12
    """Share of documents that list their items without a table."""
    max_items: int = 45
    items: int = 0
    """Exactly so many items; 0 for the usual mix."""
    heldout_share: float = 0.45
    """In the held-out split, share of choices that fall on structures training never sees, where there are any."""
