"""A watched folder: files are taken when they are whole, and moved once they are stored.

A crash between the two leaves the file where it was; it is known then, and only moved. `done/` and `aside/` lie within
the folder. A subfolder is a sender's: its name is kept with the orders in it.
"""

from __future__ import annotations

import hashlib
import json
import logging
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

from data.errors import SetupError
from serving.desk.store import Store
from serving.intake.beginning import begin, known, place
from serving.intake.mails import parcel_of
from serving.intake.parcel import Budget, Parcel, Piece, digest, too_large
from serving.intake.settings import IntakeSettings
from serving.intake.taking import Taken, take
from serving.intake.unpack import is_mail, unpacked

log = logging.getLogger("ordermill.intake")

DONE, ASIDE = "done", "aside"
BEFORE = ".before.json"
"""Suffix of the list of what lay in a folder at the set-up, beside the documents."""
UNFINISHED = (".part", ".partial", ".tmp", ".temp", ".crdownload", ".filepart", ".download", ".swp")
"""Endings under which programs write what they rename when it is whole."""

Signature = tuple[int, int, int, int]


class Folder:
    """One folder. `poll` takes what is whole; call it again and again, from one thread."""

    def __init__(
        self, store: Store, settings: IntakeSettings, folder: Path, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """Makes the folders. Raises `SetupError` where that cannot be done."""
        self.store, self.settings, self.folder = store, settings, folder
        self._clock = clock
        self._seen: dict[Path, tuple[Signature, float]] = {}
        self.left = 0
        self._before: frozenset[str] | None = None
        try:
            for name in (DONE, ASIDE):
                (folder / name).mkdir(parents=True, exist_ok=True)
                if not os.access(folder / name, os.W_OK):
                    raise PermissionError(13, "it cannot be written")
        except OSError as error:
            raise SetupError(
                f"The watched folder {folder} cannot be used ({error.strerror}).",
                hint="Files are moved out of it: whoever runs Ordermill must be allowed to write there.",
            ) from error

    def poll(self) -> list[Taken]:
        """Take what is whole; what became of each. Raises `StoreUnavailable` and `FilesUnavailable`."""
        taken = []
        for path in self._whole():
            try:
                found = self._take(path)
            except OSError as error:
                log.warning("a file in the watched folder cannot be read or moved (%s)", error.strerror)
                continue
            if found is not None:
                taken.append(found)
        return taken

    @property
    def unsettled(self) -> bool:
        """Whether files lie there that may still grow."""
        return bool(self._seen)

    def _whole(self) -> list[Path]:
        """Files that have not changed for `settle` seconds, by our own clock: that of a file server may be another."""
        now, seen = self._clock(), {}
        for path in sorted(self._files()):
            signature = _signature(path)
            if signature is not None and self._counts(path, signature):
                before = self._seen.get(path)
                seen[path] = before if before is not None and before[0] == signature else (signature, now)
        whole = [path for path, (_, since) in seen.items() if now - since >= self.settings.settle]
        self._seen = {path: what for path, what in seen.items() if path not in whole}
        return whole

    def _counts(self, path: Path, signature: Signature) -> bool:
        """Whether the file came when the settings say; one that was written or moved since the set-up did."""
        since = self.settings.since
        if isinstance(since, date):
            return max(signature[1:3]) >= datetime.combine(since, datetime.min.time()).timestamp() * 1e9
        if since == "ever":
            return True
        if self._before is None:
            self._before = self._lay_there()
        return not self._before or self._mark(path, signature) not in self._before

    def _lay_there(self) -> frozenset[str]:
        """Marks of the files that lay in the folder when it was first looked at."""
        where = place("folder", str(self.folder.resolve()))
        with self.store.read() as tx:
            began = known(tx, where)
        if began is None:
            signed = [(path, _signature(path)) for path in self._files()]
            kept = json.dumps(sorted(self._mark(path, found) for path, found in signed if found is not None)).encode()
            sha256 = hashlib.sha256(kept).hexdigest()
            self.store.files.put(sha256, kept, BEFORE)
            began = begin(self.store, where, "folder", len(signed), {"files": sha256})
            self.left = began.left
            log.warning("%d files lay there before the set-up and are left (ORDERMILL_INTAKE_SINCE)", began.left)
        kept_then = self.store.files.get(str(began.mark["files"]), BEFORE) if began.mark else None
        return frozenset(json.loads(kept_then or b"[]"))

    def _mark(self, path: Path, signature: Signature) -> str:
        return digest(str(path.relative_to(self.folder)), *map(str, signature))[:32]

    def _files(self) -> Iterator[Path]:
        for entry in _entries(self.folder):
            if entry.is_dir(follow_symlinks=False) and entry.name not in (DONE, ASIDE):
                yield from (Path(inner.path) for inner in _entries(Path(entry.path)) if _wanted(inner))
            elif _wanted(entry):
                yield Path(entry.path)

    def _take(self, path: Path) -> Taken | None:
        before = _signature(path)
        if before is None:
            return None
        size = before[0]
        content = path.read_bytes() if size <= max(self.settings.file_bytes, self.settings.mail_bytes) else b""
        if _signature(path) != before:
            return None
        parcel = self._parcel(path, content, before)
        taken = take(self.store, parcel, "folder")
        self._move(path, DONE if taken.outcome != "aside" else ASIDE, content)
        return taken

    def _parcel(self, path: Path, content: bytes, signature: Signature) -> Parcel:
        # With the file's own marks: after a crash it is the same file, put there again by a person it is another.
        size, modified, _, inode = signature
        key = f"{hashlib.sha256(content).hexdigest()}:{size}:{inode}:{modified}"
        sender = path.parent.name if path.parent != self.folder else None
        piece = Piece(path.name, content, sender, size=size)
        if content and is_mail(piece):
            mail = parcel_of(content, self.settings)
            return replace(mail, source="folder", key=key, sender=mail.sender or sender)
        if size and not content:
            refused = Piece(path.name, b"", sender, too_large(self.settings.file_bytes), size)
            return Parcel("folder", key, (refused,), sender, path.name)
        return Parcel("folder", key, tuple(unpacked(piece, Budget.of(self.settings))), sender, path.name)

    def _move(self, path: Path, where: str, content: bytes) -> None:
        to = self.folder / where / path.name
        if to.exists():
            mark = hashlib.sha256(content or str(time.time_ns()).encode()).hexdigest()[:12]
            to = to.with_name(f"{path.stem[:150]}-{mark}{path.suffix}")
        try:
            os.replace(path, to)
        except FileNotFoundError:
            log.info("a file of the watched folder was moved by somebody else")


def _entries(folder: Path) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return list(entries)
    except OSError as error:
        log.error("the watched folder cannot be listed (%s)", error.strerror)
        return []


def _wanted(entry: os.DirEntry[str]) -> bool:
    """A plain file that no program is still writing, as far as its name says."""
    name = entry.name.lower()
    if name.startswith((".", "~$")) or name.endswith(UNFINISHED) or name in ("thumbs.db", "desktop.ini"):
        return False
    return entry.is_file(follow_symlinks=False)


def _signature(path: Path) -> Signature | None:
    """Size, times and number of a file; None where it is gone."""
    try:
        found = path.stat(follow_symlinks=False)
    except OSError:
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino
