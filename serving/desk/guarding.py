"""Watching over orders that pass without a person: the release in force, the random audit, errors found, the stop.

All of it is events in the audit chain (`release_made`, `auto_passed`, `reviewed`, `error_found`, `auto_stopped`,
`auto_resumed`, `sender_reinstated`), so that nothing can be changed unseen. A machine only stops; a person resumes.
"""

from __future__ import annotations

import json
import secrets
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError

from data.errors import OrdermillError
from data.fields import FIELDS
from models import audit, release
from models.audit import Audit, How, Limits, Step
from models.guarantee import FIRST
from models.release import Release, Verdict
from serving.desk.outgoing import alerts
from serving.desk.store import tables, versions
from serving.desk.store.engine import Tx
from serving.desk.store.rows import Order

RELEASE, PASSED, REVIEWED, FOUND = "release_made", "auto_passed", "reviewed", "error_found"
STOPPED, RESUMED, REINSTATED, SECRET = "auto_stopped", "auto_resumed", "sender_reinstated", "audit_drawn_by"
SERVES = "model_serves"
KINDS = (RELEASE, PASSED, REVIEWED, FOUND, STOPPED, RESUMED, REINSTATED)
WATCH = "watch"
"""Who stops auto mode."""
AUDIT = 0.05
"""Share of passing orders that a person sees all the same."""


@dataclass(frozen=True, slots=True)
class Happened:
    """One event of the watch, its data read; empty where they were erased."""

    kind: str
    at: datetime
    by: str
    order: str | None
    data: dict[str, Any]


def happened(tx: Tx, *kinds: str) -> Iterator[Happened]:
    """The watch's events of these kinds, first to last, those of this transaction included."""
    e = tables.events
    query = select(e.c.kind, e.c.at, e.c.by, e.c.order_id, e.c.data).where(e.c.kind.in_(kinds)).order_by(e.c.seq)
    for row in tx.execute(query):
        yield Happened(row.kind, row.at, row.by, row.order_id, json.loads(row.data) if row.data else {})
    for p in tx.pending:
        if p.kind in kinds:
            yield Happened(p.kind, p.at, p.by, p.order_id, p.data)


def sender_of(order: Order) -> str:
    """Whom an order is counted to: the customer where known, else the address it came from, else what it says."""
    if order.customer_id is not None:
        return f"customer {order.customer_id}"
    return (order.sender or order.customer or "").strip().casefold() or "unknown"


def current(tx: Tx, folder: Path) -> Release:
    """The release in force for the model in `folder`; where it was made for another one, nothing passes."""
    last = None
    for event in happened(tx, RELEASE):
        last = event
    return release.none(folder) if last is None else Release.parse(last.data["release"]).beside(folder)


def make_release(tx: Tx, made: Release, by: str, note: str = "") -> None:
    """From now on this release decides. The watch begins anew: it holds orders against what is promised now."""
    tx.log(RELEASE, by, release=made.to_dict(), note=note[:400])


def limits_of(made: Release, yearly: int = 5000) -> Limits:
    """What the watch holds the orders of a release against."""
    return Limits(made.alpha, yearly=max(yearly, 1), audit=AUDIT)


def watched(tx: Tx) -> Audit | None:
    """The watch over the release in force, from its events; None where there is no release."""
    limits: Limits | None = None
    steps: dict[str, Step] = {}
    suspended: dict[str, None] = {}
    stopped = ""
    for e in happened(tx, *KINDS):
        if e.kind in (RELEASE, RESUMED):
            limits = limits_of(Release.parse(e.data["release"])) if e.kind == RELEASE else limits
            # a new release is no reason to forget a stop: only a person who says so puts auto mode on again
            steps, stopped = {}, "" if e.kind == RESUMED else stopped
        elif e.kind == PASSED and e.order:
            steps[e.order] = Step(e.order, e.data.get("sender", ""), e.at, bool(e.data.get("audited")))
        elif e.kind == STOPPED:
            stopped = e.data["reason"]
        elif e.kind == REINSTATED:
            suspended.pop(e.data["sender"], None)
        elif e.order in steps:
            steps[e.order] = _told(steps[e.order], e, suspended)
    return None if limits is None else Audit(limits, tuple(steps.values()), stopped, tuple(suspended))


def _told(step: Step, e: Happened, suspended: dict[str, None]) -> Step:
    how: How | None = ("audit" if e.data.get("wrong") else None) if e.kind == REVIEWED else e.data.get("how")
    if how is not None:
        suspended[step.sender] = None
    checked = step.checked or e.kind == REVIEWED
    return Step(step.order, step.sender, step.at, step.audited, step.wrong or how, checked)


def auto_allowed(tx: Tx, sender: str | None = None) -> Verdict:
    """Whether auto mode is on, and for this sender; `data["tightened"]` asks for more certainty for now."""
    watch = watched(tx)
    off = stopped(tx)
    if off is not None:
        return Verdict(False, "auto_stopped", {k: off.data.get(k, "") for k in ("reason", "sentence")})
    if watch is None:
        return Verdict(False, "no_release")
    verdict = watch.verdict()
    if verdict.state == "stopped":
        return Verdict(False, "auto_stopped", {"reason": verdict.reason, "sentence": verdict.sentence})
    if sender is not None and sender in watch.suspended:
        return Verdict(False, "sender_suspended", {"sender": sender})
    return Verdict(True, "", {"tightened": verdict.state == "tightened"})


def stopped(tx: Tx) -> Happened | None:
    """The stop that stands, by the watch or by hand; None while auto mode is on."""
    last = None
    for event in happened(tx, STOPPED, RESUMED):
        last = event
    return last if last is not None and last.kind == STOPPED else None


