"""Letters: made from a message of the outbox and handed to the mail server, within one limit of time."""

from __future__ import annotations

import smtplib
import socket
import ssl
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime, formataddr

from serving.desk.outgoing.mail_settings import MailSettings
from serving.desk.store.rows import OutMessage

TO = "mailto:"


_WHOLE = SMTP.clone(max_line_length=900)
"""Ids of mails are longer than the usual line, and broken up (or encoded) they are others. 998 is what servers take."""


class NotTaken(Exception):
    """Why the server did not take a letter; `final` where trying again would change nothing."""

    def __init__(self, said: str, *, final: bool = False) -> None:
        super().__init__(said)
        self.final = final


def letter(message: OutMessage, settings: MailSettings) -> EmailMessage:
    """The letter of a message with `subject`, `text`, `id` and, in answer to a mail, `in_reply_to` in its body.

    It has the same id in every try, so that one sent twice can be told.
    """
    made, body = EmailMessage(policy=_WHOLE), message.body
    made["From"] = formataddr((settings.name, settings.sender))
    made["To"] = message.target.removeprefix(TO)
    made["Subject"] = " ".join(str(body["subject"]).split())
    made["Date"] = format_datetime(message.created_at)
    made["Message-ID"] = f"<{body['id']}@{settings.sender.rpartition('@')[2]}>"
    if body.get("in_reply_to"):
        made["In-Reply-To"] = str(body["in_reply_to"])
        made["References"] = str(body.get("references") or body["in_reply_to"])
    if message.kind.startswith("alert."):
        made["Auto-Submitted"] = "auto-generated"  # so that no absence note answers it
    made.set_content(str(body["text"]))
    return made


def send(message: OutMessage, settings: MailSettings) -> None:
    """Hand a letter to the server. Raises `NotTaken`."""
    if not settings.there:
        raise NotTaken("no mail server is set up (ORDERMILL_MAIL_HOST)")
    made = letter(message, settings)
    server = _server(settings)
    try:
        with _limited(server, settings.timeout) as over:
            try:
                _deliver(server, made, settings)
            except (OSError, smtplib.SMTPException) as error:
                if over.is_set():
                    raise NotTaken(f"the mail server was not done within {settings.timeout:g} s") from error
                raise
    except smtplib.SMTPAuthenticationError as error:
        raise NotTaken("the mail server refuses user or password") from error
    except smtplib.SMTPRecipientsRefused as error:
        code = max((found[0] for found in error.recipients.values()), default=0)
        raise NotTaken(f"the mail server refuses the recipient ({code})", final=code >= 500) from error
    except smtplib.SMTPResponseException as error:
        raise NotTaken(
            f"the mail server refuses the letter ({error.smtp_code})", final=error.smtp_code >= 500
        ) from error
    except smtplib.SMTPNotSupportedError as error:
        raise NotTaken("the mail server cannot encrypt or sign in (ORDERMILL_MAIL_SECURITY, _USER)") from error
    except ssl.SSLError as error:
        raise NotTaken("the mail server's certificate or encryption cannot be trusted") from error
    except (OSError, smtplib.SMTPException) as error:
        raise NotTaken(f"the mail server cannot be reached ({type(error).__name__})") from error
    finally:
        server.close()


def _server(settings: MailSettings) -> smtplib.SMTP:
    """Not connected yet: the limit of time counts from there on."""
    if settings.security == "tls":
        return smtplib.SMTP_SSL(timeout=settings.timeout, context=_trust(settings))
    return smtplib.SMTP(timeout=settings.timeout)


def _deliver(server: smtplib.SMTP, made: EmailMessage, settings: MailSettings) -> None:
    # The name that certificates are checked for, which smtplib takes from its constructor alone.
    server._host = settings.host  # type: ignore[attr-defined]
    server.connect(settings.host, settings.server_port)
    if settings.security == "starttls":
        server.starttls(context=_trust(settings))
    if settings.user:
        server.login(settings.user, settings.password.get_secret_value())
    server.send_message(made)
    # It is taken by now: a farewell that fails must not have it sent again.
    with suppress(OSError, smtplib.SMTPException):
        server.quit()


def _trust(settings: MailSettings) -> ssl.SSLContext:
    return ssl.create_default_context(cafile=None if settings.authority is None else str(settings.authority))


@contextmanager
def _limited(server: smtplib.SMTP, seconds: float) -> Iterator[threading.Event]:
    """Breaks the connection off after `seconds`: limits on single reads are never met by who answers in drops."""
    over, done = threading.Event(), threading.Event()

    def cut() -> None:
        over.set()
        while True:  # there may be no connection yet that could be broken off
            with suppress(OSError, AttributeError):
                server.sock.shutdown(socket.SHUT_RDWR)  # type: ignore[union-attr]
            if done.wait(0.5):
                return

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield over
    finally:
        done.set()
        timer.cancel()
