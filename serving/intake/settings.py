"""Settings of the intake, read from the environment with the prefix `ORDERMILL_INTAKE_` (and a `.env` file)."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

from data.errors import SetupError
from serving.settings import MEGABYTE


class IntakeSettings(BaseSettings):
    """Where orders come in by themselves; times in seconds, sizes in megabytes."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_INTAKE_", env_file=".env", extra="ignore", frozen=True)

    pause: Annotated[float, Field(gt=0)] = 30
    """Between two looks at folder and mailbox."""

    since: date | Literal["setup", "ever"] = "setup"
    """What counts: what came since the place was first looked at, since a day (`2026-11-01`), or all that is there."""

    # Folder
    folder: Path | None = None
    """Watched folder; what was taken is moved to its `done/`, what is no order to its `aside/`."""
    settle: Annotated[float, Field(ge=0)] = 5
    """A file is whole when its size and times have not changed for so long."""

    # Mailbox
    imap_host: str = ""
    imap_port: Annotated[int | None, Field(ge=1, le=65535)] = None
    """None takes 993 with tls, else 143."""
    imap_security: Literal["tls", "starttls", "none"] = "tls"
    """`none` sends the password in the clear: for a server on this machine only."""
    imap_user: str = ""
    imap_password: SecretStr = SecretStr("")
    imap_mailbox: str = "INBOX"
    imap_keyword: Annotated[str, Field(pattern=r"^[A-Za-z0-9_$-]{1,60}$")] = "OrdermillTaken"
    """Put on every mail that was taken; a mail that has it is not looked at again."""
    imap_done: str = ""
    """Mailbox that taken mails are moved to; empty leaves them where they are."""
    imap_aside: str = ""
    """Mailbox that mails without an order are moved to; empty takes `imap_done`."""
    imap_timeout: Annotated[float, Field(gt=0)] = 60

    # Limits
    mail_mb: Annotated[float, Field(gt=0)] = 100
    """A larger mail is listed as set aside and left unread."""
    file_mb: Annotated[float, Field(gt=0)] = 50
    """A larger file is listed as set aside."""
    unpacked_mb: Annotated[float, Field(gt=0)] = 200
    """All that is unpacked from one mail or file."""
    unpacked_files: Annotated[int, Field(ge=1)] = 200
    """Files taken from one mail or file, those within archives included."""

    @property
    def port(self) -> int:
        return self.imap_port or (993 if self.imap_security == "tls" else 143)

    @property
    def mail_bytes(self) -> int:
        return int(self.mail_mb * MEGABYTE)

    @property
    def file_bytes(self) -> int:
        return int(self.file_mb * MEGABYTE)

    def check(self) -> None:
        """Raises `SetupError` where there is nothing to watch or a mailbox without a user."""
        if self.folder is None and not self.imap_host:
            raise SetupError(
                "There is neither a folder nor a mailbox to take orders from.",
                hint="Set ORDERMILL_INTAKE_FOLDER, or ORDERMILL_INTAKE_IMAP_HOST with _IMAP_USER and _IMAP_PASSWORD.",
            )
        if self.imap_host and not (self.imap_user and self.imap_password.get_secret_value()):
            raise SetupError(
                "The mailbox has no user or no password.",
                hint="Set ORDERMILL_INTAKE_IMAP_USER and ORDERMILL_INTAKE_IMAP_PASSWORD.",
            )
