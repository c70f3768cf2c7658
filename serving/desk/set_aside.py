"""What a person says of a file that was set aside: an order after all, or nothing. The file is kept either way."""

from __future__ import annotations

from data.errors import OrdermillError
from data.readers.sniff import sniff
from serving.desk.receive import admit
from serving.desk.store import Store, Tx, arrivals
from serving.desk.store.rows import Order, SetAside, StoredDocument

ORDER, DISMISSED = "order", "dismissed"
"""The two answers."""


class NotAside(OrdermillError):
    """There is no such file, or it has become an order."""

    code = "not_aside"


class NotKept(OrdermillError):
    """The bytes of the file are not there (any more)."""

    code = "not_kept"


def read_it(store: Store, aside_id: int, by: str) -> Order:
    """Take a file in as an order after all; the order that came with the same bytes before, where there is one.

    Raises `NotAside`, `NotKept`, `DocumentError` for what cannot be read, `FilesUnavailable` and `StoreUnavailable`.
    """
    with store.read() as tx:
        found = _open(tx, aside_id)
    content = store.files.get(found.document) if found.document is not None else None
    if found.document is None or content is None:
        raise NotKept("This file was not kept.", hint="Ask the sender for it, or take it from the mailbox.")
    kind, sha256 = sniff(content), found.document

    def work(tx: Tx) -> Order:
        aside = _open(tx, aside_id)
        document = StoredDocument(sha256, len(content), kind, tx.now)
        order, _ = admit(tx, document, aside.file, source=aside.source, by=by, sender=aside.sender,
                         intake_id=aside.intake_id)  # fmt: skip
        arrivals.answer_aside(tx, aside_id, by, ORDER, order.id)
        tx.log("aside_read", by, order.id, aside=aside_id, code=aside.code)
        return order

    return store.run(work)


def dismiss(tx: Tx, aside_id: int, by: str) -> None:
    """It is nothing: off the list, with the answer kept. Raises `NotAside`."""
    aside = _open(tx, aside_id)
    if aside.answer is None:
        arrivals.answer_aside(tx, aside_id, by, DISMISSED)
        tx.log("aside_dismissed", by, None, aside=aside_id, code=aside.code)


def _open(tx: Tx, aside_id: int) -> SetAside:
    found = arrivals.aside(tx, aside_id)
    if found is None or found.answer == ORDER:
        raise NotAside("This file is not set aside any more.", hint="Load the list again.")
    return found
