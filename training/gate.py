"""Whether a challenger may take the champion's place: better overall, and not worse beyond the margins for anyone.

Both read the same documents: the gold set (senders never trained on), recent corrections of known senders, and held-out
generated documents. What is compared are paired differences with bootstrap intervals over documents; a sender with
few documents cannot be told from chance and is only reported.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from training.metrics import Judged, tallies
from training.outcome import Outcome
from training.scores import Interval, middle, resampled

Pair = tuple[Outcome, Outcome]
"""The same document as the champion and as the challenger read it."""


@dataclass(frozen=True, slots=True)
class Margins:
    """Section `gate` of params.yaml; shares of F1 (0.01 is a point)."""

    overall: float = 0.0
    """What the challenger must at least gain on recent corrections and gold together."""
    sender: float = 0.02
    """What a big sender may lose."""
    language: float = 0.02
    """What a language may lose."""
    generated: float = 0.01
    """What the held-out generated documents may lose: what was learnt before must not be forgotten."""
    big: int = 5
    """Documents from which on a sender is judged on its own."""
    rounds: int = 500


@dataclass(frozen=True, slots=True)
class Change:
    """A group of documents under both models: F1 of all values, before, after, and the paired interval of the gain."""

    group: str
    name: str
    documents: int
    before: float
    after: float
    interval: Interval

    @property
    def gain(self) -> float:
        return self.after - self.before


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the gate says, with every reason why not."""

    passed: bool
    reasons: tuple[str, ...]
    changes: tuple[Change, ...] = field(repr=False)


def judge(pairs: Sequence[Pair], margins: Margins) -> Verdict:
    """The gate over documents whose cases carry the groups `set`, `sender` and `language`."""
    own = [p for p in pairs if p[0].groups["set"] in ("recent", "gold")]
    changes = [_change("all", "corrected", own, margins.rounds)] if own else []
    for group in ("set", "sender", "language"):
        chosen = pairs if group == "set" else own
        for name, mine in _by(chosen, lambda p, group=group: p[0].groups.get(group, "")).items():  # type: ignore[misc]
            changes.append(_change(group, name, mine, margins.rounds))
    reasons = tuple(_reasons(changes, margins))
    return Verdict(not reasons, reasons, tuple(changes))


def _reasons(changes: Iterable[Change], margins: Margins) -> Iterable[str]:
    for change in changes:
        said = f"{100 * change.before:.1f} to {100 * change.after:.1f} on {change.documents} documents"
        if change.group == "all" and change.gain <= margins.overall:
            yield f"not better on corrected orders: {said}"
        elif change.group == "set" and change.name == "generated" and change.gain < -margins.generated:
            yield f"forgets what it could: held-out generated documents fall from {said}"
        elif change.group == "sender" and change.documents >= margins.big and change.gain < -margins.sender:
            yield f"worse for the sender {change.name}: {said}"
        elif change.group == "language" and change.documents >= margins.big and change.gain < -margins.language:
            yield f"worse for the language {change.name}: {said}"
    if not any(c.group == "all" for c in changes):
        yield "no corrected order to judge on: correct some, or export them with `ordermill learning`"


def _by(pairs: Sequence[Pair], key: Callable[[Pair], str]) -> Mapping[str, list[Pair]]:
    out: dict[str, list[Pair]] = defaultdict(list)
    for pair in pairs:
        if name := key(pair):
            out[name].append(pair)
    return dict(sorted(out.items()))


def _change(group: str, name: str, pairs: Sequence[Pair], rounds: int) -> Change:
    a, b = (_counts([p[k].judged for p in pairs]) for k in (0, 1))
    drawn = resampled(len(pairs), rounds)
    spread = _f1(b[drawn].sum(1)) - _f1(a[drawn].sum(1))
    return Change(group, name, len(pairs), float(_f1(a.sum(0))), float(_f1(b.sum(0))), middle(spread))


def _counts(judged: Sequence[Judged]) -> NDArray[np.float64]:
    """`[documents, 3]` right, false positive, false negative over all values."""
    rows = []
    for document in judged:
        t = tallies([document])["all"]
        rows.append([t.right, t.false_positive, t.false_negative])
    return np.array(rows, float).reshape(-1, 3)


def _f1(counts: NDArray[np.float64]) -> NDArray[np.float64]:
    right, positive, negative = counts[..., 0], counts[..., 1], counts[..., 2]
    out: NDArray[np.float64] = 2 * right / np.maximum(2 * right + positive + negative, 1)
    return out
