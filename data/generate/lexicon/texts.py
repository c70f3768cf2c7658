"""Sentences: payment and delivery terms, comments, notes, legal text."""

from __future__ import annotations

from random import Random

PHRASE_KINDS: tuple[str, ...] = (
    "comment", "note", "legal", "terms_paragraph", "greeting", "closing", "item_text", "header_note",
)  # fmt: skip


def payment_terms(rng: Random, lang: str) -> str:
    """Terms of payment as printed, without their caption."""
    return f"{rng.choice((7, 14, 21, 30, 45, 60, 90))} days net"


def delivery_terms(rng: Random, lang: str, city: str) -> str:
    """Terms of delivery as printed, without their caption: an Incoterm with its place, or free words."""
    return f"{rng.choice(('DAP', 'EXW', 'FCA', 'DDP', 'CPT', 'CIP'))} {city}"


def phrase(rng: Random, kind: str, lang: str) -> str:
    """A text of `kind` (one of `PHRASE_KINDS`); `terms_paragraph` has several sentences."""
    if kind not in PHRASE_KINDS:
        raise KeyError(kind)
    return f"Please quote order {rng.randrange(1000, 9999)} on all documents."
