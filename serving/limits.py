"""What one service takes on: bytes per request, documents at a time."""

from __future__ import annotations

import asyncio
import math
import time
from collections.abc import AsyncIterator, Awaitable, Callable, MutableMapping
from contextlib import asynccontextmanager
from typing import Any

from serving.problems import Problem

Scope = MutableMapping[str, Any]
Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Scope, Receive, Send], Awaitable[None]]

_SWALLOW_SECONDS = 15.0
_SWALLOW_FACTOR = 2
"""How long and how far (times the limit) a refused upload is still received, so that its sender gets to read why."""


class Gate:
    """Lets `running` documents be read at once and `waiting` more stand in line, and turns the rest away."""

    def __init__(self, running: int, waiting: int) -> None:
        self.running = running
        self.waiting = waiting
        self.inside = 0
        self._slots = asyncio.Semaphore(running)
        self._usual_seconds = 1.0

    @property
    def full(self) -> bool:
        return self.inside >= self.running + self.waiting

    def busy(self) -> Problem:
        """The answer to one who has to come back, with the seconds the line will probably take."""
        seconds = max(1, math.ceil(self._usual_seconds * (self.waiting + 1) / self.running))
        return Problem(
            503, "busy", "All readers are busy and the waiting line is full.", f"Send it again in {seconds} seconds.",
            headers={"Retry-After": str(seconds)},
        )  # fmt: skip

    @asynccontextmanager
    async def enter(self) -> AsyncIterator[None]:
        """Hold one place in line, then one slot. Raises a 503 `Problem` when the line is full."""
        if self.full:
            raise self.busy()
        self.inside += 1
        try:
            async with self._slots:
                started = time.monotonic()
                yield
                self._usual_seconds += 0.2 * (time.monotonic() - started - self._usual_seconds)
        finally:
            self.inside -= 1


class UploadLimit:
    """ASGI middleware: refuses bodies over `limit` bytes while they arrive, and uploads while the gate is full.

    The announced length is checked before anything is received; chunked bodies are counted.
    """

    def __init__(self, app: App, limit: int, gate: Gate, refused: Callable[[str], None]) -> None:
        self.app = app
        self.limit = limit
        self.gate = gate
        self.refused = refused
        """Told the code of every refusal."""

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or scope["method"] not in ("POST", "PUT", "PATCH"):
            await self.app(scope, receive, send)
            return
        announced = _announced(scope)
        if announced > self.limit:
            await self._refuse(self._too_large(), announced, scope, receive, send)
        elif self.gate.full:
            await self._refuse(self.gate.busy(), announced, scope, receive, send)
        else:
            await self._counted(scope, receive, send)

    async def _counted(self, scope: Scope, receive: Receive, send: Send) -> None:
        received, more = 0, True

        async def count() -> Message:
            nonlocal received, more
            if received > self.limit:
                return {"type": "http.disconnect"}
            message = await receive()
            received += len(message.get("body", b""))
            more = message.get("more_body", False)
            # The parser stops at a disconnect; what it then answers is dropped and the reason sent instead.
            return {"type": "http.disconnect"} if received > self.limit else message

        async def unless_refused(message: Message) -> None:
            if received <= self.limit:
                await send(message)

        try:
            await self.app(scope, count, unless_refused)
        except Exception:
            if received <= self.limit:
                raise
        if received > self.limit:
            await self._refuse(self._too_large(), received if more else None, scope, receive, send)

    async def _refuse(self, problem: Problem, size: int | None, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with `problem`; a body of `size` bytes is still to come (None: nothing is)."""
        self.refused(problem.code)
        if size is not None and size <= self.limit * _SWALLOW_FACTOR:
            await _swallow(receive, self.limit * _SWALLOW_FACTOR)
        response = problem.response()
        response.headers["Connection"] = "close"  # else the server would go on taking in what nobody reads
        await response(scope, receive, send)

    def _too_large(self) -> Problem:
        megabytes = f"{self.limit / 1024 / 1024:g}"
        return Problem(
            413, "too_large", f"The upload is larger than {megabytes} MB.",
            "Send the order alone, without enclosures, or raise ORDERMILL_MAX_UPLOAD_MB.",
        )  # fmt: skip


def _announced(scope: Scope) -> int:
    for name, value in scope["headers"]:
        if name == b"content-length" and value.isdigit():
            return int(value)
    return 0


async def _swallow(receive: Receive, most: int) -> None:
    """Receive and drop the rest of a body, within limits. A sender cut off in mid-sentence sees no answer."""
    taken = 0
    try:
        async with asyncio.timeout(_SWALLOW_SECONDS):
            while taken <= most:
                message = await receive()
                taken += len(message.get("body", b""))
                if message["type"] == "http.disconnect" or not message.get("more_body", False):
                    return
    except TimeoutError:
        return
