"""Brings a database up to the tables of this release, with Alembic from inside the package."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, Engine, text

from serving.desk.store import tables

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"
_LOCK = 7_301_411
"""Number of the advisory lock under which PostgreSQL is migrated; nothing else uses it."""


def upgrade(engine: Engine) -> None:
    """Run what is missing. Several processes may start at once: one migrates, the others wait."""
    with engine.connect() as plain:
        connection = plain.execution_options(ordermill_writes=True)
        with connection.begin():
            if connection.dialect.name == "postgresql":
                connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _LOCK})
            if current(connection) != head():
                command.upgrade(_config(connection), "head")
            _first_link(connection)


def trouble(engine: Engine) -> str | None:
    """Why this release cannot work on the database, None if it can."""
    with engine.connect() as connection:
        found = current(connection)
    if found == head():
        return None
    return "The database has no tables of the desk yet." if found is None else (
        f"The database is at {found}, this release needs {head()}.")  # fmt: skip


def current(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def head() -> str:
    found = ScriptDirectory.from_config(_config(None)).get_current_head()
    if found is None:
        raise RuntimeError("there are no migrations in the package")
    return found


def revisions() -> tuple[str, ...]:
    """All that this release knows, the newest first."""
    return tuple(script.revision for script in ScriptDirectory.from_config(_config(None)).walk_revisions())


def _first_link(connection: Connection) -> None:
    if connection.execute(tables.chain.select().where(tables.chain.c.id == 1)).first() is None:
        connection.execute(tables.chain.insert().values(id=1, seq=0, hash="0" * 64))


def _config(connection: Connection | None) -> Config:
    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    return config
