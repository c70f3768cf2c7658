"""Settings of the mail server that letters go through, read with the prefix `ORDERMILL_MAIL_`."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.errors import SetupError
from serving.settings import understood

ADDRESS = re.compile(r"[^\s@<>(),;:\"\\]{1,64}@[^\s@<>(),;:\"\\]{1,190}")
"""One plain address; whoever needs more writes the letter in a mail program."""


class MailSettings(BaseSettings):
    """Through which server letters go, and as whose."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_MAIL_", env_file=".env", extra="ignore", frozen=True)

    host: str = ""
    """Mail server; empty sends no letters."""
    port: Annotated[int | None, Field(ge=1, le=65535)] = None
    """None takes 465 with tls, 587 with starttls, else 25."""
    security: Literal["tls", "starttls", "none"] = "starttls"
    """`none` sends everything in the clear: for a server on this machine only."""
    user: str = ""
    """Empty signs in to nobody."""
    password: SecretStr = SecretStr("")
    sender: str = ""
    """Address that letters come from."""
    name: str = ""
    """Name shown beside it and under replies: the company's."""
    timeout: Annotated[float, Field(gt=0, le=300)] = 30
    """Seconds for a letter in all, from connecting to the server's last word."""
    authority: Path | None = None
    """File of certificates (PEM) that the server's is checked against; None takes the system's."""

    @classmethod
    def load(cls) -> MailSettings:
        """The settings of the environment, checked. Raises `SetupError`."""
        settings = understood(cls, "docs/events.md says what can be set.")
        settings.check()
        return settings

    @property
    def there(self) -> bool:
        """Whether letters can be sent at all."""
        return bool(self.host)

    @property
    def server_port(self) -> int:
        return self.port or {"tls": 465, "starttls": 587, "none": 25}[self.security]

    def check(self) -> None:
        """Raises `SetupError` for a server without an address to write from, and for a user without a password."""
        if self.host and not ADDRESS.fullmatch(self.sender):
            raise SetupError("Letters have no address to come from.", hint="Set ORDERMILL_MAIL_SENDER.")
        if self.user and not self.password.get_secret_value():
            raise SetupError("The mail server's user has no password.", hint="Set ORDERMILL_MAIL_PASSWORD.")
        if self.authority is not None and not self.authority.is_file():
            raise SetupError(f"There is no file {self.authority}.", hint="Look at ORDERMILL_MAIL_AUTHORITY.")


@lru_cache(maxsize=1)
def current() -> MailSettings:
    """The settings of this process, read once. Raises `SetupError`."""
    return MailSettings.load()
