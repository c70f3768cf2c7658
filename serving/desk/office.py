"""What every part of the desk stands on: store, settings, reader, and the way to Odoo."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import SetupError
from serving.desk.store import Store, open_store
from serving.settings import DeskSettings, Settings

if TYPE_CHECKING:
    from serving.desk.odoo_access import OdooAccess
    from serving.pipeline import Pipeline


@dataclass(frozen=True)
class Office:
    """One process of the desk. `pipeline` is None where nothing is read here, `odoo` where no Odoo is set up."""

    store: Store
    settings: DeskSettings = field(default_factory=DeskSettings)
    pipeline: Pipeline | None = None
    odoo: OdooAccess | None = None
    model: Path | None = None
    """Folder of the model that reads; None: as settings and shelf say."""

    @classmethod
    def open(cls, settings: DeskSettings | None = None, pipeline: Pipeline | None = None) -> Office:
        """The desk as the environment describes it; makes database and folders where there are none.

        Raises `SetupError` and `StoreUnavailable`.
        """
        from serving.desk.odoo_access import OdooAccess

        settings = settings or DeskSettings()
        store = open_store(settings.database_url, settings.documents)
        return cls(store, settings, pipeline, OdooAccess.from_environment(store))

    def model_folder(self) -> Path | None:
        """Folder of the model that reads now; None where none can be found."""
        from models.extractor import resolve
        from models.shelf import Shelf

        if self.model is not None:
            return self.model
        settings = Settings()
        champion = Shelf(settings.champions).resolve("champion") if settings.champions else None
        try:
            return champion or resolve(settings.model)
        except SetupError:
            return None

    def close(self) -> None:
        self.store.close()
