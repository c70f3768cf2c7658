"""Reads master data from a server into the mirror: whole the first time, then what changed.

Large kinds are read in pages by id. Each page and the place where it ends are written in one transaction, so a process
killed in between goes on there. A change is seen by `write_date`: the next pass begins where the newest record stood
when this pass began, less an overlap for transactions that were under way (a record bears the time at which its
transaction began). Records that vanished, or that the user may see since lately, are noticed by counting.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from typing import Any

import sqlalchemy as sa

from data.errors import SetupError
from serving.odoo.connection import Connection, Row
from serving.odoo.errors import Denied, Missing
from serving.odoo.mirror.sources import Source, sources
from serving.odoo.mirror.store import Mirror
from serving.odoo.mirror.tables import META, STATE, TABLES
from serving.odoo.mirror.writing import Writer

OVERLAP = timedelta(minutes=15)
PAGE, PAGE_OF_IDS = 1000, 20_000
_FORMAT = "%Y-%m-%d %H:%M:%S"

Progress = Callable[[str, int, int], None]
"""Kind, records read in this pass, records to be read."""


@dataclass
class Kind:
    """What a sync did with one kind."""

    read: int = 0
    removed: int = 0
    total: int = 0
    """Records in the mirror afterwards."""
    seconds: float = 0.0
    denied: str | None = None
    """Why the user may not read it."""


@dataclass
class Report:
    kinds: dict[str, Kind] = field(default_factory=dict)

    @property
    def denied(self) -> dict[str, str]:
        """Kinds that this user may not read, with the server's reason."""
        return {name: kind.denied for name, kind in self.kinds.items() if kind.denied}


def sync(
    connection: Connection, mirror: Mirror, *, full: bool = False, progress: Progress | None = None,
    overlap: timedelta = OVERLAP, page: int = PAGE,
) -> Report:  # fmt: skip
    """Bring the mirror up to date. `full` reads everything again, for changes that leave no date (prices of a variant's
    attributes, properties kept outside the record in 17). SetupError if the mirror is another database's.
    """
    _claim(connection, mirror, full)
    report = Report()
    for source in sources(connection.names, connection.fields):
        started = time.perf_counter()
        kind = report.kinds[source.kind] = Kind()
        try:
            pass_ = _Pass(connection, mirror, source, kind, progress or _silent, page)
            pass_.whole() if source.small else pass_.changed(full, overlap)
        except (Denied, Missing) as error:
            if source.needed:
                raise
            kind.denied = error.message
        with mirror.engine.begin() as database:
            _save(database, source.kind, denied=kind.denied)
        mirror.refresh()
        kind.total = mirror.counts()[source.kind]
        kind.seconds = time.perf_counter() - started
    with mirror.engine.begin() as database:
        Writer(database).finish()
    mirror.refresh()
    return report


