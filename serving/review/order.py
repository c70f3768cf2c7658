"""The order page's routes: `/desk/orders/{id}` with its pictures and words, and what a clerk can do there.

Every action names the version of the order it was made on; a version that was overtaken is refused with 409, and
nothing of it is written. Forms (without a script) and JSON are taken alike.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from dataclasses import asdict
from typing import Annotated, Any, Final
from urllib.parse import quote

import anyio.to_thread
from fastapi import APIRouter, Depends, Request, Response
from fastapi import Path as InPath
from fastapi.responses import JSONResponse, RedirectResponse
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from data.errors import DocumentError
from serving.access import Person, needs
from serving.desk import actions
from serving.desk.office import Office
from serving.desk.store import Tx, orders, versions
from serving.desk.store.rows import Order
from serving.pages import page_image
from serving.problems import Problem
from serving.review import order_values
from serving.review.order_candidates import candidates, customers, products
from serving.review.order_changes import Corrections, Faults, changes
from serving.review.order_finds import Finds
from serving.review.order_looks import leave, look, looking
from serving.review.order_page import data, order_page, seen
from serving.review.order_sources import gather, words
from serving.review.order_values import BadValue
from serving.review.words import translate

Clerk = Annotated[Person, Depends(needs("clerk"))]
OrderId = Annotated[str, InPath(max_length=32)]

_MEDIA = {"pdf": "application/pdf", "png": "image/png", "jpeg": "image/jpeg", "tiff": "image/tiff"}


class Act(BaseModel):
    """What a form or the script sends with an action."""

    model_config = ConfigDict(extra="ignore")
    version: int
    accepted: Annotated[list[Annotated[str, Field(max_length=64)]], Field(max_length=200)] = []
    why: Annotated[str, Field(max_length=400)] = ""
    at: Annotated[str, Field(max_length=20)] = ""


Action = Callable[[Tx, Order, str, Act], Order]


class Typed(BaseModel):
    """A text to be read as a value."""

    path: Annotated[str, Field(max_length=200)]
    text: Annotated[str, Field(max_length=order_values.LONGEST)]


def router(office: Office) -> APIRouter:
    router = APIRouter(prefix="/desk/orders/{order_id}")
    _shows(router, office)
    _documents(router, office)
    _values(router, office)
    _acts(router, office)
    return router


def _shows(router: APIRouter, office: Office) -> None:
    store = office.store

    @router.get("")
    def show(request: Request, order_id: OrderId, person: Clerk) -> Response:
        def opened(tx: Tx) -> None:
            order = orders.get(tx, order_id)
            if look(tx, order.id, person.name):
                tx.log("looked", person.name, order.id)  # who saw which document can be shown afterwards

        store.run(opened)
        return order_page(request, gather(store, order_id), person)

    @router.get("/data")
    def fresh(order_id: OrderId, person: Clerk) -> Response:
        sources = gather(store, order_id)
        return JSONResponse(data(sources, person, seen(sources, person)))

    @router.get("/state")
    def state(order_id: OrderId, person: Clerk) -> Response:
        with store.read() as tx:
            order = orders.get(tx, order_id)
            codes = sorted({e.code for e in versions.exceptions(tx, order_id)})
        said = translate(person.language, f"queue.state.{order.state}")
        return JSONResponse({"state": order.state, "said": said, "version": order.version, "reasons": codes})

    @router.post("/look")
    def alive(order_id: OrderId, person: Clerk) -> Response:
        def beat(tx: Tx) -> tuple[Order, list[str]]:
            order = orders.get(tx, order_id)
            look(tx, order_id, person.name)
            return order, [found.by for found in looking(tx, order_id) if found.by != person.name[:64]]

        order, names = store.run(beat)
        return JSONResponse({"looks": names, "version": order.version})

    @router.post("/leave", status_code=204)
    def gone(order_id: OrderId, person: Clerk) -> Response:
        store.run(lambda tx: leave(tx, order_id, person.name))
        return Response(status_code=204)


def _documents(router: APIRouter, office: Office) -> None:
    store = office.store

    @router.get("/pages/{number}")
    def picture(order_id: OrderId, number: Annotated[int, InPath(ge=1, le=100_000)], _: Clerk) -> Response:
        with store.read() as tx:
            order = orders.get(tx, order_id)
        suffix = f".p{number}.webp"
        made = store.files.get(order.document, suffix)
        if made is None:
            document, content = words(store.files, order.document), store.files.get(order.document)
            page = next((p for p in document.pages if p.number == number), None) if document is not None else None
            if page is None or content is None:
                raise Problem(404, "no_page", f"There is no page {number}.")
            try:
                made = page_image(content, order.file, page)
            except DocumentError as error:
                raise Problem(422, error.code, error.message, error.hint) from error
            store.files.put(order.document, made, suffix)
        return Response(made, media_type="image/webp", headers={"Cache-Control": "private, max-age=3600"})

    @router.get("/words/{number}")
    def placed(order_id: OrderId, number: int, _: Clerk) -> Response:
        with store.read() as tx:
            order = orders.get(tx, order_id)
        document = words(store.files, order.document)
        pages = document.pages if document is not None else ()
        found = next((p.words for p in pages if p.number == number), ())
        rows = [[w.text, *(round(side, 1) for side in (w.box.x0, w.box.y0, w.box.x1, w.box.y1))] for w in found]
        return JSONResponse({"words": rows}, headers={"Cache-Control": "private, max-age=3600"})

    @router.get("/document")
    def original(order_id: OrderId, person: Clerk) -> Response:
        with store.read() as tx:
            order = orders.get(tx, order_id)
            kept = orders.document(tx, order.document)
        content = store.files.get(order.document)
        if content is None or kept is None:
            raise Problem(404, "document_missing", "The document is not kept any more.")
        store.run(lambda tx: tx.log("document_taken", person.name, order.id))
        headers = {"Content-Disposition": f"attachment; filename*=UTF-8''{quote(order.file)}"}
        return Response(content, media_type=_MEDIA.get(kept.kind, "application/octet-stream"), headers=headers)


def _values(router: APIRouter, office: Office) -> None:
    store = office.store

    @router.get("/candidates")
    def others(order_id: OrderId, path: str, person: Clerk) -> Response:
        sources, where = gather(store, order_id), order_values.path(path)
        if where is None or where.field is None:
            raise Problem(404, "no_field", "There is no such field.")
        result = sources.result
        lines = result.get("lines") or ()
        home = result.get("fields") or {}
        if where.line is not None:
            home = lines[where.line]["fields"] if where.line < len(lines) else {}
        master = customers(sources.preview, "customer") if path == "fields.buyer.name" else []
        if where.line is not None and where.field.name in ("supplier_article_no", "description"):
            master = products(sources.preview, where.line, f"lines.{where.line}.product")
        value = home.get(where.field.name) or {}
        found = candidates(where, value, result, Finds(sources.document), person.language, master)
        return JSONResponse({"candidates": [asdict(c) for c in found]})

    @router.post("/value")
    def read(order_id: OrderId, typed: Typed, person: Clerk) -> Response:
        try:
            value = order_values.typed(typed.path, typed.text, person.language)
        except BadValue as error:
            raise Problem(422, error.code, translate(person.language, f"order.bad.{error.kind}")) from error
        where = order_values.path(typed.path)
        kind = where.field.kind if where is not None and where.field is not None else "text"
        again = typed.text.strip() if kind == "unit" else order_values.shown(kind, value, person.language)
        return JSONResponse({"value": value, "shown": again})


def _acts(router: APIRouter, office: Office) -> None:
    store = office.store

    @router.post("/correct")
    def correct(order_id: OrderId, sent: Corrections, person: Clerk) -> Response:
        def write(tx: Tx) -> Order:
            order = at_version(tx, order_id, sent.version)
            extraction = versions.extraction(tx, order_id)
            made = changes(sent.changes, extraction.result if extraction else {}, person.language)
            return actions.correct(tx, order, person.name, made)

        try:
            return _done(store.run(write))
        except Faults as error:
            told = [
                {"path": f.path, "message": translate(person.language, f"order.bad.{f.kind}")} for f in error.faults
            ]
            return Problem(422, error.code, told[0]["message"], error.hint).response(errors=told)

    for name, act in _ACTS.items():
        router.add_api_route(f"/{name}", _acting(office, act), methods=["POST"], name=name)


def _acting(office: Office, act: Action) -> Callable[..., Awaitable[Response]]:
    """The route of one action, for forms and JSON alike."""

    async def route(request: Request, order_id: OrderId, person: Clerk) -> Response:
        asked = await _asked(request)

        def write(tx: Tx) -> Order:
            return act(tx, at_version(tx, order_id, asked.version), person.name, asked)

        try:
            order = await anyio.to_thread.run_sync(office.store.run, write)
        except actions.NotPermitted as error:
            raise Problem(422, error.code, translate(person.language, "order.four_eyes")) from error
        return _done(order) if _is_json(request) else RedirectResponse(f"/desk/orders/{order.id}", 303)

    return route


def at_version(tx: Tx, order_id: str, version: int) -> Order:
    """Raises `Overtaken` where the order is not in the version that the clerk saw."""
    order = orders.get(tx, order_id)
    if order.version != version:
        raise orders.Overtaken(order_id)
    return order


def _split(tx: Tx, order: Order, by: str, asked: Act) -> Order:
    kind, _, number = asked.at.partition(":")
    if kind not in ("page", "line") or not (number.isascii() and number.isdigit()):
        raise Problem(422, "bad_split", "Say at which page or line the next order begins.")
    if kind == "page":
        return actions.split(tx, order, by, pages=[int(number)])
    return actions.split(tx, order, by, at_lines=[int(number)])


_ACTS: Final[dict[str, Action]] = {
    "approve": lambda tx, order, by, asked: actions.approve(tx, order, by, set(asked.accepted)),
    "reject": lambda tx, order, by, asked: actions.reject(tx, order, by, asked.why),
    "aside": lambda tx, order, by, asked: actions.aside(tx, order, by),
    "again": lambda tx, order, by, asked: actions.again(tx, order, by),
    "split": _split,
}


def _is_json(request: Request) -> bool:
    return request.headers.get("content-type", "").startswith("application/json")


async def _asked(request: Request) -> Act:
    try:
        if _is_json(request):
            return Act.model_validate_json(await request.body())
        form = await request.form()
        raw: dict[str, Any] = {**form, "accepted": form.getlist("accepted")}
        return Act.model_validate(raw)
    except ValidationError as error:
        raise Problem(422, "invalid_request", "The action lacks the version it was made on.") from error


def _done(order: Order) -> Response:
    return JSONResponse({"version": order.version, "state": order.state})
