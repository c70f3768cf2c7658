"""Backups: made while workers write, put back elsewhere, and the flow goes on without anything written twice."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
import threading
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from serving.cli import app
from serving.desk.backup.archive import MANIFEST, BackupError, opened
from serving.desk.backup.making import make
from serving.desk.backup.places import Places
from serving.desk.backup.restoring import check, restore
from serving.desk.flow import Outcome, Worker
from serving.desk.receive import receive
from serving.desk.steps import steps
from serving.desk.store import Store, Tx, events, open_store, orders, tables
from serving.desk.store.rows import Order
from tests import databases, desk_odoo, desks
from tests.odoo_double import Double, running
from tests.standin import pdf

ORDERS = 4


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    folder = tmp_path / "here"
    folder.mkdir()
    store = desks.opened(desks.sqlite(folder), folder)
    yield store
    store.close()


def places(url: str, folder: Path) -> Places:
    return Places(url, str(folder / "documents"), folder / "models", {"odoo-mirror.sqlite": folder / "mirror.db"},
                  {"odoo-rules.yaml": folder / "rules.yaml"}, ("var/labelled",), folder)  # fmt: skip


def sent(store: Store, number: int) -> Order:
    return receive(store, pdf(*desk_odoo.page(f"PO-{number}")), f"{number}.pdf", source="api", by="erp")[0]


def in_odoo(double: Double) -> list[str]:
    return sorted(o["client_order_ref"] for o in double.store.rows["sale.order"].values() if o["state"] == "sale")


@pytest.fixture(params=["sqlite", "postgresql"])
def urls(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[tuple[str, str]]:
    """Addresses of a database and of another one to put it back to."""
    if request.param == "sqlite":
        yield desks.sqlite(tmp_path / "here"), desks.sqlite(tmp_path / "there")
        return
    if databases.binaries() is None:
        pytest.skip("PostgreSQL is not installed")
    with databases.postgres() as server:
        yield desks.fresh_database(server), desks.fresh_database(server)


def test_the_flow_goes_on_elsewhere_and_writes_nothing_twice(urls: tuple[str, str], tmp_path: Path) -> None:
    here, there, archive = tmp_path / "here", tmp_path / "there", tmp_path / "backup.tar.gz"
    for folder in (here, there):
        folder.mkdir()
    with running(19) as double:
        settings = double.settings(mirror=str(here / "mirror.db"), retries=0)
        desk_odoo.synced(settings)
        manifest = backed_up_meanwhile(urls[0], here, archive, settings)
        assert in_odoo(double) == sorted(f"PO-{n}" for n in range(ORDERS))
        assert manifest.orders.get("writing", 0) == 1, "one was being written when the backup was made"

        with opened(archive) as found:
            done = restore(found, places(urls[1], there))
        assert done.documents == sum(manifest.orders.values())
        store = open_store(urls[1], there / "documents")
        office = desk_odoo.office(store, double.settings(mirror=str(there / "mirror.db"), retries=0))
        worked(store, office)
        with store.read() as tx:
            assert orders.by_state(tx) == {"done": sum(manifest.orders.values())}
            assert events.verify(tx).broken is None
            kinds = [e.kind for e in events.walk(tx)]
            for order in orders.listed(tx, orders.Filter()):
                content = store.files.get(order.document)
                assert content is not None
                assert hashlib.sha256(content).hexdigest() == order.document
        assert kinds[manifest.events] == "restored", "the chain says where it comes from"
        assert in_odoo(double) == sorted(f"PO-{n}" for n in range(ORDERS))
        store.close()


def backed_up_meanwhile(url: str, folder: Path, archive: Path, settings: Any) -> Any:
    """A backup made while one worker is about to write and another one goes on with new orders."""
    store = open_store(url, folder / "documents")
    office = desk_odoo.office(store, settings)
    taken, at, go_on = steps(office), threading.Event(), threading.Event()
    held = sent(store, 0).id
    write = taken["writing"]

    def writing(store: Store, order: Order) -> Outcome:
        if order.id == held:
            at.set()
            assert go_on.wait(240)
        return write(store, order)

    workers = [Worker(store, {**taken, "writing": writing}) for _ in range(2)]
    threads = [threading.Thread(target=w.run, args=(0.02,)) for w in workers]
    for thread in threads:
        thread.start()
    try:
        assert at.wait(240)
        feeder = threading.Thread(target=lambda: [sent(store, n) for n in range(1, ORDERS)])
        feeder.start()
        made = make(places(url, folder), archive)
        assert made.troubles == ()
        go_on.set()
        feeder.join()
        desks.wait_for(lambda: _done(store) == ORDERS, 240)
    finally:
        go_on.set()
        for worker, thread in zip(workers, threads, strict=True):
            worker.stop()
            thread.join()
        store.close()
    return made.manifest


def _done(store: Store) -> int:
    with store.read() as tx:
        return orders.by_state(tx).get("done", 0)


def worked(store: Store, office: Any) -> None:
    worker = Worker(store, steps(office))
    while worker.work():
        pass


def filled(store: Store, folder: Path) -> Places:
    """Some of everything at a place."""
    for n in range(3):
        order = desks.order(store, b"%%PDF-1.4 order %d" % n)
        store.files.put(order.document, b"words", ".words.json.gz")
    for name in ("models/0.2.0/model.onnx", "models/aliases.json", "var/labelled/a.json", "rules.yaml"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return places(str(store.engine.url), folder)


@pytest.mark.parametrize("name", ["backup", "backup.tar"])
def test_everything_comes_back(store: Store, tmp_path: Path, name: str) -> None:
    there = filled(store, tmp_path / "here")
    make(there, tmp_path / name)
    new = places(desks.sqlite(tmp_path / "new"), tmp_path / "new")
    with opened(tmp_path / name) as archive:
        done = restore(archive, new)
    assert (done.documents, done.aside, done.told) == (3, None, ())
    for path in ("models/0.2.0/model.onnx", "models/aliases.json", "var/labelled/a.json", "rules.yaml"):
        assert (tmp_path / "new" / path).read_text() == path
    files = {p.name: p.read_bytes() for p in (tmp_path / "here/documents").rglob("*") if p.is_file()}
    assert {p.name: p.read_bytes() for p in (tmp_path / "new/documents").rglob("*") if p.is_file()} == files
    assert len(files) == 6
    assert [p for p in tmp_path.rglob(".*") if ".part" in p.name or "ordermill" in p.name] == []


def test_what_is_there_is_not_overwritten_unless_told(store: Store, tmp_path: Path) -> None:
    there = filled(store, tmp_path / "here")
    make(there, tmp_path / "backup.tar")
    desks.order(store, b"%PDF-1.4 later")
    store.close()
    with opened(tmp_path / "backup.tar") as archive:
        with pytest.raises(BackupError, match="There is something already") as refused:
            restore(archive, there)
        assert "rules.yaml" in refused.value.message
        done = restore(archive, there, replace=True)
    assert done.aside is not None
    before, now = (open_store(f"sqlite:///{p}", there.documents) for p in (done.aside, tmp_path / "here/desk.db"))
    assert [len(desks.all_orders(s)) for s in (before, now)] == [4, 3]
    for one in (before, now):
        one.close()


def test_nothing_is_restored_while_somebody_works(store: Store, tmp_path: Path) -> None:
    there = filled(store, tmp_path / "here")
    make(there, tmp_path / "backup.tar")
    assert desks.all_orders(store)  # the store keeps its connections, as a worker does
    with opened(tmp_path / "backup.tar") as archive, pytest.raises(BackupError, match="works on the database"):
        restore(archive, there, replace=True)
    assert len(desks.all_orders(store)) == 3


@pytest.mark.parametrize("what", ["documents/", "database.sqlite", "models/", MANIFEST])
def test_a_damaged_backup_is_refused(store: Store, tmp_path: Path, what: str) -> None:
    make(filled(store, tmp_path / "here"), tmp_path / "backup")
    found = sorted(p for p in (tmp_path / "backup").rglob("*") if p.is_file())
    file = next(p for p in found if p.relative_to(tmp_path / "backup").as_posix().startswith(what))
    content = bytearray(file.read_bytes())
    content[len(content) // 2] ^= 1
    file.write_bytes(bytes(content))
    with pytest.raises(BackupError, match="damaged") as refused, opened(tmp_path / "backup") as archive:
        restore(archive, places(desks.sqlite(tmp_path / "new"), tmp_path / "new"))
    assert "earlier backup" in refused.value.hint
    assert not (tmp_path / "new").exists()


def test_a_backup_that_lacks_or_adds_something_is_refused(store: Store, tmp_path: Path) -> None:
    make(filled(store, tmp_path / "here"), tmp_path / "backup")
    extra = tmp_path / "backup/models/extra.onnx"
    extra.write_bytes(b"x")
    with opened(tmp_path / "backup") as archive, pytest.raises(BackupError, match="does not belong"):
        check(archive)
    extra.unlink()
    (tmp_path / "backup/rules").mkdir()  # an empty folder is nothing
    (tmp_path / "backup/models/aliases.json").unlink()
    with opened(tmp_path / "backup") as archive, pytest.raises(BackupError, match=r"aliases\.json is missing"):
        check(archive)


def test_a_file_that_is_cut_off_or_something_else_is_refused(store: Store, tmp_path: Path) -> None:
    whole = tmp_path / "backup.tar"
    make(filled(store, tmp_path / "here"), whole)
    for content in (whole.read_bytes()[:-20_000], b"%PDF-1.4", b""):
        (tmp_path / "other.tar").write_bytes(content)
        with pytest.raises(BackupError, match="damaged"), opened(tmp_path / "other.tar") as archive:
            check(archive)
    with pytest.raises(BackupError, match="not there"), opened(tmp_path / "nothing.tar"):
        pass


def test_a_newer_backup_is_refused(store: Store, tmp_path: Path) -> None:
    made = make(filled(store, tmp_path / "here"), tmp_path / "backup").manifest
    file = tmp_path / "backup" / MANIFEST
    raw = json.loads(file.read_bytes())
    for content in (replace(made, revision="9999", release="99.0").to_bytes(),
                    json.dumps(raw | {"format": 2, "release": "99.0"}).encode()):  # fmt: skip
        file.write_bytes(content)
        with pytest.raises(BackupError, match=r"newer release \(99\.0\)"), opened(tmp_path / "backup") as archive:
            restore(archive, places(desks.sqlite(tmp_path / "new"), tmp_path / "new"))
    assert not (tmp_path / "new").exists()


def test_a_backup_of_the_other_database_is_refused(store: Store, tmp_path: Path) -> None:
    make(filled(store, tmp_path / "here"), tmp_path / "backup")
    with opened(tmp_path / "backup") as archive, pytest.raises(BackupError, match="is of sqlite"):
        restore(archive, places("postgresql://desk@127.0.0.1:1/desk", tmp_path / "new"))


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "models/../../outside"])
def test_names_that_lead_elsewhere_are_refused(store: Store, tmp_path: Path, name: str) -> None:
    made = make(filled(store, tmp_path / "here"), tmp_path / "backup").manifest
    evil = replace(made, files={name: (hashlib.sha256(b"x").hexdigest(), 1)})
    with tarfile.open(tmp_path / "evil.tar", "w") as tar:
        for inside, content in ((name, b"x"), (MANIFEST, evil.to_bytes())):
            info = tarfile.TarInfo(inside)
            info.size = len(content)
            tar.addfile(info, io.BytesIO(content))
    with opened(tmp_path / "evil.tar") as archive, pytest.raises(BackupError, match="does not belong"):
        restore(archive, places(desks.sqlite(tmp_path / "new"), tmp_path / "new"))


def test_a_place_that_is_taken_or_cannot_be_written_is_told(store: Store, tmp_path: Path) -> None:
    there = filled(store, tmp_path / "here")
    (tmp_path / "backup.tar").write_bytes(b"an older one")
    with pytest.raises(BackupError, match="there already"):
        make(there, tmp_path / "backup.tar")
    assert (tmp_path / "backup.tar").read_bytes() == b"an older one"
    with pytest.raises(BackupError, match="cannot be written"):
        make(there, tmp_path / "backup.tar" / "below")


def test_documents_that_are_gone_are_told_unless_they_were_erased(store: Store, tmp_path: Path) -> None:
    there = filled(store, tmp_path / "here")
    first, second, _ = desks.all_orders(store)
    for order in (first, second):
        store.files.drop(order.document)

    def erased(tx: Tx) -> None:
        d = tables.documents
        tx.execute(d.update().where(d.c.sha256 == first.document).values(erased_at=tx.now))

    store.run(erased)
    made = make(there, tmp_path / "backup")
    assert made.manifest.missing == (second.document,)
    assert len(made.troubles) == 1
    assert second.document in made.troubles[0]


def test_the_commands(store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    filled(store, tmp_path / "here")
    monkeypatch.chdir(tmp_path / "here")
    monkeypatch.setenv("ORDERMILL_SHELF", "models")
    monkeypatch.setenv("ORDERMILL_ODOO_RULES", "rules.yaml")
    runner = CliRunner()
    at = ["--database", str(store.engine.url), "--documents", "documents"]
    assert runner.invoke(app, ["backup", "../backup.tar", *at]).exit_code == 0
    again = runner.invoke(app, ["backup", "../backup.tar", *at])
    assert (again.exit_code, "there already" in again.stderr) == (1, True)
    outside = runner.invoke(app, ["backup", "../other.tar", "--also", "/", *at])
    assert (outside.exit_code, "no folder below" in outside.stderr) == (1, True)
    told = runner.invoke(app, ["restore", "../backup.tar", "--check", "--json"])
    assert json.loads(told.stdout)["orders"] == {"received": 3}
    (tmp_path / "new").mkdir()
    monkeypatch.chdir(tmp_path / "new")
    monkeypatch.delenv("ORDERMILL_ODOO_RULES")
    done = runner.invoke(app, ["restore", "../backup.tar", "--database", desks.sqlite(tmp_path / "new")])
    assert done.exit_code == 0, done.stderr
    assert "3 orders and 3 documents" in done.stdout
    assert "odoo-rules.yaml was left" in done.stderr
    assert (tmp_path / "new/var/labelled/a.json").is_file()
