"""Erases in the desk's own database and documents. The audit chain stays whole: what happened, not what was said."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from typing import Any

from sqlalchemy import delete, false, func, or_, select, update

from serving.desk.privacy.erasers import Erased, Subject
from serving.desk.store import Store, Tx, events, orders, tables

DATABASE, DOCUMENTS = "database", "documents"
_OF_ORDER = (tables.extractions, tables.proposals, tables.decisions, tables.corrections, tables.exceptions,
             tables.outbox, tables.jobs)  # fmt: skip
_BLANK = dict.fromkeys(
    ("sender", "intake_id", "document_type", "order_number", "customer_id", "customer", "currency", "total_net",
     "confidence", "reason")
)  # fmt: skip


def count(store: Store, subject: Subject) -> list[Erased]:
    """What `erase` would erase."""
    with store.read() as tx:
        rows = [(t.name, _number(tx, t, t.c.order_id.in_(part))) for part in parts(subject.orders) for t in _OF_ORDER]
    found = {name: sum(n for other, n in rows if other == name) for name, _ in rows}
    found |= {"orders": len(subject.orders), "intakes": len(subject.intakes), "set_aside": len(subject.asides)}
    files = sum(store.files.get(sha256) is not None for sha256 in subject.documents)
    return [*(Erased(DATABASE, what, n) for what, n in found.items() if n), Erased(DOCUMENTS, "documents", files)]


def erase(store: Store, subject: Subject, by: str) -> list[Erased]:
    """Erase the subject; each order in one transaction. May be run again after a crash."""
    counted = count(store, subject)
    for order_id in subject.orders:
        store.run(partial(_order, order_id=order_id, by=by))
    named = store.run(lambda tx: _mails(tx, subject))
    # Last: a worker that was at an order has lost it by now and can put no words beside the document any more.
    files = sum(store.files.drop(sha256) for sha256 in subject.documents)
    store.run(lambda tx: _documents(tx, subject, by))
    kept = [e for e in counted if e.place == DATABASE]
    return [*kept, Erased(DATABASE, "events' data", named), Erased(DOCUMENTS, "files", files)]


def left(store: Store, subject: Subject) -> list[str]:
    """What cannot be erased, in words."""
    e = tables.events.c
    with store.read() as tx:
        by = _number(tx, tables.events, or_(false(), *(func.lower(e.by) == name for name in subject.names)))
    said = [f"{by} events of the audit chain name them as the one who acted."] if by else []
    if subject.shared:
        said.append(f"{len(subject.shared)} documents stay: other orders came with the same bytes.")
    return [*said, "Backups, Odoo and Label Studio keep their own copies; erase there as well."]


def sweep(store: Store) -> None:
    """Have the database overwrite what was deleted: SQLite is written anew, PostgreSQL frees the space for reuse."""
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        if connection.dialect.name != "sqlite":
            connection.exec_driver_sql("VACUUM")
            return
        raw: Any = connection.connection.driver_connection
        for statement in ("PRAGMA wal_checkpoint(TRUNCATE)", "VACUUM", "PRAGMA wal_checkpoint(TRUNCATE)"):
            raw.execute(statement).fetchall()


def _order(tx: Tx, order_id: str, by: str) -> None:
    order = orders.get(tx, order_id)
    if order.state == "erased":
        return
    for table in _OF_ORDER:
        tx.execute(delete(table).where(table.c.order_id == order_id))
    events.erase_data(tx, order_id)
    blank: dict[str, Any] = {**_BLANK, "file": "erased", "idempotency_key": f"erased:{order_id}"}
    orders.change(tx, order, blank, "erased")
    tx.log("erased", by, order_id)


def _mails(tx: Tx, subject: Subject) -> int:
    i, s, e = tables.intakes, tables.set_aside, tables.events
    for part in parts(subject.asides):
        tx.execute(delete(s).where(s.c.id.in_(part)))
    for id_ in subject.intakes:
        gone = {"sender": None, "subject": None, "text": None, "note": None, "key": f"erased:{id_}",
                "reply_to": None, "message_id": None, "thread": None}  # fmt: skip
        tx.execute(update(i).where(i.c.id == id_).values(**gone))
    named = or_(false(), *(e.c.data.icontains(name, autoescape=True) for name in subject.names))
    return int(tx.execute(update(e).where(named).values(data=None, salt="")).rowcount)


def _documents(tx: Tx, subject: Subject, by: str) -> None:
    d = tables.documents
    for part in parts(subject.documents):
        tx.execute(update(d).where(d.c.sha256.in_(part)).values(erased_at=tx.now))
    tx.log("subject_erased", by, orders=len(subject.orders), documents=len(subject.documents))


def _number(tx: Tx, table: Any, which: Any) -> int:
    return int(tx.execute(select(func.count()).select_from(table).where(which)).scalar_one())


def parts(ids: Sequence[Any]) -> Iterator[list[Any]]:
    """At most 500 at once: databases limit what a statement may hold."""
    return (list(ids[n : n + 500]) for n in range(0, len(ids), 500))