def judge(tx: Tx, order: Order, extraction: Any, folder: Path) -> Verdict:
    """All of it at once: the watch, the sender, the release. `extraction` as the model read it.

    In a transaction that writes: it notes which model serves.
    """
    note_model(tx, folder)
    sender = sender_of(order)
    allowed = auto_allowed(tx, sender)
    if not allowed.ok:
        return allowed
    known = sender_known(tx, sender)
    return current(tx, folder).may_confirm(extraction, known, tightened=bool(allowed.data["tightened"]))


def note_model(tx: Tx, folder: Path) -> None:
    """Note which model and calibrator serve from now on, where they are others than before: orders that were read
    earlier are no evidence for them."""
    now, last = release.parts(folder), None
    for event in happened(tx, SERVES):
        last = event
    if last is None or last.data != now:
        tx.log(SERVES, WATCH, **now)


def sender_known(tx: Tx, sender: str) -> bool:
    """Enough orders of the sender were looked at to speak of a known one."""
    mine = {e.order for e in happened(tx, REVIEWED) if e.data.get("sender") == sender}
    return len(mine) >= FIRST


def to_audit(tx: Tx, order: Order, share: float = AUDIT) -> bool:
    """Whether a passing order goes to a person all the same: by a secret draw, the same however often it is asked.

    In a transaction that writes: the first one ever makes the secret.
    """
    return audit.audited(order.id, share, _secret(tx))


def _secret(tx: Tx) -> str:
    """Kept beside the chain and not in it: who reads the log must not know which orders are looked at."""
    s = tables.secrets
    found = tx.execute(s.select().where(s.c.name == "audit")).first()
    if found is not None:
        return str(found.value)
    made = secrets.token_urlsafe(32)
    try:
        with tx.connection.begin_nested():
            tx.execute(s.insert().values(name="audit", value=made))
    except IntegrityError:  # another worker was first, in the same moment: PostgreSQL lets both look
        return str(tx.execute(s.select().where(s.c.name == "audit")).one().value)
    tx.log(SECRET, WATCH)
    return made


def was_audited(tx: Tx, order: Order) -> bool:
    """Whether chance sent this order to a person although it had passed."""
    e = tables.events
    query = select(e.c.data).where(e.c.order_id == order.id, e.c.kind == PASSED).order_by(e.c.seq.desc()).limit(1)
    data = tx.execute(query).scalar()
    return bool(json.loads(data).get("audited")) if data else False


def note_passed(tx: Tx, order: Order, *, audited: bool) -> None:
    """An order passed the rules without a person (`audited`: it goes to one all the same, to be looked at)."""
    tx.log(PASSED, WATCH, order.id, sender=sender_of(order), audited=audited, confidence=order.confidence)


def note_review(tx: Tx, order: Order, wrong: bool, audited: bool, by: str = WATCH) -> None:
    """A person has looked at an order; `wrong`: what the model read had a material error (see `material`).

    Every reviewed order is evidence for the next release. That of an audited one is held against the promise, which
    may stop auto mode.
    """
    first = versions.extraction(tx, order.id, 1)
    result = first.result if first else {}
    about = result.get("document") or {}
    kind = result.get("document_type") or {}
    tx.log(
        REVIEWED, by, order.id, wrong=wrong, audited=audited, sender=sender_of(order),
        confidence=result.get("order_confidence"), language=about.get("language"), type=kind.get("value"),
        source=about.get("source", []), legibility=about.get("legibility"),
        type_confidence=kind.get("confidence"), read_at=first.at.isoformat() if first else None,
    )  # fmt: skip
    if audited or wrong:
        _look(tx)


def note_error(tx: Tx, order: Order, how: How, by: str = WATCH) -> None:
    """An error of an order that had passed came to light later: corrected in Odoo, or credited."""
    tx.log(FOUND, by, order.id, how=how, sender=sender_of(order))
    _look(tx)


def material(tx: Tx, order: Order) -> bool:
    """Whether a person changed a critical value that the model had read, or added or dropped a line."""
    return any(critical_path(c.path) and c.before != c.after for c in versions.corrections(tx, order.id))


def critical_path(path: str) -> bool:
    """`fields.x` and `lines.n.fields.x` by the catalogue; a whole line always."""
    parts = path.split(".fields.", 1)
    if path.startswith("fields."):
        name = path.removeprefix("fields.")
    elif len(parts) == 2:
        name = f"line.{parts[1]}"
    else:
        return path.startswith("lines.")
    found = FIELDS.get(name)
    return found is not None and found.critical


def _look(tx: Tx) -> None:
    """Stop auto mode where the watch says so. The event says why, and an alert."""
    watch = watched(tx)
    if watch is None or watch.stopped:
        return
    verdict = watch.verdict()
    if verdict.state == "stopped":
        tx.log(STOPPED, WATCH, reason=verdict.reason, sentence=verdict.sentence)
        alerts.of_stop(tx, verdict.sentence)


def stop(tx: Tx, by: str, note: str) -> None:
    """A person puts auto mode off."""
    tx.log(STOPPED, _named(by, note), reason="by_hand", sentence=note[:400])
    alerts.of_stop(tx, note[:400])


def resume(tx: Tx, by: str, note: str) -> None:
    """A person puts auto mode on again; the watch begins anew."""
    tx.log(RESUMED, _named(by, note), note=note[:400])


def reinstate(tx: Tx, sender: str, by: str, note: str) -> None:
    """A person has looked at the wrong order of a sender, whose orders may pass again."""
    tx.log(REINSTATED, _named(by, note), sender=sender, note=note[:400])


def _named(by: str, note: str) -> str:
    if not by.strip() or by == WATCH or not note.strip():
        raise OrdermillError("Only a person with a name and a reason changes auto mode.",
                             hint="Say why in a few words.", code="reason_missing")  # fmt: skip
    return by
