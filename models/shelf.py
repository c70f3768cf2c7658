"""The shelf: every version of the model that may be used here, and which of them is champion and challenger.

    var/models/
        0.2.0/  0.2.0+20261125/ ...   model, calibration, thresholds, card: one version, never changed
        aliases.json                  {"champion": "0.2.0", "challenger": null, "history": [...]}

The service looks at aliases.json before it reads a document, so that one command switches it and the same switches it
back. Needs nothing but files: the light installation has no MLflow.
"""

from __future__ import annotations

import json
import os
import shutil
import tempfile
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Literal, get_args

from data.errors import SetupError
from models.fingerprint import fingerprint

Alias = Literal["champion", "challenger"]
ALIASES: tuple[Alias, ...] = get_args(Alias)
NEEDED = ("model.onnx", "reader.json", "model.json")


@dataclass(frozen=True, slots=True)
class Shelved:
    """One version on the shelf."""

    version: str
    folder: Path
    fingerprint: str
    aliases: tuple[Alias, ...]


class Shelf:
    """A folder of versions. Several processes may use it; each write is whole or not there."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.file = folder / "aliases.json"

    def add(self, source: Path, version: str = "") -> Shelved:
        """Copy the model in `source` onto the shelf. The same model again is no error, another one of its name is.

        Raises `SetupError`.
        """
        missing = [name for name in NEEDED if not (source / name).is_file()]
        if missing:
            raise SetupError(f"{source} lacks {', '.join(missing)}", hint="export the model first")
        about = json.loads((source / "model.json").read_text(encoding="utf-8"))
        version = version or str(about["version"])
        if not version or version in (".", "..") or any(c in version for c in "/\\\0"):
            raise SetupError(f"{version!r} is no name for a version")
        target = self.folder / version
        if target.exists():
            if fingerprint(target) != fingerprint(source):
                raise SetupError(f"there is another model {version} on the shelf", hint="give this one a new version")
            return self.get(version)
        self.folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=self.folder, prefix=".new-") as name:
            beside = Path(name) / "model"
            shutil.copytree(source, beside, ignore=shutil.ignore_patterns("checkpoint", "*.safetensors"))
            text = json.dumps(about | {"version": version}, indent=1) + "\n"
            (beside / "model.json").write_text(text, encoding="utf-8")
            os.replace(beside, target)
        return self.get(version)

    def get(self, version: str) -> Shelved:
        """Raises `SetupError` for a version that is not there."""
        target = self.folder / version
        if not (target / "model.onnx").is_file():
            known = ", ".join(v.version for v in self.versions()) or "none"
            raise SetupError(f"there is no model {version} on the shelf {self.folder}", hint=f"known: {known}")
        named = tuple(a for a in ALIASES if self._read().get(a) == version)
        return Shelved(version, target, fingerprint(target), named)

    def versions(self) -> list[Shelved]:
        """All versions by name."""
        return [self.get(p.parent.name) for p in sorted(self.folder.glob("[!.]*/model.onnx"))]

    def resolve(self, alias: Alias) -> Path | None:
        """Folder of the model that carries `alias`; None where none does."""
        version = self._read().get(alias)
        return None if version is None else self.get(version).folder

    def point(self, alias: Alias, version: str | None, by: str) -> None:
        """Give `alias` to `version` (None takes it away). Raises `SetupError` for a version that is not there."""
        if version is not None:
            self.get(version)
        now = self._read()
        entry = {"alias": alias, "from": now.get(alias), "to": version, "by": by,
                 "at": datetime.now(UTC).isoformat(timespec="seconds")}  # fmt: skip
        self._write(now | {alias: version, "history": [*now.get("history", []), entry]})

    def back(self, by: str) -> str:
        """Make the champion before this one champion again; returns its version. Raises `SetupError` without one."""
        now = self._read()
        for entry in reversed(now.get("history", [])):
            before = entry["from"]
            if entry["alias"] == "champion" and before is not None and entry["to"] == now.get("champion"):
                self.point("champion", before, by)
                return str(before)
        raise SetupError("there was no other champion before", hint="ordermill model use VERSION")

    def history(self) -> list[dict[str, Any]]:
        """Every switch, oldest first: alias, from, to, by, at."""
        found: list[dict[str, Any]] = self._read().get("history", [])
        return found

    def stamp(self) -> int:
        """Changes when an alias does; cheap enough to be asked before every document."""
        try:
            return self.file.stat().st_mtime_ns
        except OSError:
            return 0

    def _read(self) -> dict[str, Any]:
        try:
            found: dict[str, Any] = json.loads(self.file.read_text(encoding="utf-8"))
        except FileNotFoundError:
            return {}
        except ValueError as error:
            raise SetupError(
                f"{self.file} is damaged", hint="put it right by hand, or delete it and use again"
            ) from error
        return found

    def _write(self, content: dict[str, Any]) -> None:
        handle, name = tempfile.mkstemp(dir=self.folder, prefix=".aliases-")
        with os.fdopen(handle, "w", encoding="utf-8") as file:
            json.dump(content, file, indent=1)
            file.flush()
            os.fsync(file.fileno())
        os.replace(name, self.file)
