"""How to reach one Odoo database: settings from the environment, prefix `ORDERMILL_ODOO_` (and a `.env` file)."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Literal
from urllib.parse import urlsplit

from pydantic import AfterValidator, Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

MEGABYTE = 1024 * 1024


def _address(url: str) -> str:
    parts = urlsplit(url.strip())
    if parts.scheme not in {"http", "https"} or not parts.hostname:
        raise ValueError("give it as https://odoo.example.com")
    if parts.username or parts.password:
        raise ValueError("name and password do not belong in the address; use LOGIN and API_KEY")
    if parts.query or parts.fragment:
        raise ValueError("give the server's address alone, without ? or #")
    return f"{parts.scheme}://{parts.netloc}{parts.path.rstrip('/')}"


class OdooSettings(BaseSettings):
    """Without a URL there is no Odoo: preview and exports work, push and sync say what to set."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_ODOO_", env_file=".env", extra="ignore", frozen=True)

    url: Annotated[str, AfterValidator(_address)] | None = None
    """Address that a browser uses, without /odoo or /web."""
    database: str | None = None
    login: str | None = None
    """Of the user whose key it is; JSON-2 knows it from the key alone."""
    api_key: SecretStr | None = None
    """Of that user: Preferences, Account Security, New API Key. JSON-RPC and XML-RPC take a password as well."""
    company: str | None = None
    """Name or id of the company to sell for; None takes the user's own."""
    protocol: Literal["auto", "json2", "jsonrpc", "xmlrpc"] = "auto"
    connect_timeout: Annotated[float, Field(gt=0)] = 10
    timeout: Annotated[float, Field(gt=0)] = 60
    """Seconds of silence after which an answer is given up; the server may still do the work."""
    retries: Annotated[int, Field(ge=0, le=10)] = 4
    """How often a call that is safe to repeat is made again."""
    mirror: str = "var/odoo.db"
    """Where the copy of the master data is: a file (SQLite), or the URL of a PostgreSQL database."""
    record: str = "var/odoo-writes.db"
    """Where it is kept what was written: a file (SQLite), or the URL of a PostgreSQL database. Never throw it away."""
    rules: Path | None = None
    """YAML file with the mapping rules (docs/odoo.md); None takes their defaults."""
    verify: bool | str = True
    """Whether the certificate is checked; the path of a CA file for a private one. Never false across a network."""
    max_answer_mb: Annotated[float, Field(gt=0)] = 64

    @property
    def configured(self) -> bool:
        return self.url is not None
