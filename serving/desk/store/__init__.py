"""The desk's store: one database (`DATABASE_URL`) and one folder of documents, whoever works on them.

Modules of functions over one transaction `Tx`, typed frozen rows out:

    with store.read() as tx:                       # a snapshot
        order = orders.get(tx, key)
    store.run(lambda tx: orders.move(tx, order, "rejected", by="anna"))    # written whole or not at all

`engine` opens it, `files` keeps documents by content hash, `tables` is the schema, `migrate` brings databases up to it.
"""

from serving.desk.store.engine import Store, StoreUnavailable, Tx, open_store

__all__ = ["Store", "StoreUnavailable", "Tx", "open_store"]
