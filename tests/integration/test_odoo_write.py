"""An order is written once, whatever dies, fails or comes twice on the way."""

from __future__ import annotations

import random
import sqlite3
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from serving.odoo.client import connect
from serving.odoo.errors import OdooError
from serving.odoo.record import Record
from serving.odoo.writer import push
from serving.odoo.writing.follow import observe
from serving.odoo.writing.undo import undo
from tests.odoo_killing import KILLED, forked, killed_at, proposal, source, write
from tests.odoo_server import OdooServer


@pytest.fixture
def odoo() -> Iterator[OdooServer]:
    with OdooServer() as server:
        yield server


@pytest.fixture
def record(tmp_path: Path) -> Path:
    return tmp_path / "record.db"


def whole(odoo: OdooServer, number: int = 1, state: str = "draft") -> None:
    """So many orders, each with all of it and nothing twice."""
    orders = odoo.orders()
    assert [o["state"] for o in orders] == [state] * number
    for order in orders:
        assert [line["sequence"] for line in sorted(odoo.lines(order), key=lambda x: x["sequence"])] == [10, 20, 30]
        assert sorted(a["name"] for a in odoo.of("ir.attachment", order)) == ["order.pdf", "page-1.png"]
        assert len(odoo.of("mail.message", order)) == 1


