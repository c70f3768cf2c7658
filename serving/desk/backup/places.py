"""Where everything lies that a backup holds, by the settings of this installation."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from data.errors import SetupError

LABELLED = ("var/labelled", "var/label-memory")
"""Where `ordermill label pull` and `label backend` keep what people labelled, unless told otherwise."""


@dataclass(frozen=True)
class Places:
    """Addresses of database and documents, and paths of the rest. What is None or not there is left out."""

    database: str
    documents: str
    shelf: Path | None = None
    databases: dict[str, Path] = field(default_factory=dict)
    """SQLite files besides the desk's, by their name in the archive."""
    settings: dict[str, Path] = field(default_factory=dict)
    """Files that say how the desk decides, by their name in the archive."""
    folders: tuple[str, ...] = ()
    """Folders below `root`, as paths with slashes."""
    root: Path = Path()

    @classmethod
    def here(cls, database: str = "", documents: str = "", also: tuple[Path, ...] = ()) -> Places:
        """As the environment says; `also` are more folders below the working folder. Raises `SetupError`."""
        from serving.odoo.settings import OdooSettings
        from serving.review.privacy_page import RetentionSettings
        from serving.settings import DeskSettings, Settings

        desk, odoo = DeskSettings(), OdooSettings()
        files = {"odoo-mirror.sqlite": odoo.mirror, "odoo-record.sqlite": odoo.record}
        told = {"odoo-rules.yaml": odoo.rules, "retention.yaml": RetentionSettings().retention}
        return cls(
            database or desk.database_url, documents or desk.documents, Settings().shelf,
            {name: Path(place) for name, place in files.items() if "://" not in place},
            {name: path for name, path in told.items() if path is not None},
            tuple(dict.fromkeys((*LABELLED, *(_below(path) for path in also)))),
        )  # fmt: skip


def _below(path: Path) -> str:
    """`path` below the working folder. Raises `SetupError` for others: nobody could say where they go back to."""
    try:
        found = path.resolve().relative_to(Path.cwd())
    except ValueError:
        found = Path("..")
    if not path.is_dir() or ".." in found.parts or found == Path():
        raise SetupError(f"{path} is no folder below {Path.cwd()}.",
                         hint="Copy other folders yourself, or start the command where they lie.")  # fmt: skip
    return str(PurePosixPath(*found.parts))
