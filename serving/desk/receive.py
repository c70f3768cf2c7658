"""Takes a document in: kept by its hash first, then an order that points to it; from then on it is not lost."""

from __future__ import annotations

import hashlib

from data.errors import OrdermillError
from data.readers.sniff import sniff
from serving.desk import states
from serving.desk.store import Store, Tx, orders
from serving.desk.store.engine import now
from serving.desk.store.rows import Order, StoredDocument
from serving.pipeline import clean_name

MOST_KEY = 200


class KeyReused(OrdermillError):
    """An idempotency key came with another document before."""

    code = "key_reused"


def receive(
    store: Store, content: bytes, name: str, *, source: str, by: str,
    sender: str | None = None, key: str | None = None, intake_id: int | None = None,
) -> tuple[Order, bool]:  # fmt: skip
    """The order of a document, and whether it is a new one.

    The same `key` of the same `by` gives the same order. Without a key the same bytes do, unless what became of them
    came to nothing (`states.ENDED`). With a key they are another order, marked as a duplicate of the first.

    Raises `DocumentError` for what is no document, `KeyReused`, `FilesUnavailable` and `StoreUnavailable`.
    """
    if key is not None and not (0 < len(key) <= MOST_KEY and key.isprintable()):
        raise KeyReused(f"An idempotency key has 1 to {MOST_KEY} printable characters.", code="bad_key")
    document = keep(store, content)
    order, is_new = store.run(
        lambda tx: admit(tx, document, name, source=source, by=by, sender=sender, key=key, intake_id=intake_id)
    )
    if order.document != document.sha256:
        raise KeyReused("This idempotency key was used for another document.", hint="Take a new key for a new order.")
    return order, is_new


def keep(store: Store, content: bytes) -> StoredDocument:
    """A document on disk, before anything points to it. Raises `DocumentError` and `FilesUnavailable`."""
    kind = sniff(content)
    sha256 = hashlib.sha256(content).hexdigest()
    store.files.put(sha256, content)
    return StoredDocument(sha256, len(content), kind, now())


def admit(
    tx: Tx, document: StoredDocument, name: str, *, source: str, by: str,
    sender: str | None = None, key: str | None = None, intake_id: int | None = None,
) -> tuple[Order, bool]:  # fmt: skip
    """`receive` of a kept document within a transaction that writes more, as what else came with it."""
    orders.keep_document(tx, document)
    before = orders.with_document(tx, document.sha256)
    alive = [order for order in before if order.state not in states.ENDED]
    if key is None and alive:
        return alive[0], False
    # Two uploads of the same bytes at once count the same orders before them, and so find the same key.
    full = f"sha256:{document.sha256}:{len(before)}" if key is None else f"{by}:{key}"[:400]
    first = alive[0].id if alive else None
    new = orders.NewOrder(document.sha256, clean_name(name), source, full, sender, intake_id, first)
    return orders.add(tx, new, by)
