"""Puts the desk's pages, their guard and their files on an application."""

from __future__ import annotations

from pathlib import Path

from fastapi import APIRouter, FastAPI, Request
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from serving.access import Access, AccessSettings, Person
from serving.access.guard import Guard, wants_page
from serving.access.oidc import OidcSettings, Provider
from serving.desk.office import Office
from serving.problems import Problem
from serving.review import (
    aside_page,
    figures_page,
    guarantee_page,
    login_page,
    oidc_page,
    order,
    outbox_page,
    people_page,
    privacy_page,
    queue,
    reply_page,
    rules_page,
    story_page,
    upload,
)
from serving.review.render import page

STATIC = Path(__file__).parent / "static"


def install(
    app: FastAPI, office: Office, settings: AccessSettings | None = None, oidc: OidcSettings | None = None
) -> Access:
    """Every page of the desk, and `Guard` before all routes of `app`, its own and those added by others.

    Call it after every other middleware was added, so that strangers reach none of them. Raises `SetupError` where
    the settings of an identity provider cannot work.
    """
    oidc = oidc if oidc is not None else OidcSettings.load()
    access = Access(office.store, settings)
    app.state.access = access
    app.state.office = office
    app.state.error_page = _error_page
    app.state.pages = {"/"}
    for router in _routers(access, office, Provider(oidc) if oidc.on else None):
        app.include_router(router, include_in_schema=False)
        app.state.pages |= {getattr(route, "path", "") for route in router.routes}
    app.mount("/static/desk", StaticFiles(directory=STATIC), name="desk-static")
    app.add_middleware(Guard, access=access)
    return access


def _routers(access: Access, office: Office, provider: Provider | None) -> list[APIRouter]:
    """One a page module; each module offers `router(office)`."""
    return [
        login_page.router(access, provider.settings.shown if provider is not None else None),
        oidc_page.router(access, provider, office.settings.desk_address),
        people_page.router(access),
        aside_page.router(office),
        queue.router(office),
        upload.router(office),
        order.router(office),
        rules_page.router(office),
        figures_page.router(office),
        guarantee_page.router(office),
        story_page.router(office),
        outbox_page.router(office),
        reply_page.router(office),
        privacy_page.router(office),
    ]


def _error_page(request: Request, problem: Problem) -> HTMLResponse | None:
    """An error for people; None leaves it a problem document, for programs and for scripts in pages."""
    person = getattr(request.state, "person", None)
    if not wants_page(request) or not isinstance(person, Person):
        return None
    answer = page(request, person, "error.html", status=problem.status, problem=problem)
    for name, value in (problem.headers or {}).items():
        answer.headers[name] = value
    return answer
