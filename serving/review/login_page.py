"""Signing in and out, and setting a password through a link."""

from __future__ import annotations

import logging
from typing import Annotated
from urllib.parse import urlsplit

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from serving.access import Access, Person, needs
from serving.access.guard import cookie_header
from serving.access.links import Links
from serving.access.passwords import DEVICE_COOKIE, DEVICE_SECONDS, enter
from serving.access.person import Via
from serving.access.sessions import COOKIE
from serving.access.tries import Try
from serving.desk.store import Tx, people
from serving.desk.store.people import BadAccount
from serving.desk.store.rows import User
from serving.problems import Problem
from serving.review.render import page, words_of

log = logging.getLogger("ordermill.access")


def router(access: Access, sso: str | None = None) -> APIRouter:
    """`sso`: what the button of the identity provider calls it, None without one."""
    router = APIRouter()
    _signing(router, access, sso)
    _links(router, access, Links(access.secret), sso)
    return router


def _signing(router: APIRouter, access: Access, sso: str | None) -> None:
    @router.get("/login")
    def form(request: Request, next: str = "/") -> Response:
        return page(request, None, "login.html", next=inside(next), name="", message="", sso=sso)

    @router.post("/login")
    def sign_in(
        request: Request, name: Annotated[str, Form(max_length=200)], password: Annotated[str, Form(max_length=1000)],
        next: Annotated[str, Form(max_length=2000)] = "/",
    ) -> Response:  # fmt: skip
        own_page(request)
        address = request.client.host if request.client else ""
        device = access.devices.read(request.cookies.get(DEVICE_COOKIE), name)
        found = enter(access.store, access.settings, Try(name, address, device), password)
        if isinstance(found, User):
            answer = begin_session(access, request, found, inside(next))
            if device is None:
                made = access.devices.make(found)
                answer.headers.append(
                    "Set-Cookie", cookie_header(request.scope, DEVICE_COOKIE, made, DEVICE_SECONDS, "/login")
                )
            return answer
        say = words_of(request, None)
        message = say("login.wrong") if found is None else say("login.locked", minutes=found)
        headers = {} if found is None else {"Retry-After": str(60 * found)}
        answer = page(request, None, "login.html", status=401 if found is None else 429, next=inside(next), name=name,
                      message=message, sso=sso)  # fmt: skip
        answer.headers.update(headers)
        return answer

    @router.post("/logout")
    def sign_out(request: Request, person: Annotated[Person, Depends(needs("annotator"))]) -> Response:
        if person.session:
            access.store.run(lambda tx: access.sessions.end(tx, person.session))
        answer = RedirectResponse("/login", 303)
        if COOKIE in request.cookies:
            access.set_cookie(request, answer, "")
        return answer


def _links(router: APIRouter, access: Access, links: Links, sso: str | None) -> None:
    @router.get("/login/link")
    def open_link(request: Request, token: str = "") -> Response:
        with access.store.read() as tx:
            user = links.user(tx, token)
        if user is None:
            return _over(request, sso)
        return page(request, None, "login_link.html", user=user, token=token, shortest=people.SHORTEST, message="")

    @router.post("/login/link")
    def use_link(
        request: Request, token: Annotated[str, Form(max_length=1000)],
        password: Annotated[str, Form(max_length=1000)],
    ) -> Response:  # fmt: skip
        own_page(request)

        def change(tx: Tx) -> User | None:
            user = links.user(tx, token)
            return None if user is None else people.change_user(tx, user.name, user.name, password=password)

        try:
            user = access.store.run(change)
        except BadAccount as error:
            with access.store.read() as tx:
                user = links.user(tx, token)
            if user is None:
                return _over(request, sso)
            return page(request, None, "login_link.html", status=422, user=user, token=token,
                        shortest=people.SHORTEST, message=error.message)  # fmt: skip
        return _over(request, sso) if user is None else begin_session(access, request, user, "/")


def begin_session(access: Access, request: Request, user: User, there: str, via: Via = "session") -> Response:
    answer = RedirectResponse(there, 303)
    access.set_cookie(request, answer, access.sessions.begin(user, via))
    return answer


def _over(request: Request, sso: str | None) -> Response:
    message = words_of(request, None)("login.link_over")
    return page(request, None, "login.html", status=410, next="/", name="", message=message, sso=sso)


def inside(there: str) -> str:
    """An address of ours to go on to; anything else would send people who just signed in to a stranger."""
    parts = urlsplit(there)
    good = there.startswith("/") and not there.startswith(("//", "/\\")) and not parts.scheme and not parts.netloc
    return there if good and there.isprintable() and "\\" not in there else "/"


def own_page(request: Request) -> None:
    """Refuses a sign-in that another site's page sends: there is no session yet whose token could be asked for."""
    fetch = request.headers.get("sec-fetch-site")
    origin = request.headers.get("origin")
    hosts = {request.headers.get("host"), request.headers.get("x-forwarded-host")}
    foreign = origin is not None and urlsplit(origin).netloc not in hosts
    if fetch in ("cross-site", "same-site") or (fetch is None and foreign):
        raise Problem(403, "csrf", "This sign-in was sent by another site.", "Open /login here and sign in there.")
