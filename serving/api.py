"""HTTP: the extraction endpoint, previews and samples for the page, health, figures, documentation.

`create_app` takes a loaded pipeline and touches nothing outside it, so that tests and BentoML mount the same app.
"""

from __future__ import annotations

import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import anyio.to_thread
from fastapi import APIRouter, Depends, FastAPI, File, Query, Request, Response, UploadFile
from fastapi import Path as InPath
from fastapi.responses import FileResponse, JSONResponse, PlainTextResponse
from fastapi.staticfiles import StaticFiles
from prometheus_client import CONTENT_TYPE_LATEST

from data.errors import DocumentError
from data.result import Extraction
from data.schema import Document
from serving import docs, problems
from serving.access import Person, needs
from serving.limits import Gate, UploadLimit
from serving.metrics import Metrics
from serving.pages import page_image
from serving.pipeline import Pipeline
from serving.previews import PageImage, Previews
from serving.release import release
from serving.samples import Samples
from serving.schema import result_schema
from serving.settings import Settings

if TYPE_CHECKING:
    from serving.desk.office import Office

WEB = Path(__file__).parent / "web"

Upload = Annotated[UploadFile, File(description="the document: PDF, PNG, JPEG, TIFF or XML")]
Embedded = Annotated[bool, Query(description="false leaves XML inside the file aside and reads the page alone")]


class Desk:
    """What the routes share: the pipeline, its gate, previews, samples and figures."""

    def __init__(self, pipeline: Pipeline, settings: Settings, image: PageImage = page_image) -> None:
        self.pipeline, self.settings = pipeline, settings
        self.gate = Gate(settings.concurrency, settings.queue)
        self.metrics = Metrics()
        self.previews = Previews(
            image, most=settings.preview_documents, most_bytes=settings.preview_bytes, seconds=settings.preview_seconds
        )
        self.samples = Samples(settings.samples_folder, pipeline, self.previews)

    async def read(self, file: UploadFile, embedded: bool) -> tuple[bytes, Extraction, Document | None]:
        """Read one upload in a thread, in its turn. Raises a 503 `Problem` when the line is full."""
        async with self.gate.enter():
            self.metrics.inside.set(self.gate.inside)
            started = time.monotonic()
            content = await file.read()
            result, document = await anyio.to_thread.run_sync(self._extract, content, file.filename or "", embedded)
            self.metrics.read(result, time.monotonic() - started)
        self.metrics.inside.set(self.gate.inside)
        return content, result, document

    def _extract(self, content: bytes, name: str, embedded: bool) -> tuple[Extraction, Document | None]:
        return self.pipeline.extract(content, name, embedded=embedded)


def create_app(desk: Desk, office: Office | None = None) -> FastAPI:
    """The whole HTTP application around one loaded pipeline.

    With `office` the order desk is part of it, and every route but `access.open.PATHS` asks who is there. Without, it
    is the reader alone and open to whoever reaches it: for tests, and for those who put their own doors before it.
    """
    app = FastAPI(
        title="Ordermill", version=release(), docs_url=None, redoc_url=None, openapi_url="/openapi.json",
        description="Reads order documents and says how sure it is of every value.",
    )  # fmt: skip
    app.state.desk = desk
    problems.install(app)
    docs.install(app)
    asked = [] if office is None else [Depends(needs("annotator"))]
    app.include_router(_health())
    for router in (_documents(desk), _previews(desk), _operation(desk)):
        app.include_router(router, dependencies=asked)

    @app.get("/", include_in_schema=False, dependencies=asked)
    async def page() -> FileResponse:
        return FileResponse(WEB / "index.html")

    app.middleware("http")(_guarded)
    app.add_middleware(UploadLimit, limit=desk.settings.max_upload_bytes, gate=desk.gate, refused=desk.metrics.refuse)
    if office is not None:
        _open_desk(app, desk, office)
    app.mount("/static", StaticFiles(directory=WEB), name="static")  # behind /static/desk, which it would hide
    return app


def _open_desk(app: FastAPI, desk: Desk, office: Office) -> None:
    """The order desk: its pages, its interface, its figures, and the guard before everything."""
    from serving import orders_api
    from serving.desk.figures.live import register
    from serving.review.app import install

    app.include_router(orders_api.router(office))
    app.include_router(_me())
    register(desk.metrics.registry, office.store)
    install(app, office)


