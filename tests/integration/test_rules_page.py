"""The rules on their page and on the command line: tried before they are saved, refused with lines, put back."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient
from typer.testing import CliRunner

from serving import problems
from serving.access import AccessSettings
from serving.cli import app as cli
from serving.desk.office import Office
from serving.desk.rules import DEFAULT, Facts, Sure
from serving.desk.rules.book import _KEYS
from serving.desk.rules.decide import codes
from serving.desk.store import Store, Tx, people, rulebooks, versions
from serving.review.app import install
from tests.desks import opened, order, sqlite
from tests.repo import ROOT

PASSWORD = "correct horse battery"  # noqa: S105 - of people made here
WEB = {"Accept": "text/html"}
FACTS = Facts(
    today="2026-11-25", document_type="order", document_type_confidence=0.99, order_confidence=0.97,
    completeness=0.999, values=(Sure("order_number", None, 0.999),), failed_checks=(), findings=(), customer_id=20,
    customer="Acme", products=("E-COM07",), currency="EUR", total_net="120.00", wished=None, discounts=False,
    same_document=None, same_number=(), release="", status="ok", unasked=(),
)  # fmt: skip


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(sqlite(tmp_path), tmp_path)

    def fill(tx: Tx) -> None:
        for name, role in (("ada", "admin"), ("pia", "approver"), ("cleo", "clerk")):
            people.add_user(tx, name, role, PASSWORD, "test", language="en")

    made.run(fill)
    yield made
    made.close()


def client(store: Store, name: str) -> tuple[TestClient, str]:
    app = FastAPI()
    problems.install(app)
    install(app, Office(store), AccessSettings())
    made = TestClient(app, base_url="http://desk.test", follow_redirects=False, headers=WEB)
    made.post("/login", data={"name": name, "password": PASSWORD, "next": "/desk/me"})
    found = re.search(r'name="csrf" value="([^"]+)"', made.get("/desk/me").text)
    assert found
    return made, found.group(1)


def decided(store: Store, content: bytes = b"%PDF-1.4 order") -> str:
    made = order(store, content)
    store.run(lambda tx: versions.add_decision(tx, made.id, 1, "worker", "stop", "shadow", 0, [], FACTS.to_dict()))
    return made.id


def latest(store: Store) -> int:
    with store.read() as tx:
        found = rulebooks.latest(tx)
    return found.version if found else 0


def test_faults_stand_beside_their_lines_and_nothing_is_saved(store: Store) -> None:
    page, csrf = client(store, "ada")
    bad = DEFAULT.replace("order: 0.98", "order: 98")
    answer = page.post("/desk/rules", data={"text": bad, "base": "0", "note": "more", "csrf": csrf})
    assert answer.status_code == 422
    line = 1 + bad[: bad.index("order: 98")].count("\n")
    assert f"Line {line}:" in answer.text
    assert re.search(r'<li class="wrong"><code>  order: 98 .*from 0 to 1', answer.text)
    assert latest(store) == 0


def test_a_trial_shows_which_orders_would_go_another_way_and_why(store: Store) -> None:
    made = decided(store)
    page, csrf = client(store, "pia")
    answer = page.post("/desk/rules/try", data={"text": DEFAULT.replace("order: 0.98", "order: 0.9"), "csrf": csrf})
    assert answer.status_code == 200
    assert "Of the last 1 decided orders 1 would have gone another way." in answer.text
    assert f'href="/desk/orders/{made}"' in answer.text
    assert re.search(r"<del>[^<]*97 %", answer.text)
    assert latest(store) == 0


def test_saving_needs_an_admin_a_note_and_nobody_in_between(store: Store) -> None:
    text = DEFAULT.replace("order: 0.98", "order: 0.9").replace("\n", "\r\n")  # as browsers send it
    page, csrf = client(store, "pia")
    assert page.post("/desk/rules", data={"text": text, "base": "0", "note": "x", "csrf": csrf}).status_code == 403
    page, csrf = client(store, "ada")
    assert page.post("/desk/rules", data={"text": text, "base": "0", "note": " ", "csrf": csrf}).status_code == 422
    assert latest(store) == 0
    saved = page.post("/desk/rules", data={"text": text, "base": "0", "note": "less strict", "csrf": csrf})
    assert (saved.status_code, latest(store)) == (303, 1)
    with store.read() as tx:
        found = rulebooks.latest(tx)
    assert found is not None
    assert (found.by, found.note, "\r" in found.text) == ("ada", "less strict", False)
    late = page.post("/desk/rules", data={"text": DEFAULT, "base": "0", "note": "mine", "csrf": csrf})
    assert (late.status_code, latest(store)) == (422, 1)
    assert "Somebody has saved other rules meanwhile" in late.text


def test_versions_are_compared_and_put_back(store: Store) -> None:
    for least in ("0.9", "0.8"):
        text = DEFAULT.replace("order: 0.98", f"order: {least}")
        store.run(lambda tx, text=text, least=least: rulebooks.add(tx, text, "ada", f"to {least}"))  # type: ignore[misc]
    page, csrf = client(store, "ada")
    first = page.get("/desk/rules/versions/1").text
    assert re.search(r'class="add"><code>\+  order: 0\.9 ', first)
    assert re.search(r'class="drop"><code>-  order: 0\.8 ', first)
    again = page.post("/desk/rules/versions/1/restore", data={"csrf": csrf}).text
    assert "order: 0.9 " in again
    assert 'value="v1: to 0.9"' in again
    assert page.get("/desk/rules/versions/9").status_code == 404


@pytest.mark.parametrize("language", ["pl", "en", "de"])
def test_every_rule_is_shown_with_its_meaning(store: Store, language: str) -> None:
    store.run(lambda tx: people.change_user(tx, "pia", "test", language=language))
    shown = client(store, "pia")[0].get("/desk/rules").text
    assert not re.findall(r">\s*rules\.[a-z]", shown)
    for section, names in _KEYS.items():
        for name in names if section else []:
            assert f"<code>{section[0]}.{name}</code>" in shown
    assert client(store, "cleo")[0].get("/desk/rules").status_code == 403


def test_the_command_checks_sets_and_shows(store: Store, tmp_path: Path) -> None:
    where = ["--database", sqlite(tmp_path), "--documents", str(tmp_path / "documents")]
    file = tmp_path / "rules.yaml"
    file.write_text("stage:\n  default: write\n", encoding="utf-8")
    run = CliRunner().invoke
    bad = run(cli, ["rules", "check", str(file)])
    assert (bad.exit_code, f"{file}:2: " in bad.output) == (1, True)
    file.write_text("stage:\n  default: draft\n", encoding="utf-8")
    assert run(cli, ["rules", "check", str(file)]).exit_code == 0
    assert run(cli, ["rules", "set", str(file), "--note", "pilot", *where]).exit_code == 0
    assert "default: draft" in run(cli, ["rules", "show", *where]).output
    assert latest(store) == 1


def test_the_documentation_lists_every_key_and_code() -> None:
    text = (ROOT / "docs" / "rules.md").read_text(encoding="utf-8")
    keys, listed = text.split("## Codes")
    there = set(re.findall(r"^\| `([a-z_.]+)` \|", keys, re.M))
    sections = {k[0] for k in _KEYS if k}
    known = {f"{k[0]}.{n}" for k, names in _KEYS.items() if k for n in names} | set(_KEYS[()]) - sections
    assert there == known
    assert set(re.findall(r"^\| `([a-z_]+)` \|", listed, re.M)) == set(codes())
