"""Documents and what is derived from them, by content hash, in a folder or any store that fsspec knows."""

from __future__ import annotations

import os
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

import fsspec
from fsspec.implementations.local import LocalFileSystem

from data.errors import OrdermillError

_HASH = re.compile(r"[0-9a-f]{64}")


class FilesUnavailable(OrdermillError):
    """Documents cannot be stored or read now: the folder is full, away or not ours."""

    code = "files_unavailable"


class Files:
    """Bytes by SHA-256 (or hash and suffix: what was derived from a document). Writing the same again is no error."""

    def __init__(self, address: str) -> None:
        self._fs, root = fsspec.core.url_to_fs(address)
        self._root = root.rstrip("/")
        self._local = isinstance(self._fs, LocalFileSystem)

    def put(self, sha256: str, content: bytes, suffix: str = "", *, anew: bool = False) -> None:
        """Keep `content`; on return it has reached the disk. Raises `FilesUnavailable`.

        `anew`: also where something of that length is there already.
        """
        path = self._path(sha256, suffix)
        try:
            if self._local:
                if anew or not (os.path.exists(path) and os.path.getsize(path) == len(content)):
                    _write(Path(path), content)
            else:
                self._fs.pipe_file(path, content)
        except OSError as error:
            raise _unavailable(error) from error

    def get(self, sha256: str, suffix: str = "") -> bytes | None:
        """What was kept, None if nothing was. Raises `FilesUnavailable`."""
        try:
            content: bytes = self._fs.cat_file(self._path(sha256, suffix))
        except FileNotFoundError:
            return None
        except OSError as error:
            raise _unavailable(error) from error
        return content

    def listed(self) -> Iterator[tuple[str, str]]:
        """Everything kept, as hash and suffix, in no order. Raises `FilesUnavailable`."""
        try:
            for path in self._fs.find(self._root) if self._fs.exists(self._root) else ():
                sha256, point, suffix = str(path).rsplit("/", 1)[-1].partition(".")
                if _HASH.fullmatch(sha256):
                    yield sha256, point + suffix
        except OSError as error:
            raise _unavailable(error) from error

    def drop(self, sha256: str) -> int:
        """Delete a document and all that was derived from it; how many files that were."""
        try:
            found = list(self._fs.glob(self._path(sha256, "") + "*"))
            for path in found:
                self._fs.rm_file(path)
        except OSError as error:
            raise _unavailable(error) from error
        return len(found)

    def _path(self, sha256: str, suffix: str) -> str:
        if not _HASH.fullmatch(sha256) or not re.fullmatch(r"(\.[a-z0-9.]{1,20})?", suffix):
            raise ValueError("not a content hash with a suffix")
        return f"{self._root}/{sha256[:2]}/{sha256}{suffix}"


def _write(path: Path, content: bytes) -> None:
    """Whole or not at all, also when the power goes: written beside, flushed, then renamed."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=".part-")
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)


def _unavailable(error: OSError) -> FilesUnavailable:
    return FilesUnavailable(
        f"Documents cannot be stored or read now ({error.strerror or type(error).__name__}).",
        hint="Nothing was lost. Make room or see that the documents' folder is there, then try again.",
    )
