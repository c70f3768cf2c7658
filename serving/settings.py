"""Settings of the service, read from the environment with the prefix `ORDERMILL_` (and a `.env` file).

Every setting has a default that works on one laptop. `ORDERMILL_PORT=8080 ordermill serve` is all the syntax there is.
"""

from __future__ import annotations

from functools import cached_property
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Literal, TypeVar

from pydantic import Field, ValidationError
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.errors import SetupError

MEGABYTE = 1024 * 1024
S = TypeVar("S", bound=BaseSettings)


def understood(kind: type[S], hint: str) -> S:
    """The settings of `kind` from the environment. Raises `SetupError` that names those that cannot be understood."""
    try:
        return kind()
    except ValidationError as error:
        prefix = kind.model_config.get("env_prefix", "")
        names = ", ".join(f"{prefix}{str(wrong['loc'][0]).upper()}" for wrong in error.errors())
        raise SetupError(f"{names} cannot be understood.", hint=hint) from error


class Settings(BaseSettings):
    """All settings of the service; times in seconds, sizes in megabytes."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_", env_file=".env", extra="ignore", frozen=True)

    host: str = "127.0.0.1"
    """Address to listen on. 0.0.0.0 opens the service to the network; it has no login of its own."""
    port: Annotated[int, Field(ge=1, le=65535)] = 3000
    model: str = "default"
    """Name of a shipped model or a folder that holds one."""
    shelf: Path = Path("var/models")
    """Folder of the models of this installation (`ordermill model`); while it names no champion, `model` reads."""
    log_level: Literal["debug", "info", "warning", "error"] = "info"

    max_upload_mb: Annotated[float, Field(gt=0)] = 50
    """Largest accepted request body; more is answered with 413 before it is all received."""
    concurrency: Annotated[int, Field(ge=1)] = 2
    """Documents read at the same time."""
    queue: Annotated[int, Field(ge=0)] = 16
    """Documents that may wait for their turn; the next one is told to come back (503 with Retry-After)."""

    preview_seconds: Annotated[float, Field(gt=0)] = 3600
    """How long an uploaded document stays on the page before it is forgotten."""
    preview_documents: Annotated[int, Field(ge=1)] = 50
    """How many uploaded documents are kept at most; the oldest goes first."""
    preview_mb: Annotated[float, Field(gt=0)] = 200
    """How much memory uploaded documents and their page images may take."""
    preview_pages: Annotated[int, Field(ge=0)] = 60
    """Page images made per document at most; values are read from all pages all the same."""

    samples: Path | None = None
    """Folder with documents shown as already read; None takes the samples that come with Ordermill."""

    @property
    def champions(self) -> Path | None:
        """The shelf whose champion reads; None where a model was set by name."""
        return self.shelf if self.model == "default" else None

    @property
    def max_upload_bytes(self) -> int:
        return int(self.max_upload_mb * MEGABYTE)

    @property
    def preview_bytes(self) -> int:
        return int(self.preview_mb * MEGABYTE)

    @cached_property
    def samples_folder(self) -> Path:
        return self.samples or Path(str(files("data"))) / "samples"


class DeskSettings(BaseSettings):
    """Settings of the order desk: where it keeps everything, and who works."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_", env_file=".env", extra="ignore", frozen=True)

    database_url: Annotated[str, Field(validation_alias="DATABASE_URL")] = "sqlite:///var/desk/desk.db"
    """Everything but documents: sqlite:///FILE, or postgresql://USER:PASSWORD@HOST/NAME where several machines work."""
    documents: str = "var/desk/documents"
    """Documents by content: a folder, or an address that fsspec knows (s3://…)."""
    workers: Annotated[int, Field(ge=0, le=64)] = 1
    """Orders worked on at the same time by `ordermill serve`; 0 leaves it to `ordermill worker`."""
    worker_host: str = "127.0.0.1"
    worker_port: Annotated[int, Field(ge=0, le=65535)] = 0
    """Where `ordermill worker` answers /healthz and /metrics, to whoever reaches it; 0: nowhere."""
    exports: Path | None = None
    """Folder for orders written as files where no Odoo is set up; None keeps them with the documents alone."""
    export_form: Literal["orderx", "ubl", "csv"] = "orderx"
    audit_share: Annotated[float, Field(ge=0, le=1)] = 0.05
    """Share of the orders that could go without a person which one looks at all the same, unseen which."""
    desk_address: str = ""
    """Address under which browsers reach the desk, for links in messages; empty gives links without a host."""
