"""Consistent copies of a database in use, and back: SQLite by its online backup, PostgreSQL by pg_dump."""

from __future__ import annotations

import os
import shutil
import sqlite3
import subprocess
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from sqlalchemy import URL, Engine, create_engine, inspect, make_url, text

from data.errors import SetupError
from serving.desk.backup.archive import BackupError, damaged
from serving.desk.store import migrate, tables
from serving.desk.store.engine import Tx
from serving.odoo.writing.tables import METADATA

COPIES = {"sqlite": "database.sqlite", "postgresql": "database.dump"}
"""Name of the desk's database in an archive, by kind."""


def kind_of(url: str) -> str:
    """sqlite or postgresql. Raises `SetupError` for anything else."""
    try:
        kind = make_url(url).get_backend_name()
    except Exception as error:
        raise SetupError("DATABASE_URL is no database address.", hint="sqlite:///desk.db or postgresql://…") from error
    if kind not in COPIES:
        raise SetupError(f"The desk does not run on {kind}.", hint="Use SQLite or PostgreSQL.")
    return kind


def sqlite_file(url: str) -> Path:
    return Path(make_url(url).database or "")


def copy_sqlite(source: Path, target: Path) -> None:
    """`source` as it is at one moment, into the new file `target`; writers are not held up. Raises `BackupError`."""
    try:
        # Not `immutable` or plain read-only: the copy must see what lies in the write-ahead log alone.
        with closing(sqlite3.connect(f"{source.absolute().as_uri()}?mode=rw", uri=True, timeout=30)) as live, \
                closing(sqlite3.connect(target)) as copy:  # fmt: skip
            live.backup(copy)
            copy.execute("PRAGMA journal_mode=DELETE")  # one file, without a log beside it
    except sqlite3.Error as error:
        raise BackupError(
            f"{source} cannot be copied ({error}).", hint="Check the file, its rights and the disk."
        ) from error


@contextmanager
def snapshot(url: str, target: Path) -> Iterator[Tx]:
    """The desk's database copied to `target`, and a transaction that sees exactly what is in the copy."""
    if kind_of(url) == "sqlite":
        if not sqlite_file(url).is_file():
            raise SetupError(
                f"There is no database {sqlite_file(url)}.", hint="Check DATABASE_URL; nothing was kept yet?"
            )
        copy_sqlite(sqlite_file(url), target)
        with reading(target) as tx:
            yield tx
        return
    engine = _postgres(url)
    try:
        with engine.connect().execution_options(isolation_level="REPEATABLE READ") as connection, connection.begin():
            shared = connection.execute(text("SELECT pg_export_snapshot()")).scalar_one()
            _run(url, "pg_dump", f"--snapshot={shared}", "--format=custom", "--no-owner", "--no-privileges",
                 f"--file={target}")  # fmt: skip
            yield Tx(connection)
    finally:
        engine.dispose()


@contextmanager
def reading(file: Path) -> Iterator[Tx]:
    """A transaction on a copy of SQLite that nobody else has."""
    engine = create_engine(f"sqlite:///{file}", hide_parameters=True)
    try:
        with engine.connect() as connection:
            yield Tx(connection)
    finally:
        engine.dispose()


@contextmanager
def live(url: str) -> Iterator[Tx]:
    """A plain look at the database as it is now, without bringing its tables up to date."""
    engine = (
        create_engine(f"sqlite:///{sqlite_file(url)}", hide_parameters=True)
        if kind_of(url) == "sqlite"
        else _postgres(url)
    )
    try:
        with engine.connect() as connection:
            yield Tx(connection)
    finally:
        engine.dispose()


def revision_of(tx: Tx) -> str | None:
    return migrate.current(tx.connection)


