"""Settings of what is told to other systems, read from the environment with the prefix `ORDERMILL_EVENTS_`."""

from __future__ import annotations

from functools import lru_cache
from typing import Annotated
from urllib.parse import urlsplit

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.errors import SetupError
from serving.settings import understood

SHORTEST_SECRET = 16


class EventSettings(BaseSettings):
    """Who is told of what happens to orders."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_EVENTS_", env_file=".env", extra="ignore", frozen=True)

    urls: str = ""
    """Addresses that are called, separated by spaces; empty tells nobody."""
    secret: SecretStr = SecretStr("")
    """Key of the signatures, at least 16 characters. Receivers need it to know that a call is ours."""
    kinds: str = ""
    """Kinds that are told, separated by spaces, as `order.waiting order.written`; empty tells all."""
    allow_private: bool = False
    """Whether addresses in private networks and on this machine may be called."""
    timeout: Annotated[float, Field(gt=0, le=300)] = 10
    """Seconds for a call in all, from connecting to the first line and headers of the answer."""

    @classmethod
    def load(cls) -> EventSettings:
        """The settings of the environment, checked. Raises `SetupError`."""
        settings = understood(cls, "docs/events.md says what can be set.")
        settings.check()
        return settings

    @property
    def targets(self) -> tuple[str, ...]:
        return tuple(self.urls.split())

    def wants(self, kind: str) -> bool:
        return not self.kinds.split() or kind in self.kinds.split()

    def check(self) -> None:
        """Raises `SetupError` for an address that cannot be called, and for a missing secret."""
        for url in self.targets:
            parts = urlsplit(url)
            if parts.scheme not in ("http", "https") or not parts.hostname or parts.username or len(url) > 400:
                raise SetupError(
                    "An address in ORDERMILL_EVENTS_URLS cannot be called.",
                    hint="Write https://HOST/PATH, without user and password, at most 400 characters.",
                )
        if self.targets and len(self.secret.get_secret_value()) < SHORTEST_SECRET:
            raise SetupError(
                f"ORDERMILL_EVENTS_SECRET has fewer than {SHORTEST_SECRET} characters.",
                hint="Make one with `openssl rand -hex 32` and give it to the receivers as well.",
            )


@lru_cache(maxsize=1)
def current() -> EventSettings:
    """The settings of this process, read once: orders change too often to read files each time.

    Raises `SetupError`.
    """
    return EventSettings.load()
