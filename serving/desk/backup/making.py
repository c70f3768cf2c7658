"""Making a backup while everything goes on: the database at one moment, then every document that it knows.

A document is on disk before the database hears of it, so all of them are there when the database was copied first.
"""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import select

from serving.desk.backup.archive import Manifest, Writing, unwritable
from serving.desk.backup.databases import COPIES, copy_sqlite, kind_of, live, revision_of, snapshot
from serving.desk.backup.places import Places
from serving.desk.store import events, orders, tables
from serving.desk.store.engine import Tx, translated
from serving.desk.store.events import Verified
from serving.desk.store.files import Files
from serving.release import release


@dataclass(frozen=True)
class Made:
    """What came of it. `troubles`: why somebody should look although the backup was made."""

    manifest: Manifest
    troubles: tuple[str, ...] = ()


def make(places: Places, target: Path) -> Made:
    """Write the backup to `target`: a tar file where it ends so, else a folder that is new or empty.

    Raises `BackupError`, `SetupError`, `StoreUnavailable` and `FilesUnavailable`; nothing is left at `target` then.
    """
    kind = kind_of(places.database)
    with Writing(target) as out:
        try:
            work = tempfile.TemporaryDirectory(prefix=".ordermill-backup-", dir=target.parent)
        except OSError as error:
            raise unwritable(target, error) from error
        with work as name:
            copy = Path(name) / COPIES[kind]
            with translated(), snapshot(places.database, copy) as tx:
                out.add(COPIES[kind], copy)
                facts = _facts(tx)
                known, erased = _documents(tx)
            for extra, file in places.databases.items():
                if file.is_file():
                    copy_sqlite(file, Path(name) / extra)
                    out.add(extra, Path(name) / extra)
        missing = _add_documents(out, Files(places.documents), known)
        if missing:  # a person may have asked for it in this minute
            with translated(), live(places.database) as tx:
                erased |= _documents(tx)[1]
        _add_rest(out, places)
        manifest = Manifest(
            release(), datetime.now(UTC).isoformat(timespec="seconds"), kind, facts.revision, facts.chain.events,
            facts.chain.last, facts.orders, tuple(sorted(missing)), out.files,
        )  # fmt: skip
        out.finish(manifest)
    lost = sorted(missing - erased)
    troubles = [f"The audit chain is broken: {facts.chain.broken}."] if facts.chain.broken else []
    troubles += (
        [f"{len(lost)} documents that the database knows are not in the store, {lost[0]} first."] if lost else []
    )
    return Made(manifest, tuple(troubles))


@dataclass(frozen=True)
class _Facts:
    revision: str
    chain: Verified
    orders: dict[str, int]


def _facts(tx: Tx) -> _Facts:
    return _Facts(revision_of(tx) or "", events.verify(tx), {str(k): n for k, n in orders.by_state(tx).items()})


def _documents(tx: Tx) -> tuple[set[str], set[str]]:
    """Hashes that the database knows, those set aside included; and those of them that were erased."""
    d, s = tables.documents.c, tables.set_aside.c
    erased = set(tx.execute(select(d.sha256).where(d.erased_at.is_not(None))).scalars())
    known = set(tx.execute(select(d.sha256)).scalars()) - erased
    aside = tx.execute(select(s.document).where(s.document.is_not(None))).scalars()
    return known | set(aside), erased


def _add_documents(out: Writing, files: Files, known: set[str]) -> set[str]:
    """Everything kept by a known hash; the hashes that have no document."""
    found: set[str] = set()
    for sha256, suffix in files.listed():
        if sha256 in known:
            content = files.get(sha256, suffix)
            if content is not None:  # else erased just now
                out.add(f"documents/{sha256[:2]}/{sha256}{suffix}", content)
                found |= {sha256} if not suffix else set()
    return known - found


def _add_rest(out: Writing, places: Places) -> None:
    for name, path in places.settings.items():
        if path.is_file():
            out.add(f"settings/{name}", path.read_bytes())
    trees = {"models": places.shelf} | {f"folders/{name}": places.root / name for name in places.folders}
    for name, folder in trees.items():
        for file in () if folder is None else _tree(folder):
            out.add(f"{name}/{file.relative_to(folder).as_posix()}", file)  # type: ignore[arg-type]


def _tree(folder: Path) -> Iterator[Path]:
    """Plain files, without what is still being written (names that begin with a point)."""
    for file in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in file.relative_to(folder).parts)
        if file.is_file() and not file.is_symlink() and not hidden:
            yield file
