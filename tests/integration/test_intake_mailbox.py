"""The mailbox, on a real Dovecot: every mail once, nothing lost, nothing deleted."""

from __future__ import annotations

import itertools
import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, date, datetime
from email.message import EmailMessage
from pathlib import Path

import pytest

from data.errors import SetupError
from serving.desk.store import Store, arrivals, events
from serving.intake.mailbox import Mailbox, MailboxUnavailable
from serving.intake.settings import IntakeSettings
from serving.intake.watching import Watch
from tests import desks
from tests.desks import all_orders, wait_for
from tests.mails import forwarded, mail, order_pdf, zipped
from tests.mailserver import PASSWORD, MailServer, binary, dovecot
from tests.repo import ROOT

pytestmark = pytest.mark.skipif(binary() is None, reason="Dovecot is not installed")
_numbers = itertools.count()


@pytest.fixture(scope="module")
def server() -> Iterator[MailServer]:
    with dovecot() as server:
        yield server


@pytest.fixture
def user() -> str:
    """A user with an empty mailbox."""
    return f"orders{next(_numbers)}"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield store
    store.close()


def environment(server: MailServer, user: str, **more: str) -> dict[str, str]:
    told = {"HOST": "127.0.0.1", "PORT": str(server.port), "SECURITY": "none", "USER": user, "PASSWORD": PASSWORD}
    named = {f"ORDERMILL_INTAKE_IMAP_{name}": value for name, value in {**told, **more}.items()}
    return {**named, "ORDERMILL_INTAKE_SINCE": "ever"}


def mailbox(store: Store, server: MailServer, user: str, **more: object) -> Mailbox:
    told = {"imap_host": "127.0.0.1", "imap_port": server.port, "imap_security": "none", "imap_user": user,
            "imap_password": PASSWORD, "imap_timeout": 20, "since": "ever", **more}  # fmt: skip
    return Mailbox(store, IntakeSettings(_env_file=None, **told))  # type: ignore[arg-type, call-arg]


def flags(server: MailServer, user: str, folder: str = "INBOX") -> list[tuple[str, ...]]:
    with server.box(user) as box:
        box.folder.set(folder)
        return [tuple(f for f in m.flags if f != "\\Recent") for m in box.fetch(mark_seen=False)]


def put(server: MailServer, user: str, *mails: EmailMessage | bytes) -> None:
    for message in mails:
        server.put(message if isinstance(message, bytes) else message.as_bytes(), user)


def test_mails_become_orders_with_their_words(store: Store, server: MailServer, user: str) -> None:
    several = mail(("a.pdf", order_pdf("1")), ("b.zip", zipped({"c.pdf": order_pdf("2")})), ("n.txt", b"note"))
    put(
        server, user, several, forwarded(mail(("d.pdf", order_pdf("3")), sender="eva@other.example")), mail(key="<3@x>")
    )
    assert [t.outcome for t in mailbox(store, server, user).poll()] == ["orders", "orders", "aside"]
    assert {(o.file, o.sender, o.source) for o in all_orders(store)} == {
        ("a.pdf", "anna@buyer.example", "mail"), ("c.pdf", "anna@buyer.example", "mail"),
        ("d.pdf", "eva@other.example", "mail")}  # fmt: skip
    with store.read() as tx:
        first = next(o for o in all_orders(store) if o.file == "a.pdf")
        came = arrivals.get(tx, first.intake_id or 0)
        assert {(a.file, a.code) for a in arrivals.asides(tx)} == {("n.txt", "unsupported"), ("Zamówienie", "no_file")}
        assert events.verify(tx).broken is None
    assert came is not None
    assert (came.sender, came.subject, came.outcome) == ("anna@buyer.example", "Zamówienie", "orders")
    assert "proszę o realizację" in str(came.text)
    assert flags(server, user) == [("OrdermillTaken",)] * 3, "neither read nor deleted"
    assert mailbox(store, server, user).poll() == []


def test_the_same_mail_and_the_same_file_again(store: Store, server: MailServer, user: str) -> None:
    once, file = mail(("a.pdf", order_pdf())), ("a.pdf", order_pdf())
    put(server, user, once, once, mail(file, key="<2@x>"), mail(("a.pdf", order_pdf("9"))))
    assert [t.outcome for t in mailbox(store, server, user).poll()] == ["orders", "repeated", "repeated", "orders"]
    assert len(all_orders(store)) == 2


def test_killed_between_storing_and_marking(store: Store, server: MailServer, user: str, tmp_path: Path) -> None:
    put(server, user, *(mail((f"{n}.pdf", order_pdf(str(n))), key=f"<{n}@x>") for n in range(3)))
    for stored in (1, 1):
        ended = subprocess.run(
            [sys.executable, "-m", "tests.intakekilled", desks.sqlite(tmp_path), str(tmp_path / "documents")],
            cwd=ROOT, env={**os.environ, **environment(server, user)}, check=False, timeout=60,
        )  # fmt: skip
        assert ended.returncode == -signal.SIGKILL
        assert len(all_orders(store)) == stored
    assert flags(server, user) == [()] * 3
    assert [t.outcome for t in mailbox(store, server, user).poll()] == ["repeated", "orders", "orders"]
    assert sorted(o.file for o in all_orders(store)) == ["0.pdf", "1.pdf", "2.pdf"]
    assert flags(server, user) == [("OrdermillTaken",)] * 3


