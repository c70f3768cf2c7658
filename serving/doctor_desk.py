"""Is what the desk keeps in order? Database, documents, audit chain, queue, people, clock. Nothing is changed."""

from __future__ import annotations

import hashlib
import os
import secrets
import shutil
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from sqlalchemy import func, select, text

from data.errors import OrdermillError
from serving.doctor import OPERATOR, Check, attempt

if TYPE_CHECKING:
    from serving.desk.store import Store
    from serving.settings import DeskSettings

LITTLE, NONE_LEFT = 2_000_000_000, 200_000_000
"""Free bytes below which one is told, and below which it is a failure."""
SKEW = 30.0
"""Seconds between two clocks that change what comes first: leases last 60."""


def examine(settings: DeskSettings) -> Iterator[Check]:
    """Everything that lies under the desk."""
    from serving.desk.store import open_store

    if _new(settings.database_url):
        yield Check("database", True, "none yet; the first `ordermill serve` or `worker` makes it")
        yield from _documents(settings.documents)
        return
    opened: list[Store] = []

    def reach() -> str:
        opened.append(open_store(settings.database_url, settings.documents, prepare=False))
        return _described(opened[0])

    yield attempt("database", reach, f"{OPERATOR}: start the database, look at DATABASE_URL, user and rights.")
    yield from _documents(settings.documents)
    for store in opened:
        try:
            yield attempt("database writes", lambda: _writes(store), f"{OPERATOR}: look after disk and rights.")  # noqa: B023
            yield from _inside(store)
        finally:
            store.close()


def _new(url: str) -> bool:
    """A SQLite file that nobody has made yet; looking at it would make it."""
    return url.startswith("sqlite:///") and not Path(url.removeprefix("sqlite:///").partition("?")[0]).exists()


def _described(store: Store) -> str:
    from serving.desk.store import migrate

    with store.read() as tx:
        if tx.dialect == "sqlite":
            version = "SQLite " + str(tx.execute(text("SELECT sqlite_version()")).scalar())
        else:
            version = "PostgreSQL " + str(tx.execute(text("SHOW server_version")).scalar())
        return f"{version}, tables at {migrate.current(tx.connection)}"


def _writes(store: Store) -> str:
    """A write that is taken back: tells a full disk and missing rights from a healthy database."""
    from serving.desk.store import tables

    class Enough(Exception):
        pass

    try:
        with store.write() as tx:
            tx.execute(tables.jobs.insert().values(key=f"doctor:{secrets.token_hex(8)}", kind="doctor", run_at=tx.now,
                                                   attempts=0))  # fmt: skip
            raise Enough
    except Enough:
        return "allowed"


def _documents(address: str) -> Iterator[Check]:
    from serving.desk.store.files import Files

    def keep() -> str:
        content = secrets.token_bytes(1000)
        name = hashlib.sha256(content).hexdigest()
        files = Files(address)
        files.put(name, content)
        back = files.get(name)
        files.drop(name)
        if back != content:
            raise OrdermillError(f"{address} gives back other bytes than were stored.")
        return f"{address} can be written and read"

    yield attempt("documents", keep, f"{OPERATOR}: make {address} writable for this user, or set ORDERMILL_DOCUMENTS.")
    if "://" not in address:
        yield _room(address)


def _room(address: str) -> Check:
    place = Path(address).absolute()
    while not place.exists():
        place = place.parent
    free = shutil.disk_usage(place).free
    said = f"{free / 1e9:.1f} GB free at {place}"
    todo = "" if free >= LITTLE else f"{OPERATOR}: make room; orders wait and uploads are refused once it is full."
    return Check("free space", free >= LITTLE, said, free < NONE_LEFT, todo)


def _inside(store: Store) -> Iterator[Check]:
    yield _chain(store)
    yield _clock(store)
    yield from _queue(store)
    yield _people(store)


