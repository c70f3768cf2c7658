"""Stands before all routes: finds out who asks, turns strangers away, keeps sessions alive. `needs` asks for a role."""

from __future__ import annotations

import secrets
from collections.abc import Awaitable, Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import cache
from typing import Any
from urllib.parse import quote

import anyio.to_thread
from fastapi import Request
from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from starlette.datastructures import MutableHeaders
from starlette.responses import RedirectResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from data.errors import OrdermillError, SetupError
from serving.access.open import is_open
from serving.access.passwords import Devices
from serving.access.person import Person
from serving.access.sessions import COOKIE, Sessions, secure
from serving.access.settings import AccessSettings
from serving.desk.store import Store, Tx, people, tables
from serving.desk.store.people import Role
from serving.problems import Problem, of_error

_SAFE = frozenset({"GET", "HEAD", "OPTIONS"})


@dataclass(frozen=True, slots=True)
class Known:
    """Who asks, and a renewed cookie where it is time for one."""

    person: Person
    cookie: str | None = None


class Access:
    """What sign-in stands on: the store, its settings and the signer of sessions."""

    def __init__(self, store: Store, settings: AccessSettings | None = None) -> None:
        self.store = store
        self.settings = settings or AccessSettings()
        given = self.settings.secret
        self.secret = given.get_secret_value() if given else _kept_secret(store)
        self.sessions = Sessions(self.secret, self.settings)
        self.devices = Devices(self.secret)

    def identify(self, key: str | None, cookie: str | None) -> Known | None:
        """Who holds this key or session. A key that is not good is not made up for by a session."""
        if key is not None:
            return self._with_key(key)
        read = self.sessions.read(cookie) if cookie else None
        if read is None:
            return None
        session, renewed = read
        with self.store.read() as tx:
            person = self.sessions.person(tx, session)
        return None if person is None else Known(person, renewed)

    def set_cookie(self, request: Request, response: Response, cookie: str) -> None:
        response.headers.append("Set-Cookie", self.cookie_header(request.scope, cookie))

    def cookie_header(self, scope: Scope, cookie: str) -> str:
        """`Set-Cookie` for a session, or for the end of one where `cookie` is empty."""
        return cookie_header(scope, COOKIE, cookie, self.sessions.idle)

    def _with_key(self, key: str) -> Known | None:
        with self.store.read() as tx:
            found = people.key_holder(tx, key)
        if found is None:
            return None
        role = next(role for role in people.ROLES if role == found.role)
        return Known(Person(f"key:{found.id}", found.name, role, "en", "key"))


class Guard:
    """ASGI middleware: every path but the open ones is for those alone who are known, routes or not."""

    def __init__(self, app: ASGIApp, access: Access) -> None:
        self.app, self.access = app, access

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or is_open(scope["path"]):
            await self.app(scope, receive, send)
            return
        request = Request(scope)
        try:
            known = await anyio.to_thread.run_sync(self.access.identify, _key(request), request.cookies.get(COOKIE))
        except OrdermillError as error:
            await of_error(error).response()(scope, receive, send)
            return
        if known is None:
            await self._strange(request)(scope, receive, send)
            return
        scope.setdefault("state", {})["person"] = known.person

        async def renewing(message: Message) -> None:
            if message["type"] == "http.response.start" and known.cookie is not None:
                headers = MutableHeaders(scope=message)
                if "set-cookie" not in headers:  # signing out must not be undone
                    headers.append("Set-Cookie", self.access.cookie_header(scope, known.cookie))
            await send(message)

        await self.app(scope, receive, renewing)

    def _strange(self, request: Request) -> Response:
        if wants_page(request) and request.method in _SAFE:
            there = request.url.path + (f"?{request.url.query}" if request.url.query else "")
            return RedirectResponse("/login" if there == "/" else f"/login?next={quote(there)}", 303)
        response = not_signed_in().response()
        response.headers["Connection"] = "close"  # the body of a stranger is not received
        return response


@cache
def needs(role: Role) -> Callable[[Request], Awaitable[Person]]:
    """A dependency that gives who asks, for `Depends(needs("clerk"))`; 401 for strangers, 403 below `role`.

    An unsafe request of a session must bring its CSRF token, in the header X-CSRF-Token or the form field `csrf`.
    """

    async def person(request: Request) -> Person:
        who = getattr(request.state, "person", None)
        if not isinstance(who, Person):
            raise not_signed_in()
        if not who.may(role):
            raise Problem(403, "forbidden", f"This needs the role {role}; yours is {who.role}.",
                          "Ask an admin of the desk for it.")  # fmt: skip
        if who.via != "key" and request.method not in _SAFE:
            await _check_csrf(request, who)
        return who

    person.role = role  # type: ignore[attr-defined]
    return person


def cookie_header(scope: Scope, name: str, value: str, seconds: int, path: str = "/") -> str:
    """`Set-Cookie` for a cookie that no script sees and no other site sends along; an empty `value` ends it."""
    carrier = Response()
    carrier.set_cookie(name, value, max_age=seconds if value else 0, path=path, httponly=True, samesite="lax",
                       secure=secure(Request(scope).headers, scope["scheme"]))  # fmt: skip
    return carrier.headers["set-cookie"]


def wants_page(request: Request) -> bool:
    """True for a browser that goes somewhere, as against a program or a script in a page."""
    return "text/html" in request.headers.get("accept", "")


def not_signed_in() -> Problem:
    return Problem(401, "not_signed_in", "This needs a sign-in or an API key.",
                   "Sign in at /login, or send the key as `Authorization: Bearer omk_…`.",
                   headers={"WWW-Authenticate": "Bearer"})  # fmt: skip


async def _check_csrf(request: Request, who: Person) -> None:
    given: Any = request.headers.get("x-csrf-token")
    kind = request.headers.get("content-type", "")
    if given is None and kind.startswith(("multipart/form-data", "application/x-www-form-urlencoded")):
        given = (await request.form()).get("csrf")
    if not isinstance(given, str) or not secrets.compare_digest(given.encode(), who.csrf.encode()):
        raise Problem(403, "csrf", "The page is out of date, so nothing was done.", "Load the page again.")


def _key(request: Request) -> str | None:
    """The API key a request brings, None where it brings none."""
    given = request.headers.get("x-api-key")
    if given is not None:
        return given.strip()
    scheme, _, key = request.headers.get("authorization", "").partition(" ")
    return key.strip() if scheme.lower() == "bearer" else None


def _kept_secret(store: Store) -> str:
    """The secret in the database, made on first use; every process that serves the desk signs with the same."""
    s = tables.secrets

    def get(tx: Tx) -> str | None:
        found = tx.execute(select(s.c.value).where(s.c.name == "session")).scalar_one_or_none()
        return None if found is None else str(found)

    def make(tx: Tx) -> str:
        tx.execute(s.insert().values(name="session", value=secrets.token_urlsafe(48)))
        return get(tx) or ""

    for _ in range(2):
        with store.read() as tx:
            found = get(tx)
        if found:
            return found
        with suppress(IntegrityError):  # another process was faster: its secret it is
            return store.run(make)
    raise SetupError("The secret that signs sessions could be neither found nor made.", hint="Set ORDERMILL_SECRET.")
