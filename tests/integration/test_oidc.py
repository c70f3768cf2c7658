"""Signing in through an identity provider: a real one on loopback, right answers and spoiled ones."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest
from fastapi import FastAPI
from pydantic import SecretStr
from starlette.testclient import TestClient

from data.errors import SetupError
from serving import problems
from serving.access import AccessSettings
from serving.access.oidc import COOKIE, NotLetIn, OidcSettings, Provider, join
from serving.desk.office import Office
from serving.desk.store import Store, events, identities, people
from serving.desk.store.rows import User
from serving.review.app import install
from tests.desks import opened, sqlite
from tests.oidc_double import ADA, CLIENT, SECRET, Double, provider, rsa_key

ROLES: dict[str, Any] = {"clerks": "clerk", "heads": "approver", "it": "admin"}


@pytest.fixture(scope="module")
def running() -> Iterator[Double]:
    with provider() as double:
        yield double


@pytest.fixture
def idp(running: Double) -> Double:
    fresh = Double(running.issuer, key=running.key)
    vars(running).update(vars(fresh))
    return running


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    made = opened(sqlite(tmp_path), tmp_path)
    made.run(lambda tx: people.add_user(tx, "boss", "admin", None, "test"))
    yield made
    made.close()


def browser(store: Store, idp: Double | None, **more: Any) -> TestClient:
    """A browser before the desk; `more` are settings of sign-in through the provider."""
    oidc = OidcSettings()
    if idp is not None:
        values = {
            "client_id": CLIENT,
            "client_secret": SecretStr(SECRET),
            "roles": ROLES,
            "name": "Mill",
            "timeout": 60,
            **more,
        }
        oidc = OidcSettings(issuer=idp.issuer, **values)
    app = FastAPI()
    problems.install(app)
    install(app, Office(store), AccessSettings(sign_in_address_tries=1000), oidc)
    return TestClient(app, base_url="http://desk.test", follow_redirects=False, headers={"Accept": "text/html"})


def at_provider(client: TestClient, there: str = "/desk/me") -> str:
    """Press the button and sign in there; the path and query with which the browser comes back."""
    away = client.get("/login/oidc", params={"next": there})
    assert away.status_code == 303, away.text
    back = httpx.get(away.headers["location"], trust_env=False, timeout=60).headers["location"]
    assert back.startswith("http://desk.test/login/oidc/callback?")
    return back.removeprefix("http://desk.test")


def sign_in(client: TestClient) -> Any:
    return client.get(at_provider(client))


def user(store: Store, name: str) -> User | None:
    with store.read() as tx:
        return people.user(tx, name)


def told(store: Store, kind: str) -> list[str]:
    with store.read() as tx:
        return [e.data or "" for e in events.walk(tx) if e.kind == kind]


def test_without_it_there_is_no_button_and_the_address_says_so(store: Store) -> None:
    client = browser(store, None)
    assert "/login/oidc" not in client.get("/login").text
    for path in ("/login/oidc", "/login/oidc/callback?state=a&code=b"):
        answer = client.get(path)
        assert (answer.status_code, "not set up" in answer.text) == (404, True)


def test_the_button_is_there_in_every_language(store: Store, idp: Double) -> None:
    client = browser(store, idp)
    for language, said in (("pl", "Zaloguj przez Mill"), ("en", "Sign in with Mill"), ("de", "Mit Mill anmelden")):
        page = client.get("/login?next=/desk/rules", headers={"Accept-Language": language}).text
        assert f'href="/login/oidc?next=/desk/rules">{said}</a>' in page
    assert idp.asked == []  # nothing is asked before the button is pressed


def test_a_person_is_made_at_the_first_sign_in_and_known_afterwards(store: Store, idp: Double) -> None:
    client = browser(store, idp, scopes="openid email profile groups")
    answer = sign_in(client)
    assert (answer.status_code, answer.headers["location"]) == (303, "/desk/me")
    own = client.get("/desk/me").text
    assert "Ada Nowak" in own
    assert "/desk/me/password" not in own  # there is none that could be changed
    made = user(store, "ada@mill.test")
    assert made is not None
    assert (made.role, made.email, made.shown, made.password) == ("clerk", "ada@mill.test", "Ada Nowak", None)
    idp.person |= {"email": "ada.kowalska@mill.test", "groups": ["heads", "clerks", "other"]}  # married, promoted
    assert sign_in(client).status_code == 303
    now = user(store, "ada@mill.test")
    assert now is not None
    assert (now.role, now.email) == ("approver", "ada.kowalska@mill.test")
    assert user(store, "ada.kowalska@mill.test") is None
    assert told(store, "signed_in") == ['{"via":"oidc"}'] * 2
    assert len(told(store, "account_tied")) == 1


def test_the_way_to_the_provider_carries_what_guards_it(store: Store, idp: Double) -> None:
    client = browser(store, idp)
    away = client.get("/login/oidc", headers={"X-Forwarded-Proto": "https"})
    asked = {name: value[0] for name, value in parse_qs(urlsplit(away.headers["location"]).query).items()}
    assert asked["redirect_uri"] == "https://desk.test/login/oidc/callback"
    assert asked["code_challenge_method"] == "S256"
    assert min(len(asked[name]) for name in ("state", "nonce", "code_challenge")) >= 32
    cookie = away.headers["set-cookie"]
    assert all(part in cookie for part in ("HttpOnly", "SameSite=lax", "Secure", "Path=/login/oidc", "Max-Age=600"))
    again = client.get("/login/oidc").headers["location"]
    assert asked["state"] not in again
    assert asked["nonce"] not in again


def test_a_person_of_the_desk_is_tied_by_a_verified_address_once(store: Store, idp: Double) -> None:
    store.run(lambda tx: people.add_user(tx, "ada", "annotator", None, "test", email="Ada@Mill.test"))
    client = browser(store, idp)
    assert sign_in(client).status_code == 303
    ada = user(store, "ada")
    assert ada is not None
    assert ada.role == "clerk"
    assert user(store, "ada@mill.test") is None
    idp.person["sub"] = "another"  # the address was given to somebody new
    answer = sign_in(browser(store, idp))
    assert (answer.status_code, "another account" in answer.text) == (403, True)
    assert store.run(lambda tx: identities.untie(tx, "ada", "boss")) == 1
    assert sign_in(browser(store, idp)).status_code == 303


def test_who_is_shut_out_stays_out(store: Store, idp: Double) -> None:
    client = browser(store, idp)
    sign_in(client)
    store.run(lambda tx: people.change_user(tx, "ada@mill.test", "boss", active=False))
    answer = sign_in(client)
    assert (answer.status_code, "shut out" in answer.text) == (403, True)
    assert client.get("/desk/me", headers={"Accept": "*/*"}).status_code == 401
    assert told(store, "sign_in_refused") == ['{"user":"ada@mill.test","why":"shut_out"}']


def test_a_role_that_is_taken_back_ends_what_is_open(store: Store, idp: Double) -> None:
    client = browser(store, idp)
    sign_in(client)
    idp.person["groups"] = ["gone"]
    assert sign_in(browser(store, idp)).status_code == 403
    assert client.get("/desk/me", headers={"Accept": "*/*"}).status_code == 401


def test_the_last_admin_keeps_the_role(store: Store, idp: Double) -> None:
    idp.person |= {"email": "boss@mill.test"}
    store.run(lambda tx: people.set_email(tx, "boss", "boss@mill.test"))
    answer = sign_in(browser(store, idp))
    assert (answer.status_code, "last admin" in answer.text) == (403, True)
    boss = user(store, "boss")
    assert boss is not None
    assert boss.role == "admin"
    with store.read() as tx:
        assert identities.user_of(tx, idp.issuer, str(ADA["sub"])) is None  # nothing of it was kept


def set_claim(name: str, value: Any) -> Any:
    def spoil(header: dict[str, Any], claims: dict[str, Any]) -> None:
        claims[name] = value

    return spoil


def unset(name: str) -> Any:
    return lambda header, claims: claims.pop(name)


SPOILED = [
    set_claim("nonce", "of another sign-in"), unset("nonce"), set_claim("aud", "another client"), unset("aud"),
    set_claim("aud", [CLIENT, "another client"]), set_claim("azp", "another client"),
    set_claim("exp", int(time.time()) - 120), set_claim("exp", "never"), unset("exp"), unset("iat"),
    set_claim("iat", int(time.time()) + 36_000), set_claim("nbf", int(time.time()) + 36_000),
    set_claim("iss", "https://evil.test"), set_claim("sub", ""), set_claim("sub", "x" * 256), unset("sub"),
    set_claim("at_hash", "of another token"),
]  # fmt: skip


def test_a_token_that_is_not_for_this_sign_in_is_refused(store: Store, idp: Double) -> None:
    client = browser(store, idp)
    for n, spoil in enumerate(SPOILED):
        idp.spoil = spoil
        answer = sign_in(client)
        assert (answer.status_code, "does not hold" in answer.text) == (401, True), n
        assert "ordermill_session" not in answer.headers.get("set-cookie", ""), n
    assert user(store, "ada@mill.test") is None


def test_signatures_that_others_could_make_are_refused(store: Store, idp: Double) -> None:
    def alg(name: str) -> Any:
        return lambda header, claims: header.update(alg=name)

    own = rsa_key(idp.key.kid)
    for spoil, key in ((None, own), (alg("HS256"), None), (alg("none"), None)):
        idp.spoil, idp.signs_with = spoil, key
        assert sign_in(browser(store, idp)).status_code == 401
    assert user(store, "ada@mill.test") is None


CASES: list[tuple[dict[str, Any], dict[str, Any], str]] = [
    ({"email_verified": False}, {}, "does not vouch"),
    ({"email_verified": None}, {}, "does not vouch"),
    ({"email_verified": None}, {"trust_email": True}, ""),
    ({"email_verified": None, "xms_edov": True}, {}, ""),
    ({"email": "ada"}, {}, "does not vouch"),
    ({"email": None}, {"trust_email": True}, "does not vouch"),
    ({"groups": []}, {}, "no role"),
    ({"groups": None}, {}, "no role"),
    ({"groups": "heads"}, {}, ""),
    ({"groups": ["nobody knows"]}, {"default_role": "annotator", "domains": "mill.test"}, ""),
    ({}, {"domains": "other.test mill.test"}, ""),
    ({}, {"domains": "mill.test.evil.test ill.test"}, "Addresses like yours"),
    ({"email": "ada@evil.test"}, {"domains": "@mill.test"}, "Addresses like yours"),
    ({"groups": None, "realm_access": {"roles": ["it"]}}, {"role_claim": "realm_access.roles"}, ""),
    ({"groups": None, "https://mill.test/roles": ["it"]}, {"role_claim": "https://mill.test/roles"}, ""),
]
"""What is claimed, what is set, and why it is refused; empty where it is let in."""


def test_who_is_let_in(store: Store, idp: Double) -> None:
    made = 1
    for n, (claims, settings, words) in enumerate(CASES):
        idp.person = {**ADA, "sub": f"person {n}", "email": f"ada{n}@mill.test", **claims}
        answer = sign_in(browser(store, idp, **settings))
        assert answer.status_code == (403 if words else 303), n
        assert words in answer.text, n
        made += not words
        with store.read() as tx:
            assert len(people.users(tx)) == made, n
    assert len(told(store, "sign_in_refused")) == sum(bool(words) for _, _, words in CASES)


def test_a_private_google_account_with_an_address_of_the_company_is_not_let_in(store: Store) -> None:
    google = OidcSettings(
        issuer="https://accounts.google.com", client_id="desk", default_role="clerk", domains="mill.test"
    )
    with pytest.raises(NotLetIn, match="domain"):
        store.run(lambda tx: join(tx, google, ADA))
    assert store.run(lambda tx: join(tx, google, ADA | {"hd": "mill.test"})).role == "clerk"


def test_with_no_map_of_roles_admins_of_the_desk_give_them(store: Store, idp: Double) -> None:
    client = browser(store, idp, roles={}, default_role="annotator", domains="mill.test")
    sign_in(client)
    store.run(lambda tx: people.change_user(tx, "ada@mill.test", "boss", role="approver"))
    sign_in(client)
    ada = user(store, "ada@mill.test")
    assert ada is not None
    assert ada.role == "approver"


def test_an_answer_is_good_once_and_in_its_own_browser(store: Store, idp: Double) -> None:
    client, other = browser(store, idp), browser(store, idp)
    back = at_provider(client)
    assert other.get(back).status_code == 400
    kept = client.cookies[COOKIE]
    forged = re.sub(r"state=[^&]+", "state=forged", back)
    assert client.get(forged).status_code == 400
    client.cookies.set(COOKIE, kept, domain="desk.test", path="/login/oidc")
    assert client.get(back).status_code == 303
    assert client.get(back).status_code == 400  # its cookie is gone
    client.cookies.set(COOKIE, kept, domain="desk.test", path="/login/oidc")
    assert client.get(back).status_code == 401  # and the code is used
    own = at_provider(client)
    assert client.get(own + "&iss=https://evil.test").status_code == 401  # RFC 9207


def test_what_the_provider_says_no_to_is_said_plainly(store: Store, idp: Double) -> None:
    client = browser(store, idp)
    idp.refuses = "access_denied"
    answer = sign_in(client)
    assert (answer.status_code, "called off" in answer.text) == (401, True)
    idp.refuses = None
    assert sign_in(browser(store, idp, client_secret=SecretStr("wrong"))).status_code == 401
    assert sign_in(client).status_code == 303
    idp.about = {"token_endpoint_auth_methods_supported": ["client_secret_post"]}
    assert sign_in(browser(store, idp)).status_code == 303


def test_a_provider_that_is_away_or_another_one(store: Store, idp: Double, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("serving.access.oidc.provider._PAUSE", 3600.0)
    idp.about = {"issuer": idp.issuer + "/other"}
    client = browser(store, idp)
    answer = client.get("/login/oidc")
    assert (answer.status_code, "cannot be reached" in answer.text) == (503, True)
    asked = len(idp.asked)
    assert client.get("/login/oidc").status_code == 503
    assert len(idp.asked) == asked  # not asked again at once
    idp.about = {"token_endpoint": "http://192.0.2.1/token"}
    assert browser(store, idp).get("/login/oidc").status_code == 503
    gone = Double(issuer="http://127.0.0.1:9/realms/mill")
    assert browser(store, gone).get("/login/oidc").status_code == 503
    assert browser(store, gone).get("/login").status_code == 200


def test_new_keys_of_the_provider_are_found(store: Store, idp: Double, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("serving.access.oidc.provider._KEYS_AGAIN", 0.0)
    client = browser(store, idp)
    assert sign_in(client).status_code == 303
    idp.new_key()
    assert sign_in(client).status_code == 303
    assert idp.asked.count("discovery") == 2


def test_claims_that_are_kept_out_of_the_token_are_asked_for(store: Store, idp: Double) -> None:
    idp.apart = frozenset({"email", "email_verified", "groups"})
    assert sign_in(browser(store, idp)).status_code == 303
    assert "me" in idp.asked


def test_too_many_vain_answers_from_one_address_have_to_wait(store: Store, idp: Double) -> None:
    idp.person["groups"] = []
    app = browser(store, idp).app
    app.state.access.settings = AccessSettings(sign_in_address_tries=2, sign_in_lock_minutes=600)  # type: ignore[attr-defined]
    client = TestClient(app, base_url="http://desk.test", follow_redirects=False, headers={"Accept": "text/html"})
    assert [sign_in(client).status_code for _ in range(3)] == [403, 403, 429]
    assert idp.asked.count("token") == 2
    answer = client.post("/login", data={"name": "boss", "password": "x"})
    assert answer.status_code == 401  # passwords are counted apart


@pytest.mark.parametrize(
    "values",
    [
        {"client_id": ""}, {"issuer": ""}, {"issuer": "http://idp.test"}, {"issuer": "https://u:p@idp.test"},
        {"issuer": "https://idp.test/?a=b"}, {"scopes": "openid profile"}, {"roles": {}},
        {"default_role": "clerk"},
    ],
)  # fmt: skip
def test_settings_that_cannot_work_are_said_at_the_start(values: dict[str, Any]) -> None:
    good: dict[str, Any] = {"issuer": "https://idp.test", "client_id": "desk", "roles": ROLES}
    Provider(OidcSettings(**good))
    with pytest.raises(SetupError):
        Provider(OidcSettings(**good | values))


def test_settings_come_from_the_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"ISSUER": "https://idp.test", "CLIENT_ID": "desk", "ROLES": '{"Order desk": "clerk"}'}.items():
        monkeypatch.setenv(f"ORDERMILL_OIDC_{name}", value)
    assert OidcSettings.load().roles == {"Order desk": "clerk"}
    for bad in ('{"Order desk": "king"}', "Order desk"):
        monkeypatch.setenv("ORDERMILL_OIDC_ROLES", bad)
        with pytest.raises(SetupError, match="ORDERMILL_OIDC_ROLES"):
            OidcSettings.load()
