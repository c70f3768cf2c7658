"""How long what came in is kept: days by kind, for everybody and for single senders; what is due is erased.

    default: {documents: 730, orders: 3650, mails: 180, aside: 30, outgoing: 90}
    senders:
      "@example.com": {documents: 90}
      orders@example.com: {documents: never}

Nothing is erased without a policy. Orders that wait for a person or are under way are never due.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from typing import Any

import yaml
from sqlalchemy import delete, func, or_, select, update

from data.errors import OrdermillError
from serving.desk.privacy import store as rooms
from serving.desk.privacy.erasers import Erased, Subject
from serving.desk.store import Store, Tx, tables

KINDS = ("documents", "orders", "mails", "aside", "outgoing")
"""`documents`: files and their words; `orders`: all that is known of an order; `mails`: subject and text; `aside`:
files set aside; `outgoing`: messages sent or given up."""

RESTING = ("done", "exported", "rejected", "undone", "failed", "aside", "shadow")
"""States in which an order is over, so that its time runs, from its last change on."""

Days = Mapping[str, int | None]


class BadPolicy(OrdermillError):
    """A retention policy that cannot be understood; nothing is erased by it."""

    code = "bad_retention"


@dataclass(frozen=True, slots=True)
class Policy:
    """Days by kind, None: for ever. A sender's own entry comes before that of its domain, that before the default."""

    default: Days = field(default_factory=dict)
    senders: Mapping[str, Days] = field(default_factory=dict)

    def days(self, kind: str, sender: str | None) -> int | None:
        """Days that `kind` is kept, None: for ever."""
        address = (sender or "").strip().casefold()
        domain = "@" + address.rpartition("@")[2]
        for entry in (self.senders.get(address), self.senders.get(domain)):
            if entry is not None and kind in entry:
                return entry[kind]
        return self.default.get(kind)


def parse(text: str) -> Policy:
    """A policy from YAML. Raises `BadPolicy` for whatever is not understood."""
    try:
        read = yaml.safe_load(text) or {}
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f" in line {mark.line + 1}" if mark else ""
        raise BadPolicy(f"The retention policy is no YAML{where}.") from error
    if not isinstance(read, dict) or read.keys() - {"default", "senders"}:
        raise BadPolicy("A retention policy has `default` and `senders`, nothing else.")
    senders = read.get("senders") or {}
    if not isinstance(senders, dict):
        raise BadPolicy("`senders` holds an entry for each address or @domain.")
    own = {str(name).strip().casefold(): _days(str(name), entry) for name, entry in senders.items()}
    return Policy(_days("default", read.get("default") or {}), own)


def _days(name: str, entry: Any) -> Days:
    if not isinstance(entry, dict) or entry.keys() - set(KINDS):
        raise BadPolicy(f"{name}: the kinds are {', '.join(KINDS)}.")
    for kind, days in entry.items():
        # `true` is an int to Python.
        if days != "never" and (isinstance(days, bool) or not isinstance(days, int) or days < 1):
            raise BadPolicy(f"{name}: {kind} is a number of whole days from 1 on, or never.")
    return {kind: None if days == "never" else days for kind, days in entry.items()}


def retain(desk: Store, policy: Policy, by: str = "retention", *, dry: bool = False) -> list[Erased]:
    """Erase what is due now, or count it. May be interrupted and run again."""
    with desk.read() as tx:
        subject = _due(tx, policy)
        mails, outgoing = _mails(tx, policy), _outgoing(tx, policy)
    number = {"orders": len(subject.orders), "documents": len(subject.documents), "mails": len(mails),
              "aside": len(subject.asides), "outgoing": len(outgoing)}  # fmt: skip
    if not dry and any(number.values()):
        rooms.erase(desk, subject, by)
        desk.run(lambda tx: _forget(tx, mails, outgoing, by))
        rooms.sweep(desk)
    return [Erased("retention", what, n) for what, n in number.items() if n]


def _over(tx: Tx, days: int | None, at: datetime) -> bool:
    return days is not None and tx.now - at >= timedelta(days=days)


def _due(tx: Tx, policy: Policy) -> Subject:
    """Orders, documents and files set aside that are due, with the mails whose orders all are."""
    o, s, d = tables.orders.c, tables.set_aside.c, tables.documents.c
    query = select(o.id, o.document, o.sender, o.state, o.changed_at, o.intake_id).where(o.state != "erased")
    due: dict[str, Any] = {}
    documents: set[str | None] = set()
    kept: set[str | None] = set()
    mails_kept: set[int | None] = set()
    for row in tx.execute(query):
        rests = row.state in RESTING
        if rests and _over(tx, policy.days("orders", row.sender), row.changed_at):
            due[row.id] = row
        else:
            mails_kept.add(row.intake_id)
        gone = row.id in due or (rests and _over(tx, policy.days("documents", row.sender), row.changed_at))
        (documents if gone else kept).add(row.document)
    asides = []
    for row in tx.execute(select(s.id, s.document, s.sender, s.at)):
        gone = _over(tx, policy.days("aside", row.sender), row.at)
        asides += [row.id] if gone else []
        (documents if gone else kept).add(row.document)
    erased = set(tx.execute(select(d.sha256).where(d.erased_at.is_not(None))).scalars())
    intakes = {row.intake_id for row in due.values()} - mails_kept - {None}
    return Subject((), tuple(sorted(due)), tuple(sorted(x for x in documents - kept - erased if x is not None)), (),
                   tuple(sorted(intakes)), tuple(asides))  # fmt: skip


def _mails(tx: Tx, policy: Policy) -> list[int]:
    """Mails whose words are due; that they came, and from whom, stays until their orders go."""
    i = tables.intakes.c
    rows = tx.execute(select(i.id, i.sender, i.at).where(or_(i.text.is_not(None), i.subject.is_not(None))))
    return [row.id for row in rows if _over(tx, policy.days("mails", row.sender), row.at)]


def _outgoing(tx: Tx, policy: Policy) -> list[int]:
    """Messages that were sent or given up; one still to be sent is never due."""
    m, o = tables.outbox.c, tables.orders.c
    ended = func.coalesce(m.sent_at, m.dead_at)
    query = select(m.id, m.sent_at, m.dead_at, o.sender).join_from(
        tables.outbox, tables.orders, m.order_id == o.id, isouter=True
    )  # fmt: skip
    rows = tx.execute(query.where(ended.is_not(None)))
    return [row.id for row in rows if _over(tx, policy.days("outgoing", row.sender), row.sent_at or row.dead_at)]


def _forget(tx: Tx, mails: list[int], outgoing: list[int], by: str) -> None:
    for part in rooms.parts(mails):
        tx.execute(update(tables.intakes).where(tables.intakes.c.id.in_(part)).values(text=None, subject=None))
    for part in rooms.parts(outgoing):
        tx.execute(delete(tables.outbox).where(tables.outbox.c.id.in_(part)))
    if mails or outgoing:
        tx.log("retained", by, mails=len(mails), messages=len(outgoing))
