"""How sure, in words: the same thresholds on the terminal and (in `web/format.js`) on the page."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Certainty:
    """A confidence as people read it. Never by colour alone: `mark` and `word` say the same."""

    word: str
    mark: str
    color: str


SURE = Certainty("sure", "●", "green")
LIKELY = Certainty("likely", "◕", "cyan")
CHECK = Certainty("check", "◑", "yellow")
DOUBTFUL = Certainty("doubtful", "○", "red")
UNKNOWN = Certainty("not calibrated", "·", "bright_black")


def certainty(confidence: float | None) -> Certainty:
    """Word, mark and colour for a calibrated probability; None is "not calibrated", not low."""
    if confidence is None:
        return UNKNOWN
    if confidence >= 0.97:
        return SURE
    if confidence >= 0.85:
        return LIKELY
    return CHECK if confidence >= 0.6 else DOUBTFUL


def percent(confidence: float | None) -> str:
    """Whole percent, never rounded up to a promise: 0.999 is 99 %, only 1 is 100 %."""
    return "" if confidence is None else f"{int(confidence * 100)} %"
