"""The desk's way to Odoo: mirror, mapping rules and record opened once, a connection a thread."""

from __future__ import annotations

import threading
import time
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from data.errors import OrdermillError
from data.result import Extraction
from serving.desk.flow import Away
from serving.odoo.client import OdooConnection, connect
from serving.odoo.errors import Conflict, Denied, OdooError, ServerFault, Unreachable
from serving.odoo.mapping import Options
from serving.odoo.preparing import mirror_at, prepare, rules_in
from serving.odoo.record import Record
from serving.odoo.settings import OdooSettings

if TYPE_CHECKING:
    from serving.desk.store import Store
    from serving.odoo.mirror import Mirror
    from serving.odoo.preview import Preview


class OdooAway(Away):
    """Odoo cannot be reached or lets nobody in: nothing that an order is to blame for."""

    code = "odoo_away"


class OdooAccess:
    """Everything the steps need. The record of writes lies in the desk's own database."""

    def __init__(
        self, settings: OdooSettings, options: Options, record: Record, *, pause: float = 10.0
    ) -> None:  # fmt: skip
        """`pause`: seconds for which nobody asks again once Odoo was found away."""
        self.settings, self.options, self.record = settings, options, record
        self.pause, self._away_until = pause, 0.0
        self._mirror: Mirror | None = None
        self._local = threading.local()

    @classmethod
    def from_environment(cls, store: Store) -> OdooAccess | None:
        """None where no Odoo is set up. Raises `SetupError` for rules that cannot be understood."""
        settings = OdooSettings()
        if not settings.configured:
            return None
        return cls(settings, rules_in(settings.rules), record_in(store))

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
        """This thread's connection, made on first use. Raises `OdooError`, and `OdooAway` while a pause lasts."""
        if time.monotonic() < self._away_until:
            raise OdooAway("Odoo was away a moment ago.", hint="Orders go on by themselves once it is back.")
        found: OdooConnection | None = getattr(self._local, "connection", None)
        if found is None:
            found = self._local.connection = connect(self.settings)
        return found

    def failed(self, error: OdooError) -> OrdermillError:
        """What to raise for `error`: itself, or `OdooAway` where no order can be to blame. Ends the connection."""
        self.drop()
        away = isinstance(error, Unreachable | Conflict | Denied)
        if isinstance(error, ServerFault):
            # A server that fails over one order answers others: only the one that answers nobody is away.
            try:
                self.connection()
            except (OdooError, OdooAway):
                away = True
        if not away:
            return error
        self._away_until = time.monotonic() + self.pause
        return OdooAway(f"Odoo cannot be used now: {error.message}", hint=error.hint)

    def drop(self) -> None:
        """Forget this thread's connection, after it failed."""
        found: OdooConnection | None = getattr(self._local, "connection", None)
        self._local.connection = None
        if found is not None:
            found.close()

    def preview(self, extraction: Extraction, sender: str | None, bound: Mapping[int, int] | None = None) -> Preview:
        """Matched, mapped and held against the server. Raises `OdooError` where it cannot be reached.

        `bound`: products that a person chose, by line.
        """
        return prepare(extraction, self.mirror, self.options, self.connection(), sender=sender, bound=bound)


def record_in(store: Store) -> Record:
    """The record of writes in the desk's own database, whose migrations make its tables."""
    return Record(store.engine.execution_options(ordermill_writes=True), prepared=True)
