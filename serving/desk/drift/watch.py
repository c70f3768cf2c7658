"""Tests the streams, notes what has changed in the audit chain and tells it; a person says what is the new normal."""

from __future__ import annotations

import uuid
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from data.errors import OrdermillError
from models.drift import ALPHA, Stream, draw, line
from serving.desk import guarding
from serving.desk.drift.signals import Seen, observations
from serving.desk.outgoing.settings import EventSettings, current
from serving.desk.store import Store, Tx, outbox

FOUND, ACCEPTED = "drift_found", "drift_accepted"
ALL = ""
"""Sender of the streams of the whole desk."""
BY = "drift"


@dataclass
class Watched:
    """One stream: a signal of all orders (`sender` empty) or of one sender."""

    signal: str
    sender: str
    number: int
    """In the order in which streams appeared; the later, the higher its line."""
    limit: float
    customer_id: int | None = None
    stream: Stream = field(default_factory=Stream)
    times: list[datetime] = field(default_factory=list)

    @property
    def key(self) -> tuple[str, str]:
        return self.signal, self.sender

    @property
    def alarm(self) -> bool:
        return self.stream.alarm_at is not None

    @property
    def since(self) -> datetime | None:
        """When the change most likely began."""
        return self.times[min(self.stream.since, len(self.times) - 1)] if self.alarm else None


def examine(store: Store, alpha: float = ALPHA, *, layouts: bool = True) -> list[Watched]:
    """All streams, those with an alarm first. The same orders always give the same.

    A stream whose change was accepted begins anew with the orders after that, as a stream of its own number.
    """
    with store.read() as tx:
        accepted = [(e.at, e.data.get("signal", ""), e.data.get("sender", ""))
                    for e in guarding.happened(tx, ACCEPTED)]  # fmt: skip
    return streams(observations(store, layouts=layouts), alpha, accepted)


def streams(
    seen: Iterable[Seen], alpha: float = ALPHA, accepted: Iterable[tuple[datetime, str, str]] = ()
) -> list[Watched]:
    """Streams of observations in their order."""
    breaks: dict[tuple[str, str], list[datetime]] = {}
    for at, signal, sender in accepted:
        breaks.setdefault((signal, sender), []).append(at)
    found: dict[tuple[str, str], Watched] = {}
    number = 0
    for one in seen:
        for sender in (ALL, one.sender):
            key = one.signal, sender
            mine = found.get(key)
            # Only of the stream that stood when it was accepted: the new one has orders after that alone.
            if mine is None or any(mine.times[-1] <= at < one.at for at in breaks.get(key, ())):
                number += 1
                mine = found[key] = Watched(*key, number, line(number, alpha))
            mine.customer_id = one.customer_id if sender else None
            mine.times.append(one.at)
            mine.stream.add(one.value, draw(f"{one.order} {one.signal} {sender}"), mine.limit)
    # Accepted, and nothing came since: there is no stream yet.
    left = [w for w in found.values() if not any(at >= w.times[-1] for at in breaks.get(w.key, ()))]
    return sorted(left, key=lambda w: (not w.alarm, w.sender, w.signal))


def note(store: Store, watched: Iterable[Watched], settings: EventSettings | None = None) -> list[Watched]:
    """Note alarms that are new in the audit chain and have them told; which those are. Again, it notes nothing."""
    alarms = [w for w in watched if w.alarm]

    def work(tx: Tx) -> list[Watched]:
        standing = _standing(tx)
        new = [w for w in alarms if w.key not in standing]
        for w in new:
            tx.log(FOUND, BY, signal=w.signal, sender=w.sender, since=w.since.isoformat() if w.since else None,
                   orders=len(w.stream.after()), sentence=sentence(w))  # fmt: skip
        if new:
            _tell(tx, new, settings or current())
        return new

    return store.run(work) if alarms else []


def accept(store: Store, by: str, why: str) -> int:
    """A person says that all changes found so far are the new normal; how many there were.

    Raises:
        OrdermillError: nobody's name or no reason is given.
    """
    if not by.strip() or by == BY or not why.strip():
        raise OrdermillError("Only a person with a name and a reason accepts a change.", hint="Say why in a few words.",
                             code="reason_missing")  # fmt: skip

    def work(tx: Tx) -> int:
        standing = _standing(tx)
        for signal, sender in sorted(standing):
            tx.log(ACCEPTED, by, signal=signal, sender=sender, note=why[:400])
        return len(standing)

    return store.run(work)


def _standing(tx: Tx) -> set[tuple[str, str]]:
    """Alarms that were noted and not accepted since."""
    found: set[tuple[str, str]] = set()
    for event in guarding.happened(tx, FOUND, ACCEPTED):
        key = event.data.get("signal", ""), event.data.get("sender", "")
        (found.add if event.kind == FOUND else found.discard)(key)
    return found


def _tell(tx: Tx, new: list[Watched], settings: EventSettings) -> None:
    """One message for all that is new. It names no address: messages are not looked through when a sender is erased."""
    if not settings.targets or not settings.wants("drift.found"):
        return
    found = [_told(w) for w in new]
    said = Counter(w.signal for w in new)
    text = (
        "Orders have changed: " + ", ".join(f"{WORDS[s]} ({n})" for s, n in said.items()) + ". See `ordermill drift`."
    )
    for target in settings.targets:
        body: dict[str, Any] = {"event": "drift.found", "at": tx.now.isoformat(timespec="milliseconds"), "text": text,
                                "drift": found, "id": uuid.uuid4().hex}  # fmt: skip
        outbox.put(tx, "drift.found", target, body)


def _told(w: Watched) -> dict[str, Any]:
    since = w.since.isoformat() if w.since else None
    return {"signal": w.signal, "whole_desk": not w.sender, "customer_id": w.customer_id, "since": since,
            "orders": len(w.stream.after())}  # fmt: skip


WORDS = {
    "layout": "layouts not seen before", "language": "languages", "scan": "scans instead of text",
    "legibility": "scans hard to read", "missing": "usual fields missing", "confidence": "lower confidence",
    "corrected": "more corrections",
}  # fmt: skip


def sentence(w: Watched) -> str:
    """What has changed, for people."""
    who = f"Orders of {w.sender}" if w.sender else "Orders of all senders"
    began = f" since about {w.since:%Y-%m-%d}" if w.since else ""
    return f"{who}: {WORDS[w.signal]}{began} ({usual(w.signal, w.stream.before())}, then " \
           f"{usual(w.signal, w.stream.after())}, {len(w.stream.after())} orders)."  # fmt: skip


def usual(signal: str, values: list[float | str]) -> str:
    """What values of a signal come to, in words."""
    if not values:
        return "-"
    names = Counter(v for v in values if isinstance(v, str))
    if names:
        return " ".join(f"{name} {count / len(values):.0%}" for name, count in names.most_common(3))
    mean = sum(v for v in values if not isinstance(v, str)) / len(values)
    # Confidence and legibility are turned round, so that greater is worse.
    return f"{-mean:.2f}" if signal in ("confidence", "legibility") else f"{mean:.0%}"
