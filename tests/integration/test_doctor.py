"""What `ordermill doctor` finds, with things broken for it; each failing line says who must do what."""

from __future__ import annotations

import io
import json
import shutil
import socket
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from sqlalchemy import text
from typer.testing import CliRunner

from serving import doctor_desk, doctor_reach
from serving.access.oidc.settings import OidcSettings
from serving.cli import app
from serving.desk.outgoing import EventSettings
from serving.desk.outgoing.alerts import AlertSettings
from serving.desk.outgoing.mail_settings import MailSettings
from serving.desk.store import Store, people
from serving.doctor import Check
from serving.doctor_shown import show
from serving.intake.settings import IntakeSettings
from serving.settings import DeskSettings
from tests import desk_odoo, desks, mailserver, smtpserver
from tests.odoo_double import running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    desks.order(store)
    yield store
    store.close()


def found(folder: Path, **more: str) -> dict[str, Check]:
    settings: Any = {"DATABASE_URL": desks.sqlite(folder), "documents": str(folder / "documents"), **more}
    return {c.name: c for c in doctor_desk.examine(DeskSettings(**settings))}


def failing(check: Check) -> str:
    """What must be done of a check that failed; every one says who must do it."""
    assert check.state == "failed"
    who, _, what = check.todo.partition(": ")
    assert who in ("Operator", "Mail administrator", "Odoo administrator") or who.startswith("Whoever runs ")
    assert len(what) > 10
    return check.message


def test_a_healthy_desk(store: Store, tmp_path: Path) -> None:
    store.run(lambda tx: people.add_user(tx, "anna", "admin", None, "test"))
    checks = found(tmp_path)
    assert {name: c.message for name, c in checks.items() if c.state == "failed"} == {}
    assert checks["audit chain"].message == "2 events hold"
    assert checks["people"].good
    assert checks["database"].message.startswith("SQLite")
    with store.read() as tx:
        assert tx.execute(text("SELECT count(*) FROM jobs WHERE kind = 'doctor'")).scalar() == 0


def test_looking_makes_nothing(tmp_path: Path) -> None:
    checks = found(tmp_path)
    assert checks["database"].good
    assert not (tmp_path / "desk.db").exists()
    assert [p for p in (tmp_path / "documents").rglob("*") if p.is_file()] == []


def test_a_broken_chain_and_no_admin(store: Store, tmp_path: Path) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE events SET by = 'somebody else' WHERE seq = 1"))
    checks = found(tmp_path)
    assert "event 1 was changed" in failing(checks["audit chain"])
    assert (checks["people"].state, checks["people"].message) == ("note", "there is no admin")


def test_tables_of_another_release(store: Store, tmp_path: Path) -> None:
    with store.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '0002'"))
    assert "0002" in failing(found(tmp_path)["database"])


def test_a_database_that_is_away(tmp_path: Path) -> None:
    away = found(tmp_path, DATABASE_URL="postgresql://desk@127.0.0.1:1/desk")
    assert "cannot be used" in failing(away["database"])
    assert "mysql" in failing(found(tmp_path, DATABASE_URL="mysql://x/y")["database"])


def test_documents_that_cannot_be_kept(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "file").write_bytes(b"")
    assert "Not a directory" in failing(found(tmp_path, documents=str(tmp_path / "file/below"))["documents"])
    for free, state in ((10**8, "failed"), (10**9, "note"), (10**11, "ok")):
        usage = SimpleNamespace(free=free)
        monkeypatch.setattr(shutil, "disk_usage", lambda _, usage=usage: usage)
        assert found(tmp_path)["free space"].state == state


