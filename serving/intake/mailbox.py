"""An IMAP mailbox: every mail without our keyword is taken, then gets it. Nothing is deleted, nothing marked as read.

Stored first, marked afterwards: whatever stops us between the two, the mail is looked at again and known.
"""

from __future__ import annotations

import imaplib
import logging
import ssl
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, timedelta
from typing import Any

from imap_tools import AND, BaseMailBox, MailBox, MailBoxStartTls, MailBoxUnencrypted, MailMessage, U
from imap_tools.errors import ImapToolsError, MailboxLoginError
from imap_tools.utils import encode_folder

from data.errors import OrdermillError, SetupError
from serving.desk.store import Store
from serving.intake.beginning import begin, known, place
from serving.intake.mails import oversized, parcel_of
from serving.intake.settings import IntakeSettings
from serving.intake.taking import Taken, take

log = logging.getLogger("ordermill.intake")

_BROKEN = (ImapToolsError, imaplib.IMAP4.error, OSError, EOFError)


class _Fetched(MailMessage):
    """A mail with its bytes as they came: written anew by a parser they may differ, and so their hash."""

    def __init__(self, fetch_data: list[Any]) -> None:
        super().__init__(fetch_data)
        self.raw: bytes = self._get_message_data_parts(fetch_data)[0]


def _raw(message: MailMessage) -> bytes:
    return message.raw if isinstance(message, _Fetched) else message.obj.as_bytes()


class MailboxUnavailable(OrdermillError):
    """The mailbox cannot be reached now; what is in it waits there."""

    code = "mailbox_unavailable"


