"""Where the results of a batch are kept: shards of JSON lines, and an index of them by content hash in SQLite.

    OUT/results-00000.jsonl    results of the contract, one a line, as `ordermill extract --json` prints them
    OUT/index.db               results(key, shard, offset, length, status, code, …), files(path, size, mtime, key)
    OUT/run.json               model and settings; OUT/report.json what came of it

A line is written whole, then indexed. After a kill the lines that the index lacks are indexed and a torn one is cut
off, so that nothing that was finished is lost and nothing is there twice. A lost index is made again from the shards.
"""

from __future__ import annotations

import fcntl
import hashlib
import json
import os
import sqlite3
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from types import TracebackType
from typing import Any, NamedTuple

from data.errors import SetupError

SHARD = 1000
"""Results a shard."""
COMMIT_SECONDS = 1.0
UNREAD = "unread:"
"""Before the hash of the path, for files of whose content nothing is known."""

TABLES = """
create table if not exists results (
    key text primary key, shard integer not null, offset integer not null, length integer not null,
    status text not null, code text, type text, language text, source text, warnings text,
    pages integer not null, seconds real not null) without rowid;
create index if not exists results_shard on results (shard);
create table if not exists files (
    path text primary key, size integer not null, mtime integer not null, key text not null) without rowid;
create table if not exists shards (number integer primary key, length integer not null, count integer not null);
"""


class File(NamedTuple):
    """A file as it was found; `size` -1 where it could not be looked at."""

    path: str
    size: int
    mtime: int
    """Nanoseconds."""


def unread(path: str) -> str:
    """The key of a file of whose content nothing is known."""
    return UNREAD + hashlib.sha256(_plain(path).encode()).hexdigest()


