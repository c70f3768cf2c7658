"""Erasers for the sender memory: layouts that carry a name, and those that were learnt from the subject's orders."""

from __future__ import annotations

import json

from sqlalchemy import select

from serving.desk.privacy.erasers import Erased, Eraser, Subject
from serving.desk.store import Store, Tx, layouts, tables
from serving.odoo.history import Bindings
from serving.odoo.mirror import Mirror
from serving.odoo.taught import Taught


def memory(store: Store) -> Eraser:
    """Erases in the desk's memory. A layout that several senders share goes whole: the others teach it again."""

    def erase(subject: Subject, dry: bool) -> list[Erased]:
        with store.read() as tx:
            gone = sorted(_learnt_from(tx, subject) | _naming(tx, subject))
        if not dry:
            store.run(lambda tx: _remove(tx, gone))
        return [Erased("memory", "layouts", len(gone))] if gone else []

    return erase


def codes(mirror: Mirror | None) -> Eraser:
    """Erases what the subject's orders taught of codes, and names and addresses that say who a customer is."""

    def erase(subject: Subject, dry: bool) -> list[Erased]:
        if mirror is None:
            return []
        taught, bindings = Taught(mirror), Bindings(mirror)
        number = taught.count(subject.orders, subject.names) + bindings.naming(subject.names)
        if not dry:
            taught.forget_orders(subject.orders)
            for name in subject.names:
                taught.forget_sender(name)
            bindings.forget_names(subject.names)
        return [Erased("codes", "codes and names", number)] if number else []

    return erase


def _remove(tx: Tx, ids: list[str]) -> None:
    for id_ in ids:
        layouts.remove(tx, id_)


def _learnt_from(tx: Tx, subject: Subject) -> set[str]:
    """As the events of the orders say; their data go last of all, so that this may be run again."""
    e = tables.events.c
    known, orders = layouts.versions(tx).keys(), set(subject.orders)
    rows = tx.execute(select(e.order_id, e.data).where(e.kind == "remembered", e.data.is_not(None)))
    return {json.loads(row.data).get("layout") for row in rows if row.order_id in orders} & known


def _naming(tx: Tx, subject: Subject) -> set[str]:
    names = {name.casefold() for name in subject.names}
    found = set()
    for id_ in layouts.versions(tx):
        body = json.dumps(layouts.bodies(tx, [id_]), ensure_ascii=False).casefold()
        found |= {id_ for name in names if name in body}
    return found