def test_taken_mails_are_moved_where_that_is_wanted(store: Store, server: MailServer, user: str) -> None:
    put(server, user, mail(("a.pdf", order_pdf())), mail(key="<2@x>"))
    mailbox(store, server, user, imap_done="Zamówienia/Done", imap_aside="Aside").poll()
    assert flags(server, user) == []
    assert flags(server, user, "Zamówienia/Done") == [("OrdermillTaken",)]
    assert flags(server, user, "Aside") == [("OrdermillTaken",)]


def test_what_others_marked_for_deletion_is_left_to_them(store: Store, server: MailServer, user: str) -> None:
    put(server, user, mail(("a.pdf", order_pdf("1"))), mail(("b.pdf", order_pdf("2")), key="<2@x>"))
    with server.box(user) as box:
        box.client.uid("STORE", box.uids()[0], "+FLAGS", "(\\Deleted)")
    mailbox(store, server, user, imap_done="Done").poll()
    assert [o.file for o in all_orders(store)] == ["b.pdf"]
    assert flags(server, user) == [("\\Deleted",)]


def test_large_and_broken_mails_keep_nothing_from_those_behind(store: Store, server: MailServer, user: str) -> None:
    broken = b"Content-Type: multipart/mixed; boundary=x\r\nSubject: \xff\x80\r\n\r\n--x\r\nContent-Type: /\r\n\r\n\xff"
    put(
        server,
        user,
        mail(("big.pdf", b"%PDF" + os.urandom(300_000))),
        broken,
        mail(("a.pdf", order_pdf()), key="<3@x>"),
    )
    outcomes = [t.outcome for t in mailbox(store, server, user, mail_mb=0.2).poll()]
    assert (outcomes[0], outcomes[2]) == ("aside", "orders")
    with store.read() as tx:
        large = next(a for a in arrivals.asides(tx) if a.code == "too_large")
    assert (large.sender, large.document) == ("anna@buyer.example", None)
    assert large.size > 300_000
    assert flags(server, user) == [("OrdermillTaken",)] * 3


def test_a_server_that_goes_away_and_comes_back(store: Store, server: MailServer, user: str) -> None:
    put(server, user, mail(("a.pdf", order_pdf("1"))))
    watch = Watch([mailbox(store, server, user)], 0.02)
    watch.start()
    try:
        wait_for(lambda: len(all_orders(store)) == 1)
        server.stop()
        with pytest.raises(MailboxUnavailable, match="cannot be used now"):
            mailbox(store, server, user).poll()
        server.start()
        put(server, user, mail(("b.pdf", order_pdf("2")), key="<2@x>"))
        wait_for(lambda: len(all_orders(store)) == 2)
    finally:
        watch.stop()


def test_what_was_there_before_the_set_up_is_left(store: Store, server: MailServer, user: str) -> None:
    put(server, user, *(mail((f"{n}.pdf", order_pdf(str(n))), key=f"<{n}@x>") for n in range(2)))
    first = mailbox(store, server, user, since="setup")
    assert (first.poll(), first.left) == ([], 2)
    assert first.poll() == [], "the last mail is in every range to the end"
    put(server, user, mail(("new.pdf", order_pdf("new")), key="<new@x>"))
    again = mailbox(store, server, user, since="setup")
    assert ([t.outcome for t in again.poll()], again.left) == (["orders"], 0)
    assert flags(server, user) == [(), (), ("OrdermillTaken",)], "what is left is not marked either"
    with server.box(user) as box:
        box.folder.create("Older")
        box.client.append(
            "Older", "", '"01-Jan-2020 08:00:00 +0000"', mail(("b.pdf", order_pdf("b")), key="<b@x>").as_bytes()
        )
        box.folder.set("Older")
        box.move(box.uids(), "INBOX")
    assert len(mailbox(store, server, user, since="setup").poll()) == 1, "an old mail that was moved here later"
    assert len(mailbox(store, server, user, since=date(2020, 6, 1)).poll()) == 2


def test_mails_that_the_server_numbered_anew(store: Store, server: MailServer, user: str) -> None:
    assert mailbox(store, server, user, since="setup").poll() == []
    with server.box(user) as box:
        box.folder.create("Other")
        box.folder.set("Other")
        box.append(mail(("old.pdf", order_pdf("1"))).as_bytes(), "Other", dt=datetime(2020, 1, 1, tzinfo=UTC))
        box.append(mail(("new.pdf", order_pdf("2")), key="<2@x>").as_bytes(), "Other")
    moved = mailbox(store, server, user, since="setup", imap_mailbox="Other")
    moved._place = mailbox(store, server, user)._place  # as if its numbers were others than at the set-up
    assert len(moved.poll()) == 1
    assert [o.file for o in all_orders(store)] == ["new.pdf"]


def test_wrong_passwords_and_mailboxes_are_told(store: Store, server: MailServer, user: str) -> None:
    with pytest.raises(MailboxUnavailable, match="refuses user or password") as refused:
        mailbox(store, server, user, imap_password="wrong").poll()  # noqa: S106
    assert "wrong" not in str(refused.value)
    with pytest.raises(MailboxUnavailable):
        mailbox(store, server, user, imap_mailbox="Nowhere").poll()


def test_settings_say_what_is_missing() -> None:
    with pytest.raises(SetupError, match="neither a folder nor a mailbox"):
        IntakeSettings(_env_file=None).check()  # type: ignore[call-arg]
    with pytest.raises(SetupError, match="no user"):
        IntakeSettings(_env_file=None, imap_host="imap.example").check()  # type: ignore[call-arg]
