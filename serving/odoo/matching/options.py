"""What may be set about matching."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Options:
    """How sure is sure enough. Scores are points of evidence (docs/odoo.md has the table), not probabilities."""

    company_id: int | None = None
    """The company of ours that sells; None takes the one that the page names as seller, or the only one."""
    sender: str | None = None
    """E-mail address that the document came from, where it came by mail."""
    enough: float = 0.60
    """Points that bind."""
    margin: float = 0.15
    """Points by which the first must lead the second."""
    units: Mapping[str, int] = field(default_factory=dict)
    """Printed units, in small letters, to uom.uom: for words that nobody else uses."""
    bound: Mapping[int, int] = field(default_factory=dict)
    """Products that a person chose for lines of this order, by the line's index: they stand above all evidence."""
