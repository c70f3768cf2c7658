"""Errors over HTTP: RFC 9457 `application/problem+json` with a stable `code`, never a traceback.

`error` repeats code, message and hint in the shape they have inside a result, so that a client needs one reader.
"""

from __future__ import annotations

import logging
import uuid
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from fastapi.responses import JSONResponse
from starlette.exceptions import HTTPException

from data.errors import OrdermillError
from data.result import Extraction

log = logging.getLogger("ordermill.http")

MEDIA_TYPE = "application/problem+json"

_STATUS = {
    "unsupported": 415,
    "too_large": 413,
    "too_many_pages": 413,
    "too_many_pixels": 413,
    "internal": 500,
    "setup": 500,
}
"""HTTP status of a document error by its code; every other code is 422."""

_ERRORS = {
    "unknown_order": 404,
    "overtaken": 409,
    "not_allowed": 409,
    "unanswered": 409,
    "key_reused": 422,
    "store_unavailable": 503,
    "files_unavailable": 503,
}
"""The same of other errors of ours; every other code is looked up above."""

AGAIN = "30"
"""Seconds after which to try again where database or disk are away."""

_CODES = {404: "not_found", 405: "method_not_allowed", 413: "too_large"}


class Problem(Exception):
    """An answer other than success. `headers` go out with it."""

    def __init__(
        self, status: int, code: str, message: str, hint: str = "", headers: dict[str, str] | None = None
    ) -> None:
        super().__init__(message)
        self.status, self.code, self.message, self.hint, self.headers = status, code, message, hint, headers

    def response(self, **extra: Any) -> JSONResponse:
        return JSONResponse(
            {
                "type": "about:blank",
                "title": HTTPStatus(self.status).phrase,
                "status": self.status,
                "detail": self.message,
                "code": self.code,
                "error": {"code": self.code, "message": self.message, "hint": self.hint},
                **extra,
            },
            status_code=self.status,
            media_type=MEDIA_TYPE,
            headers=self.headers,
        )


def from_result(result: Extraction) -> JSONResponse:
    """The answer for a document that could not be read; says which one by name and hash."""
    error = result.error
    if error is None:
        raise ValueError("the result carries no error")
    problem = Problem(_STATUS.get(error.code, 422), error.code, error.message, error.hint)
    return problem.response(file=result.file, sha256=result.sha256)


def of_error(error: OrdermillError) -> Problem:
    """An error of ours as an answer; one that passes by itself says when to come back."""
    status = _ERRORS.get(error.code, _STATUS.get(error.code, 422))
    headers = {"Retry-After": AGAIN} if status == 503 else None
    return Problem(status, error.code, error.message, error.hint, headers)


def install(app: FastAPI) -> None:
    """Make every error of `app` a problem document, or a page for browsers (`app.state.error_page`)."""

    def answer(request: Request, problem: Problem) -> Response:
        page: Callable[[Request, Problem], Response | None] | None = getattr(app.state, "error_page", None)
        return (page(request, problem) if page else None) or problem.response()

    @app.exception_handler(Problem)
    async def problem(request: Request, error: Problem) -> Response:
        return answer(request, error)

    @app.exception_handler(OrdermillError)
    async def ours(request: Request, error: OrdermillError) -> Response:
        return answer(request, of_error(error))

    @app.exception_handler(HTTPException)
    async def http(request: Request, error: HTTPException) -> Response:
        code = _CODES.get(error.status_code, "http_error")
        headers = dict(error.headers) if error.headers else None
        return answer(request, Problem(error.status_code, code, str(error.detail), headers=headers))

    @app.exception_handler(RequestValidationError)
    async def invalid(request: Request, error: RequestValidationError) -> Response:
        return answer(request, _invalid(request, error))

    @app.exception_handler(Exception)
    async def unforeseen(request: Request, error: Exception) -> Response:
        incident = uuid.uuid4().hex[:12]
        log.error("incident %s", incident, exc_info=error)
        return answer(request, Problem(
            500, "internal", f"Something unforeseen went wrong (incident {incident}).",
            "Give the incident number to whoever runs Ordermill.",
        ))  # fmt: skip


def _invalid(request: Request, error: RequestValidationError) -> Problem:
    places = [".".join(str(part) for part in e["loc"]) for e in error.errors()]
    if "body.file" in places:
        if not request.headers.get("content-type", "").lower().startswith("multipart/form-data"):
            return Problem(
                415, "not_multipart", "The request is no multipart upload.",
                "Send the document as multipart/form-data in the field `file`: curl -F file=@order.pdf …",
            )  # fmt: skip
        return Problem(422, "file_missing", "There is no file in the field `file`.", "curl -F file=@order.pdf …")
    reasons = "; ".join(f"{place}: {e['msg']}" for place, e in zip(places, error.errors(), strict=True))
    return Problem(422, "invalid_request", reasons, "See /docs for what is expected.")
