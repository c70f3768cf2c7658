"""Putting a backup back where nothing runs: all of it is checked before anything is changed, the database goes last."""

from __future__ import annotations

import hashlib
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import update

from serving.desk.backup import databases
from serving.desk.backup.archive import Archive, BackupError, Manifest, damaged, newer
from serving.desk.backup.places import Places
from serving.desk.store import Store, Tx, events, open_store, tables
from serving.desk.store.engine import translated
from serving.desk.store.files import Files
from serving.desk.store.migrate import revisions

RESTORED = "restored"
"""Kind of the event that says from which backup the chain goes on."""


@dataclass(frozen=True)
class Restored:
    """What was put back. `aside`: where the SQLite file lies that was there before; `told`: what is left to do."""

    manifest: Manifest
    documents: int
    aside: Path | None
    told: tuple[str, ...]


def check(archive: Archive) -> Manifest:
    """Read everything once. Raises `BackupError` where it is damaged or newer than this release."""
    if archive.manifest.revision not in revisions():
        raise newer(archive.manifest.release)
    archive.verify()
    if _database(archive) not in archive.manifest.files:
        raise damaged("there is no database in it")
    return archive.manifest


def restore(archive: Archive, places: Places, *, replace: bool = False, by: str = "console") -> Restored:
    """Put `archive` back to `places`. May be run again where it was stopped halfway.

    Args:
        replace: what is there may go. A SQLite database is kept beside the new one, tables of PostgreSQL are dropped.

    Raises:
        BackupError: the archive cannot be trusted or is of another kind, something is there, or somebody works there.
    """
    manifest = check(archive)
    kind = databases.kind_of(places.database)
    if kind != manifest.kind:
        raise BackupError(f"The backup is of {manifest.kind}, DATABASE_URL names {kind}.",
                          hint=f"Let it name a {manifest.kind} database.", code="backup_other_kind")  # fmt: skip
    with translated():
        _free(places, replace)
    files = Files(places.documents)
    number = _documents(archive, files)
    told = _rest(archive, places)
    with tempfile.TemporaryDirectory(prefix=".ordermill-restore-", dir=_near(places)) as name:
        copy = Path(name) / _database(archive)
        archive.copy(_database(archive), copy)
        _trust(copy, manifest)
        aside = databases.put_back(places.database, copy, f"before-{datetime.now(UTC):%Y%m%dT%H%M%S}")
    store = open_store(places.database, places.documents)
    try:
        _settle(store, manifest, by)
    finally:
        store.close()
    return Restored(manifest, number, aside, tuple(told))


def _database(archive: Archive) -> str:
    return databases.COPIES.get(archive.manifest.kind, "")


def _near(places: Places) -> Path | None:
    """On the file system of the database, so that the new file takes its place at one stroke."""
    if databases.kind_of(places.database) != "sqlite":
        return None
    folder = databases.sqlite_file(places.database).absolute().parent
    folder.mkdir(parents=True, exist_ok=True)
    return folder


def _free(places: Places, replace: bool) -> None:
    """Raises `BackupError` where somebody works, or where something is and may not go."""
    if databases.in_use(places.database):
        raise BackupError("Something works on the database now.", code="backup_in_use",
                          hint="Stop `ordermill serve`, `worker` and `intake` on every machine first.")  # fmt: skip
    if replace:
        return
    there = []
    if databases.happened(places.database):
        there.append("the database that DATABASE_URL names")
    if next(Files(places.documents).listed(), None) is not None:
        there.append(f"the documents in {places.documents}")
    if places.shelf is not None and any(places.shelf.glob("[!.]*")):
        there.append(f"the models in {places.shelf}")
    there += [str(path) for path in (*places.databases.values(), *places.settings.values()) if path.exists()]
    there += [name for name in places.folders if any((places.root / name).glob("*"))]
    if there:
        raise BackupError(f"There is something already: {', '.join(there)}.", code="backup_target",
                          hint="Name empty places, or say --replace if what is there may go.")  # fmt: skip


def _documents(archive: Archive, files: Files) -> int:
    """All documents and what was derived from them; how many documents."""
    number = 0
    for name in _below(archive, "documents/"):
        sha256, _, suffix = name.rsplit("/", 1)[-1].partition(".")
        content = archive.whole(name)
        if not suffix and hashlib.sha256(content).hexdigest() != sha256:
            raise damaged(f"{name} does not bear its own hash")
        suffix = suffix and f".{suffix}"
        if files.get(sha256, suffix) != content:
            files.put(sha256, content, suffix, anew=True)
        number += not suffix
    return number


def _rest(archive: Archive, places: Places) -> list[str]:
    told = []
    for name in _below(archive, "models/"):
        if places.shelf is not None:
            archive.copy(name, places.shelf / name.removeprefix("models/"))
    for name in _below(archive, "folders/"):
        archive.copy(name, places.root / name.removeprefix("folders/"))
    for name in _below(archive, "settings/"):
        path = places.settings.get(name.removeprefix("settings/"))
        if path is None:
            told.append(f"{name} was left in the backup: no setting says where it belongs (docs/operation.md).")
        else:
            archive.copy(name, path)
    for name, path in places.databases.items():
        if name in archive.manifest.files:
            for suffix in ("-wal", "-shm", "-journal"):
                path.with_name(path.name + suffix).unlink(missing_ok=True)
            archive.copy(name, path)
    return told


def _below(archive: Archive, prefix: str) -> Iterator[str]:
    # Aliases name versions: they go last, so that none ever names a version that is not there yet.
    yield from sorted(
        (n for n in archive.manifest.files if n.startswith(prefix)), key=lambda n: ("/" not in n[len(prefix) :], n)
    )


def _trust(copy: Path, manifest: Manifest) -> None:
    """A SQLite copy must be whole and its chain the one that the manifest names; PostgreSQL's is looked at later."""
    if manifest.kind != "sqlite":
        return
    with databases.reading(copy) as tx:
        databases.whole(tx)
        found = events.verify(tx)
    if (found.events, found.last) != (manifest.events, manifest.head):
        raise damaged("its audit chain is not the one that was saved")


def _settle(store: Store, manifest: Manifest, by: str) -> None:
    """Nobody works on what was in hand then; the chain says where it comes from."""
    with store.read() as tx:
        found = events.verify(tx)
    if (found.events, found.last) != (manifest.events, manifest.head):
        raise damaged("its audit chain is not the one that was saved")

    def settle(tx: Tx) -> None:
        for table in (tables.jobs, tables.outbox):
            tx.execute(update(table).values(worker=None, leased_until=None))
        tx.log(RESTORED, by, made_at=manifest.made_at, events=manifest.events, head=manifest.head)

    store.run(settle)
