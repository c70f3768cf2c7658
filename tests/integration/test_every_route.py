"""A walk over all routes: each turns strangers away and asks for a role, but for those of one short list."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import pytest
from fastapi.routing import iter_route_contexts
from starlette.routing import Mount

from serving.access.open import FOLDERS, PATHS, is_open
from serving.desk.store.people import ROLES
from serving.review.render import NAVIGATION, TEMPLATES
from serving.review.words import words
from tests.desksite import Site, site
from tests.repo import ROOT

ROLELESS = {"/docs", "/openapi.json"}
"""What every known person and key may read; the guard before all routes keeps strangers out."""


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    with site(tmp_path_factory.mktemp("site")) as made:
        yield made


def roles(dependant: Any) -> list[str]:
    """The roles that a route's dependencies ask for."""
    own = [dependant.call.role] if hasattr(dependant.call, "role") else []
    return own + [role for below in dependant.dependencies for role in roles(below)]


def walk(desk: Site, plain: bool = True) -> list[tuple[str, str, str | None]]:
    """(method, an address, the highest role asked for) of every route that is not open; not `plain`: its pattern."""
    found = []
    for route in iter_route_contexts(desk.app.routes):
        if route.path is None or isinstance(route.original_route, Mount) or is_open(route.path):
            continue
        asked = sorted(roles(route.dependant), key=ROLES.index) if hasattr(route, "dependant") else []
        address = re.sub(r"\{(\w+)(:\w+)?\}", "1" if plain else r"{\1}", route.path)
        found += [(method, address, asked[-1] if asked else None) for method in sorted(route.methods or ())]
    return found


def test_the_walk_sees_the_routes_of_every_part(desk: Site) -> None:
    seen = {address for _, address, _ in walk(desk)}
    assert {"/", "/v1/extract", "/v1/orders", "/v1/orders/1/approve", "/desk/people", "/metrics", "/logout"} <= seen


def test_strangers_reach_nothing_that_is_not_listed(desk: Site) -> None:
    client = desk.client()
    assert [(m, a) for m, a, _ in walk(desk) if client.request(m, a).status_code != 401] == []
    for mount in ("/docs/assets/swagger-ui.css", "/nowhere"):
        assert client.get(mount).status_code == 401


def test_every_route_asks_for_a_role(desk: Site) -> None:
    assert {address for _, address, role in walk(desk) if role is None} == ROLELESS


def test_a_role_too_low_is_refused(desk: Site) -> None:
    wrong = []
    for method, address, role in walk(desk):
        if role is not None and role != ROLES[0]:
            below = ROLES[ROLES.index(role) - 1]
            if desk.client(below).request(method, address).status_code != 403:
                wrong.append((method, address, role))
    assert wrong == []


def test_the_table_in_the_docs_says_what_each_role_may_do(desk: Site) -> None:
    """Wrong? Put the route into the row of its role in docs/access.md, with what somebody may do there."""
    section = (
        (ROOT / "docs/access.md").read_text("utf-8").partition("## What each role may do")[2].partition("\n## ")[0]
    )
    said = set()
    for row in re.findall(r"^\|([^|]+)\|[^|]+\|([^|]+)\|$", section, re.M):
        role = None if row[0].strip() == "anybody known" else row[0].strip()
        said |= {(method, path, role) for method, path in re.findall(r"`([A-Z]+) (/[^`]*)`", row[1])}
    there = {(method, path, role) for method, path, role in walk(desk, plain=False) if method != "HEAD"}
    assert said - there == set()
    assert there - said == set()


def test_what_is_open_says_why_and_holds_nothing_else() -> None:
    assert all(PATHS.values())
    assert all(FOLDERS.values())
    for path in ("/static", "/staticx", "/healthz/", "/v1/about", "/login/", "/login/linkx", "/"):
        assert not is_open(path), path


def test_a_path_that_climbs_out_of_an_open_folder_arrives_nowhere(desk: Site) -> None:
    for path in ("/static/../v1/about", "/static/%2e%2e/v1/about", "/static/desk/../../v1/about"):
        assert desk.client().get(path).status_code in (401, 404)


def test_navigation_leads_to_pages_that_are_there(desk: Site) -> None:
    """Pages of included routers too: they are not among `app.routes` themselves."""
    text = desk.client("admin").get("/desk/people", headers={"Accept": "text/html"}).text
    shown = re.findall(r'<a href="([^"]+)"', re.findall(r"<nav.*?</nav>", text, re.S)[0])
    there = {route.path for route in iter_route_contexts(desk.app.routes)}
    assert shown == [entry.path for entry in NAVIGATION if entry.path in there]
    assert "/desk/people" in shown


def test_every_text_that_a_template_asks_for_is_there() -> None:
    """YAML takes a bare `on` or `off` for true or false, so that a key of that name is not found."""
    known = words("en")
    assert [key for key in known if "True" in key or "False" in key] == []
    asked = {key for file in TEMPLATES.iterdir() for key in re.findall(r'\bt\("([\w.]+)"[,)]', file.read_text("utf-8"))}
    assert len(asked) > 30
    assert asked - set(known) == set()
