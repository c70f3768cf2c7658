"""Settings of sign-in, read from the environment with the prefix `ORDERMILL_`."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict


class AccessSettings(BaseSettings):
    """Times in minutes or hours as named."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_", env_file=".env", extra="ignore", frozen=True)

    session_idle_minutes: Annotated[float, Field(gt=0)] = 60
    """A session ends when nothing was asked of it for so long."""
    session_hours: Annotated[float, Field(gt=0)] = 12
    """A session ends then in any case."""
    secret: SecretStr | None = None
    """Signs sessions; None makes one and keeps it in the database."""
    sign_in_tries: Annotated[int, Field(ge=1)] = 5
    """Wrong passwords for one name from one address before it has to wait."""
    sign_in_lock_minutes: Annotated[float, Field(gt=0)] = 15
    """How long it has to wait then."""
    sign_in_address_tries: Annotated[int, Field(ge=1)] = 30
    """Wrong passwords from one address, whatever the names, in that time; it gets them back one by one."""
