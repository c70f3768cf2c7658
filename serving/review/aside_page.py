"""What is no order: files that were not taken, documents that were read and are none; each may be one after all."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Annotated, Any
from urllib.parse import quote, urlencode

from fastapi import APIRouter, Depends, Form, Query, Request, Response
from fastapi import Path as InPath
from fastapi.responses import RedirectResponse

from data.errors import DocumentError, OrdermillError
from data.readers.sniff import sniff
from data.schema import Page
from serving.access import Person, needs
from serving.desk import actions, set_aside
from serving.desk.actions import Change
from serving.desk.office import Office
from serving.desk.store import Store, Tx, arrivals, orders
from serving.desk.store.arrivals import AsideFilter
from serving.desk.store.rows import Order, SetAside
from serving.pages import page_image
from serving.problems import Problem
from serving.review.render import page
from serving.review.words import words

Clerk = Annotated[Person, Depends(needs("clerk"))]
AsideId = Annotated[int, InPath(ge=1, le=2**31)]
OrderId = Annotated[str, InPath(max_length=32)]

TABS = ("files", "read", "done")
"""Files that were not taken, documents that were read, files that somebody has answered."""
PAGE = 25
PICTURE = ".aside.webp"
"""Suffix of the picture of a file's first page: unturned, for nobody has read it."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What the address asks for."""

    tab: str = "files"
    code: str = ""
    source: str = ""
    text: str = ""
    number: int = 1

    def address(self, **other: Any) -> str:
        """The address of the list with some of it changed."""
        told = {name: getattr(self, name) for name in self.__slots__} | {"number": 1} | other
        kept = {k: v for k, v in told.items() if v and (k, v) not in (("tab", "files"), ("number", 1))}
        return "/desk/aside" + (f"?{urlencode(kept)}" if kept else "")


def _asked(
    tab: Annotated[str, Query(max_length=10)] = "files", code: Annotated[str, Query(max_length=64)] = "",
    source: Annotated[str, Query(max_length=16)] = "", text: Annotated[str, Query(max_length=200)] = "",
    number: Annotated[int, Query(ge=1, le=100_000)] = 1,
) -> Asked:  # fmt: skip
    return Asked(tab if tab in TABS else "files", code, source, text.replace("\0", "").strip(), number)


def router(office: Office) -> APIRouter:
    router = APIRouter(prefix="/desk/aside")
    _lists(router, office.store)
    _files(router, office.store)
    _answers(router, office.store)
    return router


def _lists(router: APIRouter, store: Store) -> None:
    @router.get("")
    def show(request: Request, person: Clerk, asked: Annotated[Asked, Depends(_asked)]) -> Response:
        with store.read() as tx:
            context = _list(tx, asked)
        return page(request, person, "aside.html", asked=asked, why=_why(person), tabs=TABS, **context)

    @router.get("/{aside_id}")
    def one(request: Request, aside_id: AsideId, person: Clerk) -> Response:
        return _shown(request, person, store, aside_id)


def _files(router: APIRouter, store: Store) -> None:
    @router.get("/{aside_id}/page")
    def picture(aside_id: AsideId, _: Clerk) -> Response:
        made = _picture(store, _found(store, aside_id))
        if made is None:
            raise Problem(404, "no_page", "Of this file there is no picture.")
        return Response(made, media_type="image/webp", headers={"Cache-Control": "private, max-age=3600"})

    @router.get("/{aside_id}/file")
    def original(aside_id: AsideId, person: Clerk) -> Response:
        found = _found(store, aside_id)
        content = store.files.get(found.document) if found.document is not None else None
        if content is None:
            raise Problem(404, "document_missing", "The file was not kept.")
        store.run(lambda tx: tx.log("aside_taken", person.name, None, aside=aside_id, file=found.file))
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(found.file)}"}
        return Response(content, media_type="application/octet-stream", headers=headers)


