"""The page of certainty: honest while nothing is proven, a point becomes rules and release, audit, stop and resume."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from models import release
from serving.desk import evidence, guarding
from serving.desk.choosing import curves
from serving.desk.rules import parse
from serving.desk.store import Store, events, rulebooks
from tests import checkedorders, desks
from tests.deskpages import client, csrf

pytestmark = pytest.mark.full
PATH = "/desk/guarantee"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    opened = desks.opened(desks.sqlite(tmp_path), tmp_path)
    yield opened
    opened.close()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return checkedorders.model(tmp_path_factory.mktemp("model"))


def text_of(page: TestClient, query: str = "") -> str:
    """What the page says, without markup."""
    answer = page.get(f"{PATH}{query}")
    assert answer.status_code == 200, answer.text
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.text)).split())


def points(page: TestClient) -> list[str]:
    """Queries of the points that can be clicked in the picture."""
    return [unescape(q) for q in re.findall(rf'<a href="{PATH}(\?[^"#]+)#curve-text" aria-label', page.get(PATH).text)]


def act(page: TestClient, name: str, **values: str) -> int:
    return page.post(f"{PATH}/{name}", data={"csrf": csrf(page), **values}).status_code


def choose(page: TestClient, query: str, note: str = "first choice", base: str = "0") -> int:
    picks = dict(pair.split("=") for pair in query.removeprefix("?").split("&"))
    return act(page, "choose", note=note, base=base, **picks)


def test_without_evidence_it_says_what_is_missing(store: Store, folder: Path) -> None:
    said = text_of(client(store, "approver", model=folder))
    assert "No order that was read by the model that reads now has been checked" in said
    assert "The rules let orders pass without a promise" in said
    needed = int(re.search(r"from (\d+) checked orders", said).group(1))  # type: ignore[union-attr]
    assert f"{needed} checked orders are still missing" in said
    assert "<svg" not in client(store, "approver", model=folder).get(PATH).text
    checkedorders.check(store, folder, {"text": 20}, weeks=2)
    said = text_of(client(store, "approver", model=folder))
    assert f"{needed - 20} checked orders are still missing" in said
    assert re.search("At (9|10) checked orders a week", said)  # fourteen days or fifteen, by the hour of the day


def test_the_number_that_is_said_to_be_needed_suffices(store: Store, folder: Path) -> None:
    said = text_of(client(store, "approver", model=folder))
    needed = int(re.search(r"from (\d+) checked orders", said).group(1))  # type: ignore[union-attr]

    def work(tx: object, count: int) -> None:
        guarding.note_model(tx, folder)  # type: ignore[arg-type]
        for k in range(count):
            tx.log(guarding.REVIEWED, "anna", f"o{k}", wrong=False, audited=False, sender="s", confidence=0.99,  # type: ignore[attr-defined]
                   language="pl", type="order", source=["text"], legibility=None, read_at=tx.now.isoformat())  # type: ignore[attr-defined]  # fmt: skip

    store.run(lambda tx: work(tx, needed))
    with store.read() as tx:
        (curve,) = curves(evidence.history(tx, folder), evidence.stream(tx))
    assert curve.points[-1].allowed


def test_a_point_tells_what_it_means_and_becomes_rules_bound_to_a_release(store: Store, folder: Path) -> None:
    checkedorders.check(store, folder, {"text": 600})
    checkedorders.receive(store, 240)
    admin = client(store, "admin", model=folder)
    query = points(admin)[2]
    said = text_of(admin, query)
    with store.read() as tx:
        (curve,) = curves(evidence.history(tx, folder), evidence.stream(tx))
    point = next(p for p in curve.points if f"{p.choice.threshold!r}" in query)
    for figure in (point.weekly, point.expected, point.worst):
        assert f" {figure:.0f} " in said
    assert choose(admin, query) == 303
    with store.read() as tx:
        rules, made = rulebooks.latest(tx), guarding.current(tx, folder)
    assert rules is not None
    book = parse(rules.text)
    assert (book.release_required, book.release) == (True, made.version)
    assert book.order == point.choice.threshold
    held = made.promise("text")
    assert held is not None
    assert (held.threshold, held.bound, held.orders) == (point.choice.threshold, point.choice.bound, 600)
    assert (made.model, made.calibration) == tuple(release.parts(folder)[k] for k in ("model", "calibration"))
    now = text_of(admin)
    assert f"Confirmed without a person: {round(100 * point.choice.coverage)} % of PDFs with text" in now
    assert "600 orders of 57 senders" in now
    assert "The rules let orders pass without a promise" not in now


def test_what_is_not_on_the_page_any_more_is_not_chosen(store: Store, folder: Path) -> None:
    checkedorders.check(store, folder, {"text": 300})
    admin = client(store, "admin", model=folder)
    query = points(admin)[0]
    assert choose(admin, query, note=" ") == 422
    assert choose(admin, query, base="3") == 409
    assert choose(admin, "?text=0.5&clean=none&poor=none") == 409
    assert choose(admin, "?text=high&clean=none&poor=none") == 409
    with store.read() as tx:
        assert rulebooks.latest(tx) is None
        assert guarding.current(tx, folder).promises == ()
    assert "is not there any more" in text_of(admin, "?text=0.5")


def test_letting_nothing_pass_is_a_choice_too(store: Store, folder: Path) -> None:
    checkedorders.check(store, folder, {"text": 300})
    admin = client(store, "admin", model=folder)
    assert choose(admin, points(admin)[0]) == 303
    assert choose(admin, "?text=none&clean=none&poor=none", base="1") == 303
    assert "Nothing is promised: every order goes to a person." in text_of(admin)


def test_another_model_or_calibration_takes_the_promise_away(store: Store, folder: Path, tmp_path: Path) -> None:
    checkedorders.check(store, folder, {"text": 300})
    admin = client(store, "admin", model=folder)
    choose(admin, points(admin)[0])
    other = checkedorders.model(tmp_path / "other")
    (other / "calibration.json").write_text('{"fitted": "anew"}', encoding="utf-8")
    said = text_of(client(store, "admin", model=other))
    assert "the model was calibrated anew" in said
    assert "Confirmed without a person" not in said


def test_rules_that_name_another_release_are_told(store: Store, folder: Path) -> None:
    checkedorders.check(store, folder, {"text": 300})
    admin = client(store, "admin", model=folder)
    choose(admin, points(admin)[0])
    store.run(lambda tx: rulebooks.add(tx, "release: {required: true, version: older}", "ada", "put back"))
    assert "the rules name another choice" in text_of(admin)


def test_errors_stop_auto_mode_the_page_says_why_and_an_admin_resumes_it(store: Store, folder: Path) -> None:
    checkedorders.check(store, folder, {"text": 600})
    admin = client(store, "admin", model=folder)
    choose(admin, points(admin)[0])
    checkedorders.pass_by(store, 200, drawn=10, seen=8)
    said = text_of(admin)
    assert "Passed without a person 200 Drawn by lot 10 Of these, checked by now 8 Errors found 0" in said
    assert "Nothing suspicious" in said
    checkedorders.pass_by(store, 60, late=40)
    said = text_of(admin)
    assert "Automatic mode is off" in said
    assert re.search(r"It stopped by itself: .*40 of 260", said)
    assert "customer 100" in said
    assert act(admin, "resume", reason=" ") == 422
    assert act(client(store, "approver", model=folder), "resume", reason="mine") == 403
    assert act(admin, "resume", reason="a new layout was taught") == 303
    assert "Automatic mode is on" in text_of(admin)
    assert act(admin, "reinstate", sender="customer 100", reason="looked at") == 303
    assert not re.search(r"customer 100\b", text_of(admin))
    with store.read() as tx:
        resumed = [e for e in events.walk(tx) if e.kind == guarding.RESUMED]
        assert [(e.by, "a new layout was taught" in (e.data or "")) for e in resumed] == [("admin", True)]
        assert events.verify(tx).broken is None


def test_a_person_stops_auto_mode_with_a_reason(store: Store, folder: Path) -> None:
    admin = client(store, "admin", model=folder)
    assert act(admin, "stop", reason="") == 422
    assert act(admin, "stop", reason="stocktaking") == 303
    said = text_of(client(store, "approver", model=folder))
    assert "admin stopped it" in said
    assert "Reason: stocktaking" in said
    assert "Resume automatic mode" not in said


@pytest.mark.parametrize("language", ["pl", "en", "de"])
def test_all_of_it_is_said_in_the_persons_language(store: Store, folder: Path, language: str) -> None:
    checkedorders.check(store, folder, {"text": 300, "poor": 80})
    page = client(store, "admin", language, model=folder)
    choose(page, points(page)[0])
    checkedorders.pass_by(store, 50, drawn=3, seen=1, late=1)
    said = text_of(page)
    assert not re.search(r"guarantee\.[a-z]|\{[a-z_]+\}", said)
    assert {"pl": "Bez człowieka", "en": "without a person", "de": "Ohne Menschen"}[language] in said


def test_without_a_model_nothing_is_promised(store: Store, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("ORDERMILL_MODEL", str(tmp_path / "none"))
    assert "No model is set up here" in text_of(client(store, "approver"))
