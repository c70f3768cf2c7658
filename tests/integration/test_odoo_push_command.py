"""`ordermill odoo sync`, `push`, `status` and `undo` as typed, against the double; and that no key is kept or said."""

from __future__ import annotations

import base64
import io
import json
import logging
import sqlite3
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from pypdf import PdfReader, PdfWriter
from typer.testing import CliRunner, Result

from data.result import Extraction, Value
from data.schema import Document
from serving.odoo.commands import app
from serving.pipeline import Pipeline
from tests import desk_odoo
from tests.odoo_double import Double, data, running
from tests.odoo_double.faults import UserError
from tests.standin import StandIn, in_process, pdf

KEY = "Zebra-7f3a91c2-never-kept"
PAGE = (
    "Order PO-118",
    "Date 2026-03-02",
    "Buyer Acme",
    "Item 1 B8 12 0.12 1.44",
    "Item 2 W1 3 7.00 21.00",
    "Total 22.44",
)


class Sure(StandIn):
    """A stand-in that is sure of everything, and knows the buyer's e-mail address and the currency."""

    def extract(self, document: Document) -> Extraction:
        read = super().extract(document)
        fields = {
            **read.fields,
            "buyer.email": Value("buy@acme.test", "buy@acme.test", 0.99),
            "currency": Value("USD", "USD", 0.99),
        }
        lines = tuple(
            replace(line, fields={n: replace(v, confidence=0.99) for n, v in line.fields.items()})
            for line in read.lines
        )
        return replace(read, fields=fields, lines=lines, order_confidence=0.99, document_type_confidence=0.99)


@pytest.fixture(params=[17, 18, 19])
def double(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Double]:
    monkeypatch.setitem(data.KEYS, "sales", KEY)
    monkeypatch.chdir(tmp_path)
    with running(request.param) as server:
        set_to = {
            "URL": server.url,
            "DATABASE": data.DATABASE,
            "LOGIN": "sales",
            "API_KEY": KEY,
            "RETRIES": "0",
            "RULES": "rules.yaml",
        }
        for name, value in set_to.items():
            monkeypatch.setenv(f"ORDERMILL_ODOO_{name}", value)
        (tmp_path / "order.pdf").write_bytes(pdf(*PAGE))
        (tmp_path / "rules.yaml").write_text("{company_id: 1, rules: {stage: draft}}")
        yield server


def ordermill(*arguments: str) -> Result:
    return CliRunner().invoke(app, list(arguments), obj=lambda model="", jobs=1: Pipeline(Sure(), in_process))


def pushed(*arguments: str) -> dict[str, Any]:
    done = ordermill("push", "order.pdf", "--json", *arguments)
    assert done.exit_code == 0, done.output
    return dict(json.loads(done.stdout))


def orders(double: Double) -> list[dict[str, Any]]:
    return list(double.store.rows["sale.order"].values())


def test_an_order_is_written_once_and_taken_back(double: Double) -> None:
    assert ordermill("sync").exit_code == 0
    first, second = pushed(), pushed()
    assert (first["state"], first["findings"]) == ("draft", [])
    assert second["order_id"] == first["order_id"]
    assert [(o["state"], o["client_order_ref"], o["partner_id"]) for o in orders(double)] == [
        ("draft", "PO-118", data.ACME)
    ]
    lines = double.store.rows["sale.order.line"].values()
    assert [(n["product_id"], n["product_uom_qty"], n["price_unit"], n["discount"]) for n in lines] == [
        (data.BOLT, 12, 0.12, 0), (data.WIRE, 3, 7.0, 0)
    ]  # fmt: skip
    attached = [file["name"] for file in double.store.rows["ir.attachment"].values()]
    assert len(attached) == 2, "the document and its page"
    assert "order.pdf" in attached
    assert [note["subtype_id"] for note in double.store.rows["mail.message"].values()] == [2]
    assert pushed("--stage", "confirm")["state"] == "confirmed"
    assert "in_odoo: sale" in ordermill("status", "1").stdout
    assert ordermill("undo", "1", "--reason", "wrong customer").exit_code == 0
    assert [o["state"] for o in orders(double)] == ["cancel"]


