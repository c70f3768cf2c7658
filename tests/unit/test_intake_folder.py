"""The watched folder: whole files once, moved after they are stored, whatever happens in between."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from typer.testing import CliRunner

from data.errors import SetupError
from serving.cli import app
from serving.desk.store import Store, arrivals
from serving.intake import watching
from serving.intake.folder import Folder
from serving.intake.settings import IntakeSettings
from tests import desks
from tests.desks import all_orders, wait_for
from tests.mails import mail, order_pdf, zipped
from tests.repo import ROOT


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield store
    store.close()


@pytest.fixture
def inbox(tmp_path: Path) -> Path:
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


class Clock:
    now = 0.0

    def __call__(self) -> float:
        return self.now


def watched(store: Store, folder: Path, clock: Clock | None = None, **settings: object) -> Folder:
    made = IntakeSettings(_env_file=None, settle=0 if clock is None else 5, since="ever")  # type: ignore[call-arg]
    return Folder(store, made.model_copy(update=settings), folder, clock or Clock())


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def test_files_are_taken_and_moved(store: Store, tmp_path: Path) -> None:
    folder = watched(store, tmp_path / "in")
    (tmp_path / "in/buyer").mkdir()
    (tmp_path / "in/order.pdf").write_bytes(order_pdf())
    (tmp_path / "in/buyer/second.pdf").write_bytes(order_pdf("2"))
    (tmp_path / "in/letter.txt").write_bytes(b"Dear all")
    (tmp_path / "in/copying.pdf.part").write_bytes(b"%PDF-1.4 half")
    (tmp_path / "in/link.pdf").symlink_to("/etc/hostname")
    assert sorted(taken.outcome for taken in folder.poll()) == ["aside", "orders", "orders"]
    found = files(tmp_path / "in")
    assert found == ["aside/letter.txt", "copying.pdf.part", "done/order.pdf", "done/second.pdf", "link.pdf"]
    assert {(o.file, o.sender, o.source) for o in all_orders(store)} == {
        ("order.pdf", None, "folder"), ("second.pdf", "buyer", "folder")}  # fmt: skip
    with store.read() as tx:
        aside = arrivals.asides(tx)
    assert [(a.file, a.code) for a in aside] == [("letter.txt", "unsupported")]
    assert store.files.get(str(aside[0].document)) == b"Dear all"
    assert folder.poll() == []


def test_a_file_that_still_grows_is_left(store: Store, inbox: Path) -> None:
    clock = Clock()
    folder = watched(store, inbox, clock)
    path = inbox / "order.pdf"
    whole = order_pdf()
    path.write_bytes(whole[:100])
    os.utime(path, (1, 1))  # a copy that keeps the times of the original looks old from the start
    assert folder.poll() == []
    clock.now = 4.9
    with path.open("ab") as file:
        file.write(whole[100:])
    assert folder.poll() == []
    clock.now = 9.8
    assert folder.poll() == []
    assert folder.unsettled
    clock.now = 9.9
    assert [taken.outcome for taken in folder.poll()] == ["orders"]
    assert store.files.get(all_orders(store)[0].document) == whole


def test_the_same_name_and_the_same_file_again(store: Store, inbox: Path) -> None:
    folder = watched(store, inbox)
    outcomes = []
    for content in (order_pdf("1"), order_pdf("2"), order_pdf("2")):
        (inbox / "order.pdf").write_bytes(content)
        outcomes += [taken.outcome for taken in folder.poll()]
    assert outcomes == ["orders", "orders", "repeated"]
    assert len(all_orders(store)) == 2
    kept = {(inbox / name).read_bytes() for name in files(inbox) if name.startswith("done/")}
    assert kept == {order_pdf("1"), order_pdf("2")}


def test_archives_mails_and_large_files(store: Store, inbox: Path) -> None:
    folder = watched(store, inbox, file_mb=0.1, mail_mb=0.1)
    (inbox / "all.zip").write_bytes(zipped({"a.pdf": order_pdf("1"), "b.txt": b"words"}))
    (inbox / "mail.eml").write_bytes(mail(("c.pdf", order_pdf("2"))).as_bytes())
    (inbox / "large.pdf").write_bytes(b"%PDF-1.4" + bytes(200_000))
    folder.poll()
    assert {(o.file, o.sender) for o in all_orders(store)} == {("a.pdf", None), ("c.pdf", "anna@buyer.example")}
    with store.read() as tx:
        assert {(a.file, a.code) for a in arrivals.asides(tx)} == {("b.txt", "unsupported"), ("large.pdf", "too_large")}
        words = arrivals.get(tx, next(o.intake_id for o in all_orders(store) if o.file == "c.pdf") or 0)
    assert words is not None
    assert "proszę" in str(words.text)
    listed = [name for name in files(inbox) if name.startswith(("done", "aside"))]
    assert listed == ["aside/large.pdf", "done/all.zip", "done/mail.eml"]


def test_killed_between_storing_and_moving(store: Store, tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    inbox.mkdir()
    (inbox / "order.pdf").write_bytes(order_pdf())
    environment = {**os.environ, "ORDERMILL_INTAKE_FOLDER": str(inbox), "ORDERMILL_INTAKE_SETTLE": "0",
                   "ORDERMILL_INTAKE_SINCE": "ever"}  # fmt: skip
    ended = subprocess.run(
        [sys.executable, "-m", "tests.intakekilled", desks.sqlite(tmp_path), str(tmp_path / "documents")],
        cwd=ROOT, env=environment, check=False, timeout=60,
    )  # fmt: skip
    assert ended.returncode == -signal.SIGKILL
    assert files(inbox) == ["order.pdf"]
    assert len(all_orders(store)) == 1
    watched(store, inbox).poll()
    assert files(inbox) == ["done/order.pdf"]
    assert len(all_orders(store)) == 1


def test_nothing_is_moved_while_it_cannot_be_stored(store: Store, tmp_path: Path) -> None:
    inbox = tmp_path / "in"
    folder = watched(store, inbox)
    (inbox / "order.pdf").write_bytes(order_pdf())
    documents = tmp_path / "documents"
    documents.write_bytes(b"in the way")
    watch = watching.Watch([folder], 0.01)
    watch.start()
    try:
        assert files(inbox) == ["order.pdf"]
        documents.unlink()
        wait_for(lambda: files(inbox) == ["done/order.pdf"])
    finally:
        watch.stop()
    assert len(all_orders(store)) == 1


def test_the_command_takes_what_is_there_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("DATABASE_URL", desks.sqlite(tmp_path))
    monkeypatch.setenv("ORDERMILL_DOCUMENTS", str(tmp_path / "documents"))
    nothing = CliRunner().invoke(app, ["intake", "--once"])
    assert nothing.exit_code == 2
    assert "ORDERMILL_INTAKE_FOLDER" in nothing.output
    monkeypatch.setenv("ORDERMILL_INTAKE_FOLDER", str(tmp_path / "in"))
    monkeypatch.setenv("ORDERMILL_INTAKE_SETTLE", "0.01")
    (tmp_path / "in").mkdir()
    (tmp_path / "in/order.pdf").write_bytes(order_pdf())
    first = CliRunner().invoke(app, ["intake", "--once"])
    assert "0 new orders" in first.output
    assert "1 were there before this first look and are left" in first.output
    monkeypatch.setenv("ORDERMILL_INTAKE_SINCE", "ever")
    result = CliRunner().invoke(app, ["intake", "--once"])
    assert result.exit_code == 0
    assert "1 new orders" in result.output
    assert files(tmp_path / "in") == ["done/order.pdf"]


def test_what_lay_there_before_the_set_up_is_left(store: Store, inbox: Path) -> None:
    (inbox / "buyer").mkdir()
    for name in ("old.pdf", "buyer/old.pdf", "changed.pdf", "moved.pdf"):
        (inbox / name).write_bytes(order_pdf(name))
    first = watched(store, inbox, since="setup")
    assert (first.poll(), first.left) == ([], 4)
    (inbox / "new.pdf").write_bytes(order_pdf("new"))
    again = watched(store, inbox, since="setup")
    assert [taken.outcome for taken in again.poll()] == ["orders"], "another process has the same beginning"
    assert (again.left, first.poll()) == (0, [])
    (inbox / "changed.pdf").write_bytes(order_pdf("changed again"))
    (inbox / "moved.pdf").rename(inbox / "moved again.pdf")
    (inbox / "buyer").rename(inbox / "other")
    first.poll()
    assert files(inbox) == ["done/changed.pdf", "done/moved again.pdf", "done/new.pdf", "done/old.pdf", "old.pdf"]
    assert {o.sender for o in all_orders(store) if o.file == "old.pdf"} == {"other"}
    watched(store, inbox).poll()
    assert "old.pdf" not in files(inbox), "as soon as all that is there is asked for"


def test_files_since_a_day(store: Store, inbox: Path) -> None:
    (inbox / "order.pdf").write_bytes(order_pdf())
    tomorrow = date.today() + timedelta(days=1)
    assert watched(store, inbox, since=tomorrow).poll() == []
    assert len(watched(store, inbox, since=date.today()).poll()) == 1
    assert IntakeSettings(_env_file=None, since="2026-11-01").since == date(2026, 11, 1)  # type: ignore[call-arg, arg-type]


def test_an_older_desk_goes_on_taking_all(store: Store, inbox: Path) -> None:
    (inbox / "before.pdf").write_bytes(order_pdf("1"))
    watched(store, inbox).poll()  # as releases did that knew of no beginning
    (inbox / "while the release was changed.pdf").write_bytes(order_pdf("2"))
    assert len(watched(store, inbox, since="setup").poll()) == 1


def test_a_folder_that_cannot_be_used(store: Store, tmp_path: Path) -> None:
    (tmp_path / "in").write_bytes(b"")
    with pytest.raises(SetupError, match="watched folder"):
        watched(store, tmp_path / "in")
