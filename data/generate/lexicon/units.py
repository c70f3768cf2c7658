"""Printed units for UN/ECE Recommendation 20 codes."""

from __future__ import annotations

from random import Random


def unit_text(rng: Random, rec20: str, lang: str) -> str:
    """How a document in `lang` may print the unit `rec20`."""
    return {"C62": "pcs", "KGM": "kg", "MTR": "m", "MTK": "m2", "LTR": "l", "HUR": "h"}.get(rec20, rec20)
