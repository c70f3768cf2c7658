"""Opens the database and gives transactions that hold together: SQLite (WAL) or PostgreSQL through psycopg 3."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, create_engine, event, make_url
from sqlalchemy.exc import DBAPIError, InterfaceError, OperationalError

from data.errors import OrdermillError, SetupError
from serving.desk.store import migrate
from serving.desk.store.events import Pending, seal
from serving.desk.store.files import Files

T = TypeVar("T")

_TRIES = 8
_SQLITE_WAIT = 30.0
"""Seconds that one writer waits for another on SQLite before it is told so."""


class StoreUnavailable(OrdermillError):
    """The database cannot be reached or written (down, disk full): nothing was changed, try again later."""

    code = "store_unavailable"


def now() -> datetime:
    return datetime.now(UTC)


@dataclass
class Tx:
    """One transaction. What happened is noted with `log` and becomes part of the chain when the transaction ends."""

    connection: Connection
    now: datetime = field(default_factory=now)
    pending: list[Pending] = field(default_factory=list)

    def log(self, kind: str, by: str, order_id: str | None = None, **data: Any) -> None:
        """Note an event. `data` is what can be said without repeating the document; JSON-ready."""
        self.pending.append(Pending(kind, by, order_id, data, self.now))

    def execute(self, statement: Any, values: Any = None) -> Any:
        return self.connection.execute(statement, values)

    @property
    def dialect(self) -> str:
        return self.connection.dialect.name


class Store:
    """The database and the documents. Safe to use from several threads, not across a fork."""

    def __init__(self, engine: Engine, files: Files) -> None:
        self.engine = engine
        self.files = files

    @contextmanager
    def read(self) -> Iterator[Tx]:
        """A snapshot to read from. Raises `StoreUnavailable`."""
        with translated(), self.engine.connect() as connection, connection.begin():
            yield Tx(connection)

    @contextmanager
    def write(self) -> Iterator[Tx]:
        """One transaction, kept when the block ends without an exception. Prefer `run`, which also tries again.

        Raises `StoreUnavailable`.
        """
        with translated(), self.engine.connect() as plain:
            connection = plain.execution_options(ordermill_writes=True)
            with connection.begin():
                tx = Tx(connection)
                yield tx
                # Last of all: every writer waits at the chain's head, and only for the commit then.
                seal(connection, tx.pending)

    def run(self, work: Callable[[Tx], T]) -> T:
        """`work` in one transaction, again from the start where it met another one. Raises `StoreUnavailable`.

        `work` must have no effect outside the transaction.
        """
        for attempt in range(_TRIES):
            try:
                with self.write() as tx:
                    return work(tx)
            except StoreUnavailable as error:
                if attempt == _TRIES - 1 or not _met(error.__cause__):
                    raise
                time.sleep(random.uniform(0, 0.02 * 2**attempt))  # noqa: S311
        raise AssertionError("unreachable")

    def close(self) -> None:
        self.engine.dispose()


def open_store(url: str, documents: str | Path, *, prepare: bool = True) -> Store:
    """The store at `url` (`sqlite:///…`, `postgresql://…`) with documents at a folder or fsspec address.

    `prepare` brings the tables up to date; several processes may do so at once. Raises `SetupError` and
    `StoreUnavailable`.
    """
    engine = _engine(url)
    with translated():
        if prepare:
            migrate.upgrade(engine)
        elif (trouble := migrate.trouble(engine)) is not None:
            raise SetupError(trouble, hint="Start one `ordermill worker` or `serve` of this release first.")
    return Store(engine, Files(str(documents)))


def _engine(url: str) -> Engine:
    try:
        parsed = make_url(url)
    except Exception as error:
        raise SetupError("DATABASE_URL is no database address.", hint="sqlite:///desk.db or postgresql://…") from error
    if parsed.drivername in ("postgresql", "postgres"):
        parsed = parsed.set(drivername="postgresql+psycopg")
    if parsed.drivername == "postgresql+psycopg":
        return create_engine(parsed, pool_pre_ping=True, pool_size=10, max_overflow=20, pool_timeout=30,
                             connect_args={"connect_timeout": 10}, hide_parameters=True)  # fmt: skip
    if parsed.get_backend_name() != "sqlite":
        raise SetupError(f"The desk does not run on {parsed.get_backend_name()}.", hint="Use SQLite or PostgreSQL.")
    if parsed.database and parsed.database != ":memory:":
        Path(parsed.database).parent.mkdir(parents=True, exist_ok=True)
    engine = create_engine(parsed, connect_args={"timeout": _SQLITE_WAIT}, hide_parameters=True,
                           pool_size=10, max_overflow=20)  # fmt: skip
    event.listen(engine, "connect", _sqlite_connected)
    event.listen(engine, "begin", _sqlite_begin)
    return engine


def _sqlite_connected(connection: Any, _: Any) -> None:
    connection.isolation_level = None  # we say BEGIN ourselves: the driver would begin too late to be alone
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=FULL")  # a sender who was told "stored" may forget the file
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _sqlite_begin(connection: Connection) -> None:
    writes = connection.get_execution_options().get("ordermill_writes")
    # A transaction that reads first and writes later would be refused when another has written in between.
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


@contextmanager
def translated() -> Iterator[None]:
    """Errors of the driver as ours, without statements or values, which hold what documents say."""
    try:
        yield
    except (OperationalError, InterfaceError) as error:
        raise StoreUnavailable(
            f"The desk's database cannot be used now ({type(error.orig).__name__}: {_plain(error)}).",
            hint="Nothing was changed. Look after the database (running? disk full?) and try again.",
        ) from error


def _plain(error: DBAPIError) -> str:
    return str(error.orig).strip().split("\n")[0][:200]


def _met(error: BaseException | None) -> bool:
    """True where two transactions met and the later one only has to be done again."""
    if not isinstance(error, DBAPIError):
        return False
    code = getattr(error.orig, "sqlstate", None)
    return code in ("40001", "40P01") or (code is None and "locked" in str(error.orig))