def _me() -> APIRouter:
    router = APIRouter(prefix="/v1", tags=["operation"])

    @router.get("/me", summary="Who is signed in")
    async def me(person: Annotated[Person, Depends(needs("annotator"))]) -> dict[str, Any]:
        return {"name": person.name, "role": person.role, "language": person.language, "csrf": person.csrf}

    return router


def _health() -> APIRouter:
    router = APIRouter(tags=["operation"])

    @router.get("/healthz", response_class=PlainTextResponse, summary="The process answers")
    async def healthz() -> str:
        return "\n"

    @router.get("/readyz", response_class=PlainTextResponse, summary="Documents can be read")
    async def readyz() -> str:
        return "\n"  # the app exists only around a loaded pipeline

    return router


def _documents(desk: Desk) -> APIRouter:
    router = APIRouter(prefix="/v1", tags=["documents"])

    @router.post("/extract", summary="Read one document", responses=docs.EXTRACT)
    async def extract(file: Upload, embedded: Embedded = True) -> Response:
        _, result, _ = await desk.read(file, embedded)
        return problems.from_result(result) if result.error else JSONResponse(result.to_dict())

    @router.get("/schema", summary="JSON Schema of the result")
    async def schema() -> JSONResponse:
        return JSONResponse(result_schema(), media_type="application/schema+json")

    return router


def _previews(desk: Desk) -> APIRouter:
    router = APIRouter(prefix="/v1", tags=["page"])
    most = desk.settings.preview_pages

    @router.post("/previews", status_code=201, summary="Read one document and keep it for a while, to look at")
    async def create(file: Upload, embedded: Embedded = True) -> Response:
        content, result, document = await desk.read(file, embedded)
        if result.error:
            return problems.from_result(result)
        preview = desk.previews.put(content, result, document)
        place = {"Location": f"/v1/previews/{preview.id}"}
        return JSONResponse(preview.to_dict(most), status_code=201, headers=place)

    @router.get("/previews/{key}", summary="A kept document")
    async def show(key: str) -> Response:
        return JSONResponse(_found(desk, key).to_dict(most))

    @router.delete("/previews/{key}", status_code=204, summary="Forget a kept document now")
    async def drop(key: str) -> Response:
        if not desk.previews.drop(key):
            raise _gone()
        return Response(status_code=204)

    @router.get("/previews/{key}/pages/{number}", summary="A page of a kept document as a picture")
    async def image(key: str, number: Annotated[int, InPath(ge=1)]) -> Response:
        preview = _found(desk, key)
        if number > most:
            raise problems.Problem(404, "no_page", f"Pictures are made of the first {most} pages only.")
        try:
            picture = await anyio.to_thread.run_sync(desk.previews.page_image, preview, number)
        except DocumentError as error:
            raise problems.Problem(422, error.code, error.message, error.hint) from error
        if picture is None:
            raise problems.Problem(404, "no_page", f"There is no page {number}.")
        return Response(picture, media_type="image/webp", headers={"Cache-Control": "private, max-age=3600"})

    @router.get("/samples", summary="Sample documents and how far they are read")
    async def samples() -> dict[str, Any]:
        return {"done": desk.samples.done, "samples": desk.samples.to_list()}

    return router


def _found(desk: Desk, key: str) -> Any:
    preview = desk.previews.get(key)
    if preview is None:
        raise _gone()
    return preview


def _gone() -> problems.Problem:
    return problems.Problem(
        404, "no_preview", "This document is not kept here (any more).", "Drop the file on the page again."
    )


def _operation(desk: Desk) -> APIRouter:
    router = APIRouter(tags=["operation"])

    @router.get("/metrics", summary="Figures for Prometheus")
    async def metrics() -> Response:
        return Response(desk.metrics.text(), media_type=CONTENT_TYPE_LATEST)

    @router.get("/v1/about", summary="Versions and limits")
    async def about() -> dict[str, Any]:
        return {
            "version": release(),
            "model": {"name": desk.pipeline.extractor.name, "version": desk.pipeline.extractor.version},
            "max_upload_mb": desk.settings.max_upload_mb,
            "kept_seconds": desk.settings.preview_seconds,
        }

    return router


async def _guarded(request: Request, call_next: Callable[[Request], Awaitable[Response]]) -> Response:
    """Headers that keep the page to itself: no foreign code, frames or referrers, nothing cached by proxies."""
    response = await call_next(request)
    response.headers.setdefault("Content-Security-Policy", docs.POLICY)
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    response.headers.setdefault("Referrer-Policy", "no-referrer")
    response.headers.setdefault("Cache-Control", "no-cache" if request.url.path.startswith("/static") else "no-store")
    return response
