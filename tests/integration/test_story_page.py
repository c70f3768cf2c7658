"""The story of an order: a sentence for every event, corrections, the record's wholeness, taking back."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import update

from serving.desk import actions, states
from serving.desk.actions import Change
from serving.desk.store import Store, Tx, jobs, orders, tables, versions
from serving.desk.store.rows import Order
from serving.review.words import NAMES, words
from tests.deskpages import client, csrf
from tests.desks import opened, order, sqlite
from tests.repo import ROOT


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(sqlite(tmp_path), tmp_path)
    yield made
    made.close()


def kinds_logged() -> set[str]:
    """Kinds of events in the code: first arguments of `.log(…)` (texts, or names of texts in their module), states."""
    found: set[str] = set(states.STATES)
    for path in (ROOT / "serving").rglob("*.py"):
        tree = ast.parse(path.read_text(encoding="utf-8"))
        named: dict[str, object] = {}
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign):
                for target in node.targets:
                    pairs = [(target, node.value)]
                    if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
                        pairs = list(zip(target.elts, node.value.elts, strict=False))
                    named |= {
                        t.id: v.value for t, v in pairs if isinstance(t, ast.Name) and isinstance(v, ast.Constant)
                    }
        for node in ast.walk(tree):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "log":
                if not (isinstance(node.func.value, ast.Name) and node.func.value.id == "tx" and node.args):
                    continue
                first = node.args[0]
                kind = first.value if isinstance(first, ast.Constant) else named.get(getattr(first, "id", ""))
                found |= {kind} if isinstance(kind, str) else set()
    return found


def test_every_kind_of_event_has_a_sentence_in_every_language() -> None:
    kinds = kinds_logged()
    assert {"undo_asked", "auto_passed", "sender_reinstated", "looked"} <= kinds  # texts and names are both found
    for language in NAMES:
        assert sorted(k for k in kinds if f"story.kinds.{k}" not in words(language)) == [], language


def written(store: Store) -> Order:
    """An order that was read, corrected, stopped and written."""
    made = order(store)

    def live(tx: Tx) -> Order:
        value = {"value": "PO-<1>", "text": "PO-<1>", "confidence": 0.5, "boxes": [], "source": "model"}
        result = {"fields": {"order_number": value}, "lines": [], "model": {"name": "m", "version": "7"}}
        versions.add_extraction(tx, made.id, result, "model", "reader", "7.1")
        now = orders.move(tx, made, "extracted", "worker", model="reader 7.1")
        now = orders.move(tx, now, "matched", "worker")
        now = orders.move(tx, now, "waiting", "worker", codes=["price_differs"], stage="draft", rules=4)
        now = actions.correct(tx, now, "anna", [Change("fields.order_number", "PO-2")])
        now = orders.move(tx, now, "matched", "worker")
        now = orders.move(tx, now, "ready", "worker", codes=[], stage="draft", rules=4)
        now = orders.move(tx, now, "writing", "worker")
        versions.add_proposal(tx, now.id, 2, None, {"client_order_ref": "PO-2", "lines": [{"quantity": 3}]})
        now = orders.change(tx, now, {"written_id": 41, "written_name": "S00041"}, "written")
        tx.log("written", "worker", now.id, state="written", odoo=41, name="S00041")
        now = orders.move(tx, now, "done", "worker")
        tx.log("brand_new", "worker", now.id, odd="<b>")
        return now

    return store.run(live)


def test_the_story_is_told_from_receipt_to_odoo(store: Store) -> None:
    made = written(store)
    shown = client(store, "clerk").get(f"/desk/orders/{made.id}/story")
    assert shown.status_code == 200
    told = ("The order came in (api).", "read with model reader 7.1", "Reasons: Price differs.", "Rules version 4.",
            "Order number</th><td>PO-&lt;1&gt;</td><td>PO-2", "Sale order S00041 (id 41)", "lines.0.quantity", "anna",
            "Event without a sentence: brand_new", "{&#34;odd&#34;:&#34;&lt;b&gt;&#34;}",
            "events of this order are whole")  # fmt: skip
    for said in told:
        assert said in shown.text, said
    assert "story/undo" not in shown.text  # a clerk takes nothing back


def test_each_language_tells_it(store: Store) -> None:
    made = written(store)
    assert "Zamówienie zapisano w Odoo jako S00041" in client(store, "clerk", "pl").get(
        f"/desk/orders/{made.id}/story").text  # fmt: skip
    assert "als S00041 (Nr. 41) nach Odoo geschrieben" in client(store, "approver", "de").get(
        f"/desk/orders/{made.id}/story").text  # fmt: skip


def test_a_changed_event_is_seen(store: Store) -> None:
    made = written(store)
    with store.write() as tx:
        e = tables.events.c
        tx.execute(update(tables.events).where(e.order_id == made.id, e.kind == "corrected").values(by="nobody"))
    assert "The chain does not hold" in client(store, "clerk").get(f"/desk/orders/{made.id}/story").text


def test_taking_back_asks_first_and_only_the_version_that_was_seen(store: Store) -> None:
    made = written(store)
    person, where = client(store, "approver"), f"/desk/orders/{made.id}/story"
    form = {"csrf": csrf(person), "version": str(made.version), "why": "sent twice"}
    asked = person.post(f"{where}/undo", data=form)
    assert "Take S00041 back from Odoo now?" in asked.text
    with store.read() as tx:
        assert not jobs.waiting(tx, f"undo:{made.id}")
    old = person.post(f"{where}/undo", data=form | {"sure": "true", "version": str(made.version - 1)})
    assert (old.status_code, "changed by someone else" in old.text) == (409, True)
    assert person.post(f"{where}/undo", data=form | {"sure": "true"}).status_code == 303
    with store.read() as tx:
        assert jobs.waiting(tx, f"undo:{made.id}")
    after = person.get(where).text
    assert "asked for. sent twice" in after
    assert "Take back …" not in after


def test_a_clerk_cannot_and_a_refusal_is_shown(store: Store) -> None:
    made = written(store)
    clerk = client(store, "clerk")
    form = {"csrf": csrf(clerk), "version": str(made.version), "sure": "true"}
    assert clerk.post(f"/desk/orders/{made.id}/story/undo", data=form).status_code == 403

    def refuse(tx: Tx) -> None:
        new = versions.NewException(
            "undo_invoiced", "stop", None, None, {"message": "It is invoiced.", "todo": "Credit."}
        )
        versions.replace_exceptions(tx, made.id, [new], "worker")
        tx.log("undo_refused", "worker", made.id, codes=["undo_invoiced"])

    store.run(refuse)
    shown = clerk.get(f"/desk/orders/{made.id}/story").text
    assert "It is invoiced. Credit." in shown
    assert "could not be taken back" in shown


def test_an_order_that_is_not_there(store: Store) -> None:
    assert client(store, "clerk").get("/desk/orders/nowhere/story").status_code == 404
