"""Stores of the order desk for tests: on SQLite in a folder, or on PostgreSQL where it is installed."""

from __future__ import annotations

import hashlib
import time
import uuid
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import create_engine, select, text

from serving.desk.store import Store, Tx, open_store, orders, tables
from serving.desk.store.rows import Order, StoredDocument, as_rows


def sqlite(folder: Path) -> str:
    return f"sqlite:///{folder / 'desk.db'}"


def fresh_database(server: str) -> str:
    """A new, empty database on a PostgreSQL server."""
    name = f"desk_{uuid.uuid4().hex[:12]}"
    engine = create_engine(server.replace("postgresql://", "postgresql+psycopg://"), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    engine.dispose()
    return server.rsplit("/", 1)[0] + f"/{name}"


def opened(url: str, folder: Path) -> Store:
    return open_store(url, folder / "documents")


def order(store: Store, content: bytes = b"%PDF-1.4 order", key: str = "", **values: str) -> Order:
    """An order that was received with `content`."""
    sha256 = hashlib.sha256(content).hexdigest()
    store.files.put(sha256, content)

    def add(tx: Tx) -> Order:
        orders.keep_document(tx, StoredDocument(sha256, len(content), "pdf", tx.now))
        new = orders.NewOrder(sha256, "order.pdf", "api", key or uuid.uuid4().hex, **values)  # type: ignore[arg-type]
        return orders.add(tx, new, "test")[0]

    return store.run(add)


def all_orders(store: Store) -> list[Order]:
    """Every order, oldest first."""
    with store.read() as tx:
        return as_rows(Order, tx.execute(select(tables.orders).order_by(tables.orders.c.received_at)).mappings())


def wait_for(done: Callable[[], bool], most: float = 30.0) -> None:
    """Until what another thread does is done."""
    until = time.monotonic() + most
    while not done():
        assert time.monotonic() < until
        time.sleep(0.01)
