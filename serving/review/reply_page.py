"""A reply to the customer: drafted from what is open, edited, copied, or sent by a person; never by itself."""

from __future__ import annotations

from typing import Annotated, Any
from urllib.parse import quote

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import RedirectResponse

from data.errors import OrdermillError
from serving.access import Person, needs
from serving.desk.office import Office
from serving.desk.outgoing import drafts, mail_settings, reply
from serving.desk.outgoing.letters import TO
from serving.desk.outgoing.sender import REPLY
from serving.desk.store import Tx, arrivals, orders, outbox, versions
from serving.desk.store.rows import Intake, Order
from serving.problems import Problem
from serving.review.render import page

Clerk = Annotated[Person, Depends(needs("clerk"))]
OrderId = Annotated[str, InPath(max_length=32)]


def router(office: Office) -> APIRouter:
    router = APIRouter(prefix="/desk/orders/{order_id}/reply")
    store = office.store

    def shown(
        request: Request, person: Person, order_id: str, language: str, *, status: int = 200, **typed: Any
    ) -> Response:  # fmt: skip
        with store.read() as tx:
            context = _context(tx, order_id, person, language)
        return page(request, person, "reply.html", status=status, **({"trouble": ""} | context | typed))

    @router.get("")
    def show(
        request: Request, order_id: OrderId, person: Clerk, language: Annotated[str, Query(max_length=2)] = ""
    ) -> Response:  # fmt: skip
        return shown(request, person, order_id, language)

    @router.post("/send")
    def send(
        request: Request, order_id: OrderId, person: Clerk, to: Annotated[str, Form(max_length=400)],
        subject: Annotated[str, Form(max_length=400)], text: Annotated[str, Form(max_length=40_000)],
        seen: Annotated[int, Form(ge=0)], language: Annotated[str, Form(max_length=2)] = "",
    ) -> Response:  # fmt: skip
        def work(tx: Tx) -> None:
            order = _order(tx, order_id)
            reply.send(tx, order, person.name, to=to, subject=subject, text=text, language=language,
                       mail=_mail(tx, order), seen=seen)  # fmt: skip

        try:
            store.run(work)
        except (reply.BadReply, reply.Answered) as error:
            trouble = f"{error.message} {error.hint}".strip()
            status = 409 if isinstance(error, reply.Answered) else 422
            return shown(request, person, order_id, language, status=status, trouble=trouble, to=to, subject=subject,
                         text=text)  # fmt: skip
        return RedirectResponse(f"/desk/orders/{order_id}/reply?language={quote(language)}", 303)

    return router


def _order(tx: Tx, order_id: str) -> Order:
    try:
        return orders.get(tx, order_id)
    except orders.UnknownOrder as error:
        raise Problem(404, error.code, error.message, error.hint) from error


def _mail(tx: Tx, order: Order) -> Intake | None:
    return arrivals.get(tx, order.intake_id) if order.intake_id is not None else None


def _context(tx: Tx, order_id: str, person: Person, language: str) -> dict[str, Any]:
    order = _order(tx, order_id)
    known = versions.extraction(tx, order_id)
    result = known.result if known is not None else {}
    mail = _mail(tx, order)
    theirs = drafts.language_of(result, person.language)
    chosen = language if language in drafts.languages() else theirs
    try:
        settings = mail_settings.current()
    except OrdermillError:  # then nothing is sent; `ordermill worker` says what is wrong
        settings = mail_settings.MailSettings.model_construct()
    signature = "\n".join(filter(None, (person.shown, settings.name)))
    made = drafts.draft(order, result, versions.exceptions(tx, order_id), chosen, signature=signature, mail=mail)
    sent = outbox.of_order(tx, order_id, REPLY)
    return {
        "order": order, "to": made.to, "subject": made.subject, "text": made.text, "asks": made.asks,
        "chosen": chosen, "theirs": theirs, "languages": drafts.languages(), "sent": sent, "seen": len(sent),
        "can_send": settings.there, "threaded": reply.answered_mail(order, mail) is not None, "to_of": _to,
        "mailto": f"mailto:{quote(made.to)}?subject={quote(made.subject)}&body={quote(made.text)}",
    }  # fmt: skip


def _to(target: str) -> str:
    return target.removeprefix(TO)