def test_what_wants_a_person_is_said_and_not_written(double: Double, tmp_path: Path) -> None:
    assert ordermill("push", "order.pdf").exit_code == 1, "there is no mirror yet"
    ordermill("sync")
    (tmp_path / "odd.pdf").write_bytes(pdf(*PAGE[:3], "Item 1 NONE-1 12 0.12 1.44"))
    done = ordermill("push", "odd.pdf", "gone.pdf", "order.pdf")
    assert done.exit_code == 1
    assert "product_unknown" in done.stdout
    assert "gone.pdf" in done.stderr
    assert "order.pdf: draft S" in done.stdout, "one that cannot be written keeps no other from being written"
    assert [o["client_order_ref"] for o in orders(double)] == ["PO-118"]


def test_the_key_is_kept_nowhere_and_said_nowhere(
    double: Double, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    texts = []
    for protocol in ("auto", "xmlrpc"):
        monkeypatch.setenv("ORDERMILL_ODOO_PROTOCOL", protocol)
        for command in (("check",), ("sync",), ("push", "order.pdf", "--json"), ("status", "1"), ("undo", "1")):
            texts.append(ordermill(*command))
    double.faults.bad_gateway = 1.0
    texts.append(ordermill("push", "order.pdf"))
    double.faults.bad_gateway = 0.0
    execute = double.methods.execute

    def echo(uid: int, model: str, method: str, *more: Any) -> Any:  # a server that repeats the key in what it says
        if model == "sale.order" and method in {"load", "read", "search_read"}:
            raise UserError(f"nobody has the key {KEY}")
        return execute(uid, model, method, *more)

    with monkeypatch.context() as patched:
        patched.setattr(double.methods, "execute", echo)
        (tmp_path / "new.pdf").write_bytes(pdf("Order PO-119", *PAGE[1:]))
        texts.append(ordermill("push", "new.pdf"))
    monkeypatch.setitem(data.KEYS, "sales", "another")
    texts.append(ordermill("push", "order.pdf"))
    assert [t.exit_code for t in texts[-3:]] == [1, 1, 1]
    files = [path for path in tmp_path.rglob("*") if path.is_file()]
    assert {"odoo.db", "odoo-writes.db"} <= {path.name for path in files}
    with sqlite3.connect(tmp_path / "var" / "odoo-writes.db") as record:
        assert record.execute("select count(*) from odoo_write").fetchone()[0] >= 1
    record.close()
    said = "".join(f"{t.output} {t.stderr} {t.exception!r}" for t in texts)
    said += caplog.text + "".join(str(r.__dict__) for r in caplog.records)
    assert "nobody has the key ***" in said
    for secret in (KEY, KEY[:12], base64.b64encode(KEY.encode()).decode().rstrip("=")):
        assert secret not in said
        assert [path.name for path in files if secret.encode() in path.read_bytes()] == []


def test_each_order_of_a_file_is_pushed(double: Double, tmp_path: Path) -> None:
    ordermill("sync")
    whole = PdfWriter()
    for number in (1, 2):
        whole.append(PdfReader(io.BytesIO(pdf(f"Order PO-{number}", *PAGE[1:]))))
    whole.write(tmp_path / "two.pdf")
    reader = desk_odoo.sure()
    done = CliRunner().invoke(app, ["push", "two.pdf", "--json"], obj=lambda model="", jobs=1: reader)
    assert done.exit_code == 0, done.output
    assert [json.loads(line)["part"] for line in done.stdout.splitlines()] == [0, 1]
    assert sorted(o["client_order_ref"] for o in orders(double)) == ["PO-1", "PO-2"]
