"""The audit chain from the command line, and the verifier in docs/audit.md that needs nothing of ours."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import update
from typer.testing import CliRunner

from serving.cli import app
from serving.desk.store import Tx, events, tables
from tests import desks
from tests.repo import ROOT


@pytest.fixture
def place(tmp_path: Path) -> list[str]:
    """Options that name a desk with four events, the second erased."""
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    order = desks.order(store)
    store.run(partial(Tx.log, kind="tested", by="zoë", order_id=order.id, text='żółw\n"quoted"'))
    store.run(lambda tx: events.erase_data(tx, order.id))
    store.run(partial(Tx.log, kind="tested", by="test", n=1))
    store.run(partial(Tx.log, kind="tested", by="test", text="żółw"))
    store.close()
    return ["--database", desks.sqlite(tmp_path), "--documents", str(tmp_path / "documents")]


def verifier(tmp_path: Path) -> Path:
    """The script as the documentation prints it."""
    text = (ROOT / "docs/audit.md").read_text(encoding="utf-8")
    (script,) = re.findall(r"```text\n(.*?)```", text, re.S)
    path = tmp_path / "verify.py"
    path.write_text(script, encoding="utf-8")
    return path


def test_a_chain_that_holds_is_told(place: list[str]) -> None:
    done = CliRunner().invoke(app, ["audit", "verify", *place])
    assert done.exit_code == 0
    assert done.stdout.startswith("4 events hold, 2 of them with erased data; last hash ")


def test_a_broken_chain_is_told(place: list[str], tmp_path: Path) -> None:
    store = desks.opened(desks.sqlite(tmp_path), tmp_path)
    with store.write() as tx:
        tx.execute(update(tables.events).where(tables.events.c.seq == 3).values(by="nobody"))
    store.close()
    done = CliRunner().invoke(app, ["audit", "verify", *place])
    assert done.exit_code == 1
    assert "event 3 was changed" in done.stderr


def test_an_export_is_verified_by_the_documented_script(place: list[str], tmp_path: Path) -> None:
    out = tmp_path / "chain.jsonl"
    assert CliRunner().invoke(app, ["audit", "export", str(out), *place]).exit_code == 0
    done = subprocess.run([sys.executable, "-I", verifier(tmp_path), out], capture_output=True, text=True, check=True)
    last = json.loads(out.read_text(encoding="utf-8").splitlines()[-1])["hash"]
    assert done.stdout.strip() == f"4 events hold, 2 of them with erased data; last hash {last}"
    assert CliRunner().invoke(app, ["audit", "export", "-", *place]).stdout == out.read_text(encoding="utf-8")


Change = Callable[[list[dict[str, Any]]], None]
CHANGES: list[Change] = [
    lambda e: e[3].update(by="x"), lambda e: e[3].update(data_text='{"text":"x"}'), lambda e: e[2].update(order="x"),
    lambda e: e[3].update(data={"text": "x"}), lambda e: e.reverse(), lambda e: e.__delitem__(1),
]  # fmt: skip


def test_the_documented_script_finds_what_was_changed(place: list[str], tmp_path: Path) -> None:
    out = tmp_path / "chain.jsonl"
    CliRunner().invoke(app, ["audit", "export", str(out), *place])
    whole = out.read_text(encoding="utf-8").splitlines()
    script = verifier(tmp_path)
    for change in CHANGES:
        chain = [json.loads(line) for line in whole]
        change(chain)
        out.write_text("".join(json.dumps(event) + "\n" for event in chain), encoding="utf-8")
        done = subprocess.run([sys.executable, "-I", script, out], capture_output=True, text=True, check=False)
        assert done.returncode == 1
        assert "does not hold" in done.stderr


def test_a_folder_that_cannot_be_written_is_told(place: list[str], tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["audit", "export", str(tmp_path / "nowhere/chain.jsonl"), *place])
    assert done.exit_code == 1
    assert "No such file" in done.stderr
