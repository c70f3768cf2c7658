"""The ML backend of Label Studio: pages are read when an annotator opens them, finished ones are remembered at once.

    ordermill label backend --port 9090 [--memory var/label-memory]

Label Studio calls `/health`, `/setup`, `/predict` and `/webhook`; it can send a name and a password (basic
authentication) and nothing else, so the key is that password. A document whose pages are all submitted goes into a
sender memory, so that the next document of its layout is offered as it was labelled, without training.
"""

from __future__ import annotations

import hmac
import logging
import threading
from collections import OrderedDict
from collections.abc import Callable, Mapping
from typing import Annotated, Any

from fastapi import APIRouter, Depends, FastAPI
from fastapi.security import HTTPBasic, HTTPBasicCredentials

from data.labelling import opened, prediction, settle
from data.placing import from_result
from data.result import Extraction
from data.schema import Document
from models.memory import Memory
from serving import problems
from serving.problems import Problem

log = logging.getLogger("ordermill.labelling")
MOST = 200
"""Documents whose submitted pages are kept until the last one comes."""
Extract = Callable[[Document, Memory], Extraction]
Json = dict[str, Any]
Credentials = Annotated[HTTPBasicCredentials | None, Depends(HTTPBasic(auto_error=False))]


class Backend:
    """Answers Label Studio. Safe to call from several threads."""

    def __init__(self, extract: Extract, version: str, memory: Memory) -> None:
        self._extract, self.version, self._memory = extract, version, memory
        self._tasks: OrderedDict[str, dict[int, Json]] = OrderedDict()
        self._lock = threading.Lock()

    def predict(self, tasks: list[Json]) -> list[Json]:
        """One answer a task, in order; an empty one for a task that is none of ours."""
        read: dict[str, Extraction] = {}
        self._memory.refresh()
        out: list[Json] = []
        for task in tasks:
            data = task.get("data") or {}
            try:
                document = opened(data).document
                page = int(data["page"])
                if document.sha256 not in read:
                    read[document.sha256] = self._extract(document, self._memory)
                out.append(prediction(document, read[document.sha256], page))
            except (ValueError, KeyError, TypeError, OSError, EOFError, StopIteration):
                log.warning("task %s was not pushed by Ordermill", task.get("id"))
                out.append({"result": [], "score": 0.0, "model_version": self.version})
        return out

    def heard(self, event: Mapping[str, Any]) -> str | None:
        """Take in a submitted annotation; the id of the layout that was learnt, where it finished a document."""
        task, annotation = event.get("task"), event.get("annotation")
        if event.get("action") not in ("ANNOTATION_CREATED", "ANNOTATION_UPDATED"):
            return None
        if not isinstance(task, dict) or not isinstance(annotation, dict) or "order" not in (task.get("data") or {}):
            return None
        with self._lock:
            pages = self._tasks.setdefault(str(task["data"]["sha256"]), {})
            self._tasks.move_to_end(str(task["data"]["sha256"]))
            pages[int(task["id"])] = {"id": task["id"], "data": task["data"], "annotations": [annotation]}
            while len(self._tasks) > MOST:
                self._tasks.popitem(last=False)
            one = settle(pages.values())[0]
        if one.order is None:
            return None
        document = Document.from_dict(one.order["document"])
        read = Extraction.from_dict(one.order["read"])
        return self._memory.learn(
            document, from_result(one.order["result"]), sender=one.order["sender"], read=read
        ).layout


def create_app(backend: Backend, key: str | None) -> FastAPI:
    """The application; with `key`, every path but `/health` wants it as password."""
    app = FastAPI(title="Ordermill for Label Studio", docs_url=None, redoc_url=None)
    problems.install(app)

    def known(credentials: Credentials) -> None:
        given = credentials.password if credentials else ""
        if key is not None and not hmac.compare_digest(given.encode(), key.encode()):
            raise Problem(401, "not_signed_in", "The key of the ML backend is missing or wrong.",
                          "Give ORDERMILL_LABEL_KEY as password in the project's model settings.")  # fmt: skip

    @app.get("/health")
    @app.get("/")
    def health() -> Json:
        return {"status": "UP", "model_class": "Ordermill", "model_version": backend.version}

    app.include_router(_asked(backend), dependencies=[Depends(known)])
    return app


def _asked(backend: Backend) -> APIRouter:
    router = APIRouter()

    @router.post("/setup")
    def setup(body: Json) -> Json:
        return {"model_version": backend.version}

    @router.post("/predict")
    def predict(body: Json) -> Json:
        tasks = body.get("tasks")
        return {"results": backend.predict(tasks if isinstance(tasks, list) else []), "model_version": backend.version}

    @router.post("/webhook")
    def webhook(body: Json) -> Json:
        return {"learnt": backend.heard(body)}

    return router
