"""Privacy, for admins: erasing a sender or a person (counted, then confirmed), the retention policy, who looked."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, Literal

from fastapi import APIRouter, Depends, Form, Request, Response
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import select

from data.errors import OrdermillError
from serving.access import Person, needs
from serving.desk.office import Office
from serving.desk.privacy import retention, subjects
from serving.desk.privacy.erase import Report, erase
from serving.desk.privacy.erasers import Erased, Eraser, Subject
from serving.desk.privacy.memory import codes, memory
from serving.desk.store import Store, Tx, tables
from serving.desk.store.rows import Event, as_rows
from serving.review.render import page
from serving.review.story_sentences import told

Admin = Annotated[Person, Depends(needs("admin"))]
What = Annotated[Literal["sender", "person"], Form()]
ACCESSES = ("looked", "document_taken", "aside_looked", "aside_taken", "erased", "subject_erased", "retained")
"""Kinds of events that the page lists: who opened or took a document, what was erased."""
SHOWN = 100


class RetentionSettings(BaseSettings):
    """Prefix `ORDERMILL_`."""

    model_config = SettingsConfigDict(env_prefix="ORDERMILL_", env_file=".env", extra="ignore", frozen=True)

    retention: Path | None = None
    """The retention policy (docs/privacy.md), to be shown on the page; `ordermill retention` applies it."""


@dataclass(frozen=True, slots=True)
class Kept:
    """The policy in force: None where none is set; `trouble` where it cannot be read; what is `due` now."""

    policy: retention.Policy | None = None
    due: tuple[Erased, ...] = ()
    trouble: str = ""


def router(office: Office, settings: RetentionSettings | None = None) -> APIRouter:
    router = APIRouter(prefix="/desk/privacy")
    store, file = office.store, (settings or RetentionSettings()).retention

    def shown(request: Request, person: Person, *, status: int = 200, **more: Any) -> Response:
        with store.read() as tx:
            found = _accesses(tx)
        entries = [(event.order_id, told(event, person.language)) for event in found]
        context: dict[str, Any] = {"report": None, "what": "sender", "name": "", "trouble": "", "done": False}
        return page(request, person, "privacy.html", status=status, entries=entries, kept=_kept(store, file),
                    kinds=retention.KINDS, **(context | more))  # fmt: skip

    @router.get("")
    def show(request: Request, person: Admin) -> Response:
        return shown(request, person)

    @router.post("/erase")
    def forget(
        request: Request, person: Admin, what: What, name: Annotated[str, Form(max_length=320)],
        sure: Annotated[int | None, Form()] = None,
    ) -> Response:  # fmt: skip
        """`sure` is the number of orders that the person has agreed to; another number is asked anew."""
        asked: dict[str, Any] = {"what": what, "name": name}
        try:
            subject = _subject(store, what, name)
            dry = sure is None or sure != len(subject.orders)
            report: Report = erase(store, subject, person.name, dry=dry, more=_more(office))
        except OrdermillError as error:
            return shown(request, person, status=422, trouble=f"{error.message} {error.hint}".strip(), **asked)
        if not dry and not report.failed:
            asked = {}  # what is gone is not repeated
        return shown(request, person, report=report, done=not dry and not report.failed, **asked)

    return router


def _more(office: Office) -> dict[str, Eraser]:
    odoo = office.odoo
    return {"memory": memory(office.store), "codes": codes(None if odoo is None else odoo.mirror)}


def _subject(store: Store, what: str, name: str) -> Subject:
    return subjects.of_sender(store, name) if what == "sender" else subjects.of_person(store, name)


def _kept(store: Store, file: Path | None) -> Kept:
    if file is None:
        return Kept()
    try:
        policy = retention.parse(file.read_text(encoding="utf-8"))
        return Kept(policy, tuple(retention.retain(store, policy, dry=True)))
    except OrdermillError as error:
        return Kept(trouble=error.message)
    except (OSError, UnicodeDecodeError):
        return Kept(trouble=json.dumps(str(file)))


def _accesses(tx: Tx) -> list[Event]:
    e = tables.events
    query = select(e).where(e.c.kind.in_(ACCESSES)).order_by(e.c.seq.desc()).limit(SHOWN)
    return as_rows(Event, tx.execute(query).mappings())
