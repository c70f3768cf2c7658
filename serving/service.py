"""The BentoML service: one process that holds the pipeline and mounts the FastAPI app at `/`.

`ordermill serve` checks that the pipeline loads before it starts this, because BentoML restarts for ever a service
that cannot start.
"""

from __future__ import annotations

import logging
from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

import bentoml

from serving.api import Desk, create_app
from serving.desk.figures.durations import StepSeconds
from serving.desk.office import Office
from serving.desk.working import Team
from serving.pipeline import Pipeline
from serving.settings import Settings

log = logging.getLogger("ordermill.service")

_NEVER = 24 * 3600
"""BentoML would cut every answer at 60 s; a long scan takes what the reader's own limit per page allows."""


class Late:
    """An ASGI app that is set later: BentoML wants it when the class is made, the pipeline is loaded afterwards.

    Not being a Starlette app it also gets every path, so that unknown ones are answered in our own words.
    """

    app: Callable[..., Awaitable[None]] | None = None

    async def __call__(self, scope: MutableMapping[str, Any], receive: Any, send: Any) -> None:
        if self.app is None:
            raise RuntimeError("the service is not started")
        await self.app(scope, receive, send)


late = Late()


# BentoML's own /metrics is open to everybody and knows nothing of the desk: ours answers in its place.
@bentoml.service(name="OrderExtractor", workers=1, traffic={"timeout": _NEVER}, metrics={"enabled": False})
@bentoml.asgi_app(late, path="/")
class OrderExtractor:
    """Reads order documents; see `/docs`."""

    def __init__(self) -> None:
        settings = Settings()
        logging.getLogger("ordermill").setLevel(settings.log_level.upper())
        self.desk = Desk(
            Pipeline.load(settings.model, at_once=settings.concurrency, shelf=settings.champions), settings
        )
        office = Office.open(pipeline=self.desk.pipeline)
        timed = StepSeconds(self.desk.metrics.registry).observe
        self.office, self.team = office, Team(office, office.settings.workers, timed=timed)
        late.app = create_app(self.desk, office)
        self.team.start()
        self.desk.samples.start()

    @bentoml.on_shutdown
    def stop(self) -> None:
        self.desk.samples.stop()
        self.team.stop()
        self.desk.pipeline.close()
        self.office.close()
