"""`/docs` and the OpenAPI document. Swagger UI comes from the BentoML package, so it works without a network."""

from __future__ import annotations

from importlib.util import find_spec
from pathlib import Path
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.docs import get_swagger_ui_html
from fastapi.openapi.utils import get_openapi
from fastapi.responses import HTMLResponse
from fastapi.staticfiles import StaticFiles

from serving.problems import MEDIA_TYPE
from serving.schema import definitions

_SCHEMAS = "#/components/schemas/"

POLICY = (
    "default-src 'self'; img-src 'self' data: blob:; style-src 'self' 'unsafe-inline'; object-src 'none'; "
    "base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
"""Content security policy of every answer: only what this service itself serves is loaded."""

# Swagger UI is started by a script inside its page; FastAPI offers no other way.
_DOCS_POLICY = POLICY + "; script-src 'self' 'unsafe-inline'"


def _problem(description: str) -> dict[str, Any]:
    return {"description": description, "content": {MEDIA_TYPE: {"schema": {"$ref": _SCHEMAS + "Problem"}}}}


EXTRACT: dict[int | str, dict[str, Any]] = {
    200: {
        "description": "What was read",
        "content": {"application/json": {"schema": {"$ref": _SCHEMAS + "Extraction"}}},
    },
    413: _problem("The upload or the document is too large"),
    415: _problem("Not a kind of file that is read, or no multipart upload"),
    422: _problem("The document cannot be read: encrypted, damaged, …"),
    503: _problem("Busy; `Retry-After` says when to come back"),
}

_PROBLEM = {
    "type": "object",
    "required": ["type", "title", "status", "detail", "code", "error"],
    "properties": {
        "type": {"type": "string"}, "title": {"type": "string"}, "status": {"type": "integer"},
        "detail": {"type": "string"}, "code": {"type": "string", "description": "stable, for programs"},
        "error": {"$ref": _SCHEMAS + "Error"}, "file": {"type": "string"}, "sha256": {"type": "string"},
    },
}  # fmt: skip


def swagger_folder() -> Path:
    """Where the Swagger UI files lie. Found without importing BentoML, which takes its time."""
    spec = find_spec("bentoml")
    if spec is None or not spec.submodule_search_locations:
        raise ModuleNotFoundError("bentoml is not installed")
    return Path(spec.submodule_search_locations[0]) / "_internal" / "server" / "static_content"


def install(app: FastAPI) -> None:
    """Give `app` its `/docs` and complete its OpenAPI document with the result's schema."""
    app.mount("/docs/assets", StaticFiles(directory=swagger_folder()), name="docs-assets")

    @app.get("/docs", include_in_schema=False)
    async def swagger() -> HTMLResponse:
        page = get_swagger_ui_html(
            openapi_url="/openapi.json", title="Ordermill API", swagger_js_url="/docs/assets/swagger-ui-bundle.js",
            swagger_css_url="/docs/assets/swagger-ui.css", swagger_favicon_url="/static/icon.svg",
        )  # fmt: skip
        page.headers["Content-Security-Policy"] = _DOCS_POLICY
        return page

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            schema = get_openapi(title=app.title, version=app.version, description=app.description, routes=app.routes)
            parts = schema.setdefault("components", {}).setdefault("schemas", {})
            parts.update(definitions(_SCHEMAS), Problem=_PROBLEM)
            app.openapi_schema = schema
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]
