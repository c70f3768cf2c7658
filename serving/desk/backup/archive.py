"""A backup as a folder or a tar file: files under plain names and a manifest with the hash of each.

Written beside its place and renamed at the end, so that what has the name is whole. Read with suspicion: a name that
is not in the manifest or leads elsewhere is refused, and nothing is believed before every hash was seen.
"""

from __future__ import annotations

import hashlib
import io
import json
import os
import re
import shutil
import tarfile
from abc import ABC, abstractmethod
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, cast

from data.errors import OrdermillError

FORMAT = 1
MANIFEST = "manifest.json"
TARS = {".tar": "w", ".tar.gz": "w:gz", ".tgz": "w:gz"}
_PART = re.compile(r"(?!\.\.?$)[^/\\\x00-\x1f]{1,200}")
_CHUNK = 1 << 20


class BackupError(OrdermillError):
    """A backup cannot be made, or must not be put back."""

    code = "backup"


@dataclass(frozen=True)
class Manifest:
    """What an archive holds. `files`: name to (SHA-256, size)."""

    release: str
    made_at: str
    kind: str
    """sqlite or postgresql."""
    revision: str
    events: int
    head: str
    """Hash of the last event of the audit chain."""
    orders: dict[str, int]
    missing: tuple[str, ...] = ()
    """Hashes of documents that the database knows and that were not there any more."""
    files: dict[str, tuple[str, int]] = field(default_factory=dict)

    def to_bytes(self) -> bytes:
        body = {"format": FORMAT, **asdict(self)}
        return json.dumps(body | {"seal": _seal(body)}, indent=1, ensure_ascii=False).encode()

    @classmethod
    def parse(cls, content: bytes) -> Manifest:
        """Raises `BackupError` for what is damaged or newer than this release."""
        try:
            raw: dict[str, Any] = json.loads(content)
            form, seal = int(raw["format"]), raw.pop("seal")
            if form > FORMAT:
                raise newer(str(raw.get("release", "?")))
            if seal != _seal(raw):
                raise ValueError("seal")
            raw |= {"files": {str(n): (str(h), int(s)) for n, (h, s) in raw["files"].items()},
                    "missing": tuple(raw["missing"])}  # fmt: skip
            del raw["format"]
            return cls(**raw)
        except (ValueError, KeyError, TypeError, AttributeError) as error:
            raise damaged("its manifest cannot be read") from error


def newer(release: str) -> BackupError:
    return BackupError(f"The backup was made by a newer release ({release}).",
                       hint="Install that release or a later one, then restore.", code="backup_newer")  # fmt: skip


def damaged(what: str) -> BackupError:
    return BackupError(f"The backup is damaged: {what}.", code="backup_damaged",
                       hint="Nothing was changed. Take another copy of it, or an earlier backup.")  # fmt: skip


def _plain(name: str) -> bool:
    """Whether a name stays below the archive's root, and is one that any system can keep."""
    return all(_PART.fullmatch(part) for part in name.split("/"))


def _seal(body: dict[str, Any]) -> str:
    text = json.dumps({k: v for k, v in body.items() if k != "seal"}, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode()).hexdigest()


class Writing:
    """An archive under way: `add` files, then `finish`. Used as a context, which removes what was not finished."""

    def __init__(self, target: Path) -> None:
        """Raises `BackupError` where something is there already, or cannot be written."""
        self.target, self.files = target, dict[str, tuple[str, int]]()
        self.part = target.with_name(f".{target.name}.part")
        mode = next((mode for suffix, mode in TARS.items() if target.name.endswith(suffix)), None)
        try:
            if target.exists() and (mode is not None or not target.is_dir() or any(target.iterdir())):
                raise BackupError(f"{target} is there already.", hint="Name a new file or an empty folder.")
            target.parent.mkdir(parents=True, exist_ok=True)
            self._clear()
            self._tar = None if mode is None else tarfile.open(self.part, mode)  # type: ignore[call-overload]  # noqa: SIM115
            if mode is None:
                self.part.mkdir()
            self.part.chmod(0o600 if mode else 0o700)  # it holds all that the desk knows
        except OSError as error:
            raise unwritable(target, error) from error

    def add(self, name: str, source: Path | bytes) -> None:
        """Raises `BackupError` where there is no room or the source changes meanwhile."""
        if not _plain(name) or name in self.files:
            raise BackupError(f"{name!r} cannot be the name of a file in a backup.", hint="Rename the file.")
        try:
            size = len(source) if isinstance(source, bytes) else source.stat().st_size
            with io.BytesIO(source) if isinstance(source, bytes) else source.open("rb") as file:
                self.files[name] = (self._put(name, size, file), size)
        except OSError as error:
            raise unwritable(self.target, error) from error

    def finish(self, manifest: Manifest) -> None:
        """Close the archive and give it its name."""
        content = manifest.to_bytes()
        try:
            self._put(MANIFEST, len(content), io.BytesIO(content))
            if self._tar is not None:
                self._tar.close()
                _sync(self.part)
            elif self.target.exists():
                self.target.rmdir()
            os.replace(self.part, self.target)
        except OSError as error:
            raise unwritable(self.target, error) from error

    def _put(self, name: str, size: int, file: BinaryIO) -> str:
        hashed = _Hashed(file)
        if self._tar is not None:
            info = tarfile.TarInfo(name)
            info.size, info.mode = size, 0o600
            self._tar.addfile(info, hashed)
            return hashed.hexdigest()
        path = self.part / name
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("wb") as out:
            shutil.copyfileobj(hashed, out, _CHUNK)
            out.flush()
            os.fsync(out.fileno())
        if path.stat().st_size != size:
            raise OSError(0, f"{name} changed while it was copied")
        return hashed.hexdigest()

    def _clear(self) -> None:
        if self.part.is_dir():
            shutil.rmtree(self.part)
        self.part.unlink(missing_ok=True)

    def __enter__(self) -> Writing:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: BaseException | TracebackType | None) -> None:
        if kind is not None and self._tar is not None:
            self._tar.fileobj.close()
        self._clear()