class Ledger:
    """One writer at a time. Use as a context manager; on leaving, everything is on the disk."""

    def __init__(self, folder: Path, *, shard: int = SHARD) -> None:
        """Raises `SetupError` where another batch is at work or the folder cannot be written."""
        self.folder, self._most = folder, shard
        try:
            folder.mkdir(parents=True, exist_ok=True)
            self._lock = os.open(folder / "lock", os.O_RDWR | os.O_CREAT, 0o644)
        except OSError as error:
            raise SetupError(f"{folder} cannot be written ({error.strerror}).", hint="Give another folder.") from error
        try:
            fcntl.flock(self._lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._lock)
            raise SetupError(
                f"Another batch is writing to {folder}.", hint="Wait for it, or give another folder."
            ) from error
        self._database = sqlite3.connect(folder / "index.db", isolation_level=None)
        self._database.executescript(f"pragma journal_mode=wal; pragma synchronous=full; {TABLES}")
        self._file = -1
        self._since = time.monotonic()
        self._database.execute("begin")
        self._mend()
        self._number, self._length, self._count = self._last()
        self._open()

    def __enter__(self) -> Ledger:
        return self

    def __exit__(self, *_: type[BaseException] | BaseException | TracebackType | None) -> None:
        self.close()

    def close(self) -> None:
        self._commit()
        self._database.close()
        os.close(self._file)
        os.close(self._lock)

    def settled(self, file: File) -> bool:
        """Whether the file was read before and has not changed since."""
        sql = "select size, mtime from files where path = ? and key in (select key from results where key = files.key)"
        return self._one(sql, _plain(file.path)) == (file.size, file.mtime)

    def has(self, key: str) -> bool:
        return self._one("select 1 from results where key = ?", key) is not None

    def note(self, file: File, key: str) -> None:
        """The file's content is that of `key`."""
        self._do("insert or replace into files values (?, ?, ?, ?)", _plain(file.path), file.size, file.mtime, key)
        self._commit_in_time()

    def add(self, key: str, result: dict[str, Any], seconds: float) -> bool:
        """Keep a result; False where one of this key is there already."""
        if self.has(key):
            return False
        if self._count >= self._most:
            self._next()
        line = _line(result)
        self._write(line)
        self._index(key, self._number, self._length, len(line), result, seconds)
        self._length, self._count = self._length + len(line), self._count + 1
        # A result without a hash cannot be indexed from its line: it is on the disk before anything else happens.
        self._commit() if key.startswith(UNREAD) else self._commit_in_time()
        return True

    def result(self, key: str) -> dict[str, Any] | None:
        """The result of a key, None if there is none."""
        row = self._one("select shard, offset, length from results where key = ?", key)
        if row is None:
            return None
        with self._path(row[0]).open("rb") as file:
            file.seek(row[1])
            found: dict[str, Any] = json.loads(file.read(row[2]))
        return found

    def forget(self, codes: Sequence[str]) -> int:
        """Drop failed results with one of `codes`, so that their documents are read anew; how many."""
        marks = ",".join("?" * len(codes))
        found = self._all(f"select shard, key from results where code in ({marks})", *codes)  # noqa: S608
        by_shard: dict[int, set[str]] = {}
        for shard, key in found:
            by_shard.setdefault(shard, set()).add(key)
        self._commit()
        os.close(self._file)
        self._file = -1
        for shard, keys in by_shard.items():
            self._rewrite(shard, keys)
        self._number, self._length, self._count = self._last()
        self._open()
        return len(found)

    def tally(self, sql: str) -> list[tuple[Any, ...]]:
        """A question to the index."""
        return self._all(sql)

    def _line_by_line(self, shard: int, offset: int = 0) -> Iterator[tuple[int, bytes]]:
        with self._path(shard).open("rb") as file:
            file.seek(offset)
            for line in file:
                yield offset, line
                offset += len(line)

    def _mend(self) -> None:
        """Bring index and shards together after a kill, or after somebody took one of them away."""
        known = dict(self._all("select number, length from shards"))
        there = {int(p.stem.rpartition("-")[2]) for p in self.folder.glob("results-[0-9]*.jsonl")}
        for part in self.folder.glob(".results-*.part"):
            part.unlink()
        for number in sorted(there | known.keys()):
            size = self._path(number).stat().st_size if number in there else -1
            if size != known.get(number):
                # Shorter than indexed: rewritten and killed in between. Longer: written and not indexed.
                self._take_in(number, known.get(number, 0) if size > known.get(number, 0) else 0, number in there)
        self._commit()

    def _take_in(self, shard: int, offset: int, there: bool) -> None:
        """Index the whole lines of a shard from `offset` on; lines without a key or torn ones are cut out."""
        self._do("delete from results where shard = ? and offset >= ?", shard, offset)
        if not there:
            self._do("delete from shards where number = ?", shard)
            return
        kept, cut, end = [], False, offset
        for _, line in self._line_by_line(shard, offset):
            result = _read(line)
            if result is None or not result["sha256"] or self.has(result["sha256"]):
                cut = True
                continue
            self._index(result["sha256"], shard, end, len(line), result, 0.0)
            kept.append(line)
            end += len(line)
        if cut:
            self._replace(shard, offset, kept)
        count = self._one("select count(*) from results where shard = ?", shard)
        self._do("insert or replace into shards values (?, ?, ?)", shard, end, count[0] if count else 0)

    def _rewrite(self, shard: int, without: set[str]) -> None:
        """A shard without some results. A kill in between leaves a shorter shard, which `_mend` indexes anew."""
        rows = self._all("select key, offset, length from results where shard = ? order by offset", shard)
        content = self._path(shard).read_bytes()
        kept, end = [], 0
        for key, offset, length in rows:
            if key in without:
                self._do("delete from results where key = ?", key)
                self._do("delete from files where key = ?", key)
            else:
                self._do("update results set offset = ? where key = ?", end, key)
                kept.append(content[offset : offset + length])
                end += length
        self._do("insert or replace into shards values (?, ?, ?)", shard, end, len(kept))
        self._replace(shard, 0, kept)
        self._commit()

    def _replace(self, shard: int, offset: int, lines: list[bytes]) -> None:
        path = self._path(shard)
        beside = path.with_name(f".{path.name}.part")
        with path.open("rb") as old, beside.open("wb") as new:
            new.write(old.read(offset))
            new.writelines(lines)
            new.flush()
            os.fsync(new.fileno())
        os.replace(beside, path)

    def _index(self, key: str, shard: int, offset: int, length: int, result: dict[str, Any], seconds: float) -> None:
        about, error = result["document"], result["error"]
        codes = " ".join(sorted({w["code"] for w in about["warnings"]}))
        self._do(
            "insert into results values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)", key, shard, offset, length,
            result["status"], error["code"] if error else None, result["document_type"]["value"], about["language"],
            "+".join(sorted(about["source"])), codes, about["pages"], seconds,
        )  # fmt: skip

    def _write(self, line: bytes) -> None:
        """Whole, or not at all where the disk is full. Raises `SetupError`."""
        left = memoryview(line)
        try:
            while left:
                left = left[os.write(self._file, left) :]
        except OSError as error:
            os.ftruncate(self._file, self._length)
            raise SetupError(
                f"{self.folder} cannot be written ({error.strerror}).",
                hint="Make room; the batch goes on where it was.",
            ) from error

    def _next(self) -> None:
        self._commit()
        self._number, self._length, self._count = self._number + 1, 0, 0
        self._open()

    def _last(self) -> tuple[int, int, int]:
        row = self._one("select number, length, count from shards order by number desc limit 1")
        return (0, 0, 0) if row is None else (row[0], row[1], row[2])

    def _open(self) -> None:
        if self._file >= 0:
            os.close(self._file)
        self._file = os.open(self._path(self._number), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)

    def _path(self, shard: int) -> Path:
        return self.folder / f"results-{shard:05d}.jsonl"

    def _commit_in_time(self) -> None:
        if time.monotonic() - self._since > COMMIT_SECONDS:
            self._commit()

    def _commit(self) -> None:
        """Lines first, then the index: what is indexed is on the disk, also when the power goes."""
        if self._file >= 0:
            os.fsync(self._file)
            self._do("insert or replace into shards values (?, ?, ?)", self._number, self._length, self._count)
        self._database.execute("commit")
        self._database.execute("begin")
        self._since = time.monotonic()

    def _do(self, sql: str, *values: Any) -> None:
        self._database.execute(sql, values)

    def _one(self, sql: str, *values: Any) -> tuple[Any, ...] | None:
        found: tuple[Any, ...] | None = self._database.execute(sql, values).fetchone()
        return found

    def _all(self, sql: str, *values: Any) -> list[tuple[Any, ...]]:
        return self._database.execute(sql, values).fetchall()


def _line(result: dict[str, Any]) -> bytes:
    # File names may hold bytes that are no UTF-8; escaped so they are still JSON.
    return json.dumps(result, ensure_ascii=False).encode("utf-8", "backslashreplace") + b"\n"


def _read(line: bytes) -> dict[str, Any] | None:
    """A result, None for a line that was torn."""
    if not line.endswith(b"\n"):
        return None
    try:
        found: dict[str, Any] = json.loads(line)
    except ValueError:
        return None
    return found if isinstance(found, dict) and "sha256" in found else None


def _plain(path: str) -> str:
    """A path that SQLite takes, whatever bytes are in it."""
    return path.encode("utf-8", "surrogateescape").decode("utf-8", "backslashreplace")
