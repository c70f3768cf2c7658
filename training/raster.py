"""What reading a scan costs: the same documents with their text layer and as scans of each kind.

A value that is right from text and not from the scan was lost by recognition when its words are no longer among those
of the scan, and by the model (labels, lines, decoding) when they are.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from training.metrics import Judgement
from training.outcome import Outcome
from training.scores import Interval, differences


@dataclass(frozen=True)
class Loss:
    """One kind of scan against text. Changes are of F1 or shares: minus 0.03 is three points lost."""

    set: str
    base: str
    """The sets that its documents are from, read from text."""
    documents: int
    change: dict[str, tuple[float, Interval]]
    lost: dict[str, int]
    """Values right from text and not from the scan, by cause."""
    won: int
    """Values right from the scan and not from text."""

    @property
    def recognition(self) -> float | None:
        """Share of the lost values that recognition lost."""
        every = sum(self.lost.values())
        return (self.lost.get("text", 0) + self.lost.get("unread", 0)) / every if every else None


def losses(by_set: Mapping[str, Sequence[Outcome]], rounds: int) -> list[Loss]:
    """A loss for each set whose cases name a twin that was read from text."""
    known = {(o.case.set, o.case.name): o for group in by_set.values() for o in group}
    out = []
    for name, group in by_set.items():
        pairs = [(known[o.case.twin], o) for o in group if o.case.twin in known]
        if pairs:
            out.append(_loss(name, pairs, rounds))
    return out


def _loss(name: str, pairs: Sequence[tuple[Outcome, Outcome]], rounds: int) -> Loss:
    lost: Counter[str] = Counter()
    won = 0
    for text, scan in pairs:
        before, after = right(text), right(scan)
        won += len(after - before)
        lost.update(w.cause for w in scan.wrong if _key(w.cell) in before - after)
    change = differences([t.judged for t, _ in pairs], [s.judged for _, s in pairs], rounds)
    bases = ", ".join(dict.fromkeys(text.case.set for text, _ in pairs))
    return Loss(name, bases, len(pairs), change, dict(lost.most_common()), won)


def _key(cell: Judgement) -> tuple[str, int | None]:
    return cell.name, cell.row


def right(outcome: Outcome) -> set[tuple[str, int | None]]:
    """Name and gold line of every right cell."""
    return {_key(c) for c in outcome.judged.cells if c.verdict == "right"}