class _Hashed:
    """A file to read once, and the hash of what was read."""

    def __init__(self, file: BinaryIO) -> None:
        self._file, self._hash = file, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        content = self._file.read(size)
        self._hash.update(content)
        return content

    def hexdigest(self) -> str:
        return self._hash.hexdigest()


class Archive(ABC):
    """A finished archive. `names` are of plain files alone."""

    def __init__(self) -> None:
        content = self.whole(MANIFEST) if MANIFEST in self.names() else b""
        if not content:
            raise damaged("it has no manifest, or is no backup of Ordermill")
        self.manifest = Manifest.parse(content)

    @abstractmethod
    def names(self) -> list[str]: ...

    @abstractmethod
    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]: ...

    def whole(self, name: str) -> bytes:
        with self.file(name) as file:
            return file.read()

    def copy(self, name: str, target: Path) -> None:
        """One file out, whole or not at all."""
        target.parent.mkdir(parents=True, exist_ok=True)
        part = target.with_name(f".{target.name}.part")
        with self.file(name) as file, part.open("wb") as out:
            shutil.copyfileobj(file, out, _CHUNK)
            out.flush()
            os.fsync(out.fileno())
        os.replace(part, target)

    def verify(self) -> None:
        """Read everything once. Raises `BackupError` where anything is missing, added or changed."""
        there, said = set(self.names()) - {MANIFEST}, self.manifest.files
        bad = sorted(name for name in there | set(said) if name not in said or not _plain(name))
        if bad:
            raise damaged(f"{bad[0]} does not belong to it")
        for name, (sha256, size) in said.items():
            if name not in there:
                raise damaged(f"{name} is missing")
            with self.file(name) as file:
                hashed, length = hashlib.sha256(), 0
                while chunk := file.read(_CHUNK):
                    hashed.update(chunk)
                    length += len(chunk)
            if (hashed.hexdigest(), length) != (sha256, size):
                raise damaged(f"{name} was changed")


class _Folder(Archive):
    def __init__(self, folder: Path) -> None:
        self.folder = folder
        super().__init__()

    def names(self) -> list[str]:
        # Links are no plain files: one could show us anything of this machine.
        found = (p for p in self.folder.rglob("*") if p.is_file() and not p.is_symlink())
        return [p.relative_to(self.folder).as_posix() for p in found]

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        with (self.folder / name).open("rb") as file:
            yield file


class _Tar(Archive):
    def __init__(self, tar: tarfile.TarFile) -> None:
        self._tar = tar
        self._members = {m.name: m for m in tar.getmembers() if m.isreg()}
        super().__init__()

    def names(self) -> list[str]:
        return list(self._members)

    @contextmanager
    def file(self, name: str) -> Iterator[BinaryIO]:
        file = self._tar.extractfile(self._members[name])
        if file is None:
            raise damaged(f"{name} is no file")
        with file:
            yield cast(BinaryIO, file)


@contextmanager
def opened(path: Path) -> Iterator[Archive]:
    """An archive to read. Raises `BackupError` for what is none, damaged or newer than this release."""
    if not path.exists():
        raise BackupError(f"{path} is not there.", hint="Name the file or folder that `ordermill backup` made.")
    try:
        if path.is_dir():
            yield _Folder(path)
            return
        with tarfile.open(path, "r:*") as tar:
            yield _Tar(tar)
    except (tarfile.TarError, EOFError) as error:
        raise damaged("the file is cut off, or no backup of Ordermill") from error
    except OSError as error:
        raise BackupError(f"{path}: {error.strerror or 'cannot be read'}.", hint="Check disk and rights.") from error


def unwritable(target: Path, error: OSError) -> BackupError:
    return BackupError(f"{target} cannot be written ({error.strerror or error}).", code="backup_unwritable",
                       hint="Make room or name another place. Nothing was left there.")  # fmt: skip


def _sync(path: Path) -> None:
    with path.open("rb") as file:
        os.fsync(file.fileno())