def test_a_clock_that_was_set_back(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with store.write() as tx:
        tx.now += timedelta(hours=1)
        tx.log("signed_in", "anna")
    assert "in the future" in failing(found(tmp_path)["clock"])


def test_files_that_settings_name(tmp_path: Path) -> None:
    (tmp_path / "bad.yaml").write_text("default: {nonsense: 1}")
    rules, policy = doctor_desk.examine_files(tmp_path / "gone.yaml", tmp_path / "bad.yaml")
    assert "gone.yaml" in failing(rules)
    assert "the kinds are" in failing(policy)
    assert failing(doctor_desk.watched(tmp_path / "gone"))
    assert doctor_desk.watched(tmp_path).good


def test_odoo_and_the_copy_of_its_master_data(tmp_path: Path) -> None:
    with running(19) as double:
        settings = double.settings(mirror=str(tmp_path / "mirror.db"), retries=0)
        checks = {c.name: c for c in doctor_reach.odoo(settings)}
        assert checks["Odoo: connection"].good
        assert "never copied" in failing(checks["Odoo: master data copy"])
        desk_odoo.synced(settings)
        assert {c.name: c.message for c in doctor_reach.odoo(settings) if c.state == "failed"} == {}
    checks = {c.name: c for c in doctor_reach.odoo(settings)}
    assert failing(checks["Odoo"])


@pytest.mark.skipif(mailserver.binary() is None, reason="Dovecot is not installed")
def test_the_mailbox() -> None:
    with mailserver.dovecot() as server:
        told: Any = {"imap_host": "127.0.0.1", "imap_port": server.port, "imap_security": "none", "imap_timeout": 20,
                     "imap_user": mailserver.USER, "imap_password": mailserver.PASSWORD}  # fmt: skip
        with server.box() as box:
            box.append(b"Subject: one\r\n\r\ntext", "INBOX")
        (good,) = doctor_reach.mailbox(IntakeSettings(**told))
        assert (good.good, good.message) == (True, f"{mailserver.USER} at 127.0.0.1, 1 new mails")
        (refused,) = doctor_reach.mailbox(IntakeSettings(**told | {"imap_password": "wrong"}))
        assert "refuses" in failing(refused)
        (absent,) = doctor_reach.mailbox(IntakeSettings(**told, imap_mailbox="Orders"))
        assert "no mailbox Orders" in failing(absent)
    (away,) = doctor_reach.mailbox(IntakeSettings(**told))
    assert failing(away)


def test_receivers_of_events() -> None:
    with socket.create_server(("127.0.0.1", 0)) as listening:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}/events"
        told: Any = {"urls": url, "secret": "0123456789abcdef", "timeout": 5}
        (inside,) = doctor_reach.receivers(EventSettings(**told))
        assert "private network" in failing(inside)
        told |= {"allow_private": True}
        (good,) = doctor_reach.receivers(EventSettings(**told))
        assert good.good
        issuer: Any = {"issuer": url, "client_id": "desk"}
        places = [*doctor_reach.chats(AlertSettings(chat=url)), *doctor_reach.provider(OidcSettings(**issuer))]
        assert [c.good for c in places] == [False, True], "alerts may not go to private networks unasked"
    (away,) = doctor_reach.receivers(EventSettings(**told))
    assert failing(away)


def test_the_way_of_letters(tmp_path: Path) -> None:
    with smtpserver.running(tmp_path) as post:
        told: Any = {"host": "127.0.0.1", "port": post.port, "sender": "desk@test.example", "authority": post.authority,
                     "user": smtpserver.USER, "password": smtpserver.PASSWORD, "timeout": 20}  # fmt: skip
        (good,) = doctor_reach.letters(MailSettings(**told))
        assert (good.good, good.message) == (True, f"127.0.0.1:{post.port}, starttls")
        (refused,) = doctor_reach.letters(MailSettings(**told | {"password": "wrong"}))
        assert "refuses" in failing(refused)
        (foreign,) = doctor_reach.letters(MailSettings(**told | {"authority": None}))
        assert failing(foreign)
        assert post.letters == []
    (none,) = doctor_reach.letters(MailSettings())
    assert none.good


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_the_table_says_who_must_do_what_in_colour_on_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TERM", "xterm-256color")
    monkeypatch.delenv("NO_COLOR", raising=False)
    checks = [Check("a", True, "fine"), Check("b", False, "little", False, "Operator: look."),
              Check("c", False, "gone", todo="Operator: bring it back.")]  # fmt: skip
    plain, coloured = io.StringIO(), Terminal()
    show(checks, plain)
    assert [line.split() for line in plain.getvalue().splitlines()[:5]] == [
        ["ok", "a", "fine"], ["note", "b", "little"], ["Operator:", "look."], ["FAILED", "c", "gone"],
        ["Operator:", "bring", "it", "back."],
    ]  # fmt: skip
    assert "1 failed, 1 to know, 3 looked at" in plain.getvalue()
    assert "\x1b[" not in plain.getvalue()
    show(checks, coloured)
    assert "\x1b[" in coloured.getvalue()


def test_the_command(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", desks.sqlite(tmp_path))
    monkeypatch.setenv("ORDERMILL_DOCUMENTS", str(tmp_path / "documents"))
    done = CliRunner().invoke(app, ["doctor", "--json", "--offline"])
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.exit_code == 0, [row for row in rows if row["state"] == "failed"]
    assert {"calibration", "reading of scans", "audit chain", "free space"} <= {
        r["name"] for r in rows if r["state"] == "ok"
    }
    monkeypatch.setenv("ORDERMILL_INTAKE_PAUSE", "soon")
    broken = CliRunner().invoke(app, ["doctor", "--json", "--offline"])
    assert broken.exit_code == 1
    assert "PAUSE cannot be understood" in broken.stdout