def _answers(router: APIRouter, store: Store) -> None:
    @router.post("/{aside_id}/read")
    def read(request: Request, aside_id: AsideId, person: Clerk) -> Response:
        try:
            order = set_aside.read_it(store, aside_id, person.name)
        except set_aside.NotAside as error:
            raise Problem(409, error.code, error.message, error.hint) from error
        except (DocumentError, set_aside.NotKept) as error:
            trouble = f"{error.message} {error.hint}".strip()
            return _shown(request, person, store, aside_id, status=422, trouble=trouble)
        return RedirectResponse(f"/desk/orders/{order.id}", 303)

    @router.post("/{aside_id}/dismiss")
    def dismiss(aside_id: AsideId, person: Clerk) -> Response:
        try:
            store.run(lambda tx: set_aside.dismiss(tx, aside_id, person.name))
        except set_aside.NotAside as error:
            raise Problem(409, error.code, error.message, error.hint) from error
        return RedirectResponse("/desk/aside", 303)

    @router.post("/orders/{order_id}/read")
    def order(order_id: OrderId, person: Clerk, version: Annotated[int, Form()]) -> Response:
        def work(tx: Tx) -> Order:
            return actions.correct(tx, _aside(tx, order_id, version), person.name, [Change("document_type", "order")])

        store.run(work)
        return RedirectResponse(f"/desk/orders/{order_id}", 303)

    @router.post("/orders/{order_id}/dismiss")
    def nothing(order_id: OrderId, person: Clerk, version: Annotated[int, Form()]) -> Response:
        store.run(lambda tx: actions.reject(tx, _aside(tx, order_id, version), person.name))
        return RedirectResponse("/desk/aside?tab=read", 303)


def _list(tx: Tx, asked: Asked) -> dict[str, Any]:
    which = AsideFilter(asked.tab == "done", asked.code or None, asked.source or None, asked.text or None)
    read = orders.Filter(("aside",), asked.code or None, source=asked.source or None, text=asked.text or None)
    first = PAGE * (asked.number - 1)
    if asked.tab == "read":
        rows: list[Any] = list(orders.listed(tx, read, limit=PAGE, offset=first))
        total = orders.count(tx, read)
    else:
        rows = list(arrivals.asides(tx, which, limit=PAGE, offset=first))
        total = arrivals.aside_count(tx, which)
    number = {
        "files": arrivals.aside_count(tx, AsideFilter(False)), "done": arrivals.aside_count(tx, AsideFilter(True)),
        "read": orders.count(tx, orders.Filter(("aside",))),
    }  # fmt: skip
    codes = arrivals.aside_codes(tx) if asked.tab == "files" else {}
    return {"rows": rows, "total": total, "pages": max(1, -(-total // PAGE)), "number_of": number, "codes": codes}


def _shown(
    request: Request, person: Person, store: Store, aside_id: int, *, status: int = 200, trouble: str = ""
) -> Response:  # fmt: skip
    found = _found(store, aside_id)
    with store.read() as tx:
        mail = arrivals.get(tx, found.intake_id) if found.intake_id is not None else None
    store.run(lambda tx: tx.log("aside_looked", person.name, None, aside=aside_id, file=found.file))
    return page(request, person, "aside_one.html", status=status, aside=found, mail=mail, trouble=trouble,
                picture=_picture(store, found) is not None, why=_why(person))  # fmt: skip


def _found(store: Store, aside_id: int) -> SetAside:
    with store.read() as tx:
        found = arrivals.aside(tx, aside_id)
    if found is None:
        raise Problem(404, "not_aside", "This file is not on the list (any more).", "Load the list again.")
    return found


def _picture(store: Store, aside: SetAside) -> bytes | None:
    """The first page; None for what has none, or none that can be drawn."""
    if aside.document is None:
        return None
    made = store.files.get(aside.document, PICTURE)
    content = store.files.get(aside.document) if made is None else None
    if content is None:
        return made
    try:
        if sniff(content) == "xml":
            return None
        made = page_image(content, aside.file, Page(1, 0.0, 0.0))
    except OrdermillError:
        return None
    store.files.put(aside.document, made, PICTURE)
    return made


def _aside(tx: Tx, order_id: str, version: int) -> Order:
    """The order as it was seen; `actions` refuses it where it was changed since."""
    return replace(orders.get(tx, order_id), version=version)


def _why(person: Person) -> Any:
    """Says why a file was set aside, in the person's language where its code is known."""
    known = words(person.language)

    def said(aside: SetAside) -> str:
        return known.get(f"aside.codes.{aside.code}") or aside.message

    return said
