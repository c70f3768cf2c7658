"""Signing in, roles, keys, and pages that only the right people reach."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from fastapi import FastAPI
from starlette.testclient import TestClient

from serving import problems
from serving.access import AccessSettings
from serving.access.links import Links
from serving.desk.office import Office
from serving.desk.store import Store, events, people
from serving.review.app import install
from serving.review.words import NAMES, words
from tests.desks import opened, sqlite

PASSWORD = "correct horse battery"  # noqa: S105 - of people made here


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(sqlite(tmp_path), tmp_path)
    for name, role in (("ada", "admin"), ("cleo", "clerk"), ("nora", "annotator")):
        made.run(lambda tx, name=name, role=role: people.add_user(tx, name, role, PASSWORD, "test"))  # type: ignore[misc]
    yield made
    made.close()


@pytest.fixture
def client(store: Store) -> TestClient:
    app = FastAPI()
    problems.install(app)
    install(app, Office(store), AccessSettings(sign_in_tries=3, sign_in_address_tries=6, sign_in_lock_minutes=600))
    return TestClient(app, base_url="http://desk.test", follow_redirects=False)


def sign_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    return client.post("/login", data={"name": name, "password": password, "next": "/desk/me"}).status_code


def csrf(client: TestClient) -> str:
    found = re.search(r'name="csrf" value="([^"]+)"', client.get("/desk/me").text)
    assert found
    return found.group(1)


def test_strangers_are_sent_to_the_sign_in_and_programs_are_told(client: TestClient) -> None:
    page = client.get("/desk/people?x=1", headers={"Accept": "text/html"})
    assert (page.status_code, page.headers["location"]) == (303, "/login?next=/desk/people%3Fx%3D1")
    answer = client.get("/desk/people")
    assert (answer.status_code, answer.json()["code"]) == (401, "not_signed_in")
    assert client.get("/nowhere").status_code == 401  # what exists is not told either


def test_sign_in_out_and_the_cookie_that_was_kept(client: TestClient) -> None:
    assert sign_in(client, "ada", "wrong password") == 401
    assert sign_in(client, "ada") == 303
    kept = client.cookies["ordermill_session"]
    assert client.get("/desk/people", headers={"Accept": "text/html"}).status_code == 200
    assert client.post("/logout", data={"csrf": csrf(client)}).status_code == 303
    client.cookies.set("ordermill_session", kept)
    assert client.get("/desk/me").status_code == 401


def test_a_role_below_is_refused_with_a_page(client: TestClient) -> None:
    sign_in(client, "cleo")
    answer = client.get("/desk/people", headers={"Accept": "text/html"})
    assert answer.status_code == 403
    assert "needs the role admin" in answer.text


def test_nothing_is_done_without_the_token(client: TestClient, store: Store) -> None:
    sign_in(client, "ada")
    answer = client.post("/desk/people", data={"name": "eve", "role": "admin", "language": "en"})
    assert (answer.status_code, answer.json()["code"]) == (403, "csrf")
    with store.read() as tx:
        assert people.user(tx, "eve") is None


def test_another_site_cannot_sign_anybody_in(client: TestClient) -> None:
    data = {"name": "ada", "password": PASSWORD}
    assert client.post("/login", data=data, headers={"Origin": "https://evil.test"}).status_code == 403
    answer = client.post("/login", data={**data, "next": "//evil.test/"})
    assert answer.headers["location"] == "/"


def test_too_many_wrong_passwords_have_to_wait(client: TestClient, store: Store) -> None:
    assert [sign_in(client, "ada", "no no no no") for _ in range(4)] == [401, 401, 401, 429]
    assert sign_in(client, "ada") == 429
    assert sign_in(client, "cleo") == 303
    with store.read() as tx:
        assert [e.kind for e in events.walk(tx)].count("sign_in_locked") == 1


def test_many_names_from_one_address_have_to_wait_but_not_who_signed_in_there_before(
    client: TestClient, store: Store
) -> None:
    assert sign_in(client, "cleo") == 303  # this browser is known for cleo now
    client.cookies.delete("ordermill_session")
    attacker = TestClient(client.app, base_url="http://desk.test", follow_redirects=False)
    assert [sign_in(attacker, f"name {n}", "no no no no") for n in range(7)] == [401] * 6 + [429]
    assert sign_in(attacker, "ada") == 429
    answer = attacker.post("/login", data={"name": "another", "password": "x"})
    assert answer.status_code == 429
    assert 0 < int(answer.headers["retry-after"]) <= 6000
    assert sign_in(client, "cleo") == 303
    assert sign_in(client, "ada") == 429  # known for cleo alone
    with store.read() as tx:
        assert [e.kind for e in events.walk(tx)].count("address_slowed") == 1


def test_the_present_password_is_not_guessed_in_an_open_session(client: TestClient) -> None:
    sign_in(client, "cleo")
    data = {"csrf": csrf(client), "new": "another password"}
    said = [client.post("/desk/me/password", data=data | {"old": f"no {n}"}).status_code for n in range(4)]
    assert said == [422, 422, 422, 429]
    assert client.post("/desk/me/password", data=data | {"old": PASSWORD}).status_code == 429


def test_a_person_is_made_sets_a_password_and_is_shut_out(client: TestClient, store: Store) -> None:
    sign_in(client, "ada")
    token = csrf(client)
    made = client.post("/desk/people", data={"name": "Olga", "role": "clerk", "language": "pl", "csrf": token})
    link = re.search(r"http://desk\.test(/login/link\?token=[^<]+)<", made.text)
    assert link
    other = TestClient(client.app, base_url="http://desk.test", follow_redirects=False)
    assert "Olga" in other.get(link.group(1)).text or "olga" in other.get(link.group(1)).text
    given = link.group(1).split("=", 1)[1]
    assert other.post("/login/link", data={"token": given, "password": "short"}).status_code == 422
    assert other.post("/login/link", data={"token": given, "password": "a long password"}).status_code == 303
    assert "Wyloguj" in other.get("/desk/me").text
    assert other.get(link.group(1)).status_code == 410  # for one use
    client.post("/desk/people/olga/off", data={"csrf": token})
    assert other.get("/desk/me").status_code == 401


def test_the_last_admin_stays(client: TestClient) -> None:
    sign_in(client, "ada")
    answer = client.post("/desk/people/ada/role", data={"role": "clerk", "csrf": csrf(client)})
    assert answer.status_code == 422
    assert "last admin" in answer.text


def test_keys_are_shown_once_and_revoked(client: TestClient, store: Store) -> None:
    sign_in(client, "ada")
    token = csrf(client)
    made = client.post("/desk/people/keys", data={"name": "erp", "role": "admin", "csrf": token})
    key = re.search(r"omk_[\w-]+", made.text)
    assert key
    assert key.group(0) not in client.get("/desk/people").text
    program = TestClient(client.app, base_url="http://desk.test")
    assert program.get("/desk/people", headers={"Authorization": f"Bearer {key.group(0)}"}).status_code == 200
    assert program.get("/desk/people", headers={"X-API-Key": key.group(0) + "x"}).status_code == 401
    client.post(f"/desk/people/keys/{key.group(0).split('_')[1]}/revoke", data={"csrf": token})
    assert program.get("/desk/people", headers={"X-API-Key": key.group(0)}).status_code == 401


def test_a_new_password_ends_the_other_sessions(client: TestClient) -> None:
    sign_in(client, "cleo")
    other = TestClient(client.app, base_url="http://desk.test", follow_redirects=False)
    sign_in(other, "cleo")
    data = {"csrf": csrf(client), "old": "wrong", "new": "another password"}
    assert client.post("/desk/me/password", data=data).status_code == 422
    assert client.post("/desk/me/password", data=data | {"old": PASSWORD}).status_code == 303
    assert client.get("/desk/me").status_code == 200
    assert other.get("/desk/me").status_code == 401


def test_a_link_of_another_secret_is_none(store: Store) -> None:
    with store.read() as tx:
        user = people.user(tx, "ada")
        assert user is not None
        token = Links("one").make(user).split("=", 1)[1]
        assert Links("one").user(tx, token) is not None
        assert Links("two").user(tx, token) is None


def test_all_languages_say_the_same_things() -> None:
    keys = {language: set(words(language)) for language in NAMES}
    assert keys["en"] == keys["de"] == keys["pl"]
