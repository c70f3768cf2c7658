"""What a person should know about a recognised page."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher

from data.readers.health import GIBBERISH
from data.readers.hidden import has_amount
from data.readers.speech import log_likelihood
from data.rows import visual_rows
from data.schema import Warning_, Word

ENOUGH_PAIRS = 12
"""Letter pairs from which one row is judged."""
NOISE = 0.2
"""Share of rows without words of any language that makes a page doubtful."""
UNSURE = 0.7
"""Mean certainty of the recogniser below which a page is doubtful; clean scans have 0.97 and more."""
ALIKE = 0.5
NEAR = 3.0
"""Points by which a scanner's own text layer may lie beside the print."""
OTHER_LAYER = 0.3
"""Share of a layer's words that the scan does not show which makes it another text."""


def poor_reading(words: Sequence[Word], page: int) -> list[Warning_]:
    """Say so where the recogniser was unsure, or read rows that are no language ("n sns s s a n")."""
    if not words:
        return [Warning_("no_text", "No text was found on the page, though something is drawn on it.", page)]
    certainty = sum(word.confidence or 0.0 for word in words) / len(words)
    judged = noise = 0
    for row in visual_rows(words):
        likelihood, pairs = log_likelihood([words[i].text for i in row])
        judged += pairs >= ENOUGH_PAIRS
        noise += pairs >= ENOUGH_PAIRS and likelihood < GIBBERISH
    if certainty >= UNSURE and noise <= NOISE * judged:
        return []
    reason = f"{noise} of {judged} rows read make no words" if noise > NOISE * judged else "the print is hard to read"
    return [Warning_("poor_ocr", f"The page is a picture and was read with difficulty: {reason}.", page)]


def unlike_scan(layer: Sequence[Word], read: Sequence[Word]) -> list[Word]:
    """Words of a scan's invisible text layer that the scan does not show.

    Scanners put what they recognised behind the picture. That it differs here and there is normal; a number that the
    picture does not hold, or a layer that is another text altogether, is not.
    """
    missing = [word for word in layer if any(c.isalnum() for c in word.text) and not _shown(word, read)]
    if len(missing) > OTHER_LAYER * len(layer):
        return missing
    return [word for word in missing if has_amount(word.text)]


def _shown(word: Word, read: Sequence[Word]) -> bool:
    box = word.box
    for other in read:
        b = other.box
        near = b.x0 < box.x1 + NEAR and box.x0 < b.x1 + NEAR and b.y0 < box.y1 + NEAR and box.y0 < b.y1 + NEAR
        if near and (
            word.text in other.text
            or other.text in word.text
            or SequenceMatcher(None, word.text, other.text).ratio() >= ALIKE
        ):
            return True
    return False
