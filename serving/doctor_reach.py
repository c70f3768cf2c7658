"""Can other systems be reached and used? Odoo, mail both ways, receivers of calls, sign-in. Nothing is sent."""

from __future__ import annotations

import ipaddress
import smtplib
import socket
import ssl
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from data.errors import OrdermillError
from serving.doctor import OPERATOR, Check, attempt

if TYPE_CHECKING:
    from serving.access.oidc.settings import OidcSettings
    from serving.desk.outgoing import EventSettings
    from serving.desk.outgoing.alerts import AlertSettings
    from serving.desk.outgoing.mail_settings import MailSettings
    from serving.intake.settings import IntakeSettings
    from serving.odoo.settings import OdooSettings

ODOO, MAIL = "Odoo administrator", "Mail administrator"
OLD = timedelta(days=2)
"""Age of the copy of the master data that is worth a word."""


def odoo(settings: OdooSettings) -> Iterator[Check]:
    """Connection and every right, as `ordermill odoo check` has them, and the copy of the master data."""
    from serving.odoo.check import examine
    from serving.odoo.client import connect
    from serving.odoo.errors import OdooError

    if not settings.configured:
        yield Check("Odoo", True, "not set up; orders become files (ORDERMILL_ODOO_URL)")
        return
    try:
        with connect(settings) as connection:
            for finding in examine(connection, settings):
                good, needed = finding.state == "ok", finding.state == "missing"
                todo = "" if good else f"{ODOO}: mend it for the user that ORDERMILL_ODOO_API_KEY belongs to."
                yield Check(f"Odoo: {finding.name}", good, finding.message, needed, todo)
    except OdooError as error:
        yield Check("Odoo", False, error.message, todo=f"{OPERATOR}: {error.hint or 'look at ORDERMILL_ODOO_*.'}")
    yield _mirror(settings.mirror)


def _mirror(place: str) -> Check:
    from serving.odoo.preparing import mirror_at

    todo = f"{OPERATOR}: run `ordermill odoo sync`, and let the system's scheduler run it every hour."

    def look() -> str:
        mirror = mirror_at(place)
        if mirror is None:
            raise OrdermillError("The master data were never copied: every order waits for a person.")
        try:
            oldest = min(mirror.synced().values(), default=None)
        finally:
            mirror.close()
        if oldest is None:
            raise OrdermillError("The master data were never copied: every order waits for a person.")
        oldest = oldest if oldest.tzinfo else oldest.replace(tzinfo=UTC)
        if datetime.now(UTC) - oldest > OLD:
            raise OrdermillError(f"The copy is of {oldest:%Y-%m-%d %H:%M} UTC: new customers and products are missing.")
        return f"of {oldest:%Y-%m-%d %H:%M} UTC"

    return attempt("Odoo: master data copy", look, todo)


def mailbox(settings: IntakeSettings) -> Iterator[Check]:
    """Sign in and look; no mail is opened, marked or moved."""
    from serving.intake.waiting import waiting

    if not settings.imap_host:
        yield Check("mailbox", True, "not set up (ORDERMILL_INTAKE_IMAP_HOST)")
        return

    def look() -> str:
        return f"{settings.imap_user} at {settings.imap_host}, {waiting(settings)} new mails"

    yield attempt("mailbox", look, f"{MAIL}: look at server, user and rights.")


def letters(settings: MailSettings) -> Iterator[Check]:
    """Connect to the mail server that letters go through and sign in. No letter is sent."""
    if not settings.there:
        yield Check("letters", True, "none are sent (ORDERMILL_MAIL_HOST)")
        return

    def look() -> str:
        trust = ssl.create_default_context(cafile=None if settings.authority is None else str(settings.authority))
        at = (settings.host, settings.server_port)
        try:
            with smtplib.SMTP_SSL(*at, timeout=settings.timeout, context=trust) if settings.security == "tls" \
                    else smtplib.SMTP(*at, timeout=settings.timeout) as server:  # fmt: skip
                if settings.security == "starttls":
                    server.starttls(context=trust)
                if settings.user:
                    server.login(settings.user, settings.password.get_secret_value())
                server.noop()
        except smtplib.SMTPAuthenticationError as error:
            raise OrdermillError("The mail server refuses user or password.",
                                 hint="look at ORDERMILL_MAIL_USER and _MAIL_PASSWORD.") from error  # fmt: skip
        return f"{settings.host}:{settings.server_port}, {settings.security}"

    yield attempt("letters", look, f"{MAIL}: look at server, certificate and user (ORDERMILL_MAIL_*).")


def receivers(settings: EventSettings) -> Iterator[Check]:
    """Whether each receiver of events can be connected to. No event is sent."""
    if not settings.targets:
        yield Check("events", True, "nobody is told (ORDERMILL_EVENTS_URLS)")
    for url in settings.targets:
        yield _place("events to", url, settings.timeout, "ORDERMILL_EVENTS_ALLOW_PRIVATE", settings.allow_private)


def chats(settings: AlertSettings) -> Iterator[Check]:
    """Whether each chat program that alerts go to can be connected to."""
    for url in settings.chat.split():
        yield _place("alerts to", url, 10.0, "ORDERMILL_ALERTS_ALLOW_PRIVATE", settings.allow_private)


def provider(settings: OidcSettings) -> Iterator[Check]:
    """Whether the identity provider can be connected to."""
    if settings.on:
        yield _place("sign-in by", settings.issuer, settings.timeout, "", True)


def _place(what: str, url: str, seconds: float, setting: str, private: bool) -> Check:
    parts = urlsplit(url)
    todo = f"Whoever runs {parts.hostname}: see that it can be reached from here and its certificate is right."

    def look() -> str:
        host, port = parts.hostname or "", parts.port or (443 if parts.scheme == "https" else 80)
        found = [str(entry[4][0]) for entry in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)]
        if not private and not all(ipaddress.ip_address(a.split("%")[0]).is_global for a in found):
            raise OrdermillError(f"{host} is in a private network: nothing is sent there.",
                                 hint=f"if it is ours, {setting}=true lets it be called.")  # fmt: skip
        with socket.create_connection((found[0], port), seconds) as plain:
            if parts.scheme != "https":
                return f"port {port}, not encrypted"
            with ssl.create_default_context().wrap_socket(plain, server_hostname=host) as safe:
                return f"port {port}, {safe.version()}"

    return attempt(f"{what} {parts.hostname}", look, todo)
