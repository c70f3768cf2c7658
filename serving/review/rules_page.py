"""The rules: shown, edited with faults beside their lines, tried on past orders before they are saved, and restored."""

from __future__ import annotations

import difflib
from collections.abc import Iterator, Mapping
from typing import Annotated, Any

import yaml
from fastapi import APIRouter, Depends, Form, Request, Response
from fastapi.responses import RedirectResponse

from serving.access import Person, needs
from serving.desk.office import Office
from serving.desk.rules import DEFAULT, RulesError, Verdict, parse, texts
from serving.desk.rules.trial import MOST, Trial, trial
from serving.desk.store import rulebooks
from serving.problems import Problem
from serving.review.render import page

Approver = Annotated[Person, Depends(needs("approver"))]
Admin = Annotated[Person, Depends(needs("admin"))]
Text = Annotated[str, Form(max_length=250_000)]
Note = Annotated[str, Form(max_length=400)]
SHOWN = 100
"""Changed orders listed after a trial."""


def router(office: Office) -> APIRouter:
    router = APIRouter(prefix="/desk")
    _look(router, office)
    _change(router, office)
    return router


def _look(router: APIRouter, office: Office) -> None:
    @router.get("/rules")
    def rules(request: Request, person: Approver, saved: bool = False) -> Response:
        return _page(request, person, office, saved=saved)

    @router.get("/rules/versions/{version}")
    def one(request: Request, person: Approver, version: int) -> Response:
        """A version beside the one before it, and beside the one in force."""
        with office.store.read() as tx:
            found, before, now = rulebooks.get(tx, version), rulebooks.get(tx, version - 1), rulebooks.latest(tx)
        if found is None:
            raise Problem(404, "no_such_version", "There is no such version of the rules.")
        first = before.text if before is not None else DEFAULT
        again = [] if now is None or now.version == version else list(differences(now.text, found.text))
        return page(request, person, "rules_version.html", found=found, then=list(differences(first, found.text)),
                    again=again, current=again == [])  # fmt: skip


def _change(router: APIRouter, office: Office) -> None:
    @router.post("/rules/try")
    def tried(request: Request, person: Approver, text: Text) -> Response:
        return _page(request, person, office, text=_unix(text), tried=True)

    @router.post("/rules")
    def save(request: Request, person: Admin, text: Text, base: Annotated[int, Form()], note: Note = "") -> Response:
        text = _unix(text)
        with office.store.read() as tx:
            now = rulebooks.latest(tx)
        trouble = "rules.overtaken" if _number(now) != base else "" if note.strip() else "rules.note_missing"
        if trouble or _faults(text):
            return _page(request, person, office, text=text, tried=True, status=422, note=note, trouble=trouble)

        def work(tx: Any) -> bool:
            latest = rulebooks.latest(tx)
            if _number(latest) != base:
                return False
            rulebooks.add(tx, text, person.name, note.strip())
            return True

        if not office.store.run(work):
            return _page(request, person, office, text=text, tried=True, status=409, note=note,
                         trouble="rules.overtaken")  # fmt: skip
        return RedirectResponse("/desk/rules?saved=true", 303)

    @router.post("/rules/versions/{version}/restore")
    def restore(request: Request, person: Admin, version: int) -> Response:
        """Put an earlier version into the editor, tried; saving it takes a note as any other change."""
        with office.store.read() as tx:
            found = rulebooks.get(tx, version)
        if found is None:
            raise Problem(404, "no_such_version", "There is no such version of the rules.")
        return _page(request, person, office, text=found.text, tried=True, note=f"v{version}: {found.note}"[:400])


def _page(
    request: Request, person: Person, office: Office, *, text: str | None = None, tried: bool = False,
    status: int = 200, note: str = "", trouble: str = "", saved: bool = False,
) -> Response:  # fmt: skip
    with office.store.read() as tx:
        versions = rulebooks.all_of_them(tx)
        old = versions[0].text if versions else DEFAULT
        text = old if text is None else text
        faults = _faults(text)
        found: Trial | None = trial(tx, parse(old), parse(text)) if tried and not faults else None
    numbered = [(n, row, [said for line, said in faults if line == n]) for n, row in enumerate(text.split("\n"), 1)]
    return page(
        request, person, "rules.html", status=422 if faults and status == 200 else status, text=text,
        faults=faults, numbered=numbered if faults else [], rows=list(shown(old)), base=_number(versions),
        versions=versions, found=found, most=MOST, changed=found.changed[:SHOWN] if found else (), note=note,
        trouble=trouble, saved=saved, differences=list(differences(old, text)) if tried else [],
        say=lambda v: _said(v, person.language), may_save=person.may("admin"),
    )  # fmt: skip


def _number(versions: Any) -> int:
    """Version in force; 0 while the built-in rules are."""
    latest = versions[0] if isinstance(versions, list) and versions else versions
    return int(latest.version) if latest else 0


def _said(verdict: Verdict, language: str) -> str:
    where = "" if verdict.line is None else f"{verdict.line + 1}: "
    return where + texts.sentence(verdict, language)


def _unix(text: str) -> str:
    return text.replace("\r\n", "\n")


def _faults(text: str) -> tuple[tuple[int | None, str], ...]:
    try:
        parse(text)
    except RulesError as error:
        return error.faults
    return ()


def shown(text: str) -> Iterator[tuple[str, str]]:
    """(key, value) of every rule of a text that can be parsed, keys it does not set with the built-in value."""
    ours, base = yaml.safe_load(text) or {}, yaml.safe_load(DEFAULT)
    for key, value in base.items():
        if not isinstance(value, Mapping) or not value:
            yield key, _plain(ours.get(key, value))
            continue
        mine = ours.get(key) or {}
        for name, default in value.items():
            yield f"{key}.{name}", _plain(mine.get(name, default))


def _plain(value: Any) -> str:
    if isinstance(value, Mapping):
        return ", ".join(f"{k}: {_plain(v)}" for k, v in value.items()) or "\u2013"
    if isinstance(value, list):
        return ", ".join(str(v) for v in value) or "\u2013"
    if value is None or isinstance(value, bool):
        return {None: "null", True: "true", False: "false"}[value]
    return str(value)


def differences(old: str, new: str) -> Iterator[tuple[str, str]]:
    """(`add` | `drop` | `same` | `gap`, line) of a unified diff; nothing where the texts are the same."""
    kinds = {"+": "add", "-": "drop", "@": "gap"}
    for k, line in enumerate(difflib.unified_diff(old.splitlines(), new.splitlines(), lineterm="", n=2)):
        if k > 1:
            yield kinds.get(line[0], "same"), "\u2026" if line[0] == "@" else line
