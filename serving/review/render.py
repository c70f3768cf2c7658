"""Pages from templates: escaped, in the person's language, with the navigation that the person's role allows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from decimal import Decimal
from functools import cache, partial
from pathlib import Path
from typing import Any

from fastapi import Request
from fastapi.responses import HTMLResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from serving.access import Person
from serving.desk.store.people import Role
from serving.release import release
from serving.review.words import preferred, translate

TEMPLATES = Path(__file__).parent / "templates"

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
    "font-src 'self'; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Content security policy of the desk's pages: no script and no style inside a page, nothing from elsewhere."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of the navigation; shown from `role` on, where its page is there."""

    path: str
    key: str
    role: Role


NAVIGATION = (
    Entry("/desk", "nav.queue", "clerk"),
    Entry("/desk/aside", "nav.aside", "clerk"),
    Entry("/desk/outbox", "nav.outbox", "admin"),
    Entry("/desk/figures", "nav.figures", "approver"),
    Entry("/desk/rules", "nav.rules", "approver"),
    Entry("/desk/guarantee", "nav.guarantee", "approver"),
    Entry("/desk/privacy", "nav.privacy", "admin"),
    Entry("/desk/people", "nav.people", "admin"),
    Entry("/", "nav.reader", "annotator"),
)


def page(request: Request, person: Person | None, template: str, *, status: int = 200, **context: Any) -> HTMLResponse:
    """`template` for `person` (None before sign-in).

    In templates: `t("queue.title", n=3)`, `person`, `language`, `path`, `csrf` (for `<input name="csrf">`), the
    filters `when` (a time), `day` and `amount`, and whatever `context` brings. `scripts`, a block of base.html, is the
    place for `<script type="module" src="/static/desk/….js">`.
    """
    language = _language(request, person)
    text = _environment().get_template(template).render(
        t=words_of(request, person), person=person, language=language, path=request.url.path,
        csrf=person.csrf if person else "",
        navigation=_navigation(request, person), release=release(), **context,
    )  # fmt: skip
    return HTMLResponse(text, status, headers={"Content-Security-Policy": POLICY, "Cache-Control": "no-store"})


def words_of(request: Request, person: Person | None) -> Callable[..., str]:
    """`t` of templates: texts by their keys in the person's language, before sign-in in the browser's."""
    return partial(translate, _language(request, person))


def _language(request: Request, person: Person | None) -> str:
    return person.language if person else preferred(request.headers.get("accept-language", ""))


def _navigation(request: Request, person: Person | None) -> list[Entry]:
    there: set[str] = request.app.state.pages
    return [e for e in NAVIGATION if person is not None and person.may(e.role) and e.path in there]


@cache
def _environment() -> Environment:
    environment = Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
                              trim_blocks=True, lstrip_blocks=True)  # fmt: skip
    filters: dict[str, Callable[..., str]] = {"when": when, "day": day, "amount": amount}
    environment.filters.update(filters)
    return environment


def when(at: datetime | None) -> str:
    """A time on the service's clock, empty for None."""
    return "" if at is None else at.astimezone().strftime("%Y-%m-%d %H:%M")


def day(at: datetime | None) -> str:
    return "" if at is None else at.astimezone().strftime("%Y-%m-%d")


def amount(value: Decimal | float | None, places: int = 2) -> str:
    """With narrow spaces between thousands, as all three languages can read it."""
    return "" if value is None else f"{value:,.{places}f}".replace(",", "\u202f")