def happened(url: str) -> int:
    """Events in the database at `url`: 0 where it is new, or not there."""
    if kind_of(url) == "sqlite" and not sqlite_file(url).is_file():
        return 0
    with live(url) as tx:
        if not inspect(tx.connection).has_table(tables.events.name):
            return 0
        return int(tx.execute(text("SELECT count(*) FROM events")).scalar_one())


def in_use(url: str) -> bool:
    """Whether another process has the database open."""
    if kind_of(url) == "postgresql":
        query = ("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() "
                 "AND backend_type = 'client backend' AND pid <> pg_backend_pid()")  # fmt: skip
        with live(url) as tx:
            return bool(tx.execute(text(query)).scalar_one())
    file = sqlite_file(url)
    if not file.is_file():
        return False
    with closing(sqlite3.connect(file, timeout=0.5)) as connection:
        try:
            # SQLite gives the write-ahead log up only for one who is alone: whoever has the file open is in the way.
            mode = connection.execute("PRAGMA journal_mode=DELETE").fetchone()[0]
        except sqlite3.OperationalError:
            return True
        except sqlite3.DatabaseError:
            return False  # no database at all: nobody works on that
        return str(mode) != "delete"


def put_back(url: str, copy: Path, aside: str) -> Path | None:
    """Let the database at `url` be `copy`; where the SQLite file that was there lies now, if there was one."""
    if kind_of(url) == "postgresql":
        _empty(url)
        _run(url, "pg_restore", "--clean", "--if-exists", "--no-owner", "--no-privileges", "--single-transaction",
             "--exit-on-error", str(copy))  # fmt: skip
        return None
    file = sqlite_file(url)
    file.parent.mkdir(parents=True, exist_ok=True)
    before: Path | None = None
    if file.exists():
        before = file.with_name(f"{file.name}.{aside}")
        os.replace(file, before)
    for suffix in ("-wal", "-shm", "-journal"):  # of the file before: they would be taken for the new one's
        file.with_name(file.name + suffix).unlink(missing_ok=True)
    os.replace(copy, file)
    return before


def _empty(url: str) -> None:
    """Drop the desk's tables, also those of a later release that the dump knows nothing of."""
    engine = _postgres(url)
    try:
        with engine.begin() as connection:
            METADATA.drop_all(connection)
            tables.metadata.drop_all(connection)
            connection.execute(text("DROP TABLE IF EXISTS alembic_version"))
    finally:
        engine.dispose()


def _postgres(url: str) -> Engine:
    return create_engine(make_url(url).set(drivername="postgresql+psycopg"), hide_parameters=True,
                         connect_args={"connect_timeout": 10})  # fmt: skip


def _run(url: str, tool: str, *arguments: str) -> None:
    """A client program of PostgreSQL; the password goes by the environment, where `ps` does not show it."""
    at = make_url(url).set(drivername="postgresql")
    environment = os.environ | ({"PGPASSWORD": str(at.password)} if at.password else {})
    plain = URL.create("postgresql", at.username, None, at.host, at.port, at.database, at.query)
    command = [_tool(tool), "--no-password", f"--dbname={plain.render_as_string(hide_password=False)}", *arguments]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=False)  # noqa: S603
    if done.returncode:
        said = next((line for line in done.stderr.splitlines() if "error" in line), done.stderr.strip())[:200]
        hint = "Its version must be that of the server or newer." if "version" in said else "Check server and disk."
        raise BackupError(f"{tool} failed: {said}", hint=hint)


def _tool(name: str) -> str:
    found = shutil.which(name)
    if found is None:
        there = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
        if not there:
            raise SetupError(f"{name} is not installed.", hint="Install PostgreSQL's client programs "
                             "(Debian: postgresql-client), of the server's version or newer.")  # fmt: skip
        found = str(there[-1])
    return found


def whole(tx: Tx) -> None:
    """Raises `BackupError` where SQLite finds its own file damaged."""
    if tx.dialect == "sqlite" and tx.execute(text("PRAGMA quick_check")).scalar() != "ok":
        raise damaged("the database in it is not whole")
