"""Watching what was confirmed without a person: a test that may be looked at after every order, and stops auto mode.

Every confirmed order is one step. What is known of it is whether an error came to light, by the random audit, a late
correction in Odoo or a credit note: never more than there are. A test that the share of errors is at most what was
promised therefore stays valid however much of them comes to light, and however late (each step's factor can only be
too small meanwhile). Two tests run: a bet against the promise over the whole life (an e-process, Ramdas et al. 2023),
and one that forgets, for a change after a long good time (Shiryaev and Roberts' sum of such bets over all starts, the
e-detector of Shin et al. 2023). Both are mixtures over how bad it may have become. Auto mode comes back by a person.
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any, Literal

import numpy as np

from models.binomial import lower, upper

State = Literal["auto", "tightened", "stopped"]
How = Literal["audit", "correction", "credit_note"]
WORSE = (0.05, 0.12, 0.3, 0.6, 0.95)
"""Shares of errors that are bet on, those above what was promised."""
ENOUGH = 1e200
"""No bet need grow larger."""
TIGHTEN_AT = 0.5
"""Share of the way to the line, in logarithms, from which the threshold is tightened."""


def audited(order_id: str, share: float, secret: str) -> bool:
    """Whether this order goes to a person although it may pass. The same answer always, known to nobody before.

    Raises:
        ValueError: the share is none.
    """
    if not 0 <= share <= 1:
        raise ValueError(f"a share of audits is between 0 and 1, not {share}")
    digest = hashlib.blake2b(order_id.encode(), key=secret.encode()[:64], digest_size=8).digest()
    return int.from_bytes(digest) < share * 2**64


@dataclass(frozen=True, slots=True)
class Step:
    """One order confirmed without a person."""

    order: str
    sender: str
    at: datetime
    audited: bool = False
    wrong: How | None = None
    """How an error came to light; None while none has."""
    checked: bool = False
    """A person has looked, as the audit asked."""


@dataclass(frozen=True, slots=True)
class Limits:
    """What the tests hold the orders against."""

    promised: float
    """Share of errors that was promised at release."""
    delta: float = 0.05
    """Chance of a false stop, in a year for the test of a change, for ever for the other; half each."""
    yearly: int = 5000
    """Orders confirmed without a person in a year, at most."""
    audit: float = 0.05
    """Share of confirmed orders that a person sees."""

    def __post_init__(self) -> None:
        if not (0 < self.promised < 1 and 0 < self.delta < 1 and self.yearly > 0):
            raise ValueError("limits of an audit: promised and delta are shares, yearly a number of orders")
        if not 0.02 <= self.audit <= 1:
            raise ValueError("fewer than 2 of 100 audits show nothing: set 0.02 or more")


@dataclass(frozen=True, slots=True)
class Verdict:
    """What the tests say now."""

    state: State
    reason: str
    """A code: ``, `promise_broken`, `got_worse`, `suspicious`."""
    sentence: str
    evidence: float
    """Against the promise: 1 is none, 1 / delta stops."""


def bets(promised: float) -> tuple[float, ...]:
    """Alternatives that are worse than what was promised."""
    return tuple(p for p in WORSE if p > 1.5 * promised) or (min(0.99, 2 * promised),)


def factors(wrong: np.ndarray, promised: float) -> np.ndarray:  # type: ignore[type-arg]
    """`[alternatives, steps]` factor of each step on each bet; of mean 1 at most while the promise holds."""
    p = np.array(bets(promised))[:, None]
    return np.where(wrong, p / promised, (1 - p) / (1 - promised))


def highest(wrong: np.ndarray, limits: Limits) -> tuple[float, float]:  # type: ignore[type-arg]
    """Logarithms of the two tests' levels, each as a share of its line: at 1 or more auto mode stops.

    The highest level ever counts: who broke the line once stays stopped.
    """
    if not len(wrong):
        return 0.0, 0.0
    logs = np.log(factors(np.asarray(wrong, bool), limits.promised))
    whole = np.logaddexp.reduce(np.cumsum(logs, 1), 0) - math.log(len(logs))
    change = _restarting(logs)
    half = limits.delta / 2
    ever, year = math.log(1 / half), math.log(limits.yearly / half)
    return float(whole.max()) / ever, float(change.max()) / year


def _restarting(logs: np.ndarray) -> np.ndarray:  # type: ignore[type-arg]
    """`[steps]` log of the sum over all starts of the bet from there on, averaged over the alternatives."""
    out = np.empty(logs.shape[1])
    steps, level = np.exp(logs.T), np.zeros(logs.shape[0])
    for k, factor in enumerate(steps):
        level = np.minimum((level + 1.0) * factor, ENOUGH)
        out[k] = level.mean()
    return np.asarray(np.log(np.maximum(out, 1e-300)))


@dataclass(frozen=True)
class Audit:
    """All orders confirmed without a person since a release, oldest first, and what came to light."""

    limits: Limits
    steps: tuple[Step, ...] = ()
    stopped: str = ""
    """Why auto mode stands still: a reason code. Only `resume` takes it away."""
    suspended: tuple[str, ...] = ()
    """Senders of whose orders one was wrong: theirs go to a person until one has looked at it."""
    history: tuple[dict[str, str], ...] = field(default=())

    def confirmed(self, order: str, sender: str, at: datetime, *, audited: bool = False) -> Audit:
        """One more order went through."""
        if any(s.order == order for s in self.steps):
            raise ValueError(f"order {order} was confirmed before")
        return replace(self, steps=(*self.steps, Step(order, sender, at, audited)))

    def checked(self, order: str, *, wrong: bool) -> Audit:
        """A person has looked at an order that the audit had asked for."""
        return self._told(order, "audit" if wrong else None)

    def came_to_light(self, order: str, how: How) -> Audit:
        """An error of a confirmed order became known later."""
        return self._told(order, how)

    def _told(self, order: str, how: How | None) -> Audit:
        at = next((k for k, s in enumerate(self.steps) if s.order == order), None)
        if at is None:
            raise ValueError(f"order {order} was not confirmed without a person")
        old = self.steps[at]
        new = replace(old, wrong=old.wrong or how, checked=old.checked or how in ("audit", None))
        told = replace(self, steps=(*self.steps[:at], new, *self.steps[at + 1 :]))
        if how is not None and old.sender not in told.suspended:
            told = replace(told, suspended=(*told.suspended, old.sender))
        verdict = told.verdict()
        return replace(told, stopped=verdict.reason) if verdict.state == "stopped" else told

    def verdict(self) -> Verdict:
        """State of auto mode, with the sentence for the alert."""
        wrong = np.array([s.wrong is not None for s in self.steps], bool)
        ever, year = highest(wrong, self.limits)
        errors, count = int(wrong.sum()), len(wrong)
        said = f"{errors} of {count} orders confirmed without a person turned out wrong"
        promised = f"at most {self.limits.promised:.1%} were promised"
        if self.stopped or max(ever, year) >= 1:
            reason = self.stopped or ("promise_broken" if ever >= year else "got_worse")
            what = "Of late more orders are wrong than before" if reason == "got_worse" else "The promise does not hold"
            text = f"{what}: {said}, {promised}. Auto mode is off until a person has looked and puts it on again."
            return Verdict("stopped", reason, text, self._evidence(ever))
        if max(ever, year) >= TIGHTEN_AT:
            text = f"{said}, {promised}: not enough to stop, enough to let less through for now."
            return Verdict("tightened", "suspicious", text, self._evidence(ever))
        return Verdict("auto", "", f"{said}, {promised}.", self._evidence(ever))

    def _evidence(self, ever: float) -> float:
        return math.exp(max(ever, 0.0) * math.log(2 / self.limits.delta))

    def allows(self, sender: str) -> bool:
        """True where an order of this sender may still pass."""
        return self.verdict().state != "stopped" and sender not in self.suspended

    def resume(self, by: str, note: str, *, limits: Limits | None = None) -> Audit:
        """A person puts auto mode on again: the count starts anew, what was stays in `history`.

        Raises:
            ValueError: nobody's name or no reason is given.
        """
        if not by.strip() or not note.strip():
            raise ValueError("auto mode is put on again by a person who gives a name and a reason")
        entry = {"by": by, "note": note, "after": self.stopped, "steps": str(len(self.steps))}
        return Audit(limits or self.limits, history=(*self.history, entry))

    def reinstate(self, sender: str, by: str, note: str) -> Audit:
        """A person has looked at the wrong order of a sender, whose orders may pass again."""
        if not by.strip() or not note.strip():
            raise ValueError("a sender is let through again by a person who gives a name and a reason")
        entry = {"by": by, "note": note, "sender": sender}
        left = tuple(s for s in self.suspended if s != sender)
        return replace(self, suspended=left, history=(*self.history, entry))

    def estimate(self) -> tuple[float, float, int]:
        """Limits (95 %) of the share of errors by the random audit alone, and the number of orders looked at."""
        seen = [s for s in self.steps if s.audited and s.checked]
        wrong = sum(s.wrong is not None for s in seen)
        if not seen:
            return 0.0, 1.0, 0
        return lower(wrong, len(seen), 0.025), upper(wrong, len(seen), 0.025), len(seen)

    def to_dict(self) -> dict[str, Any]:
        """JSON-ready; `parse` reverses it."""
        steps = [[s.order, s.sender, s.at.isoformat(), s.audited, s.wrong, s.checked] for s in self.steps]
        limits = {k: getattr(self.limits, k) for k in ("promised", "delta", "yearly", "audit")}
        return {"limits": limits, "steps": steps, "stopped": self.stopped, "suspended": list(self.suspended),
                "history": list(self.history)}  # fmt: skip

    @classmethod
    def parse(cls, raw: dict[str, Any]) -> Audit:
        rows: Sequence[Any] = raw["steps"]
        steps = tuple(Step(o, s, datetime.fromisoformat(at), a, w, c) for o, s, at, a, w, c in rows)
        return cls(Limits(**raw["limits"]), steps, raw["stopped"], tuple(raw["suspended"]), tuple(raw["history"]))
