"""The mirror's database: SQLite by default, PostgreSQL by URL."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import sqlalchemy as sa

from serving.odoo.mirror.tables import COPY, META, OWN, VERSION


def engine(url: str | Path) -> sa.Engine:
    """An engine for a database URL or the path of a SQLite file."""
    text = str(url)
    if "://" not in text:
        Path(text).parent.mkdir(parents=True, exist_ok=True)
        text = f"sqlite:///{text}"
    made = sa.create_engine(text, pool_pre_ping=not text.startswith("sqlite"))
    if made.dialect.name == "sqlite":
        # Readers go on reading while a sync writes, and a second writer waits instead of failing.
        @sa.event.listens_for(made, "connect")
        def _settle(connection: Any, _: Any) -> None:
            for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "busy_timeout=30000", "cache_size=-65536"):
                connection.execute(f"PRAGMA {pragma}")

    return made


def prepare(engine: sa.Engine) -> None:
    """Make the tables; a copy of another layout is thrown away (what was learned stays)."""
    OWN.create_all(engine)
    with engine.begin() as connection:
        if sa.inspect(connection).has_table(META.name):
            found = connection.execute(sa.select(META.c.value).where(META.c.name == "version")).scalar()
            if found == str(VERSION):
                return
            COPY.drop_all(connection)
        COPY.create_all(connection)
        connection.execute(META.insert().values(name="version", value=str(VERSION)))
