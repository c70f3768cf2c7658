"""The desk's way to Odoo: mirror, mapping rules and record opened once, a connection a thread."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING

from data.result import Extraction
from serving.odoo.client import OdooConnection, connect
from serving.odoo.mapping import Options
from serving.odoo.preparing import mirror_at, prepare, rules_in
from serving.odoo.record import Record
from serving.odoo.settings import OdooSettings

if TYPE_CHECKING:
    from serving.desk.store import Store
    from serving.odoo.mirror import Mirror
    from serving.odoo.preview import Preview


class OdooAccess:
    """Everything the steps need. The record of writes lies in the desk's own database."""

    def __init__(self, settings: OdooSettings, options: Options, record: Record) -> None:
        self.settings, self.options, self.record = settings, options, record
        self._mirror: Mirror | None = None
        self._local = threading.local()

    @classmethod
    def from_environment(cls, store: Store) -> OdooAccess | None:
        """None where no Odoo is set up. Raises `SetupError` for rules that cannot be understood."""
        settings = OdooSettings()
        if not settings.configured:
            return None
        return cls(settings, rules_in(settings.rules), Record(store.engine.execution_options(ordermill_writes=True)))

    @property
    def mirror(self) -> Mirror | None:
        """The copy of the master data; None until `ordermill odoo sync` has run."""
        if self._mirror is None:
            self._mirror = mirror_at(self.settings.mirror)
        return self._mirror

    @property
    def ready(self) -> bool:
        place = self.settings.mirror
        return self._mirror is not None or "://" in place or Path(place).exists()

    def connection(self) -> OdooConnection:
        """This thread's connection, made on first use. Raises `OdooError`."""
        found: OdooConnection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = connect(self.settings)
        return found

    def drop(self) -> None:
        """Forget this thread's connection, after it failed."""
        found: OdooConnection | None = getattr(self._local, "connection", None)
        self._local.connection = None
        if found is not None:
            found.close()

    def preview(self, extraction: Extraction, sender: str | None) -> Preview:
        """Matched, mapped and held against the server. Raises `OdooError` where it cannot be reached."""
        return prepare(extraction, self.mirror, self.options, self.connection(), sender=sender)