class Mailbox:
    """One mailbox. `poll` connects, takes what is new and leaves; call it again and again."""

    def __init__(self, store: Store, settings: IntakeSettings) -> None:
        self.store, self.settings = store, settings
        self.left = 0
        self._place = place("mail", settings.imap_host, settings.imap_user, settings.imap_mailbox)

    def poll(self) -> list[Taken]:
        """Take every mail that is new; what became of each.

        Raises `MailboxUnavailable`, `SetupError` where the server lacks what we need, `StoreUnavailable` and
        `FilesUnavailable`. Mails taken before that stay taken.
        """
        taken = []
        with self._open() as box:
            for uid in self._new(box):
                found = self._tried(box, uid)
                if found is not None:
                    taken.append(found)
        return taken

    def _new(self, box: BaseMailBox) -> list[str]:
        """Mails that count and were not taken yet, by their numbers."""
        untaken, since = AND(no_keyword=self.settings.imap_keyword), self.settings.since
        if since == "ever":
            return box.uids(untaken)
        if isinstance(since, date):
            return box.uids(AND(untaken, date_gte=since))
        life, following = _said(box, "UIDVALIDITY"), _said(box, "UIDNEXT")
        with self.store.read() as tx:
            began = known(tx, self._place)
        if began is None:
            there = len(box.uids(untaken))
            began = begin(self.store, self._place, "mail", there, {"uidvalidity": life, "uidnext": following})
            self.left = began.left
            log.warning("%d mails were there before the set-up and are left (ORDERMILL_INTAKE_SINCE)", began.left)
        if not began.mark:
            return box.uids(untaken)
        if began.mark["uidvalidity"] != life:
            # The server has numbered its mails anew. A day more, for its clock and zone are its own.
            return box.uids(AND(untaken, date_gte=(began.at - timedelta(days=1)).date()))
        first = int(began.mark["uidnext"])
        # A range to `*` holds the last mail even where that comes before its beginning.
        return [uid for uid in box.uids(AND(untaken, uid=U(str(first), "*"))) if int(uid) >= first]

    def _tried(self, box: BaseMailBox, uid: str) -> Taken | None:
        """One mail, which must not keep those behind it from being taken."""
        try:
            return self._take(box, uid)
        except (*_BROKEN, OrdermillError):
            raise
        except Exception:
            log.exception("mail %s cannot be taken in and stays unmarked", uid)
            return None

    def _take(self, box: BaseMailBox, uid: str) -> Taken | None:
        head = next(box.fetch(uid_list=[uid], mark_seen=False, headers_only=True), None)
        if head is None or "\\Deleted" in head.flags:
            return None
        whole = head
        if head.size_rfc822 <= self.settings.mail_bytes:
            got = next(box.fetch(uid_list=[uid], mark_seen=False), None)
            if got is None:
                return None
            whole = got
        if whole is head:
            parcel = oversized(_raw(head), head.size_rfc822, self.settings)
        else:
            parcel = parcel_of(_raw(whole), self.settings)
        taken = take(self.store, parcel, "mailbox")
        self._mark(box, uid, taken)
        return taken

    def _mark(self, box: BaseMailBox, uid: str, taken: Taken) -> None:
        """Keyword, then the move where one is wanted.

        Not by `flag` and `move` of imap_tools: both expunge, which deletes what others have marked for deletion.
        """
        _command(box, "STORE", uid, "+FLAGS.SILENT", f"({self.settings.imap_keyword})")
        done, aside = self.settings.imap_done, self.settings.imap_aside
        target = aside or done if taken.outcome == "aside" else done
        if target:
            _command(box, "MOVE", uid, encode_folder(target))

    @contextmanager
    def _open(self) -> Iterator[BaseMailBox]:
        s = self.settings
        try:
            box = _connected(s)
            box.email_message_class = _Fetched
            try:
                box.login(s.imap_user, s.imap_password.get_secret_value(), None)
                self._prepare(box)
                yield box
            finally:
                _leave(box)
        except MailboxLoginError as error:
            raise MailboxUnavailable(
                f"The mailbox at {s.imap_host} refuses user or password.", code="mailbox_login",
                hint="Look at ORDERMILL_INTAKE_IMAP_USER and ORDERMILL_INTAKE_IMAP_PASSWORD.",
            ) from error  # fmt: skip
        except _BROKEN as error:
            raise MailboxUnavailable(
                f"The mailbox at {s.imap_host}:{s.port} cannot be used now ({type(error).__name__}).",
                hint="It is tried again. Look whether the server runs and ORDERMILL_INTAKE_IMAP_* are right.",
            ) from error

    def _prepare(self, box: BaseMailBox) -> None:
        """Choose the mailbox, make those we move to, and see that marks stay. Raises `SetupError`."""
        s = self.settings
        for name in {s.imap_done, s.imap_aside} - {""}:
            if not box.folder.exists(name):
                box.folder.create(name)
        if (s.imap_done or s.imap_aside) and not _moves(box):
            raise SetupError(
                "The mail server cannot move mails without deleting them (RFC 6851).",
                hint="Leave ORDERMILL_INTAKE_IMAP_DONE and _ASIDE empty: taken mails get a keyword then.",
            )
        box.folder.set(s.imap_mailbox)
        allowed = " ".join(str(line, "ascii", "replace") for line in box.client.response("PERMANENTFLAGS")[1] or [b""])
        if "\\*" not in allowed and s.imap_keyword.lower() not in allowed.lower():
            raise SetupError(
                "The mail server does not keep keywords for this user.",
                hint=f"Allow the user to write in {s.imap_mailbox}, or take a keyword that the server has.",
            )


def _connected(s: IntakeSettings) -> BaseMailBox:
    if s.imap_security == "none":
        return MailBoxUnencrypted(s.imap_host, s.port, timeout=s.imap_timeout)
    # imaplib checks no certificate unless it is given a context that does.
    context = ssl.create_default_context()
    if s.imap_security == "starttls":
        return MailBoxStartTls(s.imap_host, s.port, timeout=s.imap_timeout, ssl_context=context)
    return MailBox(s.imap_host, s.port, timeout=s.imap_timeout, ssl_context=context)


def _moves(box: BaseMailBox) -> bool:
    # Asked anew: servers say more of what they can once they know the user.
    said = box.client.capability()[1]
    return any(b"MOVE" in line.upper().split() for line in said if isinstance(line, bytes))


def _said(box: BaseMailBox, name: str) -> int:
    """A number that the server gave when the mailbox was chosen, asked for where it did not."""
    value = box.client.response(name)[1]
    return int(value[-1]) if value and value[-1] else box.folder.status(None, [name])[name]


def _command(box: BaseMailBox, *command: str | bytes) -> None:
    status, _ = box.client.uid(*command)  # type: ignore[arg-type]
    if status != "OK":
        raise imaplib.IMAP4.error(f"{command[0]!r} was refused")


def _leave(box: BaseMailBox) -> None:
    try:
        box.logout()
    except _BROKEN:
        box.client.shutdown()
