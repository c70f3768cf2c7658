"""People, their roles and the keys of other systems, for admins; and everybody's own account."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from serving.access import Access, Person, needs
from serving.access.links import Links
from serving.access.passwords import enter
from serving.access.tries import Try
from serving.desk.store import Tx, people
from serving.desk.store.people import BadAccount
from serving.problems import Problem
from serving.review.render import page, words_of
from serving.review.words import NAMES

Admin = Annotated[Person, Depends(needs("admin"))]
Anyone = Annotated[Person, Depends(needs("annotator"))]
Text = Annotated[str, Form(max_length=200)]


def router(access: Access) -> APIRouter:
    router = APIRouter(prefix="/desk")
    _people(router, access)
    _me(router, access)
    return router


def _people(router: APIRouter, access: Access) -> None:
    links = Links(access.secret)

    def show(request: Request, person: Person, *, status: int = 200, message: str = "", secret: str = "") -> Response:
        with access.store.read() as tx:
            users, keys = people.users(tx), people.keys(tx)
        return page(request, person, "people.html", status=status, users=users, keys=keys, roles=people.ROLES,
                    languages=NAMES, message=message, secret=secret)  # fmt: skip

    def act(request: Request, person: Person, work: Any) -> Response:
        """Do it in one transaction; what cannot be is said above the list."""
        try:
            secret = access.store.run(work)
        except BadAccount as error:
            return show(request, person, status=422, message=f"{error.message} {error.hint}".strip())
        if isinstance(secret, str):
            return show(request, person, secret=secret)
        return RedirectResponse("/desk/people", 303)

    def address(request: Request, path: str) -> str:
        return str(request.base_url).rstrip("/") + path

    @router.get("/people")
    def everybody(request: Request, person: Admin) -> Response:
        return show(request, person)

    @router.post("/people")
    def add(
        request: Request, person: Admin, name: Text, role: Text, language: Text, shown: Text = "",
        email: Annotated[str, Form(max_length=320)] = "",
    ) -> Response:  # fmt: skip
        def work(tx: Tx) -> str:
            user = people.add_user(tx, name, role, None, person.name, shown=shown, email=email, language=language)
            return address(request, links.make(user))

        return act(request, person, work)

    @router.post("/people/keys")
    def add_key(request: Request, person: Admin, name: Text, role: Text, days: Text = "") -> Response:
        if days and not (days.isdecimal() and 0 < int(days) <= 3650):
            raise Problem(422, "bad_days", "A key is valid for 1 to 3650 days.")
        until = datetime.now(UTC) + timedelta(days=int(days)) if days else None
        return act(request, person, lambda tx: people.add_key(tx, name, role, person.name, until)[1])

    @router.post("/people/keys/{key_id}/revoke")
    def revoke(request: Request, person: Admin, key_id: str) -> Response:
        return act(request, person, lambda tx: people.revoke_key(tx, key_id, person.name))

    @router.post("/people/{name}/role")
    def change_role(request: Request, person: Admin, name: str, role: Text) -> Response:
        return act(request, person, lambda tx: people.change_user(tx, name, person.name, role=role) and None)

    @router.post("/people/{name}/link")
    def link(request: Request, person: Admin, name: str) -> Response:
        def work(tx: Tx) -> str:
            user = people.user(tx, name)
            if user is None:
                raise BadAccount(f"There is no user {name}.")
            tx.log("password_link", person.name, user=user.name)
            return address(request, links.make(user))

        return act(request, person, work)

    @router.post("/people/{name}/off")
    def off(request: Request, person: Admin, name: str) -> Response:
        return act(request, person, lambda tx: people.change_user(tx, name, person.name, active=False) and None)

    @router.post("/people/{name}/on")
    def on(request: Request, person: Admin, name: str) -> Response:
        return act(request, person, lambda tx: people.change_user(tx, name, person.name, active=True) and None)


def _me(router: APIRouter, access: Access) -> None:
    def show(request: Request, person: Person, *, status: int = 200, message: str = "", done: bool = False) -> Response:
        return page(request, person, "me.html", status=status, message=message, done=done, languages=NAMES,
                    shortest=people.SHORTEST)  # fmt: skip

    @router.get("/me")
    def me(request: Request, person: Anyone, done: bool = False) -> Response:
        return show(request, person, done=done)

    @router.post("/me/language")
    def language(request: Request, person: Anyone, language: Text) -> Response:
        if person.via != "key":
            access.store.run(lambda tx: people.change_user(tx, person.name, person.name, language=language))
        return RedirectResponse("/desk/me?done=true", 303)

    @router.post("/me/password")
    def password(
        request: Request, person: Anyone, old: Annotated[str, Form(max_length=1000)],
        new: Annotated[str, Form(max_length=1000)],
    ) -> Response:  # fmt: skip
        say = words_of(request, person)
        # Counted for this session alone: who found it open must not guess the password that goes with it.
        known = enter(access.store, access.settings, Try(person.name, "", f"session {person.session}"), old, None)
        if isinstance(known, int):
            return show(request, person, status=429, message=say("login.locked", minutes=known))
        if known is None:
            return show(request, person, status=422, message=say("me.wrong"))
        try:
            user = access.store.run(lambda tx: people.change_user(tx, known.name, known.name, password=new))
        except BadAccount as error:
            return show(request, person, status=422, message=error.message)
        answer = RedirectResponse("/desk/me?done=true", 303)
        access.set_cookie(request, answer, access.sessions.begin(user, "session"))  # the other sessions end
        return answer
