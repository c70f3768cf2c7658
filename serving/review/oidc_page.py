"""Signing in through the identity provider: off to it, back from it, and readable pages for whoever is not let in."""

from __future__ import annotations

import logging
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Query, Request, Response
from fastapi.responses import RedirectResponse
from sqlalchemy.exc import IntegrityError

from serving.access import Access, tries
from serving.access.guard import cookie_header
from serving.access.oidc import COOKIE, Flight, Flights, NotLetIn, Provider, join, turned_away
from serving.access.oidc.flight import PATH, SECONDS
from serving.access.sessions import secure
from serving.access.tries import Try
from serving.desk.store import Tx
from serving.desk.store.rows import User
from serving.review.login_page import begin_session, inside
from serving.review.render import page, words_of
from serving.review.words import preferred

log = logging.getLogger("ordermill.access")

_CALLED_OFF = frozenset({"access_denied", "login_required", "interaction_required", "consent_required"})
Text = Annotated[str, Query(max_length=8000)]


@dataclass(frozen=True, slots=True)
class _Answer:
    """What the provider sent the browser back with."""

    state: str
    code: str
    error: str
    issuer: str | None


def router(access: Access, provider: Provider | None, desk_address: str) -> APIRouter:
    """Both addresses are there in any case; without a provider they say so."""
    router, flights = APIRouter(), Flights(access.secret)

    @router.get("/login/oidc")
    def leave(request: Request, next: Annotated[str, Query(max_length=2000)] = "/") -> Response:
        try:
            if provider is None:
                raise NotLetIn("off")
            flight = Flight.begin(inside(next), _back(request, desk_address))
            answer = RedirectResponse(provider.address(flight), 303)
        except NotLetIn as error:
            return _refused(access, request, error, provider)
        answer.headers.append("Set-Cookie", cookie_header(request.scope, COOKIE, flights.cookie(flight), SECONDS, PATH))
        return answer

    @router.get("/login/oidc/callback")
    def arrive(
        request: Request, state: Text = "", code: Text = "", error: Text = "", iss: Text | None = None
    ) -> Response:  # fmt: skip
        try:
            if provider is None:
                raise NotLetIn("off")
            found = _arrived(access, provider, flights, request, _Answer(state, code, error, iss))
        except NotLetIn as refusal:
            answer = _refused(access, request, refusal, provider)
        else:
            answer = found if isinstance(found, Response) else begin_session(access, request, *found, via="oidc")
        answer.headers.append("Set-Cookie", cookie_header(request.scope, COOKIE, "", 0, PATH))
        return answer

    return router


def _arrived(
    access: Access, provider: Provider, flights: Flights, request: Request, answer: _Answer
) -> tuple[User, str] | Response:
    """Who signed in and where they were going, or the page that asks to wait. Raises `NotLetIn`."""
    flight = flights.read(request.cookies.get(COOKIE), answer.state)
    if flight is None:
        raise NotLetIn("over", "no flight of this browser has that state")
    if answer.error:
        raise NotLetIn("called_off" if answer.error in _CALLED_OFF else "bad_token", "the provider says error")
    store, settings = access.store, access.settings
    # Each try has a name of its own: what is limited is how often one address has us ask the provider in vain.
    who = Try(f"oidc {flight.state}", request.client.host if request.client else "", way="oidc")
    wait = store.run(lambda tx: tries.begin(tx, who, settings))
    if wait is not None:
        say = words_of(request, None)
        return _page(request, 429, say("login.wait", minutes=wait), provider, {"Retry-After": str(60 * wait)})
    claims = provider.claims(flight, answer.code, answer.issuer)
    language = preferred(request.headers.get("accept-language", ""))

    def joined(tx: Tx) -> User:
        user = join(tx, provider.settings, claims, language)
        tries.right(tx, who, settings)
        return user

    try:
        return store.run(joined), flight.there
    except IntegrityError:  # the same person in two windows, for the first time: by now they are known
        return store.run(joined), flight.there


def _refused(access: Access, request: Request, refusal: NotLetIn, provider: Provider | None) -> Response:
    log.warning("sign-in through the provider refused: %s", refusal)
    if refusal.verified:  # strangers write nothing into the chain
        access.store.run(lambda tx: turned_away(tx, refusal))
    said = words_of(request, None)(f"login.refused.{refusal.kind}")
    return _page(request, refusal.status, said, provider, {"Retry-After": "30"} if refusal.status == 503 else {})


def _page(request: Request, status: int, message: str, provider: Provider | None, headers: dict[str, str]) -> Response:
    sso = provider.settings.shown if provider is not None else None
    answer = page(request, None, "login.html", status=status, next="/", name="", message=message, sso=sso)
    answer.headers.update(headers)
    return answer


def _back(request: Request, desk_address: str) -> str:
    """Address of ours that the provider knows: as set, else as the browser sees it."""
    if desk_address:
        return desk_address.rstrip("/") + "/login/oidc/callback"
    scheme = "https" if secure(request.headers, request.url.scheme) else "http"
    host = request.headers.get("x-forwarded-host") or request.headers.get("host", "")
    return f"{scheme}://{host.split(',')[0].strip()}/login/oidc/callback"
