"""`ordermill export` and `ordermill odoo preview` as processes, without an Odoo."""

from __future__ import annotations

import csv
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from serving.odoo.mirror import Mirror
from tests.odoo_orders import RECORDS
from tests.repo import ROOT
from tests.standin import ORDER, pdf


def _run(*arguments: str | Path, folder: Path, **more: str) -> subprocess.CompletedProcess[bytes]:
    """A run that sees no Odoo but the one that `more` sets."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith("ORDERMILL_ODOO_")}
    environment = {**kept, "PYTHONPATH": str(ROOT), **more}
    command = [sys.executable, "-m", "tests.standin", *map(str, arguments)]
    return subprocess.run(command, capture_output=True, cwd=folder, env=environment, timeout=120, check=False)


@pytest.fixture
def order(tmp_path: Path) -> Path:
    path = tmp_path / "order.pdf"
    path.write_bytes(pdf(*ORDER))
    return path


def test_csv_to_standard_output_and_nothing_else(order: Path) -> None:
    done = _run("export", order, "--format", "csv", folder=order.parent)
    rows = list(csv.DictReader(io.StringIO(done.stdout.decode("utf-8-sig"))))
    assert (done.returncode, done.stderr) == (0, b"")
    assert [(r["order_number"], r["line.quantity"]) for r in rows] == [("PO/2026/118", "12"), ("PO/2026/118", "3")]


@pytest.mark.parametrize("format_", ["orderx", "ubl"])
def test_what_is_missing_is_said_and_no_file_is_left(order: Path, format_: str) -> None:
    out = order.parent / "out.xml"
    done = _run("export", order, "--format", format_, "-o", out, folder=order.parent)
    assert done.returncode == 1
    assert b"demands the currency" in done.stderr
    assert not out.exists()


def test_wrong_usage(order: Path) -> None:
    done = _run("export", order, "--format", "csv", "--pdf", folder=order.parent)
    assert (done.returncode, b"--pdf is for" in done.stderr) == (2, True)
    gone = _run("export", order.parent / "gone.pdf", folder=order.parent)
    assert (gone.returncode, b"No such file" in gone.stderr) == (1, True)


def test_without_an_odoo_the_preview_shows_the_order(order: Path) -> None:
    done = _run("odoo", "preview", order, folder=order.parent)
    assert done.returncode == 1
    assert "PO/2026/118" in done.stdout.decode()
    assert "Nothing is matched" in done.stdout.decode()
    assert not (order.parent / "var").exists()


def test_with_a_mirror_the_preview_says_what_stops(order: Path) -> None:
    mirror = Mirror.open(order.parent / "odoo.db")
    mirror.put(RECORDS)
    mirror.close()
    (order.parent / "rules.yaml").write_text("company_id: 1\n")
    set_ = {"ORDERMILL_ODOO_MIRROR": str(order.parent / "odoo.db"), "ORDERMILL_ODOO_RULES": "rules.yaml"}
    done = _run("odoo", "preview", order, "--json", folder=order.parent, **set_)
    raw = json.loads(done.stdout)
    codes = {finding["code"] for finding in raw["findings"]}
    assert (done.returncode, raw["stopped"], raw["live"]) == (1, True, None)
    assert {"confidence_unknown", "product_unknown", "value_doubtful"} <= codes
    assert "company_unknown" not in codes
    assert len(raw["order"]["lines"]) == 2


def test_rules_that_cannot_be_are_told(order: Path) -> None:
    (order.parent / "rules.yaml").write_text("rules: {tolerance: 1}\n")
    done = _run("odoo", "preview", order, folder=order.parent, ORDERMILL_ODOO_RULES="rules.yaml")
    assert (done.returncode, b"rules.tolerance is no rule" in done.stderr) == (1, True)