class _Pass:
    """One reading of one kind."""

    def __init__(
        self, connection: Connection, mirror: Mirror, source: Source, kind: Kind, progress: Progress, page: int
    ) -> None:
        self.connection, self.mirror, self.source, self.kind = connection, mirror, source, kind
        self.progress, self.page = progress, page
        self.context = {"active_test": False, **dict(source.context)}
        self.domain: list[Any] = [list(condition) for condition in source.domain]
        known = connection.fields(source.model)
        self.fields = [name for name in source.fields if name in known]
        if not self.fields:
            raise Missing(f"{source.model} is not there or hidden from this user.", code="odoo_missing_model")

    def whole(self) -> None:
        """Read a small kind and put it in the place of what is there."""
        rows: list[Row] = []
        for found in self._pages(self.domain, 0):
            rows += found
            self.progress(self.source.kind, len(rows), len(rows))
        with self.mirror.engine.begin() as database:
            writer = Writer(database)
            gone = self._local(database) - {row["id"] for row in rows}
            writer.remove(self.source.kind, gone)
            writer.replace(self.source.kind, list(self.source.make(rows, self.mirror)))
            writer.finish()
        self.kind.read, self.kind.removed = len(rows), len(gone)
        self.remember(synced_at=_now())

    def changed(self, full: bool, overlap: timedelta) -> None:
        """Go on with the pass that was cut off, or begin one; then see whether something vanished."""
        state = self._state()
        if state.last_id is None or (full and state.since):
            since = "" if full or not state.mark else _earlier(state.mark, overlap)
            state = self.remember(since=since, newest=self._newest(), last_id=0)
        domain = [*self.domain, *self._since(state.since or "")]
        total = self._count([*domain, ["id", ">", state.last_id]])
        for rows in self._pages(domain, state.last_id or 0):
            self._put(rows)
            self.progress(self.source.kind, self.kind.read, max(total, self.kind.read))
        self._compare()
        self.remember(mark=state.newest, last_id=None, synced_at=_now())

    def _put(self, rows: list[Row], *, moves: bool = True) -> None:
        with self.mirror.engine.begin() as database:
            writer = Writer(database)
            records = list(self.source.make(rows, self.mirror))
            # What makes no record any more (a price rule that lost its pricelist) goes.
            writer.remove(self.source.kind, {row["id"] for row in rows})
            writer.replace(self.source.kind, records)
            if moves:
                _save(database, self.source.kind, last_id=rows[-1]["id"])
        self.kind.read += len(rows)

    def _compare(self) -> None:
        """Take out what vanished and read what appeared without a date (rights that were widened)."""
        with self.mirror.engine.connect() as database:
            local = self._local(database)
        if self._count(self.domain) == len(local):
            return
        theirs: set[int] = set()
        last = 0
        while found := self.connection.search_read(
            self.source.model, [*self.domain, ["id", ">", last]], ["id"], limit=PAGE_OF_IDS, context=self.context
        ):
            theirs.update(row["id"] for row in found)
            last = found[-1]["id"]
        gone, missing = local - theirs, sorted(theirs - local)
        with self.mirror.engine.begin() as database:
            Writer(database).remove(self.source.kind, gone)
        self.kind.removed += len(gone)
        for at in range(0, len(missing), self.page):
            wanted = missing[at : at + self.page]
            if rows := self.connection.read(self.source.model, wanted, self.fields, context=self.context):
                self._put(rows, moves=False)

    def _pages(self, domain: list[Any], last: int) -> Iterator[list[Row]]:
        model = self.source.model
        options: dict[str, Any] = {"limit": self.page, "order": "id", "context": self.context}
        while rows := self.connection.search_read(model, [*domain, ["id", ">", last]], self.fields, **options):
            yield rows
            last = rows[-1]["id"]

    def _count(self, domain: list[Any]) -> int:
        return self.connection.search_count(self.source.model, domain, context=self.context)

    def _since(self, since: str) -> list[Any]:
        if not since:
            return []
        own = ["write_date", ">=", since]
        return ["|", own, [self.source.also, ">=", since]] if self.source.also else [own]

    def _newest(self) -> str | None:
        """Where the newest record stands now, by the server's own clock."""
        rows = self.connection.search_read(
            self.source.model, [], ["write_date"], limit=1, order="write_date desc", context=self.context
        )
        return str(rows[0]["write_date"])[:19] if rows and rows[0].get("write_date") else None

    def _local(self, database: sa.Connection) -> set[int]:
        return set(database.execute(sa.select(TABLES[self.source.kind][1].c.id)).scalars())

    def _state(self) -> sa.Row[Any]:
        with self.mirror.engine.begin() as database:
            return _save(database, self.source.kind)

    def remember(self, **values: Any) -> sa.Row[Any]:
        with self.mirror.engine.begin() as database:
            return _save(database, self.source.kind, **values)


def _save(database: sa.Connection, kind: str, **values: Any) -> sa.Row[Any]:
    """Change the state of a kind; gives the whole of it."""
    if values and database.execute(STATE.update().where(STATE.c.kind == kind).values(values)).rowcount:
        pass
    elif database.execute(sa.select(STATE.c.kind).where(STATE.c.kind == kind)).first() is None:
        database.execute(STATE.insert().values(kind=kind, **values))
    return database.execute(sa.select(STATE).where(STATE.c.kind == kind)).one()


def _claim(connection: Connection, mirror: Mirror, full: bool) -> None:
    """A mirror is one database's for good: what was learned here names records by their ids there."""
    with mirror.engine.begin() as database:
        known = {row.name: row.value for row in database.execute(sa.select(META))}
        if known.get("database", connection.database) != connection.database:
            raise SetupError(
                f"The mirror holds the database {known['database']}, the server has {connection.database}.",
                hint="Give each Odoo database a mirror of its own.", code="mirror_of_another_database",
            )  # fmt: skip
        if known.get("url", connection.url) != connection.url and not full:
            raise SetupError(
                f"The mirror was read from {known['url']}, now the server is {connection.url}.",
                hint="If it is the same database at another address, run the sync once with --full.",
                code="mirror_of_another_server",
            )  # fmt: skip
        for name, value in (("database", connection.database), ("url", connection.url)):
            database.execute(META.delete().where(META.c.name == name))
            database.execute(META.insert().values(name=name, value=value))


def _earlier(mark: str, overlap: timedelta) -> str:
    return (datetime.strptime(mark, _FORMAT) - overlap).strftime(_FORMAT)


def _now() -> datetime:
    return datetime.now(UTC).replace(tzinfo=None)


def _silent(kind: str, done: int, total: int) -> None:
    return None
