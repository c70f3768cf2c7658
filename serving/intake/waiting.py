"""How many mails wait in the mailbox: a look that takes, marks and makes nothing."""

from __future__ import annotations

from imap_tools import AND
from imap_tools.errors import MailboxLoginError

from data.errors import SetupError
from serving.intake.mailbox import _BROKEN, MailboxUnavailable, _connected, _leave
from serving.intake.settings import IntakeSettings


def waiting(settings: IntakeSettings) -> int:
    """New mails. Raises `MailboxUnavailable`, and `SetupError` where the mailbox or keywords are not to be had."""
    settings.check()
    try:
        box = _connected(settings)
        try:
            box.login(settings.imap_user, settings.imap_password.get_secret_value(), None)
            if not box.folder.exists(settings.imap_mailbox):
                raise SetupError(f"There is no mailbox {settings.imap_mailbox}.",
                                 hint="Look at ORDERMILL_INTAKE_IMAP_MAILBOX.")  # fmt: skip
            box.folder.set(settings.imap_mailbox, readonly=True)
            return len(box.uids(AND(no_keyword=settings.imap_keyword)))
        finally:
            _leave(box)
    except MailboxLoginError as error:
        raise MailboxUnavailable(
            f"The mailbox at {settings.imap_host} refuses user or password.", code="mailbox_login",
            hint="give the user its rights, or look at ORDERMILL_INTAKE_IMAP_USER and _IMAP_PASSWORD.",
        ) from error  # fmt: skip
    except _BROKEN as error:
        raise MailboxUnavailable(
            f"{settings.imap_host}:{settings.port} cannot be used ({type(error).__name__}).",
            hint="see that the server runs and ORDERMILL_INTAKE_IMAP_* are right.",
        ) from error  # fmt: skip