@pytest.mark.parametrize("stage", ["draft", "confirm"])
def test_killed_at_each_moment_twice_and_written_once(odoo: OdooServer, record: Path, stage: str) -> None:
    moments = 0
    for n in range(1, 100):
        arguments = (odoo.settings(), record, proposal(f"PO-{n}"), source(f"doc {n}"), stage)
        if killed_at(n, *arguments) == 0:
            break
        moments += 1
        assert killed_at(max(1, n // 2), *arguments) == KILLED or odoo.orders()
        assert write(*arguments).state == ("confirmed" if stage == "confirm" else "draft")
    assert moments > 20
    whole(odoo, moments + 1, "sale" if stage == "confirm" else "draft")


def test_a_lease_left_by_a_killed_process_is_free_at_once(odoo: OdooServer, record: Path) -> None:
    arguments = (odoo.settings(), record, proposal(), source())
    assert killed_at(5, *arguments) == KILLED
    start = time.monotonic()
    assert write(*arguments).state == "draft"
    assert time.monotonic() - start < 4


def test_a_lease_of_a_machine_that_died_runs_out(odoo: OdooServer, record: Path) -> None:
    arguments = (odoo.settings(), record, proposal(), source())
    assert killed_at(5, *arguments) == KILLED
    with sqlite3.connect(record) as database:
        database.execute("update odoo_write set holder = 'elsewhere/1/2 77 12345 abc'")
    assert write(*arguments).state == "busy"
    with sqlite3.connect(record) as database:
        database.execute("update odoo_write set held_until = '2020-01-01 00:00:00.000000'")
    assert write(*arguments).state == "draft"
    whole(odoo)


def test_workers_on_one_document_make_one_order(odoo: OdooServer, record: Path) -> None:
    odoo.before = lambda method: time.sleep(0.01)
    write_it = partial(write, odoo.settings(), record, proposal(), source())
    Record.open(record).close()
    workers = [forked(write_it) for _ in range(6)]
    assert [worker.wait() for worker in workers] == [0] * 6
    assert write_it().state == "draft"
    whole(odoo)


def test_two_files_with_one_order_at_once_make_one_order(odoo: OdooServer, record: Path) -> None:
    Record.open(record).close()
    workers = [forked(partial(write, odoo.settings(), record, proposal(), source(f"f{n}"))) for n in range(4)]
    assert [worker.wait() for worker in workers] == [0] * 4
    whole(odoo)


def test_two_hundred_at_once(odoo: OdooServer, record: Path) -> None:
    kept = Record.open(record)
    with connect(odoo.settings()) as connection, ThreadPoolExecutor(8) as pool:
        states = list(pool.map(
            lambda n: push(proposal(f"PO-{n}"), source(f"d{n}"), connection, kept).state, range(200)
        ))  # fmt: skip
    kept.close()
    assert states == ["draft"] * 200
    assert len({o["client_order_ref"] for o in odoo.orders()}) == len(odoo.orders()) == 200


@pytest.mark.parametrize("where", ["before", "after"])
@pytest.mark.parametrize("status", [502, 0])
def test_half_of_the_answers_fail(
    odoo: OdooServer, record: Path, where: str, status: int, monkeypatch: pytest.MonkeyPatch
) -> None:  # fmt: skip
    sleep = time.sleep
    monkeypatch.setattr(time, "sleep", lambda seconds: sleep(min(seconds, 0.002)))
    dice = random.Random(5)  # noqa: S311 - a test wants the same dice every time
    fail = lambda method: status if method != "fields_get" and dice.random() < 0.5 else None  # noqa: E731
    setattr(odoo, where, fail)
    for n in range(2):
        arguments = (odoo.settings(retries=3), record, proposal(f"PO-{n}"), source(f"d{n}"), "confirm")
        for _ in range(40):
            try:
                assert write(*arguments).state == "confirmed"
                break
            except OdooError:
                continue
    setattr(odoo, where, lambda method: None)
    whole(odoo, 2, "sale")


def test_a_server_that_is_down_loses_nothing(odoo: OdooServer, record: Path) -> None:
    odoo.before = lambda method: 502 if method == "load" else None
    arguments = (odoo.settings(retries=0), record, proposal(), source())
    with pytest.raises(OdooError):
        write(*arguments)
    kept = Record.open(record)
    assert [(row.state, row.live) for row in kept.rows()] == [("creating", True)]
    kept.close()
    odoo.before = lambda method: None
    assert write(*arguments).state == "draft"
    whole(odoo)


def test_the_same_order_in_another_file_is_a_repeat(odoo: OdooServer, record: Path) -> None:
    write(odoo.settings(), record, proposal(), source("first"))
    again = write(odoo.settings(), record, proposal(" po-7 "), source("second"))
    assert (again.state, [f.code for f in again.findings][:1]) == ("duplicate", ["order_repeated"])
    without = write(odoo.settings(), record, proposal(None), source("third"))
    assert without.state == "draft"
    assert write(odoo.settings(), record, proposal(None), source("fourth")).state == "duplicate"
    whole(odoo, 2)


def test_a_changed_order_lists_its_differences(odoo: OdooServer, record: Path) -> None:
    first = proposal()
    write(odoo.settings(), record, first, source("first"))
    more = replace(first, lines=(replace(first.lines[0], quantity=Decimal(12)), *first.lines[1:]), expected_net=None)
    for document in ("second", "first"):
        changed = write(odoo.settings(), record, more, source(document))
        assert (changed.state, changed.findings[0].code) == ("duplicate", "order_changed")
        assert any("product_uom_qty is 10, 12 was meant" in f.message for f in changed.findings)
    whole(odoo)


def test_an_order_typed_in_by_hand_is_found(odoo: OdooServer, record: Path) -> None:
    odoo.tables["sale.order"][1] = {"id": 1, "name": "S1", "state": "sale", "client_order_ref": "PO-7",
                                    "partner_id": [20, ""], "company_id": [1, ""],
                                    "currency_id": [1, "EUR"]}  # fmt: skip
    found = write(odoo.settings(), record, proposal(), source())
    assert (found.state, found.order_name) == ("duplicate", "S1")
    assert "sale.order.load" not in odoo.calls


@pytest.mark.parametrize(("name", "value", "code"), [
    ("price_unit", 2.0, "value_differs"), ("discount", 10, "value_differs"), ("product_uom_qty", 9, "value_differs"),
    ("product_id", [12, "other"], "value_differs"), ("product_uom_id", [2, "Dozen"], "value_differs"),
])  # fmt: skip
def test_what_odoo_makes_different_keeps_the_draft(
    odoo: OdooServer, record: Path, name: str, value: Any, code: str
) -> None:
    def change(order: dict[str, Any]) -> None:
        for line in odoo.lines(order)[:1]:
            line[name] = value

    odoo.change = change
    written = write(odoo.settings(), record, proposal(), source(), "confirm")
    assert written.state == "mismatch"
    assert code in {f.code for f in written.findings}
    assert any(name.removesuffix("_id") in f.message or "unit" in f.message for f in written.findings)
    whole(odoo, 1, "draft")


def test_a_currency_that_odoo_ignores_is_found(odoo: OdooServer, record: Path) -> None:
    odoo.change = lambda order: order.update(currency_id=[2, "USD"])
    written = write(odoo.settings(), record, proposal(), source(), "confirm")
    assert (written.state, [f.code for f in written.findings]) == ("mismatch", ["currency_differs"])


def test_stages_and_what_stops(odoo: OdooServer, record: Path) -> None:
    assert write(odoo.settings(), record, proposal(), source(), "shadow").state == "shadow"
    assert write(odoo.settings(), record, proposal(partner_id=None), source()).state == "stopped"
    assert not odoo.orders()
    assert write(odoo.settings(), record, proposal(), source(), "draft").state == "draft"
    assert write(odoo.settings(), record, proposal(), source(), "confirm").state == "confirmed"
    whole(odoo, 1, "sale")


def test_four_confirmations_at_once(odoo: OdooServer, record: Path) -> None:
    write(odoo.settings(), record, proposal(), source())
    confirm = partial(write, odoo.settings(), record, proposal(), source(), "confirm")
    assert [worker.wait() for worker in [forked(confirm) for _ in range(4)]] == [0] * 4
    whole(odoo, 1, "sale")
    assert len(odoo.tables["stock.picking"]) == 1


def test_reservation_is_a_figure(odoo: OdooServer, record: Path) -> None:
    written = write(odoo.settings(), record, proposal(), source(), "confirm")
    kept = Record.open(record)
    with connect(odoo.settings()) as connection:
        assert written.row is not None
        assert observe(connection, kept, written.row).reservation == "reserved"
    seconds = kept.get(written.row.id).seconds_to_reservation
    kept.close()
    assert seconds is not None
    assert 0 <= seconds < 60


def test_undo_cancels_keeps_history_and_lets_write_anew(odoo: OdooServer, record: Path) -> None:
    written = write(odoo.settings(), record, proposal(), source(), "confirm")
    kept = Record.open(record)
    with connect(odoo.settings()) as connection:
        assert written.row is not None
        for _ in range(2):
            assert undo(connection, kept, kept.get(written.row.id), reason="wrong <customer>").done
        assert [o["state"] for o in odoo.tables["sale.order"].values()] == ["cancel"]
        assert len(odoo.of("mail.message", odoo.orders("cancel")[0])) == 2
        assert {"intended", "creating", "confirmed", "undone"} <= {s for s, *_ in kept.steps(written.row.id)}
    kept.close()
    assert write(odoo.settings(), record, proposal(), source()).state == "draft"
    assert len(odoo.orders()) == 1


@pytest.mark.parametrize("what", ["line", "header", "delivered", "invoiced", "picking"])
def test_undo_refuses_what_others_have_worked_on(odoo: OdooServer, record: Path, what: str) -> None:
    written = write(odoo.settings(), record, proposal(), source(), "confirm")
    order = odoo.orders()[0]
    line = odoo.lines(order)[0]
    if what == "header":
        order["client_order_ref"] = "PO-8"
    elif what == "picking":
        odoo.tables["stock.picking"][order["picking_ids"][0]]["state"] = "done"
    else:
        line[{"line": "price_unit", "delivered": "qty_delivered", "invoiced": "qty_invoiced"}[what]] = 7
    kept = Record.open(record)
    with connect(odoo.settings()) as connection:
        assert written.row is not None
        undone = undo(connection, kept, written.row)
    kept.close()
    assert not undone.done
    assert undone.findings
    assert order["state"] == "sale"


def test_an_order_deleted_in_odoo_is_said_and_can_be_written_anew(odoo: OdooServer, record: Path) -> None:
    write(odoo.settings(), record, proposal(), source())
    odoo.tables["sale.order"].clear()
    assert write(odoo.settings(), record, proposal(), source(), "confirm").state == "gone"
    assert write(odoo.settings(), record, proposal(), source(), "confirm").state == "confirmed"


def test_nothing_secret_is_kept(odoo: OdooServer, record: Path) -> None:
    from pydantic import SecretStr

    settings = odoo.settings(api_key=SecretStr("very-secret-key-123"))
    write(settings, record, proposal(), source())
    assert b"very-secret" not in b"".join(p.read_bytes() for p in record.parent.glob("record.db*"))
