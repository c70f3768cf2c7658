"""Finds what belongs to a sender (by address) or a person (by name or address, wherever it was read)."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import select

from data.errors import OrdermillError
from serving.desk.privacy.erasers import Subject
from serving.desk.steps import WORDS
from serving.desk.store import Store, Tx, tables

SHORTEST = 4
"""Characters of a person's name at least: a shorter one would be found in everybody's orders."""
_AT_ONCE = 500


class BadSubject(OrdermillError):
    """Nobody can be meant by this: an empty or far too short name."""

    code = "bad_subject"


def of_sender(store: Store, sender: str) -> Subject:
    """All that came from one address, or from a whole domain (`@example.com`). Raises `BadSubject`."""
    sender = sender.strip().casefold()
    if len(sender) < SHORTEST:
        raise BadSubject("This is no sender.", hint="Give an address, or a domain as @example.com.")

    def by(found: str | None) -> bool:
        # Not in the database: SQLite folds the case of ASCII alone.
        folded = (found or "").casefold()
        return folded.endswith(sender) if sender.startswith("@") else folded == sender

    with store.read() as tx:
        i, s, o = tables.intakes.c, tables.set_aside.c, tables.orders.c
        mails = [row for row in tx.execute(select(i.id, i.sender)) if by(row.sender)]
        intakes = {row.id for row in mails}
        asides = {row.id for row in tx.execute(select(s.id, s.sender)) if by(row.sender)}
        rows = tx.execute(select(o.id, o.sender, o.intake_id))
        mine = [row for row in rows if by(row.sender) or row.intake_id in intakes]
        names = {sender} | {row.sender for row in (*mails, *mine) if by(row.sender)}
        return _subject(tx, names, {row.id for row in mine}, intakes, asides)


def of_person(store: Store, name: str) -> Subject:
    """All orders and mails that name a person, in any value, mail or printed word. Raises `BadSubject`.

    Looks through everything that is kept, which takes its time.
    """
    wanted = " ".join(name.casefold().split())
    if len(wanted) < SHORTEST:
        raise BadSubject("This name is too short to be told apart.", hint=f"Give {SHORTEST} characters or more.")
    with store.read() as tx:
        intakes = {row.id for row in tx.execute(select(tables.intakes)) if wanted in _flat(row)}
        asides = {row.id for row in tx.execute(select(tables.set_aside)) if wanted in _flat(row)}
        orders = set(_orders_naming(store, tx, wanted))
        o = tables.orders.c
        orders |= {row.id for row in tx.execute(select(o.id, o.intake_id)) if row.intake_id in intakes}
        # Not their senders: other orders of the same company stay.
        return _subject(tx, {wanted, " ".join(name.split())}, orders, intakes, asides)


def _orders_naming(store: Store, tx: Tx, wanted: str) -> Iterator[str]:
    for table in (tables.extractions, tables.proposals, tables.decisions, tables.corrections, tables.exceptions):
        for row in tx.execute(select(table).execution_options(yield_per=_AT_ONCE)):
            if wanted in _flat(row):
                yield row.order_id
    for row in tx.execute(select(tables.orders)).all():
        if wanted in _flat(row) or wanted in _printed(store, row.document):
            yield row.id


def _flat(row: Any) -> str:
    """All that a row says, as one text: JSON without escapes, single spaces."""
    return " ".join(json.dumps(list(row), ensure_ascii=False, default=str).casefold().split())


def _printed(store: Store, sha256: str) -> str:
    """The words of a document in reading order."""
    kept = store.files.get(sha256, WORDS)
    if kept is None:
        return ""
    pages = json.loads(gzip.decompress(kept)).get("pages", [])
    return " ".join(str(w.get("text", "")) for page in pages for w in page.get("words", [])).casefold()


def _subject(tx: Tx, names: set[str], found: set[str], intakes: set[int], asides: set[int]) -> Subject:
    o, s = tables.orders.c, tables.set_aside.c
    rows = [row for row in tx.execute(select(o.id, o.document, o.intake_id, o.state)) if row.id in found]
    intakes = intakes | {row.intake_id for row in rows if row.intake_id is not None}
    files = list(tx.execute(select(s.id, s.intake_id, s.document)))
    asides = asides | {row.id for row in files if row.intake_id in intakes}
    documents = {row.document for row in rows}
    documents |= {row.document for row in files if row.id in asides and row.document is not None}
    others = {row.document for row in tx.execute(select(o.id, o.document, o.state))
              if row.id not in found and row.state != "erased"}  # fmt: skip
    others |= {row.document for row in files if row.id not in asides and row.document is not None}
    alive = sorted(row.id for row in rows if row.state != "erased")
    return Subject(tuple(sorted(names)), tuple(alive), tuple(sorted(documents - others)),
                   tuple(sorted(documents & others)), tuple(sorted(intakes)), tuple(sorted(asides)))  # fmt: skip