def _chain(store: Store) -> Check:
    from serving.desk.store import events

    def hold() -> str:
        with store.read() as tx:
            found = events.verify(tx)
        if found.broken is not None:
            raise OrdermillError(f"The chain is broken: {found.broken}.")
        return f"{found.events} events hold"

    return attempt("audit chain", hold, f"{OPERATOR}: keep the database as it is and find out who wrote to it by other "
                   "means; compare with exports (`ordermill audit export`) and backups.")  # fmt: skip


def _clock(store: Store) -> Check:
    """Against the newest event, and against the database server where there is one."""
    from serving.desk.store import tables

    def agree() -> str:
        with store.read() as tx:
            last = tx.execute(select(tables.events.c.at).order_by(tables.events.c.seq.desc()).limit(1)).scalar()
            ahead = 0.0 if last is None else (last - datetime.now(UTC)).total_seconds()
            if ahead > SKEW:
                raise OrdermillError(f"The newest event is {ahead:.0f} s in the future: a clock was set back.")
            if tx.dialect != "postgresql":
                return f"{datetime.now(UTC):%Y-%m-%d %H:%M:%S} UTC, no event is later"
            skew = abs((tx.execute(select(func.clock_timestamp())).scalar_one() - datetime.now(UTC)).total_seconds())
        if skew > SKEW:
            raise OrdermillError(f"The clocks of this machine and of the database differ by {skew:.0f} s.")
        return f"{skew:.1f} s from the database's"

    return attempt("clock", agree, f"{OPERATOR}: let a time service (NTP) set the clocks of all machines.")


def _queue(store: Store) -> Iterator[Check]:
    from serving.desk.figures.live import STALLED
    from serving.desk.store import jobs, tables

    with store.read() as tx:
        stuck = len(jobs.stuck(tx, STALLED))
        dead = tx.execute(select(func.count()).where(tables.outbox.c.dead_at.is_not(None))).scalar_one()
    found = (
        (
            "queue",
            stuck,
            f"jobs were begun {STALLED} times or more without an end",
            "look into the log of the workers.",
        ),
        ("outgoing messages", dead, "were given up", "mend the receivers and send again (docs/events.md)."),
    )
    for name, number, said, todo in found:
        yield Check(name, not number, f"{number} {said}", False, f"{OPERATOR}: {todo}" if number else "")


def _people(store: Store) -> Check:
    from serving.desk.store import people

    with store.read() as tx:
        admins = [user for user in people.users(tx) if user.role == "admin" and user.active]
    return Check("people", bool(admins), f"{len(admins)} admins" if admins else "there is no admin", False,
                 "" if admins else f"{OPERATOR}: make one with `ordermill admin create NAME`.")  # fmt: skip


def examine_files(rules: Path | None, retention: Path | None) -> Iterator[Check]:
    """Mapping rules and retention policy, where settings name them."""
    from serving.desk.privacy import retention as policies
    from serving.odoo.preparing import rules_in

    def told(path: Path) -> str:
        policies.parse(path.read_text(encoding="utf-8"))
        return f"{path} is understood"

    if rules is not None:
        yield attempt("mapping rules", lambda: f"{rules} is understood" if rules_in(rules) else "",
                      f"{OPERATOR}: mend the file that ORDERMILL_ODOO_RULES names (docs/odoo.md).")  # fmt: skip
    if retention is not None:
        yield attempt("retention policy", lambda: told(retention),
                      f"{OPERATOR}: mend the file that ORDERMILL_RETENTION names (docs/privacy.md).")  # fmt: skip


def watched(folder: Path) -> Check:
    """The watched folder: files are moved within it."""

    def look() -> str:
        if not folder.is_dir():
            raise OrdermillError(f"{folder} is no folder.")
        if not os.access(folder, os.R_OK | os.W_OK | os.X_OK):
            raise OrdermillError(f"{folder} cannot be read and written by this user.")
        return str(folder)

    return attempt(
        "watched folder", look, f"{OPERATOR}: make ORDERMILL_INTAKE_FOLDER a folder that this user may write."
    )
